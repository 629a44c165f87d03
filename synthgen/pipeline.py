"""A whole run on one screen: ask for prompts, render and measure, ask for dialogues, select, until n are kept.

What has a row in the run folder is never made again: so this is also how a run resumes, and how it grows.
"""

import heapq
import shlex
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from textwrap import shorten
from typing import Any

from synthgen import __version__
from synthgen.beacon import Beacon, read_status
from synthgen.build import Run
from synthgen.checks import Graded
from synthgen.desk import Budget, RunDesk
from synthgen.elsewhere import Elsewhere, moved, settled
from synthgen.errors import DiskError, Interrupted, Lost, SynthgenError, UsageError
from synthgen.interfaces import Ability
from synthgen.kit.hashes import stable_hash
from synthgen.line import Line
from synthgen.lock import Lock
from synthgen.memory import Memory
from synthgen.onlookers import Onlookers
from synthgen.plan import Planner
from synthgen.records import candidates
from synthgen.rounds import Display, Rounds
from synthgen.select import Selection, by_prompt
from synthgen.status import STAGES, Status
from synthgen.store import WHY, Store
from synthgen.tables import TABLES
from synthgen.types import Device
from synthgen.walked import Walked

SHOWN = 6
"""Differences between two configurations."""


@dataclass(frozen=True)
class Outcome:
    """What a run came to."""

    lines: Sequence[Line]
    seconds: float
    rendered: int
    """Pictures that this run rendered; the others were in the folder."""
    stopped: SynthgenError | None = None
    """Why it ended before it was full: a cap of the user's."""

    @property
    def kept(self) -> list[str]:
        return [id for line in self.lines for id in line.selection.kept]

    @property
    def full(self) -> bool:
        return all(line.selection.full for line in self.lines)


@contextmanager
def at_work(run: Run, say: Callable[[str], None] | None = None) -> Iterator[tuple[Store, RunDesk]]:
    """Hold the run folder: one driver at a time, of one configuration. `say`: told what is waited for.

    Raises FolderInUse; UsageError, naming what differs, for the folder of another configuration.
    """
    config = run.config.budget
    usd = None if config.usd is None else Decimal(str(config.usd))
    store = Store(run.folder)
    desk = RunDesk(run.folder, Budget(usd, config.tokens, config.gpu_hours), run.price_then)
    refuse_other_configuration(run, store)  # before anything is written into a folder of somebody else
    with store.lock(say) as lock, desk.listening():
        desk.still_ours, lock.when_lost = partial(_still_ours, store, lock, desk), desk.stop
        refuse_other_configuration(run, store)  # somebody else may have begun there while we waited for the lock
        _settle(run, store)
        store.sweep()
        for path in store.set_aside_damaged({name: walked_of(run, store, name).stop for name in run.abilities}):
            store.log(event="damaged file set aside", file=str(path))
        desk.log = lambda line: store.log(event="told", time=time.time(), said=line)
        desk.open()
        desk.worked(sum(float(event.get("gpu_seconds", 0)) for event in store.events("rendered")))
        with Beacon(store, desk) as beacon, Onlookers(run, store, desk) as onlookers:

            def show(status: Status) -> None:
                beacon.update(status)
                onlookers.update(status)

            desk.show = show
            try:
                yield store, desk
            except Lost:
                shutil.rmtree(store.root / "walked", ignore_errors=True)  # what it says may rest on what is gone
                raise


def _settle(run: Run, store: Store) -> None:
    """Note whose the folder is, and where its pictures lie; see that one can write there."""
    before = store.read_json("run.json") or {}
    tables = ["pictures", *(f"scores/{name}" for name, check in run.checks.items() if check.reads == "picture")]
    elsewhere = settled(Elsewhere.of(before), run.config.objects, str(run.config.name), tables)
    about = before if store.holds_samples() else {"fingerprint": dict(run.fingerprint)}
    about = about | {"objects": elsewhere.to_json()} if elsewhere else about
    if about != before:
        store.write_json("run.json", about)
    if elsewhere:
        elsewhere.claim()


def _still_ours(store: Store, lock: Lock, desk: RunDesk) -> None:
    """Raises FolderInUse, DiskError; looked at every two seconds, and before anything is published."""
    lock.check()
    if not (store.root / "run.json").exists():
        why = "was deleted while this run was at work; delete what is left of it, then run the same command"
        desk.stop(gone := DiskError(f"{store.root} {why}"))
        raise gone


def refuse_other_configuration(run: Run, store: Store) -> None:
    """Raises UsageError, naming what differs, for a folder with samples of another configuration."""
    if not store.holds_samples():
        return
    about = store.read_json("run.json")
    if about is None:
        raise UsageError(
            f"{run.folder} holds samples, but no run.json that says whose; put it back, or pass name=<another folder>"
        )
    if why_not := moved(run.folder, Elsewhere.of(about), run.config.objects):
        raise UsageError(why_not)
    before, now = about.get("fingerprint", {}), run.fingerprint
    other = [key for key in sorted({*before, *now}) if before.get(key) != now.get(key)]
    if other:
        lines = [_difference(key, before.get(key), now.get(key)) for key in other[:SHOWN]]
        lines += [f"  and {len(other) - SHOWN} more"] if other[SHOWN:] else []
        begin = f"{run.folder} holds a run of another configuration; pass name=<another folder>"
        command = about.get("command")
        own = f", or run its own command: {shlex.join(['python', '-m', 'synthgen', *command])}" if command else ""
        raise UsageError("\n".join([f"{begin}{own}. What differs:", *lines]))


