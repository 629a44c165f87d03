"""The table of everyday objects."""

from synthgen.renderer.sketch.drawing import Drawing
from synthgen.renderer.sketch.subjects import carried, instruments, vessels
from synthgen.renderer.sketch.subjects.materials import Painter

KITCHEN = ("kitchen", "dining room", "cafe", "restaurant")
MUSIC = ("stage", "studio", "living room")
DESK = ("office", "library", "classroom", "studio")
WORN = ("bedroom", "hallway", "studio")


def _on_table(paint: Painter, width: float, height: float, size: float, colour: str, *places: str) -> Drawing:
    return Drawing(paint, width, height, size, rests="table", colour=colour, places=places)


def _on_ground(paint: Painter, width: float, height: float, size: float, colour: str, *places: str) -> Drawing:
    return Drawing(paint, width, height, size, colour=colour, places=places)


OBJECTS: dict[str, Drawing] = {
    "cup": _on_table(vessels.cup, 100, 84, 0.4, "white", *KITCHEN),
    "mug": _on_table(vessels.mug, 98, 98, 0.46, "blue", *KITCHEN),
    "teapot": _on_table(vessels.teapot, 112, 92, 0.44, "teal", *KITCHEN),
    "kettle": _on_table(vessels.kettle, 114, 96, 0.44, "red", "kitchen"),
    "pot": _on_table(vessels.cooking_pot, 110, 96, 0.44, "red", "kitchen"),
    "plate": _on_table(vessels.plate, 146, 102, 0.42, "white", *KITCHEN),
    "bottle": _on_table(vessels.bottle, 60, 122, 0.52, "green", *KITCHEN),
    "vase": _on_table(vessels.vase, 82, 108, 0.5, "blue", "living room", "dining room", "hallway"),
    "spoon": _on_table(vessels.spoon, 58, 122, 0.5, "silver", *KITCHEN),
    "basket": _on_ground(vessels.basket, 112, 98, 0.44, "brown", "garden", "park", "kitchen"),
    "bucket": _on_ground(vessels.bucket, 92, 100, 0.44, "red", "garden", "garage", "beach"),
    "watering can": _on_ground(vessels.watering_can, 140, 98, 0.44, "green", "garden", "balcony"),
    "guitar": _on_ground(instruments.guitar, 80, 140, 0.62, "brown", *MUSIC),
    "violin": _on_ground(instruments.violin, 90, 138, 0.58, "brown", *MUSIC),
    "drum": _on_ground(instruments.drum, 112, 102, 0.48, "red", *MUSIC),
    "trumpet": _on_table(instruments.trumpet, 144, 76, 0.34, "gold", *MUSIC),
    "xylophone": _on_table(instruments.xylophone, 120, 102, 0.42, "", "nursery", "stage", "classroom"),
    "microphone": _on_table(instruments.microphone, 98, 116, 0.5, "black", "stage", "studio"),
    "headphones": _on_table(instruments.headphones, 102, 100, 0.46, "purple", "studio", "office", "bedroom"),
    "radio": _on_table(instruments.radio, 122, 98, 0.44, "turquoise", "kitchen", "living room", "garage"),
    "bell": _on_table(instruments.bell, 92, 104, 0.5, "gold", "classroom", "hallway"),
    "whistle": _on_table(instruments.whistle, 114, 92, 0.4, "orange", "playground", "classroom"),
    "backpack": _on_ground(carried.backpack, 96, 102, 0.5, "blue", "classroom", "hallway", "mountains"),
    "suitcase": _on_ground(carried.suitcase, 126, 98, 0.46, "brown", "airport", "train station", "hallway"),
    "briefcase": _on_ground(carried.briefcase, 118, 94, 0.42, "brown", "office", "city street", "train station"),
    "handbag": _on_table(carried.handbag, 100, 98, 0.46, "pink", *WORN),
    "crown": _on_table(carried.crown, 112, 96, 0.42, "gold", "hallway", "stage"),
    "top hat": _on_table(carried.top_hat, 110, 94, 0.44, "black", "stage", *WORN),
    "helmet": _on_table(carried.helmet, 104, 98, 0.46, "red", "garage", "hallway"),
    "bow tie": _on_table(carried.bow_tie, 120, 70, 0.34, "red", *WORN),
    "glasses": _on_table(carried.glasses, 128, 64, 0.3, "black", "library", "office", "bedroom"),
    "umbrella": _on_ground(carried.umbrella, 120, 118, 0.56, "red", "city street", "beach", "hallway"),
    "watch": _on_table(carried.watch, 82, 130, 0.54, "brown", *WORN),
    "ring": _on_table(carried.ring_with_stone, 92, 112, 0.48, "gold", "bedroom", "studio"),
    "diamond": _on_table(carried.diamond, 120, 100, 0.42, "cyan", "studio", "hallway"),
    "necklace": _on_table(carried.necklace, 112, 118, 0.5, "white", "bedroom", "studio"),
    "lipstick": _on_table(carried.lipstick, 58, 120, 0.5, "red", "bedroom", "bathroom"),
    "fan": _on_table(carried.fan, 122, 108, 0.44, "red", "stage", "bedroom"),
    "lock": _on_table(carried.locked, 88, 110, 0.48, "gold", "garage", "hallway"),
    "key": _on_table(carried.key, 130, 66, 0.3, "gold", "hallway", "garage", "office"),
}
