"""Hats, caps, hoods and goggles by name, as one wears them. Units as in heads: the face is 20 in radius."""

from collections.abc import Callable

from synthgen.renderer.sketch.canvas import bezier, oval
from synthgen.renderer.sketch.colours import COLOURS, RGB, shade
from synthgen.renderer.sketch.subjects import hats
from synthgen.renderer.sketch.subjects.outfits import bright
from synthgen.renderer.sketch.subjects.pen import Pen, rim_of

RIM = 0.9
WHITE = COLOURS["white"]
FUR: RGB = (226, 220, 208)


def band(colour: RGB) -> RGB:
    """A hat's band: darker, but lighter on what is nearly black."""
    return shade(colour, -0.4) if sum(colour) > 260 else (156, 160, 168)


def _dome(pen: Pen, colour: RGB, y: float, rx: float, ry: float) -> None:
    pen.polygon([*oval(0, y, rx, ry, 180, 360), *bezier((rx, y), (0, y + 4), (-rx, y), 8)], colour, rim=RIM)


def earmuffs(pen: Pen, colour: RGB) -> None:
    pen.line(oval(0, -1, 22.5, 24, 190, 350), 3, shade(colour, -0.25), rim=RIM)
    for side in (-1, 1):
        for x, y in oval(side * 21.5, 3, 5.4, 6, 0, 315, steps=7):
            pen.ellipse(x, y, 4, 4, colour, rim=RIM)
        pen.ellipse(side * 21.5, 3, 6.6, 7.2, colour)


def bucket(pen: Pen, colour: RGB) -> None:
    """A soft hat whose brim slopes down all around."""
    crown = [(-18.5, -17), (-16, -37), *bezier((-16, -37), (0, -41), (16, -37), 8), (18.5, -17)]
    pen.polygon([*crown, (0, -14)], colour, rim=RIM)
    brim = [*bezier((-19, -22), (0, -17), (19, -22), 8), (32, -4), *bezier((32, -4), (0, -7), (-32, -4), 10)]
    pen.polygon([*brim, (-19, -22)], shade(colour, -0.08), rim=RIM)
    for t in (0.4, 0.75):
        x, y = 19 + 13 * t, -22 + 18 * t
        pen.line(bezier((-x, y), (0, y + 5 - 5 * t), (x, y), 10), 0.8, rim_of(colour))
    for side in (-1, 1):
        pen.ellipse(side * 9, -31, 1.2, 1.2, rim_of(colour))


def bowler(pen: Pen, colour: RGB) -> None:
    """A round stiff hat with a narrow brim that is rolled up."""
    _dome(pen, colour, -13, 19.5, 25)
    pen.polygon(
        [(-19.4, -20), *bezier((-19.4, -12), (0, -8), (19.4, -12), 8), (19.4, -20), (0, -16)], band(colour), rim=0.6
    )
    pen.polygon(
        [
            *bezier((-29, -18), (-22, -9), (0, -9), 8),
            *bezier((0, -9), (22, -9), (29, -18), 8),
            *bezier((29, -14), (22, -4.5), (0, -4), 8),
            *bezier((0, -4), (-22, -4.5), (-29, -14), 8),
        ],
        colour,
        rim=RIM,
    )
    pen.curve((-12, -31), (-8, -36), (-1, -36), 1.6, shade(colour, 0.35))


def headband(pen: Pen, colour: RGB) -> None:
    """A broad sweatband across the forehead."""
    low = bezier((21.4, -6), (0, -11), (-21.4, -6), 8)
    pen.polygon([(-20.6, -16), *bezier((-20.6, -16), (0, -22), (20.6, -16), 8), *low], colour, rim=1.1)
    pen.line(bezier((-20.8, -11), (0, -16.6), (20.8, -11), 10), 2, bright(colour), flat=True)


def bandana(pen: Pen, colour: RGB) -> None:
    """A kerchief over the hair, knotted at the side."""
    for dx, dy in ((35, -4), (33, 7)):
        pen.blob([(20, -11), ((20 + dx) / 2, dy / 2 - 9), (dx, dy), (22, -5)], shade(colour, -0.1), rim=RIM)
    _dome(pen, colour, -8, 22.5, 19.5)
    for x, y in ((-14, -14), (-6, -21), (3, -14), (10, -21), (14, -12), (-6, -12), (2, -25)):
        pen.ellipse(x, y, 1.5, 1.5, bright(colour))
    pen.line(bezier((-21.6, -9), (0, -4.6), (21.6, -9), 10), 1.6, bright(colour))
    pen.ellipse(21, -9, 3.4, 3.4, colour, rim=RIM)


