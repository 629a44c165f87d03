"""Drivers that die at every step of a batch: nothing is paid twice, nothing is lost."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable

import pytest

from synthgen.types import Reject, Reply
from tests.chat_batches import Plan
from tests.chat_server import Answer, error
from tests.llm.openai_batch.setting import CREATE, Setting, ids, place


def driver(s: Setting, count: int, *death: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "tests.llm.openai_batch.dying", str(s.folder), s.url, str(count), *death]
    return subprocess.Popen(command)


COUNT = 600


def plan_of_the_dying(number: int) -> Plan:
    """Both files say something: one line is refused, one expires."""
    return Plan(fails={3: error(400, "no", "content_policy_violation")[:2]}, expires={5}) if number == 0 else Plan()


def all_is_well(s: Setting) -> None:
    """The next run brings everything to its end, and nothing was paid twice or lost."""
    answers = s.ask(COUNT)
    assert [a.id for a in answers] == ids(*range(COUNT))
    assert [a.id for a in answers if isinstance(a, Reject)] == ids(3)
    assert [place(a) for a in answers if isinstance(a, Reply)] == [f"number {i}" for i in range(COUNT) if i != 3]
    assert s.seen.repeats() == 0 and len(s.seen.answered) == len(s.journal()) == COUNT - 1
    assert len(s.batches()) == 2  # the second one asks again for what expired
    assert not list((s.folder / "replies/batches").glob("*.asks"))


@pytest.mark.parametrize(
    "death",
    [("BEFORE", 0), ("AFTER", 0), ("BEFORE", 1), ("AFTER", 1), ("BEFORE", 3), ("AFTER", 3)],
    ids=[
        "started, not noted",
        "noted",
        "fetched, nothing kept",
        "a part is kept",
        "all is kept, its end is not noted",
        "its end is noted",
    ],
)
def test_a_driver_that_dies_at_an_append_costs_nothing(on: Callable[..., Setting], death: tuple[str, int]) -> None:
    s = on(plan=plan_of_the_dying)
    assert driver(s, COUNT, *map(str, death)).wait(60) == -signal.SIGKILL
    all_is_well(s)


def test_a_line_that_the_death_of_a_driver_cut_short_is_read_again(on: Callable[..., Setting]) -> None:
    s = on(plan=plan_of_the_dying)
    assert driver(s, COUNT, "AFTER", "1").wait(60) == -signal.SIGKILL
    [journal] = (s.folder / "replies").glob("*.jsonl")
    os.truncate(journal, journal.stat().st_size - 40)
    all_is_well(s)


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ("POST /v1/files", 0),
        (CREATE, 0),
        ("GET /v1/batches/", 1),
        ("/content", 0),
        ("/content", 1),
    ],
    ids=["uploading", "starting", "waiting", "fetching the output", "fetching the errors"],
)
def test_a_driver_that_dies_while_it_speaks_costs_nothing(on: Callable[..., Setting], asked: str, number: int) -> None:
    process: list[subprocess.Popen[bytes]] = []
    heard = []

    def beside(what: str, _: int) -> Answer | None:
        if asked in what and not (asked == "/content" and "GET" not in what):
            heard.append(what)
            if len(heard) == number + 1 and process:
                process[0].kill()
                process[0].wait()
        return None

    s = on(plan=plan_of_the_dying, beside=beside)
    process.append(driver(s, COUNT))
    assert process[0].wait(60) == -signal.SIGKILL
    all_is_well(s)
