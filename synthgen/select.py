"""Exactly n: walks the candidates of an ability in index order and keeps those that nothing speaks against.

Decides on stored figures alone, so it runs again in seconds with other thresholds, and never renders.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from synthgen.interfaces import Ability, Check, Walk
from synthgen.types import Dialogue, Picture, Prompt, Reject, Score, Stage


@dataclass(frozen=True)
class Candidate:
    """What the stages left for one index. None: the stage was not reached."""

    id: str
    prompt: Prompt | Reject
    picture: Picture | Reject | None = None
    dialogue: Dialogue | Reject | None = None
    scores: Mapping[str, Score] = field(default_factory=dict)


def first_failure(
    id: str, prompt: Prompt, checks: Mapping[str, Check], scores: Mapping[str, Score], stage: Stage
) -> Reject | None:
    """What the first check of a stage has against a sample: of those that read pictures, or those that read texts."""
    for name, check in checks.items():
        if check.reads == stage and check.action == "reject":
            if name not in scores:
                return Reject(id, stage, "not measured", name)
            verdict = check.judge(scores[name], prompt)
            if verdict is not None:
                return Reject(id, stage, *verdict)
    return None


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

    def _against(self, c: Candidate) -> Reject | None:
        if isinstance(c.prompt, Reject):
            return c.prompt
        if c.picture is None:
            return Reject(c.id, "picture", "not rendered yet", "run the same command to have it rendered")
        if isinstance(c.picture, Reject):
            return c.picture
        failure = first_failure(c.id, c.prompt, self._checks, c.scores, "picture")
        if failure is not None:
            return failure
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
                return Reject(c.id, "select", *verdict)
        return None

    def _remember(self, c: Candidate) -> None:
        """Only what every check lets pass is an earlier sample for those that come after it."""
        assert isinstance(c.prompt, Prompt) and isinstance(c.dialogue, Dialogue)
        for name, walk in self._walks.items():
            walk.keep(c.prompt, c.dialogue, c.scores[name])
