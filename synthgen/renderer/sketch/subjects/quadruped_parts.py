"""Ears, horns, manes, tails and patterns of the animals that are seen from the side."""

import math

from synthgen.renderer.sketch.canvas import Canvas, Point, bezier
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.subjects.creature import WHITE, Coat, ball, taper
from synthgen.renderer.sketch.subjects.quadrupeds import GROUND, Frame, SidePart

HORN: RGB = (236, 222, 190)
ANTLER: RGB = (142, 98, 62)


def leaf_ears(length: float, width: float, lean: float = -20, dark_tip: bool = False) -> SidePart:
    """Two upright ears; `lean` tilts them backward."""

    def paint(c: Canvas, coat: Coat, f: Frame) -> None:
        root = (f.skull[0] - f.r * 0.35, f.skull[1] - f.r * 0.75)
        for dx, turn, colour in ((3.5, lean + 16, shade(coat.base, -0.22)), (0, lean, coat.base)):
            angle = math.radians(turn)
            x = root[0] + dx + math.sin(angle) * length * 0.5
            y = root[1] - math.cos(angle) * length * 0.5
            c.ellipse(x, y, width, length * 0.62, colour, turn)
            if not dx:
                c.ellipse(x + 0.3, y + 0.8, width * 0.52, length * 0.42, coat.inner, turn)
            if dark_tip:
                tip = (root[0] + dx + math.sin(angle) * length, root[1] - math.cos(angle) * length)
                c.ellipse(*tip, width * 0.72, width * 0.8, coat.dark)

    return paint


def side_ear(length: float, width: float, droop: float = 0) -> SidePart:
    """One ear that points backward, as of a cow or a sheep; `droop` turns it down."""

    def paint(c: Canvas, coat: Coat, f: Frame) -> None:
        x, y = f.skull[0] - f.r * 0.75 - length * 0.3, f.skull[1] - f.r * 0.45 + droop * 0.12
        c.ellipse(x, y, length * 0.62, width, shade(coat.base, -0.1), 14 - droop)
        c.ellipse(x - 0.4, y + 0.4, length * 0.4, width * 0.55, coat.inner, 14 - droop)

    return paint


def flowing_mane(colour: RGB | None, tuft: bool = True) -> SidePart:
    """Locks along the neck, and one over the forehead."""

    def paint(c: Canvas, coat: Coat, f: Frame) -> None:
        paint_in = colour or coat.dark
        x0, y0 = f.skull[0] - f.r * 0.5, f.skull[1] - f.r * 0.85
        x1, y1 = f.shoulder[0] - 9, f.shoulder[1] - 5
        for i in range(6):
            t = i / 5
            x, y = x0 + (x1 - x0) * t, y0 + (y1 - y0) * t
            taper(c, (x + 2, y), (x - 4, y + 4), (x - 3, y + 13), 8, 3, shade(paint_in, -0.1 if i % 2 else 0.06))
        if tuft:
            taper(c, (x0 + 1, y0), (x0 + 7, y0 + 1), (x0 + 9, y0 + 8), 6, 2, shade(paint_in, 0.06))

    return paint


def rainbow_mane(c: Canvas, coat: Coat, f: Frame) -> None:
    """A unicorn's, every lock in a colour of its own."""
    colours = ((240, 120, 170), (250, 170, 90), (250, 214, 90), (120, 204, 140), (110, 180, 240), (176, 130, 226))
    x0, y0 = f.skull[0] - f.r * 0.5, f.skull[1] - f.r * 0.85
    x1, y1 = f.shoulder[0] - 10, f.shoulder[1] - 3
    for i, colour in enumerate(colours):
        x, y = x0 + (x1 - x0) * i / 5, y0 + (y1 - y0) * i / 5
        taper(c, (x + 3, y), (x - 6, y + 4), (x - 5, y + 16), 9, 3, colour)
    taper(c, (x0 + 1, y0), (x0 + 6, y0 - 1), (x0 + 7, y0 + 5), 7, 2, colours[0])


def rainbow_tail(c: Canvas, coat: Coat, f: Frame) -> None:
    """Goes with the mane."""
    colours = ((240, 120, 170), (250, 196, 90), (120, 204, 140), (110, 180, 240), (176, 130, 226))
    x, y = f.body[0] - f.rx + 2, f.body[1] - f.ry * 0.4
    for i, colour in enumerate(colours):
        taper(c, (x, y), (x - 22 + i * 3, y + 2 + i * 2), (x - 18 + i * 4.2, y + 34 - i), 5, 4, colour)


