"""The hairstyles by name: what lies behind the head, and what lies on it."""

from dataclasses import dataclass
from functools import partial

from synthgen.renderer.sketch.subjects import hair_braids as braids
from synthgen.renderer.sketch.subjects import hair_long as long
from synthgen.renderer.sketch.subjects import hair_raised as raised
from synthgen.renderer.sketch.subjects import hair_short as short
from synthgen.renderer.sketch.subjects import hair_tied as tied
from synthgen.renderer.sketch.subjects.hair_shapes import Paint, mane


@dataclass(frozen=True)
class HairStyle:
    """One hairstyle; `front` is painted over the face, `back` behind the whole body."""

    front: Paint
    back: Paint | None = None


STYLES: dict[str, HairStyle] = {
    "afro": HairStyle(raised.afro, raised.afro_back),
    "afro puffs": HairStyle(tied.puffs, tied.puffs_back),
    "asymmetrical bob": HairStyle(partial(long.bob, left=8, right=31, flick=-3), long.bob_back),
    "bald head": HairStyle(short.bald),
    "bangs": HairStyle(long.long_fringe, partial(mane, length=44, width=23.5)),
    "bantu knots": HairStyle(raised.bantu_knots),
    "beehive": HairStyle(tied.beehive),
    "bob cut": HairStyle(long.bob, long.bob_back),
    "bowl cut": HairStyle(short.bowl),
    "box braids": HairStyle(braids.box_braids, braids.box_braids_back),
    "braided crown": HairStyle(braids.crown_braid),
    "braids": HairStyle(braids.two_braids),
    "bun": HairStyle(tied.combed_back, tied.bun_back),
    "buzz cut": HairStyle(short.buzz),
    "comb-over": HairStyle(short.comb_over),
    "cornrows": HairStyle(short.cornrows),
    "crew cut": HairStyle(short.crew),
    "curly hair": HairStyle(partial(long.curly_front, low=22), partial(long.long_curls_back, low=26)),
    "curtain bangs": HairStyle(long.curtain_bangs, partial(mane, length=42)),
    "dreadlocks": HairStyle(braids.dreads, braids.dreads_back),
    "emo hair": HairStyle(long.emo, partial(mane, length=24, width=22)),
    "faux hawk": HairStyle(raised.faux_hawk),
    "feathered hair": HairStyle(long.feathered, partial(mane, length=30, width=22)),
    "flat top": HairStyle(raised.flat_top),
    "flipped bob": HairStyle(partial(long.bob, left=20, right=20, flick=7), long.bob_back),
    "frizzy hair": HairStyle(raised.frizzy, raised.frizzy_back),
    "half-up hair": HairStyle(tied.half_up, partial(mane, length=46)),
    "high ponytail": HairStyle(tied.high_ponytail, tied.high_ponytail_back),
    "long curly hair": HairStyle(partial(long.curly_front, low=42), partial(long.long_curls_back, low=54)),
    "long straight hair": HairStyle(partial(long.flowing, length=56), partial(mane, length=56, flare=3)),
    "long wavy hair": HairStyle(partial(long.flowing, length=56, wave=1.8), partial(mane, length=56, flare=4, wave=3)),
    "low bun": HairStyle(tied.low_bun, tied.low_bun_back),
    "low ponytail": HairStyle(tied.low_ponytail, tied.low_ponytail_back),
    "messy bun": HairStyle(tied.messy_bun, tied.messy_bun_back),
    "middle part": HairStyle(short.middle_part),
    "mohawk": HairStyle(raised.mohawk),
    "mullet": HairStyle(long.mullet, long.mullet_back),
    "pigtails": HairStyle(tied.pigtails, tied.pigtails_back),
    "pixie cut": HairStyle(short.pixie),
    "pompadour": HairStyle(raised.pompadour),
    "ponytail": HairStyle(tied.combed_back, tied.ponytail_back),
    "quiff": HairStyle(raised.quiff),
    "receding hairline": HairStyle(short.receding),
    "ringlets": HairStyle(long.ringlets, partial(mane, length=16, width=22)),
    "shag": HairStyle(long.shag, partial(mane, length=28, width=23)),
    "short curly hair": HairStyle(short.short_curls),
    "short hair": HairStyle(short.short),
    "side braid": HairStyle(braids.side_braid),
    "side part": HairStyle(short.side_part),
    "side-swept bangs": HairStyle(long.swept_fringe, partial(mane, length=36)),
    "slicked-back hair": HairStyle(short.slicked, short.slicked_back),
    "space buns": HairStyle(tied.space_buns),
    "spiky hair": HairStyle(raised.spiky),
    "top knot": HairStyle(tied.top_knot),
    "undercut": HairStyle(raised.undercut),
    "updo": HairStyle(tied.updo, tied.updo_back),
    "wavy bob": HairStyle(partial(long.bob, left=18, right=18, flick=-1, wave=3), long.bob_back),
    "wavy hair": HairStyle(
        partial(long.flowing, length=32, part=-6, wave=2, waves=2), partial(mane, length=32, wave=3, waves=2)
    ),
}
"""A hairstyle's name -> how it is painted."""
