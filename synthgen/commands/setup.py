"""make this machine's GPU and language model the default

python -m synthgen setup                 writes conf/local/default.yaml
python -m synthgen setup force=true      writes it anew
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from synthgen.build import build
from synthgen.commands.told import out
from synthgen.config import compose
from synthgen.errors import UsageError
from synthgen.interfaces import LLM, Renderer
from synthgen.kit.gpus import Gpu, gpus

PATH = Path("conf/local/default.yaml")
LLMS = ("openai", "openrouter", "vllm", "sglang", "llamacpp", "ollama")
"""The first that is ready is taken: one whose key is in the environment, else one whose server answers here."""
ROOMY_GB = 10
"""SDXL at 1024 pixels in half precision needs this much of a GPU's memory."""
HEAD = """\
# @package _global_
# Settings of this machine, written by `python -m synthgen setup`. Everything on a command line goes before them.
# Delete this file to have the embedded backends back
"""
NOTHING = """\
found no GPU, no key (OPENAI_API_KEY, OPENROUTER_API_KEY) and no server (vllm, ollama, ...): nothing to write
the embedded backends need none of them: python -m synthgen ability=joke n=24
after one of them is there, run this command again"""


def run(arguments: Sequence[str]) -> int:
    """Raises UsageError if the file is there already."""
    if set(arguments) - {"force=true", "force=false"}:
        raise UsageError("setup takes nothing but force=true")
    found_gpus, llm = gpus(), _ready_llm()
    renderer = _fitting_renderer(found_gpus)
    if not renderer and not llm:
        out.print(NOTHING, markup=False, highlight=False)
        return 0
    if PATH.exists() and "force=true" not in arguments:
        raise UsageError(f"{PATH} exists already; pass force=true to write it anew")
    PATH.parent.mkdir(parents=True, exist_ok=True)
    PATH.write_text("\n".join([HEAD + "defaults:", *_defaults(llm, renderer, found_gpus), ""]), encoding="utf-8")
    for line in _told(llm, renderer, found_gpus):
        out.print(line, markup=False, highlight=False)
    return 0


def _ready_llm() -> str | None:
    """The first option whose key is set or whose server answers."""
    for name in LLMS:
        llm = build(compose(["ability=[]", "template=[]", "name=setup", f"llm={name}"]).llm, "llm", LLM)  # type: ignore[type-abstract]
        if not llm.preflight():
            return name
    return None


def _fitting_renderer(found: Sequence[Gpu]) -> str | None:
    if not found:
        return None
    return "sdxl" if max(gpu.memory_gb for gpu in found) >= ROOMY_GB else "sd15"


def _defaults(llm: str | None, renderer: str | None, found: Sequence[Gpu]) -> Iterator[str]:
    if llm:
        yield "  # its key is in the environment, or its server answers"
        yield f"  - override /llm: {llm}"
    if renderer:
        yield f"  # {found[0].name}"
        yield f"  - override /renderer: {renderer}"
        yield ""
        if found[0].kind != "cuda":
            yield f"renderer:\n  device: {found[0].kind}"
        yield "engine:\n  # a process holds a whole model, so only one works on a GPU\n  workers: 1"


def _told(llm: str | None, renderer: str | None, found: Sequence[Gpu]) -> Iterator[str]:
    yield f"GPU: {', '.join(f'{gpu.name} ({gpu.memory_gb:.0f} GB)' for gpu in found) or 'none'}"
    yield f"language model: {llm or 'none: no key (OPENAI_API_KEY, OPENROUTER_API_KEY), no server (vllm, ollama, ...)'}"
    config = compose([])
    if renderer:
        part = build(config.renderer, "renderer", Renderer)  # type: ignore[type-abstract]
        yield from (f"still needed: {need}" for need in part.preflight())
    yield f"wrote {PATH}; from now on, python -m synthgen ability=joke n=5000 means"
    yield f"  python -m synthgen ability=joke n=5000 llm={llm or 'offline'} renderer={renderer or 'sketch'}"
