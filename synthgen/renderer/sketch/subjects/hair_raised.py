"""Hair that stands up from the head, or stands out around it."""

import math

from synthgen.renderer.sketch.canvas import Point, bezier, oval
from synthgen.renderer.sketch.colours import RGB, blend
from synthgen.renderer.sketch.subjects.hair_shapes import RIM, Cut, cap, light, ring, shaved, strands
from synthgen.renderer.sketch.subjects.pen import Pen, rim_of

HAIRLINE: list[Point] = [(16.4, -8.6), (12, -11.8), (5, -13.4), (-5, -13.4), (-12, -11.8), (-16.4, -8.6)]
"""Over the forehead, from right to left."""


def flat_top(pen: Pen, colour: RGB, cut: Cut) -> None:
    """A brush, cut level on top, over clipped sides."""
    shaved(pen, colour, cut.skin, 5, 0.2)
    high = -27.4 - 1.4 * cut.full
    bristles = [(-15 + i * 0.86, high - (0.9 if i % 2 else 0)) for i in range(36)]
    sides = [(-16.6, -8), (-17.4, -15), (-17.6, high + 4), (-16.8, high + 1)]
    pen.polygon([*sides, *bristles, *((-x, y) for x, y in reversed(sides)), *HAIRLINE[1:-1]], colour)
    pen.line(HAIRLINE[1:-1], 0.8, rim_of(colour))
    for i in range(-9, 10):
        x = i * 1.8 + 0.4 * cut.part
        tone = light(colour) if i % 2 else rim_of(colour)
        pen.line([(x, high + 1.4), (x, high + 5 + 1.8 * (i % 3))], 0.6, tone, flat=True)
        if abs(i) < 8:
            pen.line([(x * 0.88, -14.2), (x * 0.9, -17.6 - 1.6 * (i % 2))], 0.6, rim_of(colour), flat=True)


def pompadour(pen: Pen, colour: RGB, cut: Cut) -> None:
    """A great wave over the forehead; the sides are combed back."""
    sides = [(19, 5), (17.2, 5.4), (16.4, -8), (-16.4, -8), (-17.2, 5.4), (-19, 5)]
    cap(pen, colour, sides, 1.4, 1, 7, shine=False)
    for side in (-1, 1):
        strands(pen, colour, [((side * 16.8, y), (side * 18.4, y - 1), (side * 19.4, y - 3)) for y in (0, -4, -8)], 0.8)
    high, lean = 1 + 0.06 * cut.full, 1.5 * cut.part
    wave = [(-17, -7), (-19.6, -17), (-17.4, -28), (-8, -36), (6, -38.5), (18, -35), (24.4, -27), (23, -18.6)]
    roof = [(x + lean * max(0, -y - 14) / 20, y * (high if y < -20 else 1)) for x, y in wave]
    pen.blob([*roof, (17.6, -14.6), (16, -9), (9, -14), (0, -15.6), (-8, -14.4), (-13.4, -10.6)], colour, rim=RIM)
    ends = ((-11, -31), (-4, -34.4), (4, -35), (11, -33), (17, -28.6), (20.4, -23), (20, -19))
    for i, (x, y) in enumerate(ends):
        start = (-14 + 4.4 * i, -11.4 - 3.6 * (1 - abs(i - 3) / 3))
        tone = light(colour) if i in (1, 3) else rim_of(colour)
        pen.curve(start, (start[0] - 3.4, -27 + 1.2 * i), (x + lean, y * high), 1, tone)


def quiff(pen: Pen, colour: RGB, cut: Cut) -> None:
    shaved(pen, colour, cut.skin, 6, 0.15)
    up = 1.6 * cut.full
    tips: list[Point] = [(-16.6, -8), (-18, -16), (-15, -24), (-10.5, -29 - up), (-8.6, -26.4), (-3, -35 - up)]
    tips += [(-1, -30.4), (6, -38.4 - up), (7.4, -32), (15.6, -36 - up), (15, -29.6), (22.6, -29), (19.4, -22)]
    pen.polygon([*tips, (22.4, -18), (17.6, -13), *HAIRLINE], colour, rim=RIM)
    for i, (x, y) in enumerate(((-10, -24), (-4, -30), (4, -33), (11, -31), (16, -25), (17, -19))):
        start = (-12 + 4.6 * i + cut.part, -13 + 0.12 * abs(i - 2))
        pen.curve(start, (start[0] - 2, -22), (x, y), 1, light(colour) if i in (1, 3) else rim_of(colour))


