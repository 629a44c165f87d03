"""A real HTTP server that speaks chat completions, scripted by a function: what should the k-th request be answered?"""

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Body = Mapping[str, Any]
Answer = tuple[int, Body | str]
"""Status, and a body: JSON, or bare text."""
Script = Callable[[Body, int], Answer]


@dataclass
class Seen:
    """What arrived, in order of arrival."""

    bodies: list[Body] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    busiest: int = 0
    """The most requests that were in flight at a time."""
    busy: int = 0


def completion(text: str | None, finish: str = "stop", refusal: str | None = None, usage: bool = True) -> Body:
    """The body of a good answer."""
    message = {"role": "assistant", "content": text, "refusal": refusal}
    body = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 0,
        "model": "tiny-1",
        "choices": [{"index": 0, "message": message, "finish_reason": finish, "logprobs": None}],
    }
    counts = {"prompt_tokens": 11, "completion_tokens": 7, "total_tokens": 18}
    return body | {"usage": counts} if usage else body


def error(status: int, message: str, code: str | None = None) -> Answer:
    return status, {"error": {"message": message, "type": "error", "param": None, "code": code}}


@contextmanager
def serving(script: Script) -> Iterator[tuple[str, Seen]]:
    """The base URL of a server on this machine, and what it sees."""
    seen, guard = Seen(), threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            with guard:
                number = len(seen.bodies)
                seen.bodies.append(body)
                seen.keys.append(self.headers.get("Authorization", ""))
                seen.busy += 1
                seen.busiest = max(seen.busiest, seen.busy)
            try:
                status, answer = script(body, number)
            finally:
                with guard:
                    seen.busy -= 1
            data = answer.encode() if isinstance(answer, str) else json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Type", "text/plain" if isinstance(answer, str) else "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  # a client that went away is no news
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1", seen
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
