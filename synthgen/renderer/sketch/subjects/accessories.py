"""What would be too small on a whole person: hats and scarves as busts, shoes and gloves by the pair."""

from collections.abc import Callable
from functools import partial as p

from synthgen.renderer.sketch.canvas import Canvas, bezier, oval
from synthgen.renderer.sketch.colours import COLOURS, RGB, shade
from synthgen.renderer.sketch.drawing import Drawing, Look
from synthgen.renderer.sketch.subjects import garment_details as d
from synthgen.renderer.sketch.subjects import garment_trims as t
from synthgen.renderer.sketch.subjects import hats
from synthgen.renderer.sketch.subjects.garments import WHITE, Outfit
from synthgen.renderer.sketch.subjects.heads import Head, paint_bust
from synthgen.renderer.sketch.subjects.outfits import bright, plain
from synthgen.renderer.sketch.subjects.pen import Pen, rim_of
from synthgen.renderer.sketch.subjects.people import some_person

Worn = Callable[[Pen, RGB], None]
RIM = 0.9


def _band(colour: RGB) -> RGB:
    return shade(colour, -0.4) if sum(colour) > 260 else (150, 50, 56)


def _on_chest(detail: Callable[[Pen, RGB], None]) -> Worn:
    """What is worn below the chin, in the torso's units."""
    return lambda pen, colour: detail(pen.at(0, 29 + 46 * 1.5, 1.5), colour)


def _earmuffs(pen: Pen, colour: RGB) -> None:
    pen.line(oval(0, -1, 22.5, 24, 190, 350), 3, shade(colour, -0.25), rim=RIM)
    for side in (-1, 1):
        for x, y in oval(side * 21.5, 3, 5.4, 6, 0, 315, steps=7):
            pen.ellipse(x, y, 4, 4, colour, rim=RIM)
        pen.ellipse(side * 21.5, 3, 6.6, 7.2, colour)


def _bow_tie(pen: Pen, colour: RGB) -> None:
    d.bow_tie(pen, colour, 11, -39)


HEADWEAR: dict[str, tuple[Worn, str]] = {
    "baseball cap": (lambda pen, c: hats.cap(pen, c, bright(c)), "red"),
    "beanie": (lambda pen, c: hats.beanie(pen, c, shade(c, -0.15), bright(c)), "blue"),
    "beret": (hats.beret, "red"),
    "bow tie": (_on_chest(_bow_tie), "red"),
    "cowboy hat": (lambda pen, c: hats.cowboy(pen, c, _band(c)), "brown"),
    "earmuffs": (_earmuffs, "pink"),
    "fedora": (lambda pen, c: hats.fedora(pen, c, _band(c)), "gray"),
    "scarf": (_on_chest(t.long_scarf), "red"),
    "sun hat": (lambda pen, c: hats.straw(pen, c, _band(c), 40), "yellow"),
    "sunglasses": (lambda pen, c: hats.sunglasses(pen.at(0, 2, 1.12), c), "black"),
    "top hat": (lambda pen, c: hats.top_hat(pen, c, _band(c)), "black"),
}
"""What is worn on a bust -> how it is painted, and its own colour by name."""


def _bust(canvas: Canvas, look: Look, name: str) -> None:
    worn, own = HEADWEAR[name]
    colour = look.colour or COLOURS[own]
    person = some_person(look, Outfit(), p(hats.beret, colour=colour), glasses=None)
    # Only what leaves room for a hat: the hat itself comes from the table.
    head = Head(person.who, person.skin, person.hair, person.hair_colour, beard=person.beard)
    bust = Pen(canvas).at(50, 44, 0.94) if name in ("bow tie", "scarf") else Pen(canvas).at(50, 54, 1.04)
    paint_bust(bust, head, plain(colour))
    worn(bust, colour)


def _sneaker(pen: Pen, colour: RGB) -> None:
    upper = [(-22, -2), (-24, -19), (-14, -23), (-6, -19), (6, -11), (22, -7), (29, 0), (28, 7), (-22, 7)]
    pen.blob(upper, colour, rim=1.1)
    pen.box(-25, 4, 31, 11, WHITE, 3.4, rim=1.1)
    pen.curve((-18, 1), (-4, 2), (6, -8), 3.2, bright(colour))
    for x, y in ((-4, -17), (2, -13), (8, -10)):
        pen.line([(x, y), (x + 5, y + 4)], 2, bright(colour))
    pen.ellipse(-16, -21, 7, 2.4, rim_of(colour))


