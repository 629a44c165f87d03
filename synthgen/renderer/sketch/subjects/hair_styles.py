"""The hairstyles by name: what lies behind the head, and what lies on it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from synthgen.renderer.sketch.canvas import bezier
from synthgen.renderer.sketch.colours import RGB
from synthgen.renderer.sketch.subjects import hair_long as long
from synthgen.renderer.sketch.subjects import hair_short as short
from synthgen.renderer.sketch.subjects.hair_shapes import cap, locks, mane, parting
from synthgen.renderer.sketch.subjects.pen import Pen

Paint = Callable[[Pen, RGB], None]


@dataclass(frozen=True)
class HairStyle:
    """One hairstyle; `front` is painted over the face, `back` behind the whole body."""

    front: Paint
    back: Paint | None = None


def _flowing(pen: Pen, colour: RGB, length: float, part: float = 0, wave: float = 0, waves: float = 2.5) -> None:
    locks(pen, colour, length, 8.5, 15.5, wave, waves)
    cap(pen, colour, parting(part, -16, 7, 2), 3.4, 2, 12)


def _bob(pen: Pen, colour: RGB, left: float = 17, right: float = 17, flick: float = -5, wave: float = 0) -> None:
    for side, low in ((-1, left), (1, right)):
        outer = [(21.5, -6), (24 + wave, 4), (24 - wave * 0.5, low - 6), (23 + flick, low + 1)]
        inner = [(15 + flick, low), (16.5, low - 8), (15.5, -4)]
        pen.blob([(side * x, y) for x, y in [*outer, *inner]], colour, rim=0.9)
    if wave or flick > 0:
        cap(pen, colour, parting(-6, -15, 4, 2), 3.6, 2.6, 8)
    else:
        cap(
            pen,
            colour,
            [(20, 4), (16.5, -4), *bezier((16.5, -4), (4, -6), (-9, -16), 6), (-16, -6), (-20, 4)],
            3.6,
            2.8,
            8,
        )


def _bob_back(pen: Pen, colour: RGB, low: float = 14) -> None:
    mane(pen, colour, low, 22.5, round_ends=3)


STYLES: dict[str, HairStyle] = {
    "afro": HairStyle(short.afro, short.afro_back),
    "afro puffs": HairStyle(long.puffs, long.puffs_back),
    "asymmetrical bob": HairStyle(partial(_bob, left=8, right=31, flick=-3), _bob_back),
    "bald head": HairStyle(short.bald),
    "bangs": HairStyle(long.long_fringe, partial(mane, length=44, width=23.5)),
    "bantu knots": HairStyle(short.bantu_knots),
    "beehive": HairStyle(long.beehive),
    "bob cut": HairStyle(_bob, _bob_back),
    "bowl cut": HairStyle(short.bowl),
    "box braids": HairStyle(long.box_braids, long.box_braids_back),
    "braided crown": HairStyle(long.crown_braid),
    "braids": HairStyle(long.two_braids),
    "bun": HairStyle(long.combed_back, long.bun_back),
    "buzz cut": HairStyle(short.buzz),
    "comb-over": HairStyle(short.comb_over),
    "cornrows": HairStyle(short.cornrows),
    "crew cut": HairStyle(short.crew),
    "curly hair": HairStyle(partial(long.curly_front, low=22), partial(long.long_curls_back, low=26)),
    "dreadlocks": HairStyle(long.dreads, long.dreads_back),
    "emo hair": HairStyle(long.emo, partial(mane, length=24, width=22)),
    "feathered hair": HairStyle(long.feathered, partial(mane, length=30, width=22)),
    "flat top": HairStyle(short.flat_top),
    "flipped bob": HairStyle(partial(_bob, left=20, right=20, flick=7), _bob_back),
    "half-up hair": HairStyle(long.half_up, partial(mane, length=46)),
    "high ponytail": HairStyle(long.high_ponytail, long.high_ponytail_back),
    "long curly hair": HairStyle(partial(long.curly_front, low=42), partial(long.long_curls_back, low=54)),
    "long straight hair": HairStyle(partial(_flowing, length=56), partial(mane, length=56, flare=3)),
    "long wavy hair": HairStyle(partial(_flowing, length=56, wave=1.8), partial(mane, length=56, flare=4, wave=3)),
    "low ponytail": HairStyle(long.low_ponytail, long.low_ponytail_back),
    "middle part": HairStyle(short.middle_part),
    "mohawk": HairStyle(short.mohawk),
    "mullet": HairStyle(long.mullet, long.mullet_back),
    "pigtails": HairStyle(long.pigtails, long.pigtails_back),
    "pixie cut": HairStyle(short.pixie),
    "pompadour": HairStyle(short.pompadour),
    "ponytail": HairStyle(long.combed_back, long.ponytail_back),
    "receding hairline": HairStyle(short.receding),
    "ringlets": HairStyle(long.ringlets, partial(mane, length=16, width=22)),
    "shag": HairStyle(long.shag, partial(mane, length=28, width=23)),
    "short curly hair": HairStyle(short.short_curls),
    "short hair": HairStyle(short.short),
    "side braid": HairStyle(long.side_braid),
    "side part": HairStyle(short.side_part),
    "side-swept bangs": HairStyle(long.swept_fringe, partial(mane, length=36)),
    "slicked-back hair": HairStyle(short.slicked),
    "space buns": HairStyle(long.space_buns),
    "spiky hair": HairStyle(short.spiky),
    "top knot": HairStyle(long.top_knot),
    "undercut": HairStyle(short.undercut),
    "updo": HairStyle(long.updo),
    "wavy bob": HairStyle(partial(_bob, left=18, right=18, flick=-1, wave=3), _bob_back),
    "wavy hair": HairStyle(
        partial(_flowing, length=32, part=-6, wave=2, waves=2), partial(mane, length=32, wave=3, waves=2)
    ),
}
"""A hairstyle's name -> how it is painted."""
