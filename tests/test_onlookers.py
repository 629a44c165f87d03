"""Monitors look on while a run works: what they are shown, and that none of them ends a run or holds it up."""

import os
import signal
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from synthgen import onlookers
from synthgen.build import Run
from synthgen.engine.local import Local
from synthgen.errors import DiskError, Interrupted
from synthgen.kit.pictures import BrokenPicture
from synthgen.monitors import Monitor, MonitorLost, RunAbout, Shown
from synthgen.onlookers import SIDE, Onlookers, newest
from synthgen.pipeline import Outcome, at_work, generate
from synthgen.status import StageStatus, Status
from synthgen.store import Store
from tests import samples
from tests.doubles import Silent, run_of


@dataclass(frozen=True)
class Notes(Monitor):
    """Remembers what it was shown."""

    every: float = 0.01
    wanted: int = 0  # type: ignore[assignment]

    @property
    def seen(self) -> list[tuple[Status, int]]:
        return vars(self).setdefault("_seen", [])  # type: ignore[no-any-return]

    @property
    def pictures(self) -> list[Sequence[Shown]]:
        return vars(self).setdefault("_pictures", [])  # type: ignore[no-any-return]

    def start(self, about: RunAbout, tell: Callable[[str], None]) -> str:
        vars(self)["about"] = about
        return "look here"

    def update(self, status: Status, step: int) -> None:
        self.seen.append((status, step))

    def show(self, samples: Sequence[Shown], step: int) -> None:
        self.pictures.append(samples)

    def close(self) -> None:
        vars(self)["closed"] = vars(self).get("closed", 0) + 1


@dataclass(frozen=True)
class Lost(Notes):
    def update(self, status: Status, step: int) -> None:
        raise MonitorLost("its server is gone")


@dataclass(frozen=True)
class NeverBegins(Notes):
    def start(self, about: RunAbout, tell: Callable[[str], None]) -> str:
        raise MonitorLost("cannot listen")


@dataclass(frozen=True)
class Wrong(Notes):
    def update(self, status: Status, step: int) -> None:
        raise ZeroDivisionError


@dataclass(frozen=True)
class Hangs(Notes):
    @property
    def wakes(self) -> threading.Event:
        return vars(self).setdefault("_wakes", threading.Event())  # type: ignore[no-any-return]

    def update(self, status: Status, step: int) -> None:
        self.wakes.wait()
        vars(self)["woke"] = True
        raise MonitorLost("too late")


def made(run: Run, monitors: Mapping[str, Monitor]) -> tuple[Outcome, list[str]]:
    told: list[str] = []
    with at_work(replace(run, monitors=monitors)) as (store, desk):
        desk.say = told.append
        return generate(run, store, desk, Silent()), told


def test_it_sees_the_run_go_on_and_at_last_how_it_ended(tmp_path: Path) -> None:
    notes = Notes()
    outcome, told = made(run_of(tmp_path, 40, engine=Local(2)), {"notes": notes})
    assert outcome.full and told == ["monitor.notes: look here"] and vars(notes)["closed"] == 1
    states, steps = [status.state for status, _ in notes.seen], [step for _, step in notes.seen]
    assert states[-1] == "finished" and set(states[:-1]) == {"working"}
    assert steps == sorted(steps) and steps[-1] == 40 and notes.seen[-1][0].kept == 40
    for status, _ in notes.seen:
        assert all(stage.done + stage.rejected + stage.waiting == stage.asked for stage in status.stages)


def test_what_is_known_of_the_run_is_told_before_it_begins(tmp_path: Path) -> None:
    notes = Notes()
    made(run_of(tmp_path, 3), {"notes": notes})
    about = vars(notes)["about"]
    assert (about.name, about.folder) == ("null", tmp_path)
    assert {"version", "abilities", "llm", "renderer"} <= about.facts.keys()


@pytest.mark.parametrize("monitor, why", [(Lost(), "its server is gone"), (NeverBegins(), "cannot listen")])
def test_one_that_is_lost_costs_a_line_and_the_others_look_on(monitor: Notes, why: str, tmp_path: Path) -> None:
    notes = Notes()
    outcome, told = made(run_of(tmp_path, 20), {"lost": monitor, "notes": notes})
    assert outcome.full and notes.seen[-1][0].state == "finished"
    assert [line for line in told if why in line] == [f"monitor.lost: {why}; the run goes on without it"]
    assert vars(monitor)["closed"] == 1


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_mistake_in_one_ends_no_run(tmp_path: Path) -> None:
    wrong = Wrong()
    outcome, _ = made(run_of(tmp_path, 20), {"wrong": wrong})
    assert outcome.full and vars(wrong)["closed"] == 1


def test_one_that_hangs_is_waited_for_a_moment_at_the_end_and_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(onlookers, "LAST", 0.2)
    notes, hangs = Notes(), Hangs()
    outcome, told = made(run_of(tmp_path, 20), {"hangs": hangs, "worse": Hangs(), "notes": notes})
    assert outcome.full and notes.seen[-1][0].state == "finished"
    assert told[-2:] == [
        f"monitor.{name}: does not come to its end; it is not waited for" for name in ("hangs", "worse")
    ]
    hangs.wakes.set()
    while "closed" not in vars(hangs):
        time.sleep(0.01)
    assert vars(hangs)["woke"] and "too late" not in "".join(told)  # the folder may be another driver's by now


