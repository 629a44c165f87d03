"""What a prompt can do to its subject that reality does not offer: one small function for every kind of joke."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PIL import Image, ImageChops

from synthgen.renderer.sketch.patterns import MATERIALS
from synthgen.renderer.sketch.props import REACH, ROLES, WEARABLE, worn_picture
from synthgen.renderer.sketch.scene import Joke, JokeKind, Thing
from synthgen.renderer.sketch.sprites import Order, face, top_at
from synthgen.renderer.sketch.stage import Item, Stage
from synthgen.renderer.sketch.subjects import DRAWINGS, ROOM_OF
from synthgen.renderer.sketch.subjects.herd import HERD
from synthgen.renderer.sketch.vocabulary import rgb

OPEN_CARS = frozenset(
    {"convertible", "jeep", "race car", "go-kart", "golf cart", "motorboat", "rowboat", "canoe", "kayak"}
)
"""What one sees its driver in."""
DRIVEN: Mapping[str, str] = MappingProxyType(
    {"car": "convertible", "sports car": "convertible"} | {n: n for n in OPEN_CARS}
)
INSTRUMENTS = frozenset(
    ("guitar", "electric guitar", "violin", "cello", "trumpet", "saxophone", "flute", "drum", "drums", "accordion")
    + ("banjo", "harp", "ukulele", "piano", "xylophone")
)
CONTAINERS = frozenset(
    ("bathtub", "box", "basket", "bucket", "pot", "vase", "mug", "cup", "suitcase", "treasure chest", "barrel", "wagon")
    + ("wheelbarrow", "stroller", "teapot", "bowl", "fish bowl", "backpack", "trash can")
)
"""What hides the lower half of whoever is in it."""
FOUR_LEGGED = frozenset(HERD) | {"elephant"}
"""Animals that are drawn from the side, on four legs."""
SEATS = frozenset({"sofa", "loveseat", "armchair", "chair", "bench", "bed", "throne", "rocking chair", "bean bag"})
"""One sits before the back of these, not on top of it."""
SADDLED = frozenset({"bicycle", "motorcycle", "moped", "tricycle", "snowmobile", "jet ski", "kick scooter"})
CARRIED = ("objects", "food", "plants")


def accepts(joke: Joke, subject: Thing) -> bool:
    """Whether the joke can be shown with this subject."""
    thing = joke.thing.name if joke.thing else ""
    room = ROOM_OF.get(thing, "")
    match joke.kind:
        case "wears":
            return thing in WEARABLE
        case "stands up":
            return subject.name in FOUR_LEGGED
        case "is dressed as":
            return joke.value in ROLES
        case "is made of":
            return joke.value in MATERIALS
        case "drives":
            return thing in DRIVEN and DRIVEN[thing] in DRAWINGS
        case "rides":
            return room in ("vehicles", "animals", "furniture", "objects", "food")
        case "plays":
            return thing in INSTRUMENTS
        case "holds":
            return room in CARRIED
        case "eats":
            return room == "food"
        case "hides in":
            return thing in CONTAINERS
        case _:
            return True


def tell(stage: Stage, main: Item, joke: Joke) -> None:
    """Do to the main item, which stands on the stage already, what the joke says."""
    OPERATORS[joke.kind](stage, main, joke)


def _resized(item: Item, scale: float) -> None:
    picture = item.picture
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    item.picture = picture.resize(size, Image.Resampling.BICUBIC)


def _thing(stage: Stage, joke: Joke, height: float, name: str = "") -> tuple[Order, Image.Image]:
    """The sprite of the joke's thing."""
    thing = joke.thing
    order = stage.order(name or (thing.name if thing else ""), thing.colour if thing else "")
    return order, stage.sprite(order, height)


