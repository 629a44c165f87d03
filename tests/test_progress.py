"""What a person sees of an export."""

import io
from collections.abc import Iterator
from dataclasses import replace

import pytest
from rich.console import Console

from synthgen import progress
from synthgen.errors import Interrupted
from synthgen.exporting import Tell, _watched
from synthgen.progress import exported, exporting
from synthgen.types import ExportSummary, Record
from tests.samples import record


class Brake:
    """As much of a desk as an export asks for."""

    interrupted = False


def export(tell: Tell, made: Iterator[Record]) -> int:
    return sum(1 for _ in _watched("webdataset", made, 5, tell))


def test_without_a_terminal_a_line_now_and_then_says_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PLAIN_EVERY", 0.0)
    said = io.StringIO()
    with exporting(Console(file=said), Brake()) as tell:  # type: ignore[arg-type]
        assert export(tell, (record(i) for i in range(5))) == 5
    assert said.getvalue().splitlines() == [f"webdataset: {i} of 5 exported" for i in range(1, 6)]


def test_a_short_export_says_nothing_without_a_terminal() -> None:
    said = io.StringIO()
    with exporting(Console(file=said), Brake()) as tell:  # type: ignore[arg-type]
        export(tell, (record(i) for i in range(5)))
    assert said.getvalue() == ""


def test_on_a_terminal_there_is_a_bar_per_exporter() -> None:
    said = io.StringIO()
    with exporting(Console(file=said, force_terminal=True, width=100), Brake()) as tell:  # type: ignore[arg-type]
        export(tell, (record(i) for i in range(5)))
    assert "webdataset" in said.getvalue() and "5/5" in said.getvalue()


def test_a_signal_ends_an_export_after_the_record_at_hand() -> None:
    desk, made = Brake(), []

    def some() -> Iterator[Record]:
        for i in range(5):
            made.append(i)
            desk.interrupted = i == 2
            yield record(i)

    with (
        pytest.raises(Interrupted, match="what was exported is kept"),
        exporting(Console(file=io.StringIO()), desk) as tell,
    ):  # type: ignore[arg-type]
        export(tell, some())
    assert made == [0, 1, 2]


def test_the_end_of_an_export_says_in_one_line_how_a_trainer_is_pointed_at_it() -> None:
    summary = ExportSummary("trl", "out/trl", 3, 5, 3, {"id: used twice": 1}, "load_dataset('out/trl')")
    first = "trl: out/trl (left out: 1 id: used twice)"
    assert list(exported(summary)) == [first, "  use: load_dataset('out/trl')"]
    both = replace(summary, subsets=("default", "multiturn"))
    assert list(exported(both)) == [first, "  use: load_dataset('out/trl'); its other subsets: multiturn"]
    assert list(exported(replace(summary, rows=0))) == [first], "nothing can be trained on"
