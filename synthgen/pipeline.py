"""A whole run on one screen: ask for prompts, render and measure, ask for dialogues, select, until n are kept.

What has a row in the run folder is never made again: so this is also how a run resumes, and how it grows.
"""

import math
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any, Protocol

from synthgen.build import Run
from synthgen.desk import RunDesk
from synthgen.errors import Interrupted, UsageError
from synthgen.interfaces import Ability, Exporter
from synthgen.plan import Planner
from synthgen.records import candidates, records
from synthgen.select import Selection
from synthgen.stages import PictureWork, measurement
from synthgen.store import SHARD, Store
from synthgen.target import Folder
from synthgen.types import Device, ExportSummary, Picture, Prompt, ShardDone, ShardTask, index_of
from synthgen.writing import Writer


class Display(Protocol):
    """Shows a run while it works."""

    def update(self, done: Mapping[str, int], total: int, kept: int, rejected: int) -> None: ...


@dataclass
class Line:
    """One ability on its way through a run."""

    planner: Planner
    selection: Selection
    most: int
    """No index at or beyond this one is ever asked for."""
    asked: int = 0
    """Indices before this one have walked through the selection."""
    target: int = 0
    """The round that is being made ends before this index."""

    @property
    def ability(self) -> Ability:
        return self.planner.ability

    def demand(self) -> None:
        """Ask for n at first; then for what is missing, by the share that was kept so far."""
        if not self.selection.full:
            missing = self.selection.n - len(self.selection.kept)
            rate = max(len(self.selection.kept), 1) / self.asked if self.asked else 1
            self.target = min(self.most, self.asked + math.ceil(missing / rate))


@dataclass(frozen=True)
class Outcome:
    """What a run came to."""

    lines: Sequence[Line]
    seconds: float
    rendered: int
    """Pictures that this run rendered; the others were in the folder."""

    @property
    def kept(self) -> list[str]:
        return [id for line in self.lines for id in line.selection.kept]

    @property
    def full(self) -> bool:
        return all(line.selection.full for line in self.lines)


@contextmanager
def at_work(run: Run) -> Iterator[tuple[Store, RunDesk]]:
    """Hold the run folder: one driver at a time, of one configuration.

    Raises FolderInUse; UsageError, naming what differs, for the folder of another configuration.
    """
    store, desk = Store(run.folder), RunDesk(run.folder)
    before = (store.read_json("run.json") or {}).get("fingerprint", run.fingerprint)
    other = [k for k in sorted({*before, *run.fingerprint}) if before.get(k) != run.fingerprint.get(k)]
    if other:
        shown = ", ".join(f"{k}={before.get(k, 'none')} (now {run.fingerprint.get(k, 'none')})" for k in other[:4])
        raise UsageError(f"{run.folder} holds a run with {shown}; pass name=<another folder>")
    with store.lock(), desk.listening():
        store.sweep()
        for path in store.set_aside_damaged():
            store.log(event="damaged file set aside", file=str(path))
        yield store, desk


def generate(run: Run, store: Store, desk: RunDesk, display: Display) -> Outcome:
    """Make and select candidates until n are kept per ability, or no more can be had.

    Raises DiskError, DeviceError, and Interrupted when the desk was cancelled.
    """
    began = time.monotonic()
    rounds = _Rounds(run, store, desk, display)
    with ExitStack() as stack:
        stack.callback(run.engine.close)
        for part in (run.llm, *(check for check in run.checks.values() if check.reads == "dialogue")):
            stack.callback(part.close)
            part.open(Device())  # these work in the driver; the others open in the workers
        while any(line.target > line.asked for line in rounds.lines):
            rounds.make()
            if desk.cancelled:
                raise Interrupted("interrupted; everything finished is kept. Run the same command to go on")
            rounds.choose()
    write_selection(store, rounds.lines)
    return Outcome(rounds.lines, time.monotonic() - began, rounds.rendered)


def reselect(run: Run, store: Store) -> Outcome:
    """Walk the stored candidates through the selection again: other thresholds, nothing rendered."""
    began = time.monotonic()
    lines = []
    for ability in run.abilities.values():
        line = _line(run, ability)
        for c in candidates(store, ability.name, run.checks):
            if not line.selection.full:
                line.selection.offer(c)
        lines.append(line)
    return Outcome(lines, time.monotonic() - began, rendered=0)


def write_selection(store: Store, lines: Sequence[Line]) -> None:
    """One row per candidate: kept, or at which stage it fell and why."""
    rows: list[dict[str, Any]] = []
    for line in lines:
        rows += [{"id": id, "kept": True} for id in line.selection.kept]
        for r in line.selection.rejects:
            rows.append({"id": r.id, "kept": False, "stage": r.stage, "reason": r.reason, "detail": r.detail})
    store.write_selection(sorted(rows, key=lambda row: str(row["id"])))


def export(run: Run, store: Store, kept: Sequence[str]) -> list[ExportSummary]:
    """Write the kept samples with every exporter of the run."""
    return [_export_one(run, store, kept, name, exporter) for name, exporter in run.exporters.items()]


