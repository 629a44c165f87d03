"""Lorries from the side: a cab, a chassis and a load. The ground lies at y = 84."""

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
    STEEL,
    TAIL,
    Painter,
    Tones,
    accent,
    pane,
    ring,
    rounded,
    toned,
    tones,
    tube,
    wheel,
)

WHITE = COLOURS["white"]
EARTH: RGB = (134, 96, 62)
SALT: RGB = (214, 220, 226)
BLUE_LIGHT: RGB = (52, 120, 235)


@dataclass(frozen=True)
class Truck:
    """A cab in front and a load behind it."""

    natural: str
    load: Callable[[Canvas, Tones], None]
    length: float = 150
    wheels: tuple[float, ...] = (26, 51, 127)
    crew: bool = False
    """A longer cab with a second window."""
    front: Callable[[Canvas, Tones], None] | None = None


def truck(spec: Truck) -> Painter:
    """The painter of one kind of lorry."""

    def draw(c: Canvas, look: Look) -> None:
        paint = tones(look, spec.natural)
        c.box(5, 62, spec.length - 10, 71, IRON, 2)
        spec.load(c, paint)
        _cab(c, spec, paint)
        for x in spec.wheels:
            if x > spec.length - 45:
                c.polygon(oval(x, 72, 14.5, 14.5, 180, 360), paint.line)
                c.polygon(oval(x, 72, 13, 13, 180, 360), shade(RUBBER, -0.35))
            wheel(c, x, 72, 11.5)
        if spec.front:
            spec.front(c, paint)

    return draw


def _cab(c: Canvas, spec: Truck, paint: Tones) -> None:
    x = spec.length - 41
    back = x - 24 if spec.crew else x
    c.polygon(rounded([(back, 70), (back, 20), (x + 21, 20), (x + 31, 44), (x + 38, 48), (x + 38, 70)], 4), paint.base)
    c.box(back, 62, x + 38, 70, paint.dark, 2)
    c.line([(back + 4, 22.5), (x + 19, 22.5)], 1.2, paint.light)
    pane(c, [(x + 6, 27), (x + 19, 27), (x + 25.5, 43), (x + 6, 43)], 2)
    if spec.crew:
        pane(c, [(back + 5, 27), (x, 27), (x, 43), (back + 5, 43)], 2)
        c.line([(x + 2.5, 24), (x + 2.5, 61)], 0.9, paint.line)
    c.line([(x + 3.5, 46), (x + 3.5, 61)], 0.9, paint.line)
    c.line([(x + 27, 46), (x + 27, 56)], 0.9, paint.line)
    c.box(x + 6, 48, x + 12, 50, CHROME, 1)
    c.ellipse(x + 35, 55, 3, 3.8, LAMP)
    c.box(x + 30, 65, x + 41, 70.5, CHROME, 2)
    c.box(2, 63, 8, 69, TAIL, 1.5)


def cargo_box(c: Canvas, paint: Tones) -> None:
    """A closed box with ribs."""
    c.box(3, 8, 105, 63, paint.base, 3)
    c.box(3, 8, 105, 15, paint.light, 3)
    c.box(3, 54, 105, 63, paint.dark, 3)
    for i in range(1, 6):
        c.line([(3 + 17 * i, 17), (3 + 17 * i, 52)], 0.9, paint.dark, False)


def dump_bed(c: Canvas, paint: Tones) -> None:
    """An open bed with a heap of earth."""
    _tipper(c, paint, EARTH)


def salt_bed(c: Canvas, paint: Tones) -> None:
    """An open bed with a heap of salt."""
    _tipper(c, paint, SALT)


def _tipper(c: Canvas, paint: Tones, heap: RGB) -> None:
    c.blob([(14, 36), (26, 18), (44, 8), (66, 9), (84, 20), (96, 36), (54, 44)], heap)
    c.blob([(36, 18), (50, 11), (58, 16), (44, 24)], shade(heap, 0.18))
    c.blob([(66, 22), (76, 20), (84, 28), (70, 30)], shade(heap, -0.15))
    c.polygon(rounded([(2, 28), (104, 28), (104, 60), (20, 63)], 4), paint.base)
    c.polygon([(96, 28), (104, 12), (134, 12), (134, 17), (108, 18), (106, 34)], paint.base)
    c.line([(4, 30), (104, 30)], 2.6, paint.light)
    for i in range(5):
        c.line([(22 + 17 * i, 34), (28 + 16 * i, 59)], 2.4, paint.dark)


def hopper(c: Canvas, paint: Tones) -> None:
    """A rounded body with a hopper at the back, and the recycling sign."""
    c.polygon(rounded([(2, 56), (6, 26), (24, 10), (36, 10), (36, 63), (8, 63)], 5), paint.dark)
    c.polygon(rounded([(5, 55), (8, 38), (20, 38), (20, 55)], 3), RUBBER)
    c.polygon(rounded([(30, 63), (30, 9), (105, 12), (105, 63)], 8), paint.base)
    c.line([(38, 13.5), (97, 15.5)], 1.6, paint.light)
    c.box(30, 55, 105, 63, paint.dark, 2)
    for x in (36, 98):
        c.line([(x, 16), (x, 54)], 1, paint.line)
    mark = accent(paint.base, WHITE, COLOURS["green"])
    for turn in (-90, 30, 150):
        ring(c, 67, 35, 15, 5.4, mark, turn, turn + 78)
        inner, outer, tip = (oval(67, 35, r, r, turn + a, turn + a)[0] for r, a in ((6.5, 74), (18, 74), (12.5, 112)))
        c.polygon([inner, outer, tip], mark)


