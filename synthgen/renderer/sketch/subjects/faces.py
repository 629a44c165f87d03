"""What tells one face from another: its outline, eyes, brows, nose, mouth and beard. Units: the face is
20 in radius."""

import random
from dataclasses import dataclass
from typing import Literal

from synthgen.renderer.sketch.canvas import Point, oval
from synthgen.renderer.sketch.colours import COLOURS, RGB, blend, shade
from synthgen.renderer.sketch.drawing import PersonKind
from synthgen.renderer.sketch.subjects.pen import Pen, rim_of

Mood = Literal["smile", "laugh", "calm", "sad", "cry", "sleep", "sing", "puff", "effort"]
Beard = Literal["", "stubble", "full", "bushy", "mustache", "goatee"]
Eyes = Literal["round", "almond", "bead", "narrow"]
Nose = Literal["button", "broad", "long", "dot"]
Mouth = Literal["smile", "soft", "grin", "smirk", "full"]

DARK: RGB = (44, 34, 38)
LIPS: RGB = (176, 62, 66)
INSIDE: RGB = (126, 30, 40)
WHITE = COLOURS["white"]


@dataclass(frozen=True)
class Build:
    """The measures of a face that say whose it is."""

    chin: float
    jaw: float
    tip: float
    """Half the width of the chin."""
    cheek: float
    eye: float
    brow: float
    """How thick."""
    low: float = 0
    """How much lower than a grown-up's the eyes are."""


BUILDS: dict[PersonKind, Build] = {
    "man": Build(22.4, 14.6, 7.4, 17.5, 0.9, 2.5),
    "woman": Build(21.6, 10.8, 4.6, 16.8, 0.96, 1.25),
    "boy": Build(19.6, 14, 5.8, 18.1, 1.18, 2.2, 1.8),
    "girl": Build(19.4, 13.2, 5.2, 17.9, 1.22, 1.2, 1.8),
}


@dataclass(frozen=True)
class Traits:
    """What is left to luck in a face. -1 to 1 where nothing else is said."""

    jaw: float = 0
    chin: float = 0
    eyes: Eyes = "round"
    apart: float = 0
    nose: Nose = "button"
    mouth: Mouth = "smile"
    brow: float = 0
    """How they slant and how high they are."""
    ears: float = 1
    freckles: bool = False
    blush: float = 0.28
    lips: RGB | None = None
    """Of a man, where the usual ones would not be seen on his skin."""


PLAIN_TRAITS = Traits()
_EYES: dict[PersonKind, tuple[Eyes, ...]] = {
    "man": ("round", "bead", "narrow", "narrow"),
    "woman": ("round", "almond", "almond", "bead"),
    "boy": ("round", "bead"),
    "girl": ("round", "round", "bead"),
}
_NOSES: dict[PersonKind, tuple[Nose, ...]] = {
    "man": ("long", "broad", "long", "button"),
    "woman": ("button", "dot", "long", "broad"),
    "boy": ("button", "dot", "broad"),
    "girl": ("button", "dot"),
}
_MOUTHS: dict[PersonKind, tuple[Mouth, ...]] = {
    "man": ("smile", "soft", "grin", "smirk"),
    "woman": ("smile", "full", "full", "grin"),
    "boy": ("smile", "grin", "smirk"),
    "girl": ("smile", "soft", "grin"),
}


def some_traits(rng: random.Random, who: PersonKind) -> Traits:
    """A face by luck."""
    return Traits(
        jaw=rng.uniform(-1, 1),
        chin=rng.uniform(-1, 1),
        eyes=rng.choice(_EYES[who]),
        apart=rng.uniform(-1, 1),
        nose=rng.choice(_NOSES[who]),
        mouth=rng.choice(_MOUTHS[who]),
        brow=rng.uniform(-1, 1),
        ears=rng.uniform(0.86, 1.14),
        freckles=rng.random() < 0.2,
        blush=rng.uniform(0.04, 0.16) if who == "man" else rng.uniform(0.16, 0.34),
    )


def outline(who: PersonKind, traits: Traits) -> list[Point]:
    """The face from the top of the skull clockwise."""
    build = BUILDS[who]
    chin, jaw, tip = build.chin + 0.7 * traits.chin, build.jaw + 1.2 * traits.jaw, build.tip + 0.9 * traits.jaw
    cheek = build.cheek + 0.5 * traits.jaw
    half: list[Point] = [(0, -20), (11, -17), (18.3, -8), (19.2, 3), (cheek, 11), (jaw, 16.6), (tip, chin - 0.5)]
    return [*half, (0.0, chin), *((-x, y) for x, y in reversed(half[1:]))]


