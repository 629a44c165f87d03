"""Everything that can be drawn, in one table: a name -> its drawing, and the room that it comes from."""

# DEVELOPMENT VERSION: rooms that do not import yet are left out
import importlib
from collections.abc import Mapping
from types import MappingProxyType

from synthgen.renderer.sketch.drawing import Drawing


def _table(module: str, name: str) -> dict[str, Drawing]:
    try:
        return getattr(importlib.import_module(f"synthgen.renderer.sketch.subjects.{module}"), name)
    except Exception:
        return {}


ROOMS: Mapping[str, Mapping[str, Drawing]] = MappingProxyType(
    {
        m: _table(m, m.upper())
        for m in (
            "animals",
            "plants",
            "food",
            "vehicles",
            "furniture",
            "objects",
            "clothes",
            "hair",
            "professions",
            "actions",
            "somebody",
        )
    }
)
"""In the order in which they are asked for a name: an earlier room wins."""
DRAWINGS: Mapping[str, Drawing] = MappingProxyType(
    {name: drawing for table in reversed(ROOMS.values()) for name, drawing in table.items()}
)
ROOM_OF: Mapping[str, str] = MappingProxyType({name: room for room, table in reversed(ROOMS.items()) for name in table})
PEOPLED = frozenset({"clothes", "hair", "professions", "actions", "somebody"})
"""Rooms whose drawings show a person."""


def clashes() -> dict[str, tuple[str, ...]]:
    """Names that several rooms draw, with the rooms in the order in which they are asked."""
    found = {name: tuple(room for room, table in ROOMS.items() if name in table) for name in DRAWINGS}
    return {name: rooms for name, rooms in found.items() if len(rooms) > 1}
