"""Small heads over an embedding: a few tensors in a file, and what a multilayer perceptron makes of them.

Named by a local file, or on the hub by owner/name@commit/file.safetensors.
"""

import importlib.util
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from synthgen.errors import UsageError
from synthgen.interfaces import Download
from synthgen.kit.hub import folder_of, hub_name
from synthgen.sight import Embedder, Vectors

Array = NDArray[np.float32]
SAFE, PICKLED = ".safetensors", (".pt", ".pth", ".bin")
"""The latter are read as tensors only, so that they cannot hold code; not from the hub."""


def mistakes(option: str, file: str | None, embedder: Embedder | None) -> Iterator[str]:
    """What keeps a head from being loaded, each with its fix; `option`: "qc.aesthetic.head"."""
    if file is None:
        return
    if embedder is None:
        yield f"{option} reads embeddings: pass embedder=open_clip"
    path, name = Path(file).expanduser(), hub_name(file)
    if path.is_file():
        if path.suffix not in (SAFE, *PICKLED):
            yield f"{option}={file}: it has to be a file of {', '.join((SAFE, *PICKLED))}"
    elif name is None or name.file is None:
        yield f"{option}={file} is no file, and no name on the hub (owner/name@commit/file.safetensors)"
    library = "torch" if path.suffix in PICKLED else "safetensors"
    if importlib.util.find_spec(library) is None:
        yield f"{option} needs {library}. pip install 'synthgen[clip]'"
    if not path.is_file() and importlib.util.find_spec("huggingface_hub") is None:
        yield f"{option} needs huggingface_hub. pip install 'synthgen[clip]'"


def downloads(file: str | None) -> list[Download]:
    """What it needs of the hub."""
    name = None if file is None or Path(file).expanduser().is_file() else hub_name(file)
    return [Download(name.repo, name.revision, (name.file,))] if name and name.file else []


def tensors(option: str, file: str, only: Collection[str] = ()) -> dict[str, Array]:
    """The tensors of a head's file by name, `only` some of them if there are such. Raises SynthgenError."""
    path = Path(file).expanduser()
    if not path.is_file():
        (download,) = downloads(file)
        path = folder_of(download) / download.files[0]
    try:
        found = _safe(path, only) if path.suffix == SAFE else _pickled(path)
    except (OSError, ValueError, RuntimeError, KeyError, EOFError, AttributeError, TypeError) as e:
        raise UsageError(f"{option}={file} is damaged, or no file of tensors: {_first_line(e)}") from e
    return {name: np.asarray(value, np.float32) for name, value in found.items()}


def _safe(path: Path, only: Collection[str]) -> dict[str, Array]:
    from safetensors import SafetensorError, safe_open

    try:
        with safe_open(path, "np") as file:
            names = [name for name in file.keys() if name in only] or file.keys()  # noqa: SIM118
            return {name: file.get_tensor(name) for name in names}
    except SafetensorError as e:
        raise ValueError(str(e)) from e


def _pickled(path: Path) -> dict[str, Array]:
    import pickle

    import torch

    try:
        found = torch.load(path, map_location="cpu", weights_only=True)
    except pickle.UnpicklingError as e:
        raise ValueError("it holds more than tensors") from e
    return {name: value.float().numpy() for name, value in found.items()}


def _first_line(error: BaseException) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:160]


@dataclass(frozen=True)
class Layers:
    """Linear layers one after the other, from `width` values to one."""

    steps: tuple[tuple[Array, Array, bool], ...]
    """Weight, out x in; bias; whether another module stands between it and the next layer."""

    @property
    def width(self) -> int:
        return int(self.steps[0][0].shape[1])

    def __call__(self, rows: Vectors, relu: bool = False) -> Array:
        """One value for each row. `relu`: the modules between layers are ReLU (and dropout), not dropout alone."""
        found = rows
        for weight, bias, between in self.steps:
            found = found @ weight.T + bias
            if relu and between:
                found = np.maximum(found, 0)
        return np.asarray(found[:, 0], np.float32)


class Concepts:
    """The safety checker of Stable Diffusion, as far as it comes after the embedding.

    Source: diffusers, pipelines/stable_diffusion/safety_checker.py: a picture is unsafe whose cosine with a concept is
    above the limit of the concept. Every concept comes nearer by CARE for a picture that needs special care.
    """

    NAMES = ("concept_embeds", "concept_embeds_weights", "special_care_embeds", "special_care_embeds_weights")
    """Its tensors; the file holds a whole model beside them."""
    CARE = 0.01

    def __init__(self, found: Mapping[str, Array]) -> None:
        concepts, self._limits, special, self._special_limits = (found[name] for name in self.NAMES)
        self._concepts, self._special = map(_unit, (concepts, special))
        self.width = int(concepts.shape[1])

    def __call__(self, rows: Vectors) -> Array:
        """For each row 0.5 + by how much the nearest concept is nearer than its limit: above 0.5, it is unsafe."""
        special = (rows @ self._special.T - self._special_limits > 0).any(axis=1)
        above = (rows @ self._concepts.T - self._limits).max(axis=1) + self.CARE * special
        return np.asarray(0.5 + above, np.float32)


def _unit(rows: Array) -> Array:
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)


def layers(option: str, file: str, found: Mapping[str, Array]) -> Layers:
    """The layers of an nn.Sequential, in the order of their numbers, or a single nn.Linear. Raises UsageError."""
    weights = {name: value for name, value in found.items() if name.endswith("weight") and value.ndim == 2}
    names = sorted(weights, key=_number)
    steps = []
    for name, after in zip(names, [*names[1:], ""], strict=False):
        weight, between = weights[name], _number(after) - _number(name) > 1
        bias = found.get(name.removesuffix("weight") + "bias", np.zeros(len(weight), np.float32))
        steps.append((weight, bias, between))
    fits = all(a[0].shape[0] == b[0].shape[1] for a, b in zip(steps, steps[1:], strict=False))
    if not steps or not fits or steps[-1][0].shape[0] != 1:
        shapes = ", ".join(f"{name} {'x'.join(map(str, value.shape))}" for name, value in found.items())
        raise UsageError(f"{option}={file}: no linear layers that end in one value; it has {shapes[:300]}")
    return Layers(tuple(steps))


def _number(name: str) -> int:
    """The place in its nn.Sequential, "layers.10.weight"."""
    return int(([0, *re.findall(r"\d+", name)])[-1])


def check_width(option: str, file: str, width: int, embedder: Embedder) -> None:
    """Raises UsageError for a head that was made for another embedding; for after `open`."""
    has = embedder.texts(["a picture"]).shape[1]
    if has != width:
        raise UsageError(
            f"{option}={file} was made for embeddings of {width} values, and embedder={embedder.name} gives {has}; "
            "name the model that it was made for"
        )