def brush_mane(c: Canvas, coat: Coat, f: Frame) -> None:
    """Short and upright, along the whole neck."""
    x0, y0 = f.skull[0] - f.r * 0.3, f.skull[1] - f.r * 1.05
    x1, y1 = f.shoulder[0] - 11, f.shoulder[1] - 6
    for i in range(9):
        t = i / 8
        x, y = x0 + (x1 - x0) * t, y0 + (y1 - y0) * t
        c.ellipse(x - 1, y, 4.4, 5, coat.dark if i % 2 else shade(coat.dark, 0.12))


def horse_tail(colour: RGB | None = None) -> SidePart:
    """Long hair from the root."""

    def paint(c: Canvas, coat: Coat, f: Frame) -> None:
        hair = colour or coat.dark
        x, y = f.body[0] - f.rx + 2, f.body[1] - f.ry * 0.4
        taper(c, (x, y), (x - 19, y), (x - 12, y + 34), 7, 9, hair)
        c.polygon([(x - 16.5, y + 32), (x - 7.6, y + 32), (x - 14, y + 44)], hair)
        c.curve((x - 2, y + 1), (x - 14, y + 4), (x - 11, y + 32), 1.4, shade(hair, 0.2))

    return paint


def tufted_tail(width: float = 3.2) -> SidePart:
    """Thin, with a brush at the end."""

    def paint(c: Canvas, coat: Coat, f: Frame) -> None:
        x, y = f.body[0] - f.rx + 2, f.body[1] - f.ry * 0.4
        c.curve((x, y), (x - 15, y + 2), (x - 11, y + 22), width, shade(coat.base, -0.12))
        c.ellipse(x - 11, y + 27, 3.8, 7, coat.dark, turn=6)

    return paint


def short_tail(length: float = 9, colour: RGB | None = None) -> SidePart:
    """A stub that points up, as of a deer or a goat."""

    def paint(c: Canvas, coat: Coat, f: Frame) -> None:
        x, y = f.body[0] - f.rx * 0.95, f.body[1] - f.ry * 0.45
        taper(c, (x, y), (x - 4, y - 2), (x - length * 0.7, y - length * 0.6), 8, 4, coat.base)
        taper(c, (x, y + 2), (x - 3, y), (x - length * 0.6, y - length * 0.4), 4, 2, colour or coat.pale)

    return paint


def antlers(c: Canvas, coat: Coat, f: Frame) -> None:
    """Branched, one behind the other."""
    x, y = f.skull[0] - f.r * 0.2, f.skull[1] - f.r * 0.8
    for dx, side, colour in ((2, 1, shade(ANTLER, -0.2)), (-1, -1, ANTLER)):
        path: list[Point] = bezier((x + dx, y), (x + dx + side * 13, y - 8), (x + dx + side * 9, y - 24))
        c.line(path, 3, colour)
        for i, reach in ((6, 7), (10, 8)):
            px, py = path[i]
            c.line([(px, py), (px + side * reach, py - 6)], 2.6, colour)
        px, py = path[8]
        c.line([(px, py), (px - side * 5, py - 9)], 2.4, colour)


def giraffe_horns(c: Canvas, coat: Coat, f: Frame) -> None:
    """Two short knobs."""
    for dx, amount in ((4, -0.2), (-1.5, 0.0)):
        x, y = f.skull[0] - f.r * 0.1 + dx, f.skull[1] - f.r * 0.8
        c.line([(x, y), (x - 1.5, y - 9)], 2.8, shade(coat.base, amount - 0.08))
        c.ellipse(x - 1.5, y - 10, 2.7, 2.7, shade(coat.dark, amount))


def cow_horns(c: Canvas, coat: Coat, f: Frame) -> None:
    """Short and bent upward."""
    for dx, amount in ((5, -0.12), (-2, 0.0)):
        x, y = f.skull[0] + dx, f.skull[1] - f.r * 0.8
        taper(c, (x, y + 2), (x + 4, y - 4), (x + 1, y - 10), 5, 1.4, shade(HORN, amount))


def goat_horns(c: Canvas, coat: Coat, f: Frame) -> None:
    """Long and swept back."""
    for dx, colour in ((4, (120, 104, 92)), (0, (150, 132, 116))):
        x, y = f.skull[0] + dx, f.skull[1] - f.r * 0.7
        taper(c, (x, y + 1), (x - 2, y - 15), (x - 16, y - 13), 5.4, 1.4, colour)


def unicorn_horn(c: Canvas, coat: Coat, f: Frame) -> None:
    """Golden and twisted."""
    x, y = f.skull[0] + f.r * 0.55, f.skull[1] - f.r * 0.7
    gold = (250, 204, 84)
    c.polygon([(x - 3.6, y - 1), (x + 3.4, y + 3.4), (x + 13, y - 23)], gold)
    for t in (0.22, 0.46, 0.68):
        px, py, half = x + 13 * t, y + 1 - 24 * t, 3.6 * (1 - t)
        c.line([(px - half, py - half * 0.1), (px + half, py + half * 0.9)], 1.1, shade(gold, -0.25))


