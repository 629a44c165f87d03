"""The table of more food: roots and leaves, what stands in jars, what is poured, pies."""

from functools import partial

from synthgen.renderer.sketch.drawing import Drawing
from synthgen.renderer.sketch.subjects import greens, pantry, tarts

GROWN = ("kitchen", "market", "farm", "garden", "picnic")
MEAL = ("restaurant", "kitchen", "dining room", "cafe", "picnic")
SWEET = ("bakery", "cafe", "kitchen", "dining room")
BAR = ("restaurant", "cafe", "dining room")

_fixed = partial(Drawing, rests="table", recolours=False)
_any = partial(Drawing, rests="table")

LARDER: dict[str, Drawing] = {
    "tangerine": _any(greens.tangerine, size=0.46, colour="orange", places=GROWN),
    "quince": _any(greens.quince, size=0.46, colour="yellow", places=GROWN),
    "beet": _any(greens.beet, size=0.46, colour="maroon", places=GROWN),
    "spinach": _fixed(greens.spinach, size=0.46, colour="green", places=GROWN),
    "mint": _fixed(greens.mint, size=0.48, colour="green", places=GROWN),
    "artichoke": _any(greens.artichoke, size=0.46, colour="green", places=GROWN),
    "celery": _fixed(greens.celery, size=0.48, colour="green", places=GROWN),
    "fruit basket": _fixed(greens.basket_of, 120, size=0.44, places=("kitchen", "picnic", "market")),
    "fruit bowl": _fixed(greens.bowl_of, 120, size=0.42, places=("kitchen", "dining room")),
    "hot chocolate": _fixed(pantry.hot_chocolate, size=0.48, places=("cafe", "kitchen", "living room")),
    "mustard": _fixed(pantry.squeeze_bottle((240, 190, 40)), 60, 120, 0.5, colour="yellow", places=MEAL),
    "ketchup": _fixed(pantry.squeeze_bottle((200, 40, 40)), 60, 120, 0.5, colour="red", places=MEAL),
    "jam": _fixed(pantry.jam, 90, size=0.46, places=("kitchen", "market", "picnic")),
    "pitcher": _fixed(pantry.pitcher, size=0.5, places=("kitchen", "picnic", "patio")),
    "martini": _fixed(pantry.martini, size=0.48, places=BAR),
    "margarita": _fixed(pantry.margarita, size=0.48, places=BAR),
    "mojito": _fixed(pantry.mojito, 90, size=0.5, places=BAR),
    "seafood platter": _fixed(pantry.seafood_platter, 140, 96, 0.4, places=("restaurant", "dining room")),
    "salmon": _fixed(pantry.salmon, 120, 96, 0.4, colour="pink", places=MEAL),
    "cinnamon": _fixed(pantry.cinnamon, 120, 104, 0.4, colour="brown", places=("kitchen", "market", "bakery")),
    "tart": _fixed(tarts.tart, 120, 92, 0.4, places=SWEET),
    "pumpkin pie": _fixed(tarts.pumpkin_pie, 120, 92, 0.4, places=SWEET),
}
"""Its name -> how it is drawn."""
