"""What the art media are made with: edges, textures, strokes, cells. What depends on the size only is kept."""

import math
import random
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageDraw

from synthgen.renderer.sketch.colours import RGB

Floats = NDArray[np.float32]
Labels = NDArray[np.int32]
Size = tuple[int, int]
VARIANTS = 3


def array(picture: Image.Image) -> Floats:
    """The picture as floats, 0 to 255."""
    return np.asarray(picture, dtype=np.float32)


def image(pixels: Floats) -> Image.Image:
    """The floats as a picture, clipped."""
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def grow(picture: Image.Image, size: Size) -> Image.Image:
    """The picture at `size`, smoothly."""
    return picture.resize(size, Image.Resampling.BICUBIC)


def multiply(picture: Image.Image, mask: Image.Image) -> Image.Image:
    """The picture darkened by a grey mask of its size."""
    return ImageChops.multiply(picture, mask.convert("RGB"))


def edges(picture: Image.Image, low: float = 18, high: float = 70) -> Image.Image:
    """Outlines of the picture at half its size: white lines on black, grey where contrast is between the bounds."""
    pixels = array(picture.reduce(2))
    across = np.abs(pixels[:-1, 1:] - pixels[:-1, :-1]).max(axis=2)
    down = np.abs(pixels[1:, :-1] - pixels[:-1, :-1]).max(axis=2)
    strength = (np.maximum(across, down) - low) * (255 / (high - low))
    lines = np.zeros(pixels.shape[:2], np.float32)
    lines[:-1, :-1] = strength
    return image(lines)


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


