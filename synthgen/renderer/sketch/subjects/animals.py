"""All animals, by name: how each is drawn, how large it is, where it lives."""

from functools import partial

from synthgen.renderer.sketch.drawing import Drawing
from synthgen.renderer.sketch.subjects import big_mammals, birds, birds_front, chibi, quadrupeds, reptiles, shore
from synthgen.renderer.sketch.subjects import sea_life as sea
from synthgen.renderer.sketch.subjects.herd import HERD
from synthgen.renderer.sketch.subjects.mammals import MAMMALS
from synthgen.renderer.sketch.subjects.open_sea import OPEN_SEA
from synthgen.renderer.sketch.subjects.wild_birds import WILD_BIRDS


def _sits(name: str, size: float, colour: str, *places: str, recolours: bool = True) -> Drawing:
    paint = partial(chibi.chibi, MAMMALS[name])
    return Drawing(paint, chibi.WIDTH, chibi.HEIGHT, size, "ground", colour, recolours, variants=3, places=places)


def _stands(name: str, size: float, colour: str, *places: str, recolours: bool = True) -> Drawing:
    paint = partial(quadrupeds.quadruped, HERD[name])
    width, height = quadrupeds.WIDTH, quadrupeds.HEIGHT
    return Drawing(paint, width, height, size, "ground", colour, recolours, variants=2, places=places)


_SITTING: dict[str, Drawing] = {
    "bear": _sits("bear", 0.62, "brown", "forest", "mountains", "river"),
    "beaver": _sits("beaver", 0.5, "brown", "river", "lake", "pond"),
    "cat": _sits("cat", 0.52, "orange", "living room", "garden", "city street"),
    "cheetah": _sits("cheetah", 0.56, "", "savanna", "field"),
    "chimpanzee": _sits("chimpanzee", 0.55, "black", "jungle", "forest"),
    "dog": _sits("dog", 0.52, "brown", "park", "living room", "garden"),
    "fox": _sits("fox", 0.54, "orange", "forest", "meadow", "snowy mountains"),
    "gorilla": _sits("gorilla", 0.62, "", "jungle", "forest"),
    "hamster": _sits("hamster", 0.42, "", "living room", "field"),
    "hippopotamus": _sits("hippopotamus", 0.6, "gray", "river", "savanna", "swamp"),
    "koala": _sits("koala", 0.52, "gray", "forest", "park"),
    "lemur": _sits("lemur", 0.52, "gray", "jungle", "forest"),
    "leopard": _sits("leopard", 0.56, "", "savanna", "jungle"),
    "lion": _sits("lion", 0.6, "", "savanna", "field"),
    "meerkat": _sits("meerkat", 0.48, "beige", "desert", "savanna"),
    "monkey": _sits("monkey", 0.52, "brown", "jungle", "forest"),
    "mouse": _sits("mouse", 0.42, "gray", "field", "kitchen", "barn"),
    "orangutan": _sits("orangutan", 0.58, "orange", "jungle", "forest"),
    "otter": _sits("otter", 0.5, "brown", "river", "lake", "beach"),
    "panda": _sits("panda", 0.58, "", "bamboo forest", "forest", recolours=False),
    "panther": _sits("panther", 0.56, "black", "jungle", "forest"),
    "pig": _sits("pig", 0.52, "pink", "farm", "barn"),
    "polar bear": _sits("polar bear", 0.62, "white", "ice field", "snowy mountains", recolours=False),
    "rabbit": _sits("rabbit", 0.5, "white", "meadow", "garden", "field"),
    "raccoon": _sits("raccoon", 0.5, "gray", "forest", "park", "city street"),
    "red panda": _sits("red panda", 0.52, "", "bamboo forest", "forest"),
    "skunk": _sits("skunk", 0.5, "black", "forest", "meadow", recolours=False),
    "squirrel": _sits("squirrel", 0.48, "", "park", "forest"),
    "tiger": _sits("tiger", 0.6, "orange", "jungle", "bamboo forest"),
    "wolf": _sits("wolf", 0.56, "gray", "forest", "snowy mountains"),
}

_STANDING: dict[str, Drawing] = {
    "camel": _stands("camel", 0.6, "", "desert", "canyon"),
    "cow": _stands("cow", 0.52, "", "farm", "meadow", "field"),
    "deer": _stands("deer", 0.62, "brown", "forest", "meadow"),
    "donkey": _stands("donkey", 0.56, "gray", "farm", "barn", "field"),
    "giraffe": _stands("giraffe", 0.74, "", "savanna", "field"),
    "goat": _stands("goat", 0.6, "", "farm", "mountains", "meadow"),
    "horse": _stands("horse", 0.6, "brown", "field", "farm", "meadow"),
    "rhinoceros": _stands("rhinoceros", 0.54, "gray", "savanna", "field"),
    "sheep": _stands("sheep", 0.5, "white", "meadow", "farm", "field"),
    "unicorn": _stands("unicorn", 0.62, "white", "meadow", "forest", "night sky"),
    "zebra": _stands("zebra", 0.58, "", "savanna", "field", recolours=False),
    "elephant": Drawing(
        big_mammals.elephant, 134, 116, 0.6, colour="gray", variants=2, places=("savanna", "jungle", "river")
    ),
    "hedgehog": Drawing(big_mammals.hedgehog, 120, 98, 0.42, colour="brown", places=("forest", "garden", "meadow")),
    "kangaroo": Drawing(big_mammals.kangaroo, 108, 136, 0.64, colour="brown", places=("desert", "savanna", "field")),
}

