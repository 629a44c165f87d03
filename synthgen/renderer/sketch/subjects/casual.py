"""What an action is made of, and what people wear in their free time."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial as p

from synthgen.renderer.sketch.colours import COLOURS, RGB
from synthgen.renderer.sketch.drawing import Rests
from synthgen.renderer.sketch.subjects import garment_details as d
from synthgen.renderer.sketch.subjects.garments import BROWN, DENIM, SLATE, WHITE, Detail, Outfit
from synthgen.renderer.sketch.subjects.heads import Mood
from synthgen.renderer.sketch.subjects.people import Held, Joints, Person
from synthgen.renderer.sketch.subjects.poses import STAND, Pose

SHIRTS: tuple[RGB, ...] = (
    (222, 84, 76),
    (72, 138, 206),
    (92, 166, 106),
    (240, 180, 70),
    (150, 106, 186),
    (60, 160, 164),
    (236, 130, 90),
)
TROUSERS: tuple[RGB, ...] = (DENIM, SLATE, (98, 84, 76), (60, 66, 100))


def casual(rng: random.Random) -> Outfit:
    """A shirt and trousers."""
    shirt = rng.choice(SHIRTS)
    stripes = (p(d.stripes, colour=WHITE, thick=3),) if rng.random() < 0.3 else ()
    return Outfit(shirt, rng.choice(TROUSERS), BROWN, "sneaker", sleeve=rng.choice((0.44, 1)), details=stripes)


def sporty(rng: random.Random) -> Outfit:
    """A t-shirt and shorts."""
    shirt = rng.choice(SHIRTS)
    return Outfit(shirt, rng.choice(TROUSERS), COLOURS["red"], "sneaker", sleeve=0.42, leg=0.42, leg_wide=2)


def winter(rng: random.Random) -> Outfit:
    """A padded jacket, gloves and a scarf."""
    jacket = rng.choice(SHIRTS)
    scarf = p(d.scarf, colour=(250, 226, 120), end=-22)
    return Outfit(jacket, SLATE, BROWN, "boot", leg_wide=2, low=8, gloves=(70, 76, 100), details=(d.zipper, scarf))


def swimwear(rng: random.Random) -> Outfit:
    """A one-piece swimsuit."""
    suit = rng.choice(SHIRTS)
    return Outfit(suit, suit, footwear="bare", neck="strap", sleeve=0, leg=0.3)


def smart(rng: random.Random) -> Outfit:
    """A shirt with a collar, dark trousers."""
    shirt = rng.choice(SHIRTS)
    return Outfit(shirt, SLATE, BROWN, details=(p(d.collar, colour=WHITE, deep=5),))


def nightwear(rng: random.Random) -> Outfit:
    """Pajamas."""
    cloth = rng.choice(SHIRTS)
    return Outfit(
        cloth, cloth, cloth, leg_wide=2, low=8, details=(p(d.collar, colour=WHITE), p(d.buttons, colour=WHITE))
    )


@dataclass(frozen=True)
class Action:
    """What shows an action. Lengths are in the person's units, floor things by a pen at the middle of the floor."""

    pose: Pose = STAND
    places: tuple[str, ...] = ("park", "studio")
    dress: Callable[[random.Random], Outfit] | Outfit = casual
    mood: Mood = "smile"
    hat: Detail | None = None
    left: Held | None = None
    right: Held | None = None
    front: Detail | None = None
    behind: Detail | None = None
    before: Detail | None = None
    finish: Callable[[Joints, Person], None] | None = None
    x: float = 0
    """How far to the right of the middle the person is."""
    hip: float | None = None
    """How high the hip is; None: as high as the legs hold it."""
    lift: float = 0
    """How high the feet are, on what is worn under them."""
    turn: float = 0
    size: float = 1
    width: float = 150
    height: float = 176
    share: float = 0.78
    """The sprite's height as a share of the picture's."""
    rests: Rests = "ground"
