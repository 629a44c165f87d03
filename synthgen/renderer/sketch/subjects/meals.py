"""More meals, in glasses, in bowls and folded in bread. Canvas 100 x 100."""

import math

from synthgen.renderer.sketch.canvas import Canvas, oval, smooth
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.botany import along, ball, edge, leaf, outlined_blob
from synthgen.renderer.sketch.subjects.platters import crumbs
from synthgen.renderer.sketch.subjects.tableware import bowl, glaze, plate, steam, tumbler

SHELL: RGB = (236, 196, 130)
GREEN: RGB = (84, 160, 70)


def shrimp_cocktail(c: Canvas, look: Look) -> None:
    """Shrimps that hang over the rim of a glass of red sauce."""
    glass: RGB = (206, 228, 238)
    c.ellipse(50, 94, 24, 5, edge(glass, 0.2))
    c.ellipse(50, 93, 22, 4, glass)
    c.line([(50, 92), (50, 66)], 5, glass)
    c.polygon([(14, 34), (86, 34), (58, 70), (42, 70)], edge(glass, 0.2))
    c.polygon([(16, 35), (84, 35), (57, 69), (43, 69)], glass)
    c.polygon([(24, 42), (76, 42), (56, 67), (44, 67)], (206, 50, 40))
    c.ellipse(50, 35, 36, 9, edge(glass, 0.25))
    c.ellipse(50, 35, 34, 7.6, (214, 58, 44))
    leaf(c, 50, 34, -60, 22, 11, GREEN, veins=True)
    leaf(c, 50, 34, -115, 20, 10, shade(GREEN, 0.1), veins=True)
    for x in (16, 33, 67, 84):
        side = -1 if x < 50 else 1
        path = [along(x, 38, angle, 10.5) for angle in (range(-170, 60, 22) if side > 0 else range(-10, -240, -22))]
        c.line(path, 9.4, edge((248, 150, 116)))
        c.line(path, 7.8, (252, 168, 132))
        for k in range(2, len(path), 2):
            c.ellipse(*path[k], 1, 3.2, (238, 122, 96), turn=k * 22)
        tail = path[-1]
        c.polygon([tail, (tail[0] - 5, tail[1] + 7), (tail[0] + 5, tail[1] + 7)], (226, 92, 70))
    c.polygon([(40, 50), (44, 50), (47, 62), (45, 62)], shade(glass, 0.5))


def chowder(c: Canvas, look: Look) -> None:
    """A creamy soup with open clams, potato and parsley."""
    soup: RGB = (248, 232, 198)
    bowl(c, 50, 58, 47, 98, (86, 122, 156), soup)
    for x, y in ((34, 58), (66, 59), (50, 64), (24, 61), (76, 57)):
        c.box(x - 4, y - 3, x + 4, y + 2, edge((250, 222, 140)), 1.4)
        c.box(x - 3.3, y - 2.4, x + 3.3, y + 1.4, (252, 228, 150), 1.2)
    for x, y, turn in ((36, 48, -20), (62, 46, 16)):
        for lean, tone in ((-30, (170, 142, 128)), (30, (206, 180, 160))):
            fan = [(x, y + 6), *[along(x, y + 6, -90 + turn + lean + a, 19) for a in range(-44, 45, 11)]]
            outlined_blob(c, fan, tone, 0.9)
            for a in (-28, 0, 28):
                c.line([(x, y + 5), along(x, y + 6, -90 + turn + lean + a, 16)], 0.8, shade(tone, -0.25))
        c.ellipse(x, y + 2, 6.4, 4.4, edge((250, 196, 140)))
        c.ellipse(x, y + 2, 5.6, 3.7, (252, 208, 156))
    for i in range(8):
        x, y = 22 + i * 8, 57 + (i * 7) % 8
        c.line([(x, y), (x + 2.6, y - 1)], 1.4, GREEN)
    steam(c, ((38, 24), (60, 22)), 18)


