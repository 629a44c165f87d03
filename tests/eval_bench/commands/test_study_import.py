"""study export and study import, as they are typed."""

import json
from pathlib import Path

import pytest

from eval_bench.commands import study_export, study_import
from eval_bench.study.planning import plan
from synthgen.errors import UsageError
from tests.eval_bench.study.designs import database, invited


def test_what_was_exported_comes_back_as_votes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    db = database(tmp_path / "studies" / "first")
    study_export.run(["study=studies/first", "out=ls"])
    assert "study import study=studies/first file=export.json" in capsys.readouterr().out
    pictures = [db.picture(one.item) for one in db.design.asked]
    told = json.loads(Path("ls/tasks.json").read_text())
    result = {"from_name": "vote", "type": "choices", "value": {"choices": ["Wrong"]}}
    for task in told:
        task["annotations"] = [{"completed_by": 4, "result": [result], "updated_at": "2026-03-01T09:30:12Z"}]
        assert Path("ls", task["data"]["image"].partition("?d=")[2]).read_bytes() in pictures
    Path("export.json").write_text("\ufeff" + json.dumps(told), encoding="utf-8")
    study_import.run(["study=studies/first", "file=export.json"])
    assert f"{len(told)} votes are new, 0 changed, 0 were known\nnew raters: label-studio: 4" in capsys.readouterr().out
    assert {(b.vote, b.seconds) for b in db.ballots()} == {("0", None)}


@pytest.mark.parametrize("content", [b"", b"{}", b"1", b"\xff\xfe", b'{"data": []}', b"[" * 100_000])
def test_other_files_are_refused_in_one_line(tmp_path: Path, content: bytes) -> None:
    database(tmp_path / "first")
    file = tmp_path / "file.json"
    file.write_bytes(content)
    with pytest.raises(UsageError) as told:
        study_import.run([f"study={tmp_path / 'first'}", f"file={file}"])
    assert str(told.value).isprintable()


def test_a_votes_json_of_another_study_goes_to_packets_and_is_refused(tmp_path: Path) -> None:
    db = database(tmp_path / "first")
    (rater,) = invited(db, 1)
    with db.transaction():
        plan(db, rater, 0.0)
    file = tmp_path / "votes.json"
    file.write_text(json.dumps({"packet": "forged", "agreed": "", "log": []}))
    with pytest.raises(UsageError, match="of another study, or forged"):
        study_import.run([f"study={tmp_path / 'first'}", f"file={file}"])


def test_an_export_goes_into_no_folder_that_holds_something_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    database(tmp_path / "first")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("mine")
    with pytest.raises(UsageError, match="out=mine is there, and holds no export of a study; pass another out="):
        study_export.run(["study=first", "out=mine"])
    assert [path.name for path in Path("mine").iterdir()] == ["thesis.txt"]
    assert study_export.run(["study=first", "out=ls"]) == study_export.run(["study=first", "out=ls"]) == 0
