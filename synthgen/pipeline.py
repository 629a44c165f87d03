"""A whole run on one screen: ask for prompts, render and measure, ask for dialogues, select, until n are kept.

What has a row in the run folder is never made again: so this is also how a run resumes, and how it grows.
"""

import math
import time
from collections import Counter, deque
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
    if store.holds_samples():  # before anything is written into a folder of somebody else
        _refuse_other_configuration(run, store)
    with store.lock(), desk.listening():
        store.sweep()
        for path in store.set_aside_damaged():
            store.log(event="damaged file set aside", file=str(path))
        if not store.holds_samples():
            store.write_json("run.json", {"fingerprint": dict(run.fingerprint)})
        yield store, desk


def _refuse_other_configuration(run: Run, store: Store) -> None:
    about = store.read_json("run.json")
    if about is None:
        raise UsageError(f"{run.folder} holds samples, but no run.json that says whose; pass name=<another folder>")
    before, now = about.get("fingerprint", {}), run.fingerprint
    other = [k for k in sorted({*before, *now}) if before.get(k) != now.get(k)]
    if other:
        values = {k: f"{k}={before.get(k, 'none')} (now {now.get(k, 'none')})" for k in other[:4]}
        words = ", ".join(f"other words of {k}" if k.startswith("ability.") else v for k, v in values.items())
        raise UsageError(f"{run.folder} holds a run with {words}; pass name=<another folder>, or delete it")


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
            rounds.run_one()
            if desk.cancelled:
                raise Interrupted("interrupted; everything finished is kept. Run the same command to go on")
    write_selection(store, rounds.lines)
    return Outcome(rounds.lines, time.monotonic() - began, rounds.rendered)


def reselect(run: Run, store: Store) -> Outcome:
    """Walk the stored candidates through the selection again: other thresholds, nothing rendered."""
    began = time.monotonic()
    lines = []
    for ability in run.abilities.values():
        line = Line(Planner(ability, run.config.seed), _selection(run), most=0)
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


HANDED_OUT = ""
"""What a part waits for until all of its tasks were handed out."""


@dataclass
class _Part:
    """A range of one round, and the names of the tasks that it waits for."""

    start: int
    stop: int
    waits_for: set[str]


class _Rounds:
    """Each round demands indices, makes what they lack, and walks them through the selection."""

    def __init__(self, run: Run, store: Store, desk: RunDesk, display: Display) -> None:
        self._run, self._store, self._desk, self._display = run, store, desk, display
        self._of_pictures = {name: check for name, check in run.checks.items() if check.reads == "picture"}
        self._writer = Writer(store, run.llm, run.checks, desk, run.renderer.known)
        self._done: Counter[str] = Counter()
        self._parts: dict[str, deque[_Part]] = {}
        self.rendered = 0
        self.lines = [_line(run, ability) for ability in run.abilities.values()]

    def run_one(self) -> None:
        """Make what this round lacks, and walk each part of it through the selection once all before it is finished."""
        image, by_name = self._run.config.image, {line.ability.name: line for line in self.lines}
        work = PictureWork(self._store.root, self._run.renderer, self._of_pictures, image.format, image.quality)
        for event in self._run.engine.run(work, self._tasks()):
            if isinstance(event, ShardDone):
                self.rendered += 0 if event.task.stored else event.made
                self._count(pictures=len(event.task.takes))
                self._finish(by_name[event.task.ability], event.task.name)
            else:
                self._store.log(event="worker lost", worker=event.worker, shard=event.task.name)
        for line in self.lines if not self._desk.cancelled else ():
            line.demand()

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
                self._count(prompts=stop - start, pictures=stop - start - len(fresh) - len(stored))
                tasks = [ShardTask(f"{name}-{start:09d}", name, fresh)] if fresh else []
                tasks += [ShardTask(f"{name}-{start:09d}-stored", name, stored, stored=True)] if stored else []
                part = _Part(start, stop, {task.name for task in tasks} | {HANDED_OUT})
                self._parts.setdefault(name, deque()).append(part)
                yield from tasks
                self._finish(line, HANDED_OUT)

    def _finish(self, line: Line, task: str) -> None:
        """After the last task of a part its dialogues are written; then the walk goes as far as all is finished."""
        parts = self._parts[line.ability.name]
        part = next(p for p in parts if task in p.waits_for)
        part.waits_for.remove(task)
        if not part.waits_for:
            self._writer.dialogues(line.planner, part.start, part.stop)
            self._count(dialogues=part.stop - part.start)
        while parts and not parts[0].waits_for and not self._desk.cancelled:
            walked = parts.popleft()
            for c in candidates(self._store, line.ability.name, self._run.checks, walked.start, walked.stop):
                if not line.selection.full:
                    line.selection.offer(c)
            line.asked = walked.stop
            self._count()

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
        _selection(run),
        most if supply is None else min(most, supply * config.images_per_prompt),
    )
    line.demand()
    return line


def _selection(run: Run) -> Selection:
    return Selection(run.config.n, run.checks, run.llm.verbatim, run.config.images_per_prompt)
