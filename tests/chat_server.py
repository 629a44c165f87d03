"""A real HTTP server that speaks OpenAI's protocol, scripted by a function: what should the k-th request be answered?

It runs in a thread (`serving`), in a process of its own (`serving_apart`), or by hand, here with a writer of good
replies:

    python -m tests.chat_server tests.writers:writing --port 8001
"""

import argparse
import asyncio
import json
import multiprocessing
import pkgutil
import socket
import struct
import threading
import time
import traceback
import urllib.request
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from email.utils import formatdate
from math import ceil
from multiprocessing.connection import Connection
from typing import Any, Literal, NamedTuple

from aiohttp import web
from aiohttp.typedefs import Handler

from tests.chat_batches import Batches, Plan
from tests.chat_meter import Meter

Body = Mapping[str, Any]
Fate = Literal["answer", "hang", "stall", "cut", "cut chunked", "drop", "reset", "garbage"]


class Say(NamedTuple):
    """An answer with all that can be said about it."""

    status: int = 200
    body: Body | str = ""
    """JSON, or bare text."""
    headers: Mapping[str, str] = {}
    delay: float = 0.0
    """Seconds before the first byte."""
    fate: Fate = "answer"
    """hang: never a byte; stall: a part of the body, then silence; cut: a part, then the end of the connection; drop:
    its end at once, reset: by a TCP reset; garbage: bytes that are no HTTP."""
    cut: int | None = None
    """Bytes of the body that go out before a cut or a stall; None: half of them."""


Answer = tuple[int, Body | str] | Say
Script = Callable[[Body, int], Answer]
"""(the request's JSON, its number in order of arrival) -> answer. Called in a thread of its own: it may wait."""
Beside = Callable[[str, int], Answer | None]
"""("POST /v1/files", its number among those) -> answer; None: what the server would say by itself."""


def completion(text: str | None, finish: str = "stop", refusal: str | None = None, usage: bool = True) -> Body:
    """The body of a good answer. A metered server puts its own count in the place of the usage."""
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


def error(status: int, message: str, code: str | None = None, headers: Mapping[str, str] | None = None) -> Say:
    return Say(status, {"error": {"message": message, "type": "error", "param": None, "code": code}}, headers or {})


def http_date(seconds: float) -> str:
    """The moment so many seconds from now as HTTP writes it: in whole seconds, and never an earlier one."""
    return formatdate(ceil(time.time() + seconds), usegmt=True)


@dataclass
class Arrival:
    """One request for a completion, or one line of a batch. Times are those of `time.monotonic`, of any process."""

    at: float
    body: Body
    key: str
    """The Authorization header."""
    batch: str = ""
    """The batch that it is a line of."""
    left: float | None = None
    """When it was answered to the last byte, or its client went away; None: neither has happened."""
    outcome: str = ""
    """"answered", "gone" (the client was the first to leave), or the fate that the script gave it."""
    status: int = 0
    tokens: Sequence[int] = (0, 0, 0)
    """Read, of those from the cache, written; as its usage said."""


@dataclass
class Seen:
    """What arrived, in order of arrival, and what became of it."""

    arrivals: list[Arrival] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    """What else was asked for: "GET /v1/models"."""
    mistakes: list[str] = field(default_factory=list)
    """Tracebacks of the script."""
    busy: int = 0
    busiest: int = 0
    """The most requests that were in flight at a time."""

    @property
    def bodies(self) -> list[Body]:
        return [arrival.body for arrival in self.arrivals]

    @property
    def keys(self) -> list[str]:
        return [arrival.key for arrival in self.arrivals]

    @property
    def times(self) -> list[float]:
        return [arrival.at for arrival in self.arrivals]

    @property
    def answered(self) -> list[Arrival]:
        """Those that got a completion in full: what a provider sends a bill for."""
        return [arrival for arrival in self.arrivals if arrival.outcome == "answered" and arrival.status == 200]

    @property
    def outcomes(self) -> Counter[str]:
        """How often each outcome came; answers by their status: {"200": 7, "503": 2, "cut": 1, "gone": 1}."""
        return Counter(str(a.status) if a.outcome == "answered" else a.outcome for a in self.arrivals)

    @property
    def tokens(self) -> tuple[int, int, int]:
        """Read, of those from the cache, written: all that a bill would say."""
        read, cached, written = ([a.tokens[i] for a in self.answered] for i in range(3))
        return sum(read), sum(cached), sum(written)

    def repeats(self, what: Callable[[Body], Any] = lambda body: body.get("messages")) -> int:
        """How many completions were given in full to a request that had got one before, told by its messages."""
        counts = Counter(json.dumps(what(arrival.body), sort_keys=True) for arrival in self.answered)
        return sum(count - 1 for count in counts.values())


