from pathlib import Path

import pytest

from eval_bench.__main__ import main
from eval_bench.answers import load
from eval_bench.choosing import offered
from eval_bench.scorer.choice import chosen
from tests.eval_bench.items import item
from tests.eval_bench.scored import answered

ITEM = item(0, question="What animal is it?", accept=("cat",), options=("a dog", "cat", "red fox", "fox"))


@pytest.mark.parametrize(
    "text, verdict",
    [
        ("B", "right"),
        ("b", "right"),
        ("B.", "right"),
        ("(B)", "right"),
        ("(b) a cat", "right"),
        ("B. cat", "right"),
        ("Answer: B", "right"),
        ("The answer is B", "right"),
        ("The answer is b.", "right"),
        ("**B**", "right"),
        ("<answer>B</answer>", "right"),
        ("Option B, the cat", "right"),
        ("cat", "right"),
        ("It is a cat.", "right"),
        ("A cat.", "right"),
        ("B, not A", "right"),
        ("I choose B because the animal has whiskers.", "right"),
        ("A. a dog\nB. cat\nC. red fox\nD. fox\nAnswer: B", "right"),
        ("A", "wrong"),
        ("A. a dog", "wrong"),
        ("a dog", "wrong"),
        ("(C)", "wrong"),
        ("a red fox", "wrong"),
        ("A or B", "wrong"),
        ("A, B", "wrong"),
        ("A cat or a dog", "wrong"),
        ("A. cat", "unparsed"),
        ("B. a dog", "unparsed"),
        ("", "unparsed"),
        ("E", "unparsed"),
        ("I cannot see the picture.", "unparsed"),
        ("an elephant", "unparsed"),
        ("not a cat", "unparsed"),
    ],
)
def test_an_option_is_chosen_by_its_letter_or_its_text(text: str, verdict: str) -> None:
    assert chosen(ITEM, text)[0] == verdict, chosen(ITEM, text)


def test_of_two_options_the_longer_one_that_is_said_counts() -> None:
    assert chosen(ITEM, "It is the red fox") == ("wrong", "chooses C")
    assert chosen(ITEM, "It is the fox") == ("wrong", "chooses D")


def test_only_answers_to_questions_with_options_are_marked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = answered(tmp_path, ["red", "yes", "no", "A"])
    assert main(["score", f"answers={folder}", "scorer=choice"]) == 2
    assert "with options" in capsys.readouterr().err
    asked = offered(item(3, "either_or", options=("red", "black")))
    folder = answered(tmp_path, ["red", "yes", "no", "A"], "other", asked=f"Is it?\n{asked}\nAnswer with the letter.")
    assert main(["score", f"answers={folder}", "scorer=choice"]) == 0
    assert [mark.verdict for mark in load(folder).marks["choice"]["shown"].values()] == ["right"]