def mash(c: Canvas, look: Look) -> None:
    """Peaks of mashed potato with butter and chives."""
    pale: RGB = (252, 236, 180)
    bowl(c, 50, 60, 46, 98, glaze(look.rng), pale)
    for x, y, r in ((26, 52, 17), (74, 52, 17), (38, 44, 19), (62, 44, 19), (50, 34, 18), (50, 54, 22)):
        ball(c, x, y, r, r * 0.86, pale, gleam=False)
    for x, y, r in ((38, 46, 11), (62, 46, 11), (50, 38, 10)):
        c.arc(x, y, r, 190, 330, 1.6, shade(pale, -0.16))
    c.polygon([(40, 32), (52, 25), (64, 31), (52, 39)], edge((255, 214, 60)))
    c.polygon([(41.4, 32), (52, 26), (62.6, 31), (52, 37.8)], (255, 226, 96))
    c.polygon([(41.4, 32), (52, 37.8), (52, 43), (41.4, 37)], (250, 204, 56))
    c.polygon([(62.6, 31), (52, 37.8), (52, 43), (62.6, 36)], (240, 190, 44))
    for i in range(11):
        x, y = 24 + (i * 23) % 54, 48 + (i * 13) % 16
        c.line([(x, y), (x + 3, y - 1.4)], 1.5, GREEN)


def curry(c: Canvas, look: Look) -> None:
    """White rice on one side, an orange sauce with pieces of meat and vegetables on the other."""
    sauce: RGB = (226, 138, 40)
    bowl(c, 50, 58, 47, 98, glaze(look.rng), sauce)
    c.polygon([*oval(34, 58, 26, 24, 150, 340), (52, 66), (24, 66)], edge((250, 246, 236), 0.2))
    c.polygon([*oval(34, 58, 25, 23, 150, 340), (51, 65), (25, 65)], (250, 247, 238))
    for i in range(40):
        x, y = along(0, 0, i * 137.5, math.sqrt(i / 40))
        c.ellipse(33 + x * 20, 52 + y * 14, 2.3, 1, (226, 220, 206), turn=i * 53)
    for i, (x, y) in enumerate(((60, 54), (74, 52), (66, 62), (82, 58), (54, 64))):
        tone = ((160, 92, 50), (244, 132, 40), (250, 214, 120), (112, 178, 76), (160, 92, 50))[i]
        outlined_blob(c, [(x - 6, y), (x - 2, y - 5), (x + 5, y - 4), (x + 6, y + 2), (x, y + 4)], tone, 0.8)
        c.ellipse(x - 1, y - 2, 2, 0.8, shade(tone, 0.4))
    leaf(c, 62, 50, -70, 13, 7, GREEN, veins=True)
    leaf(c, 62, 50, -20, 12, 7, GREEN, veins=True)
    steam(c, ((52, 34), (72, 36)), 22)


def tortillas(c: Canvas, look: Look) -> None:
    """A stack of round flat breads with brown spots."""
    plate(c, 50, 82, 49)
    for i in range(5):
        y = 78 - i * 6
        c.ellipse(50, y + 2, 41, 17, edge(SHELL, 0.35))
        c.ellipse(50, y, 40, 16, shade(SHELL, 0.16 + 0.05 * (i % 2)))
    for i in range(16):
        dx, dy = along(0, 0, i * 137.5, math.sqrt((i + 0.5) / 16))
        c.ellipse(50 + dx * 35, 54 + dy * 12.6, 3.4 - (i % 3) * 0.7, 1.8, (206, 142, 74))