def visor(pen: Pen, colour: RGB) -> None:
    """A peak on a band: the hair shows above it."""
    pen.polygon(
        [(-21, -14), *bezier((-21, -14), (0, -21), (21, -14), 8), *bezier((21.4, -7), (0, -13), (-21.4, -7), 8)],
        shade(colour, -0.14),
        rim=RIM,
    )
    pen.polygon(
        [*bezier((-21, -11), (0, -18), (21, -11), 10), *bezier((27, -6), (0, 3), (-27, -6), 14)], colour, rim=1.1
    )
    pen.curve((-23, -6.4), (0, 0), (23, -6.4), 0.9, rim_of(colour))
    pen.curve((-14, -11), (-6, -13.4), (2, -13.6), 1.6, shade(colour, 0.4))


def sombrero(pen: Pen, colour: RGB) -> None:
    """A high crown on a very broad brim that is turned up."""
    brim = [*bezier((-48, -20), (-38, -3), (0, -3), 10), *bezier((0, -3), (38, -3), (48, -20), 10)]
    pen.polygon(
        [*brim, *bezier((48, -20), (30, -17), (0, -17), 8), *bezier((0, -17), (-30, -17), (-48, -20), 8)],
        colour,
        rim=RIM,
    )
    crown = [(-18, -14), *bezier((-16, -28), (-9, -46), (0, -46), 8), *bezier((0, -46), (9, -46), (16, -28), 8)]
    pen.polygon([*crown, (18, -14), (0, -11)], colour, rim=RIM)
    zigzag = [(-16.4 + i * 3.65, -19 + (4 if i % 2 else 0) + (1.6 if 2 < i < 7 else 0)) for i in range(10)]
    pen.line(zigzag, 1.8, bright(colour))
    pen.line(
        [*bezier((-45, -16), (-36, -5.4), (0, -5.6), 10), *bezier((0, -5.6), (36, -5.4), (45, -16), 10)],
        1.8,
        bright(colour),
    )


def fez(pen: Pen, colour: RGB) -> None:
    """A short cone, flat on top, with a tassel."""
    pen.polygon(
        [(-18, -13), (-13.5, -38), (13.5, -38), (18, -13), *bezier((18, -12), (0, -6), (-18, -12), 8)], colour, rim=RIM
    )
    pen.ellipse(0, -38, 13.5, 3.4, shade(colour, 0.14), rim=RIM)
    tassel = (60, 60, 68) if sum(colour) > 260 else (170, 174, 182)
    pen.line([(0, -38.4), (15, -36), (16.4, -22)], 1.5, tassel)
    pen.ribbon((16.4, -24), (16.6, -19), (16.8, -13), (2, 3.8, 5), tassel)


def trapper(pen: Pen, colour: RGB) -> None:
    """A winter hat with a fur front and ear flaps."""
    for side in (-1, 1):
        flap = [(side * 24, -14), (side * 27, 4), (side * 24, 20), (side * 18, 23), (side * 15.6, 8), (side * 17, -10)]
        pen.blob(flap, colour, rim=1.1)
        inner = [
            (side * 24, -12),
            (side * 25, 2),
            (side * 23, 14),
            (side * 20.4, 15),
            (side * 19.6, 2),
            (side * 20, -9),
        ]
        pen.blob(inner, FUR, rim=0.7)
    _dome(pen, colour, -10, 24, 31)
    pen.curve((0, -41), (1, -34), (0, -26), 1, rim_of(colour))
    pen.blob([(-19, -10), (-19, -22), (-9, -25), (9, -25), (19, -22), (19, -10), (9, -7.6), (-9, -7.6)], FUR, rim=RIM)
    for x, y in ((-13, -18), (-6, -13), (1, -20), (8, -14), (14, -19), (-1, -15)):
        pen.line([(x, y), (x + 1, y + 3.4)], 0.9, shade(FUR, -0.2))


