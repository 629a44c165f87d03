"""Pipelines of the true classes are loaded from folders, single files and LoRAs; what does not load is one line."""

import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from synthgen.build import build
from synthgen.config import compose
from synthgen.errors import DeviceError, SynthgenError, UsageError
from synthgen.interfaces import Renderer
from synthgen.renderer.diffusers import Diffusers
from synthgen.renderer.diffusers.loading import SCHEDULERS, load
from synthgen.renderer.diffusers.placing import fuse_projections
from tests.renderer.diffusers.conftest import SAVED
from tests.renderer.diffusers.test_files import safetensors
from tests.renderer.single_file import save_as_one_file

pytestmark = [
    pytest.mark.torch,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:Already found a `peft_config` attribute"),
]


def options(model: Path | str, *overrides: str) -> Diffusers:
    words = [
        "renderer=diffusers",
        f"renderer.model={model}",
        "renderer.device=cpu",
        "renderer.dtype=float32",
        *overrides,
    ]
    part: Any = build(compose(words).renderer, "renderer", Renderer)  # type: ignore[type-abstract]
    assert isinstance(part, Diffusers)
    return part


def drawn(pipe: Any) -> Any:
    """A picture of the pipeline itself; flux and sd3 take no negative prompt at guidance 1."""
    import torch

    return pipe(
        "a cat",
        num_inference_steps=2,
        guidance_scale=1.0,
        height=64,
        width=64,
        generator=torch.Generator().manual_seed(0),
        output_type="np",
    ).images


def refused(part: Diffusers) -> str:
    """The one line that is said."""
    with pytest.raises(SynthgenError) as caught:
        load(part, "cpu")
    assert "\n" not in str(caught.value)
    return str(caught.value)


def save_lora(model: Path, folder: Path, seed: int = 0) -> Path:
    """Random LoRA weights of rank 4 for the model's attention, as its own pipeline saves them."""
    import torch
    from peft import LoraConfig
    from peft.utils import get_peft_model_state_dict

    torch.manual_seed(seed)
    pipe = load(options(model), "cpu")
    denoiser = getattr(pipe, "unet", None) or pipe.transformer
    denoiser.add_adapter(
        LoraConfig(r=4, lora_alpha=4, init_lora_weights=False, target_modules=["to_q", "to_k", "to_v"])
    )
    layers = get_peft_model_state_dict(denoiser)
    part = "unet" if hasattr(pipe, "unet") else "transformer"
    type(pipe).save_lora_weights(folder, **{f"{part}_lora_layers": layers})
    return folder / "pytorch_lora_weights.safetensors"


@pytest.mark.parametrize("name", SAVED)
def test_a_folder_of_each_kind_is_loaded_and_draws(models: Path, name: str) -> None:
    pipe = load(options(models / name), "cpu")
    assert np.isfinite(drawn(pipe)).all() and pipe._progress_bar_config["disable"]


def test_a_home_folder_may_be_named_by_its_tilde(models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(models))
    part = options("'~/sd15'")
    assert not part.preflight() and load(part, "cpu").unet.dtype.is_floating_point


def test_in_half_precision_the_vae_is_in_bfloat16(models: Path) -> None:
    import torch

    pipe = load(options(models / "sdxl", "renderer.dtype=float16"), "cpu")
    assert (pipe.unet.dtype, pipe.vae.dtype) == (torch.float16, torch.bfloat16)
    assert load(options(models / "sdxl"), "cpu").vae.dtype == torch.float32


@pytest.mark.parametrize("name", [name for name in SCHEDULERS if name != "model"])
def test_the_scheduler_that_is_named_replaces_the_models_own(models: Path, name: str) -> None:
    pipe = load(options(models / "sd15", f"renderer.scheduler={name}"), "cpu")
    kind, changes = SCHEDULERS[name]
    assert type(pipe.scheduler).__name__ == kind
    assert {key: pipe.scheduler.config[key] for key in changes} == changes
    assert pipe.scheduler.config.beta_schedule == "scaled_linear"  # of the model
    assert np.isfinite(drawn(pipe)).all()


def test_flow_models_keep_their_own_scheduler(models: Path) -> None:
    assert "does not fit" in refused(options(models / "sd3", "renderer.scheduler=euler"))


