"""Ctrl-C and SIGTERM. At the first, who listens ends in good order; at the second, or when that takes long, all ends.

What is dropped is made again by the next run: no folder depends on a good end.
"""

import atexit
import multiprocessing
import os
import select
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any, NoReturn

WISHES = (signal.SIGINT, signal.SIGTERM)
PATIENCE = 20.0
"""Seconds from the first to the end of the process: who takes a machine back gives little more."""
ECHO = 1.0
"""Seconds in which the other signal means the same: launchers that hear Ctrl-C pass a SIGTERM on."""
TWICE = 0.1
"""Seconds in which the same one means the same, faster than a finger: `timeout` sends it to its child, and to all."""
LAST = 1.0
"""Seconds for last words."""
INTERRUPTED = 130
_FINISHING = f"\nfinishing what is in flight, for {PATIENCE:.0f} seconds at most; once more drops it\n".encode()
_listeners: list[Callable[[], None]] = []
_last_words: list[Callable[[], None]] = []
_heard: list[int] = []
_ours = threading.Event()
"""Whether the process is, and may be ended."""
_raised = threading.Event()
"""Whether a signal came to our process where nobody listened."""


def program(goodbye: str) -> None:
    """This process is ours from now on. `goodbye`: what to say when what is unfinished is dropped.

    A thread minds the time, for the main one may be held up.
    """
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    _ours.set()
    for wish in WISHES:
        signal.signal(wish, _hear)
    signal.set_wakeup_fd(writer, warn_on_full_buffer=False)
    threading.Thread(target=_watch, args=(reader, goodbye), name="synthgen-signals", daemon=True).start()


def raised() -> bool:
    """Whether what went wrong since did so for a signal: libraries wrap KeyboardInterrupt in errors of their own."""
    return _raised.is_set()


def over(code: int) -> None:
    """Nothing is left to do but to end: who still wishes it gets it at once."""
    for wish in WISHES:
        signal.signal(wish, lambda *_: os._exit(code))
    atexit.register(_deaf)


def _deaf() -> None:
    """Python gives signals back their usual effect in the end, which would kill a run that has just finished well."""
    for wish in WISHES:
        signal.signal(wish, signal.SIG_IGN)


def end() -> NoReturn:
    """The end of an interrupted process, with its exit code.

    Python would kill itself by the signal if that came inside of `exec` or `eval`, as libraries use them.
    """
    for child in multiprocessing.active_children():
        child.kill()
    with suppress(OSError):  # nobody may be reading any more
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(INTERRUPTED)


@contextmanager
def listening(cancel: Callable[[], None]) -> Iterator[None]:
    """The first signal calls `cancel` while the block lasts, where else it raises KeyboardInterrupt.

    In a process that is not ours, the second one raises it, too. For the main thread.
    """
    _listeners.append(cancel)
    before = {wish: signal.signal(wish, _hear) for wish in WISHES}
    try:
        yield
    finally:
        _listeners.remove(cancel)
        for wish, usual in before.items():
            signal.signal(wish, usual)
        if not _ours.is_set():
            _heard.clear()


@contextmanager
def last_words(say: Callable[[], None]) -> Iterator[None]:
    """What is to be done while the block lasts if all that is unfinished is dropped: from a thread, for a moment."""
    _last_words.append(say)
    try:
        yield
    finally:
        _last_words.remove(say)


@contextmanager
def heard_by(handler: Callable[[int, FrameType | None], Any] | signal.Handlers) -> Iterator[None]:
    """Both go to the handler alone while the block lasts, and then to whom they went before. For the main thread."""
    waker = signal.set_wakeup_fd(-1)
    before = {wish: signal.signal(wish, handler) for wish in WISHES}
    try:
        yield
    finally:
        for wish, usual in before.items():
            signal.signal(wish, usual)
        signal.set_wakeup_fd(waker)


def _hear(number: int, frame: FrameType | None) -> None:
    _heard.append(number)
    first = len(_heard) == 1
    if first and _listeners:
        _listeners[-1]()
        with suppress(OSError):  # whoever read it may have heard Ctrl-C, too: `2>&1 | tee`
            os.write(2, _FINISHING)
    elif first or not _ours.is_set():
        if _ours.is_set():
            _raised.set()
        raise KeyboardInterrupt


def _watch(reader: int, goodbye: str) -> None:
    """Ends the process at the second signal, or some time after the first."""
    first, since = 0, 0.0
    while not first or (left := since + PATIENCE - time.monotonic()) > 0:
        if select.select([reader], [], [], left if first else None)[0]:
            number = os.read(reader, 1)[0]
            if first and number in WISHES and time.monotonic() - since > (TWICE if number == first else ECHO):
                break
            if not first and number in WISHES:
                first, since = number, time.monotonic()
    _drop(goodbye)


def _drop(goodbye: str) -> None:
    try:
        for child in multiprocessing.active_children():
            child.kill()
        for say in [*_last_words]:
            saying = threading.Thread(target=say, daemon=True)
            saying.start()
            saying.join(LAST)  # a disk that does not answer holds nobody up
        with suppress(OSError):
            os.write(2, (b"\x1b[?25h" if os.isatty(2) else b"") + f"\n{goodbye}\n".encode())  # a bar had hidden it
    finally:
        os._exit(INTERRUPTED)
