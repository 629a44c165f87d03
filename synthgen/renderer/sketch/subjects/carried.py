"""What one wears or carries."""

from synthgen.renderer.sketch.canvas import Canvas, bezier, oval
from synthgen.renderer.sketch.colours import COLOURS, RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.household import clock_face
from synthgen.renderer.sketch.subjects.materials import (
    CHROME,
    DARK_WOOD,
    IRON,
    PAPER,
    RUBBER,
    STEEL,
    TAIL,
    accent,
    heart_mark,
    pane,
    ring,
    rounded,
    star_mark,
    tones,
)

WHITE = COLOURS["white"]
BRASS: RGB = (226, 180, 76)


def backpack(c: Canvas, look: Look) -> None:
    """A school bag: a flap, pockets, straps."""
    paint = tones(look, "blue")
    ring(c, 46, 14, 12, 4.4, paint.line, 180, 360)
    for x in (6, 76):
        c.box(x, 58, x + 12, 90, paint.dark, 6)
    c.box(10, 12, 84, 98, paint.base, 18)
    c.inside(lambda d: d.box(72, 12, 90, 100, paint.dark))
    c.box(14, 16, 80, 54, paint.light, 14)
    c.box(14, 16, 80, 51, paint.base, 14)
    c.box(20, 62, 74, 92, paint.line, 7)
    c.box(21, 63, 73, 91, paint.base, 6)
    c.line([(24, 71), (70, 71)], 1.6, accent(paint.base, PAPER, RUBBER))
    c.box(44, 70, 49, 78, BRASS, 1.6)
    for x in (30, 60):
        c.box(x, 44, x + 6, 66, accent(paint.base, (176, 120, 70), WHITE), 1.6)
        c.box(x - 1, 52, x + 7, 58, BRASS, 1.4)
    star_mark(c, 47, 33, 15, accent(paint.base, (250, 206, 80), WHITE))


def suitcase(c: Canvas, look: Look) -> None:
    """A travelling case with straps, corners and stickers."""
    paint = tones(look, "brown")
    leather = accent(paint.base, (226, 178, 112), (110, 70, 44))
    c.line([(48, 24), (48, 8), (78, 8), (78, 24)], 6, leather)
    c.box(4, 20, 122, 94, paint.base, 8)
    c.inside(lambda d: d.box(0, 82, 126, 96, paint.dark))
    c.line([(12, 24), (114, 24)], 2, paint.light)
    for x in (22, 94):
        c.box(x, 20, x + 10, 94, leather)
        c.box(x - 2, 46, x + 12, 58, BRASS, 2)
        c.box(x + 1, 49, x + 9, 55, leather, 1)
    for x, y in ((4, 20), (110, 20), (4, 82), (110, 82)):
        c.box(x, y, x + 12, y + 12, leather, 4)
    c.ellipse(56, 52, 11, 11, accent(paint.base, (84, 160, 214), WHITE))
    star_mark(c, 56, 52, 14, PAPER)
    c.box(66, 64, 88, 78, accent(paint.base, TAIL, PAPER), 1.5)
    heart_mark(c, 77, 71, 11, accent(accent(paint.base, TAIL, PAPER), PAPER, TAIL))


def briefcase(c: Canvas, look: Look) -> None:
    """A flat case with a flap and two locks."""
    paint = tones(look, "brown")
    c.line([(40, 22), (42, 8), (76, 8), (78, 22)], 5.4, paint.line)
    c.box(4, 20, 114, 90, paint.base, 8)
    c.box(4, 76, 114, 90, paint.dark, 6)
    c.polygon(rounded([(4, 20), (114, 20), (114, 46), (66, 58), (52, 58), (4, 46)], 6), paint.light)
    c.polygon(rounded([(5, 21), (113, 21), (113, 44), (66, 55.6), (52, 55.6), (5, 44)], 6), paint.base)
    for x in (20, 90):
        c.box(x, 42, x + 9, 60, BRASS, 2)
        c.box(x + 2, 50, x + 7, 53, DARK_WOOD, 1)
    c.box(53, 50, 65, 62, BRASS, 2)
    c.ellipse(59, 56, 1.8, 1.8, DARK_WOOD)


def handbag(c: Canvas, look: Look) -> None:
    """A lady's bag with a curved handle and a clasp."""
    paint = tones(look, "pink")
    ring(c, 50, 42, 30, 5, paint.line, 180, 360)
    c.polygon(rounded([(12, 40), (88, 40), (98, 94), (2, 94)], 10), paint.base)
    c.inside(lambda d: d.polygon([(0, 84), (100, 84), (100, 96), (0, 96)], paint.dark))
    c.polygon(rounded([(12, 38), (88, 38), (86, 58), (50, 70), (14, 58)], 6), paint.dark)
    c.polygon(rounded([(13, 38), (87, 38), (85, 55), (50, 67), (15, 55)], 6), paint.light)
    for x in (20, 80):
        ring(c, x, 41, 5, 2, BRASS)
    c.ellipse(50, 65, 6, 6, BRASS)
    c.ellipse(49, 64, 2, 2, shade(BRASS, 0.5))


