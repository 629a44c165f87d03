"""Does the picture of a joke show the joke: all that it takes, and something odd rather than the ordinary?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import ClassVar, Literal

import numpy as np

from synthgen.checks import Batch, Graded, Limit, limit_for
from synthgen.kit.captions import caption, cosines, rounded, vocabulary
from synthgen.kit.claims.world import split
from synthgen.kit.near import apart
from synthgen.kit.pictures import decoded
from synthgen.kit.prompt_text import NUMBERS
from synthgen.kit.statements import parted
from synthgen.kit.word_tables import COLOURS, ODDITIES
from synthgen.kit.words import singular, with_article
from synthgen.sight import Detector, Embedder
from synthgen.types import Prompt, Score, Value, Vocabulary

ORDINARY = 8
"""Ordinary scenes of the subject that a joke is compared with."""
MOST = 64
"""Other things that each thing of a joke is compared with."""
NAMES = ("margin", "rival", "present", "present_margin", "missing")


@dataclass(frozen=True)
class Incongruity(Graded):
    """Measures jokes; what is ordinary has None. Who does what to whom is the judge's: CLIP reads a bag of words."""

    embedder: Embedder | None
    detector: Detector | None
    present: Limit
    """The least confidence of the detector in each thing of the joke."""
    present_margin: Limit
    """How much nearer the picture has to be to each thing of the joke than to things of other jokes."""

    reads: ClassVar[Literal["picture"]] = "picture"
    figure: ClassVar[str] = "margin"
    faults: ClassVar[Mapping[str, str]] = {
        "present": "a thing of the joke is not there",
        "present_margin": "a thing of the joke is not there",
        "margin": "not what is odd about it",
    }
    decides: ClassVar[frozenset[str]] = Graded.decides | {"present", "present_margin"}

    def measure(self, batch: Batch) -> list[Score]:
        """`margin`: cosine of the picture with the joke, above that with its nearest ordinary counterpart, `rival`.

        `present`, `present_margin`: of the least sure thing, which is `missing`.
        """
        found: list[dict[str, Value]] = [dict.fromkeys(NAMES) for _ in batch.prompts]
        words = [vocabulary(batch, prompt) for prompt in batch.prompts]
        odd = [i for i, of in enumerate(words) if of.unusual and batch.prompts[i].head not in of.usual]
        if odd and self.detector is not None:
            self._find(batch, odd, found)
        if odd and self.embedder is not None:
            self._compare(batch, odd, words, found)
        return [Score(prompt.id, "incongruity", values) for prompt, values in zip(batch.prompts, found, strict=True)]

    def limits(self, prompt: Prompt) -> Mapping[str, tuple[float | None, float | None]]:
        more = {"present": self.present, "present_margin": self.present_margin}
        return {**{name: (limit_for(limit, prompt), None) for name, limit in more.items()}, **super().limits(prompt)}

    def beside(self, figure: str, score: Score) -> str:
        return "" if figure == "margin" else f"; {score.values['missing']!s}"

    def _find(self, batch: Batch, odd: Sequence[int], found: Sequence[dict[str, Value]]) -> None:
        assert self.detector is not None
        pixels = decoded(batch)
        there = [(i, one) for i in odd if (one := pixels[i]) is not None]
        named = [elements(batch.prompts[i].head) for i, _ in there]
        for (i, _), things, boxes in zip(there, named, self.detector.find([p for _, p in there], named), strict=True):
            best = [max(row, default=0.0) for row in boxes]
            if best:
                found[i]["present"], found[i]["missing"] = min(best), things[int(np.argmin(best))]

    def _compare(
        self, batch: Batch, odd: Sequence[int], words: Sequence[Vocabulary], found: Sequence[dict[str, Value]]
    ) -> None:
        assert self.embedder is not None
        pictures = self.embedder.pictures(batch)[list(odd)]
        heads = [(batch.prompts[i].head, *ordinary(batch.prompts[i].head, words[i])) for i in odd]
        told = [[caption(batch.prompts[i].fields, head) for head in some] for i, some in zip(odd, heads, strict=True)]
        for i, some, near in zip(odd, heads, cosines(self.embedder, pictures, told), strict=True):
            if len(near) > 1 and not np.isnan(near[0]) and not np.isnan(near[1:]).all():
                nearest = 1 + int(np.nanargmax(near[1:]))
                found[i]["margin"], found[i]["rival"] = rounded(near[0] - near[nearest]), some[nearest]
        self._look(batch, odd, words, found)

    def _look(
        self, batch: Batch, odd: Sequence[int], words: Sequence[Vocabulary], found: Sequence[dict[str, Value]]
    ) -> None:
        """Each thing of a joke beside things of others."""
        assert self.embedder is not None
        asked = []
        for i in odd:
            named = elements(batch.prompts[i].head)
            others = strangers(named, words[i])
            asked += [(i, thing, others) for thing in named if others]
        rows = [[with_article(word) for word in (thing, *others)] for _, thing, others in asked]
        pictures = self.embedder.pictures(batch)[[i for i, _, _ in asked]]
        for (i, thing, _), near in zip(asked, cosines(self.embedder, pictures, rows), strict=True):
            margin = rounded(near[0] - np.nanmax(near[1:])) if not np.isnan(near[1:]).all() else None
            least = found[i]["present_margin"]
            if margin is not None and (not isinstance(least, float) or margin < least):
                found[i]["present_margin"] = margin
                if found[i]["present"] is None:
                    found[i]["missing"] = thing


def elements(head: str) -> list[str]:
    """The things and places that a joke takes: "giant cat" -> cat; "penguin driving a car" -> penguin, car."""
    plain = frozenset(COLOURS | ODDITIES | {*NUMBERS, "giant", "tiny", "upside", "down", "bigger", "than"})
    rows = [" ".join(singular(word) for word in row if word not in plain) for row in split(head)]
    return [row for row in dict.fromkeys(rows) if row]


def ordinary(head: str, words: Vocabulary) -> list[str]:
    """What the picture would be of if nothing were odd: the subject, both things beside each other, the subject where
    one would meet it."""
    things, (who, rest) = elements(head), parted(head)
    subject = things[0] if things else who
    scenes = [scene for scene in words.usual if scene.startswith(f"{subject} ") and apart(scene[len(subject) :], rest)]
    beside = [f"{subject} beside {with_article(thing)}" for thing in things[1:2] if " beside " not in head]
    return [one for one in (subject, *beside, *scenes[:ORDINARY]) if one != head]


def strangers(named: Sequence[str], words: Vocabulary) -> list[str]:
    """Things of other jokes of the ability: always the same for the same things."""
    heads = Random(0).sample(words.heads, min(MOST, len(words.heads)))
    others = dict.fromkeys(thing for head in heads for thing in elements(head))
    return [other for other in others if all(apart(other, thing) for thing in named)]
