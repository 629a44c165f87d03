"""Mammals that sit and look at us: a large round head on a small body, the kind told by ears, face, marks and tail."""

from dataclasses import dataclass

from synthgen.renderer.sketch.canvas import Canvas, Point
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.chibi_face import muzzle
from synthgen.renderer.sketch.subjects.creature import WHITE, Coat, Part, ball, blush, eye, lump, taper

WIDTH, HEIGHT = 134, 150
MIDDLE = 60
"""The head is centred at (60, 62), about 34 units to each side; the feet stand at 149."""


@dataclass(frozen=True)
class Chibi:
    """What tells one sitting mammal from another. Parts are painted in the order in which they are listed here."""

    coat: Coat
    behind: tuple[Part, ...] = ()
    """A tail, a mane."""
    ears: Part | None = None
    marks: tuple[Part, ...] = ()
    """On the coat, clipped to it: stripes, spots, patches."""
    face: Part = muzzle
    extras: tuple[Part, ...] = ()
    """On top of everything: whiskers, horns, what it holds."""
    paws: RGB | None = None
    """Arms, legs and feet where they differ from the coat."""
    white: RGB = WHITE
    """Of the eyes."""
    eyes: tuple[float, float, float] = (13, 56, 5.6)
    """Distance from the middle, height, radius."""
    slim: float = 0
    """0 is chubby; 1 is a thin upright body with a narrow head."""
    cheeks: float = 0
    """How far tufts of fur stand out at the sides of the face."""
    rosy: bool = True
    belly: bool = True
    holds: bool = False
    """Both paws in front of the chest."""


def chibi(kind: Chibi, c: Canvas, look: Look) -> None:
    """Paint a sitting mammal of a kind."""
    coat = kind.coat.tinted(look.colour)
    paws = kind.paws if kind.paws and look.colour is None else shade(coat.base, -0.06)
    waves = not kind.holds and look.rng.random() < 0.35
    for part in kind.behind:
        part(c, coat)
    _body(kind, c, coat, paws)
    if kind.ears:
        kind.ears(c, coat)
    lump(c, head_outline(kind), coat.base, rim=2)
    if kind.marks:
        c.inside(lambda layer: _all(kind.marks, layer, coat))
    kind.face(c, coat)
    x, y, r = kind.eyes
    for side in (-1, 1):
        if kind.rosy:
            blush(c, MIDDLE + side * 24, 71, 5, coat.base)
        eye(c, MIDDLE + side * x, y, r, kind.white)
    _arms(kind, c, paws, waves)
    for part in kind.extras:
        part(c, coat)


def _all(parts: tuple[Part, ...], c: Canvas, coat: Coat) -> None:
    for part in parts:
        part(c, coat)


def head_outline(kind: Chibi) -> list[Point]:
    w, tuft = 34 - 5 * kind.slim, kind.cheeks
    half = [(0.62 * w, 35), (0.97 * w, 53), (w + tuft, 72), (0.68 * w, 87)]
    right = [(MIDDLE + x, y) for x, y in half]
    left = [(MIDDLE - x, y) for x, y in reversed(half)]
    return [(MIDDLE, 30), *right, (MIDDLE, 93), *left]


def _body(kind: Chibi, c: Canvas, coat: Coat, paws: RGB) -> None:
    rx = 26 - 8 * kind.slim
    ball(c, MIDDLE, 115, rx, 33, coat.base)
    if kind.belly:
        c.ellipse(MIDDLE, 119, rx * 0.62, 24, coat.pale)
    for side in (-1, 1):
        x = MIDDLE + side * (rx - 9)
        ball(c, x, 141, 13.5 - 3 * kind.slim, 8, paws)
        for toe in (-4.5, 0, 4.5):
            c.line([(x + toe, 143), (x + toe, 146)], 1.1, shade(paws, -0.35))
    c.ellipse(MIDDLE, 90, 19, 7, shade(coat.base, -0.2))


def _arms(kind: Chibi, c: Canvas, paws: RGB, waves: bool) -> None:
    reach = 20 - 6 * kind.slim
    for side in (-1, 1):
        shoulder = (MIDDLE + side * reach, 99)
        out = MIDDLE + side * (reach + 9)
        if kind.holds:
            end: Point = (MIDDLE + side * 8, 112)
            bend: Point = (out, 114)
        elif waves and side == 1:
            end, bend = (out + 11, 88), (out + 4, 104)
        else:
            end, bend = (MIDDLE + side * (reach + 5), 121), (out, 108)
        for grow, colour in ((1.6, shade(paws, -0.25)), (0, paws)):
            taper(c, shoulder, bend, end, 11 + grow, 10 + grow, colour)
