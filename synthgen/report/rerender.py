"""Pictures of a run, made once more: how far they are from the stored ones, in figures and as a sheet to look at."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from synthgen.build import Run
from synthgen.disk import replace
from synthgen.errors import UsageError
from synthgen.kit.marks import mark_of
from synthgen.kit.pictures import BrokenPicture, decode, encode, read_mark
from synthgen.store import Store
from synthgen.types import Device, Picture, Pixels, Prompt, Raster, Reject, Take, sample_id

TOLERANCE = 2.0
"""The mean difference, of 255, up to which a picture of a diffusion model counts as the same."""
NOTICEABLE = 2
"""A pixel that differs by more, of 255 in any channel, is counted."""
AMPLIFIED = 16
"""How many times stronger the sheet shows the difference."""
READABLE = 128
"""Pixels that a panel is wide at least: smaller pictures are shown larger."""
GAP, LABEL = 8, 16
"""Of the sheet, in pixels: between its panels, and the line of text above them."""


@dataclass(frozen=True)
class Difference:
    """Between two pictures of one size, over all pixels, of 255; red, green and blue."""

    mean: tuple[float, ...]
    largest: tuple[int, ...]
    share: float
    """Of the pixels: those that differ by more than NOTICEABLE."""


@dataclass(frozen=True)
class Again:
    """What came of making one picture again."""

    stored: Picture
    data: bytes
    """The new file; empty where the renderer rejected the sample."""
    difference: Difference | None
    """None where there is no new picture, or one of another size."""
    environment: str
    """That the new one was made in."""
    tolerance: float
    reason: str = ""
    """Why there is nothing to compare."""
    sheet: Path | None = None

    @property
    def identical(self) -> bool:
        """Byte for byte."""
        return self.data == self.stored.data

    @property
    def within(self) -> bool:
        """Whether it is the same picture, as far as the renderer promises that."""
        return self.difference is not None and float(np.mean(self.difference.mean)) <= self.tolerance


def rerender(run: Run, ids: Sequence[str]) -> Iterator[Again]:
    """Make the pictures one at a time, in this process. Each sheet is written to rerender/<id>.png in the run's folder.

    Raises UsageError with a line for each id that has no picture, and DeviceError.
    """
    store, found, mistakes = Store(run.folder), [], run.renderer.preflight()
    for id in ids:
        try:
            found.append(_stored(run, store, id))
        except UsageError as e:
            mistakes += e.mistakes
    if mistakes:
        raise UsageError(*mistakes)
    run.renderer.open(next(iter(run.renderer.devices), Device()))
    try:
        for prompt, picture in found:
            yield _again(run, prompt, picture)
    finally:
        run.renderer.close()


def changed(run: Run) -> list[str]:
    """In what the renderer is no longer the one that made the run: "renderer.version was 0.1.0, is 0.2.0"."""
    before = {key: value for key, value in run.fingerprint.items() if key.startswith("renderer.")}
    now = {f"renderer.{key}": value for key, value in run.renderer.identity().items()}
    other = [key for key in sorted({*before, *now}) if before.get(key) != now.get(key)]
    return [f"{key} was {before.get(key, 'unset')}, is {now.get(key, 'unset')}" for key in other]


def difference(one: Pixels, other: Pixels) -> Difference:
    """Of two pictures of one size."""
    apart = np.abs(one.astype(np.int16) - other)
    return Difference(
        mean=tuple(float(value) for value in apart.mean(axis=(0, 1))),
        largest=tuple(int(value) for value in apart.max(axis=(0, 1))),
        share=float((apart.max(axis=2) > NOTICEABLE).mean()),
    )


def sheet(one: Pixels, other: Pixels) -> Pixels:
    """Both pictures side by side and, where they are of one size, what is between them, amplified."""
    panels = [("stored", one), ("made again", other)]
    if one.shape == other.shape:
        apart = np.abs(one.astype(np.int16) - other) * AMPLIFIED
        panels.append((f"difference x {AMPLIFIED}", apart.clip(0, 255).astype(np.uint8)))
    larger = max(1, -(-READABLE // min(pixels.shape[1] for _, pixels in panels)))
    panels = [(label, pixels.repeat(larger, 0).repeat(larger, 1)) for label, pixels in panels]
    width = sum(pixels.shape[1] + GAP for _, pixels in panels) - GAP
    image = Image.new("RGB", (width, LABEL + max(pixels.shape[0] for _, pixels in panels)), "white")
    write, left = ImageDraw.Draw(image), 0
    for label, pixels in panels:
        write.text((left, 2), label, "black")
        image.paste(Image.fromarray(pixels), (left, LABEL))
        left += pixels.shape[1] + GAP
    return np.asarray(image)


def _again(run: Run, prompt: Prompt, stored: Picture) -> Again:
    """Rendered alone, from the noise of the stored picture, and encoded as that is."""
    (answer,) = run.renderer.render(iter([Take(stored.id, 0, prompt, stored.seed)]))
    environment = answer.environment if isinstance(answer, Raster) else ""
    tolerance = 0.0 if run.renderer.embedded else TOLERANCE
    if isinstance(answer, Reject):
        why = f"the renderer rejects it now: {_said(answer)}"
        return Again(stored, b"", None, environment, tolerance, why)
    mark = mark_of(prompt, run.renderer)
    data = _encoded(run, answer, stored, prompt)
    one, other = decode(stored.data), decode(data)
    path = run.folder / "rerender" / f"{stored.id}.png"
    replace(path, encode(sheet(one, other), "png", mark=mark if run.config.image.mark else None))
    if one.shape != other.shape:
        why = f"{other.shape[1]} x {other.shape[0]} pixels; stored are {one.shape[1]} x {one.shape[0]}"
        return Again(stored, data, None, environment, tolerance, why, path)
    return Again(stored, data, difference(one, other), environment, tolerance, "", path)


def _encoded(run: Run, raster: Raster, stored: Picture, prompt: Prompt) -> bytes:
    mark = mark_of(prompt, run.renderer) if read_mark(stored.data) else None
    return encode(raster.pixels, stored.format, run.config.image.quality, mark)


def _stored(run: Run, store: Store, id: str) -> tuple[Prompt, Picture]:
    """The prompt and the picture of an id. Raises UsageError where there is none, and says why."""
    name, _, number = id.rpartition("-")
    if name not in run.abilities or not number.isdecimal():
        raise UsageError(f"id={id}: the samples of {run.folder} are called {_called(run)}")
    index = int(number)
    id = sample_id(name, index)
    prompt = next(store.rows("prompts", name, index, index + 1), None)
    picture = next(store.rows("pictures", name, index, index + 1), None)
    for row, stage in ((prompt, "prompt"), (picture, "picture")):
        if isinstance(row, Reject):
            raise UsageError(f"id={id} has no picture: its {stage} was rejected, {_said(row)}")
    if not isinstance(prompt, Prompt):
        raise UsageError(f"id={id}: {run.folder} has no such sample; it went to {_last(store, name)}")
    if not isinstance(picture, Picture):
        raise UsageError(f"id={id} has no picture yet: let the run finish, with its own command")
    try:
        decode(picture.data)
    except BrokenPicture as e:
        raise UsageError(f"id={id}: its stored picture does not open ({e})") from e
    return prompt, picture


def _said(reject: Reject) -> str:
    return f"{reject.reason} ({reject.detail})" if reject.detail else reject.reason


def _called(run: Run) -> str:
    return ", ".join(sample_id(name, 0) for name in run.abilities) + " and so on"


def _last(store: Store, name: str) -> str:
    made = store.done("prompts", name)
    return sample_id(name, max(made)) if made else "none yet"
