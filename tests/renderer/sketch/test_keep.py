"""Sheets are made once, and what is kept stays under its limit."""

from functools import partial

import numpy as np
from numpy.typing import NDArray

from synthgen.renderer.sketch import keep, sprites
from synthgen.renderer.sketch.keep import Store, kept


def test_what_is_kept_is_made_once_and_the_least_used_is_given_up_first() -> None:
    store = Store(250)
    made: list[str] = []

    def sheet(name: str) -> NDArray[np.uint8]:
        made.append(name)
        return np.zeros(100, np.uint8)

    for name in ("a", "b", "a", "c", "a", "b"):
        store.get(name, partial(sheet, name))
    assert made == ["a", "b", "c", "b"]
    assert store.used == 200 and store.peak <= 250


def test_another_argument_is_another_sheet() -> None:
    @kept
    def rows(count: int) -> NDArray[np.uint8]:
        return np.zeros((count, 4), np.uint8)

    assert rows(3) is rows(3)
    assert len(rows(5)) == 5


def test_all_caches_together_may_hold_less_than_150_megabytes() -> None:
    assert sprites.SPRITES.limit + sprites.LAYERS.limit + keep.SHEETS.limit <= 150_000_000