def _difference(key: str, before: str | None, now: str | None) -> str:
    if key.startswith("ability."):
        of = key.removeprefix("ability.")
        return f"  {key}: " + (
            "new here" if before is None else "not any more" if now is None else f"other words of {of}"
        )
    was, is_now = (shorten("unset" if value is None else value, 60) for value in (before, now))
    return f"  {key}: {was}, now {is_now}"


def selection_of(run: Run, ability: Ability) -> Selection:
    """The first n that nothing speaks against."""
    return Selection(run.config.n, run.checks, ability, run.llm.verbatim, run.config.images_per_prompt)


def generate(
    run: Run,
    store: Store,
    desk: RunDesk,
    display: Display,
    choose: Callable[[Run, Ability], Selection] = selection_of,
) -> Outcome:
    """Make and select candidates until n are kept per ability, or no more can be had.

    Raises DiskError, DeviceError, AccessError, OutageError, and Interrupted after a signal. A budget that is reached
    ends it without an error: the outcome says so.
    """
    began = time.monotonic()
    before = read_status(store)
    lines = []
    for name, ability in run.abilities.items():
        walked = walked_of(run, store, name) if choose is selection_of else None
        lines.append(_line(run, ability, choose(run, ability), walked, before))
    desk.kept = lambda: {line.ability.name: line.selection.kept for line in lines}
    with ExitStack() as stack:
        rounds = stack.enter_context(closing(Rounds(run, store, desk, display, lines)))
        for line in lines:
            stack.callback(line.keep)
        rounds.show("making", ())
        stack.callback(run.engine.close)
        for part in (run.llm, *(check for check in run.checks.values() if check.reads == "dialogue")):
            stack.callback(part.close)
            if desk.cancelled:
                break
            part.open(Device())  # these work in the driver; the others open in the workers
        while any(line.target > line.asked for line in lines) and not desk.cancelled:
            rounds.run_one()
        if not desk.interrupted:
            run.engine.dismiss()
    if desk.interrupted:
        raise Interrupted("interrupted; everything finished is kept. Run the same command to go on")
    desk.still_ours()
    write_selection(store, lines)
    return Outcome(lines, time.monotonic() - began, rounds.rendered, desk.stopped)


def reselect(run: Run, store: Store) -> Outcome:
    """Walk the stored candidates through the selection again: other thresholds, nothing rendered."""
    began = time.monotonic()
    lines = []
    for ability in run.abilities.values():
        selection = selection_of(run, ability)
        line = Line(Planner(ability, run.config.seed), selection, most=0)
        some = candidates(store, ability.name, run.checks)
        for c in by_prompt(some, run.checks, run.config.images_per_prompt):
            line.walk([c], line.asked + 1)
        line.target = line.asked
        lines.append(line)
    return Outcome(lines, time.monotonic() - began, rendered=0)


def write_selection(store: Store, lines: Sequence[Line]) -> None:
    """One row per candidate: kept, or at which stage it fell and why."""
    store.write_selection(
        row for line in sorted(lines, key=lambda line: f"{line.ability.name}-") for row in _rows(line)
    )


def _rows(line: Line) -> Iterator[dict[str, Any]]:
    """In index order; memory: one."""
    kept = ({"id": id, "kept": True} for id in line.selection.kept)
    rest = ({"id": r.id, "kept": False} | {w: getattr(r, w) for w in WHY} for r in line.selection.rejects)
    return heapq.merge(kept, rest, key=lambda row: str(row["id"]))


def walked_of(run: Run, store: Store, ability: str) -> Walked:
    """What the walk of a run has decided on the samples of an ability. Its rules: all that can change one."""
    config, checks = run.config, {name: dict(check.identity()) for name, check in run.checks.items()}
    about = [__version__, dict(run.fingerprint), checks, list(checks), config.images_per_prompt, run.llm.verbatim]
    tables = [*TABLES, *(f"scores/{name}" for name in run.checks)]
    return Walked(store, ability, stable_hash(about)[:16], tables)


def _line(run: Run, ability: Ability, selection: Selection, walked: Walked | None, before: Status | None) -> Line:
    config, supply = run.config, run.llm.supply(ability.name)
    most = config.n * config.max_candidates
    memory = Memory(config.images_per_prompt, config.epoch) if run.asks else None
    counted = [stage for stage in before.stages if stage.ability == ability.name] if before else []
    line = Line(
        Planner(ability, config.seed, config.images_per_prompt, memory),
        selection,
        most if supply is None else min(most, supply * config.images_per_prompt),
        whole_prompts=any(isinstance(check, Graded) and check.top for check in run.checks.values()),
        before=counted if tuple(stage.name for stage in counted) == STAGES else (),
        walked=walked,
    )
    line.resume(within_reach=run.llm.collects)
    return line
