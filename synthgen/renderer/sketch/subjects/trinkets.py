"""Jewelry, coins, and other small or round things of one colour."""

import math

from synthgen.renderer.sketch.canvas import Canvas, oval
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.botany import leaf, outlined_blob
from synthgen.renderer.sketch.subjects.materials import CHROME, IRON, accent, heart_points, ring, star_mark, tones

BLUSH: RGB = (246, 176, 186)


def coin(c: Canvas, look: Look) -> None:
    """A round coin with a beaded rim and a star."""
    paint = tones(look, "gold")
    c.ellipse(54, 54, 48, 48, paint.line)
    c.ellipse(50, 50, 48, 48, paint.dark)
    c.ellipse(50, 50, 46, 46, paint.base)
    c.ellipse(50, 50, 37, 37, paint.dark)
    c.ellipse(50, 50, 35, 35, paint.light)
    c.ellipse(51, 51, 34, 34, paint.base)
    for i in range(36):
        x, y = 50 + 41.4 * math.cos(i * math.pi / 18), 50 + 41.4 * math.sin(i * math.pi / 18)
        c.ellipse(x, y, 1.6, 1.6, paint.light)
    star_mark(c, 51, 52, 24, paint.line)
    star_mark(c, 50, 50, 22, paint.light)
    c.line([(22, 34), (34, 20)], 3, shade(paint.light, 0.5))


def bracelet(c: Canvas, look: Look) -> None:
    """A bangle, seen a little from above, with set stones."""
    paint = tones(look, "gold")
    c.line(oval(60, 46, 50, 28, 180, 360), 8, paint.dark)
    c.line(oval(60, 43, 50, 28, 180, 360), 1.6, paint.light)
    c.line(oval(60, 46, 50, 30, -6, 186), 15, paint.line)
    c.line(oval(60, 46, 50, 30, -6, 186), 12.6, paint.base)
    c.line(oval(60, 42, 50, 30, 10, 170), 2, paint.light)
    stone = accent(paint.base, (226, 60, 96), (250, 244, 226))
    for angle in (30, 60, 90, 120, 150):
        x, y = oval(60, 46, 50, 30, angle, angle)[0]
        c.ellipse(x, y, 5.4, 5.4, paint.line)
        c.ellipse(x, y, 4.4, 4.4, stone)
        c.ellipse(x - 1.3, y - 1.5, 1.4, 1.4, shade(stone, 0.6))


def locket(c: Canvas, look: Look) -> None:
    """A heart that opens, on a fine chain."""
    paint = tones(look, "gold")
    for side in (-1, 1):
        for i in range(13):
            t = i / 12
            x, y = 50 + side * (44 * (1 - t) ** 0.8 + 2), 4 + 46 * t**1.2
            c.ellipse(x, y, 2.6, 2.6, paint.line)
            c.ellipse(x, y, 1.4, 1.4, paint.light)
    ring(c, 50, 52, 7, 3, paint.base)
    c.polygon(heart_points(50, 86, 62), paint.line)
    c.polygon(heart_points(50, 86, 58), paint.base)
    c.inside(lambda d: d.polygon([(70, 50), (100, 50), (100, 120), (50, 120)], paint.dark))
    c.polygon(heart_points(50, 84, 34), paint.light)
    c.polygon(heart_points(50, 84.6, 31), paint.base)
    c.ellipse(80, 82, 2.6, 4.4, paint.line)
    c.line([(28, 70), (34, 63)], 3, shade(paint.light, 0.4))


def earrings(c: Canvas, look: Look) -> None:
    """One earring: a hook, a stone and a drop."""
    paint = tones(look, "gold")
    c.line(oval(36, 22, 14, 15, 150, 385), 3.6, paint.line)
    c.line(oval(36, 22, 14, 15, 150, 385), 2.4, paint.base)
    ring(c, 49, 40, 4.4, 2.2, paint.base)
    gem = accent(paint.base, (80, 150, 226), (250, 246, 236))
    c.ellipse(49, 53, 11, 11, paint.line)
    c.ellipse(49, 53, 9.8, 9.8, paint.base)
    c.ellipse(49, 53, 6, 6, gem)
    c.ellipse(47, 51, 2, 2, shade(gem, 0.6))
    drop = [(49, 66), (62, 92), (58, 108), (49, 113), (40, 108), (36, 92)]
    outlined_blob(c, drop, paint.base, 1.2)
    c.blob([(49, 80), (56, 95), (49, 105), (42, 95)], gem)
    c.ellipse(46, 92, 1.8, 4, shade(gem, 0.6))


