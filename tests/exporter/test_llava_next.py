"""LLaVA-NeXT reads every shape of record, and the mixture is the list, whole."""

import json
from pathlib import Path

from tests.exporter.llava_rules import mixture, read_next
from tests.exporter.shapes import export, shapes


def test_every_answer_is_learned_and_every_picture_has_its_token(tmp_path: Path) -> None:
    summary = export("llava_next", tmp_path, shapes())
    rows = json.loads((tmp_path / "llava_next.json").read_text(encoding="utf-8"))
    assert (summary.records, summary.turns, summary.rows, summary.skipped) == (5, 8, 5, {})
    for row, made in zip(rows, shapes(), strict=True):
        seen = read_next(row, str(tmp_path))
        assert seen.learned == tuple(turn.answer.strip() for turn in made.dialogue.turns)
        assert seen.image_tokens == len(seen.pictures) == len(made.pictures) and not seen.images_in_learned
        for path, picture in zip(seen.pictures, made.pictures, strict=True):
            assert Path(path).read_bytes() == picture.data


def test_image_is_a_path_or_a_list_of_paths_or_not_there(tmp_path: Path) -> None:
    export("llava_next", tmp_path, shapes())
    rows = json.loads((tmp_path / "llava_next.json").read_text(encoding="utf-8"))
    assert [row.get("image", "none") for row in rows] == [
        "images/color-000000000.jpg",
        "images/color-000000001.jpg",
        ["images/color-000000002-0.jpg", "images/color-000000002-1.jpg"],
        "none",
        "images/color-000000004.png",
    ]
    assert rows[2]["conversations"][0]["value"] == "<image>\n<image>\nWhat differs?"


def test_the_mixture_takes_the_whole_list(tmp_path: Path) -> None:
    export("llava_next", tmp_path, shapes())
    assert mixture(tmp_path / "llava_next.yaml") == json.loads((tmp_path / "llava_next.json").read_text("utf-8"))
