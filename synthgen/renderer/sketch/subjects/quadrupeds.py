"""Four-legged animals from the side: body, legs, neck and head by measure, the kind told by what is put on them."""

from collections.abc import Callable
from dataclasses import dataclass

from synthgen.renderer.sketch.canvas import Canvas, Point
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.creature import Coat, bead, blush, eye, ink_on, lump, taper

WIDTH, HEIGHT = 134, 130
GROUND = 129.0
CENTRE = 54.0


@dataclass(frozen=True)
class Frame:
    """Where the parts of one animal are."""

    body: Point
    rx: float
    ry: float
    shoulder: Point
    skull: Point
    r: float
    """Radius of the skull."""
    mouth: Point
    mouth_r: float
    leg_width: float
    legs: tuple[tuple[float, bool], ...]
    """The x of each leg, and whether it is on the near side."""


SidePart = Callable[[Canvas, Coat, Frame], None]


@dataclass(frozen=True)
class Quadruped:
    """The measures and parts of a kind."""

    coat: Coat
    legs: float = 32
    leg_width: float = 7
    hooves: RGB | None = (72, 56, 52)
    """None: toes instead of hooves."""
    body: tuple[float, float] = (27, 16)
    neck: tuple[float, float] = (19, -28)
    """From the shoulder to the skull."""
    neck_width: tuple[float, float] = (22, 14)
    skull: float = 10
    mouth: tuple[float, float, float] = (12, 9, 7)
    """From the skull: across, down; and its radius."""
    behind: tuple[SidePart, ...] = ()
    marks: tuple[SidePart, ...] = ()
    """Clipped to the coat."""
    cover: tuple[SidePart, ...] = ()
    """Over body and neck, under the head: wool."""
    extras: tuple[SidePart, ...] = ()
    skin: RGB | None = None
    """Of head and legs, where it is not the coat's."""
    pale_mouth: bool = True
    rosy: bool = True
    marked_face: bool = False
    """Too dark or too busy for a plain black eye."""


def quadruped(kind: Quadruped, c: Canvas, look: Look) -> None:
    """Paint an animal of a kind from the side."""
    coat = kind.coat.tinted(look.colour)
    frame = _frame(kind, look.rng.choice((-1, 0, 1)))
    paint_all(kind.behind, c, coat, frame)
    for near in (False, True):
        _legs(kind, c, kind.skin or coat.base, frame, near)
    _body(c, coat, frame)
    paint_neck(kind, c, coat, frame)
    paint_all(kind.cover, c, coat, frame)
    middle = ((frame.skull[0] + frame.mouth[0]) / 2, (frame.skull[1] + frame.mouth[1]) / 2)
    taper(c, frame.skull, middle, frame.mouth, frame.r * 2, frame.mouth_r * 2, kind.skin or coat.base)
    if kind.marks:
        c.inside(lambda layer: paint_all(kind.marks, layer, coat, frame))
    paint_face(kind, c, coat, frame)
    paint_all(kind.extras, c, coat, frame)


def paint_all(parts: tuple[SidePart, ...], c: Canvas, coat: Coat, f: Frame) -> None:
    for part in parts:
        part(c, coat, f)


def _frame(kind: Quadruped, step: int) -> Frame:
    rx, ry = kind.body
    x, y = CENTRE, GROUND - kind.legs - ry * 0.6
    shoulder = (x + rx * 0.66, y - ry * 0.2)
    skull = (shoulder[0] + kind.neck[0], shoulder[1] + kind.neck[1])
    mx, my, mr = kind.mouth
    apart = kind.leg_width * 1.12 + step * 1.2
    legs = (
        *((x - rx * 0.66 + apart, False), (x + rx * 0.56 + apart, False)),
        *((x - rx * 0.76, True), (x + rx * 0.5, True)),
    )
    mouth = (skull[0] + mx, skull[1] + my)
    return Frame((x, y), rx, ry, shoulder, skull, kind.skull, mouth, mr, kind.leg_width, legs)


def _legs(kind: Quadruped, c: Canvas, skin: RGB, f: Frame, near: bool) -> None:
    colour = skin if near else shade(skin, -0.24)
    w = f.leg_width
    for x, is_near in f.legs:
        if is_near != near:
            continue
        taper(c, (x, f.body[1] + f.ry * 0.2), (x, GROUND - 20), (x, GROUND - w * 0.5), w * 1.55, w, colour)
        c.box(x - w / 2, GROUND - w, x + w / 2, GROUND, colour, radius=1.5)
        if kind.hooves is None:
            for toe in (-0.28, 0, 0.28):
                c.line([(x + toe * w, GROUND - w * 0.42), (x + toe * w, GROUND - 1)], 1.0, shade(colour, -0.4))
        else:
            hoof = kind.hooves if near else shade(kind.hooves, -0.2)
            low = GROUND - w * 0.62
            c.polygon([(x - w * 0.5, low), (x + w * 0.5, low), (x + w * 0.64, GROUND), (x - w * 0.6, GROUND)], hoof)


def _body(c: Canvas, coat: Coat, f: Frame) -> None:
    outline = ((-1, -0.1), (-0.78, -0.84), (0, -0.8), (0.78, -0.9), (1.02, 0), (0.8, 0.8), (0, 0.86), (-0.78, 0.74))
    lump(c, [(f.body[0] + dx * f.rx, f.body[1] + dy * f.ry) for dx, dy in outline], coat.base, rim=2.4)


def paint_neck(kind: Quadruped, c: Canvas, coat: Coat, f: Frame) -> None:
    w0, w1 = kind.neck_width
    bend = ((f.shoulder[0] * 0.45 + f.skull[0] * 0.55) + 3, (f.shoulder[1] + f.skull[1]) / 2 + 2)
    taper(c, f.shoulder, bend, f.skull, w0, w1, coat.base)


def paint_face(kind: Quadruped, c: Canvas, coat: Coat, f: Frame) -> None:
    x, y, r = *f.mouth, f.mouth_r
    snout = coat.pale if kind.pale_mouth else kind.skin or coat.base
    if kind.pale_mouth:
        c.ellipse(x, y, r, r, snout)
        c.ellipse(x - r * 0.3, y - r * 0.2, r * 0.9, r * 0.9, snout)
    c.ellipse(x + r * 0.42, y - r * 0.25, r * 0.17, r * 0.24, ink_on(snout))
    c.curve((x - r * 0.55, y + r * 0.45), (x + r * 0.1, y + r * 0.72), (x + r * 0.66, y + r * 0.3), 1.2, ink_on(snout))
    if kind.rosy:
        blush(c, f.skull[0] + f.r * 0.15, f.skull[1] + f.r * 0.66, f.r * 0.34, kind.skin or coat.base)
    x, y, r = f.skull[0] + f.r * 0.34, f.skull[1] - f.r * 0.02, max(2.1, f.r * 0.26)
    if kind.marked_face or sum(kind.skin or coat.base) < 300:
        eye(c, x, y, r * 1.35, gaze=0.1)
    else:
        bead(c, x, y, r)
