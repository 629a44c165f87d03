"""Hairstyles, shown as busts; the colour that a prompt names is the hair's."""

import random
from dataclasses import replace
from functools import partial

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.colours import RGB
from synthgen.renderer.sketch.drawing import Drawing, Look, PersonKind
from synthgen.renderer.sketch.subjects.busts import paint_bust, some_top
from synthgen.renderer.sketch.subjects.faces import some_traits
from synthgen.renderer.sketch.subjects.hair_shapes import some_cut
from synthgen.renderer.sketch.subjects.hair_styles import STYLES
from synthgen.renderer.sketch.subjects.heads import SKINS, Beard, Head
from synthgen.renderer.sketch.subjects.pen import Pen
from synthgen.renderer.sketch.subjects.people import EVERYONE, chosen, natural_hair
from synthgen.renderer.sketch.subjects.tones import SKIN_APART, apart, hair_said, skin_said, traits_said

PLACES = ("studio", "park", "barber shop", "city street", "cafe", "garden", "beach")
SHIRTS: tuple[RGB, ...] = (
    (232, 232, 228),
    (150, 156, 166),
    (104, 110, 122),
    (176, 190, 200),
    (196, 184, 166),
    (158, 172, 156),
    (128, 142, 158),
    (206, 192, 190),
    (86, 96, 104),
    (178, 164, 178),
    (120, 134, 122),
    (218, 208, 190),
    (64, 72, 90),
    (92, 80, 74),
    (240, 232, 216),
)
"""Quiet colours: nobody would name one of them before the hair's."""
SHIRT_APART = 130
"""How far the colours of hair and shirt are apart, at least."""
BEARDS: dict[str, Beard] = {"bushy beard": "bushy", "goatee": "goatee", "mustache": "mustache"}
HIS = ("buzz cut", "comb-over", "crew cut", "faux hawk", "flat top", "quiff", "receding hairline")
HERS = (
    "beehive",
    "braided crown",
    "feathered hair",
    "messy bun",
    "pigtails",
    "ringlets",
    "side braid",
    "updo",
)
ANYBODYS = ("afro", "dreadlocks", "emo hair", "mullet", "shag", "slicked-back hair")
WITH_BEARD: tuple[Beard, ...] = ("stubble", "full", "full", "full")
WITHOUT: tuple[Beard, ...] = ("", "", "", "stubble", "full")


def _wearers(style: str) -> tuple[PersonKind, ...]:
    if style in BEARDS or style in ("comb-over", "receding hairline", "bald head"):
        return ("man",)
    if style in HIS:
        return ("man", "boy")
    if _hers(style) and style not in ANYBODYS:
        return ("woman", "girl")
    return EVERYONE


def _hers(style: str) -> bool:
    return style in HERS or STYLES[style].back is not None


def skins(hair: RGB | None) -> list[RGB]:
    """Skins that hair of this colour stands out from."""
    return [skin for skin in SKINS if hair is None or apart(skin, hair) > SKIN_APART]


def shirts(hair: RGB) -> list[RGB]:
    """Shirts that nobody takes for hair of this colour."""
    return [shirt for shirt in SHIRTS if apart(shirt, hair) > SHIRT_APART]


def _beard(rng: random.Random, style: str, who: PersonKind) -> Beard:
    """A man is known as one whatever his hair: a beard helps, most where the hair is seldom a man's."""
    if who != "man":
        return ""
    if style in BEARDS:
        return BEARDS[style]
    return rng.choice(WITH_BEARD if _hers(style) else WITHOUT)


def _paint(canvas: Canvas, look: Look, style: str) -> None:
    rng = look.rng
    who = chosen(look, _wearers(style))
    if style in BEARDS:
        who = "man"  # also where the prompt says "person"
    # The first that fits of all in some order, so that a colour changes nothing but what it has to.
    fitting = skins(look.colour)
    lucky = next(skin for skin in rng.sample(SKINS, len(SKINS)) if skin in fitting)
    natural = natural_hair(rng, lucky)
    skin = skin_said(look, lucky, SKIN_APART)
    colour = look.colour or hair_said(look, skin, natural)
    worn = shirts(colour)
    shirt = next(shirt for shirt in rng.sample(SHIRTS, len(SHIRTS)) if shirt in worn)
    head = Head(
        who,
        skin,
        "short hair" if style in BEARDS else style,
        colour,
        beard=_beard(rng, style, who),
        gaze=rng.choice((0, 0, 2, 3.6)),
        cut=some_cut(rng),
        traits=traits_said(look, some_traits(rng, who)),
        age=look.age,
    )
    if style in ("emo hair", "side-swept bangs") and head.gaze > 2:
        head = replace(head, gaze=1.5)
    tilt = rng.choice((0, 0, -3.5, 3.5, 5))
    paint_bust(Pen(canvas).at(50, 51, 1.03), head, shirt, some_top(rng, who), tilt, rng.uniform(-1, 1))


HAIR: dict[str, Drawing] = {
    name: Drawing(
        partial(_paint, style=name),
        height=122,
        size=1.04,
        rests="bust",
        recolours=name != "bald head",
        variants=400,
        places=PLACES,
    )
    for name in sorted([*STYLES, *BEARDS])
}
"""A hairstyle -> its drawing."""
