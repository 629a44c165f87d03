"""What covers the upper body, by name: shirts, sweaters, jackets, vests, and what hangs on belt and shoulders."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial as p

from synthgen.renderer.sketch.colours import COLOURS, RGB, shade
from synthgen.renderer.sketch.subjects import garment_details as d
from synthgen.renderer.sketch.subjects import garment_marks as m
from synthgen.renderer.sketch.subjects import garment_trims as t
from synthgen.renderer.sketch.subjects.garments import SLATE, WHITE, Detail, Outfit
from synthgen.renderer.sketch.subjects.outfits import bright, legs_under, plain, pockets, suspenders, top

GOLD = COLOURS["gold"]
GREY: RGB = (150, 156, 164)
Dress = Callable[[RGB], Outfit]


def over(colour: RGB, *details: Detail) -> Outfit:
    """What is worn over a plain shirt whose sleeves show."""
    return top(plain(colour), *details)


def _shirt(colour: RGB) -> Outfit:
    return top(
        colour,
        p(t.placket, colour=shade(colour, 0.25), low=5, half=2.6),
        p(d.collar, colour=shade(colour, 0.25), deep=10),
        p(d.buttons, colour=WHITE if sum(colour) < 620 else GREY, ys=(-30, -22, -14, -6)),
        p(d.pocket, colour=colour, x=7.4, y=-31),
    )


def _padded(colour: RGB) -> Outfit:
    jacket = top(colour, p(t.quilt, colour=colour), d.zipper, p(m.rib, colour=shade(colour, -0.2), low=9), low=9)
    return replace(jacket, neck="high", sleeve_wide=2)


def _belted(colour: RGB, detail: Detail) -> Outfit:
    return replace(top(plain(colour), detail, sleeve=0.44), bottom=legs_under(colour), tucked=True)


def _backpack(colour: RGB) -> Outfit:
    straps = replace(over(colour, p(m.rucksack_strap, colour=colour)), sleeve=0.44)
    return replace(straps, back=p(m.rucksack, colour=colour))


TOPS: dict[str, tuple[Dress, str]] = {
    "backpack": (_backpack, "blue"),
    "belt": (lambda c: _belted(c, p(m.waist_belt, colour=c)), "brown"),
    "bomber jacket": (lambda c: top(c, p(m.bomber, colour=c), low=6), "olive"),
    "cardigan": (
        lambda c: top(
            c,
            p(d.shawl, colour=c, shirt=plain(c), low=8),
            p(d.buttons, colour=bright(c), ys=(-22, -13, -4), x=6.4),
            *pockets(c, -6),
            low=9,
        ),
        "green",
    ),
    "denim jacket": (lambda c: top(c, p(d.collar, colour=c, deep=8), p(t.denim, colour=c), low=3), "blue"),
    "fanny pack": (lambda c: _belted(c, p(m.fanny_pack, colour=c)), "purple"),
    "flannel shirt": (
        lambda c: top(c, p(m.flannel, colour=c), p(d.front_line, colour=c), p(d.buttons, colour=WHITE)),
        "red",
    ),
    "floral shirt": (
        lambda c: top(c, p(m.palms, colour=c), p(d.front_line, colour=c), sleeve=0.46, low=9),
        "orange",
    ),
    "hoodie": (lambda c: top(c, p(d.hood, colour=c, cords=bright(c)), p(d.kangaroo_pocket, colour=c), low=8), "gray"),
    "leather jacket": (lambda c: top(c, p(t.biker, colour=c), low=4), "black"),
    "life jacket": (lambda c: over(c, p(m.life_jacket, colour=c)), "orange"),
    "polo shirt": (
        lambda c: top(
            c,
            p(t.placket, colour=bright(c)),
            p(d.collar, colour=bright(c), deep=8),
            p(d.buttons, colour=c, ys=(-32.6, -27.6)),
            sleeve=0.44,
        ),
        "green",
    ),
    "puffer jacket": (_padded, "red"),
    "puffer vest": (lambda c: over(c, p(m.puffed, colour=c)), "blue"),
    "safety vest": (lambda c: over(c, p(m.safety, colour=c)), "orange"),
    "scarf": (lambda c: replace(over(c, p(t.long_scarf, colour=c)), bottom=legs_under(c)), "red"),
    "shirt": (_shirt, "blue"),
    "striped shirt": (lambda c: top(c, p(d.stripes, colour=bright(c))), "blue"),
    "suspenders": (suspenders, "red"),
    "sweater": (lambda c: top(c, p(d.knit, colour=c, low=7), low=7), "red"),
    "sweater vest": (
        lambda c: over(c, p(m.argyle, colour=c), p(d.collar, colour=plain(c), deep=7)),
        "green",
    ),
    "t-shirt": (lambda c: top(c, sleeve=0.44), "red"),
    "tank top": (lambda c: top(c, sleeve=0, base=Outfit(neck="strap", footwear="sneaker")), "blue"),
    "tie": (
        lambda c: replace(over(c, p(d.collar, colour=plain(c), deep=9), p(t.necktie, colour=c)), bottom=legs_under(c)),
        "blue",
    ),
    "turtleneck": (lambda c: replace(top(c), neck="high", details=(p(t.roll_neck, colour=c),)), "green"),
    "varsity jacket": (
        lambda c: replace(top(c, p(m.varsity, colour=c)), sleeve_colour=WHITE if sum(c) < 600 else SLATE),
        "blue",
    ),
    "vest": (lambda c: over(c, p(d.waistcoat, colour=c), p(d.collar, colour=plain(c), deep=6)), "brown"),
}
"""A garment -> how it is worn in a colour, and its own colour by name."""
