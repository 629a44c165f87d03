"""The fleet of processes on this machine, one per GPU or core."""

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import wait

from synthgen.crew.hands import Fleet, Hand
from synthgen.crew.process import CLOSING, Process
from synthgen.kit.cores import cores
from synthgen.shards import Work
from synthgen.types import Device


@dataclass(eq=False)
class _Seat:
    """A place for one worker."""

    device: Device
    hand: Process | None = None

    @property
    def place(self) -> str:
        return f"{self.device.kind}:{self.device.index}"


class Processes(Fleet):
    """Each is replaced when it dies."""

    def __init__(self, devices: Callable[[Work], Sequence[Device]]) -> None:
        """`devices`: where this machine's workers go, one each."""
        self._devices = devices
        self._seats: list[_Seat] = []
        self._hired = 0

    def open(self, work: Work) -> None:
        if not self._seats:
            self._seats = [_Seat(device) for device in self._devices(work)]
            if len(self._seats) > 1:  # else the threads of each would wait for those of the others: torch takes all
                os.environ.setdefault("OMP_NUM_THREADS", str(max(1, cores() // len(self._seats))))

    def hire(self, work: Work, out: Collection[str]) -> Iterator[Hand]:
        for seat in self._seats:
            if seat.hand is None and seat.place not in out:
                seat.hand = Process(work, seat.device, f"{os.getpid()}-{self._hired}", seat.place)
                self._hired += 1
                yield seat.hand

    def wait(self, hands: Sequence[Hand], seconds: float) -> Sequence[Hand]:
        mine = [hand for hand in hands if isinstance(hand, Process)]
        happened = wait([sign for hand in mine for sign in hand.signs], seconds)
        return [hand for hand in mine if any(sign in happened for sign in hand.signs)]

    def bury(self, hand: Hand) -> None:
        hand.end(0)
        for seat in self._seats:
            if seat.hand is hand:
                seat.hand = None

    def close(self, hands: Sequence[Hand]) -> None:
        mine = [hand for hand in hands if isinstance(hand, Process)]
        for hand in mine:
            hand.pipe.close()  # all of them, before one is waited for
        for hand in mine:
            hand.end(0 if hand.held else CLOSING)
        self._seats.clear()
