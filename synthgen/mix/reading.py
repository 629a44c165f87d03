"""From a file to its index: every row is accepted, mended, or listed with a reason."""

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from synthgen.errors import UsageError
from synthgen.kit.conversations import TAG
from synthgen.kit.cores import cores
from synthgen.mix.index import MENDED, PICTURE, Index, Listed
from synthgen.mix.leaks import Leaks
from synthgen.mix.marks import strange_in
from synthgen.mix.mend import BadRow, Rules, load, mended
from synthgen.mix.pictures import Pictures
from synthgen.mix.plain import ROW, SINGLE
from synthgen.mix.rows import Row
from synthgen.mix.scan import Found, Unreadable, found_in
from synthgen.types import Turn

WINDOW = 512
"""Rows that are looked at together."""
FIRST = 3
"""Bad rows of a source that a message names."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a row is not taken."""

    id: str
    reason: str
    detail: str = ""
    bad: bool = True
    """False: sound, but not wanted."""


class Window:
    """Some consecutive rows, column by column."""

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.how: list[int] = []
        self.ids: list[str | int] = []
        self.abilities: list[str] = []
        self.images: list[tuple[str, ...] | bytes] = []
        self.odd: dict[int, Any] = {}
        """Rows that are not in plain form, by their place; or why there is none."""

    def add(self, place: Found) -> None:
        row = place.plain
        self.starts.append(place.start)
        self.ends.append(place.end)
        if row is None:
            self.odd[len(self.ids)] = place.value
            self.put("", 0, "", ())
        else:
            id, number, image, ability = row.group("id", "number", "image", "ability")
            id = id.decode(errors="replace") if id else int(number)
            ability = ability.decode(errors="replace") if ability else ""
            self.put(id, PICTURE if image else 0, ability, image or ())

    def images_of(self, i: int) -> tuple[str, ...]:
        images = self.images[i]
        return (images.decode(),) if isinstance(images, bytes) else images

    def put(self, id: str | int, how: int, ability: str, images: tuple[str, ...] | bytes) -> None:
        self.ids.append(id)
        self.how.append(how)
        self.abilities.append(ability)
        self.images.append(images)


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
        window = Window()
        plain = SINGLE if self._rules.turns == 1 else ROW
        with ExitStack() as stack:
            opens = self._pictures.opens or (self._leaks and self._leaks.known.by_picture)
            each = stack.enter_context(ThreadPoolExecutor(cores())).map if opens else map
            try:
                for place in found_in(self._index.data, plain):
                    window.add(place)
                    if len(window.ids) == WINDOW:
                        self._take(window, each)
                        done(place.end)
                        window = Window()
            except Unreadable as e:
                line = self._line_of(e.at)
                raise UsageError(f"{self._index.source.place}, line {line}: {e}; get the file again, or mend it") from e
            self._take(window, each)

    def _take(self, window: Window, each: Callable[..., Iterable[Any]]) -> None:
        """Look closer where that is needed, list what is bad, and keep the rest."""
        if not window.ids:
            return
        faults = self._mended(window)
        for look in (self._unseen if self._pictures.looks else None, self._unwanted if self._leaks else None):
            if look:
                places = [i for i in range(len(window.ids)) if i not in faults]
                found = zip(places, each(partial(look, window), places), strict=True)
                faults |= {i: fault for i, fault in found if fault}
        self._list(window, faults)
        self._index.tally.read += len(window.ids)
        for column in (window.starts, window.ends, window.how, window.ids, window.abilities):
            for i in sorted(faults, reverse=True):
                del column[i]
        self._index.extend(window.starts, window.ends, window.how, window.ids, window.abilities)

    def _mended(self, window: Window) -> dict[int, Fault]:
        """The slow way, for rows that are not in plain form, or hold something strange."""
        faults: dict[int, Fault] = {}
        strange = np.flatnonzero(strange_in(self._bytes, window.starts, window.ends)).tolist()
        for i in sorted({*strange, *window.odd}):
            row = window.odd.get(i)
            try:
                if i not in window.odd:
                    row = load(self._index.data[window.starts[i] : window.ends[i]])
                elif isinstance(row, BadRow):
                    raise row
                found = mended(row, self._index.fallback_id(window.starts[i]), self._rules)
            except BadRow as e:
                faults[i] = Fault(_id_in(row), str(e), e.detail)
                continue
            self._index.tally.repaired.update(found.repairs)
            view = found.view
            window.ids[i], window.abilities[i], window.images[i] = found.row["id"], view.ability, view.images
            window.how[i] = MENDED * (found.row != row) + PICTURE * bool(view.images)
        return faults

    def _unseen(self, window: Window, i: int) -> Fault | None:
        """What speaks against the pictures of a row."""
        for path in window.images_of(i):
            if why := self._pictures.fault(path):
                return Fault(str(window.ids[i]), why, path)
        return None

    def _unwanted(self, window: Window, i: int) -> Fault | None:
        """The one place where a row that is sound may be refused all the same: it repeats a benchmark item."""
        assert self._leaks
        view = self._view(window, i)
        item = self._leaks.of(view, self._pictures.read(view.images))
        return Fault(view.id, "matches a benchmark", item, bad=False) if item else None

    def _view(self, window: Window, i: int) -> Row:
        row = load(self._index.data[window.starts[i] : window.ends[i]])
        if window.how[i] & MENDED:
            return mended(row, str(window.ids[i]), self._rules).view
        texts = [part["value"].replace(TAG, "").strip() for part in row["conversations"]]
        turns = tuple(map(Turn, texts[::2], texts[1::2]))
        return Row(str(window.ids[i]), window.images_of(i), turns, str(row.get("prompt") or ""), window.abilities[i])

    def _list(self, window: Window, faults: Mapping[int, Fault]) -> None:
        tally = self._index.tally
        for i, fault in sorted(faults.items()):
            row, line = tally.read + i + 1, self._line_of(window.starts[i])
            listed = Listed(self._index.source.name, row, line, fault.id, fault.reason, fault.detail)
            self._reject(listed)
            if fault.bad:
                tally.bad[fault.reason] += 1
                tally.first += [listed] if len(tally.first) < FIRST else []
            else:
                tally.refused += 1

    def _line_of(self, start: int) -> int:
        """From 1; to be asked in rising order."""
        self._line += int(np.count_nonzero(self._bytes[self._counted : start] == ord("\n")))
        self._counted = max(start, self._counted)
        return self._line


def _id_in(row: Any) -> str:
    return str(row.get("id", ""))[:80] if isinstance(row, dict) else ""