def cheeks(pen: Pen, skin: RGB, who: PersonKind, traits: Traits) -> None:
    """A blush, and freckles by luck."""
    blush = blend(skin, (240, 84, 84), traits.blush)
    low = BUILDS[who].low
    for side in (-1, 1):
        pen.ellipse(side * 11.6, 9 + low, 3.6, 2.5, blush)
        if traits.freckles and sum(skin) > 480:
            for x, y in ((-2.4, -1.4), (0, 0.4), (2, -1.2), (-3.4, 0.8)):
                pen.ellipse(side * (11 + x), 8.4 + low + y, 0.55, 0.5, shade(skin, -0.24))


def eyes(pen: Pen, who: PersonKind, mood: Mood, traits: Traits, brow: RGB) -> None:
    """Eyes and brows, in the hair's colour."""
    build, female = BUILDS[who], who in ("woman", "girl")
    for side in (-1, 1):
        eye = pen.at(side * (7.3 + 0.5 * traits.apart), 2 + build.low, mirror=side < 0)
        inner, outer = {"sad": (-9.4, -6.8), "cry": (-9.4, -6.8), "effort": (-5.6, -8)}.get(
            mood, (-7.5 - 0.5 * traits.brow, -7.3 + 0.5 * traits.brow)
        )
        arch = 9.6 if female else 8.9
        eye.curve((-3, inner), (0.6, -arch), (4, outer), build.brow, brow)
        if mood in ("sleep", "calm", "laugh", "sing", "cry"):
            up = mood in ("laugh", "sing")
            eye.curve((-3.2, 1.2), (0, -3.4 if up else 4.4), (3.2, 1.2), 1.4, DARK)
        else:
            _open_eye(eye, build.eye, traits.eyes)
        if female:
            eye.line([(2, -2.4), (4.8, -4.2)], 1.1, DARK)
            eye.line([(2.6, -0.8), (5.4, -1.8)], 1.0, DARK)


def _open_eye(eye: Pen, big: float, kind: Eyes) -> None:
    if kind == "bead":
        eye.ellipse(0, 0.2, 2.5 * big, 3.3 * big, DARK)
        eye.ellipse(-0.7, -1, 0.9 * big, 1.1 * big, WHITE)
        return
    tall = {"round": 4.2, "almond": 3.3, "narrow": 3.1}[kind] * big
    eye.ellipse(0, 0, 3.8 * big, tall, WHITE)
    eye.ellipse(0.1, 0.2, 2.6 * big, min(3.4 * big, tall - 0.2), DARK)
    eye.ellipse(-0.7, -1, 1.0 * big, 1.1 * big, WHITE)
    if kind != "round":
        end = 4.8 if kind == "almond" else 3.8
        eye.curve((-3.9 * big, -0.2), (-0.4, -2 * tall), (end * big, -1.4 if kind == "almond" else -0.2), 1.2, DARK)


def nose(pen: Pen, skin: RGB, who: PersonKind, kind: Nose) -> None:
    """The nose, a shade darker than the skin."""
    tone, low = shade(skin, -0.25), 0.6 * BUILDS[who].low + (0.5 if who == "man" else 0)
    if kind == "dot":
        pen.ellipse(0, 8.2 + low, 1.7, 1.3, shade(skin, -0.16))
        return
    wide = 2.7 if kind == "broad" else 1.6
    pen.curve((-wide, 7.4 + low), (0, 9.8 + low), (wide, 7.4 + low), 1.2, tone)
    if kind == "long":
        pen.curve((0.4, 0.6 + low), (2.6, 5 + low), (1.7, 7.6 + low), 0.9, tone)
    if kind == "broad":
        for side in (-1, 1):
            pen.line([(side * wide, 7.4 + low), (side * (wide + 0.2), 6.6 + low)], 1.1, tone)


