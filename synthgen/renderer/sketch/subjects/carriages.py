"""Long things with rows of windows: buses, trams, underground and fast trains."""

from dataclasses import dataclass

from synthgen.renderer.sketch.canvas import Canvas, oval
from synthgen.renderer.sketch.colours import COLOURS, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.materials import (
    CHROME,
    GLASS,
    IRON,
    LAMP,
    RUBBER,
    STEEL,
    TAIL,
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


def bus(natural: str, decks: int = 1) -> Painter:
    """A bus with one deck or two. The ground lies at y = 90."""

    def draw(c: Canvas, look: Look) -> None:
        paint = tones(look, natural)
        top = 28 if decks == 1 else 3
        c.polygon(rounded([(3, 80), (3, top), (143, top), (146, 60), (146, 80)], 7), paint.base)
        c.box(3, 70, 146, 80, paint.dark, 3)
        c.line([(10, top + 2.2), (136, top + 2.2)], 1.5, paint.light)
        for level in range(decks):
            y = top + 7 + 28 * level
            count = 6 if level == 0 and decks == 2 else 4
            for i in range(count):
                window(c, 9 + 21 * i, y, 27 + 21 * i, y + 16, 2.5)
        low = 35 if decks == 1 else 38
        pane(c, [(128, low), (143, low), (145, low + 22), (128, low + 22)], 2.5)
        c.box(97, low, 123, 78, paint.line, 2)
        for x in (99, 111):
            window(c, x, low + 2, x + 10.5, 76, 1.5)
        c.box(3, 60, 96, 63, accent(paint.base, WHITE, TAIL))
        _bus_details(c, paint, (28, 82) if decks == 1 else (30, 80))

    return draw


def _bus_details(c: Canvas, paint: Tones, wheels: tuple[float, float]) -> None:
    for x in (wheels[0], 134 if wheels[1] > 100 else wheels[1]):
        c.polygon(oval(x, 78, 14.5, 14.5, 180, 360), paint.line)
        c.polygon(oval(x, 78, 13, 13, 180, 360), shade(RUBBER, -0.35))
        wheel(c, x, 78, 11.5)
    c.ellipse(142, 68, 2.8, 3.4, LAMP)
    c.box(3, 64, 6.5, 71, TAIL, 1)
    c.box(136, 75, 149, 80, CHROME, 2)


def school_bus(c: Canvas, look: Look) -> None:
    """A bus with a bonnet, black rails, a stop sign and warning lights."""
    paint = tones(look, "yellow")
    rail = accent(paint.base, RUBBER, WHITE)
    c.polygon(rounded([(3, 80), (3, 24), (116, 24), (122, 50), (148, 54), (150, 80)], 6), paint.base)
    c.box(3, 71, 150, 80, paint.dark, 3)
    c.line([(10, 26.5), (110, 26.5)], 1.5, paint.light)
    for i in range(5):
        window(c, 8 + 17.5 * i, 33, 22.5 + 17.5 * i, 47, 2)
    pane(c, [(98, 33), (112, 33), (118, 49), (98, 49)], 2)
    for y in (51.5, 58, 66):
        c.line([(4, y), (118, y)], 1.5, rail, False)
    c.line([(96, 31), (96, 77)], 0.9, paint.line)
    c.polygon(oval(84, 61, 8, 8, 22.5, 382.5, steps=8), WHITE)
    c.polygon(oval(84, 61, 7, 7, 22.5, 382.5, steps=8), TAIL)
    c.box(79.5, 59.5, 88.5, 62.5, WHITE, 0.5)
    for x, colour in ((12.0, TAIL), (100.0, COLOURS["orange"])):
        c.box(x, 20, x + 8, 24, colour, 1.5)
    for x in (30.0, 126.0):
        c.polygon(oval(x, 78, 14.5, 14.5, 180, 360), paint.line)
        c.polygon(oval(x, 78, 13, 13, 180, 360), shade(RUBBER, -0.35))
        wheel(c, x, 78, 11.5)
    c.ellipse(146.5, 62, 2.8, 3.6, LAMP)
    for x in (0.5, 140):
        c.box(x, 75, x + 13, 80, RUBBER, 2)


@dataclass(frozen=True)
class Carriage:
    """A carriage on rails. The rail lies at y = 84."""

    natural: str
    nose: str = "round"
    """"round", "long" for a fast train, "flat" for a tram or the underground."""
    pantograph: bool = False
    doors: tuple[float, ...] = (44, 100)
    band: bool = True
    joint: float | None = None
    """Where a second carriage is coupled."""


def carriage(spec: Carriage) -> Painter:
    """The painter of a tram, an underground or a fast train."""

    def draw(c: Canvas, look: Look) -> None:
        paint = tones(look, spec.natural)
        noses = {
            "flat": [(148, 24), (150, 40), (150, 74)],
            "round": [(130, 24), (146, 36), (150, 74)],
            "long": [(112, 24), (134, 38), (166, 66), (164, 74)],
        }
        nose = noses[spec.nose]
        c.polygon(rounded([(3, 74), (3, 24), *[(float(x), float(y)) for x, y in nose]], 6), paint.base)
        c.line([(9, 26.5), (nose[0][0] - 6, 26.5)], 1.6, paint.light)
        if spec.band:
            colour = accent(paint.base, WHITE, (60, 120, 210))
            c.inside(lambda d: d.box(3, 55, 170, 60, colour))
        c.inside(lambda d: d.box(3, 66, 170, 74, paint.dark))
        _windows(c, spec, paint)
        if spec.joint:
            c.box(spec.joint - 2.5, 24, spec.joint + 2.5, 74, RUBBER)
            c.line([(spec.joint, 26), (spec.joint, 72)], 0.8, IRON, False)
        _running_gear(c, nose[-1][0])
        if spec.pantograph:
            _pantograph(c)

    return draw


def _windows(c: Canvas, spec: Carriage, paint: Tones) -> None:
    ends = {"flat": 128.0, "round": 122.0, "long": 112.0}
    x = 9.0
    for door in (*spec.doors, ends[spec.nose]):
        room = door - x - 2
        count = max(1, round(room / 17))
        for i in range(count):
            window(c, x + room * i / count + 1, 33, x + room * (i + 1) / count - 1, 49, 2.5)
        if door in spec.doors:
            c.box(door, 31, door + 17, 73, paint.line, 1.5)
            for half in (1.2, 9.0):
                window(c, door + half, 33, door + half + 6.8, 71, 1)
        x = door + 18
    if spec.nose == "long":
        pane(c, [(117, 33), (122, 33), (133, 43), (123, 43)], 2, shade(GLASS, -0.45))
        c.line([(152, 60), (158, 64)], 2.4, LAMP)
    else:
        left = 132 if spec.nose == "flat" else 128
        pane(c, [(left, 32), (147 if spec.nose == "flat" else 139, 32), (149, 49), (left, 49)], 2)
        c.ellipse(146, 63, 2.8, 2.8, LAMP)


def _running_gear(c: Canvas, nose: float) -> None:
    for middle in (30, nose - 34):
        c.box(middle - 15, 73, middle + 15, 78, IRON, 2)
        for x in (middle - 10, middle + 10):
            c.ellipse(x, 78, 5.5, 5.5, RUBBER)
            c.ellipse(x, 78, 2.6, 2.6, STEEL)
    c.line([(4, 85), (nose + 2, 85)], 2.4, STEEL, False)


def _pantograph(c: Canvas) -> None:
    c.box(54, 20, 90, 24, IRON, 1)
    c.line([(60, 20), (78, 12), (66, 4)], 1.8, RUBBER)
    c.line([(84, 20), (66, 12), (76, 4)], 1.8, RUBBER)
    c.line([(56, 3), (86, 3)], 2, RUBBER)