def crown(c: Canvas, look: Look) -> None:
    """Five points with pearls, and jewels on the rim."""
    paint = tones(look, "gold")
    left = [(8.0, 80.0), (2, 26), (26, 50), (32, 14), (46, 44), (55, 4)]
    c.polygon([*left, *((110 - x, y) for x, y in reversed(left[:-1]))], paint.base)
    c.inside(lambda d: d.polygon([(55, 0), (64, 44), (70, 84), (110, 84), (110, 10), (84, 50), (78, 8)], paint.dark))
    for x, y in ((6, 26), (32, 13), (55, 6), (78, 13), (104, 26)):
        c.ellipse(x, y, 5, 5, accent(paint.base, PAPER, BRASS))
    c.box(5, 72, 105, 92, paint.base, 5)
    c.line([(10, 75), (100, 75)], 1.6, paint.light)
    c.line([(10, 89), (100, 89)], 1.6, paint.line)
    for i, colour in enumerate(((70, 150, 220), TAIL, (100, 190, 120), TAIL, (70, 150, 220))):
        c.ellipse(17 + 19 * i, 82, 4.6, 4.6, paint.line)
        c.ellipse(17 + 19 * i, 82, 3.8, 3.8, accent(paint.base, colour, WHITE))


def top_hat(c: Canvas, look: Look) -> None:
    """A tall hat with a ribbon."""
    paint = tones(look, "black")
    c.ellipse(55, 76, 52, 14, paint.base)
    c.ellipse(55, 73, 52, 12, paint.dark)
    c.polygon(rounded([(20, 6), (90, 6), (84, 74), (26, 74)], 3), paint.base)
    c.ellipse(55, 74, 29, 6, paint.base)
    c.inside(lambda d: d.polygon([(74, 4), (94, 4), (88, 82), (70, 82)], paint.dark))
    band = accent(paint.base, TAIL, WHITE)
    c.polygon([(24.4, 56), (85.6, 56), (84.4, 70), *oval(55, 70, 29.4, 6, 0, 180), (25.6, 70)], band)
    c.ellipse(55, 8, 35, 6, paint.light)
    c.line([(30, 20), (32, 48)], 3, paint.light)


def helmet(c: Canvas, look: Look) -> None:
    """A motorcyclist's helmet with its visor."""
    paint = tones(look, "red")
    stripe = accent(paint.base, WHITE, IRON)
    shell = [(12.0, 84.0), (4, 50), (14, 20), (48, 4), (82, 16), (96, 44), (94, 74), (80, 92), (40, 92)]
    c.polygon(rounded(shell, 16), paint.base)
    c.inside(lambda d: d.polygon([(0, 76), (100, 80), (100, 96), (0, 96)], paint.dark))
    c.inside(lambda d: d.polygon([(8, 40), (40, 10), (60, 4), (50, 14), (14, 52)], stripe))
    c.polygon(rounded([(46, 34), (94, 36), (100, 52), (96, 64), (46, 62), (38, 48)], 7), RUBBER)
    pane(c, [(50, 38), (92, 40), (94, 60), (50, 58)], 5, (84, 120, 150))
    c.ellipse(42, 50, 5, 5, STEEL)
    c.ellipse(42, 50, 2.4, 2.4, IRON)
    for i in range(3):
        c.line([(74, 76 + 4 * i), (86, 75 + 4 * i)], 1.8, paint.line)


def bow_tie(c: Canvas, look: Look) -> None:
    """Two wings and a knot, with dots."""
    paint = tones(look, "red")
    dots = accent(paint.base, WHITE, (250, 206, 80))
    for side in (-1, 1):
        wing = [(60 + side * x, y) for x, y in ((6.0, 26.0), (52, 6), (56, 34), (52, 62), (6, 42))]
        c.polygon(rounded(wing, 7), paint.base)
        c.polygon([(60 + side * 8, 28), (60 + side * 30, 28), (60 + side * 8, 34)], paint.dark)
        c.polygon([(60 + side * 8, 36), (60 + side * 28, 42), (60 + side * 8, 42)], paint.dark)
        for x, y in ((24, 20), (42, 16), (34, 34), (48, 36), (24, 48), (42, 52)):
            c.ellipse(60 + side * x, y, 3, 3, dots)
    c.box(49, 22, 71, 46, paint.line, 7)
    c.box(50, 22, 70, 44, paint.base, 7)
    c.line([(54, 27), (54, 39)], 2, paint.light)


