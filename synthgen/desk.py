"""The Desk of a run: what LLM clients ask and leave there, and the brake that Ctrl-C pulls."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from synthgen.types import Reply


class RunDesk:
    """Ctrl-C or SIGTERM once: finish what is in flight, start nothing. Twice: drop it (it will be made again)."""

    def __init__(self) -> None:
        self._cancelled = False

    @property
    def cancelled(self) -> bool:
        return self._cancelled

    @contextmanager
    def listening(self) -> Iterator[None]:
        before = {wish: signal.signal(wish, self._hear) for wish in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for wish, handler in before.items():
                signal.signal(wish, handler)

    def _hear(self, number: int, frame: FrameType | None) -> None:
        if self._cancelled:
            raise KeyboardInterrupt
        self._cancelled = True

    def look_up(self, key: str) -> Reply | None:
        """Nothing is found here yet: the writers of this release are free, so there is nothing to pay twice."""
        return None

    def append(self, reply: Reply) -> None:
        """Nothing is kept here yet, for the same reason."""
