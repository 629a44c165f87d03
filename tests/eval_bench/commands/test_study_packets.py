"""`study packets`: one file per person, the same people when it runs again."""

from pathlib import Path

import pytest

from eval_bench.__main__ import main
from eval_bench.study.database import NAME, Database
from tests.eval_bench.study import small


def test_files_are_written_for_new_people_and_written_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    small.study(tmp_path, small.design(items=4)).close()
    assert main(["study", "packets", f"study={tmp_path}", "packets=2"]) == 0
    told = capsys.readouterr().out
    files = sorted((tmp_path / "packets").iterdir())
    assert [file.name for file in files] == ["packet_1.html", "packet_2.html"]
    assert "packet_1.html: 11 statements, 0.0 MB" in told and f"study import study={tmp_path}" in told
    before = [file.read_bytes() for file in files]
    assert main(["study", "packets", f"study={tmp_path}", "packets=3", f"out={tmp_path / 'out'}"]) == 0
    assert [file.read_bytes() for file in sorted((tmp_path / "out").iterdir())][:2] == before
    assert [one.label for one in Database(tmp_path / NAME).raters()] == ["packet 1", "packet 2", "packet 3"]


def test_nobody_is_invited_when_nothing_is_left(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    small.study(tmp_path, small.design(items=4, raters=1, invitations=1)).close()
    assert main(["study", "packets", f"study={tmp_path}", "packets=3"]) == 0
    assert "2 of 3: others have got everything" in capsys.readouterr().out
    assert len(Database(tmp_path / NAME).raters()) == 1


def test_who_was_revoked_is_replaced(tmp_path: Path) -> None:
    db = small.study(tmp_path, small.design(items=4))
    assert main(["study", "packets", f"study={tmp_path}"]) == 0
    with db.transaction():
        db.revoke(db.raters()[0].id)
    before = (tmp_path / "packets" / "packet_1.html").read_bytes()
    assert main(["study", "packets", f"study={tmp_path}"]) == 0
    assert len(db.raters()) == 2 and (tmp_path / "packets" / "packet_1.html").read_bytes() != before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "no study is named; pass study=studies/first"),
        (["study=nowhere"], "nowhere holds no study"),
        (["study=x", "packets=0"], "packets=0: it has to be 1 to 999"),
    ],
)
def test_mistakes_are_told_in_one_line(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["study", "packets", *words]) == 2
    assert said in " ".join(capsys.readouterr().err.split())
