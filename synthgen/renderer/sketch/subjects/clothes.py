"""Clothes, worn; the colour that a prompt names is the garment's."""

from functools import partial

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.colours import COLOURS
from synthgen.renderer.sketch.drawing import Drawing, Look, PersonKind
from synthgen.renderer.sketch.subjects.outfits import GARMENTS
from synthgen.renderer.sketch.subjects.people import paint_person, some_person
from synthgen.renderer.sketch.subjects.poses import Pose, Reach

POSES = (
    Pose(arms=((-18, -8), (18, 8))),
    Pose(arms=(Reach(-15, -5), (20, 9))),
    Pose(arms=((-20, -9), Reach(15, -5))),
    Pose(arms=((-22, -10), (62, 150))),
)
HERS: tuple[PersonKind, ...] = ("woman", "girl")
HIS: tuple[PersonKind, ...] = ("man",)
GROWN: tuple[PersonKind, ...] = ("man", "woman")
ALL: tuple[PersonKind, ...] = ("man", "woman", "boy", "girl")
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
    who = look.person or look.rng.choice(WEARERS.get(garment, ALL))
    person = some_person(
        Look(look.rng, None, who),
        dress(look.colour or COLOURS[own]),
        pose=look.rng.choice(POSES),
    )
    paint_person(canvas, person)


def _places(garment: str) -> tuple[str, ...]:
    return ("studio", "city street", "park", "garden", "beach", "living room")


CLOTHES: dict[str, Drawing] = {
    name: Drawing(
        partial(_paint, garment=name),
        width=130,
        height=172,
        size=0.78,
        colour=own,
        variants=12,
        places=_places(name),
    )
    for name, (_, own) in GARMENTS.items()
}
"""A garment -> its drawing."""
