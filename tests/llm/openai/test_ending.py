"""Ending: Ctrl-C once and twice, a generator that nobody reads on, close(). Nothing hangs, nothing leaks."""

import asyncio
import gc
import os
import signal
import threading
import time
import warnings
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from synthgen.desk import RunDesk
from synthgen.errors import OutageError
from synthgen.types import Reject, Reply
from tests.chat_server import Answer, Body, Say, Script, error, serving
from tests.llm.openai.asking import Notebook, answering, asked, asking, client, request, threads, until

WAITS = {
    "in a pause": lambda body, number: error(429, "wait", headers={"Retry-After": "60"}) if number else ANSWERED(body),
    "in backoff": lambda body, number: error(503, "overloaded") if number else ANSWERED(body),
    "while probing": lambda body, number: error(500, "x") if number else ANSWERED(body),
    "before the form is known": lambda body, number: error(500, "x"),
    "in flight": lambda body, number: Say(fate="hang") if number else ANSWERED(body),
}


def ANSWERED(body: Body) -> Answer:
    return answering(body, 0)


@pytest.fixture(autouse=True)
def nothing_leaks() -> Iterator[None]:
    """No thread, no socket, no task is left when the client is closed."""
    before, sockets = threads(), open_sockets()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yield
        gc.collect()
    assert until(2, lambda: threads() <= before), threads() - before
    assert until(2, lambda: open_sockets() <= sockets)
    assert not [each for each in gc.get_objects() if isinstance(each, asyncio.Task) and not each.done()]


def open_sockets() -> int:
    links = [os.path.join("/proc/self/fd", name) for name in os.listdir("/proc/self/fd")]
    return sum(os.path.islink(link) and os.readlink(link).startswith("socket:") for link in links)


@pytest.mark.parametrize("where", [where for where in WAITS if where != "in flight"])
def test_one_ctrl_c_ends_every_wait(where: str) -> None:
    desk = Notebook()
    with serving(WAITS[where]) as (url, seen):
        llm = client(url, concurrency=8, max_outage=100.0)
        with ThreadPoolExecutor(1) as pool:
            found = pool.submit(lambda: list(llm.complete((request(i) for i in range(50)), desk)))
            assert until(3, lambda: len(seen.bodies) >= (2 if where == "in a pause" else 9))
            desk.cancelled = True
            began = time.monotonic()
            assert all(isinstance(answer, Reply) for answer in found.result())
            assert time.monotonic() - began < 1
            asked_until_then = len(seen.bodies)
            time.sleep(0.3)
        assert len(seen.bodies) == asked_until_then, "nothing is sent any more"
        began = time.monotonic()
        llm.close()
        assert time.monotonic() - began < 1


def test_one_ctrl_c_lets_what_is_in_flight_arrive_and_starts_nothing() -> None:
    desk = Notebook()
    with serving(lambda body, number: Say(*answering(body, number))._replace(delay=0.3 if number else 0)) as (
        url,
        seen,
    ):
        llm = client(url, concurrency=4)
        answers = llm.complete((request(i) for i in range(100)), desk)
        next(answers)
        assert until(2, lambda: len(seen.bodies) == 4)
        desk.cancelled = True
        rest = list(answers)
        llm.close()
    assert len(rest) == 3 and len(seen.bodies) == len(desk.replies) == 4


def test_a_request_on_its_way_takes_no_further_step_after_ctrl_c() -> None:
    desk = Notebook()

    def script(body: Body, number: int) -> Answer:
        desk.cancelled = True
        return 200, {"choices": [{"message": {"content": "no JSON: to be mended"}}]}

    with serving(script) as (url, seen):
        assert asking(url, [request(i) for i in range(4)], desk, concurrency=1) == []
    assert len(seen.bodies) == len(desk.replies) == 1


def test_a_second_ctrl_c_does_not_wait_for_a_silent_server(tmp_path: Path) -> None:
    desk = RunDesk(tmp_path)
    main = threading.main_thread().ident
    assert main is not None
    with serving(WAITS["in flight"]) as (url, seen), desk.listening():
        llm = client(url, concurrency=4, timeout=60.0)
        answers = llm.complete([request(i) for i in range(8)], desk)
        assert isinstance(next(answers), Reply)
        twice = [threading.Timer(delay, signal.pthread_kill, (main, signal.SIGINT)) for delay in (0.2, 0.4)]
        for timer in twice:
            timer.start()
        began = time.monotonic()
        with pytest.raises(KeyboardInterrupt):
            next(answers)
        llm.close()
        assert time.monotonic() - began < 1.5
        for timer in twice:
            timer.join()


