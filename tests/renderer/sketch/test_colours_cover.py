"""The colour that a prompt names is what one sees: measured on pixels, as far from the drawing code as can be."""

import random
from collections.abc import Mapping
from functools import cache, partial
from itertools import pairwise
from types import MappingProxyType

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.colours import COLOURS, RGB
from synthgen.renderer.sketch.compose import compose
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.scene import Scene, Thing
from synthgen.renderer.sketch.sprites import Order, sprite
from synthgen.renderer.sketch.stage import Stage
from synthgen.renderer.sketch.subjects import DRAWINGS, PEOPLED, ROOM_OF, ROOMS
from synthgen.renderer.sketch.vocabulary import rgb, takes_colour

SIZE = 128
STEP = 3
"""Of so many pixels one is measured."""
LEAST = 0.36
"""Share of a thing that is at least near the colour that it was asked for in."""
NEUTRAL = frozenset({"black", "gray", "silver", "white"})
LESS: Mapping[str, float] = MappingProxyType(
    {"bicycle": 0.27, "wheelchair": 0.29, "motorcycle": 0.33, "unicycle": 0.34, "kick scooter": 0.3, "tricycle": 0.35}
    | {"electric scooter": 0.34, "police car": 0.33, "monster truck": 0.24, "pirate ship": 0.28, "ferry": 0.36}
    | {
        "house": 0.33,
        "earring": 0.26,
        "subway": 0.33,
        "train": 0.32,
        "sandals on somebody": 0.44,
        "faux hawk": 0.34,
        "ponytail": 0.4,
        "bee": 0.3,
        "owl": 0.33,
        "stove": 0.35,
        "coat rack": 0.33,
        "lilac": 0.33,
        "microphone": 0.35,
        "fan": 0.38,
        "firework": 0.2,
    }
)
"""Things with a good reason for less: wheels, glass, a white face."""
KEEP: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "plants": frozenset({"green", "olive"}),
        "vehicles": frozenset({"black"}),
        "penguin": frozenset({"cream", "pink", "cyan"}),
        "earring": frozenset({"blue", "indigo", "navy", "cyan"}),
    }
)
"""Leaves, tyres, a pale belly, a stone: colours that a room or a thing keeps in any case."""
PAINTED = 0.5
"""Share of the part of a person that takes the colour (hair, a dress) that is near it."""
NUDGE = 6
"""By how much a colour is changed to find what takes it."""
PART = 0.02
"""Share of a person that this part is at least."""
NEARLY_ALIKE = (
    ("maroon", "red", "pink"),
    ("brown", "orange", "yellow"),
    ("navy", "blue", "cyan"),
    ("black", "gray", "silver", "white"),
    ("purple", "violet", "pink"),
    ("olive", "gold", "yellow", "cream"),
    ("teal", "turquoise"),
    ("indigo", "blue"),
    ("brown", "beige", "cream"),
    ("maroon", "magenta", "pink"),
)
"""Colours that are easily confused, from dark to light."""
ROUND = ("red", "orange", "yellow", "green", "turquoise", "cyan", "blue", "violet", "magenta", "red")
"""Colours in the order of their hues, and by how many degrees one differs from the next."""
LEAST_TURN, MOST_TURN = 8, 90

Lab = NDArray[np.float64]
Mask = NDArray[np.bool_]


def lab(pixels: object) -> Lab:
    """sRGB, 0 to 255, as CIELAB under D65."""
    share = np.asarray(pixels, np.float64) / 255
    linear = np.where(share > 0.04045, ((share + 0.055) / 1.055) ** 2.4, share / 12.92)
    xyz = linear @ np.array([[0.4339, 0.2126, 0.0178], [0.3762, 0.7152, 0.1095], [0.1899, 0.0722, 0.8730]])
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    x, y, z = f[..., 0], f[..., 1], f[..., 2]
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1)


def hue(colours: Lab) -> Lab:
    return np.asarray(np.degrees(np.arctan2(colours[..., 2], colours[..., 1])))