def glasses(c: Canvas, look: Look) -> None:
    """Round spectacles from the front, their temples folded out."""
    paint = tones(look, "black")
    tint = (206, 230, 242)
    for side in (-1, 1):
        c.line([(64 + side * 54, 22), (64 + side * 60, 12)], 5, paint.dark)
        c.ellipse(64 + side * 31, 32, 29, 27, paint.base)
        c.ellipse(64 + side * 31, 32, 21, 19, tint)
        c.line(oval(64 + side * 31, 32, 15, 13, 195, 250), 3, (246, 252, 255))
        c.line(oval(64 + side * 31, 32, 26.4, 24.4, 200, 300), 1.6, paint.light)
    c.line(bezier((56, 28), (64, 18), (72, 28)), 7, paint.base)


def umbrella(c: Canvas, look: Look) -> None:
    """An open umbrella with panels and a hooked handle."""
    paint = tones(look, "red")
    c.line([(60, 8), (60, 100)], 3, STEEL)
    c.line(bezier((60, 96), (61, 114), (72, 112)), 4.6, DARK_WOOD)
    c.line(bezier((72, 112), (78, 110), (77, 102)), 4.6, DARK_WOOD)
    c.line([(60, 3), (60, 12)], 3, IRON)
    c.polygon(oval(60, 62, 57, 54, 180, 360), paint.base)

    def panels(d: Canvas) -> None:
        d.polygon([*oval(60, 62, 20, 54, 180, 360)], paint.light)
        d.polygon([(60, 8), *oval(60, 62, 57, 54, 270, 360), *reversed(oval(60, 62, 40, 54, 270, 360))], paint.dark)
        d.polygon([(60, 8), *oval(60, 62, 40, 54, 180, 270), *reversed(oval(60, 62, 57, 54, 180, 270))], paint.dark)

    c.inside(panels)
    for x0, x1 in ((3, 20), (20, 40), (40, 80), (80, 100), (100, 117)):
        middle, half = (x0 + x1) / 2, (x1 - x0) / 2
        c.polygon(oval(middle, 62.5, half, 5, 180, 360), paint.line)


def watch(c: Canvas, look: Look) -> None:
    """A wrist watch: strap, case, dial."""
    paint = tones(look, "brown")
    c.polygon(rounded([(26, 2), (54, 2), (58, 40), (22, 40)], 4), paint.base)
    c.polygon(rounded([(22, 80), (58, 80), (54, 126), (26, 126)], 4), paint.base)
    for y in (92, 100, 108, 116):
        c.ellipse(40, y, 1.8, 1.8, paint.line)
    for y0, y1 in ((8, 32), (90, 120)):
        for x in (29.5, 50.5):
            c.line([(x, y0), (x, y1)], 0.9, paint.light)
    c.box(32, 2, 48, 9, BRASS, 2)
    c.box(35, 4, 45, 7, paint.line, 1)
    c.box(70, 56, 78, 64, shade(BRASS, -0.2), 2)
    c.ellipse(40, 60, 33, 33, accent(paint.base, BRASS, STEEL))
    c.ellipse(40, 60, 31, 31, paint.dark)
    c.line(oval(40, 60, 28.6, 28.6, 200, 280), 2, paint.light)
    clock_face(c, 40, 60, 25, 10, PAPER)


def ring_with_stone(c: Canvas, look: Look) -> None:
    """A band with a cut stone; the band takes the colour."""
    paint = tones(look, "gold")
    ring(c, 45, 74, 34, 11, paint.base)
    ring(c, 45, 74, 31.6, 2.6, paint.light, 120, 240)
    ring(c, 45, 74, 26, 3, paint.dark, 0, 180)
    gem = accent(paint.base, (120, 210, 240), WHITE)
    c.polygon([(34, 36), (56, 36), (51, 46), (39, 46)], paint.dark)
    _gem(c, 45, 5, 24, gem)


def _gem(c: Canvas, x: float, top: float, half: float, colour: RGB) -> None:
    girdle, tip = top + half * 0.55, top + half * 1.55
    crown_left, crown_right = x - half * 0.6, x + half * 0.6
    c.polygon([(crown_left, top), (crown_right, top), (x + half, girdle), (x, tip), (x - half, girdle)], colour)
    c.polygon([(crown_left, top), (x - half, girdle), (x - half * 0.42, girdle)], shade(colour, 0.25))
    c.polygon([(crown_left, top), (x, top), (x - half * 0.42, girdle)], shade(colour, 0.6))
    c.polygon([(x, top), (x - half * 0.42, girdle), (x + half * 0.42, girdle)], shade(colour, 0.4))
    c.polygon([(crown_right, top), (x + half, girdle), (x + half * 0.42, girdle)], shade(colour, -0.12))
    c.polygon([(x - half * 0.42, girdle), (x + half * 0.42, girdle), (x, tip)], shade(colour, 0.14))
    c.polygon([(x + half * 0.42, girdle), (x + half, girdle), (x, tip)], shade(colour, -0.24))