def test_the_safety_checker_is_left_out_and_its_files_need_not_be_there(models: Path, tmp_path: Path) -> None:
    folder = tmp_path / "with_checker"
    shutil.copytree(models / "sd15", folder)
    index = folder / "model_index.json"
    said = index.read_text().replace(
        '"safety_checker": [\n    null,\n    null\n  ]',
        '"safety_checker": ["stable_diffusion", "StableDiffusionSafetyChecker"]',
    )
    assert "StableDiffusionSafetyChecker" in said
    index.write_text(said)
    assert load(options(folder), "cpu").safety_checker is None


# single files --------------------------------------------------------------------------------------------------------


def test_a_single_file_is_read_with_the_configuration_of_its_base(models: Path, tmp_path: Path) -> None:
    import torch

    save_as_one_file(models / "sd15", tmp_path / "one.safetensors")
    pipe = load(options(tmp_path / "one.safetensors", f"renderer.base={models / 'sd15'}"), "cpu")
    whole = load(options(models / "sd15"), "cpu")
    for part in ("unet", "vae", "text_encoder"):
        expected = getattr(whole, part).state_dict()
        found = getattr(pipe, part).state_dict()
        assert found.keys() == expected.keys()
        assert all(torch.equal(found[name], expected[name]) for name in expected)


def test_a_single_file_without_a_base_is_told_which_option_it_needs(tmp_path: Path) -> None:
    (tmp_path / "one.safetensors").write_bytes(safetensors())
    [line] = options(tmp_path / "one.safetensors").preflight()
    assert "renderer.base=stabilityai/stable-diffusion-xl-base-1.0" in line


def test_a_single_file_of_another_architecture_is_one_line(models: Path, tmp_path: Path) -> None:
    save_as_one_file(models / "sd15", tmp_path / "one.safetensors")
    said = refused(options(tmp_path / "one.safetensors", f"renderer.base={models / 'sdxl'}"))
    assert "another kind of model?" in said


def test_a_file_that_is_no_safetensors_file_is_one_line(models: Path, tmp_path: Path) -> None:
    (tmp_path / "one.safetensors").write_bytes(b"not one at all")
    said = refused(options(tmp_path / "one.safetensors", f"renderer.base={models / 'sd15'}"))
    assert said.startswith("renderer=diffusers: cannot load ")


# LoRAs ---------------------------------------------------------------------------------------------------------------


def with_loras(model: Path, *loras: tuple[Path, float]) -> Diffusers:
    named = ",".join(f"{{path: '{path}', weight: {weight}}}" for path, weight in loras)
    return options(model, f"renderer.loras=[{named}]")


@pytest.mark.parametrize("name", ["sd15", "sdxl", "sd3", "flux"])
def test_a_lora_is_fused_into_the_weights_as_strongly_as_it_is_weighted(
    models: Path, tmp_path: Path, name: str
) -> None:
    file = save_lora(models / name, tmp_path)
    plain, none, full = (
        drawn(load(part, "cpu"))
        for part in (
            options(models / name),
            with_loras(models / name, (file, 0.0)),
            with_loras(models / name, (file, 1.0)),
        )
    )
    np.testing.assert_allclose(none, plain, atol=1e-5)
    assert np.abs(full - plain).max() > 1e-3
    pipe = load(with_loras(models / name, (file, 1.0)), "cpu")
    denoiser = getattr(pipe, "unet", None) or pipe.transformer
    assert not any("lora" in layer for layer, _ in denoiser.named_modules())


def test_several_loras_add_up(models: Path, tmp_path: Path) -> None:
    first, second = save_lora(models / "sd15", tmp_path / "a", 1), save_lora(models / "sd15", tmp_path / "b", 2)
    key = "down_blocks.1.attentions.0.transformer_blocks.0.attn1.to_q.weight"
    plain, one, two, both = (
        load(with_loras(models / "sd15", *loras), "cpu").unet.state_dict()[key].numpy()
        for loras in ([], [(first, 0.8)], [(second, -0.5)], [(first, 0.8), (second, -0.5)])
    )
    np.testing.assert_allclose(both - plain, (one - plain) + (two - plain), atol=1e-5)


def test_a_lora_for_another_model_is_one_line(models: Path, tmp_path: Path) -> None:
    file = save_lora(models / "sdxl", tmp_path)
    assert "size mismatch" in refused(with_loras(models / "sd15", (file, 1.0)))


def test_weights_that_are_no_lora_are_one_line(models: Path) -> None:
    file = models / "sdxl" / "unet" / "diffusion_pytorch_model.safetensors"
    assert "Invalid LoRA" in refused(with_loras(models / "sdxl", (file, 1.0)))


