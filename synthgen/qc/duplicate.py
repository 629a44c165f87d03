"""Does the picture look like an earlier one, or the text read like one? Measured here, decided over the whole walk."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from synthgen.interfaces import Batch, Check
from synthgen.kit.hashes import colour_signature, phash
from synthgen.kit.options import Count, Share
from synthgen.kit.pictures import decoded, greys
from synthgen.types import Score, Value


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