def near(pixels: Lab, word: str, hair: bool = False) -> Mask:
    """Which pixels a person would call by this word: its hue in the light and in the shade, grays by lightness."""
    wanted = lab(rgb(word, hair))
    chroma, strong = np.hypot(pixels[:, 1], pixels[:, 2]), float(np.hypot(wanted[1], wanted[2]))
    apart = np.abs(pixels[:, 0] - wanted[0])
    if strong < 14:
        return np.asarray((chroma < max(14, strong + 9)) & (apart < 24))
    turned = np.abs((hue(pixels) - hue(wanted) + 180) % 360 - 180)
    return np.asarray((turned < 24) & (chroma > 0.4 * strong) & (chroma < 1.8 * strong + 12) & (apart < 27))


@pytest.fixture
def backdrops(monkeypatch: pytest.MonkeyPatch) -> list[Image.Image]:
    """What was behind the things of each picture. They cast no shadow: what differs is the thing itself."""
    kept: list[Image.Image] = []
    paint = Stage.paint

    def keep_and_paint(stage: Stage) -> None:
        kept.append(stage.image.copy())
        paint(stage)

    monkeypatch.setattr(Stage, "_shadow", lambda stage, item: None)
    monkeypatch.setattr(Stage, "paint", keep_and_paint)
    return kept


def covered(name: str, word: str, backdrops: list[Image.Image]) -> Lab:
    """The pixels of a thing in the picture of ((word name)), without its outline."""
    image, found = compose(Scene((Thing(name, word),)), "1", SIZE)
    shown, behind = (np.asarray(one.crop(found.things[0].box)).astype(np.int16) for one in (image, backdrops.pop()))
    there = np.abs(shown - behind).max(axis=2) > 4
    body = Image.fromarray(there.astype(np.uint8) * 255).filter(ImageFilter.MinFilter(5))
    return lab(shown[np.asarray(body) > 0][::STEP])


