"""How many pictures at a time: tried out once for each GPU, model and size, and remembered by the machine.

Twice the batch is worth it as long as it draws clearly more pictures a second; beyond that it only costs memory.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import Annotated

from pydantic import Field, TypeAdapter, ValidationError

from synthgen.kit.remembered import recall, remember

LARGEST = 64
"""The record holders' batch (MLPerf Inference 5.1, SDXL)."""
GAIN = 1.04
"""So much faster per picture a rung has to be, to be taken."""
FILE = "batches"


class NoRoom(Exception):
    """A batch does not fit into the memory of the device."""


@dataclass(frozen=True)
class Rung:
    batch: Annotated[int, Field(ge=1, le=LARGEST)]
    seconds: Annotated[float, Field(gt=0)]
    """That a picture takes in such a batch."""


_RUNGS = TypeAdapter(dict[str, Rung])


def remembered() -> dict[str, dict[str, Rung]]:
    """What was found out on this machine, by what it depends on and by size; damaged entries are found out anew."""
    found = {}
    for about, rungs in recall(FILE).items():
        with suppress(ValidationError):
            found[about] = _RUNGS.validate_python(rungs)
    return found


class Ladder:
    """`about`: what the best batch depends on, in words: GPU, model, numbers. `fixed`: what the user wants, if so."""

    def __init__(self, about: str, fixed: int | None) -> None:
        self._about, self._fixed = about, fixed
        self._rungs = remembered().get(about, {})
        self._room: dict[str, int] = {}
        """By size: the largest batch that may still fit, since one did not."""

    def batch(self, size: str) -> int | None:
        """The batch for pictures of a size; None where it has to be found out."""
        rung = self._rungs.get(size)
        wanted = self._fixed or (rung.batch if rung else None)
        return wanted and min(wanted, self._room.get(size, wanted))

    def seconds(self, size: str) -> float | None:
        """That a picture takes; None where it was not measured."""
        rung = self._rungs.get(size)
        return rung.seconds if rung else None

    def climb(self, size: str, draw: Callable[[int], float]) -> Rung:
        """Find the best batch and remember it. `draw` draws a batch, and gives the seconds that a picture would take.

        Raises NoRoom where not even one picture fits.
        """
        best = Rung(1, self._timed(draw, 1))
        batch, in_vain = 2, 0
        while batch <= LARGEST and in_vain < 2:  # one slow rung may be bad luck
            try:
                rung = Rung(batch, self._timed(draw, batch))
            except NoRoom:
                break
            if rung.seconds * GAIN <= best.seconds:
                best, in_vain = rung, 0
            else:
                in_vain += 1
            batch *= 2
        self._keep(size, best)
        return best

    def too_large(self, size: str, batch: int) -> int:
        """The half of a batch that did not fit, from now on; remembered where the user has not fixed it."""
        self._room[size] = max(1, batch // 2)
        rung = self._rungs.get(size)
        if rung and self._fixed is None:
            self._keep(size, Rung(self._room[size], rung.seconds))
        return self._room[size]

    def _timed(self, draw: Callable[[int], float], batch: int) -> float:
        draw(batch)  # the first time, libraries look for their fastest kernels
        return draw(batch)

    def _keep(self, size: str, rung: Rung) -> None:
        self._rungs[size] = rung
        remember(FILE, {self._about: {size: asdict(rung) for size, rung in self._rungs.items()}})
