"""Painted media: brushes, pastels, crayons."""

import random
from functools import lru_cache

import numpy as np
from PIL import Image, ImageChops, ImageEnhance, ImageFilter

from synthgen.renderer.sketch.media_tools import (
    VARIANTS,
    Floats,
    Labels,
    Size,
    cells,
    dabs,
    edges,
    grain,
    grow,
    hatching,
    image,
    means,
    multiply,
    noise,
    ragged,
    thick,
    toned,
    warp,
)


def watercolor(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Pale washes with dark rims on white paper."""
    variant, size = rng.randrange(VARIANTS), picture.size
    small = picture.reduce(2)
    rows, columns = warp(small.size, 12, 3.2, variant)
    wavy = Image.fromarray(np.asarray(small)[rows, columns])
    wash = ImageEnhance.Color(wavy.filter(ImageFilter.BoxBlur(1.6))).enhance(1.25)
    bloom = noise(small.size, 34, variant, 70, 170)
    wash = Image.composite(Image.new("RGB", small.size, (255, 253, 247)), wash, bloom.point(lambda v: v * 3 // 5))
    rims = edges(grow(wavy, size), 10, 90).filter(ImageFilter.BoxBlur(0.8)).point(lambda v: 255 - v * 11 // 20)
    wash = multiply(multiply(wash, rims), noise(small.size, 2, variant, 226, 255))
    paper = Image.new("RGB", size, (253, 251, 245))
    paper.paste(grow(wash, size), (0, 0), ragged(size, 0.05, variant))
    return paper


def ink_wash(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Grey washes and brush lines on rice paper, with a red seal."""
    variant, size = rng.randrange(VARIANTS), picture.size
    grey = ImageEnhance.Brightness(picture.convert("L").convert("RGB")).enhance(1.12)
    small = grey.reduce(2)
    rows, columns = warp(small.size, 14, 4, variant)
    wavy = Image.fromarray(np.asarray(small)[rows, columns]).filter(ImageFilter.BoxBlur(2.4))
    wash = toned(wavy, (34, 34, 38), (250, 247, 238), (160, 158, 154))
    lines = thick(edges(picture, 30, 90)).filter(ImageFilter.BoxBlur(0.7)).point(lambda v: 255 - v * 4 // 5)
    wash = multiply(multiply(wash, lines), noise(small.size, 3, variant, 236, 255))
    paper = Image.new("RGB", size, (246, 242, 230))
    paper.paste(grow(wash, size), (0, 0), ragged(size, 0.09, variant, 0.9))
    side = size[0] // 13
    corner = (size[0] - side * 3 // 2, size[1] - side * 3 // 2)
    paper.paste((190, 36, 34), (*corner, corner[0] + side, corner[1] + side))
    for k in range(3):
        left = corner[0] + side * (2 + 2 * k) // 9
        paper.paste(
            (246, 226, 214), (left, corner[1] + side // 6, left + side // 14 + 1, corner[1] + side * (5 - k % 2) // 6)
        )
    return paper


def _strokes(
    picture: Image.Image, step: int, length: float, width: float, swirl: float, luck: float, variant: int
) -> Image.Image:
    """The picture in brush strokes, each of one colour a little off the true one."""
    scale = picture.width / 512
    step, length, width = max(2, round(step * scale)), length * scale, max(2.0, width * scale)
    labels, rows, columns = dabs(picture.size, step, length, width, swirl, variant)
    source = np.asarray(picture.filter(ImageFilter.BoxBlur(1)), np.float32)[rows, columns]
    off = np.random.default_rng(variant).normal(0, luck, (len(rows), 1)) + np.random.default_rng(variant + 9).normal(
        0, luck * 0.6, (len(rows), 3)
    )
    paints = np.clip(source + off, 0, 255).astype(np.uint8)
    paints[0] = (250, 245, 232)
    return Image.fromarray(paints[labels])


def oil_painting(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Thick strokes with relief, in deep colours."""
    variant = rng.randrange(VARIANTS)
    deep = ImageEnhance.Contrast(ImageEnhance.Color(picture).enhance(1.3)).enhance(1.08)
    painted = _strokes(deep, 4, 12, 4.6, 1.1, 8, variant)
    relief = painted.convert("L").filter(ImageFilter.EMBOSS).point(lambda v: 128 + (v - 128) * 3 // 5)
    return ImageChops.add(painted, relief.convert("RGB"), 1, -128)


def impressionism(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Short broad dabs of broken, bright colour."""
    variant = rng.randrange(VARIANTS)
    bright = ImageEnhance.Brightness(ImageEnhance.Color(picture).enhance(1.35)).enhance(1.06)
    painted = _strokes(bright, 6, 13, 7, 0.35, 20, variant)
    return Image.blend(painted, Image.new("RGB", picture.size, (255, 226, 190)), 0.1)


def pointillism(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Small round dots of pure colour on cream."""
    return _strokes(ImageEnhance.Color(picture).enhance(1.35), 6, 0, 7.4, 0, 24, rng.randrange(VARIANTS))


def pastel_drawing(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Soft chalky colour on toned paper that shows through its grain."""
    variant, size = rng.randrange(VARIANTS), picture.size
    soft = _strokes(ImageEnhance.Color(picture).enhance(1.25), 4, 16, 4, 0.1, 12, variant)
    soft = Image.blend(soft.filter(ImageFilter.BoxBlur(1)), Image.new("RGB", size, (255, 240, 232)), 0.18)
    tooth = (0.6 * grain(size, 2, variant) + 0.4 * grain(size, 5, variant)) * 255
    cover = image(((tooth - 62) * 5).astype(np.float32))
    paper = Image.new("RGB", size, (196, 180, 168))
    paper.paste(soft, (0, 0), ImageChops.multiply(cover, ragged(size, 0.07, variant)))
    return paper


def crayon_drawing(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Waxy scribbles with dark outlines on white paper."""
    variant, size = rng.randrange(VARIANTS), picture.size
    wax = ImageEnhance.Color(picture.filter(ImageFilter.BoxBlur(2))).enhance(1.5)
    scale = size[0] / 512
    scribble = hatching(size, 6 * scale, (35, -40, 55)[variant], 4.4 * scale, variant)
    patchy = noise(size, 3, variant).point(lambda v: 255 if v > 88 else 70)
    cover = ImageChops.multiply(ImageChops.lighter(ImageChops.invert(scribble), Image.new("L", size, 90)), patchy)
    paper = Image.new("RGB", size, (254, 253, 249))
    paper.paste(wax, (0, 0), cover)
    lines = thick(edges(picture, 30, 80), 3)
    rows, columns = warp(lines.size, 8, 2, variant)
    shaky = ImageChops.multiply(
        Image.fromarray(np.asarray(lines)[rows, columns]), noise(lines.size, 2, variant, 120, 255)
    )
    paper.paste((58, 46, 60), (0, 0), grow(shaky, size))
    return paper


@lru_cache(maxsize=4)
def _facets(size: Size, variant: int) -> tuple[Labels, Labels, Floats, Image.Image]:
    """For every pixel the row and column that it shows and how much lighter it is, and the lines between the facets."""
    labels, edge = cells(size, max(8, size[0] // 9), 0.46, variant)
    luck, count = np.random.default_rng(variant + 20), int(labels.max()) + 1
    reach = size[0] / 512 * 13
    shift = luck.uniform(-reach, reach, (count, 2))[labels]
    rows, columns = np.mgrid[0 : size[1], 0 : size[0]]
    slope = luck.uniform(-1, 1, (count, 2))[labels]
    light = slope[..., 0] * (rows % 57 - 28) + slope[..., 1] * (columns % 57 - 28)
    light += luck.uniform(-26, 26, count)[labels]
    return (
        np.clip(rows + shift[..., 0], 0, size[1] - 1).astype(np.int32),
        np.clip(columns + shift[..., 1], 0, size[0] - 1).astype(np.int32),
        light[..., None].astype(np.float32),
        Image.fromarray((edge * 255).astype(np.uint8)),
    )


def cubism(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Facets that are shifted and shaded each in its own way, in earthy tones."""
    rows, columns, light, lines = _facets(picture.size, rng.randrange(VARIANTS))
    earthy = Image.blend(
        ImageEnhance.Color(picture).enhance(0.75), Image.new("RGB", picture.size, (176, 142, 100)), 0.24
    )
    faceted = image(np.asarray(earthy)[rows, columns] + light)
    faceted.paste((44, 34, 30), (0, 0), lines)
    return faceted


def mosaic(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Small uneven tiles in pale grout."""
    variant = rng.randrange(VARIANTS)
    labels, edge = cells(picture.size, max(4, picture.width // 50), 0.16, variant)
    paints = means(ImageEnhance.Color(picture).enhance(1.25), labels)
    paints += np.random.default_rng(variant).normal(0, 11, (len(paints), 1)).astype(np.float32)
    pixels = np.clip(paints, 0, 255).astype(np.uint8)[labels]
    pixels[edge] = (168, 160, 148)
    return Image.fromarray(pixels)


def stained_glass(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Glowing panes between bars of lead."""
    variant, size = rng.randrange(VARIANTS), picture.size
    labels, edge = cells(size, max(6, size[0] // 21), 0.42, variant)
    bright = ImageEnhance.Color(ImageEnhance.Brightness(picture).enhance(1.12)).enhance(1.8)
    paints = means(bright, labels)
    paints += np.random.default_rng(variant).normal(0, 13, (len(paints), 1)).astype(np.float32)
    panes = Image.fromarray(np.clip(paints, 0, 255).astype(np.uint8)[labels])
    panes = Image.blend(panes, bright, 0.32)
    panes = multiply(panes, noise(size, 12, variant, 205, 255))
    panes.paste((18, 18, 24), (0, 0), thick(Image.fromarray((edge * 255).astype(np.uint8)), 3))
    panes.paste((18, 18, 24), (0, 0), grow(edges(picture, 60, 120), size))
    return panes
