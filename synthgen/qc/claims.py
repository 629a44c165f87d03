"""Does the picture show what the prompt says of it, claim by claim? Each is measured by the best means at hand.

colour           on what stands out, without a model (kit/colour_names)
subject, object  by a detector; without one, how much nearer the picture is to the thing than to others, by an embedder
count            by a detector; else as above, beside other numbers of the thing
place, medium    by an embedder, among the ability's own words
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from types import MappingProxyType
from typing import ClassVar, Literal

import numpy as np

from synthgen.checks import Batch, Check, Limit, limit_for
from synthgen.kit.captions import caption, cosines, rivals, rounded, vocabulary
from synthgen.kit.colour_names import differ, of_thing
from synthgen.kit.near import apart
from synthgen.kit.pictures import decoded
from synthgen.kit.prompt_claims import measurable, shows_colours
from synthgen.kit.statements import is_deed, number_of, parted, statement
from synthgen.kit.words import with_article
from synthgen.sight import Detector, Embedder
from synthgen.types import Claim, Fields, Prompt, Score, Value, Vocabulary

MOST = 64
"""Other things that a picture is compared with."""
NUMBERS = (1, 2, 3, 4, 5)
FAULTS: Mapping[str, str] = MappingProxyType(
    {
        "colour": "color not as asked",
        "subject": "subject not there",
        "subject_margin": "subject not there",
        "object": "companion not there",
        "object_margin": "companion not there",
        "count": "count not as asked",
        "count_margin": "count not as asked",
        "place": "place not as asked",
        "medium": "medium not as asked",
    }
)
"""Each figure, and why a sample falls whose figure is too low."""
BESIDE = ("colour_seen", "count_seen", "place_seen", "place_p", "medium_seen", "medium_p", "missing")
"""What is told beside the figures: what was seen, and how likely the true word is among the others."""
WORDED = frozenset({"place", "medium"})
MARGINS = MappingProxyType({"subject": "subject_margin", "object": "object_margin", "count": "count_margin"})


@dataclass(frozen=True)
class Claims(Check):
    """What is not measured is None. A claim whose figure has a threshold is refuted below it, else confirmed: a fact
    that a dialogue may say."""

    embedder: Embedder | None
    detector: Detector | None
    min: Mapping[str, Limit]
    """By figure."""
    action: Literal["reject", "report"]

    reads: ClassVar[Literal["picture"]] = "picture"
    decides: ClassVar[frozenset[str]] = frozenset({"action", "min"})
    faults: ClassVar[Mapping[str, str]] = FAULTS

    def preflight(self) -> list[str]:
        known = f"it has {', '.join(FAULTS)}"
        return super().preflight() + [f"qc.claims.min has no {key!r}: {known}" for key in self.min if key not in FAULTS]

    def measure(self, batch: Batch) -> list[Score]:
        found: list[dict[str, Value]] = [dict.fromkeys((*FAULTS, *BESIDE)) for _ in batch.prompts]
        said = [list(measurable(prompt.fields)) for prompt in batch.prompts]
        self._colours(batch, said, found)
        self._detected(batch, said, found)
        self._compared(batch, said, found)
        return [Score(prompt.id, "claims", values) for prompt, values in zip(batch.prompts, found, strict=True)]

    def limits(self, prompt: Prompt) -> Mapping[str, tuple[float | None, float | None]]:
        return {name: (limit_for(limit, prompt), None) for name, limit in self.min.items()}

    def beside(self, figure: str, score: Score) -> str:
        told = score.values.get("missing" if figure.startswith("object") else f"{figure}_seen")
        return "" if told is None else f"; {'not ' * figure.startswith('object')}seen: {_plain(told)}"

    def facts(self, score: Score, prompt: Prompt) -> Sequence[str]:
        said = [claim for claim in measurable(prompt.fields) if self._confirmed(claim, score, prompt)]
        return tuple(filter(None, map(statement, said)))

    def _confirmed(self, claim: Claim, score: Score, prompt: Prompt) -> bool:
        """Whether something was measured that decides, and all of it speaks for the claim."""
        names = (claim.type, MARGINS.get(claim.type, ""))
        held = [(score.values.get(name), limit_for(self.min.get(name), prompt)) for name in names]
        decided = [value >= limit for value, limit in held if isinstance(value, float) and limit is not None]
        if claim.type == "colour" and differ(claim.value, str(score.values.get("colour_seen") or claim.value)):
            return False
        return bool(decided) and all(decided)

    def _colours(self, batch: Batch, said: Sequence[Sequence[Claim]], found: Sequence[dict[str, Value]]) -> None:
        for prompt, pixels, claims, values in zip(batch.prompts, decoded(batch), said, found, strict=True):
            claim = next((one for one in claims if one.type == "colour"), None)
            if claim is not None and pixels is not None and shows_colours(prompt.fields.medium):
                figure, seen = of_thing(pixels, claim.value, vocabulary(batch, prompt).colours)
                values["colour"], values["colour_seen"] = round(figure, 4), seen

    def _detected(self, batch: Batch, said: Sequence[Sequence[Claim]], found: Sequence[dict[str, Value]]) -> None:
        if self.detector is None:
            return
        there = [i for i, pixels in enumerate(decoded(batch)) if pixels is not None]
        pixels = [one for one in decoded(batch) if one is not None]
        words = [_things(batch.prompts[i].fields, said[i]) for i in there]
        for i, some, boxes in zip(there, words, self.detector.find(pixels, words), strict=True):
            best = {word: (max(row, default=0.0), float(len(row))) for word, row in zip(some, boxes, strict=True)}
            values, objects = found[i], [claim.value for claim in said[i] if claim.type == "object"]
            for claim in said[i]:
                if claim.type == "subject" and claim.value in best:
                    values["subject"] = best[claim.value][0]
                if claim.type == "count" and claim.subject in best:
                    values["count_seen"] = best[claim.subject][1]
                    values["count"] = float(number_of(claim.value) == best[claim.subject][1])
            if objects:
                values["missing"] = min(objects, key=lambda word: best[word][0])
                values["object"] = min(best[word][0] for word in objects)

    def _compared(self, batch: Batch, said: Sequence[Sequence[Claim]], found: Sequence[dict[str, Value]]) -> None:
        """What the embedder can tell. All captions of the batch are embedded together."""
        if self.embedder is None:
            return
        asked = [
            (i, claim, words)
            for i, (prompt, claims) in enumerate(zip(batch.prompts, said, strict=True))
            for claim in claims
            if len(words := _choices(claim, prompt.fields, vocabulary(batch, prompt))) > 1
        ]
        pictures = self.embedder.pictures(batch)
        texts = [[text for _, text in words] for _, _, words in asked]
        rows = cosines(self.embedder, pictures[[i for i, _, _ in asked]], texts) if asked else []
        for (i, claim, words), near in zip(asked, rows, strict=True):
            if np.isnan(near[0]) or np.isnan(near[1:]).all():
                continue
            values, nearest = found[i], 1 + int(np.nanargmax(near[1:]))
            margin, name = rounded(near[0] - near[nearest]), MARGINS.get(claim.type, claim.type)
            if claim.type in WORDED:
                likely = np.exp(self.embedder.scale * (near - np.nanmax(near)))
                values[f"{name}_p"] = rounded(likely[0] / np.nansum(likely))
                values[f"{name}_seen"] = words[0 if near[0] > near[nearest] else nearest][0]
            if margin is not None and (not isinstance(values[name], float) or margin < float(str(values[name]))):
                values[name] = margin
                if claim.type == "object" and values["object"] is None:
                    values["missing"] = claim.value


def _plain(value: Value) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def _things(fields: Fields, claims: Sequence[Claim]) -> list[str]:
    """What a detector can look for: things; no deeds, and no scenes of several things."""
    plain = (claim for claim in claims if claim.type == "object" or not fields.person and not _told(claim.subject))
    named = {"subject": "value", "object": "value", "count": "subject"}
    return list(dict.fromkeys(getattr(claim, named[claim.type]) for claim in plain if claim.type in named))


def _told(subject: str) -> bool:
    """Whether it says more than the name of a thing."""
    return is_deed(subject) or bool(parted(subject)[1])


def _choices(claim: Claim, fields: Fields, words: Vocabulary) -> list[tuple[str, str]]:
    """The true word and others, each as a caption; empty where an embedder has nothing to compare."""
    return list(dict.fromkeys(_choice(claim, fields, words)))


def _choice(claim: Claim, fields: Fields, words: Vocabulary) -> Iterator[tuple[str, str]]:
    if claim.type in WORDED:
        others = words.places if claim.type == "place" else words.media
        named = fields.companions[:1] if fields.subject == fields.medium else ()
        for word in (claim.value, *(other for other in others if other and apart(other, claim.value))):
            told = caption(Fields(word, medium=word, companions=named), word) if named else with_article(word)
            yield word, told
    elif claim.type == "subject" and not words.unusual:
        for head in (fields.subject, *rivals(fields, words, Random(0), MOST)):
            yield head, caption(fields, head)
    elif claim.type == "object" and not words.unusual and fields.subject != fields.medium:
        there = (fields.subject, *fields.companions)
        strange = [word for word in words.heads if all(apart(word, other) for other in there)]
        for word in (claim.value, *Random(0).sample(strange, min(MOST, len(strange)))):
            yield word, with_article(word)
    elif claim.type == "count":
        asked = number_of(claim.value) or 1
        for number in (asked, *(other for other in NUMBERS if other != asked)):
            yield str(number), caption(Fields(fields.subject, count=number, person=fields.person), fields.subject)
