"""What people wear, from the neck down. Units: the hip is (0, 0), the chin -48, an ankle 60; shoulders 15 wide."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from synthgen.renderer.sketch.canvas import Point, bezier, oval
from synthgen.renderer.sketch.colours import COLOURS, RGB, shade
from synthgen.renderer.sketch.drawing import PersonKind
from synthgen.renderer.sketch.subjects.pen import Pen, rim_of

Detail = Callable[[Pen], None]
Footwear = Literal["shoe", "sneaker", "boot", "bare", "heel", "sandal", "fin"]
Neck = Literal["round", "v", "strap", "high", "bare"]

RIM = 0.9
WHITE = COLOURS["white"]
SLATE: RGB = (84, 94, 112)
DENIM: RGB = (72, 104, 150)
BROWN: RGB = (104, 72, 52)
BLACK: RGB = (46, 46, 54)


@dataclass(frozen=True)
class Outfit:
    """Garments as the parts that they are drawn of."""

    top: RGB = WHITE
    bottom: RGB = SLATE
    shoes: RGB = BROWN
    footwear: Footwear = "shoe"
    sleeve: float = 1
    """The share of the arm that the sleeve covers."""
    sleeve_colour: RGB | None = None
    sleeve_wide: float = 0
    """How much wider the sleeve is at its end."""
    leg: float = 1
    """The share of the leg that the trousers cover."""
    leg_wide: float = 0
    hem: float = 0
    """How far down a skirt or coat reaches; 0: none."""
    spread: float = 18
    """Half of the width at the hem."""
    skirt: RGB | None = None
    """The colour of what hangs below the waist; None: as the top."""
    low: float = 5
    """Where the top ends."""
    tucked: bool = False
    neck: Neck = "round"
    gloves: RGB | None = None
    tights: RGB | None = None
    details: tuple[Detail, ...] = ()
    back: Detail | None = None
    """What hangs behind the person: a cape, a rucksack."""


@dataclass(frozen=True)
class Build:
    """The proportions of a body."""

    size: float
    shoulder: float
    waist: float
    hip: float
    limb: float


BUILDS: dict[PersonKind, Build] = {
    "man": Build(1.0, 15.5, 13.5, 12.2, 9.6),
    "woman": Build(0.96, 13.2, 10.5, 12.8, 8.4),
    "boy": Build(0.72, 14.2, 13, 12.4, 9.8),
    "girl": Build(0.72, 13.4, 11.8, 12.6, 9.2),
}


def torso_outline(build: Build, low: float, top: float = -46.5) -> list[Point]:
    """The body from the neck to `low`."""
    half = [(6.5, top), (build.shoulder - 1, -43.5), (build.shoulder + 2, -37), (build.waist + 0.6, -20)]
    half += [(build.hip, 0), (build.hip + 0.6, low)]
    return [*((-x, y) for x, y in half), *reversed(half)]


def paint_torso(pen: Pen, build: Build, outfit: Outfit, skin: RGB) -> None:
    """The top with its neckline, and what hangs below the waist."""
    if outfit.neck == "strap":
        _strap_top(pen, build, outfit, skin)
    else:
        pen.polygon(torso_outline(build, outfit.low), skin if outfit.neck == "bare" else outfit.top, rim=RIM)
    if outfit.tucked or outfit.neck == "bare":
        waistband = [(-build.hip, -8), (build.hip, -8), (build.hip + 1, 6), (-build.hip - 1, 6)]
        pen.polygon(waistband, outfit.bottom, rim=RIM)
    if outfit.hem:
        _drape(pen, build, outfit)
    _neck(pen, outfit, skin)


def _strap_top(pen: Pen, build: Build, outfit: Outfit, skin: RGB) -> None:
    pen.polygon(torso_outline(build, 5), skin, rim=RIM)
    half: list[Point] = [
        (build.shoulder - 3, -33),
        (build.shoulder + 0.5, -29),
        (build.waist + 0.8, -20),
        (build.hip + 0.4, 0),
    ]
    half.append((build.hip + 0.6, outfit.low))
    neckline = bezier((build.shoulder - 3, -33), (0, -27), (-build.shoulder + 3, -33), 8)
    pen.polygon([*((-x, y) for x, y in half), *reversed(half), *neckline], outfit.top, rim=RIM)
    for side in (-1, 1):
        pen.line([(side * (build.shoulder - 4.6), -31), (side * (build.shoulder - 6.4), -44)], 3, outfit.top, rim=RIM)


def _drape(pen: Pen, build: Build, outfit: Outfit) -> None:
    colour = outfit.skirt or outfit.top
    top = -16 if outfit.skirt is None else -11
    side = bezier((build.waist, top), (build.hip + 4, outfit.hem * 0.3), (outfit.spread, outfit.hem), 8)
    bottom = bezier((outfit.spread, outfit.hem), (0, outfit.hem + 5), (-outfit.spread, outfit.hem), 8)
    pen.polygon([*side, *bottom, *((-x, y) for x, y in reversed(side))], colour, rim=RIM)
    pen.polygon(
        [
            (-build.waist + 0.6, top - 1),
            (build.waist - 0.6, top - 1),
            (build.waist - 0.6, top + 2),
            (-build.waist + 0.6, top + 2),
        ],
        colour,
    )
    for x in (-0.55, 0.5):
        pen.line([(x * build.hip, 8), (x * outfit.spread, outfit.hem - 2)], 0.9, rim_of(colour))


def _neck(pen: Pen, outfit: Outfit, skin: RGB) -> None:
    neck = shade(skin, -0.1)
    if outfit.neck == "high":
        pen.box(-7.5, -52, 7.5, -43, outfit.top, 3, rim=RIM)
        pen.line([(-7, -46), (7, -46)], 0.9, rim_of(outfit.top))
        return
    if outfit.neck in ("strap", "bare"):
        pen.polygon([(-5.5, -54), (-5.5, -45), *bezier((-5.5, -45), (0, -41), (5.5, -45), 6), (5.5, -54)], neck)
    elif outfit.neck == "v":
        pen.polygon([(-5.5, -54), (-6.5, -46.5), (0, -34), (6.5, -46.5), (5.5, -54)], neck)
        pen.line([(-7, -46.5), (0, -33.5), (7, -46.5)], 1.6, rim_of(outfit.top))
    else:
        pen.polygon([(-5.5, -54), *oval(0, -46, 6.8, 4.6, 180, 0, steps=12), (5.5, -54)], neck)
        pen.line(oval(0, -45.8, 7.2, 5, 0, 180, steps=12), 1.5, rim_of(outfit.top))


def along(path: list[Point], share: float) -> list[Point]:
    """The first `share` of a limb."""
    (ax, ay), (bx, by), (cx, cy) = path
    if share >= 1:
        return path
    if share <= 0.5:
        return [(ax, ay), (ax + (bx - ax) * share * 2, ay + (by - ay) * share * 2)]
    rest = share * 2 - 1
    return [(ax, ay), (bx, by), (bx + (cx - bx) * rest, by + (cy - by) * rest)]


def paint_leg(pen: Pen, path: list[Point], build: Build, outfit: Outfit, skin: RGB, far: bool = False) -> None:
    """Leg and trousers; `far`: the leg that is in the other's shade."""
    dim = -0.14 if far else 0.0
    bare = outfit.tights or skin
    if outfit.leg < 1:
        pen.line(path, build.limb + 0.6, shade(bare, dim), rim=RIM)
    if outfit.leg > 0:
        cloth = shade(outfit.bottom, dim)
        width = build.limb + 3.4 + outfit.leg_wide
        part = along(path, outfit.leg)
        pen.line(part, width, cloth, rim=RIM, flat=True)
        pen.ellipse(*path[0], width / 2 - 0.4, width / 2 - 0.4, cloth)
        if len(part) == 3:
            pen.ellipse(*part[1], width / 2 - 0.45, width / 2 - 0.45, cloth)


