"""Light and weather over a finished picture: `LIGHT`, by name."""

import math
import random
from collections.abc import Callable

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from synthgen.renderer.sketch.colours import RGB
from synthgen.renderer.sketch.keep import kept
from synthgen.renderer.sketch.planes import (
    Bytes,
    colour,
    contrasted,
    dulled,
    grown,
    joined,
    mixed,
    planes,
    product,
    saturated,
    screened,
    washed,
)

Light = Callable[[Image.Image, random.Random], Image.Image]
Size = tuple[int, int]
VARIANTS = 4
"""How many sheets of rain, snow, fog and rays are kept for each size of picture."""
WHITE: RGB = (255, 255, 255)
BLACK: RGB = (0, 0, 0)


@kept
def _fall(height: int, *colours: RGB) -> Bytes:
    """Light whose colour runs from top to bottom: 3 x height x 1."""
    column = Image.new("RGB", (1, len(colours)))
    column.putdata(colours)
    wide = column.resize((1, 2 * len(colours) - 1), Image.Resampling.BILINEAR)
    return planes(wide.resize((1, height), Image.Resampling.BICUBIC))


@kept
def _disc(size: Size, x: float, y: float, reach: float, power: float) -> Bytes:
    """A mask that is white in one point and black from `reach` on. All as shares of the size."""
    rows, columns = np.mgrid[0:1:128j, 0:1:128j]
    share = 1 - np.clip(np.hypot(columns - x, rows - y) / reach, 0, 1) ** power
    small = Image.fromarray((255 * share).astype(np.uint8))
    return np.asarray(small.resize(size, Image.Resampling.BICUBIC))


def _lamp(size: Size, x: float, y: float, reach: float, inner: RGB, outer: RGB = BLACK, power: float = 1.0) -> Bytes:
    """Light around a point: `inner` there, `outer` from `reach` on."""
    mask = _disc(size, x, y, reach, power)
    return product(mask, colour(inner)) if outer == BLACK else mixed(colour(outer), colour(inner), mask)


def _dull(picture: Image.Image, share: float) -> Bytes:
    """The planes of the picture with only a share of its colour."""
    return dulled(planes(picture), share)


