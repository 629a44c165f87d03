"""A tiny Stable Diffusion 1.5 as one .safetensors file, in the layout that its authors published and people share."""

import re
from pathlib import Path
from typing import Any

RESNET = {
    "norm1": "in_layers.0",
    "conv1": "in_layers.2",
    "time_emb_proj": "emb_layers.1",
    "norm2": "out_layers.0",
    "conv2": "out_layers.3",
    "conv_shortcut": "skip_connection",
}
VAE = {
    "conv_shortcut": "nin_shortcut",
    "group_norm": "norm",
    "to_q": "q",
    "to_k": "k",
    "to_v": "v",
    "to_out.0": "proj_out",
    "conv_norm_out": "norm_out",
}


def save_as_one_file(folder: Path, file: Path) -> None:
    """The models of a folder that `save_sd15` wrote, in one file."""
    from safetensors.torch import load_file, save_file

    text = load_file(folder / "text_encoder" / "model.safetensors")
    unet = load_file(folder / "unet" / "diffusion_pytorch_model.safetensors")
    vae = load_file(folder / "vae" / "diffusion_pytorch_model.safetensors")
    tensors: dict[str, Any] = {}
    for name, value in text.items():
        tensors["cond_stage_model.transformer." + ("" if name.startswith("text_model.") else "text_model.") + name] = (
            value
        )
    for name, value in unet.items():
        tensors[f"model.diffusion_model.{_unet(name)}"] = value
    for name, value in vae.items():
        new = _vae(name)
        attention = re.search(r"attn_1\.(q|k|v|proj_out)\.weight", new)
        tensors[f"first_stage_model.{new}"] = value[:, :, None, None].clone() if attention else value
    save_file({name: value.contiguous() for name, value in tensors.items()}, file)


def _unet(name: str) -> str:
    """Two blocks of one layer down, of two layers up."""
    heads = {
        "time_embedding.linear_1": "time_embed.0",
        "time_embedding.linear_2": "time_embed.2",
        "conv_in": "input_blocks.0.0",
        "conv_norm_out": "out.0",
        "conv_out": "out.2",
    }
    for old, new in heads.items():
        if name.startswith(f"{old}."):
            return name.replace(old, new, 1)
    where, block, kind, layer, rest = _parts(name)
    if where == "mid":
        place = f"middle_block.{1 if kind == 'attentions' else 2 * layer}"
    elif kind == "downsamplers":
        return f"input_blocks.{2 * block + 2}.0.op.{rest.removeprefix('conv.')}"
    elif kind == "upsamplers":
        return f"output_blocks.{2 * block + 1}.{2 if block == 0 else 1}.{rest}"
    elif where == "down":
        place = f"input_blocks.{2 * block + 1 + layer}.{int(kind == 'attentions')}"
    else:
        place = f"output_blocks.{2 * block + layer}.{int(kind == 'attentions')}"
    return f"{place}.{_renamed(rest, RESNET) if kind == 'resnets' else rest}"


def _vae(name: str) -> str:
    """Four blocks, of one layer down and of two layers up; up is counted from the other end."""
    if "_blocks." not in name and "mid_block." not in name:
        return _renamed(name, VAE)
    half, _, tail = name.partition(".")
    where, block, kind, layer, rest = _parts(tail)
    rest = _renamed(rest, VAE)
    if where == "mid":
        return f"{half}.mid.attn_1.{rest}" if kind == "attentions" else f"{half}.mid.block_{layer + 1}.{rest}"
    place = f"{half}.{where}.{block if where == 'down' else 3 - block}"
    sampler = {"downsamplers": "downsample", "upsamplers": "upsample"}.get(kind)
    return f"{place}.{sampler}.{rest}" if sampler else f"{place}.block.{layer}.{rest}"


def _parts(name: str) -> tuple[str, int, str, int, str]:
    """("down", 1, "resnets", 0, "conv1.weight") of down_blocks.1.resnets.0.conv1.weight."""
    found = re.fullmatch(r"(down|mid|up)_blocks?\.(?:(\d+)\.)?(\w+)\.(\d+)\.(.+)", name)
    assert found is not None, name
    return found[1], int(found[2] or 0), found[3], int(found[4]), found[5]


def _renamed(name: str, names: dict[str, str]) -> str:
    for old, new in names.items():
        if re.search(rf"(^|\.){re.escape(old)}\.", name):
            return re.sub(rf"(^|\.){re.escape(old)}\.", rf"\g<1>{new}.", name)
    return name
