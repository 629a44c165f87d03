"""Jokes of being: of a wrong material or pattern, too large, too small, turned over, in the air, on legs or wheels."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageDraw

from synthgen.renderer.sketch.actors import mirrored_if
from synthgen.renderer.sketch.colours import INK, RGB
from synthgen.renderer.sketch.joke_tools import part_of, resized, thing_of, within
from synthgen.renderer.sketch.patterns import COATS, MATERIALS
from synthgen.renderer.sketch.scene import Joke
from synthgen.renderer.sketch.sprites import face, top_at
from synthgen.renderer.sketch.stage import Item, Stage
from synthgen.renderer.sketch.subjects import DRAWINGS

CLEAR = frozenset({"ice"})
"""One sees a little through these."""
COLD: RGB = (72, 122, 168)
"""Their outline."""
DARKEST = 0.6
"""Brightness of what was black: tyres are of the material too."""


def made_of(stage: Stage, main: Item, joke: Joke) -> None:
    """Its shape and shading in the pattern of the material, with its outline and the seams between its parts."""
    picture = main.picture
    pattern = np.asarray(MATERIALS[joke.value](stage.rng, picture.size), dtype=np.float32)
    alpha = np.asarray(picture.getchannel("A"))
    grey = np.asarray(picture.convert("L"), dtype=np.float32)
    darkest = 0.82 if joke.value in CLEAR else DARKEST
    light = darkest + (1.06 - darkest) * grey / 255
    across = np.abs(np.diff(grey, axis=1, append=grey[:, -1:])) + np.abs(np.diff(grey, axis=0, append=grey[-1:]))
    light = np.where(across > 60, light * 0.7, light)
    shaded = np.clip(pattern * light[..., None], 0, 255)
    rim = (alpha > 128) & ~_inside(alpha, max(1, round(stage.size / 200)))
    shaded[rim] = COLD if joke.value in CLEAR else INK
    solid = alpha * (0.86 if joke.value in CLEAR else 1.0)
    rgba = np.dstack([shaded, np.where(rim, alpha, solid)]).astype(np.uint8)
    main.picture = Image.fromarray(rgba)


def _inside(alpha: NDArray[np.uint8], steps: int) -> NDArray[np.bool_]:
    """Where everything within so many pixels belongs to the sprite."""
    mask = alpha > 128
    for _ in range(steps):
        grown = np.pad(mask, 1)
        mask = mask & grown[:-2, 1:-1] & grown[2:, 1:-1] & grown[1:-1, :-2] & grown[1:-1, 2:]
    return mask


def patterned(stage: Stage, main: Item, joke: Joke) -> None:
    """A coat of stripes or dots, over all but the face."""
    picture = main.picture
    alpha, grey = picture.getchannel("A"), picture.convert("L")
    skin = grey.point(lambda v: 255 if v > 70 else 0)
    marks = ImageChops.multiply(COATS[joke.value](stage.rng, picture.size), ImageChops.multiply(alpha, skin))
    found = face(main.order) if main.order.alive else None
    if found:
        wide, high = picture.size
        x = (1 - found.x if main.mirrored else found.x) * wide
        rx = 0.3 * found.width * wide if found.apart else 0.05 * wide
        y, ry = (found.eyes + (0.05 if found.apart else 0)) * high, (0.13 if found.apart else 0.06) * high
        ImageDraw.Draw(marks).ellipse((x - rx, y - ry, x + rx, y + ry), fill=0)
    dark = main.order.drawing.colour in ("black", "gray", "brown") and joke.value == "polka dots"
    picture.paste((252, 250, 244) if dark else (58, 46, 52), (0, 0), marks)


SMALL_THINGS: Sequence[tuple[str, float]] = (
    ("house", 13), ("house", 16), ("oak tree", 13), ("pine tree", 12), ("birch tree", 12),
)  # fmt: skip
"""What shows how large a giant is, and its height in units: no more than the place may show anyway."""


def giant(stage: Stage, main: Item, joke: Joke) -> None:
    """As high as the houses of its place, with small houses and trees at its feet."""
    rng, unit = stage.rng, stage.unit
    tall, wide = rng.uniform(64, 74) * unit, rng.uniform(60, 68) * unit
    resized(main, min(tall / main.picture.height, wide / main.picture.width))
    main.bottom = max(main.bottom, 80 * unit) + rng.uniform(-1, 3) * unit
    main.x = within((50 + rng.uniform(-9, 9)) * unit, main.picture.width / 2, stage)
    reach = main.picture.width / 2
    for side in (-1, 1):
        for step in range(2):
            name, height = SMALL_THINGS[rng.randrange(len(SMALL_THINGS))]
            if name == main.order.name:
                continue
            order, small = thing_of(stage, joke, height * rng.uniform(0.9, 1.15), name)
            x = main.x + side * (reach * (0.72 if step else 1.0) + rng.uniform(3, 9) * unit)
            y = main.bottom + rng.uniform(0.5, 2.5) * unit * (1 if step else -1)
            x = within(x, 0.4 * small.width, stage)
            item = part_of(order, mirrored_if(small, side), (x, min(y, 0.985 * stage.size)), main.depth + 0.1 + step)
            item.shadow = True
            stage.add(item)


YARDSTICKS: Sequence[tuple[str, float]] = (
    ("cup", 40), ("apple", 36), ("teapot", 40), ("watering can", 40), ("daisy", 46), ("mushroom", 38), ("pencil", 52),
)  # fmt: skip
"""What is known to be small, and its height in units beside something tiny."""


def tiny(stage: Stage, main: Item, joke: Joke) -> None:
    """Smaller than something that one holds in a hand."""
    rng, unit = stage.rng, stage.unit
    resized(main, min(20 * unit / main.picture.height, 28 * unit / main.picture.width))
    name, height = YARDSTICKS[rng.randrange(len(YARDSTICKS))]
    order, large = thing_of(stage, joke, height * rng.uniform(0.94, 1.06), name)
    side = rng.choice((-1, 1))
    x = (50 + side * rng.uniform(12, 17)) * unit
    item = part_of(order, large, (x, main.bottom), main.depth - 0.1)
    item.shadow = True
    stage.add(item)
    main.x = within(x - side * (large.width / 2 + 0.62 * main.picture.width), 0.55 * main.picture.width, stage)
    main.bottom += rng.uniform(1, 4) * unit


def outgrows(stage: Stage, main: Item, joke: Joke) -> None:
    """Beside something that is far larger in reality, and small here."""
    assert joke.thing is not None
    rng, unit = stage.rng, stage.unit
    resized(main, min(68 * unit / main.picture.height, 58 * unit / main.picture.width))
    drawing = DRAWINGS[joke.thing.name]
    order, small = thing_of(stage, joke, min(22, 26 * drawing.height / drawing.width))
    side = rng.choice((-1, 1))
    main.x = within((50 - side * 18) * unit, main.picture.width / 2 + unit, stage)
    x = within(main.x + side * (main.picture.width / 2 + 0.62 * small.width), 0.54 * small.width, stage)
    low = main.bottom + rng.uniform(0, 3) * unit
    stage.add(Item(order, mirrored_if(small, rng.choice((-1, 1))), x, low, depth=main.depth + 0.1))


def upside_down(stage: Stage, main: Item, joke: Joke) -> None:
    """On its head."""
    main.picture = main.picture.transpose(Image.Transpose.FLIP_TOP_BOTTOM)


def on_ceiling(stage: Stage, main: Item, joke: Joke) -> None:
    """Upside down under the ceiling of the room."""
    unit, size = stage.unit, stage.size
    line = round(stage.rng.uniform(7, 10) * unit)
    pen = ImageDraw.Draw(stage.image)
    pen.rectangle((0, 0, size, line), fill=(246, 244, 238))
    pen.rectangle((0, line, size, line + round(1.6 * unit)), fill=(222, 214, 202))
    resized(main, min(46 * unit / main.picture.height, 64 * unit / main.picture.width, 1.0))
    main.picture = main.picture.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    main.bottom, main.shadow = line - 2.5 * unit + main.picture.height, False


def floats(stage: Stage, main: Item, joke: Joke) -> None:
    """Balloons carry it."""
    rng, unit = stage.rng, stage.unit
    resized(main, min(1.0, 40 * unit / main.picture.height, rng.uniform(50, 62) * unit / main.picture.width))
    order, bunch = thing_of(stage, joke, rng.uniform(40, 46), "balloons")
    main.bottom = rng.uniform(78, 85) * unit
    main.x = within((50 + rng.uniform(-12, 12)) * unit, main.picture.width / 2, stage)
    top = main.top + top_at(main.picture, 0.5, 0.2) * main.picture.height + unit
    main.shadow = False
    stage.add(part_of(order, bunch, (main.x, top + 0.6 * unit), main.depth - 0.1))


def flies(stage: Stage, main: Item, joke: Joke) -> None:
    """High in the air, tilted, with lines of speed behind it."""
    rng, unit = stage.rng, stage.unit
    resized(main, min(1.0, rng.uniform(36, 44) * unit / main.picture.height, 56 * unit / main.picture.width))
    side = -1 if main.mirrored else 1
    main.picture = main.picture.rotate(side * rng.uniform(6, 22), Image.Resampling.BICUBIC, expand=True)
    main.bottom = rng.uniform(48, 68) * unit
    main.x = (50 + side * rng.uniform(2, 9)) * unit
    main.shadow = False
    order, streaks = thing_of(stage, joke, 50 * main.picture.height / stage.size, "speed lines")
    x = main.x - side * (main.picture.width / 2 + streaks.width * 0.45)
    at = main.top + 0.5 * main.picture.height + streaks.height * 0.62
    stage.add(part_of(order, mirrored_if(streaks, side), (x, at), main.depth - 0.1))


def winged(stage: Stage, main: Item, joke: Joke) -> None:
    """With two white wings, a little above the ground."""
    rng, unit = stage.rng, stage.unit
    resized(main, min(1.0, 50 * unit / main.picture.height, 46 * unit / main.picture.width))
    wide, high = main.picture.size
    order, wing = thing_of(stage, joke, 62 * max(high, 0.55 * wide) / stage.size, "wing")
    main.bottom = rng.uniform(60, 75) * unit
    main.x = (50 + rng.uniform(-7, 7)) * unit
    main.shadow = False
    at = main.top + rng.uniform(0.56, 0.7) * high
    reach = wing.width / 2 + (0.1 if wide < 1.2 * high else 0.32) * wide
    for side in (1, -1):
        stage.add(part_of(order, mirrored_if(wing, side), (main.x + side * reach, at), main.depth - 0.1))


def on_legs(stage: Stage, main: Item, joke: Joke) -> None:
    """Two human legs with shoes under it."""
    resized(main, min(1.0, 50 * stage.unit / main.picture.height))
    order, pair = thing_of(stage, joke, min(24, 50 * main.picture.width / stage.size), "legs")
    side = -1 if main.mirrored else 1
    item = part_of(order, mirrored_if(pair, side), (main.x, main.bottom), main.depth - 0.1)
    item.shadow = True
    stage.add(item)
    main.bottom -= pair.height * 0.86
    main.shadow = False


def on_wheels(stage: Stage, main: Item, joke: Joke) -> None:
    """Wheels in place of feet."""
    resized(main, min(1.0, 58 * stage.unit / main.picture.height))
    order, wheel = thing_of(stage, joke, min(16, 32 * main.picture.width / stage.size + 3), "wheel")
    reach = max(0.28 * main.picture.width, 0.56 * wheel.width)
    for side in (-1, 1):
        stage.add(part_of(order, wheel, (main.x + side * reach, main.bottom + 2), main.depth + 0.1))
    main.bottom -= 0.55 * wheel.height
    main.shadow = False


def foot_spots(picture: Image.Image) -> list[tuple[float, float]]:
    """Where a sprite stands: middle and width of each foot, in pixels; a broad foot counts as two."""
    alpha = np.asarray(picture.getchannel("A")) > 128
    row = alpha[round(0.94 * (len(alpha) - 1))]
    edges = np.flatnonzero(np.diff(np.concatenate([[False], row, [False]]).astype(np.int8)))
    found = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        if end - start > 0.35 * picture.width:
            quarter = (end - start) / 4
            found += [(start + quarter, 1.3 * quarter), (end - quarter, 1.3 * quarter)]
        elif end - start > 0.02 * picture.width:
            found.append(((start + end) / 2, float(end - start)))
    return found
