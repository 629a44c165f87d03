"""From options to a pipeline of diffusers on its device: safetensors only, no code of others, nothing fetched twice."""

import importlib.util
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from synthgen.errors import DeviceError, UsageError
from synthgen.interfaces import Download, Here
from synthgen.kit.gpus import gpus
from synthgen.kit.hub import folder_of, hub_name
from synthgen.renderer.diffusers import files
from synthgen.renderer.diffusers.files import INDEX, LEFT_OUT, SAFE
from synthgen.renderer.diffusers.placing import put

if TYPE_CHECKING:
    from synthgen.renderer.diffusers import Diffusers

LIBRARIES = ("torch", "diffusers", "transformers", "accelerate", "safetensors", "huggingface_hub")
LORA_FILE = "pytorch_lora_weights.safetensors"
"""What a LoRA's file is called where only its repository or folder is named."""
SCHEDULERS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "model": ("", {}),
    "euler": ("EulerDiscreteScheduler", {}),
    "euler_trailing": ("EulerDiscreteScheduler", {"timestep_spacing": "trailing"}),
    "euler_ancestral": ("EulerAncestralDiscreteScheduler", {"timestep_spacing": "trailing"}),
    "dpm++": ("DPMSolverMultistepScheduler", {"algorithm_type": "dpmsolver++"}),
    "ddim": ("DDIMScheduler", {}),
    "lcm": ("LCMScheduler", {}),
}
"""Class, and what it is told beside the model's own settings. The last two wait for the GPU at each step."""


@dataclass(frozen=True)
class Lora:
    """A LoRA: a local file, or `owner/name@commit/file.safetensors` on the hub, and how strongly it works."""

    path: str
    weight: float = 1.0


def missing(options: "Diffusers") -> list[str]:
    """What keeps the options from being loaded, each with its fix; nothing heavy is imported to say it."""
    return [*_libraries(options), *_hardware(options), *_sources(options)]


def _libraries(options: "Diffusers") -> Iterator[str]:
    wanted = [*LIBRARIES, *(["compel"] if options.weights == "ours" else []), *(["peft"] if options.loras else [])]
    for extra, names in {
        "diffusion": wanted,
        "quantize": ["torchao"] if options.quantize else [],
        "xformers": ["xformers"] if options.attention == "xformers" else [],
    }.items():
        lacking = [name for name in names if importlib.util.find_spec(name) is None]
        if lacking:
            yield f"renderer={options.name} needs {', '.join(lacking)}. pip install 'synthgen[{extra}]'"


def _hardware(options: "Diffusers") -> Iterator[str]:
    if options.device != "cpu" and not any(gpu.kind == options.device for gpu in gpus()):
        yield Here(
            f"renderer={options.name} needs a GPU ({options.device}) and finds none; pass renderer=sketch, or, for "
            "minutes per picture, renderer.device=cpu renderer.dtype=float32"
        )
    if options.attention == "xformers" and options.device != "cuda":
        yield "renderer.attention=xformers needs renderer.device=cuda; pass renderer.attention=sdpa"
    if options.quantize == "fp8" and (options.device != "cuda" or options.dtype != "bfloat16"):
        yield "renderer.quantize=fp8 needs renderer.device=cuda renderer.dtype=bfloat16; int8 works with any"


