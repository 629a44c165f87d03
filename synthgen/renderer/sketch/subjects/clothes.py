"""Clothes, worn; the colour that a prompt names is the garment's, what else is worn stays grey or white."""

from dataclasses import replace
from functools import partial as p

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.colours import COLOURS, RGB
from synthgen.renderer.sketch.drawing import Drawing, Look, PersonKind
from synthgen.renderer.sketch.subjects import hats
from synthgen.renderer.sketch.subjects.accessories import ACCESSORIES
from synthgen.renderer.sketch.subjects.garment_trims import poncho
from synthgen.renderer.sketch.subjects.headwear import hood
from synthgen.renderer.sketch.subjects.people import EVERYONE
from synthgen.renderer.sketch.subjects.views import FROM_THE_SIDE, WHOLE, Worn, half, whole
from synthgen.renderer.sketch.subjects.wardrobe import GARMENTS
from synthgen.renderer.sketch.subjects.wardrobe_tops import TOPS

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
FUR: RGB = (226, 220, 208)


def _on_head(garment: str, colour: RGB) -> Worn:
    """What of the garment is over the head."""
    if garment in ("raincoat", "parka", "snowsuit"):
        return Worn(p(hood, colour=colour, edge=None if garment == "raincoat" else FUR), covers=True)
    return Worn(hats.space_helmet, covers=True) if garment == "space suit" else Worn(behind=garment == "cape")


def _whole(canvas: Canvas, look: Look, garment: str) -> None:
    dress, own = GARMENTS[garment]
    colour = look.colour or COLOURS[own]
    look = replace(look, colour=colour)
    joints = whole(canvas, look, dress(colour), WEARERS.get(garment, EVERYONE), _on_head(garment, colour))
    if garment == "poncho":  # the arms are under it
        poncho(joints.torso, colour)


def _half(canvas: Canvas, look: Look, garment: str) -> None:
    dress, own = TOPS[garment]
    behind = garment == "backpack"
    poses = FROM_THE_SIDE if behind else WHOLE
    colour = look.colour or COLOURS[own]
    half(
        canvas, replace(look, colour=colour), dress(colour), WEARERS.get(garment, EVERYONE), Worn(behind=behind), poses
    )


INDOORS = ("bedroom", "living room")
OUTDOORS = ("city street", "park")
STAGE = ("castle", "stage", "theater", "restaurant")
SNOW = ("snowy mountains", "ski slope", "mountains", "city street")
SUN = ("beach", "swimming pool", "sea")
WORK = ("office", "city street")
PLACES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("pajamas", "bathrobe"), INDOORS),
    **dict.fromkeys(("ball gown", "evening gown", "tuxedo", "robe", "cape", "tutu", "toga"), STAGE),
    **dict.fromkeys(("snowsuit", "puffer jacket", "puffer vest", "parka", "coat"), SNOW),
    **dict.fromkeys(("swimsuit", "sundress", "sarong", "wetsuit", "life jacket", "floral shirt"), SUN),
    **dict.fromkeys(("suit", "blazer", "vest", "trench coat"), WORK),
    **dict.fromkeys(("tracksuit", "leggings", "sweatpants", "tank top"), ("gym", "park")),
    "apron": ("kitchen", "bakery"),
    "lab coat": ("laboratory",),
    "overalls": ("farm", "garden"),
    "safety vest": ("construction site",),
    "space suit": ("moon", "space"),
    "wedding dress": ("garden", "beach", "castle"),
    "kimono": ("garden", "park"),
}
"""Where it is worn, if not just anywhere out of doors."""


def _places(name: str) -> tuple[str, ...]:
    return ("studio", *PLACES.get(name, OUTDOORS))


_WORN: dict[str, Drawing] = {
    **{
        name: Drawing(p(_whole, garment=name), 130, 174, 0.82, colour=own, variants=12, places=_places(name))
        for name, (_, own) in GARMENTS.items()
    },
    **{
        name: Drawing(p(_half, garment=name), 140, 142, 0.9, "bust", own, variants=12, places=_places(name))
        for name, (_, own) in TOPS.items()
    },
}
CLOTHES: dict[str, Drawing] = dict(sorted({**_WORN, **ACCESSORIES}.items()))
"""A garment -> its drawing."""
