"""Shoes and socks, from the side, the toes to the right. Units: a shoe is about 55 long, the ankle above its heel."""

from collections.abc import Callable

from synthgen.renderer.sketch.canvas import bezier, oval
from synthgen.renderer.sketch.colours import COLOURS, RGB, shade
from synthgen.renderer.sketch.subjects.outfits import bright
from synthgen.renderer.sketch.subjects.pen import Pen, rim_of

RIM = 0.9
WHITE = COLOURS["white"]
STEEL: RGB = (186, 194, 204)
Shoe = Callable[[Pen, RGB, RGB | None], None]
"""Paints a shoe in a colour, on a foot of that skin if there is one in it."""


def sneaker(pen: Pen, colour: RGB, skin: RGB | None) -> None:
    upper = [(-22, -2), (-24, -19), (-14, -23), (-6, -19), (6, -11), (22, -7), (29, 0), (28, 7), (-22, 7)]
    pen.blob(upper, colour, rim=1.1)
    pen.box(-25, 4, 31, 11, WHITE, 3.4, rim=1.1)
    pen.curve((-18, 1), (-4, 2), (6, -8), 3.2, bright(colour))
    for x, y in ((-4, -17), (2, -13), (8, -10)):
        pen.line([(x, y), (x + 5, y + 4)], 2, bright(colour))
    pen.ellipse(-15, -21, 7, 2.4, rim_of(colour))


def boot(pen: Pen, colour: RGB, skin: RGB | None) -> None:
    """A laced boot with a strong sole."""
    pen.polygon([(-22, -42), (4, -42), (5, -16), *bezier((5, -16), (28, -15), (30, 5), 8), (-22, 5)], colour, rim=1.1)
    pen.box(-23, 4, 31, 10, shade(colour, -0.4), 1.6, rim=RIM)
    pen.box(-23, 9, -8, 13, shade(colour, -0.4), 1)
    for y in (-33, -26, -19):
        pen.line([(-4, y), (5, y + 4)], 1.8, bright(colour))
        pen.line([(-4, y + 4), (5, y)], 1.8, bright(colour))
    pen.box(-24, -45, 6, -38, shade(colour, -0.2), 2, rim=RIM)


def rain_boot(pen: Pen, colour: RGB, skin: RGB | None) -> None:
    """A smooth high boot that shines."""
    pen.polygon([(-20, -50), (7, -50), (8, -14), *bezier((8, -14), (31, -14), (32, 7), 8), (-20, 7)], colour, rim=1.1)
    pen.box(-21, 5, 33, 12, shade(colour, -0.35), 2.4, rim=RIM)
    pen.box(-21.4, -53, 8.4, -46, shade(colour, -0.2), 1.6, rim=RIM)
    pen.line([(-13, -40), (-13, -12)], 3, shade(colour, 0.5))
    pen.curve((14, -9), (24, -7), (26, 1), 2, shade(colour, 0.5))


def cowboy_boot(pen: Pen, colour: RGB, skin: RGB | None) -> None:
    """A boot with a pointed toe, a slanting heel and stitching."""
    shaft = [(-23, -50), *bezier((-23, -50), (-10, -40), (6, -52), 6), (5, -16)]
    pen.polygon([*shaft, *bezier((5, -16), (18, -12), (38, 6), 8), (0, 6), (-8, 3), (-22, 3)], colour, rim=1.1)
    pen.polygon([(-22, 2), (-7, 2), (-9, 12), (-19, 12)], shade(colour, -0.4), rim=RIM)
    pen.line([(-8, 5), (2, 7.4), (38, 7.4)], 2.4, shade(colour, -0.4))
    for x in (-16, -2):
        pen.curve((-9, -14), (x - 2, -26), (-9, -38), 1.4, bright(colour))
    pen.curve((4, -8), (14, -10), (20, -1), 1.4, bright(colour))
    pen.box(-14, -50, -9, -42, shade(colour, -0.2), 1, rim=0.6)


