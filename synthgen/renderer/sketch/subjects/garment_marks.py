"""What tells shirts, jackets and trousers of one cut apart: checks, ribs, patches, pouches. Units as in garments."""

from synthgen.renderer.sketch.canvas import bezier, oval
from synthgen.renderer.sketch.colours import COLOURS, RGB, shade
from synthgen.renderer.sketch.subjects.garment_details import RIM, bow_tie, collar, pocket
from synthgen.renderer.sketch.subjects.outfits import bright
from synthgen.renderer.sketch.subjects.pen import Pen, rim_of

WHITE = COLOURS["white"]
STEEL: RGB = (190, 197, 206)
DARK: RGB = (70, 74, 84)


def flannel(pen: Pen, colour: RGB) -> None:
    """Large checks: broad bands with fine lines between."""
    dark, fine = shade(colour, -0.35) if sum(colour) > 190 else (92, 96, 106), bright(colour)
    for x in (-9.4, 0, 9.4):
        pen.line([(x, -43 + abs(x) * 0.1), (x, 6)], 4, dark, flat=True)
    for y in (-33, -20, -7):
        half = 14.6 if y < -30 else 12.6 if y < -15 else 12
        pen.line([(-half, y), (half, y)], 4, dark, flat=True)
        pen.line([(-half, y + 6.5), (half, y + 6.5)], 1, fine, flat=True)
    for x in (-4.7, 4.7):
        pen.line([(x, -43), (x, 6)], 1, fine, flat=True)
    collar(pen, colour)


def palms(pen: Pen, colour: RGB) -> None:
    """Large flowers and leaves all over a shirt."""
    mark = bright(colour)
    for x, y, r in ((-8, -33, 2.6), (8, -30, 2.4), (-4.4, -18, 2.5), (8.4, -14, 2.6), (-8.6, -6, 2.5), (5, -1, 2.3)):
        for dx, dy in oval(0, 0, r, r, -90, 198, steps=4):
            pen.ellipse(x + dx, y + dy, r * 0.62, r * 0.62, mark)
        pen.ellipse(x, y, r * 0.5, r * 0.5, shade(colour, -0.35) if sum(colour) > 260 else (120, 124, 134))
    for x, y, turn in ((3.4, -23, 1), (-9.4, -25, -1), (-1.6, -9, 1), (10, -22, -1)):
        pen.curve((x - 2.6, y + 2), (x, y - 2 * turn), (x + 2.6, y - 2), 1.4, shade(colour, 0.45))
    collar(pen, shade(colour, -0.1), 9)


def argyle(pen: Pen, colour: RGB) -> None:
    """A knitted vest with a deep neck and a row of diamonds."""
    half = [(6, -46.5), (11.4, -45), (12, -34), (12.9, -20), (12.6, 4)]
    pen.polygon([(0, -31), *half, *((-x, y) for x, y in reversed(half))], colour, rim=RIM)
    pen.line([(-6.4, -46.4), (0, -31), (6.4, -46.4)], 2.4, shade(colour, -0.25))
    for side in (-1, 1):
        pen.line([(side * 11.4, -45), (side * 12, -34), (side * 12.9, -20)], 2, shade(colour, -0.25), flat=True)
    for x, y in ((-7.2, -17), (0, -17), (7.2, -17)):
        pen.polygon([(x, y - 8), (x + 3.6, y), (x, y + 8), (x - 3.6, y)], bright(colour))
    for side in (-1, 1):
        pen.line([(-12 * side, -12), (0, -26), (12 * side, -12)], 0.8, shade(colour, -0.35), flat=True)
    pen.box(-12.8, 0, 12.8, 5.6, shade(colour, -0.25), 1)


def rib(pen: Pen, colour: RGB, low: float = 6, stripes: RGB | None = None) -> None:
    """A broad ribbed hem."""
    pen.box(-13.2, low - 6, 13.2, low, colour, 1.6, rim=RIM)
    for x in range(-11, 12, 2):
        pen.line([(x, low - 5), (x, low - 1)], 0.6, rim_of(colour))
    for y in (low - 4.4, low - 1.8) if stripes else ():
        pen.line([(-13, y), (13, y)], 1.1, stripes or colour, flat=True)


