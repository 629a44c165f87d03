"""Drawn media: pencil, charcoal, ink, chalk and what is cut or traced in lines."""

import random

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

from synthgen.renderer.sketch.colours import RGB
from synthgen.renderer.sketch.keep import kept
from synthgen.renderer.sketch.media_tools import (
    Floats,
    Size,
    array,
    bold_lines,
    clouds,
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
    ragged,
    ramp,
    softened,
    toned,
    unit,
    wavering,
)
from synthgen.renderer.sketch.planes import lighter, saturated


def framed(picture: Image.Image, colour: RGB, share: float, inset: float = 0) -> Image.Image:
    """The picture with a border painted over its rim, or a little inside it; both are shares of its width."""
    sheet, rim = picture.copy(), round(inset * picture.width)
    box = (rim, rim, picture.width - 1 - rim, picture.height - 1 - rim)
    ImageDraw.Draw(sheet).rectangle(box, outline=colour, width=max(1, round(share * picture.width)))
    return sheet


def pencil_sketch(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Fine grey lines, shadows hatched, on white paper."""
    size, u = picture.size, unit(picture)
    grey = picture.convert("L")
    lines = grow(edges(picture, 10, 64), size).point(ramp(0, 255, 255, 0))
    dark = grey.point(ramp(45, 215, 255, 0))
    strokes = ImageChops.multiply(ImageOps.invert(hatching(size, 4 * u, -52, 1.2 * u, rng)), dark)
    sheet = ImageChops.multiply(lines, strokes.point(ramp(0, 255, 255, 30)))
    sheet = ImageChops.multiply(sheet, dark.point(ramp(0, 255, 255, 190)))
    return toned(ImageChops.multiply(sheet, grain(size, 2, rng, 232, 255)), (48, 48, 54), (252, 251, 247))


def charcoal_drawing(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Broad black smudges on rough paper."""
    size = picture.size
    small = half(picture.convert("L"))
    u = fine(small)
    small = small.filter(ImageFilter.BoxBlur(1.5 * u * u)).point(ramp(0, 255, 70, 268))
    rough = Image.blend(grain(small.size, 1, rng), grain(small.size, 3, rng), 0.4)
    smudges = ImageChops.add(small, rough.point(ramp(0, 255, 84, 172)), 1, -128)
    smudges = ImageChops.multiply(smudges, hatching(small.size, 4 * u, -48, 1.6 * u, rng).point(ramp(0, 255, 212, 255)))
    lines = softened(bold_lines(picture, 40, 100))
    lines = ImageChops.multiply(lines, rough.point(ramp(0, 160, 150, 255)))
    drawn = grow(ImageChops.subtract(smudges, lines), size)
    drawn = Image.composite(drawn, Image.new("L", size, 255), ragged(size, 0.06, rng))
    return toned(drawn, (26, 25, 26), (240, 236, 228))


def ink_drawing(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Black pen lines, shadows in cross-hatching."""
    size, u = picture.size, unit(picture)
    grey = picture.convert("L")
    sheet = grow(edges(picture, 24, 60), size).point(ramp(0, 255, 255, 12))
    for limit, turn in ((128, 45), (88, -45), (52, 0)):
        strokes = hatching(size, 5.2 * u, turn, 1.3 * u, rng)
        sheet = ImageChops.multiply(sheet, ImageChops.lighter(strokes, grey.point(ramp(limit, limit + 1))))
    return toned(sheet, (20, 20, 28), (253, 252, 248))


@kept
def _grooves(size: Size) -> Image.Image:
    """How light a place must be to be carved: black in the middle of each groove, white between."""
    rows, columns = np.mgrid[0 : size[1], 0 : size[0]].astype(np.float32)
    bend = 5 * np.sin(columns / size[0] * 9) + 5 * np.sin(rows / size[1] * 7 + columns / size[0] * 5)
    wave = np.abs(((rows + bend) / (size[0] / 512 * 7)) % 1 - 0.5) * 2
    return image(wave * 255)


def woodcut(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Carved grooves that swell with the light, printed in black."""
    size = picture.size
    light = picture.convert("L").point([min(255, round(255 * max(0, v / 255 * 1.1 - 0.02) ** 0.8)) for v in range(256)])
    grooves = _grooves(size)
    if rng.random() < 0.5:
        grooves = grooves.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    carved = ImageChops.subtract(light, grooves.point(ramp(0, 255, 20, 236))).point(ramp(0, 14))
    print_ = ImageChops.subtract(carved, grow(edges(picture, 40, 90), size))
    return toned(print_, (24, 20, 22), (240, 228, 204))


def chalk_drawing(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Coloured chalk on dark pavement."""
    size, u = picture.size, unit(picture)
    white: RGB = (250, 248, 240)
    ground = grain(size, 2, rng, 44, 92).convert("RGB")
    rough = Image.blend(grain(size, 2, rng), grain(size, 4, rng), 0.35)
    streaks = hatching(size, 7 * u, 62, 3 * u, rng).point(ramp(0, 255, 46, 0))
    lines = grow(bold_lines(picture, 50, 100), size).point(ramp(0, 255, 0, 170))
    pale = ImageChops.multiply(ImageChops.lighter(lines, streaks), rough.point(ramp(30, 150, 40, 255)))
    chalk = Image.composite(Image.new("RGB", size, white), saturated(picture, 1.2), pale)
    cover = ImageChops.multiply(rough.point(ramp(52, 92, 116, 252)), ragged(size, 0.05, rng))
    return Image.composite(chalk, ground, cover)


def chalkboard_drawing(picture: Image.Image, rng: random.Random) -> Image.Image:
    """White chalk lines on a green board in a wooden frame."""
    size = picture.size
    dusty = grow(clouds((size[0] // 4, size[1] // 4), 10, rng), size)
    board = toned(dusty, (36, 78, 64), (52, 94, 80))
    lines = drawn_lines(picture, 24, 84)
    lines = grow(wavering(lines, round(10 * fine(lines)), 1.2 * fine(lines), rng), size)
    bright = picture.convert("L").point(ramp(130, 255, 0, 84))
    dust = grain(size, 2, rng).point(ramp(0, 70, 60, 255))
    board = inked(board, ImageChops.multiply(ImageChops.lighter(lines, bright), dust), (240, 244, 238))
    return framed(board, (150, 100, 62), 0.035)


def blueprint(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Thin white lines on blue paper with a grid."""
    size = picture.size
    sheet = toned(grow(clouds((size[0] // 4, size[1] // 4), 15, rng, 215, 255), size), (0, 0, 0), (34, 82, 168))
    step = max(4, size[0] // 32)
    lines = np.array(grow(edges(picture, 12, 44), size))
    for every, strength in ((step, 46), (4 * step, 86)):
        lines[::every] = np.maximum(lines[::every], strength)
        lines[:, ::every] = np.maximum(lines[:, ::every], strength)
    white: RGB = (240, 245, 255)
    sheet = inked(sheet, Image.fromarray(lines), white)
    return framed(framed(sheet, white, 0.004, 1 / 26), white, 0.004, 1 / 19)


@kept
def _spectrum(size: Size) -> Image.Image:
    """Pink, violet and cyan across the picture: the colours of tubes around what has none."""
    row = Image.new("RGB", (3, 1))
    row.putdata([(255, 40, 160), (150, 80, 255), (20, 230, 255)])
    return row.resize(size, Image.Resampling.BILINEAR)


def neon_art(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Glowing outlines in the dark."""
    size, small = picture.size, half(picture)
    u = fine(small)
    spectrum = _spectrum(small.size)
    if rng.random() < 0.5:
        spectrum = spectrum.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    tubes = Image.blend(saturated(small.filter(ImageFilter.BoxBlur(3 * u)), 4), spectrum, 0.45)
    lit = multiply(lighter(tubes, 1.7), edges(picture, 24, 72))
    halo = lighter(lit.reduce(2).filter(ImageFilter.BoxBlur(2 * u)), 1.2)
    lit = ImageChops.screen(lit, grow(halo, small.size))
    lit = ImageChops.screen(lit, lighter(small, 0.16))
    return grow(ImageChops.screen(lit, Image.new("RGB", small.size, (12, 8, 26))), size)


def stone_relief(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Carved in pale stone, lit from the side."""
    size = picture.size
    heights = array(picture.convert("L").filter(ImageFilter.BoxBlur(1.5 * unit(picture))))
    light: Floats = 160 + (heights - 128) * 0.3
    light[2:, 2:] += (heights[2:, 2:] - heights[:-2, :-2]) * 2.8
    rough = ImageChops.add(grain(size, 2, rng, 117, 139), clouds(size, 40, rng, 117, 139), 1, -128)
    return toned(ImageChops.add(image(light), rough, 1, -128), (44, 40, 38), (158, 148, 136), (246, 240, 230))