def heel(pen: Pen, colour: RGB, skin: RGB | None) -> None:
    """A pump on a thin heel."""
    if skin:
        pen.blob([(-22, -26), (-2, -26), (2, -14), (16, -5), (16, 2), (-4, 0), (-22, -14)], skin, rim=RIM)
    pen.polygon([(-23, -20), (-18.6, -18), (-19, 14), (-22, 14)], colour, rim=RIM)
    shape = [(-25, -24), (-12, -16), (0, -6), (10, -5), (22, -1), (33, 12), (12, 13), (-2, 5), (-14, -6), (-23, -12)]
    pen.blob(shape, colour, rim=1.1)
    pen.curve((-16, -16), (0, -2), (12, -2), 1, rim_of(colour))


def sock(pen: Pen, colour: RGB, skin: RGB | None) -> None:
    """A striped sock; no shoe."""
    foot = [*bezier((7, -14), (36, -8), (26, 9), 10), *bezier((26, 9), (-20, 14), (-19, -10), 10)]
    pen.polygon([(-19, -46), (6, -46), *foot], colour, rim=1.1)
    for y in (-31, -22):
        pen.box(-18.4, y - 2.4, 6, y + 2.4, bright(colour))
    pen.box(-20, -49, 7, -39, shade(colour, -0.2), 2.4, rim=RIM)
    pen.blob([(18, -7), (28, -4), (28, 7), (17, 8)], shade(colour, -0.2))
    pen.blob([(-19, -5), (-11, -3), (-10, 7), (-17, 7)], shade(colour, -0.2))


def _bare(pen: Pen, skin: RGB) -> None:
    pen.blob([(-20, -26), (-2, -26), (4, -13), (20, -8), (29, -1), (27, 6), (-18, 6), (-22, -6)], skin, rim=RIM)
    for x in (19, 23.5, 27):
        pen.line([(x, -4.4 + (x - 19) * 0.4), (x + 1, 0)], 0.9, rim_of(skin))


def sandal(pen: Pen, colour: RGB, skin: RGB | None) -> None:
    """Straps on a flat sole: the toes show."""
    if skin:
        _bare(pen, skin)
    pen.box(-23, 4, 31, 10, shade(colour, -0.3), 2.4, rim=RIM)
    for path in ([(10, 5), (13, -11)], [(20, 5), (20, -8)], [(-21, -15), (4, -15)], [(-8, 5), (-3, -15)]):
        pen.line(path, 5, colour, rim=1)
    pen.ellipse(0, -15, 2, 2, STEEL, rim=0.6)


def slipper(pen: Pen, colour: RGB, skin: RGB | None) -> None:
    """A soft shoe without a back, with a fluffy edge."""
    if skin:
        _bare(pen, skin)
    pen.box(-24, 3, 32, 10, shade(colour, -0.3), 3.4, rim=RIM)
    pen.blob([(0, 6), (0, -14), (12, -18), (26, -11), (33, 2), (31, 7), (14, 8)], colour, rim=1.1)
    for y in (-16, -10.4, -4.8, 0.8):
        pen.ellipse(1 + (y + 10) * 0.05, y, 4.6, 4.2, bright(colour), rim=0.7)
    pen.ellipse(17, -15, 4.6, 4.6, bright(colour), rim=0.7)


def roller_skate(pen: Pen, colour: RGB, skin: RGB | None) -> None:
    """A laced boot on wheels."""
    up = pen.at(0, -7)
    _skate_boot(up, colour)
    up.box(-20, 5, 27, 9, STEEL, 1, rim=RIM)
    for x in (-15, -2, 10, 22):
        up.ellipse(x, 13, 5.4, 5.4, (74, 78, 88), rim=RIM)
        up.ellipse(x, 13, 2, 2, STEEL)


