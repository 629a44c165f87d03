"""Light and weather over a finished picture: `LIGHT`, by name."""

import math
import random
from collections.abc import Callable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter

from synthgen.renderer.sketch.colours import RGB

Light = Callable[[Image.Image, random.Random], Image.Image]
Size = tuple[int, int]
Sheet = NDArray[np.uint8]
"""Light for each pixel of a picture: height x width x 3."""
VARIANTS = 4
"""How many sheets of rain, snow, fog and rays are kept for each size of picture."""


@lru_cache(maxsize=16)
def _fall(size: Size, *colours: RGB) -> Sheet:
    """Light whose colour runs from top to bottom."""
    column = Image.new("RGB", (1, len(colours)))
    column.putdata(colours)
    wide = column.resize((1, 2 * len(colours) - 1), Image.Resampling.BILINEAR)
    return np.asarray(wide.resize(size, Image.Resampling.BICUBIC))


@lru_cache(maxsize=40)
def _disc(size: Size, x: float, y: float, reach: float, inner: RGB, outer: RGB, power: float = 1.0) -> Sheet:
    """Light around a point: `inner` there, `outer` from `reach` on. All as shares of the size."""
    rows, columns = np.mgrid[0:1:128j, 0:1:128j]
    share = np.clip(np.hypot(columns - x, rows - y) / reach, 0, 1)[..., None] ** power
    pixels = np.array(inner) * (1 - share) + np.array(outer) * share
    return np.asarray(Image.fromarray(pixels.astype(np.uint8)).resize(size, Image.Resampling.BICUBIC))


def _multiply(picture: Image.Image, light: Sheet) -> Image.Image:
    """Darker where the light is not white; in half the time of ImageChops.multiply."""
    return Image.fromarray(_product(np.asarray(picture), light))


def _screen(picture: Image.Image, light: Sheet) -> Image.Image:
    """Brighter where the light is not black."""
    return Image.fromarray(~_product(~np.asarray(picture), ~light))


def _product(one: Sheet, other: Sheet) -> Sheet:
    product = one.astype(np.uint16)
    product *= other
    product += 255  # so that 255 x 255 gives 255
    product >>= 8
    return product.astype(np.uint8)


