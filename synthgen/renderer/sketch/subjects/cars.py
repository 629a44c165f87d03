"""Cars from the side: one body with parameters, and what makes a taxi a taxi."""

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
    between,
    pane,
    ring,
    rounded,
    star_mark,
    toned,
    tones,
    wheel,
)

Extra = Callable[[Canvas, Tones], None]
BLUE_LIGHT: RGB = (52, 120, 235)
WHITE = COLOURS["white"]


@dataclass(frozen=True)
class Car:
    """A body on two wheels. The ground lies at y = 66."""

    natural: str = "red"
    length: float = 140
    roof: float = 11
    belt: float = 30
    sill: float = 56
    cabin: tuple[float, float, float, float] | None = (20, 37, 84, 107)
    """Where the cabin begins, its roof begins and ends, and the windscreen's foot."""
    pillars: tuple[float, ...] = (61,)
    doors: tuple[float, ...] = (61, 90)
    wheels: tuple[float, ...] = (32, 110)
    radius: float = 12
    drop: float = 6
    """How far the bonnet falls towards the nose."""
    behind: Extra | None = None
    extra: Extra | None = None
    painted_hubs: bool = False


def car(spec: Car) -> Painter:
    """The painter of one kind of car."""

    def draw(c: Canvas, look: Look) -> None:
        paint = tones(look, spec.natural)
        if spec.behind:
            spec.behind(c, paint)
        if spec.cabin:
            _cabin(c, spec, spec.cabin, paint)
        _body(c, spec, paint)
        for x in spec.wheels:
            y = 66 - spec.radius
            arch = spec.radius + 2.5
            c.polygon(oval(x, y, arch, arch, 180, 360), shade(RUBBER, -0.35))
            ring(c, x, y, arch + 1.6, 1.7, paint.line, 180, 360)
            wheel(c, x, y, spec.radius, paint.light if spec.painted_hubs else CHROME)
        if spec.extra:
            spec.extra(c, paint)

    return draw


def _cabin(c: Canvas, spec: Car, cabin: tuple[float, float, float, float], paint: Tones) -> None:
    foot, rear, front, screen = cabin
    low = spec.belt + 3
    c.polygon(rounded([(foot, low), (rear, spec.roof), (front, spec.roof), (screen, low)], 6), paint.base)
    c.line([(rear + 5, spec.roof + 1.6), (front - 5, spec.roof + 1.6)], 1.2, paint.light)
    top, bottom = spec.roof + 4, spec.belt + 1
    share = (bottom - top) / (low - spec.roof)
    left_top, left_low = between((rear, top), (foot, bottom), 0.12)[0] + 2, between((rear, 0), (foot, 0), share)[0] + 5
    right_top, right_low = front - 1, between((front, 0), (screen, 0), share)[0] - 3
    edges = [(left_top, left_low), *((x, x) for x in spec.pillars), (right_top, right_low)]
    for (a_top, a_low), (b_top, b_low) in zip(edges, edges[1:], strict=False):
        quad = [(a_top + 1.3, top), (b_top - 1.3, top), (b_low - 1.3, bottom), (a_low + 1.3, bottom)]
        pane(c, quad, 2)


def _body(c: Canvas, spec: Car, paint: Tones) -> None:
    end, belt, sill = spec.length - 3, spec.belt, spec.sill
    nose = belt + spec.drop
    screen = spec.cabin[3] if spec.cabin else spec.length * 0.72
    outline = [(4, belt + 3), (12, belt), (screen, belt), (end - 7, nose), (end, nose + 8), (end, sill), (3, sill)]
    c.polygon(rounded(outline, 5), paint.base)
    c.polygon(rounded([(3, sill - 8), (end, sill - 8), (end, sill), (3, sill)], 3), paint.dark)
    c.line([(11, belt + 3), (screen, belt + 3), (end - 10, nose + 2.5)], 1.2, paint.light)
    for x in spec.doors:
        c.line([(x, belt + 3), (x, sill - 4)], 0.9, paint.line)
    for x in spec.doors[:-1] if len(spec.doors) > 1 else ():
        c.box(x + 4, belt + 7, x + 10, belt + 9, CHROME, 1)
    c.ellipse(end - 4.5, nose + 7, 3.2, 4, LAMP)
    c.box(3, belt + 5, 7, belt + 12, TAIL, 1.2)
    for x in (0.5, end - 8):
        c.box(x, sill - 5, x + 10, sill - 0.5, CHROME, 2)


def _light_bar(c: Canvas, paint: Tones, x: float = 60, y: float = 11) -> None:
    c.box(x - 12, y - 2, x + 12, y + 1, IRON, 1)
    c.box(x - 11, y - 7, x - 1, y - 1.5, TAIL, 2)
    c.box(x + 1, y - 7, x + 11, y - 1.5, BLUE_LIGHT, 2)
    c.box(x - 1, y - 6, x + 1, y - 1.5, CHROME)


def police(c: Canvas, paint: Tones) -> None:
    """White doors with a star, lights on the roof."""
    door = accent(paint.base, WHITE, COLOURS["navy"])
    c.polygon(rounded([(48, 33), (90, 33), (90, 52), (48, 52)], 2), door)
    c.line([(68, 33), (68, 52)], 0.8, toned(door).line)
    star_mark(c, 58, 43, 15, COLOURS["gold"])
    c.box(71, 36, 77, 38, STEEL, 1)
    _light_bar(c, paint)


