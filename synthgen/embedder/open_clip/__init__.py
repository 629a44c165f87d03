"""`embedder=open_clip`: any CLIP model that open_clip can load, by name, from the hub, or from a folder.

    python -m synthgen ability=animal renderer=sdxl qc=[readable,clip,decoy] embedder=open_clip n=100

Files:

    sources   what a model and its weights are named by, what is wrong with a name, which files are fetched
    loaded    a model on its device, pixels as it wants them, forwards
"""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from threading import Lock
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, cast

import numpy as np
from pydantic import Field

from synthgen.checks import Batch
from synthgen.embedder.open_clip import sources
from synthgen.interfaces import Download, Model
from synthgen.kit.hub import model_of
from synthgen.kit.options import Size
from synthgen.kit.pictures import decoded
from synthgen.sight import Embedder, Vectors
from synthgen.types import Device

if TYPE_CHECKING:
    from synthgen.embedder.open_clip.loaded import Loaded

REMEMBERED = 20_000
"""Texts whose embeddings are kept: 60 MB at a width of 768."""


@dataclass(frozen=True)
class OpenClip(Embedder):
    """However many checks name the same model, a process loads it once.

    `open` raises UsageError or DeviceError, in one line, for a model that does not load.
    """

    name: str
    model: str
    """One of open_clip's names, hf-hub:owner/name, or local-dir:folder."""
    pretrained: str | None
    """A tag of open_clip, or a file of weights."""
    revision: str | None
    """Commit, tag or branch on the hub."""
    device: Literal["auto", "cuda", "mps", "cpu"]
    batch: Size
    sentences: Annotated[Sequence[str], Field(min_length=1)]
    operational: ClassVar[frozenset[str]] = frozenset({"name", "device", "batch"})

    @property
    def reads_tensors(self) -> bool:
        return True

    def preflight(self) -> list[str]:
        wrong = [text for text in self.sentences if "{}" not in text]
        return sources.mistakes(self) + [
            f"embedder.sentences: {text!r} has no {{}} for what is shown" for text in wrong
        ]

    def downloads(self) -> Sequence[Download]:
        return sources.downloads(self)

    def models(self) -> Sequence[Model]:
        named = model_of(self.model.removeprefix(sources.HUB).removeprefix(sources.FOLDER), self.revision)
        weights = f" {model_of(self.pretrained).name}" if self.pretrained else ""
        return [replace(named, name=named.name + weights)]

    def open(self, device: Device) -> None:
        kind = device.kind if self.device == "auto" else self.device
        place = f"cuda:{device.index if device.kind == 'cuda' else 0}" if kind == "cuda" else kind
        with _OPENING:
            if self._key not in _OPEN:
                from synthgen.embedder.open_clip.loaded import load

                _OPEN[self._key] = _Open(load(self, place))

    def close(self) -> None:
        _OPEN.pop(self._key, None)

    @property
    def scale(self) -> float:
        return self._opened.model.scale

    @property
    def templates(self) -> Sequence[str]:
        return self.sentences

    def pictures(self, batch: Batch) -> Vectors:
        """From the tensors where the batch has them, else from the decoded files: the same way, but for the device."""

        def embed() -> Vectors:
            # tensors never saw JPEG: what that changes is far below what any threshold tells apart (docs/quality.md)
            return self._opened.model.pictures(batch.tensors or decoded(batch))

        return cast(Vectors, batch.shared(f"embedding/{self._key}", embed))

    def texts(self, texts: Sequence[str]) -> Vectors:
        known = self._opened
        with known.lock:
            lacking = [text for text in dict.fromkeys(texts) if text not in known.texts]
            if lacking:
                known.texts.update(zip(lacking, known.model.texts(lacking), strict=True))
            rows = np.stack([known.texts[text] for text in texts])
            for text in texts:
                known.texts.move_to_end(text)
            while len(known.texts) > REMEMBERED:
                known.texts.popitem(last=False)
            return rows

    @property
    def _key(self) -> str:
        return f"{self.model}/{self.pretrained}@{self.revision} on {self.device}"

    @property
    def _opened(self) -> "_Open":
        return _OPEN[self._key]


class _Open:
    """A loaded model and the texts that it has read; threads may share it."""

    def __init__(self, model: "Loaded") -> None:
        self.model, self.lock = model, Lock()
        self.texts: OrderedDict[str, Vectors] = OrderedDict()


_OPEN: dict[str, _Open] = {}
"""By what tells one from another: parts that name the same model are copies of each other."""
_OPENING = Lock()
