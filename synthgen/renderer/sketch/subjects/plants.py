"""The plants that can be drawn, by name."""

from collections.abc import Callable

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.colours import COLOURS, RGB
from synthgen.renderer.sketch.drawing import Drawing, Look, Rests
from synthgen.renderer.sketch.subjects import blooms, blooms_side, flowers, foliage, houseplants, potted, trees, wild
from synthgen.renderer.sketch.subjects.blooms import Open, Rays
from synthgen.renderer.sketch.subjects.flowers import Shrub, Stalks
from synthgen.renderer.sketch.subjects.trees import WIDE, Crown

GARDEN = ("garden", "park", "greenhouse", "balcony")
INDOORS = ("living room", "window sill", "balcony", "office", "bedroom", "greenhouse")
SILL = ("window sill", "kitchen", "living room", "office", "balcony")
WOODS = ("park", "forest", "garden", "meadow", "mountains")
MEADOW = ("meadow", "field", "garden", "park")


def _stalks(stalks: Stalks, colour: str, places: tuple[str, ...] = GARDEN, width: float = 100) -> Drawing:
    return Drawing(stalks.paint, width=width, colour=colour, size=0.58, places=places, variants=3)


def _shrub(shrub: Shrub, colour: str, places: tuple[str, ...] = GARDEN) -> Drawing:
    return Drawing(shrub.paint, colour=colour, size=0.52, places=places, variants=2)


def _potted(
    paint: Callable[[Canvas, Look], None], colour: str, places: tuple[str, ...] = SILL, recolours: bool = True
) -> Drawing:
    rests: Rests = "table" if places is SILL else "ground"
    return Drawing(paint, size=0.52, rests=rests, colour=colour, recolours=recolours, places=places, variants=4)


def _tree(
    paint: Callable[[Canvas, Look], None],
    colour: str = "green",
    places: tuple[str, ...] = WOODS,
    recolours: bool = False,
    size: float = 0.62,
) -> Drawing:
    return Drawing(paint, size=size, colour=colour, recolours=recolours, places=places, variants=2)


RED: RGB = (212, 44, 56)
PINK: RGB = COLOURS["pink"]
PURPLE: RGB = (138, 82, 190)

