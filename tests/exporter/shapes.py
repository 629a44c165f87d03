"""Records of every shape, and how they are written by an exporter as a user gets it."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from synthgen.build import build
from synthgen.config import compose
from synthgen.exporting import written
from synthgen.interfaces import Exporter
from synthgen.types import ExportSummary, Record
from tests.samples import Files, record

TURNS = (("What is it?", "A balloon."), ("Its color?", " Red. "), ("Where is it?\n", "On a beach, at “noon”."))


def shapes() -> list[Record]:
    """One turn, three turns, two pictures with two turns, no picture, a PNG."""
    return [
        record(0),
        record(1, *TURNS),
        record(2, ("What differs?", "The color."), ("How?", "One is red."), pictures=2),
        record(3, ("Name a color.", "Red."), pictures=0),
        record(4, format="png"),
    ]


def said(record: Record) -> list[str]:
    """What is said in turn, as every row should have it."""
    return [text.strip() for turn in record.dialogue.turns for text in (turn.question, turn.answer)]


@cache
def exporter(name: str) -> Exporter:
    node = compose([f"exporter=[{name}]"]).exporter[name]
    return build(node, f"exporter.{name}", Exporter)  # type: ignore[type-abstract]


def export(name: str, folder: Path, records: Iterable[Record]) -> ExportSummary:
    return written(name, exporter(name), records, Files(folder))


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
