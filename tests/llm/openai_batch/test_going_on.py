"""Runs that stop and go on, and whole runs."""

import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from synthgen.__main__ import main
from synthgen.desk import Budget, RunDesk
from synthgen.errors import UsageError
from tests.chat_batches import Plan
from tests.chat_server import serving
from tests.commands.test_generate import tree
from tests.llm.openai_batch.setting import CREATE, NO_ROOM, Setting, place, request
from tests.writers import writing

# stopping and going on -----------------------------------------------------------------------------------------------


def test_ctrl_c_returns_at_once_and_the_same_command_collects_what_was_at_work(on: Callable[..., Setting]) -> None:
    s = on(plan=lambda number: Plan(in_progress=5))
    desk, said = RunDesk(s.folder), list[str]()

    def say(line: str) -> None:
        said.append(line)
        if "validating" in line:
            threading.Timer(0.3, desk.cancel).start()

    desk.say = say
    began = time.monotonic()
    assert s.ask(5, "llm.poll_seconds=60", desk=desk) == []
    assert time.monotonic() - began < 10
    [batch] = s.batches()
    assert said[-1] == f"at work at the server: batch {batch['id']}; run the same command to collect it"
    assert [place(a) for a in s.ask(8)] == [f"number {i}" for i in range(8)]  # a larger n
    assert s.sent() == [[f"number {i}" for i in range(5)], ["number 5", "number 6", "number 7"]]


def test_several_batches_that_were_at_work_are_all_collected(on: Callable[..., Setting]) -> None:
    s = on(plan=lambda number: Plan(errors=[NO_ROOM] if number == 0 else (), in_progress=5))
    desk = RunDesk(s.folder)

    def stop_at_the_third(line: str) -> None:
        if "validating" in line and len(s.batches()) == 3:
            desk.cancel()

    desk.say = stop_at_the_third
    assert s.ask(500, desk=desk) == [] and [b["status"] for b in s.batches()].count("validating") == 2
    assert len(s.ask(500)) == 500 and len(s.batches()) == 3 and s.seen.repeats() == 0


def test_a_cap_holds_before_the_next_wave(on: Callable[..., Setting]) -> None:
    s = on()
    desk = RunDesk(s.folder, Budget(tokens=1))
    found = s.ask(20, "llm.batch_requests=5", desk=desk)
    assert desk.stopped is not None and len(found) == 5 and [len(batch) for batch in s.sent()] == [5]


def test_a_batch_of_another_account_says_how_to_go_on(on: Callable[..., Setting]) -> None:
    s = on(plan=lambda number: Plan(in_progress=10**9))
    desk = RunDesk(s.folder)
    desk.say = lambda line: desk.cancel() if "validating" in line else None
    assert s.ask(3, desk=desk) == []
    other = on()
    with pytest.raises(UsageError, match="give it up: delete") as caught:
        other.ask(3)
    Path(str(caught.value).rpartition("delete ")[2]).unlink()
    assert len(other.ask(3)) == 3


# a whole run ---------------------------------------------------------------------------------------------------------


def test_a_whole_run_keeps_what_llm_openai_keeps(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with serving(writing, metered=True) as (url, seen):
        for llm, more in (("openai_batch", ["llm.poll_seconds=0.05"]), ("openai", [])):
            words = ["ability=color", "n=12", f"llm={llm}", f"llm.base_url={url}", f"outputs={tmp_path}", f"name={llm}"]
            assert main([*words, *more]) == 0, capsys.readouterr()
            if llm == "openai_batch":
                asked_in_batches = len(seen.answered)
                assert seen.repeats() == 0 and seen.others.count(CREATE) == 2
    assert len(seen.answered) == 2 * asked_in_batches
    exports = [tree(tmp_path / llm / "export") for llm in ("openai_batch", "openai")]
    for name in ("llava/README.md", "parquet/README.md"):  # cards tell the command, and that is another one
        exports[0][name] = exports[0][name].replace(b"llm=openai_batch", b"llm=openai")
    assert exports[0] == exports[1] and len(exports[0]) > 12


@pytest.mark.slow
def test_requests_that_do_not_fit_into_one_file_become_two_batches(on: Callable[..., Setting]) -> None:
    s = on()
    large = bytes(3_000_000)
    found = list(s.asking(request(i, large) for i in range(52)))
    assert len(found) == 52
    sizes: Sequence[int] = [batch["request_counts"]["total"] for batch in reversed(s.batches())]
    assert len(sizes) == 2 and sum(sizes) == 52 and sizes[0] * 4_000_000 < 190 * 2**20 < (sizes[0] + 1) * 4_010_000
