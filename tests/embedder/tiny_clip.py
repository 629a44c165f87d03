"""A CLIP of open_clip with random weights, small enough for a test, in a folder that `local-dir:` names."""

import json
from pathlib import Path
from typing import Any

from synthgen.embedder.open_clip import OpenClip

WIDTH = 16
SENTENCES = ("{}.", "a photo of {}.")
CONFIG: dict[str, Any] = {
    "embed_dim": WIDTH,
    "vision_cfg": {"image_size": 64, "layers": 1, "width": 32, "head_width": 16, "patch_size": 16},
    "text_cfg": {"context_length": 77, "vocab_size": 49408, "width": 32, "heads": 2, "layers": 1},
}


def save_clip(folder: Path, **preprocess: Any) -> Path:
    """`preprocess`: "mean", "std", "interpolation", "resize_mode", where they differ from OpenAI's."""
    import open_clip
    import torch
    from safetensors.torch import save_file

    folder.mkdir(parents=True)
    torch.manual_seed(0)
    (folder / "open_clip_config.json").write_text(json.dumps({"model_cfg": CONFIG, "preprocess_cfg": preprocess}))
    save_file(open_clip.model.CLIP(**CONFIG).state_dict(), folder / "open_clip_model.safetensors")
    return folder


def embedder(folder: Path | str, pretrained: str | None = None, batch: int = 64) -> OpenClip:
    model = f"local-dir:{folder}" if isinstance(folder, Path) else folder
    return OpenClip("tiny", model, pretrained, None, "cpu", batch, SENTENCES)
