"""Hairstyles, shown as busts; the colour that a prompt names is the hair's."""

from functools import partial

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Drawing, Look, PersonKind
from synthgen.renderer.sketch.subjects.hair_styles import STYLES
from synthgen.renderer.sketch.subjects.heads import SKINS, Beard, Head, paint_bust
from synthgen.renderer.sketch.subjects.pen import Pen
from synthgen.renderer.sketch.subjects.people import EVERYONE, NATURAL_HAIR, chosen

PLACES = ("studio", "park", "barber shop", "city street", "cafe", "garden", "beach")
SHIRTS: tuple[RGB, ...] = (
    (94, 150, 190),
    (112, 168, 140),
    (206, 122, 108),
    (146, 128, 184),
    (222, 186, 116),
    (128, 140, 156),
)
PLAIN: tuple[RGB, ...] = ((232, 232, 228), (150, 156, 166), (104, 110, 122))
BEARDS: dict[str, Beard] = {"bushy beard": "bushy", "goatee": "goatee", "mustache": "mustache"}
HIS = ("buzz cut", "comb-over", "crew cut", "flat top", "receding hairline")
HERS = ("beehive", "braided crown", "feathered hair", "ringlets", "updo", "pigtails", "side braid", "low ponytail")


def _wearers(style: str) -> tuple[PersonKind, ...]:
    if style in BEARDS or style in ("comb-over", "receding hairline", "bald head"):
        return ("man",)
    if style in HIS:
        return ("man", "boy")
    if style in HERS or STYLES[style].back:
        return ("woman", "girl")
    return EVERYONE


def _paint(canvas: Canvas, look: Look, style: str) -> None:
    rng = look.rng
    who = chosen(look, _wearers(style))
    skin = rng.choice(SKINS)
    natural = rng.choice(NATURAL_HAIR if sum(skin) > 480 else NATURAL_HAIR[:3])
    shirt = rng.choice(SHIRTS if look.colour is None else PLAIN)
    head = Head(
        who,
        skin,
        "short hair" if style in BEARDS else style,
        look.colour or natural,
        beard=BEARDS.get(style, ""),
    )
    paint_bust(Pen(canvas).at(50, 51, 1.03), head, shade(shirt, 0.04))


HAIR: dict[str, Drawing] = {
    name: Drawing(
        partial(_paint, style=name),
        size=0.8,
        rests="bust",
        recolours=name != "bald head",
        variants=12,
        places=PLACES,
    )
    for name in sorted([*STYLES, *BEARDS])
}
"""A hairstyle -> its drawing."""
