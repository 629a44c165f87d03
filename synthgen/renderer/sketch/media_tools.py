"""What the art media are made with: levels, edges and textures. What depends on the size only is kept."""

import math
import random
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from synthgen.renderer.sketch.colours import RGB
from synthgen.renderer.sketch.keep import kept
from synthgen.renderer.sketch.planes import grown, joined, moved, planes, product, saturated

Floats = NDArray[np.float32]
Integers = NDArray[np.int32]
Pixels = NDArray[np.uint16] | NDArray[np.int32]
Size = tuple[int, int]
FULL = 130
"""Tones between dark and light, at which a picture has all the contrast that it needs."""
RESTORED = 0.65
"""Share of the missing contrast that a picture gets back before it is worked on."""
GAIN = 2.4
"""No more contrast than this: noise and bands would show."""
TURNS = (None, Image.Transpose.FLIP_LEFT_RIGHT, Image.Transpose.FLIP_TOP_BOTTOM, Image.Transpose.ROTATE_180)
SMALL = 300
"""Pictures up to so many pixels wide are worked on at their full size."""


def stretched(picture: Image.Image) -> Image.Image:
    """The picture with most of the missing contrast: fog stays fog, but one sees what is in it. Hues stay."""
    tones = np.asarray(picture.reduce(max(1, picture.width // 64)).convert("L"))
    rim = tones.shape[0] // 12
    ordered = np.sort(tones[rim : tones.shape[0] - rim, rim : tones.shape[1] - rim], axis=None)
    dark, light = float(ordered[len(ordered) // 50]), float(ordered[-len(ordered) // 50])
    if light - dark >= FULL:
        return picture
    low, high = dark * (1 - RESTORED), 255 - (255 - light) * (1 - RESTORED)
    gain = min(GAIN, (high - low) / max(1.0, light - dark))
    # One straight line for the three channels: the hue of every pixel stays.
    middle = (low + high) / 2
    levels = (np.arange(256) - (dark + light) / 2) * gain + middle
    clear = picture.point(np.clip(levels, 0, 255).astype(int).tolist() * 3)
    # Half of the gain in colour is taken back, or the tint of fog would turn white things pink.
    return saturated(clear, 1 / math.sqrt(gain))


def half(picture: Image.Image) -> Image.Image:
    """The picture at the size at which lines and washes are worked out: a small one is as large as it can be."""
    return picture.reduce(2) if picture.width > SMALL else picture


def fine(pictured: Image.Image) -> float:
    """What a pixel of half a picture of 512 pixels is in this half."""
    return min(1.0, pictured.width / 256)


def unit(picture: Image.Image) -> float:
    """What a pixel of a picture of 512 pixels is in this one."""
    return picture.width / 512


def array(picture: Image.Image) -> Floats:
    """The picture as floats, 0 to 255."""
    return np.asarray(picture, dtype=np.float32)


def image(pixels: Floats) -> Image.Image:
    """The floats as a picture, clipped."""
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def grow(picture: Image.Image, size: Size) -> Image.Image:
    """The picture at `size`, smoothly."""
    return picture if picture.size == size else grown(picture, size)


def multiply(picture: Image.Image, mask: Image.Image) -> Image.Image:
    """The picture darkened by a grey mask of its size."""
    return joined(product(planes(picture), np.asarray(mask)))


def relieved(picture: Image.Image, relief: Image.Image) -> Image.Image:
    """The picture lighter or darker where the grey relief is not 128."""
    heights = np.asarray(relief)
    up, down = np.maximum(heights, 128) - np.uint8(128), np.uint8(128) - np.minimum(heights, 128)
    return joined(moved(planes(picture), up, down))


def inked(picture: Image.Image, lines: Image.Image, colour: RGB) -> Image.Image:
    """The picture with lines of one colour over it; they may be of half its size."""
    return Image.composite(Image.new("RGB", picture.size, colour), picture, grow(lines, picture.size))


@lru_cache(maxsize=512)
def ramp(low: float, high: float, start: float = 0, end: float = 255) -> list[int]:
    """A table for `point`: `start` up to `low`, `end` from `high`, straight between."""
    return [round(v) for v in np.interp(np.arange(256), (low, high), (start, end))]


def largest(picture: Image.Image) -> Image.Image:
    """The largest channel of every pixel."""
    r, g, b = picture.split()
    return ImageChops.lighter(ImageChops.lighter(r, g), b)


def edges(picture: Image.Image, low: float = 18, high: float = 70) -> Image.Image:
    """Outlines of `half` the picture: white lines on black, grey where contrast is between the bounds."""
    return outlines(half(picture), low, high)


def outlines(small: Image.Image, low: float = 18, high: float = 70) -> Image.Image:
    """The same of a picture that is as small already."""
    w, h = small.size
    here = small.crop((0, 0, w - 1, h - 1))
    across = ImageChops.difference(here, small.crop((1, 0, w, h - 1)))
    down = ImageChops.difference(here, small.crop((0, 1, w - 1, h)))
    lines = Image.new("L", small.size)
    lines.paste(largest(ImageChops.lighter(across, down)).point(ramp(low, high)))
    return lines


def thick(lines: Image.Image, width: int = 3) -> Image.Image:
    """Bolder lines, by an odd number of pixels of a picture of 256; those of a small picture are bold as they are."""
    bold = np.array(lines)
    for _ in range(round((width // 2) * (fine(lines) - 0.1))):
        # Shifted maxima: a rank filter takes ten times as long.
        np.maximum(bold[1:], bold[:-1].copy(), out=bold[1:])
        np.maximum(bold[:-1], bold[1:].copy(), out=bold[:-1])
        np.maximum(bold[:, 1:], bold[:, :-1].copy(), out=bold[:, 1:])
        np.maximum(bold[:, :-1], bold[:, 1:].copy(), out=bold[:, :-1])
    return Image.fromarray(bold)


def softened(plane: Image.Image) -> Image.Image:
    """A grey picture, each pixel the mean of itself and its eight neighbours."""
    rows = np.pad(np.asarray(plane), 1, "edge").astype(np.uint16)
    tall = rows[1:] + rows[:-1]
    tall = tall[1:] + tall[:-1]
    wide = tall[:, 1:] + tall[:, :-1]
    return Image.fromarray(((wide[:, 1:] + wide[:, :-1]) >> 4).astype(np.uint8))


def drawn_lines(picture: Image.Image, low: float, high: float) -> Image.Image:
    """Outlines with a softer rim: bolder than `edges`, but eyes and mouths stay open."""
    thin = edges(picture, low, high)
    return ImageChops.lighter(thin, thick(thin).point(ramp(0, 255, 0, 110)))


def bold_lines(picture: Image.Image, low: float, high: float) -> Image.Image:
    """Outlines that are bold where they stand alone, thin where they are close together: a face stays a face."""
    thin = edges(picture, low, high)
    alone = thin.filter(ImageFilter.BoxBlur(5 * fine(thin))).point(ramp(44, 76, 255, 0))
    return ImageChops.lighter(thin, ImageChops.multiply(thick(thin), alone))


def levelled(picture: Image.Image, step: int) -> Image.Image:
    """The picture in few levels of light, `step` apart; hues stay."""
    return relieved(picture, picture.convert("L").point([128 + round(v / step) * step - v for v in range(256)]))


def details(small: Image.Image, size: Size, low: float = 26, high: float = 70, width: int = 3) -> Image.Image:
    """White where outlines, eyes and other small things of `half` a picture are, softly bounded, at `size`."""
    near = softened(thick(outlines(small, low, high), width))
    return grow(near.point(ramp(40, 200)), size)


def own_at_edges(
    picture: Image.Image, flat: Image.Image, tolerance: int = 26, where: Image.Image | None = None
) -> Image.Image:
    """`flat`, with the picture's own colour wherever the two differ: cells are cut where an outline runs.

    `where`: a mask of the places that this is done in.
    """
    off = largest(ImageChops.difference(picture, flat)).point(ramp(tolerance, tolerance + 16))
    return Image.composite(picture, flat, off if where is None else ImageChops.multiply(off, where))


@lru_cache(maxsize=64)
def _tones(stops: tuple[RGB, ...]) -> list[list[int]]:
    at, tones = np.linspace(0, 255, len(stops)), np.arange(256)
    return [np.interp(tones, at, [stop[k] for stop in stops]).astype(int).tolist() for k in range(3)]


def toned(grey: Image.Image, *stops: RGB) -> Image.Image:
    """A grey picture in the tones between the colours, dark to light."""
    return Image.merge("RGB", [grey.point(table) for table in _tones(stops)])


def _noise(size: Size, cell: int) -> Image.Image:
    cell = max(1, round(cell * min(1.0, size[0] / 256)))
    grid = (max(2, size[1] // cell), max(2, size[0] // cell))
    grains = np.random.default_rng(cell).integers(0, 256, grid, dtype=np.uint8)
    return Image.fromarray(grains).resize(size, Image.Resampling.BICUBIC)


_grain = kept(_noise)


def grain(size: Size, cell: int, rng: random.Random, low: int = 0, high: int = 255) -> Image.Image:
    """Fine grey noise whose grains are `cell` pixels wide, in small pictures less."""
    sheet = ImageChops.offset(_grain(size, cell), rng.randrange(size[0]), rng.randrange(size[1]))
    return sheet if (low, high) == (0, 255) else sheet.point(ramp(0, 255, low, high))


def clouds(size: Size, cell: float, rng: random.Random, low: int = 0, high: int = 255) -> Image.Image:
    """Grey noise of large soft patches, about `cell` pixels wide."""
    grid = (max(2, round(size[0] / cell)), max(2, round(size[1] / cell)))
    patches = Image.frombytes("L", grid, rng.randbytes(grid[0] * grid[1])).point(ramp(0, 255, low, high))
    return patches.resize(size, Image.Resampling.BICUBIC)


@kept
def _hatching(size: Size, step: float, turn: float, width: float) -> Image.Image:
    rng = random.Random(f"hatching {turn}")
    w, h = size
    paper = Image.new("L", (w * 2, h * 2), 255)
    draw = ImageDraw.Draw(paper)
    cos, sin, reach = math.cos(math.radians(turn)), math.sin(math.radians(turn)), 1.5 * max(w, h)
    at = -reach
    while at < reach:
        off = [rng.uniform(-0.25, 0.25) * step for _ in range(2)]
        ends = [
            (w + side * reach * cos - (at + d) * sin, h + side * reach * sin + (at + d) * cos)
            for side, d in zip((-1, 1), off, strict=True)
        ]
        draw.line(ends, fill=0, width=max(1, round(width * 2)))
        at += max(1.0, step) * 2 * rng.uniform(0.8, 1.2)
    return paper.reduce(2)


def hatching(size: Size, step: float, turn: float, width: float, rng: random.Random) -> Image.Image:
    """White paper with slightly shaky black strokes."""
    sheet = _hatching(size, step, turn, width)
    return sheet.transpose(Image.Transpose.ROTATE_180) if rng.random() < 0.5 else sheet


def compact(pixels: Integers, limit: int) -> Pixels:
    """Numbers below `limit`, in two bytes each where that does."""
    return pixels.astype(np.uint16) if limit <= 1 << 16 else pixels.astype(np.int32)


def taken(picture: Image.Image, source: Pixels) -> Image.Image:
    """The picture that takes each of its pixels from another one."""
    taken = np.asarray(picture.convert("RGBX")).view(np.uint32).ravel().take(source)
    return Image.frombytes("RGB", source.shape[::-1], taken.data, "raw", "RGBX")


def turned(picture: Image.Image, turn: int) -> Image.Image:
    """The picture in one of four ways; the same again turns it back. So one sheet serves as four."""
    way = TURNS[turn]
    return picture if way is None else picture.transpose(way)


@kept
def _wavering(size: Size, cell: int, reach: float) -> Pixels:
    w, h = size
    rows, columns = np.mgrid[0:h, 0:w]
    down, across = ((array(_noise(size, c)) / 127.5 - 1) * reach for c in (cell, cell + 1))
    row = np.clip(rows + down, 0, h - 1).astype(np.int32)
    return compact(row * w + np.clip(columns + across, 0, w - 1).astype(np.int32), w * h)


def wavering(picture: Image.Image, cell: int, reach: float, rng: random.Random) -> Image.Image:
    """The picture (RGB or grey) with straight edges that waver by up to `reach` pixels."""
    turn = rng.randrange(4)
    source = _wavering(picture.size, cell, reach)
    moved = taken(turned(picture, turn).convert("RGB"), source)
    return turned(moved.convert(picture.mode), turn)


@kept
def vignette(size: Size, floor: int) -> Image.Image:
    """White in the middle, down to `floor` in the corners."""
    rows, columns = np.mgrid[-1:1:96j, -1:1:96j]
    share = np.clip(np.hypot(rows, columns) - 0.55, 0, 0.85) / 0.85
    return grow(image((255 - (255 - floor) * share).astype(np.float32)), size)


def ragged(size: Size, margin: float, rng: random.Random, rough: float = 0.6) -> Image.Image:
    """A mask that is white but for an uneven margin, a share of the width."""
    part = 4 if size[0] > SMALL else 2
    small = (max(8, size[0] // part), max(8, size[1] // part))
    wobble = Image.blend(clouds(small, small[0] / 14, rng), clouds(small, small[0] / 60, rng), 0.3)
    bare = ImageChops.add(_inset(small, margin), wobble.point(ramp(0, 255, 0, 255 * rough)), 1, round(-255 * rough))
    sharp = grow(bare, (small[0] * 2, small[1] * 2)).point(ramp(0, 18))
    return grow(sharp, size)


@kept
def _inset(size: Size, margin: float) -> Image.Image:
    """Black at the rim, white from the margin on and a little further."""
    rows, columns = np.mgrid[0 : 1 : complex(0, size[1]), 0 : 1 : complex(0, size[0])]
    inner = np.minimum(np.minimum(rows, 1 - rows), np.minimum(columns, 1 - columns)) / margin
    return image((np.minimum(inner, 1) * 255).astype(np.float32))


def table(pairs: Sequence[RGB]) -> NDArray[np.uint32]:
    """For every colour, at four bits a channel, the nearest of a few; packed, for `nearest`."""
    steps = np.arange(16, dtype=np.float32) * 17
    space = np.stack(np.meshgrid(steps, steps, steps, indexing="ij"), axis=-1).reshape(-1, 1, 3)
    few = np.array(pairs, np.float32)
    best = (((space - few) * (1.0, 1.2, 0.8)) ** 2).sum(axis=2).argmin(axis=1)
    packed = np.zeros((len(few), 4), np.uint8)
    packed[:, :3] = few
    inks: NDArray[np.uint32] = packed.view(np.uint32).ravel()[best]
    return inks


def nearest(picture: Image.Image, colours: NDArray[np.uint32]) -> Image.Image:
    """The picture in the few colours of a table."""
    bits = np.asarray(picture) >> 4
    index = (bits[..., 0].astype(np.uint16) << 8) | (bits[..., 1].astype(np.uint16) << 4) | bits[..., 2]
    return Image.frombuffer("RGBX", picture.size, colours.take(index), "raw", "RGBX", 0, 1).convert("RGB")