def _put_on(stage: Stage, main: Item, name: str, colour: str = "") -> None:
    """Hats and glasses sit where the measured face is; things without a face get theirs in the middle."""
    worn = WEARABLE[name]
    found = face(main.order)
    wide, high = main.picture.size
    if found is None:
        unit = min(0.62 * wide, 34 * stage.unit) / 40
        x, top = main.x, main.top + top_at(main.picture, 0.5, 0.3) * high
        eyes = top + {"eyes": 0.34, "neck": 0.2, "top": 0.3}[worn.at] * high
        top += 0.06 * high
    else:
        flipped = main.mirrored
        x = main.left + (1 - found.x if flipped else found.x) * wide
        unit = found.width * wide / 40
        top, eyes = main.top + found.top * high, main.top + found.eyes * high
        if worn.at == "eyes" and found.apart:
            unit = max(found.apart * wide / 15.5, unit * 0.6)
    middle = top + 19 * unit if worn.at == "top" else eyes - (2 * unit if worn.at == "eyes" else 4 * unit)
    dark = worn.colour == "black" and main.order.drawing.colour in ("black", "gray")
    picture = worn_picture(name, rgb(colour or ("red" if dark else worn.colour)), unit)
    stage.add(Item(main.order, picture, x, middle + REACH * unit, shadow=False, depth=main.depth + 0.1, part=True))


def _wears(stage: Stage, main: Item, joke: Joke) -> None:
    assert joke.thing is not None
    _put_on(stage, main, joke.thing.name, joke.thing.colour)


def _dressed(stage: Stage, main: Item, joke: Joke) -> None:
    _put_on(stage, main, ROLES[joke.value])


def _rides(stage: Stage, main: Item, joke: Joke) -> None:
    """On the back, the saddle or the deck: on what is uppermost there."""
    assert joke.thing is not None
    name = joke.thing.name
    drawing = DRAWINGS[name]
    flat, animal = drawing.height / drawing.width < 0.4, ROOM_OF[name] == "animals"
    order, ride = _thing(stage, joke, 18 if flat else min(54 if animal else 46, 66 * drawing.height / drawing.width))
    at = 0.36 if name in FOUR_LEGGED else 0.42 if name in SADDLED else 0.48
    seat = top_at(ride, at, 0.1)
    bottom = main.bottom
    share = 0.34 if animal else 0.46
    _resized(main, min(1.0, share * stage.size / main.picture.height, 0.5 * stage.size / main.picture.width))
    stage.add(Item(order, ride, main.x, bottom, depth=main.depth - 0.2))
    main.x += (at - 0.5) * ride.width
    main.shadow = False
    rise = 0.4 * ride.height if name in SEATS else ride.height * (1 - seat) - 0.05 * main.picture.height
    main.bottom = bottom - rise


def _drives(stage: Stage, main: Item, joke: Joke) -> None:
    """At the wheel of something open: the lower half is behind the door."""
    assert joke.thing is not None
    name = DRIVEN[joke.thing.name]
    drawing = DRAWINGS[name]
    order, car = _thing(stage, joke, min(42, 78 * drawing.height / drawing.width), name)
    _resized(main, 0.42 * stage.size / main.picture.height)
    main.x = min(max(main.x, car.width * 0.55), stage.size - car.width * 0.55)
    floor, seat = main.bottom, top_at(car, 0.5, 0.04)
    stage.add(Item(order, car, main.x, floor, depth=main.depth + 0.2))
    main.bottom = floor - car.height * (1 - seat) + 0.42 * main.picture.height
    main.shadow = False


def _plays(stage: Stage, main: Item, joke: Joke) -> None:
    order, instrument = _thing(stage, joke, 100 * 0.55 * main.picture.height / stage.size)
    if instrument.height > instrument.width:
        instrument = instrument.rotate(38, Image.Resampling.BICUBIC, expand=True)
    at = main.bottom - 0.02 * main.picture.height
    stage.add(Item(order, instrument, main.x + 0.08 * main.picture.width, at, shadow=False, depth=main.depth + 0.3))


def _holds(stage: Stage, main: Item, joke: Joke) -> None:
    """At its side, before the body."""
    share = 0.2 if main.order.peopled else 0.38
    order, held = _thing(stage, joke, 100 * share * main.picture.height / stage.size)
    reach = (-0.36 if main.mirrored else 0.36) * main.picture.width
    at = main.bottom - (0.36 if main.order.peopled else 0.16) * main.picture.height
    stage.add(Item(order, held, main.x + reach, at, shadow=False, depth=main.depth + 0.3))


def _eats(stage: Stage, main: Item, joke: Joke) -> None:
    """Just below the eyes, or before the middle."""
    found = face(main.order)
    order, food = _thing(stage, joke, 100 * 0.3 * main.picture.height / stage.size)
    high, wide = main.picture.height, main.picture.width
    share = found.x if found else 0.5
    x = main.left + (1 - share if main.mirrored else share) * wide
    low = (found.eyes + 0.36 if found else 0.72) * high
    stage.add(Item(order, food, x + 0.04 * wide, main.top + low, shadow=False, depth=main.depth + 0.3))


