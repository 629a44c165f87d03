"""Toys, and the things of sky, snow and shore that one draws."""

import math

from synthgen.renderer.sketch.canvas import Canvas, Point, bezier, oval
from synthgen.renderer.sketch.colours import COLOURS, RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.materials import (
    DARK_WOOD,
    IRON,
    LAMP,
    RUBBER,
    STEEL,
    TAIL,
    WOOD,
    accent,
    heart_points,
    rounded,
    star_mark,
    toned,
    tones,
)

BLUSH: RGB = (240, 110, 140)
WHITE = COLOURS["white"]


def ball(c: Canvas, look: Look) -> None:
    """A ball with a band and a star."""
    paint = tones(look, "red")
    c.ellipse(50, 50, 46, 46, paint.base)
    band = accent(paint.base, WHITE, (250, 204, 80))

    def skin(d: Canvas) -> None:
        d.polygon([*oval(50, 50, 52, 52, -40, 110), *reversed(oval(42, 44, 50, 50, -40, 110))], paint.dark)
        d.line(oval(50, 30, 60, 30, 0, 180), 13, band)
        d.line(oval(50, 30, 60, 30, 0, 180), 6, paint.base)

    c.inside(skin)
    star_mark(c, 46, 34, 24, band)
    c.line(oval(50, 50, 37, 37, 200, 245), 4, paint.light)


def beach_ball(c: Canvas, look: Look) -> None:
    """A ball of bright segments."""
    words = ("red", "white", "blue", "white", "yellow", "white")
    c.ellipse(50, 50, 46, 46, WHITE)

    def segments(d: Canvas) -> None:
        for i, word in enumerate(words):
            arc = oval(42, 40, 80, 80, 60 * i + 10, 60 * i + 70)
            d.polygon([(42, 40), *arc], COLOURS[word])
        d.polygon([*oval(50, 50, 52, 52, -40, 110), *reversed(oval(44, 45, 49, 49, -40, 110))], (170, 174, 190))

    c.inside(segments)
    c.ellipse(42, 40, 8, 8, WHITE)
    c.line(oval(50, 50, 38, 38, 200, 235), 4, (255, 255, 255))


def soccer_ball(c: Canvas, look: Look) -> None:
    """White with black five-sided patches."""
    paint = tones(look, "white")
    patch = accent(paint.base, RUBBER, WHITE)
    c.ellipse(50, 50, 46, 46, paint.base)

    def patches(d: Canvas) -> None:
        d.polygon([*oval(50, 50, 52, 52, -40, 110), *reversed(oval(43, 45, 50, 50, -40, 110))], paint.dark)
        d.polygon(oval(50, 50, 16, 16, -90, 270, steps=5), patch)
        for i in range(5):
            angle = -90 + 72 * i
            d.line([oval(50, 50, 16, 16, angle, angle)[0], oval(50, 50, 32, 32, angle, angle)[0]], 1.8, patch)
            x, y = oval(50, 50, 46, 46, angle, angle)[0]
            d.polygon(oval(x, y, 16, 16, angle + 180, angle + 540, steps=5), patch)
            near = [oval(x, y, 16, 16, angle + way, angle + way)[0] for way in (108, 252)]
            following = oval(50, 50, 46, 46, angle + 36, angle + 36)[0]
            d.line([near[0], following], 1.8, patch)

    c.inside(patches)


def balloon(c: Canvas, look: Look) -> None:
    """A toy balloon on a string."""
    paint = tones(look, "red")
    c.curve((42, 98), (54, 112), (40, 124), 1.6, IRON)
    c.curve((40, 124), (30, 134), (44, 146), 1.6, IRON)
    c.polygon([(42, 90), (48, 101), (36, 101)], paint.line)
    c.blob([(42, 4), (68, 14), (80, 42), (70, 70), (48, 94), (36, 94), (14, 70), (4, 42), (16, 14)], paint.base)
    c.inside(lambda d: d.polygon([(66, 8), (90, 20), (90, 100), (40, 100), (64, 70), (72, 40)], paint.dark))
    c.ellipse(26, 30, 6, 13, paint.light, turn=24)


