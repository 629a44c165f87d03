"""The rounds of a run: each demands indices, makes what they lack, and walks them through the selection.

Prompts and dialogues are asked for in threads, a range of indices each, while the engine renders: pictures wait for no
dialogue, and neither waits for a whole round.

    range -> prompts (thread) -> shards (engine) -> dialogues (thread) -> the walk, in index order
"""

import math
import time
from collections import Counter, deque
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeAlias

from synthgen.build import Run
from synthgen.cutting import Cut, Pace, least
from synthgen.desk import RunDesk
from synthgen.line import Line
from synthgen.measure import measurement
from synthgen.meter import Meter
from synthgen.records import candidates
from synthgen.select import by_prompt
from synthgen.shards import ShardDone, ShardLost, ShardTask, WorkerState
from synthgen.stages import PictureWork
from synthgen.status import StageName, Status
from synthgen.store import Store
from synthgen.tally import Counts
from synthgen.types import Picture, Prompt, Reject, Take, index_of
from synthgen.writing import Writer

LOOK = 1.0
"""Seconds between two looks at what threads have done while nothing else happens."""
SHOWN = 0.25
"""Seconds from one look to the next at least."""
LANES = 32
"""The most ranges whose prompts are asked for at a time; as many again may have their dialogues written."""


Job: TypeAlias = "Future[Counter[str | None]]"
"""Prompts or dialogues being written: how many rows, by the reason of rejects; None: of those that are none."""


class Display(Protocol):
    """Shows a run while it works."""

    def update(self, status: Status) -> None: ...


@dataclass(frozen=True)
class _Has:
    """Indices of an ability that need not be made."""

    prompts: Collection[int]
    pictures: Collection[int]
    unscored: Collection[int]
    """Stored pictures that a check has not measured."""


@dataclass(eq=False)
class _Range:
    """Indices that walk through a round together."""

    line: Line
    start: int
    stop: int
    rendering: set[str] = field(default_factory=set)
    """The names of the tasks that it waits for."""
    unanswered: int = 0
    """Prompts that it waits for, while they are asked for."""
    written: "Job | None" = None
    """Its dialogues."""
    so_far: Counts = field(default_factory=Counter)
    """What was counted of it, until it walks."""

    def count(self, stage: StageName, ends: Mapping[str | None, int]) -> None:
        """`ends`: how many passed, by None, and how many fell, by reason."""
        counts: Counts = Counter({(stage, end): number for end, number in ends.items()})
        self.so_far.update(counts)
        self.line.tally.add(counts)

    def answered(self) -> None:
        self.unanswered -= 1


def _first_in_reach(waiting: Sequence[Cut]) -> _Range | None:
    """Taken from the first ability that need not wait for its own earlier samples; None where all have to.

    Those samples are under way then: a range waits for nothing but ranges of its ability that come before it.
    """
    for cut in waiting:
        if cut and (found := cut.take(cut.line.reach)):
            return _Range(cut.line, *found)
    return None


