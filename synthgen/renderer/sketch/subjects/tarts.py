"""A tart and a pumpkin pie: flat, open, in a fluted crust."""

from synthgen.renderer.sketch.canvas import Canvas, oval
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.botany import along, ball
from synthgen.renderer.sketch.subjects.tableware import plate

CRUST: RGB = (222, 166, 92)


def _shell(c: Canvas, fill: RGB) -> None:
    """A low crust with a fluted rim, filled."""
    plate(c, 60, 72, 58)
    c.polygon([(12, 50), (108, 50), (98, 76), (22, 76)], shade(CRUST, -0.12))
    for i in range(17):
        x = 15 + i * 5.6
        c.line([(x, 54), (60 + (x - 60) * 0.84, 76)], 1.4, shade(CRUST, -0.28))
    c.ellipse(60, 50, 50, 21, CRUST)
    for x, y in oval(60, 50, 48, 20, steps=34):
        c.ellipse(x, y, 4.2, 3.4, CRUST)
        c.ellipse(x - 0.8, y - 0.8, 2, 1.4, shade(CRUST, 0.3))
    c.ellipse(60, 50, 44, 17, shade(fill, -0.24))
    c.ellipse(60, 51, 43, 16, fill)


def tart(c: Canvas, look: Look) -> None:
    """Custard, and a rosette of cream in its middle."""
    fill = look.colour or (252, 220, 100)
    _shell(c, fill)
    c.ellipse(48, 46, 22, 5, shade(fill, 0.35), turn=-8)
    for r, y in ((11, 50), (7.6, 45), (4, 41)):
        c.ellipse(60, y, r + 0.6, r * 0.55 + 0.6, (222, 212, 196))
        c.ellipse(60, y, r, r * 0.55, (255, 252, 244))
    for i in range(8):
        across, down = along(0, 0, 45 * i, 1)
        ball(c, 60 + 30 * across, 51 + 11 * down, 4, 3.2, (255, 250, 240), gleam=False)


def pumpkin_pie(c: Canvas, look: Look) -> None:
    """Orange filling, a wedge cut, a dab of cream."""
    _shell(c, (214, 120, 44))
    c.polygon([(60, 52), (100, 58), (84, 66)], (246, 238, 226))
    c.polygon([(60, 52), (84, 66), (84, 70), (60, 56)], (176, 92, 34))
    c.ellipse(42, 46, 16, 4, (228, 142, 66), turn=-8)
    for r, y in ((12, 48), (8, 43), (4, 38)):
        c.ellipse(56, y, r + 0.6, r * 0.56 + 0.6, (222, 212, 196))
        c.ellipse(56, y, r, r * 0.56, (255, 252, 244))
