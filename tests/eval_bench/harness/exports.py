"""Exports for tests: two small benchmarks, and what a harness makes of them."""

from pathlib import Path
from typing import Any

from eval_bench.benchmark import Benchmark, several
from eval_bench.exporting import export
from eval_bench.interfaces import Harness
from eval_bench.outgoing import Outgoing
from eval_bench.types import Item
from synthgen.build import build
from synthgen.config import compose_entry, options
from tests.eval_bench.items import benchmark, item

HOSTILE = "Which\tcolor \"is\"\r\nthis, <b>100 %</b> {of} \\n \u2028 größe, 'NA'?"
NAMES = sorted(options("harness"))


def items() -> list[Item]:
    """Of every style, of two abilities, one with a hostile question, one that nobody has looked at."""
    return [
        item(0, state="accepted"),
        item(1, "yes", state="accepted"),
        item(2, "no", state="mended", ability="animal"),
        item(3, "either_or", state="accepted", options=("black", "red", "two\twords\nand 'more'")),
        item(4, state="accepted", ability="animal", question=HOSTILE, answer='Red,\tthe "red".\nYes.'),
        item(5, state="accepted"),
        item(6),
    ]


def photographs() -> list[Item]:
    told: dict[str, Any] = {"source": "real", "license": "CC BY 4.0", "credit": "A. Person", "prompt": ""}
    return [
        item(
            n,
            state="accepted",
            id=f"color-real-{n}",
            image=f"images/color-real-{n}.png",
            options=("red", "blue"),
            **told,
        )
        for n in range(2)
    ]


def benchmarks(folder: Path) -> list[Benchmark]:
    benchmark(folder / "generated", items())
    benchmark(folder / "real", photographs(), "real")
    return several([folder / "generated", folder / "real"])


def part(name: str) -> Harness:
    """A harness as its yaml makes it."""
    from eval_bench.commands.export import ExportConfig

    config = compose_entry(["items=x", f"harness={name}"], "eval_bench/export", ExportConfig)
    return build(config.harness[name], f"harness.{name}", Harness)  # type: ignore[type-abstract]


def outgoing(folder: Path, unvalidated: bool = False) -> Outgoing:
    return Outgoing(benchmarks(folder), unvalidated)


def exported(name: str, folder: Path, **how: Any) -> tuple[Outgoing, Path]:
    """What goes out, and the folder that a harness made of it."""
    sent, to = outgoing(folder, **how), folder / "exports" / name
    export(part(name), sent, to)
    return sent, to
