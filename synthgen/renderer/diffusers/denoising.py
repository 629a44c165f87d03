"""A batch of noise to pixels: denoised by the pipeline, decoded in its own sub-batches, looked at before it is cast.

The design is that of the record holders (MLPerf Inference 5.1, SDXL): large batches of fixed shape, small ones for the
VAE, and pixels that leave the GPU as bytes, on a second stream, while the next batch is on.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from synthgen.errors import DeviceLost
from synthgen.renderer.diffusers.encoding import Condition
from synthgen.renderer.diffusers.ladder import NoRoom
from synthgen.types import Pixels, Take

if TYPE_CHECKING:
    from synthgen.renderer.diffusers import Diffusers

VAE_BATCH = 8
"""Latents that are decoded together; more are slower at 1024 pixels, not faster."""
FLAT = 4 / 255
"""A decoded picture with a smaller range than this, of 1, shows nothing: most often it is black."""


@dataclass(frozen=True)
class Order:
    """A take, and what of it decides whose neighbour in a batch it can be."""

    take: Take
    width: int
    height: int
    guidance: float
    condition: Condition
    anew: bool = False
    """Its first noise gave no picture, and this is another."""

    @property
    def bucket(self) -> tuple[int, int, float, int]:
        return self.width, self.height, self.guidance, self.condition.tokens


@dataclass(frozen=True)
class Flight:
    """A batch that was begun; on a GPU it may still be at work."""

    orders: Sequence[Order]
    environment: str
    latents: Any
    decoded: Any
    """uint8, batch x height x width x 3, on the device."""
    pixels: Any
    """The same in the memory of the host, once `done` has happened."""
    sound: Any
    """bool, batch: whether each is finite, and shows something."""
    done: Any


class Denoiser:
    """Raises NoRoom where a batch does not fit, DeviceLost where the GPU reports an error."""

    def __init__(self, options: "Diffusers", pipe: Any, place: str) -> None:
        self._options, self._pipe, self._place = options, pipe, place
        self._copies: Any = None
        self._texts: Any = None
        if place.startswith("cuda"):
            import torch

            torch.cuda.set_device(place)
            self._copies, self._texts = torch.cuda.Stream(), torch.cuda.Stream()

    def beside(self, encode: Callable[[], list[Condition]]) -> list[Condition]:
        """What `encode` gives, computed on a GPU while the batch that was begun goes on, not after it."""
        if self._texts is None:
            return encode()
        import torch

        batches = torch.cuda.current_stream()
        with torch.cuda.stream(self._texts):
            conditions = encode()
        batches.wait_stream(self._texts)
        for condition in conditions:
            for tensor in condition.arguments.values():
                tensor.record_stream(batches)  # it may be freed only when the batches have read it
        return conditions

    def begin(self, orders: Sequence[Order], fill: int = 0, steps: int | None = None, environment: str = "") -> Flight:
        """Start a batch of one bucket; `fill` more pictures of the last order are drawn and dropped."""
        import torch

        with faults(), torch.no_grad():
            latents = self._latents([*orders, *[orders[-1]] * fill], steps or self._options.steps)[: len(orders)]
            decoded = [self._decoded(some, self._pipe.vae.dtype) for some in latents.split(VAE_BATCH)]
            pixels, sound = (torch.cat(parts) for parts in zip(*decoded, strict=True))
            return Flight(orders, environment, latents, pixels, *self._fetched(pixels, sound))

    def land(self, flight: Flight) -> list[tuple[Order, Pixels | None, Any]]:
        """Wait for a batch: each order with its pixels, None where the noise gave no picture, and with their tensor
        where that lies on a GPU.

        What was not sound is decoded once more in float32, in which fewer numbers overflow.
        """
        import torch

        with faults(), torch.no_grad():
            if flight.done is not None:
                flight.done.synchronize()
            found = []
            for i, order in enumerate(flight.orders):
                pixels, tensor, sound = flight.pixels[i], flight.decoded[i], bool(flight.sound[i])
                if not sound and bool(torch.isfinite(flight.latents[i]).all()):
                    pixels, sound = self._in_float32(flight.latents[i : i + 1])
                    tensor = None
                on_gpu = sound and tensor is not None and tensor.device.type != "cpu"
                found.append((order, np.asarray(pixels) if sound else None, tensor if on_gpu else None))
            return found

    def seconds(self, order: Order, batch: int) -> float:
        """That a picture takes in a batch of so many, judged by a few steps."""
        import time

        few = min(4, self._options.steps)
        began = time.perf_counter()
        self.land(self.begin([order] * batch, steps=few))
        return (time.perf_counter() - began) / batch * self._options.steps / few

    def _latents(self, orders: Sequence[Order], steps: int) -> Any:
        """Batch x channels x height / 8 x width / 8, in the scale of the VAE."""
        import torch

        first = orders[0]
        stacked = {
            name: torch.stack([order.condition.arguments[name] for order in orders]).to(self._place)
            for name in first.condition.arguments
        }
        (latents,) = self._pipe(
            **stacked,
            width=first.width,
            height=first.height,
            num_inference_steps=steps,
            guidance_scale=first.guidance,
            # on the CPU, one for each: neither the GPU nor the neighbours decide what noise a sample gets
            generator=[torch.Generator("cpu").manual_seed(order.take.seed) for order in orders],
            output_type="latent",
            return_dict=False,
        )[:1]
        if hasattr(self._pipe, "_unpack_latents"):
            latents = self._pipe._unpack_latents(latents, first.height, first.width, self._pipe.vae_scale_factor)
        return latents

    def _decoded(self, latents: Any, dtype: Any) -> tuple[Any, Any]:
        """uint8 pixels, batch x height x width x 3, and which of them are sound; on the device of the latents."""
        import torch

        vae = self._pipe.vae
        mean, std = (getattr(vae.config, name, None) for name in ("latents_mean", "latents_std"))
        scaled = latents.float() / vae.config.scaling_factor
        if mean is not None and std is not None:
            across = (torch.tensor(row, device=latents.device).view(1, -1, 1, 1) for row in (std, mean))
            scaled = scaled * next(across) + next(across)
        scaled = scaled + (getattr(vae.config, "shift_factor", None) or 0.0)
        image = vae.decode(scaled.to(dtype), return_dict=False)[0].float() / 2 + 0.5
        each = image.flatten(1)
        sound = torch.isfinite(each).all(1) & (each.amax(1) - each.amin(1) >= FLAT)
        return (image.clamp(0, 1) * 255).round().to(torch.uint8).permute(0, 2, 3, 1).contiguous(), sound

    def _in_float32(self, latents: Any) -> tuple[Any, bool]:
        import torch

        vae, usual = self._pipe.vae, self._pipe.vae.dtype
        try:
            vae.to(torch.float32)
            pixels, sound = self._decoded(latents, torch.float32)
        except torch.OutOfMemoryError:
            return None, False
        finally:
            vae.to(usual)
        return pixels[0].cpu(), bool(sound[0])

    def _fetched(self, *tensors: Any) -> tuple[Any, ...]:
        """Copies in the memory of the host, which are there when the event that comes last has happened."""
        import torch

        if self._copies is None:
            return *(tensor.cpu() for tensor in tensors), None
        self._copies.wait_stream(torch.cuda.current_stream())
        copies = []
        with torch.cuda.stream(self._copies):
            for tensor in tensors:
                copy = torch.empty(tensor.shape, dtype=tensor.dtype, pin_memory=True)
                copies.append(copy.copy_(tensor, non_blocking=True))
                tensor.record_stream(self._copies)
            return *copies, self._copies.record_event()


@contextmanager
def faults() -> Iterator[None]:
    """What torch raises, told apart: NoRoom for too little memory, DeviceLost for a GPU that is of no use any more."""
    import torch

    try:
        yield
    except RuntimeError as e:
        said = (str(e).splitlines() or [""])[0]
        if isinstance(e, torch.OutOfMemoryError) or "out of memory" in said or "can't allocate memory" in said:
            raise NoRoom(said) from e  # the last two: Apple's GPUs, and the CPU
        if isinstance(e, torch.AcceleratorError) or "CUDA error" in said:
            raise DeviceLost(said) from e
        raise
