"""What the ranks other than 0 do: keep a worker for rank 0, hand its messages on, and tell how it ended."""

import os
import signal
import sys
import time
from collections.abc import Sequence
from multiprocessing.connection import Connection, wait
from pathlib import Path

from synthgen.engine.local.ranks import Ended, Group, call
from synthgen.engine.local.worker import CLOSING, Worker
from synthgen.errors import DeviceError
from synthgen.kit.signals import heard_by
from synthgen.shards import ShardTask

LOOK = 0.3
"""Seconds between two looks for rank 0."""
LONG = 60.0
"""Seconds without it, after which a user should know what is waited for."""


def attend(us: Group, folders: Sequence[Path]) -> None:
    """Work in the runs that rank 0 makes in these folders, one after the other; it may leave some out.

    Raises DeviceError when rank 0, or the launcher, ends without a word.
    """
    left = list(folders)
    while left:
        line, at = _rank_0(us, left)
        with heard_by(signal.SIG_IGN), line:  # rank 0 decides what an interrupted run still finishes
            try:
                _keep_a_worker(us, line)
            except (EOFError, OSError) as e:
                raise DeviceError(f"rank {us.rank}: rank 0 has ended; run the same command to go on") from e
        left = left[at + 1 :]


def _rank_0(us: Group, folders: Sequence[Path]) -> tuple[Connection, int]:
    """The line to it, and in which folder it is at work."""
    launcher, began, told = os.getppid(), time.monotonic(), False
    while os.getppid() == launcher:
        for at, folder in enumerate(folders):
            if line := call(us, folder):
                return line, at
        if not told and time.monotonic() - began > LONG:
            told = True
            print(f"synthgen: rank {us.rank} waits for rank 0 to begin in {folders[0]}", file=sys.stderr)
        time.sleep(LOOK)
    raise DeviceError(f"rank {us.rank}: the launcher has ended; run the same command to go on")


def _keep_a_worker(us: Group, line: Connection) -> None:
    """Hire and feed it as rank 0 says, until rank 0 says None. Raises EOFError or OSError when the line ends."""
    worker: Worker | None = None
    patience = 0.0
    try:
        while True:
            happened = wait([line, *(worker.signs if worker else ())])
            if line in happened:
                message = line.recv()
                if message is None:
                    patience = CLOSING
                    return
                if isinstance(message, ShardTask):
                    if worker:  # else it has just died, as rank 0 will read in a moment
                        worker.give(message)
                else:
                    work, name = message
                    worker = Worker.start(work, us.device(work.devices), name)
            if worker and any(sign in happened for sign in worker.signs):
                for said in worker.said():
                    line.send(said)
                if worker.exitcode is not None:
                    line.send(Ended(worker.exitcode))
                    worker.end(0)
                    worker = None
    finally:
        if worker:
            worker.end(patience)
