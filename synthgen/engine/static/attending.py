"""What the ranks other than 0 do: find the driver of their run, work for it, and find the next one."""

import os
import socket
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from synthgen.engine.static.files import Gone, Pace
from synthgen.engine.static.relay import Notice, Relay
from synthgen.engine.static.session import Drivers, End, said_in, sessions
from synthgen.errors import DeviceError, Interrupted
from synthgen.kit.launchers import Group
from synthgen.kit.signals import heard_by

LONG = 60.0
"""Seconds without a driver, after which a user should know what is waited for."""


def attend(us: Group, folders: Sequence[Path], patience: float) -> None:
    """Work in the runs that rank 0 makes in these folders, one after the other; it may leave some out.

    A driver that ends in the middle of a run is waited for. Raises DeviceError when none comes for `patience` seconds,
    Interrupted when this machine is wanted back.
    """
    rank = _Rank(us, patience)
    with heard_by(rank.notice.hear):
        left = list(folders)
        while left and not rank.refused:
            left = rank.attend(left)


class _Rank:
    """One of those that a launcher started."""

    def __init__(self, us: Group, patience: float) -> None:
        self._us, self._patience = us, patience
        self._drivers = Drivers()
        self._launcher = os.getppid()
        self._who = f"rank {us.rank} on {socket.gethostname()}"
        self._worked = False
        self.notice = Notice()
        self.refused = False
        """The driver wants no more of it."""

    def attend(self, folders: list[Path]) -> list[Path]:
        """Work for the first driver that is found in them; gives the folders that are left to work in."""
        session, at = self._find(folders)
        if session is None:
            return folders[at + 1 :]
        self._worked, end = True, None
        try:
            relay = Relay(self._us, session, self._drivers, self.notice)
            relay.work()
            self.refused = relay.refused
        except Gone:
            end = said_in(session, "end")
            # who came by itself waits for a driver that was sent away; who came with it goes with it
            if isinstance(end, End) and (end.complete or not self._us.array):
                return folders[at + 1 :]
        if end is not None or not self._drivers.live(session):
            print(f"synthgen: {self._who}: rank 0 has ended; waiting for it to come back", file=sys.stderr)
        if self.refused:
            print(f"synthgen: {self._who}: rank 0 goes on without it, and says why", file=sys.stderr)
        return folders[at:]

    def _find(self, folders: Sequence[Path]) -> tuple[Path | None, int]:
        """A session whose driver lives, and in which folder it is; None for a run in which there is nothing left to do.

        Raises DeviceError, Interrupted.
        """
        began, told, pace = time.monotonic(), False, Pace()
        while self.notice.given is None:
            for at, session in [(at, one) for at, folder in enumerate(folders) for one in sessions(folder)]:
                end = said_in(session, "end")
                if end is None and self._drivers.live(session):
                    return session, at
                # who comes late finds the end of its own launch; another one may have left one behind, too
                own = isinstance(end, End) and end.launch and end.launch == self._us.launch
                if own and (end.complete or not self._us.array):
                    return None, at
            self._give_up(folders[0], time.monotonic() - began)
            if not told and time.monotonic() - began > LONG:
                told = True
                print(f"synthgen: {self._who} waits for rank 0 to begin in {folders[0]}", file=sys.stderr)
            time.sleep(pace.seconds)
        raise Interrupted(f"{self._who} leaves, as it was told to; run the same command to go on")

    def _give_up(self, folder: Path, waited: float) -> None:
        """Raises DeviceError where there is nothing to wait for any more."""
        if os.getppid() != self._launcher:
            raise DeviceError(f"{self._who}: the launcher has ended; run the same command to go on")
        # before it begins, rank 0 may have to fetch models; a launcher that started it would not leave us without it
        if waited > self._patience and (self._us.array or self._worked):
            why = f"rank 0 has not worked in {folder} for {self._patience:.0f} s"
            raise DeviceError(f"{self._who}: {why}; run the same command to go on, or wait longer: engine.patience=...")
