from pathlib import Path
from typing import Any

import pytest

from eval_bench.report.options import ReportConfig
from synthgen.config import compose_entry
from synthgen.errors import UsageError


def composed(*words: str) -> ReportConfig:
    return compose_entry(words, "eval_bench/report", ReportConfig)


def test_one_folder_need_not_stand_in_brackets() -> None:
    config = composed("items=[a,b]", "answers=x/toy", "paper=true")
    assert (config.items, config.answers, config.paper) == ([Path("a"), Path("b")], [Path("x/toy")], True)
    assert config.folder == Path("reports/toy")
    assert composed("items=a", "answers=[x/toy,y/other]").folder == Path("reports/toy+other")
    assert composed("items=a", "answers=x/toy", "out=mine").folder == Path("mine")


def test_every_mistake_is_told_at_once() -> None:
    with pytest.raises(UsageError) as told:
        composed("items=a", "answers=[x,y]", "headline=keywrd", "lvel=2")
    assert "did you mean keyword" in str(told.value) and "did you mean level" in str(told.value)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"items": []}, "needs items"),
        ({"answers": None}, "needs answers"),
        ({"answers": ["x/a", "y/a"]}, "both called 'a'"),
        ({"answers": ["x/a", "x/../x/a"]}, "twice"),
        ({"headline": "keywords"}, "did you mean keyword"),
        ({"primary": "real"}, "pooled_real"),
        ({"level": 1.0}, "level"),
        ({"draws": 1}, "draws"),
        ({"seed": -1}, "seed"),
    ],
)
def test_mistakes_are_told_in_a_line(given: dict[str, Any], told: str) -> None:
    options: dict[str, Any] = {"items": "i", "answers": "a"}
    assert [line for line in ReportConfig(**(options | given)).mistakes() if told in line]
