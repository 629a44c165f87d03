"""A training picture that is an item's picture is found, whatever its words are."""

import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image

from eval_bench.contamination import repeated
from tests.eval_bench.items import item


def drawing(seed: int) -> Image.Image:
    """Blurred spots: two seeds have nothing in common."""
    noise = np.random.default_rng(seed).integers(0, 256, (8, 8, 3), dtype=np.uint8)
    return Image.fromarray(noise).resize((256, 256), Image.Resampling.BICUBIC)


def test_a_training_picture_that_is_an_items_picture_in_another_size_and_format_is_found(tmp_path: Path) -> None:
    (tmp_path / "images").mkdir()
    items = [replace(item(n), prompt="", head="") for n in (0, 1)]
    for n, one in enumerate(items):
        file = BytesIO()
        drawing(n).save(file, "PNG")
        (tmp_path / one.image).write_bytes(file.getvalue())
    drawing(1).resize((200, 200)).save(tmp_path / "copy.jpg", quality=80)
    drawing(2).save(tmp_path / "other.jpg")
    talk = [{"from": "human", "value": "<image>\nWho painted it?"}, {"from": "gpt", "value": "Nobody knows."}]
    rows = [{"id": str(n), "image": name, "conversations": talk} for n, name in enumerate(("other.jpg", "copy.jpg"))]
    (tmp_path / "llava.json").write_text(json.dumps(rows))

    found = repeated(items, tmp_path, [tmp_path / "llava.json"])

    assert list(found) == [items[1].id]
    assert found[items[1].id].endswith("by its picture") and "row 2" in found[items[1].id]
