"""The table of everyday objects."""

from synthgen.renderer.sketch.drawing import Drawing
from synthgen.renderer.sketch.subjects import (
    carried,
    instruments,
    keepsakes,
    lamps,
    oddities,
    playthings,
    tools,
    trinkets,
    vessels,
)
from synthgen.renderer.sketch.subjects.materials import Painter
from synthgen.renderer.sketch.subjects.sundries import SUNDRIES

KITCHEN = ("kitchen", "dining room", "cafe", "restaurant")
MUSIC = ("stage", "studio", "living room")
DESK = ("office", "library", "classroom", "studio")
WORN = ("bedroom", "hallway", "studio")


def _on_table(paint: Painter, width: float, height: float, size: float, colour: str, *places: str) -> Drawing:
    return Drawing(paint, width, height, size, rests="table", colour=colour, places=places)


def _on_ground(paint: Painter, width: float, height: float, size: float, colour: str, *places: str) -> Drawing:
    return Drawing(paint, width, height, size, colour=colour, places=places)


def _aloft(paint: Painter, width: float, height: float, size: float, colour: str, *places: str) -> Drawing:
    return Drawing(paint, width, height, size, rests="air", colour=colour, places=places)


OBJECTS: dict[str, Drawing] = {
    **SUNDRIES,
    "house": Drawing(oddities.house, 120, 112, 0.62, variants=3, places=("village", "countryside", "meadow")),
    "rain cloud": _aloft(oddities.rain_cloud, 120, 112, 0.5, "gray", "sky", "countryside"),
    "cup": _on_table(vessels.cup, 102, 88, 0.4, "white", *KITCHEN),
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
    "xylophone": Drawing(
        instruments.xylophone, 120, 102, 0.42, rests="table", recolours=False, places=("nursery", "stage", "classroom")
    ),
    "microphone": _on_table(instruments.microphone, 98, 116, 0.5, "", "stage", "studio"),
    "headphones": _on_table(instruments.headphones, 102, 100, 0.46, "purple", "studio", "office", "bedroom"),
    "radio": _on_table(instruments.radio, 122, 98, 0.44, "turquoise", "kitchen", "living room", "garage"),
    "bell": _on_table(instruments.bell, 92, 104, 0.5, "gold", "classroom", "hallway"),
    "whistle": _on_table(instruments.whistle, 114, 92, 0.4, "orange", "playground", "classroom"),
    "backpack": _on_ground(carried.backpack, 96, 102, 0.5, "blue", "classroom", "hallway", "mountains"),
    "suitcase": _on_ground(carried.suitcase, 126, 98, 0.46, "brown", "airport", "train station", "hallway"),
    "briefcase": _on_ground(carried.briefcase, 118, 94, 0.42, "brown", "office", "city street", "train station"),
    "handbag": _on_table(carried.handbag, 100, 98, 0.46, "pink", *WORN),
    "crown": _on_table(carried.crown, 114, 96, 0.42, "gold", "hallway", "stage"),
    "top hat": _on_table(carried.top_hat, 110, 94, 0.44, "black", "stage", *WORN),
    "helmet": _on_table(carried.helmet, 104, 98, 0.46, "red", "garage", "hallway"),
    "bow tie": _on_table(carried.bow_tie, 120, 70, 0.34, "red", *WORN),
    "glasses": _on_table(carried.glasses, 128, 64, 0.3, "black", "library", "office", "bedroom"),
    "umbrella": _on_ground(carried.umbrella, 120, 118, 0.56, "red", "city street", "beach", "hallway"),
    "watch": _on_table(carried.watch, 82, 130, 0.54, "brown", *WORN),
    "ring": _on_table(carried.ring_with_stone, 92, 112, 0.48, "gold", "bedroom", "studio"),
    "diamond": _on_table(carried.diamond, 120, 100, 0.42, "", "studio", "hallway"),
    "necklace": _on_table(carried.necklace, 112, 118, 0.5, "white", "bedroom", "studio"),
    "lipstick": _on_table(carried.lipstick, 58, 120, 0.5, "red", "bedroom", "bathroom"),
    "fan": _on_table(carried.fan, 122, 108, 0.44, "red", "stage", "bedroom"),
    "lock": _on_table(carried.locked, 88, 110, 0.48, "gold", "garage", "hallway"),
    "key": _on_table(carried.key, 130, 66, 0.3, "gold", "hallway", "garage", "office"),
    "hammer": _on_table(tools.hammer, 90, 124, 0.5, "red", "garage", "construction site"),
    "wrench": _on_table(tools.wrench, 112, 120, 0.48, "silver", "garage"),
    "scissors": _on_table(tools.scissors, 98, 124, 0.5, "red", "office", "classroom", "studio"),
    "broom": _on_ground(tools.broom, 90, 138, 0.6, "yellow", "kitchen", "hallway", "garage"),
    "shovel": _on_ground(tools.shovel, 78, 138, 0.6, "blue", "garden", "farm", "construction site"),
    "axe": _on_table(tools.axe, 98, 128, 0.52, "red", "garage", "farm"),
    "paintbrush": _on_table(tools.paintbrush, 112, 120, 0.48, "blue", "studio", "classroom"),
    "pencil": _on_table(tools.pencil, 120, 118, 0.48, "yellow", *DESK),
    "quill": _on_table(tools.quill, 112, 126, 0.52, "white", "library", "office", "attic"),
    "light bulb": _on_table(tools.light_bulb, 110, 118, 0.5, "yellow", "office", "studio", "garage"),
    "candle": _on_table(tools.candle, 92, 118, 0.5, "", "dining room", "attic", "bedroom"),
    "lantern": _on_table(lamps.lantern, 78, 100, 0.5, "red", "patio", "attic", "garage"),
    "camera": _on_table(tools.camera, 120, 92, 0.42, "black", "studio", "office"),
    "magnifying glass": _on_table(tools.magnifying_glass, 118, 118, 0.48, "red", *DESK),
    "telescope": _on_ground(tools.telescope, 122, 122, 0.54, "blue", "balcony", "attic", "field"),
    "binoculars": _on_table(tools.binoculars, 110, 98, 0.42, "black", "balcony", "office"),
    "alarm clock": Drawing(
        tools.alarm_clock, 102, 106, 0.46, rests="table", colour="red", variants=3, places=("bedroom", "kitchen")
    ),
    "hourglass": _on_table(tools.hourglass, 76, 120, 0.52, "brown", *DESK),
    "traffic light": _on_ground(tools.traffic_light, 80, 138, 0.62, "black", "city street", "city"),
    "book": _on_table(keepsakes.book, 96, 114, 0.48, "red", *DESK),
    "open book": Drawing(keepsakes.open_book, 134, 94, 0.4, rests="table", recolours=False, places=DESK),
    "envelope": _on_table(keepsakes.envelope, 120, 88, 0.4, "white", "office", "hallway"),
    "box": _on_ground(keepsakes.box, 122, 112, 0.46, "", "garage", "attic", "hallway"),
    "gift box": _on_table(keepsakes.gift_box, 104, 108, 0.48, "red", "living room", "dining room"),
    "flag": _on_ground(keepsakes.flag, 118, 132, 0.6, "red", "mountains", "field", "beach"),
    "globe": _on_table(keepsakes.globe, 104, 126, 0.52, "blue", "classroom", "library", "office"),
    "phone": _on_table(keepsakes.phone, 112, 98, 0.44, "red", "office", "hallway", "living room"),
    "smartphone": _on_table(keepsakes.smartphone, 72, 126, 0.5, "", "office", "cafe", "bedroom"),
    "laptop": _on_table(keepsakes.laptop, 136, 100, 0.42, "", "office", "cafe", "library"),
    "mailbox": _on_ground(keepsakes.mailbox, 108, 132, 0.58, "blue", "village", "garden", "city street"),
    "tent": _on_ground(keepsakes.tent, 140, 96, 0.44, "orange", "mountains", "field", "lake"),
    "kite": _aloft(keepsakes.kite, 100, 144, 0.56, "", "sky", "beach", "field"),
    "crystal ball": _on_table(keepsakes.crystal_ball, 100, 112, 0.48, "purple", "attic", "studio"),
    "compass": _on_table(keepsakes.compass, 100, 112, 0.46, "gold", "mountains", "office"),
    "ball": _on_ground(playthings.ball, 100, 100, 0.4, "red", "playground", "park", "garden"),
    "beach ball": Drawing(playthings.beach_ball, 100, 100, 0.42, recolours=False, places=("beach", "park")),
    "soccer ball": Drawing(
        playthings.soccer_ball, 100, 100, 0.4, colour="white", recolours=False, places=("field", "park", "playground")
    ),
    "balloon": _aloft(playthings.balloon, 84, 150, 0.58, "red", "sky", "park"),
    "rubber duck": _on_table(playthings.rubber_duck, 112, 102, 0.46, "yellow", "bathroom"),
    "piggy bank": _on_table(playthings.piggy_bank, 116, 104, 0.46, "pink", "bedroom", "office"),
    "teddy bear": _on_ground(playthings.teddy_bear, 98, 114, 0.5, "brown", "nursery", "bedroom"),
    "toy robot": _on_ground(playthings.robot, 100, 128, 0.54, "silver", "nursery", "bedroom"),
    "dice": _on_table(playthings.dice, 100, 102, 0.4, "red", "living room", "nursery"),
    "yarn ball": _on_table(playthings.yarn_ball, 122, 102, 0.44, "pink", "living room", "bedroom"),
    "pillow": _on_ground(playthings.pillow, 120, 98, 0.38, "teal", "bedroom", "living room"),
    "star": _aloft(playthings.star, 108, 110, 0.46, "yellow", "sky", "space"),
    "moon": _aloft(playthings.moon, 104, 104, 0.46, "yellow", "sky", "space"),
    "snowflake": _aloft(playthings.snowflake, 108, 112, 0.46, "", "snowy mountains", "sky"),
    "snowman": Drawing(
        playthings.snowman, 94, 136, 0.6, colour="white", recolours=False, places=("snowy mountains", "garden")
    ),
    "shell": _on_ground(playthings.shell, 104, 106, 0.4, "", "beach"),
    "feather": _on_table(playthings.feather, 90, 132, 0.52, "blue", "studio", "library"),
    "leaf": _on_ground(playthings.leaf, 108, 120, 0.44, "orange", "park", "garden"),
    "coin": _on_table(trinkets.coin, 104, 104, 0.4, "gold", "office", "studio"),
    "bracelet": _on_table(trinkets.bracelet, 120, 92, 0.38, "gold", *WORN),
    "locket": _on_table(trinkets.locket, 100, 122, 0.48, "gold", *WORN),
    "earring": _on_table(trinkets.earrings, 84, 118, 0.48, "gold", *WORN),
    "tiara": _on_table(trinkets.tiara, 128, 100, 0.38, "silver", *WORN),
    "brooch": _on_table(trinkets.brooch, 100, 104, 0.42, "gold", *WORN),
    "gem": _on_table(trinkets.gem, 120, 104, 0.4, "blue", "studio", "hallway"),
    "tire": _on_ground(trinkets.tire, 106, 106, 0.42, "black", "garage", "city street"),
    "bowl": _on_table(trinkets.bowl, 130, 94, 0.38, "teal", *KITCHEN),
    "ribbon": _on_table(trinkets.ribbon, 120, 108, 0.42, "red", "bedroom", "living room"),
    "cloud": _aloft(trinkets.cloud, 140, 82, 0.36, "white", "sky", "countryside"),
    "acorn": _on_ground(trinkets.acorn, 108, 114, 0.42, "brown", "forest", "park"),
    "parasol": _on_ground(trinkets.parasol, 124, 138, 0.6, "red", "beach", "patio"),
    "heart": _aloft(playthings.heart, 108, 104, 0.44, "red", "sky", "park"),
}