def ski_goggles(pen: Pen, colour: RGB) -> None:
    """One broad lens on a strap."""
    pen.line([(-21.4, 1), (21.4, 1)], 6.4, shade(colour, -0.12), flat=True)
    frame = [
        (-18.6, -5),
        (-11, -8.4),
        (11, -8.4),
        (18.6, -5),
        (18, 6),
        (10, 11),
        (3.6, 6.4),
        (-3.6, 6.4),
        (-10, 11),
        (-18, 6),
    ]
    pen.blob(frame, colour, rim=1.1)
    lens = [(x * 0.8, 0.4 + y * 0.68) for x, y in frame]
    pen.blob(lens, (104, 116, 132))
    pen.line([(-11, 3), (-5, -4)], 2.2, (206, 214, 222))
    pen.line([(-6, 4), (-1, -2)], 1.4, (206, 214, 222))


def sleep_mask(pen: Pen, colour: RGB) -> None:
    """A soft mask over closed eyes."""
    pen.line([(-21, -2), (21, -2)], 3, shade(colour, -0.25), flat=True)
    pen.blob(
        [(-18.4, -3), (-10, -7), (10, -7), (18.4, -3), (17, 6), (9, 10.4), (0, 6), (-9, 10.4), (-17, 6)],
        colour,
        rim=1.1,
    )
    for side in (-1, 1):
        pen.curve((side * 4, 1), (side * 8.6, 6.4), (side * 13, 1), 1.5, bright(colour))
        for x in (5.6, 8.6, 11.6):
            pen.line([(side * x, 3.2 if x != 8.6 else 3.8), (side * (x * 1.06), 6.4)], 1, bright(colour))


def nightcap(pen: Pen, colour: RGB) -> None:
    """A long pointed cap that hangs down at the side, striped, with a pompon."""
    cone = [*bezier((-21, -10), (-18, -42), (8, -42), 8), *bezier((8, -42), (32, -42), (37, -4), 8)]
    pen.polygon([*cone, *bezier((33, -4), (30, -20), (20, -20), 6), (21, -10)], colour, rim=RIM)
    for x0, y0, x1, y1 in ((-13, -33, -8, -13), (-1, -41, 4, -13), (13, -41, 15, -16), (25, -34, 20, -20)):
        pen.line([(x0, y0 + 1), (x1, y1)], 3, bright(colour), flat=True)
    pen.ellipse(35, -1, 5, 5, shade(colour, -0.25), rim=RIM)
    pen.box(-22.6, -13.4, 22.6, -7.6, shade(colour, -0.25), 2, rim=RIM)


def party(pen: Pen, colour: RGB) -> None:
    """A paper cone with stripes, a tuft on top, a string under the chin."""
    for side in (-1, 1):
        pen.curve((side * 14, -14), (side * 22, 8), (side * 9, 19.6), 0.9, (110, 110, 118))
    pen.polygon([(-16, -13), (0, -54), (16, -13), *bezier((16, -13), (0, -8), (-16, -13), 8)], colour, rim=RIM)
    for y, half in ((-21, 12.6), (-31, 8.6), (-41, 4.6)):
        pen.line(bezier((-half, y), (0, y + 3.6), (half, y), 8), 3, bright(colour), flat=True)
    for turn in range(0, 360, 45):
        pen.ellipse(*oval(0, -54, 4.4, 4.4, turn, turn + 1, steps=1)[0], 2.6, 2.6, bright(colour), rim=0.5)


def wizard(pen: Pen, colour: RGB) -> None:
    """A pointed hat, bent at the tip, with stars."""
    stars = COLOURS["gold"] if sum(abs(a - b) for a, b in zip(colour, COLOURS["gold"], strict=True)) > 190 else WHITE
    pen.polygon(
        [(-18, -12), *bezier((-16, -30), (-9, -46), (4, -56), 8), (22, -60), (11, -49), (17, -12), (0, -7)], colour, RIM
    )
    pen.polygon([(-17.8, -18), (-18, -11), (0, -6), (17.6, -11), (16.8, -18), (0, -13)], band(colour), rim=0.6)
    pen.polygon(
        [
            *bezier((-36, -8), (-26, -15), (-17, -12), 6),
            *bezier((-17, -12), (0, -6), (17, -12), 8),
            *bezier((17, -12), (26, -15), (36, -8), 6),
            *bezier((36, -8), (0, 3), (-36, -8), 10),
        ],
        colour,
        RIM,
    )
    for x, y, r in ((-6, -26, 4.6), (7, -33, 3.8), (0, -45, 3)):
        pen.star(x, y, r, stars)


