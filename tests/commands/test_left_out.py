"""Samples that an exporter leaves out: told, and a failure only where they break a rule."""

import json
from pathlib import Path

import pytest

from synthgen.__main__ import main

SMALL = ["ability=animal", "n=6", "renderer.size=64", "engine.workers=1", "qc=[readable]", "name=run"]
KINDS = "ability.animal.kinds={describe: 0, conversation: 1, detail: 0, reasoning: 0, vqa: 0, negative: 1}"


def test_what_a_stage_of_training_has_no_use_for_is_counted_and_no_failure(
    working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*SMALL, KINDS, "exporter=[llava,llava_pretrain]"]) == 0
    rows, captions = (
        json.loads(Path(f"outputs/run/export/{name}/{name}.json").read_text()) for name in ("llava", "llava_pretrain")
    )
    left_out = len(rows) - len(captions)
    cut = sum(len(row["conversations"]) // 2 - 1 for row in rows if row["kind"] == "conversation")
    assert len(rows) == 6 and 0 < left_out < 6 and cut
    assert {row["kind"] for row in captions} == {"conversation"}
    told = f"(left out: {left_out} no caption of its picture, {cut} turns of the others)"
    assert f"llava_pretrain: outputs/run/export/llava_pretrain {told}" in capsys.readouterr().out


def test_what_breaks_a_rule_ends_a_run_with_8(
    working_folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("synthgen.kit.validate.size_of_whole", lambda data: (1, 1))
    """Whichever command exports it."""
    for command in ([*SMALL, "n=2", "exporter=[llava]"], ["export", "run=outputs/run"], ["select", "run=outputs/run"]):
        assert main(command) == 8
        assert "llava left out {'picture: size is not what the record says': 2}" in capsys.readouterr().err
