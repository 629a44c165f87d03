"""Keyword matching: hand-written answers, and what holds of any answer."""

from pathlib import Path

import pytest

from eval_bench.keywords import verdict_of
from eval_bench.types import Item
from tests.eval_bench.items import item

CASES = Path(__file__).with_name("keyword_cases.txt")


def read_cases() -> tuple[dict[str, Item], list[tuple[str, str, str]]]:
    """The items by name, and (item, answer, verdict)."""
    items: dict[str, Item] = {}
    cases = []
    for line in CASES.read_text().splitlines():
        if line.startswith("@ "):
            name, style, question, accept, refuse, _ = (part.strip() for part in f"{line[2:]} ".split("|"))
            words = [tuple(w.strip() for w in part.split(",") if w.strip()) for part in (accept, refuse)]
            items[name] = item(0, style="wh", question=question, accept=words[0], refuse=words[1])
            object.__setattr__(items[name], "style", style)
        elif line and not line.startswith("#"):
            name, rest = line.split(" | ", 1)
            answer, expected = rest.rsplit("|", 1)
            cases.append((name, answer.strip(" ").replace("\\n", "\n"), expected.strip()))
    return items, cases


ITEMS, ANSWERS = read_cases()


@pytest.mark.parametrize("name, answer, expected", ANSWERS)
def test_an_answer_is_judged_as_a_person_would(name: str, answer: str, expected: str) -> None:
    assert verdict_of(ITEMS[name], answer)[0] == expected, verdict_of(ITEMS[name], answer)
