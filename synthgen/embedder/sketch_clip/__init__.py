"""`embedder=sketch_clip`: a tiny CLIP that was trained on drawings of `renderer=sketch`, and judges those alone.

    python -m synthgen ability=animal n=24

Files:

    shape, weights         what the model is, and how it is stored; the shipped weights lie beside them
    tokens, pixels         texts and pictures as it takes them
    looking, *.onnx        the model in onnxruntime

How it was trained, and the two graphs made: synthgen/clip_training/, `python -m synthgen train_clip`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, ClassVar, cast

from synthgen.checks import Batch
from synthgen.embedder.sketch_clip.shape import HERE
from synthgen.embedder.sketch_clip.weights import FILES
from synthgen.interfaces import Model
from synthgen.kit.pictures import decoded
from synthgen.sight import Embedder, Vectors
from synthgen.types import Device

if TYPE_CHECKING:
    from synthgen.embedder.sketch_clip.looking import Looking


@dataclass(frozen=True)
class SketchClip(Embedder):
    """Of pictures that the embedded renderer did not draw it says nothing, nor of texts with words it never read.

    However many checks name it, a process loads it once. `open` raises UsageError, in one line, for a folder that holds
    no such model.
    """

    name: str
    weights: str | None
    """A folder that `train_clip` wrote; None: the shipped weights."""
    operational: ClassVar[frozenset[str]] = frozenset({"name", "weights"})

    def preflight(self) -> list[str]:
        missing = [file for file in FILES if not (self._folder / file).is_file()]
        fix = "pass a folder that train_clip wrote, or null for the shipped weights"
        return [f"embedder.weights={self.weights}: has no {' and no '.join(missing)}; {fix}"] if missing else []

    def models(self) -> Sequence[Model]:
        return [Model("sketch_clip", license="apache-2.0")]  # as all of this program

    def identity(self) -> Mapping[str, str]:
        """Other weights are another model, wherever they lie."""
        files = [file for name in FILES if (file := self._folder / name).is_file()]
        return {**super().identity(), "weights": _digest(*((file, file.stat().st_mtime_ns) for file in files))[:12]}

    def open(self, device: Device) -> None:
        with _OPENING:
            if self._folder not in _OPEN:
                from synthgen.embedder.sketch_clip.looking import Looking

                _OPEN[self._folder] = Looking(self._folder)

    def close(self) -> None:
        _OPEN.pop(self._folder, None)

    @property
    def scale(self) -> float:
        return _OPEN[self._folder].scale

    def pictures(self, batch: Batch) -> Vectors:
        def embed() -> Vectors:
            drawn = batch.embedded
            return _OPEN[self._folder].pictures(decoded(batch) if drawn else [None] * len(batch.pictures))

        return cast(Vectors, batch.shared(f"embedding/{self.name} {self._folder}", embed))

    def texts(self, texts: Sequence[str]) -> Vectors:
        return _OPEN[self._folder].texts(texts)

    @property
    def _folder(self) -> Path:
        return Path(self.weights) if self.weights else HERE


@lru_cache
def _digest(*files: tuple[Path, int]) -> str:
    """Of what is in files that were last changed at some times: asked for each shard."""
    return sha256(b"".join(file.read_bytes() for file, _ in files)).hexdigest()


_OPEN: dict[Path, "Looking"] = {}
"""By the folder of the weights."""
_OPENING = Lock()
