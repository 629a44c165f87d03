"""Vans from the side, by what is on their flank and roof. The ground lies at y = 84."""

from collections.abc import Callable
from dataclasses import dataclass

from synthgen.renderer.sketch.canvas import Canvas, oval
from synthgen.renderer.sketch.colours import COLOURS, RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.materials import (
    CHROME,
    IRON,
    LAMP,
    RUBBER,
    TAIL,
    WOOD,
    Painter,
    Tones,
    accent,
    pane,
    rounded,
    tones,
    wheel,
    window,
)

WHITE = COLOURS["white"]
BLUE_LIGHT: RGB = (52, 120, 235)
CARDBOARD: RGB = (206, 156, 98)


@dataclass(frozen=True)
class Van:
    """A box with a short nose."""

    natural: str
    flank: Callable[[Canvas, Tones], None]
    top: float = 22
    flat: bool = False
    """A nose without a bonnet."""


def van(spec: Van) -> Painter:
    """The painter of one kind of van."""

    def draw(c: Canvas, look: Look) -> None:
        paint = tones(look, spec.natural)
        nose = [(122, spec.top), (136, 48), (138, 56)] if spec.flat else [(106, spec.top), (122, 46), (138, 52)]
        outline = [(3, 72), (3, spec.top), *nose, (140 if spec.flat else 142, 72)]
        c.polygon(rounded([(float(x), float(y)) for x, y in outline], 6), paint.base)
        c.box(3, 64, 141, 72, paint.dark, 3)
        c.line([(10, spec.top + 2), (nose[0][0] - 6, spec.top + 2)], 1.4, paint.light)
        if spec.flat:
            pane(c, [(102, 28), (121, 28), (131, 46), (102, 46)], 2)
        else:
            pane(c, [(93, 28), (104, 28), (115.5, 46), (93, 46)], 2)
        spec.flank(c, paint)
        _details(c, paint)

    return draw


def _details(c: Canvas, paint: Tones) -> None:
    for x in (30, 114):
        c.polygon(oval(x, 72, 14, 14, 180, 360), paint.line)
        c.polygon(oval(x, 72, 12.6, 12.6, 180, 360), shade(RUBBER, -0.35))
        wheel(c, x, 72, 11.5)
    c.ellipse(136.5, 59, 3, 3.6, LAMP)
    c.box(3, 50, 6.5, 58, TAIL, 1)
    c.box(130, 66, 145, 71.5, CHROME, 2)
    c.box(1, 66, 12, 71.5, CHROME, 2)


def _doors(c: Canvas, paint: Tones, *seams: float) -> None:
    for x in seams:
        c.line([(x, 27), (x, 62)], 0.9, paint.line)
    c.box(seams[-1] + 3, 50, seams[-1] + 9, 52, CHROME, 1)


def plain(c: Canvas, paint: Tones) -> None:
    """A sliding door and its rail."""
    _doors(c, paint, 50, 88)
    c.line([(14, 46), (84, 46)], 1.1, paint.line)
    c.box(53, 50, 59, 52, CHROME, 1)
    window(c, 54, 28, 84, 43, 2)


def family(c: Canvas, paint: Tones) -> None:
    """Windows all along, a sliding door, rails on the roof."""
    for x in (18, 88):
        c.line([(x, 22), (x, 16)], 2, IRON)
    c.line([(14, 16), (94, 16)], 2.2, IRON)
    for i in range(3):
        window(c, 8 + 28 * i, 28, 32 + 28 * i, 44, 3)
    _doors(c, paint, 34, 62, 90)
    c.line([(8, 50), (60, 50)], 1.1, paint.line)
    c.box(52, 53, 58, 55, CHROME, 1)


def rescue(c: Canvas, paint: Tones) -> None:
    """A cross, a band and blue lights."""
    mark = accent(paint.base, TAIL, WHITE)
    c.box(3, 52, 141, 57, mark)
    _doors(c, paint, 88)
    c.box(34, 26, 58, 50, WHITE, 3)
    for x0, y0, x1, y1 in ((43, 29, 49, 47), (37, 35, 55, 41)):
        c.box(x0, y0, x1, y1, TAIL, 0.8)
    window(c, 66, 28, 84, 44, 2)
    for x in (22, 88):
        c.box(x, 15, x + 14, 22, BLUE_LIGHT, 3)
        c.box(x + 2, 16, x + 5, 21, shade(BLUE_LIGHT, 0.5), 1)