def recoloured(room: str, most: int | None = None) -> list[str]:
    """Names of a room that take colours; evenly spread where only some are asked for."""
    names = [name for name in DRAWINGS if ROOM_OF[name] == room and DRAWINGS[name].recolours]
    step = 1 if most is None else max(1, len(names) // most)
    return names[::step]


def weak(names: list[str], backdrops: list[Image.Image]) -> list[tuple[str, str, float, str]]:
    """Which things do not show the colour that they were asked for in: how much they do, and what is seen instead."""
    found = []
    for name in names:
        for word in COLOURS:
            pixels = covered(name, word, backdrops)
            alike = near(pixels, word)
            share = float(alike.mean())
            rest = pixels[~alike]
            rival = next((c for c in rivals(word, name, ROOM_OF[name]) if near(rest, c).sum() > alike.sum()), "")
            if rival or share < LESS.get(name, LEAST):
                found.append((name, word, round(share, 2), rival))
    return found


def rivals(word: str, name: str, room: str) -> list[str]:
    """Colours that no larger part may have. Tyres, steel, glass, a white face and leaves have a colour of their own."""
    own = {"silver", "white", "gray"} if word in ("silver", "white", "gray") else {word}
    own |= {"white", "silver"} if word == "black" else set()
    if word not in NEUTRAL:
        own |= NEUTRAL
    own |= KEEP.get(room, frozenset()) | KEEP.get(name, frozenset())
    return [other for other in COLOURS if other not in own]


THINGS = sorted(room for room in ROOMS if room not in PEOPLED)


@pytest.mark.parametrize("room", THINGS)
def test_the_colour_that_is_asked_for_covers_the_largest_part_of_a_thing(
    room: str, backdrops: list[Image.Image]
) -> None:
    assert not weak(recoloured(room, 20), backdrops)


@pytest.mark.slow
@pytest.mark.parametrize("room", THINGS)
def test_the_colour_that_is_asked_for_covers_the_largest_part_of_every_thing(
    room: str, backdrops: list[Image.Image]
) -> None:
    assert not weak(recoloured(room), backdrops)


def drawn(name: str, colour: RGB) -> NDArray[np.int16]:
    drawing = DRAWINGS[name]
    canvas = Canvas(drawing.width, drawing.height, (SIZE + 56) / drawing.height)
    drawing.paint(canvas, Look(random.Random(7), colour, "woman" if len(name) % 2 else "man"))
    return np.asarray(canvas.sprite()).astype(np.int16)


def part(name: str, word: str) -> tuple[Lab, float]:
    """The pixels that take the colour, and their share of the sprite: what changes when the colour changes a little.

    A person's other clothes are chosen to go with it: no others are chosen both for a lighter and for a darker colour.
    """
    colour = rgb(word, ROOM_OF[name] == "hair")
    one = drawn(name, colour)
    solid = one[..., 3] > 250
    takes = solid.copy()
    for change in (NUDGE, -NUDGE, NUDGE // 2, -NUDGE // 2):
        r, g, b = (min(255, max(0, v + change)) for v in colour)
        other = drawn(name, (r, g, b))
        if other.shape != one.shape:
            return np.zeros((0, 3)), 0.0
        takes &= np.abs(other - one)[..., :3].max(axis=2) > 1
    body = Image.fromarray(takes.astype(np.uint8) * 255).filter(ImageFilter.MinFilter(3))
    return lab(one[..., :3][np.asarray(body) > 0][::STEP]), float(takes.sum() / solid.sum())


def weak_on_people(names: list[str]) -> list[tuple[str, str, float, float]]:
    """The same for people: how near the part that takes the colour is to it, and how large this part is."""
    found = []
    for name in names:
        for word in COLOURS:
            pixels, share = part(name, word)
            alike = float(near(pixels, word, ROOM_OF[name] == "hair").mean()) if len(pixels) else 0.0
            if alike < LESS.get(name, PAINTED) or share < PART:
                found.append((name, word, round(alike, 2), round(share, 3)))
    return found


@pytest.mark.parametrize("room", ["clothes", "hair"])
def test_what_a_person_wears_and_their_hair_have_the_colour_that_is_asked_for(room: str) -> None:
    assert not weak_on_people(recoloured(room, 20))


@pytest.mark.slow
@pytest.mark.parametrize("room", ["clothes", "hair"])
def test_everything_that_people_wear_and_all_hair_has_the_colour_that_is_asked_for(room: str) -> None:
    assert not weak_on_people(recoloured(room))


def drawn_in(name: str, word: str) -> NDArray[np.int16]:
    return drawn(name, rgb(word))


def both(one: NDArray[np.int16], other: NDArray[np.int16]) -> tuple[Lab, Lab]:
    """The pixels that differ between two colours, in both."""
    differs = (one[..., 3] > 250) & (np.abs(one - other)[..., :3].max(axis=2) > 5)
    return lab(one[..., :3][differs][::STEP]), lab(other[..., :3][differs][::STEP])


@pytest.mark.parametrize("room", THINGS)
def test_colours_that_are_easily_confused_are_told_apart(room: str) -> None:
    wrong = []
    for name in recoloured(room, 6):
        in_colour = cache(partial(drawn_in, name))
        for row in NEARLY_ALIKE:
            for dark, light in pairwise(row):
                one, other = both(in_colour(dark), in_colour(light))
                if np.median(other[:, 0] - one[:, 0]) < 3:
                    wrong.append((name, dark, light))
        for first, second in pairwise(ROUND):
            one, other = both(in_colour(first), in_colour(second))
            if not LEAST_TURN < np.median((hue(other) - hue(one)) % 360) < MOST_TURN:
                wrong.append((name, first, second))
    assert not wrong


def test_a_thing_that_has_the_colour_by_nature_shows_it() -> None:
    """ "yellow banana" is drawn as a banana is drawn anyway."""
    wrong = []
    for name, drawing in DRAWINGS.items():
        if not drawing.colour or ROOM_OF[name] in PEOPLED:
            continue
        shown = np.asarray(sprite(Order(name), SIZE))
        body = Image.fromarray(shown[..., 3]).point(lambda v: 255 * (v > 250)).filter(ImageFilter.MinFilter(5))
        pixels = lab(shown[..., :3][np.asarray(body) > 0])
        share = float(near(pixels, drawing.colour).mean())
        if share < (0.15 if ROOM_OF[name] in ("plants", "food") else 0.3):
            wrong.append((name, drawing.colour, round(share, 2)))
    assert not wrong


def test_no_colour_word_is_near_all_others() -> None:
    """The measure itself can tell: hardly a colour is near another."""
    for word, colour in COLOURS.items():
        pixels = lab(np.array([colour]))
        assert near(pixels, word).all() and takes_colour("balloon", word)
        others = [other for other in COLOURS if other != word and near(pixels, other).all()]
        assert len(others) <= 4, (word, others)
