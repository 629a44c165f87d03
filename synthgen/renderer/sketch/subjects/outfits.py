"""Garments by name: how each is drawn in a colour. The rest of what its wearer wears is plain."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial as p

from synthgen.renderer.sketch.colours import COLOURS, RGB, shade
from synthgen.renderer.sketch.subjects import garment_details as d
from synthgen.renderer.sketch.subjects import garment_trims as t
from synthgen.renderer.sketch.subjects.garments import BLACK, BROWN, DENIM, SLATE, WHITE, Detail, Outfit

GOLD = COLOURS["gold"]
GREY: RGB = (150, 156, 164)
Dress = Callable[[RGB], Outfit]


def plain(colour: RGB) -> RGB:
    """A quiet colour that `colour` stands out from."""
    return (104, 110, 120) if sum(colour) > 560 else (226, 224, 216)


def bright(colour: RGB) -> RGB:
    """What shows as a pattern on `colour`."""
    return WHITE if sum(colour) < 600 else SLATE


def top(colour: RGB, *details: Detail, sleeve: float = 1, low: float = 6, base: Outfit | None = None) -> Outfit:
    """What covers the upper body, over plain trousers."""
    fitted = base or Outfit(footwear="sneaker")
    return replace(
        fitted, top=colour, bottom=plain(colour), shoes=GREY, sleeve=sleeve, low=low, details=(*fitted.details, *details)
    )


def trousers(colour: RGB, leg: float = 1, wide: float = 0, *details: Detail) -> Outfit:
    """What covers the legs, under a plain shirt."""
    shirt = plain(colour)
    return Outfit(
        top=shirt,
        bottom=colour,
        shoes=GREY,
        footwear="sneaker",
        sleeve=0.42,
        leg=leg,
        leg_wide=wide,
        tucked=True,
        details=details,
    )


def skirt(colour: RGB, hem: float, spread: float, *details: Detail) -> Outfit:
    return Outfit(
        top=plain(colour), skirt=colour, sleeve=0.42, leg=0, hem=hem, spread=spread, shoes=GREY, details=details
    )


def dress(
    colour: RGB,
    hem: float,
    spread: float,
    *details: Detail,
    sleeve: float = 0.3,
    neck: str = "round",
) -> Outfit:
    fitted = Outfit(neck="strap") if neck == "strap" else Outfit(neck="v") if neck == "v" else Outfit()
    return replace(
        fitted,
        top=colour,
        sleeve=sleeve,
        leg=0,
        hem=hem,
        spread=spread,
        shoes=shade(colour, -0.25),
        footwear="heel",
        details=details,
    )


def coat(colour: RGB, hem: float, spread: float, *details: Detail, high: bool = False) -> Outfit:
    return Outfit(
        top=colour,
        bottom=plain(colour),
        shoes=BROWN,
        footwear="boot" if high else "shoe",
        hem=hem,
        spread=spread,
        details=(p(d.front_line, colour=colour, low=hem + 1), *details),
    )


def suit(colour: RGB, *details: Detail, lapel: RGB | None = None, low: float = 9) -> Outfit:
    return Outfit(
        top=colour,
        bottom=colour,
        shoes=BLACK,
        low=low,
        details=(p(d.open_front, colour=colour, lapel=lapel), *details),
    )


def _pockets(colour: RGB, y: float = -4) -> tuple[Detail, Detail]:
    return p(d.pocket, colour=colour, x=-7.5, y=y), p(d.pocket, colour=colour, x=7.5, y=y)


def _jeans(colour: RGB) -> Outfit:
    seam = shade(colour, 0.4)
    return trousers(colour, 1, 0.6, p(d.belt, colour=BROWN, y=-7), p(t.seams, colour=seam))


def _suspenders(colour: RGB) -> Outfit:
    shirt = WHITE if sum(colour) < 600 else (120, 126, 136)
    return Outfit(
        top=shirt, bottom=SLATE, tucked=True, details=(p(d.collar, colour=shirt), p(d.suspenders, colour=colour, width=5))
    )


def _overalls(colour: RGB) -> Outfit:
    return Outfit(
        top=plain(colour), bottom=colour, leg_wide=1.4, footwear="boot", shoes=BROWN, details=(p(d.bib, colour=colour),)
    )


def _jumpsuit(colour: RGB) -> Outfit:
    return Outfit(
        top=colour,
        bottom=colour,
        shoes=GREY,
        leg_wide=1.6,
        sleeve=0.4,
        details=(p(d.collar, colour=colour), p(d.zipper, low=-2), p(d.belt, colour=shade(colour, -0.3), y=-9)),
    )


def _pajamas(colour: RGB) -> Outfit:
    light = shade(colour, 0.45) if sum(colour) < 620 else shade(colour, -0.15)
    return Outfit(
        top=colour,
        bottom=colour,
        shoes=shade(colour, -0.3),
        leg_wide=2.4,
        low=8,
        details=(
            p(t.stripes_down, colour=light, low=8),
            p(t.leg_stripes, colour=light),
            p(d.collar, colour=light),
            p(d.buttons, colour=WHITE),
        ),
    )


def _tracksuit(colour: RGB) -> Outfit:
    line = bright(colour)
    return Outfit(
        top=colour,
        bottom=colour,
        footwear="sneaker",
        shoes=GREY,
        leg_wide=1,
        low=7,
        neck="high",
        details=(p(d.zipper), p(t.side_lines, colour=line), p(t.arm_lines, colour=line)),
    )


def _swimsuit(colour: RGB) -> Outfit:
    return Outfit(top=colour, bottom=colour, neck="strap", sleeve=0, leg=0.1, leg_wide=-1, low=7, footwear="bare")


def _tutu(colour: RGB) -> Outfit:
    layers = p(t.tutu, colour=colour)
    tights = (250, 226, 222)
    return Outfit(
        top=colour, neck="strap", sleeve=0, leg=0, low=4, shoes=shade(colour, 0.2), tights=tights, details=(layers,)
    )


def _sari(colour: RGB) -> Outfit:
    fabric = dress(colour, 58, 17, p(t.sari, colour=colour), sleeve=0.36)
    return replace(fabric, sleeve_colour=shade(colour, -0.3), footwear="sandal")


def _kimono(colour: RGB) -> Outfit:
    belt = shade(colour, -0.45) if sum(colour) > 240 else (170, 50, 60)
    details = (p(t.blossoms, colour=bright(colour)), p(d.cross_over, colour=colour, sash_colour=belt))
    return Outfit(
        top=colour, leg=0, hem=57, spread=15, sleeve_wide=15, footwear="sandal", shoes=BROWN, details=details
    )


def _kilt(colour: RGB) -> Outfit:
    return replace(
        skirt(colour, 25, 17, p(t.tartan, colour=colour), p(t.sporran, colour=BROWN)),
        tights=None,
        footwear="boot",
        shoes=(70, 62, 60),
        top=WHITE if sum(colour) < 600 else SLATE,
        sleeve=1,
    )


def _poncho(colour: RGB) -> Outfit:
    return Outfit(
        top=plain(colour), bottom=plain(colour), shoes=BROWN, details=(p(t.poncho, colour=colour),)
    )


def _wedding(colour: RGB) -> Outfit:
    lace = shade(colour, -0.1) if sum(colour) > 500 else shade(colour, 0.4)
    return replace(
        dress(colour, 60, 36, p(d.ruffles, colour=colour, y=56, half=32, count=9), p(d.sash, colour=lace, width=1.4), neck="strap", sleeve=0),
        details=(
            p(d.ruffles, colour=colour, y=58, half=33, count=9, r=5),
            p(d.belt, colour=lace, y=-14, half=11.4, buckle=None, high=3),
            d.necklace,
        ),
    )


def _ball_gown(colour: RGB) -> Outfit:
    pale = shade(colour, 0.35) if sum(colour) < 620 else shade(colour, -0.12)
    return dress(
        colour,
        60,
        42,
        p(t.overskirt, colour=pale),
        p(d.ruffles, colour=pale, y=58, half=38, count=9, r=5),
        d.necklace,
        sleeve=0.25,
        neck="strap",
    )


def _evening_gown(colour: RGB) -> Outfit:
    return dress(colour, 62, 20, p(t.slit, colour=colour), d.necklace, sleeve=0, neck="strap")


GARMENTS: dict[str, tuple[Dress, str]] = {
    "apron": (lambda c: top(plain(c), p(d.apron, colour=c, low=36)), "red"),
    "ball gown": (_ball_gown, "blue"),
    "bathrobe": (lambda c: replace(coat(c, 40, 17, p(d.cross_over, colour=c, edge=shade(c, 0.3), sash_colour=shade(c, -0.15))), leg=0, footwear="bare", sleeve_wide=4), "white"),
    "blazer": (lambda c: top(c, p(d.open_front, colour=c, shirt=WHITE if sum(c) < 600 else SLATE), p(d.buttons, colour=GOLD, ys=(-11, -4)), p(d.pocket, colour=c, x=8, y=-33, wide=7, deep=6), low=11), "navy"),
    "bow tie": (lambda c: top(plain(c), p(d.collar, colour=plain(c), deep=4), p(d.bow_tie, colour=c, wide=13, y=-38)), "red"),
    "cape": (lambda c: replace(top(plain(c)), back=p(d.cape, colour=c), details=(p(t.cape_tie, colour=c),)), "red"),
    "cardigan": (lambda c: top(c, p(d.shawl, colour=c, shirt=plain(c), low=8), p(d.buttons, colour=GOLD, ys=(-22, -13, -4), x=6.4), *_pockets(c, -6), low=9), "green"),
    "coat": (lambda c: coat(c, 34, 19, p(d.collar, colour=shade(c, -0.15), deep=10), p(d.buttons, colour=BLACK, ys=(-24, -12, 0, 12), x=4), *_pockets(c)), "brown"),
    "denim jacket": (lambda c: top(c, p(d.collar, colour=c, deep=8), p(t.denim, colour=c), low=3), "blue"),
    "dress": (lambda c: dress(c, 30, 24, p(d.belt, colour=shade(c, -0.3), y=-13, half=11.5, buckle=None)), "red"),
    "evening gown": (_evening_gown, "red"),
    "hoodie": (lambda c: top(c, p(d.hood, colour=c, cords=bright(c)), p(d.kangaroo_pocket, colour=c), low=8), "gray"),
    "jeans": (_jeans, "blue"),
    "jumpsuit": (_jumpsuit, "orange"),
    "kilt": (_kilt, "red"),
    "kimono": (_kimono, "red"),
    "lab coat": (lambda c: replace(coat(c, 32, 17, p(d.open_front, colour=c, shirt=(120, 176, 206), deep=-22), *_pockets(c), p(t.pens, colour=c)), shoes=BLACK), "white"),
    "leather jacket": (lambda c: top(c, p(t.biker, colour=c), low=4), "black"),
    "leggings": (lambda c: replace(trousers(c, 0.97, -2.6), tucked=False, low=10), "black"),
    "long skirt": (lambda c: skirt(c, 56, 27, p(d.belt, colour=shade(c, -0.3), y=-10, half=11.5, buckle=None)), "green"),
    "overalls": (_overalls, "blue"),
    "pajamas": (_pajamas, "blue"),
    "parka": (lambda c: replace(coat(c, 22, 17, p(d.zipper, low=22), *_pockets(c), p(d.fur_collar, colour=(222, 196, 160)), high=True), shoes=BROWN), "green"),
    "polka dot dress": (lambda c: dress(c, 30, 27, p(d.dots, colour=bright(c)), p(d.belt, colour=bright(c), y=-14, half=11.4, buckle=None, high=3)), "red"),
    "polo shirt": (lambda c: top(c, p(d.collar, colour=shade(c, -0.12), deep=6), p(d.buttons, colour=WHITE, ys=(-36, -31)), p(t.placket, colour=c), sleeve=0.44), "green"),
    "poncho": (_poncho, "red"),
    "puffer jacket": (lambda c: replace(top(c, p(t.quilt, colour=c), d.zipper, low=9), neck="high", sleeve_wide=1), "red"),
    "raincoat": (lambda c: replace(coat(c, 26, 21, p(d.hood, colour=c, cords=c), p(d.buttons, colour=bright(c), ys=(-26, -14, -2, 10)), *_pockets(c), high=True), shoes=shade(c, -0.3)), "yellow"),
    "robe": (lambda c: replace(coat(c, 60, 24), sleeve_wide=14, details=(p(t.robe, colour=c),)), "purple"),
    "sari": (_sari, "pink"),
    "scarf": (lambda c: top(plain(c), p(t.long_scarf, colour=c)), "red"),
    "shirt": (lambda c: top(c, p(d.collar, colour=shade(c, 0.1)), p(d.front_line, colour=c), p(d.buttons, colour=WHITE if sum(c) < 620 else GREY), p(d.pocket, colour=c, x=7, y=-33)), "blue"),
    "shorts": (lambda c: trousers(c, 0.46, 2.4), "green"),
    "skirt": (lambda c: skirt(c, 22, 24, p(t.pleats, colour=c)), "red"),
    "snowsuit": (lambda c: replace(_jumpsuit(c), sleeve=1, leg_wide=4, gloves=SLATE, footwear="boot", shoes=SLATE, details=(p(t.quilt, colour=c), d.zipper, p(d.fur_collar, colour=WHITE))), "blue"),
    "striped shirt": (lambda c: top(c, p(d.stripes, colour=bright(c))), "blue"),
    "suit": (lambda c: suit(c, p(d.tie, colour=(190, 50, 56) if sum(c) > 300 or c[0] < 100 else SLATE), p(d.buttons, colour=BLACK, ys=(-10, -3), x=1)), "gray"),
    "sundress": (lambda c: dress(c, 32, 29, p(t.blossoms, colour=bright(c)), p(d.belt, colour=bright(c), y=-14, half=11.4, buckle=None, high=2.4), sleeve=0, neck="strap"), "yellow"),
    "suspenders": (_suspenders, "red"),
    "sweater": (lambda c: top(c, p(d.knit, colour=c, low=7), low=7), "red"),
    "sweatpants": (lambda c: replace(trousers(c, 0.97, 3.4, p(t.drawstring, colour=bright(c))), tucked=True), "gray"),
    "swimsuit": (_swimsuit, "red"),
    "t-shirt": (lambda c: top(c, sleeve=0.44), "red"),
    "tank top": (lambda c: top(c, sleeve=0, base=Outfit(neck="strap", footwear="sneaker")), "blue"),
    "tracksuit": (_tracksuit, "red"),
    "trench coat": (lambda c: coat(c, 36, 21, p(d.collar, colour=shade(c, -0.1), deep=12), p(d.belt, colour=shade(c, -0.25), y=-13, half=13.4), p(d.buttons, colour=BROWN, ys=(-30, -21, 0, 10), x=-4.5), p(d.buttons, colour=BROWN, ys=(-30, -21, 0, 10), x=5.5)), "beige"),
    "turtleneck": (lambda c: replace(top(c), neck="high", details=(p(t.roll_neck, colour=c),)), "green"),
    "tutu": (_tutu, "pink"),
    "tuxedo": (lambda c: suit(c, p(d.bow_tie, colour=BLACK if sum(c) > 240 else (30, 30, 36)), p(d.buttons, colour=BLACK, ys=(-30, -23)), lapel=shade(c, -0.3) if sum(c) > 240 else (76, 76, 88)), "black"),
    "vest": (lambda c: top(plain(c), p(d.waistcoat, colour=c), p(d.collar, colour=plain(c), deep=4), p(d.tie, colour=SLATE, low=-23)), "brown"),
    "wedding dress": (_wedding, "white"),
}
"""A garment -> how it is worn in a colour, and its own colour by name."""
