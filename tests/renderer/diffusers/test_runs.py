"""Whole runs of true pipelines with random weights, in worker processes that fail on purpose."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from synthgen.engine.local import Local
from synthgen.kit.hashes import seed_of
from synthgen.kit.pictures import decode
from synthgen.pipeline import at_work, generate
from synthgen.qc.readable import Readable
from synthgen.renderer.diffusers import Diffusers
from synthgen.store import Store
from synthgen.types import Picture, Pixels, index_of
from tests.doubles import Silent, run_of
from tests.renderer.diffusers.conftest import SAVED
from tests.renderer.diffusers.faulty import Faulty
from tests.renderer.diffusers.test_renderer import NO_EDGE, OPTIONS

pytestmark = [pytest.mark.torch, pytest.mark.filterwarnings(NO_EDGE)]
CHECKS = {"readable": Readable(2.0, 0.995, 2, 0.04, 0.08, None, None, "report")}


def made(folder: Path, renderer: Diffusers, n: int, workers: int = 1, **changes: Any) -> dict[str, Pixels]:
    """The pixels of a run's kept pictures, by id."""
    run = run_of(folder, n, renderer=renderer, engine=Local(workers))
    run = replace(run, config=replace(run.config, **changes), checks=CHECKS if changes else {})
    with at_work(run) as (store, desk):
        outcome = generate(run, store, desk, Silent())
    assert len(outcome.kept) == n
    rows = (row for row in Store(folder).rows("pictures", "null") if isinstance(row, Picture))
    return {row.id: decode(row.data) for row in rows}


def alike(some: dict[str, Pixels], others: dict[str, Pixels]) -> bool:
    """Within the tolerance for pictures of other batches: 2 of 255 on average, after JPEG."""
    return some.keys() == others.keys() and all(
        np.abs(some[id].astype(int) - others[id].astype(int)).mean() <= 2 for id in some
    )


@pytest.mark.parametrize("model", SAVED)
def test_a_run_that_is_killed_and_has_little_room_gives_the_pictures_of_one_that_is_not(
    models: Path, model: str, tmp_path: Path
) -> None:
    options = OPTIONS | {"model": str(models / model), "batch": 6}
    calm = made(tmp_path / "calm", Diffusers(**options), 10)
    hurt = made(tmp_path / "hurt", Faulty(**options, room=3, dies_once=str(tmp_path / "died")), 10, workers=2)
    assert (tmp_path / "died").exists() and alike(calm, hurt)


def test_one_percent_of_numbers_that_are_none_leaves_no_black_picture(models: Path, tmp_path: Path) -> None:
    options = OPTIONS | {"model": str(models / "sd15"), "batch": 16, "steps": 1, "dtype": "bfloat16"}
    found = made(tmp_path / "run", Faulty(**options, nan_every=100, half_overflows_every=100), 300)
    assert len(found) == 300 and all(pixels.std() > 5 for pixels in found.values())
    rows = [row for row in Store(tmp_path / "run").rows("pictures", "null") if isinstance(row, Picture)]
    ordered = {row.id: seed_of(0, "null", index_of(row.id), 0, 0) for row in rows}
    struck = {id for id, seed in ordered.items() if seed % 100 == 0}
    assert struck and {row.id for row in rows if row.seed != ordered[row.id]} == struck  # they got other noise


def test_of_several_takes_a_black_one_is_never_kept(models: Path, tmp_path: Path) -> None:
    options = OPTIONS | {"model": str(models / "sd15"), "batch": 4}
    made(tmp_path / "run", Faulty(**options, black_from_take=1), 4, takes=3, takes_by="readable")
    rows = [row for row in Store(tmp_path / "run").rows("pictures", "null") if isinstance(row, Picture)]
    assert rows and all(row.takes[0] is not None and row.takes[1:] == (None, None) for row in rows)