def _sources(options: "Diffusers") -> Iterator[str]:
    """What is wrong with the places that files are named in."""
    named = [("model", options.model), *(("loras", lora.path) for lora in options.loras)]
    named += [("base", options.base)] if options.base else []
    for key, text in named:
        path = Path(text).expanduser()
        if not text:
            yield f"renderer={options.name} is for a model of yours: pass renderer.{key}=<owner/name, folder or file>"
        elif path.is_dir() and key != "loras" and not (path / INDEX).is_file():
            yield f"renderer.{key}={text} is no folder of diffusers: it has no {INDEX}"
        elif path.is_dir() and key == "model" and not _weights(path, options.variant):
            yield (
                f"renderer.model={text} has no {SAFE} files"
                + (f" of the variant {options.variant}; pass renderer.variant=null" if options.variant else "")
                + ("" if _weights(path, None) else "; pickled weights (.bin, .ckpt) are never loaded")
            )
        elif path.is_file() and path.suffix != SAFE:
            yield f"renderer.{key}={text}: only {SAFE} files are loaded, others can hold code"
        elif not path.exists() and hub_name(text) is None:
            yield f"renderer.{key}={text} is no file, no folder and no name on the hub (owner/name)"
        else:
            yield from (f"renderer.{key}={text}: {fault}" for fault in files.faults(path, options.variant))
    known = Path(options.model).expanduser().exists() or hub_name(options.model)
    if options.model.endswith(SAFE) and known and not options.base:
        yield (
            f"renderer.model={options.model} is a single file: name the model that it is a form of, such as "
            "renderer.base=stabilityai/stable-diffusion-xl-base-1.0"
        )


def _weights(folder: Path, variant: str | None) -> list[Path]:
    return list(folder.glob(f"*/*.{variant}*{SAFE}" if variant else f"*/*{SAFE}"))


def downloads(options: "Diffusers") -> list[Download]:
    """What the options need of the hub; asks it which files there are. Raises SynthgenError."""
    lacking = list(_sources(options))
    if importlib.util.find_spec("huggingface_hub") is None:
        lacking.append(f"renderer={options.name} needs huggingface_hub. pip install 'synthgen[diffusion]'")
    if lacking:
        raise UsageError(*lacking)
    found = [_model(options), _base(options), *(_file(lora.path, None) for lora in options.loras)]
    return [one for one in dict.fromkeys(found) if isinstance(one, Download)]


def _model(options: "Diffusers") -> Download | Path:
    return (
        _file(options.model, options.revision)
        if options.model.endswith(SAFE)
        else _folder(options.model, options.revision, options.variant)
    )


def _base(options: "Diffusers") -> Download | Path | None:
    """What a single file is read with."""
    if not options.base or not options.model.endswith(SAFE):
        return None
    path, name = Path(options.base).expanduser(), hub_name(options.base)
    return path if path.exists() or name is None else files.of_configuration(name.repo, name.revision)


def _folder(text: str, revision: str | None, variant: str | None) -> Download | Path:
    path, name = Path(text).expanduser(), hub_name(text)
    if path.exists() or name is None:
        return path
    return files.of_pipeline(name.repo, name.revision or revision, variant)


def _file(text: str, revision: str | None) -> Download | Path:
    path, name = Path(text).expanduser(), hub_name(text)
    if path.exists() or name is None:
        return path / LORA_FILE if path.is_dir() else path
    return Download(name.repo, name.revision or revision, (name.file or LORA_FILE,))


def _local(source: Download | Path) -> Path:
    """Where it is now; fetched if need be. A download of one file is that file."""
    if isinstance(source, Path):
        return source
    folder = folder_of(source)
    return folder / source.files[0] if len(source.files) == 1 else folder


def load(options: "Diffusers", place: str) -> Any:
    """The pipeline on its device ("cuda:0", "mps", "cpu"), ready to draw; its own safety checker is left out.

    LoRAs are fused into the weights. In half precision the VAE is in bfloat16, which overflows nowhere, or in float32
    where the GPU has no bfloat16: latents have to be cast to the type of `pipe.vae`.

    Raises SynthgenError: UsageError for names and options that do not fit, AccessError for a gated model, DeviceError
    for files that do not load, a network that is not there, and a device that is too small.
    """
    import torch
    from diffusers.utils import logging
    from transformers.utils import logging as transformers_logging

    logging.set_verbosity(logging.CRITICAL)  # its errors are raised too, and said in one line
    logging.disable_progress_bar()
    transformers_logging.set_verbosity_error()
    transformers_logging.disable_progress_bar()
    if place.startswith("cuda") and not torch.cuda.is_available():
        raise DeviceError(f"renderer={options.name}: torch {torch.__version__} cannot use the GPU; see pytorch.org")
    with _in_one_line(options, options.model, place):
        pipe = _single_file(options) if options.model.endswith(SAFE) else _from_folder(options)
    _add_loras(pipe, options, place)
    _schedule(pipe, options)
    with _in_one_line(options, options.model, place):
        put(pipe, options, place)
    pipe.set_progress_bar_config(disable=True)
    return pipe


