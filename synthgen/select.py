"""Exactly n: walks the candidates of an ability in index order and keeps those that nothing speaks against.

Decides on stored figures alone, so it runs again in seconds with other thresholds, and never renders.
"""

import dataclasses
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from synthgen.checks import Check, Graded, Walk
from synthgen.interfaces import Ability
from synthgen.types import Dialogue, Picture, Prompt, Reject, Score, Stage, index_of


@dataclass(frozen=True)
class Candidate:
    """What the stages left for one index. None: the stage was not reached."""

    id: str
    prompt: Prompt | Reject
    picture: Picture | Reject | None = None
    dialogue: Dialogue | Reject | None = None
    scores: Mapping[str, Score] = field(default_factory=dict)
    outdone: Reject | None = None
    """That it falls beside the other pictures of its prompt."""


def first_failure(
    id: str, prompt: Prompt, checks: Mapping[str, Check], scores: Mapping[str, Score], stage: Stage
) -> Reject | None:
    """What the first check of a stage has against a sample: of those that read pictures, or those that read texts."""
    for name, check in checks.items():
        if check.reads == stage and check.action == "reject":
            if name not in scores:
                return Reject(id, stage, "not measured", name, name)
            verdict = check.judge(scores[name], prompt)
            if verdict is not None:
                return Reject(id, stage, *verdict, check=name)
    return None


def by_prompt(some: Iterable[Candidate], checks: Mapping[str, Check], images_per_prompt: int) -> Iterator[Candidate]:
    """The candidates, each held against the other pictures of its prompt; all of those have to be in `some`."""
    tops = {name: c for name, c in checks.items() if isinstance(c, Graded) and c.top and c.action == "reject"}
    if not tops or images_per_prompt == 1:
        yield from some
        return
    for _, group in groupby(some, key=lambda c: index_of(c.id) // images_per_prompt):
        siblings = list(group)
        outdone: dict[str, Reject] = {}
        for name, check in tops.items():
            outdone = _outdone(siblings, name, check, checks) | outdone
        yield from (dataclasses.replace(c, outdone=outdone.get(c.id)) for c in siblings)


def _outdone(siblings: Sequence[Candidate], name: str, check: Graded, checks: Mapping[str, Check]) -> dict[str, Reject]:
    """Those of one prompt that a check does not count among its best: of equal figures the first is.

    Pictures that fall by themselves, or have no figure, stand in nobody's way.
    """
    figures: dict[str, float] = {}
    for c in siblings:
        if isinstance(c.prompt, Prompt) and name in c.scores:
            value = check.grade(c.scores[name])
            if value is not None and not first_failure(c.id, c.prompt, checks, c.scores, "picture"):
                figures[c.id] = value
    best = sorted(figures, key=lambda id: -figures[id])
    count = f"of the {len(best)} pictures of its prompt"
    return {
        id: Reject(
            id, "picture", "another picture of its prompt is better", f"{figures[id]:.4g}: number {i} {count}", name
        )
        for i, id in enumerate(best, start=1)
        if i > (check.top or i)
    }


class Selection:
    """The walk through one ability: offer candidates in index order; the first n that nothing speaks against are kept.

    What comes after them may be offered as well: it is judged as if n were larger, and changes nothing.
    """

    def __init__(
        self, n: int, checks: Mapping[str, Check], ability: Ability, verbatim: bool, images_per_prompt: int = 1
    ) -> None:
        self.n = n
        self.kept: list[str] = []
        self.rejects: list[Reject] = []
        self._checks = checks
        self._walks: dict[str, Walk] = {}
        for name, check in checks.items():
            walk = check.walk(ability, verbatim, images_per_prompt) if check.action == "reject" else None
            if walk is not None:
                self._walks[name] = walk

    @property
    def full(self) -> bool:
        return len(self.kept) >= self.n

    def wanted(self, asked: int) -> int:
        """How many more indices it takes, by the share that was kept of those that were asked for."""
        rate = max(len(self.kept), 1) / asked if asked else 1
        return math.ceil((self.n - len(self.kept)) / rate)

    def see(self, c: Candidate) -> None:
        """Let the checks that compare samples know of a candidate, just before it is offered."""
        if isinstance(c.prompt, Prompt):
            for name, walk in self._walks.items():
                if name in c.scores:
                    walk.see(c.prompt, c.scores[name])

    def offer(self, candidate: Candidate) -> bool:
        """Keep the candidate, or note the first thing that speaks against it. Gives whether nothing does."""
        full, reject = self.full, self._against(candidate)
        if reject is None:
            self._remember(candidate)
        if not full and reject is None:
            self.kept.append(candidate.id)
        elif not full and reject is not None:
            self.rejects.append(reject)
        return reject is None

    @property
    def compares(self) -> Mapping[str, Check]:
        """The checks that remember samples."""
        return {name: self._checks[name] for name in self._walks}

    def decided(self, id: str, against: Reject | None) -> None:
        """What an earlier walk with the same checks said of the next candidate; these have to `recall` it, too."""
        if against is None:
            self.kept.append(id)
        else:
            self.rejects.append(against)

    def recall(self, c: Candidate, good: bool) -> None:
        """Let the checks that compare samples know of a candidate that an earlier walk decided on."""
        self.see(c)
        if good:
            self._remember(c)

    def _against(self, c: Candidate) -> Reject | None:
        if isinstance(c.prompt, Reject):
            return c.prompt
        if c.picture is None:
            return Reject(c.id, "picture", "not rendered yet", "run the same command to have it rendered")
        if isinstance(c.picture, Reject):
            return c.picture
        failure = first_failure(c.id, c.prompt, self._checks, c.scores, "picture")
        if failure is not None or c.outdone is not None:
            return failure or c.outdone
        if c.dialogue is None:
            # Thresholds were loosened since: the picture passes now, and nobody has written its dialogue yet.
            return Reject(c.id, "dialogue", "not written yet", "run the same command to have it written")
        if isinstance(c.dialogue, Reject):
            return c.dialogue
        failure = first_failure(c.id, c.prompt, self._checks, c.scores, "dialogue")
        if failure is not None:
            return failure
        for name, walk in self._walks.items():
            verdict = walk.against(c.prompt, c.dialogue, c.scores[name])
            if verdict is not None:
                return Reject(c.id, "select", *verdict, check=name)
        return None

    def _remember(self, c: Candidate) -> None:
        """Only what every check lets pass is an earlier sample for those that come after it."""
        assert isinstance(c.prompt, Prompt) and isinstance(c.dialogue, Dialogue)
        for name, walk in self._walks.items():
            walk.keep(c.prompt, c.dialogue, c.scores[name])