def face_mask(pen: Pen, colour: RGB) -> None:
    """Over nose and mouth, with loops around the ears."""
    for side in (-1, 1):
        pen.curve((side * 13, 9), (side * 19, 3), (side * 20, 5), 1.3, shade(colour, 0.4))
        pen.curve((side * 12, 17), (side * 19, 12), (side * 20, 6), 1.3, shade(colour, 0.4))
    pen.blob([(-15, 8.4), (0, 6.4), (15, 8.4), (13.8, 17), (0, 24), (-13.8, 17)], colour, rim=1.1)
    for y in (11.4, 15, 18.6):
        pen.line([(-10.6, y), (10.6, y)], 0.9, rim_of(colour))


def crown(pen: Pen, colour: RGB) -> None:
    """A broad band with five points."""
    points = [
        (-20, -9),
        (-24, -34),
        (-13, -24),
        (-8.4, -39),
        (0, -26),
        (8.4, -39),
        (13, -24),
        (24, -34),
        (20, -9),
        (0, -5),
    ]
    pen.polygon(points, colour, rim=1.1)
    pen.line(bezier((-20.6, -14), (0, -9.6), (20.6, -14), 8), 1.2, rim_of(colour))
    for x, y in ((-24, -35), (-8.4, -40), (8.4, -40), (24, -35)):
        pen.ellipse(x, y, 2.8, 2.8, shade(colour, 0.35), rim=0.7)
    for x in (-11, 0, 11):
        pen.ellipse(x, -16.6 - abs(x) * 0.12, 2.8, 3, bright(colour), rim=0.6)


def hood(pen: Pen, colour: RGB, edge: RGB | None = None) -> None:
    """A hood drawn up, around the face; its edge is a rim of fur where `edge` names one."""
    opening = oval(0, 2.4, 17.6, 19.6, 410, 130)
    pen.polygon([*oval(0, -1, 26.5, 28, 130, 410), *opening], colour, rim=1.1)
    pen.line(oval(0, 2.4, 17.8, 19.8, 130, 410), 1.6, shade(colour, -0.25))
    if edge:
        for x, y in oval(0, 1, 21.6, 23.4, 128, 412, steps=17):
            pen.ellipse(x, y, 4.8, 4.8, edge, rim=0.7)
        pen.line(oval(0, 1.4, 20.4, 22.2, 130, 410), 5, edge)


HEADWEAR: dict[str, tuple[Callable[[Pen, RGB], None], str]] = {
    "bandana": (bandana, "red"),
    "baseball cap": (lambda pen, c: hats.cap(pen, c, bright(c)), "red"),
    "beanie": (lambda pen, c: hats.beanie(pen, c, shade(c, -0.15), None), "green"),
    "beret": (hats.beret, "red"),
    "bobble hat": (lambda pen, c: hats.beanie(pen, c, bright(c), bright(c)), "blue"),
    "bowler hat": (bowler, "black"),
    "bucket hat": (bucket, "green"),
    "chef's hat": (hats.chef, "white"),
    "cowboy hat": (lambda pen, c: hats.cowboy(pen, c, band(c)), "brown"),
    "crown": (crown, "gold"),
    "earmuffs": (earmuffs, "pink"),
    "face mask": (face_mask, "blue"),
    "fedora": (lambda pen, c: hats.fedora(pen, c, band(c)), "gray"),
    "fez": (fez, "red"),
    "graduation cap": (hats.mortarboard, "black"),
    "hard hat": (hats.hard_hat, "yellow"),
    "headband": (headband, "red"),
    "helmet": (lambda pen, c: hats.helmet(pen, c, bright(c)), "blue"),
    "nightcap": (nightcap, "blue"),
    "party hat": (party, "pink"),
    "pirate hat": (hats.tricorne, "black"),
    "ski goggles": (ski_goggles, "orange"),
    "sleep mask": (sleep_mask, "purple"),
    "sombrero": (sombrero, "green"),
    "sun hat": (lambda pen, c: hats.straw(pen, c, band(c), 42), "yellow"),
    "sunglasses": (lambda pen, c: hats.sunglasses(pen.at(0, 2, 1.12), c), "black"),
    "top hat": (lambda pen, c: hats.top_hat(pen, c, band(c)), "black"),
    "trapper hat": (trapper, "brown"),
    "visor": (visor, "blue"),
    "wizard hat": (wizard, "indigo"),
}
"""What is worn on the head -> how it is painted, and its own colour by name."""
TALL = frozenset({"party hat", "wizard hat", "top hat", "chef's hat", "sombrero"})
"""Hats that need room above the head."""