def rubber_duck(c: Canvas, look: Look) -> None:
    """A bath duck."""
    paint = tones(look, "yellow")
    body = [(8, 62), (4, 48), (18, 54), (36, 56), (58, 50), (86, 54), (96, 72), (84, 92), (50, 98), (20, 90)]
    c.blob([(float(x), float(y)) for x, y in body], paint.base)
    c.inside(lambda d: d.polygon([(0, 86), (100, 84), (100, 100), (0, 100)], paint.dark))
    beak = accent(paint.base, (240, 130, 40), (250, 206, 80))
    c.polygon(rounded([(88, 32), (106, 30), (108, 36), (104, 42), (88, 44)], 4), beak)
    c.line([(90, 37), (105, 36.4)], 1.2, shade(beak, -0.35))
    c.ellipse(70, 32, 26, 26, paint.base)
    c.ellipse(60, 22, 7, 5, paint.light, turn=-30)
    c.ellipse(80, 26, 4.6, 5.6, WHITE)
    c.ellipse(81.4, 26.6, 3, 4, RUBBER)
    c.ellipse(82, 25, 1.1, 1.1, WHITE)
    c.blob([(30, 66), (46, 60), (62, 66), (58, 80), (42, 84), (30, 76)], paint.dark)
    c.curve((36, 74), (46, 80), (56, 72), 1.8, paint.line)


def piggy_bank(c: Canvas, look: Look) -> None:
    """A pig with a slot and a coin above it."""
    paint = tones(look, "pink")
    gold = COLOURS["gold"]
    c.ellipse(52, 15, 12, 12, shade(gold, -0.2))
    c.ellipse(51, 14, 11, 11, gold)
    star_mark(c, 51, 14, 12, shade(gold, 0.5))
    for x in (30, 44, 70, 82):
        c.box(x - 7, 80, x + 7, 100, paint.dark if x in (44, 82) else paint.base, 4)
    c.curve((12, 56), (2, 50), (8, 42), 3.4, paint.line)
    c.ellipse(56, 62, 45, 32, paint.base)
    c.inside(lambda d: d.polygon([*oval(56, 54, 54, 34, 0, 180), (0, 110), (116, 110)], paint.dark))
    c.polygon(rounded([(72, 38), (78, 22), (92, 38)], 4), paint.line)
    c.ellipse(102, 64, 9, 12, paint.line)
    c.ellipse(104, 64, 8, 11, paint.light)
    for y in (60, 68):
        c.ellipse(105, y, 1.8, 2.6, paint.line)
    c.ellipse(86, 54, 3, 3.6, RUBBER)
    c.ellipse(87, 53, 1, 1, WHITE)
    c.box(40, 33, 64, 37, shade(paint.line, -0.3), 2)
    c.ellipse(80, 66, 5, 3.4, BLUSH)


def teddy_bear(c: Canvas, look: Look) -> None:
    """A sitting stuffed bear with a bow."""
    paint = tones(look, (186, 128, 76))
    for side in (-1, 1):
        c.ellipse(48 + side * 24, 14, 12, 12, paint.base)
        c.ellipse(48 + side * 24, 15, 7, 7, paint.light)
        c.ellipse(48 + side * 30, 70, 10, 18, paint.base, turn=-side * 28)
    c.ellipse(48, 78, 27, 28, paint.base)
    c.ellipse(48, 82, 17, 18, paint.light)
    for side in (-1, 1):
        c.ellipse(48 + side * 27, 98, 15, 12, paint.dark)
        c.ellipse(48 + side * 28, 98, 9, 8, paint.light)
    c.ellipse(48, 34, 30, 28, paint.base)
    c.ellipse(48, 42, 14, 11, paint.light)
    c.ellipse(48, 37, 5, 3.6, RUBBER)
    c.line([(48, 40), (48, 45)], 1.4, RUBBER)
    c.curve((42, 45), (48, 50), (54, 45), 1.6, RUBBER)
    for side in (-1, 1):
        c.ellipse(48 + side * 13, 30, 3.2, 3.8, RUBBER)
        c.ellipse(48 + side * 13 + 1, 29, 1, 1, WHITE)
        c.polygon(rounded([(48, 62), (48 + side * 17, 55), (48 + side * 17, 70)], 3), accent(paint.base, TAIL, WHITE))
    c.ellipse(48, 62, 4.4, 4.4, shade(accent(paint.base, TAIL, WHITE), -0.2))


