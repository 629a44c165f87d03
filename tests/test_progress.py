"""What a person sees of an export."""

import io
from collections.abc import Iterator

import pytest
from rich.console import Console

from synthgen import progress
from synthgen.errors import Interrupted
from synthgen.exporting import Tell, _watched
from synthgen.progress import exporting
from synthgen.types import Record
from tests.samples import record


class Brake:
    """As much of a desk as an export asks for."""

    cancelled = False


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
            desk.cancelled = i == 2
            yield record(i)

    with (
        pytest.raises(Interrupted, match="what was exported is kept"),
        exporting(Console(file=io.StringIO()), desk) as tell,
    ):  # type: ignore[arg-type]
        export(tell, some())
    assert made == [0, 1, 2]
