"""Takes to batches: of one size, guidance scale and length of text, as large as the GPU likes.

While a batch is on, the next takes are encoded and the one before is fetched; what fails is drawn again.
"""

import time
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any

from synthgen.errors import DeviceError
from synthgen.kit.hashes import seed_of
from synthgen.kit.prompt_text import sentence
from synthgen.kit.remembered import remember
from synthgen.renderer.diffusers import compiling
from synthgen.renderer.diffusers.denoising import Denoiser, Flight, Order, faults
from synthgen.renderer.diffusers.encoding import Encoder
from synthgen.renderer.diffusers.ladder import Ladder, NoRoom
from synthgen.types import Raster, Reject, Take

if TYPE_CHECKING:
    from synthgen.renderer.diffusers import Diffusers

AHEAD = 64
"""Takes whose texts are encoded together."""
TOLD, NAMED = 5, 12
"""Prompts whose words past the limit are named, and how many of their words; a run may have thousands."""


class Studio:
    """An open pipeline, and what goes through it."""

    def __init__(self, options: "Diffusers", pipe: Any, place: str) -> None:
        self._options, self._pipe, self._place = options, pipe, place
        self._encoder = Encoder(pipe, options.weights, AHEAD)
        self._denoiser = Denoiser(options, pipe, place)
        self._machine = _machine(place)
        self._about = f"{self._machine}, {options.model}, {options.dtype}, {options.quantize}"
        self._ladder = Ladder(self._about, options.batch)
        self._compiled: bool | None = None
        """None: not decided yet."""
        self._compiling_since: float | None = None
        self._cut = 0
        self._again: deque[Order] = deque()
        self._waiting: dict[Any, deque[Order]] = {}
        self.remarks: list[str] = []

    def render(self, takes: Iterator[Take]) -> Iterator[Raster | Reject]:
        """One answer per take. Raises DeviceLost, and DeviceError where not even one picture can be drawn."""
        flight: Flight | None = None
        while True:
            orders = self._next(takes)
            begun = self._begin(orders) if orders else None
            if isinstance(begun, Reject):
                yield begun
                begun = None
            if flight is not None:
                yield from self._land(flight)
            elif not orders:
                return
            flight = begun

    # what is drawn next ----------------------------------------------------------------------------------------------

    def _next(self, takes: Iterator[Take]) -> list[Order]:
        """A full batch; one that is not full where no more takes come; nothing where none is left."""
        while True:
            for order in self._again:
                self._waiting.setdefault(order.bucket, deque()).append(order)
            self._again.clear()
            for orders in self._waiting.values():
                if len(orders) >= (batch := self._batch(orders[0])):
                    return self._taken(orders, batch)
            some = list(islice(takes, AHEAD))
            if not some:
                most = max(self._waiting.values(), key=len, default=deque())
                return self._taken(most, self._batch(most[0])) if most else []
            self._again.extend(self._ordered(some))

    def _taken(self, orders: deque[Order], count: int) -> list[Order]:
        some = [orders.popleft() for _ in range(min(count, len(orders)))]
        self._waiting = {bucket: orders for bucket, orders in self._waiting.items() if orders}
        return some

    def _ordered(self, takes: Sequence[Take]) -> Iterator[Order]:
        texts = [self._text(take) for take in takes]
        pairs = [(text, self._negative(take)) for text, take in zip(texts, takes, strict=True)]
        try:
            with faults():
                conditions = self._denoiser.beside(lambda: self._encoder.encode(pairs))
        except NoRoom as e:
            raise DeviceError(f"renderer={self._options.name}: no room on {self._place} for the texts ({e})") from e
        for take, text, condition in zip(takes, texts, conditions, strict=True):
            if take.take == 0:
                self._tell_of_words(take, text)
            yield Order(take, *self._options.size_of(take), self._options.guidance_of(take), condition)

    def _text(self, take: Take) -> str:
        return sentence(take.prompt.fields) if self._options.prompt_form == "sentence" else take.prompt.text

    def _negative(self, take: Take) -> str:
        return take.prompt.negative if self._options.guidance_of(take) > 1 else ""  # without guidance nobody reads it

    def _tell_of_words(self, take: Take, text: str) -> None:
        if words := self._encoder.past_limit(text):
            self._cut += 1
            if self._cut <= TOLD:
                named = " ".join(words[:NAMED]) + (f" and {len(words) - NAMED} more" if len(words) > NAMED else "")
                more = "; of further prompts nothing is said" if self._cut == TOLD else ""
                self.remarks.append(f"{take.id}: no text encoder reads: {named}{more}")

    # drawing ---------------------------------------------------------------------------------------------------------

    def _begin(self, orders: list[Order]) -> Flight | Reject | None:
        """Start a batch; if it does not fit, its orders wait for a smaller one. Alone, a picture is given up."""
        first = orders[0]
        batch = self._batch(first)
        self._decide(first)
        fill = batch - len(orders) if self._compiled else 0
        made = [self._machine, f"batch {len(orders) + fill}", f"guidance {first.guidance:g}"]
        made += ["compiled"] if self._compiled else []
        try:
            flight = self._denoiser.begin(orders, fill, environment=", ".join(made))
            self._note_compilation()
            return flight
        except NoRoom as e:
            reason = str(e)
        except compiling.failures() as e:
            self.remarks.append(compiling.undo(self._pipe, self._options, e))
            self._compiled = False
            self._again.extend(orders)
            return None
        _free(self._place)
        if len(orders) == 1:
            return Reject(first.take.id, "picture", "out of memory", f"{_size(first)} pixels, alone: {reason}")
        smaller = self._ladder.too_large(_size(first), min(batch, len(orders)))
        self.remarks.append(f"no room for {len(orders)} pictures of {_size(first)}: {smaller} at a time from now on")
        self._again.extend(orders)
        return None

    def _decide(self, order: Order) -> None:
        """Before the first batch: compile or not."""
        if self._compiled is None:
            self._compiled = compiling.wanted(self._options, lambda: self._seconds(order))
            if self._compiled:
                self.remarks.append(f"compiling the model for {self._place}: the first batch takes minutes")
                compiling.compile(self._pipe, self._place)
                self._compiling_since = time.perf_counter()

    def _note_compilation(self) -> None:
        """After the first batch that ran compiled."""
        if self._compiling_since is not None:
            took = time.perf_counter() - self._compiling_since
            self._compiling_since = None
            remember(compiling.FILE, {self._about: round(took, 1)})
            self.remarks.append(f"compiled in {took:.0f} s")

    def _seconds(self, order: Order) -> float:
        known = self._ladder.seconds(_size(order))
        return self._denoiser.seconds(order, self._batch(order)) if known is None else known

    def _land(self, flight: Flight) -> Iterator[Raster | Reject]:
        for order, pixels, tensor in self._denoiser.land(flight):
            take = order.take
            if pixels is not None:
                yield Raster(take.id, pixels, take.seed, take.take, flight.environment, tensor)
            elif order.anew:
                yield Reject(take.id, "picture", "no picture", f"two kinds of noise gave none in {self._options.dtype}")
            else:
                other = replace(take, seed=seed_of(take.seed, "attempt", 1))
                self._again.append(replace(order, take=other, anew=True))

    def _batch(self, order: Order) -> int:
        """How many at a time; found out, and the model compiled, before the first batch of a size."""
        found = self._ladder.batch(_size(order))
        if found is not None:
            return found
        began = time.perf_counter()
        try:
            rung = self._ladder.climb(_size(order), lambda batch: self._denoiser.seconds(order, batch))
        except NoRoom as e:
            raise DeviceError(
                f"renderer={self._options.name}: not even one picture of {_size(order)} pixels fits on {self._place} "
                f"({e}); pass a smaller renderer.size"
            ) from e
        _free(self._place)
        took = time.perf_counter() - began
        self.remarks.append(f"{self._place}: {rung.batch} at a time of {_size(order)} pixels, found in {took:.0f} s")
        return rung.batch


def _size(order: Order) -> str:
    return f"{order.width}x{order.height}"


def _machine(place: str) -> str:
    """What the numbers are computed with."""
    import diffusers
    import torch

    device = torch.cuda.get_device_name(place) if place.startswith("cuda") else place
    return f"{device}, torch {torch.__version__}, diffusers {diffusers.__version__}"


def _free(place: str) -> None:
    import torch

    if place.startswith("cuda"):
        torch.cuda.empty_cache()