def bomber(pen: Pen, colour: RGB) -> None:
    """A zip, a ribbed collar and hem, slanting pockets."""
    dark = shade(colour, -0.3) if sum(colour) > 190 else (92, 96, 106)
    pen.polygon(
        [(-10, -47), *bezier((-10, -47), (0, -31), (10, -47), 8), *bezier((7, -49), (0, -40), (-7, -49), 8)],
        dark,
        rim=RIM,
    )
    pen.line([(0, -40), (0, 6)], 2, STEEL)
    pen.box(-1.6, -37, 1.6, -31, STEEL, 0.8, rim=0.5)
    for side in (-1, 1):
        pen.line([(side * 10.6, -17), (side * 6, -7)], 2.2, dark)
    rib(pen, dark)
    pen.line([(0, -1), (0, 6)], 2, STEEL)


def varsity(pen: Pen, colour: RGB) -> None:
    """Snaps, striped ribs; the sleeves are pale. `colour` is the body's."""
    stripe = bright(colour)
    pen.polygon(
        [(-10, -47), *bezier((-10, -47), (0, -31), (10, -47), 8), *bezier((7, -49), (0, -40), (-7, -49), 8)],
        colour,
        rim=RIM,
    )
    pen.line(bezier((-8.6, -47.6), (0, -35.6), (8.6, -47.6), 10), 1.2, stripe)
    pen.line([(0, -38), (0, 0)], 1, rim_of(colour))
    for y in (-33, -25, -17, -9):
        pen.ellipse(0, y, 1.7, 1.7, stripe, rim=0.5)
    pen.star(7.4, -27, 4.4, stripe, rim=0.6)
    rib(pen, colour, 6, stripe)


def puffed(pen: Pen, colour: RGB) -> None:
    """A quilted vest without sleeves, its zip open at the neck."""
    half = [(6, -50), (12.6, -46), (11.8, -34), (13.4, -20), (14, 4), (12, 8)]
    pen.polygon([(0, 8), *((-x, y) for x, y in reversed(half)), (0, -42), *half], colour, rim=1.1)
    for y in (-35, -25, -15, -5):
        wide = 11.8 if y < -30 else 13.2
        pen.curve((-wide, y), (0, y + 3.4), (wide, y), 1.2, rim_of(colour))
        pen.curve((-wide + 2.6, y + 3.6), (-6, y + 5), (-3, y + 4.6), 1.4, shade(colour, 0.3))
    pen.line([(0, -42), (0, 8)], 1.9, STEEL)
    for side in (-1, 1):
        pen.polygon(
            [(side * 1, -41), (side * 6, -52), (side * 10, -47), (side * 4, -36)], shade(colour, -0.12), rim=RIM
        )


def life_jacket(pen: Pen, colour: RGB) -> None:
    """Thick foam panels, belts with buckles across."""
    for side in (-1, 1):
        panel = [
            (side * 4.6, -49),
            (side * 13, -47),
            (side * 15, -34),
            (side * 15.4, -2),
            (side * 10, 3),
            (side * 1, 3),
            (side * 1, -30),
        ]
        pen.blob(panel, colour, rim=1.2)
        pen.line([(side * 13, -37), (side * 3, -37)], 1.6, STEEL, flat=True)
    for y in (-23, -9):
        pen.line([(-15.6, y), (15.6, y)], 3.4, DARK, flat=True)
        pen.box(-4, y - 3, 4, y + 3, (226, 228, 232), 1.2, rim=0.8)
    pen.line([(0, -30), (0, 3)], 1.2, rim_of(colour))


def safety(pen: Pen, colour: RGB) -> None:
    """A thin vest with reflecting stripes over shoulders and waist."""
    for side in (-1, 1):
        front = [
            (side * 5, -47),
            (side * 13, -45),
            (side * 12, -34),
            (side * 14, -20),
            (side * 13.4, 6),
            (side * 0.6, 6),
            (side * 0.6, -31),
        ]
        pen.polygon(front, colour, rim=RIM)
        pen.line([(side * 8.6, -45), (side * 8.6, 5)], 4.4, STEEL, flat=True)
        pen.line([(side * 8.6, -45), (side * 8.6, 5)], 2.4, (236, 240, 244), flat=True)
    for y in (-15, -3.4):
        pen.line([(-13.4, y), (13.4, y)], 4.4, STEEL, flat=True)
        pen.line([(-13.4, y), (13.4, y)], 2.4, (236, 240, 244), flat=True)
    pen.line([(0, -31), (0, 6)], 1, rim_of(colour))