def paint_foot(pen: Pen, outfit: Outfit, skin: RGB, far: bool = False) -> None:
    """A foot that points right; (0, 0) is the ankle, the sole 6 below it."""
    colour = shade(skin if outfit.footwear in ("bare", "sandal") else outfit.shoes, -0.14 if far else 0)
    if outfit.footwear == "boot":
        pen.box(-7, -17, 6.4, 3, colour, 2, rim=RIM)
        pen.line([(-6.6, -14), (6, -14)], 1.4, rim_of(colour))
    if outfit.footwear == "fin":
        pen.polygon([(-5, -2), (4, -3), (24, 3), (25, 7), (-6, 6)], colour, rim=RIM)
        pen.line([(5, 1), (21, 5)], 1, rim_of(colour))
        return
    shape = [(-5.8, 5.4), (-6, -1.6), (-1, -3.4), (4.6, -2.4), (11, 1.2), (12, 5.4), (4, 6)]
    pen.blob(shape, colour, rim=RIM)
    if outfit.footwear == "sneaker":
        pen.box(-6.4, 3.6, 12.4, 6.4, WHITE, 1.4)
        for x in (2, 5):
            pen.line([(x, -1.6), (x + 2.4, 1)], 1.1, WHITE)
    elif outfit.footwear == "heel":
        pen.polygon([(-6, 2), (-3, 4), (-4.6, 8), (-6, 8)], colour)
    elif outfit.footwear == "sandal":
        pen.box(-6.4, 4.4, 12.2, 6.6, outfit.shoes, 1)
        for x in (0, 6):
            pen.line([(x - 2, 4.6), (x, -2.6 + x * 0.3)], 1.7, outfit.shoes)
    elif outfit.footwear == "bare":
        for toe in (7.6, 9.8):
            pen.line([(toe, 2.4), (toe + 0.6, 4)], 0.7, rim_of(skin))
    elif outfit.footwear in ("shoe", "boot"):
        pen.line([(-5.8, 5.2), (11.6, 5.2)], 1.3, rim_of(colour))


