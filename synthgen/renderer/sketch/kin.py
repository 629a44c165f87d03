"""Which pieces a place is drawn without, so that nothing stands beside the subject that goes by its name.

A room keeps its own sofa beside a cat, never beside the red sofa or the armchair that the prompt asks for.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from synthgen.renderer.sketch.drawing import Place
from synthgen.renderer.sketch.subjects import ROOM_OF

_SEATS = "chair armchair stool bench recliner sitting"
_CASES = "cabinet cupboard sideboard dresser drawers nightstand wardrobe"
_TABLES = "table desk counter island workbench"
_WORDS = {
    "baguette": "baguette",
    "bathtub": "bathtub bath",
    "bed": "bed daybed crib cradle hammock pillow sleeping",
    "bedside table": f"table rack {_CASES}",
    "book": "book reading",
    "box": "box",
    "bread": "bread toast sandwich",
    "cake": "cake cheesecake pie cupcake muffin donut croissant macarons cookies roll",
    "chair": f"{_SEATS}",
    "clock": "clock watch",
    "computer": "computer laptop television typing programmer secretary",
    "crib": "crib cradle bed sleeping",
    "croissant": "croissant",
    "cup": "cup mug coffee tea drinking barista",
    "cupcake": "cupcake muffin",
    "desk": f"typing writing sketching programmer secretary lectern laptop {_TABLES}",
    "donut": "donut bagel",
    "dumbbell": "weights weightlifter athlete",
    "easel": "painting painter artist easel",
    "fireplace": "fireplace",
    "goal": "goalkeeper baseball basketball rugby javelin hurdling football referee",
    "gavel": "judge hammer gavel",
    "glass": "glass wine beer lemonade juice milkshake smoothie milk drinking waiter bartender",
    "lamp": "lamp lantern chandelier candle candles bulb",
    "mirror": "mirror vanity cabinet shaving",
    "picture": "picture mirror window television clock painting painter artist sketching",
    "punching bag": "boxing boxer",
    "refrigerator": "refrigerator",
    "roll": "roll bread bagel",
    "rug": "rug",
    "shelf": f"shelf bookshelf bookcase rack stand chest {_CASES}",
    "shower": "shower bath bathtub",
    "sink": "sink dishes brushing shaving",
    "sofa": f"""sofa loveseat lounge bean ottoman footstool throne bed daybed sleeping television video fireplace
        piano aquarium bookshelf bookcase cabinet {_SEATS}""",
    "stove": "stove cooking baking microwave dishwasher",
    "table": f"{_TABLES}",
    "toilet": "toilet",
    "tool": "hammer wrench pliers saw drill screwdriver scissors mechanic carpenter plumber blacksmith",
    "train": "train subway tram metro locomotive",
    "treadmill": "treadmill",
    "trunk": "chest suitcase trunk",
    "wardrobe": f"door bookshelf bookcase {_CASES}",
    "workbench": f"workbench desk table chest {_CASES}",
    "ball": "ball",
    "bench": f"{_SEATS}",
    "boat": "boat ship sailboat motorboat rowboat tugboat ferry canoe kayak gondola raft jet submarine",
    "cactus": "cactus pear",
    "fruit": """apple apples apricot orange lemon lime peach pear plum persimmon mango melon watermelon grapefruit
        grapes pomegranate tomato lettuce cherries kiwi fig papaya coconut lychee pumpkin cabbage guava""",
    "house": "house",
    "lantern": "lantern lamp candle",
    "moon": "moon",
    "mushroom": "mushroom",
    "parasol": "parasol umbrella",
    "planet": "planet",
    "plane": "airplane biplane fighter glider shuttle",
    "shell": "shell",
    "signal": "light",
    "swing": "swing",
    "tree": "tree willow magnolia bonsai eucalyptus",
}
KIN: Mapping[str, frozenset[str]] = MappingProxyType({piece: frozenset(row.split()) for piece, row in _WORDS.items()})
"""A piece of a place -> words of the names beside which it is left out."""
FLOWERS = "flower"
"""The piece that is left out beside any plant."""


def left_out(place: Place, names: Iterable[str]) -> frozenset[str]:
    """The pieces of a place that would be a second one of something that the prompt names, by names of drawings."""
    shown = tuple(names)
    words = {word for name in shown for word in name.replace("-", " ").split()}
    out = frozenset(piece for piece in place.pieces if words & KIN.get(piece, frozenset()))
    planted = any(ROOM_OF.get(name) == "plants" for name in shown)
    return out | (place.pieces & {FLOWERS}) if planted else out
