"""What one sits on. Feet stand at the canvas's foot."""

from synthgen.renderer.sketch.canvas import Canvas, bezier, oval
from synthgen.renderer.sketch.colours import COLOURS, RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.materials import (
    CHROME,
    DARK_WOOD,
    IRON,
    RUBBER,
    STEEL,
    WOOD,
    Painter,
    Tones,
    accent,
    heart_mark,
    rounded,
    star_mark,
    toned,
    tones,
    tube,
)

WHITE = COLOURS["white"]
ROPE: RGB = (198, 164, 112)


def sofa(seats: int, natural: str, hearts: bool = False) -> Painter:
    """An upholstered seat for one, two or three, from the front."""

    def draw(c: Canvas, look: Look) -> None:
        paint = tones(look, natural)
        inner = 40 if seats == 1 else 34 * seats
        left, right = 18.0, 18.0 + inner
        end = right + 18
        for x in (12, end - 12):
            c.polygon([(x - 4, 76), (x + 4, 76), (x + 2, 86), (x - 2, 86)], DARK_WOOD)
        c.box(left - 6, 8, right + 6, 60, paint.base, 12)
        c.inside(lambda d: d.box(left - 6, 44, right + 6, 62, paint.dark))
        step = inner / seats
        for i in range(seats):
            x = left + step * i
            c.box(x + 1, 14, x + step - 1, 48, paint.light, 8)
            c.box(x + 1, 17, x + step - 1, 50, paint.base, 8)
            if not hearts:
                c.ellipse(x + step / 2, 33, 1.6, 1.6, paint.line)
        c.box(left - 6, 62, right + 6, 78, paint.dark, 3)
        for i in range(seats):
            x = left + step * i
            c.box(x + 0.7, 49, x + step - 0.7, 66, paint.line, 6)
            c.box(x + 0.7, 48, x + step - 0.7, 64, paint.base, 6)
            c.box(x + 4, 49.5, x + step - 4, 53, paint.light, 2)
        for x in (2, right):
            c.box(x, 32, x + 18, 79, paint.base, 9)
            c.box(x + 3, 34, x + 15, 44, paint.light, 5)
            c.ellipse(x + 9, 42, 6, 6, paint.base)
            c.line([(x + (17.4 if x < 9 else 0.6), 44), (x + (17.4 if x < 9 else 0.6), 74)], 1, paint.line)
        _pillows(c, paint, left, right, hearts)

    return draw


def _pillows(c: Canvas, paint: Tones, left: float, right: float, hearts: bool) -> None:
    colour = accent(paint.base, COLOURS["cream"], (240, 170, 80))
    if hearts:
        for x in (left + 14, right - 14):
            heart_mark(c, x, 42, 22, accent(paint.base, COLOURS["red"], WHITE))
    elif right - left > 60:
        for x, turn in ((left + 9, -0.2), (right - 9, 0.2)):
            skew = turn * 16
            quad = [(x - 9 + skew, 30), (x + 9 + skew, 30), (x + 9 - skew, 49), (x - 9 - skew, 49)]
            c.polygon(rounded(quad, 3), colour)
            c.line([(x - 5 + skew, 36), (x + 5 + skew, 36)], 1.4, toned(colour).dark)


def chaise_longue(c: Canvas, look: Look) -> None:
    """A long seat with a scrolled head at one side."""
    paint = tones(look, "purple")
    for x in (16, 120):
        c.polygon([(x - 4, 62), (x + 4, 62), (x + 1.5, 76), (x - 1.5, 76)], DARK_WOOD)
    back = [(10.0, 62.0), (12, 40), (4, 24), (4, 8), (16, 2), (30, 8), (30, 24), (36, 40), (46, 50), (40, 62)]
    c.blob(back, paint.base)
    for x, y in ((18, 28), (26, 36), (18, 40), (28, 46)):
        c.ellipse(x, y, 1.8, 1.8, paint.line)
    c.ellipse(16, 14, 9, 9, paint.dark)
    c.ellipse(16, 14, 5, 5, paint.light)
    c.ellipse(16, 14, 2, 2, paint.line)
    pillow = accent(paint.base, COLOURS["cream"], (240, 170, 80))
    c.box(38, 31, 62, 47, pillow, 8)
    c.line([(44, 34), (44, 44)], 1.2, toned(pillow).dark)
    c.box(8, 46, 134, 62, paint.base, 7)
    c.box(12, 48, 130, 51, paint.light, 1.5)
    c.box(8, 57, 134, 65, paint.dark, 3)
    c.box(8, 63, 134, 66, COLOURS["gold"], 1)