def robot(c: Canvas, look: Look) -> None:
    """A toy robot: a square head, an aerial, dials on its chest."""
    paint = tones(look, "silver")
    lit = accent(paint.base, (90, 210, 230), LAMP)
    c.line([(50, 16), (50, 7)], 2.6, IRON)
    c.ellipse(50, 6, 4.4, 4.4, TAIL)
    for side in (-1, 1):
        c.line([(50 + side * 28, 62), (50 + side * 40, 70), (50 + side * 40, 86)], 7, paint.dark)
        c.ellipse(50 + side * 40, 90, 6.6, 6.6, paint.line)
        c.box(50 + side * 14 - 7, 98, 50 + side * 14 + 7, 118, paint.dark, 2)
        c.box(50 + side * 15 - 11, 114, 50 + side * 15 + 11, 124, paint.line, 4)
        c.box(50 + side * 30 - 4, 24, 50 + side * 30 + 4, 38, paint.line, 2)
    c.box(44, 46, 56, 58, IRON, 1)
    c.box(20, 14, 80, 50, paint.base, 8)
    c.line([(27, 18), (72, 18)], 2.2, paint.light)
    for side in (-1, 1):
        c.ellipse(50 + side * 14, 29, 8, 8, WHITE)
        c.ellipse(50 + side * 14, 29, 4.6, 4.6, lit)
        c.ellipse(50 + side * 14, 29, 2.2, 2.2, RUBBER)
    c.box(36, 40, 64, 46, IRON, 2)
    for i in range(4):
        c.line([(41 + 6 * i, 41), (41 + 6 * i, 45)], 1, paint.light)
    c.box(20, 54, 80, 102, paint.base, 7)
    c.inside(lambda d: d.box(20, 92, 80, 103, paint.dark))
    c.box(28, 62, 58, 82, RUBBER, 3)
    c.line([(31, 74), (37, 74), (40, 66), (44, 79), (48, 72), (55, 72)], 1.8, lit)
    for y, colour in ((65, TAIL), (74, (250, 200, 70)), (83, (100, 200, 120))):
        c.ellipse(69, y, 3.6, 3.6, colour)


def dice(c: Canvas, look: Look) -> None:
    """A die from a corner."""
    paint = tones(look, "red")
    pip = accent(paint.base, WHITE, RUBBER)
    c.polygon(rounded([(50, 4), (94, 24), (94, 74), (50, 98), (6, 74), (6, 24)], 6), paint.base)
    c.polygon([(50, 8), (89, 26), (50, 46), (11, 26)], paint.light)
    c.polygon([(50, 48), (92, 27), (92, 73), (50, 96)], paint.dark)
    c.ellipse(50, 27, 7, 4.4, pip)
    for x, y in ((17, 42), (39, 78), (28, 60)):
        c.ellipse(x, y, 4.4, 6, pip)
    for x, y in ((62, 56), (80, 46), (62, 78), (80, 68)):
        c.ellipse(x, y, 4.2, 5.8, pip)


def yarn_ball(c: Canvas, look: Look) -> None:
    """A ball of wool with two needles and a loose end."""
    paint = tones(look, "pink")
    for x0, x1 in ((16, 78), (88, 26)):
        c.line([(x0, 6), (x1, 84)], 3.4, WOOD)
        c.ellipse(x0, 6, 5, 5, DARK_WOOD)
    c.curve((70, 92), (96, 100), (118, 88), 3.4, paint.base)
    c.ellipse(50, 60, 38, 38, paint.base)

    def threads(d: Canvas) -> None:
        for i in range(6):
            d.line(oval(30, 40, 22 + 9 * i, 16 + 9 * i, 0, 110), 2, paint.dark)
        for i in range(5):
            d.line(oval(90, 50, 26 + 7 * i, 20 + 7 * i, 120, 230), 2, paint.line if i % 2 else paint.dark)
        for i in range(4):
            d.line(oval(50, 104, 30, 66 - 9 * i, 200, 330), 2, paint.light)

    c.inside(threads)


