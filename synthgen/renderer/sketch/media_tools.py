"""What the art media are made with: levels, edges, textures, and sheets of strokes or cells.

What depends on the size only is kept, in bytes and not in floats: under 15 MB in all for pictures of 512 pixels.
"""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter

from synthgen.renderer.sketch.colours import RGB

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


def stretched(picture: Image.Image) -> Image.Image:
    """The picture with most of the missing contrast: fog stays fog, but one sees what is in it. Hues stay."""
    tones = np.asarray(picture.reduce(max(1, picture.width // 64)).convert("L"))
    rim = tones.shape[0] // 12
    dark, light = np.percentile(tones[rim : tones.shape[0] - rim, rim : tones.shape[1] - rim], (2, 98))
    if light - dark >= FULL:
        return picture
    low, high = dark * (1 - RESTORED), 255 - (255 - light) * (1 - RESTORED)
    gain = min(GAIN, (high - low) / max(1.0, light - dark))
    # One straight line for the three channels: the hue of every pixel stays.
    middle = (low + high) / 2
    levels = (np.arange(256) - (dark + light) / 2) * gain + middle
    clear = picture.point(np.clip(levels, 0, 255).astype(int).tolist() * 3)
    # Half of the gain in colour is taken back, or the tint of fog would turn white things pink.
    return ImageEnhance.Color(clear).enhance(1 / math.sqrt(gain))


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
    return picture.resize(size, Image.Resampling.BILINEAR)


def multiply(picture: Image.Image, mask: Image.Image) -> Image.Image:
    """The picture darkened by a grey mask of its size."""
    return ImageChops.multiply(picture, mask.convert("RGB"))


def inked(picture: Image.Image, lines: Image.Image, colour: RGB) -> Image.Image:
    """The picture with lines of one colour over it; they may be of half its size."""
    return Image.composite(Image.new("RGB", picture.size, colour), picture, grow(lines, picture.size))


def ramp(low: float, high: float, start: float = 0, end: float = 255) -> list[int]:
    """A table for `point`: `start` up to `low`, `end` from `high`, straight between."""
    return [round(v) for v in np.interp(np.arange(256), (low, high), (start, end))]


def largest(picture: Image.Image) -> Image.Image:
    """The largest channel of every pixel."""
    r, g, b = picture.split()
    return ImageChops.lighter(ImageChops.lighter(r, g), b)


def edges(picture: Image.Image, low: float = 18, high: float = 70) -> Image.Image:
    """Outlines of the picture at half its size: white lines on black, grey where contrast is between the bounds."""
    small = picture.reduce(2)
    w, h = small.size
    here = small.crop((0, 0, w - 1, h - 1))
    across = ImageChops.difference(here, small.crop((1, 0, w, h - 1)))
    down = ImageChops.difference(here, small.crop((0, 1, w - 1, h)))
    lines = Image.new("L", small.size)
    lines.paste(largest(ImageChops.lighter(across, down)).point(ramp(low, high)))
    return lines


def thick(lines: Image.Image, width: int = 3) -> Image.Image:
    """Bolder lines, by an odd number of pixels."""
    bold = np.array(lines)
    for _ in range(width // 2):
        # Shifted maxima: a rank filter takes ten times as long.
        bold[1:] = np.maximum(bold[1:], bold[:-1])
        bold[:-1] = np.maximum(bold[:-1], bold[1:])
        bold[:, 1:] = np.maximum(bold[:, 1:], bold[:, :-1])
        bold[:, :-1] = np.maximum(bold[:, :-1], bold[:, 1:])
    return Image.fromarray(bold)


def drawn_lines(picture: Image.Image, low: float, high: float) -> Image.Image:
    """Outlines with a softer rim: bolder than `edges`, but eyes and mouths stay open."""
    thin = edges(picture, low, high)
    return ImageChops.lighter(thin, thick(thin).point(ramp(0, 255, 0, 110)))


def levelled(picture: Image.Image, step: int) -> Image.Image:
    """The picture in few levels of light, `step` apart; hues stay."""
    off = picture.convert("L").point([128 + round(v / step) * step - v for v in range(256)])
    return ImageChops.add(picture, off.convert("RGB"), 1, -128)


def details(picture: Image.Image, low: float = 26, high: float = 70, width: int = 3) -> Image.Image:
    """White where outlines, eyes and other small things are, softly bounded; of the picture's size."""
    near = thick(edges(picture, low, high), width).filter(ImageFilter.BoxBlur(1))
    return grow(near.point(ramp(40, 200)), picture.size)


def own_at_edges(picture: Image.Image, flat: Image.Image, tolerance: int = 26) -> Image.Image:
    """`flat`, with the picture's own colour wherever the two differ: cells are cut where an outline runs."""
    off = largest(ImageChops.difference(picture, flat))
    return Image.composite(picture, flat, off.point(ramp(tolerance, tolerance + 16)))


def toned(grey: Image.Image, *stops: RGB) -> Image.Image:
    """A grey picture in the tones between the colours, dark to light."""
    at, tones = np.linspace(0, 255, len(stops)), np.arange(256)
    tables = [np.interp(tones, at, [stop[k] for stop in stops]).astype(int).tolist() for k in range(3)]
    return Image.merge("RGB", [grey.point(table) for table in tables])


def _noise(size: Size, cell: int) -> Image.Image:
    grid = (max(2, size[1] // cell), max(2, size[0] // cell))
    grains = np.random.default_rng(cell).integers(0, 256, grid, dtype=np.uint8)
    return Image.fromarray(grains).resize(size, Image.Resampling.BICUBIC)


_grain = lru_cache(maxsize=10)(_noise)


def grain(size: Size, cell: int, rng: random.Random, low: int = 0, high: int = 255) -> Image.Image:
    """Fine grey noise whose grains are `cell` pixels wide."""
    sheet = ImageChops.offset(_grain(size, cell), rng.randrange(size[0]), rng.randrange(size[1]))
    return sheet if (low, high) == (0, 255) else sheet.point(ramp(0, 255, low, high))


def clouds(size: Size, cell: float, rng: random.Random, low: int = 0, high: int = 255) -> Image.Image:
    """Grey noise of large soft patches, about `cell` pixels wide."""
    grid = (max(2, round(size[0] / cell)), max(2, round(size[1] / cell)))
    patches = Image.frombytes("L", grid, rng.randbytes(grid[0] * grid[1])).point(ramp(0, 255, low, high))
    return patches.resize(size, Image.Resampling.BICUBIC)


@lru_cache(maxsize=10)
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


@dataclass(frozen=True)
class Sheet:
    """Strokes or cells that cover the picture."""

    source: Pixels
    """The pixel of the picture at half its size (counted row by row) that each pixel takes its colour from."""
    luck: NDArray[np.uint8]
    """How far each stroke's colour is off (128: not at all): a tile that repeats."""
    borders: NDArray[np.uint8]
    """White between two cells: a tile that repeats."""


def _compact(pixels: Integers, limit: int) -> Pixels:
    """Numbers below `limit`, in two bytes each where that does."""
    return pixels.astype(np.uint16) if limit <= 1 << 16 else pixels.astype(np.int32)


def _taken(picture: Image.Image, source: Pixels) -> Image.Image:
    """The picture that takes each of its pixels from another one."""
    taken = np.asarray(picture.convert("RGBX")).view(np.uint32).ravel().take(source)
    return Image.frombuffer("RGBX", source.shape[::-1], taken, "raw", "RGBX", 0, 1).convert("RGB")


def _repeated(tile: NDArray[np.uint8], size: Size) -> Image.Image:
    """A tile that fills `size`."""
    down, across = -(-size[1] // tile.shape[0]), -(-size[0] // tile.shape[1])
    return Image.fromarray(np.tile(tile, (down, across, *[1] * (tile.ndim - 2)))).crop((0, 0, *size))


def laid(picture: Image.Image, sheet: Sheet) -> Image.Image:
    """The picture in the strokes or cells of the sheet, each of one colour."""
    drawn = _taken(picture.reduce(2), sheet.source)
    return ImageChops.add(drawn, _repeated(sheet.luck, picture.size), 1, -128)


def borders(sheet: Sheet, size: Size) -> Image.Image:
    """White lines between the cells of the sheet."""
    return _repeated(sheet.borders, size)


def turned(picture: Image.Image, turn: int) -> Image.Image:
    """The picture in one of four ways; the same again turns it back. So one sheet serves as four."""
    way = TURNS[turn]
    return picture if way is None else picture.transpose(way)


def _sheet(size: Size, labels: Integers, x: Floats, y: Floats, luck: NDArray[np.float64]) -> Sheet:
    """Of one tile that continues itself: which stroke each pixel is of, and where those have their middle."""
    side = labels.shape[0]
    rows, columns = np.mgrid[0:side, 0:side]
    # The way to the middle of the stroke, over the tile's rim where that is shorter.
    down = (np.round(y[labels] - rows).astype(np.int32) + side // 2) % side - side // 2
    across = (np.round(x[labels] - columns).astype(np.int32) + side // 2) % side - side // 2
    w, h = size
    many = (-(-h // side), -(-w // side))
    row = np.clip(np.arange(h)[:, None] + np.tile(down, many)[:h, :w], 0, h - 1) // 2
    column = np.clip(np.arange(w)[None] + np.tile(across, many)[:h, :w], 0, w - 1) // 2
    wide, high = (w + 1) // 2, (h + 1) // 2
    between = (labels != np.roll(labels, -1, 0)) | (labels != np.roll(labels, -1, 1))
    off = np.clip(128 + luck, 0, 255).astype(np.uint8)[labels]
    return Sheet(_compact(row * wide + column, wide * high), off, between.astype(np.uint8) * 255)


def _luck(count: int, light: float, tint: float) -> NDArray[np.float64]:
    """How far each of `count` colours is off: equally in all channels, and in each by itself."""
    generator = np.random.default_rng(count)
    return generator.normal(0, light, (count, 1)) + generator.normal(0, tint, (count, 3))


@lru_cache(maxsize=12)
def strokes(size: Size, step: float, length: float, width: float, swirl: float, luck: tuple[float, float]) -> Sheet:
    """Brush strokes about `step` pixels apart; `swirl` is how far their direction turns. No length: round dots."""
    side = -(-max(size) // 3)
    rng = random.Random(f"strokes {step} {length}")
    count = max(2, round(side / max(1.5, step)))
    loose = 1.0 if length else 0.6
    spots = [
        ((i + loose * rng.random()) * side / count, (j + loose * rng.random()) * side / count)
        for i in range(count)
        for j in range(count)
    ]
    rng.shuffle(spots)
    tile = Image.new("I", (side, side))
    draw = ImageDraw.Draw(tile)
    reach = length / 2 + width
    for number, (x, y) in enumerate(spots):
        turn = 0.7 + swirl * (math.sin(x / side * math.tau) + math.cos(y / side * math.tau)) + rng.uniform(-0.25, 0.25)
        dx, dy = math.cos(turn) * length / 2, math.sin(turn) * length / 2
        # What crosses the tile's rim comes in on the other side.
        for mx in (x, *([x + side] if x < reach else []), *([x - side] if x > side - reach else [])):
            for my in (y, *([y + side] if y < reach else []), *([y - side] if y > side - reach else [])):
                if length:
                    draw.line([(mx - dx, my - dy), (mx + dx, my + dy)], fill=number, width=max(1, round(width)))
                else:
                    draw.ellipse([mx - width / 2, my - width / 2, mx + width / 2, my + width / 2], fill=number)
    x, y = np.array(spots, np.float32).T
    return _sheet(size, np.asarray(tile, np.int32), x, y, _luck(len(spots), *luck))


@lru_cache(maxsize=6)
def cells(size: Size, step: float, uneven: float, luck: tuple[float, float], tiles: int = 3) -> Sheet:
    """Cells about `step` pixels wide: square for `uneven` = 0, ever less regular up to 0.5."""
    side = -(-max(size) // tiles)
    count = max(2, round(side / step))
    pitch = side / count
    shift = np.random.default_rng(count).uniform(-uneven, uneven, (2, count, count)).astype(np.float32)
    rows, columns = np.mgrid[0:side, 0:side].astype(np.float32)
    row, column = (rows / pitch).astype(np.int32), (columns / pitch).astype(np.int32)
    best = np.full((side, side), np.inf, np.float32)
    labels = np.zeros((side, side), np.int32)
    for dy in (-1, 0, 1):
        for dx in (-1, 0, 1):
            j, i = (row + dy) % count, (column + dx) % count
            far = ((row + dy + 0.5 + shift[0, j, i]) * pitch - rows) ** 2
            far += ((column + dx + 0.5 + shift[1, j, i]) * pitch - columns) ** 2
            closer = far < best
            best[closer] = far[closer]
            labels[closer] = (j * count + i)[closer]
    y, x = ((shift + np.mgrid[0:count, 0:count] + 0.5) * pitch).reshape(2, -1)
    return _sheet(size, labels, x, y, _luck(count * count, *luck))


@lru_cache(maxsize=4)
def _wavering(size: Size, cell: int, reach: float) -> Pixels:
    w, h = size
    rows, columns = np.mgrid[0:h, 0:w]
    down, across = ((array(_noise(size, c)) / 127.5 - 1) * reach for c in (cell, cell + 1))
    row = np.clip(rows + down, 0, h - 1).astype(np.int32)
    return _compact(row * w + np.clip(columns + across, 0, w - 1).astype(np.int32), w * h)


def wavering(picture: Image.Image, cell: int, reach: float, rng: random.Random) -> Image.Image:
    """The picture (RGB or grey) with straight edges that waver by up to `reach` pixels."""
    turn = rng.randrange(4)
    source = _wavering(picture.size, cell, reach)
    moved = _taken(turned(picture, turn).convert("RGB"), source)
    return turned(moved.convert(picture.mode), turn)


@lru_cache(maxsize=4)
def vignette(size: Size, floor: int) -> Image.Image:
    """White in the middle, down to `floor` in the corners."""
    rows, columns = np.mgrid[-1:1:96j, -1:1:96j]
    share = np.clip(np.hypot(rows, columns) - 0.55, 0, 0.85) / 0.85
    return grow(image((255 - (255 - floor) * share).astype(np.float32)), size)


def ragged(size: Size, margin: float, rng: random.Random, rough: float = 0.6) -> Image.Image:
    """A mask that is white but for an uneven margin, a share of the width."""
    small = (max(8, size[0] // 2), max(8, size[1] // 2))
    wobble = Image.blend(clouds(small, small[0] / 14, rng), clouds(small, small[0] / 60, rng), 0.3)
    bare = ImageChops.add(_inset(small, margin), wobble.point(ramp(0, 255, 0, 255 * rough)), 1, round(-255 * rough))
    return grow(bare.point(ramp(0, 18)), size)


@lru_cache(maxsize=6)
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