def tiara(c: Canvas, look: Look) -> None:
    """An open crown of arches and stones."""
    paint = tones(look, "silver")
    gem = accent(paint.base, (226, 70, 130), (120, 200, 240))
    for x, top in ((18, 56), (39, 34), (64, 14), (89, 34), (110, 56)):
        c.line([(x - 11, 82), (x, top + 8), (x + 11, 82)], 5, paint.line)
        c.line([(x - 11, 82), (x, top + 8), (x + 11, 82)], 3.2, paint.base)
        c.ellipse(x, top + 5, 7, 7, paint.line)
        c.ellipse(x, top + 5, 5.8, 5.8, gem)
        c.ellipse(x - 1.6, top + 3, 1.8, 1.8, shade(gem, 0.6))
    c.line([(6, 72), *oval(64, 74, 58, 16, 175, 5, steps=12), (122, 72)], 11, paint.line)
    c.line([(6, 72), *oval(64, 74, 58, 16, 175, 5, steps=12), (122, 72)], 9, paint.base)
    for angle in (150, 120, 90, 60, 30):
        c.ellipse(*oval(64, 74, 58, 16, angle, angle)[0], 3.4, 3.4, gem)


def brooch(c: Canvas, look: Look) -> None:
    """A flower of metal with a stone in its middle, and a pin."""
    paint = tones(look, "gold")
    c.line([(6, 78), (94, 26)], 3, CHROME)
    for i in range(8):
        x, y = 50 + 27 * math.cos(i * math.pi / 4), 52 + 27 * math.sin(i * math.pi / 4)
        c.ellipse(x, y, 17, 12, paint.line, turn=i * 45)
        c.ellipse(x, y, 15.4, 10.4, paint.base, turn=i * 45)
        c.ellipse(x - 1, y - 2, 8, 4, paint.light, turn=i * 45)
    gem = accent(paint.base, (190, 40, 90), (70, 150, 220))
    c.ellipse(50, 52, 19, 19, paint.line)
    c.ellipse(50, 52, 17, 17, paint.light)
    c.ellipse(50, 52, 14, 14, gem)
    c.polygon([(42, 46), (50, 42), (56, 46), (50, 52)], shade(gem, 0.5))
    for i in range(12):
        c.ellipse(50 + 17 * math.cos(i * math.pi / 6), 52 + 17 * math.sin(i * math.pi / 6), 1.6, 1.6, paint.dark)


def gem(c: Canvas, look: Look) -> None:
    """An oval stone with facets."""
    paint = tones(look, "blue")
    rim = oval(60, 52, 56, 44, 22.5, 382.5, steps=8)[:-1]
    table = oval(60, 50, 32, 24, 22.5, 382.5, steps=8)[:-1]
    for i in range(8):
        j = (i + 1) % 8
        tone = (paint.base, paint.dark, paint.base, paint.light, paint.light, shade(paint.light, 0.25), paint.light,
                paint.base)[i]  # fmt: skip
        c.polygon([rim[i], rim[j], table[j], table[i]], tone)
    c.polygon(table, shade(paint.light, 0.12))
    c.polygon([table[3], table[4], table[5], table[6]], shade(paint.light, 0.45))
    for a, b in [*zip(rim, table, strict=True), *zip(table, [*table[1:], table[0]], strict=True)]:
        c.line([a, b], 1, paint.line)


def tire(c: Canvas, look: Look) -> None:
    """A car tire with its tread, on a rim."""
    paint = tones(look, "black")
    for i in range(32):
        x, y = 52 + 49 * math.cos(i * math.pi / 16), 52 + 49 * math.sin(i * math.pi / 16)
        c.ellipse(x, y, 3.6, 3.6, paint.base)
    c.ellipse(52, 52, 48, 48, paint.base)
    c.ellipse(52, 52, 41, 41, paint.light)
    c.ellipse(52, 52, 39.6, 39.6, paint.base)
    c.ellipse(52, 52, 27, 27, IRON)
    c.ellipse(52, 52, 25, 25, CHROME)
    for i in range(5):
        angle = i * math.tau / 5 - math.pi / 2
        c.ellipse(52 + 15 * math.cos(angle), 52 + 15 * math.sin(angle), 5.6, 5.6, IRON)
    c.ellipse(52, 52, 6, 6, IRON)
    c.arc(52, 52, 34, 200, 260, 3, shade(paint.light, 0.3))


def bowl(c: Canvas, look: Look) -> None:
    """An empty bowl."""
    paint = tones(look, "teal")
    c.box(46, 78, 84, 90, paint.dark, 3)
    c.polygon([*oval(65, 34, 60, 52, 0, 180), (5, 34)], paint.base)
    c.inside(lambda d: d.polygon([(88, 30), (130, 30), (130, 92), (76, 92)], paint.dark))
    c.line([(16, 48), (26, 64), (36, 72)], 3, paint.light)
    c.ellipse(65, 34, 60, 15, paint.light)
    c.ellipse(65, 35, 55, 12, paint.line)
    c.ellipse(65, 37, 52, 9.6, paint.dark)


