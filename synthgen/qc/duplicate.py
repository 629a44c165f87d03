"""Does the picture look like an earlier one, or the text read like one? Measured here, decided over the whole walk."""

from collections import defaultdict
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from synthgen.checks import Batch, Check, Walk
from synthgen.interfaces import Ability
from synthgen.kit.hashes import colour_signature, phash
from synthgen.kit.match import NearDuplicates, shingles, word_set
from synthgen.kit.near_pictures import Lookalikes
from synthgen.kit.options import Count, Share
from synthgen.kit.pictures import decoded, greys
from synthgen.kit.prompt_text import QUALITY, heads, keywords
from synthgen.types import Dialogue, Prompt, Score, Value, index_of


@dataclass(frozen=True)
class Duplicate(Check):
    """The fingerprints of a picture. The selection compares them in index order, and the texts with them: by itself no
    sample is a duplicate."""

    phash_distance: Count
    """Pictures with the same head are one if at most so many of the 64 bits of their hashes differ and ..."""
    signature_within: Count
    """... no cell of their 8 x 8 thumbnails differs by more in a channel, of 255."""
    prompt_jaccard: Share
    """Prompts are one if they share this part of their words, 0 to 1."""
    dialogue_shingles: Share
    """Dialogues are one if they share this part of their runs of three words, 0 to 1."""
    dialogue_min_words: Count
    """A dialogue with fewer words is never a duplicate."""
    action: Literal["reject", "report"]

    reads: ClassVar[Literal["picture"]] = "picture"
    decides: ClassVar[frozenset[str]] = frozenset(
        {"action", "phash_distance", "signature_within", "prompt_jaccard", "dialogue_shingles", "dialogue_min_words"}
    )

    def measure(self, batch: Batch) -> list[Score]:
        """`phash`: 16 hex digits, `signature`: 384 hex digits; None for a picture that is broken."""
        scores = []
        for picture, pixels, grey in zip(batch.pictures, decoded(batch), greys(batch), strict=True):
            values: dict[str, Value] = {"phash": None, "signature": None}
            if pixels is not None and grey is not None:
                values = {"phash": f"{phash(grey):016x}", "signature": colour_signature(pixels).hex()}
            scores.append(Score(picture.id, "duplicate", values))
        return scores

    def walk(self, ability: Ability, verbatim: bool, images_per_prompt: int) -> Walk:
        return _Repeats(self, verbatim, images_per_prompt)


class _Repeats(Walk):
    """What the kept samples of an ability look like and say, to find those that nearly repeat one.

    Pictures with other heads or other asked-for attributes are contrast, not duplicates. Texts that existed before
    (`verbatim`) are kept as they are: then only pictures of one and the same prompt can be duplicates. Samples that
    share a prompt on purpose (`images_per_prompt`) may share its words.
    """

    def __init__(self, check: Duplicate, verbatim: bool, images_per_prompt: int) -> None:
        self._check, self._verbatim, self._share = check, verbatim, images_per_prompt
        self._looks: dict[Hashable, Lookalikes] = defaultdict(self._none_yet)
        self._scenes: dict[int, str] = {}
        """By the hash of a scene: of a million, no two have the same by chance."""
        self._prompts = NearDuplicates(check.prompt_jaccard)
        self._dialogues = NearDuplicates(check.dialogue_shingles)
        self._translations = NearDuplicates(check.dialogue_shingles)

    def against(self, prompt: Prompt, dialogue: Dialogue, score: Score) -> tuple[str, str] | None:
        """The detail is the id of the earlier sample."""
        twin = self._twin(prompt, _look(score))
        if twin is not None:
            return "duplicate picture", twin
        if self._verbatim:
            return None
        twin = self._scenes.get(hash(_scene(prompt)))
        if twin is not None and not self._shares(prompt.id, twin):
            return "duplicate prompt", twin
        for known, reason, items in self._texts(prompt, dialogue):
            twin = known.find(items, unless=lambda id: self._shares(prompt.id, id))
            if twin is not None:
                return reason, twin
        return None

    def keep(self, prompt: Prompt, dialogue: Dialogue, score: Score) -> None:
        look = _look(score)
        if look is not None:
            self._looks[self._shown(prompt)].add(prompt.id, *look)
        if not self._verbatim:
            self._scenes.setdefault(hash(_scene(prompt)), prompt.id)
            for known, _, items in self._texts(prompt, dialogue):
                if self._share == 1:  # it stands against none: nobody has to look again
                    known.keep(prompt.id, items)
                else:
                    known.add(prompt.id, items)

    def _twin(self, prompt: Prompt, look: tuple[int, bytes] | None) -> str | None:
        """The earlier sample whose picture is the same."""
        known = self._looks.get(self._shown(prompt)) if look is not None else None
        return known.find(*look) if known is not None and look is not None else None

    def _none_yet(self) -> Lookalikes:
        return Lookalikes(self._check.phash_distance, self._check.signature_within)

    def _shown(self, prompt: Prompt) -> Hashable:
        """What pictures have to have in common to be duplicates."""
        return prompt.text if self._verbatim else (prompt.head.lower(), _asked_for(prompt))

    def _texts(self, prompt: Prompt, dialogue: Dialogue) -> Iterator[tuple[NearDuplicates, str, frozenset[str]]]:
        yield self._prompts, "duplicate prompt", word_set(prompt.text)
        said = " ".join(f"{turn.question} {turn.answer}" for turn in dialogue.in_english)
        if len(said.split()) >= self._check.dialogue_min_words:
            yield self._dialogues, "duplicate dialogue", shingles(said)
            if dialogue.translated:
                text = " ".join(f"{turn.question} {turn.answer}" for turn in dialogue.turns)
                yield self._translations, "duplicate dialogue", shingles(text)

    def _shares(self, one: str, other: str) -> bool:
        """Whether two samples have their prompt in common, on purpose."""
        return index_of(one) // self._share == index_of(other) // self._share


def _look(score: Score) -> tuple[int, bytes] | None:
    """pHash and colour signature; None where they were not measured."""
    hash, signature = (score.values.get(name) for name in ("phash", "signature"))
    if not isinstance(hash, str) or not isinstance(signature, str):
        return None
    return int(hash, 16), bytes.fromhex(signature)


def _asked_for(prompt: Prompt) -> Hashable:
    """Everything that a dialogue could ask for beyond the head."""
    f = prompt.fields
    return f.attributes, f.count, f.person, f.age, f.skin, f.relation, f.place, f.companions, f.light, f.medium


def _scene(prompt: Prompt) -> Hashable:
    """What a prompt says, in any order: without the words that ask for care."""
    care = QUALITY.union(word.lower() for word in prompt.fields.quality)
    return prompt.head.lower(), frozenset(heads(prompt.text.lower())), frozenset(keywords(prompt.text)) - care
