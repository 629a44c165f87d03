"""What would be too small on a whole person: hats as busts, shoes on somebody who sits, gloves on raised hands."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial as p

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.colours import COLOURS, RGB
from synthgen.renderer.sketch.drawing import Drawing, Look
from synthgen.renderer.sketch.subjects import footwear, handwear
from synthgen.renderer.sketch.subjects import garment_details as d
from synthgen.renderer.sketch.subjects import garment_trims as t
from synthgen.renderer.sketch.subjects.footwear import FOOTWEAR
from synthgen.renderer.sketch.subjects.garments import Outfit
from synthgen.renderer.sketch.subjects.handwear import HANDWEAR
from synthgen.renderer.sketch.subjects.headwear import HEADWEAR, TALL
from synthgen.renderer.sketch.subjects.outfits import legs_under, plain
from synthgen.renderer.sketch.subjects.pen import Pen
from synthgen.renderer.sketch.subjects.views import bust, handed, seated

NECKWEAR: dict[str, tuple[Callable[[Pen, RGB], None], str]] = {
    "bow tie": (p(d.bow_tie, wide=11, y=-39), "red"),
    "shawl": (t.knotted_shawl, "purple"),
}
"""What is worn under the chin, painted in the torso's units, and its own colour by name."""
OWN_COLOUR = {name: own for table in (HEADWEAR, NECKWEAR, FOOTWEAR, HANDWEAR) for name, (_, own) in table.items()}
PAIRED = frozenset({*FOOTWEAR, *HANDWEAR})


def _colour(look: Look, name: str) -> RGB:
    return look.colour or COLOURS[OWN_COLOUR[name]]


def _on_head(canvas: Canvas, look: Look, name: str) -> None:
    colour = _colour(look, name)
    y, scale = (56, 0.84) if name in TALL else (47, 1)
    bust(canvas, replace(look, colour=colour), plain(colour), lambda pen: HEADWEAR[name][0](pen, colour), y, scale)


def _under_chin(canvas: Canvas, look: Look, name: str) -> None:
    colour = _colour(look, name)
    shirt = plain(colour)

    def paint(pen: Pen) -> None:
        torso = pen.at(0, 29 + 46 * 1.5, 1.5)
        if name == "bow tie":
            d.collar(torso, shirt, 8)
        NECKWEAR[name][0](torso, colour)

    bust(canvas, replace(look, colour=colour), shirt, paint, 40, 0.92)


def _on_feet(canvas: Canvas, look: Look, name: str) -> None:
    colour = _colour(look, name)
    shoe = FOOTWEAR[name][0]
    leg = 0.42 if name in footwear.BARE_LEGS else 0.86
    cloth = plain(colour)
    outfit = Outfit(cloth, legs_under(colour), leg=leg, sleeve=0.44)
    seated(canvas, replace(look, colour=colour), outfit, shoe, colour)


def _on_hands(canvas: Canvas, look: Look, name: str) -> None:
    colour = _colour(look, name)
    cloth = plain(colour)
    handed(
        canvas,
        replace(look, colour=colour),
        Outfit(cloth, legs_under(colour)),
        lambda pen, c, _: HANDWEAR[name][0](pen, c),
        colour,
    )


def _alone(canvas: Canvas, look: Look, name: str) -> None:
    table = footwear if name in FOOTWEAR else handwear
    table.pair(Pen(canvas).at(60, 70), name, _colour(look, name))


_PLACES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("earmuffs", "bobble hat", "trapper hat", "ski goggles", "mittens"), ("snowy mountains", "park")),
    **dict.fromkeys(("nightcap", "sleep mask", "slippers"), ("bedroom", "living room")),
    **dict.fromkeys(("oven mitts", "chef's hat"), ("kitchen", "bakery")),
    **dict.fromkeys(("flippers", "sandals", "sun hat"), ("beach",)),
    **dict.fromkeys(("crown", "wizard hat", "pirate hat", "top hat"), ("stage", "castle")),
    "ice skates": ("ice field", "park"),
    "boxing gloves": ("boxing ring", "gym"),
    "hard hat": ("construction site",),
}
_BUST = [(name, p(_on_head, name=name)) for name in HEADWEAR] + [(name, p(_under_chin, name=name)) for name in NECKWEAR]
ACCESSORIES: dict[str, Drawing] = {
    **{
        name: Drawing(
            paint,
            size=0.84,
            rests="bust",
            colour=OWN_COLOUR[name],
            variants=12,
            places=("studio", *_PLACES.get(name, ("park",))),
        )
        for name, paint in _BUST
    },
    **{
        name: Drawing(
            p(_on_feet, name=name),
            width=150,
            height=128,
            size=0.82,
            colour=OWN_COLOUR[name],
            variants=12,
            places=("studio", *_PLACES.get(name, ("park",))),
        )
        for name in FOOTWEAR
    },
    **{
        name: Drawing(
            p(_on_hands, name=name),
            width=140,
            height=142,
            size=0.9,
            rests="bust",
            colour=OWN_COLOUR[name],
            variants=12,
            places=("studio", *_PLACES.get(name, ("park",))),
        )
        for name in HANDWEAR
    },
}
"""An accessory, worn by somebody -> its drawing."""
PAIRS: dict[str, Drawing] = {
    name: Drawing(
        p(_alone, name=name),
        width=120,
        height=96,
        size=0.46,
        colour=OWN_COLOUR[name],
        places=("studio", "bedroom", "living room"),
    )
    for name in sorted(PAIRED)
}
"""What comes in pairs, nobody in it -> its drawing."""
