"""The table of furniture."""

from synthgen.renderer.sketch.drawing import Drawing
from synthgen.renderer.sketch.subjects import fixtures, household, lamps, seats, storage, tables
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
    "throne": _seat(seats.throne, 90, 114, 0.6, "", "stage", "hallway"),
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
    "bed": _seat(tables.bed, 146, 92, 0.4, "blue", "bedroom"),
    "bunk bed": _seat(tables.bunk_bed, 136, 110, 0.56, "", "bedroom", "nursery"),
    "crib": _seat(tables.crib, 112, 106, 0.54, "white", "nursery", "bedroom"),
    "coffee table": _seat(tables.coffee_table, 134, 64, 0.32, "brown", "living room"),
    "dining table": _seat(tables.dining_table, 150, 100, 0.46, "brown", "dining room", "kitchen"),
    "round table": _seat(tables.round_table, 110, 102, 0.5, "brown", *MEAL),
    "desk": _seat(tables.desk, 140, 100, 0.46, "brown", "office", "bedroom", "library"),
    "picnic table": _seat(tables.picnic_table, 142, 82, 0.4, "brown", "park", "garden", "patio"),
    "workbench": _seat(tables.workbench, 142, 102, 0.48, "brown", "garage"),
    "vanity table": _seat(tables.vanity_table, 120, 108, 0.56, "white", "bedroom"),
    "kitchen island": _seat(tables.kitchen_island, 148, 98, 0.44, "white", "kitchen"),
    "lamp": Drawing(lamps.table_lamp, 80, 100, 0.5, rests="table", colour="yellow", places=PARLOUR),
    "floor lamp": _seat(lamps.floor_lamp, 70, 134, 0.64, "orange", *PARLOUR),
    "desk lamp": Drawing(
        lamps.desk_lamp, 108, 102, 0.48, rests="table", colour="green", places=("office", "library", "bedroom")
    ),
    "chandelier": Drawing(
        lamps.chandelier, 120, 102, 0.46, rests="wall", colour="gold", places=("dining room", "hallway", "restaurant")
    ),
    "pendant lamp": Drawing(
        lamps.pendant_lamp, 100, 94, 0.42, rests="wall", colour="teal", places=("kitchen", "dining room", "cafe")
    ),
    "bathtub": _seat(fixtures.bathtub, 140, 94, 0.42, "white", "bathroom"),
    "sink": _seat(fixtures.sink, 96, 106, 0.52, "white", "bathroom"),
    "toilet": _seat(fixtures.toilet, 92, 100, 0.5, "white", "bathroom"),
    "stove": _seat(fixtures.stove, 90, 108, 0.54, "white", "kitchen"),
    "refrigerator": _seat(fixtures.refrigerator, 78, 126, 0.64, "silver", "kitchen"),
    "washing machine": _seat(fixtures.washing_machine, 90, 105, 0.5, "white", "bathroom", "garage"),
    "microwave": Drawing(fixtures.microwave, 120, 75, 0.38, rests="table", colour="silver", places=("kitchen",)),
    "fireplace": _seat(fixtures.fireplace, 120, 104, 0.56, "", *LIVING),
    "wall clock": Drawing(
        household.wall_clock,
        100,
        100,
        0.16,
        rests="wall",
        colour="red",
        variants=3,
        places=("kitchen", "office", "classroom", "living room"),
    ),
    "grandfather clock": _seat(household.grandfather_clock, 58, 130, 0.68, "brown", "living room", "hallway"),
    "mirror": Drawing(
        household.mirror, 90, 120, 0.36, rests="wall", colour="gold", places=("hallway", "bedroom", "bathroom")
    ),
    "door": _seat(household.door, 76, 128, 0.68, "brown", "hallway"),
    "window": Drawing(household.casement, 108, 94, 0.46, rests="wall", places=("living room", "bedroom", "kitchen")),
    "rug": _seat(household.rug, 150, 68, 0.3, "red", *PARLOUR),
    "stairs": _seat(household.stairs, 122, 110, 0.56, "brown", "hallway"),
    "piano": _seat(household.piano, 136, 102, 0.5, "black", "living room", "stage", "studio"),
    "television": _seat(household.television, 118, 104, 0.48, "orange", "living room", "bedroom"),
    "aquarium": Drawing(household.aquarium, 120, 100, 0.48, recolours=False, places=("living room", "office")),
    "ironing board": _seat(household.ironing_board, 136, 106, 0.48, "turquoise", "bedroom", "hallway"),
}
