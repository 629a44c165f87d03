"""What is to be seen of a run from outside: reads its folder, from any machine, and never disturbs its driver.

A driver says every two seconds how far it is. On its own machine one sees whether its process is there; from another
one, whether it goes on talking: the clocks of two machines need not agree.
"""

import json
import os
import socket
import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import Any

from synthgen import lock
from synthgen.beacon import FILE, read_status
from synthgen.desk import REMARKS
from synthgen.errors import UsageError
from synthgen.kit.living import Owner, alive
from synthgen.lookout.counted import counted
from synthgen.status import Status
from synthgen.store import Store

PATIENCE = 6.0
"""Seconds in which a driver that lives says something: three beats."""
LOOK = 0.25
"""Seconds between two looks for it."""
TAIL = 1 << 18
"""Bytes of the log in which remarks are looked for."""
_PROCESS = ("host", "pid", "where", "born")
_BEGINNING: dict[str, Any] = {"state": "working", "doing": "beginning", "said": "", "left": None}


@dataclass(frozen=True)
class Sight:
    """A run, as it is seen at one moment."""

    folder: Path
    status: Status
    age: float | None
    """Seconds since its driver said this, by this machine's clock; None: counted in the folder, now."""
    command: Sequence[str] = ()
    """The words that made it, after `python -m synthgen`; empty where no one knows them."""
    remarks: Sequence[str] = ()
    """What was told last, by whatever driver; the newest last."""

    @property
    def here(self) -> bool:
        """Whether its driver is, or was, on this machine."""
        return self.status.host in ("", socket.gethostname())

    @property
    def short(self) -> bool:
        """Whether fewer than n are kept of an ability."""
        return any(stage.done < self.status.n for stage in self.status.stages if stage.name == "selection")


def look(folder: Path) -> Sight:
    """Takes six seconds where it has to be seen whether a driver is alive.

    Raises UsageError for no run's folder, or one that cannot be read.
    """
    with _readable(folder):
        return _look(folder)


def _look(folder: Path) -> Sight:
    store = Store(folder)
    about = _about(store)
    status = _last_said(store)
    age = None if status is None else _age(folder)
    if status is not None and status.state == "working":
        status = _seen_alive(store, status, age or 0.0)
        age = _age(folder)
    if (status is None or status.state != "working") and (owner := _holder(store, status)):
        status = replace(status or counted(store), **_BEGINNING, host=owner["host"], pid=owner["pid"])
    elif status is None:
        status = counted(store)
    return Sight(folder, status, age, about.get("command", ()), _remarks(store))


def watch(folder: Path) -> Iterator[Sight]:
    """One sight after the other, as fast as they are asked for; the last one is of a run that works no more."""
    sight, store, changed = look(folder), Store(folder), time.monotonic()
    with _readable(folder):
        heard = _last_said(store)  # of a driver that begins: what the one before it said
    while sight.status.state == "working":
        yield sight
        with _readable(folder):
            status = _last_said(store)
            if status is not None and (heard is None or _newer(status, heard)):
                heard, changed = status, time.monotonic()
                sight = replace(sight, status=status, age=_age(folder), remarks=_remarks(store))
            elif time.monotonic() - changed > PATIENCE:
                sight, changed = look(folder), time.monotonic()
    yield sight


@contextmanager
def _readable(folder: Path) -> Iterator[None]:
    """A folder of somebody else, or one that was removed while one looked, is told in a line."""
    try:
        yield
    except OSError as e:
        raise UsageError(f"cannot read {e.filename or folder}: {e.strerror}; pass run=<a folder you may read>") from e


def _about(store: Store) -> dict[str, Any]:
    """run.json. Raises UsageError where there is none, or nothing has been made yet."""
    if not store.root.is_dir():
        raise UsageError(f"there is no folder {store.root}; pass run=outputs/<name>")
    about = store.read_json("run.json")
    if about is None:
        raise UsageError(f"{store.root} is not the folder of a run: it has no run.json")
    if "command" not in about and not (store.root / FILE).exists() and not lock.read(store.root / "lock"):
        raise UsageError(f"{store.root} holds no run yet, only a preview or an estimate")
    return about


def _last_said(store: Store) -> Status | None:
    os.listdir(store.root)  # else a network file system may show a file that was replaced half a minute ago
    return read_status(store)


def _remarks(store: Store) -> list[str]:
    """From the end of log.jsonl, so that it costs the same however long a run has worked."""
    path, found = store.root / "log.jsonl", deque[str](maxlen=REMARKS)
    with path.open("rb") if path.exists() else BytesIO() as file:
        file.seek(max(0, file.seek(0, os.SEEK_END) - TAIL))
        for line in file:
            if b'"event": "told"' in line:
                with suppress(ValueError, KeyError, TypeError):  # cut off at the beginning, or still being written
                    found.append(str(json.loads(line)["said"]))
    return list(found)


def _age(folder: Path) -> float | None:
    """Seconds since the file was written; the disk's clock may be another than ours, but none runs backwards."""
    path = folder / FILE
    return max(0.0, time.time() - path.stat().st_mtime) if path.exists() else None


def _holder(store: Store, spoke: Status | None) -> Owner | None:
    """Who holds the folder and is alive; one on another machine, if it renews its lock while we look.

    None for the one who spoke last: it has said how far it is.
    """
    first = lock.read(store.root / "lock")
    if first is None or (spoke and all(first.get(key, "") == getattr(spoke, key) for key in _PROCESS)):
        return None
    if (here := alive(first)) is not None:
        return first if here else None
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        time.sleep(LOOK)
        os.listdir(store.root)
        now = lock.read(store.root / "lock")
        if now != first:
            return now
    return None


def _seen_alive(store: Store, status: Status, age: float) -> Status:
    """What a driver says, or that it is dead: its process is gone, and nothing more is heard."""
    runs = _runs(status)
    if runs:
        return status
    until = time.monotonic() + (0.0 if runs is False and age > PATIENCE else PATIENCE)
    while time.monotonic() < until:
        time.sleep(LOOK)
        later = _last_said(store)
        if later is not None and (later.state != "working" or _newer(later, status)):
            return later
    return replace(status, state="dead", doing="", left=None)


def _runs(status: Status) -> bool | None:
    """Whether its driver is there, and not only what is left of it until its parent has heard of its end.

    None: it is, or was, on another machine.
    """
    more = {name: value for name in ("where", "born") if (value := getattr(status, name))}
    known = alive({"host": status.host, "pid": status.pid, **more})
    with suppress(OSError):  # it has just gone, or the system says nothing of processes
        left_over = Path(f"/proc/{status.pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
        return known and not left_over
    return known


def _newer(later: Status, before: Status) -> bool:
    return (later.host, later.pid, later.beat) != (before.host, before.pid, before.beat)