def pillow(c: Canvas, look: Look) -> None:
    """A soft cushion with a button and piping."""
    paint = tones(look, "teal")
    right: list[Point] = [(60, 9), (90, 12), (114, 6), (108, 30), (111, 48), (108, 66), (114, 90), (90, 84), (60, 87)]
    shape = [*right, *((120 - x, y) for x, y in reversed(right[1:-1]))]
    c.blob(shape, paint.line)
    c.blob([(60 + (x - 60) * 0.95, 48 + (y - 48) * 0.93) for x, y in shape], paint.base)
    c.inside(lambda d: d.polygon([*oval(60, 30, 80, 48, 0, 180), (0, 100), (120, 100)], paint.dark))
    for dx, dy in ((-26, -14), (26, -14), (-28, 12), (28, 12), (0, -20), (0, 18)):
        c.line([(60 + dx * 0.25, 48 + dy * 0.25), (60 + dx, 48 + dy)], 1.4, paint.line)
    c.ellipse(60, 48, 4.6, 4.6, paint.line)
    c.ellipse(59.4, 47.4, 3.4, 3.4, paint.light)
    c.curve((18, 16), (42, 20), (66, 16), 2.6, paint.light)


def star(c: Canvas, look: Look) -> None:
    """A five-pointed star, one half in the shade."""
    paint = tones(look, "yellow")
    tips = [oval(54, 56, 50, 50, -90 + 72 * i, -90 + 72 * i)[0] for i in range(5)]
    notches = [oval(54, 56, 24, 24, -54 + 72 * i, -54 + 72 * i)[0] for i in range(5)]
    outline = [point for pair in zip(tips, notches, strict=True) for point in pair]
    c.polygon(rounded(outline, 6), paint.base)

    def facets(d: Canvas) -> None:
        for tip, notch in zip(tips, notches, strict=True):
            d.polygon([(54, 56), tip, notch], paint.dark)

    c.inside(facets)
    c.line([(50, 24), (45, 40), (30, 42)], 3, paint.light)


def moon(c: Canvas, look: Look) -> None:
    """A crescent with craters."""
    paint = tones(look, "yellow")
    outer = oval(54, 52, 48, 48, 310, 50, steps=40)
    inner = oval(74, 50, 40, 40, 285, 75, steps=40)
    c.polygon([*reversed(outer), *inner], paint.base)
    c.polygon([*reversed(outer), *oval(62, 51, 47, 45, 298, 62, steps=40)], paint.dark)
    for x, y, r in ((18, 44, 5), (26, 70, 6.4), (38, 22, 4)):
        c.ellipse(x, y, r, r, paint.line)
        c.ellipse(x + 1, y + 1, r * 0.76, r * 0.76, paint.base)


def snowflake(c: Canvas, look: Look) -> None:
    """Six branched arms."""
    paint = tones(look, (150, 206, 240))
    for i in range(6):
        angle = math.radians(60 * i - 90)

        def at(along: float, aside: float, angle: float = angle) -> Point:
            return (
                54 + along * math.cos(angle) - aside * math.sin(angle),
                56 + along * math.sin(angle) + aside * math.cos(angle),
            )

        c.line([(54, 56), at(48, 0)], 6, paint.base)
        for along, reach in ((20, 13), (34, 11)):
            for side in (-1, 1):
                c.line([at(along, 0), at(along + reach * 0.8, side * reach)], 5, paint.base)
        c.line([(54, 56), at(46, 0)], 1.8, paint.light)
    c.polygon(oval(54, 56, 11, 11, -90, 270, steps=6), paint.light)


