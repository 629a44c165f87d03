"""A loaded pipeline to its device, in the form that is fastest there: types, layouts, kernels."""

from typing import TYPE_CHECKING, Any

from synthgen.errors import UsageError

if TYPE_CHECKING:
    from synthgen.renderer.diffusers import Diffusers


def put(pipe: Any, options: "Diffusers", place: str) -> None:
    """To the device, in the form that is fastest there. Raises UsageError for options that the model cannot have."""
    import torch

    denoiser = getattr(pipe, "unet", None) or getattr(pipe, "transformer", None)
    if denoiser is None:
        raise UsageError(
            f"renderer.model={options.model}: a {type(pipe).__name__} has neither a UNet nor a transformer"
        )
    on_cuda = place.startswith("cuda")
    if options.dtype == "float16":
        # fp16 overflows in SDXL's VAE, and GPUs before Ampere have no bfloat16
        without = on_cuda and not torch.cuda.is_bf16_supported(including_emulation=False)
        pipe.vae.to(dtype=torch.float32 if without else torch.bfloat16)
    if on_cuda and options.attention == "sdpa":  # xformers has processors of its own
        fuse_projections(pipe)
    pipe.to(place)
    if on_cuda:
        pipe.vae.to(memory_format=torch.channels_last)
        if hasattr(pipe, "unet"):
            pipe.unet.to(memory_format=torch.channels_last)
    if options.attention == "xformers":
        denoiser.enable_xformers_memory_efficient_attention()
    if options.quantize:
        _quantize(denoiser, options.quantize, place)
    if options.cache == "first_block":
        _cache(pipe, options)


def fuse_projections(pipe: Any) -> None:
    """One matrix product for query, key and value, where the class has it; the same numbers, faster on a GPU."""
    if hasattr(pipe, "fuse_qkv_projections"):
        pipe.fuse_qkv_projections(vae=type(pipe.vae).__name__ == "AutoencoderKL")
    elif hasattr(pipe.transformer, "fuse_qkv_projections"):
        pipe.transformer.fuse_qkv_projections()


def _quantize(denoiser: Any, to: str, place: str) -> None:
    """Weights and activations of the attention and feed-forward layers, by torchao; all else stays as it is."""
    import torch
    from torchao.quantization import (
        Float8DynamicActivationFloat8WeightConfig,
        Int8DynamicActivationInt8WeightConfig,
        PerRow,
        quantize_,
    )

    if to == "fp8" and torch.cuda.get_device_capability(place) < (8, 9):
        raise UsageError("renderer.quantize=fp8 needs a GPU of compute capability 8.9 (Ada, Hopper) or newer; try int8")

    def wanted(layer: Any, name: str) -> bool:
        # modulations ("norm") have a row per sample only: nothing to win, and too few for the kernels
        in_block = "transformer_blocks." in name and "norm" not in name
        return in_block and isinstance(layer, torch.nn.Linear) and not (layer.in_features | layer.out_features) % 16

    scheme = Float8DynamicActivationFloat8WeightConfig if to == "fp8" else Int8DynamicActivationInt8WeightConfig
    quantize_(denoiser, scheme(granularity=PerRow()), filter_fn=wanted)


def _cache(pipe: Any, options: "Diffusers") -> None:
    from diffusers import FirstBlockCacheConfig

    if not hasattr(getattr(pipe, "transformer", None), "enable_cache"):
        raise UsageError(
            f"renderer.cache=first_block is for transformers that diffusers can cache (flux_schnell), and not for "
            f"{options.model} (a {type(pipe).__name__}); pass renderer.cache=null"
        )
    pipe.transformer.enable_cache(FirstBlockCacheConfig())