def ottoman(c: Canvas, look: Look) -> None:
    """A low padded seat with buttons and short feet."""
    paint = tones(look, "orange")
    for x in (14, 86):
        c.polygon([(x - 4, 52), (x + 4, 52), (x + 2, 64), (x - 2, 64)], DARK_WOOD)
    c.box(4, 18, 96, 56, paint.base, 8)
    c.box(4, 44, 96, 56, paint.dark, 5)
    c.box(2, 6, 98, 30, paint.base, 11)
    c.box(8, 8, 92, 14, paint.light, 4)
    c.line([(4, 30), (96, 30)], 1.2, paint.line)
    for i in range(5):
        c.ellipse(14 + 18 * i, 19, 2, 2, paint.line)


def bean_bag(c: Canvas, look: Look) -> None:
    """A soft drop with seams and a dent."""
    paint = tones(look, "blue")
    shape = [(46, 4), (56, 6), (70, 26), (94, 50), (100, 72), (86, 86), (50, 90), (14, 86), (2, 70), (10, 46), (34, 22)]
    c.blob([(float(x), float(y)) for x, y in shape], paint.base)

    def folds(d: Canvas) -> None:
        d.polygon([(0, 74), *bezier((0, 74), (50, 92), (104, 70)), (104, 96), (0, 96)], paint.dark)
        d.ellipse(46, 54, 30, 13, paint.dark)
        d.ellipse(46, 50, 30, 12, paint.light)
        d.ellipse(46, 52, 29, 12, paint.base)

    c.inside(folds)
    c.curve((50, 6), (76, 40), (84, 84), 1.2, paint.line)
    c.curve((47, 6), (24, 26), (13, 46), 1.2, paint.line)
    c.box(45, 2, 56, 9, paint.line, 3)


def stool(height: float, natural: str, metal: bool = False) -> Painter:
    """A round seat on legs, or on a pole with a foot rest and a low back."""

    def draw(c: Canvas, look: Look) -> None:
        paint = tones(look, natural)
        if metal:
            steel = toned(CHROME)
            c.ellipse(32, height - 5, 26, 5, steel.dark)
            c.ellipse(32, height - 7, 26, 5, CHROME)
            tube(c, [(32, 48), (32, height - 8)], 6, steel)
            c.line(oval(32, height - 34, 16, 5), 2.6, steel.dark)
            c.polygon(rounded([(8, 10), (56, 10), (60, 40), (4, 40)], 8), paint.dark)
            c.polygon(rounded([(13, 14), (51, 14), (54, 40), (10, 40)], 6), paint.base)
            c.box(2, 36, 62, 50, paint.base, 7)
            c.box(8, 38, 56, 41, paint.light, 1.5)
            return
        wood = toned(look.colour or COLOURS[natural])
        for top, foot in ((24, 20), (40, 44)):
            c.line([(top, 14), (foot, height - 8)], 5, wood.dark)
        c.line([(17, height * 0.62), (49, height * 0.62)], 3.4, wood.dark)
        for top, foot in ((13, 5), (51, 59)):
            tube(c, [(top, 14), (foot, height - 3)], 6, wood)
        c.ellipse(32, 16, 29, 9, paint.line)
        c.ellipse(32, 12, 29, 9, paint.base)
        c.ellipse(32, 11, 22, 5.4, paint.light)

    return draw


