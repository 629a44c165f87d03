"""From a scene to a picture: the place, what stands in it, the joke, the light, the medium, in this order.

All luck comes from one generator that is seeded with the prompt and the seed.
"""

import random
from dataclasses import replace

from PIL import Image

from synthgen.renderer.sketch import lights
from synthgen.renderer.sketch.colours import COLOURS, RGB
from synthgen.renderer.sketch.drawing import Drawing
from synthgen.renderer.sketch.jokes import rain, tell
from synthgen.renderer.sketch.layout import WIDE, Slot, arrange
from synthgen.renderer.sketch.media import MEDIA
from synthgen.renderer.sketch.phrases import PERSONS
from synthgen.renderer.sketch.scene import Scene, Thing
from synthgen.renderer.sketch.sprites import Order, sprite
from synthgen.renderer.sketch.stage import Item, Stage, in_place, in_studio
from synthgen.renderer.sketch.subjects import DRAWINGS, ROOM_OF
from synthgen.renderer.sketch.truth import Description, described
from synthgen.renderer.sketch.vocabulary import rgb

WITH_TEXT = frozenset({"ambulance", "police car", "taxi", "school bus", "stop sign", "clock", "wall clock", "calendar"})
"""Drawings that show writing or a dial: never mirrored."""
YOUNG = 1.25
"""Children fill less of the canvas that they share with adults."""
BACK = 13.0
"""Units by which the back of a zigzag stands higher."""
GENTLE = 0.45
"""Share of a light that tints, where the prompt names a colour: a red car stays red in the fog."""
PLAIN = 0.7
"""And before the plain backdrop, where there is nothing for the light to play on."""
SURFACES = frozenset({"window sill", "picnic"})
"""Places whose floor is a table of its own."""
HEADROOM = 3.0
"""Units that stay free above a portrait."""
SUNK = 0.08
"""Share of a portrait that the lower edge may cut off, beside what its drawing leaves out."""
AFLOAT = ("water", "under water")
HANGING = frozenset({"chandelier", "pendant lamp"})
"""Drawings whose upper end is fixed to the ceiling, which is above the picture."""


def compose(scene: Scene, seed: str, size: int) -> tuple[Image.Image, Description]:
    """The picture (RGB, `size` x `size`) and what it shows."""
    rng = random.Random(seed)
    stage = _set_up(scene, rng, size)
    joke = scene.joke
    falls = joke is not None and joke.kind == "rains"
    if joke and falls:
        rain(stage, joke)
        scene = replace(scene, subjects=tuple(t for t in scene.subjects if t != joke.thing))
    if _on_table(stage, scene):
        stage.lay_table()
    items = _arrange(stage, scene)
    if joke and not falls:
        tell(stage, items[0], joke)
    for effect in scene.light:
        if items and effect in lights.BEFORE:
            lights.BEFORE[effect](stage, items[0])
    stage.paint()
    for effect in scene.light:
        if items and effect in lights.AFTER:
            lights.AFTER[effect](stage, items[0])
    image = stage.image
    coloured = any(thing.colour or thing.skin for thing in (*scene.subjects, *scene.companions))
    for effect in scene.light:
        if effect in lights.OVERALL:
            lit = lights.OVERALL[effect](image, rng)
            share = GENTLE if coloured else PLAIN if not scene.place else 1.0
            image = Image.blend(image, lit, share) if share < 1 and effect in lights.TINTING else lit
    if scene.medium in MEDIA:
        image = MEDIA[scene.medium](image, rng)
    return image, described(scene, stage, items, joke)


def _set_up(scene: Scene, rng: random.Random, size: int) -> Stage:
    if scene.place:
        things = (*scene.subjects, *scene.companions)
        return in_place(scene.place, rng, size, (thing.name for thing in things))
    if not scene.subjects:
        return in_studio(rng, size, (255, 255, 255), floor=True)
    first = scene.subjects[0]
    rests = DRAWINGS[first.name].rests
    lifted = scene.joke is not None and scene.joke.kind in ("floats", "flies", "rains")
    floor = rests not in ("air", "under water", "bust", "wall") and not lifted
    return in_studio(rng, size, _tone(first), floor)


def _on_table(stage: Stage, scene: Scene) -> bool:
    """Whether a table is set: where the prompt asks for one, or for things that are seen on tables and nowhere else."""
    things = [DRAWINGS[t.name] for t in (*scene.subjects, *scene.companions)]
    if scene.table:
        return True
    if scene.place in SURFACES or (stage.place and "ground" not in stage.place.offers):
        return False
    moved = scene.joke and scene.joke.kind not in (
        "wears",
        "is dressed as",
        "holds",
        "eats",
        "is made of",
        "is upside down",
    )
    if moved or scene.vessel == "hanging basket" or not any(d.rests == "table" for d in things):
        return False
    return all(d.rests in ("table", "air") for d in things) and (stage.place is not None or stage.rng.random() < 0.6)


