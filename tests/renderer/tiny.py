"""Pipelines of the true classes with random weights, small enough for a test: pictures of 64 pixels."""

from pathlib import Path
from typing import Any


def save_sdxl(folder: Path) -> None:
    """SDXL with both of its text encoders."""
    from diffusers import AutoencoderKL, EulerDiscreteScheduler, StableDiffusionXLPipeline, UNet2DConditionModel
    from transformers import CLIPTextModel, CLIPTextModelWithProjection

    unet = UNet2DConditionModel(
        **_UNET,
        transformer_layers_per_block=(1, 2),
        addition_embed_type="text_time",
        addition_time_embed_dim=8,
        projection_class_embeddings_input_dim=80,  # 6 x 8 of sizes and crops, and the pooled text
        cross_attention_dim=64,
        use_linear_projection=True,
        attention_head_dim=(2, 4),
    )
    StableDiffusionXLPipeline(
        unet=unet,
        vae=AutoencoderKL(**_VAE),
        scheduler=EulerDiscreteScheduler(beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear"),
        text_encoder=CLIPTextModel(_text()),
        tokenizer=_tokenizer(),
        text_encoder_2=CLIPTextModelWithProjection(_text()),
        tokenizer_2=_tokenizer(),
    ).save_pretrained(folder)


def save_sd15(folder: Path) -> None:
    """Stable Diffusion 1.5, without its safety checker."""
    from diffusers import AutoencoderKL, PNDMScheduler, StableDiffusionPipeline, UNet2DConditionModel
    from transformers import CLIPTextModel

    StableDiffusionPipeline(
        unet=UNet2DConditionModel(**_UNET, cross_attention_dim=32),
        vae=AutoencoderKL(**_VAE),
        scheduler=PNDMScheduler(skip_prk_steps=True, steps_offset=1, beta_schedule="scaled_linear"),
        text_encoder=CLIPTextModel(_text()),
        tokenizer=_tokenizer(),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    ).save_pretrained(folder)


def save_sd3(folder: Path) -> None:
    """Stable Diffusion 3 with its three text encoders."""
    from diffusers import (
        AutoencoderKL,
        FlowMatchEulerDiscreteScheduler,
        SD3Transformer2DModel,
        StableDiffusion3Pipeline,
    )
    from transformers import CLIPTextModelWithProjection, T5EncoderModel

    StableDiffusion3Pipeline(
        transformer=SD3Transformer2DModel(
            sample_size=8,
            patch_size=2,
            in_channels=4,
            out_channels=4,
            num_layers=1,
            attention_head_dim=8,
            num_attention_heads=4,
            caption_projection_dim=32,
            joint_attention_dim=64,
            pooled_projection_dim=64,
        ),
        scheduler=FlowMatchEulerDiscreteScheduler(shift=3.0),
        vae=AutoencoderKL(**_VAE, **_VAE_OF_FLOWS),
        text_encoder=CLIPTextModelWithProjection(_text()),
        tokenizer=_tokenizer(),
        text_encoder_2=CLIPTextModelWithProjection(_text()),
        tokenizer_2=_tokenizer(),
        text_encoder_3=T5EncoderModel(_t5()),
        tokenizer_3=_t5_tokenizer(),
    ).save_pretrained(folder)


def save_flux(folder: Path) -> None:
    """Flux schnell: distilled, so that it takes no guidance."""
    from diffusers import AutoencoderKL, FlowMatchEulerDiscreteScheduler, FluxPipeline, FluxTransformer2DModel
    from transformers import CLIPTextModel, T5EncoderModel

    FluxPipeline(
        transformer=FluxTransformer2DModel(
            patch_size=1,
            in_channels=16,  # 2 x 2 patches of 4 latent channels
            num_layers=1,
            num_single_layers=1,
            attention_head_dim=16,
            num_attention_heads=2,
            joint_attention_dim=64,
            pooled_projection_dim=32,
            axes_dims_rope=(4, 4, 8),
            guidance_embeds=False,
        ),
        scheduler=FlowMatchEulerDiscreteScheduler(),
        vae=AutoencoderKL(**_VAE, **_VAE_OF_FLOWS),
        text_encoder=CLIPTextModel(_text()),
        tokenizer=_tokenizer(),
        text_encoder_2=T5EncoderModel(_t5()),
        tokenizer_2=_t5_tokenizer(),
    ).save_pretrained(folder)


_UNET: dict[str, Any] = {
    "block_out_channels": (32, 64),
    "layers_per_block": 1,
    "sample_size": 8,
    "in_channels": 4,
    "out_channels": 4,
    "down_block_types": ("DownBlock2D", "CrossAttnDownBlock2D"),
    "up_block_types": ("CrossAttnUpBlock2D", "UpBlock2D"),
}
_VAE: dict[str, Any] = {
    "block_out_channels": (32, 32, 32, 32),
    "down_block_types": ("DownEncoderBlock2D",) * 4,
    "up_block_types": ("UpDecoderBlock2D",) * 4,
    "in_channels": 3,
    "out_channels": 3,
    "latent_channels": 4,
    "sample_size": 64,
}
_VAE_OF_FLOWS: dict[str, Any] = {
    "shift_factor": 0.06,
    "scaling_factor": 1.5,
    "use_quant_conv": False,
    "use_post_quant_conv": False,
}


def _text() -> Any:
    from transformers import CLIPTextConfig

    return CLIPTextConfig(
        vocab_size=1000,
        hidden_size=32,
        intermediate_size=37,
        num_hidden_layers=3,
        num_attention_heads=4,
        max_position_embeddings=77,
        projection_dim=32,
        bos_token_id=0,
        eos_token_id=1,
        pad_token_id=1,
    )


def _tokenizer() -> Any:
    """One token per letter: enough for texts to differ."""
    from transformers import CLIPTokenizer

    letters = [chr(c) for c in range(33, 127)]
    words = ["<|startoftext|>", "<|endoftext|>", *letters, *(f"{letter}</w>" for letter in letters)]
    return CLIPTokenizer(vocab={word: i for i, word in enumerate(words)}, merges=[], model_max_length=77)


def _t5() -> Any:
    from transformers import T5Config

    return T5Config(
        vocab_size=200,
        d_model=64,
        d_kv=16,
        d_ff=64,
        num_layers=2,
        num_heads=4,
        feed_forward_proj="gated-gelu",
        dropout_rate=0.0,
    )


def _t5_tokenizer() -> Any:
    """One token per letter, as above; a space is a token of its own."""
    from transformers import T5Tokenizer

    special = ["<pad>", "</s>", "<unk>"]
    pieces = [*special, "▁", *(chr(c) for c in range(33, 127))]
    return T5Tokenizer(vocab=[(piece, 0.0) for piece in pieces], extra_ids=0, model_max_length=512)