def beard(c: Canvas, coat: Coat, f: Frame) -> None:
    """A goat's."""
    x, y = f.mouth[0] - f.mouth_r * 0.6, f.mouth[1] + f.mouth_r * 0.6
    c.polygon([(x - 4, y - 2), (x + 5, y), (x + 2, y + 7), (x - 1, y + 13)], shade(coat.pale, -0.12))


def stripes(c: Canvas, coat: Coat, f: Frame) -> None:
    """A zebra's, over body, legs, neck and head."""
    x, y = f.body
    for i in range(8):
        sx = x - f.rx * 0.86 + i * f.rx * 0.235
        taper(c, (sx, y - f.ry), (sx - 4 + i, y), (sx + 1, y + f.ry * 0.52), 4.6, 1.2, coat.dark)
    for i in range(7):
        t = (i + 0.4) / 7
        px, py = f.shoulder[0] + (f.skull[0] - f.shoulder[0]) * t, f.shoulder[1] + (f.skull[1] - f.shoulder[1]) * t
        c.line([(px - 15, py - 9), (px - 2, py - 2), (px + 11, py + 1)], 3, coat.dark)
    for lx, _ in f.legs:
        for ly in range(5):
            top = GROUND - 13 - ly * 6
            c.line([(lx - 7, top - 1), (lx + 7, top)], 2.5, coat.dark)
    for i in range(3):
        hx, hy = f.skull[0] + 2 + i * 4.4, f.skull[1] - 1 + i * 3.6
        c.line([(hx + 4, hy - 9), (hx, hy - 5)], 1.7, coat.dark)


def giraffe_patches(c: Canvas, coat: Coat, f: Frame) -> None:
    """Brown tiles with pale seams, on body and neck."""
    x, y = f.body
    tiles = [
        *((x + dx, y + dy, 5.6) for dx, dy in ((-21, -6), (-9, -9), (3, -8), (-16, 5), (-3, 4), (10, 3), (16, -8))),
        *((x + dx, y + dy, 4.4) for dx, dy in ((-24, 3), (-9, 12), (5, 12), (19, 4), (-26, 13), (16, 13))),
    ]
    dx, dy = f.skull[0] - f.shoulder[0], f.skull[1] - f.shoulder[1]
    for i, t in enumerate((0.08, 0.22, 0.36, 0.5, 0.64, 0.78, 0.9)):
        off = (-4.6, 3.8)[i % 2] * (1.25 - 0.55 * t)
        tiles.append((f.shoulder[0] + dx * t + off, f.shoulder[1] + dy * t, 4.8 - 1.6 * t))
        tiles.append((f.shoulder[0] + dx * t - off * 1.1, f.shoulder[1] + dy * t + 4, 3.6 - 1.4 * t))
    for i, (px, py, r) in enumerate(tiles):
        corners = [(px + r * math.cos(a + i), py + r * 0.92 * math.sin(a + i)) for a in (0, 1.1, 2.3, 3.3, 4.4, 5.4)]
        c.polygon(corners, coat.dark)


def cow_patches(c: Canvas, coat: Coat, f: Frame) -> None:
    """Large dark islands."""
    x, y = f.body
    islands = (
        [(-20, -18), (-6, -20), (-2, -8), (-8, 3), (-20, 0), (-26, -9)],
        [(6, -18), (20, -20), (22, -6), (12, -1), (4, -8)],
        [(-6, 8), (6, 5), (10, 14), (0, 20), (-8, 16)],
    )
    for island in islands:
        c.blob([(x + dx, y + dy) for dx, dy in island], coat.dark)
    c.blob(
        [(f.skull[0] + dx, f.skull[1] + dy) for dx, dy in ((-14, -12), (0, -14), (5, -4), (0, 7), (-12, 8))], coat.dark
    )


def udder(c: Canvas, coat: Coat, f: Frame) -> None:
    """A cow's, with two teats."""
    x, y = f.body[0] - f.rx * 0.35, f.body[1] + f.ry * 0.75
    pink = (246, 176, 186)
    for dx in (-3, 3):
        c.box(x + dx - 1.5, y + 3, x + dx + 1.5, y + 9, shade(pink, -0.12), radius=1.5)
    c.ellipse(x, y, 9, 6, pink)


