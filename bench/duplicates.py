"""Near duplicates among many pictures: banded hashes against faiss, which compares all pairs.

    python -m bench.duplicates [pictures=1000000] [distance=3] [threads=1]

Needs faiss (pip install faiss-cpu). Hashes are random; of the skewed ones each bit is set with a probability of its
own, from 0.2 to 0.8, which makes bands agree six times as often: those of drawn pictures do two to seven times as
often. One in ten nearly repeats another. All pairs of so many take faiss minutes, so it is asked for those of 4,000
rows, and the rest is extrapolated: its time grows with rows times rows. On 50,000 rows the pairs of both are compared.
"""

import resource
import sys
import time

import faiss
import numpy as np
from numpy.typing import NDArray

from synthgen.kit.near_pictures import near_hashes

ASKED, CHECKED = 4_000, 50_000
Hashes = NDArray[np.uint64]


def hashes(count: int, skewed: bool) -> Hashes:
    rng = np.random.default_rng(0)
    row = rng.integers(0, 2**64, count, np.uint64)
    if skewed:
        row[:] = 0
        for bit, share in enumerate(rng.uniform(0.2, 0.8, 64)):
            row |= (rng.random(count) < share).astype(np.uint64) << np.uint64(bit)
    few = count // 10
    flips = rng.integers(0, 64, (3, few), np.uint64)
    row[count - few :] = row[:few] ^ np.bitwise_xor.reduce(np.uint64(1) << flips)
    return rng.permutation(row)


def banded(row: Hashes, distance: int) -> set[tuple[int, int]]:
    return {(int(i), int(j)) for one, other, _ in near_hashes(row, distance) for i, j in zip(one, other, strict=True)}


def all_pairs(row: Hashes, asked: int, distance: int) -> tuple[set[tuple[int, int]], float]:
    """The pairs of the first rows with all others, and the seconds that took."""
    index = faiss.IndexBinaryFlat(64)
    index.add(row.view(np.uint8).reshape(-1, 8))
    began = time.perf_counter()
    limits, _, found = index.range_search(row[:asked].view(np.uint8).reshape(-1, 8), distance + 1)  # fewer than
    took = time.perf_counter() - began
    rows = np.repeat(np.arange(asked), np.diff(limits).astype(np.int64))
    return {(int(i), int(j)) for i, j in zip(rows, found, strict=True) if i < j}, took


def main() -> None:
    given = {"pictures": 1_000_000, "distance": 3, "threads": 1}
    given |= {key: int(value) for key, _, value in (argument.partition("=") for argument in sys.argv[1:])}
    count, distance = given["pictures"], given["distance"]
    faiss.omp_set_num_threads(given["threads"])
    names = ("pictures", "pairs", "banded s", "faiss s", "times", "MB more")
    print("hashes  ", *(f"{name:>10}" for name in names), " same pairs")
    for name, skewed in (("random", False), ("skewed", True)):
        few = hashes(CHECKED, skewed)
        same = banded(few, distance) == all_pairs(few, len(few), distance)[0]
        row = hashes(count, skewed)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        began = time.perf_counter()
        pairs = sum(len(one) for one, _, _ in near_hashes(row, distance))
        ours = time.perf_counter() - began
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
        theirs = all_pairs(row, ASKED, distance)[1] * count / ASKED
        figures = (f"{count:,}", f"{pairs:,}", f"{ours:.2f}", f"{theirs:.0f}", f"{theirs / ours:.0f}", f"{grown:.0f}")
        print(f"{name:8}", *(f"{figure:>10}" for figure in figures), f" {same} (of {CHECKED:,})")


if __name__ == "__main__":
    main()