def dimmed(picture: Image.Image, light: RGB) -> Image.Image:
    """The picture in light of one colour."""
    return picture.point([v * c // 255 for c in light for v in range(256)])


def brightened(picture: Image.Image, light: RGB) -> Image.Image:
    """The picture with light of one colour added."""
    return picture.point([v + (255 - v) * c // 255 for c in light for v in range(256)])


def _side(rng: random.Random) -> float:
    """Where across the width the light comes from."""
    return rng.choice((0.12, 0.3, 0.7, 0.88))


def _sunset(picture: Image.Image, rng: random.Random) -> Image.Image:
    fall = _fall(picture.height, (170, 120, 190), (255, 160, 130), (255, 190, 140), (220, 140, 150))
    dusk = product(planes(picture), fall)
    return joined(screened(dusk, _lamp(picture.size, _side(rng), 0.52, 0.6, (190, 96, 20), power=0.6)))


def _sunrise(picture: Image.Image, rng: random.Random) -> Image.Image:
    pale = product(planes(picture), _fall(picture.height, (206, 214, 255), (255, 226, 226), (255, 236, 206)))
    return joined(screened(pale, _lamp(picture.size, _side(rng), 0.5, 0.75, (150, 110, 70), (24, 8, 16), 0.7)))


def _golden_hour(picture: Image.Image, rng: random.Random) -> Image.Image:
    warm = product(planes(picture), colour((255, 214, 150)))
    return joined(screened(warm, _lamp(picture.size, rng.choice((0.0, 1.0)), 0.15, 1.0, (214, 140, 40), power=0.7)))


def _night(picture: Image.Image, rng: random.Random) -> Image.Image:
    del rng
    blue = _fall(picture.height, (72, 84, 150), (112, 122, 190), (88, 98, 160))
    return joined(product(_dull(picture, 0.7), blue))


def _moonlight(picture: Image.Image, rng: random.Random) -> Image.Image:
    pale = product(_dull(picture, 0.4), colour((112, 136, 190)))
    return joined(screened(pale, _lamp(picture.size, _side(rng), 0.02, 0.9, (150, 170, 190), power=0.5)))


@kept
def _streaks(size: Size, variant: int) -> Bytes:
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
    return np.asarray(mask)


def _rain(picture: Image.Image, rng: random.Random) -> Image.Image:
    wet = product(_dull(picture, 0.6), colour((176, 190, 210)))
    return joined(mixed(wet, colour((226, 236, 248)), _streaks(picture.size, rng.randrange(VARIANTS))))


@kept
def _flakes(size: Size, variant: int) -> Bytes:
    """A mask of snowflakes, the near ones large and soft."""
    rng = random.Random(f"snow {variant}")
    mask = Image.new("L", (size[0] * 2, size[1] * 2), 0)
    draw = ImageDraw.Draw(mask)
    for k in range(330):
        x, y = rng.uniform(0, mask.width), rng.uniform(0, mask.height)
        r = mask.width * (rng.uniform(0.002, 0.006) if k % 7 else rng.uniform(0.007, 0.012))
        draw.ellipse([x - r, y - r, x + r, y + r], fill=250 if k % 7 else 215)
    return np.asarray(mask.reduce(2))


def _snow(picture: Image.Image, rng: random.Random) -> Image.Image:
    cold = screened(_dull(picture, 0.72), _fall(picture.height, (40, 52, 70), (40, 48, 62), (96, 104, 116)))
    return joined(mixed(cold, colour(WHITE), _flakes(picture.size, rng.randrange(VARIANTS))))


@kept
def _banks(size: Size, variant: int) -> Bytes:
    """A mask of drifting fog, thicker towards the ground."""
    noise = np.random.default_rng(variant).integers(0, 256, (7, 5), dtype=np.uint8)
    drift = np.asarray(Image.fromarray(noise).resize(size, Image.Resampling.BICUBIC), dtype=np.float32) / 255
    rows = np.linspace(0, 1, size[1], dtype=np.float32)[:, None]
    share = 0.34 + 0.24 * np.sin(np.clip(rows, 0, 0.8) / 0.8 * math.pi) + 0.3 * (drift - 0.5)
    banks: Bytes = (np.clip(share, 0.12, 0.74) * 255).astype(np.uint8)
    return banks


def _fog(picture: Image.Image, rng: random.Random) -> Image.Image:
    return joined(mixed(_dull(picture, 0.65), colour((226, 230, 234)), _banks(picture.size, rng.randrange(VARIANTS))))


def _bolt(rng: random.Random, size: Size) -> list[tuple[float, float]]:
    """The corners of a flash of lightning."""
    x, y = rng.choice((rng.uniform(0.1, 0.28), rng.uniform(0.72, 0.9))), -0.02
    corners = [(x, y)]
    while y < 0.6:
        x, y = x + rng.uniform(-0.07, 0.07), y + rng.uniform(0.06, 0.11)
        corners.append((x, y))
    return [(a * size[0], b * size[1]) for a, b in corners]


def _storm(picture: Image.Image, rng: random.Random) -> Image.Image:
    dark = product(_dull(picture, 0.5), _fall(picture.height, (84, 88, 112), (128, 132, 154), (120, 124, 144)))
    bolt = _bolt(rng, picture.size)
    flash = _lamp(picture.size, round(bolt[0][0] / picture.width, 1), 0.15, 0.5, (70, 74, 96))
    wet = joined(mixed(screened(dark, flash), colour((196, 208, 226)), _streaks(picture.size, rng.randrange(VARIANTS))))
    draw = ImageDraw.Draw(wet)
    for width, paint in ((0.02, (150, 160, 220)), (0.009, (255, 252, 226))):
        draw.line(bolt, fill=paint, width=max(1, round(width * picture.width)), joint="curve")
        fork = bolt[len(bolt) // 2]
        side = [(fork[0] + d * picture.width * 0.1, fork[1] + d * picture.height * 0.14) for d in (0.0, 0.5, 1.0)]
        draw.line(side, fill=paint, width=max(1, round(width * picture.width * 0.6)))
    return wet


@kept
def _bow(size: Size, left: float) -> tuple[Bytes, Bytes]:
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
    for k, band in enumerate(bands):
        r = (0.62 - 0.028 * k) * w
        ring = [left * w - r, 0.72 * h - r, left * w + r, 0.72 * h + r]
        ImageDraw.Draw(paint).arc(ring, 180, 360, fill=band, width=round(0.034 * w))
        ImageDraw.Draw(mask).arc(ring, 180, 360, fill=150, width=round(0.03 * w))
    fade = _fall(h, WHITE, WHITE, (90, 90, 90), BLACK)[0]
    return planes(paint), product(np.asarray(mask.filter(ImageFilter.BoxBlur(w / 200))), fade)


def _rainbow(picture: Image.Image, rng: random.Random) -> Image.Image:
    paint, mask = _bow(picture.size, rng.choice((0.4, 0.5, 0.6)))
    return joined(mixed(planes(brightened(picture, (20, 18, 12))), paint, mask))


@kept
def _rays(size: Size, variant: int, strength: int) -> Bytes:
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
    return np.asarray(mask.filter(ImageFilter.GaussianBlur(4)).resize(size, Image.Resampling.BICUBIC))


def _sunny(picture: Image.Image, rng: random.Random) -> Image.Image:
    variant = rng.randrange(VARIANTS)
    bright = planes(brightened(saturated(picture, 1.2), (26, 22, 8)))
    bright = mixed(bright, colour((255, 246, 190)), _rays(picture.size, variant, 90))
    x = 0.0 if variant % 2 else 1.0
    return joined(screened(bright, _lamp(picture.size, x, 0.0, 0.5, (255, 230, 140), power=0.6)))


def _volumetric(picture: Image.Image, rng: random.Random) -> Image.Image:
    dim = product(planes(picture), colour((206, 206, 214)))
    return joined(mixed(dim, colour((255, 246, 210)), _rays(picture.size, rng.randrange(VARIANTS), 170)))


def _dramatic(picture: Image.Image, rng: random.Random) -> Image.Image:
    """A spotlight from above, in the dark."""
    x = rng.choice((0.38, 0.5, 0.62))
    strong = planes(contrasted(picture, 1.2))
    return joined(product(strong, _lamp(picture.size, x, 0.58, 0.78, (255, 246, 226), (26, 20, 40), 1.4)))


@kept
def _dusk(size: Size) -> Bytes:
    """A mask that is white on the left, and falls to black across a slanted line right of the middle."""
    rows, columns = np.mgrid[0:1:96j, 0:1:96j]
    share = np.clip((0.77 - 0.22 * rows - columns) / 0.28 + 0.5, 0, 1)
    return np.asarray(Image.fromarray((255 * share).astype(np.uint8)).resize(size, Image.Resampling.BICUBIC))


def _shadows(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Hard light from one side, and the other side in deep shadow."""
    dusk = _dusk(picture.size)
    lit = mixed(colour((74, 66, 104)), colour((255, 250, 238)), dusk if rng.random() < 0.5 else dusk[:, ::-1])
    return joined(product(planes(contrasted(picture, 1.25)), lit))


def _cinematic(picture: Image.Image, rng: random.Random) -> Image.Image:
    """As in a film: orange lights, teal shadows, black bars above and below."""
    del rng
    tones = np.arange(256)
    light = tones / 255
    tables = [tones + 26 * light - 14 * (1 - light), tones + 4 * light, tones - 40 * light + 24 * (1 - light)]
    levels = np.clip(np.concatenate(tables), 0, 255).astype(int).tolist()
    graded = contrasted(picture, 1.12).point(levels)
    bar = round(0.06 * picture.height)
    graded.paste(BLACK, (0, 0, picture.width, bar))
    graded.paste(BLACK, (0, picture.height - bar, picture.width, picture.height))
    return graded


def _hazy(picture: Image.Image, share: float) -> Bytes:
    """With a white haze around what is bright."""
    haze = picture.reduce(8).convert("L").filter(ImageFilter.BoxBlur(0.8)).point([int(v * share) for v in range(256)])
    haze = haze.resize((picture.width // 2, picture.height // 2), Image.Resampling.BILINEAR)
    return mixed(planes(picture), colour(WHITE), np.asarray(grown(haze, picture.size)))


def _soft(picture: Image.Image, rng: random.Random) -> Image.Image:
    del rng
    return joined(washed(_hazy(picture, 0.3), (255, 238, 214), 0.16))


def _neon(picture: Image.Image, rng: random.Random) -> Image.Image:
    left, right = rng.choice(
        (((255, 40, 190), (30, 190, 255)), ((150, 60, 255), (255, 70, 130)), ((30, 230, 190), (230, 50, 230)))
    )
    dark = product(planes(picture), colour((104, 88, 150)))
    lit = screened(dark, _lamp(picture.size, 0.0, 0.5, 0.7, left, power=0.5))
    return joined(screened(lit, _lamp(picture.size, 1.0, 0.5, 0.7, right, power=0.5)))


def _dim(picture: Image.Image, rng: random.Random) -> Image.Image:
    """The corners darker than the middle, where one still sees what there is."""
    del rng
    return joined(product(planes(picture), _lamp(picture.size, 0.5, 0.55, 0.8, (206, 198, 196), (104, 102, 122))))


def _candle(picture: Image.Image, rng: random.Random) -> Image.Image:
    x = rng.choice((0.35, 0.5, 0.65))
    return joined(product(planes(picture), _lamp(picture.size, x, 0.66, 0.72, (255, 212, 132), (64, 32, 22), 1.1)))


def _vibrant(picture: Image.Image, rng: random.Random) -> Image.Image:
    del rng
    return contrasted(saturated(picture, 1.6), 1.08)


def _muted(picture: Image.Image, rng: random.Random) -> Image.Image:
    del rng
    return joined(washed(_dull(picture, 0.42), (206, 198, 190), 0.18))


def _dreamy(picture: Image.Image, rng: random.Random) -> Image.Image:
    tint = rng.choice(((255, 186, 226), (206, 190, 255), (186, 224, 255)))
    return joined(washed(_hazy(picture, 0.38), tint, 0.24))


def _mysterious(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Violet dusk and drifting mist; the middle stays light enough to see who is there."""
    shade = rng.choice(((60, 40, 110), (30, 70, 90), (80, 40, 90)))
    veiled = washed(planes(picture), shade, 0.22)
    dark = product(veiled, _lamp(picture.size, 0.5, 0.56, 0.9, (255, 252, 255), (84, 76, 128), 1.6))
    banks = _banks(picture.size, rng.randrange(VARIANTS))
    return joined(mixed(dark, colour((170, 170, 200)), banks // 4))


LIGHT: dict[str, Light] = {
    "candlelight": _candle,
    "cinematic lighting": _cinematic,
    "deep shadows": _shadows,
    "dramatic lighting": _dramatic,
    "dim light": _dim,
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