def fetch_seen(url: str) -> Seen:
    """What a server has seen until now, from wherever it runs."""
    with urllib.request.urlopen(url.removesuffix("/v1") + "/seen", timeout=60) as response:
        told = json.load(response)
    return Seen(**told | {"arrivals": [Arrival(**arrival) for arrival in told["arrivals"]]})


class ChatServer:
    """`script` answers completions and the lines of batches; `beside` may answer all else, and does not have to.

    `plan(k)` says how the k-th batch goes. A metered server counts tokens; `caching=False`: none comes from a cache.
    """

    def __init__(
        self,
        script: Script,
        *,
        beside: Beside | None = None,
        plan: Callable[[int], Plan] | None = None,
        metered: bool = False,
        caching: bool = True,
        models: Sequence[str] = ("tiny",),
        port: int = 0,
    ) -> None:
        self.seen = Seen()
        self._script, self._beside, self._models, self._port = script, beside, models, port
        self._meter = Meter(caching) if metered else None
        self._batches = Batches(self._line, plan or (lambda number: Plan()))
        self._stopped = asyncio.Event()
        # one thread for each script that waits; those that do not wait share a few
        self._pool = ThreadPoolExecutor(512, "script")

    @asynccontextmanager
    async def running(self) -> AsyncIterator[str]:
        """The base URL, as long as the server runs."""
        app = web.Application(client_max_size=256 * 2**20, middlewares=[self._others])
        app.router.add_post("/v1/chat/completions", self._chat)
        app.router.add_get("/v1/models", self._list_models)
        app.router.add_get("/seen", self._tell)
        app.router.add_routes(self._batches.routes())
        runner = web.AppRunner(app, handler_cancellation=True, access_log=None, shutdown_timeout=0.5)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", self._port, backlog=1024)
        await site.start()
        try:
            yield f"http://127.0.0.1:{runner.addresses[0][1]}/v1"
        finally:
            self._stopped.set()
            await runner.cleanup()
            self._pool.shutdown(wait=False, cancel_futures=True)

    async def _chat(self, request: web.Request) -> web.StreamResponse:
        seen, at = self.seen, time.monotonic()
        try:
            body = await request.json()
        except ValueError:
            return web.json_response(error(400, "We could not parse the JSON body of your request.").body, status=400)
        arrival = Arrival(at, body, request.headers.get("Authorization", ""))
        number = len(seen.arrivals)
        seen.arrivals.append(arrival)
        seen.busy += 1
        seen.busiest = max(seen.busiest, seen.busy)
        try:
            said = await self._ask(arrival, number)
            response = await self._send(request, said)
            arrival.outcome = "answered" if said.fate == "answer" else said.fate
            return response
        except (asyncio.CancelledError, ConnectionError):
            arrival.outcome = "gone"
            raise
        finally:
            seen.busy -= 1
            arrival.left = time.monotonic()

    async def _ask(self, arrival: Arrival, number: int) -> Say:
        """What the script says, with its tokens counted."""
        try:
            loop = asyncio.get_running_loop()
            said = Say(*await loop.run_in_executor(self._pool, self._script, arrival.body, number))
        except Exception:  # told when the server ends: a test with a script that fails should fail
            self.seen.mistakes.append(traceback.format_exc())
            said = error(500, "the script failed")
        arrival.status = said.status
        if self._meter and isinstance(said.body, dict) and "usage" in said.body:
            said = said._replace(body={**said.body, "usage": self._meter.usage(arrival.body, said.body)})
        usage = said.body.get("usage") if isinstance(said.body, dict) else None
        if usage:
            cached = (usage.get("prompt_tokens_details") or {}).get("cached_tokens", 0)
            arrival.tokens = usage["prompt_tokens"], cached, usage["completion_tokens"]
        return said

    async def _line(self, batch: str, body: Body, key: str, instead: Answer | None) -> tuple[int, Body]:
        """What one line of a batch is answered: faults of transport are the provider's own there."""
        arrival = Arrival(time.monotonic(), body, key, batch)
        number = len(self.seen.arrivals)
        self.seen.arrivals.append(arrival)
        said = Say(*instead) if instead else await self._ask(arrival, number)
        if said.fate != "answer" or isinstance(said.body, str):
            said = error(500, "The server had an error while processing your request.", "server_error")
        arrival.left, arrival.outcome, arrival.status = time.monotonic(), "answered", said.status
        assert not isinstance(said.body, str)
        return said.status, said.body

    async def _send(self, request: web.Request, said: Say) -> web.StreamResponse:
        transport = request.transport
        if transport is None:
            raise ConnectionResetError
        if said.delay:
            await asyncio.sleep(said.delay)
        text = isinstance(said.body, str)
        data = said.body.encode() if isinstance(said.body, str) else json.dumps(said.body).encode()
        kind = {"Content-Type": "text/plain" if text else "application/json"}
        response = web.Response(body=data, status=said.status, headers={**kind, **said.headers})
        if said.fate == "answer":
            await response.prepare(request)
            await response.write_eof()
            return response
        part = data[: len(data) // 2 if said.cut is None else said.cut]
        head = "".join(f"{name}: {value}\r\n" for name, value in {**kind, **said.headers}.items())
        if said.fate == "garbage":
            transport.write(b"\x16\x03\x01 this is no HTTP\n\n" + part)
        elif said.fate == "cut chunked":
            chunks = f"HTTP/1.1 {said.status} OK\r\n{head}Transfer-Encoding: chunked\r\n\r\n{len(part):x}\r\n"
            transport.write((chunks if part else chunks.removesuffix("0\r\n")).encode() + part)
        elif said.fate in ("cut", "stall"):
            transport.write(f"HTTP/1.1 {said.status} OK\r\n{head}Content-Length: {len(data)}\r\n\r\n".encode() + part)
        if said.fate in ("hang", "stall"):
            await self._stopped.wait()  # a client that goes away cancels this
        if said.fate == "reset":
            transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            transport.abort()
        transport.close()
        return response  # goes nowhere

    @web.middleware
    async def _others(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Notes what is asked for beside completions, and asks `beside` about it."""
        if request.path in ("/v1/chat/completions", "/seen"):
            return await handler(request)
        asked = f"{request.method} {request.path}"
        number = self.seen.others.count(asked)
        self.seen.others.append(asked)
        answer = self._beside(asked, number) if self._beside else None
        return await handler(request) if answer is None else await self._send(request, Say(*answer))

    async def _list_models(self, request: web.Request) -> web.Response:
        models = [{"id": name, "object": "model", "created": 0, "owned_by": "tests"} for name in self._models]
        return web.json_response({"object": "list", "data": models})

    async def _tell(self, request: web.Request) -> web.Response:
        return web.json_response(self.seen, dumps=lambda seen: json.dumps(seen, default=vars))


@contextmanager
def serving(script: Script, **options: Any) -> Iterator[tuple[str, Seen]]:
    """The base URL of a server on this machine, and what it sees. Options are those of `ChatServer`.

    Raises AssertionError at the end if the script failed.
    """
    server = ChatServer(script, **options)
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, name="chat server", daemon=True)
    thread.start()
    running = server.running()
    try:
        url = asyncio.run_coroutine_threadsafe(running.__aenter__(), loop).result()
        try:
            yield url, server.seen
        finally:
            asyncio.run_coroutine_threadsafe(running.__aexit__(None, None, None), loop).result()
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()
    assert not server.seen.mistakes, server.seen.mistakes[0]


@contextmanager
def serving_apart(script: Script, **options: Any) -> Iterator[str]:
    """The base URL of a server in a process of its own, which outlives every client; see `fetch_seen`.

    The script and the options are pickled: functions of a module, and `functools.partial` of them.
    """
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe()
    process = spawn.Process(target=_serve, args=(theirs, script, options), daemon=True)
    process.start()
    theirs.close()
    try:
        yield ours.recv()
        mistakes = []
        ours.send("mistakes")
        mistakes = ours.recv()
    finally:
        ours.close()
        process.join()
        process.close()
    assert not mistakes, mistakes[0]


def _serve(pipe: Connection, script: Script, options: Mapping[str, Any]) -> None:
    """Serves until the other end of the pipe is closed, or its process has died."""
    with suppress(AssertionError), serving(script, **options) as (url, seen):
        pipe.send(url)
        with suppress(EOFError):
            while pipe.recv():
                pipe.send(seen.mistakes)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("script", help="module:function")
    parser.add_argument("--port", type=int, default=0)
    given = parser.parse_args()
    with serving(pkgutil.resolve_name(given.script), port=given.port, metered=True) as (url, _):
        print(url, flush=True)
        with suppress(KeyboardInterrupt):
            threading.Event().wait()


if __name__ == "__main__":
    main()
