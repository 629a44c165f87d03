import json
from pathlib import Path

import pytest

from synthgen.renderer.diffusers.ladder import LARGEST, Ladder, NoRoom, Rung

SIZE = "64x64"


def drawer(room: int, best: int) -> "tuple[list[int], object]":
    """Draws up to `room` pictures; larger batches are faster per picture up to `best`, and slower beyond."""
    drawn = []

    def draw(batch: int) -> float:
        drawn.append(batch)
        if batch > room:
            raise NoRoom
        return 1 / batch if batch <= best else batch / best**2

    return drawn, draw


@pytest.mark.parametrize(
    ("room", "best", "found"), [(64, 64, 64), (64, 8, 8), (5, 64, 4), (1, 64, 1), (1000, 1000, LARGEST)]
)
def test_the_fastest_batch_that_fits_is_found_and_remembered(room: int, best: int, found: int) -> None:
    drawn, draw = drawer(room, best)
    rung = Ladder("a GPU", None).climb(SIZE, draw)  # type: ignore[arg-type]
    assert rung.batch == found and len(drawn) <= 14
    assert Ladder("a GPU", None).batch(SIZE) == found and Ladder("a GPU", None).seconds(SIZE) == rung.seconds
    assert Ladder("another GPU", None).batch(SIZE) is None and Ladder("a GPU", None).batch("96x64") is None


def test_one_slow_rung_does_not_end_the_climb() -> None:
    rung = Ladder("a GPU", None).climb(SIZE, lambda batch: 1.0 if batch == 4 else 1 / batch)
    assert rung.batch == LARGEST


def test_what_the_user_says_goes_before_what_was_measured_but_not_before_what_fits() -> None:
    Ladder("a GPU", None).climb(SIZE, lambda batch: 1 / batch)
    ladder = Ladder("a GPU", 12)
    assert ladder.batch(SIZE) == 12 and ladder.too_large(SIZE, 12) == 6 and ladder.batch(SIZE) == 6
    assert Ladder("a GPU", 12).batch(SIZE) == 12 and Ladder("a GPU", None).batch(SIZE) == LARGEST


def test_a_measured_batch_that_did_not_fit_is_remembered_as_its_half() -> None:
    ladder = Ladder("a GPU", None)
    ladder.climb(SIZE, lambda batch: 1 / batch)
    assert ladder.too_large(SIZE, 64) == 32 and Ladder("a GPU", None).batch(SIZE) == 32
    assert [ladder.too_large(SIZE, 1) for _ in range(2)] == [1, 1]


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "{",
        "[]",
        '{"a GPU": 3}',
        '{"a GPU": {"64x64": {"batch": 0, "seconds": 1}}}',
        '{"a GPU": {"64x64": {"batch": "x"}}}',
    ],
)
def test_a_damaged_memory_is_measured_anew_and_mended(damage: str, cache_folder: Path) -> None:
    Ladder("sound", None).climb(SIZE, lambda batch: 1 / batch)
    path = cache_folder / "synthgen/batches.json"
    path.write_text(damage)
    ladder = Ladder("a GPU", None)
    assert ladder.batch(SIZE) is None
    ladder.climb(SIZE, lambda batch: 1 / batch)
    assert Ladder("a GPU", None).batch(SIZE) == LARGEST and "a GPU" in json.loads(path.read_text())


def test_where_nothing_can_be_remembered_each_run_measures(cache_folder: Path) -> None:
    (cache_folder / "synthgen").write_text("a file in the way")
    assert Ladder("a GPU", None).climb(SIZE, lambda batch: 1 / batch) == Rung(64, 1 / 64)
    assert Ladder("a GPU", None).batch(SIZE) is None
