"""An embedder without a model: a picture lies where the caption lies that a test says it shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from synthgen.checks import Batch
from synthgen.kit.hashes import seed_of
from synthgen.kit.pictures import decoded
from synthgen.sight import Embedder, Vectors

WIDTH = 64


@dataclass(frozen=True)
class Fake(Embedder):
    """Texts that differ lie in directions that have nothing to do with each other."""

    shows: Mapping[str, str] = field(default_factory=dict)
    """By id of a picture; a picture that is not named shows "nothing"."""
    unknown: str = "glorp"
    """A word that it does not know."""
    name: str = "fake"

    @property
    def scale(self) -> float:
        return 100.0

    def pictures(self, batch: Batch) -> Vectors:
        rows = [direction(self.shows.get(picture.id, "nothing")) for picture in batch.pictures]
        for row, pixels in zip(rows, decoded(batch), strict=True):
            if pixels is None:
                row[:] = np.nan
        return np.stack(rows)

    def texts(self, texts: Sequence[str]) -> Vectors:
        return np.stack([np.full(WIDTH, np.nan, np.float32) if self.unknown in t else direction(t) for t in texts])


def direction(text: str) -> Vectors:
    row = np.random.default_rng(seed_of(0, text)).normal(size=WIDTH).astype(np.float32)
    return np.asarray(row / np.linalg.norm(row), np.float32)
