"""The true pipelines with random weights; without torch, what is said of its absence."""

import importlib.util
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from synthgen.__main__ import main
from synthgen.build import build
from synthgen.config import compose
from synthgen.errors import DeviceError
from synthgen.interfaces import Renderer
from synthgen.kit.gpus import gpus
from synthgen.renderer.diffusers import Diffusers
from synthgen.types import Device, Fields, Pixels, Prompt, Raster, Reject, Take, sample_id
from tests.renderer.tiny import save_sd15, save_sdxl

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


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    import torch

    torch.manual_seed(0)
    folder = tmp_path_factory.mktemp("models")
    save_sdxl(folder / "sdxl")
    save_sd15(folder / "sd15")
    yield folder


@pytest.mark.parametrize("option", ["sdxl", "sd15"])
def test_the_presets_differ_by_yaml_alone(option: str) -> None:
    part = build(compose([f"renderer={option}"]).renderer, "renderer", Renderer)  # type: ignore[type-abstract]
    assert isinstance(part, Diffusers) and part.name == option and part.license in part.describe_yourself()
    assert not part.embedded and not part.closed_world


@pytest.mark.skipif(WITH_TORCH, reason="torch is installed here")
def test_a_missing_library_is_named_with_the_command_that_brings_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["renderer=sdxl", "renderer.device=cpu"]) == 2
    said = capsys.readouterr().err.splitlines()
    assert said == [
        "synthgen: renderer=sdxl needs torch, diffusers, transformers, accelerate, safetensors. "
        "pip install 'synthgen[diffusion]'"
    ]


@pytest.mark.skipif(bool(gpus()), reason="there is a GPU here")
def test_a_machine_without_a_gpu_gets_one_line() -> None:
    said = [line for line in renderer(device="cuda").preflight() if "synthgen[diffusion]" not in line]
    assert len(said) == 1 and said[0].startswith(
        "renderer=sdxl needs a GPU (cuda) and finds none; pass renderer=sketch"
    )


def test_preflight_names_every_wrong_option(tmp_path: Path) -> None:
    part = renderer(dtype="half", device="cpu", size=100, steps=0, batch=0, model=f"{tmp_path}/none")
    said = [line for line in part.preflight() if "synthgen[diffusion]" not in line]
    assert [line.split("=")[0].split(" holds")[0] for line in said] == [
        "renderer.model",
        "renderer.dtype",
        "renderer.steps",
        "renderer.batch",
        "renderer.size",
    ]


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
@pytest.mark.parametrize("model", ["sdxl", "sd15"])
def test_it_draws_pictures_of_the_size_asked_for(models: Path, model: str) -> None:
    found = drawn(renderer(model=str(models / model)), [take(i) for i in range(3)])
    assert sorted(found) == [take(i).id for i in range(3)]
    assert all(p.shape == (64, 64, 3) and p.dtype == np.uint8 and p.std() > 1 for p in found.values())
    assert not np.array_equal(found[take(0).id], found[take(1).id])


@pytest.mark.torch
@pytest.mark.filterwarnings(NO_EDGE)
@pytest.mark.parametrize("model", ["sdxl", "sd15"])
def test_a_sample_is_the_same_picture_in_every_batch(models: Path, model: str) -> None:
    takes = [take(0), take(1, negative=""), take(2, "((cat)), a far longer text than the others")]
    alone = drawn(renderer(model=str(models / model), batch=1), takes)
    together = drawn(renderer(model=str(models / model), batch=3), takes[::-1])
    for id, pixels in alone.items():
        difference = np.abs(pixels.astype(int) - together[id].astype(int))
        assert difference.max() <= 2, id


@pytest.mark.torch
@pytest.mark.filterwarnings(NO_EDGE)
def test_text_negative_and_seed_decide_what_is_drawn(models: Path) -> None:
    part = renderer(model=str(models / "sdxl"), batch=5)
    same = {"seed": 7}
    takes = [take(0, **same), take(1, **same), take(2, seed=8), take(3, "((cat))", **same)]  # type: ignore[arg-type]
    found = drawn(part, [*takes, take(4, negative="cat", **same)])  # type: ignore[arg-type]
    first = found[take(0).id]
    assert [np.array_equal(first, found[take(i).id]) for i in range(1, 5)] == [True, False, False, False]


@pytest.mark.torch
@pytest.mark.filterwarnings(NO_EDGE)
def test_pictures_that_overflowed_are_rejected(models: Path) -> None:
    part = renderer(model=str(models / "sdxl"))
    part.open(Device())
    pipe = vars(part)["_pipe"]
    pipe.vae.decoder.conv_out.bias.data[:] = float("nan")
    [answer] = list(part.render(iter([take(0)])))
    part.close()
    assert isinstance(answer, Reject) and answer.reason == "not a number"


@pytest.mark.torch
@pytest.mark.filterwarnings(NO_EDGE)
def test_a_model_that_does_not_load_is_one_line(tmp_path: Path) -> None:
    part = renderer(model=str(tmp_path))
    with pytest.raises(DeviceError, match=r"^renderer=sdxl: cannot load .*download\?$"):
        part.open(Device())


@pytest.mark.torch
@pytest.mark.filterwarnings(NO_EDGE)
def test_pickled_weights_are_not_loaded(models: Path, tmp_path: Path) -> None:
    import shutil

    import torch

    folder = tmp_path / "pickled"
    shutil.copytree(models / "sd15", folder)
    (folder / "unet" / "diffusion_pytorch_model.safetensors").unlink()
    torch.save({}, folder / "unet" / "diffusion_pytorch_model.bin")
    with pytest.raises(DeviceError):
        renderer(model=str(folder)).open(Device())


@pytest.mark.torch
@pytest.mark.filterwarnings(NO_EDGE)
def test_a_whole_run_renders_with_it(models: Path, working_folder: Path) -> None:
    assert (
        main(
            [
                "ability=color",
                "n=2",
                "renderer=sdxl",
                f"renderer.model={models / 'sdxl'}",
                "renderer.variant=null",
                "renderer.size=64",
                "renderer.steps=2",
                "renderer.device=cpu",
                "renderer.dtype=float32",
                "engine.workers=1",
                "~qc.duplicate",
                "qc.readable.action=report",
                "name=tiny",
            ]
        )
        == 0
    )
    rows = json.loads(Path("outputs/tiny/export/llava/llava.json").read_text())
    assert len(rows) == 2
