"""How garments are worn in a colour; the rest of what their wearer wears is plain."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial as p

from synthgen.renderer.sketch.colours import COLOURS, RGB, shade
from synthgen.renderer.sketch.subjects import garment_details as d
from synthgen.renderer.sketch.subjects import garment_trims as t
from synthgen.renderer.sketch.subjects.garments import BLACK, BROWN, SLATE, WHITE, Detail, Outfit

GOLD = COLOURS["gold"]
GREY: RGB = (150, 156, 164)
Dress = Callable[[RGB], Outfit]


def plain(colour: RGB) -> RGB:
    """A quiet colour that `colour` stands out from."""
    return (104, 110, 120) if sum(colour) > 560 else (226, 224, 216)


def legs_under(colour: RGB) -> RGB:
    """Quiet trousers or shoes beside something in the colour: gray, but where that is asked for."""
    asked = max(colour) - min(colour) < 30 and 300 < sum(colour) < 560
    return (206, 208, 212) if asked else (150, 154, 162)


def bright(colour: RGB) -> RGB:
    """What shows as a pattern on `colour`."""
    return WHITE if sum(colour) < 600 else SLATE


def top(colour: RGB, *details: Detail, sleeve: float = 1, low: float = 6, base: Outfit | None = None) -> Outfit:
    """What covers the upper body, over plain trousers."""
    fitted = base or Outfit(footwear="sneaker")
    return replace(
        fitted,
        top=colour,
        bottom=plain(colour),
        shoes=legs_under(colour),
        sleeve=sleeve,
        low=low,
        details=(*fitted.details, *details),
    )


def trousers(colour: RGB, leg: float = 1, wide: float = 0, *details: Detail) -> Outfit:
    """What covers the legs, under a plain shirt."""
    shirt = plain(colour)
    return Outfit(
        top=shirt,
        bottom=colour,
        shoes=legs_under(colour),
        footwear="sneaker",
        sleeve=0.42,
        leg=leg,
        leg_wide=wide,
        tucked=True,
        details=details,
    )


def skirt(colour: RGB, hem: float, spread: float, *details: Detail) -> Outfit:
    return Outfit(
        top=plain(colour),
        skirt=colour,
        sleeve=0.42,
        leg=0,
        hem=hem,
        spread=spread,
        shoes=legs_under(colour),
        details=details,
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
        shoes=legs_under(colour),
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


def pockets(colour: RGB, y: float = -4) -> tuple[Detail, Detail]:
    return p(d.pocket, colour=colour, x=-7.5, y=y), p(d.pocket, colour=colour, x=7.5, y=y)


def jeans(colour: RGB) -> Outfit:
    seam = shade(colour, 0.4)
    return trousers(colour, 1, 0.6, p(t.fly, colour=colour), p(t.seams, colour=seam))


def suspenders(colour: RGB) -> Outfit:
    shirt = WHITE if sum(colour) < 600 else (120, 126, 136)
    return Outfit(
        top=shirt,
        bottom=SLATE,
        tucked=True,
        details=(p(d.collar, colour=shirt), p(d.suspenders, colour=colour, width=5)),
    )


def overalls(colour: RGB) -> Outfit:
    return Outfit(
        top=plain(colour),
        bottom=colour,
        leg_wide=1.4,
        footwear="boot",
        shoes=legs_under(colour),
        details=(p(d.bib, colour=colour),),
    )


def jumpsuit(colour: RGB) -> Outfit:
    return Outfit(
        top=colour,
        bottom=colour,
        shoes=legs_under(colour),
        leg_wide=1.6,
        sleeve=0.4,
        details=(p(d.collar, colour=colour), p(d.zipper, low=-2), p(d.belt, colour=shade(colour, -0.3), y=-9)),
    )


def pajamas(colour: RGB) -> Outfit:
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


def tracksuit(colour: RGB) -> Outfit:
    line = bright(colour)
    return Outfit(
        top=colour,
        bottom=colour,
        footwear="sneaker",
        shoes=legs_under(colour),
        leg_wide=1,
        low=7,
        neck="high",
        details=(p(d.zipper), p(t.side_lines, colour=line), p(t.arm_lines, colour=line)),
    )


def swimsuit(colour: RGB) -> Outfit:
    return Outfit(top=colour, bottom=colour, neck="strap", sleeve=0, leg=0.1, leg_wide=-1, low=7, footwear="bare")


def tutu(colour: RGB) -> Outfit:
    layers = p(t.tutu, colour=colour)
    tights = (250, 226, 222)
    return Outfit(
        top=colour, neck="strap", sleeve=0, leg=0, low=4, shoes=shade(colour, 0.2), tights=tights, details=(layers,)
    )


def sari(colour: RGB) -> Outfit:
    fabric = dress(colour, 58, 17, p(t.sari, colour=colour), sleeve=0.36)
    return replace(fabric, sleeve_colour=shade(colour, -0.3), footwear="sandal")


def kimono(colour: RGB) -> Outfit:
    belt = shade(colour, -0.45) if sum(colour) > 240 else (150, 154, 162)
    details = (p(t.blossoms, colour=bright(colour)), p(d.cross_over, colour=colour, sash_colour=belt))
    return Outfit(
        top=colour,
        leg=0,
        hem=57,
        spread=15,
        sleeve_wide=15,
        footwear="sandal",
        shoes=legs_under(colour),
        details=details,
    )


def kilt(colour: RGB) -> Outfit:
    return replace(
        skirt(colour, 25, 17, p(t.tartan, colour=colour), p(t.sporran, colour=BROWN)),
        tights=None,
        footwear="boot",
        shoes=(70, 62, 60),
        top=WHITE if sum(colour) < 600 else SLATE,
        sleeve=1,
    )


def poncho(colour: RGB) -> Outfit:
    return Outfit(
        top=plain(colour), bottom=plain(colour), shoes=legs_under(colour), details=(p(t.poncho, colour=colour),)
    )


def wedding(colour: RGB) -> Outfit:
    lace = shade(colour, -0.1) if sum(colour) > 500 else shade(colour, 0.4)
    return replace(
        dress(
            colour,
            60,
            36,
            p(d.ruffles, colour=colour, y=56, half=32, count=9),
            p(d.sash, colour=lace, width=1.4),
            neck="strap",
            sleeve=0,
        ),
        details=(
            p(d.ruffles, colour=colour, y=58, half=33, count=9, r=5),
            p(d.belt, colour=lace, y=-14, half=11.4, buckle=None, high=3),
            d.necklace,
        ),
    )


def ball_gown(colour: RGB) -> Outfit:
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


def evening_gown(colour: RGB) -> Outfit:
    return dress(colour, 62, 20, p(t.slit, colour=colour), d.necklace, sleeve=0, neck="strap")
