"""Clothes, worn; the colour that a prompt names is the garment's."""

from functools import partial

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.colours import COLOURS
from synthgen.renderer.sketch.drawing import Drawing, Look, PersonKind
from synthgen.renderer.sketch.subjects.accessories import ACCESSORIES
from synthgen.renderer.sketch.subjects.people import EVERYONE, chosen, paint_person, some_person
from synthgen.renderer.sketch.subjects.poses import Pose, Reach
from synthgen.renderer.sketch.subjects.wardrobe import GARMENTS

POSES = (
    Pose(arms=((-18, -8), (18, 8))),
    Pose(arms=(Reach(-15, -5), (20, 9))),
    Pose(arms=((-20, -9), Reach(15, -5))),
    Pose(arms=((-22, -10), (62, 150))),
)
HERS: tuple[PersonKind, ...] = ("woman", "girl")
HIS: tuple[PersonKind, ...] = ("man",)
GROWN: tuple[PersonKind, ...] = ("man", "woman")
WEARERS: dict[str, tuple[PersonKind, ...]] = {
    **dict.fromkeys(("ball gown", "dress", "evening gown", "long skirt", "polka dot dress", "sari", "skirt"), HERS),
    **dict.fromkeys(("sundress", "swimsuit", "tutu", "leggings"), HERS),
    **dict.fromkeys(("tuxedo", "kilt", "suspenders", "vest"), HIS),
    **dict.fromkeys(("blazer", "lab coat", "leather jacket", "suit", "trench coat", "robe"), GROWN),
    "wedding dress": ("woman",),
}
"""Who wears it where the prompt does not say."""


def _paint(canvas: Canvas, look: Look, garment: str) -> None:
    dress, own = GARMENTS[garment]
    who = chosen(look, WEARERS.get(garment, EVERYONE))
    person = some_person(
        Look(look.rng, None, who),
        dress(look.colour or COLOURS[own]),
        pose=look.rng.choice(POSES),
    )
    paint_person(canvas, person)


INDOORS = ("bedroom", "living room")
OUTDOORS = ("city street", "park")
STAGE = ("castle", "stage", "theater", "restaurant")
SNOW = ("snowy mountains", "ski slope", "mountains", "city street")
SUN = ("beach", "swimming pool", "sea")
WORK = ("office", "city street")
PLACES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("pajamas", "bathrobe"), INDOORS),
    **dict.fromkeys(("ball gown", "evening gown", "tuxedo", "robe", "cape", "tutu"), STAGE),
    **dict.fromkeys(("snowsuit", "puffer jacket", "parka", "coat"), SNOW),
    **dict.fromkeys(("swimsuit", "sundress"), SUN),
    **dict.fromkeys(("suit", "blazer", "vest", "trench coat"), WORK),
    **dict.fromkeys(("tracksuit", "leggings", "sweatpants", "tank top"), ("gym", "park")),
    "apron": ("kitchen", "bakery"),
    "lab coat": ("laboratory",),
    "overalls": ("farm", "garden"),
    "wedding dress": ("garden", "beach", "castle"),
    "kimono": ("garden", "park"),
}
"""Where it is worn, if not just anywhere out of doors."""


_WORN: dict[str, Drawing] = {
    name: Drawing(
        partial(_paint, garment=name),
        width=130,
        height=174,
        size=0.8,
        colour=own,
        variants=12,
        places=("studio", *PLACES.get(name, OUTDOORS)),
    )
    for name, (_, own) in GARMENTS.items()
}
CLOTHES: dict[str, Drawing] = dict(sorted({**_WORN, **ACCESSORIES}.items()))
"""A garment -> its drawing."""