def _from_folder(options: "Diffusers") -> Any:
    import torch
    from diffusers import AutoPipelineForText2Image

    folder = _local(_model(options))
    return AutoPipelineForText2Image.from_pretrained(
        str(folder),
        variant=options.variant,
        dtype=getattr(torch, options.dtype),
        use_safetensors=True,
        **_without_checkers(folder),
    )


def _single_file(options: "Diffusers") -> Any:
    import diffusers
    import torch

    file, base = _local(_model(options)), _base(options)
    assert base is not None  # `missing` asks for it
    folder = _local(base)
    kind = getattr(diffusers, diffusers.DiffusionPipeline.load_config(str(folder))["_class_name"])
    return kind.from_single_file(
        str(file),
        config=str(folder),
        dtype=getattr(torch, options.dtype),
        local_files_only=True,
        **_without_checkers(folder),
    )


def _without_checkers(folder: Path) -> dict[str, None | bool]:
    """Arguments that leave out the parts that no picture is drawn with."""
    index = json.loads((folder / INDEX).read_text(encoding="utf-8"))
    files.parts(folder / INDEX)  # refuses code
    left_out: dict[str, None | bool] = {name: None for name in LEFT_OUT if name in index}
    return left_out | ({"requires_safety_checker": False} if "safety_checker" in index else {})


def _add_loras(pipe: Any, options: "Diffusers", place: str) -> None:
    """Fused into the weights: at no cost per step."""
    names = [f"lora{i}" for i in range(len(options.loras))]
    for name, lora in zip(names, options.loras, strict=True):
        with _in_one_line(options, lora.path, place):
            file = _local(_file(lora.path, None))
            pipe.load_lora_weights(str(file.parent), weight_name=file.name, adapter_name=name, use_safetensors=True)
            if name not in [one for adapters in pipe.get_list_adapters().values() for one in adapters]:
                raise ValueError("none of its weights belongs to this model")
    if names:
        pipe.set_adapters(names, [lora.weight for lora in options.loras])
        pipe.fuse_lora(adapter_names=names)
        pipe.unload_lora_weights()


def _schedule(pipe: Any, options: "Diffusers") -> None:
    import diffusers

    kind, changes = SCHEDULERS[options.scheduler]
    if not kind:
        return
    if "beta_schedule" not in pipe.scheduler.config:
        raise UsageError(
            f"renderer.scheduler={options.scheduler} does not fit {options.model}; pass renderer.scheduler=model"
        )
    pipe.scheduler = getattr(diffusers, kind).from_config(pipe.scheduler.config, **changes)


@contextmanager
def _in_one_line(options: "Diffusers", what: str, place: str) -> Iterator[None]:
    """What the libraries raise for files that they cannot use, and for a device that is too small."""
    import torch
    from diffusers.loaders.single_file_utils import SingleFileComponentError
    from safetensors import SafetensorError

    try:
        yield
    except (torch.OutOfMemoryError, MemoryError) as e:
        needs = f"; it needs about {options.vram_gb:g} GB" if options.vram_gb else ""
        raise DeviceError(f"renderer={options.name}: {what} does not fit on {place}{needs}") from e
    except (OSError, ValueError, KeyError, RuntimeError, SafetensorError, SingleFileComponentError) as e:
        lines = [line.strip() for line in str(e).splitlines() if line.strip()] or [type(e).__name__]
        said = lines[0] if lines[0].endswith(".") else " ".join(lines)[:200]
        said = f"it has no {said}; is it another kind of model?" if isinstance(e, KeyError) else said
        raise DeviceError(f"renderer={options.name}: cannot load {what}: {said}") from e
