"""Diffusion models that fail on purpose; importable by worker processes."""

import os
import signal
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from synthgen.renderer.diffusers import Diffusers
from synthgen.types import Device


@dataclass(frozen=True)
class Faulty(Diffusers):
    """A device with room for `room` pictures; noise that gives no picture; a process that is killed."""

    room: int = 1000
    nan_every: int = 0
    """Of so many seeds, one gives latents that are not a number."""
    half_overflows_every: int = 0
    """Of so many pictures, one overflows in the VAE unless it computes in float32."""
    black_from_take: int = 1000
    """Takes of this number and later ones are black."""
    dies_once: str = ""
    """A file; while it is missing, the first batch leaves it there and kills the process."""

    def open(self, device: Device) -> None:
        super().open(device)
        denoiser = self._studio._denoiser
        latents, decode = denoiser._latents, denoiser._pipe.vae.decode

        def some_latents(orders: Any, steps: int) -> Any:
            import torch

            if self.dies_once and not Path(self.dies_once).exists():
                Path(self.dies_once).touch()
                os.kill(os.getpid(), signal.SIGKILL)
            if len(orders) > self.room:
                raise torch.OutOfMemoryError(f"no room for {len(orders)}")
            found = latents(orders, steps)
            for i, order in enumerate(orders):
                if self.nan_every and order.take.seed % self.nan_every == 0:
                    found[i] = float("nan")
                if order.take.take >= self.black_from_take:
                    found[i] = -1e6
            return found

        def some_pixels(scaled: Any, return_dict: bool) -> Any:
            import torch

            (image,) = decode(scaled, return_dict=False)
            for i, one in enumerate(scaled):
                first = int(torch.nan_to_num(one.flatten()[0]).abs() * 1e4)
                if (
                    self.half_overflows_every
                    and first % self.half_overflows_every == 0
                    and scaled.dtype != torch.float32
                ):
                    image[i] = float("nan")
                if (one < -1e4).all():
                    image[i] = -1.0
            return (image,)

        denoiser._latents = some_latents
        denoiser._pipe.vae.decode = some_pixels