def chair(c: Canvas, look: Look) -> None:
    """A wooden chair: slatted back, padded seat, four legs, slightly from the side."""
    wood = tones(look, "brown")
    pad = wood.light if look.colour else (208, 82, 74)
    tube(c, [(24, 56), (22, 98)], 5, toned(wood.dark))
    tube(c, [(66, 52), (68, 94)], 5, toned(wood.dark))
    for foot, top in (((14, 56), (10, 5)), ((54, 52), (52, 5))):
        tube(c, [foot, top], 6, wood)
    c.box(9, 3, 55, 13, wood.base, 4)
    c.line([(14, 5.6), (50, 5.6)], 1.6, wood.light)
    for x in (21, 32, 43):
        c.line([(x, 12), (x + 1, 54)], 4, wood.base)
    c.polygon(rounded([(8, 54), (56, 50), (78, 60), (24, 66)], 3), pad)
    c.polygon([(8, 57), (24, 66), (78, 60), (78, 66), (24, 73), (8, 63)], wood.base)
    c.line([(26, 69.4), (77, 63.4)], 1.2, wood.light)
    c.line([(28, 86), (74, 82)], 3, wood.dark)
    tube(c, [(27, 70), (26, 108)], 6, wood)
    tube(c, [(74, 64), (75, 103)], 6, wood)


def folding_chair(c: Canvas, look: Look) -> None:
    """Crossed legs of steel tube on either side, a slatted seat and back, slightly from the side."""
    paint = tones(look, "blue")
    steel, far = toned(CHROME), toned(STEEL)
    tube(c, [(72, 46), (36, 92)], 4, far)
    tube(c, [(54, 4), (78, 92)], 4, far)
    c.line([(36, 88), (10, 97)], 2.6, STEEL)
    for y in (6, 17, 28):
        x = 2.2 + y / 4.2
        c.polygon(rounded([(9 + x, y), (49 + x, y - 3), (51 + x, y + 5), (11 + x, y + 8.4)], 2), paint.base)
        c.line([(12 + x, y + 2.4), (47 + x, y - 0.4)], 1.4, paint.light)
    for i in range(4):
        x, y = 24 - 5 * i, 47 + 4 * i
        c.polygon(rounded([(x, y), (x + 48, y - 4), (x + 45, y - 0.4), (x - 4, y + 3.4)], 1.4), paint.light)
        c.polygon([(x - 4, y + 3.4), (x + 45, y - 0.4), (x + 45, y + 1.6), (x - 4, y + 5.4)], paint.dark)
    tube(c, [(60, 58), (10, 98)], 5, steel)
    tube(c, [(12, 4), (50, 99)], 5, steel)
    c.ellipse(34.5, 78.5, 3, 3, IRON)
    for x, y in ((78, 93), (50, 100), (10, 100)):
        c.box(x - 4, y - 3, x + 4, y + 3, RUBBER, 2)


def high_chair(c: Canvas, look: Look) -> None:
    """A baby's chair: tall legs, a tray and a belt."""
    paint = tones(look, "yellow")
    wood = toned(look.colour or WOOD)
    for top, foot in ((22, 8), (62, 76)):
        tube(c, [(top, 56), (foot, 112)], 5.5, wood)
    c.line([(14, 92), (70, 92)], 5, wood.dark)
    c.box(22, 76, 62, 82, wood.dark, 2)
    c.box(18, 4, 66, 62, paint.base, 10)
    c.box(24, 9, 60, 46, paint.light, 8)
    for x, y in ((34, 18), (50, 18), (42, 28), (34, 38), (50, 38)):
        star_mark(c, x, y, 9, accent(paint.light, WHITE, (240, 150, 60)))
    c.box(14, 58, 70, 68, paint.dark, 4)
    c.box(4, 46, 80, 56, accent(paint.base, WHITE, (220, 224, 230)), 5)
    c.box(4, 52, 80, 57, shade(WHITE, -0.14), 3)
    c.ellipse(28, 47, 9, 2.6, (110, 190, 220))
    c.box(54, 38, 62, 48, (240, 130, 120), 2)
    c.line([(58, 38), (62, 34)], 1.4, (240, 130, 120))