def taxi(c: Canvas, paint: Tones) -> None:
    """A band of checks, and a lit sign on the roof."""
    band = accent(paint.base, RUBBER, WHITE)
    for row in range(2):
        for i in range(9):
            x = 47 + 6 * i + 3 * row
            c.box(x, 41 + 3 * row, min(x + 3, 96), 44 + 3 * row, band)
    c.box(51, 8, 71, 11, IRON, 1)
    c.box(53, 1, 69, 9, LAMP, 2)
    for i in range(3):
        c.box(55.5 + 4 * i, 3.5, 58 + 4 * i, 6.5, RUBBER)


def seats(c: Canvas, paint: Tones) -> None:
    """What one sees of a car without a roof: seats, wheel, windscreen."""
    leather = accent(paint.base, (150, 92, 54), (232, 214, 186))
    for x in (38, 66):
        c.polygon(rounded([(x, 16), (x + 9, 14), (x + 15, 34), (x + 2, 34)], 3), leather)
        c.line([(x + 5, 18), (x + 9, 32)], 1, shade(leather, -0.2))
    c.line([(92, 24), (85, 33)], 2, RUBBER)
    c.line([(88, 12), (104, 33)], 3, CHROME)
    pane(c, [(90, 14), (92.5, 14), (103, 31), (99, 31)], 1)
    c.polygon(rounded([(14, 33), (16, 24), (34, 27), (38, 33)], 3), shade(leather, -0.3))


def spoiler(c: Canvas, paint: Tones) -> None:
    """A wing on the tail and two stripes."""
    c.polygon([(14, 32), (18, 32), (14, 22), (10, 22)], paint.line)
    c.polygon(rounded([(2, 18), (24, 19), (24, 23), (4, 23)], 2), paint.dark)
    c.polygon([(46, 50), (100, 50), (104, 47), (52, 47)], paint.light)
    c.polygon(rounded([(40, 40), (52, 40), (49, 45), (43, 45)], 1.5), paint.line)


def cargo_bed(c: Canvas, paint: Tones) -> None:
    """The open bed of a pickup."""
    c.polygon(rounded([(4, 28), (56, 28), (56, 32), (4, 32)], 1.5), paint.line)
    c.line([(9, 38), (50, 38)], 1, paint.line)
    c.box(130, 50, 137, 55, CHROME, 1)


def monster(c: Canvas, paint: Tones) -> None:
    """A flame on the flank."""
    flame = accent(paint.base, (255, 214, 60), (226, 60, 56))
    c.polygon([(126, 22), (112, 33), (88, 33), (96, 30), (66, 32), (84, 27), (70, 25), (94, 25), (88, 21)], flame)


def monster_frame(c: Canvas, paint: Tones) -> None:
    """Springs between the body and the huge wheels."""
    c.line([(22, 42), (118, 42)], 5, IRON)
    for x in (34, 106):
        c.line([(x - 14, 36), (x, 48)], 3, STEEL)
        c.line([(x + 14, 36), (x, 48)], 3, STEEL)


def offroad(c: Canvas, paint: Tones) -> None:
    """Roll bar, flat windscreen, spare wheel and open sides."""
    frame = accent(paint.base, RUBBER, STEEL)
    c.line([(22, 32), (26, 9), (84, 9), (92, 32)], 3.4, frame)
    c.line([(56, 9), (56, 31)], 3, frame)
    c.box(20, 6, 86, 10, paint.base, 2)
    for x in (34, 62):
        c.polygon(rounded([(x, 19), (x + 8, 18), (x + 13, 34), (x, 34)], 3), IRON)
    pane(c, [(82, 12), (86.5, 12), (92, 29), (87, 29)], 1)


def spare_wheel(c: Canvas, paint: Tones) -> None:
    """The spare wheel behind a jeep, and its flat nose."""
    c.box(1, 24, 7, 46, RUBBER, 3)
    c.box(120, 35, 123, 48, IRON, 1)
    c.ellipse(127, 37, 4.2, 4.6, CHROME)
    c.ellipse(127, 37, 3, 3.4, LAMP)


def long_windows(c: Canvas, paint: Tones) -> None:
    """A limousine's chrome strip and aerial."""
    c.line([(44, 42), (176, 42)], 1.2, CHROME)
    c.line([(22, 28), (14, 12)], 0.9, IRON)
    c.line([(14, 12), (11, 11)], 1.4, IRON)


CARS: dict[str, Car] = {
    "car": Car(),
    "taxi": Car("yellow", extra=taxi),
    "police car": Car("black", extra=police),
    "sports car": Car(roof=17, belt=33, cabin=(30, 50, 72, 104), pillars=(60,), doors=(60, 94), drop=8, extra=spoiler),
    "convertible": Car("blue", cabin=None, behind=seats),
    "jeep": Car(
        "olive",
        length=132,
        cabin=None,
        doors=(56, 92),
        wheels=(30, 104),
        radius=14,
        drop=2,
        behind=offroad,
        extra=spare_wheel,
    ),
    "limousine": Car(
        "black",
        length=210,
        cabin=(20, 34, 150, 174),
        pillars=(56, 80, 104, 128),
        doors=(56, 104, 128, 160),
        wheels=(32, 180),
        extra=long_windows,
    ),
    "pickup truck": Car("blue", cabin=(54, 58, 88, 106), pillars=(74,), doors=(57, 94), drop=3, extra=cargo_bed),
    "monster truck": Car(
        "purple",
        roof=2,
        belt=17,
        sill=36,
        cabin=(52, 56, 84, 102),
        pillars=(71,),
        doors=(55, 92),
        drop=2,
        wheels=(32, 108),
        radius=21,
        behind=monster_frame,
        extra=monster,
        painted_hubs=True,
    ),
}
"""The kinds of car that share the body."""