def ice_skate(pen: Pen, colour: RGB, skin: RGB | None) -> None:
    """A laced boot on a blade."""
    up = pen.at(0, -5)
    _skate_boot(up, colour)
    for x in (-13, 16):
        up.polygon([(x - 4, 5), (x + 4, 5), (x + 2.4, 12), (x - 2.4, 12)], STEEL, rim=RIM)
    up.polygon(
        [(-25, 10), (27, 10), *bezier((27, 10), (34, 10), (35, 4), 5), (36, 9), (30, 15), (-25, 15)], STEEL, rim=RIM
    )


def _skate_boot(pen: Pen, colour: RGB) -> None:
    pen.polygon([(-22, -40), (3, -42), (5, -16), *bezier((5, -16), (26, -15), (28, 5), 8), (-20, 5)], colour, rim=1.1)
    for y in (-32, -25, -18):
        pen.line([(-2, y), (5, y + 2)], 2, bright(colour))
    pen.line([(8, -12), (12, -7)], 2, bright(colour))
    pen.box(-23, -43, 4, -37, bright(colour), 2, rim=RIM)


def flipper(pen: Pen, colour: RGB, skin: RGB | None) -> None:
    """A swim fin: a foot pocket that ends in a long blade."""
    if skin:
        _bare(pen, skin)
    pen.polygon([(12, -12), (42, -17), (50, 10), (10, 10)], colour, rim=1.1)
    for y0, y1 in ((-6, -9), (-1, 0)):
        pen.line([(24, y0), (43, y1)], 1.8, bright(colour))
    pen.blob([(-6, 9), (0, -14), (12, -16), (24, -9), (24, 9)], shade(colour, -0.14), rim=1.1)
    pen.line([(-22, -4), (0, -8)], 4.4, shade(colour, -0.25), rim=RIM)
    pen.box(-23, 5, 20, 10, shade(colour, -0.3), 2, rim=RIM)


def clog(pen: Pen, colour: RGB, skin: RGB | None) -> None:
    """A wooden shoe with a tip that points up."""
    shape = [(-24, -10), (-22, 8), (10, 9), (26, 6), (36, -12), (28, -9), (14, -16), (-2, -17)]
    if skin:
        pen.blob([(-21, -26), (0, -26), (2, -10), (-20, -6)], skin, rim=RIM)
    pen.blob(shape, colour, rim=1.1)
    pen.ellipse(-11, -12.6, 11.6, 3, shade(colour, -0.45))
    pen.box(-21, 7, -8, 11, shade(colour, -0.3), 1)
    pen.box(6, 7, 18, 11, shade(colour, -0.3), 1)
    for x, y in oval(16, -5, 3.4, 3.4, 0, 288, steps=4):
        pen.ellipse(x, y, 2, 2, bright(colour))


FOOTWEAR: dict[str, tuple[Shoe, str]] = {
    "boots": (boot, "brown"),
    "clogs": (clog, "yellow"),
    "cowboy boots": (cowboy_boot, "brown"),
    "flippers": (flipper, "orange"),
    "high heels": (heel, "red"),
    "ice skates": (ice_skate, "white"),
    "rain boots": (rain_boot, "yellow"),
    "roller skates": (roller_skate, "pink"),
    "sandals": (sandal, "brown"),
    "slippers": (slipper, "pink"),
    "sneakers": (sneaker, "blue"),
    "socks": (sock, "green"),
}
"""What is worn on the feet -> how one is painted, and its own colour by name."""
BARE_LEGS = frozenset({"sandals", "flippers", "high heels", "clogs"})
"""What is worn with shorts: the legs above it are bare."""


def pair(pen: Pen, name: str, colour: RGB) -> None:
    """Two shoes side by side, nobody in them; 110 units wide, the soles 14 below the middle."""
    shoe = FOOTWEAR[name][0]
    shoe(pen.at(-16, -8), shade(colour, -0.14), None)
    shoe(pen.at(10, 0), colour, None)