_BIRDS: dict[str, Drawing] = {
    "bird": Drawing(birds.songbird, 100, 100, 0.44, colour="blue", places=("garden", "forest", "park", "meadow")),
    "chicken": Drawing(birds.chicken, 100, 100, 0.48, colour="white", places=("farm", "barn", "field")),
    "duck": Drawing(birds.duck, 104, 100, 0.42, "water", places=("pond", "lake", "river")),
    "eagle": Drawing(birds.eagle, 112, 120, 0.56, places=("mountains", "canyon", "snowy mountains")),
    "flamingo": Drawing(birds.flamingo, 100, 130, 0.62, colour="pink", places=("lake", "swamp", "beach")),
    "ostrich": Drawing(birds.ostrich, 104, 132, 0.64, places=("savanna", "desert", "field")),
    "owl": Drawing(birds_front.owl, 100, 114, 0.52, colour="brown", places=("forest", "night sky", "barn")),
    "parrot": Drawing(birds.parrot, 100, 128, 0.56, colour="red", places=("jungle", "forest")),
    "peacock": Drawing(birds_front.peacock, 140, 120, 0.6, places=("garden", "park", "meadow")),
    "penguin": Drawing(
        birds_front.penguin, 100, 118, 0.52, variants=3, places=("ice field", "snowy mountains", "beach")
    ),
    "rooster": Drawing(birds.rooster, 104, 100, 0.52, places=("farm", "barn", "field")),
    "swan": Drawing(birds.swan, 108, 100, 0.46, "water", "white", places=("lake", "pond", "river")),
    "turkey": Drawing(birds_front.turkey, 124, 120, 0.54, colour="brown", places=("farm", "field", "barn")),
}

_SEA: dict[str, Drawing] = {
    "crab": Drawing(shore.crab, 120, 100, 0.42, colour="red", places=("beach", "underwater", "coral reef")),
    "dolphin": Drawing(sea.dolphin, 124, 102, 0.46, "under water", "blue", places=("underwater", "ocean")),
    "fish": Drawing(sea.fish, 100, 100, 0.42, "under water", "blue", places=("coral reef", "underwater")),
    "jellyfish": Drawing(sea.jellyfish, 100, 120, 0.5, "under water", "purple", places=("underwater", "ocean")),
    "octopus": Drawing(shore.octopus, 120, 114, 0.5, "under water", "pink", places=("coral reef", "underwater")),
    "seahorse": Drawing(sea.seahorse, 100, 122, 0.52, "under water", "yellow", places=("coral reef", "underwater")),
    "seal": Drawing(sea.seal, 118, 100, 0.46, colour="gray", places=("ice field", "beach")),
    "shark": Drawing(sea.shark, 136, 92, 0.44, "under water", "gray", places=("underwater", "ocean")),
    "squid": Drawing(shore.squid, 100, 132, 0.54, "under water", places=("underwater", "ocean")),
    "starfish": Drawing(shore.starfish, 104, 104, 0.36, colour="orange", places=("coral reef", "underwater")),
    "walrus": Drawing(sea.walrus, 120, 116, 0.54, colour="brown", places=("ice field", "beach")),
    "whale": Drawing(sea.whale, 126, 108, 0.52, "under water", "blue", places=("underwater", "ocean")),
}

_SMALL: dict[str, Drawing] = {
    "bat": Drawing(big_mammals.bat, 170, 94, 0.4, "air", places=("cave", "night sky")),
    "bee": Drawing(shore.bee, 110, 94, 0.4, "air", "yellow", places=("garden", "meadow", "field")),
    "butterfly": Drawing(shore.butterfly, 120, 100, 0.42, "air", "orange", places=("garden", "meadow", "sky")),
    "ladybug": Drawing(shore.ladybug, 108, 94, 0.4, colour="red", places=("garden", "meadow")),
    "snail": Drawing(shore.snail, 112, 98, 0.42, places=("garden", "forest")),
    "spider": Drawing(shore.spider, 120, 106, 0.42, colour="black", places=("barn", "cave", "garden")),
}

_REPTILES: dict[str, Drawing] = {
    "chameleon": Drawing(reptiles.chameleon, 122, 104, 0.46, colour="green", places=("jungle", "forest")),
    "crocodile": Drawing(reptiles.crocodile, 152, 94, 0.46, colour="green", places=("swamp", "river")),
    "frog": Drawing(reptiles.frog, 120, 110, 0.44, colour="green", places=("pond", "swamp", "lake")),
    "lizard": Drawing(reptiles.lizard, 142, 88, 0.4, colour="green", places=("desert", "canyon", "garden")),
    "salamander": Drawing(
        partial(reptiles.lizard, spots=True),
        142,
        88,
        0.4,
        colour="black",
        recolours=False,
        places=("forest", "cave", "river"),
    ),
    "snake": Drawing(reptiles.snake, 104, 104, 0.46, colour="green", places=("jungle", "desert", "swamp")),
    "toad": Drawing(
        partial(reptiles.frog, warts=True),
        120,
        110,
        0.44,
        colour="brown",
        recolours=False,
        places=("swamp", "garden"),
    ),
    "tortoise": Drawing(reptiles.tortoise, 128, 96, 0.42, colour="brown", places=("desert", "garden", "savanna")),
    "turtle": Drawing(reptiles.turtle, 130, 106, 0.44, "under water", "green", places=("coral reef", "ocean")),
}

ANIMALS: dict[str, Drawing] = {
    **_SITTING,
    **_STANDING,
    **_BIRDS,
    **WILD_BIRDS,
    **_SEA,
    **OPEN_SEA,
    **_SMALL,
    **_REPTILES,
}
"""Its name -> how it is drawn."""
