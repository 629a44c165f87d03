"""The page on which a person writes items about photographs; each action is a line of annotations.jsonl."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict

from abilities.base import WordAbility
from eval_bench.pages.annotations import Annotations, item_of, rights_of, said_twice, same
from eval_bench.pages.balance import balance, lacks
from eval_bench.pages.faults import fault_of, listed, tidy
from eval_bench.pages.photographs import RIGHTS, Photograph
from eval_bench.pages.serving import KEPT, application
from eval_bench.pages.suggesting import suggested
from eval_bench.types import Item, Style

if TYPE_CHECKING:
    from fastapi import FastAPI

ACTIONS = "bdegknoqxz"
"""Keys of the page that no ability gets."""


class Written(BaseModel):
    """An item as the page sends it."""

    model_config = ConfigDict(extra="forbid")
    photo: str
    once: str
    instead: str = ""
    ability: str
    style: Style
    question: str
    answer: str
    accept: str
    refuse: str = ""
    options: str = ""
    head: str = ""
    odd: bool | None = None


class Rights(BaseModel):
    """License, credit and source of a photograph."""

    model_config = ConfigDict(extra="forbid")
    photo: str
    license: str = ""
    credit: str = ""
    source: str = ""


class Table:
    """The photographs, and what has been written about them so far."""

    def __init__(
        self, photos: Sequence[Photograph], written: Annotations, abilities: Mapping[str, WordAbility], by: str, n: int
    ) -> None:
        self.photos, self.written, self.abilities = {photo.id: photo for photo in photos}, written, abilities
        self.by, self.n = by, n

    def write(self, said: Written) -> str:
        """Writes an item; what is wrong with it in one sentence, and "" once it is safe. Raises DiskError."""
        if said.once in self.written.once:
            return ""  # it was written, only its acknowledgement got lost
        if said.photo not in self.photos or said.ability not in self.abilities:
            return "This photograph or ability is not there any more; load the page again."
        if said.instead and said.instead not in self.written.items:
            return "The item that was to be changed is gone; load the page again."
        fields = said.model_dump(exclude={"once", "instead"})
        fields |= {name: tidy(fields[name]) for name in ("question", "answer", "head")}
        fields |= {name: listed(fields[name]) for name in ("accept", "refuse", "options")}
        old = said.instead if said.instead.startswith(f"{said.ability}-real-") else ""
        id = old or self.written.next_id(said.ability)
        if fault := self._fault(said.instead, id, fields):
            return fault
        name = self.photos[said.photo].name
        self.written.add(do="item", id=id, instead=said.instead, once=said.once, **fields, name=name, by=self.by)
        return ""

    def _fault(self, instead: str, id: str, fields: Mapping[str, Any]) -> str:
        if fields["ability"] == "joke" and fields["odd"] is None:
            return "Say whether the picture is odd or ordinary."
        if not fields["head"]:
            return "Name the keyword: what the question is about."
        twin = next((i for i, w in self.written.items.items() if same(w) == same(fields) and i != instead), "")
        if twin:
            return f"This photograph has that question already ({twin})."
        return fault_of(self._item(id, {**fields, "by": self.by}))

    def _item(self, id: str, written: Mapping[str, Any]) -> Item:
        photo, ability = self.photos[written["photo"]], self.abilities[written["ability"]]
        head = str(written["head"])
        plain = " ".join(word for word in head.split() if word not in ability.colours)
        subject = next((one for one in (head, plain) if one in ability.keywords), None)
        return item_of(id, written, photo, rights_of(photo, self.written), subject)

    def sorted_out(self) -> tuple[list[Item], list[str]]:
        """The items that are complete, by id, and why each other one stays out."""
        items, left_out = [], []
        twice = set(said_twice(self.written))
        for id, written in sorted(self.written.items.items()):
            photo = self.photos.get(written["photo"])
            if photo is None:
                left_out.append(f"{id}: {self._gone(written['name'])}; put it back, or delete the item on the page")
            elif written["ability"] not in self.abilities:
                left_out.append(f"{id}: there is no ability {written['ability']}; choose another on the page")
            elif why := self._reason(id, written, photo, id in twice):
                left_out.append(f"{id}: {why}")
            else:
                items.append(self._item(id, written))
        return items, left_out

    def _gone(self, name: str) -> str:
        if any(photo.name == name for photo in self.photos.values()):
            return f"{name} is another picture now than the one that it is about"
        return f"its photograph {name} is not in the folder, or left out"

    def _reason(self, id: str, written: Mapping[str, Any], photo: Photograph, twice: bool) -> str:
        rights = rights_of(photo, self.written)
        if not rights["license"]:
            return f"{photo.name} has no license; enter it on the page, or in the file of licenses="
        if not rights["credit"] and not rights["source"]:
            return f"{photo.name} has neither credit nor source; enter one on the page, or in the file of licenses="
        if twice:
            return "it asks what another item asks about the same photograph; delete one of them"
        return fault_of(self._item(id, written))

    def lacking(self) -> Iterator[str]:
        yield from lacks(balance(self.sorted_out()[0], self.abilities), self.n)

    def told(self) -> dict[str, Any]:
        """All that the page shows."""
        items, left_out = self.sorted_out()
        return {
            "photos": [
                {"id": p.id, "name": p.name, "skip": p.id in self.written.skipped, **rights_of(p, self.written)}
                for p in self.photos.values()
            ],
            "items": [{"id": id, **written} for id, written in self.written.items.items()],
            "balance": balance(items, self.abilities),
            "n": self.n,
            "left_out": left_out,
            "last": self.written.last,
        }


def keys_of(abilities: Mapping[str, WordAbility]) -> dict[str, str]:
    """One key for each ability: the first letter of its name that is free."""
    found: dict[str, str] = {}
    for letters in (slice(1), slice(None)):  # first letters first: no other ability takes the one that people try
        for name in (name for name in abilities if not found.get(name)):
            free = (c for c in (name + "abcdefghijklmnopqrstuvwxyz" * (letters.stop is None))[letters])
            found[name] = next((c for c in free if c not in ACTIONS and c not in found.values()), "")
    return {name: found[name] for name in abilities}


def app_of(table: Table) -> "FastAPI":
    from fastapi import Response

    app = application("annotate.html", keys=keys_of(table.abilities), by=table.by, n=table.n)

    def after(fault: str = "") -> dict[str, Any]:
        return {"fault": fault} if fault else table.told()

    # `async`, though the disk is waited for: one action after the other, in the order in which they came
    @app.get("/table")
    async def everything() -> dict[str, Any]:
        return table.told()

    @app.get("/picture/{id}")
    async def picture(id: str) -> Response:
        if id not in table.photos:
            return Response(status_code=404)
        return Response(table.photos[id].path.read_bytes(), media_type="image/jpeg", headers=KEPT)

    @app.post("/item")
    async def item(said: Written) -> dict[str, Any]:
        return after(table.write(said))

    @app.post("/delete/{id}")
    async def delete(id: str) -> dict[str, Any]:
        if id in table.written.items:
            table.written.add(do="delete", id=id, photo=table.written.items[id]["photo"], by=table.by)
        return after()

    @app.post("/rights")
    async def rights(said: Rights) -> dict[str, Any]:
        if said.photo not in table.photos:
            return after("This photograph is not there any more; load the page again.")
        table.written.add(do="rights", photo=said.photo, **{k: tidy(getattr(said, k)) for k in RIGHTS}, by=table.by)
        return after()

    @app.post("/skip/{id}")
    async def skip(id: str) -> dict[str, Any]:
        if id in table.photos:
            table.written.add(do="skip", photo=id, skip=id not in table.written.skipped, by=table.by)
        return after()

    @app.post("/at/{id}")
    async def at(id: str) -> dict[str, Any]:
        if id in table.photos and id != table.written.last:
            table.written.add(do="at", photo=id)
        return after()

    @app.get("/suggest")
    async def suggest(ability: str, style: Style, head: str = "", other: str = "") -> dict[str, Any]:
        asked = table.abilities.get(ability)
        return {"questions": suggested(asked, style, tidy(head), tidy(other)) if asked else []}

    return app
