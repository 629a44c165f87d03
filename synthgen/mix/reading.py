"""From a file to its index: every row is accepted, mended, or listed with a reason."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from itertools import islice
from typing import Any, NamedTuple

import numpy as np

from synthgen.errors import UsageError
from synthgen.kit.conversations import TAG
from synthgen.kit.cores import cores
from synthgen.mix.index import MENDED, PICTURE, Index, Listed, Sound
from synthgen.mix.marks import marks_in
from synthgen.mix.mend import BadRow, Rules, load, mended
from synthgen.mix.pictures import PLAIN_PATH, Pictures
from synthgen.mix.plain import Gpt, Human, Plain
from synthgen.mix.rows import Row
from synthgen.mix.scan import Found, Unreadable, found_in

WINDOW = 512
"""Rows that are looked at together."""
FIRST = 3
"""Bad rows of a source that a message names."""
_TURNS = {n: [Human, Gpt] * (n // 2) for n in range(2, 514, 2)}

Refuse = Callable[[Row, bytes | None], str | None]
"""Why a sound row should not enter a mix, as in "matches benchmark item 17 of bench.parquet"; None for one that may.

It is given the row and the bytes of its first picture, where there is one.
"""


class Fault(NamedTuple):
    """A row that cannot be taken."""

    start: int
    id: str
    reason: str
    detail: str = ""


class Unclear(NamedTuple):
    """A row that has to be loaded to know what it is."""

    start: int
    end: int
    damage: str


class Reader:
    """Makes the index of one source."""

    def __init__(
        self,
        index: Index,
        rules: Rules,
        pictures: Pictures,
        reject: Callable[[Listed], None],
        refuse: Refuse | None = None,
    ) -> None:
        self._index, self._rules, self._pictures = index, rules, pictures
        self._reject, self._refuse = reject, refuse
        self._bytes = np.frombuffer(index.data, np.uint8)
        self._line, self._counted = 1, 0

    def read(self, done: Callable[[int], None]) -> None:
        """Go through the file; `done` is told how far. Raises UsageError where nobody can tell what follows."""
        # each row is decoded and forgotten before the next one is: decoded windows would not fit into caches
        rows = map(self._quick, found_in(self._index.data))
        with ExitStack() as stack:
            threads = stack.enter_context(ThreadPoolExecutor(cores())) if self._pictures.opens else None
            try:
                while window := list(islice(rows, WINDOW)):
                    judged: Iterable[Sound | Fault] = self._judged(window)
                    if self._pictures.looks:
                        judged = (threads.map if threads else map)(self._seen, judged)
                    self._index.extend([taken for row in judged for taken in self._taken(row)])
                    done(window[-1].end)
            except Unreadable as e:
                line = self._line_of(e.at)
                raise UsageError(f"{self._index.source.place}, line {line}: {e}; get the file again, or mend it") from e

    def _quick(self, place: Found) -> Sound | Unclear:
        """What most rows are: in plain form, and sound as far as their structure goes."""
        row, turns = place.plain, self._rules.turns
        if row and _is_sound(row) and (turns is None or len(row.conversations) == 2 * turns):
            if row.image:
                return Sound(place.start, place.end, PICTURE, row.id, row.ability, (row.image,))
            return Sound(place.start, place.end, 0, row.id, row.ability)
        return Unclear(place.start, place.end, place.damage)

    def _judged(self, window: Sequence[Sound | Unclear]) -> list[Sound | Fault]:
        """What the texts of some rows say for or against them."""
        tags, strange = marks_in(self._bytes, [row.start for row in window], [row.end for row in window])
        return [
            row if isinstance(row, Sound) and not odd and count == len(row.images) else self._mended(row)
            for row, count, odd in zip(window, tags, strange, strict=True)
        ]

    def _mended(self, place: Sound | Unclear) -> Sound | Fault:
        """The slow way."""
        row = None
        try:
            if isinstance(place, Unclear) and place.damage:
                raise BadRow(place.damage)
            row = load(self._index.data[place.start : place.end])
            found = mended(row, "", self._rules)
        except BadRow as e:
            return Fault(place.start, _id_in(row), str(e), e.detail)
        self._index.tally.repaired.update(found.repairs)
        view = found.view
        how = MENDED * (found.row != row) + PICTURE * bool(view.images)
        return Sound(place.start, place.end, how, found.row["id"], view.ability, view.images)

    def _seen(self, row: Sound | Fault) -> Sound | Fault:
        """With a look at its pictures."""
        for path in row.images if isinstance(row, Sound) else ():
            if fault := self._pictures.fault(path):
                return Fault(row.start, str(row.id), fault, path)
        return row

    def _taken(self, row: Sound | Fault) -> Iterator[Sound]:
        """The row, counted; or nothing, and it is listed."""
        tally = self._index.tally
        tally.read += 1
        if isinstance(row, Fault):
            tally.bad[row.reason] += 1
            listed = self._listed(row.start, row.id, row.reason, row.detail)
            tally.first += [listed] if len(tally.first) < FIRST else []
            self._reject(listed)
        elif self._refuse and (why := self._unwanted(row)):
            tally.refused += 1
            self._reject(self._listed(row.start, str(row.id), why))
        else:
            yield row

    def _unwanted(self, row: Sound) -> str | None:
        """The one place where a row that is sound may be refused all the same."""
        assert self._refuse
        view = mended(load(self._index.data[row.start : row.end]), str(row.id), self._rules).view
        seen = replace(view, images=self._pictures.under_root(view.images))
        return self._refuse(seen, self._pictures.read(view.images))

    def _listed(self, start: int, id: str, reason: str, detail: str = "") -> Listed:
        source = self._index.source
        return Listed(source.name, self._index.tally.read, self._line_of(start), id, reason, detail)

    def _line_of(self, start: int) -> int:
        """From 1; to be asked in rising order."""
        self._line += int(np.count_nonzero(self._bytes[self._counted : start] == ord("\n")))
        self._counted = max(start, self._counted)
        return self._line


def _is_sound(row: Plain) -> bool:
    """Whether a row in plain form is fit to be copied, if it holds one "<" per picture and nothing strange."""
    said = row.conversations
    if [*map(type, said)] != _TURNS.get(len(said)):
        return False
    for part in said:
        if part.value.isspace():
            return False
    return not row.image or (TAG in said[0].value and PLAIN_PATH.fullmatch(row.image) is not None)


def _id_in(row: Any) -> str:
    return str(row.get("id", ""))[:80] if isinstance(row, dict) else ""
