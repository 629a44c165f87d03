"""The test server itself, seen by clients that are not ours: the `openai` package, and bare sockets."""

import asyncio
import json
import multiprocessing
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from email.utils import parsedate_to_datetime
from functools import partial
from pathlib import Path
from typing import Any

import aiohttp
import openai
import pytest
from openai import OpenAI

from tests.chat_server import (
    Answer,
    Body,
    Fate,
    Say,
    Script,
    completion,
    error,
    fetch_seen,
    http_date,
    serving,
    serving_apart,
)
from tests.writers import slow

PROMPT_ORDER = {
    "subject": "red balloon",
    "attributes": ["red"],
    "place": "beach",
    "light": ["soft light"],
    "medium": "",
}
DIALOGUE_ORDER = {"kind": "conversation", "keywords": "((red balloon)), beach, soft light, 8k", "facts": []}


def asking(order: Mapping[str, Any], system: str = "Write.") -> dict[str, Any]:
    messages = [
        {"role": "system", "content": system},
        {"role": "user", "content": f"The order:\n{json.dumps(order)}"},
    ]
    return {"model": "tiny", "messages": messages}


@contextmanager
def client(script: Script, timeout: float = 10.0, **options: Any) -> Iterator[tuple[OpenAI, Any]]:
    """The `openai` package before a server, without its own retries."""
    with (
        serving(script, **options) as (url, seen),
        OpenAI(base_url=url, api_key="sk-test", max_retries=0, timeout=timeout) as api,
    ):
        yield api, seen


def answering(body: Body, number: int) -> Answer:
    return 200, completion("fine " * 20)


def ask(api: OpenAI, text: str = "hello") -> Any:
    return api.chat.completions.create(model="tiny", messages=[{"role": "user", "content": text}])


def saying(said: Answer) -> Script:
    return lambda body, number: said


async def flood(url: str, count: int, at_a_time: int) -> list[int]:
    """So many requests; their statuses."""
    room = asyncio.Semaphore(at_a_time)

    async def one(session: aiohttp.ClientSession, i: int) -> int:
        async with room, session.post(f"{url}/chat/completions", json=asking({"subject": str(i)})) as response:
            await response.read()
            return response.status

    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:
        return list(await asyncio.gather(*(one(session, i) for i in range(count))))


def wait_for(done: Callable[[], bool]) -> None:
    until = time.monotonic() + 20
    while not done():
        assert time.monotonic() < until, "it did not happen"
        time.sleep(0.01)


# answers -------------------------------------------------------------------------------------------------------------


def test_the_openai_client_reads_an_answer_and_the_server_notes_who_asked_what_and_when() -> None:
    began = time.monotonic()
    with client(answering) as (api, seen):
        answer = ask(api)
        assert [model.id for model in api.models.list()] == ["tiny"]
    assert answer.choices[0].message.content == "fine " * 20 and answer.usage.total_tokens == 18
    [arrival] = seen.arrivals
    assert seen.bodies[0]["messages"] == [{"role": "user", "content": "hello"}] and seen.keys == ["Bearer sk-test"]
    assert began < arrival.at < arrival.left < time.monotonic() and arrival.outcome == "answered"
    assert seen.outcomes == {"200": 1} and seen.others == ["GET /v1/models"] and seen.tokens == (11, 0, 7)


def test_a_refusal_of_the_server_arrives_with_its_status_its_body_and_its_headers() -> None:
    headers = {"Retry-After": http_date(3), "retry-after-ms": "2500", "x-should-retry": "false"}
    script = saying(error(429, "slow down", "rate_limit_exceeded", headers))
    with client(script) as (api, seen), pytest.raises(openai.RateLimitError) as caught:
        ask(api)
    assert caught.value.code == "rate_limit_exceeded" and seen.outcomes == {"429": 1} and not seen.answered
    got = caught.value.response.headers
    assert got["retry-after-ms"] == "2500" and got["x-should-retry"] == "false"
    assert 2 <= parsedate_to_datetime(got["Retry-After"]).timestamp() - time.time() <= 4