@pytest.mark.parametrize("where", WAITS)
def test_close_ends_everything_within_a_second(where: str) -> None:
    with serving(WAITS[where]) as (url, seen):
        llm = client(url, concurrency=8, timeout=60.0, max_outage=100.0)
        with ThreadPoolExecutor(1) as pool:
            found = pool.submit(lambda: list(llm.complete((request(i) for i in range(50)), Notebook())))
            assert until(3, lambda: len(seen.bodies) >= 2)
            began = time.monotonic()
            llm.close()
            assert time.monotonic() - began < 1
            assert len(found.result(timeout=1)) <= 1, "it ends too, with what there was"
        llm.close()  # twice is no mistake


def test_a_generator_that_is_closed_early_sends_nothing_new_and_keeps_what_arrives() -> None:
    desk = Notebook()
    with serving(lambda body, number: Say(*answering(body, number))._replace(delay=0.2 if number else 0)) as (
        url,
        seen,
    ):
        llm = client(url, concurrency=4)
        answers = llm.complete((request(i) for i in range(100)), desk)
        next(answers)
        assert until(2, lambda: len(seen.bodies) == 4)
        began = time.monotonic()
        answers.close()  # type: ignore[attr-defined]
        assert time.monotonic() - began < 0.1
        assert until(2, lambda: len(desk.replies) == 4)
        time.sleep(0.1)
        llm.close()
    assert len(seen.bodies) == 4


def test_after_a_close_it_can_be_used_again() -> None:
    with serving(answering) as (url, _):
        llm = client(url)
        for number in range(3):
            assert len(list(llm.complete([request(number)], Notebook()))) == 1
            llm.close()


def test_one_that_never_asked_has_nothing_to_close() -> None:
    client("http://127.0.0.1:9/v1").close()


def test_what_ends_one_thread_ends_them_all() -> None:
    def script(body: Body, number: int) -> Answer:
        return answering(body, number) if number < 30 else error(500, "x")

    desk, found = Notebook(), list[Reply | Reject]()
    with serving(script) as (url, _):
        llm = client(url, max_outage=0.5)

        def work(part: int) -> None:
            for answer in llm.complete((request(i) for i in range(part * 100, part * 100 + 50)), desk):
                found.append(answer)

        with ThreadPoolExecutor(4) as pool:
            crowd = [pool.submit(work, part) for part in range(4)]
            assert all(isinstance(each.exception(timeout=5), OutageError) for each in crowd)
        llm.close()
    assert len(desk.replies) == 30 and len(found) <= 30


def test_a_bug_on_the_desk_is_raised_where_the_work_was_asked_for() -> None:
    """It neither hangs nor passes for an outage."""

    class Buggy(Notebook):
        def append(self, *replies: Reply) -> None:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        asking_a(answering, Buggy())


def asking_a(script: Script, desk: Notebook) -> None:
    with serving(script) as (url, _):
        asking(url, [request(i) for i in range(8)], desk)


def test_a_slow_disk_is_waited_for() -> None:
    class Slow(Notebook):
        def append(self, *replies: Reply) -> None:
            time.sleep(0.3)
            super().append(*replies)

    desk = Slow()
    with serving(answering) as (url, seen):
        llm = client(url)
        answers = llm.complete([request()], desk)
        with ThreadPoolExecutor(1) as pool:
            pool.submit(lambda: next(answers, None))
            assert until(2, lambda: len(seen.answered) == 1)
            time.sleep(0.1)
            llm.close()
            assert len(desk.replies) == 1, "what was being written is written"


def test_the_texts_of_different_requests_do_not_mix() -> None:
    with serving(answering) as (url, seen):
        found = asking(url, [request(i) for i in range(50)], concurrency=16)
    assert {asked(body) for body in seen.bodies} == {f"ask {i}" for i in range(50)}
    for reply in found:
        assert isinstance(reply, Reply) and reply.text == f'{{"word":"ask {int(reply.id[-9:])}"}}'
