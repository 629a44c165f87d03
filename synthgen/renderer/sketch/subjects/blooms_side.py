"""Blossoms seen from the side, and flowers that form spikes. Each is painted around (x, y) with reach r."""

import math

from synthgen.renderer.sketch.canvas import Canvas, smooth
from synthgen.renderer.sketch.colours import RGB, blend, shade
from synthgen.renderer.sketch.subjects.blooms import floret
from synthgen.renderer.sketch.subjects.botany import STEM, YOLK, along, blade, edge, outlined_blob, petal


def tulip(c: Canvas, x: float, y: float, r: float, colour: RGB) -> None:
    """A cup of three pointed petals."""
    for sign in (-1, 1):
        side = [(x + sign * r * a, y + r * b) for a, b in ((0, 0.95), (0.62, 0.55), (0.72, -0.2), (0.62, -1), (0.1, 0))]
        outlined_blob(c, smooth(side), shade(colour, -0.08), 0.8)
    front = [
        (x + r * a, y + r * b) for a, b in ((0, 1), (0.46, 0.6), (0.44, -0.2), (0, -0.92), (-0.44, -0.2), (-0.46, 0.6))
    ]
    outlined_blob(c, smooth(front), shade(colour, 0.08), 0.8)
    c.curve((x - r * 0.2, y + r * 0.5), (x - r * 0.3, y), (x - r * 0.14, y - r * 0.4), r * 0.07, shade(colour, 0.4))


def iris(c: Canvas, x: float, y: float, r: float, colour: RGB) -> None:
    """Three petals that stand, three that fall, each with a yellow beard."""
    light = shade(colour, 0.35)
    for angle in (-122, -58, -90):
        petal(c, x, y, angle, r * 1.05, r * 0.72, light, 0.6, 0.3)
    for sign in (-1, 1):
        fall = [
            (x, y - r * 0.08),
            (x + sign * r * 0.7, y - r * 0.15),
            (x + sign * r * 1.1, y + r * 0.4),
            (x + sign * r * 0.85, y + r * 0.85),
            (x + sign * r * 0.5, y + r * 0.5),
            (x + sign * r * 0.1, y + r * 0.2),
        ]
        outlined_blob(c, smooth(fall), colour)
        c.curve(
            (x + sign * r * 0.15, y + r * 0.02),
            (x + sign * r * 0.5, y),
            (x + sign * r * 0.72, y + r * 0.3),
            r * 0.09,
            YOLK,
        )
    petal(c, x, y, 90, r * 1.15, r * 0.85, colour, 0.66)
    c.line([(x, y + r * 0.1), (x, y + r * 0.55)], r * 0.1, YOLK)
    for lean in (-24, 24):
        c.line([along(x, y, 90 + lean, r * 0.4), along(x, y, 90 + lean * 0.9, r * 0.9)], 0.5, edge(colour))


def lotus(c: Canvas, x: float, y: float, r: float, colour: RGB) -> None:
    """Pointed petals in a bowl, seen from the side."""
    pale = shade(colour, 0.3)
    for angle, reach, tone in (
        (-150, 1.05, pale), (-30, 1.05, pale), (-128, 1.08, pale), (-52, 1.08, pale), (-108, 1.1, pale),
        (-72, 1.1, pale), (-90, 1.12, pale), (-164, 0.95, colour), (-16, 0.95, colour), (-140, 0.92, colour),
        (-40, 0.92, colour),
        (-116, 0.88, colour), (-64, 0.88, colour), (-90, 0.82, shade(colour, 0.12)),
    ):  # fmt: skip
        petal(c, x, y + r * 0.5, angle, r * 1.25 * reach, r * 0.52, tone, 0.52, 0.3, pointed=True)


def crocus(c: Canvas, x: float, y: float, r: float, colour: RGB) -> None:
    """A slender goblet with saffron threads."""
    for angle in (-112, -68):
        petal(c, x, y + r, angle, r * 2, r * 0.75, shade(colour, 0.25), 0.6, 0.3)
    for dx in (-0.12, 0, 0.12):
        c.line([(x, y), (x + dx * r * 2, y - r * 1.05)], r * 0.12, (244, 150, 30))
    for angle in (-118, -62, -90):
        petal(c, x, y + r, angle, r * (1.75 if angle != -90 else 1.6), r * 0.72, colour, 0.6, 0.3)


