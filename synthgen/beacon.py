"""Says how far a run is, in status.json, for as long as its driver lives; and at the end how it ended."""

import os
import socket
import threading
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from synthgen.desk import RunDesk
from synthgen.errors import DiskError, Interrupted, SynthgenError
from synthgen.status import State, Status
from synthgen.store import Store

EVERY = 2.0
"""Seconds from one sign of life to the next, whether anything has changed or not."""
FILE = "status.json"


class Beacon:
    """To be used in a `with` block. Says nothing before the first update: not every driver makes a run."""

    def __init__(self, store: Store, desk: RunDesk) -> None:
        self._store, self._desk = store, desk
        self._status: Status | None = None
        self._beat = 0
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._go_on, name="synthgen-beacon", daemon=True)

    def __enter__(self) -> Self:
        return self

    def update(self, status: Status) -> None:
        """Cheap: it is written at the next beat."""
        first = self._status is None
        self._status = status
        if first:
            self._write(status)
            self._thread.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._status is None:
            return
        self._end.set()
        self._thread.join()
        state, said = _end_of(error or self._desk.stopped)
        self._write(replace(self._status, state=state, doing="", said=said, left=None, workers=(), worker_rates={}))

    def _go_on(self) -> None:
        while not self._end.wait(EVERY):
            if self._status is not None:
                self._write(self._status)

    def _write(self, status: Status) -> None:
        self._beat += 1
        signed = replace(
            status, host=socket.gethostname(), pid=os.getpid(), boot=boot(), time=time.time(), beat=self._beat
        )
        with suppress(DiskError):  # the run itself meets a full disk, and says so
            self._store.write_json(FILE, signed.to_json())


def _end_of(error: BaseException | None) -> tuple[State, str]:
    if error is None:
        return "finished", ""
    if isinstance(error, Interrupted | KeyboardInterrupt):
        return "interrupted", ""
    if isinstance(error, SynthgenError):
        return "stopped", str(error)
    # no word of it: who knows what it quotes
    return "stopped", f"a mistake in the program ({type(error).__name__}); where it ran, its traceback was printed"


def read_status(store: Store) -> Status | None:
    """What a driver said last; None where there is nothing that can be read."""
    try:
        said = store.read_json(FILE)
        return None if said is None else Status.of_json(said)
    except (DiskError, ValueError):  # no run depends on it
        return None


def boot() -> str:
    """Names the time since this machine was started; "" where the system has no word for it."""
    path = Path("/proc/sys/kernel/random/boot_id")
    return path.read_text().strip() if path.exists() else ""
