"""What a model and its weights are named by, what is wrong with a name, and which files are fetched for it."""

import difflib
import importlib.metadata
import importlib.util
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from synthgen.errors import DeviceError, UsageError
from synthgen.interfaces import Download, Here
from synthgen.kit.gpus import gpus
from synthgen.kit.hub import HubName, files_of, folder_of, hub_name
from synthgen.kit.remembered import recall, remember

if TYPE_CHECKING:
    from synthgen.embedder.open_clip import OpenClip

HUB, FOLDER = "hf-hub:", "local-dir:"
CONFIG, WEIGHTS = "open_clip_config.json", "open_clip_model.safetensors"
"""As open_clip names the files of a repository."""
SUFFIXES = (".safetensors", ".pt", ".pth", ".bin")
"""Of weights; the last three are read as tensors only, so that they cannot hold code."""
TEXTS = (".json", ".txt", ".model")
"""Of a tokenizer's files."""
_LIST = """\
import json, open_clip
from open_clip import pretrained
keys = ("quick_gelu", "mean", "std", "interpolation", "resize_mode")
print(json.dumps({
    name: {
        "tokenizer": open_clip.get_model_config(name)["text_cfg"].get("hf_tokenizer_name", ""),
        "tags": {
            tag: {"hub": said["hf_hub"], **{key: said[key] for key in keys if key in said}}
            for tag, said in pretrained._PRETRAINED.get(name, {}).items() if said.get("hf_hub")
        },
    }
    for name in open_clip.list_models()
}))
"""


@dataclass(frozen=True)
class Source:
    """What open_clip's `create_model` is told."""

    model: str
    weights: str | None = None
    quick_gelu: bool = False
    preprocess: Mapping[str, Any] = field(default_factory=dict)


def mistakes(options: "OpenClip") -> list[str]:
    """What keeps the options from being loaded, each with its fix; nothing heavy is imported to say it."""
    lacking = ["open_clip_torch"] if importlib.util.find_spec("open_clip") is None else []
    lacking += ["torch"] if not lacking and importlib.util.find_spec("torch") is None else []
    if lacking:
        return [f"embedder=open_clip needs {lacking[0]}. pip install 'synthgen[clip]'"]
    return [*_hardware(options), *_names(options)]


def _hardware(options: "OpenClip") -> Iterator[str]:
    if options.device in ("cuda", "mps") and not any(gpu.kind == options.device for gpu in gpus()):
        yield Here(f"embedder.device={options.device}: this machine has none; pass embedder.device=cpu")


def _names(options: "OpenClip") -> Iterator[str]:
    model, pretrained = options.model, options.pretrained
    if model.startswith((HUB, FOLDER)):
        if pretrained is not None:
            yield f"embedder.pretrained={pretrained}: {model} has weights of its own; pass embedder.pretrained=null"
        yield from _folder(model) if model.startswith(FOLDER) else _hub(model)
        return
    known = known_models()
    if model not in known:
        yield f"embedder.model={model}: open_clip has no such model{_near(model, list(known))}"
        return
    tags = known[model]["tags"]
    if pretrained is None:
        yield f"embedder.pretrained is missing: a file of weights, or one of {', '.join(tags)}"
    elif _is_file(pretrained):
        if not Path(pretrained).expanduser().is_file():
            yield f"embedder.pretrained={pretrained}: there is no such file"
        elif not pretrained.endswith(SUFFIXES):
            yield f"embedder.pretrained={pretrained}: weights are files of {', '.join(SUFFIXES)}"
    elif _clean(pretrained) not in tags:
        yield f"embedder.pretrained={pretrained}: {model} has no such weights{_near(_clean(pretrained), list(tags))}"


def _folder(model: str) -> Iterator[str]:
    folder = Path(model.removeprefix(FOLDER)).expanduser()
    if not folder.is_dir():
        yield f"embedder.model={model}: there is no such folder"
    elif not (folder / CONFIG).is_file():
        yield f"embedder.model={model}: the folder has no {CONFIG}"
    elif not any(path.suffix in SUFFIXES for path in folder.iterdir()):
        yield f"embedder.model={model}: the folder has no weights ({WEIGHTS})"