def office_chair(c: Canvas, look: Look) -> None:
    """A padded back and seat on a star of castors."""
    paint = tones(look, "black")
    for x in (10, 30, 50, 70, 90):
        c.line([(50, 92), (x, 100 if x in (30, 70) else 97)], 4.4, IRON)
        c.ellipse(x, 103 if x in (30, 70) else 100, 4.6, 4.6, RUBBER)
    tube(c, [(50, 68), (50, 92)], 6, toned(STEEL))
    c.box(44, 44, 56, 66, IRON, 2)
    c.polygon(rounded([(24, 4), (76, 4), (80, 30), (74, 54), (26, 54), (20, 30)], 9), paint.base)
    c.polygon(rounded([(32, 10), (68, 10), (70, 22), (30, 22)], 5), paint.light)
    for y in (30, 40):
        c.line([(28, y), (72, y)], 1.2, paint.line)
    for x in (12, 88):
        c.line([(x, 44), (x, 62), (50, 66)], 4, IRON)
        c.box(x - 8, 39, x + 8, 45, RUBBER, 3)
    c.box(18, 58, 82, 72, paint.base, 7)
    c.box(24, 60, 76, 63, paint.light, 1.5)


def rocking_chair(c: Canvas, look: Look) -> None:
    """A spindle back, an arm and curved runners, from the side."""
    wood = tones(look, "brown")
    c.line(bezier((4, 92), (52, 118), (104, 86)), 5.5, wood.base)
    for top, foot in (((38, 62), (34, 100)), ((78, 60), (80, 98))):
        tube(c, [top, foot], 5.5, wood)
    c.line([(36, 84), (79, 82)], 3.4, wood.dark)
    tube(c, [(38, 62), (16, 6)], 6.5, wood)
    for i in range(4):
        c.line([(22 + 4.4 * i, 9 + 2 * i), (42 + 4.4 * i, 60)], 2.2, wood.dark)
    c.polygon(rounded([(10, 2), (22, 2), (38, 14), (34, 20), (14, 12)], 4), wood.base)
    pad = wood.light if look.colour else (92, 140, 110)
    c.box(34, 56, 88, 66, wood.base, 4)
    c.box(38, 51, 86, 59, pad, 4)
    c.line([(74, 38), (76, 54)], 4, wood.dark)
    c.line([(28, 36), (84, 38)], 5.5, wood.base)
    c.line([(30, 35), (82, 37)], 1.4, wood.light)


def deck_chair(c: Canvas, look: Look) -> None:
    """A sling of striped cloth in a folding frame, from the side."""
    paint = tones(look, "red")
    wood = toned(WOOD)
    tube(c, [(22, 22), (86, 92)], 4.4, wood)
    c.line([(40, 42), (20, 92)], 4, wood.dark)
    cloth = bezier((14, 6), (30, 72), (96, 48))
    under = [(x + 9, y + 25) for x, y in reversed(cloth)]
    c.polygon([*cloth, *under], paint.base)
    c.line([(x + 4.5, y + 12.5) for x, y in cloth[1:-1]], 4, accent(paint.base, WHITE, IRON), False)
    tube(c, [(94, 58), (34, 92)], 5, wood)
    c.line([(10, 8), (22, 20)], 5.4, wood.base)
    c.ellipse(97, 60, 4, 5, wood.dark)


def hammock(c: Canvas, look: Look) -> None:
    """A striped cloth between two posts."""
    paint = tones(look, "orange")
    wood = toned(WOOD)
    for x in (10, 150):
        c.box(x - 14 if x > 80 else x - 8, 80, x + 8 if x > 80 else x + 14, 86, wood.dark, 2)
        tube(c, [(x, 6), (x, 82)], 7, wood)
    for pull in (28, 36, 44, 52):
        c.line([(12, 18), (34, pull)], 1, ROPE)
        c.line([(148, 18), (126, pull)], 1, ROPE)
    c.polygon([*bezier((32, 26), (80, 60), (128, 26)), *bezier((128, 50), (80, 104), (32, 50))], paint.base)
    stripe = accent(paint.base, COLOURS["cream"], (240, 160, 70))

    def stripes(d: Canvas) -> None:
        for i in range(4):
            d.line(bezier((32, 33 + 6 * i), (80, 70 + 11 * i), (128, 33 + 6 * i)), 2.2, stripe, False)

    c.inside(stripes)
    for x in (32, 128):
        c.line([(x, 26), (x, 51)], 3.4, wood.base)


