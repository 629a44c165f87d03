"""Benchmarks for tests: items about small real pictures, saved to a folder."""

from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

from eval_bench.benchmark import Benchmark, save
from eval_bench.types import Item
from synthgen.kit.hashes import sha256

COLOURS = {"red": (220, 30, 30), "green": (30, 160, 60), "blue": (30, 60, 220), "yellow": (240, 220, 40)}


def picture(colour: str, number: int = 0) -> bytes:
    """A square of one color; another number gives another size."""
    file = BytesIO()
    Image.new("RGB", (48 + number, 48), COLOURS[colour]).save(file, "PNG")
    return file.getvalue()


def item(number: int, style: str = "wh", colour: str = "red", **other: Any) -> Item:
    """An item about the color of a square, without its picture's hash."""
    asked: dict[str, Any] = {
        "wh": {"question": "What color is the square?", "answer": f"The square is {colour}.", "accept": (colour,)},
        "yes": {"question": f"Is the square {colour}?", "answer": "Yes, it is.", "accept": ("yes",)},
        "no": {"question": "Is the square black?", "answer": "No, it is not.", "accept": ("no",)},
        "either_or": {
            "question": f"Is the square {colour} or black?",
            "answer": f"It is {colour}.",
            "accept": (colour,),
            "refuse": ("black",),
        },
    }[style]
    made: dict[str, Any] = {
        "id": f"color-generated-{number:06d}",
        "ability": "color",
        "source": "generated",
        "image": f"images/color-generated-{number:06d}.png",
        "sha256": sha256(picture(colour, number)),
        "style": "yes_no" if style in ("yes", "no") else style,
        "head": f"{colour} square",
        "held_out": bool(number % 2),
        "prompt": f"(({colour} square))",
        "by": "a test",
        **asked,
    }
    return Item(**(made | other))


def benchmark(folder: Path, items: Iterable[Item], source: str = "generated") -> Benchmark:
    """The items, with their pictures beside them."""
    (folder / "images").mkdir(parents=True, exist_ok=True)
    found = []
    for number, one in enumerate(items):
        colour = next((c for c in COLOURS if c in one.head), "red")
        data = picture(colour, number)
        (folder / one.image).write_bytes(data)
        found.append(replace(one, sha256=sha256(data)))
    return save(folder, found, {"source": source, "made": {"by": "a test"}, "synthgen": "0"})
