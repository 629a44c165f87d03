"""The table of furniture."""

from synthgen.renderer.sketch.drawing import Drawing
from synthgen.renderer.sketch.subjects import seats, storage
from synthgen.renderer.sketch.subjects.materials import Painter
from synthgen.renderer.sketch.subjects.storage import CHESTS, chest

LIVING = ("living room", "library")
PARLOUR = ("living room", "bedroom", "library")
MEAL = ("dining room", "kitchen", "cafe", "restaurant")
OUTSIDE = ("garden", "park", "patio", "beach")


def _seat(paint: Painter, width: float, height: float, size: float, colour: str, *places: str) -> Drawing:
    return Drawing(paint, width, height, size, colour=colour, places=places)


def _chest(name: str, size: float, *places: str) -> Drawing:
    spec = CHESTS[name]
    height = spec.head + spec.depth * 0.6 + spec.height + spec.legs + 3
    return Drawing(chest(spec), spec.width + spec.depth + 8, height, size, colour=spec.natural, places=places)


FURNITURE: dict[str, Drawing] = {
    "sofa": _seat(seats.sofa(3, "teal"), 140, 90, 0.42, "teal", *LIVING),
    "loveseat": _seat(seats.sofa(2, "pink", hearts=True), 106, 90, 0.46, "pink", *LIVING),
    "armchair": _seat(seats.sofa(1, "green"), 78, 90, 0.48, "green", *LIVING),
    "chaise lounge": _seat(seats.chaise_longue, 138, 80, 0.38, "purple", *PARLOUR),
    "ottoman": _seat(seats.ottoman, 100, 68, 0.34, "orange", *PARLOUR),
    "bean bag": _seat(seats.bean_bag, 104, 94, 0.42, "blue", "nursery", *PARLOUR),
    "bench": _seat(seats.bench, 132, 84, 0.4, "brown", "park", "garden", "city street"),
    "chair": _seat(seats.chair, 84, 112, 0.52, "brown", *MEAL),
    "stool": _seat(seats.stool(76, "brown"), 64, 78, 0.42, "brown", "kitchen", "studio", "attic"),
    "bar stool": _seat(seats.stool(124, "red", metal=True), 64, 126, 0.58, "red", "cafe", "restaurant", "kitchen"),
    "folding chair": _seat(seats.folding_chair, 86, 104, 0.5, "blue", "patio", "garden", "balcony"),
    "high chair": _seat(seats.high_chair, 84, 116, 0.55, "yellow", "kitchen", "dining room", "nursery"),
    "office chair": _seat(seats.office_chair, 100, 110, 0.54, "black", "office", "library"),
    "rocking chair": _seat(seats.rocking_chair, 110, 110, 0.52, "brown", "living room", "nursery", "patio"),
    "deck chair": _seat(seats.deck_chair, 108, 98, 0.46, "red", "beach", "patio", "garden"),
    "hammock": _seat(seats.hammock, 164, 90, 0.42, "orange", *OUTSIDE),
    "swing": _seat(seats.swing, 124, 108, 0.56, "red", "playground", "garden", "park"),
    "throne": _seat(seats.throne, 90, 114, 0.6, "red", "stage", "hallway"),
    "chest of drawers": _chest("chest of drawers", 0.44, "bedroom", "hallway"),
    "bedside table": _chest("bedside table", 0.5, "bedroom"),
    "cabinet": _chest("cabinet", 0.42, "living room", "hallway", "office"),
    "filing cabinet": _chest("filing cabinet", 0.54, "office"),
    "cupboard": _chest("cupboard", 0.6, "kitchen", "dining room"),
    "bookshelf": _chest("bookshelf", 0.62, "library", "living room", "office", "classroom"),
    "shoe rack": _chest("shoe rack", 0.42, "hallway"),
    "tv stand": _chest("tv stand", 0.46, "living room"),
    "wardrobe": Drawing(storage.wardrobe, 118, 122, 0.62, colour="brown", places=("bedroom", "hallway", "attic")),
    "toy box": Drawing(storage.toy_box, 104, 86, 0.44, colour="blue", places=("nursery", "bedroom")),
    "treasure chest": Drawing(storage.treasure_chest, 104, 90, 0.44, colour="brown", places=("beach", "attic")),
    "medicine cabinet": Drawing(
        storage.medicine_cabinet, 98, 86, 0.4, rests="wall", colour="white", places=("bathroom",)
    ),
    "coat rack": Drawing(storage.coat_rack, 80, 128, 0.62, colour="brown", places=("hallway", "office")),
    "ladder": Drawing(storage.ladder, 66, 128, 0.62, colour="brown", places=("garage", "garden", "construction site")),
}