def snowman(c: Canvas, look: Look) -> None:
    """Two snowballs, a carrot, a hat and a scarf; the scarf and hat take the colour."""
    cloth = tones(look, "red")
    snow = (248, 250, 253)
    for side in (-1, 1):
        c.line([(46 + side * 28, 78), (46 + side * 44, 60)], 3, DARK_WOOD)
        c.line([(46 + side * 38, 67), (46 + side * 44, 70)], 2.2, DARK_WOOD)
    c.ellipse(46, 98, 36, 33, snow)
    c.inside(lambda d: d.polygon([*oval(46, 92, 44, 32, 0, 180), (0, 136), (92, 136)], (214, 226, 238)))
    c.ellipse(46, 46, 24, 23, snow)
    for y in (84, 98, 112):
        c.ellipse(46, y, 3, 3, RUBBER)
    c.polygon(rounded([(24, 60), (68, 60), (70, 71), (22, 71)], 4), cloth.base)
    c.polygon(rounded([(54, 66), (66, 66), (70, 98), (58, 98)], 3), cloth.dark)
    for x in (60, 64, 68):
        c.line([(x, 97), (x, 102)], 1.4, cloth.base)
    for x in (37, 55):
        c.ellipse(x, 41, 3, 3.4, RUBBER)
    c.polygon([(46, 45), (68, 50), (46, 52)], COLOURS["orange"])
    c.curve((36, 54), (45, 60), (54, 56), 1.6, RUBBER)
    hat = cloth if look.colour else toned(RUBBER)
    c.polygon(rounded([(30, 4), (62, 4), (60, 26), (32, 26)], 3), hat.base)
    c.box(22, 23, 70, 29, hat.base, 3)
    c.box(31.4, 17, 60.6, 23, accent(hat.base, cloth.base, hat.line))


def shell(c: Canvas, look: Look) -> None:
    """A scallop with ribs."""
    paint = tones(look, (246, 176, 160))
    c.polygon(rounded([(36, 86), (68, 86), (78, 100), (26, 100)], 4), paint.dark)
    radii = (48.0 + 2.4 * math.cos(math.pi * i) for i in range(21))
    rim = [oval(52, 52, r, r, 160 + 11 * i, 160 + 11 * i)[0] for i, r in enumerate(radii)]
    c.polygon(rounded([*rim, (52, 100)], 5), paint.base)
    for i in range(9):
        tip = oval(52, 52, 46, 46, 168 + 25.5 * i, 168 + 25.5 * i)[0]
        c.line([(52, 96), tip], 1.8, paint.line)
        if i < 8:
            lit = oval(52, 52, 42, 42, 178 + 25.5 * i, 178 + 25.5 * i)[0]
            c.line([(52, 92), lit], 2.8, paint.light)
    c.line(bezier((16, 56), (52, 20), (88, 56)), 1.4, paint.dark)


def feather(c: Canvas, look: Look) -> None:
    """A curved feather with notches."""
    paint = tones(look, "blue")
    c.line(bezier((10, 128), (24, 90), (66, 10)), 3, accent(paint.base, WHITE, STEEL))
    left = bezier((24, 98), (8, 40), (70, 4))
    right = bezier((70, 4), (88, 60), (28, 98))
    c.polygon([*left, *right], paint.base)
    c.polygon([*bezier((24, 98), (40, 60), (70, 4)), *right], paint.dark)
    for i in range(6):
        x, y = bezier((24, 98), (42, 58), (68, 12))[2 + 2 * i]
        c.line([(x, y), (x - 9, y - 9)], 1.2, paint.line)
        c.line([(x, y), (x + 10, y - 4)], 1.2, paint.line)
    c.line(bezier((10, 128), (36, 76), (68, 8)), 2, paint.light)


def leaf(c: Canvas, look: Look) -> None:
    """A maple leaf."""
    paint = tones(look, "orange")
    points: list[Point] = [(54, 4), (60, 22), (72, 16), (70, 44), (88, 30), (90, 40), (104, 40)]
    points += [(98, 56), (104, 62), (76, 84), (80, 92), (58, 88)]
    c.line([(54, 80), (56, 116)], 3.6, paint.line)
    c.polygon(rounded([*points, *((108 - x, y) for x, y in reversed(points[1:]))], 2), paint.base)
    c.polygon(rounded([*points, (54, 88)], 2), paint.dark)
    for tip in ((54, 14), (84, 40), (24, 40), (94, 60), (14, 60)):
        c.line([(54, 88), (54 + (tip[0] - 54) * 0.9, 88 + (tip[1] - 88) * 0.9)], 1.8, paint.line)


def heart(c: Canvas, look: Look) -> None:
    """A rounded heart."""
    paint = tones(look, "red")
    c.polygon(heart_points(54, 44, 100), paint.base)
    c.inside(lambda d: d.polygon([(84, 0), (110, 0), (110, 100), (50, 100), (88, 56), (94, 30)], paint.dark))
    c.line(bezier((16, 38), (14, 20), (30, 13)), 5, paint.light)
