"""Everything that can be drawn, in one table: a name -> its drawing, and the room that it comes from."""

from collections.abc import Mapping
from types import MappingProxyType

from synthgen.renderer.sketch.drawing import Drawing
from synthgen.renderer.sketch.subjects.accessories import PAIRS
from synthgen.renderer.sketch.subjects.actions import ACTIONS
from synthgen.renderer.sketch.subjects.animals import ANIMALS
from synthgen.renderer.sketch.subjects.clothes import CLOTHES
from synthgen.renderer.sketch.subjects.food import FOOD
from synthgen.renderer.sketch.subjects.furniture import FURNITURE
from synthgen.renderer.sketch.subjects.hair import HAIR
from synthgen.renderer.sketch.subjects.objects import OBJECTS
from synthgen.renderer.sketch.subjects.plants import PLANTS
from synthgen.renderer.sketch.subjects.professions import PROFESSIONS
from synthgen.renderer.sketch.subjects.somebody import SOMEBODY
from synthgen.renderer.sketch.subjects.vehicles import VEHICLES

ROOMS: Mapping[str, Mapping[str, Drawing]] = MappingProxyType(
    {
        "animals": ANIMALS,
        "plants": PLANTS,
        "food": FOOD,
        "vehicles": VEHICLES,
        "furniture": FURNITURE,
        "objects": OBJECTS,
        "pairs": PAIRS,
        "clothes": CLOTHES,
        "hair": HAIR,
        "professions": PROFESSIONS,
        "actions": ACTIONS,
        "somebody": SOMEBODY,
    }
)
"""In the order in which they are asked for a name: an earlier room wins."""
PEOPLED = frozenset({"clothes", "hair", "professions", "actions", "somebody"})
"""Rooms whose drawings show a person."""
WORN: Mapping[str, str] = MappingProxyType(
    {name: f"{name} on somebody" for name in CLOTHES if name in {**OBJECTS, **PAIRS}}
)
"""What is drawn alone (a top hat) and, where the prompt names a person, on that person: the key of the second."""


def _keyed() -> dict[str, tuple[str, Drawing]]:
    keyed: dict[str, tuple[str, Drawing]] = {}
    for room, table in ROOMS.items():
        for name, drawing in table.items():
            key = WORN[name] if room == "clothes" and name in WORN else name
            keyed.setdefault(key, (room, drawing))
    return keyed


DRAWINGS: Mapping[str, Drawing] = MappingProxyType({name: drawing for name, (_, drawing) in _keyed().items()})
ROOM_OF: Mapping[str, str] = MappingProxyType({name: room for name, (room, _) in _keyed().items()})


def clashes() -> dict[str, tuple[str, ...]]:
    """Names that several rooms draw, with the rooms in the order in which they are asked."""
    names = [name for table in ROOMS.values() for name in table]
    found = {name: tuple(room for room, table in ROOMS.items() if name in table) for name in names}
    return {name: rooms for name, rooms in found.items() if len(rooms) > 1}
