"""What jokes like to move: a house, and a cloud that rains."""

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.materials import DARK_WOOD, tones, window

ROOFS: tuple[RGB, ...] = ((188, 78, 62), (150, 92, 70), (98, 112, 132))


def house(c: Canvas, look: Look) -> None:
    """A small house from the front: a pitched roof, a door, two windows, a chimney."""
    wall = tones(look, (246, 226, 184))
    roof = look.rng.choice(ROOFS)
    c.box(82, 8, 95, 40, (176, 96, 78))
    c.box(80, 5, 97, 12, (150, 80, 66), 1)
    c.box(16, 46, 104, 108, wall.base)
    c.box(88, 46, 104, 108, wall.dark)
    c.polygon([(60, 4), (114, 50), (6, 50)], roof)
    c.polygon([(60, 4), (114, 50), (100, 50), (56, 9)], shade(roof, -0.16))
    c.line([(8, 50), (112, 50)], 2.4, shade(roof, -0.34))
    c.ellipse(60, 34, 7, 7, wall.light)
    c.ellipse(60, 34, 5, 5, (172, 218, 238))
    for x in (24, 76):
        c.box(x - 2, 60, x + 22, 82, (252, 250, 244), 1)
        window(c, x, 62, x + 20, 80, 0.5)
        c.line([(x + 10, 62), (x + 10, 80)], 1.6, (252, 250, 244))
        c.box(x - 4, 82, x + 24, 85, wall.line, 1)
    c.box(50, 66, 70, 108, DARK_WOOD, 1)
    c.box(52.5, 69, 67.5, 108, shade(DARK_WOOD, 0.2), 1)
    c.ellipse(65, 90, 1.6, 1.6, (240, 204, 96))


def rain_cloud(c: Canvas, look: Look) -> None:
    """A grey cloud with drops under it."""
    cloud = tones(look, (150, 164, 184))
    for x, y, r in ((34, 44, 20), (58, 30, 25), (84, 42, 21), (60, 48, 20)):
        c.ellipse(x, y + 2, r, r, cloud.dark)
        c.ellipse(x, y, r, r * 0.94, cloud.base)
    c.box(20, 48, 100, 64, cloud.dark, 8)
    c.box(20, 44, 100, 60, cloud.base, 8)
    c.arc(54, 30, 17, 190, 280, 3, cloud.light)
    for i, x in enumerate((30, 46, 62, 78, 92)):
        y = 76 + 12 * (i % 2)
        for low in (y, y + 22):
            c.polygon([(x, low - 8), (x + 4, low + 1), (x - 4, low + 1)], (70, 150, 220))
            c.ellipse(x, low + 1.6, 4, 4, (70, 150, 220))