def trumpet(c: Canvas, x: float, y: float, r: float, colour: RGB, turn: float) -> None:
    """A funnel that opens towards `turn` into six petals: amaryllis."""
    root = along(x, y, turn + 180, r * 0.9)
    c.polygon([root, along(x, y, turn + 90, r * 0.5), along(x, y, turn - 90, r * 0.5)], edge(colour, 0.2))
    for i in range(6):
        angle = turn + 60 * i + 30
        petal(c, x, y, angle, r * (1 - 0.12 * math.cos(math.radians(angle - turn))), r * 0.66, colour, 0.55, 0.4, True)
    c.ellipse(x, y, r * 0.24, r * 0.24, blend(edge(colour, 0.4), (190, 210, 90), 0.3))
    for lean in (-30, -10, 10, 30):
        tip = along(x, y, turn + lean, r * 0.55)
        c.line([(x, y), tip], r * 0.045, shade(colour, 0.6), round_ends=False)
        c.ellipse(*tip, r * 0.075, r * 0.06, YOLK)


def magnolia(c: Canvas, x: float, y: float, r: float, colour: RGB) -> None:
    """A goblet of thick petals, deep at the foot and pale at the tip."""
    pale, deep = shade(colour, 0.2), shade(colour, 0.1)
    for angle, tone in ((-138, pale), (-42, pale), (-112, deep), (-68, deep), (-90, pale)):
        petal(c, x, y + r * 0.7, angle, r * 1.7, r * 0.74, tone, 0.6, 0.35)
        petal(c, x, y + r * 0.7, angle, r * 0.95, r * 0.4, edge(colour, 0.16), 0.45, 0.5, pointed=True, line=0)


def lavender(c: Canvas, x: float, y: float, r: float, colour: RGB) -> None:
    """A thin spike of whorls, `r` half its length."""
    for i in range(7):
        cy = y + r * (0.86 - 0.29 * i)
        half = r * (0.25 - 0.016 * i) if i else r * 0.2
        for dx in (-1, 1, 0):
            lift = 0.1 * r if dx == 0 else 0
            c.ellipse(x + dx * half * 0.62, cy + lift, half * 0.62 + 0.4, r * 0.17 + 0.4, edge(colour))
            c.ellipse(x + dx * half * 0.62, cy + lift, half * 0.62, r * 0.17, shade(colour, 0.2 if dx else 0))
        c.ellipse(x - half * 0.3, cy, 0.5, 0.5, shade(colour, 0.6))


def hyacinth(c: Canvas, x: float, y: float, r: float, colour: RGB) -> None:
    """A thick column of curled stars, `r` half its height."""
    for row in range(7):
        for i in range(4):
            px = x + r * 0.26 * (i - 1.5) + (r * 0.1 if row % 2 else -r * 0.1) * 0.6
            py = y + r * (0.8 - 0.27 * row) + abs(i - 1.5) * r * 0.06
            if row == 6 and i in (0, 3):
                continue
            for k in range(6):
                petal(c, px, py, 60 * k + 15 * row, r * 0.24, r * 0.12, shade(colour, 0.14 * ((i + row) % 3)), line=0.4)
            c.ellipse(px, py, r * 0.04, r * 0.04, shade(colour, 0.7))


