from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.null import NullAbility
from synthgen.checks import Batch, Check, Graded, Limit, Quantiles, limit_for
from synthgen.select import Candidate, Selection, by_prompt
from synthgen.types import Dialogue, Fields, Prompt, Score, Turn
from tests.doubles import picture

DIALOGUE = Dialogue("a-000000000", "describe", (Turn("What is it?", "A thing."),))


@dataclass(frozen=True)
class Beauty(Graded):
    reads: ClassVar[Literal["picture"]] = "picture"
    figure: ClassVar[str] = "beauty"
    faults: ClassVar[Mapping[str, str]] = {"beauty": "ugly"}

    def measure(self, batch: Batch) -> list[Score]:
        raise NotImplementedError


PLAIN = Beauty(min=None, quantile=None, top=None, action="reject")


def prompt(index: int = 0, ability: str = "a", medium: str = "") -> Prompt:
    return Prompt(f"{ability}-{index:09d}", Fields("thing", medium=medium), "((thing))")


def candidate(index: int, beauty: float | None, medium: str = "", ability: str = "a") -> Candidate:
    made = prompt(index, ability, medium)
    score = Score(made.id, "beauty", {"beauty": beauty})
    return Candidate(made.id, made, picture(made.id), replace(DIALOGUE, id=made.id), {"beauty": score})


def select(some: Sequence[Candidate], check: Check, share: int = 1, n: int = 1000) -> Selection:
    selection = Selection(n, {"beauty": check}, NullAbility(), False, share)
    for c in by_prompt(some, {"beauty": check}, share):
        selection.see(c)
        selection.offer(c)
    return selection


@pytest.mark.parametrize(
    "limit, ability, medium, expected",
    [
        (None, "color", "", None),
        (0.2, "color", "ink", 0.2),
        ({"default": 0.1, "joke": None}, "color", "", 0.1),
        ({"default": 0.1, "joke": None}, "joke", "ink", None),
        ({"default": 0.1, "ink": 0.05, "color": 0.3}, "color", "ink", 0.05),
        ({"color/ink": 0.4, "ink": 0.05}, "color", "ink", 0.4),
        ({"none": 0.4}, "color", "", 0.4),
        ({"none": 0.4}, "color", "ink", None),
    ],
)
def test_a_threshold_may_depend_on_ability_and_medium(
    limit: Limit, ability: str, medium: str, expected: float | None
) -> None:
    assert limit_for(limit, prompt(0, ability, medium)) == expected


def test_a_figure_below_its_threshold_falls_and_one_that_was_not_measured_does_not() -> None:
    check = replace(PLAIN, min=0.5)
    kept = select([candidate(0, 0.5), candidate(1, 0.49), candidate(2, None)], check)
    assert kept.kept == ["a-000000000", "a-000000002"]
    assert [(r.reason, r.check) for r in kept.rejects] == [("ugly", "beauty")]
    assert "0.49, at least 0.5" in kept.rejects[0].detail


def test_no_threshold_holds_for_what_is_unusual() -> None:
    score = Score("joke-000000000", "beauty", {"beauty": 0.1, "unusual": 1.0})
    assert replace(PLAIN, min=0.5).judge(score, prompt(0, "joke")) is None


def test_about_a_tenth_of_each_medium_falls_and_it_is_the_lowest() -> None:
    figures = [i * 37 % 1000 / 1000 for i in range(1000)]
    some = [candidate(i, f + i % 2, "ink" if i % 2 else "") for i, f in enumerate(figures)]
    found = select(some, replace(PLAIN, quantile=0.1))
    for part in (0, 1):
        fallen = [figures[int(r.id[-9:])] for r in found.rejects if int(r.id[-9:]) % 2 == part]
        assert 40 < len(fallen) < 60 and max(fallen) < 0.16
    assert "number 1 from below of " in found.rejects[0].detail


@given(st.lists(st.floats(0, 1), max_size=80), st.floats(0.02, 0.9), st.integers(0, 80))
def test_a_quantile_never_depends_on_later_samples(figures: list[float], share: float, cut: int) -> None:
    check = replace(PLAIN, quantile=share)
    whole = select([candidate(i, f) for i, f in enumerate(figures)], check)
    part = select([candidate(i, f) for i, f in enumerate(figures[:cut])], check)
    assert part.kept == [id for id in whole.kept if int(id[-9:]) < cut]


def test_among_few_samples_none_is_low() -> None:
    few = [candidate(i, i / 100) for i in range(Quantiles.LEAST - 1)]
    assert not select(few, replace(PLAIN, quantile=0.5)).rejects


def test_of_the_pictures_of_a_prompt_the_best_stay() -> None:
    figures = [0.1, 0.9, 0.5, 0.4, 0.4, None, 0.2, 0.8]
    found = select([candidate(i, f) for i, f in enumerate(figures)], replace(PLAIN, top=1), share=4)
    assert found.kept == ["a-000000001", "a-000000005", "a-000000007"]  # one has no figure: nothing is said of it
    assert {(r.reason, r.check) for r in found.rejects} == {("another picture of its prompt is better", "beauty")}


def test_a_picture_that_falls_by_itself_stands_in_nobodys_way() -> None:
    check = Beauty(min={"default": 0.3, "ink": 0.95}, quantile=None, top=1, action="reject")
    some = [candidate(0, 0.9, "ink"), candidate(1, 0.5)]
    found = select(some, check, share=2)
    assert found.kept == ["a-000000001"] and found.rejects[0].reason == "ugly"


def test_a_check_that_only_reports_rejects_by_no_rule() -> None:
    check = Beauty(min=2, quantile=0.9, top=1, action="report")
    assert len(select([candidate(i, i / 100) for i in range(60)], check, share=4).kept) == 60