def _export_one(run: Run, store: Store, kept: Sequence[str], name: str, exporter: Exporter) -> ExportSummary:
    embedded = [word for word, part in (("llm", run.llm), ("renderer", run.renderer)) if part.embedded]
    provenance = {
        "llm": run.llm.describe_yourself(),
        "renderer": run.renderer.describe_yourself(),
        "embedded": "+".join(embedded),
    }
    target = Folder(str(run.folder / "export" / name))
    summary = exporter.write(records(store, kept, run.checks, provenance), target)
    target.finish()
    return summary


class _Rounds:
    """Each round demands indices, makes what they lack, and walks them through the selection."""

    def __init__(self, run: Run, store: Store, desk: RunDesk, display: Display) -> None:
        self._run, self._store, self._desk, self._display = run, store, desk, display
        self._of_pictures = {name: check for name, check in run.checks.items() if check.reads == "picture"}
        self._writer = Writer(store, run.llm, run.checks, desk)
        self._done: Counter[str] = Counter()
        self.rendered = 0
        self.lines = [_line(run, ability) for ability in run.abilities.values()]

    def make(self) -> None:
        """Prompts, pictures, scores and dialogues of this round."""
        image, by_name = self._run.config.image, {line.ability.name: line for line in self.lines}
        work = PictureWork(self._store.root, self._run.renderer, self._of_pictures, image.format, image.quality)
        for event in self._run.engine.run(work, self._tasks()):
            if isinstance(event, ShardDone):
                takes = [index_of(take.id) for take in event.task.takes]
                self.rendered += 0 if event.task.stored else event.made
                self._writer.dialogues(by_name[event.task.ability].planner, min(takes), max(takes) + 1)
                self._count(pictures=len(takes), dialogues=len(takes))
            else:
                self._store.log(event="worker lost", worker=event.worker, shard=event.task.name)

    def choose(self) -> None:
        """Walk this round through the selection, and demand the next."""
        for line in self.lines:
            for start in range(line.asked, line.target, SHARD):
                # what an earlier run rendered, but was stopped before it had its dialogues written
                self._writer.dialogues(line.planner, start, min(start + SHARD, line.target))
            for c in candidates(self._store, line.ability.name, self._run.checks, line.asked, line.target):
                if not line.selection.full:
                    line.selection.offer(c)
            line.asked = line.target
            line.demand()
        self._count()

    def _tasks(self) -> Iterator[ShardTask]:
        """Shards of what this round lacks: pictures of its prompts, or measurements of stored pictures."""
        for line in self.lines:
            name = line.ability.name
            # small rounds are cut finer, so that every worker gets a part
            size = max(1, min(SHARD, (line.target - line.asked) // (4 * self._run.engine.size())))
            asked, drawn = self._store.done("prompts", name), self._store.done("pictures", name)
            unscored = self._unscored(name)
            for start in range(line.asked, line.target, size):
                if self._desk.cancelled:
                    return
                stop = min(start + size, line.target)
                self._writer.prompts(line.planner, [i for i in range(start, stop) if i not in asked])
                prompts = [p for p in self._store.rows("prompts", name, start, stop) if isinstance(p, Prompt)]
                takes = [line.planner.take(prompt, index_of(prompt.id)) for prompt in prompts]
                fresh = tuple(take for take in takes if index_of(take.id) not in drawn)
                stored = tuple(take for take in takes if index_of(take.id) in unscored)
                nothing = stop - start - len(fresh) - len(stored)
                self._count(prompts=stop - start, pictures=nothing, dialogues=nothing)
                if fresh:
                    yield ShardTask(f"{name}-{start:09d}", name, fresh)
                if stored:
                    yield ShardTask(f"{name}-{start:09d}-stored", name, stored, stored=True)

    def _unscored(self, ability: str) -> set[int]:
        """Indices of stored pictures that a check has not measured."""
        pictures = self._store.rows("pictures", ability, light=True)
        found = {index_of(row.id) for row in pictures if isinstance(row, Picture)}
        scored = [self._store.done(f"scores/{n}", ability, measurement(c)) for n, c in self._of_pictures.items()]
        return {index for index in found if not all(index in done for done in scored)}

    def _count(self, **more: int) -> None:
        self._done.update(more)
        kept = sum(len(line.selection.kept) for line in self.lines)
        rejected = sum(len(line.selection.rejects) for line in self.lines)
        self._display.update(self._done, sum(line.target for line in self.lines), kept, rejected)


def _line(run: Run, ability: Ability) -> Line:
    config, supply = run.config, run.llm.supply(ability.name)
    most = config.n * config.max_candidates
    line = Line(
        Planner(ability, config.seed, config.images_per_prompt),
        Selection(config.n, run.checks, run.llm.verbatim, config.images_per_prompt),
        most if supply is None else min(most, supply * config.images_per_prompt),
    )
    line.demand()
    return line
