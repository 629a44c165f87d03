import csv
from pathlib import Path

import pytest

from eval_bench.__main__ import main
from eval_bench.answers import load
from tests.eval_bench.scored import answered

SAID = ["red", "yes", "no", "red", "blue", "no", "yes", "black", "green", "?", "!", "A and B"]


def sampled(path: Path) -> list[dict[str, str]]:
    with path.open(newline="") as file:
        return list(csv.DictReader(file))


def test_a_sample_to_label_is_balanced_and_comes_again_for_its_seed(tmp_path: Path) -> None:
    folder = answered(tmp_path, ["red", "yes", "no", "red"] * 10 + SAID)
    for name, seed in (("one", 1), ("same", 1), ("other", 2)):
        assert main(["audit", f"answers={folder}", f"out={tmp_path / name}.csv", "n=18", f"seed={seed}"]) == 0
    rows = sampled(tmp_path / "one.csv")
    assert (tmp_path / "one.csv").read_bytes() == (tmp_path / "same.csv").read_bytes()
    assert (tmp_path / "one.csv").read_bytes() != (tmp_path / "other.csv").read_bytes()
    shown = load(folder).by_picture["shown"]
    assert all(row["answer"] == shown[row["item"]].text and Path(row["image"]).is_file() for row in rows)
    assert len(rows) == 18 and not any(row["vote"] or row["rater"] for row in rows)
    assert sum(row["answer"] in SAID[4:] for row in rows) >= 8  # rare verdicts come first


def test_labels_are_compared_by_style_and_disagreements_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = answered(tmp_path, SAID)
    path = tmp_path / "audit.csv"
    main(["audit", f"answers={folder}", f"out={path}"])
    lines = [
        {**row, "rater": "ab", "vote": str(int(row["answer"] in ("red", "yes", "no", "green")))}
        for row in sampled(path)
    ]
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, list(lines[0]))
        writer.writeheader()
        writer.writerows(lines)
    capsys.readouterr()
    assert main(["audit", f"answers={folder}", f"labels={path}"]) == 0
    said = capsys.readouterr().out
    assert "keywords unparsed (none of: red), people right" in said and "'green'" in said
    assert "75.0%" in said and "either_or" in said
    assert main(["score", f"answers={folder}", "scorer=human", f"scorer.path={path}"]) == 0
    capsys.readouterr()
    assert main(["audit", f"answers={folder}"]) == 0  # what people said is known now
    assert "75.0%" in capsys.readouterr().out


def test_a_file_with_labels_is_never_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = answered(tmp_path, ["red"])
    (tmp_path / "audit.csv").write_text("my labels")
    assert main(["audit", f"answers={folder}", f"out={tmp_path / 'audit.csv'}"]) == 2
    assert (tmp_path / "audit.csv").read_text() == "my labels"
    assert "labels=" in capsys.readouterr().err


def test_a_balanced_sample_is_weighed_back_to_all_answers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Keywords err wherever they understand nothing, and there alone: they agree on 90 % of all answers."""
    folder = answered(tmp_path, [text for n in range(40) for text in ("blue" if n < 16 else "red", "yes", "no", "red")])
    path = tmp_path / "audit.csv"
    main(["audit", f"answers={folder}", f"out={path}", "n=40"])
    lines = [{**row, "rater": "ab", "vote": "1"} for row in sampled(path)]
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, list(lines[0]))
        writer.writeheader()
        writer.writerows(lines)
    capsys.readouterr()
    assert main(["audit", f"answers={folder}", f"labels={path}"]) == 0
    said = capsys.readouterr().out
    assert "75.0%" in said  # of the labels
    assert "weighed by its number: 90.0% agree" in said and "nothing is known" not in said