def swing(c: Canvas, look: Look) -> None:
    """A frame with two legs on either side, ropes and a board."""
    paint = tones(look, "red")
    for x, spread in ((16, -10), (104, 10)):
        tube(c, [(x, 8), (x + spread, 104)], 6, paint)
        c.line([(x, 10), (x - spread * 0.9, 98)], 5, paint.dark)
    tube(c, [(10, 8), (110, 8)], 8, paint)
    for x in (42, 78):
        c.line([(x, 10), (x, 76)], 2, ROPE)
        c.ellipse(x, 9, 3.6, 3.6, IRON)
    c.polygon(rounded([(34, 74), (86, 74), (90, 83), (30, 83)], 3), accent(paint.base, WOOD, COLOURS["cream"]))
    c.line([(35, 76), (85, 76)], 1.4, shade(WOOD, 0.3))


def throne(c: Canvas, look: Look) -> None:
    """A golden chair with a crowned, buttoned back."""
    cloth = tones(look, "red")
    gold = toned(COLOURS["gold"]) if cloth.base != COLOURS["gold"] else toned(DARK_WOOD)
    c.polygon([(26, 26), (22, 6), (34, 16), (44, 2), (54, 16), (66, 6), (62, 26)], gold.base)
    for x, y in ((22, 6), (44, 3.4), (66, 6)):
        c.ellipse(x, y, 3, 3, cloth.base)
    c.box(18, 18, 70, 78, gold.base, 7)
    c.box(22, 23, 66, 76, cloth.base, 5)
    for i in range(9):
        c.ellipse(31 + 13 * (i % 3), 33 + 13 * (i // 3), 1.8, 1.8, cloth.line)
    c.box(12, 70, 76, 86, cloth.base, 6)
    c.box(17, 72, 71, 75, cloth.light, 1.5)
    c.box(10, 84, 78, 92, gold.base, 2)
    c.line([(14, 86), (74, 86)], 1.2, gold.light)
    for x in (10, 78):
        c.box(x - 6, 56, x + 6, 62, gold.base, 3)
        c.ellipse(x, 59, 5.6, 5.6, gold.dark)
        c.box(x - 3, 62, x + 3, 110, gold.base, 2)
        c.ellipse(x, 108, 5.6, 4, gold.dark)
    for x in (26, 62):
        c.line([(x, 92), (x, 104)], 4, gold.dark)


def bench(c: Canvas, look: Look) -> None:
    """A park bench: boards between iron sides."""
    wood = tones(look, "brown")
    for x in (16, 116):
        c.line([(x, 10), (x, 44)], 4.4, IRON)
        c.line([(x, 46), (x - 4, 78)], 4.8, IRON)
        c.line([(x + 8, 50), (x + 12, 78)], 4.8, IRON)
    for i in range(3):
        y = 8 + 11 * i
        c.box(4, y, 128, y + 8.4, wood.base, 2.4)
        c.line([(8, y + 1.8), (124, y + 1.8)], 1.4, wood.light)
    for i, tone in enumerate((wood.light, wood.base, wood.dark)):
        y, out = 43 + 5 * i, 2 * i
        c.polygon(rounded([(6 - out, y), (126 + out, y), (127 + out, y + 5), (5 - out, y + 5)], 1.4), tone)
    for x in (12, 120):
        c.line([(x, 32), (x + (-5 if x < 60 else 5), 34), (x + (-5 if x < 60 else 5), 52)], 3.4, IRON)
