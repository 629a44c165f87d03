"""The export for LLaMA-Factory: messages, pictures, and a description that leaves nothing to its defaults."""

import json
from pathlib import Path

from tests.exporter.shapes import export, said, shapes


def test_messages_alternate_and_hold_a_tag_per_picture_in_the_first(tmp_path: Path) -> None:
    summary = export("sharegpt", tmp_path, shapes())
    rows = json.loads((tmp_path / "sharegpt.json").read_text(encoding="utf-8"))
    assert (summary.records, summary.turns, summary.rows, summary.skipped) == (5, 8, 5, {})
    for row, made in zip(rows, shapes(), strict=True):
        tags = "<image>\n" * len(made.pictures)
        texts = [message["content"] for message in row["messages"]]
        assert [message["role"] for message in row["messages"]] == ["user", "assistant"] * len(made.dialogue.turns)
        assert [texts[0].removeprefix(tags), *texts[1:]] == said(made) and texts[0].startswith(tags)
        assert "".join(texts).count("<image>") == len(row["images"])
        assert [(tmp_path / path).read_bytes() for path in row["images"]] == [one.data for one in made.pictures]


def test_a_row_without_a_picture_has_an_empty_list_so_that_the_column_is_there(tmp_path: Path) -> None:
    export("sharegpt", tmp_path, shapes()[3:4])
    (row,) = json.loads((tmp_path / "sharegpt.json").read_text(encoding="utf-8"))
    assert row["images"] == []


def test_the_description_names_file_columns_and_all_seven_tags(tmp_path: Path) -> None:
    summary = export("sharegpt", tmp_path, shapes())
    (name, info), *others = json.loads((tmp_path / "dataset_info.json").read_text(encoding="utf-8")).items()
    assert (tmp_path / info["file_name"]).is_file() and not others
    assert info["columns"] == {"messages": "messages", "images": "images"} and len(info["tags"]) == 7
    assert None not in info["tags"].values()
    assert summary.usage == f"llamafactory-cli train --dataset_dir {tmp_path} --dataset {name}"
