"""Which of many pictures look alike, without comparing all pairs: by perceptual hashes, and by embeddings.

Two hashes that differ in at most d of their 64 bits agree in at least one of d + 1 bands of bits (pigeonhole; the idea
of Manku, Jain and Das Sarma, "Detecting near-duplicates for web crawling", WWW 2007). So only those that share a band
are compared, and the answer is exact.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from synthgen.kit.hashes import hamming, signatures_close

BITS = 64
Pairs = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]
"""Rows of the one, rows of the other, and how far or near they are."""


def bands(distance: int) -> list[tuple[int, int]]:
    """(lowest bit, number of bits) of each of `distance` + 1 parts of a hash."""
    ends = [BITS * i // (distance + 1) for i in range(distance + 2)]
    return [(low, high - low) for low, high in zip(ends, ends[1:], strict=False)]


def near_hashes(hashes: NDArray[np.uint64], distance: int) -> Iterator[Pairs]:
    """All pairs of rows whose hashes differ in at most `distance` bits, each once, in parts.

    In the order of a band, rows that share it stand side by side: each is compared with the next, the one after that,
    and so on as long as any two still share it. Memory: ten times that of the hashes.
    """
    parts = bands(distance)
    for number, (low, count) in enumerate(parts):
        keys = _bits(hashes, low, count)
        order = np.argsort(keys, kind="stable")  # a radix sort, for 16 bits and fewer
        row, keys = hashes[order], keys[order]
        same = np.flatnonzero(keys[1:] == keys[:-1])
        last = np.searchsorted(keys, keys[same], side="right") - 1 if len(same) else same
        step = 1
        while len(same):
            unlike = row[same] ^ row[same + step]
            bits = np.bitwise_count(unlike)
            near = bits <= distance
            for before in parts[:number]:
                near &= _bits(unlike, *before) != 0  # else an earlier band has found the pair
            if near.any():
                one, other = order[same[near]], order[same[near] + step]
                yield np.minimum(one, other), np.maximum(one, other), bits[near].astype(np.float64)
            step += 1
            reaches = same + step <= last
            same, last = same[reaches], last[reaches]


def _bits(hashes: NDArray[np.uint64], low: int, count: int) -> NDArray[Any]:
    found = (hashes >> np.uint64(low)) & np.uint64((1 << count) - 1)
    return found.astype(np.uint16) if count <= 16 else found


def near_vectors(vectors: NDArray[np.float32], cosine: float) -> Iterator[Pairs]:
    """All pairs of rows (n x d, of unit length) whose cosine is at least so high, each once, in parts.

    Above 50,000 rows, where faiss is installed, it looks only into the cells near each row (IndexIVFFlat): pairs at the
    threshold may be missed then, those close to 1 hardly. Without faiss all blocks are multiplied: exact, n x n x d.
    """
    if len(vectors) > _BLOCKWISE and (faiss := _faiss()) is not None:
        yield from _by_cells(faiss, vectors, cosine)
        return
    for start in range(0, len(vectors), _BLOCK):
        block = vectors[start : start + _BLOCK]
        for other in range(start, len(vectors), _BLOCK):
            likeness = block @ vectors[other : other + _BLOCK].T
            i, j = np.nonzero(np.triu(likeness, 1) >= cosine if other == start else likeness >= cosine)
            if len(i):
                yield i + start, j + other, likeness[i, j].astype(np.float64)


_BLOCKWISE, _BLOCK, _ASKED = 50_000, 2048, 10_000


def _faiss() -> Any:
    try:
        import faiss
    except ImportError:
        return None
    return faiss


def _by_cells(faiss: Any, vectors: NDArray[np.float32], cosine: float) -> Iterator[Pairs]:
    count, size = vectors.shape
    cells = int(4 * count**0.5)
    index = faiss.IndexIVFFlat(faiss.IndexFlatIP(size), size, cells, faiss.METRIC_INNER_PRODUCT)
    index.cp.seed, index.cp.niter = 1, 5
    index.train(vectors[:: max(1, count // (40 * cells))])
    index.add(vectors)
    index.nprobe = 8
    for start in range(0, count, _ASKED):
        limits, likeness, found = index.range_search(vectors[start : start + _ASKED], cosine)
        asking = np.repeat(np.arange(start, start + len(limits) - 1), np.diff(limits).astype(np.int64))
        once = asking < found
        yield asking[once], found[once], likeness[once].astype(np.float64)


class Lookalikes:
    """Pictures that were kept, to find the first that another one looks like; few of them are compared."""

    FEW = 32
    """So many are compared one by one; most heads have no more."""

    def __init__(self, distance: int, within: int) -> None:
        self._distance, self._within = distance, within
        self._bands = bands(distance)
        self._looks: list[tuple[str, int, bytes]] = []
        self._holders: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        """Band and its bits -> places in `_looks`; empty as long as there are few."""

    def add(self, id: str, hash: int, signature: bytes) -> None:
        self._looks.append((id, hash, signature))
        if len(self._looks) > self.FEW:
            for place in range(len(self._looks) - 1 if self._holders else 0, len(self._looks)):
                for key in self._keys(self._looks[place][1]):
                    self._holders[key].append(place)

    def find(self, hash: int, signature: bytes) -> str | None:
        """The first whose hash differs in no more bits and whose thumbnail in no more levels; None if there is none."""
        places: Iterable[int] = range(len(self._looks))
        if self._holders:
            places = sorted({place for key in self._keys(hash) for place in self._holders.get(key, ())})
        for place in places:
            id, known, looks = self._looks[place]
            if hamming(known, hash) <= self._distance and signatures_close(looks, signature, self._within):
                return id
        return None

    def _keys(self, hash: int) -> Iterator[tuple[int, int]]:
        return ((low, hash >> low & (1 << count) - 1) for low, count in self._bands)
