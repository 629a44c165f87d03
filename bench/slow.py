"""Parts that take their time: to open, for a picture, for a record, and for the end of an export."""

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from bench.null import NullRenderer
from synthgen.exporter.llava import Llava
from synthgen.interfaces import Target
from synthgen.renderer.sketch import Sketch
from synthgen.types import ClaimType, Device, Raster, Record, Reject, Take

CONF = {
    "renderer/slow": "# slow, on purpose\n_target_: bench.slow.SlowRenderer\nopening: 0.0\npicture: 0.0\n",
    "renderer/slow_sketch": (
        "# slow, on purpose\n_target_: bench.slow.SlowSketch\nsize: 64\npicture: 0.0\nnotes: ''\n"
        "asserts: [subject, colour, count, place, relation, object, medium, absence]\nclosed_world: true\n"
    ),
    "exporter/slow": (
        "# @package exporter.slow\n# slow, on purpose\n_target_: bench.slow.SlowExporter\nrecord: 0.0\nend: 0.0\n"
        "file: llava.json\nimages: images\nstage: finetune\n"
    ),
}
WORDS = ["renderer=slow", "exporter=[slow]", "qc=[]", "embedder=null", "name=run", "engine.workers=2"]
"""A run of them, in a folder that `ready` has prepared."""


def ready(folder: Path) -> Path:
    """A working folder that knows these parts."""
    for name, text in CONF.items():
        path = folder / f"conf/{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


@dataclass(frozen=True)
class SlowRenderer(NullRenderer):
    """Grey pictures, after so many seconds each."""

    asserts: frozenset[ClaimType] = frozenset()
    opening: float = 0.0
    picture: float = 0.0
    operational: ClassVar[frozenset[str]] = frozenset({"opening", "picture"})

    def open(self, device: Device) -> None:
        time.sleep(self.opening)

    def render(self, takes: Iterator[Take]) -> Iterator[Raster | Reject]:
        for answer in super().render(takes):
            time.sleep(self.picture)
            yield answer


@dataclass(frozen=True)
class SlowSketch(Sketch):
    """What `sketch` draws, so many seconds each; `notes`: a file that gets the id of each picture that is begun."""

    picture: float = 0.0
    notes: str = ""
    operational: ClassVar[frozenset[str]] = frozenset({"picture", "notes"})

    def render(self, takes: Iterator[Take]) -> Iterator[Raster | Reject]:
        for answer in super().render(self._noted(takes)):
            time.sleep(self.picture)
            yield answer

    def _noted(self, takes: Iterator[Take]) -> Iterator[Take]:
        for take in takes:
            if self.notes:
                with Path(self.notes).open("a") as file:
                    file.write(f"{take.id}\n")
            yield take


@dataclass(frozen=True)
class SlowExporter(Llava):
    """As `llava`, but it takes so many seconds for a record, and at the end."""

    record: float = 0.0
    end: float = 0.0

    def write(self, records: Iterable[Record], target: Target) -> int:
        rows = super().write(self._slowly(records), target)
        time.sleep(self.end)
        return rows

    def _slowly(self, records: Iterable[Record]) -> Iterator[Record]:
        for record in records:
            time.sleep(self.record)
            yield record
