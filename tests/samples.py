"""Records, pictures and batches for tests of checks and exporters."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import numpy as np

from synthgen.kit.hashes import sha256
from synthgen.kit.pictures import encode
from synthgen.types import Dialogue, DialogueKind, Fields, Picture, Pixels, Prompt, Record, Score, Turn


class Files:
    """A Target in a folder, as small as it can be."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.order: list[str] = []

    @property
    def url(self) -> str:
        return str(self.folder)

    def put(self, path: str, data: bytes) -> None:
        with self.open(path) as file:
            file.write(data)

    @contextmanager
    def open(self, path: str) -> Iterator[IO[bytes]]:
        whole = self.folder / path
        whole.parent.mkdir(parents=True, exist_ok=True)
        with whole.open("wb") as file:
            yield file
        self.order.append(path)


def spots(seed: int, width: int = 64, height: int = 48) -> Pixels:
    """Squares of many colors."""
    rng = np.random.default_rng(seed)
    return np.kron(rng.integers(0, 256, (height // 8, width // 8, 3), np.uint8), np.ones((8, 8, 1), np.uint8))


def picture(id: str, pixels: Pixels | None = None, format: str = "jpg") -> Picture:
    pixels = spots(1) if pixels is None else pixels
    data = encode(pixels, format)
    return Picture(id, data, format, pixels.shape[1], pixels.shape[0], sha256(data), 7)


def dialogue(*turns: tuple[str, str], id: str = "color-000000000", kind: DialogueKind = "describe") -> Dialogue:
    said = turns or (("What is shown?", "The picture shows a red balloon on a beach."),)
    return Dialogue(id, kind, tuple(Turn(*turn) for turn in said))


def prompt(head: str = "red balloon", id: str = "color-000000000") -> Prompt:
    return Prompt(id, Fields(head), f"(({head})), beach, 8k", "text, watermark")


def record(index: int = 0, *turns: tuple[str, str], pictures: int = 1, format: str = "jpg") -> Record:
    id = f"color-{index:09d}"
    return Record(
        id,
        "color",
        prompt(id=id),
        tuple(picture(id, spots(index + i), format) for i in range(pictures)),
        dialogue(*turns, id=id),
        (Score(id, "readable", {"contrast": 31.5, "broken": None}),),
        {"llm": "offline", "renderer": "sketch 1", "seed": "7", "embedded": "llm+renderer"},
    )
