"""The steam locomotive from the side."""

from synthgen.renderer.sketch.canvas import Canvas, oval
from synthgen.renderer.sketch.colours import COLOURS
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.materials import CHROME, IRON, LAMP, STEEL, TAIL, rounded, toned, tones


def locomotive(c: Canvas, look: Look) -> None:
    """A steam engine: boiler, funnel, dome, cab, driving wheels, cow-catcher."""
    paint = tones(look, "black")
    trim = TAIL if look.colour in (None, COLOURS["black"]) else paint.line
    for x, y, r in ((112.0, 11.0, 7.0), (98, 10, 8), (86, 13, 6)):
        c.ellipse(x, y, r, r, (222, 226, 230))
    c.polygon([(112, 38), (126, 38), (131, 18), (107, 18)], paint.base)
    c.box(105, 14, 133, 20, trim, 2)
    c.polygon(rounded([(74, 40), (76, 28), (90, 28), (92, 40)], 4), COLOURS["gold"])
    c.box(52, 38, 136, 68, paint.base, 8)
    c.box(56, 41, 128, 45, paint.light, 2)
    for x in (70, 98, 122):
        c.line([(x, 38), (x, 68)], 1.8, COLOURS["gold"], False)
    c.box(132, 36, 140, 70, paint.dark, 3)
    c.ellipse(138, 34, 4.6, 4.6, IRON)
    c.ellipse(140, 34, 3.4, 3.6, LAMP)
    c.box(8, 34, 54, 74, paint.base, 2)
    c.polygon(rounded([(2, 30), (60, 30), (60, 37), (2, 37)], 3), trim)
    for x in (14.0, 33.0):
        c.box(x, 42, x + 14, 56, LAMP, 2)
    c.box(8, 68, 140, 76, trim, 2)
    c.polygon([(138, 74), (146, 74), (156, 92), (136, 92)], trim)
    for i in range(3):
        c.line([(140 + 3 * i, 76), (140 + 5 * i, 91)], 1, toned(trim).line)
    for x, r in ((24, 12.5), (54, 12.5), (84, 12.5), (110, 8), (128, 8)):
        c.ellipse(x, 92.5 - r, r, r, IRON)
        c.ellipse(x, 92.5 - r, r * 0.78, r * 0.78, trim)
        for k in range(4):
            edge = oval(x, 92.5 - r, r * 0.78, r * 0.78, 45 * k + 20, 45 * k + 200, steps=1)
            c.line(edge, 1, toned(trim).line)
        c.ellipse(x, 92.5 - r, r * 0.26, r * 0.26, CHROME)
    c.line([(24, 83), (84, 83)], 3, STEEL)
    c.line([(6, 94), (156, 94)], 2.4, STEEL, False)
