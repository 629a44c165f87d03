"""Exports as their readers see them."""

import io
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from synthgen.exporting import written
from synthgen.interfaces import Exporter
from synthgen.types import ExportSummary, Record
from tests.samples import Files, record

DIALOGUE = (("What is it?", "A balloon."), ("Its color?", "Red."), ("Where?", "On a beach."))


def mixed() -> list[Record]:
    """Single and multi-turn, text-only, with two and three pictures; in an order that suits nobody."""
    return [
        record(0, pictures=0),
        record(1),
        record(2, pictures=2),
        record(3, *DIALOGUE),
        record(4, *DIALOGUE, pictures=2),
        record(5),
        record(6, pictures=3),
        record(7, *DIALOGUE, pictures=0),
        record(8, *DIALOGUE),
    ]


def export(exporter: Exporter, folder: Path, records: Iterable[Record]) -> ExportSummary:
    return written(type(exporter).__name__.lower(), exporter, iter(records), Files(folder))


def same(shown: Any, stored: bytes) -> bool:
    """Whether a reader decoded what was stored, pixel by pixel."""
    assert isinstance(shown, Image.Image)
    with Image.open(io.BytesIO(stored)) as picture:
        return shown.convert("RGB").tobytes() == picture.convert("RGB").tobytes()


def loader(monkeypatch: pytest.MonkeyPatch, cache: Path) -> Callable[..., Any]:
    """`datasets.load_dataset` without network, its cache in a folder of its own."""
    for name in ("HF_HUB_OFFLINE", "HF_DATASETS_OFFLINE"):
        monkeypatch.setenv(name, "1")
    import datasets

    def load(*args: Any, **options: Any) -> Any:
        return datasets.load_dataset(*args, **options, split="train", cache_dir=str(cache))

    return load
