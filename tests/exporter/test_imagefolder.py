"""A folder of pictures as `datasets` reads it."""

import json
from pathlib import Path

import pytest

from synthgen.exporter.imagefolder import Imagefolder
from tests.exporter.reading import export, loader, mixed, same


def test_every_picture_stands_in_the_list_and_text_only_records_are_counted_out(tmp_path: Path) -> None:
    summary = export(Imagefolder(), tmp_path, mixed())
    assert (summary.rows, summary.skipped) == (7, {"no picture": 2})
    for folder, files in (("train", 4), ("multi", 2 + 2 + 3)):
        rows = [json.loads(line) for line in (tmp_path / folder / "metadata.jsonl").read_text().splitlines()]
        named = [name for row in rows for name in row.get("images_file_names", [row.get("file_name")])]
        assert len(named) == files
        assert {p.name for p in (tmp_path / folder).iterdir()} == {*named, "metadata.jsonl"}
        assert all(row["conversations"][0]["value"].startswith("<image>\n") for row in rows)


@pytest.mark.consumers
def test_datasets_reads_both_lists_with_their_pictures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = {one.id: one for one in mixed()}
    export(Imagefolder(), tmp_path / "export", made.values())
    load = loader(monkeypatch, tmp_path / "cache")
    train = load("imagefolder", data_dir=str(tmp_path / "export/train"))
    multi = load("imagefolder", data_dir=str(tmp_path / "export/multi"))
    assert (len(train), len(multi)) == (4, 3)
    for row in [*train, *multi]:
        one = made[row["id"]]
        shown = row["images"] if "images" in row else [row["image"]]
        assert [same(a, b.data) for a, b in zip(shown, one.pictures, strict=True)] == [True] * len(shown)
        said = [text for turn in one.dialogue.turns for text in (turn.question, turn.answer)]
        assert [turn["value"].replace("<image>\n", "") for turn in row["conversations"]] == said
        assert row["keywords"] == ["red balloon", "beach", "8k"]


@pytest.mark.consumers
def test_the_folder_as_a_whole_is_the_single_pictures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A list of its own split beside it would be refused: its columns are others."""
    export(Imagefolder(), tmp_path / "export", mixed())
    load = loader(monkeypatch, tmp_path / "cache")
    assert len(load("imagefolder", data_dir=str(tmp_path / "export"))) == 4
