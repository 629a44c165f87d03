"""Animals as actors: upright, without arms, so that a joke can give them arms that hold, steer and play.

All stand on a canvas of the same size, feet at its lower edge, the body in its middle.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType
from typing import Protocol

from synthgen.renderer.sketch.canvas import Canvas, Point
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects import chibi_props, quadruped_parts
from synthgen.renderer.sketch.subjects.big_mammals import elephant_head
from synthgen.renderer.sketch.subjects.chibi import MIDDLE, Chibi, head_outline
from synthgen.renderer.sketch.subjects.creature import ball, blush, eye, lump, taper
from synthgen.renderer.sketch.subjects.herd import HERD
from synthgen.renderer.sketch.subjects.mammals import MAMMALS
from synthgen.renderer.sketch.subjects.quadrupeds import Frame, Quadruped, paint_all, paint_face, paint_neck

WIDTH, HEIGHT = 134, 150
HIPS = 136.0
IN_PAWS = frozenset(
    (chibi_props.fish, chibi_props.log, chibi_props.acorn, chibi_props.seed, chibi_props.bamboo)
    + (chibi_props.eucalyptus,)
)
"""What is put down before something else is taken up."""


class Paint(Protocol):
    """Paints an actor, with or without feet."""

    def __call__(self, c: Canvas, look: Look, feet: bool) -> None: ...


@dataclass(frozen=True)
class Posed:
    """One actor, and where its limbs begin. All in units of the canvas."""

    paint: Paint
    skin: RGB
    """Of arms and legs, in its own colours."""
    tip: RGB | None = None
    """Hooves."""
    limb: float = 11
    """Width of an arm."""
    reach: float = 18
    """From the middle of the body to a shoulder."""
    mouth: Point = (MIDDLE, 80)
    top: float = 26
    """Where the head begins."""


def _sitting(kind: Chibi, c: Canvas, look: Look, feet: bool) -> None:
    coat = kind.coat.tinted(look.colour)
    for part in kind.behind:
        part(c, coat)
    rx = 26 - 8 * kind.slim
    ball(c, MIDDLE, 114, rx, 31, coat.base)
    if kind.belly:
        c.ellipse(MIDDLE, 118, rx * 0.62, 22, coat.pale)
    if feet:
        for side in (-1, 1):
            ball(c, MIDDLE + side * (rx - 9), 141, 13.5 - 3 * kind.slim, 8, _paws(kind, look))
    c.ellipse(MIDDLE, 90, 19, 7, shade(coat.base, -0.2))
    if kind.ears:
        kind.ears(c, coat)
    lump(c, head_outline(kind), coat.base, rim=2)
    for mark in kind.marks:
        c.inside(lambda layer, paint=mark: paint(layer, coat))  # type: ignore[misc]
    kind.face(c, coat)
    x, y, r = kind.eyes
    for side in (-1, 1):
        if kind.rosy:
            blush(c, MIDDLE + side * 24, 71, 5, coat.base)
        eye(c, MIDDLE + side * x, y, r, kind.white)
    for part in kind.extras:
        if part not in IN_PAWS:
            part(c, coat)


def _paws(kind: Chibi, look: Look) -> RGB:
    if kind.paws and look.colour is None:
        return kind.paws
    return shade(kind.coat.tinted(look.colour).base, -0.06)


def _frame(kind: Quadruped) -> Frame:
    """Of an animal on its hind legs, the neck above the body."""
    rx = min(26.0, 6 + kind.body[1])
    across, up = kind.neck
    skull = (MIDDLE + 2 + across * 0.4, 92 + min(up * 0.8, -24))
    grow = 1.3
    mx, my, mr = kind.mouth
    mouth = (skull[0] + mx * grow, skull[1] + my * grow)
    return Frame((MIDDLE, 112), rx, 29, (MIDDLE, 96), skull, kind.skull * grow, mouth, mr * grow, kind.leg_width, ())


def _upright(kind: Quadruped, c: Canvas, look: Look, feet: bool) -> None:
    coat, f = kind.coat.tinted(look.colour), _frame(kind)
    skin = kind.skin or coat.base
    paint_all(kind.behind, c, coat, replace(f, body=(MIDDLE, 128), ry=12))
    if quadruped_parts.humps in kind.behind:
        for y in (96, 118):
            ball(c, MIDDLE - f.rx, y, 11, 10, coat.base)
    if feet:
        for side in (-1, 1):
            _leg(kind, c, MIDDLE + side * f.rx * 0.5, skin)
    ball(c, *f.body, f.rx, f.ry, coat.base)
    if not (kind.marks or kind.cover):
        c.ellipse(MIDDLE + 3, 116, f.rx * 0.6, 20, coat.pale)
    paint_neck(kind, c, coat, f)
    paint_all(kind.cover, c, coat, f)
    middle = ((f.skull[0] + f.mouth[0]) / 2, (f.skull[1] + f.mouth[1]) / 2)
    taper(c, f.skull, middle, f.mouth, f.r * 2, f.mouth_r * 2, skin)
    if kind.marks:
        for y in (-9, 14):
            moved = replace(f, body=(MIDDLE, 112 + y), ry=18)
            c.inside(lambda layer, at=moved: paint_all(kind.marks, layer, coat, at))  # type: ignore[misc]
    paint_face(kind, c, coat, f)
    paint_all(kind.extras, c, coat, f)


def _leg(kind: Quadruped, c: Canvas, x: float, skin: RGB) -> None:
    w = max(8.0, kind.leg_width * 1.2)
    taper(c, (x, 132), (x, 140), (x, 145), w * 1.5, w, skin)
    c.box(x - w * 0.6, 143, x + w * 0.7, 149, kind.hooves or shade(skin, -0.2), radius=1.5)


def _elephant(c: Canvas, look: Look, feet: bool) -> None:
    base = look.colour or (146, 156, 174)
    c.curve((36, 128), (26, 136), (26, 146), 3, shade(base, -0.2))
    if feet:
        for side in (-1, 1):
            c.box(MIDDLE + side * 14 - 10, 128, MIDDLE + side * 14 + 10, 149, shade(base, -0.08), radius=6)
            for toe in (-5, 0, 5):
                c.ellipse(MIDDLE + side * 14 + toe, 147.4, 2.4, 2.2, (246, 238, 224))
    ball(c, MIDDLE, 112, 29, 31, base)
    c.ellipse(MIDDLE, 118, 18, 21, shade(base, 0.18))
    elephant_head(c, base, look.rng.random() < 0.5, -26, 8)


def _sitter(name: str, kind: Chibi) -> Posed:
    paws = kind.paws or shade(kind.coat.base, -0.06)
    return Posed(partial(_sitting, kind), paws, reach=20 - 6 * kind.slim)


def _stander(kind: Quadruped) -> Posed:
    f, w = _frame(kind), max(9.0, kind.leg_width * 1.4)
    mouth = (f.mouth[0] + f.mouth_r * 0.7, f.mouth[1] + f.mouth_r * 0.4)
    skin = kind.skin or kind.coat.base
    return Posed(partial(_upright, kind), skin, kind.hooves, w, f.rx * 0.8, mouth, f.skull[1] - f.r - 6)


POSED: Mapping[str, Posed] = MappingProxyType(
    {
        **{name: _sitter(name, kind) for name, kind in MAMMALS.items()},
        **{name: _stander(kind) for name, kind in HERD.items()},
        "elephant": Posed(_elephant, (138, 148, 166), None, 13, 23, (80, 76), 30),
    }
)
"""Its name -> how it stands upright."""
