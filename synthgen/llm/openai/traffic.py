"""How many requests may be in flight, and when: one place decides for the whole client.

- The server asks to wait: nobody sends until then.
- Too many requests: half as many in flight, growing again with each round of answers.
- Failure upon failure: the circuit opens; one probe at a time goes out until one is answered.
"""

import asyncio
import random
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from synthgen.errors import OutageError
from synthgen.llm.openai.wire import Wait

NEVER_ANSWERED = 60.0
"""Seconds after which an address is given up where nobody ever answered, not even with an error."""
LONGEST_PAUSE = 8.0
"""Of one request between two tries."""
WORTH_TELLING = 2.0


@dataclass(frozen=True)
class Pace:
    """How patient a client is. Times in seconds."""

    backoff: float = 0.5
    """Before a second try, at most; each further one may take twice as long."""
    opens_after: int = 10
    """Failures in a row, or fewer that last for `lasting`: then the circuit opens."""
    lasting: float = 10.0
    probes: tuple[float, float] = (2.0, 30.0)
    """Between probes: at first, and at most."""
    never_answered: float = NEVER_ANSWERED


class Stopped(Exception):
    """The run ends: nothing more is sent."""


def jitter(tries: int, first: float = Pace.backoff) -> float:
    """Seconds before the next try: anything up to `first`, doubled with each failure (AWS's "full jitter")."""
    return random.uniform(0, _doubled(first, tries))  # timing alone: no data depends on it


def _doubled(first: float, times: int) -> float:
    return min(LONGEST_PAUSE, first * 2.0 ** min(times, 100))


class Traffic:
    """Of one event loop. After each `enter`: how it went, by `good` or `bad`, and then `leave`."""

    def __init__(self, most: int, max_outage: float, tell: Callable[[str], None], pace: Pace | None = None) -> None:
        self._most, self._max_outage, self._tell, self._pace = most, max_outage, tell, pace or Pace()
        self.limit = float(most)
        self._flying = 0
        self._waiting: deque[asyncio.Future[float]] = deque()
        self._alarm: asyncio.TimerHandle | None = None
        self._closed_until = 0.0
        self._last_cut = 0.0
        self._cuts = 0
        """Since the last good answer."""
        self._alive = False
        self._failures = 0
        self._first_failure = 0.0
        self._open = False
        self._probes = 0
        self._probe: float | None = None
        """When the one that is out was sent."""
        self.answered = 0
        """Good answers so far."""

    async def enter(self) -> float:
        """Wait for a place; gives the time of entry. Raises Stopped after `stop`."""
        if self._waiting or not self._has_room():
            place: asyncio.Future[float] = asyncio.get_running_loop().create_future()
            self._waiting.append(place)
            self._let_in()
            return await place
        return self._take()

    def leave(self, entered: float) -> None:
        self._flying -= 1
        if entered == self._probe:
            self._probe = None
        self._let_in()

    def stop(self) -> None:
        """Nobody who waits gets in any more."""
        while self._waiting:
            place = self._waiting.popleft()
            if not place.done():
                place.set_exception(Stopped())

    def good(self) -> None:
        """An answer came, whatever it said."""
        if self._open:
            self._tell("the server answers again")
        self._alive = True
        self.answered += 1
        self._failures = self._cuts = self._probes = 0
        self._open = False
        self.limit = min(float(self._most), self.limit + max(1.0, self._most / 20) / self.limit)
        self._let_in()

    def bad(self, why: Wait, entered: float) -> None:
        """A failure that passes. Raises OutageError when it has lasted too long."""
        now = time.monotonic()
        if why.limited and entered > self._last_cut:
            self.limit, self._last_cut, self._cuts = max(1.0, self.limit / 2), now, self._cuts + 1
            if not why.seconds:  # it does not say for how long
                self._pause(random.uniform(0.5, 1) * _doubled(self._pace.backoff / 4, self._cuts - 1), why)
        if why.seconds:
            self._pause(why.seconds, why)
        if not self._failures:
            self._first_failure = now
        self._failures += 1
        lasted, pace = now - self._first_failure, self._pace
        self._alive = self._alive or not why.silent
        if lasted > (self._max_outage if self._alive else min(self._max_outage, pace.never_answered)):
            raise OutageError(f"no good answer for {lasted:.0f} s ({why.said}); run the same command to go on")
        many = self._failures >= pace.opens_after or (self._failures > 2 and lasted > pace.lasting)
        if many and not self._open and not why.limited:
            self._open = True
            self._tell(f"the server fails ({why.said}); asking again every now and then")
        if self._open:
            self._close(min(pace.probes[1], _doubled(pace.probes[0], self._probes)))

    def _pause(self, seconds: float, why: Wait) -> None:
        if seconds > self._max_outage:
            raise OutageError(f"the server asks to wait {seconds:.0f} s ({why.said}); run the same command then")
        if seconds > WORTH_TELLING and time.monotonic() + seconds > self._closed_until + 1:
            self._tell(f"the server asks to wait: going on in {seconds:.0f} s")
        self._close(seconds)

    def _close(self, seconds: float) -> None:
        self._closed_until = max(self._closed_until, time.monotonic() + seconds)

    def _has_room(self) -> bool:
        if time.monotonic() < self._closed_until:
            return False
        return self._probe is None if self._open else self._flying < int(self.limit)

    def _take(self) -> float:
        now = time.monotonic()
        self._flying += 1
        if self._open:
            self._probe, self._probes = now, self._probes + 1
        return now

    def _let_in(self) -> None:
        while self._waiting and self._has_room():
            place = self._waiting.popleft()
            if not place.done():  # its task may have been cancelled
                place.set_result(self._take())
        if self._alarm is not None:
            self._alarm.cancel()
            self._alarm = None
        wait = self._closed_until - time.monotonic()
        if self._waiting and wait > 0:
            self._alarm = asyncio.get_running_loop().call_later(wait + 0.001, self._let_in)
