"""The Desk of a run: the journal of what LLMs replied, the caps on what may be spent, and the brake that Ctrl-C pulls.

outputs/joke/replies/<host>-<pid>-<start>.jsonl    one reply a line, with its checksum, synced before anybody parses it
"""

import json
import math
import os
import socket
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from hashlib import blake2b
from pathlib import Path
from zlib import crc32

from synthgen.disk import disk_errors, sync_folder
from synthgen.errors import BudgetReached, DiskError, FolderInUse, Interrupted, SynthgenError, UsageError
from synthgen.kit import signals
from synthgen.kit.money import Bill, Pricing, shown
from synthgen.status import Status
from synthgen.types import Reply

FIELDS = tuple(field.name for field in fields(Reply) if field.name != "request")
"""Of a line of the journal."""
REMARKS = 5
"""What was told last, and is kept at hand."""


@dataclass(frozen=True)
class Budget:
    """What a run folder may cost in all, over however many runs. None: no cap."""

    usd: Decimal | None = None
    tokens: int | None = None
    gpu_hours: float | None = None


class RunDesk:
    """Ctrl-C or SIGTERM once: finish what is in flight, start nothing. Twice: drop it (it will be made again).

    Memory: an index entry per reply (about 130 bytes); the texts stay on disk.
    """

    def __init__(self, root: Path, budget: Budget | None = None, price: Pricing | None = None) -> None:
        """`price`: of replies that came when nobody knew it."""
        self._root = root
        self._price = price
        self._budget = budget or Budget()
        self._cancelled = False
        self._lock = threading.RLock()
        self._places: dict[int, int] | None = None
        """By hash of the key: offset of the line, and in the last 16 bits the number of the file."""
        self._files: list[Path] = []
        self._own = self._new_file()
        self.bill = Bill()
        """Of all replies in the folder; complete after the first look-up."""
        self.gpu_seconds = 0.0
        self.stopped: SynthgenError | None = None
        """Why the desk is cancelled, if not by a signal."""
        self.still_ours: Callable[[], None] = lambda: None
        """Raises FolderInUse if another driver has taken over the folder."""
        self.say: Callable[[str], None] = lambda line: None
        """Where `tell` goes."""
        self.log: Callable[[str], None] = lambda line: None
        """Where it is kept, for those who look on later."""
        self.show: Callable[[Status], None] = lambda status: None
        """Where it is told how far the run is, for those who look on from elsewhere."""
        self.kept: Callable[[], Mapping[str, Sequence[str]]] = dict
        """By ability, the ids that were kept so far, in order; lists that grow."""
        self.remarks: deque[str] = deque(maxlen=REMARKS)

    # the brake -------------------------------------------------------------------------------------------------------

    @property
    def cancelled(self) -> bool:
        return self._cancelled

    @property
    def interrupted(self) -> bool:
        """Cancelled by a signal, not because a budget is spent or a server is gone."""
        return self._cancelled and self.stopped is None

    def may_go_on(self, kept: str) -> None:
        """For work that can end between any two steps. `kept`: what becomes of that which is done.

        Raises Interrupted after a signal, FolderInUse if another driver has taken over the folder.
        """
        if self.interrupted:
            raise Interrupted(f"interrupted; {kept}. Run the same command to go on")
        if isinstance(self.stopped, FolderInUse):
            raise self.stopped

    @property
    def folder(self) -> Path:
        return self._root / "replies"

    def listening(self) -> AbstractContextManager[None]:
        return signals.listening(self.cancel)

    def cancel(self) -> None:
        """As one Ctrl-C does."""
        self._cancelled = True

    def stop(self, why: SynthgenError) -> None:
        """End the run as one Ctrl-C would, with a reason; the first reason stands."""
        self.stopped = self.stopped or why
        self._cancelled = True

    def tell(self, line: str) -> None:
        self.say(line)
        self.remarks.append(line)
        self.log(line)

    # the journal -----------------------------------------------------------------------------------------------------

    def look_up(self, key: str) -> Reply | None:
        """The reply that was kept for a request, in this run or in an earlier one on the same folder."""
        place = self._index().get(_number(key))  # without the lock: nobody waits for a sync
        if place is None:
            return None
        with self._files[place & 0xFFFF].open("rb") as file:
            file.seek(place >> 16)
            reply = _read(file.readline())
        return reply if reply is not None and reply.key == key else None

    def append(self, *replies: Reply) -> None:
        """Keep replies; returns when they are safe on disk. Raises DiskError."""
        lines = [_line(reply) for reply in replies]
        with self._lock:
            index = self._index()
            new = self._own not in self._files
            if new:
                self._files.append(self._own)
            number = self._files.index(self._own)
            try:
                with disk_errors(self._own), self._own.open("ab") as file:
                    offset = file.tell()
                    file.writelines(lines)
                    file.flush()
                    os.fsync(file.fileno())
                if new:
                    sync_folder(self.folder)
            except DiskError:
                self._own = self._new_file()  # the old one may end in half a line
                raise
            for reply, line in zip(replies, lines, strict=True):
                index[_number(reply.key)] = offset << 16 | number
                offset += len(line)
                self._count(reply)
        self._mind_the_budget()

    def replies(self) -> Iterator[Reply]:
        """All that was kept, notes of clients left out; memory: one reply."""
        for path in sorted(self.folder.glob("*.jsonl")):
            for _, reply in _lines(path):
                if reply.id:
                    yield self._priced(reply)

    def _new_file(self) -> Path:
        return self.folder / f"{socket.gethostname()}-{os.getpid()}-{time.time_ns():x}.jsonl"

    def _index(self) -> dict[int, int]:
        if self._places is not None:
            return self._places
        with self._lock:
            if self._places is None:
                places = {}
                for path in sorted(self.folder.glob("*.jsonl")):
                    self._files.append(path)
                    for offset, reply in _lines(path):
                        places[_number(reply.key)] = offset << 16 | (len(self._files) - 1)
                        self._count(reply)
                self._places = places  # whole, before others see it
            return self._places

    # the budget ------------------------------------------------------------------------------------------------------

    def open(self) -> None:
        """Read what earlier runs in this folder spent; stops at once where it was all."""
        with self._lock:
            self._index()
        self._mind_the_budget()

    def worked(self, seconds: float) -> None:
        """Count time that a GPU was at work."""
        self.gpu_seconds += seconds
        self._mind_the_budget()

    def _count(self, reply: Reply) -> None:
        if reply.id:  # without: a note of a client
            self.bill.add(self._priced(reply))

    def _priced(self, reply: Reply) -> Reply:
        usd = self._price(reply) if reply.usd is None and self._price else None
        return reply if usd is None else replace(reply, usd=format(usd, "f"))

    def _mind_the_budget(self) -> None:
        budget, bill = self._budget, self.bill
        if isinstance(self.stopped, BudgetReached):
            self.stopped = None  # what was in flight has come since: the sum is another
        if budget.usd is not None and bill.unpriced:
            self.stop(UsageError("budget.usd cannot be held: a reply came without a price; pass llm.price=..."))
        if budget.tokens is not None and bill.uncounted:
            self.stop(UsageError("budget.tokens cannot be held: the server counts no tokens; pass budget.tokens=null"))
        if budget.usd is not None and bill.usd >= budget.usd:
            self.stop(_reached("usd", budget.usd, bill.usd, f"{shown(bill.usd)} is spent"))
        if budget.tokens is not None and bill.tokens >= budget.tokens:
            self.stop(_reached("tokens", budget.tokens, bill.tokens, f"{bill.tokens:,} tokens are spent"))
        hours = self.gpu_seconds / 3600
        if budget.gpu_hours is not None and hours >= budget.gpu_hours:
            self.stop(_reached("gpu_hours", budget.gpu_hours, hours, f"{hours:.2f} GPU hours are spent"))


