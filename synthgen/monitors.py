"""The contract of those who look on while a run works, and show it elsewhere: a dashboard, curves, sample pictures."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from synthgen.interfaces import Component
from synthgen.status import Status
from synthgen.types import Pixels


class MonitorLost(Exception):
    """A monitor cannot begin, or go on: why, in a line. It is told, and the run goes on without it."""


@dataclass(frozen=True, slots=True)
class RunAbout:
    """What a monitor may know of a run before it begins."""

    name: str
    folder: Path
    """Its own files lie in `monitor/` there."""
    facts: Mapping[str, str]
    """Version, abilities, backends: nothing secret, for whoever sees the figures."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A kept sample, to be looked at."""

    id: str
    prompt: str
    """Data of a language model: to be shown as it is, never as markup."""
    pixels: Pixels
    """Reduced."""

    @property
    def ability(self) -> str:
        return self.id.rpartition("-")[0]


@dataclass(frozen=True)
class Monitor(Component, ABC):
    """Called from one thread, which is its own: who waits there holds up nobody.

    The run goes on whatever happens here, so all that a library raises becomes MonitorLost, by name.
    """

    every: float
    """Seconds from one look at the run to the next."""

    @property
    def wanted(self) -> int:
        """How many kept samples of each ability it wants to be shown now and then; 0: no pictures."""
        return 0

    @abstractmethod
    def start(self, about: RunAbout, tell: Callable[[str], None]) -> str:
        """Get ready; gives where there is something to be seen. Raises MonitorLost.

        `tell`: something that a user wants to know, while the run goes on.
        """

    @abstractmethod
    def update(self, status: Status, step: int) -> None:
        """`step`: pictures so far, the rejected ones too, those of earlier drivers in the folder too; never falls.

        The last one comes when the run has ended, and says how. Raises MonitorLost.
        """

    def show(self, samples: Sequence[Shown], step: int) -> None:
        """Only called where pictures are wanted. Raises MonitorLost."""
