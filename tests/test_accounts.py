"""Of every stage of every ability, whatever goes wrong: asked = done + rejected + waiting, as the tables have it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from synthgen.beacon import read_status
from synthgen.build import Run
from synthgen.engine.local import Local
from synthgen.errors import Interrupted, SynthgenError
from synthgen.lookout.counted import counted
from synthgen.pipeline import at_work, generate
from synthgen.select import Candidate
from synthgen.status import MAKING, STAGES, Status
from synthgen.store import Store
from synthgen.tally import Tally, counts_of
from synthgen.types import Dialogue, Fields, Prompt, Reject, Turn
from tests.doubles import Trouble, picture, run_of
from tests.falling import CHECKS, Falling


@dataclass
class Witness:
    """A display that keeps all that it is shown, and holds each against the rule."""

    seen: list[Status] = field(default_factory=list)
    then: Callable[[Status], None] = lambda status: None

    def update(self, status: Status) -> None:
        self.seen.append(status)
        for stage in status.stages:
            assert min(stage.done, stage.rejected, stage.waiting) >= 0, stage
            assert sum(stage.reasons.values()) <= stage.rejected, stage
        self.then(status)


@pytest.fixture
def trouble(tmp_path: Path) -> Trouble:
    (tmp_path / "notes").mkdir()
    return Trouble(notes=str(tmp_path / "notes"), reject_every=10)


def falling(folder: Path, n: int, renderer: Trouble, images: int = 1, takes: int = 1, names: str = "one") -> Run:
    run = run_of(folder, n, renderer=renderer, checks=CHECKS, engine=Local(2), images_per_prompt=images)
    config = replace(run.config, takes=takes, takes_by="picky" if takes > 1 else None)
    return replace(run, config=config, abilities={name: Falling(name=name) for name in names.split()})


def made(run: Run, witness: Witness | None = None) -> Status:
    """What the folder says when the run has ended, however it ended."""
    try:
        with at_work(run) as (store, desk):
            generate(run, store, desk, witness or Witness())
    except SynthgenError:
        pass
    status = read_status(Store(run.folder))
    assert status is not None
    return status


def same_as_the_tables(status: Status, run: Run) -> None:
    """The driver counted as it went; here every row is read."""
    for moment, event in enumerate(("started", "finished")):  # as the command does
        Store(run.folder).log(event=event, time=moment, n=run.config.n)
    by_name = {(stage.ability, stage.name): stage for stage in counted(Store(run.folder)).stages}
    assert {(stage.ability, stage.name): stage for stage in status.stages} == by_name


def settled(status: Status) -> None:
    """All that was asked for is kept, or fell at one of the stages for a reason that is told, or came after n."""
    assert [stage.waiting for stage in status.stages] == [0 for _ in status.stages]
    for name in status.abilities:
        prompts, *others, selection = (stage for stage in status.stages if stage.ability == name)
        assert selection.done == status.n
        assert selection.done + selection.rejected == selection.asked == sum(selection.reasons.values()) + status.n
        assert others[0].asked == prompts.done and others[1].asked == others[0].done
        beside, beyond = selection.reasons.get("like another", 0), prompts.asked - selection.asked
        fell = sum(stage.rejected for stage in (prompts, *others)) + beside - selection.rejected
        assert 0 <= fell <= beyond <= status.n


@pytest.mark.parametrize(
    ("images", "takes", "names"), [(1, 1, "one"), (3, 1, "one"), (1, 2, "one"), (3, 2, "one two three")]
)
def test_what_was_asked_is_kept_or_fell_for_a_reason(
    tmp_path: Path, trouble: Trouble, images: int, takes: int, names: str
) -> None:
    run = falling(tmp_path / "run", 40, trouble, images, takes, names)
    status = made(run)
    assert status.state == "finished" and [s.done for s in status.stages if s.name == "selection"] == [
        40 for _ in names.split()
    ]
    assert set(status.total("selection").reasons) == {
        "no prompt", "undrawable", "picture not liked", "no dialogue", "text not liked", "like another",
    }  # fmt: skip
    settled(status)
    same_as_the_tables(status, run)


def test_workers_that_die_change_no_account(tmp_path: Path, trouble: Trouble) -> None:
    hurt = replace(trouble, stumble=(7, 23), poison=(14,))
    run = falling(tmp_path / "run", 40, hurt)
    status = made(run)
    assert status.total("pictures").reasons["killed its worker"] == 1
    assert any("worker has died" in line for line in status.remarks)
    settled(status)
    same_as_the_tables(status, run)


def test_a_run_that_was_interrupted_and_goes_on_counts_each_sample_once(tmp_path: Path, trouble: Trouble) -> None:
    def stop(status: Status) -> None:
        if status.total("pictures").answered >= 30:
            raise Interrupted("enough")

    run = falling(tmp_path / "run", 60, trouble, 3)
    first = made(run, Witness(then=stop))
    assert first.state == "interrupted" and first.total("selection").waiting > 0
    again = Witness()
    status = made(run, again)
    settled(status)
    same_as_the_tables(status, run)
    kept = [one.kept for one in again.seen]
    assert kept == sorted(kept) and kept[0] >= first.kept, "nothing that was kept seems lost while it is read again"
    found = first.total("pictures").answered
    assert status.rates["pictures"].made <= status.total("pictures").answered - found, "found, not made"


def test_a_run_that_grows_counts_on(tmp_path: Path, trouble: Trouble) -> None:
    made(falling(tmp_path / "run", 20, trouble))
    larger = falling(tmp_path / "run", 50, trouble)
    status = made(larger)
    settled(status)
    same_as_the_tables(status, larger)
    smaller = made(falling(tmp_path / "run", 10, trouble))
    assert (smaller.kept, smaller.n) == (10, 10)


def test_a_folder_that_was_finished_long_ago_is_nothing_made(tmp_path: Path, trouble: Trouble) -> None:
    run = falling(tmp_path / "run", 20, trouble)
    first = made(run)
    second = made(run)
    assert second.stages == first.stages and [rate.made for rate in second.rates.values()] == [0, 0, 0]


def test_a_sample_that_was_made_beyond_n_is_of_no_account_to_the_selection() -> None:
    id = "a-000000000"
    prompt, shown = Prompt(id, Fields("thing"), "thing"), picture(id)
    said = Dialogue(id, "describe", (Turn("What is it?", "A thing."),))
    whole = counts_of(Candidate(id, prompt, shown, said), None, kept=False)
    assert dict(whole) == {(name, None): 1 for name in MAKING}
    fell = counts_of(Candidate(id, prompt, shown), None, kept=False)
    assert dict(fell) == {("prompts", None): 1, ("pictures", ""): 1}, "else it had a dialogue"
    open = counts_of(Candidate(id, prompt, shown), None, kept=False, settled=False)
    assert dict(open) == {("prompts", None): 1, ("pictures", None): 1}
    no = counts_of(Candidate(id, Reject(id, "prompt", "no prompt")), None, kept=False)
    assert dict(no) == {("prompts", "no prompt"): 1}


def test_what_is_taken_back_was_never_counted() -> None:
    tally = Tally()
    id = "a-000000000"
    some = counts_of(Candidate(id, Reject(id, "prompt", "no prompt")), Reject(id, "prompt", "no prompt"), kept=False)
    tally.add(some)
    assert [stage.rejected for stage in tally.stages("a", 1, 0)] == [1, 0, 0, 1]
    tally.take_back(some)
    assert tally.stages("a", 1, 1) == Tally().stages("a", 1, 1)
    assert [stage.name for stage in tally.stages("a", 1, 1)] == list(STAGES)
