"""Light that belongs to the subject, or that only tints the picture; light and weather of a place are in weather.py."""

import random
from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from types import MappingProxyType

from PIL import Image, ImageDraw, ImageFilter

from synthgen.renderer.sketch.canvas import Canvas, oval
from synthgen.renderer.sketch.colours import RGB
from synthgen.renderer.sketch.stage import Item, Stage
from synthgen.renderer.sketch.weather import LIGHT, brightened, dimmed

GLOW: RGB = (255, 244, 186)
CONFETTI: tuple[RGB, ...] = ((255, 255, 255), (250, 226, 150), (248, 206, 214), (206, 226, 246))


def _tinted(picture: Image.Image, rng: random.Random, tint: RGB) -> Image.Image:
    return dimmed(picture, tint)


def _bright(picture: Image.Image, rng: random.Random) -> Image.Image:
    return brightened(picture, (34, 32, 26))


def _confetti(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Pale bits of paper in the air, fewer towards the ground."""
    shown, unit = picture.copy(), picture.width / 100
    pen = ImageDraw.Draw(shown)
    for i in range(34):
        x, y, turn = rng.uniform(1, 99), 70 * rng.random() ** 1.4 + 1, rng.uniform(0, 180)
        corners = [point for x0, y0 in oval(x, y, 1.3, 0.8, 45 + turn, 405 + turn, steps=4) for point in (x0, y0)]
        pen.polygon([v * unit for v in corners], CONFETTI[i % len(CONFETTI)])
    return shown


OVERALL: Mapping[str, Callable[[Image.Image, random.Random], Image.Image]] = MappingProxyType(
    {
        **LIGHT,
        "warm light": partial(_tinted, tint=(255, 228, 188)),
        "cool light": partial(_tinted, tint=(204, 226, 255)),
        "bright light": _bright,
        "confetti": _confetti,
    }
)
"""What is done to the whole picture."""


TINTING = frozenset(
    ("candlelight", "dim light", "fog", "golden hour", "moonlight", "muted colors", "mysterious", "neon lights")
    + ("night", "rain", "snow", "storm", "sunrise", "sunset")
)
"""What changes the colours of things."""


@lru_cache(maxsize=1)
def _halo() -> Image.Image:
    mask = Image.new("L", (96, 96), 0)
    ImageDraw.Draw(mask).ellipse((20, 20, 76, 76), fill=235)
    return mask.filter(ImageFilter.GaussianBlur(11))


def glow(stage: Stage, item: Item) -> None:
    """A halo behind the subject, painted before it."""
    wide, high = (round(1.9 * side) for side in item.picture.size)
    left, top = round(item.x - wide / 2), round(item.bottom - item.picture.height / 2 - high / 2)
    corner = (max(0, left), max(0, top))
    seen = (min(stage.size, left + wide) - corner[0], min(stage.size, top + high) - corner[1])
    if min(seen) < 1:
        return
    halo, across, down = _halo(), _halo().width / wide, _halo().height / high
    x, y = (corner[0] - left) * across, (corner[1] - top) * down
    part = (x, y, min(halo.width, x + seen[0] * across), min(halo.height, y + seen[1] * down))
    mask = halo.resize(seen, Image.Resampling.BILINEAR, part)
    # A picture of one colour is pasted in half the time of a colour.
    stage.image.paste(Image.new("RGB", mask.size, GLOW), corner, mask)


@lru_cache(maxsize=32)
def _sparkle(pixels: int) -> Image.Image:
    canvas = Canvas(20, 20, pixels / 20)
    for r, colour in ((9.6, (255, 250, 214)), (8.2, (255, 255, 255))):
        points = []
        for i in range(4):
            dx, dy = ((0, -1), (1, 0), (0, 1), (-1, 0))[i]
            ex, ey = ((1, -1), (1, 1), (-1, 1), (-1, -1))[i]
            points += [(10 + dx * r, 10 + dy * r), (10 + ex * r * 0.2, 10 + ey * r * 0.2)]
        canvas.polygon(points, colour)
    return canvas.sprite(outline=False)


def shine(stage: Stage, item: Item) -> None:
    """Sparkles on the subject, below the face where it has one."""
    wide, high = item.picture.size
    alpha = item.picture.getchannel("A")
    top, low = (0.52, 0.94) if item.order.alive else (0.06, 0.7)
    tries = [(stage.rng.uniform(0.12, 0.88), stage.rng.uniform(top, low)) for _ in range(12)]
    spots = [(x, y) for x, y in tries if alpha.getpixel((int(x * wide), int(y * high)))][:3]
    for (x, y), units in zip(spots, (11, 8, 6), strict=False):
        star = _sparkle(round(units * stage.unit))
        corner = (round(item.left + x * wide - star.width / 2), round(item.top + y * high - star.height / 2))
        stage.image.paste(star, corner, star)


BEFORE: Mapping[str, Callable[[Stage, Item], None]] = MappingProxyType({"glowing": glow})
"""What is painted behind the subject."""
AFTER: Mapping[str, Callable[[Stage, Item], None]] = MappingProxyType({"shiny": shine})
"""What is painted over it."""