def _reached(cap: str, most: float | Decimal, spent: float | Decimal, said: str) -> BudgetReached:
    larger = math.ceil(2 * max(most, spent) * 100) / 100
    return BudgetReached(
        f"budget.{cap}={most} is reached: {said}. Everything is kept; to go on, run the same command "
        f"with a larger budget.{cap}",
        f"budget.{cap}={larger:.15g}",
    )


def _number(key: str) -> int:
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def _line(reply: Reply) -> bytes:
    said = json.dumps({name: getattr(reply, name) for name in FIELDS}, ensure_ascii=False)
    content = said.encode("utf-8", "surrogatepass")
    return b"%08x %s\n" % (crc32(content), content)


def _lines(path: Path) -> Iterator[tuple[int, Reply]]:
    offset = 0
    with path.open("rb") as file:
        for line in file:
            reply = _read(line)
            if reply is not None:
                yield offset, reply
            offset += len(line)


def _read(line: bytes) -> Reply | None:
    """None for a line that a crash cut short: its reply was never used either."""
    checksum, _, content = line.removesuffix(b"\n").partition(b" ")
    if checksum != b"%08x" % crc32(content):
        return None
    said = json.loads(content.decode("utf-8", "surrogatepass"))
    return Reply(**{name: said[name] for name in FIELDS if name in said})  # other versions may say more, or less
