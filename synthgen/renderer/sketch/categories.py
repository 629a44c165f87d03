"""Words for many kinds of things, and words for what a thing shows anyway. Both say nothing new beside the thing."""

from collections.abc import Mapping
from types import MappingProxyType


def _words(text: str) -> frozenset[str]:
    return frozenset(word.strip() for word in text.split("|"))


DESSERTS = _words(
    "cake | chocolate cake | birthday cake | cheesecake | cupcake | muffin | donut | cookies | macarons | ice cream"
    "| popsicle | pancakes | waffles | apple pie | pumpkin pie | tart | pie slice | cinnamon roll | chocolate bar"
    "| cotton candy | jelly"
)
JEWELRY = _words(
    "ring | necklace | bracelet | earring | locket | brooch | tiara | crown | pendant | diamond | gem | emerald | ruby"
    "| amethyst | topaz | onyx | jade | pearl"
)
MORE_BIRDS = _words("blue jay | canary | cardinal | chick | dove | hawk | pigeon | raven | seagull")
DRINKS = _words(
    "lemonade | orange juice | smoothie | milkshake | beer | wine | coffee | tea | hot chocolate | mojito | martini"
    "| margarita | pitcher"
)
KINDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "seafood": _words("lobster | shrimp | crab | salmon | seafood platter | mackerel | fried fish | squid"),
        "drink": DRINKS,
        "beverage": DRINKS,
        "breakfast": _words(
            "toast | egg | fried egg | omelette | pancakes | waffles | bacon | croissant | bagel | orange juice"
            "| coffee | jam"
        ),
        "condiment": _words("mustard | ketchup"),
        "citrus": _words("orange | lemon | lime | grapefruit | tangerine"),
        "makeup": _words("lipstick"),
        "wrapper": _words("candy | chocolate bar"),
        "jar": _words("honey | jam"),
        "wine glass": _words("wine"),
        "instrument": _words("guitar | violin | drum | trumpet | xylophone | piano"),
        "reptile": _words("lizard | snake | turtle | tortoise | crocodile | chameleon"),
        "insect": _words("bee | butterfly | ladybug"),
    }
)
"""A word -> the drawings that it may be said of."""
SHOWN: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "hot chocolate": _words("mug | cup"),
        "coffee": _words("cup | mug"),
        "tea": _words("cup | mug | tea cup | teacup"),
        "wine": _words("glass"),
        "beer": _words("glass | mug"),
        "martini": _words("glass | olive"),
        "mojito": _words("glass | mint | lime"),
        "margarita": _words("glass | lime"),
        "smoothie": _words("glass"),
        "lemonade": _words("glass"),
        "orange juice": _words("glass"),
        "milkshake": _words("glass"),
        "mousetrap": _words("cheese"),
        "observatory": _words("telescope"),
        "clownfish": _words("fish"),
        "firework": _words("fireworks"),
        "goldfish": _words("fish"),
        **{bird: _words("bird") for bird in MORE_BIRDS},
    }
)
"""A drawing -> words for what it shows anyway."""
BUNCHES = _words("bouquet | corsage")
"""Flowers of which nobody says which: they have the colour of the flower that the prompt is about."""