def ice_cream(c: Canvas, paint: Tones) -> None:
    """A serving window with an awning, sprinkles, and a huge cone on the roof."""
    cone, cream = (222, 164, 92), accent(paint.base, (255, 182, 205), (250, 240, 214))
    c.polygon([(22, 14), (46, 14), (34, 44)], cone)
    for i in range(3):
        c.line([(25 + 4 * i, 14), (33 + 2 * i, 30)], 0.8, shade(cone, -0.25))
        c.line([(43 - 4 * i, 14), (35 - 2 * i, 30)], 0.8, shade(cone, -0.25))
    c.ellipse(34, 11, 13.5, 10, cream)
    c.ellipse(30, 7, 4, 3, shade(cream, 0.5))
    c.box(3, 31, 60, 50, paint.base)
    c.box(9, 31, 110, 34, paint.base)
    c.box(42, 40, 88, 58, shade(LAMP, 0.4), 1)
    c.box(40, 57, 90, 60, CHROME, 1)
    awning = accent(paint.base, (226, 70, 84), (60, 130, 214))
    for i in range(8):
        colour = WHITE if i % 2 else awning
        c.box(39 + 6.5 * i, 35, 45.5 + 6.5 * i, 42, colour)
        c.ellipse(42.25 + 6.5 * i, 42, 3.25, 3, colour)
    for i, colour in enumerate((awning, LAMP, (110, 200, 190), awning, LAMP)):
        c.line([(9 + 6 * i, 40 + 7 * (i % 2)), (12 + 6 * i, 42 + 7 * (i % 2))], 1.8, colour)
    for x, colour in ((58, TAIL), (74, (120, 80, 50))):
        c.polygon([(x, 50), (x + 7, 50), (x + 3.5, 57)], cone)
        c.ellipse(x + 3.5, 48.5, 4, 3.4, shade(colour, 0.35))


def camper(c: Canvas, paint: Tones) -> None:
    """Two paints, many windows, and a surfboard on the roof."""
    cream = accent(paint.base, paint.light, (248, 238, 214))
    c.inside(lambda d: d.polygon([(3, 10), (140, 10), (137, 26), (104, 28), (94, 30), (3, 30)], cream))
    for i in range(3):
        window(c, 10 + 29 * i, 32, 34 + 29 * i, 46, 2)
    c.line([(4, 51), (137, 51)], 1.6, cream)
    for x in (38, 67, 98):
        c.line([(x, 32), (x, 62)], 0.8, paint.line)
    c.box(101, 54, 107, 56, CHROME, 1)
    for x in (34, 88):
        c.line([(x, 24), (x, 15)], 1.8, IRON)
    board = accent(paint.base, (240, 130, 60), (60, 170, 190))
    c.polygon(oval(62, 12, 44, 4.4), board)
    c.line([(22, 12), (102, 12)], 1.4, WHITE)
    c.box(8, 19, 30, 22, WOOD, 1)


def parcels(c: Canvas, paint: Tones) -> None:
    """An open door, and parcels behind it up to the roof."""
    _doors(c, paint, 90)
    c.box(10, 27, 58, 63, paint.dark, 2)
    c.box(12, 29, 56, 63, shade(IRON, -0.35), 1)
    for x0, y0, x1, tone in ((14, 48, 33, 0), (35, 46, 54, -0.1), (17, 35, 38, -0.14), (40, 37, 53, 0.1)):
        low, box = (63 if y0 > 44 else 47 if x0 < 30 else 45), shade(CARDBOARD, tone)
        c.box(x0, y0, x1, low, box, 1)
        c.box((x0 + x1) / 2 - 1.6, y0, (x0 + x1) / 2 + 1.6, low, shade(CARDBOARD, 0.4))
        c.line([(x0, y0), (x1, y0)], 1, shade(box, -0.25))
    c.line([(8, 65), (86, 65)], 1.4, paint.line)
    c.polygon([(66, 40), (73, 36.6), (80, 40), (73, 43.4)], shade(CARDBOARD, 0.3))
    c.polygon([(66, 40), (73, 43.4), (73, 52), (66, 48.6)], CARDBOARD)
    c.polygon([(80, 40), (73, 43.4), (73, 52), (80, 48.6)], shade(CARDBOARD, -0.2))


VANS: dict[str, Van] = {
    "van": Van("silver", plain),
    "minivan": Van("maroon", family),
    "delivery van": Van("white", parcels),
    "ambulance": Van("white", rescue),
    "ice cream truck": Van("pink", ice_cream, top=30),
    "camper van": Van("turquoise", camper, flat=True),
}
"""The kinds of van."""
