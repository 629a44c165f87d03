"""A CPU that passes for two GPUs; importable by worker processes."""

import os
import signal
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from synthgen.renderer.diffusers import Diffusers
from synthgen.types import Device, Raster, Reject, Take


@dataclass(frozen=True)
class TwoGpus(Diffusers):
    """Notes which GPU drew what."""

    notes: str = ""
    dies: bool = False
    """GPUs begin together, and the second one's worker is killed at its second picture, once."""

    @property
    def devices(self) -> Sequence[Device]:
        return [Device("cuda", 0), Device("cuda", 1)]

    @property
    def on_gpu(self) -> bool:
        return True

    def open(self, device: Device) -> None:
        super().open(Device())
        vars(self)["_card"] = device.index
        (Path(self.notes) / f"opened {device.index}").touch()
        while self.dies and not all((Path(self.notes) / f"opened {one.index}").exists() for one in self.devices):
            time.sleep(0.02)

    def render(self, takes: Iterator[Take]) -> Iterator[Raster | Reject]:
        card, died = vars(self)["_card"], Path(self.notes) / "died"
        for number, answer in enumerate(super().render(takes)):
            (Path(self.notes) / f"{answer.id} by {card}").touch()
            if self.dies and card == 1 and number == 1 and not died.exists():
                died.touch()
                os.kill(os.getpid(), signal.SIGKILL)
            yield answer
