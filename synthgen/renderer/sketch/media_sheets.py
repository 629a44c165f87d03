"""Sheets of brush strokes, dots and tiles that a picture is laid in."""

import math
import random
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from synthgen.renderer.sketch.keep import kept
from synthgen.renderer.sketch.media_tools import SMALL, Floats, Integers, Pixels, Size, compact
from synthgen.renderer.sketch.planes import Bytes, moved


@dataclass(frozen=True)
class Sheet:
    """Strokes or cells that cover the picture."""

    source: Pixels
    """The pixel of `half` the picture (counted row by row) that each pixel takes its colour from."""
    up: Bytes
    down: Bytes
    """How much lighter and darker than there each stroke is: a tile that repeats, of four channels."""
    borders: NDArray[np.uint8]
    """White between two cells: a tile that repeats."""


def _repeated(tile: NDArray[np.uint8], size: Size) -> Image.Image:
    """A tile that fills `size`."""
    down, across = -(-size[1] // tile.shape[0]), -(-size[0] // tile.shape[1])
    return Image.fromarray(np.tile(tile, (down, across, *[1] * (tile.ndim - 2)))).crop((0, 0, *size))


def laid(small: Image.Image, sheet: Sheet) -> Image.Image:
    """A picture, given as `half` of it, in the strokes or cells of the sheet, each of one colour."""
    drawn = (
        np.asarray(small.convert("RGBX"))
        .view(np.uint32)
        .ravel()
        .take(sheet.source)
        .view(np.uint8)
        .reshape(*sheet.source.shape, 4)
    )
    side = len(sheet.up)
    for y in range(0, drawn.shape[0], side):
        for x in range(0, drawn.shape[1], side):
            part = drawn[y : y + side, x : x + side]
            high, wide = part.shape[:2]
            part[...] = moved(part, sheet.up[:high, :wide], sheet.down[:high, :wide])
    return Image.frombytes("RGB", sheet.source.shape[::-1], drawn.data, "raw", "RGBX")


def borders(sheet: Sheet, size: Size) -> Image.Image:
    """White lines between the cells of the sheet."""
    return _repeated(sheet.borders, size)


def _sheet(size: Size, labels: Integers, x: Floats, y: Floats, luck: NDArray[np.float64]) -> Sheet:
    """Of one tile that continues itself: which stroke each pixel is of, and where those have their middle."""
    side = labels.shape[0]
    rows, columns = np.mgrid[0:side, 0:side]
    # The way to the middle of the stroke, over the tile's rim where that is shorter.
    below = (np.round(y[labels] - rows).astype(np.int32) + side // 2) % side - side // 2
    across = (np.round(x[labels] - columns).astype(np.int32) + side // 2) % side - side // 2
    w, h = size
    many = (-(-h // side), -(-w // side))
    part = 2 if w > SMALL else 1
    row = np.clip(np.arange(h)[:, None] + np.tile(below, many)[:h, :w], 0, h - 1) // part
    column = np.clip(np.arange(w)[None] + np.tile(across, many)[:h, :w], 0, w - 1) // part
    wide, high = (w + part - 1) // part, (h + part - 1) // part
    between = (labels != np.roll(labels, -1, 0)) | (labels != np.roll(labels, -1, 1))
    off = np.pad(np.clip(luck, -127, 127).astype(np.int16), ((0, 0), (0, 1)))
    up, down = np.maximum(off, 0).astype(np.uint8)[labels], np.maximum(-off, 0).astype(np.uint8)[labels]
    return Sheet(compact(row * wide + column, wide * high), up, down, between.astype(np.uint8) * 255)


def _luck(count: int, light: float, tint: float) -> NDArray[np.float64]:
    """How far each of `count` colours is off: equally in all channels, and in each by itself."""
    generator = np.random.default_rng(count)
    return generator.normal(0, light, (count, 1)) + generator.normal(0, tint, (count, 3))


@kept
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


@kept
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