def test_a_full_disk_is_the_runs_own_business(tmp_path: Path) -> None:
    def full(line: str) -> None:
        raise DiskError("the disk is full")

    notes, run = Notes(), run_of(tmp_path, 3)
    with at_work(replace(run, monitors={"notes": notes})) as (store, desk):
        desk.log = full
        assert generate(run, store, desk, Silent()).full
    assert notes.seen[-1][0].state == "finished"


def test_the_same_rows_are_made_whoever_looks_on(tmp_path: Path) -> None:
    some = {"notes": Notes(wanted=2), "lost": Lost()}
    folders = [tmp_path / name for name in ("alone", "watched")]
    for folder, monitors in zip(folders, ({}, some), strict=True):
        assert made(run_of(folder, 20), monitors)[0].full
    alone, watched = (Store(folder) for folder in folders)
    assert list(alone.kept()) == list(watched.kept())
    for table in ("prompts", "pictures", "dialogues"):
        assert list(alone.rows(table, "null")) == list(watched.rows(table, "null"))


def test_the_next_driver_goes_on_where_the_last_one_stopped(tmp_path: Path) -> None:
    first, second = Notes(), Notes()
    made(run_of(tmp_path, 20), {"notes": first})
    made(run_of(tmp_path, 40), {"notes": second})
    assert second.seen[0][1] >= first.seen[-1][1] == 20 and second.seen[-1][1] == 40


def test_an_interrupted_run_is_shown_as_interrupted(tmp_path: Path) -> None:
    notes = Notes()
    threading.Thread(target=_interrupt_once_seen, args=(notes,), daemon=True).start()
    with pytest.raises(Interrupted):
        made(run_of(tmp_path, 5000), {"notes": notes})
    assert notes.seen[-1][0].state == "interrupted" and vars(notes)["closed"] == 1


def _interrupt_once_seen(notes: Notes) -> None:
    while not any(step for _, step in notes.seen):
        time.sleep(0.01)
    os.kill(os.getpid(), signal.SIGINT)


def test_who_makes_no_run_has_no_onlookers(tmp_path: Path) -> None:
    notes = Notes()
    with at_work(replace(run_of(tmp_path, 3), monitors={"notes": notes})):
        pass
    assert notes.seen == [] and "about" not in vars(notes)


def test_the_step_never_falls_though_a_count_does(tmp_path: Path) -> None:
    notes, run = Notes(), run_of(tmp_path, 3)
    with at_work(run) as (store, desk), Onlookers(replace(run, monitors={"notes": notes}), store, desk) as some:
        for count in (50, 30, 60):
            some.update(Status(stages=(StageStatus("null", "pictures", 100, count),)))
            while not notes.seen or notes.seen[-1][0].total("pictures").done != count:
                time.sleep(0.005)
    steps = [step for _, step in notes.seen]
    assert steps == sorted(steps) and {50, 60} == set(steps)


def test_the_newest_kept_samples_of_each_ability_are_shown_reduced(tmp_path: Path) -> None:
    store = Store(tmp_path)
    ids = {name: [f"{name}-{i:09d}" for i in range(4)] for name in ("joke", "color")}
    for some in ids.values():
        store.put("prompts", [samples.prompt(id=id) for id in some])
        store.put("pictures", [samples.picture(id, samples.spots(i, 800, 400)) for i, id in enumerate(some)])
    found = list(newest(store, {"joke": ids["joke"][:3], "color": ids["color"]}, 2))
    assert [shown.id for shown in found] == [*ids["joke"][1:3], *ids["color"][2:]]
    assert {shown.pixels.shape for shown in found} == {(SIDE // 2, SIDE, 3)}
    assert {shown.ability for shown in found} == {"joke", "color"} and found[0].prompt == samples.prompt().text


def test_pictures_are_shown_at_the_end_and_now_and_then(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at_the_end, often = Notes(wanted=3), Notes(wanted=3)
    made(run_of(tmp_path / "a", 20), {"notes": at_the_end})
    assert [[shown.id for shown in some] for some in at_the_end.pictures] == [[f"null-{i:09d}" for i in (17, 18, 19)]]
    monkeypatch.setattr(onlookers, "PICTURES", 0.0)
    made(run_of(tmp_path / "b", 200), {"notes": often})
    assert len(often.pictures) > 1 and [shown.id for shown in often.pictures[-1]][-1] == "null-000000199"


@pytest.mark.parametrize("error", [DiskError("the disk is gone"), BrokenPicture("truncated")])
def test_pictures_that_cannot_be_read_cost_a_line_and_the_curves_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def broken(*_: object) -> None:
        raise error

    monkeypatch.setattr(onlookers, "newest", broken)
    notes = Notes(wanted=1)
    _, told = made(run_of(tmp_path, 20), {"notes": notes})
    assert f"monitor.notes: cannot show pictures now: {error}" in told
    assert notes.seen[-1][0].state == "finished" and notes.pictures == []
