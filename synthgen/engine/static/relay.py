"""One worker of a rank: a process that is handed what the driver leases to it, and whose words are passed on.

The process is one of its own, so that a sample that kills it does not end the rank.
"""

import signal
import time
import uuid
from multiprocessing.connection import wait
from pathlib import Path
from types import FrameType

from synthgen.crew.hands import Beat, Exit, Leave
from synthgen.crew.process import CLOSING, Process
from synthgen.engine.static.files import Gone, Pace
from synthgen.engine.static.session import Drivers, Hello, Membership, said_in
from synthgen.kit.launchers import Group
from synthgen.kit.living import myself

TELL = 20.0
"""Seconds after which a sign of life is passed on; each is a file."""
NOTICE = 18.0
"""Seconds in which a worker whose machine is wanted back finishes what it has begun."""


class Notice:
    """That this machine is wanted back (SIGTERM). Ctrl-C is rank 0's matter."""

    given: float | None = None
    """When."""

    def hear(self, number: int, frame: FrameType | None) -> None:
        if number == signal.SIGTERM and self.given is None:
            self.given = time.monotonic()


class Relay:
    """Of one session."""

    def __init__(self, us: Group, session: Path, drivers: Drivers, notice: Notice) -> None:
        """Raises Gone when the session has ended."""
        self._us, self._session, self._drivers, self._notice = us, session, drivers, notice
        self._name = f"rank{us.rank}-{uuid.uuid4().hex[:8]}"
        self._line = Membership(session, Hello(self._name, us.rank, myself()))
        self._child: Process | None = None
        self._pace = Pace()
        self._passed_on = time.monotonic()
        self._asked_to_leave = False
        self.refused = False
        """Whether the driver wants no other worker of this rank."""

    def work(self) -> None:
        """Until the worker or the driver has ended, or this machine is wanted back. Raises Gone."""
        patience = 0.0
        try:
            while self._drivers.live(self._session) and not self._is_over():
                if self._child:
                    wait(self._child.signs, self._pace.seconds)
                    self._pass_on(self._child)
                else:
                    time.sleep(self._pace.seconds)
                if self._pace.due():
                    self._hand_on()
        except Gone:
            patience = CLOSING if said_in(self._session, "end") else 0.0
            raise
        finally:
            if self._child:
                self._child.end(patience)

    def _is_over(self) -> bool:
        """Whether the worker has ended, of which the driver is told; asks it to leave where it should."""
        since = self._notice.given
        if self._child is None:
            return since is not None
        if self._child.exit is not None:
            self._line.say(Exit(self._child.exit.code, gone=since is not None))
            return True
        if since is not None and not self._asked_to_leave:
            self._asked_to_leave = True
            self._child.send(Leave())
        if since is not None and time.monotonic() - since > NOTICE:
            self._child.end(0)
            self._line.say(Exit(gone=True, why=f"rank {self._us.rank} was wanted back before its shard was done"))
            return True
        return False

    def _pass_on(self, child: Process) -> None:
        """What the worker said, to the driver."""
        for said in child.said():
            now = time.monotonic()
            if not isinstance(said, Beat):
                self._pace.happened()
            elif now - self._passed_on < TELL:
                continue
            self._line.say(said)
            self._passed_on = now

    def _hand_on(self) -> None:
        """What the driver told it, to the worker: which begins when it is hired, for models take long to load."""
        if self._child is None:
            if not self._line.hired():
                return
            work = self._line.work()
            self._child = Process(work, self._us.device(work.devices), self._name, f"rank {self._us.rank}")
        for told in self._line.told():
            self.refused = self.refused or isinstance(told, Leave)
            self._child.send(told)
            self._pace.happened()
