"""Faults of the line: cut streams, silence, nobody there."""

import gzip
import json
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import get_args

import pytest

from synthgen.errors import OutageError, UsageError
from synthgen.types import Reject, Reply
from tests.chat_server import Answer, Body, Fate, Say, completion, serving
from tests.llm.openai.asking import Notebook, always, answering, asked, asking, client, request
from tests.writers import FAULTS

LONG = json.dumps(completion(json.dumps({"word": "x" * 1700})))
CUTS = sorted({*range(0, len(LONG), 37), 1, len(LONG) - 3, len(LONG) - 2, len(LONG) - 1})


@pytest.mark.parametrize("fate", ["cut", "cut chunked"])
def test_an_answer_that_is_cut_at_any_byte_is_never_taken_for_the_whole(fate: Fate) -> None:
    def script(body: Body, number: int) -> Answer:
        first = number == 0 or asked(body) not in before
        before.add(asked(body))
        return Say(200, LONG, fate=fate, cut=CUTS[int(asked(body).split()[1])]) if first else (200, LONG)

    before: set[str] = set()
    desk = Notebook()
    with serving(script) as (url, seen):
        found = asking(url, [request(i) for i in range(len(CUTS))], desk, concurrency=16)
    assert len(CUTS) > 50 and all(isinstance(reply, Reply) for reply in found)
    assert seen.outcomes == {fate: len(CUTS), "200": len(CUTS)} and len(desk.replies) == len(CUTS)


@contextmanager
def raw(*answers: bytes) -> Iterator[str]:
    """The URL of a server that sends these bytes, one per connection, and closes."""
    with socket.create_server(("127.0.0.1", 0)) as server, ThreadPoolExecutor(1) as pool:

        def serve() -> None:
            server.settimeout(5)
            for answer in answers:
                connection, _ = server.accept()
                with connection:
                    connection.recv(65536)
                    connection.sendall(answer)

        served = pool.submit(serve)
        yield f"http://127.0.0.1:{server.getsockname()[1]}/v1"
        served.result()


def whole(body: bytes, headers: str = "") -> bytes:
    return f"HTTP/1.1 200 OK\r\nContent-Length: {len(body)}\r\n{headers}Connection: close\r\n\r\n".encode() + body


@pytest.mark.parametrize(
    "broken",
    [
        b"HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n" + LONG.encode()[:900],
        whole(gzip.compress(LONG.encode())[:-60], "Content-Encoding: gzip\r\n"),
        whole(b"no gzip", "Content-Encoding: gzip\r\n"),
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n{}",
        b"HTTP/9 what",
        b"HTTP/1.1 200 OK\r\n" + b"X: " + b"y" * 10_000 + b"\r\n\r\n",
        b"",
        whole(b""),
        whole(b'{"choices": [{"message": {"content": "\xff\xfe"}}]}'),
    ],
)
def test_odd_bytes_are_a_failure_that_passes(broken: bytes) -> None:
    with raw(broken, whole(LONG.encode())) as url:
        [reply] = asking(url)
        assert isinstance(reply, Reply) and len(reply.text) > 1700


def test_a_server_that_closes_its_idle_connections_costs_a_retry_at_most() -> None:
    with raw(*[whole(LONG.encode()).replace(b"Connection: close\r\n", b"")] * 3) as url:
        assert len(asking(url, [request(i) for i in range(3)], concurrency=1)) == 3


@pytest.mark.parametrize("fate", ["hang", "stall"])
def test_a_silent_server_frees_the_place_when_the_time_is_up(fate: Fate) -> None:
    def script(body: Body, number: int) -> Answer:
        return Say(200, LONG, fate=fate) if number in (1, 2) else (200, LONG)

    with serving(script) as (url, seen):
        began = time.monotonic()
        found = asking(url, [request(i) for i in range(4)], concurrency=2, timeout=0.5)
        assert time.monotonic() - began < 0.5 + 1
    assert all(isinstance(reply, Reply) for reply in found)
    assert seen.outcomes == {"200": 4, "gone": 2}


def test_every_kind_of_fault_passes() -> None:
    kinds = list(FAULTS.values())

    def script(body: Body, number: int) -> Answer:
        return kinds[number - 1] if 0 < number <= len(kinds) else answering(body, number)

    with serving(script) as (url, _):
        found = asking(url, [request(i) for i in range(20)], concurrency=8, timeout=0.5)
    assert len(found) == 20 and all(isinstance(reply, Reply) for reply in found)
    assert set(get_args(Fate)) - {"answer"} <= set(FAULTS)


def test_nobody_at_the_address_is_told_before_the_run_and_is_an_outage_in_it() -> None:
    with serving(answering) as (url, _):
        pass
    assert client(url).preflight() == [f"llm=openai: no server at {url}; start it, or pass llm.base_url=<its address>"]
    began = time.monotonic()
    with pytest.raises(OutageError, match="no connection") as caught:
        asking(url, [request(i) for i in range(8)], max_outage=1.0)
    assert 1 <= time.monotonic() - began < 2 and "\n" not in str(caught.value)


def test_a_name_that_does_not_exist_is_an_outage() -> None:
    with pytest.raises(OutageError, match="no connection"):
        asking("http://no-such-host.invalid/v1", max_outage=0.5)


def test_a_redirect_is_not_followed_with_the_key() -> None:
    moved = Say(307, "", {"Location": "http://elsewhere.invalid/"})
    with serving(always(moved)) as (url, seen), pytest.raises(UsageError, match="307"):
        asking(url)
    assert len(seen.bodies) == 1


def test_a_request_that_fails_alone_is_rejected_while_the_others_pass() -> None:
    def script(body: Body, number: int) -> Answer:
        return Say(500, "poison") if asked(body) == "ask 5" else answering(body, number)

    with serving(script) as (url, seen):
        began = time.monotonic()
        found = asking(url, [request(i) for i in range(400)], retries=3)
        assert time.monotonic() - began < 5
    assert [each for each in found if isinstance(each, Reject)] == [
        Reject("color-000000005", "prompt", "server error", "500: poison")
    ]
    assert len(found) == 400 and 4 <= sum(asked(body) == "ask 5" for body in seen.bodies) <= 8