def quesadilla(c: Canvas, look: Look) -> None:
    """Toasted tortilla wedges with cheese and vegetables that show at the cut."""
    plate(c, 50, 82, 49)
    for x, y in ((66, 50), (40, 58)):
        tip, left, right = (x, y - 36), (x - 36, y + 16), (x + 32, y + 20)
        filling = [
            (left[0], left[1]),
            (x, y + 26),
            (right[0], right[1]),
            (right[0], right[1] + 7),
            (x, y + 34),
            (left[0], left[1] + 7),
        ]
        outlined_blob(c, filling, (252, 206, 66), 0.8)
        for i in range(7):
            px = x - 28 + i * 8.6
            tone = ((208, 56, 44), (84, 160, 70), (110, 66, 44))[i % 3]
            c.ellipse(px, y + 25 + (4 if 1 < i < 5 else 0), 3, 2.2, tone)
        crust = smooth([tip, (x + 22, y - 10), right, (x, y + 25), left, (x - 22, y - 8)])
        c.polygon([(x + (px - x) * 1.04, y + (py - y) * 1.04) for px, py in crust], edge(SHELL, 0.4))
        c.polygon(crust, shade(SHELL, 0.12))
        for dx, dy, r in ((-12, 6, 5), (8, 10, 6), (2, -14, 4), (18, 8, 3.4), (-20, 14, 3)):
            c.ellipse(x + dx, y + dy, r, r * 0.6, (204, 136, 66), turn=-20)


def roujiamo(c: Canvas, look: Look) -> None:
    """A round flat bun, split and filled with chopped meat."""
    bun: RGB = (238, 206, 152)
    plate(c, 50, 84, 49)
    lower = [*oval(50, 66, 40, 20, 0, 180), (12, 62), (88, 62)]
    outlined_blob(c, lower[::3], bun, 1.2)
    for i in range(26):
        x = 14 + (i * 17) % 72
        y = 58 + (i * 7) % 9
        tone = ((146, 88, 52), (118, 66, 40), (170, 108, 66), (92, 162, 70))[i % 4]
        c.ellipse(x, y, 5, 3.6, edge(tone))
        c.ellipse(x, y, 4.2, 2.9, tone)
    top = [*oval(50, 54, 41, 32, 180, 360), (88, 58), (50, 62), (12, 58)]
    c.polygon([(50 + (x - 50) * 1.03, 50 + (y - 50) * 1.03) for x, y in top], edge(bun, 0.35))
    c.polygon(top, shade(bun, 0.1))
    c.arc(50, 50, 25, 200, 340, 3, (206, 150, 88))
    c.arc(50, 48, 15, 190, 350, 2.4, (206, 150, 88))
    crumbs(c, 50, 36, 26, 10, shade(bun, -0.2))


def smoothie(c: Canvas, look: Look) -> None:
    """A thick drink in a tall glass, with a straw and fruit on the rim."""
    drink = look.colour or (236, 112, 150)
    c.line([(58, 50), (70, 4)], 4.6, (250, 250, 250))
    c.line([(60, 40), (62, 33)], 4.6, (222, 66, 70))
    c.line([(65, 22), (67, 14)], 4.6, (222, 66, 70))
    tumbler(c, 50, 24, 25, 98, drink, 30)
    ball(c, 26, 22, 11, 13, (224, 48, 60))
    leaf(c, 26, 12, -150, 10, 6, GREEN)
    leaf(c, 26, 12, -30, 10, 6, GREEN)


def wedge_of_pie(c: Canvas, look: Look) -> None:
    """A slice of pie with a thick crust and a dark fruit filling that shows at the cut."""
    crust: RGB = (230, 172, 92)
    plate(c, 50, 80, 49)
    c.polygon([(8, 62), (60, 74), (60, 88), (10, 74)], edge(crust))
    c.polygon([(10, 64), (59, 76), (59, 83), (11, 71)], (176, 36, 58))
    c.polygon([(60, 75), (94, 46), (92, 60), (60, 87)], shade(crust, -0.15))
    outlined_blob(c, [(60, 72), (70, 52), (86, 38), (96, 42), (94, 52), (74, 70), (64, 80)], crust, 1)
    c.polygon([(6, 61), (60, 75), (92, 42)], edge(crust))
    c.polygon([(10, 60.6), (59, 73), (88, 43.6)], shade(crust, 0.15))
    for k in (0.25, 0.5, 0.75):
        c.line([(10 + 78 * k, 60 - 17 * k), (10 + 49 * k + 14, 62 + 11 * k)], 3, shade(crust, -0.2))
    for x, y in ((24, 71), (36, 74), (48, 77)):
        ball(c, x, y, 3.4, 3.2, (206, 44, 68))
