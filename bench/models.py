"""Diffusion models with random weights, to measure speed with: at full size as they are published, or tiny.

Nothing is downloaded, and pictures are noise: a GPU does the same work whatever the weights say.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, TypeAlias

from tests.renderer import tiny

Model: TypeAlias = Literal["sd15", "sdxl", "sdxl_turbo"]
UNETS: dict[str, dict[str, Any]] = {
    "sd15": {"sample_size": 64, "cross_attention_dim": 768},
    "sdxl": {
        "sample_size": 128,
        "block_out_channels": (320, 640, 1280),
        "down_block_types": ("DownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D"),
        "up_block_types": ("CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "UpBlock2D"),
        "transformer_layers_per_block": (1, 2, 10),
        "attention_head_dim": (5, 10, 20),
        "cross_attention_dim": 2048,
        "use_linear_projection": True,
        "addition_embed_type": "text_time",
        "addition_time_embed_dim": 256,
        "projection_class_embeddings_input_dim": 2816,
    },
}
"""As in `unet/config.json` of stable-diffusion-v1-5 and stable-diffusion-xl-base-1.0; the rest is defaults."""
VAE: dict[str, Any] = {
    "block_out_channels": (128, 256, 512, 512),
    "down_block_types": ("DownEncoderBlock2D",) * 4,
    "up_block_types": ("UpDecoderBlock2D",) * 4,
    "layers_per_block": 2,
}
SCALING = {"sd15": 0.18215, "sdxl": 0.13025}
CLIP: dict[str, dict[str, Any]] = {
    "vit-l": {
        "hidden_size": 768,
        "intermediate_size": 3072,
        "num_hidden_layers": 12,
        "num_attention_heads": 12,
        "projection_dim": 768,
        "hidden_act": "quick_gelu",
    },
    "bigg": {
        "hidden_size": 1280,
        "intermediate_size": 5120,
        "num_hidden_layers": 32,
        "num_attention_heads": 20,
        "projection_dim": 1280,
        "hidden_act": "gelu",
    },
}
"""The text encoders: SD 1.5 reads with the first, SDXL with both."""
NOISE = {"beta_start": 0.00085, "beta_end": 0.012, "beta_schedule": "scaled_linear"}


def save(model: Model, folder: Path, place: str, tiny_one: bool) -> None:
    """The pipeline as a folder, in half precision; its weights are drawn on the device, which is faster there."""
    if tiny_one:
        (tiny.save_sd15 if model == "sd15" else tiny.save_sdxl)(folder)
        return
    with _on(place):
        pipe = pipeline(model)
    pipe.save_pretrained(folder)


def pipeline(model: Model) -> Any:
    """At full size, on the device and in the numbers that torch makes tensors of by default."""
    import diffusers
    from transformers import CLIPTextConfig, CLIPTextModel, CLIPTextModelWithProjection

    family = "sd15" if model == "sd15" else "sdxl"
    ends = {"vocab_size": 49408, "bos_token_id": 0, "eos_token_id": 1, "pad_token_id": 1}  # as its tokenizer has them
    parts: dict[str, Any] = {
        "unet": diffusers.UNet2DConditionModel(**UNETS[family]),
        "vae": diffusers.AutoencoderKL(**VAE, sample_size=512, scaling_factor=SCALING[family]),
        "text_encoder": CLIPTextModel(CLIPTextConfig(**CLIP["vit-l"], **ends)),
        "tokenizer": tokenizer(),
    }
    if family == "sd15":
        noise = diffusers.PNDMScheduler(**NOISE, skip_prk_steps=True, steps_offset=1)
        left_out = {"safety_checker": None, "feature_extractor": None, "requires_safety_checker": False}
        return diffusers.StableDiffusionPipeline(**parts, scheduler=noise, **left_out)
    parts["text_encoder_2"] = CLIPTextModelWithProjection(CLIPTextConfig(**CLIP["bigg"], **ends))
    parts["tokenizer_2"] = tokenizer()
    if model == "sdxl_turbo":
        parts["scheduler"] = diffusers.EulerAncestralDiscreteScheduler(**NOISE, timestep_spacing="trailing")
    else:
        parts["scheduler"] = diffusers.EulerDiscreteScheduler(**NOISE, steps_offset=1, timestep_spacing="leading")
    return diffusers.StableDiffusionXLPipeline(**parts)


def tokenizer() -> Any:
    """One token per letter."""
    from transformers import CLIPTokenizer

    letters = [chr(c) for c in range(33, 127)]
    words = ["<|startoftext|>", "<|endoftext|>", *letters, *(f"{letter}</w>" for letter in letters)]
    return CLIPTokenizer(vocab={word: i for i, word in enumerate(words)}, merges=[], model_max_length=77)


def flops(pipe: Any, width: int, height: int) -> tuple[float, float]:
    """Floating-point operations (2 per multiply and add) of one forward of the UNet, and of decoding one picture.

    Counted by torch on tensors without data. The prompt has 77 tokens; to encode it is left out (below 0.2 TFLOP).
    """
    import torch
    from torch.utils.flop_counter import FlopCounterMode

    with torch.device("meta"), torch.no_grad():
        unet, vae = (type(part).from_config(part.config) for part in (pipe.unet, pipe.vae))
        latents = torch.empty(1, unet.config.in_channels, height // 8, width // 8)
        added = {}
        if unet.config.addition_embed_type == "text_time":
            pooled = unet.config.projection_class_embeddings_input_dim - 6 * unet.config.addition_time_embed_dim
            added["added_cond_kwargs"] = {"text_embeds": torch.empty(1, pooled), "time_ids": torch.empty(1, 6)}
        with FlopCounterMode(display=False) as step:
            unet(latents, torch.tensor(1.0), torch.empty(1, 77, unet.config.cross_attention_dim), **added)
        with FlopCounterMode(display=False) as decoding:
            vae.decode(latents)
    return float(step.get_total_flops()), float(decoding.get_total_flops())


@contextmanager
def _on(place: str) -> Iterator[None]:
    """Tensors are made there, in half precision."""
    import torch

    usual = torch.get_default_dtype()
    torch.set_default_dtype(torch.float16)
    try:
        with torch.device(place):
            yield
    finally:
        torch.set_default_dtype(usual)
