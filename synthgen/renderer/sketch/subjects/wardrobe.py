"""The garments by name."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial as p

from synthgen.renderer.sketch.colours import COLOURS, RGB, shade
from synthgen.renderer.sketch.subjects import garment_details as d
from synthgen.renderer.sketch.subjects import garment_trims as t
from synthgen.renderer.sketch.subjects.garments import BLACK, BROWN, SLATE, WHITE, Outfit
from synthgen.renderer.sketch.subjects.outfits import (
    ball_gown,
    bright,
    coat,
    dress,
    evening_gown,
    jeans,
    jumpsuit,
    kilt,
    kimono,
    overalls,
    pajamas,
    plain,
    pockets,
    poncho,
    sari,
    skirt,
    suit,
    suspenders,
    swimsuit,
    top,
    tracksuit,
    trousers,
    tutu,
    wedding,
)

GOLD = COLOURS["gold"]
GREY: RGB = (150, 156, 164)
Dress = Callable[[RGB], Outfit]

GARMENTS: dict[str, tuple[Dress, str]] = {
    "apron": (lambda c: top(plain(c), p(d.apron, colour=c, low=36)), "red"),
    "ball gown": (ball_gown, "blue"),
    "bathrobe": (
        lambda c: replace(
            coat(c, 40, 17, p(d.cross_over, colour=c, edge=shade(c, 0.3), sash_colour=shade(c, -0.15))),
            leg=0,
            footwear="bare",
            sleeve_wide=4,
        ),
        "white",
    ),
    "blazer": (
        lambda c: top(
            c,
            p(d.open_front, colour=c, shirt=WHITE if sum(c) < 600 else SLATE),
            p(d.buttons, colour=GOLD, ys=(-11, -4)),
            p(d.pocket, colour=c, x=8, y=-33, wide=7, deep=6),
            low=11,
        ),
        "navy",
    ),
    "cape": (lambda c: replace(top(plain(c)), back=p(d.cape, colour=c), details=(p(t.cape_tie, colour=c),)), "red"),
    "cardigan": (
        lambda c: top(
            c,
            p(d.shawl, colour=c, shirt=plain(c), low=8),
            p(d.buttons, colour=GOLD, ys=(-22, -13, -4), x=6.4),
            *pockets(c, -6),
            low=9,
        ),
        "green",
    ),
    "coat": (
        lambda c: coat(
            c,
            34,
            19,
            p(d.collar, colour=shade(c, -0.15), deep=10),
            p(d.buttons, colour=BLACK, ys=(-24, -12, 0, 12), x=4),
            *pockets(c),
        ),
        "brown",
    ),
    "denim jacket": (lambda c: top(c, p(d.collar, colour=c, deep=8), p(t.denim, colour=c), low=3), "blue"),
    "dress": (lambda c: dress(c, 30, 24, p(d.belt, colour=shade(c, -0.3), y=-13, half=11.5, buckle=None)), "red"),
    "evening gown": (evening_gown, "red"),
    "hoodie": (lambda c: top(c, p(d.hood, colour=c, cords=bright(c)), p(d.kangaroo_pocket, colour=c), low=8), "gray"),
    "jeans": (jeans, "blue"),
    "jumpsuit": (jumpsuit, "orange"),
    "kilt": (kilt, "red"),
    "kimono": (kimono, "red"),
    "lab coat": (
        lambda c: replace(
            coat(
                c, 32, 17, p(d.open_front, colour=c, shirt=(120, 176, 206), deep=-22), *pockets(c), p(t.pens, colour=c)
            ),
            shoes=BLACK,
        ),
        "white",
    ),
    "leather jacket": (lambda c: top(c, p(t.biker, colour=c), low=4), "black"),
    "leggings": (lambda c: replace(trousers(c, 0.97, -2.6), tucked=False, low=10), "black"),
    "long skirt": (
        lambda c: skirt(c, 56, 27, p(d.belt, colour=shade(c, -0.3), y=-10, half=11.5, buckle=None)),
        "green",
    ),
    "overalls": (overalls, "blue"),
    "pajamas": (pajamas, "blue"),
    "parka": (
        lambda c: replace(
            coat(c, 22, 17, p(d.zipper, low=22), *pockets(c), p(d.fur_collar, colour=(222, 196, 160)), high=True),
            shoes=BROWN,
        ),
        "green",
    ),
    "polka dot dress": (
        lambda c: dress(
            c, 30, 27, p(d.dots, colour=bright(c)), p(d.belt, colour=bright(c), y=-14, half=11.4, buckle=None, high=3)
        ),
        "red",
    ),
    "polo shirt": (
        lambda c: top(
            c,
            p(d.collar, colour=shade(c, -0.12), deep=6),
            p(d.buttons, colour=WHITE, ys=(-36, -31)),
            p(t.placket, colour=c),
            sleeve=0.44,
        ),
        "green",
    ),
    "poncho": (poncho, "red"),
    "puffer jacket": (
        lambda c: replace(top(c, p(t.quilt, colour=c), d.zipper, low=9), neck="high", sleeve_wide=1),
        "red",
    ),
    "raincoat": (
        lambda c: replace(
            coat(
                c,
                26,
                21,
                p(d.hood, colour=c, cords=c),
                p(d.buttons, colour=bright(c), ys=(-26, -14, -2, 10)),
                *pockets(c),
                high=True,
            ),
            shoes=shade(c, -0.3),
        ),
        "yellow",
    ),
    "robe": (lambda c: replace(coat(c, 60, 24), sleeve_wide=14, details=(p(t.robe, colour=c),)), "purple"),
    "sari": (sari, "pink"),
    "shirt": (
        lambda c: top(
            c,
            p(d.collar, colour=shade(c, 0.1)),
            p(d.front_line, colour=c),
            p(d.buttons, colour=WHITE if sum(c) < 620 else GREY),
            p(d.pocket, colour=c, x=7, y=-33),
        ),
        "blue",
    ),
    "shorts": (lambda c: trousers(c, 0.46, 2.4), "green"),
    "skirt": (lambda c: skirt(c, 22, 24, p(t.pleats, colour=c)), "red"),
    "snowsuit": (
        lambda c: replace(
            jumpsuit(c),
            sleeve=1,
            leg_wide=4,
            gloves=SLATE,
            footwear="boot",
            shoes=SLATE,
            details=(p(t.quilt, colour=c), d.zipper, p(d.fur_collar, colour=WHITE)),
        ),
        "blue",
    ),
    "striped shirt": (lambda c: top(c, p(d.stripes, colour=bright(c))), "blue"),
    "suit": (
        lambda c: suit(
            c,
            p(d.tie, colour=(190, 50, 56) if sum(c) > 300 or c[0] < 100 else SLATE),
            p(d.buttons, colour=BLACK, ys=(-10, -3), x=1),
        ),
        "gray",
    ),
    "sundress": (
        lambda c: dress(
            c,
            32,
            29,
            p(t.blossoms, colour=bright(c)),
            p(d.belt, colour=bright(c), y=-14, half=11.4, buckle=None, high=2.4),
            sleeve=0,
            neck="strap",
        ),
        "yellow",
    ),
    "suspenders": (suspenders, "red"),
    "sweater": (lambda c: top(c, p(d.knit, colour=c, low=7), low=7), "red"),
    "sweatpants": (lambda c: replace(trousers(c, 0.97, 3.4, p(t.drawstring, colour=bright(c))), tucked=True), "gray"),
    "swimsuit": (swimsuit, "red"),
    "t-shirt": (lambda c: top(c, sleeve=0.44), "red"),
    "tank top": (lambda c: top(c, sleeve=0, base=Outfit(neck="strap", footwear="sneaker")), "blue"),
    "tracksuit": (tracksuit, "red"),
    "trench coat": (
        lambda c: coat(
            c,
            36,
            21,
            p(d.collar, colour=shade(c, -0.1), deep=12),
            p(d.belt, colour=shade(c, -0.25), y=-13, half=13.4),
            p(d.buttons, colour=BROWN, ys=(-30, -21, 0, 10), x=-4.5),
            p(d.buttons, colour=BROWN, ys=(-30, -21, 0, 10), x=5.5),
        ),
        "beige",
    ),
    "turtleneck": (lambda c: replace(top(c), neck="high", details=(p(t.roll_neck, colour=c),)), "green"),
    "tutu": (tutu, "pink"),
    "tuxedo": (
        lambda c: suit(
            c,
            p(d.bow_tie, colour=BLACK if sum(c) > 240 else (30, 30, 36)),
            p(d.buttons, colour=BLACK, ys=(-30, -23)),
            lapel=shade(c, -0.3) if sum(c) > 240 else (76, 76, 88),
        ),
        "black",
    ),
    "vest": (
        lambda c: top(
            plain(c), p(d.waistcoat, colour=c), p(d.collar, colour=plain(c), deep=4), p(d.tie, colour=SLATE, low=-23)
        ),
        "brown",
    ),
    "wedding dress": (wedding, "white"),
}
"""A garment -> how it is worn in a colour, and its own colour by name."""
