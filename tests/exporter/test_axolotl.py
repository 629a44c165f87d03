"""The export for axolotl: pictures are blocks of the first question, and nothing else names them."""

import json
from pathlib import Path

from tests.exporter.shapes import export, said, shapes


def test_pictures_are_blocks_before_the_first_question_and_texts_hold_no_tag(tmp_path: Path) -> None:
    summary = export("axolotl", tmp_path, shapes())
    text = (tmp_path / "axolotl.jsonl").read_text(encoding="utf-8")
    assert (summary.records, summary.turns, summary.rows, summary.skipped) == (5, 8, 5, {})
    assert "<image>" not in text
    for line, made in zip(text.splitlines(), shapes(), strict=True):
        row = json.loads(line)
        assert not {"image", "images"} & set(row)
        first, *others = [message["content"] for message in row["messages"]]
        *pictures, question = first
        assert [block["text"] for block in [question, *(block for (block,) in others)]] == said(made)
        assert [block["type"] for block in pictures] == ["image"] * len(made.pictures)
        assert [(tmp_path / block["path"]).read_bytes() for block in pictures] == [one.data for one in made.pictures]
        assert [message["role"] for message in row["messages"]] == ["user", "assistant"] * len(made.dialogue.turns)
