"""Keyword matching: hand-written answers, and what holds of any answer."""

import json
import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import cast, get_args

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from eval_bench.harness.shipped import scoring
from eval_bench.keywords import compiled, verdict_of
from eval_bench.scorer.choice import chosen
from eval_bench.types import STYLES, Item, Style, Verdict
from tests.eval_bench.items import item

CASES = Path(__file__).with_name("keyword_cases.txt")


def read_cases() -> tuple[dict[str, Item], list[tuple[str, str, str]], list[tuple[str, str, str]]]:
    """The items by name, and (item, answer, verdict): of answers that are read well, and of those that are not."""
    items: dict[str, Item] = {}
    cases: list[tuple[str, str, str]] = []
    misread: list[tuple[str, str, str]] = []
    for line in CASES.read_text().splitlines():
        if line.startswith("@ "):
            name, style, question, accept, refuse, _ = (part.strip() for part in f"{line[2:]} ".split("|"))
            words = [tuple(w.strip() for w in part.split(",") if w.strip()) for part in (accept, refuse)]
            told = {"question": question, "accept": words[0], "refuse": words[1]}
            items[name] = replace(item(0, **told), style=cast(Style, style))
        elif line and not line.startswith("#"):
            name, rest = line.removeprefix("~ ").split(" | ", 1)
            answer, expected = rest.rsplit("|", 1)
            group = misread if line.startswith("~ ") else cases
            group.append((name, answer.strip(" ").replace("\\n", "\n"), expected.strip()))
    return items, cases, misread


ITEMS, ANSWERS, MISREAD = read_cases()


@pytest.mark.parametrize("name, answer, expected", ANSWERS)
def test_an_answer_is_judged_as_a_person_would(name: str, answer: str, expected: str) -> None:
    assert verdict_of(ITEMS[name], answer)[0] == expected, verdict_of(ITEMS[name], answer)


@pytest.mark.parametrize("name, answer, expected", MISREAD)
def test_what_is_misread_is_known(name: str, answer: str, expected: str) -> None:
    """Whoever mends one takes the mark off its line."""
    assert verdict_of(ITEMS[name], answer)[0] != expected


FLOODS = (
    "<think>",
    "<answer>",
    "<a ",
    "no ",
    "no wait red ",
    "cat, ",
    "red ",
    "a",
    "(",
    "B ",
    "(b) ",
    "not ",
    "\n- ",
    "1.2,",
)


@pytest.mark.parametrize("piece", FLOODS)
def test_a_flood_of_anything_is_read_in_time_that_grows_with_its_length(piece: str) -> None:
    """0.1 seconds of one core each; where the time grows with the square of the length, 10 to 80."""
    offered = replace(WH, options=("red", "black", "green", "blue"))
    begun = time.process_time()
    for about in (WH, EITHER, YES):
        verdict_of(about, piece * (100_000 // len(piece)))
    chosen(offered, piece * (100_000 // len(piece)))
    assert time.process_time() - begun < 5


def test_there_are_enough_cases_of_each_kind() -> None:
    counts = Counter((ITEMS[name].style, expected) for name, _, expected in ANSWERS)
    assert counts.total() >= 300
    assert min(counts[style, verdict] for style in STYLES for verdict in ("right", "wrong", "unparsed")) >= 6


WH, EITHER, YES = (ITEMS[name] for name in ("red", "rb", "yes"))
SURE = ("It is red.", "red", "The square is red.", "I think it is red", "Its color is red.", "It looks red to me.")
"""Answers that say red plainly."""
PIECES = st.sampled_from(
    ["red", "black", "yes", "no", "not", "or", "and", "nor", ",", ".", "?", "/", "but", "it is", "a", "neither", "the"]
    + [
        "Answer:",
        "actually",
        "than",
        "\n",
        "<answer>",
        "</answer>",
        "(A)",
        "without",
        "isn't",
        "\u200d",
        "é",
        "🙂",
        "'",
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=25).map(" ".join)), st.sampled_from(sorted(ITEMS)))
def test_any_text_has_a_verdict_and_a_reason(text: str, name: str) -> None:
    verdict, why = verdict_of(ITEMS[name], text)
    assert verdict in get_args(Verdict) and why


@given(st.sampled_from(SURE), st.sampled_from([WH, EITHER]))
def test_denying_a_right_answer_makes_it_wrong(text: str, about: Item) -> None:
    assert verdict_of(about, text)[0] == "right"
    assert verdict_of(about, text.replace("red", "not red"))[0] == "wrong"


@given(st.sampled_from(SURE), st.sampled_from([" or black", "/black", ", or maybe black", " and black"]))
def test_a_wrong_word_beside_the_right_one_makes_an_answer_wrong(text: str, more: str) -> None:
    for about in (WH, EITHER):
        assert verdict_of(about, text.rstrip(".").replace(" to me", "") + more)[0] == "wrong"


@given(st.sampled_from(range(len(ANSWERS))), st.sampled_from(["upper", "lower", "spaces", "stars", "lines", "end"]))
def test_case_white_space_and_marks_change_no_verdict(number: int, how: str) -> None:
    name, text, expected = ANSWERS[number]
    assume(text.strip())
    dressed = {
        "upper": text.upper(),
        "lower": text.lower(),
        "spaces": "  " + text.replace(" ", "   ") + "\t",
        "stars": f"**{text}**",
        "lines": f"\n{text}\n",
        "end": text if text[-1] in ".!?" else text + ".",
    }[how]
    assert verdict_of(ITEMS[name], dressed)[0] == expected


@pytest.mark.parametrize("name", sorted(ITEMS))
def test_the_reference_of_an_item_is_no_less_than_its_own_words(name: str) -> None:
    about = ITEMS[name]
    assert {verdict_of(about, word)[0] for word in about.accept} == {"right"}
    assert {verdict_of(about, word)[0] for word in about.refuse} <= {"wrong"}


def test_the_matching_needs_the_standard_library_alone_and_plain_lists(tmp_path: Path) -> None:
    """As an exported task carries it: the files in another folder, the items as JSON, no package of ours."""
    for file, made in scoring().items():
        (tmp_path / file).write_bytes(made())
    every = [[compiled(ITEMS[name]), text, expected] for name, text, expected in ANSWERS]
    (tmp_path / "cases.json").write_text(json.dumps(every))
    code = "import json, matching; print([matching.verdict(c, t)[0] == e for c, t, e in json.load(open('cases.json'))])"
    done = subprocess.run([sys.executable, "-S", "-c", code], cwd=tmp_path, env={}, capture_output=True, text=True)
    assert done.stderr == ""
    assert json.loads(done.stdout.lower()) == [True] * len(ANSWERS)
