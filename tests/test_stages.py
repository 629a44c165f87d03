"""Pixels that still lie on the GPU reach the checks that look at them, and are let go with their shard."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pyarrow.parquet as pq
import pytest

from bench.null import NullRenderer
from synthgen.checks import Batch, Check
from synthgen.encoding import Encoding
from synthgen.measure import measurement
from synthgen.shards import ShardTask
from synthgen.stages import PictureWork
from synthgen.types import Picture, Raster, Reject, Score, Take
from tests.doubles import prompt


@dataclass(frozen=True)
class OnDevice(NullRenderer):
    """Gives, beside pixels, the name of the take in the place of a tensor."""

    without: str = ""
    """An id that has none."""
    rejects: str = ""

    @property
    def on_gpu(self) -> bool:
        return True

    def render(self, takes: Iterator[Take]) -> Iterator[Raster | Reject]:
        for take in takes:
            pixels = np.random.default_rng(take.seed).integers(0, 256, (32, 32, 3), np.uint8)
            tensor = None if take.id == self.without else f"{take.id}/{take.take}"
            if take.id == self.rejects:
                yield Reject(take.id, "picture", "undrawable")
            else:
                yield Raster(take.id, pixels, take.seed, take.take, "", tensor)


@dataclass(frozen=True)
class Looks(Check):
    """Notes the tensors of each batch."""

    action: Literal["reject", "report"] = "report"
    wants: bool = True
    seen: list[list[Any]] = field(default_factory=list, compare=False)
    reads = "picture"
    ranks = "brightness"

    @property
    def reads_tensors(self) -> bool:
        return self.wants

    def measure(self, batch: Batch) -> list[Score]:
        self.seen.append(list(batch.tensors))
        return [Score(p.id, "looks", {"brightness": float(p.data[-20])}) for p in batch.pictures]


def ids(count: int) -> list[str]:
    return [f"null-{i:09d}" for i in range(count)]


def done(folder: Path, check: Looks, renderer: NullRenderer, takes: int = 1, **changes: bool) -> PictureWork:
    """What a worker has done with one shard of five."""
    work = PictureWork(folder, renderer, {"looks": check}, Encoding("png", 95, renderer), check if takes > 1 else None)
    orders = tuple(Take(id, k, prompt(id), 100 * k + i) for i, id in enumerate(ids(5)) for k in range(takes))
    work.do(iter([ShardTask("null-000000000", "null", orders, **changes)]), "test", lambda shard: None)
    return work


def late(folder: Path, first: int, stop: int) -> None:
    """A worker of a driver that is no more: the same samples, in other company and so with other bits."""
    work = PictureWork(folder, OnDevice(), {"looks": Looks()}, Encoding("png", 95, OnDevice()))
    orders = tuple(Take(id, 0, prompt(id), 50 + i) for i, id in enumerate(ids(5)) if first <= i < stop)
    work.do(iter([ShardTask(orders[0].id, "null", orders)]), "late", lambda shard: None)


def test_a_check_gets_the_tensors_of_the_pictures_in_their_order_and_nothing_stays(tmp_path: Path) -> None:
    check = Looks()
    work = done(tmp_path, check, OnDevice())
    assert check.seen == [[f"{id}/0" for id in ids(5)]]
    assert work._tensors == {}


def test_of_several_takes_it_gets_the_one_that_was_chosen(tmp_path: Path) -> None:
    check = Looks()
    work = done(tmp_path, check, OnDevice(), takes=3)
    chosen: Sequence[str] = check.seen[-1]
    stored = [row for row in work.store.rows("pictures", "null", 0, 5) if not isinstance(row, Reject)]
    assert chosen == [f"{p.id}/{max(range(3), key=lambda k, p=p: p.takes[k])}" for p in stored]  # type: ignore[misc]
    assert len({name[-1] for name in chosen}) > 1 and work._tensors == {}


@pytest.mark.parametrize("renderer", [OnDevice(without=ids(5)[2]), NullRenderer()])
def test_where_a_picture_has_none_all_are_read_from_their_files(tmp_path: Path, renderer: NullRenderer) -> None:
    check = Looks()
    assert done(tmp_path, check, renderer)._tensors == {}
    assert check.seen == [[]]


def test_a_reject_takes_nothing_from_its_neighbours(tmp_path: Path) -> None:
    check = Looks()
    work = done(tmp_path, check, OnDevice(rejects=ids(5)[1]))
    assert check.seen == [[f"{id}/0" for id in ids(5) if id != ids(5)[1]]] and work._tensors == {}


def test_stored_pictures_have_none(tmp_path: Path) -> None:
    first, again = Looks(), Looks()
    done(tmp_path, first, OnDevice())
    done(tmp_path, again, OnDevice(), stored=True)
    assert again.seen == [[]]


def test_tensors_that_no_check_looks_at_are_not_kept(tmp_path: Path) -> None:
    check = Looks(wants=False)
    work = done(tmp_path, check, OnDevice())
    assert check.seen == [[]] and work._tensors == {}


def test_one_by_one_each_sample_has_its_own(tmp_path: Path) -> None:
    check = Looks()
    (tmp_path / "workers").mkdir()
    assert done(tmp_path, check, OnDevice(), one_by_one=True)._tensors == {}
    assert check.seen == [[f"{id}/0"] for id in ids(5)]


@pytest.mark.parametrize("first, stop", [(0, 2), (1, 3), (3, 5), (0, 5)])
@pytest.mark.parametrize("before", [True, False])
def test_ranges_that_overlap_leave_one_picture_of_each_sample_and_the_figures_of_that_one(
    tmp_path: Path, first: int, stop: int, before: bool
) -> None:
    if before:
        late(tmp_path, first, stop)
    work = done(tmp_path, Looks(), OnDevice())
    if not before:
        late(tmp_path, first, stop)
    found = list(work.store.rows("pictures", "null"))
    pictures = {row.id: row for row in found if isinstance(row, Picture)}
    assert list(pictures) == ids(5)
    assert {row.seed for row in pictures.values()} == ({*range(5)} if not before else seeds(first, stop))
    for score in work.store.rows("scores/looks", "null", note=measurement(Looks())):
        assert isinstance(score, Score) and score.of == pictures[score.id].sha256
    assert sum(pq.read_metadata(path).num_rows for path in (tmp_path / "pictures").glob("*.parquet")) == 5


def seeds(first: int, stop: int) -> set[int]:
    return {50 + i if first <= i < stop else i for i in range(5)}
