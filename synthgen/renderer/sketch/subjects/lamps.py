"""What gives light at home."""

from synthgen.renderer.sketch.canvas import Canvas, bezier
from synthgen.renderer.sketch.colours import COLOURS, RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.materials import (
    GLOW,
    IRON,
    LAMP,
    STEEL,
    TAIL,
    Tones,
    accent,
    rounded,
    toned,
    tones,
    tube,
)

BRASS: RGB = (222, 178, 78)


def _shade(c: Canvas, x: float, top: float, low: float, narrow: float, wide: float, paint: Tones) -> None:
    c.ellipse(x, low + 2, 5, 5, GLOW)
    c.polygon([(x - narrow, top), (x + narrow, top), (x + wide, low), (x - wide, low)], paint.base)
    lit = [(x - narrow * 0.5, top), (x + narrow * 0.2, top), (x + wide * 0.2, low), (x - wide * 0.55, low)]
    c.polygon(lit, paint.light)
    c.polygon([(x + narrow * 0.6, top), (x + narrow, top), (x + wide, low), (x + wide * 0.6, low)], paint.dark)
    c.line([(x - wide, low), (x + wide, low)], 2.4, paint.line)
    c.line([(x - narrow, top), (x + narrow, top)], 2, paint.line)


def table_lamp(c: Canvas, look: Look) -> None:
    """A cloth shade over a round ceramic foot."""
    paint = tones(look, "yellow")
    foot = toned(paint.dark if look.colour else COLOURS["cream"])
    c.line([(40, 44), (40, 62)], 4, BRASS)
    c.blob([(36, 56), (44, 56), (60, 76), (54, 92), (26, 92), (20, 76)], foot.base)
    c.ellipse(32, 75, 4, 8, foot.light)
    c.box(22, 92, 58, 98, BRASS, 2)
    c.line([(56, 48), (56, 60)], 0.9, BRASS)
    c.ellipse(56, 61, 1.8, 1.8, BRASS)
    _shade(c, 40, 4, 48, 19, 37, paint)


def floor_lamp(c: Canvas, look: Look) -> None:
    """A shade on a tall pole."""
    paint = tones(look, "orange")
    tube(c, [(34, 38), (34, 126)], 4, toned(IRON if look.colour is None else paint.dark))
    c.ellipse(34, 128, 22, 5, IRON if look.colour is None else paint.line)
    c.ellipse(34, 126.4, 22, 5, STEEL if look.colour is None else paint.base)
    c.line([(50, 38), (50, 54)], 0.9, BRASS)
    c.ellipse(50, 55, 2, 2, BRASS)
    _shade(c, 34, 4, 42, 17, 32, paint)


def desk_lamp(c: Canvas, look: Look) -> None:
    """A jointed arm with a metal hood."""
    paint = tones(look, "green")
    c.box(8, 90, 60, 98, paint.base, 4)
    c.line([(12, 92), (56, 92)], 1.4, paint.light)
    tube(c, [(34, 90), (14, 54)], 5, paint)
    tube(c, [(14, 54), (56, 24)], 5, paint)
    c.ellipse(14, 54, 5, 5, paint.line)
    c.ellipse(14, 54, 2, 2, STEEL)
    c.ellipse(82, 46, 11, 11, GLOW)
    c.ellipse(82, 45, 7, 7, LAMP)
    c.polygon(rounded([(48, 16), (66, 10), (100, 32), (60, 50)], 5), paint.base)
    c.polygon(rounded([(86, 25), (100, 32), (60, 50), (57, 43)], 3), paint.dark)
    c.line([(56, 18), (66, 14), (84, 26)], 2, paint.light)


def chandelier(c: Canvas, look: Look) -> None:
    """A chain, curved arms with candles, and drops of crystal."""
    metal = tones(look, "gold")
    crystal = (206, 232, 246)
    for i in range(5):
        c.arc(60, 1 + 6 * i, 3, 0, 360, 1.6, metal.dark)
    for x in (16, 38, 82, 104):
        c.line(bezier((60, 56), (x + (60 - x) * 0.2, 88), (x, 52)), 4.4, metal.base)
        c.line(bezier((60, 30), (x + (60 - x) * 0.5, 40), (x, 54)), 1.4, metal.dark)
    for x in (16, 38, 60, 82, 104):
        c.polygon([(x - 7, 48), (x + 7, 48), (x + 4, 54), (x - 4, 54)], metal.base)
        c.box(x - 2.8, 30, x + 2.8, 48, COLOURS["cream"], 1)
        c.blob([(x, 15), (x + 4.4, 24), (x, 30), (x - 4.4, 24)], COLOURS["orange"])
        c.blob([(x, 19), (x + 2.4, 25), (x, 29), (x - 2.4, 25)], LAMP)
    c.blob([(54, 50), (66, 50), (72, 66), (60, 82), (48, 66)], metal.base)
    c.ellipse(56, 62, 3, 7, metal.light)
    for x, y in ((16, 58), (27, 72), (38, 64), (49, 80), (60, 86), (71, 80), (82, 64), (93, 72), (104, 58)):
        c.line([(x, y - 4), (x, y)], 0.9, metal.dark)
        c.polygon([(x, y - 1), (x + 3.4, y + 6), (x, y + 12), (x - 3.4, y + 6)], crystal)
        c.polygon([(x, y - 1), (x, y + 12), (x - 3.4, y + 6)], (236, 248, 254))


def pendant_lamp(c: Canvas, look: Look) -> None:
    """A metal dome on a cable."""
    paint = tones(look, "teal")
    c.line([(50, 0), (50, 40)], 2, IRON)
    c.box(44, 36, 56, 48, IRON, 3)
    c.ellipse(50, 80, 12, 12, GLOW)
    c.ellipse(50, 79, 8, 9, LAMP)
    c.polygon([*bezier((44, 46), (8, 52), (4, 80)), *bezier((96, 80), (92, 52), (56, 46))], paint.base)
    c.curve((30, 56), (16, 62), (13, 74), 3, paint.light)
    c.polygon([*bezier((56, 46), (92, 52), (96, 80)), (82, 80), (66, 52)], paint.dark)
    c.box(3, 77, 97, 82, paint.line, 2)


def lantern(c: Canvas, look: Look) -> None:
    """A storm lantern: a handle, a glass with a flame, a metal foot."""
    paint = tones(look, "red")
    c.arc(38, 34, 29, 180, 360, 2.6, IRON)
    c.polygon(rounded([(28, 16), (48, 16), (54, 30), (22, 30)], 3), paint.base)
    c.box(18, 28, 58, 35, paint.dark, 2)
    c.box(33, 9, 43, 17, paint.line, 2)
    glass = shade(LAMP, 0.45)
    c.blob([(26, 36), (50, 36), (58, 54), (50, 72), (26, 72), (18, 54)], glass)
    c.blob([(38, 42), (45, 57), (38, 68), (31, 57)], COLOURS["orange"])
    c.blob([(38, 50), (41.4, 60), (38, 67), (34.6, 60)], LAMP)
    c.line([(25, 47), (24, 60)], 2, (255, 255, 255))
    for x in (12, 64):
        c.line([(x, 34), (x, 84)], 4, paint.base)
    c.box(18, 72, 58, 79, paint.dark, 2)
    c.polygon(rounded([(10, 96), (14, 78), (62, 78), (66, 96)], 4), paint.base)
    c.line([(18, 82), (58, 82)], 1.8, paint.light)
    c.ellipse(38, 89, 3.4, 3.4, accent(paint.base, BRASS, TAIL))
