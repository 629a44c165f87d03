"""Says how far a run is, in status.json, for as long as its driver lives; and at the end how it ended."""

import threading
import time
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from dataclasses import replace
from types import TracebackType
from typing import Self

from synthgen.desk import RunDesk
from synthgen.errors import DiskError, FolderInUse, Interrupted, SynthgenError
from synthgen.kit.living import myself
from synthgen.kit.signals import last_words
from synthgen.status import StageStatus, State, Status
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
        self._dropped = ExitStack()
        self._dropped.enter_context(last_words(self._is_dropped))
        return self

    def _is_dropped(self) -> None:
        """Called as the process is ended at once."""
        if self._status is not None:
            self._end.set()
            self._write(ended(self._status, Interrupted("")))

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
        self._dropped.close()
        if self._status is None:
            return
        self._end.set()
        if self._thread.ident is not None:  # Ctrl-C may come during the first word
            self._thread.join()
        self._write(ended(self._status, error or self._desk.stopped))

    def _go_on(self) -> None:
        while not self._end.wait(EVERY):
            if self._status is not None:
                self._write(self._status)

    def _write(self, status: Status) -> None:
        self._beat += 1
        signed = status.to_json() | myself() | {"time": time.time(), "beat": self._beat}
        # the run itself meets a full disk, and a driver that has taken over, and says so
        with suppress(DiskError, FolderInUse):
            self._desk.still_ours()
            self._store.write_json(FILE, signed)


def ended(status: Status, error: BaseException | None) -> Status:
    """The last word of a driver that ends by this error, or without one."""
    state, said = _end_of(error)
    return replace(status, state=state, doing="", said=said, left=None, workers=(), worker_rates={})


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
        return Status.of_json(said) if said else None
    except (DiskError, ValueError):  # no run depends on it
        return None


def say_again(store: Store, n: int, stages: Sequence[StageStatus]) -> None:
    """Of a run that has come to its end: other thresholds have decided since."""
    if (status := read_status(store)) is not None:
        store.write_json(FILE, replace(status, n=n, stages=tuple(stages)).to_json())