PLANTS: dict[str, Drawing] = {
    "rose": _stalks(Stalks(blooms.rose, RED, flowers.rose_leaves), "red", width=70),
    "sunflower": _stalks(
        Stalks(
            Rays(18, 2, 0.28, True, 0.42, (104, 66, 38), 0.5, seeds=True),
            (250, 196, 36),
            flowers.broad,
            ((35, 32, 31),),
            thick=3.4,
        ),
        "yellow",
        ("field", "garden", "farm", "meadow"),
        70,
    ),
    "daisy": _stalks(Stalks(Rays(16, 1, 0.3, heart=0.32), COLOURS["white"], flowers.rosette), "white", MEADOW, 70),
    "dandelion": Drawing(flowers.dandelion, size=0.52, places=("meadow", "field", "park")),
    "tulip": _stalks(Stalks(blooms_side.tulip, RED, flowers.straps, ((35, 28, 25),)), "red", width=70),
    "daffodil": _stalks(Stalks(blooms.daffodil, (250, 210, 50), flowers.straps), "yellow", width=70),
    "hyacinth": _stalks(Stalks(blooms_side.hyacinth, (134, 92, 206), flowers.straps, ((35, 42, 38),)), "", width=70),
    "iris": _stalks(Stalks(blooms_side.iris, PURPLE, flowers.swords, ((35, 32, 27),)), "", width=70),
    "lily": _stalks(Stalks(blooms.lily, COLOURS["white"], flowers.lance, ((35, 34, 33),)), "white", width=70),
    "carnation": _stalks(Stalks(blooms.carnation, PINK, flowers.grassy, ((35, 30, 27),)), "pink", width=70),
    "peony": _stalks(Stalks(blooms.peony, (238, 110, 160), flowers.broad, ((35, 32, 31),)), "pink", width=72),
    "poppy": _stalks(
        Stalks(Open(4, 1.45, eye=(40, 30, 36), heart=(90, 120, 60), veins=5), RED, flowers.feathery, thick=1.6),
        "red",
        MEADOW,
        70,
    ),
    "dahlia": _stalks(Stalks(blooms.dahlia, (200, 40, 120), flowers.broad, ((35, 32, 31),)), "magenta", width=72),
    "chrysanthemum": _stalks(
        Stalks(blooms.chrysanthemum, (246, 190, 60), flowers.lance),
        "yellow",
        width=70,
    ),
    "marigold": _stalks(Stalks(blooms.marigold, (244, 140, 30), flowers.feathery), "orange", width=70),
    "zinnia": _stalks(
        Stalks(Rays(14, 3, 0.4, heart=0.26, disc=(120, 50, 40), florets=True), (226, 60, 100), flowers.lance),
        "pink",
        width=70,
    ),
    "hibiscus": _shrub(Shrub(blooms.hibiscus, (226, 56, 70), 17, 5), "red", ("garden", "beach", "greenhouse", "park")),
    "pansy": _stalks(Stalks(blooms.pansy, PURPLE, flowers.rosette, ((35, 34, 31),)), "purple", width=70),
    "violet": _stalks(
        Stalks(blooms.violet, (118, 76, 196), flowers.hearts, ((43, 42, 26),), 43, thick=2),
        "violet",
        ("forest", "garden", "meadow"),
        86,
    ),
    "lavender": _stalks(
        Stalks(
            blooms_side.lavender,
            (134, 96, 200),
            flowers.grassy,
            ((50, 30, 26), (34, 36, 25), (66, 36, 25), (18, 44, 24), (82, 44, 24)),
            50,
            0.3,
            1.6,
            (126, 168, 118),
        ),
        "purple",
        ("field", "garden", "farm"),
    ),
    "snapdragon": _stalks(
        Stalks(blooms_side.snapdragon, (240, 92, 130), flowers.lance, ((35, 40, 38),)), "pink", width=70
    ),
    "foxglove": _stalks(
        Stalks(blooms_side.foxglove, (196, 84, 170), flowers.broad, ((35, 40, 38),)),
        "magenta",
        ("forest", "garden"),
        72,
    ),
    "crocus": _stalks(
        Stalks(
            blooms_side.crocus,
            PURPLE,
            flowers.grassy,
            ((35, 42, 26),),
            35,
            0.6,
            3.4,
            (226, 220, 230),
        ),
        "purple",
        MEADOW,
        70,
    ),
    "hydrangea": _shrub(
        Shrub(
            blooms.ball_of_florets,
            (104, 132, 220),
            20,
            spots=((50, 27), (25, 40), (75, 40), (37, 63), (64, 63)),
            leaf_length=25,
        ),
        "blue",
    ),
    "azalea": _shrub(Shrub(Open(5, 0.8, True, stamens=5, heart=None), (236, 70, 140), 10, 19), "pink"),
    "gardenia": _shrub(Shrub(blooms.gardenia, COLOURS["white"], 14, 7, (36, 110, 62)), "white"),
    "camellia": _shrub(Shrub(blooms.camellia, (224, 62, 92), 15, 6, (36, 104, 60)), "pink"),
    "lilac": _tree(trees.lilac_bush, "", GARDEN, True, 0.54),
    "jasmine": _tree(trees.jasmine, "white", GARDEN, size=0.56),
    "wisteria": _tree(trees.wisteria, "", GARDEN, True, 0.58),
    "bird of paradise": _tree(wild.bird_of_paradise, "orange", ("garden", "jungle", "greenhouse"), size=0.56),
    "calla lily": _tree(potted.calla, "white", GARDEN, True, 0.56),
    "thistle": _tree(wild.thistle, "purple", MEADOW, True, 0.54),
    "bluebell": _tree(wild.bluebell, "blue", ("forest", "meadow", "garden"), True, 0.54),
    "lily of the valley": _tree(wild.lily_of_the_valley, "white", ("forest", "garden"), size=0.52),
    "clover": _tree(wild.clover, "green", MEADOW, size=0.48),
    "holly": _tree(trees.holly, "green", ("garden", "forest", "park"), size=0.52),
    "fern": _tree(foliage.fern, "green", ("forest", "jungle", "garden"), size=0.5),
    "mushroom": _tree(wild.mushroom, "red", ("forest", "meadow", "garden"), True, 0.46),
    "wheat": _tree(wild.wheat, "gold", ("field", "farm", "meadow"), size=0.55),
    "cattail": _tree(wild.cattail, "brown", ("pond", "lake", "field"), size=0.58),
    "bamboo": _tree(wild.bamboo, "green", ("zen garden", "garden", "forest", "jungle"), size=0.62),
    "cactus": _tree(wild.cactus, "green", ("desert", "garden", "greenhouse"), size=0.55),
    "prickly pear": _tree(wild.prickly_pear, "green", ("desert", "garden", "greenhouse"), size=0.5),
    "lotus": Drawing(wild.lotus_flower, size=0.44, rests="water", colour="pink", places=("pond", "lake", "zen garden")),
    "water lily": Drawing(
        wild.water_lily, size=0.36, rests="water", colour="white", places=("pond", "lake", "zen garden")
    ),
    "orchid": _potted(potted.orchid, "pink"),
    "peace lily": _potted(potted.peace_lily, "white", INDOORS, False),
    "anthurium": _potted(potted.anthurium, "red"),
    "cyclamen": _potted(potted.cyclamen, "pink"),
    "african violet": _potted(potted.african_violet, "purple"),
    "begonia": _potted(potted.begonia, "red"),
    "geranium": _potted(potted.geranium, "red"),
    "petunia": _potted(potted.petunia, "magenta"),
    "poinsettia": _potted(potted.poinsettia_pot, "red"),
    "amaryllis": _potted(potted.amaryllis, "red"),
    "aloe vera": _potted(foliage.aloe, "green", SILL, False),
    "snake plant": _potted(foliage.snake_plant, "green", INDOORS, False),
    "spider plant": _potted(foliage.spider_plant, "green", INDOORS, False),
    "boston fern": _potted(foliage.boston_fern, "green", INDOORS, False),
    "jade plant": _potted(foliage.jade_plant, "green", SILL, False),
    "money tree": _potted(foliage.money_tree, "green", INDOORS, False),
    "ficus": _potted(foliage.ficus, "green", INDOORS, False),
    "rubber plant": _potted(foliage.rubber_plant, "green", INDOORS, False),
    "fiddle leaf fig": _potted(foliage.fiddle_leaf, "green", INDOORS, False),
    "monstera": _potted(foliage.monstera, "green", INDOORS, False),
    "philodendron": _potted(foliage.philodendron, "green", INDOORS, False),
    "ivy": _potted(foliage.ivy, "green", INDOORS, False),
    "croton": _potted(foliage.croton, "", INDOORS, False),
    "dieffenbachia": _potted(houseplants.dieffenbachia, "green", INDOORS, False),
    "calathea": _potted(houseplants.calathea, "green", INDOORS, False),
    "umbrella plant": _potted(houseplants.umbrella_plant, "green", INDOORS, False),
    "ZZ plant": _potted(houseplants.zz_plant, "green", INDOORS, False),
    "dracaena": _potted(houseplants.dracaena, "green", INDOORS, False),
    "pothos": _potted(houseplants.pothos, "green", INDOORS, False),
    "tradescantia": _potted(houseplants.spiderwort, "purple", INDOORS, False),
    "agave": _tree(houseplants.agave, "", ("desert", "garden", "greenhouse"), size=0.46),
    "eucalyptus": _tree(houseplants.eucalyptus, "", ("garden", "greenhouse"), size=0.52),
    "succulent": _potted(wild.succulent, "green", SILL, False),
    "venus flytrap": _potted(wild.venus_flytrap, "", SILL, False),
    "bonsai": _potted(trees.bonsai, "green", ("zen garden", "living room", "window sill", "office"), False),
    "oak tree": _tree(Crown((70, 138, 62), WIDE, trunk=16).paint),
    "maple tree": _tree(Crown((226, 88, 40), falls=True, dot_count=54).paint, "orange", WOODS, True),
    "cherry blossom tree": _tree(
        Crown((248, 178, 204), WIDE, (92, 66, 62), 10, (255, 232, 240), 1.5, 60, True).paint,
        "pink",
        ("park", "garden", "zen garden", "meadow"),
        True,
    ),
    "apple tree": _tree(
        Crown((84, 160, 70), dots=(212, 48, 46), dot_size=3.2, dot_count=20).paint, places=("farm", "garden", "meadow")
    ),
    "orange tree": _tree(
        Crown((62, 140, 66), dots=(244, 144, 36), dot_size=3.4, dot_count=22).paint, places=("farm", "garden", "meadow")
    ),
    "birch tree": _tree(trees.birch),
    "palm tree": _tree(trees.palm, places=("beach", "desert", "garden")),
    "pine tree": _tree(trees.pine, places=("forest", "mountains", "park")),
    "weeping willow": _tree(trees.willow, places=("lake", "pond", "park", "meadow")),
    "olive tree": _tree(trees.olive_tree, "", places=("farm", "field", "garden", "meadow")),
    "magnolia": _tree(trees.magnolia_tree, "pink", GARDEN, True),
}