def snapdragon(c: Canvas, x: float, y: float, r: float, colour: RGB) -> None:
    """A tapering spike of two-lipped flowers with a yellow palate, buds at the top."""
    c.line([(x, y + r), (x, y - r)], r * 0.07, STEM)
    for i in range(3):
        c.ellipse(x + (i % 2 - 0.5) * r * 0.1, y - r * (1.0 - 0.11 * i), r * 0.09, r * 0.1, (150, 190, 90))
    for row in range(5):
        size = r * (0.13 + 0.03 * row)
        py = y - r * 0.62 + r * 0.36 * row
        for dx in (-1, 1, 0):
            px, qy = x + dx * size * 0.95, py + (size * 0.55 if dx == 0 else 0)
            for off in (-0.42, 0.42):
                c.ellipse(px + off * size, qy - size * 0.4, size * 0.5 + 0.4, size * 0.55 + 0.4, edge(colour))
                c.ellipse(px + off * size, qy - size * 0.4, size * 0.5, size * 0.55, shade(colour, 0.2))
            c.ellipse(px, qy + size * 0.35, size * 0.74 + 0.4, size * 0.52 + 0.4, edge(colour))
            c.ellipse(px, qy + size * 0.35, size * 0.74, size * 0.52, colour)
            c.ellipse(px, qy + size * 0.06, size * 0.38, size * 0.24, YOLK)


def foxglove(c: Canvas, x: float, y: float, r: float, colour: RGB) -> None:
    """Spotted bells that hang along a tall stalk."""
    c.line([(x, y + r), (x, y - r)], r * 0.07, STEM)
    for i in range(16):
        sign = (-1, 1, 0)[i % 3]
        size = r * (0.1 + 0.016 * i)
        py = y - r * 0.98 + r * 0.115 * i
        tip = (x + sign * size * 1.3, py + size * (1.1 if sign else 1.6))
        blade(c, (x, py - size * 0.3), (x + sign * size * 0.9, py - size * 0.2), tip, size, colour, 0.95, 0.5)
        c.ellipse(*tip, size * 0.56, size * 0.3, edge(colour, 0.3), turn=-sign * 35)
        c.ellipse(*tip, size * 0.46, size * 0.2, shade(colour, 0.55), turn=-sign * 35)
        for dx in (-0.2, 0.1, 0.25):
            c.ellipse(tip[0] + dx * size, tip[1] - dx * sign * size * 0.4, size * 0.07, size * 0.06, edge(colour, 0.5))


def lilac(c: Canvas, x: float, y: float, r: float, colour: RGB) -> None:
    """A cone of tiny four-petalled flowers, `r` half its height."""
    for row in range(8):
        wide = 1.0 - abs(row - 1.6) * 0.15 if row > 1 else 0.72 + 0.25 * row
        count = max(1, round(wide * 4))
        for i in range(count):
            px = x + r * 0.27 * (i - (count - 1) / 2) + r * 0.05 * (-1) ** row
            py = y + r * (0.82 - 0.24 * row)
            c.ellipse(px, py, r * 0.2, r * 0.2, edge(colour, 0.3))
            floret(c, px, py, r * 0.17, shade(colour, 0.16 * ((row + i) % 3)))


def raceme(c: Canvas, x: float, y: float, r: float, colour: RGB) -> None:
    """A hanging bunch that tapers downwards, pale at the tip: wisteria."""
    counts = (2, 3, 4, 3, 3, 2, 2, 1, 1)
    for row, count in enumerate(counts):
        for i in range(count):
            px = x + r * 0.2 * (i - (count - 1) / 2)
            py = y + r * (0.23 * row - 0.9) + r * 0.06 * abs(i - (count - 1) / 2)
            tone = blend(shade(colour, 0.4), shade(colour, -0.06), row / 8)
            c.ellipse(px, py, r * 0.16, r * 0.155, edge(tone, 0.34))
            c.ellipse(px, py, r * 0.13, r * 0.125, tone)


def bell(c: Canvas, x: float, y: float, size: float, colour: RGB) -> None:
    """A bell with turned-up points that hangs from (x, y): bluebell, lily of the valley."""
    half = ((0, 0), (0.5, 0.14), (0.66, 0.7), (0.95, 1.1), (0.62, 1.36), (0.34, 1.16), (0, 1.42))
    cup = [(x + dx * size, y + dy * size) for dx, dy in half]
    cup += [(x - dx * size, y + dy * size) for dx, dy in half[-2:0:-1]]
    outlined_blob(c, cup, colour, 0.7)
    c.line([(x - size * 0.26, y + size * 0.3), (x - size * 0.36, y + size * 0.95)], size * 0.13, shade(colour, 0.4))
