"""Ink and paper, a trap, houses for birds, a planet, fireworks."""

from synthgen.renderer.sketch.canvas import Canvas, Point, oval
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.botany import along
from synthgen.renderer.sketch.subjects.materials import CHROME, IRON, PAPER, STEEL, WOOD, rounded, tones


def ink_bottle(c: Canvas, look: Look) -> None:
    """A square bottle of ink, its cap beside it, a blot before it."""
    paint = tones(look, (40, 52, 120))
    glass: RGB = (214, 228, 236)
    c.blob([(2, 92), (14, 82), (34, 88), (52, 84), (60, 92), (40, 98), (20, 99)], paint.base)
    c.ellipse(66, 96, 3, 2, paint.base)
    c.box(34, 10, 70, 30, glass, 3)
    c.box(30, 6, 74, 14, shade(glass, 0.4), 3)
    c.ellipse(52, 10, 18, 3, paint.dark)
    c.polygon(rounded([(14, 42), (34, 28), (70, 28), (90, 42), (90, 94), (14, 94)], 6), glass)
    c.polygon(rounded([(18, 46), (36, 36), (68, 36), (86, 46), (86, 90), (18, 90)], 5), paint.base)
    c.inside(lambda d: d.polygon([(74, 30), (92, 40), (92, 96), (74, 96)], paint.dark))
    c.line([(23, 50), (23, 84)], 3, shade(paint.base, 0.5))
    c.box(34, 54, 72, 80, PAPER, 2)
    c.blob([(53, 58), (59, 67), (57, 75), (49, 75), (47, 67)], paint.base)
    c.box(92, 76, 116, 94, IRON, 3)
    for x in (97, 102, 107, 112):
        c.line([(x, 79), (x, 91)], 1.2, STEEL)


def pen(c: Canvas, look: Look) -> None:
    """A fountain pen, its golden nib on a line of writing."""
    paint = tones(look, (44, 60, 130))
    gold = (226, 184, 70)
    c.polygon([(24, 84), (34, 76), (40, 83), (32, 92), (8, 107)], gold)
    c.polygon([(8, 107), (24, 84), (28, 88)], shade(gold, 0.3))
    c.line([(12, 104), (30, 87)], 1, (110, 84, 30))
    c.ellipse(29, 87, 2, 2, (110, 84, 30))
    c.polygon([(30, 78), (44, 62), (56, 74), (39, 88)], IRON)
    c.polygon([(42, 62), (100, 6), (112, 4), (111, 17), (56, 76)], paint.base)
    c.polygon([(52, 72), (110, 16), (111, 19), (57, 78)], paint.dark)
    c.line([(48, 62), (98, 14)], 2.6, paint.light)
    c.polygon([(64, 40), (69, 35), (81, 47), (76, 52)], gold)
    c.line([(72, 38), (94, 20)], 3, gold)
    c.ellipse(71, 40, 3, 3, gold)


def paper(c: Canvas, look: Look) -> None:
    """Sheets with lines of writing, one corner turned."""
    paint = tones(look, (250, 248, 240))
    for dx, dy in ((8, 5), (4, 2)):
        c.polygon([(10 + dx, 6 + dy), (84 + dx, 2 + dy), (90 + dx, 106 + dy), (16 + dx, 110 + dy)], paint.dark)
    c.polygon([(8, 6), (66, 3), (84, 20), (88, 106), (14, 110)], paint.base)
    c.polygon([(66, 3), (67, 21), (84, 20)], paint.dark)
    for i in range(8):
        y, end = 28 + 9 * i, (66, 76, 70, 78, 60, 76, 72, 46)[i]
        c.curve((22, y + 2), ((22 + end) / 2, y - 2 + 3 * (i % 2)), (end, y), 1.8, paint.line)


def mousetrap(c: Canvas, look: Look) -> None:
    """A wooden board with a spring, a bow of wire and a bait of cheese."""
    wood = look.colour or (206, 158, 102)
    c.polygon([(4, 60), (40, 38), (136, 44), (112, 74)], wood)
    c.polygon([(4, 60), (112, 74), (112, 84), (4, 70)], shade(wood, -0.22))
    c.polygon([(112, 74), (136, 44), (136, 53), (112, 84)], shade(wood, -0.34))
    for y in (46, 53, 60):
        c.line([(38 - (y - 46), y), (116 - (y - 46), y + 7)], 0.8, shade(wood, -0.16))
    for i in range(9):
        c.arc(62 + i * 3.6, 62 - i * 2.6, 5, 100, 330, 2, STEEL if i % 2 else CHROME)
    c.line([(58, 66), (26, 62), (58, 40), (98, 40)], 3, IRON)
    c.line([(58, 65), (27, 61), (58, 39.4), (98, 39.4)], 1.2, CHROME)
    c.line([(74, 58), (118, 64)], 2, STEEL)
    c.polygon([(98, 50), (122, 54), (116, 66), (94, 62)], STEEL)
    cheese = (250, 206, 74)
    c.polygon([(92, 56), (114, 30), (124, 40), (122, 60)], cheese)
    c.polygon([(92, 56), (122, 60), (121, 66), (93, 62)], shade(cheese, -0.18))
    for x, y, r in ((112, 44, 4), (104, 53, 2.6), (117, 54, 3)):
        c.ellipse(x, y, r, r, shade(cheese, -0.25))


