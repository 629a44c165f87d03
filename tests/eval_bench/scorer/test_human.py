from pathlib import Path

import pytest

from eval_bench.__main__ import main
from eval_bench.answers import load
from eval_bench.votes import Vote, read_votes
from synthgen.errors import UsageError
from tests.eval_bench.scored import answered

IDS = [f"color-generated-{n:06d}" for n in range(6)]


def votes(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(["item,model,rater,vote,minutes", *lines]) + "\n")
    return path


def test_most_votes_make_a_mark_and_ties_make_none(tmp_path: Path) -> None:
    folder = answered(tmp_path, ["red"] * 6)
    path = votes(
        tmp_path / "votes.csv",
        *(f"{IDS[0]},toy,{who},{vote},2" for who, vote in zip("abc", "110", strict=True)),
        *(f"{IDS[1]},toy,{who},{vote},2" for who, vote in zip("ab", "10", strict=True)),
        *(f"{IDS[2]},toy,{who},{vote},2" for who, vote in zip("abc", ("0", "cannot_tell", "cannot_tell"), strict=True)),
        *(f"{IDS[3]},toy,{who},{vote},2" for who, vote in zip("abc", ("1", "bad_item", "bad_item"), strict=True)),
        f"{IDS[4]},other,a,1,2",
    )
    assert main(["score", f"answers={folder}", "scorer=human", f"scorer.path={path}"]) == 0
    marks = load(folder).marks["human"]["shown"]
    assert {id: mark.verdict for id, mark in marks.items()} == {
        IDS[0]: "right",
        IDS[1]: None,
        IDS[2]: "wrong",
        IDS[3]: None,
    }
    assert marks[IDS[0]].grades == {"share": pytest.approx(2 / 3), "votes": 3, "right": 2, "wrong": 1}


def test_the_later_vote_of_a_rater_holds_and_rows_without_one_are_none(tmp_path: Path) -> None:
    path = votes(tmp_path / "v.csv", "i,m,anna,1,2", "i,m,anna,0,2", "j,m,,,", "j,m,ben,TRUE,1")
    assert read_votes(path) == [Vote("i", "m", "anna", "0"), Vote("j", "m", "ben", "1")]


def test_a_csv_of_a_spreadsheet_and_a_jsonl_are_read_alike(tmp_path: Path) -> None:
    (tmp_path / "v.csv").write_bytes(b'\xef\xbb\xbfitem,model,rater,vote,note\r\ni,m,anna,1,"two\r\nlines"\r\n')
    (tmp_path / "v.jsonl").write_text('{"item": "i", "model": "m", "rater": "anna", "vote": 1}\n\n')
    assert read_votes(tmp_path / "v.csv") == read_votes(tmp_path / "v.jsonl") == [Vote("i", "m", "anna", "1")]


@pytest.mark.parametrize(
    "name, text, said",
    [
        ("v.csv", "item,model,rater\ni,m,a\n", "no column vote"),
        ("v.csv", "item,model,rater,vote\ni,m,a,7\n", "line 2: vote '7'"),
        ("v.csv", "item,model,rater,vote\ni,m,,1\n", "line 2 has no rater"),
        ("v.jsonl", "[1]\n", "line 1 is no JSON object"),
        ("v.jsonl", "{\n", "line 1 is no JSON"),
    ],
)
def test_a_file_that_is_none_of_votes_is_told_by_its_line(tmp_path: Path, name: str, text: str, said: str) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(UsageError, match=said):
        read_votes(tmp_path / name)
    with pytest.raises(UsageError, match="cannot be read"):
        read_votes(tmp_path / "missing.csv")


def test_votes_on_other_answers_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = answered(tmp_path, ["red"])
    path = votes(tmp_path / "votes.csv", f"{IDS[0]},other,a,1,2")
    assert main(["score", f"answers={folder}", "scorer=human", f"scorer.path={path}"]) == 2
    assert "answers of other" in capsys.readouterr().err
    assert main(["score", f"answers={folder}", "scorer=human"]) == 2
    assert "scorer.path=" in capsys.readouterr().err


def test_an_item_undecided_for_one_model_of_the_file_counts_for_none(tmp_path: Path) -> None:
    folder = answered(tmp_path, ["red"] * 3)
    path = votes(
        tmp_path / "votes.csv",
        *(f"{IDS[0]},toy,a,1,2", f"{IDS[0]},other,a,1,2", f"{IDS[0]},other,b,0,2"),
        *(f"{IDS[1]},toy,a,1,2", f"{IDS[1]},other,a,0,2"),
        f"{IDS[2]},toy,a,1,2",  # nobody was asked about the other's answer
    )
    assert main(["score", f"answers={folder}", "scorer=human", f"scorer.path={path}"]) == 0
    marks = load(folder).marks["human"]["shown"]
    assert [(mark.verdict, mark.why) for mark in marks.values()] == [
        (None, "excluded: tie on the answer of another model"),
        ("right", "1 of 1 say right"),
        ("right", "1 of 1 say right"),
    ]


def test_votes_that_are_not_used_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = answered(tmp_path, ["red"])
    lines = [f"{IDS[0]},toy,a,1,2", "color-generated-000099,toy,a,1,2", f"{IDS[0]},other,a,1,2", f"{IDS[0]},typo,a,1,2"]
    path = votes(tmp_path / "votes.csv", *lines)
    assert main(["score", f"answers={folder}", "scorer=human", f"scorer.path={path}"]) == 0
    told = " ".join(capsys.readouterr().err.split())
    assert "of 4 votes 3 are not on toy: 1 on items to which it has no answer as they are now" in told
    assert "(color-generated-000099), 2 on answers of other, typo" in told


def test_a_failed_answer_is_wrong_where_the_file_says_so_and_has_no_verdict_elsewhere(tmp_path: Path) -> None:
    folder = answered(tmp_path, ["", ""], failed="refused")
    path = votes(tmp_path / "votes.csv", f"{IDS[0]},toy,nobody,no_answer,")
    assert main(["score", f"answers={folder}", "scorer=human", f"scorer.path={path}"]) == 0
    marks = load(folder).marks["human"]["shown"]
    assert [(mark.verdict, mark.why) for mark in marks.values()] == [
        ("wrong", "no answer"),
        (None, "no answer: refused"),
    ]
