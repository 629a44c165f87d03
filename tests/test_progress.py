"""What a person sees of an export."""

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from synthgen import progress
from synthgen.desk import RunDesk
from synthgen.errors import FolderInUse, Interrupted
from synthgen.exporting import Tell, _watched
from synthgen.progress import exported, exporting
from synthgen.types import ExportSummary, Record
from tests.samples import record


def export(tell: Tell, made: Iterator[Record]) -> int:
    return sum(1 for _ in _watched("webdataset", made, 5, tell))


def test_without_a_terminal_a_line_now_and_then_says_how_far_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PLAIN_EVERY", 0.0)
    said = io.StringIO()
    with exporting(Console(file=said), RunDesk(tmp_path)) as tell:
        assert export(tell, (record(i) for i in range(5))) == 5
    assert said.getvalue().splitlines() == [f"webdataset: {i} of 5 exported" for i in range(1, 6)]


def test_a_short_export_says_nothing_without_a_terminal(tmp_path: Path) -> None:
    said = io.StringIO()
    with exporting(Console(file=said), RunDesk(tmp_path)) as tell:
        export(tell, (record(i) for i in range(5)))
    assert said.getvalue() == ""


def test_on_a_terminal_there_is_a_bar_per_exporter(tmp_path: Path) -> None:
    said = io.StringIO()
    with exporting(Console(file=said, force_terminal=True, width=100), RunDesk(tmp_path)) as tell:
        export(tell, (record(i) for i in range(5)))
    assert "webdataset" in said.getvalue() and "5/5" in said.getvalue()


def test_a_signal_ends_an_export_after_the_record_at_hand(tmp_path: Path) -> None:
    desk, made = RunDesk(tmp_path), list[int]()

    def some() -> Iterator[Record]:
        for i in range(5):
            made.append(i)
            if i == 2:
                desk.cancel()
            yield record(i)

    with (
        pytest.raises(Interrupted, match="what was exported is kept"),
        exporting(Console(file=io.StringIO()), desk) as tell,
    ):
        export(tell, some())
    assert made == [0, 1, 2]


def test_a_driver_that_has_lost_its_folder_exports_nothing_more(tmp_path: Path) -> None:
    desk = RunDesk(tmp_path)
    desk.stop(FolderInUse("process 7 on elsewhere has taken over"))
    with pytest.raises(FolderInUse), exporting(Console(file=io.StringIO()), desk) as tell:
        export(tell, (record(i) for i in range(5)))


def test_the_end_of_an_export_says_in_one_line_how_a_trainer_is_pointed_at_it() -> None:
    summary = ExportSummary("trl", "out/trl", 3, 5, 3, {"id: used twice": 1}, "load_dataset('out/trl')")
    first = "trl: out/trl (left out: 1 id: used twice)"
    assert list(exported(summary)) == [first, "  use: load_dataset('out/trl')"]
    both = replace(summary, subsets=("default", "multiturn"))
    assert list(exported(both)) == [first, "  use: load_dataset('out/trl'); its other subsets: multiturn"]
    assert list(exported(replace(summary, rows=0))) == [first], "nothing can be trained on"
