"""A worker that is a process of its own on this machine."""

import multiprocessing
import os
import signal
import socket
import threading
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

from synthgen.crew.hands import Exit, Hand, Said, Told
from synthgen.crew.serving import LOST, Line, serve
from synthgen.shards import Work
from synthgen.types import Device

CLOSING = 5.0
"""Seconds in which a worker that has nothing to do closes what it has opened."""


class Process(Hand):
    """The driver's end."""

    def __init__(self, work: Work, device: Device, name: str, place: str) -> None:
        super().__init__(name, place, socket.gethostname())
        context = multiprocessing.get_context("spawn")  # fork would copy CUDA and thread state
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(
            target=_live, args=(theirs, work, device, name), name=f"synthgen-{name}", daemon=True
        )
        self.process.start()
        theirs.close()

    @property
    def signs(self) -> list[Any]:
        """What to wait on for news of it."""
        return [self.pipe, self.process.sentinel]

    def send(self, told: Told) -> None:
        with suppress(OSError):  # it died a moment ago: that will be heard, and the shard goes out again
            self.pipe.send(told)

    def said(self) -> Iterator[Said]:
        ended = not self.process.is_alive()  # asked first: then nothing is missed below
        with suppress(EOFError, OSError):  # the end of a dead worker's pipe
            while self.pipe.poll():
                yield self.pipe.recv()
        if ended:
            self.exit = Exit(self.process.exitcode)

    def end(self, patience: float) -> None:
        self.pipe.close()
        self.process.join(patience)
        if self.process.is_alive():
            self.process.kill()
            self.process.join(CLOSING)  # one that waits for a dead disk does not end


class _Pipe(Line):
    """The worker's end."""

    def __init__(self, pipe: Connection) -> None:
        super().__init__()
        self._pipe = pipe
        self._one_at_a_time = threading.Lock()
        threading.Thread(target=self._listen, daemon=True).start()

    def say(self, said: Said) -> None:
        with self._one_at_a_time:
            self._pipe.send(said)

    def _listen(self) -> None:
        with suppress(EOFError, OSError):
            while True:
                self.hear(self._pipe.recv())
        self.hear(None)


def _live(pipe: Connection, work: Work, device: Device, name: str) -> None:
    for wish in (signal.SIGINT, signal.SIGTERM):
        signal.signal(wish, signal.SIG_IGN)  # the driver decides what an interrupted run still finishes
    threading.Thread(target=_follow_the_parent, daemon=True).start()
    serve(_Pipe(pipe), work, device, name)


def _follow_the_parent() -> None:
    """Nobody waits for what a killed driver's worker still renders, but the next run wants its GPU."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(LOST)