def diamond(c: Canvas, look: Look) -> None:
    """A large cut stone."""
    paint = tones(look, (110, 206, 236))
    _gem(c, 60, 12, 54, paint.base)


def necklace(c: Canvas, look: Look) -> None:
    """A string of beads with a pendant."""
    paint = tones(look, "white")
    back = [*oval(55, 32, 46, 26, 360, 285, steps=6), *oval(55, 32, 46, 26, 180, 255, steps=6)]
    front = oval(55, 32, 46, 52, 8, 172, steps=14)
    for r, x, y in [*((4.4, *at) for at in back), *((6.6, *at) for at in front)]:
        c.ellipse(x, y, r, r, paint.dark)
        c.ellipse(x, y, r * 0.86, r * 0.86, paint.base)
        c.ellipse(x - r * 0.25, y - r * 0.3, r * 0.3, r * 0.3, paint.light)
    c.box(52, 90, 58, 96, BRASS, 1)
    heart_mark(c, 55, 103, 22, accent(paint.base, TAIL, BRASS))


def lipstick(c: Canvas, look: Look) -> None:
    """A slanted stick in a golden case; the stick takes the colour."""
    paint = tones(look, "red")
    c.polygon(rounded([(16, 62), (16, 22), (22, 8), (40, 18), (42, 62)], 5), paint.base)
    c.polygon(rounded([(16, 22), (22, 8), (40, 18), (41, 30), (30, 30)], 4), paint.light)
    c.polygon([(34, 32), (42, 32), (42, 62), (34, 62)], paint.dark)
    c.box(12, 56, 46, 74, BRASS, 2)
    c.box(17, 57, 22, 73, shade(BRASS, 0.5))
    c.box(7, 72, 51, 116, paint.dark, 4)
    c.box(13, 75, 19, 112, paint.light, 2)
    c.box(7, 72, 51, 77, BRASS, 2)


def fan(c: Canvas, look: Look) -> None:
    """A folding fan, open."""
    paint = tones(look, "red")
    for i in range(11):
        angle = 198 + 14.4 * i
        tip = oval(60, 76, 56, 60, angle, angle)[0]
        c.line([(60, 78), tip], 2.2, DARK_WOOD)
    outer, inner = oval(60, 76, 56, 62, 196, 344, steps=10), oval(60, 76, 24, 28, 196, 344, steps=10)
    for i in range(10):
        c.polygon([outer[i], outer[i + 1], inner[i + 1], inner[i]], paint.base if i % 2 else paint.light)
    for i, (x, y) in enumerate(oval(60, 76, 41, 46, 210, 330, steps=4)):
        c.ellipse(x, y, 4.6, 4.6, accent(paint.base, (255, 196, 210) if i % 2 else WHITE, (250, 206, 80)))
    c.ellipse(60, 79, 5, 5, BRASS)
    c.line([(60, 84), (60, 92)], 1.6, BRASS)
    c.polygon([(57, 92), (63, 92), (65, 104), (55, 104)], accent(paint.base, BRASS, TAIL))


def locked(c: Canvas, look: Look) -> None:
    """A padlock with a keyhole."""
    paint = tones(look, "gold")
    c.line([(22, 52), (22, 32), *oval(44, 32, 22, 24, 180, 360), (66, 52)], 9, STEEL)
    c.line([(19.6, 50), (19.6, 32), *oval(44, 32, 24.4, 26.4, 180, 250)], 2, CHROME, False)
    c.box(6, 46, 82, 106, paint.base, 9)
    c.inside(lambda d: d.box(0, 92, 90, 108, paint.dark))
    c.line([(14, 51), (74, 51)], 2.4, paint.light)
    hole = accent(paint.base, RUBBER, WHITE)
    c.ellipse(44, 70, 8, 8, hole)
    c.polygon([(41, 72), (47, 72), (50, 90), (38, 90)], hole)


def key(c: Canvas, look: Look) -> None:
    """An old key with a clover bow."""
    paint = tones(look, "gold")
    for x, y in ((20, 32), (34, 18), (34, 46)):
        ring(c, x, y, 15, 6.5, paint.base)
        ring(c, x, y, 13.4, 1.8, paint.light, 170, 290)
    c.box(44, 27, 126, 37, paint.base, 4)
    c.line([(50, 29.6), (122, 29.6)], 1.8, paint.light)
    for x in (50, 58):
        c.box(x, 24, x + 5, 40, paint.dark, 2)
    c.box(100, 34, 109, 56, paint.base, 1.5)
    c.box(113, 34, 122, 50, paint.base, 1.5)
    c.box(104, 44, 122, 50, paint.base, 1.5)
    c.line([(101.4, 38), (101.4, 54)], 1.4, paint.light)
