"""The export for ms-swift: a record per line, paths that count from the export."""

import json
from pathlib import Path

from tests.exporter.shapes import export, said, shapes


def test_a_line_has_the_messages_and_the_paths_of_its_pictures(tmp_path: Path) -> None:
    summary = export("swift", tmp_path, shapes())
    rows = [json.loads(line) for line in (tmp_path / "swift.jsonl").read_text(encoding="utf-8").splitlines()]
    assert (summary.records, summary.turns, summary.rows, summary.skipped) == (5, 8, 5, {})
    for row, made in zip(rows, shapes(), strict=True):
        texts = [message["content"] for message in row["messages"]]
        assert texts == ["<image>\n" * len(made.pictures) + said(made)[0], *said(made)[1:]]
        assert [(tmp_path / path).read_bytes() for path in row["images"]] == [one.data for one in made.pictures]


def test_every_line_has_the_same_keys_and_texts_for_their_values(tmp_path: Path) -> None:
    export("swift", tmp_path, shapes())
    rows = [json.loads(line) for line in (tmp_path / "swift.jsonl").read_text(encoding="utf-8").splitlines()]
    (keys,) = {tuple(row) for row in rows}
    assert keys == (
        *("id", "messages", "images", "ability", "kind", "language", "prompt", "negative"),
        *("embedded", "llm", "renderer", "seed"),
    )
    assert {type(row[key]) for row in rows for key in keys if key not in ("messages", "images")} == {str}


def test_a_trainer_is_told_where_the_paths_begin(tmp_path: Path) -> None:
    assert (
        export("swift", tmp_path, []).usage == f"ROOT_IMAGE_DIR={tmp_path} swift sft --dataset {tmp_path}/swift.jsonl"
    )