def cargo(pen: Pen, colour: RGB) -> None:
    """Large pockets at the sides of the thighs and knees."""
    for side in (-1, 1):
        pen.box(side * 13.4 - 5.6, 17, side * 13.4 + 5.6, 31, shade(colour, -0.1), 1.4, rim=1.1)
        pen.box(side * 13.4 - 6.4, 15, side * 13.4 + 6.4, 21, shade(colour, -0.18), 1.2, rim=RIM)
        pen.ellipse(side * 13.4, 19, 1.2, 1.2, bright(colour))
        pen.line([(side * 5.6, 34), (side * 13, 34)], 0.9, rim_of(colour))
        pen.line([(side * 11.6, -3), (side * 6.4, 4)], 1.1, rim_of(colour))
    pen.line([(0, -4), (0, 9)], 0.9, rim_of(colour))


def wetsuit(pen: Pen, colour: RGB) -> None:
    """Panels at the sides, a zip at the throat."""
    dark = shade(colour, -0.4) if sum(colour) > 190 else (104, 108, 118)
    for side in (-1, 1):
        pen.polygon([(side * 14.6, -37), (side * 13, -20), (side * 12, 3), (side * 7, 3), (side * 9, -18)], dark)
        pen.line([(side * 6, -44), (side * 11.4, -33)], 2, dark, flat=True)
        pen.ellipse(side * 8.6, 30, 3.8, 5.4, dark)
    pen.line([(0, -49), (0, -30)], 1.7, STEEL)
    pen.box(-1.3, -32, 1.3, -27, STEEL, 0.6)


def sarong(pen: Pen, colour: RGB) -> None:
    """A cloth that is wound around the hips and knotted at the side."""
    pen.polygon([(-13, -9), (13, -9), (15, 10), (17, 46), (2, 49), (-16, 46), (-15, 10)], colour, rim=RIM)
    pen.polygon([(13, -9), (4, -8), (-2, 14), (4, 44), (12, 48), (9, 20)], shade(colour, -0.12), rim=RIM)
    for x, y in ((-9, 2), (-5, 20), (-11, 34), (8, 30), (-3, 38), (6, 8), (13, 40)):
        for dx, dy in oval(0, 0, 2.2, 2.2, -90, 198, steps=4):
            pen.ellipse(x + dx, y + dy, 1.3, 1.3, bright(colour))
    for dx, dy in ((9, 9), (2, 12)):
        pen.blob([(10, -8), (10 + dx + 2, dy - 6), (10 + dx, dy), (9, -3)], colour, rim=RIM)
    pen.ellipse(10.4, -7, 3.6, 3.4, colour, rim=RIM)


def toga(pen: Pen, colour: RGB) -> None:
    """A cloth in folds over one shoulder."""
    pen.polygon([(-13, -44), (-5, -47), (13.6, -16), (19, 44), (-17, 44), (-15, -10)], colour, rim=RIM)
    pen.polygon([(-14.6, -42), (-6, -47), (14, -16), (16, 6), (2, -2), (-8, -20)], shade(colour, -0.06), rim=RIM)
    dark = rim_of(colour)
    for end in ((14, -10), (15, -3), (13, 3)):
        pen.curve((-10, -43), (0, -22), end, 1, dark)
    for x in (-10, -4, 3, 10):
        pen.line([(x * 0.9, 8), (x * 1.3, 42)], 1, dark)
    pen.line([(-16.8, 40), (18.6, 40)], 2, COLOURS["gold"] if sum(colour) > 500 or colour[2] > colour[0] else WHITE)


def waist_belt(pen: Pen, colour: RGB) -> None:
    """A broad belt with a large buckle."""
    pen.box(-14, -8.6, 14, 0.4, colour, 1.4, rim=1.1)
    for x in (-10, -7, 7.5, 10.5):
        pen.ellipse(x, -4, 0.9, 0.9, rim_of(colour))
    pen.box(-5.6, -10, 5.6, 1.8, STEEL, 1.6, rim=1)
    pen.box(-3.2, -7.4, 3.2, -0.8, colour, 0.8)
    pen.line([(-4, -4), (2.4, -4)], 1.6, STEEL)


