"""Printed, woven, built and photographic media."""

import random
from functools import lru_cache

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter, ImageOps

from synthgen.renderer.sketch.colours import RGB
from synthgen.renderer.sketch.media_line import framed
from synthgen.renderer.sketch.media_tools import (
    VARIANTS,
    Floats,
    Size,
    array,
    edges,
    grow,
    image,
    means,
    multiply,
    noise,
    ragged,
    thick,
    toned,
    triangles,
    vignette,
)

POSTER: tuple[RGB, ...] = (
    (244, 230, 200), (226, 178, 96), (212, 106, 58), (166, 52, 48), (52, 44, 52),
    (44, 84, 98), (88, 140, 136), (160, 186, 160), (120, 128, 70), (150, 110, 78), (206, 150, 130), (86, 70, 110),
)  # fmt: skip


def pixel_art(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Large square pixels in few colours."""
    del rng
    small = ImageEnhance.Contrast(
        ImageEnhance.Color(picture.resize((64, 64), Image.Resampling.BOX)).enhance(1.2)
    ).enhance(1.1)
    few = small.quantize(28, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).convert("RGB")
    return few.resize(picture.size, Image.Resampling.NEAREST)


@lru_cache(maxsize=8)
def _screen(size: Size, step: float, turn: float) -> Floats:
    """How large a printed dot must be (0 to 1) to reach each pixel."""
    angle = np.radians(turn)
    rows, columns = np.mgrid[0 : size[1], 0 : size[0]].astype(np.float32)
    u = (columns * np.cos(angle) - rows * np.sin(angle)) / step % 1 - 0.5
    v = (columns * np.sin(angle) + rows * np.cos(angle)) / step % 1 - 0.5
    far: Floats = (np.sqrt(u * u + v * v) / 0.7).astype(np.float32)
    return far


def _flat(picture: Image.Image, colours: int) -> Image.Image:
    """The picture in few flat colours of its own."""
    # The palette comes from a small copy: looking for it takes longest.
    palette = picture.reduce(8).quantize(colours, dither=Image.Dither.NONE)
    small = picture.reduce(2).filter(ImageFilter.BoxBlur(1))
    return grow(small.quantize(palette=palette, dither=Image.Dither.NONE).convert("RGB"), picture.size)


def pop_art(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Shrill flat colours with large dots and thick outlines."""
    del rng
    size = picture.size
    shrill = _flat(ImageEnhance.Contrast(ImageEnhance.Color(picture).enhance(1.9)).enhance(1.25), 12)
    pixels = np.asarray(ImageEnhance.Brightness(shrill).enhance(1.12)).copy()
    tone = array(picture.convert("L").filter(ImageFilter.BoxBlur(2))) / 255
    dot = _screen(size, size[0] / 64, 45) < 0.42
    pixels[dot & (tone > 0.62)] = (255, 60, 140)
    pixels[dot & (tone < 0.45)] = (255, 236, 60)
    art = Image.fromarray(pixels)
    art.paste((16, 14, 20), (0, 0), grow(thick(edges(picture, 56, 96)), size))
    return art


def comic_book(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Inked outlines, flat colour, dotted shadows, in a panel."""
    del rng
    size = picture.size
    flat = _flat(ImageEnhance.Contrast(ImageEnhance.Color(picture).enhance(1.5)).enhance(1.12), 14)
    tone = array(picture.convert("L").filter(ImageFilter.BoxBlur(2))) / 255
    pixels = np.asarray(flat).copy()
    pixels[(_screen(size, size[0] / 90, 30) < 0.62 - tone * 0.75) & (tone < 0.58)] //= 2
    art = ImageChops.multiply(Image.fromarray(pixels), Image.new("RGB", size, (255, 248, 222)))
    art.paste((14, 12, 16), (0, 0), grow(edges(picture, 34, 90), size))
    return framed(framed(art, (14, 12, 16), 0.038), (255, 253, 244), 0.03)


def halftone_print(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Black dots of all sizes, as in a newspaper."""
    del rng
    grey = array(ImageOps.autocontrast(picture.convert("L"), cutoff=1)) / 255
    dots = np.clip((_screen(picture.size, picture.width / 74, 45) - (1 - grey) * 1.02) * 900, 0, 255)
    return toned(image(dots.astype(np.float32)), (28, 26, 28), (238, 232, 216))


def low_poly(picture: Image.Image, rng: random.Random) -> Image.Image:
    """A net of flat triangles."""
    variant = rng.randrange(VARIANTS)
    labels = triangles(picture.size, max(6, picture.width // 36), variant)
    paints = means(ImageEnhance.Color(picture).enhance(1.2), labels)
    paints += np.random.default_rng(variant).normal(0, 9, (len(paints), 1)).astype(np.float32)
    return Image.fromarray(np.clip(paints, 0, 255).astype(np.uint8)[labels])


@lru_cache(maxsize=4)
def _stitch(cell: int) -> Floats:
    """One cross-stitch: how much thread covers each pixel of its cell, and how it shines."""
    tile = Image.new("L", (cell * 8, cell * 8), 0)
    draw = ImageDraw.Draw(tile)
    side, wide = tile.width, round(tile.width * 0.36)
    draw.line([(0.1 * side, 0.9 * side), (0.9 * side, 0.1 * side)], fill=170, width=wide)
    draw.line([(0.1 * side, 0.1 * side), (0.9 * side, 0.9 * side)], fill=250, width=wide)
    draw.line([(0.2 * side, 0.1 * side), (0.9 * side, 0.8 * side)], fill=255, width=wide // 4)
    return (array(tile.reduce(8)) / 255).astype(np.float32)


def embroidery(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Cross-stitch on linen."""
    del rng
    cell = 8
    count = (max(8, round(picture.width / 6.4)), max(8, round(picture.height / 6.4)))
    few = (
        ImageEnhance.Color(picture.resize(count, Image.Resampling.BOX))
        .enhance(1.3)
        .quantize(30, dither=Image.Dither.NONE)
    )
    threads = array(few.convert("RGB")).repeat(cell, 0).repeat(cell, 1)
    cover = np.tile(_stitch(cell), (count[1], count[0]))[..., None]
    linen = np.array((224, 212, 188), np.float32)
    sewn = np.where(cover > 0.2, threads * (0.42 + 0.64 * cover), linen * 0.72)
    return image(sewn.astype(np.float32)).resize(picture.size, Image.Resampling.BOX)


@lru_cache(maxsize=4)
def _stud(cell: int) -> Floats:
    """The light on one toy brick with its stud, around 1."""
    tile = Image.new("L", (cell * 4, cell * 4), 128)
    draw = ImageDraw.Draw(tile)
    side = tile.width
    draw.rectangle([0, side - 3, side, side], fill=80)
    draw.rectangle([side - 3, 0, side, side], fill=90)
    draw.ellipse([0.2 * side, 0.24 * side, 0.86 * side, 0.9 * side], fill=92)
    draw.ellipse([0.16 * side, 0.16 * side, 0.82 * side, 0.82 * side], fill=160)
    draw.ellipse([0.22 * side, 0.22 * side, 0.82 * side, 0.82 * side], fill=134)
    return (array(tile.reduce(4)) / 128).astype(np.float32)


def toy_bricks(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Built of toy bricks, seen from above on their studs."""
    del rng
    cell, count = 10, (52, max(4, round(52 * picture.height / picture.width)))
    few = (
        ImageEnhance.Color(picture.resize(count, Image.Resampling.BOX))
        .enhance(1.4)
        .quantize(26, dither=Image.Dither.NONE)
    )
    bricks = (
        array(few.convert("RGB")).repeat(cell, 0).repeat(cell, 1)
        * np.tile(_stud(cell), (count[1], count[0]))[..., None]
    )
    return image(bricks).resize(picture.size, Image.Resampling.BILINEAR)


@lru_cache(maxsize=4)
def _wall(size: Size) -> Image.Image:
    """The relief of a brick wall, in grey around 220."""
    sheet = Image.new("L", size, 222)
    draw = ImageDraw.Draw(sheet)
    high, wide = size[1] / 17, size[0] / 8
    for j in range(18):
        draw.line([(0, j * high), (size[0], j * high)], fill=168, width=max(1, size[0] // 130))
        for i in range(10):
            x = (i + (0.5 if j % 2 else 0)) * wide
            draw.line([(x, j * high), (x, (j + 1) * high)], fill=168, width=max(1, size[0] // 130))
    return ImageChops.multiply(sheet, noise(size, 3, 1, 220, 255))


@lru_cache(maxsize=4)
def _spray(size: Size, variant: int) -> Image.Image:
    """Where the paint covers the wall."""
    soft = ragged(size, 0.12, variant, 0.9).filter(ImageFilter.BoxBlur(size[0] / 70))
    return ImageChops.multiply(soft, noise(size, 2, variant, 190, 255))


def graffiti(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Sprayed on a brick wall, with outlines, specks and drips."""
    variant, size = rng.randrange(VARIANTS), picture.size
    luck = random.Random(f"drips {variant}")
    bright = ImageEnhance.Color(_flat(picture, 24)).enhance(1.9)
    lines = thick(edges(picture, 60, 100))
    draw = ImageDraw.Draw(lines)
    dark = np.argwhere(array(lines) > 200)
    for k in range(26 if len(dark) else 0):
        y, x = dark[int(luck.random() * len(dark))]
        draw.line([(int(x), int(y)), (int(x), int(y) + luck.uniform(6, 26))], fill=255, width=2 - k % 2)
    bright.paste((250, 250, 250), (0, 0), grow(thick(lines, 5).point(lambda v: v // 2), size))
    bright.paste((20, 18, 26), (0, 0), grow(lines, size))
    wall = Image.new("RGB", size, (176, 98, 78))
    spray = _spray(size, variant)
    wall.paste(bright, (0, 0), spray)
    return multiply(wall, _wall(size))


def black_and_white(picture: Image.Image, rng: random.Random) -> Image.Image:
    """A photograph without colour."""
    del rng
    return ImageOps.autocontrast(picture.convert("L"), cutoff=1).convert("RGB")


def sepia(picture: Image.Image, rng: random.Random) -> Image.Image:
    """An old brown photograph with dark corners and scratches."""
    variant, size = rng.randrange(VARIANTS), picture.size
    brown = multiply(toned(picture, (48, 28, 12), (255, 238, 202), (168, 122, 78)), vignette(size, 110))
    return multiply(brown, noise(size, 2, variant, 222, 255))


def polaroid(picture: Image.Image, rng: random.Random) -> Image.Image:
    """A faded instant photograph in its white frame."""
    del rng
    w, h = picture.size
    faded = Image.blend(ImageEnhance.Color(picture).enhance(0.75), Image.new("RGB", (w, h), (250, 214, 160)), 0.2)
    sheet = Image.new("RGB", (w, h), (250, 248, 242))
    inner = faded.resize((round(w * 0.86), round(h * 0.78)), Image.Resampling.BOX, box=(0, round(h * 0.09), w, h))
    left, top = round(w * 0.07), round(h * 0.06)
    ImageDraw.Draw(sheet).rectangle(
        [left - 2, top - 2, left + inner.width + 1, top + inner.height + 1], fill=(206, 202, 194)
    )
    sheet.paste(multiply(inner, vignette(inner.size, 170)), (left, top))
    return sheet


@lru_cache(maxsize=1)
def _poster_palette() -> Image.Image:
    sheet = Image.new("P", (1, 1))
    sheet.putpalette([v for colour in POSTER for v in colour] + list(POSTER[0]) * (256 - len(POSTER)))
    return sheet


def vintage_poster(picture: Image.Image, rng: random.Random) -> Image.Image:
    """A few worn printing colours in a cream border."""
    variant, size = rng.randrange(VARIANTS), picture.size
    small = ImageEnhance.Contrast(picture.reduce(2).filter(ImageFilter.BoxBlur(1))).enhance(1.1)
    flat = grow(small.quantize(palette=_poster_palette(), dither=Image.Dither.NONE).convert("RGB"), size)
    worn = noise(size, 2, variant).point(lambda v: 150 if v > 236 else 0)
    flat.paste(POSTER[0], (0, 0), worn)
    poster = framed(framed(framed(flat, POSTER[4], 0.072), POSTER[0], 0.062), POSTER[3], 0.0)
    return multiply(multiply(poster, noise(size, 70, variant, 222, 255)), vignette(size, 200))


def glitch_art(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Torn rows, split colours and scan lines."""
    pixels = np.asarray(picture).copy()
    h, w = pixels.shape[:2]
    unit = w / 512
    for _ in range(13):
        y, high = rng.randrange(h), round(rng.uniform(3, 26) * unit) + 1
        pixels[y : y + high] = np.roll(pixels[y : y + high], round(rng.uniform(-52, 52) * unit), axis=1)
    split = max(2, round(9 * unit))
    pixels[..., 0] = np.roll(pixels[..., 0], split, axis=1)
    pixels[..., 2] = np.roll(pixels[..., 2], -split, axis=1)
    for _ in range(7):
        x, y = rng.randrange(w), rng.randrange(h)
        block = pixels[y : y + round(9 * unit) + 1, x : x + round(rng.uniform(30, 110) * unit) + 1]
        block[...] = rng.choice(((255, 0, 120), (0, 255, 220), (250, 250, 60), (20, 20, 20)))
    pixels[:: max(2, round(4 * unit))] = pixels[:: max(2, round(4 * unit))] // 10 * 7
    return Image.fromarray(pixels)


@lru_cache(maxsize=1)
def _heat() -> list[list[int]]:
    """The colours of a thermal camera, by tone: one table per channel."""
    stops = ((8, 4, 40), (60, 10, 120), (170, 20, 130), (236, 70, 60), (252, 150, 30), (254, 224, 80), (255, 255, 236))
    at = np.linspace(0, 255, len(stops))
    return [np.interp(np.arange(256), at, [stop[k] for stop in stops]).astype(int).tolist() for k in range(3)]


def thermal_image(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Seen by a thermal camera: warm colours are hot."""
    del rng
    small = picture.reduce(2)
    pixels = array(small.filter(ImageFilter.BoxBlur(2)))
    heat = 118 + 0.75 * (pixels[..., 0] - pixels[..., 2]) + 0.2 * (pixels.mean(axis=2) - 128)
    tone = grow(image(heat.astype(np.float32)), picture.size)
    lines = grow(edges(picture, 30, 110).point(lambda v: 255 - v // 3), picture.size)
    return multiply(Image.merge("RGB", [tone.point(table) for table in _heat()]), lines)