def ribbon(c: Canvas, look: Look) -> None:
    """A bow with two loops and two ends."""
    paint = tones(look, "red")
    for side in (-1, 1):
        c.polygon(
            [(60, 50), (60 + side * 20, 104), (60 + side * 31, 92), (60 + side * 43, 98), (60 + side * 14, 46)],
            paint.line,
        )
        c.polygon(
            [(60, 50), (60 + side * 21, 101), (60 + side * 31, 89), (60 + side * 41, 95), (60 + side * 12, 46)],
            paint.dark,
        )
    for side in (-1, 1):
        loop = [
            (60, 40),
            (60 + side * 26, 10),
            (60 + side * 54, 12),
            (60 + side * 56, 44),
            (60 + side * 50, 66),
            (60 + side * 22, 58),
        ]
        outlined_blob(c, loop, paint.base, 1.2)
        c.blob(
            [
                (60 + side * 12, 40),
                (60 + side * 30, 24),
                (60 + side * 46, 28),
                (60 + side * 44, 46),
                (60 + side * 26, 48),
            ],
            paint.dark,
        )
        c.line([(60 + side * 22, 16), (60 + side * 48, 14)], 2.4, paint.light)
    c.box(48, 28, 72, 58, paint.line, 8)
    c.box(49.4, 29.4, 70.6, 56.6, paint.base, 7)
    c.line([(54, 34), (54, 50)], 2.4, paint.light)


def cloud(c: Canvas, look: Look) -> None:
    """A white cloud with a grey belly."""
    paint = tones(look, "white")
    c.box(14, 48, 126, 76, paint.base, 14)
    for x, y, r in ((34, 50, 22), (60, 36, 28), (92, 42, 25), (112, 56, 18), (24, 60, 15)):
        c.ellipse(x, y, r, r, paint.base)
    c.inside(lambda d: d.box(0, 66, 140, 80, shade(paint.dark, 0.3)))
    c.arc(60, 38, 20, 190, 260, 2.4, paint.dark)
    c.arc(92, 44, 17, 250, 320, 2.4, paint.dark)


def acorn(c: Canvas, look: Look) -> None:
    """A nut in its cup of scales, with an oak leaf."""
    paint = tones(look, "brown")
    nut: RGB = shade(paint.base, 0.25)
    for angle in (-38, -20, -2):
        leaf(c, 58, 22, angle, 44, 13, (106, 150, 66), veins=True)
    outlined_blob(c, [(22, 44), (78, 44), (80, 70), (66, 96), (50, 110), (34, 96), (20, 70)], nut, 1.2)
    c.blob([(28, 52), (38, 52), (38, 84), (32, 78)], shade(nut, 0.35))
    c.line([(50, 18), (46, 4)], 5, paint.dark)
    outlined_blob(c, [(14, 46), (20, 26), (50, 14), (80, 26), (86, 46), (70, 54), (30, 54)], paint.dark, 1.2)
    for row in range(3):
        for i in range(6 - row % 2):
            c.arc(24 + i * 10.6 + row % 2 * 5, 26 + row * 9, 5, 20, 160, 1.6, paint.line)


def cotton_candy(c: Canvas, look: Look) -> None:
    """A cloud of spun sugar on a paper cone."""
    paint = tones(look, BLUSH)
    c.polygon([(38, 60), (62, 60), (51, 116), (49, 116)], (214, 206, 190))
    c.polygon([(40, 60), (60, 60), (50, 114)], (250, 246, 236))
    c.line([(43, 76), (56, 84)], 2, paint.dark)
    for x, y, r in ((30, 46, 20), (70, 46, 20), (50, 56, 22), (36, 26, 20), (64, 26, 20), (50, 18, 17), (50, 38, 24)):
        c.ellipse(x, y, r, r, paint.base)
    for x, y, r, start in ((34, 44, 12, 120), (64, 46, 13, 20), (46, 24, 12, 190), (62, 26, 9, 250), (50, 58, 11, 60)):
        c.arc(x, y, r, start, start + 130, 2.2, paint.dark)
        c.arc(x, y, r * 0.6, start + 60, start + 180, 2, paint.light)


def marshmallow(c: Canvas, look: Look) -> None:
    """A soft cylinder with rounded edges."""
    paint = tones(look, "white")
    c.box(10, 24, 90, 88, paint.dark, 14)
    c.box(10, 22, 88, 84, paint.base, 14)
    c.ellipse(50, 28, 39, 15, shade(paint.dark, 0.3))
    c.ellipse(50, 26, 38, 14, shade(paint.base, 0.5))
    c.line([(20, 46), (20, 68)], 4, shade(paint.light, 0.6))
    for x, y in ((38, 24), (60, 28), (48, 31)):
        c.ellipse(x, y, 1.8, 0.9, paint.dark)


def parasol(c: Canvas, look: Look) -> None:
    """A beach umbrella with white panels, stuck into the ground."""
    paint = tones(look, "red")
    c.line([(60, 14), (72, 136)], 4, (206, 160, 104))
    c.polygon([*oval(62, 52, 58, 44, 180, 360), (4, 52)], paint.base)
    for left, right in ((-0.66, -0.22), (0.22, 0.66)):
        c.polygon([(62, 8), *oval(62, 52, 58 * abs(left), 44, 180 if left < 0 else 270, 270 if left < 0 else 360)[::1],
                   *oval(62, 52, 58 * abs(right), 44, 180 if left < 0 else 270, 270 if left < 0 else 360)[::-1]],
                  (250, 246, 238))  # fmt: skip
    for i in range(5):
        c.ellipse(62 - 46.4 + i * 23.2, 53, 12, 5, paint.base if i % 2 == 0 else (250, 246, 238))
    c.ellipse(62, 8, 3.4, 4, (206, 160, 104))
