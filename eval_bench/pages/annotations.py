"""What people wrote about photographs: events in annotations.jsonl, a line each; replayed, they give the state."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from eval_bench.pages import lines
from eval_bench.pages.photographs import RIGHTS, Photograph
from eval_bench.types import Item
from synthgen.kit.reserved import is_reserved

FIELDS = ("ability", "style", "question", "answer", "accept", "refuse", "options", "head", "odd")


@dataclass
class Annotations:
    """The items by id, of which photograph each is, the rights in photographs, and which are skipped."""

    path: Path
    items: dict[str, dict[str, Any]] = field(default_factory=dict)
    """By id: the fields of an item, with "photo" and "by"."""
    rights: dict[str, dict[str, str]] = field(default_factory=dict)
    skipped: set[str] = field(default_factory=set)
    last: str = ""
    """The photograph that a person was at."""
    used: dict[str, int] = field(default_factory=dict)
    """The highest number of each ability, of deleted items too: no id comes twice."""
    once: dict[str, str] = field(default_factory=dict)
    """Sent items by their token: one that is sent again, because its answer was lost, is written once."""

    def add(self, **event: Any) -> None:
        """Safe on disk when this returns. Raises DiskError."""
        self._take(lines.add(self.path, event))

    def next_id(self, ability: str) -> str:
        return f"{ability}-real-{self.used.get(ability, 0) + 1:06d}"

    def _take(self, event: Mapping[str, Any]) -> None:
        match event:
            case {"do": "item", "id": str(id), "photo": str(photo), "ability": str(ability)}:
                self.items.pop(str(event.get("instead")), None)
                self.items[id] = {
                    "photo": photo,
                    **{name: str(event.get(name) or "") for name in ("name", "by")},
                    **{k: event.get(k) for k in FIELDS},
                }
                self.used[ability] = max(self.used.get(ability, 0), int(id.rpartition("-")[2]))
                self.once[str(event.get("once"))] = id
                self.skipped.discard(photo)
            case {"do": "delete", "id": str(id)}:
                self.items.pop(id, None)
            case {"do": "rights", "photo": str(photo)}:
                self.rights[photo] = {name: str(event.get(name) or "") for name in RIGHTS}
            case {"do": "skip", "photo": str(photo)}:
                (self.skipped.add if event.get("skip") else self.skipped.discard)(photo)
            case {"do": "at"}:
                pass
        self.last = str(event.get("photo", self.last))


def replay(path: Path) -> Annotations:
    found = Annotations(path)
    for event in lines.read(path):
        found._take(event)
    return found


def rights_of(photo: Photograph, annotations: Annotations) -> dict[str, str]:
    """What was typed goes before what the list of licenses says."""
    return {name: photo.rights.get(name, "") for name in RIGHTS} | annotations.rights.get(photo.id, {})


def item_of(
    id: str, written: Mapping[str, Any], photo: Photograph, rights: Mapping[str, str], subject: str | None
) -> Item:
    """The item; `subject`: the keyword of its ability that it is about, None where nobody knows what is held out."""
    lists: dict[str, Any] = {name: tuple(written[name] or ()) for name in ("accept", "refuse", "options")}
    plain: dict[str, Any] = {name: str(written[name] or "") for name in ("ability", "question", "answer", "head")}
    return Item(
        id=id,
        source="real",
        image=f"images/{photo.id}.jpg",
        sha256=photo.sha256,
        style=cast(Any, written["style"]),
        odd=written["odd"] if plain["ability"] == "joke" else None,
        held_out=None if subject is None else is_reserved(plain["ability"], subject),
        license=rights["license"],
        credit="; ".join(filter(None, (rights["credit"], rights["source"]))),
        state="accepted",
        by=str(written["by"]),
        **lists,
        **plain,
    )


def said_twice(annotations: Annotations) -> Iterator[str]:
    """The ids of items that repeat an earlier question about their photograph."""
    asked = set()
    for id, written in annotations.items.items():
        key = same(written)
        if key in asked:
            yield id
        asked.add(key)


def same(written: Mapping[str, Any]) -> tuple[str, str]:
    """Equal for items that ask the same about the same photograph."""
    return written["photo"], " ".join(str(written["question"]).casefold().split())
