"""Rates, and the time left: None until there is something to go by."""

import pytest

from synthgen.meter import Window, time_left
from synthgen.status import StageStatus, Status


def status(prompts: tuple[int, int, int], pictures: tuple[int, int], dialogues: tuple[int, int], kept: int) -> Status:
    """Of n=100: asked, done and rejected prompts; done and rejected pictures and dialogues; the walked are kept."""
    stages = (
        StageStatus("a", "prompts", *prompts),
        StageStatus("a", "pictures", prompts[1], *pictures),
        StageStatus("a", "dialogues", pictures[0], *dialogues),
        StageStatus("a", "selection", prompts[0], kept, prompts[2] + pictures[1] + dialogues[1]),
    )
    return Status(n=100, stages=stages)


FAST = {"prompts": 10.0, "pictures": 1.0, "dialogues": 5.0}


def test_the_slowest_stage_says_how_long_it_takes() -> None:
    half = status((100, 50, 0), (50, 0), (50, 0), 50)
    assert time_left(half, FAST) == pytest.approx(50)


def test_samples_that_fell_have_to_be_made_up_for() -> None:
    half = status((100, 50, 0), (25, 25), (25, 0), 25)
    assert time_left(half, FAST) == pytest.approx(50 + 100), "of 200 in all 150 are still to be rendered"


def test_a_stage_that_stands_still_gives_no_hope() -> None:
    half = status((100, 50, 0), (50, 0), (50, 0), 50)
    assert time_left(half, FAST | {"pictures": 0.0}) is None
    assert time_left(half, {"prompts": 10.0, "pictures": None, "dialogues": None}) is None


def test_a_stage_that_has_nothing_left_to_do_is_not_asked() -> None:
    pictures_left = status((100, 100, 0), (50, 0), (50, 0), 50)
    assert time_left(pictures_left, {"pictures": 2.0, "dialogues": 50.0}) == pytest.approx(25)
    assert time_left(status((100, 100, 0), (100, 0), (100, 0), 100), {}) == 0.0


def test_nothing_is_asked_of_a_run_that_has_not_begun() -> None:
    assert time_left(status((100, 0, 0), (0, 0), (0, 0), 0), {}) is None


def test_a_rate_is_told_from_the_first_one_that_came() -> None:
    window = Window(60.0)
    window.note(0.0, {})
    assert window.rate("pictures", 0, 100.0) is None
    window.note(100.0, {"pictures": 64})
    assert window.rate("pictures", 64, 101.0) is None, "too early"
    assert window.rate("pictures", 128, 116.0) == pytest.approx(4.0)


def test_a_rate_forgets_what_was_before_its_window() -> None:
    window = Window(60.0)
    for second in range(0, 601, 3):
        window.note(float(second), {"pictures": min(second, 300)})
    assert window.rate("pictures", 300, 600.0) == 0.0
    window.note(602.0, {"pictures": 420})
    assert window.rate("pictures", 420, 603.0) == pytest.approx(120 / 60, rel=0.1)


def test_a_window_of_a_long_run_stays_small() -> None:
    window = Window(60.0)
    for moment in range(100_000):
        window.note(moment / 10, {"pictures": moment})
    assert len(window._notes) < 30
