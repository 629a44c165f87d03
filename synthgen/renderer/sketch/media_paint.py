"""Painted media: brushes, pastels, crayons, tiles and glass."""

import random

import numpy as np
from PIL import Image, ImageChops, ImageFilter

from synthgen.renderer.sketch.colours import RGB
from synthgen.renderer.sketch.keep import kept
from synthgen.renderer.sketch.media_sheets import borders, cells, laid, strokes
from synthgen.renderer.sketch.media_tools import (
    Integers,
    Size,
    bold_lines,
    clouds,
    details,
    drawn_lines,
    edges,
    fine,
    grain,
    grow,
    half,
    hatching,
    image,
    inked,
    multiply,
    own_at_edges,
    ragged,
    ramp,
    relieved,
    softened,
    toned,
    turned,
    unit,
    wavering,
)
from synthgen.renderer.sketch.planes import lighter, saturated


def _richer(picture: Image.Image, colour: float, light: float = 1.0) -> Image.Image:
    """More colourful by the factor, and lighter."""
    rich = saturated(picture, colour)
    return rich if light == 1 else lighter(rich, light)


def watercolor(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Pale washes with dark rims on white paper."""
    size, small = picture.size, half(picture)
    u = fine(small)
    wavy = wavering(small, round(12 * u), 2.6 * u, rng)
    wash = saturated(wavy.filter(ImageFilter.BoxBlur(u * u)), 1.25)
    wash = Image.composite(Image.new("RGB", small.size, (255, 253, 247)), wash, clouds(small.size, 34 * u, rng, 0, 120))
    rims = edges(grow(wavy, size), 10, 90)
    rims = (softened(rims) if u == 1 else rims).point(ramp(0, 255, 255, 150 if u == 1 else 190))
    wash = multiply(wash, ImageChops.multiply(rims, grain(small.size, 2, rng, 238, 255)))
    return Image.composite(grow(wash, size), Image.new("RGB", size, (253, 251, 245)), ragged(size, 0.05, rng))


def ink_wash(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Grey washes and brush lines on rice paper, with a red seal."""
    size, small = picture.size, half(picture.convert("L"))
    u = fine(small)
    wet = wavering(small, round(14 * u), 4 * u, rng).filter(ImageFilter.BoxBlur(2.4 * u)).point(ramp(0, 235, 44, 255))
    lines = softened(bold_lines(picture, 30, 90)).point(ramp(0, 255, 255, 20))
    wet = ImageChops.multiply(ImageChops.multiply(wet, lines), grain(small.size, 3, rng, 236, 255))
    paper: RGB = (246, 242, 230)
    wash = Image.composite(grow(wet, size), Image.new("L", size, 255), ragged(size, 0.09, rng, 0.9))
    sheet = toned(wash, (26, 26, 30), (160, 158, 154), paper)
    side = size[0] // 13
    x, y = (s - side * 3 // 2 for s in size)
    sheet.paste((190, 36, 34), (x, y, x + side, y + side))
    for k in range(3):
        left = x + side * (2 + 2 * k) // 9
        sheet.paste((246, 226, 214), (left, y + side // 6, left + side // 14 + 1, y + side * (5 - k % 2) // 6))
    return sheet


def _painted(
    picture: Image.Image, small: Image.Image, broad: tuple[float, float, float, float], luck: tuple[float, float]
) -> Image.Image:
    """In strokes (step, length, width, swirl) of the colours of `half` the picture, finer where there is detail."""
    size, u, (step, length, width, swirl) = picture.size, unit(picture), broad
    coarse = laid(small, strokes(size, step * u, length * u, width * u, swirl, luck))
    less = (luck[0] / 2, luck[1] / 2)
    detail = laid(small, strokes(size, 3 * u, length * u / 2.4, width * u / 2.4, swirl, less))
    return Image.composite(Image.blend(detail, picture, 0.4), coarse, details(small, size))


def oil_painting(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Thick strokes with relief, in deep colours."""
    turn = rng.randrange(4)
    way = turned(picture, turn)
    painted = turned(_painted(way, saturated(half(way), 1.4), (5, 17, 6, 1.1), (9, 4)), turn)
    heights = painted.convert("L")
    return relieved(painted, ImageChops.subtract(heights, ImageChops.offset(heights, 1, 1), 1.7, 128))


def impressionism(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Short broad dabs of broken, bright colour."""
    turn = rng.randrange(4)
    way = turned(picture, turn)
    painted = turned(_painted(way, _richer(half(way), 1.35, 1.05), (7, 16, 8.6, 0.35), (16, 12)), turn)
    return Image.blend(painted, Image.new("RGB", picture.size, (255, 226, 190)), 0.1)


def pointillism(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Small round dots of pure colour."""
    turn = rng.randrange(4)
    way = turned(picture, turn)
    return turned(_painted(way, saturated(half(way), 1.5), (6.4, 0, 8, 0), (14, 18)), turn)


def pastel_drawing(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Soft chalky colour on toned paper that shows through its grain."""
    size, turn, u = picture.size, rng.randrange(4), unit(picture)
    small = saturated(half(picture), 1.25)
    soft = turned(laid(turned(small, turn), strokes(size, 4 * u, 20 * u, 4 * u, 0.08, (9, 4))), turn)
    soft = Image.composite(picture, soft, details(small, size).point(ramp(0, 255, 0, 190)))
    soft = Image.blend(soft, Image.new("RGB", size, (255, 240, 232)), 0.08)
    tooth = Image.blend(grain(size, 2, rng), grain(size, 5, rng), 0.4).point(ramp(36, 92, 80, 255))
    paper = Image.new("RGB", size, (196, 180, 168))
    return Image.composite(soft, paper, ImageChops.multiply(tooth, ragged(size, 0.06, rng)))


def crayon_drawing(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Waxy scribbles with dark outlines on white paper."""
    size, u = picture.size, unit(picture)
    scribble = hatching(size, 6 * u, 35, 4.4 * u, rng).point(ramp(0, 255, 255, 176))
    cover = ImageChops.multiply(scribble, grain(size, 3, rng).point(ramp(62, 82, 120, 255)))
    # Dark wax hides the paper: black stays black.
    cover = ImageChops.lighter(cover, picture.convert("L").point(ramp(50, 110, 228, 0)))
    waxed = Image.composite(_richer(picture, 1.3), Image.new("RGB", size, (254, 253, 249)), cover)
    lines = drawn_lines(picture, 30, 80)
    lines = wavering(lines, round(8 * fine(lines)), 2 * fine(lines), rng)
    return inked(waxed, ImageChops.multiply(lines, grain(lines.size, 2, rng, 110, 230)), (58, 46, 60))


@kept
def _planes(size: Size) -> tuple[Integers, Image.Image, Image.Image]:
    """Planes between long straight lines: the pixel that each shows, its light (128: as it is), the lines."""
    w, h = size
    luck = np.random.default_rng(5)
    rows, columns = (np.mgrid[0:h, 0:w] / max(size) - 0.5).astype(np.float32)
    label = np.zeros((h, w), np.int32)
    light = np.zeros((h, w), np.float32)
    lines = np.zeros((h, w), np.bool_)
    for k in range(11):
        turn, away = np.pi * (k + luck.uniform(0, 0.8)) / 11, luck.uniform(-0.38, 0.38)
        far = columns * np.float32(np.cos(turn)) + rows * np.float32(np.sin(turn)) - np.float32(away)
        label += (far > 0).astype(np.int32) << k
        lines |= np.abs(far) < 1.4 / 512
        # Each line throws a shadow to one side, as if the planes overlapped.
        light -= np.where(far > 0, np.maximum(0, 1 - far * 9), 0) * 26
    reach = w / 512 * 8
    shift = luck.uniform(-reach, reach, (2, 1 << 11)).astype(np.int32)
    light += luck.uniform(-24, 52, 1 << 11).astype(np.float32)[label]
    grid = np.mgrid[0:h, 0:w].astype(np.int32)
    row, column = np.clip(grid[0] + shift[0][label], 0, h - 1), np.clip(grid[1] + shift[1][label], 0, w - 1)
    return row * w + column, image(128 + light), Image.fromarray(lines.astype(np.uint8) * 255)


def cubism(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Large planes that are shifted and shaded each in its own way, in earthy tones."""
    turn = rng.randrange(4)
    source, light, lines = _planes(picture.size)
    earthy = Image.blend(_richer(turned(picture, turn), 0.8), Image.new("RGB", picture.size, (176, 142, 100)), 0.22)
    flat = np.asarray(earthy.convert("RGBX")).view(np.uint32).ravel().take(source)
    planes = Image.frombytes("RGB", picture.size, flat.data, "raw", "RGBX")
    return turned(inked(relieved(planes, light), lines.point(ramp(0, 255, 0, 190)), (44, 34, 30)), turn)


def mosaic(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Small uneven tiles in pale grout, cut where outlines run."""
    turn, u = rng.randrange(4), unit(picture)
    bright = _richer(turned(picture, turn), 1.2)
    sheet = cells(picture.size, max(6, 12 * u), 0.15, (13, 5))
    tiles = own_at_edges(bright, laid(half(bright), sheet), 44)
    # Joints are one pixel wide: in a small picture they must not hide the tiles.
    grout = borders(sheet, picture.size).point(ramp(0, 255, 0, 215 if u > 0.4 else 130))
    return turned(inked(tiles, grout, (196, 190, 178)), turn)


def stained_glass(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Glowing panes between bars of lead; the bars follow outlines, and between them stand a few more."""
    size, turn, u = picture.size, rng.randrange(4), unit(picture)
    bright = _richer(turned(picture, turn), 1.5, 1.14)
    sheet = cells(size, 42 * u, 0.42, (20, 5), 2)
    panes = own_at_edges(bright, laid(half(bright), sheet), 60)
    panes = multiply(panes, grow(clouds((size[0] // 4, size[1] // 4), 3, rng, 222, 255), size))
    outlines = drawn_lines(bright, 60, 120)
    # No bars of their own where outlines are close together: a face stays a face.
    busy = outlines.filter(ImageFilter.BoxBlur(7 * fine(outlines))).point(ramp(34, 60, 255, 0))
    bars = half(borders(sheet, size)).point(ramp(0, 100, 0, 230))
    lead = ImageChops.lighter(ImageChops.multiply(bars, busy), outlines.point(ramp(0, 255, 0, 225)))
    return turned(inked(panes, lead, (18, 18, 24)), turn)
