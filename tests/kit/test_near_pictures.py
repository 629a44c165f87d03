"""Pictures that look alike are found as by comparing all pairs, without comparing them."""

import sys
import time
import tracemalloc

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from synthgen.kit import near_pictures
from synthgen.kit.hashes import hamming, signatures_close
from synthgen.kit.near_pictures import Lookalikes, bands, near_hashes, near_vectors

ANY = st.integers(0, 2**64 - 1)
FLIPS = st.lists(st.integers(0, 63), max_size=5)
"""Some bits of the one before; so that pairs are near, on both sides of the threshold."""


@st.composite
def some_hashes(draw: st.DrawFn) -> list[int]:
    row = [draw(ANY)]
    for flips in draw(st.lists(st.none() | FLIPS, max_size=25)):
        row.append(draw(ANY) if flips is None else row[draw(st.integers(0, len(row) - 1))])
        for bit in flips or ():
            row[-1] ^= 1 << bit
    return row


def found(row: list[int], distance: int) -> list[tuple[int, int, int]]:
    parts = list(near_hashes(np.array(row, np.uint64), distance))
    return [(int(i), int(j), int(d)) for part in parts for i, j, d in zip(*part, strict=True)]


@given(some_hashes(), st.sampled_from([0, 1, 3, 7, 20, 63, 64]))
def test_near_hashes_are_those_of_all_pairs_each_once(row: list[int], distance: int) -> None:
    all_pairs = [(i, j, hamming(row[i], row[j])) for j in range(len(row)) for i in range(j)]
    pairs = found(row, distance)
    assert len(pairs) == len(set(pairs))
    assert sorted(pairs) == sorted(pair for pair in all_pairs if pair[2] <= distance)


@given(st.integers(0, 70))
def test_bands_cover_all_bits_and_are_one_more_than_may_differ(distance: int) -> None:
    parts = bands(distance)
    assert len(parts) == distance + 1 and sum(count for _, count in parts) == 64
    assert [low for low, _ in parts] == [sum(count for _, count in parts[:i]) for i in range(len(parts))]


def test_none_and_one_have_no_pairs() -> None:
    assert found([], 3) == [] and found([5], 3) == []


def hashes(count: int, seed: int = 0) -> NDArray[np.uint64]:
    return np.random.default_rng(seed).integers(0, 2**64, count, np.uint64)


def test_a_hundred_thousand_are_done_in_moments_and_little_memory() -> None:
    row = hashes(100_000)
    row[50_000:60_000] = row[:10_000] ^ np.uint64(1 << 40 | 1)
    tracemalloc.start()
    began = time.process_time()
    pairs = sum(len(part[0]) for part in near_hashes(row, 3))
    took = time.process_time() - began
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert pairs == 10_000
    assert took < 5 and peak < 20 * row.nbytes  # all pairs: minutes in numpy, hours in Python


def test_many_equal_ones_do_not_fill_the_memory() -> None:
    row = np.zeros(3_000, np.uint64)
    tracemalloc.start()
    pairs = sum(len(part[0]) for part in near_hashes(row, 3))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert pairs == 3_000 * 2_999 // 2 and peak < 1_000_000


LOOKS = st.binary(min_size=12, max_size=12)


@given(some_hashes(), st.data(), st.integers(0, 6), st.integers(0, 60))
def test_the_first_lookalike_is_that_of_a_search_one_by_one(
    row: list[int], data: st.DataObject, distance: int, within: int
) -> None:
    index = Lookalikes(distance, within)
    index.FEW = data.draw(st.sampled_from([0, 3, 32]))  # type: ignore[misc]
    plain: list[tuple[str, int, bytes]] = []
    looks = [data.draw(LOOKS) for _ in range(3)]
    for i, hash in enumerate(row):
        look = looks[i % 3]
        near = (id for id, h, s in plain if hamming(h, hash) <= distance and signatures_close(s, look, within))
        assert index.find(hash, look) == next(near, None)
        index.add(str(i), hash, look)
        plain.append((str(i), hash, look))


def test_twenty_thousand_pictures_of_one_head_take_seconds() -> None:
    index, look = Lookalikes(3, 8), bytes(192)
    began = time.process_time()
    for i, hash in enumerate(hashes(20_000).tolist()):
        assert index.find(hash, look) is None
        index.add(str(i), hash, look)
    assert time.process_time() - began < 10  # one by one 200 million comparisons, a minute and more
    assert index.find(hash ^ 0b101, look) == "19999"


def unit(count: int, size: int, seed: int = 0) -> NDArray[np.float32]:
    rows = np.random.default_rng(seed).standard_normal((count, size)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


@pytest.mark.parametrize("block", [3, 8, 100])
def test_near_vectors_are_those_of_all_pairs(block: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(near_pictures, "_BLOCK", block)
    rows = unit(40, 4)
    cosines = rows @ rows.T
    wanted = {(i, j) for j in range(40) for i in range(j) if cosines[i, j] >= 0.8}
    pairs = [(int(i), int(j)) for part in near_vectors(rows, 0.8) for i, j in zip(*part[:2], strict=True)]
    assert len(wanted) > 5 and len(pairs) == len(wanted) and set(pairs) == wanted


def test_many_vectors_are_asked_of_faiss_where_it_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = unit(5_000, 16)
    rows[2_500:2_600] = rows[:100]
    exact = {(int(i), int(j)) for part in near_vectors(rows, 0.99) for i, j in zip(*part[:2], strict=True)}
    assert exact == {(i, i + 2_500) for i in range(100)}
    pytest.importorskip("faiss")
    monkeypatch.setattr(near_pictures, "_BLOCKWISE", 1_000)
    monkeypatch.setattr(near_pictures, "_ASKED", 700)
    assert {(int(i), int(j)) for part in near_vectors(rows, 0.99) for i, j in zip(*part[:2], strict=True)} == exact


def test_without_faiss_many_vectors_are_multiplied_in_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "faiss", None)
    monkeypatch.setattr(near_pictures, "_BLOCKWISE", 5)
    rows = unit(20, 3)
    rows[7] = rows[3]
    assert [(int(i[0]), int(j[0])) for i, j, _ in near_vectors(rows, 0.9999)] == [(3, 7)]
