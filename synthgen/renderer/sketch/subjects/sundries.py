"""The table of more everyday objects: stones, stationery, bouquets, houses for birds."""

from functools import partial

from synthgen.renderer.sketch.drawing import Drawing
from synthgen.renderer.sketch.subjects import greens, oddments, pantry
from synthgen.renderer.sketch.subjects.stones import STONES

KITCHEN = ("kitchen", "dining room", "restaurant")
DESK = ("office", "library", "classroom")

_laid = partial(Drawing, rests="table")

SUNDRIES: dict[str, Drawing] = {
    **STONES,
    "bouquet": _laid(greens.bouquet, 100, 120, 0.5, colour="white", places=("living room", "dining room", "church")),
    "corsage": _laid(greens.corsage, 100, 100, 0.42, colour="white", places=("bedroom", "church")),
    "bark": Drawing(greens.bark, 100, 112, 0.6, colour="brown", places=("forest", "park")),
    "soil": Drawing(greens.soil, 128, 88, 0.34, colour="brown", places=("garden", "farm", "field")),
    "ink bottle": _laid(oddments.ink_bottle, 120, 102, 0.42, colour="navy", places=DESK),
    "pen": _laid(oddments.pen, 116, 110, 0.44, colour="navy", places=DESK),
    "paper": _laid(oddments.paper, 102, 116, 0.46, colour="white", places=DESK),
    "mousetrap": Drawing(
        oddments.mousetrap, 140, 90, 0.32, colour="brown", recolours=False, places=("kitchen", "barn", "attic")
    ),
    "birdhouse": Drawing(oddments.birdhouse, 98, 130, 0.58, colour="red", places=("garden", "park", "meadow")),
    "bird cage": Drawing(oddments.bird_cage, 100, 120, 0.54, colour="gold", places=("living room", "hallway")),
    "planet": Drawing(oddments.planet, 140, 104, 0.44, "air", "orange", places=("space", "night sky")),
    "observatory": Drawing(
        oddments.observatory, 140, 120, 0.6, colour="white", recolours=False, places=("mountains", "night sky")
    ),
    "firework": Drawing(oddments.firework, 120, 120, 0.5, "air", "red", places=("night sky", "city at night")),
    "glass of water": _laid(pantry.empty_glass, 88, 100, 0.46, recolours=False, places=KITCHEN),
    "frying pan": _laid(pantry.frying_pan, 150, 96, 0.34, colour="black", places=KITCHEN),
    "fork": _laid(pantry.fork, 58, 120, 0.48, colour="silver", places=KITCHEN),
    "table setting": _laid(pantry.place_setting, 160, 108, 0.38, recolours=False, places=KITCHEN[1:]),
    "aluminum foil": _laid(pantry.foil, 120, 110, 0.44, colour="silver", recolours=False, places=KITCHEN[:1]),
}
"""Its name -> how it is drawn."""
