"""A study as large as real ones: 13 abilities, both kinds of pictures, three models; with pictures on disk."""

import random
from dataclasses import replace
from pathlib import Path

from eval_bench import benchmark
from eval_bench.types import Item
from synthgen.kit.hashes import sha256
from tests.eval_bench.items import COLOURS, picture
from tests.eval_bench.report.studies import answered, items

ABILITIES = [
    "action",
    "animal",
    "clothes",
    "color",
    "food",
    "furniture",
    "hair",
    "joke",
    "plant",
    "profession",
    "scene",
    "style",
    "vehicle",
]
MODELS = {"llava-1.5-7b-of-the-hub-revision-2024-01": 0.55, "ours-lora-r64-epoch-3": 0.72, "other": 0.4}


def pictured(folder: Path, several: list[Item], state: str = "accepted") -> list[Item]:
    """A benchmark whose pictures are there."""
    (folder / "images").mkdir(parents=True)
    made = []
    for number, one in enumerate(several):
        data = picture(list(COLOURS)[number % len(COLOURS)], number % 40)
        one = replace(one, image=f"images/{one.id}.png", sha256=sha256(data), state=state)  # type: ignore[arg-type]
        (folder / one.image).write_bytes(data)
        made.append(one)
    benchmark.save(folder, made, {"source": made[0].source, "made": {"embedded": "sketch"}, "synthgen": "0"})
    return made


def big(folder: Path, each: int = 16, sources: tuple[str, ...] = ("generated", "real")) -> None:
    """Folders `generated` and `real`, and one per model."""
    every: list[Item] = []
    for source in sources:
        own = []
        for ability in ABILITIES:
            for style in ("yes", "no", "wh", "either_or"):
                asked = "yes_no" if style in ("yes", "no") else style
                some = items(each // 4, source, ability, style)
                own += [replace(i, id=f"{ability}-{source}-{style}-{n:06d}", style=asked) for n, i in enumerate(some)]
        every += pictured(folder / source, own, "accepted" if source == "real" else "unvalidated")
    draw = random.Random(7)
    for name, skill in MODELS.items():
        fared = {
            shown: "".join("r" if draw.random() < good else draw.choice("wwwwuf") for _ in every)
            for shown, good in (("shown", skill), ("none", 0.3), ("swapped", 0.35))
        }
        answered(folder / name, every, fared, embedded=True)  # type: ignore[arg-type]