def _tone(thing: Thing) -> RGB:
    """The main colour of a thing, for a backdrop that sets it off."""
    if thing.colour and ROOM_OF[thing.name] != "hair":
        return rgb(thing.colour)
    natural = DRAWINGS[thing.name].colour
    if natural in COLOURS:
        return COLOURS[natural]
    picture = sprite(Order(thing.name), 128)
    r, g, b, a = picture.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))  # type: ignore[misc]
    return r, g, b


def _arrange(stage: Stage, scene: Scene) -> list[Item]:
    """Put subjects and companions side by side, in a zigzag where there are many. The first subject comes first."""
    rng = stage.rng
    wanted = [thing for thing in (*scene.subjects, *scene.companions) for _ in range(thing.count)]
    if not wanted:
        return []
    split = rng.randint(0, len(wanted) - 1)
    line = [*wanted[1 : split + 1], wanted[0], *wanted[split + 1 :]]
    deep = len(line) > 3 and not stage.table and DRAWINGS[line[0].name].rests != "bust"
    slots = arrange(wanted[0], line, rng, deep, scene.joke is not None, view=not scene.subjects)
    items = []
    for slot in slots:
        item = _item(stage, scene, slot, alone=len(slots) == 1)
        # The main subject is before what it touches.
        item.depth = rng.random() + 10 * (slot.back is False) + 10 * (slot.back is None and slot.thing == wanted[0])
        items.append(stage.add(item))
    return [items[split], *items[:split], *items[split + 1 :]]


def _item(stage: Stage, scene: Scene, slot: Slot, alone: bool) -> Item:
    """One sprite in its slot, standing, floating or hanging as its drawing and the place have it."""
    rng, unit, thing = stage.rng, stage.unit, slot.thing
    drawing = DRAWINGS[thing.name]
    person = rng.choice(PERSONS[thing.person]) if thing.person else None
    vessel = scene.vessel if ROOM_OF[thing.name] == "plants" else ""
    order = stage.order(thing.name, thing.colour, person, vessel, thing.age, thing.skin)
    young = alone and person in ("boy", "girl") and drawing.rests != "bust"
    height = min(slot.height * (YOUNG if young else 1), WIDE * drawing.height / drawing.width)
    picture = stage.sprite(order, height)
    mirrored = rng.random() < 0.5 and thing.name not in WITH_TEXT
    if mirrored:
        picture = picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    half = picture.width / unit / 2
    x = min(max(slot.x, half), 100 - half) if half < 50 else 50
    item = Item(order, picture, x * unit, stage.floor, mirrored=mirrored, colour=thing.colour)
    _settle(stage, item, drawing, slot, hanging=vessel == "hanging basket")
    return item


def _settle(stage: Stage, item: Item, drawing: Drawing, slot: Slot, hanging: bool) -> None:
    """How high it is, and whether it casts a shadow."""
    rng, unit, size, back = stage.rng, stage.unit, stage.size, slot.back
    offers = stage.place.offers if stage.place else frozenset({"ground"})
    rests = drawing.rests
    high = item.picture.height
    middle = None
    if hanging:
        item.shadow, item.bottom = False, high + 2 * unit
    elif rests == "bust":
        # cut off by the lower edge, but never so far that what is worn is lost
        lowest = min(rng.uniform(0, 0.2) * max(0, size - high - HEADROOM * unit), SUNK * high)
        item.shadow, item.bottom = False, max(size + 1.5 * unit + lowest, high + HEADROOM * unit)
    elif rests == "air" and not ("air" not in offers and "ground" in offers and stage.place):
        middle = rng.uniform(34, 50)
    elif rests == "under water" and ("under water" in offers or stage.place is None):
        middle = rng.uniform(40, 56)
    elif item.order.name in HANGING and back is None and (stage.place is None or stage.place.indoors):
        item.shadow, item.bottom = False, high - 0.8 * unit
    elif rests == "wall" and (stage.place is None or stage.place.indoors):
        middle = rng.uniform(27, 36)
    elif offers == {"air"}:
        middle = rng.uniform(44, 56)
    elif rests in AFLOAT and "water" in offers:
        item.shadow, item.in_water = False, True
        item.bottom = stage.floor - (rng.uniform(9, 16) * unit if "ground" in offers else -0.08 * high)
    elif "ground" not in offers and "water" in offers:
        item.shadow, item.in_water, item.bottom = False, True, stage.floor + 0.1 * high
    else:
        near = slot.forward + rng.uniform(-1.5, 3.5)
        item.bottom = min(stage.floor + near * unit, max(stage.floor, size - 2 * unit))
    if middle is not None and back is not None:
        middle = rng.uniform(27, 33) if back else rng.uniform(64, 72)
    elif back and not (hanging or rests == "bust"):
        item.bottom -= BACK * unit
    if middle is not None:
        item.shadow = False
        item.bottom = min(max(middle * unit + high / 2, high + 2 * unit), size - 2 * unit)
