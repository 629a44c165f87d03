"""What is worn on the hands: the fingers up, the cuff at the wrist, the thumb to the right. About 60 units high."""

from collections.abc import Callable

from synthgen.renderer.sketch.canvas import bezier
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.subjects.outfits import bright
from synthgen.renderer.sketch.subjects.pen import Pen, rim_of

RIM = 0.9


def _cuff(pen: Pen, colour: RGB, ribs: bool = True) -> None:
    pen.box(-12, 4, 12, 15, colour, 3, rim=RIM)
    for x in (-6, 0, 6) if ribs else ():
        pen.line([(x, 6), (x, 13)], 1, rim_of(colour))


def glove(pen: Pen, colour: RGB) -> None:
    """Five fingers."""
    for x, y, turn in ((-9, -34, -8), (-3, -38, -3), (4, -37, 3), (10, -31, 9)):
        pen.ellipse(x, y + 8, 4, 13, colour, turn=turn, rim=1.1)
    pen.ellipse(16, -8, 4.4, 11, colour, turn=38, rim=1.1)
    pen.blob([(-13, -24), (0, -26), (13, -22), (13, -4), (9, 6), (-9, 6), (-13, -6)], colour, rim=1.1)
    pen.ellipse(0, -22, 11.4, 9, colour)
    _cuff(pen, shade(colour, -0.2))


def mitten(pen: Pen, colour: RGB) -> None:
    """One room for the fingers, one for the thumb; knitted."""
    pen.ellipse(15, -9, 5.4, 11, colour, turn=38, rim=1.1)
    pen.blob(
        [(-14, -20), (-10, -38), (0, -43), (10, -38), (14, -20), (12, -2), (9, 6), (-9, 6), (-12, -4)], colour, 1.1
    )
    zigzag = [(-11 + i * 3.67, -19 + (5 if i % 2 else 0)) for i in range(7)]
    pen.line(zigzag, 2, bright(colour))
    pen.line([(x, y - 8) for x, y in zigzag], 2, bright(colour))
    _cuff(pen, bright(colour))


def oven_mitt(pen: Pen, colour: RGB) -> None:
    """Large and quilted, with a wide opening."""
    pen.ellipse(19, -12, 7, 14, colour, turn=36, rim=1.1)
    pen.blob(
        [(-17, -20), (-13, -43), (0, -50), (13, -43), (17, -20), (16, 2), (17, 14), (-17, 14), (-16, -4)], colour, 1.1
    )
    for x in (-20, -8, 4, 16):
        pen.line(
            [(max(-14, x - 8), -24 if x > -14 else -20), (min(14, x + 9), -4 if x < 12 else -16)], 0.9, rim_of(colour)
        )
        pen.line([(min(14, x + 12), -36 + abs(x - 2) * 0.4), (max(-14, x - 10), -8)], 0.9, rim_of(colour))
    pen.box(-18.4, 7, 18.4, 18, bright(colour), 2, rim=RIM)


def boxing_glove(pen: Pen, colour: RGB) -> None:
    """A round padded fist with a laced cuff."""
    pen.blob([(-19, -18), (-14, -42), (3, -48), (19, -38), (21, -18), (13, -2), (-13, -2)], colour, rim=1.1)
    pen.curve((-13, -22), (4, -14), (19, -25), 1.2, rim_of(colour))
    pen.blob([(-20, -8), (-22, -26), (-15, -31), (-8, -24), (-7, -8)], shade(colour, -0.1), rim=1)
    pen.curve((3, -42), (11, -41), (14, -34), 2.4, shade(colour, 0.5))
    pen.polygon([(-13, -4), (13, -4), *bezier((15, 16), (0, 19), (-15, 16), 6)], bright(colour), rim=RIM)
    pen.line([(-13.6, 4), (13.6, 4)], 2, shade(colour, -0.2))


HANDWEAR: dict[str, tuple[Callable[[Pen, RGB], None], str]] = {
    "boxing gloves": (boxing_glove, "red"),
    "gloves": (glove, "red"),
    "mittens": (mitten, "blue"),
    "oven mitts": (oven_mitt, "red"),
}
"""What is worn on the hands -> how one is painted, and its own colour by name."""


def pair(pen: Pen, name: str, colour: RGB) -> None:
    """Two of them side by side, nobody in them; about 110 units wide."""
    one = HANDWEAR[name][0]
    one(pen.at(-26, 0, 1.1, turn=-6, mirror=True), colour)
    one(pen.at(26, 0, 1.1, turn=6), colour)
