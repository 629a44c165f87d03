"""Ctrl-C and SIGTERM, as others than Python's own handlers hear them."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any


@contextmanager
def heard_by(handler: Callable[[int, FrameType | None], Any] | signal.Handlers) -> Iterator[None]:
    """Both go to the handler while the block lasts, and then to whom they went before. For the main thread."""
    before = {wish: signal.signal(wish, handler) for wish in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for wish, usual in before.items():
            signal.signal(wish, usual)
