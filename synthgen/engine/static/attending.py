"""What the ranks other than 0 do: keep a worker process, hand it what the driver leases to it, and pass its words on.

The process is one of its own, so that a sample that kills it does not end the rank.
"""

import os
import signal
import socket
import sys
import time
from collections.abc import Sequence
from itertools import count
from multiprocessing.connection import wait
from pathlib import Path
from types import FrameType

from synthgen.crew.hands import Beat, Exit, Leave, Recall
from synthgen.crew.process import CLOSING, Process
from synthgen.engine.static.mailbox import Drivers, Hello, Membership, sessions, work_in
from synthgen.errors import DeviceError
from synthgen.kit.launchers import Group
from synthgen.kit.living import myself
from synthgen.kit.signals import heard_by
from synthgen.shards import ShardDone, ShardTask

IDLE, BUSY = 0.2, 1.0
"""The most seconds between two looks at its leases, for a worker that has none, and for one that has."""
SOON = 0.05
"""Seconds between two looks when something has just happened."""
TELL = 20.0
"""Seconds after which a sign of life is passed on; each is a file."""
NOTICE = 20.0
"""Seconds in which a worker whose machine is wanted back finishes what it has begun."""
LONG = 60.0
"""Seconds without a driver, after which a user should know what is waited for."""
_NUMBERS = count()


class _Dismissed(Exception):
    """The driver goes on without this worker; another one of this rank may come."""


def attend(us: Group, folders: Sequence[Path], patience: float) -> None:
    """Work in the runs that rank 0 makes in these folders, one after the other; it may leave some out.

    A driver that is killed and started again is followed. Raises DeviceError when none comes for `patience` seconds.
    """
    left = list(folders)
    notice, drivers = _Notice(), Drivers()
    with heard_by(notice.hear):  # rank 0 decides what an interrupted run still finishes
        while left and not notice.given:
            session, at = _session(us, left, patience, notice, drivers)
            if session is None:
                return
            try:
                left = left[at + 1 :] if _Rank(us, session, notice, drivers).work() else left[at:]
            except _Dismissed:
                left = left[at:]
                time.sleep(IDLE)


class _Notice:
    """That this machine is wanted back (SIGTERM). Ctrl-C is rank 0's matter."""

    given = 0.0
    """When; 0: not."""

    def hear(self, number: int, frame: FrameType | None) -> None:
        if number == signal.SIGTERM and not self.given:
            self.given = time.monotonic()


def _session(
    us: Group, folders: Sequence[Path], patience: float, notice: _Notice, drivers: Drivers
) -> tuple[Path | None, int]:
    """The one to work in, and in which folder it is; None when there is nothing to wait for."""
    launcher, began, told = os.getppid(), time.monotonic(), False
    while not notice.given:
        for at, folder in enumerate(folders):
            for session in sessions(folder):
                if (session / "end").exists():
                    if at == len(folders) - 1 and _launch_of(session) == us.launch:
                        return None, at  # the last run of this launch has ended before we came
                elif drivers.live(session):
                    return session, at
        if os.getppid() != launcher:
            raise DeviceError(f"rank {us.rank}: the launcher has ended; run the same command to go on")
        waited = time.monotonic() - began
        if waited > patience:
            line = f"rank {us.rank}: no driver in {folders[0]} for {patience:.0f} s; run the same command to go on"
            raise DeviceError(line)
        if not told and waited > LONG:
            told = True
            print(f"synthgen: rank {us.rank} waits for rank 0 to begin in {folders[0]}", file=sys.stderr)
        time.sleep(IDLE)
    return None, 0


def _launch_of(session: Path) -> str:
    try:
        return (session / "launch").read_text()
    except FileNotFoundError:
        return ""


class _Rank:
    """One worker of a session, until it ends, dies, or is not wanted any more."""

    def __init__(self, us: Group, session: Path, notice: _Notice, drivers: Drivers) -> None:
        self._us, self._notice, self._drivers = us, notice, drivers
        self._name = f"{socket.gethostname()}-{os.getpid()}-{next(_NUMBERS)}"
        self._session = session
        self._line = Membership(session, Hello(self._name, us.rank, myself()))
        self._child: Process | None = None
        """Started once the driver has admitted this worker: models take long to load."""
        self._told_to_leave = False
        self._held: set[str] = set()
        self._passed_on = time.monotonic()
        self._pause = SOON

    def work(self) -> bool:
        """Whether the run has ended in good order. Raises _Dismissed."""
        try:
            while True:
                if self._child:
                    wait(self._child.signs, self._pause)
                else:
                    time.sleep(self._pause)
                happened = self._pass_on() | self._hand_on()
                if self._child and self._child.exit is not None:
                    self._line.say(Exit(self._child.exit.code, gone=bool(self._notice.given)))
                    raise _Dismissed
                if self._line.ended:
                    if self._child:
                        self._child.end(CLOSING)
                    return True
                if not self._drivers.live(self._session):
                    line = f"synthgen: rank {self._us.rank}: rank 0 has ended; waiting for it to come back"
                    print(line, file=sys.stderr)
                    return False
                self._mind_the_notice()
                self._pause = SOON if happened else min(BUSY if self._held else IDLE, self._pause * 1.5)
        except FileNotFoundError as e:  # the session is gone, or our leases are
            raise _Dismissed from e
        finally:
            if self._child:
                self._child.end(0)

    def _pass_on(self) -> bool:
        """What the worker said, to the driver."""
        happened = False
        for said in self._child.said() if self._child else ():
            now = time.monotonic()
            if isinstance(said, Beat) and now - self._passed_on < TELL:
                continue
            if isinstance(said, ShardDone):
                self._held.discard(said.name)
            self._line.say(said)
            self._passed_on, happened = now, True
        return happened

    def _hand_on(self) -> bool:
        """What the driver told it, to the worker."""
        happened = False
        for told in self._line.told():
            if isinstance(told, ShardTask):
                self._held.add(told.name)
            elif isinstance(told, Recall):
                self._held.discard(told.name)
            elif isinstance(told, Leave):
                self._notice.given = self._notice.given or time.monotonic()
            if self._child:
                self._child.send(told)
            happened = True
        if self._child is None and self._line.admitted and not self._notice.given:
            work = work_in(self._session)
            self._child = Process(work, self._us.device(work.devices), self._name, f"rank {self._us.rank}")
        return happened

    def _mind_the_notice(self) -> None:
        """Have it finish, but not for long. Raises _Dismissed."""
        if not self._notice.given:
            return
        if self._child and not self._told_to_leave:
            self._told_to_leave = True
            self._child.send(Leave())
        if self._child is None or time.monotonic() - self._notice.given > NOTICE:
            self._line.say(Exit(gone=True, why=f"rank {self._us.rank} was taken back"))
            raise _Dismissed
