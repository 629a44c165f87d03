"""How often somebody may do something."""

import time
from collections.abc import Callable

MOST = 10_000
"""Names that are remembered before those are forgotten whose turn it is anyway."""


class Limit:
    """So many a second on average, and `burst` at once (the generic cell rate algorithm, ATM Forum TM 4.0, 1996)."""

    def __init__(self, rate: float, burst: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._each, self._clock = 1 / rate, clock
        self._slack = (burst - 1) / rate
        self._free: dict[str, float] = {}

    def wait(self, name: str) -> float:
        """Takes a turn and gives 0; or takes none and gives the seconds until there is one."""
        now = self._clock()
        free = max(now, self._free.get(name, now))
        if free - now > self._slack:
            return free - now - self._slack
        if len(self._free) >= MOST:
            self._free = {name: at for name, at in self._free.items() if at > now}
        self._free[name] = free + self._each
        return 0.0
