"""The sound rows of one source: where they lie in its file, and what a mix has to know of each. 32 bytes a row."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from mmap import mmap
from operator import sub

import numpy as np
from numpy.typing import NDArray

from synthgen.mix.mend import Mended, Rules, load, mended
from synthgen.mix.options import Source

PICTURE, MENDED = 1, 2
"""Bits of how a row is written: it shows a picture; it is not written as it is."""


@dataclass(frozen=True)
class Listed:
    """A row that cannot be in the mix, or should not."""

    source: str
    row: int
    """From 1."""
    line: int
    id: str
    reason: str
    detail: str = ""

    def __str__(self) -> str:
        id = f", id {self.id}" if self.id else ""
        return f"row {self.row} (line {self.line}{id}): {self.reason}{self.detail and ': '}{self.detail}"


@dataclass
class Tally:
    """What became of the rows of a source."""

    read: int = 0
    bad: Counter[str] = field(default_factory=Counter)
    refused: int = 0
    """Sound, but not wanted in a mix."""
    unseen: list[int] = field(default_factory=list)
    """A 1 for each picture of a row that could not be opened, to hold it against those of benchmarks."""
    unfit: Counter[str] = field(default_factory=Counter)
    """Samples of a run that are no rows of this stage."""
    repaired: Counter[str] = field(default_factory=Counter)
    """What was done to sound rows; one of them may need several repairs."""
    rows_repaired: int = 0
    first: list[Listed] = field(default_factory=list)
    """The first bad rows."""

    def repair(self, repairs: Sequence[Sequence[str]]) -> None:
        """Count what was done to some rows."""
        self.rows_repaired += sum(map(bool, repairs))
        for made in repairs:
            self.repaired.update(made)


class Index:
    """The sound rows of a source, in its order."""

    def __init__(self, source: Source, data: mmap, rules: Rules) -> None:
        self.source, self.data = source, data
        self.tally = Tally()
        self._rules = rules
        self._starts, self._lengths = array("Q"), array("I")
        self._how, self._ids, self._codes = array("B"), array("q"), array("I")
        self._code: defaultdict[bytes, int] = defaultdict(self._next_code)

    def extend(
        self, starts: list[int], ends: list[int], how: list[int], ids: list[bytes], abilities: list[bytes]
    ) -> None:
        """More rows, column by column."""
        self._starts.extend(starts)
        self._lengths.extend(map(sub, ends, starts))
        self._how.extend(how)
        self._ids.extend(map(hash, ids))
        self._codes.extend(map(self._code.__getitem__, abilities))

    def __len__(self) -> int:
        return len(self._starts)

    def _next_code(self) -> int:
        return len(self._code)

    @property
    def abilities(self) -> list[str]:
        """Each once."""
        return [ability.decode(errors="replace") for ability in self._code]

    @property
    def starts(self) -> NDArray[np.uint64]:
        """Byte offsets."""
        return np.frombuffer(self._starts, np.uint64)

    @property
    def lengths(self) -> NDArray[np.uint32]:
        return np.frombuffer(self._lengths, np.uint32)

    @property
    def how(self) -> NDArray[np.uint8]:
        return np.frombuffer(self._how, np.uint8)

    @property
    def ids(self) -> NDArray[np.int64]:
        """A hash of each id, the same in this process alone."""
        return np.frombuffer(self._ids, np.int64)

    def repeated_ids(self) -> int:
        """Rows that have the id of an earlier one."""
        ids = np.sort(self.ids)
        return int(np.count_nonzero(ids[1:] == ids[:-1]))

    @property
    def codes(self) -> NDArray[np.uint32]:
        """The ability of each row, as its place in `abilities`."""
        return np.frombuffer(self._codes, np.uint32)

    def raw(self, row: int) -> bytes:
        """A row as it stands in the file."""
        start = self._starts[row]
        return self.data[start : start + self._lengths[row]]

    def loaded(self, row: int) -> Mended:
        """A row as LLaVA reads it, without prefixes."""
        return mended(load(self.raw(row)), self.fallback_id(row), self._rules)

    def fallback_id(self, row: int) -> str:
        """For a row that has none: its number among the sound ones."""
        return f"{self.source.name}/{row + 1}"
