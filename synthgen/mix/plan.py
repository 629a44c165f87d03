"""Which rows go into a mix, how often, and in which order: a pure function of the seed, the same on every machine.

A row's place is a keyed hash of (seed, source, row, copy), and rows are sorted by it. So another source in the mix, or
another number of rows, leaves the order of the others as it is.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from synthgen.mix.index import Index
from synthgen.mix.options import Source

Rows = NDArray[np.int64]


@dataclass(frozen=True)
class Plan:
    """The rows of a mix, in their order. Both arrays are as long as the mix."""

    source: NDArray[np.uint16]
    """The place of each row's source among the sources."""
    row: NDArray[np.uint32]
    """The place of each row among the sound ones of its source."""

    def __len__(self) -> int:
        return len(self.row)


def planned(indices: Sequence[Index], seed: int, balance: bool = False) -> Plan:
    """The plan of a mix; with `balance`, runs together give the same number of rows of each ability."""
    sources = [index.source for index in indices]
    sizes = sizes_of(sources, [len(index) for index in indices])
    picks = [
        picked(np.arange(len(index)), size, keyed(seed, "draw", index.source.name))
        for index, size in zip(indices, sizes, strict=True)
    ]
    if balance:
        picks = _balanced(indices, picks, seed)
    return ordered(picks, [source.name for source in sources], seed)


def sizes_of(sources: Sequence[Source], usable: Sequence[int]) -> list[int]:
    """Rows of each source. A ratio is a share of the whole mix: with r in all, the others are 1 - r of it."""
    fixed = [
        0 if s.by == "ratio" or not n else int(s.amount) if s.by == "count" else round(s.amount * n)
        for s, n in zip(sources, usable, strict=True)
    ]
    whole = sum(fixed) / (1 - sum(s.amount for s in sources if s.by == "ratio"))
    return [
        (round(s.amount * whole) if n else 0) if s.by == "ratio" else size
        for s, n, size in zip(sources, usable, fixed, strict=True)
    ]


def picked(rows: Rows, size: int, key: int) -> Rows:
    """So many of the rows: each as often as any other, but for a drawn remainder; each once before any twice."""
    if not len(rows) or not size:
        return rows[:0]
    times, rest = divmod(size, len(rows))
    drawn = rows[np.argsort(mixed(rows, key), kind="stable")[:rest]]
    return np.sort(np.concatenate([np.repeat(rows, times), drawn]))


def ordered(picks: Sequence[Rows], names: Sequence[str], seed: int) -> Plan:
    """Shuffle the picked rows of all sources; `picks` are sorted."""
    keys = [
        mixed(rows + (_copies(rows) << 40), keyed(seed, "order", name)) for rows, name in zip(picks, names, strict=True)
    ]
    order = np.argsort(np.concatenate(keys), kind="stable")
    source = np.repeat(np.arange(len(picks), dtype=np.uint16), [len(rows) for rows in picks])
    return Plan(source[order], np.concatenate(picks).astype(np.uint32)[order])


def _copies(rows: Rows) -> Rows:
    """0 for the first time a row is picked, 1 for the second, ...; rows are sorted."""
    at = np.arange(len(rows))
    first = np.r_[True, rows[1:] != rows[:-1]][: len(rows)]
    return at - np.maximum.accumulate(np.where(first, at, 0)) if len(rows) else rows


def _balanced(indices: Sequence[Index], picks: Sequence[Rows], seed: int) -> list[Rows]:
    """As many rows of runs as before, but of each ability the same number."""
    runs = [i for i, index in enumerate(indices) if index.source.is_run]
    pools: dict[str, list[tuple[int, Rows]]] = {}
    for i in runs:
        for code, ability in enumerate(indices[i].abilities):
            pools.setdefault(ability, []).append((i, np.flatnonzero(indices[i].codes == code)))
    shares = _shares(sum(len(picks[i]) for i in runs), sorted(pools))
    found: dict[int, list[Rows]] = {i: [] for i in runs}
    for ability, size in shares.items():
        whole = np.concatenate([(i << 40) + rows for i, rows in pools[ability]])
        drawn = picked(whole, size, keyed(seed, "balance", ability))
        for i, _ in pools[ability]:
            found[i].append(drawn[drawn >> 40 == i] - (i << 40))
    return [np.sort(np.concatenate([np.arange(0), *found[i]])) if i in runs else rows for i, rows in enumerate(picks)]


def _shares(size: int, abilities: Sequence[str]) -> Mapping[str, int]:
    each, rest = divmod(size, max(len(abilities), 1))
    return {ability: each + (i < rest) for i, ability in enumerate(abilities)}


def keyed(seed: int, purpose: str, name: str) -> int:
    said = f"{seed}\0{purpose}\0{name}".encode()
    return int.from_bytes(hashlib.sha256(said).digest()[:8], "little")


def mixed(numbers: Rows, key: int) -> NDArray[np.uint64]:
    """A hash of each number: splitmix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators").

    In integers of 64 bits that wrap around, as numpy has them on every machine.
    """
    x = (numbers.astype(np.uint64) + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15) + np.uint64(key)
    x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return x ^ (x >> np.uint64(31))
