"""What a training leaves behind: `weights.npz` in half precision, named as open_clip names them, and `words.txt`."""

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from synthgen.embedder.sketch_clip.shape import HERE
from synthgen.embedder.sketch_clip.tokens import Tokens
from synthgen.errors import UsageError

WEIGHTS, WORDS = "weights.npz", "words.txt"
FILES = (WEIGHTS, WORDS)


def save(folder: Path, weights: Mapping[str, NDArray[np.float32]], words: Sequence[str]) -> None:
    """Floats lose half of their bits; each file appears whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f"{WEIGHTS}.part"
    with part.open("wb") as file:
        halves: dict[str, Any] = {name: value.astype(np.float16) for name, value in weights.items()}
        np.savez_compressed(file, **halves)
    part.replace(folder / WEIGHTS)
    part = folder / f"{WORDS}.part"
    part.write_text("\n".join(words) + "\n", encoding="utf-8")
    part.replace(folder / WORDS)


def load(folder: Path) -> tuple[dict[str, NDArray[np.float32]], list[str]]:
    """Weights in single precision, and words. Raises UsageError, in one line, for files that are not ours."""
    try:
        with np.load(BytesIO((folder / WEIGHTS).read_bytes()), allow_pickle=False) as file:
            weights = {name: file[name].astype(np.float32) for name in file.files}
        words = (folder / WORDS).read_text(encoding="utf-8").split("\n")[:-1]
    except (OSError, ValueError, EOFError, KeyError, zipfile.BadZipFile) as e:
        raise UsageError(f"embedder=sketch_clip cannot load {folder}: {e}; train_clip writes such a folder") from e
    if folder != HERE and _shapes(weights) != _shapes(load(HERE)[0]):
        raise UsageError(f"embedder=sketch_clip cannot load {folder}: a model of another shape; train it anew")
    if Tokens(words).size != len(weights["token_embedding.weight"]):
        raise UsageError(f"embedder=sketch_clip cannot load {folder}: {WORDS} has other words than the weights")
    return weights, words


def _shapes(weights: Mapping[str, NDArray[np.float32]]) -> dict[str, tuple[int, ...]]:
    """Without the number of words, which may be another."""
    return {name: value.shape[name == "token_embedding.weight" :] for name, value in weights.items()}
