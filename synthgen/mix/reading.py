"""From a file to its index: every row is accepted, mended, or listed with a reason."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from itertools import islice
from typing import Any, NamedTuple

import numpy as np

from synthgen.errors import UsageError
from synthgen.kit.conversations import TAG
from synthgen.kit.cores import cores
from synthgen.mix.index import MENDED, PICTURE, Index, Listed, Sound
from synthgen.mix.leaks import Leaks
from synthgen.mix.marks import marks_in
from synthgen.mix.mend import BadRow, Rules, load, mended
from synthgen.mix.pictures import PLAIN_PATH, Pictures
from synthgen.mix.plain import Gpt, Human, Plain, plain
from synthgen.mix.rows import Row
from synthgen.mix.scan import Found, Unreadable, found_in
from synthgen.types import Turn

WINDOW = 512
"""Rows that are looked at together."""
FIRST = 3
"""Bad rows of a source that a message names."""
_TURNS = {n: [Human, Gpt] * (n // 2) for n in range(2, 514, 2)}


class Fault(NamedTuple):
    """A row that cannot be taken."""

    start: int
    id: str
    reason: str
    detail: str = ""
    sound: bool = False
    """It is in order, and not wanted all the same."""


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
        leaks: Leaks | None = None,
    ) -> None:
        self._index, self._rules, self._pictures = index, rules, pictures
        self._reject, self._leaks = reject, leaks
        self._bytes = np.frombuffer(index.data, np.uint8)
        self._line, self._counted = 1, 0

    def read(self, done: Callable[[int], None]) -> None:
        """Go through the file; `done` is told how far. Raises UsageError where nobody can tell what follows."""
        # each row is decoded and forgotten before the next one is: decoded windows would not fit into caches
        rows = map(self._quick, found_in(self._index.data))
        with ExitStack() as stack:
            opens = self._pictures.opens or (self._leaks and self._leaks.known.by_picture)
            each = stack.enter_context(ThreadPoolExecutor(cores())).map if opens else map
            try:
                while window := list(islice(rows, WINDOW)):
                    judged: Iterable[Sound | Fault] = self._judged(window)
                    if self._pictures.looks:
                        judged = each(self._seen, judged)
                    if self._leaks:
                        judged = each(self._wanted, judged)
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
        if not isinstance(row, Fault):
            yield row
            return
        listed = Listed(self._index.source.name, tally.read, self._line_of(row.start), row.id, row.reason, row.detail)
        if row.sound:
            tally.refused += 1
        else:
            tally.bad[row.reason] += 1
            tally.first += [listed] if len(tally.first) < FIRST else []
        self._reject(listed)

    def _wanted(self, row: Sound | Fault) -> Sound | Fault:
        """The one place where a row that is sound may be refused all the same: it repeats a benchmark item."""
        if isinstance(row, Fault) or not self._leaks:
            return row
        view = self._view(row)
        item = self._leaks.of(view, self._pictures.read(view.images))
        return Fault(row.start, str(row.id), "matches a benchmark", item, sound=True) if item else row

    def _view(self, row: Sound) -> Row:
        data = self._index.data[row.start : row.end]
        quick = None if row.how & MENDED else plain(memoryview(data))
        if quick is None:
            return mended(load(data), str(row.id), self._rules).view
        texts = [part.value.replace(TAG, "") for part in quick.conversations]
        return Row(str(row.id), row.images, tuple(map(Turn, texts[::2], texts[1::2])), quick.prompt, quick.ability)

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
