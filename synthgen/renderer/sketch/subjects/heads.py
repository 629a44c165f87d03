"""Heads: the face, its mood, beard and glasses; hair comes from hair_styles. Units: the face is 20 in radius."""

from dataclasses import dataclass
from typing import Literal

from synthgen.renderer.sketch.canvas import bezier, oval
from synthgen.renderer.sketch.colours import COLOURS, RGB, blend, shade
from synthgen.renderer.sketch.drawing import PersonKind
from synthgen.renderer.sketch.subjects.hair_styles import STYLES
from synthgen.renderer.sketch.subjects.pen import Pen, rim_of

Mood = Literal["smile", "laugh", "calm", "sad", "cry", "sleep", "sing", "puff", "effort"]
Beard = Literal["", "stubble", "full", "bushy", "mustache", "goatee"]

SKINS: tuple[RGB, ...] = (
    (255, 224, 198),
    (247, 203, 164),
    (226, 174, 128),
    (193, 136, 94),
    (146, 95, 64),
    (102, 66, 48),
)
DARK: RGB = (44, 34, 38)
LIPS: RGB = (176, 62, 66)
WHITE = COLOURS["white"]


@dataclass(frozen=True)
class Head:
    """Whose head, and what it looks like."""

    who: PersonKind = "woman"
    skin: RGB = SKINS[1]
    hair: str = "short hair"
    hair_colour: RGB = (96, 62, 40)
    mood: Mood = "smile"
    beard: Beard = ""
    glasses: RGB | None = None
    gaze: float = 0
    """How far the face is turned to the right, in units."""

    @property
    def young(self) -> bool:
        return self.who in ("boy", "girl")

    @property
    def female(self) -> bool:
        return self.who in ("woman", "girl")


def paint_head_back(pen: Pen, head: Head) -> None:
    """What lies behind the body: long hair."""
    back = STYLES[head.hair].back
    if back:
        back(pen, head.hair_colour)


def paint_head(pen: Pen, head: Head) -> None:
    """Face and hair; hats come on top of it."""
    skin = head.skin
    for side in (-1, 1):
        if side * head.gaze < 4:
            pen.ellipse(side * 19.5 + head.gaze * 0.3, 3, 3.6, 4.6, skin, rim=0.9)
            pen.ellipse(side * 19.8 + head.gaze * 0.3, 3.2, 1.6, 2.6, shade(skin, -0.16))
    chin = {"man": 21.5, "woman": 21, "boy": 19.5, "girl": 19.5}[head.who]
    jaw = {"man": 13.2, "woman": 11, "boy": 13.5, "girl": 13}[head.who]
    half = [(0, -20), (11, -17), (18.3, -8), (19.2, 3), (17, 11.5), (jaw, 16.8), (5.5, chin - 0.6)]
    face = [*half, (0.0, chin), *((-x, y) for x, y in reversed(half[1:]))]
    pen.blob(face, skin, rim=0.9)
    features = pen.at(head.gaze, 0, squeeze=0.86 if head.gaze else 1)
    _cheeks(features, head)
    if head.beard:
        _beard(features, head)
    _eyes(features, head)
    _nose_and_mouth(features, head)
    STYLES[head.hair].front(pen, head.hair_colour)
    if head.glasses:
        _glasses(features, head.glasses)


def _cheeks(pen: Pen, head: Head) -> None:
    blush = blend(head.skin, (240, 84, 84), 0.28)
    for side in (-1, 1):
        pen.ellipse(side * 11.2, 9, 3.4, 2.3, blush)


def _eyes(pen: Pen, head: Head) -> None:
    big = 1.14 if head.young else 1.0
    brow = shade(head.hair_colour, -0.35) if head.hair != "bald head" else (84, 62, 50)
    for side in (-1, 1):
        eye = pen.at(side * 7.2, 2, mirror=side < 0)
        inner, outer = {"sad": (-9.4, -6.8), "cry": (-9.4, -6.8), "effort": (-5.6, -8)}.get(head.mood, (-7.8, -7.4))
        eye.curve((-2.8, inner), (0.6, -9.4), (3.8, outer), 1.3 if head.female else 2.1, brow)
        if head.mood in ("sleep", "calm", "laugh", "sing", "cry"):
            up = head.mood in ("laugh", "sing")
            eye.curve((-3.2, 1.2), (0, -3.4 if up else 4.4), (3.2, 1.2), 1.4, DARK)
        else:
            eye.ellipse(0, 0, 3.7 * big, 4.2 * big, WHITE)
            eye.ellipse(0.1, 0.2, 2.7 * big, 3.5 * big, DARK)
            eye.ellipse(-0.7, -1.2, 1.05 * big, 1.25 * big, WHITE)
        if head.female:
            eye.line([(2, -2.2), (4.6, -3.8)], 1.1, DARK)
            eye.line([(2.5, -0.6), (5.2, -1.4)], 1.0, DARK)