def _boot(pen: Pen, colour: RGB) -> None:
    pen.polygon([(-22, -46), (4, -46), (5, -16), *bezier((5, -16), (28, -15), (30, 5), 8), (-22, 5)], colour, rim=1.1)
    pen.box(-23, 4, 31, 10, shade(colour, -0.4), 1.6, rim=RIM)
    pen.box(-23, 9, -8, 14, shade(colour, -0.4), 1)
    for y in (-36, -28, -20):
        pen.line([(-4, y), (5, y + 4)], 1.8, bright(colour))
        pen.line([(-4, y + 4), (5, y)], 1.8, bright(colour))
    pen.box(-24, -49, 6, -42, shade(colour, -0.2), 2, rim=RIM)


def _rain_boot(pen: Pen, colour: RGB) -> None:
    pen.polygon([(-18, -50), (9, -50), (9, -14), *bezier((9, -14), (31, -14), (32, 8), 8), (-19, 8)], colour, rim=1.1)
    pen.box(-20, 7, 33, 14, shade(colour, -0.35), 2.4, rim=RIM)
    pen.box(-19.4, -52, 10.4, -46, shade(colour, -0.2), 1.6, rim=RIM)
    pen.line([(-12, -40), (-12, -12)], 3, shade(colour, 0.5))
    pen.curve((14, -9), (24, -7), (26, 2), 2, shade(colour, 0.5))


def _heel(pen: Pen, colour: RGB) -> None:
    pen.polygon([(-23, -20), (-19, -18), (-18, 14), (-21, 14)], colour, rim=RIM)
    shape = [(-25, -24), (-12, -20), (0, -8), (10, -6), (22, -1), (33, 12), (12, 13), (-2, 4), (-14, -8), (-23, -12)]
    pen.blob(shape, colour, rim=1.1)
    pen.curve((-12, -17), (0, -2), (12, -3), 1, rim_of(colour))


def _sock(pen: Pen, colour: RGB) -> None:
    pen.polygon(
        [
            (-14, -46),
            (8, -46),
            (8, -14),
            *bezier((8, -14), (34, -4), (22, 10), 10),
            *bezier((22, 10), (-16, 14), (-14, -12), 10),
        ],
        colour,
        1.1,
    )
    for y in (-30, -21):
        pen.box(-13.4, y - 2.4, 7.4, y + 2.4, bright(colour))
    pen.box(-15, -49, 9, -40, shade(colour, -0.2), 2.4, rim=RIM)
    pen.blob([(15, -4), (24, -2), (24, 8), (14, 9)], shade(colour, -0.2))


def _glove(pen: Pen, colour: RGB) -> None:
    for x, y, turn in ((-9, -34, -8), (-3, -38, -3), (4, -37, 3), (10, -31, 9)):
        pen.ellipse(x, y + 8, 4, 13, colour, turn=turn, rim=1.1)
    pen.ellipse(16, -8, 4.4, 11, colour, turn=38, rim=1.1)
    pen.blob([(-13, -24), (0, -26), (13, -22), (13, -4), (9, 6), (-9, 6), (-13, -6)], colour, rim=1.1)
    pen.ellipse(0, -22, 11.4, 9, colour)
    pen.box(-12, 4, 12, 15, shade(colour, -0.2), 3, rim=RIM)
    for x in (-6, 0, 6):
        pen.line([(x, 6), (x, 13)], 1, rim_of(colour))


PAIRS: dict[str, tuple[Worn, str, bool]] = {
    "boots": (_boot, "brown", False),
    "gloves": (_glove, "red", True),
    "high heels": (_heel, "red", False),
    "rain boots": (_rain_boot, "yellow", False),
    "sneakers": (_sneaker, "blue", False),
    "socks": (_sock, "green", False),
}
"""What comes in pairs -> how one is painted, its own colour, whether the two mirror each other."""


def _pair(canvas: Canvas, look: Look, name: str) -> None:
    one, own, mirror = PAIRS[name]
    colour = look.colour or COLOURS[own]
    if mirror:
        one(Pen(canvas).at(36, 64, 1.3, turn=-6, mirror=True), colour)
        one(Pen(canvas).at(84, 64, 1.3, turn=6), colour)
        return
    one(Pen(canvas).at(44, 66, 1.2), shade(colour, -0.14))
    one(Pen(canvas).at(66, 73, 1.2), colour)


ACCESSORIES: dict[str, Drawing] = {
    **{
        name: Drawing(p(_bust, name=name), size=0.8, rests="bust", colour=own, variants=12, places=("studio", "park"))
        for name, (_, own) in HEADWEAR.items()
    },
    **{
        name: Drawing(
            p(_pair, name=name),
            width=120,
            height=96,
            size=0.46,
            colour=own,
            places=("studio", "bedroom", "living room"),
        )
        for name, (_, own, _) in PAIRS.items()
    },
}
"""An accessory -> its drawing."""