def _sits_at_table(stage: Stage, main: Item, joke: Joke) -> None:
    """Behind a table that is laid for one."""
    order, table = _thing(stage, joke, 30, "small table")
    cup_order, cup = _thing(stage, joke, 9, "cup")
    floor = main.bottom + 3 * stage.unit
    stage.add(Item(order, table, main.x, floor, depth=main.depth + 0.2))
    top = floor - table.height * 0.94
    stage.add(Item(cup_order, cup, main.x + 10 * stage.unit, top, shadow=False, depth=main.depth + 0.3))
    main.bottom -= 4 * stage.unit


def _floats(stage: Stage, main: Item, joke: Joke) -> None:
    """Balloons carry it."""
    _resized(main, min(1.0, 0.4 * stage.size / main.picture.height, 0.62 * stage.size / main.picture.width))
    order, bunch = _thing(stage, joke, 44, "balloons")
    main.bottom = 0.84 * stage.size - stage.rng.uniform(0, 0.06) * stage.size
    top = main.top + top_at(main.picture, 0.5, 0.2) * main.picture.height + stage.unit
    main.shadow = False
    stage.add(Item(order, bunch, main.x, top + 0.6 * stage.unit, shadow=False, depth=main.depth - 0.1))


def _flies(stage: Stage, main: Item, joke: Joke) -> None:
    """High in the air, tilted, with lines of speed behind it."""
    _resized(main, min(1.0, 0.42 * stage.size / main.picture.height, 0.56 * stage.size / main.picture.width))
    side = -1 if main.mirrored else 1
    main.picture = main.picture.rotate(side * 14, Image.Resampling.BICUBIC, expand=True)
    main.bottom = stage.size * stage.rng.uniform(0.52, 0.62)
    main.x = (0.5 + side * stage.rng.uniform(0.02, 0.08)) * stage.size
    main.shadow = False
    order, streaks = _thing(stage, joke, 100 * 0.5 * main.picture.height / stage.size, "speed lines")
    if side < 0:
        streaks = streaks.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    x = main.x - side * (main.picture.width / 2 + streaks.width * 0.45)
    at = main.top + 0.5 * main.picture.height + streaks.height * 0.62
    stage.add(Item(order, streaks, x, at, shadow=False, depth=main.depth - 0.1, part=True))


def _winged(stage: Stage, main: Item, joke: Joke) -> None:
    """With two white wings, a little above the ground."""
    _resized(main, min(1.0, 0.5 * stage.size / main.picture.height, 0.46 * stage.size / main.picture.width))
    wide, high = main.picture.size
    order, wing = _thing(stage, joke, 100 * 0.62 * max(high, 0.55 * wide) / stage.size, "wing")
    main.bottom = stage.size * stage.rng.uniform(0.64, 0.74)
    main.x = 0.5 * stage.size + stage.rng.uniform(-0.05, 0.05) * stage.size
    main.shadow = False
    at = main.top + 0.62 * main.picture.height
    reach = wing.width / 2 + (0.1 if wide < 1.2 * high else 0.32) * wide
    left = wing.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    for side, picture in ((1, wing), (-1, left)):
        x = main.x + side * reach
        stage.add(Item(order, picture, x, at, shadow=False, depth=main.depth - 0.1, part=True))


def _stands_up(stage: Stage, main: Item, joke: Joke) -> None:
    """A four-legged animal upright on its hind legs."""
    side = -1 if main.mirrored else 1
    upright = main.picture.rotate(side * 62, Image.Resampling.BICUBIC, expand=True)
    main.picture = upright.crop(upright.getbbox())
    _resized(main, min(1.0, 0.74 * stage.size / main.picture.height))


def _legs(stage: Stage, main: Item, joke: Joke) -> None:
    _resized(main, min(1.0, 0.5 * stage.size / main.picture.height))
    order, pair = _thing(stage, joke, min(24, 100 * 0.5 * main.picture.width / stage.size), "legs")
    stage.add(Item(order, pair, main.x, main.bottom, depth=main.depth - 0.1))
    main.bottom -= pair.height * 0.86
    main.shadow = False