def paint_arm(pen: Pen, path: list[Point], build: Build, outfit: Outfit, skin: RGB, far: bool = False) -> None:
    """Arm and sleeve, without the hand; path is shoulder, elbow, wrist."""
    dim = -0.14 if far else 0.0
    width = build.limb - 0.4
    if outfit.sleeve < 1:
        pen.line(path, width, shade(skin, dim), rim=RIM)
    if outfit.sleeve <= 0:
        return
    cloth = shade(outfit.sleeve_colour or outfit.top, dim)
    part = along(path, outfit.sleeve)
    thick = width + 1.4
    pen.line(part, thick, cloth, rim=RIM, flat=True)
    pen.ellipse(*part[0], thick / 2, thick / 2, cloth, rim=RIM)
    pen.line(part, thick - RIM, cloth, flat=True)
    if len(part) == 3:
        pen.ellipse(*part[1], thick / 2 - 0.45, thick / 2 - 0.45, cloth)
    if outfit.sleeve_wide:
        (ax, ay), (bx, by) = part[-2:]
        pen.ribbon(
            (ax, ay),
            ((ax + bx) / 2, (ay + by) / 2),
            (bx, by),
            (thick - 1, thick + outfit.sleeve_wide * 0.35, thick + outfit.sleeve_wide),
            cloth,
            rim=RIM,
        )
        pen.ellipse(ax, ay, thick / 2 - 0.6, thick / 2 - 0.6, cloth)


def paint_hand(pen: Pen, colour: RGB, grip: bool, left: bool) -> None:
    """A hand at the end of a forearm that leads down; `grip`: it is closed around something."""
    thumb = 1 if left else -1
    if grip:
        pen.ellipse(0, 2, 4.9, 4.6, colour, rim=RIM)
        for x in (-1.6, 1.3):
            pen.line([(x, 3.2), (x, 5.2)], 0.7, rim_of(colour))
        pen.ellipse(thumb * 2.8, 0.4, 1.7, 2.8, colour, turn=thumb * 40, rim=0.7)
    else:
        pen.ellipse(thumb * 3.8, 2.4, 1.7, 3.4, colour, turn=thumb * -28, rim=RIM)
        pen.ellipse(0, 3.2, 4.3, 5.4, colour, rim=RIM)
        pen.ellipse(thumb * 2.4, 1.6, 2, 2.4, colour)
