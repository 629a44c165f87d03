"""The list of LLaVA rows as `datasets` reads it, on its way into trainers that load everything through it."""

from pathlib import Path

import pytest

from synthgen.exporter.llava import Llava
from tests.exporter.reading import export, loader, mixed, same


@pytest.mark.consumers
def test_datasets_reads_every_row_and_its_picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from PIL import Image

    made = {one.id: one for one in mixed() if len(one.pictures) < 2}
    summary = export(Llava("llava.json", "images", "finetune"), tmp_path, mixed())
    assert (summary.rows, summary.skipped) == (6, {"more than one picture": 3})
    rows = loader(monkeypatch, tmp_path / "cache")("json", data_files=str(tmp_path / "llava.json"))
    assert [row["id"] for row in rows] == list(made)
    for row in rows:
        one = made[row["id"]]
        said = [text for turn in one.dialogue.turns for text in (turn.question, turn.answer)]
        assert [turn["value"].replace("<image>\n", "") for turn in row["conversations"]] == said
        if one.pictures:
            with Image.open(tmp_path / row["image"]) as shown:
                assert same(shown, one.pictures[0].data)
        else:
            assert row["image"] is None  # its loader's doing: the key is not in the file