def _hub(model: str) -> Iterator[str]:
    if hub_name(model.removeprefix(HUB)) is None:
        yield f"embedder.model={model}: after {HUB} comes owner/name"


def _near(word: str, words: Sequence[str]) -> str:
    near = difflib.get_close_matches(word, words, n=3, cutoff=0.5)
    return f"; did you mean {' or '.join(near)}?" if near else f"; there are: {', '.join(words)}"


def _is_file(pretrained: str) -> bool:
    """Whether the weights are named as a file, not by a tag."""
    return "/" in pretrained or pretrained.endswith(SUFFIXES) or Path(pretrained).is_file()


def _clean(tag: str) -> str:
    return tag.lower().replace("-", "_")  # as open_clip does


@cache
def known_models() -> dict[str, Any]:
    """What the installed open_clip can load: name -> its tokenizer's repository, and its weights by tag.

    Another process is asked, once per version: whoever imports open_clip imports torch.
    """
    version = importlib.metadata.version("open_clip_torch")
    if version not in (remembered := recall("open_clip")):
        said = subprocess.run((sys.executable, "-c", _LIST), capture_output=True, text=True, timeout=300)
        if said.returncode:
            why = (said.stderr.strip().splitlines() or ["it says nothing"])[-1]
            raise DeviceError(f"embedder=open_clip: open_clip {version} does not load: {why}")
        remembered = {version: json.loads(said.stdout.splitlines()[-1])}
        remember("open_clip", remembered)
    found: dict[str, Any] = remembered[version]
    return found


def downloads(options: "OpenClip") -> list[Download]:
    """What the options need of the hub; may ask it which files there are. Raises SynthgenError."""
    if wrong := mistakes(options):
        raise UsageError(*wrong)
    if options.model.startswith(FOLDER):
        return []
    if options.model.startswith(HUB):
        return [_repository(options)]
    known = known_models()[options.model]
    found = (
        [] if _is_file(str(options.pretrained)) else [_weights(known["tags"][_clean(str(options.pretrained))], options)]
    )
    if known["tokenizer"]:
        _, names = files_of(known["tokenizer"], None, "tokenizer_config.json")
        found.append(Download(known["tokenizer"], None, tuple(sorted(filter(_is_text, names)))))
    return found


def _repository(options: "OpenClip") -> Download:
    """A model of the hub, with its tokenizer. Raises SynthgenError."""
    name = _name(options)
    revision = name.revision or options.revision
    _, names = files_of(name.repo, revision, CONFIG)
    return Download(name.repo, revision, (WEIGHTS, *sorted(filter(_is_text, names))))


def _weights(tag: Mapping[str, Any], options: "OpenClip") -> Download:
    """The safetensors of a tag, whose address is owner/name/ or owner/name/file.bin."""
    owner, name, file = str(tag["hub"]).split("/", 2)
    return Download(
        f"{owner}/{name}", options.revision, (str(Path(file).with_suffix(".safetensors")) if file else WEIGHTS,)
    )


def _name(options: "OpenClip") -> HubName:
    name = hub_name(options.model.removeprefix(HUB))
    assert name is not None, "preflight has looked"
    return name


def _is_text(name: str) -> bool:
    return "/" not in name and name.endswith(TEXTS)


def find(options: "OpenClip") -> Source:
    """What to load; fetches what is not there yet. Raises SynthgenError."""
    if options.model.startswith(FOLDER):
        return Source(FOLDER + str(Path(options.model.removeprefix(FOLDER)).expanduser()))
    if options.model.startswith(HUB):  # as a folder: open_clip itself would load the newest revision
        return Source(FOLDER + str(folder_of(_repository(options))))
    pretrained = str(options.pretrained)
    if _is_file(pretrained):
        return Source(options.model, str(Path(pretrained).expanduser()))
    tag = known_models()[options.model]["tags"][_clean(pretrained)]
    download = _weights(tag, options)
    weights = folder_of(download) / download.files[0]
    preprocess = {key: value for key, value in tag.items() if key not in ("hub", "quick_gelu")}
    return Source(options.model, str(weights), tag.get("quick_gelu", False), preprocess)
