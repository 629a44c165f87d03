"""What is wrong with a model's files is told before anything is loaded or paid for."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from synthgen.renderer.diffusers.files import faults

UNET = {"unet": ["diffusers", "UNet2DConditionModel"], "scheduler": ["diffusers", "EulerDiscreteScheduler"]}


def safetensors(data: int = 4, said: int | None = None) -> bytes:
    """A file of one tensor: as the format has it, or with another length than its header says."""
    end = data if said is None else said
    header = json.dumps({"w": {"dtype": "U8", "shape": [end], "data_offsets": [0, end]}}).encode()
    return len(header).to_bytes(8, "little") + header + bytes(data)


def model(folder: Path, index: str | Mapping[str, Any], weights: bytes = safetensors()) -> Path:
    for part in UNET:
        (folder / part).mkdir()
    (folder / "unet/diffusion_pytorch_model.safetensors").write_bytes(weights)
    (folder / "model_index.json").write_text(index if isinstance(index, str) else json.dumps(index))
    return folder


def test_a_sound_folder_and_a_sound_file_have_no_faults(tmp_path: Path) -> None:
    assert not list(faults(model(tmp_path, {"_class_name": "StableDiffusionXLPipeline", **UNET}), None))
    (tmp_path / "lora.safetensors").write_bytes(safetensors())
    assert not list(faults(tmp_path / "lora.safetensors", None))


@pytest.mark.parametrize(
    ("index", "said"),
    [
        ("{", "its model_index.json is damaged"),
        ({"_class_name": "KandinskyPipeline", **UNET}, "it is a KandinskyPipeline; models of the kind of"),
        ({"_class_name": "FluxPipeline", **UNET, "vae": ["diffusers", "AutoencoderKL"]}, "its part vae is missing"),
    ],
)
def test_a_folder_that_cannot_be_drawn_with_says_why(tmp_path: Path, index: str | Mapping[str, Any], said: str) -> None:
    (line,) = faults(model(tmp_path, index), None)
    assert line.startswith(said)


@pytest.mark.parametrize(
    "damage",
    [b"", b"a text", safetensors()[:-1], safetensors(said=9), b"\xff" * 8 + b"{}", (2).to_bytes(8, "little") + b"[]"],
    ids=["empty", "a text", "cut short", "a length that is not there", "an endless header", "a header of another form"],
)
def test_a_damaged_file_is_named(tmp_path: Path, damage: bytes) -> None:
    (line,) = faults(model(tmp_path, {"_class_name": "FluxPipeline", **UNET}, damage), None)
    assert line == "unet/diffusion_pytorch_model.safetensors is damaged: fetch it again"
    (tmp_path / "one.safetensors").write_bytes(damage)
    assert list(faults(tmp_path / "one.safetensors", None)) == ["it is damaged, or no .safetensors file"]


def test_only_the_files_that_would_be_loaded_are_looked_at(tmp_path: Path) -> None:
    folder = model(tmp_path, {"_class_name": "FluxPipeline", **UNET})
    (folder / "unet/diffusion_pytorch_model.fp16.safetensors").write_bytes(b"")
    assert not list(faults(folder, None)) and len(list(faults(folder, "fp16"))) == 1