def fanny_pack(pen: Pen, colour: RGB) -> None:
    """A pouch on a strap around the waist."""
    pen.box(-14, -9.4, 14, -4.6, shade(colour, -0.3), 1, rim=RIM)
    pen.blob([(-11, -12), (0, -13), (11, -12), (12.6, -3), (8, 5), (0, 6), (-8, 5), (-12.6, -3)], colour, rim=1.2)
    pen.curve((-9.4, -7), (0, -9.4), (9.4, -7), 1.6, STEEL)
    pen.line([(8, -7.4), (9.4, -4)], 1.6, STEEL)
    pen.box(-6, -3, 6, 3, shade(colour, -0.12), 1.6, rim=0.8)


def space_chest(pen: Pen, colour: RGB) -> None:
    """A suit's control box, rings at the waist and the knees."""
    pen.box(-9, -35, 9, -18, (220, 224, 230), 3, rim=RIM)
    for x in (-5, 0, 5):
        pen.ellipse(x, -30.6, 1.7, 1.7, (110, 116, 128))
    pen.box(-6, -25.4, 6, -21, (110, 116, 128), 1)
    ring = shade(colour, -0.3) if sum(colour) > 190 else (104, 108, 118)
    pen.line([(-13.4, -8), (13.4, -8)], 3, ring, flat=True)
    pen.line([(-13.4, -3), (13.4, -3)], 1.4, ring, flat=True)
    for side in (-1, 1):
        pen.line([(side * 3.6, 32), (side * 17, 32)], 2.4, ring, flat=True)


def breast_pockets(pen: Pen, colour: RGB) -> None:
    for x in (-7.4, 7.4):
        pocket(pen, colour, x, -32)


def rucksack(pen: Pen, colour: RGB) -> None:
    """A backpack, seen from the side: it hangs at the left."""
    dark = shade(colour, -0.2) if sum(colour) > 190 else (84, 88, 98)
    pen.box(-40, -26, -26, -6, dark, 4, rim=1.1)
    pen.box(-34, -47, -6, 0, colour, 8, rim=1.2)
    pen.blob([(-36, -44), (-26, -51), (-10, -50), (-6, -40), (-8, -32), (-34, -32)], dark, rim=1.1)
    pen.curve((-24, -50), (-18, -58), (-12, -50), 2, dark)
    pen.line([(-21, -34), (-21, -26)], 2.4, STEEL)
    pen.line([(-31, -12), (-10, -12)], 1.2, rim_of(colour))


def rucksack_strap(pen: Pen, colour: RGB) -> None:
    """Its strap, over the shoulder and under the arm."""
    dark = shade(colour, -0.2) if sum(colour) > 190 else (84, 88, 98)
    pen.line([*bezier((-8, -45), (8, -44), (5, -26), 10), *bezier((5, -26), (2, -14), (-12, -12), 8)], 4.4, dark, rim=1)


def dinner_jacket(pen: Pen, colour: RGB) -> None:
    """A tuxedo's round satin lapels over a shirt with studs, the bow tie, the stripe down the trousers."""
    satin = shade(colour, -0.35) if sum(colour) > 190 else (104, 108, 120)
    shirt = WHITE if sum(colour) < 600 else (206, 210, 216)
    pen.polygon([(-9.6, -47), (0, -2), (9.6, -47), (0, -41)], shirt)
    for side in (-1, 1):
        pen.blob(
            [
                (side * 7, -49),
                (side * 14, -43),
                (side * 13.4, -28),
                (side * 5, -8),
                (side * 0.4, -1),
                (side * 2, -12),
                (side * 8.4, -32),
            ],
            satin,
            rim=RIM,
        )
        pen.line([(side * 13.6, 8), (side * 15, 55)], 2, satin, flat=True)
        pen.polygon([(side * 10.6, -8), (side * 5.6, -7), (side * 5.6, -5), (side * 10.6, -6)], satin)
    for y in (-33, -26, -19):
        pen.ellipse(0, y, 1.2, 1.2, DARK)
    pen.ellipse(0, 2, 1.5, 1.5, satin, rim=0.5)
    bow_tie(pen, (46, 46, 54), 8, -42.4)
