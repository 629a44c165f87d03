"""Would the head be picked for the picture out of a row of other heads? Needs no absolute threshold."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import ClassVar, Literal

import numpy as np

from synthgen.checks import Batch, Graded
from synthgen.kit.captions import caption, cosines, rivals, rounded, vocabulary
from synthgen.kit.hashes import seed_of
from synthgen.sight import Embedder
from synthgen.types import Prompt, Score, Value

DECOYS = 31
"""With the true head a choice of 32."""


@dataclass(frozen=True)
class Decoy(Graded):
    """The rank of the true head's cosine among those of other heads of the ability, drawn anew for each sample."""

    embedder: Embedder | None

    reads: ClassVar[Literal["picture"]] = "picture"
    ranks: ClassVar[str] = "beaten"
    figure: ClassVar[str] = "beaten"
    faults: ClassVar[Mapping[str, str]] = {"beaten": "picture nearer to other heads"}

    def measure(self, batch: Batch) -> list[Score]:
        """`beaten`: the share of decoys that are less like the picture, 0 to 1; `rank`: 1 is the best; `decoys`: how
        many there were; `winner`: the decoy most like the picture, "" where that is the head itself.

        None without an embedder or decoys, for a picture that is broken and for a head that the embedder does not know.
        """
        names = ("beaten", "rank", "decoys", "winner")
        if self.embedder is None:
            return [Score(picture.id, "decoy", dict.fromkeys(names)) for picture in batch.pictures]
        heads = [[prompt.head, *self._drawn(batch, prompt)] for prompt in batch.prompts]
        captions = [
            [caption(prompt.fields, head) for head in some] for prompt, some in zip(batch.prompts, heads, strict=True)
        ]
        found = cosines(self.embedder, self.embedder.pictures(batch), captions)
        scores = []
        for prompt, near, some in zip(batch.prompts, found, heads, strict=True):
            values: dict[str, Value] = dict.fromkeys(names)
            others = near[1:][~np.isnan(near[1:])]
            if not np.isnan(near[0]) and len(others):
                above = int((others >= near[0]).sum())  # a tie is no win: a blind model gives nothing but ties
                values["beaten"] = rounded(1 - above / len(others))
                values["rank"], values["decoys"] = float(above + 1), float(len(others))
                values["winner"] = some[1 + int(np.nanargmax(near[1:]))] if above else ""
            unusual = vocabulary(batch, prompt).unusual
            scores.append(Score(prompt.id, "decoy", values | ({"unusual": 1.0} if unusual else {})))
        return scores

    def _drawn(self, batch: Batch, prompt: Prompt) -> list[str]:
        rng = Random(seed_of(0, prompt.id, "decoys"))
        return rivals(prompt.fields, vocabulary(batch, prompt), rng, DECOYS)