def drum(c: Canvas, paint: Tones) -> None:
    """A mixing drum with a spiral, and the chute."""
    stripe = accent(paint.base, WHITE, COLOURS["orange"])
    c.polygon([(5, 34), (14, 34), (7, 58), (2, 55)], STEEL)
    c.polygon([(8, 20), (30, 14), (30, 40), (8, 36)], IRON)
    outline = [(10, 24), (22, 19), (52, 8), (78, 12), (102, 34), (104, 52), (90, 58), (52, 58), (22, 44), (10, 37)]
    c.blob([(float(x), float(y)) for x, y in outline], paint.base)

    def decorate(d: Canvas) -> None:
        for x, top, low in ((28, 14, 52), (50, 4, 60), (74, 6, 58)):
            d.curve((x, top), (x + 26, (top + low) / 2), (x + 6, low), 5.5, stripe)
        d.polygon([(24, 50), (52, 54), (96, 53), (104, 60), (24, 62)], paint.dark)

    c.inside(decorate)
    c.polygon([(88, 63), (108, 63), (108, 44), (100, 44)], IRON)
    c.polygon([(30, 63), (40, 63), (33, 44), (27, 46)], IRON)


def fire_engine(c: Canvas, paint: Tones) -> None:
    """Shutters, a white band, a hose and the ladder on top."""
    c.box(3, 24, 90, 66, paint.base, 3)
    c.box(3, 60, 90, 68, paint.dark, 2)
    for i in range(3):
        c.box(8 + 26 * i, 29, 30 + 26 * i, 46, STEEL, 1.5)
        for k in range(4):
            c.line([(9 + 26 * i, 32 + 4 * k), (29 + 26 * i, 32 + 4 * k)], 0.7, shade(STEEL, -0.25), False)
    c.box(3, 50, 108, 54, accent(paint.base, WHITE, TAIL))
    c.box(6, 20, 88, 24, IRON, 1)
    steel = toned(CHROME)
    for lift in (0.0, 7.0):
        tube(c, [(10, 21 - lift), (112, 8 - lift * 0.8)], 2.2, steel)
    for i in range(11):
        c.line([(14 + 9.4 * i, 20.5 - 1.2 * i), (13 + 9.4 * i, 14 - 1.15 * i)], 1.5, steel.dark)
    c.polygon([(20, 24), (34, 24), (29, 15), (24, 15)], IRON)


def fire_lights(c: Canvas, paint: Tones) -> None:
    """Blue lights on the cab, and the band that runs on over its doors."""
    c.box(86, 51, 145, 54, accent(paint.base, WHITE, TAIL))
    c.box(111, 13, 127, 20, BLUE_LIGHT, 3)
    c.box(112, 14, 117, 19, shade(BLUE_LIGHT, 0.5), 2)


def boom(c: Canvas, paint: Tones) -> None:
    """A low deck with an arm, a cable and a hook."""
    c.polygon(rounded([(3, 66), (6, 50), (105, 50), (105, 66)], 3), paint.base)
    c.box(3, 60, 105, 68, paint.dark, 2)
    c.box(78, 26, 104, 51, paint.base, 3)
    c.line([(82, 32), (100, 32)], 1, paint.line)
    for i in range(8):
        c.polygon([(8 + 9 * i, 57), (13 + 9 * i, 57), (10 + 9 * i, 61), (5 + 9 * i, 61)], RUBBER)
    c.line([(88, 49), (66, 26)], 5, IRON)
    tube(c, [(92, 48), (14, 12)], 6, paint)
    c.line([(11, 13), (11, 34)], 1.2, IRON)
    c.arc(8.5, 38, 4.2, -70, 170, 2.2, STEEL)
    c.ellipse(13, 12, 3.6, 3.6, IRON)


def beacon(c: Canvas, paint: Tones) -> None:
    """An orange light on the cab."""
    light = accent(paint.base, COLOURS["orange"], TAIL)
    c.box(116, 14, 126, 20, light, 3)
    c.box(118, 15, 120.5, 19, shade(light, 0.5), 1)


def plough(c: Canvas, paint: Tones) -> None:
    """A curved blade with snow before it."""
    beacon(c, paint)
    c.box(142, 60, 156, 66, IRON, 1)
    c.ellipse(172, 76, 16, 8, WHITE)
    c.ellipse(166, 69, 9, 8, WHITE)
    c.polygon(rounded([(156, 46), (163, 44), (160, 62), (168, 82), (160, 84), (152, 64)], 3), STEEL)
    c.line([(158, 49), (156, 63), (161, 80)], 1.2, CHROME)


def fuel_tank(c: Canvas, paint: Tones) -> None:
    """A round tank with rings, a hatch and a catwalk."""
    c.box(3, 16, 106, 62, paint.base, 16)
    c.box(10, 20, 98, 25, paint.light, 2.5)
    c.inside(lambda d: d.box(3, 51, 105, 62, paint.dark))
    for x in (28, 54, 80):
        c.line([(x, 17), (x, 61)], 1.6, paint.line, False)
    c.box(46, 11, 62, 16, IRON, 2)
    c.polygon([(41, 30), (49, 46), (33, 46)], accent(paint.base, TAIL, WHITE))


TRUCKS: dict[str, Truck] = {
    "truck": Truck("blue", cargo_box),
    "dump truck": Truck("yellow", dump_bed),
    "garbage truck": Truck("green", hopper),
    "cement mixer truck": Truck("orange", drum),
    "fire truck": Truck("red", fire_engine, wheels=(32, 124), crew=True, front=fire_lights),
    "tow truck": Truck("orange", boom, wheels=(36, 127), front=beacon),
    "snowplow": Truck("orange", salt_bed, front=plough),
    "tanker truck": Truck("silver", fuel_tank),
}
"""The kinds of lorry."""
