"""What is shown on a whole person, by name: trousers, coats, suits, dresses, costumes."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial as p

from synthgen.renderer.sketch.colours import COLOURS, RGB, shade
from synthgen.renderer.sketch.subjects import garment_details as d
from synthgen.renderer.sketch.subjects import garment_marks as m
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
        lambda c: replace(coat(c, 40, 17, p(t.terry, colour=c)), leg=0, footwear="bare", sleeve_wide=5),
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
    "cargo pants": (lambda c: trousers(c, 1, 2.4, p(m.cargo, colour=c)), "olive"),
    "coat": (
        lambda c: coat(
            c,
            34,
            17,
            p(d.open_front, colour=c, shirt=plain(c), deep=-24, lapel=shade(c, -0.16), wide=8.6),
            p(d.buttons, colour=BLACK if sum(c) > 190 else GREY, ys=(-18, -7, 4), x=0),
            *pockets(c, 2),
        ),
        "brown",
    ),
    "dress": (lambda c: dress(c, 30, 24, p(d.belt, colour=shade(c, -0.3), y=-13, half=11.5, buckle=None)), "red"),
    "evening gown": (evening_gown, "red"),
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
    "leggings": (lambda c: replace(trousers(c, 0.93, -2.8), tucked=False, low=12), "black"),
    "long skirt": (
        lambda c: skirt(c, 56, 27, p(d.belt, colour=shade(c, -0.3), y=-10, half=11.5, buckle=None)),
        "green",
    ),
    "overalls": (overalls, "blue"),
    "pajamas": (pajamas, "blue"),
    "parka": (
        lambda c: replace(
            coat(c, 18, 17, p(d.zipper, low=18), *pockets(c, -2), p(t.drawcord, colour=c), high=True), leg_wide=1
        ),
        "olive",
    ),
    "polka dot dress": (
        lambda c: dress(
            c, 30, 27, p(d.dots, colour=bright(c)), p(d.belt, colour=bright(c), y=-14, half=11.4, buckle=None, high=3)
        ),
        "red",
    ),
    "poncho": (poncho, "red"),
    "raincoat": (
        lambda c: coat(c, 30, 24, p(d.buttons, colour=bright(c), ys=(-32, -20, -8, 4, 16)), *pockets(c), high=True),
        "yellow",
    ),
    "robe": (lambda c: replace(coat(c, 60, 24), sleeve_wide=14, details=(p(t.robe, colour=c),)), "purple"),
    "sari": (sari, "pink"),
    "sarong": (
        lambda c: Outfit(plain(c), neck="strap", sleeve=0, leg=0, footwear="bare", details=(p(m.sarong, colour=c),)),
        "orange",
    ),
    "shorts": (lambda c: trousers(c, 0.44, 3, p(t.drawstring, colour=bright(c))), "green"),
    "skirt": (lambda c: skirt(c, 22, 24, p(t.pleats, colour=c)), "red"),
    "snowsuit": (
        lambda c: replace(
            jumpsuit(c),
            sleeve=1,
            leg_wide=4,
            gloves=SLATE,
            footwear="boot",
            shoes=SLATE,
            details=(p(t.quilt, colour=c), d.zipper, p(d.belt, colour=shade(c, -0.3), y=-8, buckle=None)),
        ),
        "blue",
    ),
    "space suit": (
        lambda c: Outfit(
            c,
            c,
            GREY,
            footwear="boot",
            leg_wide=5,
            sleeve_wide=2,
            low=8,
            neck="high",
            gloves=GREY,
            details=(p(m.space_chest, colour=c),),
        ),
        "white",
    ),
    "suit": (
        lambda c: suit(
            c,
            p(d.tie, colour=(96, 102, 112) if 190 < sum(c) < 560 else (176, 180, 188)),
            p(d.buttons, colour=BLACK if sum(c) > 190 else GREY, ys=(-10, -3), x=1),
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
    "sweatpants": (lambda c: trousers(c, 0.95, 4, p(t.drawstring, colour=bright(c)), p(t.ankles, colour=c)), "gray"),
    "swimsuit": (swimsuit, "red"),
    "toga": (
        lambda c: Outfit(
            shade(c, -0.06),
            neck="strap",
            sleeve=0,
            leg=0,
            footwear="sandal",
            shoes=GREY,
            details=(p(m.toga, colour=c),),
        ),
        "white",
    ),
    "tracksuit": (tracksuit, "red"),
    "trench coat": (
        lambda c: coat(
            c,
            36,
            21,
            p(t.flaps, colour=c),
            p(d.collar, colour=shade(c, -0.1), deep=12),
            p(d.belt, colour=shade(c, -0.25), y=-13, half=13.4),
            p(d.buttons, colour=BROWN, ys=(-30, -21, 0, 10), x=-4.5),
            p(d.buttons, colour=BROWN, ys=(-30, -21, 0, 10), x=5.5),
        ),
        "beige",
    ),
    "tutu": (tutu, "pink"),
    "tuxedo": (
        lambda c: replace(suit(c), details=(p(m.dinner_jacket, colour=c),)),
        "black",
    ),
    "wedding dress": (wedding, "white"),
    "wetsuit": (
        lambda c: Outfit(
            c, c, footwear="bare", neck="high", leg=0.94, leg_wide=-2.4, details=(p(m.wetsuit, colour=c),)
        ),
        "black",
    ),
}
"""A garment -> how it is worn in a colour, and its own colour by name."""
