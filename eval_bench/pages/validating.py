"""The page on which a person looks at the items of a benchmark: lets them stand, mends or refuses them.

A verdict is one line of verdicts.jsonl, on disk before the page says "saved"; the last one on an item holds. Each tells
what the item was before, so that it can be taken back, also on another day.
"""

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ConfigDict

from eval_bench.benchmark import MENDS, Benchmark, judged, verdicts
from eval_bench.pages import lines
from eval_bench.pages.faults import fault_of, listed, tidy
from eval_bench.pages.serving import KEPT, KINDS, application
from eval_bench.types import Item
from synthgen.errors import UsageError

if TYPE_CHECKING:
    from fastapi import FastAPI

REASONS = {
    "picture wrong": "the picture does not show what it should, or shows it badly",
    "question ambiguous": "careful people would answer differently",
    "answer wrong": "another answer is right, or this one is not",
    "picture not needed": "one can tell, or guess well, without looking",
    "not about the keyword": "it asks for something else than the ability",
    "other": "anything else",
}


class Verdict(BaseModel):
    """What the page sends."""

    model_config = ConfigDict(extra="forbid")
    item: str
    state: Literal["accepted", "mended", "refused"]
    reason: str = ""
    question: str = ""
    answer: str = ""
    accept: str = ""
    refuse: str = ""
    options: str = ""


class Desk:
    """The items as they stand, and this person's verdicts, which can be taken back as long as they hold."""

    def __init__(self, benchmark: Benchmark, by: str) -> None:
        self.path, self.by = benchmark.folder / "verdicts.jsonl", by
        self.items = {item.id: item for item in benchmark.everything}
        self.given: list[dict[str, Any]] = []
        for verdict in verdicts(benchmark.folder):
            self._keep(verdict)

    def judge(self, said: Verdict) -> str:
        """Writes the verdict; what is wrong with it in one sentence, and "" once it is safe. Raises DiskError."""
        if said.item not in self.items:
            return "This item is not in the benchmark; load the page again."
        if said.state == "refused" and said.reason not in REASONS:
            return "Say why it is refused."
        item, changes = self.items[said.item], {}
        if said.state == "mended":
            mended = replace(
                item,
                question=tidy(said.question),
                answer=tidy(said.answer),
                **{name: listed(getattr(said, name)) for name in ("accept", "refuse", "options")},  # type: ignore[arg-type]
            )
            if fault := fault_of(mended):
                return fault
            changes = {name: getattr(mended, name) for name in MENDS}
        self._write(
            {"item": item.id, "state": said.state, **changes} | ({"reason": said.reason} if said.reason else {})
        )
        return ""

    def take_back(self) -> str:
        """Undoes the person's last verdict; gives its item's id, "" where there is none. Raises DiskError."""
        if not (last := self.undoable):
            return ""
        self._write({"item": last["item"], **last["before"], "undo": True})
        return str(last["item"])

    @property
    def undoable(self) -> dict[str, Any] | None:
        """The last verdict that still holds: nobody overruled it, and the item is the one that it was said of."""
        return next(filter(self._holds, reversed(self.given)), None)

    def _holds(self, verdict: dict[str, Any]) -> bool:
        item = self.items.get(str(verdict["item"]))
        return item is not None and judged(judged(item, verdict["before"]), verdict) == item

    def _write(self, verdict: dict[str, Any]) -> None:
        item = self.items[verdict["item"]]
        before = {"state": item.state, **{name: getattr(item, name) for name in MENDS}}
        said = lines.add(self.path, {**verdict, "by": self.by, "standard": item.standard, "before": before})
        self._keep(said)
        self.items[item.id] = judged(item, said)

    def _keep(self, verdict: dict[str, Any]) -> None:
        if verdict.get("by") != self.by or not isinstance(verdict.get("before"), dict):
            return
        if not verdict.get("undo"):
            self.given.append(verdict)
        elif same := [one for one in self.given if one["item"] == verdict["item"]]:
            self.given.remove(same[-1])


def told(item: Item) -> dict[str, Any]:
    """What the page shows of an item."""
    return {name: value for name, value in asdict(item).items() if name != "image"}


def app_of(benchmark: Benchmark, desk: Desk) -> "FastAPI":
    from fastapi import Response

    app = application("validate.html", benchmark=benchmark, by=desk.by, reasons=REASONS)

    # `async`, though the disk is waited for: one action after the other, in the order in which they came
    @app.get("/items")
    async def items() -> dict[str, Any]:
        return {"items": [told(item) for item in desk.items.values()], "undo": bool(desk.undoable)}

    @app.get("/picture/{id}")
    async def picture(id: str) -> Response:
        if id not in desk.items:
            return Response(status_code=404)
        item = desk.items[id]
        try:
            data = benchmark.picture(item)
        except UsageError as e:
            return Response(str(e), status_code=404, media_type="text/plain")
        return Response(data, media_type=KINDS.get(item.image.rpartition(".")[2].lower()), headers=KEPT)

    @app.post("/verdict")
    async def verdict(said: Verdict) -> dict[str, Any]:
        fault = desk.judge(said)
        return {"fault": fault} if fault else {"item": told(desk.items[said.item]), "undo": bool(desk.undoable)}

    @app.post("/undo")
    async def undo() -> dict[str, Any]:
        id = desk.take_back()
        return {"item": told(desk.items[id]), "undo": bool(desk.undoable)} if id else {"fault": "Nothing to take back."}

    return app