def undercut(pen: Pen, colour: RGB, cut: Cut) -> None:
    shaved(pen, colour, cut.skin, 6, 0.42)
    low = 6 + 3 * cut.phase
    top: list[Point] = [(-15.6, -9.6), (-17.6, -17), (-12.6, -25), (-6, -27.6), (-5, -30), (2, -29), (5, -30.6)]
    top += [(11, -27.4), (18.6, -21.4), (22.8, -12), (23, -2), (20.4, low), (19, -1), (17, 2), (15, -6)]
    pen.polygon([*top, (9.6, -3.6), (8, -8.4), (1.4, -6), (0, -10.4), (-7, -9), (-9, -11.6)], colour, rim=RIM)
    at = -13 + cut.part
    ends = ((21.5, -1), (18, -7), (11, -8), (3.6, -9), (-4, -11))
    strands(pen, colour, [((at + i, -21 + i), (12 - 4 * i, -24 + i), end) for i, end in enumerate(ends)], 1)


def mohawk(pen: Pen, colour: RGB, cut: Cut) -> None:
    shaved(pen, colour, cut.skin, 3, 0.68)
    tips, count = [], 9
    for i in range(count):
        angle = math.radians(-90 + (i - (count - 1) / 2) * 10)
        far = 37 + 2.4 * math.sin(2.6 * i + 6.3 * cut.phase) + cut.full
        between = math.radians(-90 + (i + 0.5 - (count - 1) / 2) * 10)
        tips.append((far * math.cos(angle), -8.5 + far * math.sin(angle)))
        tips.append((29 * math.cos(between), -8.5 + 29 * math.sin(between)))
    pen.polygon([(-5.6, -8.6), (-8, -19), *tips[:-1], (8, -19), (5.6, -8.6), (0, -10.6)], colour, rim=RIM)
    for i in range(-3, 4):
        pen.line([(i * 1.3, -13), (i * 4.6, -37 + abs(i))], 1, light(colour) if i % 2 else rim_of(colour))


def faux_hawk(pen: Pen, colour: RGB, cut: Cut) -> None:
    shaved(pen, colour, cut.skin, 5, 0.3)
    lean, up = 2 * cut.part, cut.full
    ridge: list[Point] = [
        (-16.8, -8),
        (-17, -15),
        (-14.6, -18.4),
        (-12.6, -24),
        (-10, -22.6),
        (-7.4, -29 - up),
        (-5, -26.4),
    ]
    ridge += [(lean - 2.4, -34.5 - up), (lean, -29.4), (lean + 3.4, -35 - up), (5.6, -27), (9, -29), (10, -22.8)]
    pen.polygon([*ridge, (13.4, -23), (14.6, -18), (17, -15), (16.8, -8), *HAIRLINE[1:-1]], colour, rim=RIM)
    for i in range(-4, 5):
        start, end = (i * 3, -14.4 + 0.25 * abs(i)), (i * 1.3 + lean * 0.6, -27 + 1.6 * abs(i))
        pen.curve(start, (i * 3.2, -20), end, 0.9, light(colour) if i % 3 == 1 else rim_of(colour))


def spiky(pen: Pen, colour: RGB, cut: Cut) -> None:
    points: list[Point] = []
    tips = ring(33, 32, 186, 354, 9, -2)
    gaps = ring(23, 22.5, 196, 344, 8, -2)
    for i, (x, y) in enumerate(tips):
        far = 1 + 0.07 * math.sin(2.2 * i + 6.3 * cut.phase) + 0.05 * cut.full
        points.append((x * far + 2 * cut.part, y * far))
        points += gaps[i : i + 1]
    line = [(19.5, 1), (16, -6), (12, -3.5), (8, -10), (3, -5), (-1, -11), (-6, -5), (-10, -10), (-14, -4), (-19.5, 1)]
    pen.polygon([*points, *line], colour, rim=RIM)
    for i, (x, y) in enumerate(((-16, -15), (-10, -21), (-3, -24), (4, -24), (11, -21), (17, -15))):
        pen.line([(x * 0.75, y * 0.72), (x, y)], 1.1, light(colour) if i % 2 else rim_of(colour))