def test_the_openai_client_waits_as_long_as_the_server_says() -> None:
    def script(body: Body, number: int) -> Answer:
        return error(429, "wait", headers={"Retry-After": "1"}) if number == 0 else answering(body, number)

    with serving(script) as (url, seen), OpenAI(base_url=url, api_key="sk-test", max_retries=1) as api:
        ask(api)
    assert seen.times[1] - seen.times[0] >= 1


def test_a_delay_delays() -> None:
    with client(slow(0.3, answering)) as (api, seen):
        ask(api)
    assert seen.arrivals[0].left - seen.arrivals[0].at >= 0.3


@pytest.mark.parametrize("fate", ["cut", "cut chunked", "drop", "reset", "garbage"])
@pytest.mark.parametrize("cut", [None, 0, 1])
def test_a_connection_that_breaks_is_an_error_for_the_client(fate: Fate, cut: int | None) -> None:
    broken = Say(200, completion("a long answer"), fate=fate, cut=cut)

    def script(body: Body, number: int) -> Answer:
        return broken if number == 0 else answering(body, number)

    with client(script) as (api, seen):
        with pytest.raises((openai.APIConnectionError, openai.APIError)) as caught:
            ask(api)
        assert not isinstance(caught.value, openai.APITimeoutError)
        assert ask(api).choices
    assert seen.outcomes == {fate: 1, "200": 1} and len(seen.answered) == 1


def test_what_is_cut_at_a_byte_has_so_many_bytes() -> None:
    async def read(url: str) -> bytes:
        async with aiohttp.ClientSession() as session, session.post(f"{url}/chat/completions", json={}) as response:
            got = bytearray()
            with pytest.raises(aiohttp.ClientPayloadError):
                while True:
                    got += await response.content.readany()
            return bytes(got)

    whole = json.dumps(completion("text"))
    for cut in (1, 17, len(whole) - 1):
        for fate in ("cut", "cut chunked"):
            with serving(saying(Say(200, completion("text"), fate=fate, cut=cut))) as (url, _):
                assert asyncio.run(read(url)).decode() == whole[:cut]


@pytest.mark.parametrize("fate", ["hang", "stall"])
def test_a_client_that_loses_patience_is_noted_as_gone(fate: Fate) -> None:
    with client(saying(Say(200, completion("late"), fate=fate)), timeout=0.3) as (api, seen):
        with pytest.raises(openai.APITimeoutError):
            ask(api)
        wait_for(lambda: seen.busy == 0)
        assert seen.outcomes == {"gone": 1} and 0.2 < seen.arrivals[0].left - seen.arrivals[0].at < 5


def test_a_server_stops_although_requests_hang() -> None:
    failed = threading.Event()

    def wait(url: str) -> None:
        with OpenAI(base_url=url, api_key="sk-test", max_retries=0) as api:
            try:
                ask(api)
            except openai.APIConnectionError:
                failed.set()

    with serving(saying(Say(fate="hang"))) as (url, seen):
        thread = threading.Thread(target=wait, args=(url,))
        thread.start()
        wait_for(lambda: seen.busy == 1)
        began = time.monotonic()
    assert time.monotonic() - began < 3
    thread.join()
    assert failed.is_set()


def test_scripts_may_wait_for_each_other() -> None:
    together = threading.Barrier(64, timeout=20)

    def script(body: Body, number: int) -> Answer:
        together.wait()
        return answering(body, number)

    with serving(script) as (url, seen):
        assert asyncio.run(flood(url, 64, 64)) == [200] * 64
    assert seen.busiest == 64


def test_a_script_that_fails_fails_the_test() -> None:
    def script(body: Body, number: int) -> Answer:
        raise ZeroDivisionError("in the script")

    with pytest.raises(AssertionError, match="in the script"), serving(script) as (url, _):
        assert asyncio.run(flood(url, 1, 1)) == [500]


