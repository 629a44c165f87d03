"""A server that says the same thing after the same time, whatever it is asked: as cheap as asyncio makes it.

    python -m bench.llm_stub <latency in seconds>

Prints its port. It speaks just enough HTTP/1.1 for clients that keep their connections and send Content-Length; the
answer is a chat completion that holds `bench.llm.Talk`, about 1.6 KB of JSON.
"""

import asyncio
import json
import sys

TURN = {"question": "What is the red fox in the picture doing?", "answer": "It sits on a mossy log and looks up. " * 4}
TALK = {"turns": [TURN] * 7, "claims": [{"type": "colour", "subject": "fox", "value": "red"}] * 2}


class Server(asyncio.Protocol):
    def __init__(self, latency: float) -> None:
        message = {"role": "assistant", "content": json.dumps(TALK), "refusal": None}
        choice = {"index": 0, "message": message, "finish_reason": "stop", "logprobs": None}
        usage = {"prompt_tokens": 500, "completion_tokens": 400, "total_tokens": 900}
        head = {"id": "chatcmpl-1", "object": "chat.completion", "created": 0, "model": "stub"}
        body = json.dumps(head | {"choices": [choice], "usage": usage}).encode()
        lines = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body)
        self._answer, self._latency, self._received = lines + body, latency, b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """One request at a time on each connection: nobody here sends the next one before the answer."""
        self._received += data
        head, end, body = self._received.partition(b"\r\n\r\n")
        if end and len(body) >= int(head.lower().partition(b"content-length:")[2].split(b"\r\n")[0]):
            self._received = b""
            asyncio.get_running_loop().call_later(self._latency, self._say)

    def _say(self) -> None:
        if not self._transport.is_closing():
            self._transport.write(self._answer)


async def main(latency: float) -> None:
    server = await asyncio.get_running_loop().create_server(lambda: Server(latency), "127.0.0.1", 0, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(float(sys.argv[1])))