def birdhouse(c: Canvas, look: Look) -> None:
    """A little house with a round door and a perch, on a post."""
    paint = tones(look, (214, 96, 74))
    c.box(44, 86, 54, 128, WOOD, 1)
    c.line([(46.4, 88), (46.4, 126)], 1.2, shade(WOOD, -0.25))
    c.polygon([(18, 40), (49, 12), (80, 40), (76, 90), (22, 90)], paint.base)
    c.inside(lambda d: d.polygon([(64, 26), (84, 40), (78, 92), (64, 92)], paint.dark))
    for x in (32, 42, 56, 66):
        c.line([(x, 42), (x, 88)], 0.9, paint.line)
    roof = (
        (110, 82, 66)
        if sum(abs(a - b) for a, b in zip(paint.base, (110, 82, 66), strict=True)) > 120
        else (226, 206, 174)
    )
    c.polygon([(2, 48), (49, 2), (96, 48), (90, 54), (49, 15), (8, 54)], roof)
    c.line([(49, 5), (8, 46)], 1.6, shade(roof, 0.3))
    c.ellipse(49, 54, 12, 12, paint.line)
    c.ellipse(49, 54, 10, 10, (44, 34, 36))
    c.line([(49, 74), (49, 77)], 6, WOOD)
    c.box(14, 88, 84, 94, roof, 2)


def bird_cage(c: Canvas, look: Look) -> None:
    """A domed cage with a swing, empty."""
    paint = tones(look, (206, 168, 74))
    c.arc(50, 8, 6, 0, 360, 2.6, paint.base)
    for half in (38, 26, 13):
        for side in (-1, 1):
            c.curve((50, 14), (50 + side * half, 18), (50 + side * half, 52), 2.2, paint.base)
            c.line([(50 + side * half, 52), (50 + side * half, 108)], 2.2, paint.base)
    c.line([(50, 14), (50, 108)], 2.2, paint.base)
    for y in (52, 80):
        c.line([(12, y), (88, y)], 2.6, paint.dark)
    for x in (43, 57):
        c.line([(x, 30), (x, 66)], 1, paint.line)
    c.line([(38, 66), (62, 66)], 3.6, WOOD)
    c.box(6, 106, 94, 118, paint.base, 4)
    c.box(6, 113, 94, 118, paint.dark, 3)


def planet(c: Canvas, look: Look) -> None:
    """Striped, with a ring around it."""
    paint = tones(look, (226, 158, 92))
    band = (236, 214, 176) if look.colour is None else shade(paint.base, 0.4)
    ring_path = oval(70, 52, 66, 19, 0, 360, turn=-14)
    c.line(ring_path, 8, shade(band, -0.16))
    c.ellipse(70, 52, 40, 40, paint.base)

    def bands(layer: Canvas) -> None:
        for y, high, tone in ((26, 5, paint.light), (41, 4, paint.dark), (62, 6, paint.light), (78, 4, paint.dark)):
            layer.ellipse(66, y, 50, high, tone, turn=-14)
        layer.polygon([*oval(70, 52, 44, 44, -60, 110), *oval(60, 46, 40, 42, 110, -60)], shade(paint.base, -0.26))
        layer.ellipse(56, 66, 8, 4, paint.line, turn=-14)

    c.inside(bands)
    front = oval(70, 52, 66, 19, 8, 172, turn=-14)
    c.line(front, 8, band)
    c.line(front, 2, shade(band, -0.22))


def observatory(c: Canvas, look: Look) -> None:
    """A white dome with an open slit, a telescope looking out."""
    dome = look.colour or (226, 232, 238)
    wall = (216, 206, 192)
    c.box(14, 66, 126, 112, wall, 2)
    c.box(96, 66, 126, 112, shade(wall, -0.12), 2)
    c.box(8, 60, 132, 70, shade(wall, -0.22), 2)
    c.polygon(oval(70, 60, 54, 54, 180, 360), dome)
    c.polygon([*oval(70, 60, 54, 54, -50, 0), *oval(70, 60, 36, 54, 0, -50)], shade(dome, -0.14))
    for half in (18, 38):
        for side in (-1, 1):
            c.line(oval(70, 60, half, 54, 270, 270 + 90 * side, steps=12), 0.9, shade(dome, -0.2))
    c.polygon([(66, 7), (88, 9), (100, 58), (68, 58)], (44, 50, 78))
    c.line([(80, 52), (104, 12)], 11, (96, 106, 122))
    c.line([(98, 22), (105, 10)], 15, (70, 78, 94), round_ends=False)
    c.polygon([(66, 40), (98, 40), (100, 58), (68, 58)], (44, 50, 78))
    c.box(62, 82, 80, 112, (104, 74, 58), 2)
    c.ellipse(76, 98, 1.4, 1.4, (230, 200, 110))
    for x in (26, 42, 98, 112):
        c.box(x, 80, x + 9, 94, (150, 196, 222), 1)
    c.box(2, 110, 138, 118, shade(wall, -0.3), 2)


def firework(c: Canvas, look: Look) -> None:
    """A burst of sparks that begin to fall: dashes which thicken outwards, dots beyond and between them."""
    paint = tones(look, (240, 80, 80))

    def spark(angle: float, far: float) -> Point:
        x, y = along(60, 56, angle, far)
        return x, y + (far / 56) ** 2 * 9

    for i in range(10):
        angle = 360 * i / 10 - 90
        for inner, outer, thick in ((5, 15, 4.0), (20, 40, 7.0)):
            tip = [along(*spark(angle, outer), angle + lean, thick / 2) for lean in (-90, -45, 0, 45, 90)]
            c.polygon([spark(angle, inner), *tip], paint.base)
        c.ellipse(*spark(angle, 52), 3.8, 3.8, paint.base)
        c.ellipse(*spark(angle + 18, 32), 2.8, 2.8, paint.base)
        c.ellipse(*spark(angle + 18, 47), 3.2, 3.2, paint.light)
