"""GPUs for tests: a renderer that believes to work on some, which are slow, fail, or do not load when told to."""

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from synthgen.errors import DeviceLost
from synthgen.types import Device, Raster, Reject, Take, index_of
from tests.doubles import Trouble


@dataclass(frozen=True)
class Cards(Trouble):
    """Pulls a batch, and answers it last take first. Beside what `Trouble` does."""

    cards: int = 2
    batch: int = 4
    slow: tuple[int, ...] = ()
    """Cards that take a fifth of a second for a batch."""
    fail: tuple[int, ...] = ()
    """Cards that fail at a batch, one entry for each time."""
    unloadable: tuple[int, ...] = ()
    """Cards that fail at each open."""
    together: bool = False
    """No card begins before all of them have been opened."""
    patient: tuple[int, ...] = ()
    """Cards that wait with a batch until each other card has got one."""
    cursed: tuple[int, ...] = ()
    """Indices that every card fails at."""

    @property
    def devices(self) -> Sequence[Device]:
        return [Device("cuda", i) for i in range(self.cards)]

    @property
    def on_gpu(self) -> bool:
        return True

    def open(self, device: Device) -> None:
        vars(self)["_card"] = device.index
        self._note(f"opened-{device.kind}-{device.index}")
        if device.index in self.unloadable:
            raise DeviceLost("CUDA error: out of order")

        if self.together:
            self._wait_for("opened-cuda", range(self.cards))

    def remarks(self) -> Sequence[str]:
        return vars(self).pop("_remarks", ())

    def render(self, takes: Iterator[Take]) -> Iterator[Raster | Reject]:
        card = int(vars(self)["_card"])
        while some := list(islice(takes, self.batch)):
            self._note(f"began-{card}")
            if card in self.patient:
                self._wait_for("began", range(self.cards))
            time.sleep(0.2 if card in self.slow else 0)
            if self._noted(f"lost-{card}") < self.fail.count(card):
                self._note(f"lost-{card}")
                raise DeviceLost("CUDA error: an illegal memory access")
            if any(index_of(take.id) in self.cursed for take in some):
                raise DeviceLost("CUDA error: device-side assert")
            self._note(f"by-{card}", len(some))
            vars(self)["_remarks"] = [f"a batch of {len(some)} on {card}"]
            yield from reversed(list(super().render(iter(some))))

    def _wait_for(self, what: str, cards: Iterable[int]) -> None:
        until = time.monotonic() + 60
        while not all(self._noted(f"{what}-{i}") for i in cards):
            assert time.monotonic() < until, "the others never came"
            time.sleep(0.02)

    def _note(self, name: str, times: int = 1) -> None:
        with (Path(self.notes) / name).open("a") as file:
            file.write("x" * times)

    def _noted(self, name: str) -> int:
        path = Path(self.notes) / name
        return len(path.read_text()) if path.exists() else 0
