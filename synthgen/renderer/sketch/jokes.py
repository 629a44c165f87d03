"""What a prompt can do to its subject that reality does not offer: which kinds there are, and what each takes."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PIL import Image

from synthgen.renderer.sketch import joke_acts as acts
from synthgen.renderer.sketch import joke_places as places
from synthgen.renderer.sketch import joke_rides as riding
from synthgen.renderer.sketch import joke_shapes as shapes
from synthgen.renderer.sketch.joke_places import CONTAINERS, rain
from synthgen.renderer.sketch.joke_rides import DRIVEN, SEATS
from synthgen.renderer.sketch.joke_tools import FOUR_LEGGED, part_of
from synthgen.renderer.sketch.patterns import COATS, MATERIALS
from synthgen.renderer.sketch.props import REACH, ROLES, WEARABLE, Worn, worn_picture
from synthgen.renderer.sketch.scene import Joke, JokeKind, Thing
from synthgen.renderer.sketch.sprites import face, top_at
from synthgen.renderer.sketch.stage import Item, Stage
from synthgen.renderer.sketch.subjects import DRAWINGS, ROOM_OF
from synthgen.renderer.sketch.vocabulary import rgb

__all__ = ["DRIVEN", "FOUR_LEGGED", "OPERATORS", "SEATS", "accepts", "rain", "tell"]

INSTRUMENTS = frozenset(
    ("guitar", "electric guitar", "violin", "cello", "trumpet", "saxophone", "flute", "drum", "drums", "accordion")
    + ("banjo", "harp", "ukulele", "piano", "xylophone")
)
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
        case "has a coat of":
            return joke.value in COATS
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
        case "walks" | "lifts" | "outgrows":
            return room in ("animals", "vehicles") if joke.kind == "lifts" else room == "animals"
        case _:
            return True


def tell(stage: Stage, main: Item, joke: Joke) -> None:
    """Do to the main item, which stands on the stage already, what the joke says."""
    OPERATORS[joke.kind](stage, main, joke)


def _put_on(stage: Stage, main: Item, name: str, colour: str = "") -> None:
    """Hats and glasses sit where the measured face is; things without a face get theirs in the middle."""
    worn = WEARABLE[name]
    dark = worn.colour == "black" and main.order.drawing.colour in ("black", "gray")
    paint = rgb(colour or ("red" if dark else worn.colour))
    if worn.at == "feet":
        for x, width in shapes.foot_spots(main.picture):
            unit = max(width, 0.12 * main.picture.width) / 24
            shoe = worn_picture(name, paint, unit)
            if main.mirrored:
                shoe = shoe.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
            foot = (main.left + x, main.bottom + REACH * unit)
            stage.add(part_of(main.order, shoe, foot, main.depth + 0.1))
        return
    unit, x, middle = _head_of(main, worn)
    picture = worn_picture(name, paint, unit)
    stage.add(part_of(main.order, picture, (x, middle + REACH * unit), main.depth + 0.1))


def _head_of(main: Item, worn: Worn) -> tuple[float, float, float]:
    """Pixels to a unit of something worn, and where the middle of the head is."""
    found = face(main.order)
    wide, high = main.picture.size
    if found is None:
        unit = min(0.62 * wide, 0.7 * high) / 40
        x, top = main.x, main.top + top_at(main.picture, 0.5, 0.3) * high
        eyes = top + {"eyes": 0.34, "neck": 0.2, "top": 0.3}[worn.at] * high
        top += 0.06 * high
    else:
        x = main.left + (1 - found.x if main.mirrored else found.x) * wide
        unit = found.width * wide / 40
        top, eyes = main.top + found.top * high, main.top + found.eyes * high
        if worn.at == "eyes" and found.apart:
            unit = max(found.apart * wide / 15.5, unit * 0.6)
    return unit, x, top + 19 * unit if worn.at == "top" else eyes - (2 * unit if worn.at == "eyes" else 4 * unit)


def _wears(stage: Stage, main: Item, joke: Joke) -> None:
    assert joke.thing is not None
    _put_on(stage, main, joke.thing.name, joke.thing.colour)


def _dressed(stage: Stage, main: Item, joke: Joke) -> None:
    _put_on(stage, main, ROLES[joke.value])


OPERATORS: Mapping[JokeKind, Callable[[Stage, Item, Joke], None]] = MappingProxyType(
    {
        "wears": _wears,
        "is dressed as": _dressed,
        "rides": riding.rides,
        "drives": riding.drives,
        "plays": acts.plays,
        "holds": acts.holds,
        "eats": acts.eats,
        "sits at a table": acts.sits_at_table,
        "stands up": acts.stands_up,
        "walks": acts.walks,
        "lifts": acts.lifts,
        "floats": shapes.floats,
        "flies": shapes.flies,
        "has wings": shapes.winged,
        "has legs": shapes.on_legs,
        "has wheels": shapes.on_wheels,
        "has a coat of": shapes.patterned,
        "is made of": shapes.made_of,
        "is giant": shapes.giant,
        "is tiny": shapes.tiny,
        "outgrows": shapes.outgrows,
        "is upside down": shapes.upside_down,
        "is on the ceiling": shapes.on_ceiling,
        "hides in": places.hides,
        "is caged": places.caged,
        "grows on a tree": places.grows_on_tree,
        "grows in a pot": places.grows_in_pot,
    }
)