def afro(pen: Pen, colour: RGB, cut: Cut) -> None:
    line = [(18.6, 3), (15, -8), *bezier((15, -8), (0, -13), (-15, -8), 8), (-18.6, 3)]
    pen.polygon([*oval(0, -12, 27, 22, 150, 390), *line], colour)
    pen.line(line, 0.9, rim_of(colour))
    spots = ((-20, -26), (-9, -33), (3, -29), (14, -34), (24, -24), (-29, -13), (29, -11), (-6, -21), (12, -22))
    for i, (x, y) in enumerate(spots):
        start = 160 + 60 * math.sin(i + 6.3 * cut.phase)
        pen.arc(
            x + 2.5 * cut.part, y + 2 * math.sin(3 * i + 6 * cut.phase), 2.2, start, start + 180, 1.1, light(colour)
        )


def afro_back(pen: Pen, colour: RGB, cut: Cut) -> None:
    big = 1 + 0.07 * cut.full
    turn = 14 * cut.phase
    spots = ring(31 * big, 30 * big, 140 + turn, 386 + turn, 18, -10)
    for grow, paint in ((0.9, rim_of(colour)), (0, colour)):
        for x, y in spots:
            pen.ellipse(x, y, 6.6 + grow, 6.6 + grow, paint)
    pen.ellipse(0, -10, 32 * big, 31 * big, colour)


def bantu_knots(pen: Pen, colour: RGB, cut: Cut) -> None:
    half = [(18.6, 1), (16.5, -8), (8, -12.5), (0, -13.5)]
    cap(pen, colour, [*half, *((-x, y) for x, y in reversed(half[:-1]))], 2, 0.8, 4, False)
    scalp = blend(colour, cut.skin, 0.7)
    for line in ([(-6, -13), (-8, -22)], [(6, -13), (8, -22)], [(-17, -9), (-19, -14)], [(17, -9), (19, -14)]):
        pen.line(line, 1, scalp)
    r = 5.6 + 0.5 * cut.full
    for i, (x, y) in enumerate(((-20.5, -9), (-14, -20.5), (0, -25), (14, -20.5), (20.5, -9))):
        turn = 60 * math.sin(i + 6.3 * cut.phase)
        pen.ellipse(x, y, r, r * 0.9, colour, rim=RIM)
        pen.arc(x, y, r * 0.57, 180 + turn, 420 + turn, 0.9, light(colour))
        pen.ellipse(x, y - 1, 1.6, 1.4, colour, rim=0.8)


def frizzy(pen: Pen, colour: RGB, cut: Cut) -> None:
    line = [(19, 8), (16.4, -2), (14, -9), *bezier((12, -11), (4 * cut.part, -16), (-12, -11), 6), (-14, -9)]
    pen.polygon([*oval(0, -3, 23, 21, 165, 375), *line, (-16.4, -2), (-19, 8)], colour)
    pen.line([*line, (-16.4, -2), (-19, 8)], 0.9, rim_of(colour))
    for i in range(22):
        x = -21 + 2 * i + math.sin(5 * i + 6.3 * cut.phase)
        y = -21 + abs(x) * 0.5 + 3 * math.sin(2.3 * i)
        if y < -11:
            _crinkle(pen, colour, (x, y), 2 if i % 3 else 1)


def frizzy_back(pen: Pen, colour: RGB, cut: Cut) -> None:
    """A cloud of fine ends, wider below."""
    edge: list[Point] = []
    low = 34 * cut.length
    for i in range(60):
        angle = math.radians(130 + 280 * i / 59)
        out = (1.0 if i % 2 else 0.92) + 0.035 * math.sin(3.1 * i + 6.3 * cut.phase) + 0.03 * cut.full
        x, y = 36 * math.cos(angle), 30 * math.sin(angle)
        edge.append((x * out * (1.08 if y > 0 else 0.95), -3 + y * out + max(0, y) * (low - 27) / 30))
    pen.polygon([(-20, low), *edge, (20, low)], colour, rim=RIM)
    for i in range(26):
        side = 1 if i % 2 else -1
        x = side * (23 + 7 * abs(math.sin(2.1 * i + 6.3 * cut.phase)))
        _crinkle(pen, colour, (x, -14 + 1.5 * i * low / 34), 1 + i % 3 % 2)


def _crinkle(pen: Pen, colour: RGB, at: Point, kind: int) -> None:
    x, y = at
    points = [(x - 1, y - 3), (x + 1, y - 1.4), (x - 1, y + 0.2), (x + 1, y + 1.8), (x - 0.6, y + 3.2)]
    pen.line(points, 0.8, light(colour) if kind == 1 else rim_of(colour), flat=True)
