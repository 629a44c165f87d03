"""One ability on its way through a run: what is asked for, what the selection made of it, what earlier runs had."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from synthgen.errors import Lost
from synthgen.interfaces import Ability
from synthgen.memory import scene
from synthgen.plan import Planner
from synthgen.records import candidates
from synthgen.select import Candidate, Selection
from synthgen.status import StageStatus
from synthgen.store import Store
from synthgen.tally import Tally, at_least, counts_of
from synthgen.types import Dialogue, Prompt, index_of
from synthgen.walked import PART, Verdict, Walked


@dataclass(eq=False)
class Line:
    """Its candidates walk through the selection in index order."""

    planner: Planner
    selection: Selection
    most: int
    """No index at or beyond this one is ever asked for."""
    asked: int = 0
    """Indices before this one have walked through the selection."""
    target: int = 0
    """The round that is being made ends before this index."""
    whole_prompts: bool = False
    """Whether all pictures of a prompt have to be there before one of them can be kept."""
    before: Sequence[StageStatus] = ()
    """What an earlier driver had counted: until this one has walked as far, the folder holds at least that."""
    tally: Tally = field(default_factory=Tally)
    walked: Walked | None = None
    """Where the verdicts are kept for the next run."""
    good: bytearray = field(default_factory=bytearray)
    """Of each index that an earlier run decided on, whether nothing speaks against it."""

    @property
    def ability(self) -> Ability:
        return self.planner.ability

    @property
    def reach(self) -> int:
        """Indices before this one can be planned: what their slots have to know has been decided."""
        memory = self.planner.memory
        return self.most if memory is None else memory.reach

    @property
    def window(self) -> int:
        """How many indices can be in flight."""
        memory = self.planner.memory
        return self.most if memory is None else memory.window

    def demand(self, within_reach: bool) -> None:
        """Ask for n at first; then for what is missing, by the share that was kept so far.

        `within_reach`: no further than can be planned now, for a writer that is asked everything at once.
        """
        if not self.selection.full:
            share = self.planner.images_per_prompt if self.whole_prompts else 1
            begins = (
                not self.target and self.asked < self.selection.n
            )  # a resumed run asks for what a fresh one asks for
            target = self.selection.n if begins else self.asked + self.selection.wanted(self.asked)
            self.target = min(self.most, target + -target % share)
            if within_reach:
                self.target = min(self.target, self.reach)

    def walk(self, some: Iterable[Candidate], stop: int) -> None:
        """Offer the candidates before `stop` to the selection, and remember what was kept for later slots.

        A memory goes on when n are kept: what it says must not depend on n.
        """
        memory, selection = self.planner.memory, self.selection
        for c in some:
            kept, rejects, full = len(selection.kept), len(selection.rejects), selection.full
            selection.see(c)
            good = selection.offer(c) if memory or not full else False
            verdict = selection.rejects[-1] if len(selection.rejects) > rejects else None
            counts, subject = counts_of(c, verdict, len(selection.kept) > kept), None
            self.tally.add(counts)
            if memory and good and isinstance(c.prompt, Prompt):
                subject = self.planner.subject(index_of(c.id))[0]
                memory.note(subject, c.prompt)
            if self.walked and not full:  # those that follow are not judged, or not noted
                shown = scene(c.prompt.fields) if subject and isinstance(c.prompt, Prompt) else None
                self.walked.add(Verdict(c.id, verdict, subject, shown), counts)
        if self.walked:
            self.walked.write(PART)
        self._goes_on(stop)

    def resume(self, within_reach: bool) -> None:
        """Go on behind what earlier runs decided, as long as they kept fewer than n; in the rounds of a fresh run."""
        memory, selection = self.planner.memory, self.selection
        self.demand(within_reach)
        for part in self.walked.parts() if self.walked else ():
            if len(selection.kept) + part.kept >= selection.n or part.stop > self.most:
                break
            for verdict in part.verdicts:
                selection.decided(verdict.id, verdict.against)
                self.good.append(verdict.against is None)
                if memory and verdict.subject is not None and verdict.scene is not None:
                    memory.recall(verdict.subject, verdict.id, verdict.scene)
                self._goes_on(self.asked + 1)
                if self.asked == self.target:
                    self.demand(within_reach)
            self.tally.add(part.counts)

    def _goes_on(self, stop: int) -> None:
        if self.planner.memory:
            self.planner.memory.walked(stop)
        self.asked = stop

    def recall(self, store: Store, cancelled: Callable[[], bool]) -> None:
        """Read what the checks that compare samples have to know of those; nothing walks before that is done.

        Raises Lost where the folder has lost some of them.
        """
        compares = self.selection.compares
        if compares and self.good:
            some = candidates(store, self.ability.name, compares, 0, len(self.good))
            for good in self.good:
                c = next(some, None)
                whole = c is not None and isinstance(c.dialogue, Dialogue) and compares.keys() <= c.scores.keys()
                if c is None or (good and not whole):
                    raise Lost(f"{store.root} has lost samples; run the same command: they are made again")
                if cancelled():
                    return
                self.selection.recall(c, bool(good))

    def keep(self) -> None:
        """Keep what was decided for the next run."""
        if self.walked:
            self.walked.write()

    def stages(self) -> Sequence[StageStatus]:
        """What has become so far of what was asked for."""
        behind = not self.selection.full and self.asked < self.target
        if (
            behind
            and self.before
            and self.asked < self.before[-1].answered
            and self.before[-1].done <= self.selection.n
        ):
            return at_least(self.before, self.selection.n, self.target)
        unwalked = 0 if self.selection.full else self.target - self.asked
        return self.tally.stages(self.ability.name, self.target, unwalked)
