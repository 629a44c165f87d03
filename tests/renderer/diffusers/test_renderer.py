"""The true pipelines with random weights; without torch, what is said of its absence."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from synthgen.__main__ import main
from synthgen.build import build
from synthgen.config import compose
from synthgen.interfaces import Renderer
from synthgen.kit.gpus import gpus
from synthgen.renderer.diffusers import Diffusers
from synthgen.types import Device, Fields, Pixels, Prompt, Raster, Take, sample_id

WITH_TORCH = importlib.util.find_spec("torch") is not None
NO_EDGE = "ignore::DeprecationWarning"
"""Libraries that warn of each other."""


OPTIONS: dict[str, Any] = {
    "name": "sdxl",
    "model": "stabilityai/stable-diffusion-xl-base-1.0",
    "revision": None,
    "variant": None,
    "base": None,
    "loras": [],
    "size": 64,
    "steps": 2,
    "guidance": 5.0,
    "scheduler": "model",
    "dtype": "float32",
    "batch": 2,
    "device": "cpu",
    "weights": "ours",
    "prompt_form": "keywords",
    "attention": "sdpa",
    "compile": False,
    "quantize": None,
    "cache": None,
    "vram_gb": 1.0,
    "license": "none",
    "asserts": frozenset({"subject"}),
    "closed_world": False,
}
"""Of a renderer for tests."""


def renderer(**changes: Any) -> Diffusers:
    return Diffusers(**(OPTIONS | changes))


def take(index: int, text: str = "((red balloon)), beach", negative: str = "blurry", seed: int | None = None) -> Take:
    id = sample_id("color", index)
    return Take(id, 0, Prompt(id, Fields("red balloon"), text, negative), (1 << 62) + index if seed is None else seed)


def drawn(part: Diffusers, takes: list[Take]) -> dict[str, Pixels]:
    """The pictures by id."""
    part.open(Device())
    try:
        found = list(part.render(iter(takes)))
    finally:
        part.close()
    assert all(isinstance(one, Raster) for one in found)
    return {one.id: one.pixels for one in found if isinstance(one, Raster)}


@pytest.mark.parametrize("option", ["sdxl", "sd15"])
def test_the_presets_differ_by_yaml_alone(option: str) -> None:
    part = build(compose([f"renderer={option}"]).renderer, "renderer", Renderer)  # type: ignore[type-abstract]
    assert isinstance(part, Diffusers) and part.name == option and part.license in part.describe_yourself()
    assert not part.embedded and not part.closed_world


@pytest.mark.skipif(WITH_TORCH, reason="torch is installed here")
def test_a_missing_library_is_named_with_the_command_that_brings_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["renderer=sdxl", "renderer.device=cpu"]) == 2
    (said,) = capsys.readouterr().err.splitlines()
    assert said.startswith("synthgen: renderer=sdxl needs torch, diffusers, transformers, accelerate, safetensors")
    assert said.endswith(". pip install 'synthgen[diffusion]'")


@pytest.mark.skipif(bool(gpus()), reason="there is a GPU here")
def test_a_machine_without_a_gpu_gets_one_line() -> None:
    said = [line for line in renderer(device="cuda").preflight() if "synthgen[diffusion]" not in line]
    assert len(said) == 1 and said[0].startswith(
        "renderer=sdxl needs a GPU (cuda) and finds none; pass renderer=sketch"
    )


def test_every_wrong_option_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = ["dtype=half", "steps=0", "batch=0", "device=tpu", "scheduler=eulr", "compile=maybe", "guidance=-1"]
    assert main(["renderer=sdxl", *(f"renderer.{word}" for word in wrong)]) == 2
    said = capsys.readouterr().err
    assert all(f"renderer.{word.partition('=')[0]}" in said for word in wrong) and "Traceback" not in said


@pytest.mark.parametrize(
    ("option", "value"),
    [("size", 100), ("size", "64x"), ("size", []), ("size", [64, "64x70"]), ("size", 32)]
    + [("guidance", [3]), ("guidance", [5, 4]), ("model", "/no/such/folder")],
)
def test_what_makes_no_sense_is_one_line(option: str, value: Any) -> None:
    said = [line for line in renderer(**{option: value}).preflight() if "synthgen[" not in line]
    assert len(said) == 1 and said[0].startswith(f"renderer.{option}=")


def test_sizes_and_guidance_are_drawn_per_sample_and_the_same_for_all_of_its_takes() -> None:
    part = renderer(size=[64, "96x64", "64x96"], guidance=[4, 6])
    takes = [take(i) for i in range(200)]
    assert {part.size_of(t) for t in takes} == {(64, 64), (96, 64), (64, 96)}
    assert {part.guidance_of(t) for t in takes} == {4.0, 4.5, 5.0, 5.5, 6.0}
    assert {renderer(guidance=[4, 4.9]).guidance_of(t) for t in takes} == {4.0, 4.5}
    other = [Take(t.id, 1, t.prompt, t.seed + 1) for t in takes]
    assert [part.size_of(t) for t in takes] == [part.size_of(t) for t in other]


def test_batch_and_device_do_not_change_the_data_but_the_model_does() -> None:
    assert renderer().identity() == renderer(batch=7, device="cuda", name="x", license="y").identity()
    assert renderer().identity() != renderer(model="other").identity()


def test_neither_torch_nor_diffusers_is_imported_to_compose_and_check() -> None:
    code = (
        "import sys\nfrom synthgen.__main__ import main\nmain(['renderer=sdxl', 'n=1', 'outputs=/nonexistent'])\n"
        "print([m for m in ('torch', 'diffusers', 'transformers') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.torch
@pytest.mark.filterwarnings(NO_EDGE)
def test_text_negative_and_seed_decide_what_is_drawn(models: Path) -> None:
    part = renderer(model=str(models / "sdxl"), batch=5)
    same = {"seed": 7}
    takes = [take(0, **same), take(1, **same), take(2, seed=8), take(3, "((cat))", **same)]  # type: ignore[arg-type]
    found = drawn(part, [*takes, take(4, negative="cat", **same)])  # type: ignore[arg-type]
    first = found[take(0).id]
    assert [np.array_equal(first, found[take(i).id]) for i in range(1, 5)] == [True, False, False, False]


PRESETS = {
    "sd15": "sd15",
    "sdxl": "sdxl",
    "sdxl_turbo": "sdxl",
    "sdxl_lightning": "sdxl",
    "sd35_medium": "sd3",
    "flux_schnell": "flux",
    "diffusers": "sdxl",
}
"""Preset -> the tiny model that stands in for its own."""


@pytest.mark.torch
@pytest.mark.filterwarnings(NO_EDGE)
@pytest.mark.parametrize("preset", PRESETS)
def test_each_preset_makes_a_dataset_that_grows_and_can_be_rendered_again(
    models: Path, preset: str, working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["ability=color", f"renderer={preset}", f"renderer.model={models / PRESETS[preset]}", "name=tiny"]
    words += ["renderer.variant=null", "renderer.loras=[]", "renderer.size=64", "renderer.batch=2"]
    words += ["renderer.device=cpu", "renderer.dtype=float32", "engine.workers=1", "qc.readable.action=report"]
    assert main([*words, "n=2"]) == 0 and main([*words, "n=5"]) == 0
    rows = json.loads(Path("outputs/tiny/export/llava/llava.json").read_text())
    assert len(rows) == 5
    capsys.readouterr()
    assert main(["rerender", "run=outputs/tiny", "id=color-3", "json=true"]) == 0
    [said] = json.loads(capsys.readouterr().out)
    assert said["within_tolerance"] is True and "torch" in said["stored"]["environment"]