def mouth(pen: Pen, skin: RGB, who: PersonKind, mood: Mood, traits: Traits) -> None:
    """The mouth in its mood."""
    his = traits.lips or blend(LIPS, shade(skin, -0.35), 0.6)
    lips = {"man": his, "woman": LIPS}.get(who, blend(LIPS, skin, 0.15))
    if mood == "smile":
        _smile(pen.at(0, 0.5 * BUILDS[who].low), lips, traits.mouth)
    elif mood in ("calm", "sleep"):
        pen.curve((-3.6, 12), (0, 15), (3.6, 12), 1.5, lips)
    elif mood in ("laugh", "sing"):
        deep = 7.5 if mood == "laugh" else 6.5
        wide = 6.2 if mood == "laugh" else 4
        pen.polygon(oval(0, 11, wide, deep, 0, 180) if mood == "laugh" else oval(0, 13.6, wide, 4.6), INSIDE)
        pen.ellipse(0, 16.4, wide * 0.55, 1.9, (232, 110, 110))
        if mood == "laugh":
            pen.box(-wide + 1, 11, wide - 1, 12.8, WHITE)
        if who == "woman" and mood == "laugh":
            pen.line([(-wide, 11), *oval(0, 11, wide, deep, 180, 0, steps=12), (-wide, 11)], 1.3, lips)
    elif mood == "puff":
        pen.ellipse(0, 13.5, 2.2, 2.4, lips)
        pen.ellipse(0, 13.5, 1, 1.2, INSIDE)
    elif mood == "effort":
        pen.box(-4.4, 11.4, 4.4, 15, WHITE, 1.4, rim=1)
        pen.line([(-4, 13.2), (4, 13.2)], 0.7, lips)
    else:
        pen.curve((-4.6, 15.4), (0, 11), (4.6, 15.4), 1.5, lips)


def _smile(pen: Pen, lips: RGB, kind: Mouth) -> None:
    if kind == "smile":
        pen.curve((-5.2, 12), (0, 16.6), (5.2, 12), 1.5, lips)
    elif kind == "soft":
        pen.curve((-3.8, 12.6), (0, 15), (3.8, 12.6), 1.6, lips)
    elif kind == "smirk":
        pen.curve((-3.8, 13.4), (1.4, 16), (5.4, 11.4), 1.5, lips)
    elif kind == "grin":
        pen.polygon(oval(0, 11.8, 5.4, 4.6, 0, 180), INSIDE)
        pen.polygon([(-4.9, 11.8), (4.9, 11.8), (4.3, 13.4), (-4.3, 13.4)], WHITE)
        pen.line([(-5.4, 11.8), *oval(0, 11.8, 5.4, 4.6, 180, 0, steps=12), (-5.4, 11.8)], 0.8, lips)
    else:
        pen.polygon([(-4.8, 12.6), (-1.6, 11.2), (0, 11.8), (1.6, 11.2), (4.8, 12.6), (0, 13.6)], shade(lips, -0.08))
        pen.polygon([(-4.8, 12.6), (0, 13.4), (4.8, 12.6), (2.6, 15.2), (0, 15.9), (-2.6, 15.2)], lips)
        pen.curve((-4.6, 12.6), (0, 14.2), (4.6, 12.6), 0.7, shade(lips, -0.4))


def paint_beard(pen: Pen, skin: RGB, beard: Beard, hair: RGB) -> None:
    """A beard in the hair's colour; the mouth is painted after it."""
    colour = blend(skin, shade(hair, -0.2), 0.34) if beard == "stubble" else hair
    if beard in ("stubble", "full", "bushy"):
        low = {"stubble": 23.4, "full": 26, "bushy": 38}[beard]
        wide = 17.5 if beard == "bushy" else 14.5
        outer = [(-19, 1), (-18.2, 11), (-wide, 18 if beard != "bushy" else 24), (-7, low - 1.2), (0, low)]
        inner = [(15.6, 3.5), (12.8, 10), (7.4, 9.8), (0, 10.6), (-7.4, 9.8), (-12.8, 10), (-15.6, 3.5)]
        right = [(-x, y) for x, y in reversed(outer[:-1])]
        pen.blob([*outer, *right, *inner], colour, rim=0 if beard == "stubble" else 0.9)
        if beard == "bushy":
            for x in (-9, -4, 4, 9):
                pen.curve((x, 20), (x * 0.9 + 1, 26), (x * 0.7, 31), 0.9, rim_of(colour))
        pen.ellipse(0, 14, 6.6, 3.2, blend(skin, colour, 0.25))
    if beard == "goatee":
        pen.blob([(-5, 16.8), (0, 16.2), (5, 16.8), (4.4, 22), (0, 27), (-4.4, 22)], colour, rim=0.9)
        pen.ribbon((-6.6, 12.6), (0, 8.4), (6.6, 12.6), (1, 2.6, 1), colour)
    if beard in ("mustache", "bushy", "full"):
        for side in (-1, 1):
            up = 8.6 if beard == "mustache" else 13
            pen.ribbon((0, 10), (side * 6, 9), (side * 11.5, up), (3.6, 5.2, 0.8), colour, rim=0.7)
