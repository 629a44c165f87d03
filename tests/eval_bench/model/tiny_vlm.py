"""A LLaVA of random weights in a folder, and a LoRA adapter to it."""

from pathlib import Path
from typing import Any

from tests.exporter import tiny_llava


def save_vlm(folder: Path, template: bool = True) -> Any:
    """The model and its processor, saved; the model."""
    reads = tiny_llava.processor(["What color is the square?", "Is the square red? Give a short answer."])
    if not template:
        reads.chat_template = None
    model = tiny_llava.model(reads)
    model.save_pretrained(folder)
    reads.save_pretrained(folder)
    return model


def save_adapter(model: Any, folder: Path) -> None:
    """A LoRA whose second matrix is not zero, so that it changes what is said."""
    import torch
    from peft import LoraConfig, get_peft_model

    torch.manual_seed(1)
    config = LoraConfig(r=4, target_modules=["q_proj", "v_proj", "o_proj"], init_lora_weights=False, lora_alpha=64)
    get_peft_model(model, config).save_pretrained(folder)
