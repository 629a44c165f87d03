"""Does the picture show its head, rather than another head of its ability?"""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import ClassVar, Literal

import numpy as np

from synthgen.checks import Batch, Graded, Limit, limit_for
from synthgen.kit.captions import caption, cosines, rivals, rounded, vocabulary
from synthgen.sight import Embedder
from synthgen.types import Prompt, Score, Value

MOST = 256
"""Other heads that a picture is compared with; only jokes have more, of which always the same are drawn."""


@dataclass(frozen=True)
class Clip(Graded):
    """The cosine of the embeddings of picture and head (CLIPScore, Hessel et al. 2021, without its rescaling), and by
    how much it is above that of the nearest other head, which depends less on style and model than the cosine itself.

    CLIP reads a bag of words: a dog beside a car is nearly as much "a dog driving a car". So nothing is decided on
    abilities whose pictures show what is unusual.
    """

    embedder: Embedder | None
    similarity: Limit
    """The least cosine with the head itself: pictures of something else altogether may have no other head nearer."""

    reads: ClassVar[Literal["picture"]] = "picture"
    ranks: ClassVar[str] = "margin"
    figure: ClassVar[str] = "margin"
    faults: ClassVar[Mapping[str, str]] = {name: "picture unlike its head" for name in ("similarity", "margin")}
    decides: ClassVar[frozenset[str]] = Graded.decides | {"similarity"}

    def measure(self, batch: Batch) -> list[Score]:
        """`margin`, `similarity`; `rival`: the nearest other head; `embedding`: of the picture, float16.

        None without an embedder, for a picture that is broken and for a head that the embedder does not know.
        """
        names = ("margin", "similarity", "rival", "embedding")
        if self.embedder is None:
            return [Score(picture.id, "clip", dict.fromkeys(names)) for picture in batch.pictures]
        words = [vocabulary(batch, prompt) for prompt in batch.prompts]
        heads = [
            [prompt.head, *rivals(prompt.fields, of, Random(0), MOST)]
            for prompt, of in zip(batch.prompts, words, strict=True)
        ]
        captions = [
            [caption(prompt.fields, head) for head in some] for prompt, some in zip(batch.prompts, heads, strict=True)
        ]
        pictures = self.embedder.pictures(batch)
        found = cosines(self.embedder, pictures, captions)
        scores = []
        for picture, row, near, some, of in zip(batch.pictures, pictures, found, heads, words, strict=True):
            values: dict[str, Value] = dict.fromkeys(names)
            values["similarity"] = rounded(near[0])
            if not np.isnan(row).any():
                values["embedding"] = row.astype(np.float16).tobytes()
            if not np.isnan(near[0]) and not np.isnan(near[1:]).all():
                nearest = 1 + int(np.nanargmax(near[1:]))
                values["margin"], values["rival"] = rounded(near[0] - near[nearest]), some[nearest]
            scores.append(Score(picture.id, "clip", values | ({"unusual": 1.0} if of.unusual else {})))
        return scores

    def limits(self, prompt: Prompt) -> Mapping[str, tuple[float | None, float | None]]:
        return {"similarity": (limit_for(self.similarity, prompt), None), **super().limits(prompt)}