def fawn_spots(c: Canvas, coat: Coat, f: Frame) -> None:
    """White dots on a deer's back, and a pale belly."""
    x, y = f.body
    c.ellipse(x, y + f.ry * 0.86, f.rx * 0.46, f.ry * 0.3, coat.pale)
    for dx, dy in ((-20, -6), (-13, -10), (-5, -8), (3, -10), (-16, 1), (-8, -1), (0, -1), (10, -8)):
        c.ellipse(x + dx, y + dy, 2, 1.7, shade(coat.pale, 0.2))


def humps(c: Canvas, coat: Coat, f: Frame) -> None:
    """A camel's two."""
    for dx in (-11, 9):
        x, y = f.body[0] + dx, f.body[1] - f.ry * 0.62
        hump = [(x - 11, y + 6), (x - 7, y - 9), (x, y - 16), (x + 7, y - 9), (x + 11, y + 6)]
        c.blob(hump, coat.base)
        c.blob([(x - 6, y - 8), (x, y - 16), (x + 6, y - 8), (x, y - 4)], coat.dark)


def fleece(c: Canvas, coat: Coat, f: Frame) -> None:
    """Curls of wool over the whole body."""
    x, y = f.body
    rx, ry = f.rx * 1.02, f.ry * 1.0
    for amount, grow, less in ((-0.12, 8.6, 1.0), (0.0, 7.8, 0.96)):
        colour = shade(coat.base, amount)
        for i in range(12):
            angle = 2 * math.pi * i / 12
            c.ellipse(x + rx * less * math.cos(angle), y + ry * less * math.sin(angle) - 1, grow, grow, colour)
        c.ellipse(x, y, rx, ry, colour)
    for dx, dy in ((-14, -5), (0, -9), (12, -3), (-6, 5), (8, 8), (-17, 8)):
        c.arc(x + dx, y + dy, 4.4, 150, 380, 1.3, shade(coat.base, -0.16))


def wool_tail(c: Canvas, coat: Coat, f: Frame) -> None:
    """A small round one."""
    ball(c, f.body[0] - f.rx - 8, f.body[1] - 5, 6.5, 6, coat.base)


def dark_ear(c: Canvas, coat: Coat, f: Frame) -> None:
    """A sheep's, in the colour of its face."""
    c.ellipse(f.skull[0] - 11, f.skull[1] + 1, 8, 4, (76, 66, 68), turn=-28)
    c.ellipse(f.skull[0] - 11.5, f.skull[1] + 1.5, 5, 2, coat.inner, turn=-28)


def wool_cap(c: Canvas, coat: Coat, f: Frame) -> None:
    """The tuft on a sheep's head."""
    for dx, dy, r in ((-7, -7, 6), (0, -10, 6.5), (6, -8, 5)):
        c.ellipse(f.skull[0] + dx, f.skull[1] + dy, r, r, coat.base)


def armour(c: Canvas, coat: Coat, f: Frame) -> None:
    """The folds of a rhinoceros's hide."""
    x, y = f.body
    fold = shade(coat.base, -0.22)
    c.curve((x + f.rx * 0.42, y - f.ry * 0.9), (x + f.rx * 0.26, y), (x + f.rx * 0.4, y + f.ry * 0.8), 1.6, fold)
    c.curve((x - f.rx * 0.4, y - f.ry * 0.84), (x - f.rx * 0.56, y), (x - f.rx * 0.3, y + f.ry * 0.6), 1.6, fold)


def rhino_horns(c: Canvas, coat: Coat, f: Frame) -> None:
    """A large one on the nose and a small one behind it."""
    x, y = f.mouth[0] + f.mouth_r * 0.3, f.mouth[1] - f.mouth_r * 0.55
    taper(c, (x, y), (x + 8, y - 5), (x + 9, y - 21), 10, 1.6, HORN)
    taper(c, (x - 9, y - 5), (x - 6, y - 9), (x - 5, y - 15), 6.5, 1.6, HORN)


def blaze(c: Canvas, coat: Coat, f: Frame) -> None:
    """A white stripe along a horse's nose, and white feet."""
    c.line([(f.skull[0] + f.r * 0.75, f.skull[1] - f.r * 0.55), (f.mouth[0] + 5, f.mouth[1] - 5)], 3, WHITE)
    for x, near in f.legs:
        c.box(x - 6, GROUND - 12, x + 6, GROUND - 4, WHITE if near else shade(WHITE, -0.16))


def curl(c: Canvas, coat: Coat, f: Frame) -> None:
    """A tuft of hair on the forehead."""
    for dx, dy in ((-3, -1), (1, -2), (5, 0)):
        ball(c, f.skull[0] + dx, f.skull[1] - f.r + dy, 3.6, 3.4, coat.dark)