def _nose_and_mouth(pen: Pen, head: Head) -> None:
    pen.curve((-1.5, 7.2), (0, 9), (1.5, 7.2), 1.2, shade(head.skin, -0.25))
    lips = LIPS if head.female else blend(LIPS, head.skin, 0.12)
    mood = head.mood
    if mood in ("smile", "calm", "sleep"):
        wide = 5.2 if mood == "smile" else 3.6
        pen.curve((-wide, 12), (0, 16.6 if mood == "smile" else 15), (wide, 12), 1.5, lips)
    elif mood in ("laugh", "sing"):
        deep = 7.5 if mood == "laugh" else 6.5
        wide = 6.2 if mood == "laugh" else 4
        pen.polygon(oval(0, 11, wide, deep, 0, 180) if mood == "laugh" else oval(0, 13.6, wide, 4.6), (126, 30, 40))
        pen.ellipse(0, 16.4, wide * 0.55, 1.9, (232, 110, 110))
        if mood == "laugh":
            pen.box(-wide + 1, 11, wide - 1, 12.8, WHITE)
    elif mood == "puff":
        pen.ellipse(0, 13.5, 2.2, 2.4, lips)
        pen.ellipse(0, 13.5, 1, 1.2, (126, 30, 40))
    elif mood == "effort":
        pen.box(-4.4, 11.4, 4.4, 15, WHITE, 1.4, rim=1)
        pen.line([(-4, 13.2), (4, 13.2)], 0.7, lips)
    else:
        pen.curve((-4.6, 15.4), (0, 11), (4.6, 15.4), 1.5, lips)


def _beard(pen: Pen, head: Head) -> None:
    colour = head.hair_colour
    if head.beard == "stubble":
        colour = blend(head.skin, shade(colour, -0.2), 0.3)
    if head.beard in ("stubble", "full", "bushy"):
        low = {"stubble": 21.5, "full": 25, "bushy": 38}[head.beard]
        wide = 17.5 if head.beard == "bushy" else 13.5
        outer = [(-19, 1), (-18.2, 11), (-wide, 18 if head.beard != "bushy" else 24), (-7, low - 1.5), (0, low)]
        inner = [(15.6, 3.5), (12.4, 10), (7, 9.6), (0, 10.4), (-7, 9.6), (-12.4, 10), (-15.6, 3.5)]
        right = [(-x, y) for x, y in reversed(outer[:-1])]
        pen.blob([*outer, *right, *inner], colour, rim=0 if head.beard == "stubble" else 0.9)
        if head.beard == "bushy":
            for x in (-9, -4, 4, 9):
                pen.curve((x, 20), (x * 0.9 + 1, 26), (x * 0.7, 31), 0.9, rim_of(colour))
        pen.ellipse(0, 14, 6.6, 3.2, blend(head.skin, colour, 0.25))
    if head.beard == "goatee":
        pen.blob([(-5, 16.4), (0, 15.4), (5, 16.4), (4.4, 22), (0, 27), (-4.4, 22)], colour, rim=0.9)
        pen.ribbon((-6.6, 12.6), (0, 8.4), (6.6, 12.6), (1, 2.6, 1), colour)
    if head.beard in ("mustache", "bushy", "full"):
        for side in (-1, 1):
            up = 8.6 if head.beard == "mustache" else 13
            pen.ribbon((0, 10), (side * 6, 9), (side * 11.5, up), (3.6, 5.2, 0.8), colour, rim=0.7)


def _glasses(pen: Pen, colour: RGB) -> None:
    for side in (-1, 1):
        pen.arc(side * 7.4, 2.2, 6, 0, 360, 1.5, colour)
        pen.line([(side * 13.3, 1), (side * 18.4, -0.6)], 1.4, colour)
    pen.line([(-1.5, 1.6), (1.5, 1.6)], 1.4, colour)


def paint_bust(pen: Pen, head: Head, shirt: RGB) -> None:
    """Head and shoulders, in head units around the head's centre."""
    paint_head_back(pen, head)
    neck = shade(head.skin, -0.1)
    wide = {"man": 35.0, "woman": 30.0, "boy": 29.0, "girl": 27.0}[head.who]
    slope = [
        *bezier((9, 29.5), (wide * 0.6, 31), (wide - 5, 34.5), 5),
        *bezier((wide - 4, 35), (wide, 38), (wide + 2, 64), 8),
    ]
    pen.polygon([*((-x, y) for x, y in reversed(slope)), *slope], shirt, rim=0.9)
    thick = 8 + wide * 0.03
    pen.polygon([(-thick, 14), *oval(0, 29, 9.5, 7, 180, 0), (thick, 14)], neck)
    pen.line(oval(0, 29.3, 10, 7.4, 0, 180), 1.8, rim_of(shirt))
    for side in (-1, 1):
        pen.line([(side * (wide - 7), 48), (side * (wide - 8.5), 64)], 1, rim_of(shirt))
    paint_head(pen, head)