@lru_cache(maxsize=48)
def noise(size: Size, cell: int, variant: int = 0, low: int = 0, high: int = 255) -> Image.Image:
    """Grey noise whose grains are `cell` pixels wide."""
    grid = (max(2, size[1] // cell), max(2, size[0] // cell))
    grains = np.random.default_rng(variant * 101 + cell).integers(low, high + 1, grid, dtype=np.uint8)
    return Image.fromarray(grains).resize(size, Image.Resampling.BICUBIC)


@lru_cache(maxsize=16)
def grain(size: Size, cell: int, variant: int = 0) -> Floats:
    """Noise as floats, 0 to 1."""
    return (array(noise(size, cell, variant)) / 255).astype(np.float32)


@lru_cache(maxsize=16)
def hatching(size: Size, step: float, turn: float, width: float, variant: int = 0) -> Image.Image:
    """White paper with slightly shaky black strokes."""
    rng = random.Random(f"hatching {variant}")
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
        at += step * 2 * rng.uniform(0.8, 1.2)
    return paper.reduce(2)


@lru_cache(maxsize=8)
def warp(size: Size, cell: int, reach: float, variant: int) -> tuple[Labels, Labels]:
    """Row and column that each pixel is taken from, so that straight edges waver."""
    w, h = size
    rows, columns = np.mgrid[0:h, 0:w]
    down = (grain(size, cell, variant) - 0.5) * 2 * reach
    across = (grain(size, cell, variant + 50) - 0.5) * 2 * reach
    return (
        np.clip(rows + down, 0, h - 1).astype(np.int32),
        np.clip(columns + across, 0, w - 1).astype(np.int32),
    )


@lru_cache(maxsize=12)
def dabs(
    size: Size, step: int, length: float, width: float, swirl: float, variant: int
) -> tuple[Labels, Labels, Labels]:
    """A number per pixel that says to which brush stroke it belongs (0: to none), and each stroke's row and column.

    Strokes lie about `step` pixels apart; `swirl` is how far their direction turns over the picture.
    """
    rng = random.Random(f"dabs {variant}")
    w, h = size
    spots = [
        (x + rng.uniform(-0.5, 0.5) * step, y + rng.uniform(-0.5, 0.5) * step)
        for y in range(0, h + step, step)
        for x in range(0, w + step, step)
    ]
    rng.shuffle(spots)
    sheet = Image.new("I", size, 0)
    draw = ImageDraw.Draw(sheet)
    a, b = rng.uniform(0, 6), rng.uniform(0, 6)
    for number, (x, y) in enumerate(spots, start=1):
        if length <= 0:
            draw.ellipse([x - width / 2, y - width / 2, x + width / 2, y + width / 2], fill=number)
            continue
        turn = 0.7 + swirl * (math.sin(x / w * 5 + a) + math.cos(y / h * 5 + b)) + rng.uniform(-0.25, 0.25)
        dx, dy = math.cos(turn) * length / 2, math.sin(turn) * length / 2
        draw.line([(x - dx, y - dy), (x + dx, y + dy)], fill=number, width=round(width))
    rows = np.array([0, *(min(h - 1, max(0, int(y))) for _, y in spots)], np.int32)
    columns = np.array([0, *(min(w - 1, max(0, int(x))) for x, _ in spots)], np.int32)
    return np.asarray(sheet, np.int32), rows, columns


@lru_cache(maxsize=12)
def cells(size: Size, step: int, luck: float, variant: int) -> tuple[Labels, NDArray[np.bool_]]:
    """Which of many irregular cells each pixel belongs to, and whether it lies on a border between two."""
    w, h = size
    nx, ny = w // step + 2, h // step + 2
    shift = np.random.default_rng(variant).uniform(-luck, luck, (ny, nx, 2)).astype(np.float32)
    rows, columns = np.mgrid[0:h, 0:w].astype(np.float32)
    row, column = (rows // step).astype(np.int32), (columns // step).astype(np.int32)
    best = np.full((h, w), np.inf, np.float32)
    label = np.zeros((h, w), np.int32)
    for dy in (-1, 0, 1):
        for dx in (-1, 0, 1):
            j, i = np.clip(row + dy, 0, ny - 1), np.clip(column + dx, 0, nx - 1)
            y, x = (j + 0.5 + shift[j, i, 0]) * step, (i + 0.5 + shift[j, i, 1]) * step
            far = (rows - y) ** 2 + (columns - x) ** 2
            closer = far < best
            best[closer] = far[closer]
            label[closer] = (j * nx + i)[closer]
    return label, borders(label)


def borders(label: Labels) -> NDArray[np.bool_]:
    """Where a pixel's right or lower neighbour belongs to another cell."""
    edge = np.zeros(label.shape, np.bool_)
    edge[:, :-1] |= label[:, :-1] != label[:, 1:]
    edge[:-1] |= label[:-1] != label[1:]
    return edge


@lru_cache(maxsize=4)
def triangles(size: Size, step: int, variant: int) -> Labels:
    """A net of triangles over the picture: to which of them each pixel belongs."""
    rng = random.Random(f"triangles {variant}")
    w, h = size
    nx, ny = w // step + 3, h // step + 3
    net = [
        [((i - 0.5 + rng.uniform(-0.4, 0.4)) * step, (j - 0.5 + rng.uniform(-0.4, 0.4)) * step) for i in range(nx)]
        for j in range(ny)
    ]
    sheet = Image.new("I", size, 0)
    draw = ImageDraw.Draw(sheet)
    number = 0
    for j in range(ny - 1):
        for i in range(nx - 1):
            a, b, c, d = net[j][i], net[j][i + 1], net[j + 1][i + 1], net[j + 1][i]
            for corners in ((a, b, c), (a, c, d)) if rng.random() < 0.5 else ((a, b, d), (b, c, d)):
                number += 1
                draw.polygon(corners, fill=number)
    return np.asarray(sheet, np.int32)


def means(picture: Image.Image, label: Labels) -> Floats:
    """The mean colour of every cell, by its number."""
    pixels, flat = np.asarray(picture), label.ravel()
    count = np.maximum(np.bincount(flat), 1)
    sums = [np.bincount(flat, weights=pixels[..., k].ravel()) / count for k in range(3)]
    return np.stack(sums, axis=1).astype(np.float32)


@lru_cache(maxsize=8)
def vignette(size: Size, floor: int) -> Image.Image:
    """White in the middle, down to `floor` in the corners."""
    rows, columns = np.mgrid[-1:1:96j, -1:1:96j]
    share = np.clip(np.hypot(rows, columns) - 0.55, 0, 0.85) / 0.85
    return grow(image((255 - (255 - floor) * share).astype(np.float32)), size)


@lru_cache(maxsize=8)
def ragged(size: Size, margin: float, variant: int, rough: float = 0.6) -> Image.Image:
    """A mask that is white but for an uneven margin."""
    w, h = size
    small = (max(8, w // 2), max(8, h // 2))
    rows, columns = np.mgrid[0 : 1 : complex(0, small[1]), 0 : 1 : complex(0, small[0])]
    inner = np.minimum(np.minimum(rows, 1 - rows), np.minimum(columns, 1 - columns)) / margin
    wobble = 0.7 * grain(small, max(2, small[0] // 14), variant) + 0.3 * grain(small, max(1, small[0] // 60), variant)
    return grow(image(((inner - 1 + rough - wobble * rough) * 900).astype(np.float32)), size)


def toned(picture: Image.Image, dark: RGB, light: RGB, middle: RGB | None = None) -> Image.Image:
    """The picture in the tones between two or three colours."""
    grey = picture.convert("L")
    stops = (dark, middle, light) if middle else (dark, light)
    ramp = np.linspace(0, 1, 256)
    at = np.linspace(0, 1, len(stops))
    bands = [
        Image.fromarray(np.interp(ramp, at, [stop[k] for stop in stops]).astype(np.uint8)[np.asarray(grey)])
        for k in range(3)
    ]
    return Image.merge("RGB", bands)
