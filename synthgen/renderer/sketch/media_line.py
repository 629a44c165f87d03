"""Drawn media: pencil, charcoal, ink, chalk and what is cut or traced in lines."""

import random
from functools import lru_cache

import numpy as np
from PIL import Image, ImageChops, ImageEnhance, ImageFilter, ImageOps

from synthgen.renderer.sketch.media_tools import (
    VARIANTS,
    Size,
    array,
    edges,
    grain,
    grow,
    hatching,
    image,
    multiply,
    noise,
    ragged,
    thick,
    toned,
    warp,
)


def pencil_sketch(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Fine grey lines, shadows hatched, on white paper."""
    variant, size = rng.randrange(VARIANTS), picture.size
    grey = picture.convert("L")
    blurred = array(
        ImageOps.invert(grey).reduce(2).filter(ImageFilter.BoxBlur(4)).resize(size, Image.Resampling.BILINEAR)
    )
    lines = np.minimum(array(grey) * 255 / (256 - blurred), 255)
    lines = 255 * (lines / 255) ** 5
    strokes = array(hatching(size, 4 * size[0] / 512, -52, 1.2, variant))
    dark = np.clip((205 - array(grey)) / 160, 0, 1)
    lines -= dark * (255 - strokes) * 0.8 + dark * 22
    lines -= (1 - grain(size, 2, variant)) * 16
    return toned(image(lines), (48, 48, 54), (252, 251, 247))


def charcoal_drawing(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Broad black smudges on rough paper."""
    variant, size = rng.randrange(VARIANTS), picture.size
    small = ImageOps.autocontrast(picture.convert("L").reduce(2).filter(ImageFilter.BoxBlur(2)))
    rough = grain(small.size, 1, variant) * 0.6 + grain(small.size, 3, variant) * 0.4
    strokes = array(hatching(small.size, 4, -48, 1.6, variant)) / 255
    tones = array(small) * 0.74 + 84 + (rough - 0.5) * 120 + (strokes - 0.7) * 46
    lines = array(thick(edges(picture, 24, 80)).filter(ImageFilter.BoxBlur(1)))
    tones -= lines * (0.5 + 0.7 * rough)
    drawn = toned(image(tones.astype(np.float32)), (26, 25, 26), (240, 236, 228))
    paper = Image.new("RGB", size, (240, 236, 228))
    paper.paste(grow(drawn, size), (0, 0), ragged(size, 0.06, variant))
    return paper


def ink_drawing(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Black pen lines, shadows in cross-hatching."""
    variant, size = rng.randrange(VARIANTS), picture.size
    grey, unit = picture.convert("L").filter(ImageFilter.BoxBlur(1)), size[0] / 512
    sheet = Image.new("L", size, 255)
    for limit, turn in ((140, 45), (104, -45), (66, 0)):
        strokes = hatching(size, 5.2 * unit, turn, 1.3 * unit, variant)
        sheet.paste(
            ImageChops.multiply(sheet, strokes), (0, 0), grey.point([255 if v < limit else 0 for v in range(256)])
        )
    lines = grow(edges(picture, 24, 60), size)
    sheet.paste(12, (0, 0), lines)
    return toned(sheet, (20, 20, 28), (253, 252, 248))


def woodcut(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Carved grooves that swell with the light, printed in black."""
    variant, size = rng.randrange(VARIANTS), picture.size
    grey = array(ImageOps.autocontrast(picture.convert("L").filter(ImageFilter.BoxBlur(2)), cutoff=2))
    step = size[0] / 512 * 7
    rows, columns = np.mgrid[0 : size[1], 0 : size[0]].astype(np.float32)
    bend = 5 * np.sin(columns / size[0] * 9 + variant) + (grain(size, 24, variant) - 0.5) * 9
    wave = np.abs(((rows + bend) / step) % 1 - 0.5) * 2
    light = np.clip((grey / 255 - 0.04) * 1.15, 0, 1) ** 0.8
    print_ = np.clip((light - wave * 0.86) * 900, 0, 255)
    print_ = np.where(light > 0.93, 255, np.where(light < 0.08, 0, print_))
    print_ -= array(grow(edges(picture, 40, 90), size))
    return toned(image(print_.astype(np.float32)), (24, 20, 22), (240, 228, 204))


def chalk_drawing(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Coloured chalk on dark pavement."""
    variant, size = rng.randrange(VARIANTS), picture.size
    ground = Image.merge("RGB", [noise(size, 2, variant, 44, 92)] * 3)
    chalk = Image.blend(ImageEnhance.Color(picture).enhance(1.3), Image.new("RGB", size, (255, 255, 255)), 0.22)
    rough = grain(size, 2, variant) * 0.65 + grain(size, 4, variant) * 0.35
    strokes = array(hatching(size, 6 * size[0] / 512, 62, 3.4 * size[0] / 512, variant)) / 255
    cover = np.where(rough > 0.32 + 0.16 * strokes, 225, 90).astype(np.float32)
    cover *= 0.35 + 0.65 * array(picture.convert("L")) / 255
    ground.paste(chalk, (0, 0), ImageChops.multiply(image(cover), ragged(size, 0.05, variant)))
    lines = ImageChops.multiply(
        grow(thick(edges(picture, 34, 80), 3), size), image((rough * 420 - 40).astype(np.float32))
    )
    ground.paste((250, 248, 240), (0, 0), lines)
    return ground


def chalkboard_drawing(picture: Image.Image, rng: random.Random) -> Image.Image:
    """White chalk lines on a green board in a wooden frame."""
    variant, size = rng.randrange(VARIANTS), picture.size
    board = Image.merge("RGB", [noise(size, 40, variant, low, low + 16) for low in (36, 78, 64)])
    lines = thick(edges(picture, 14, 50), 3)
    rows, columns = warp(lines.size, 10, 1.6, variant)
    shaky = grow(Image.fromarray(np.asarray(lines)[rows, columns]), size)
    dust = noise(size, 2, variant).point(lambda v: min(255, max(0, v * 3 - 110)))
    board.paste((240, 244, 238), (0, 0), ImageChops.multiply(shaky, dust))
    bright = picture.convert("L").point(lambda v: max(0, v - 150) // 2)
    board.paste((240, 244, 238), (0, 0), ImageChops.multiply(bright, dust))
    return framed(board, (150, 100, 62), 0.035)


def framed(picture: Image.Image, colour: tuple[int, int, int], share: float) -> Image.Image:
    """The picture with a border painted over its rim."""
    rim = round(share * picture.width)
    sheet = Image.new("RGB", picture.size, colour)
    inner = (rim, rim, picture.width - rim, picture.height - rim)
    sheet.paste(picture.crop(inner), inner)
    return sheet


def blueprint(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Thin white lines on blue paper with a grid."""
    variant, size = rng.randrange(VARIANTS), picture.size
    sheet = multiply(Image.new("RGB", size, (34, 82, 168)), noise(size, 60, variant, 215, 255))
    step = max(4, size[0] // 32)
    grid = np.zeros((size[1], size[0]), np.float32)
    grid[::step] = grid[:, ::step] = 46
    grid[:: 4 * step] = grid[:, :: 4 * step] = 92
    sheet.paste((190, 214, 250), (0, 0), image(grid))
    sheet.paste((244, 248, 255), (0, 0), grow(edges(picture, 12, 44), size))
    rim = size[0] // 26
    for k in (rim, rim + rim // 3):
        box = Image.new("L", (size[0] - 2 * k, size[1] - 2 * k), 0)
        edge = ImageOps.expand(box.crop((2, 2, box.width - 2, box.height - 2)), 2, 230)
        sheet.paste((244, 248, 255), (k, k), edge)
    return sheet


@lru_cache(maxsize=4)
def _spectrum(size: Size) -> Image.Image:
    """Pink, violet and cyan across the picture: the colours of tubes around what has none."""
    row = Image.new("RGB", (3, 1))
    row.putdata([(255, 40, 160), (150, 80, 255), (20, 230, 255)])
    return row.resize(size, Image.Resampling.BILINEAR)


def neon_art(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Glowing outlines in the dark."""
    del rng
    size = picture.size
    small = picture.reduce(2)
    tubes = Image.blend(
        ImageEnhance.Color(small.filter(ImageFilter.BoxBlur(3))).enhance(4), _spectrum(small.size), 0.45
    )
    lines = edges(picture, 24, 72)
    lit = Image.new("RGB", small.size, (0, 0, 0))
    lit.paste(ImageEnhance.Brightness(tubes).enhance(1.7), (0, 0), lines)
    halo = ImageEnhance.Brightness(lit.filter(ImageFilter.BoxBlur(4))).enhance(2)
    lit = ImageChops.screen(ImageChops.screen(lit, halo), ImageEnhance.Brightness(small).enhance(0.1))
    return grow(ImageChops.screen(lit, Image.new("RGB", small.size, (12, 8, 26))), size)


def stone_relief(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Carved in pale stone, lit from the side."""
    variant, size = rng.randrange(VARIANTS), picture.size
    heights = array(picture.convert("L").filter(ImageFilter.BoxBlur(1.5)))
    light = np.zeros_like(heights)
    light[2:, 2:] = heights[2:, 2:] - heights[:-2, :-2]
    stone = (
        168
        + light * 1.5
        + (heights - 128) * 0.16
        + (grain(size, 2, variant) - 0.5) * 22
        + (grain(size, 40, variant) - 0.5) * 26
    )
    return toned(image(stone.astype(np.float32)), (44, 40, 38), (246, 240, 230), (158, 148, 136))