class Rounds:
    """Close it when done: then its threads end."""

    def __init__(self, run: Run, store: Store, desk: RunDesk, display: Display, lines: list[Line]) -> None:
        self._run, self._store, self._desk, self._display, self._lines = run, store, desk, display, lines
        self._of_pictures = {name: check for name, check in run.checks.items() if check.reads == "picture"}
        self._writer = Writer(store, run.llm, run.checks, desk, run.renderer.known, run.about)
        self._meter, self._shown = Meter(run, desk), -math.inf
        self._made: Counter[str] = Counter()
        """By stage, by this driver."""
        self._walks: dict[str, deque[_Range]] = {line.ability.name: deque() for line in lines}
        self._by_task: dict[str, tuple[_Range, ShardTask]] = {}
        self._unwritten: list[_Range] = []
        """Ranges whose pictures are there, for a writer that wants all of them together."""
        self._jobs: dict[Job, tuple[StageName, _Range]] = {}
        self._threads = ThreadPoolExecutor(2 * LANES if run.llm.at_once > 1 else 2, "synthgen-writing")
        self._memory = ThreadPoolExecutor(1, "synthgen-recalling")  # one at a time: it computes
        self._recalled = {line: self._memory.submit(line.recall, store, lambda: desk.cancelled) for line in lines}
        self._pace = Pace()
        self._deaths: dict[str, int] = {}
        """By id: how many workers died while it was, or may have been, under way."""
        self._given_up = set[str]()
        for event in store.events("worker lost"):
            self._deaths.update(event.get("deaths") or {})
            self._given_up.update(event.get("given_up") or ())
        self.rendered = 0

    def close(self) -> None:
        self._threads.shutdown(cancel_futures=True)
        self._memory.shutdown(cancel_futures=True)
        for job in self._jobs:
            if not job.cancelled() and job.exception() is None:
                self._count(job)
        self.show("exporting", ())

    def run_one(self) -> None:
        """Make what this round lacks, and walk each range of it through the selection as soon as it can be."""
        work = self._work()
        try:
            if self._run.llm.collects:
                self._writer.prompts_ahead([(line.planner, line.asked, line.target) for line in self._lines])
            for event in self._run.engine.run(work, self._tasks()):
                if isinstance(event, ShardDone):
                    self._shard_is_done(event)
                elif isinstance(event, ShardLost):
                    self._worker_is_lost(event)
                self._walk()
            self._write_the_rest()
        except BaseException:
            self._desk.cancel()  # those who still ask stop asking
            raise
        for line in self._lines if not self._desk.cancelled else ():
            line.demand(within_reach=self._run.llm.collects)

    def _work(self) -> PictureWork:
        run = self._run
        how = run.renderer, self._of_pictures, run.encoding, run.takes_by, run.about
        return PictureWork(self._store.root, *how, self._store.elsewhere)

    # prompts, then pictures ------------------------------------------------------------------------------------------

    def _tasks(self) -> Iterator[ShardTask | None]:
        """Shards as their prompts arrive; None while none is ready. Walks what is finished in between."""
        has = {line.ability.name: self._has(line) for line in self._lines}
        waiting = [Cut(line, self._run, self._pace, has[line.ability.name].pictures) for line in self._lines]
        asking = deque[tuple[_Range, Job]]()
        while asking or (any(waiting) and not self._desk.cancelled):
            while self._has_room([pair[0] for pair in asking]) and (r := _first_in_reach(waiting)):
                self._walks[r.line.ability.name].append(r)
                missing = [i for i in range(r.start, r.stop) if i not in has[r.line.ability.name].prompts]
                r.unanswered = math.ceil(len(missing) / r.line.planner.images_per_prompt)
                asking.append((r, self._start("prompts", r, self._writer.prompts, r.line.planner, missing, r.answered)))
            ready = next((pair for pair in asking if pair[1].done()), None)
            if ready is None:
                yield None
            else:
                asking.remove(ready)
                yield from self._shards(ready[0], has[ready[0].line.ability.name])
            self._walk()

    def _has(self, line: Line) -> _Has:
        name = line.ability.name
        store, start = self._store, line.asked
        found = {index_of(row.id): isinstance(row, Picture) for row in store.rows("pictures", name, start, light=True)}
        scored = [store.done(f"scores/{n}", name, measurement(c), start) for n, c in self._of_pictures.items()]
        unscored = {index for index, drawn in found.items() if drawn and not all(index in done for done in scored)}
        return _Has(store.done("prompts", name, start=start), found.keys(), unscored)

    def _has_room(self, asking: Sequence[_Range]) -> bool:
        """Enough questions for a writer who answers many at once; but no more while dialogues lag behind.

        Counted by question: a range that waits for its last answer must not keep the others from being asked.
        """
        at_once, size = self._run.llm.at_once, min(least(line, self._run) for line in self._lines)
        enough = len(asking) >= (LANES if at_once > 1 else 1) or sum(r.unanswered for r in asking) >= 2 * at_once
        ahead = max(4, math.ceil(2 * at_once / size)) if at_once > 1 else 1
        under_way = sum(len(walk) for walk in self._walks.values())
        lag = not self._run.llm.collects and under_way >= 4 * (min(LANES, ahead) + self._run.workers)
        return not (enough or lag or self._desk.cancelled)

    def _start(self, stage: StageName, r: _Range, work: Callable[..., Counter[str | None]], *given: Any) -> Job:
        job = self._threads.submit(work, *given)
        self._jobs[job] = stage, r
        return job

    def _shards(self, r: _Range, has: "_Has") -> Iterator[ShardTask]:
        """What the range lacks: pictures of its prompts, or measurements of stored pictures."""
        name = r.line.ability.name
        rows = list(self._store.rows("prompts", name, r.start, r.stop))
        prompts = [row for row in rows if isinstance(row, Prompt)]
        fresh_ones = [prompt for prompt in prompts if index_of(prompt.id) not in has.pictures]
        fresh = tuple(take for p in fresh_ones for take in r.line.planner.takes(p, self._run.config.takes))
        stored = tuple(take for p in prompts if index_of(p.id) in has.unscored for take in r.line.planner.takes(p))
        r.count("prompts", Counter(row.reason if isinstance(row, Reject) else None for row in rows))
        r.count("pictures", {None: len(prompts) - len(fresh_ones) - len(stored)})
        if self._desk.cancelled:
            return
        tasks = [self._task(f"{name}-{r.start:09d}", fresh)] if fresh else []
        tasks += [ShardTask(f"{name}-{r.start:09d}-stored", name, stored, stored=True)] if stored else []
        r.rendering = {task.name for task in tasks}
        self._by_task.update({task.name: (r, task) for task in tasks})
        if not tasks:
            self._write(r)
        yield from tasks

    def _task(self, name: str, takes: tuple[Take, ...]) -> ShardTask:
        """With what is known of its samples from earlier runs in this folder: the deaths of workers."""
        deaths = {take.id: self._deaths[take.id] for take in takes if take.id in self._deaths}
        given_up = frozenset(take.id for take in takes) & self._given_up
        ability = takes[0].id.rpartition("-")[0]
        return ShardTask(name, ability, takes, one_by_one=bool(deaths), deaths=deaths, poisoned=given_up)

    def _worker_is_lost(self, event: ShardLost) -> None:
        task = event.task
        about = {"shard": task.name, "deaths": dict(task.deaths), "given_up": sorted(task.poisoned)} if task else {}
        self._store.log(event="worker lost", worker=event.worker, **about, said=event.said)
        self._desk.tell(event.said or "a worker has died; another takes over what it was at")

    def _shard_is_done(self, event: ShardDone) -> None:
        r, task = self._by_task.pop(event.name)
        self.rendered += 0 if task.stored else event.made if self._run.config.takes == 1 else len(task.takes)
        if self._run.renderer.on_gpu:
            self._store.log(event="rendered", shard=task.name, made=event.made, gpu_seconds=round(event.seconds, 3))
            self._desk.worked(event.seconds)
        for line in event.said:
            self._desk.tell(line)
        samples = len({take.id for take in task.takes})
        self._made["pictures"] += 0 if task.stored else samples
        if not task.stored:
            self._pace.note(event)
        r.count("pictures", {None: event.made, "": samples - event.made})
        r.rendering.remove(task.name)
        if not r.rendering:
            self._write(r)

    # dialogues, and the walk -----------------------------------------------------------------------------------------

    def _write(self, r: _Range) -> None:
        """Ask for the dialogues of a range whose pictures are there."""
        if self._run.llm.collects and not self._desk.cancelled:
            self._unwritten.append(r)
        else:
            self._dialogues(r)

    def _dialogues(self, r: _Range) -> None:
        r.written = self._start("dialogues", r, self._writer.dialogues, r.line.planner, r.start, r.stop)

    def _write_the_rest(self) -> None:
        """Wait for the dialogues of this round."""
        if self._unwritten:
            self._writer.dialogues_ahead([(r.line.planner, r.start, r.stop) for r in self._unwritten])
            for r in self._unwritten:
                self._dialogues(r)
            self._unwritten.clear()
        jobs: list[Future[Any]] = [*self._jobs, *self._recalled.values()]
        while pending := [job for job in jobs if not job.done()]:
            wait(pending, LOOK, FIRST_COMPLETED)
            self._walk()
        self._walk()

    def _walk(self) -> None:
        """Go through the selection as far as everything is finished, in index order. Raises what a thread raised."""
        for job in [job for job in self._jobs if job.done()]:
            self._count(job)
            del self._jobs[job]
        for line in [line for line, job in self._recalled.items() if job.done() and job.result() is None]:
            walk = self._walks[line.ability.name]
            while walk and walk[0].written is not None and not (walk[0].written in self._jobs or self._desk.cancelled):
                r = walk.popleft()
                found = candidates(self._store, line.ability.name, self._run.checks, r.start, r.stop)
                share = line.planner.images_per_prompt
                line.tally.take_back(r.so_far)
                line.walk(by_prompt(found, self._run.checks, share), r.stop)
        if time.monotonic() - self._shown > SHOWN:
            self.show("making", self._run.engine.staff())

    def _count(self, job: Job) -> None:
        """What a thread has written. Raises what it raised."""
        stage, r = self._jobs[job]
        ends = job.result()
        self._made[stage] += ends.total()
        if stage == "dialogues":  # prompts are counted when they are read back, with those that were there
            r.count(stage, ends)

    def show(self, doing: str, workers: Sequence[WorkerState]) -> None:
        """Tell the display, and those who look on from elsewhere, how far the run is."""
        self._shown = time.monotonic()
        stages = [stage for line in self._lines for stage in line.stages()]
        status = self._meter.status(doing, stages, self._made, workers)
        self._display.update(status)
        self._desk.show(status)
