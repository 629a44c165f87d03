"""The model in onnxruntime: pictures and texts to rows of unit length, on one core, without torch."""

import math
from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path
from threading import Lock

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from PIL import Image

from synthgen.embedder.sketch_clip import weights
from synthgen.embedder.sketch_clip.pixels import small
from synthgen.embedder.sketch_clip.shape import HERE
from synthgen.embedder.sketch_clip.tokens import Tokens, padded
from synthgen.sight import Vectors
from synthgen.types import Pixels

AT_ONCE = 32
"""Pictures, and eight times as many texts, in one forward: what they take fits into the cache of a core."""
_OUTSIDE = ("logit_scale", "token_embedding.weight")
"""Weights that the graphs do not hold."""
REMEMBERED = 20_000
"""Texts whose rows are kept: 10 MB."""


class Looking:
    """A loaded model, and the texts that it has read; threads may share it."""

    def __init__(self, folder: Path) -> None:
        found, words = weights.load(folder)
        self.tokens = Tokens(words)
        self.scale = math.exp(float(found["logit_scale"]))
        self.width = int(found["text_projection"].shape[1])
        self._eye = _session("pictures", {k: v for k, v in found.items() if k.startswith("visual.")})
        read = {k: v for k, v in found.items() if not k.startswith("visual.") and k not in _OUTSIDE}
        self._words, self._reader = found["token_embedding.weight"], _session("texts", read)
        self._texts: dict[str, Vectors] = {}
        self._lock = Lock()

    def pictures(self, pixels: Sequence[Pixels | None]) -> Vectors:
        """uint8, height x width x 3, of any size; a row of NaN for None."""
        rows = np.full((len(pixels), self.width), np.nan, np.float32)
        there = iter([(at, one) for at, one in enumerate(pixels) if one is not None])
        while some := list(islice(there, AT_ONCE)):
            seen = np.stack([small(Image.fromarray(one)) for _, one in some])
            rows[[at for at, _ in some]] = self._eye.run(None, {"pixels": seen})[0]
        return rows

    def texts(self, texts: Sequence[str]) -> Vectors:
        """A row of NaN for a text with a word that the model never read."""
        with self._lock:
            if len(self._texts) > REMEMBERED:
                self._texts.clear()
            lacking = [text for text in dict.fromkeys(texts) if text not in self._texts]
            self._texts.update(zip(lacking, self._read(lacking), strict=True))
            return np.array([self._texts[text] for text in texts], np.float32).reshape(-1, self.width)

    def _read(self, texts: Sequence[str]) -> Vectors:
        rows = np.full((len(texts), self.width), np.nan, np.float32)
        tokens = {at: self.tokens.row(text) for at, text in enumerate(texts) if not self.tokens.unknown(text)}
        order = iter(sorted(tokens, key=lambda at: len(tokens[at])))  # texts of one length stand together
        while some := list(islice(order, 8 * AT_ONCE)):
            row = padded(tokens[at] for at in some)
            given = {"words": self._words[row], "ends": row.argmax(1, keepdims=True)}
            rows[some] = self._reader.run(None, given)[0]
        return rows


def _session(name: str, found: Mapping[str, NDArray[np.float32]]) -> onnxruntime.InferenceSession:
    """One of the two graphs with its weights filled in; on one core, which it does not keep busy while it waits."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 3
    values = [onnxruntime.OrtValue.ortvalue_from_numpy(value) for value in found.values()]
    options.add_external_initializers([*found], values)
    graph = (HERE / f"{name}.onnx").read_bytes()
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