def dimmed(picture: Image.Image, colour: RGB) -> Image.Image:
    """The picture in light of one colour."""
    return picture.point([v * c // 255 for c in colour for v in range(256)])


def brightened(picture: Image.Image, colour: RGB) -> Image.Image:
    """The picture with light of one colour added."""
    return picture.point([v + (255 - v) * c // 255 for c in colour for v in range(256)])


def _blend(picture: Image.Image, colour: RGB, share: float) -> Image.Image:
    return Image.blend(picture, Image.new("RGB", picture.size, colour), share)


def _colour(picture: Image.Image, share: float) -> Image.Image:
    """More (above 1) or less colour."""
    return ImageEnhance.Color(picture).enhance(share)


def _side(rng: random.Random) -> float:
    """Where across the width the light comes from."""
    return rng.choice((0.12, 0.3, 0.7, 0.88))


def _sunset(picture: Image.Image, rng: random.Random) -> Image.Image:
    dusk = _multiply(picture, _fall(picture.size, (170, 120, 190), (255, 160, 130), (255, 190, 140), (220, 140, 150)))
    return _screen(dusk, _disc(picture.size, _side(rng), 0.52, 0.6, (190, 96, 20), (0, 0, 0), 0.6))


def _sunrise(picture: Image.Image, rng: random.Random) -> Image.Image:
    pale = _multiply(picture, _fall(picture.size, (206, 214, 255), (255, 226, 226), (255, 236, 206)))
    return _screen(pale, _disc(picture.size, _side(rng), 0.5, 0.75, (150, 110, 70), (24, 8, 16), 0.7))


def _golden_hour(picture: Image.Image, rng: random.Random) -> Image.Image:
    warm = dimmed(picture, (255, 214, 150))
    return _screen(warm, _disc(picture.size, rng.choice((0.0, 1.0)), 0.15, 1.0, (214, 140, 40), (0, 0, 0), 0.7))


def _night(picture: Image.Image, rng: random.Random) -> Image.Image:
    del rng
    blue = _fall(picture.size, (72, 84, 150), (112, 122, 190), (88, 98, 160))
    return _multiply(_colour(picture, 0.7), blue)


def _moonlight(picture: Image.Image, rng: random.Random) -> Image.Image:
    pale = dimmed(_colour(picture, 0.4), (112, 136, 190))
    return _screen(pale, _disc(picture.size, _side(rng), 0.02, 0.9, (150, 170, 190), (0, 0, 0), 0.5))


@lru_cache(maxsize=32)
def _streaks(size: Size, variant: int) -> Image.Image:
    """A mask of slanted rain."""
    rng = random.Random(f"rain {variant}")
    mask = Image.new("L", size, 0)
    draw = ImageDraw.Draw(mask)
    w, h = size
    for _ in range(230):
        x, y, near = rng.uniform(-0.1, 1.1) * w, rng.uniform(-0.1, 1) * h, rng.uniform(0.4, 1)
        drop = 0.07 * h * near
        draw.line([(x, y), (x - 0.22 * drop, y + drop)], fill=int(210 * near), width=max(1, round(w * 0.004 * near)))
    for _ in range(26):
        x, y = rng.uniform(0, 1) * w, rng.uniform(0.82, 0.99) * h
        draw.ellipse([x - 0.016 * w, y - 0.005 * h, x + 0.016 * w, y + 0.005 * h], outline=170, width=max(1, w // 400))
    return mask


def _rain(picture: Image.Image, rng: random.Random) -> Image.Image:
    grey = dimmed(_colour(picture, 0.6), (176, 190, 210))
    grey.paste((226, 236, 248), (0, 0), _streaks(picture.size, rng.randrange(VARIANTS)))
    return grey


@lru_cache(maxsize=32)
def _flakes(size: Size, variant: int) -> Image.Image:
    """A mask of snowflakes, the near ones large and soft, and of snow that gathers below."""
    rng = random.Random(f"snow {variant}")
    mask = Image.new("L", (size[0] * 2, size[1] * 2), 0)
    draw = ImageDraw.Draw(mask)
    for k in range(330):
        x, y = rng.uniform(0, mask.width), rng.uniform(0, mask.height)
        r = mask.width * (rng.uniform(0.002, 0.006) if k % 7 else rng.uniform(0.007, 0.012))
        draw.ellipse([x - r, y - r, x + r, y + r], fill=250 if k % 7 else 215)
    return mask.reduce(2)


def _snow(picture: Image.Image, rng: random.Random) -> Image.Image:
    cold = _screen(_colour(picture, 0.72), _fall(picture.size, (40, 52, 70), (40, 48, 62), (96, 104, 116)))
    cold.paste((255, 255, 255), (0, 0), _flakes(picture.size, rng.randrange(VARIANTS)))
    return cold


@lru_cache(maxsize=32)
def _banks(size: Size, variant: int) -> Image.Image:
    """A mask of drifting fog, thicker towards the ground."""
    noise = np.random.default_rng(variant).integers(0, 256, (7, 5), dtype=np.uint8)
    drift = np.asarray(Image.fromarray(noise).resize(size, Image.Resampling.BICUBIC), dtype=np.float32) / 255
    rows = np.linspace(0, 1, size[1], dtype=np.float32)[:, None]
    share = 0.34 + 0.24 * np.sin(np.clip(rows, 0, 0.8) / 0.8 * math.pi) + 0.3 * (drift - 0.5)
    return Image.fromarray((np.clip(share, 0.12, 0.74) * 255).astype(np.uint8))


def _fog(picture: Image.Image, rng: random.Random) -> Image.Image:
    grey = _colour(picture, 0.65)
    grey.paste((226, 230, 234), (0, 0), _banks(picture.size, rng.randrange(VARIANTS)))
    return grey


def _bolt(rng: random.Random, size: Size) -> list[tuple[float, float]]:
    """The corners of a flash of lightning."""
    x, y = rng.choice((rng.uniform(0.1, 0.28), rng.uniform(0.72, 0.9))), -0.02
    corners = [(x, y)]
    while y < 0.6:
        x, y = x + rng.uniform(-0.07, 0.07), y + rng.uniform(0.06, 0.11)
        corners.append((x, y))
    return [(a * size[0], b * size[1]) for a, b in corners]


def _storm(picture: Image.Image, rng: random.Random) -> Image.Image:
    dark = _multiply(_colour(picture, 0.5), _fall(picture.size, (84, 88, 112), (128, 132, 154), (120, 124, 144)))
    bolt = _bolt(rng, picture.size)
    flash = _disc(picture.size, round(bolt[0][0] / picture.width, 1), 0.15, 0.5, (70, 74, 96), (0, 0, 0))
    dark = _screen(dark, flash)
    draw = ImageDraw.Draw(dark)
    for width, colour in ((0.02, (150, 160, 220)), (0.009, (255, 252, 226))):
        draw.line(bolt, fill=colour, width=max(1, round(width * picture.width)), joint="curve")
        fork = bolt[len(bolt) // 2]
        side = [(fork[0] + d * picture.width * 0.1, fork[1] + d * picture.height * 0.14) for d in (0.0, 0.5, 1.0)]
        draw.line(side, fill=colour, width=max(1, round(width * picture.width * 0.6)))
    dark.paste((196, 208, 226), (0, 0), _streaks(picture.size, rng.randrange(VARIANTS)))
    return dark


@lru_cache(maxsize=16)
def _bow(size: Size, left: float) -> tuple[Image.Image, Image.Image]:
    """A rainbow, and the mask that lets it shine through."""
    bands: tuple[RGB, ...] = (
        (236, 60, 60),
        (248, 150, 50),
        (250, 224, 80),
        (90, 200, 100),
        (70, 150, 240),
        (140, 90, 210),
    )
    paint, mask = Image.new("RGB", size), Image.new("L", size, 0)
    w, h = size
    for k, colour in enumerate(bands):
        r = (0.62 - 0.028 * k) * w
        ring = [left * w - r, 0.72 * h - r, left * w + r, 0.72 * h + r]
        ImageDraw.Draw(paint).arc(ring, 180, 360, fill=colour, width=round(0.034 * w))
        ImageDraw.Draw(mask).arc(ring, 180, 360, fill=150, width=round(0.03 * w))
    fade = _fall((w, h), (255, 255, 255), (255, 255, 255), (90, 90, 90), (0, 0, 0))[..., 0]
    return paint, _multiply(mask.filter(ImageFilter.BoxBlur(w / 200)), fade)


def _rainbow(picture: Image.Image, rng: random.Random) -> Image.Image:
    paint, mask = _bow(picture.size, rng.choice((0.4, 0.5, 0.6)))
    bright = brightened(picture, (20, 18, 12))
    bright.paste(paint, (0, 0), mask)
    return bright


@lru_cache(maxsize=32)
def _rays(size: Size, variant: int, strength: int) -> Image.Image:
    """A mask of beams that fall in from an upper corner."""
    rng = random.Random(f"rays {variant}")
    mask = Image.new("L", (256, 256), 0)
    draw = ImageDraw.Draw(mask)
    corner = (-20, -30) if variant % 2 else (276, -30)
    start = 18.0 if variant % 2 else 98.0
    for k in range(5):
        angle, half = math.radians(start + 14 * k + rng.uniform(-2, 2)), math.radians(rng.uniform(2, 4))
        ends = [(corner[0] + 420 * math.cos(angle + d), corner[1] + 420 * math.sin(angle + d)) for d in (-half, half)]
        draw.polygon([corner, *ends], fill=int(strength * rng.uniform(0.7, 1)))
    return mask.filter(ImageFilter.GaussianBlur(4)).resize(size, Image.Resampling.BICUBIC)


def _sunny(picture: Image.Image, rng: random.Random) -> Image.Image:
    variant = rng.randrange(VARIANTS)
    bright = brightened(_colour(picture, 1.2), (26, 22, 8))
    bright.paste((255, 246, 190), (0, 0), _rays(picture.size, variant, 90))
    x = 0.0 if variant % 2 else 1.0
    return _screen(bright, _disc(picture.size, x, 0.0, 0.5, (255, 230, 140), (0, 0, 0), 0.6))


def _volumetric(picture: Image.Image, rng: random.Random) -> Image.Image:
    dim = dimmed(picture, (206, 206, 214))
    dim.paste((255, 246, 210), (0, 0), _rays(picture.size, rng.randrange(VARIANTS), 170))
    return dim


def _dramatic(picture: Image.Image, rng: random.Random) -> Image.Image:
    x = rng.choice((0.38, 0.5, 0.62))
    strong = ImageEnhance.Contrast(picture).enhance(1.2)
    return _multiply(strong, _disc(picture.size, x, 0.58, 0.78, (255, 246, 226), (26, 20, 40), 1.4))


def _hazy(picture: Image.Image, reach: int, share: float) -> Image.Image:
    """With a white haze around what is bright."""
    small = picture.reduce(reach).convert("L").filter(ImageFilter.BoxBlur(1)).point(lambda v: v * share)
    haze = small.resize(picture.size, Image.Resampling.BILINEAR)
    return Image.composite(Image.new("RGB", picture.size, (255, 255, 255)), picture, haze)


def _soft(picture: Image.Image, rng: random.Random) -> Image.Image:
    del rng
    return _blend(_hazy(picture, 4, 0.3), (255, 238, 214), 0.16)


def _neon(picture: Image.Image, rng: random.Random) -> Image.Image:
    left, right = rng.choice(
        (((255, 40, 190), (30, 190, 255)), ((150, 60, 255), (255, 70, 130)), ((30, 230, 190), (230, 50, 230)))
    )
    dark = dimmed(picture, (104, 88, 150))
    lit = _screen(dark, _disc(picture.size, 0.0, 0.5, 0.7, left, (0, 0, 0), 0.5))
    return _screen(lit, _disc(picture.size, 1.0, 0.5, 0.7, right, (0, 0, 0), 0.5))


def _candle(picture: Image.Image, rng: random.Random) -> Image.Image:
    x = rng.choice((0.35, 0.5, 0.65))
    return _multiply(picture, _disc(picture.size, x, 0.66, 0.72, (255, 212, 132), (64, 32, 22), 1.1))


def _vibrant(picture: Image.Image, rng: random.Random) -> Image.Image:
    del rng
    return ImageEnhance.Contrast(_colour(picture, 1.6)).enhance(1.08)


def _muted(picture: Image.Image, rng: random.Random) -> Image.Image:
    del rng
    return _blend(_colour(picture, 0.42), (206, 198, 190), 0.18)


def _dreamy(picture: Image.Image, rng: random.Random) -> Image.Image:
    tint = rng.choice(((255, 186, 226), (206, 190, 255), (186, 224, 255)))
    return _blend(_hazy(picture, 8, 0.38), tint, 0.24)


def _mysterious(picture: Image.Image, rng: random.Random) -> Image.Image:
    shade = rng.choice(((60, 40, 110), (30, 70, 90), (80, 40, 90)))
    dark = _multiply(_blend(picture, shade, 0.3), _disc(picture.size, 0.5, 0.55, 0.85, (235, 230, 250), (70, 60, 110)))
    dark.paste((170, 170, 200), (0, 0), _banks(picture.size, rng.randrange(VARIANTS)).point(lambda v: v * 2 // 5))
    return dark


LIGHT: dict[str, Light] = {
    "candlelight": _candle,
    "dramatic lighting": _dramatic,
    "dreamy": _dreamy,
    "fog": _fog,
    "golden hour": _golden_hour,
    "moonlight": _moonlight,
    "muted colors": _muted,
    "mysterious": _mysterious,
    "neon lights": _neon,
    "night": _night,
    "rain": _rain,
    "rainbow": _rainbow,
    "snow": _snow,
    "soft light": _soft,
    "storm": _storm,
    "sunny": _sunny,
    "sunrise": _sunrise,
    "sunset": _sunset,
    "vibrant": _vibrant,
    "volumetric light": _volumetric,
}