def test_a_lora_that_touches_nothing_is_one_line(models: Path, tmp_path: Path) -> None:
    file = save_lora(models / "flux", tmp_path)
    assert refused(with_loras(models / "sd15", (file, 1.0))).startswith("renderer=diffusers: cannot load ")


# what makes it faster ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SAVED)
def test_fused_projections_draw_the_same_picture(models: Path, name: str) -> None:
    pipe = load(options(models / name), "cpu")
    before = drawn(pipe)
    fuse_projections(pipe)
    denoiser = getattr(pipe, "unet", None) or pipe.transformer
    assert any(getattr(module, "fused_projections", False) for module in denoiser.modules())
    np.testing.assert_allclose(drawn(pipe), before, atol=1e-4)


def test_int8_is_near_the_full_weights(models: Path) -> None:
    plain, quantized = (load(options(models / "sdxl", *more), "cpu") for more in ([], ["renderer.quantize=int8"]))
    layer = quantized.unet.down_blocks[1].attentions[0].transformer_blocks[0].attn1.to_q.weight
    assert "Int8" in type(layer).__name__
    assert "Int8" not in type(quantized.unet.time_embedding.linear_1.weight).__name__
    assert 0 < np.abs(drawn(quantized) - drawn(plain)).max() < 0.1


def test_first_block_caching_is_for_models_that_have_it_alone(models: Path) -> None:
    pipe = load(options(models / "flux", "renderer.cache=first_block"), "cpu")
    assert pipe.transformer.is_cache_enabled and np.isfinite(drawn(pipe)).all()


@pytest.mark.parametrize("name", ["sd15", "sdxl", "sd3"])
def test_first_block_caching_of_another_model_is_refused_in_one_line(models: Path, name: str) -> None:
    assert "pass renderer.cache=null" in refused(options(models / name, "renderer.cache=first_block"))


# what is missing -----------------------------------------------------------------------------------------------------


def test_pickled_weights_are_not_loaded(models: Path, tmp_path: Path) -> None:
    import torch

    folder = tmp_path / "pickled"
    shutil.copytree(models / "sd15", folder)
    (folder / "unet" / "diffusion_pytorch_model.safetensors").unlink()
    torch.save({}, folder / "unet" / "diffusion_pytorch_model.bin")
    with pytest.raises(DeviceError):
        load(options(folder), "cpu")
    for weights in folder.glob("*/*.safetensors"):
        weights.unlink()
    [line] = options(folder).preflight()
    assert line.endswith("has no .safetensors files; pickled weights (.bin, .ckpt) are never loaded")


def test_code_that_comes_with_a_model_is_not_run(models: Path, tmp_path: Path) -> None:
    folder = tmp_path / "own"
    shutil.copytree(models / "sd15", folder)
    index = folder / "model_index.json"
    index.write_text(index.read_text().replace('"StableDiffusionPipeline"', '["pipeline", "Own"]'))
    (folder / "pipeline.py").write_text("raise SystemExit('it ran')")
    with pytest.raises(UsageError, match="asks for code of its own"):
        load(options(folder), "cpu")


@pytest.mark.parametrize(
    ("overrides", "said"),
    [
        (["renderer.model=''"], "renderer=diffusers is for a model of yours: pass renderer.model="),
        (["renderer.model=./nowhere"], "is no file, no folder and no name on the hub"),
        (["renderer.model={here}"], "is no folder of diffusers: it has no model_index.json"),
        (["renderer.model={here}/model.ckpt"], "only .safetensors files are loaded"),
        (["renderer.model={sd15}", "renderer.variant=fp16"], "has no .safetensors files of the variant fp16; pass"),
        (["renderer.model={sd15}", "renderer.loras=[{{path: a.bin, weight: 1}}]"], "renderer.loras=a.bin is no file"),
        (["renderer.model={sd15}", "renderer.attention=xformers"], "xformers needs renderer.device=cuda"),
        (["renderer.model={sd15}", "renderer.quantize=fp8"], "fp8 needs renderer.device=cuda renderer.dtype=bfloat16"),
    ],
)
def test_preflight_names_what_is_wrong(models: Path, tmp_path: Path, overrides: list[str], said: str) -> None:
    (tmp_path / "model.ckpt").write_bytes(b"")
    given = [text.format(here=tmp_path, sd15=models / "sd15") for text in overrides]
    assert any(said in line for line in options("x", *given).preflight())
