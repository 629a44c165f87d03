"""Which files of a repository a pipeline is made of: the ones that are loaded, and no others."""

import json
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from synthgen.errors import UsageError
from synthgen.interfaces import Download
from synthgen.kit.hub import files_of

INDEX = "model_index.json"
SAFE = ".safetensors"
LEFT_OUT = ("safety_checker", "feature_extractor", "image_encoder")
"""Parts that no picture is drawn with."""
PICKLED = (".bin", ".ckpt", ".pt")
DRAWN = (
    "StableDiffusionPipeline",
    "LatentConsistencyModelPipeline",
    "StableDiffusionXLPipeline",
    "StableDiffusion3Pipeline",
    "FluxPipeline",
)
"""Classes of pipelines that texts can be encoded for (`encoding`)."""
TEXTS = (".json", ".txt", ".model")
"""Files of tokenizers and schedulers; weights and code end otherwise."""
_WEIGHTS = re.compile(
    r"(?:diffusion_pytorch_)?model(?:\.(?P<variant>\w+))?(?:-\d{5}-of-\d{5})?\.safetensors"
    r"|(?:diffusion_pytorch_)?model\.safetensors\.index(?:\.(?P<of_index>\w+))?\.json"
)
"""As diffusers and transformers name them: model.safetensors, model.fp16-00001-of-00002.safetensors and their index."""


def parts(index: Path) -> dict[str, Any]:
    """The parts of the pipeline that a model_index.json lists, without those that are left out.

    Raises UsageError for one that asks for code of its own.
    """
    said = json.loads(index.read_text(encoding="utf-8"))
    if not isinstance(said.get("_class_name"), str):
        raise UsageError(f"{index} asks for code of its own, which is not run; choose a model of a class of diffusers")
    return {
        name: value
        for name, value in said.items()
        if isinstance(value, list) and value[0] is not None and name not in LEFT_OUT
    }


def of_pipeline(repo: str, revision: str | None, variant: str | None) -> Download:
    """A whole pipeline: of each model its configuration and safetensors, of the variant where it has one.

    Raises SynthgenError, also where no model has the variant, and where weights are there as pickles only.
    """
    names = _of_parts(repo, revision)
    weights = _weights(names, variant)
    models = {_folder(name) for name in weights}
    pickled = {_folder(name) for name in names if name.endswith(PICKLED)} - models
    if pickled:
        raise UsageError(f"{repo} has no {SAFE} files of its {', '.join(sorted(pickled))}; pickles are never loaded")
    if variant and not any(f".{variant}" in name for name in weights):
        raise UsageError(f"{repo} has no {variant} files; pass renderer.variant=null")
    return Download(repo, revision, tuple(sorted({INDEX, *weights, *_texts(names, models)})))


def of_configuration(repo: str, revision: str | None) -> Download:
    """What a single file is read with: all of a pipeline but its weights. Raises SynthgenError."""
    return Download(repo, revision, tuple(sorted({INDEX, *_texts(_of_parts(repo, revision), ())})))


def _of_parts(repo: str, revision: str | None) -> list[str]:
    """The files in the folders of the pipeline's parts."""
    index, names = files_of(repo, revision, INDEX)
    folders = parts(index)
    return [name for name in names if _folder(name) in folders]


def _weights(names: Sequence[str], variant: str | None) -> list[str]:
    """Of each folder the files of the variant, or the plain ones where it has none."""
    found: dict[str, dict[str | None, list[str]]] = {}
    for name in names:
        match = _WEIGHTS.fullmatch(PurePosixPath(name).name)
        if match:
            of = match["variant"] or match["of_index"]
            found.setdefault(_folder(name), {}).setdefault(of, []).append(name)
    return [name for kinds in found.values() for name in kinds.get(variant) or kinds.get(None, [])]


def _texts(names: Iterable[str], models: Collection[str]) -> list[str]:
    """The small files of the parts; of a model only its configuration."""
    return [
        name
        for name in names
        if (name.endswith("/config.json") if _folder(name) in models else name.endswith(TEXTS))
        and ".index." not in name
    ]


def _folder(name: str) -> str:
    return PurePosixPath(name).parent.as_posix()


def faults(path: Path, variant: str | None) -> Iterator[str]:
    """What keeps a local folder or file from being loaded, as far as its names and headers tell."""
    if path.is_file() and not _is_safe(path):
        yield f"it is damaged, or no {SAFE} file"
    if not (path / INDEX).is_file():
        return
    try:
        index = parts(path / INDEX)
    except ValueError as e:
        yield f"its {INDEX} is damaged: {e}"
    except UsageError as e:
        yield str(e)
    else:
        if (kind := json.loads((path / INDEX).read_text(encoding="utf-8"))["_class_name"]) not in DRAWN:
            yield f"it is a {kind}; models of the kind of Stable Diffusion 1, 2, XL and 3, or of Flux, are drawn with"
        yield from (f"its part {name} is missing" for name in index if not (path / name).is_dir())
        names = [f"{name}/{file.name}" for name in index for file in sorted((path / name).glob(f"*{SAFE}"))]
        damaged = [name for name in _weights(names, variant) if not _is_safe(path / name)]
        yield from (f"{name} is damaged: fetch it again" for name in damaged)


def _is_safe(file: Path) -> bool:
    """Whether a file has the header of safetensors, and the length that it states (format: 8 bytes of length, JSON)."""
    size = file.stat().st_size
    with file.open("rb") as opened:
        length = int.from_bytes(opened.read(8), "little")
        if not 2 <= length <= min(size - 8, 100_000_000):
            return False
        try:
            tensors = json.loads(opened.read(length))
            ends = [tensor["data_offsets"][1] for name, tensor in tensors.items() if name != "__metadata__"]
        except (ValueError, AttributeError, KeyError, TypeError, IndexError):
            return False
    return size == 8 + length + max(ends, default=0)
