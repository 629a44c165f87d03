"""Thresholds from clean figures alone: in no ability and no medium more may fall than was asked for."""

import pytest
from omegaconf import OmegaConf

from bench.qc_calibrate import FIGURES, OF_MEDIUM, Row, as_yaml, falling, limits
from bench.qc_samples import embedded_run
from synthgen.measure import Samples
from synthgen.types import Fields, Picture, Prompt

EMPTY = Picture("joke-000000001", b"", "jpg", 0, 0, "", 0)


def row(ability: str, medium: str, figure: float | None) -> Row:
    return Row(Prompt(f"{ability}-000000001", Fields("x", medium=medium), ""), ability, medium or "none", figure)


ROWS = [
    *(row("cat", "", 0.5 + i / 1000) for i in range(400)),
    *(row("cat", "mosaic", 0.1 + i / 1000) for i in range(100)),
    *(row("dog", "", 0.3 + i / 1000) for i in range(400)),
    *(row("dog", "mosaic", 0.2 + i / 1000) for i in range(100)),
]


def test_no_more_than_the_rate_falls_in_any_ability_and_any_medium() -> None:
    least = limits(ROWS, [], 0.02)
    for cell, most in {"cat": 0.02, "dog": 0.02, "mosaic": OF_MEDIUM}.items():
        assert falling([one for one in ROWS if cell in (one.ability, one.medium)], least) <= most


def test_an_ability_has_the_threshold_of_its_own_figures() -> None:
    plain = [one for one in ROWS if one.medium == "none"]
    assert limits(plain, [], 0.02) == {"cat": 0.508, "dog": 0.308, "default": 0.316}


def test_a_medium_has_one_of_its_own_only_where_too_many_would_fall(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bench.qc_calibrate.OF_MEDIUM", 0.006)
    alike = [row("cat", medium, i / 200) for i in range(200) for medium in ("", "mosaic")]
    assert limits(alike, [], 0.005) == {"cat": 0.005, "default": 0.005}
    lower = [row("cat", "woodcut", i / 256 - 1 / 16) for i in range(200)]  # a twelfth of them lies below the cat's own
    assert limits(alike, lower, 0.005) == {"cat": 0.005, "default": 0.005, "woodcut": -0.059}


def test_a_medium_that_looks_like_nothing_else_is_not_judged() -> None:
    plain = [row("cat", "", i / 200) for i in range(200)]
    strange = [row("cat", "polaroid photo", i / 200 - 0.2) for i in range(200)]
    assert limits(plain, strange, 0.01) == {"cat": 0.01, "default": 0.01, "polaroid photo": None}


def test_an_ability_whose_own_threshold_is_lower_than_that_of_the_medium_keeps_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bench.qc_calibrate.OF_MEDIUM", 0.006)
    dogs = [row("dog", "mosaic" if i % 10 == 0 else "", i / 1000) for i in range(1000)]
    cats = [*(row("cat", "", 0.9 + i / 100_000) for i in range(2000)), row("cat", "mosaic", 0.5)]
    least = limits([*dogs, *cats], [row("cat", "mosaic", 0.95 if i % 20 else 0.5) for i in range(1000)], 0.02)
    assert (least["dog"], least["mosaic"], least["dog/mosaic"]) == (0.02, 0.06, 0.02)
    assert "cat/mosaic" not in least


def test_what_was_measured_nowhere_has_no_threshold() -> None:
    assert limits([row("joke", "", None)] * 200, [], 0.02) == {}
    assert "joke" not in limits([*ROWS, *[row("joke", "", None)] * 200], [], 0.02)


def test_samples_that_were_not_measured_count_as_kept() -> None:
    half = [row("cat", "", i / 100) for i in range(100)] + [row("cat", "", None)] * 100
    assert falling(half, {"default": 0.04}) == pytest.approx(0.02)


def test_the_lines_are_the_yaml_that_they_should_be() -> None:
    found: dict[str, dict[str, float | None]]
    found = {"colour.min": {"cat": 0.1, "cat/mosaic": None}, "a.clip.min": {"default": 0.5}, "a.place": {"dog": 0.0}}
    assert OmegaConf.to_object(OmegaConf.create("\n".join(as_yaml(found)))) == {
        "a": {"place": {"dog": 0.0}, "clip": {"min": {"default": 0.5}}},
        "colour": {"min": {"cat": 0.1, "cat/mosaic": None}},
    }


def test_every_figure_is_one_that_its_check_measures() -> None:
    run, _ = embedded_run(abilities="joke")
    nothing = {
        name: check.measure(Samples([Prompt("joke-000000001", Fields("cat"), "((cat))")], [EMPTY]))
        for name, check in run.checks.items()
        if check.reads == "picture"
    }
    for figure in FIGURES.values():
        assert figure.value in nothing[figure.check][0].values
