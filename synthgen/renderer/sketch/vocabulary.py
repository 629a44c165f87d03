"""Every phrase that the sketch renderer understands, and what it can mean.

LEXICON["orange"] is (Meaning("colour", "orange"), Meaning("subject", "orange")): the parser chooses by what stands
around it. Keys are normalised: lower-case, no articles, no hyphens, no accents.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Literal, NamedTuple

from synthgen.kit import words
from synthgen.kit.prompt_text import QUALITY
from synthgen.renderer.sketch import synonyms
from synthgen.renderer.sketch.colours import COLOURS, RGB, shade
from synthgen.renderer.sketch.drawing import PersonKind
from synthgen.renderer.sketch.media import MEDIA
from synthgen.renderer.sketch.patterns import MATERIALS
from synthgen.renderer.sketch.places import PLACES
from synthgen.renderer.sketch.props import ROLES, WEARABLE
from synthgen.renderer.sketch.subjects import DRAWINGS, ROOMS
from synthgen.renderer.sketch.weather import LIGHT

Kind = Literal[
    "subject", "place", "medium", "light", "colour", "number", "person", "size", "verb", "state", "link", "vessel",
    "role", "material", "wearable", "act", "category", "table", "filler",
]  # fmt: skip


class Meaning(NamedTuple):
    """What a phrase can stand for; `many` for a plural."""

    kind: Kind
    value: str
    many: bool = False


ARTICLES = frozenset({"a", "an", "the", "some"})
FILLERS = frozenset(
    ["style", "painting", "drawing", "picture", "image", "photo", "photograph", "illustration", "art", "artwork", "portrait", "view", "scene", "background", "close", "up", "closeup", "colors", "colours", "color", "colour", "very", "is", "are", "its", "his", "her", "their", "one", "single"]
)
"""Words that say nothing about what is shown."""
NUMBERS: Mapping[str, int] = MappingProxyType(
    {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6}
    | {"pair of": 2, "couple of": 2, "half dozen": 6, "several": 4, "group of": 4, "few": 3, "1": 1}
)
MANY = 3
"""How many are drawn of a plural without a number."""
PERSONS: Mapping[str, tuple[PersonKind, ...]] = MappingProxyType(
    {
        "man": ("man",),
        "gentleman": ("man",),
        "guy": ("man",),
        "male": ("man",),
        "woman": ("woman",),
        "lady": ("woman",),
        "female": ("woman",),
        "boy": ("boy",),
        "girl": ("girl",),
        "child": ("boy", "girl"),
        "kid": ("boy", "girl"),
        "teenager": ("boy", "girl"),
        "person": ("man", "woman"),
        "adult": ("man", "woman"),
    }
)
"""A word for a person, and who can be drawn for it."""
PERSON_PLURALS: Mapping[str, str] = MappingProxyType(
    {"men": "man", "gentlemen": "man", "women": "woman", "ladies": "woman", "children": "child", "people": "person"}
)
COLOUR_WORDS: Mapping[str, str] = MappingProxyType(
    {"grey": "gray", "golden": "gold", "scarlet": "red", "crimson": "red", "azure": "blue", "lime green": "green"}
    | {"sky blue": "light blue", "baby blue": "light blue", "navy blue": "navy", "hot pink": "magenta"}
)
TINTS: Mapping[str, float] = MappingProxyType({"light": 0.45, "pale": 0.5, "pastel": 0.5, "dark": -0.4, "deep": -0.3})
"""A word before a colour, and how much lighter or darker it makes it."""
HAIR_COLOURS: Mapping[str, RGB] = MappingProxyType(
    {
        "blonde": (238, 204, 112),
        "ginger": (214, 112, 46),
        "auburn": (136, 62, 40),
        "brown": (104, 66, 42),
        "red": (196, 62, 38),
        "black": (38, 34, 38),
        "gray": (158, 160, 166),
    }
)
"""Colours that mean something else, or only something, on hair."""
HAIR_COLOUR_WORDS: Mapping[str, str] = MappingProxyType(
    {"blond": "blonde", "brunette": "brown", "red haired": "red", "redhead": "red", "strawberry blonde": "ginger"}
)
MOODS: Mapping[str, str] = MappingProxyType(
    {
        "soft": "soft light",
        "soft lighting": "soft light",
        "golden light": "golden hour",
        "glowing light": "glowing",
        "dreamy light": "dreamy",
        "mysterious light": "mysterious",
        "vibrant colors": "vibrant",
        "deep shadows": "dramatic lighting",
        "snapshot": "",
        "soft colors": "muted colors",
        "bright colors": "vibrant",
        "colorful": "vibrant",
        "bright": "vibrant",
        "dramatic": "dramatic lighting",
        "volumetric lighting": "volumetric light",
        "god rays": "volumetric light",
        "dream": "dreamy",
        "shining": "shiny",
        "glossy": "shiny",
        "dazzling": "shiny",
        "sparkling": "shiny",
        "glow": "glowing",
        "luminous": "glowing",
        "misty": "fog",
        "foggy": "fog",
        "mist": "fog",
        "rainy": "rain",
        "raining": "rain",
        "rainy day": "rain",
        "snowy": "snow",
        "snowing": "snow",
        "falling snow": "snow",
        "snowfall": "snow",
        "at sunset": "sunset",
        "dusk": "sunset",
        "dawn": "sunrise",
        "at night": "night",
        "nighttime": "night",
        "moonlit": "moonlight",
        "moonlit night": "moonlight",
        "full moon": "moonlight",
        "stormy": "storm",
        "thunderstorm": "storm",
        "thunder": "storm",
        "lightning": "storm",
        "candle light": "candlelight",
        "spooky": "mysterious",
        "eerie": "mysterious",
        "magical": "dreamy",
        "neon light": "neon lights",
        "rim light": "dramatic lighting",
        "cinematic lighting": "dramatic lighting",
        "sunshine": "sunny",
        "sunny day": "sunny",
        "daylight": "",
        "daytime": "",
        "day": "",
        "happy": "",
        "joyful": "",
        "laughter": "",
        "elegant": "",
        "peaceful": "",
        "calm": "",
        "serene": "",
        "romantic": "",
        "cozy": "",
        "playful": "",
        "cheerful": "",
        "funny": "",
        "cute": "",
        "adorable": "",
        "beautiful": "",
        "pretty": "",
        "lovely": "",
        "simple": "",
        "small": "",
        "little": "",
        "big": "",
        "large": "",
        "minimalist": "",
        "majestic": "",
        "fashion": "",
        "luxury": "",
        "stylish": "",
        "modern": "",
        "surreal": "",
        "whimsical": "",
        "absurd": "",
        "unusual": "",
        "humorous": "",
        "tropical": "",
        "fresh": "",
        "delicious": "",
        "tasty": "",
        "studio lighting": "",
        "natural light": "",
        "ambient light": "",
        "clear": "",
        "clean": "",
        "centered": "",
        "full body": "",
        "fine carving": "",
        "fine carv": "",
        "2k": "",
        "3k": "",
        "5k": "",
        "6k": "",
        "7k": "",
        "10k": "",
        "12k": "",
        "16k": "",
        "color": "",
    }
)
"""Words for mood and light: an effect of weather.LIGHT, or "" where a picture can neither show nor miss it."""
MORE_LIGHT = ("glowing", "shiny", "warm light", "cool light", "dim light", "bright light")
"""Effects of lights.py."""
SIZES: Mapping[str, str] = MappingProxyType(
    {
        word: size
        for size, words in {
            "is giant": "giant|gigantic|huge|enormous|colossal|oversized|towering|far too large for place|far too large"
            "|much too large|too big|as large as house|as tall as house|bigger than houses|taller than trees"
            "|of enormous size",
            "is tiny": "tiny|miniature|minuscule|microscopic|far too small|far too small for place|much too small"
            "|as small as thimble|of tiny size",
        }.items()
        for word in words.split("|")
    }
)
VERBS: Mapping[str, str] = MappingProxyType(
    {
        word: verb
        for verb, words in {
            "wears": "wearing|wears|wear|dressed in",
            "is dressed as": "dressed as|dressed up as|disguised as|working as|as",
            "rides": "riding|rides|riding on|rides on",
            "on": "on|sitting on|stands on|sits on|standing on|on top of|balancing on|perched on",
            "with": "with",
            "drives": "driving|drives|steering|behind wheel of",
            "plays": "playing|plays",
            "holds": "holding|holds|carrying|carries|reading|reads|using|taking photos with",
            "eats": "eating|eats|licking|biting into",
            "rains": "raining|rain of",
            "in": "in|inside|inside of|hiding in|peeking out of|sitting in|sits in|bathing in|sleeping in",
            "is made of": "made of|made out of|built of|built from|carved from|carved out of",
        }.items()
        for word in words.split("|")
    }
)
"""Words that need a thing after them, and the joke that they tell."""
STATES: Mapping[str, str] = MappingProxyType(
    {
        word: state
        for state, words in {
            "is upside down": "upside down|standing on its head|turned upside down|flipped upside down|on its head",
            "rains": "falling from sky|fall from sky|raining from sky|raining down",
            "stands up": "walking on two legs|standing on two legs|on its hind legs|walking on its hind legs",
            "floats": "floating|floats|hovering|levitating|held by balloons|floating with balloons|lifted by balloons"
            "|hanging from balloons|floating away with balloons|tied to balloons|carried by balloons"
            "|floating from balloons|floats with balloons|floating under balloons",
            "flies": "flying|flies|soaring|flying through air",
            "has wings": "with wings|has wings|flying with wings|winged",
            "has legs": "with legs|has legs|on legs|walking on legs|with human legs|with two legs|running on legs",
            "sits at a table": "sitting at table|sits at table|at table|having tea|drinking tea at table"
            "|having dinner|dining at table|eating at table|sitting at table like person|having tea party",
        }.items()
        for word in words.split("|")
    }
)
"""Words that tell a joke without a thing."""
LINKS = frozenset(
    ["and", "beside", "next to", "near", "together with", "accompanied by", "by", "among", "at", "of", "to", "through", "over", "across", "along", "against", "in front of", "behind", "surrounded by", "under", "walking through", "walking in", "walking on", "standing in", "standing at", "swimming in", "floating in", "lying in", "living in", "playing in", "playing on", "running on", "running in", "running through", "walking down", "growing in", "growing on", "parked on", "parked in", "parked at", "lost in", "stuck in", "squeezing through", "waiting at"]
)
"""Words between a subject and its place or its company."""
VESSELS: Mapping[str, str] = MappingProxyType(
    {
        "pot": "pot",
        "flower pot": "pot",
        "flowerpot": "pot",
        "planter": "pot",
        "vase": "vase",
        "hanging basket": "hanging basket",
        "hanging planter": "hanging basket",
        "hanging": "hanging basket",
        "window box": "window box",
        "trellis": "trellis",
        "wall": "wall",
        "garden wall": "wall",
        "brick wall": "wall",
    }
)
ACTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "reading": ("holds", "book"),
        "skateboarding": ("rides", "skateboard"),
        "surfing": ("rides", "surfboard"),
        "cycling": ("rides", "bicycle"),
        "driving": ("drives", "car"),
        "taking selfie": ("holds", "smartphone"),
        "taking photos": ("holds", "camera"),
        "texting": ("holds", "smartphone"),
        "gardening": ("holds", "watering can"),
        "painting": ("holds", "paintbrush"),
    }
)
"""What an animal or a thing can be shown to do, as a joke, without a word for the thing that it takes."""
_FRUIT = frozenset(
    ["apple", "apricot", "avocado", "banana", "blueberries", "cherries", "coconut", "dragon fruit", "fig", "grapefruit", "grapes", "kiwi", "lemon", "lime", "mango", "melon", "orange", "papaya", "peach", "pear", "persimmon", "pineapple", "plum", "pomegranate", "raspberries", "strawberry", "watermelon"]
)
_VEGETABLES = frozenset(
    ["asparagus", "bell pepper", "broccoli", "cabbage", "carrot", "cauliflower", "corn", "cucumber", "eggplant", "garlic", "lettuce", "onion", "peas", "potato", "pumpkin", "radish", "tomato", "chili pepper", "zucchini"]
)
_BIRDS = frozenset(
    ["bird", "chicken", "duck", "eagle", "flamingo", "ostrich", "owl", "parrot", "peacock", "penguin", "rooster", "swan", "turkey", "pigeon"]
)
_FLOWERS = frozenset(
    ["rose", "sunflower", "daisy", "dandelion", "tulip", "daffodil", "hyacinth", "iris", "lily", "carnation", "peony", "poppy", "dahlia", "chrysanthemum", "marigold", "zinnia", "hibiscus", "pansy", "violet", "lavender", "snapdragon", "orchid", "lotus", "hydrangea", "azalea", "gardenia", "camellia"]
)
UNDER_THE_SKY = "countryside"
"""The place where the prompt names only a light or a weather."""
PLAIN_PERSON = "somebody"
HAIR_ADJECTIVES = frozenset(
    ["long", "short", "curly", "straight", "wavy", "spiky", "shoulder", "length", "messy", "braided", "medium", "thick", "bobbed", "slicked", "back"]
)
SEEN_IN: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        place: frozenset(words.split("|"))
        for place, words in {
            "city": "buildings|skyscrapers|skyline",
            "city street": "buildings|shops|houses|road|street",
            "city at night": "buildings|skyscrapers|skyline|stars|night sky|moon",
            "beach": "sand|ocean|sea|waves|water|palm trees|palm tree",
            "sunset beach": "sand|ocean|sea|waves|water",
            "ocean": "waves|water",
            "underwater": "ocean|sea|seaweed|water",
            "coral reef": "ocean|sea|coral|corals|water",
            "sky": "clouds",
            "night sky": "stars",
            "space": "stars|planets|planet",
            "forest": "trees|woods",
            "jungle": "trees",
            "autumn forest": "trees|leaves|forest",
            "snowy forest": "trees|snow|forest",
            "bamboo forest": "bamboo|forest",
            "savanna": "grass|trees|acacia trees",
            "desert": "sand|dunes|sand dunes|cacti|cactus",
            "farm": "barn|field|fields",
            "garden": "flowers|flower bed",
            "park": "trees|grass",
            "meadow": "flowers|grass|wildflowers",
            "pond": "lily pads|water",
            "lake": "water|mountains|mountain",
            "river": "water|riverbank",
            "snowy mountains": "snow|mountains|mountain",
            "library": "books|bookshelves|bookshelf",
            "haunted house": "moon|full moon",
            "highway": "road",
            "amusement park": "ferris wheel",
            "ice field": "ice|snow|icebergs|iceberg|water",
        }.items()
    }
)
"""What every picture of a place shows anyway."""
MERGED: Mapping[frozenset[str], str] = MappingProxyType(
    {
        frozenset((one, other)): both
        for one, other, both in (
            ("ocean", "underwater", "underwater"),
            ("ocean", "coral reef", "coral reef"),
            ("underwater", "coral reef", "coral reef"),
            ("ocean", "beach", "beach"),
            ("forest", "snowy mountains", "snowy forest"),
            ("mountains", "snowy mountains", "snowy mountains"),
            ("mountains", "lake", "lake"),
            ("sky", "night sky", "night sky"),
            ("space", "night sky", "space"),
            ("city", "city street", "city street"),
            ("city", "city at night", "city at night"),
            ("garden", "pond", "pond"),
            ("park", "pond", "pond"),
            ("farm", "field", "farm"),
            ("savanna", "meadow", "savanna"),
        )
    }
)
"""Two places that are one picture."""
CATEGORIES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "jewelry": frozenset(
            {"ring", "necklace", "bracelet", "earring", "locket", "brooch", "tiara", "crown", "pendant"}
        ),
        "animal": frozenset(ROOMS["animals"]),
        "wildlife": frozenset(ROOMS["animals"]),
        "food": frozenset(ROOMS["food"]),
        "dessert": frozenset(ROOMS["food"]),
        "vehicle": frozenset(ROOMS["vehicles"]),
        "fruit": _FRUIT,
        "vegetable": _VEGETABLES,
        "bird": _BIRDS,
        "flower": _FLOWERS,
        "houseplant": frozenset(ROOMS["plants"]),
        "furniture": frozenset(ROOMS["furniture"]),
        "plant": frozenset(ROOMS["plants"]),
        "potted plant": frozenset(ROOMS["plants"]),
        "hairstyle": frozenset(ROOMS["hair"]),
        "haircut": frozenset(ROOMS["hair"]),
    }
)
"""Words that only say again what the head is."""
TABLES = frozenset(
    {"table", "on table", "wooden table", "on wooden table", "table top", "tabletop", "plate", "on plate"}
)

SECOND_PLURALS: Mapping[str, str] = MappingProxyType(
    {"cactuses": "cactus", "octopi": "octopus", "hippopotami": "hippopotamus", "mangos": "mango", "fishes": "fish"}
)


def plurals(name: str) -> tuple[str, ...]:
    """The plural forms that differ from the name: "red panda" -> ("red pandas",)."""
    several = words.plural(name)
    more = (other for other, one in SECOND_PLURALS.items() if one == name)
    return (*((several,) if several != name else ()), *more)


def is_plural(name: str) -> bool:
    """Whether a drawing's name names several already, as "pancakes" does: they are not counted."""
    return words.singular(name) != name