def test_it_answers_hundreds_of_requests_a_second() -> None:
    with serving_apart(answering, metered=True) as url:
        began = time.monotonic()
        assert asyncio.run(flood(url, 1000, 128)) == [200] * 1000
        took = time.monotonic() - began
        assert fetch_seen(url).busiest > 32
    assert took < 10, "usually half a second; a floor for a busy machine"


# what it counts ------------------------------------------------------------------------------------------------------


def test_repeats_are_requests_that_were_answered_in_full_before() -> None:
    def script(body: Body, number: int) -> Answer:
        return (answering, saying(Say(fate="drop")), saying(error(500, "oh")))[number % 3](body, number)

    with client(script) as (api, seen):
        for text in ("a", "b", "c", "a", "b", "c", "a", "d"):
            with suppress(openai.APIError):
                ask(api, text)
    assert [arrival.body["messages"][0]["content"] for arrival in seen.answered] == ["a", "a", "a"]
    assert seen.repeats() == 2


def test_a_metered_server_counts_four_characters_to_a_token_and_reads_known_prefixes_from_its_cache() -> None:
    system = "s" * 8000
    with client(answering, metered=True) as (api, seen):
        usages: list[Any] = []
        for order in ({"subject": "cat"}, {"subject": "dog"}):
            asked = asking(order, system)
            usages.append(api.chat.completions.create(model="tiny", messages=asked["messages"]).usage)
        usages.append(ask(api, "short").usage)
    first, second, short = usages
    assert 2000 < first.prompt_tokens < 2030 and first.completion_tokens == 25
    assert first.prompt_tokens_details.cached_tokens == short.prompt_tokens_details.cached_tokens == 0
    assert second.prompt_tokens_details.cached_tokens == 1920, "the whole steps of 128 in 2,002"
    assert seen.tokens == (sum(u.prompt_tokens for u in usages), 1920, 75)


def test_tokens_can_be_left_uncached_or_uncounted() -> None:
    asked = asking({"subject": "cat"}, "s" * 8000)
    with client(answering, metered=True, caching=False) as (api, seen):
        for _ in range(2):
            api.chat.completions.create(model="tiny", messages=asked["messages"])
    assert seen.tokens[1] == 0 and seen.tokens[0] > 4000
    with client(saying((200, completion("x", usage=False))), metered=True) as (api, seen):
        assert ask(api).usage is None
    assert seen.tokens == (0, 0, 0)


def _wait_for_answers(url: str) -> None:
    asyncio.run(flood(url, 8, 8))


def test_a_server_of_its_own_process_outlives_a_client_that_is_killed_and_goes_on_counting() -> None:
    with serving_apart(partial(_hang_first, 8)) as url:
        process = multiprocessing.get_context("spawn").Process(target=_wait_for_answers, args=(url,))
        process.start()
        wait_for(lambda: fetch_seen(url).busy == 8)
        process.kill()
        process.join()
        process.close()
        wait_for(lambda: fetch_seen(url).busy == 0)
        assert asyncio.run(flood(url, 8, 8)) == [200] * 8
        seen = fetch_seen(url)
    assert seen.outcomes == {"gone": 8, "200": 8} and seen.repeats() == 0 and seen.busiest == 8
    assert len(seen.bodies) == 16 and seen.times == sorted(seen.times) and seen.times[-1] <= time.monotonic()


def _hang_first(count: int, body: Body, number: int) -> Answer:
    return Say(fate="hang") if number < count else answering(body, number)


def _broken(body: Body, number: int) -> Answer:
    raise ZeroDivisionError("in the script")


def test_a_script_that_fails_in_another_process_fails_the_test_too() -> None:
    with pytest.raises(AssertionError, match="in the script"), serving_apart(_broken) as url:
        asyncio.run(flood(url, 1, 1))


def test_it_can_be_started_by_hand() -> None:
    command = [sys.executable, "-m", "tests.chat_server", "tests.test_chat_server:answering"]
    root = Path(__file__).parents[1]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=root) as process:
        assert process.stdout is not None and process.stderr is not None
        assert asyncio.run(flood(process.stdout.readline().strip(), 2, 1)) == [200, 200]
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0 and process.stderr.read() == ""
