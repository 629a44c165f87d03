"""From a file to its index: every row is accepted, mended, or listed with a reason."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from synthgen.errors import UsageError
from synthgen.kit.conversations import TAG
from synthgen.kit.cores import cores
from synthgen.mix.index import MENDED, PICTURE, Index, Listed
from synthgen.mix.leaks import Leaks
from synthgen.mix.mend import BadRow, Rules, load, mended, printable
from synthgen.mix.pictures import Pictures
from synthgen.mix.plain import CAPTION, ROW
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

    def __init__(self, places: Sequence[Found]) -> None:
        found = [place[2].group("id", "number", "image", "ability") if place[2] else _NOTHING for place in places]
        self.starts = [place[0] for place in places]
        self.ends = [place[1] for place in places]
        self.how = [PICTURE if image else 0 for _, _, image, _ in found]
        self.ids = [id or number or b"" for id, number, _, _ in found]
        self.abilities = [ability or b"" for _, _, _, ability in found]
        self.images = [image or () for _, _, image, _ in found]
        """A path, or several; as bytes, or as texts."""
        self.odd = {i: place[3] for i, place in enumerate(places) if place[2] is None}
        """Rows that are not in plain form, by their place; or why there is none."""

    def id_of(self, i: int) -> str:
        return printable(self.ids[i].decode(errors="replace"))

    def images_of(self, i: int) -> tuple[str, ...]:
        images = self.images[i]
        return (images.decode(),) if isinstance(images, bytes) else images


_NOTHING = (None, None, None, None)


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
        places = found_in(self._index.data, CAPTION if self._rules.captions else ROW)
        with ExitStack() as stack:
            opens = self._pictures.opens or (self._leaks and self._leaks.known.by_picture)
            each = stack.enter_context(ThreadPoolExecutor(cores())).map if opens else map
            try:
                while some := list(islice(places, WINDOW)):
                    self._take(Window(some), each)
                    done(some[-1][1])
            except Unreadable as e:
                line = self._line_of(e.at)
                raise UsageError(f"{self._index.source.place}, line {line}: {e}; get the file again, or mend it") from e

    def _take(self, window: Window, each: Callable[..., Iterable[Any]]) -> None:
        """Look closer where that is needed, list what is bad, and keep the rest."""
        faults, repairs = self._mended(window)
        for look in (self._unseen if self._pictures.looks else None, self._unwanted if self._leaks else None):
            if look:
                places = [i for i in range(len(window.ids)) if i not in faults]
                found = zip(places, each(partial(look, window), places), strict=True)
                faults |= {i: fault for i, fault in found if fault}
        self._list(window, faults)
        self._index.tally.read += len(window.ids)
        self._index.tally.repair([made for i, made in repairs.items() if i not in faults])
        for column in (window.starts, window.ends, window.how, window.ids, window.abilities):
            for i in sorted(faults, reverse=True):
                del column[i]
        self._index.extend(window.starts, window.ends, window.how, window.ids, window.abilities)

    def _mended(self, window: Window) -> tuple[dict[int, Fault], dict[int, Sequence[str]]]:
        """The slow way, for rows that are not in plain form, and for windows that are not UTF-8: faults and repairs."""
        faults: dict[int, Fault] = {}
        repairs: dict[int, Sequence[str]] = {}
        readable = _is_utf8(self._bytes[window.starts[0] : window.ends[-1]])
        for i in window.odd if readable else range(len(window.ids)):
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
            repairs[i] = found.repairs
            view = found.view
            window.ids[i], window.abilities[i], window.images[i] = _bytes(view.id), _bytes(view.ability), view.images
            window.how[i] = MENDED * (found.row != row) + PICTURE * bool(view.images)
        return faults, repairs

    def _unseen(self, window: Window, i: int) -> Fault | None:
        """What speaks against the pictures of a row."""
        for path in window.images_of(i):
            if why := self._pictures.fault(path):
                return Fault(window.id_of(i), why, path)
        return None

    def _unwanted(self, window: Window, i: int) -> Fault | None:
        """The one place where a row that is sound may be refused all the same: it repeats a benchmark item."""
        assert self._leaks
        view = self._view(window, i)
        unseen = partial(self._index.tally.unseen.append, 1)  # which many threads may do at once
        item = self._leaks.of(view, self._pictures.read(view.images), unseen)
        return Fault(view.id, "matches a benchmark", item, bad=False) if item else None

    def _view(self, window: Window, i: int) -> Row:
        row = load(self._index.data[window.starts[i] : window.ends[i]])
        if window.how[i] & MENDED:
            return mended(row, window.id_of(i), self._rules).view
        texts = [part["value"].replace(TAG, "").strip() for part in row["conversations"]]
        turns = tuple(map(Turn, texts[::2], texts[1::2]))
        prompt, ability = str(row.get("prompt") or ""), window.abilities[i].decode()
        return Row(window.id_of(i), window.images_of(i), turns, prompt, ability)

    def _list(self, window: Window, faults: Mapping[int, Fault]) -> None:
        tally = self._index.tally
        for i, fault in sorted(faults.items()):
            row, line = tally.read + i + 1, self._line_of(window.starts[i])
            id = "" if fault.id == self._index.fallback_id(window.starts[i]) else fault.id  # it has none of its own
            listed = Listed(self._index.source.name, row, line, id, fault.reason, fault.detail)
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


def _is_utf8(part: NDArray[np.uint8]) -> bool:
    if part.max(initial=0) < 128:
        return True
    try:
        part.tobytes().decode()
    except UnicodeDecodeError:
        return False
    return True


def _bytes(text: str) -> bytes:
    return text.encode(errors="replace")  # half a surrogate pair is no UTF-8


def _id_in(row: Any) -> str:
    return printable(str(row.get("id", ""))[:80]) if isinstance(row, dict) else ""