@lru_cache(maxsize=4096)
def normal(text: str) -> str:
    """Lower-case words without articles, hyphens, accents and punctuation."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))
    spaced = re.sub(r"[-_/]", " ", re.sub(r"['’`]", "", plain))
    return " ".join(w for w in re.sub(r"[.,;:!?\"“”()\[\]{}<>|*]", " ", spaced).split() if w not in ARTICLES)


def rgb(colour: str, hair: bool = False) -> RGB:
    """The colour of a colour word of the lexicon: "red", "light blue", on hair "blonde"."""
    if hair and colour in HAIR_COLOURS:
        return HAIR_COLOURS[colour]
    tint, _, base = colour.rpartition(" ")
    return shade(COLOURS[base], TINTS[tint]) if tint else COLOURS[base]


def _things(names: Iterable[str], rows: synonyms.Rows, kind: Kind) -> Iterator[tuple[str, Meaning]]:
    """Names and their synonyms; of subjects also the plurals."""
    called = {normal(name): name for name in names}
    for row in rows:
        drawn = next((called[normal(word)] for word in row if normal(word) in called), None)
        if drawn:
            called |= {normal(word): drawn for word in row if normal(word) not in called}
    for word, name in called.items():
        yield word, Meaning(kind, name)
        if kind == "subject":
            yield from (
                (normal(form), Meaning(kind, name, True)) for form in plurals(word) if normal(form) not in called
            )


def _colours() -> Iterator[tuple[str, Meaning]]:
    for word, colour in ({c: c for c in COLOURS} | dict(COLOUR_WORDS)).items():
        yield word, Meaning("colour", colour)
        if " " not in colour:
            yield from ((f"{tint} {word}", Meaning("colour", f"{tint} {colour}")) for tint in TINTS)
    for word, colour in ({c: c for c in HAIR_COLOURS if c not in COLOURS} | dict(HAIR_COLOUR_WORDS)).items():
        yield word, Meaning("colour", colour)


def _entries() -> Iterator[tuple[str, Meaning]]:
    """All phrases, the preferred meaning of each first."""
    yield from _things(DRAWINGS, synonyms.SUBJECTS, "subject")
    yield from _things(PLACES, synonyms.PLACES, "place")
    yield from _things(MEDIA, synonyms.MEDIA, "medium")
    yield from ((normal(word), Meaning("light", word)) for word in (*LIGHT, *MORE_LIGHT))
    yield from ((normal(word), Meaning("light", effect)) for word, effect in MOODS.items())
    yield from _colours()
    yield from ((word, Meaning("number", str(n))) for word, n in NUMBERS.items())
    yield from ((word, Meaning("person", word)) for word in PERSONS)
    yield from ((word + "s", Meaning("person", word, True)) for word in PERSONS if word + "s" not in PERSONS)
    yield from ((word, Meaning("person", person, True)) for word, person in PERSON_PLURALS.items())
    yield from ((word, Meaning("size", size)) for word, size in SIZES.items())
    yield from ((normal(word), Meaning("state", state)) for word, state in STATES.items())
    yield from ((normal(word), Meaning("verb", verb)) for word, verb in VERBS.items())
    yield from ((word, Meaning("vessel", vessel)) for word, vessel in VESSELS.items())
    yield from ((word, Meaning("role", word)) for word in ROLES)
    yield from ((word, Meaning("material", word)) for word in MATERIALS)
    yield from _things(WEARABLE, synonyms.WORN, "wearable")
    yield from ((word, Meaning("act", word)) for word in ACTS)
    yield from ((word, Meaning("category", word)) for word in CATEGORIES)
    yield from ((word, Meaning("table", "")) for word in TABLES)
    yield from ((word, Meaning("link", word)) for word in LINKS)
    yield from ((normal(word), Meaning("filler", "")) for word in (*QUALITY, *FILLERS))


def _lexicon() -> Mapping[str, tuple[Meaning, ...]]:
    table: defaultdict[str, list[Meaning]] = defaultdict(list)
    for word, meaning in _entries():
        if meaning not in table[word]:
            table[word].append(meaning)
    return MappingProxyType({word: tuple(meanings) for word, meanings in table.items()})


LEXICON = _lexicon()
LONGEST = max(len(word.split()) for word in LEXICON)
"""Words in the longest phrase."""
