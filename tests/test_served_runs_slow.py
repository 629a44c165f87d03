"""Whole runs against the test server, at full size: faults, bad replies, kills, outages, signals, a full disk."""

import os
import random
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

import pytest

from tests.chat_server import Answer, Body, Say, error, fetch_seen, serving_apart
from tests.test_served_runs import (
    asked_for,
    assert_nothing_journalled_was_asked_again,
    check_bad_replies,
    command,
    exported,
    late,
    requests_of,
    run,
    selected,
)
from tests.writers import FAULTS, badly, faults, order_of, slow, writing

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]
ALL = ["ability=color", "n=600", "engine.workers=2"]
SOME = ["ability=color", "n=200", "engine.workers=2"]


def undisturbed(folder: Path, *more: str) -> Path:
    """A run that nothing disturbed, and the number of its requests."""
    with serving_apart(writing) as url:
        done = run(folder, url, *more)
        assert done.returncode == 0, done.stderr
        seen = fetch_seen(url)
    assert seen.repeats() == 0
    (folder / "requests").write_text(str(len(seen.arrivals)))
    return folder


@pytest.fixture(scope="module")
def calm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return undisturbed(tmp_path_factory.mktemp("calm"), *ALL)


@pytest.fixture(scope="module")
def calm_some(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return undisturbed(tmp_path_factory.mktemp("some"), *SOME)


@contextmanager
def at_work(folder: Path, url: str, *more: str) -> Iterator[subprocess.Popen[str]]:
    """A run in the background, with a process group of its own as in a terminal."""
    folder.mkdir(exist_ok=True)
    process = subprocess.Popen(
        command(url, *more),
        cwd=folder,
        text=True,
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def until(url: str, arrivals: int) -> None:
    """Wait until so many requests have arrived."""
    while len(fetch_seen(url).arrivals) < arrivals:
        time.sleep(0.1)


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


# faults of the line, and bad replies ---------------------------------------------------------------------------------


def test_six_hundred_samples_through_faults_are_the_same_as_without(calm: Path, tmp_path: Path) -> None:
    kinds = [kind for kind in FAULTS if kind != "429"]  # without a time, each stops everybody for a second
    with serving_apart(faults(0.3, 1, kinds, late(0.1, 0.5, 1))) as url:
        done = run(tmp_path, url, *ALL, "llm.timeout=2")
        seen = fetch_seen(url)
    assert done.returncode == 0, done.stderr
    assert selected(tmp_path) == selected(calm) and exported(tmp_path) == exported(calm)
    print(len(seen.arrivals), requests_of(calm), seen.outcomes, done.stdout)
    assert len(seen.arrivals) <= 1.5 * requests_of(calm)
    assert len(seen.answered) == requests_of(calm)


def test_five_hundred_samples_of_a_bad_writer_are_all_good(tmp_path: Path) -> None:
    with serving_apart(badly(0.3, 2)) as url:
        found = check_bad_replies(tmp_path, url, 500, "joke")
    print(len(selected(tmp_path)), found)
    known = ("red balloon", "paper kite", "It shows a red balloon that somebody", "The painting shows a paper kite")
    assert all(any(words in one for words in known) for one in found) and len(found) <= 4, found


def killed_once_it_asks(folder: Path, url: str, after: float) -> bool:
    """Kill a run so many seconds after its first new reply; gives whether it was still at work."""

    def journal() -> int:
        return sum(path.stat().st_size for path in folder.glob("outputs/run/replies/*.jsonl"))

    before = journal()
    with at_work(folder, url, *ALL) as process:
        while journal() == before and process.poll() is None:
            time.sleep(0.02)
        time.sleep(after)
        return process.poll() is None


def test_twenty_kills_repeat_at_most_what_was_in_flight(calm: Path, tmp_path: Path) -> None:
    luck, kills = random.Random(3), 0
    with serving_apart(slow(0.1)) as url:
        for _ in range(20):
            kills += killed_once_it_asks(tmp_path, url, luck.uniform(0, 0.3))
        done = run(tmp_path, url, *ALL)
        seen = fetch_seen(url)
    assert done.returncode == 0, done.stderr
    print(kills, len(seen.arrivals), requests_of(calm), seen.repeats(asked_for), seen.outcomes)
    assert kills >= 15
    assert exported(tmp_path) == exported(calm)
    assert seen.repeats(asked_for) <= kills * 32
    assert_nothing_journalled_was_asked_again(tmp_path)


# servers that want to wait, fall over, or are gone -------------------------------------------------------------------


def busy(at: int, seconds: float, body: Body, number: int) -> Answer:
    """One request too many, once."""
    if number == at:
        return error(429, "Rate limit reached.", "rate_limit_exceeded", {"Retry-After": f"{seconds:g}"})
    return Say(*writing(body, number))._replace(delay=0.3)


def test_nobody_asks_while_the_server_wants_to_be_left_alone(calm_some: Path, tmp_path: Path) -> None:
    with serving_apart(partial(busy, 100, 3)) as url:
        done = run(tmp_path, url, *SOME, "llm.concurrency=64")
        seen = fetch_seen(url)
    assert done.returncode == 0, done.stderr
    said = seen.arrivals[100].left
    assert seen.busiest > 32 and said is not None
    assert [at - said for at in seen.times if said + 0.1 < at < said + 2.99] == []
    assert exported(tmp_path) == exported(calm_some)


def test_a_server_that_is_away_for_five_seconds_changes_nothing(calm_some: Path, tmp_path: Path) -> None:
    port = free_port()
    url = f"http://127.0.0.1:{port}/v1"
    with ExitStack() as stack:
        with serving_apart(slow(0.2), port=port):
            process = stack.enter_context(at_work(tmp_path, url, *SOME))
            until(url, 100)
            before = len(fetch_seen(url).answered)
        time.sleep(5)
        with serving_apart(slow(0.2), port=port):
            _, said = process.communicate(timeout=120)
            after = len(fetch_seen(url).answered)
    assert process.returncode == 0, said
    print(said, before, after)
    assert exported(tmp_path) == exported(calm_some)
    assert before + after <= requests_of(calm_some) + 32
    assert_nothing_journalled_was_asked_again(tmp_path)


def test_a_server_that_is_gone_for_good_ends_the_run_and_nothing_is_lost(calm_some: Path, tmp_path: Path) -> None:
    port = free_port()
    url = f"http://127.0.0.1:{port}/v1"
    with ExitStack() as stack:
        with serving_apart(slow(0.2), port=port):
            process = stack.enter_context(at_work(tmp_path, url, *SOME, "llm.max_outage=5"))
            until(url, 100)
            before = len(fetch_seen(url).answered)
        gone = time.monotonic()
        _, said = process.communicate(timeout=60)
        print(said, time.monotonic() - gone)
    assert process.returncode == 5 and time.monotonic() - gone < 30
    assert "run the same command to go on" in said and "Traceback" not in said
    with serving_apart(writing, port=port):
        done = run(tmp_path, url, *SOME)
        after = len(fetch_seen(url).answered)
    assert done.returncode == 0, done.stderr
    assert exported(tmp_path) == exported(calm_some)
    assert before + after <= requests_of(calm_some) + 32
    assert_nothing_journalled_was_asked_again(tmp_path)


# what a user does ----------------------------------------------------------------------------------------------------


def hanging(first: int, body: Body, number: int) -> Answer:
    """A server that falls silent."""
    return writing(body, number) if number < first else Say(fate="hang")


def test_ctrl_c_finishes_what_is_in_flight_and_the_same_command_goes_on(calm_some: Path, tmp_path: Path) -> None:
    with serving_apart(slow(0.3)) as url:
        with at_work(tmp_path, url, *SOME) as process:
            until(url, 100)
            os.killpg(process.pid, signal.SIGINT)
            _, said = process.communicate(timeout=30)
        print(said)
        assert process.returncode == 130 and "Run the same command to go on" in said, said
        assert "Traceback" not in said
        assert set(fetch_seen(url).outcomes) == {"200"}, "what was in flight was dropped"
        done = run(tmp_path, url, *SOME)
        seen = fetch_seen(url)
    assert done.returncode == 0, done.stderr
    assert exported(tmp_path) == exported(calm_some)
    assert len(seen.answered) == requests_of(calm_some)


def test_ctrl_c_twice_ends_at_once_though_the_server_is_silent(tmp_path: Path) -> None:
    with serving_apart(partial(hanging, 100)) as url, at_work(tmp_path, url, *SOME) as process:
        until(url, 110)
        os.killpg(process.pid, signal.SIGINT)
        time.sleep(1)
        assert process.poll() is None, "it does not wait for what is in flight"
        os.killpg(process.pid, signal.SIGINT)
        began = time.monotonic()
        _, said = process.communicate(timeout=30)
        took = time.monotonic() - began
    print(said, took)
    assert process.returncode == 130 and took < 2, said
    assert "Traceback" not in said


@pytest.mark.parametrize("more", [["ability=joke"], ["ability=[animal,joke]"], ["ability=food", "images_per_prompt=3"]])
def test_a_run_that_grows_pays_for_the_rest_and_equals_a_fresh_one(tmp_path: Path, more: list[str]) -> None:
    with serving_apart(writing) as url:
        for n in (24, 100):
            done = run(tmp_path / "grown", url, *more, f"n={n}")
            assert done.returncode == 0, done.stderr
        paid = len(fetch_seen(url).answered)
        fresh = run(tmp_path / "fresh", url, *more, "n=100", "engine.workers=2")
        assert fresh.returncode == 0, fresh.stderr
        assert len(fetch_seen(url).answered) == 2 * paid
    assert exported(tmp_path / "grown") == exported(tmp_path / "fresh")


def test_dialogues_are_asked_for_while_prompts_are_still_to_come(tmp_path: Path) -> None:
    with serving_apart(slow(1.0)) as url:
        done = run(tmp_path, url, "ability=color", "n=768", "llm.concurrency=64", "engine.workers=2")
        seen = fetch_seen(url)
    assert done.returncode == 0, done.stderr
    is_dialogue = ["keywords" in order_of(body) for body in seen.bodies]
    first = is_dialogue.index(True)
    print(first, len(is_dialogue), seen.times[-1] - seen.times[0], len(is_dialogue) / 64, seen.busiest, done.stdout)
    assert first <= 512, "the first dialogue waits for most prompts"
    last_prompt = len(is_dialogue) - 1 - is_dialogue[::-1].index(False)
    assert sum(is_dialogue[:last_prompt]) >= 64
    assert seen.busiest == 64
    ideal = len(is_dialogue) / 64
    assert seen.times[-1] - seen.times[0] < 1.5 * ideal, "the server waits for the renderer"


# the disk ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("room", ["150k", "400k"])
def test_a_full_disk_is_one_line_and_costs_what_was_in_flight(calm_some: Path, tmp_path: Path, room: str) -> None:
    small = tmp_path / "outputs"
    small.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={room}", "tmpfs", small], capture_output=True)
    if made.returncode:
        pytest.skip("cannot mount a small disk here")
    try:
        with serving_apart(slow(0.1)) as url:
            full = run(tmp_path, url, *SOME)
            print(full.stderr)
            assert full.returncode == 6, full.stderr
            assert "is full; free space, then run the same command" in full.stderr and "Traceback" not in full.stderr
            subprocess.run(["mount", "-o", "remount,size=60m", small], check=True)
            done = run(tmp_path, url, *SOME)
            seen = fetch_seen(url)
        assert done.returncode == 0, done.stderr
        assert exported(tmp_path) == exported(calm_some)
        print(len(seen.answered), requests_of(calm_some))
        assert len(seen.answered) <= requests_of(calm_some) + 32
    finally:
        subprocess.run(["umount", small], check=True)
