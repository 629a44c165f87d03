"""status.json while a driver lives, and how it says that one has ended."""

import json
import time
from pathlib import Path

import pytest

from synthgen import beacon
from synthgen.beacon import Beacon, read_status
from synthgen.desk import RunDesk
from synthgen.errors import BudgetReached, DiskError, Interrupted, OutageError
from synthgen.pipeline import at_work, generate
from synthgen.status import Status
from synthgen.store import Store
from tests.doubles import Silent, run_of


def said(folder: Path) -> Status:
    status = read_status(Store(folder))
    assert status is not None
    return status


@pytest.mark.parametrize(
    ("error", "state", "words"),
    [
        (None, "finished", ""),
        (Interrupted("Ctrl-C"), "interrupted", ""),
        (KeyboardInterrupt(), "interrupted", ""),
        (OutageError("the server does not answer"), "stopped", "the server does not answer"),
        (DiskError("the disk is full"), "stopped", "the disk is full"),
        (
            KeyError("sk-secret"),
            "stopped",
            "a mistake in the program (KeyError); where it ran, its traceback was printed",
        ),
    ],
)
def test_whatever_ends_a_driver_is_told(tmp_path: Path, error: BaseException | None, state: str, words: str) -> None:
    try:
        with Beacon(Store(tmp_path), RunDesk(tmp_path)) as one:
            one.update(Status("joke", n=3))
            assert said(tmp_path).state == "working"
            if error:
                raise error
    except BaseException as e:
        assert e is error
    assert (said(tmp_path).state, said(tmp_path).said, said(tmp_path).n) == (state, words, 3)


def test_ctrl_c_during_the_first_word_is_what_is_raised(tmp_path: Path) -> None:
    desk = RunDesk(tmp_path)

    def interrupt() -> None:
        desk.still_ours = lambda: None
        raise KeyboardInterrupt

    desk.still_ours = interrupt
    with pytest.raises(KeyboardInterrupt), Beacon(Store(tmp_path), desk) as one:
        one.update(Status())
    assert said(tmp_path).state == "interrupted"


def test_a_cap_of_the_user_is_told_though_nothing_is_raised(tmp_path: Path) -> None:
    desk = RunDesk(tmp_path)
    with Beacon(Store(tmp_path), desk) as one:
        one.update(Status())
        desk.stop(BudgetReached("budget.usd=1 is reached"))
    assert (said(tmp_path).state, said(tmp_path).said) == ("stopped", "budget.usd=1 is reached")


def test_it_beats_on_while_nothing_happens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beacon, "EVERY", 0.02)
    with Beacon(Store(tmp_path), RunDesk(tmp_path)) as one:
        one.update(Status())
        first = said(tmp_path)
        while said(tmp_path).beat < first.beat + 3:
            time.sleep(0.02)
        assert said(tmp_path).time > first.time


def test_who_makes_no_run_says_nothing(tmp_path: Path) -> None:
    with Beacon(Store(tmp_path), RunDesk(tmp_path)):
        pass
    assert not (tmp_path / "status.json").exists()


def test_a_disk_that_is_full_ends_no_run_for_the_sake_of_this_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(store: Store, name: str, content: object) -> None:
        raise DiskError("the disk is full")

    monkeypatch.setattr(Store, "write_json", full)
    with Beacon(Store(tmp_path), RunDesk(tmp_path)) as one:
        one.update(Status())


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "[1]", '{"stages": 3}', "\x00"])
def test_a_file_that_cannot_be_read_is_as_good_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "status.json").write_text(text)
    assert read_status(Store(tmp_path)) is None
    run = run_of(tmp_path, 3)
    with at_work(run) as (store, desk):
        generate(run, store, desk, Silent())
    assert said(tmp_path).kept == 3


def test_what_is_told_is_kept_for_those_who_look_later(tmp_path: Path) -> None:
    run = run_of(tmp_path, 3)
    with at_work(run) as (_, desk):
        heard: list[str] = []
        desk.say = heard.append
        desk.tell("the server does not answer")
    assert heard == ["the server does not answer"]
    (event,) = [json.loads(line) for line in (tmp_path / "log.jsonl").read_text().splitlines()]
    assert event["event"] == "told" and event["said"] == heard[0] and event["time"] > 0