def _hides(stage: Stage, main: Item, joke: Joke) -> None:
    """The container stands before the lower half."""
    assert joke.thing is not None
    drawing = DRAWINGS[joke.thing.name]
    order, box = _thing(stage, joke, min(38, 62 * drawing.height / drawing.width))
    _resized(main, min(0.52 * stage.size / main.picture.height, 0.95 * box.width / main.picture.width))
    rim = top_at(box, 0.5, 0.1)
    stage.add(Item(order, box, main.x, main.bottom, depth=main.depth + 0.2))
    main.bottom = main.bottom - box.height * (1 - rim) + min(0.4 * main.picture.height, 0.8 * box.height)
    main.shadow = False


def _made_of(stage: Stage, main: Item, joke: Joke) -> None:
    """Its shape and shading, in the pattern of the material."""
    pattern = MATERIALS[joke.value](stage.rng, main.picture.size)
    grey = main.picture.convert("L").point(lambda v: min(255, 120 + v * 3 // 4))
    shaded = ImageChops.multiply(pattern, Image.merge("RGB", (grey, grey, grey)))
    ink = main.picture.convert("L").point(lambda v: 255 if v < 62 else 0)
    shaded.paste(main.picture.convert("RGB"), (0, 0), ink)
    shaded.putalpha(main.picture.getchannel("A"))
    main.picture = shaded


def rain(stage: Stage, joke: Joke) -> None:
    """Let many of it fall from the sky."""
    order, drop = _thing(stage, joke, 15)
    spots = [(x, y) for y in range(3) for x in range(5)]
    for column, row in spots:
        x = (column + 0.5 * (row % 2) + stage.rng.uniform(0.1, 0.5)) / 5.2 * stage.size
        y = (0.14 + row * 0.2 + stage.rng.uniform(-0.04, 0.06)) * stage.size
        turned = drop.rotate(stage.rng.uniform(-40, 40), Image.Resampling.BILINEAR, expand=True)
        stage.add(Item(order, turned, x, y, shadow=False, depth=-1, part=True))


def _giant(stage: Stage, main: Item, joke: Joke) -> None:
    """Far larger than the trees and houses at its feet."""
    _resized(main, min(0.88 * stage.size / main.picture.height, 0.92 * stage.size / main.picture.width))
    main.bottom = max(main.bottom, 0.95 * stage.size)
    for name, side in (("house", -1), ("pine tree", 1), ("oak tree", -0.6)):
        if name in DRAWINGS and name != main.order.name:
            order, small = _thing(stage, joke, 17, name)
            x = main.x + side * (0.34 + stage.rng.uniform(0, 0.08)) * stage.size
            stage.add(Item(order, small, x, main.bottom + 1.5 * stage.unit, depth=main.depth + 0.1 + abs(side) / 10))


def _tiny(stage: Stage, main: Item, joke: Joke) -> None:
    """Smaller than a teacup."""
    _resized(main, min(0.2 * stage.size / main.picture.height, 0.3 * stage.size / main.picture.width))
    order, cup = _thing(stage, joke, 46, "cup")
    side = stage.rng.choice((-1, 1))
    stage.add(Item(order, cup, (0.5 + side * 0.17) * stage.size, main.bottom, depth=main.depth - 0.1))
    main.x = (0.5 - side * 0.24) * stage.size
    main.bottom += 2 * stage.unit


def _upside_down(stage: Stage, main: Item, joke: Joke) -> None:
    main.picture = main.picture.transpose(Image.Transpose.FLIP_TOP_BOTTOM)


OPERATORS: Mapping[JokeKind, Callable[[Stage, Item, Joke], None]] = MappingProxyType(
    {
        "wears": _wears,
        "is dressed as": _dressed,
        "rides": _rides,
        "drives": _drives,
        "plays": _plays,
        "holds": _holds,
        "eats": _eats,
        "sits at a table": _sits_at_table,
        "floats": _floats,
        "flies": _flies,
        "has wings": _winged,
        "stands up": _stands_up,
        "has legs": _legs,
        "hides in": _hides,
        "is made of": _made_of,
        "is giant": _giant,
        "is tiny": _tiny,
        "is upside down": _upside_down,
    }
)
