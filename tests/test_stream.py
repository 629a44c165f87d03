"""Shards on their way through a worker, with hands that note what they did."""

import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pytest

from bench.null import NullRenderer
from synthgen.interfaces import Renderer
from synthgen.shards import ShardDone, ShardTask
from synthgen.stream import DETAIL, Stream
from synthgen.types import Picture, Raster, Reject, Take
from tests.doubles import picture, prompt

PIXELS = np.zeros((8, 8, 3), np.uint8)


@dataclass
class Hands:
    """Keeps rows in a list; `slow` seconds for each shard."""

    slow: float = 0.0
    kept: list[Picture | Reject] = field(default_factory=list)
    threads: set[str] = field(default_factory=set)
    renderer: Renderer = field(default_factory=NullRenderer)

    def encode(self, raster: Raster, take: Take) -> Picture:
        assert raster.id == take.id
        self.threads.add(threading.current_thread().name.split("_")[0])
        return picture(raster.id, str(raster.take).encode())

    def chosen(self, takes: Sequence[Take], pictures: Mapping[int, Picture]) -> Picture:
        return pictures[max(pictures)]

    def keep(self, takes: Sequence[Take], rows: Sequence[Picture | Reject] | None) -> int:
        time.sleep(self.slow)
        if rows is None:
            return len(takes)
        self.kept += rows
        return sum(isinstance(row, Picture) for row in rows)


def shard(start: int, count: int, takes: int = 1, **changes: bool) -> ShardTask:
    ids = [f"null-{i:09d}" for i in range(start, start + count)]
    return ShardTask(ids[0], "null", tuple(Take(id, k, prompt(id), k) for id in ids for k in range(takes)), **changes)


def feed(tasks: Sequence[ShardTask]) -> Iterator[ShardTask | None]:
    yield from tasks
    while True:
        time.sleep(0.01)
        yield None


def drawn(take: Take) -> Raster:
    return Raster(take.id, PIXELS, take.seed, take.take)


def test_every_shard_is_reported_once_whatever_the_order_of_answers() -> None:
    hands, done = Hands(), list[ShardDone]()
    with Stream(hands, feed([shard(0, 3), shard(3, 3)]), done.append, threads=False) as stream:
        takes = list(stream.takes())
        for take in takes[::-1]:
            stream.answered(drawn(take))
    assert [one.name for one in done] == ["null-000000003", "null-000000000"]
    assert [one.made for one in done] == [3, 3] and sorted(row.id for row in hands.kept) == [t.id for t in takes]


def test_a_shard_is_reported_while_the_renderer_asks_for_more() -> None:
    done = list[ShardDone]()

    def tasks() -> Iterator[ShardTask | None]:
        yield shard(0, 2)
        while not done:  # the driver gives the next one when it has heard of the first
            time.sleep(0.01)
            yield None
        yield from feed([shard(2, 2)])

    with Stream(Hands(slow=0.3), tasks(), done.append, threads=True) as stream:
        count = 0
        for take in stream.takes():
            stream.answered(drawn(take))
            count += 1
    assert count == 4 and len(done) == 2


def test_a_shard_that_has_to_be_done_carefully_ends_the_stream_and_is_given_back() -> None:
    careful = shard(2, 2, one_by_one=True)
    done = list[ShardDone]()
    with Stream(Hands(), feed([shard(0, 2), careful, shard(4, 2)]), done.append, threads=False) as stream:
        for take in stream.takes():
            stream.answered(drawn(take))
    assert stream.careful is careful and [one.name for one in done] == ["null-000000000"]


def test_stored_pictures_are_only_measured() -> None:
    hands, done = Hands(), list[ShardDone]()
    with Stream(hands, feed([shard(0, 2, stored=True)]), done.append, threads=False) as stream:
        assert not list(stream.takes())
    assert not hands.kept and done[0].made == 2


def test_of_several_takes_one_row_is_kept_and_a_sample_falls_only_if_all_of_them_fail() -> None:
    hands, done = Hands(), list[ShardDone]()
    with Stream(hands, feed([shard(0, 3, takes=3)]), done.append, threads=True) as stream:
        for take in stream.takes():
            lost = take.id.endswith("1") or (take.id.endswith("2") and take.take == 2)
            stream.answered(Reject(take.id, "picture", "black", "x" * 999) if lost else drawn(take))
    first, second, third = hands.kept
    assert isinstance(first, Picture) and first.data == b"2" and isinstance(third, Picture) and third.data == b"1"
    assert second == Reject("null-000000001", "picture", "black", "x" * DETAIL) and done[0].made == 2


def test_beside_a_gpu_pictures_are_encoded_in_threads_and_elsewhere_in_place() -> None:
    for threads, name in ((True, "synthgen-encoding"), (False, threading.current_thread().name)):
        hands = Hands()
        with Stream(hands, feed([shard(0, 4)]), lambda done: None, threads) as stream:
            for take in stream.takes():
                stream.answered(drawn(take))
        assert hands.threads == {name.split("_")[0]}


@pytest.mark.parametrize("threads", [True, False])
def test_what_fails_while_storing_ends_the_worker_with_its_error(threads: bool) -> None:
    class Full(Hands):
        def keep(self, takes: Sequence[Take], rows: Sequence[Picture | Reject] | None) -> int:
            raise OSError("disk full")

    stream = Stream(Full(), feed([shard(0, 2)]), lambda done: None, threads)
    with pytest.raises(OSError, match="disk full"), stream:
        for take in stream.takes():
            stream.answered(drawn(take))


def test_shards_that_overlap_count_their_time_once() -> None:
    done, began = list[ShardDone](), time.monotonic()
    with Stream(Hands(), feed([shard(0, 2), shard(2, 2)]), done.append, threads=True) as stream:
        takes = list(stream.takes())
        time.sleep(0.3)
        for take in takes:
            stream.answered(drawn(take))
    assert sum(one.seconds for one in done) <= time.monotonic() - began


def test_a_renderer_that_leaves_takes_unanswered_is_a_bug_that_is_told() -> None:
    stream = Stream(Hands(), feed([shard(0, 2)]), lambda done: None, threads=False)
    with pytest.raises(RuntimeError, match="gave no answer to null-000000000, null-000000001"), stream:
        first, _ = stream.takes()
        stream.answered(drawn(first))
