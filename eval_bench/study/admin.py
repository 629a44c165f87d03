"""The admin page: how far a study is, who votes, and their links. What models have got is not told here, to nobody.

GET  /admin/<token>/               the page;  progress.json what it shows;  picture/<n> of an item
GET  /admin/<token>/links.csv      every link;  /admin/<token>/backup a copy of the study's file
POST /admin/<token>/invite         {"label", "count"};  /admin/<token>/revoke {"rater", "forget"}
"""

import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Protocol, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from eval_bench.study import pages, tokens
from eval_bench.study.database import NAME, Database, told
from eval_bench.study.progress import progress
from eval_bench.study.session import Fault

if TYPE_CHECKING:
    from fastapi import FastAPI, Request

T = TypeVar("T")
DAY = 86_400


class Do(Protocol):
    """Runs an action in the writer's transaction; it has ended, and is on disk, when its result is there."""

    def __call__(self, action: Callable[[Database], T], /) -> Awaitable[T]: ...


class Invitation(BaseModel):
    """Several of one label are numbered; without a label they are called "rater <number>"."""

    model_config = ConfigDict(extra="forbid")
    label: Annotated[str, Field(max_length=80)] = ""
    count: Annotated[int, Field(ge=1, le=500)] = 1


class Revocation(BaseModel):
    """With `forget` what they said is removed, too, for who takes part may ask for that."""

    model_config = ConfigDict(extra="forbid")
    rater: Annotated[str, Field(pattern="^[0-9a-z]{1,64}$")]
    forget: bool = False


def invite(db: Database, said: Invitation, at: float) -> list[str]:
    """The ids of those who are new, from Unix time `at` on for as long as the design says."""
    label = " ".join("".join(c if c.isprintable() else " " for c in said.label).split())
    first = max((rater.number for rater in db.raters()), default=0) + 1
    made = []
    for n in range(said.count):
        name = f"rater {first + n}" if not label else label if said.count == 1 else f"{label} {n + 1}"
        made.append(db.invite(name, at + db.design.days * DAY).id)
    return made


def revoke(db: Database, said: Revocation) -> None:
    """Their votes stay, unless they are to be removed; what they have not voted on goes to others. Raises Fault."""
    if db.rater(said.rater) is None:
        raise Fault(404, "There is no such rater. Please load the page again.")
    (db.forget if said.forget else db.revoke)(said.rater)


class _Gate:
    """Lets the admin in."""

    def __init__(self, do: Do, refuse: Callable[["Request"], Fault]) -> None:
        self._do, self._refuse = do, refuse

    async def do(self, request: "Request", token: str, action: Callable[[Database], T]) -> T:
        """What the action gives. Raises Fault."""
        if not await self._do(lambda db: tokens.is_admin(db, token)):
            raise self._refuse(request)
        return await self._do(action)

    async def read(self, request: "Request", token: str, action: Callable[[Database], T]) -> T:
        """The same for what takes long and writes nothing: beside the writer, so that nobody's vote waits for it."""
        path = await self.do(request, token, lambda db: db.path)
        return await asyncio.to_thread(_read, path, action)


def _read(path: Path, action: Callable[[Database], T]) -> T:
    with told(path), closing(Database(path)) as db:
        return action(db)


def routes(app: "FastAPI", do: Do, base_url: str, refuse: Callable[["Request"], Fault]) -> None:
    """Mounts the page. `refuse` is the fault of a token that is none; `base_url` goes before links, and ends without
    a slash."""
    from fastapi import Request, Response
    from fastapi.responses import HTMLResponse, RedirectResponse

    admitted = _Gate(do, refuse)

    def standing(db: Database) -> dict[str, Any]:
        links = {rater.id: link for rater, link in tokens.links(db, base_url)}
        shown = progress(db, time.time())
        for rater in shown["raters"]:
            rater["link"] = links[rater["id"]] if rater["state"] not in ("revoked", "expired") else ""
        return shown

    @app.get("/admin/{token}")
    async def nearly(token: str) -> Response:
        return RedirectResponse(f"./{token}/")  # relative whatever the token is

    @app.get("/admin/{token}/")
    async def page(request: Request, token: str) -> HTMLResponse:
        try:
            html = await admitted.do(request, token, pages.administration)
        except Fault as e:
            after = {"retry-after": str(round(e.after) + 1)} if e.after else {}
            return HTMLResponse(pages.refused(e.sentence), e.status, after)
        return HTMLResponse(html)

    @app.get("/admin/{token}/progress.json")
    async def shown(request: Request, token: str) -> Any:
        return await admitted.read(request, token, standing)

    @app.post("/admin/{token}/invite")
    async def invited(request: Request, token: str, said: Invitation) -> Any:
        made = await admitted.do(request, token, lambda db: invite(db, said, time.time()))
        return {"made": made, **await admitted.read(request, token, standing)}

    @app.post("/admin/{token}/revoke")
    async def revoked(request: Request, token: str, said: Revocation) -> Any:
        await admitted.do(request, token, lambda db: revoke(db, said))
        return await admitted.read(request, token, standing)

    _files(app, admitted, base_url)


def _files(app: "FastAPI", admitted: "_Gate", base_url: str) -> None:
    from fastapi import Request, Response
    from fastapi.responses import FileResponse
    from starlette.background import BackgroundTask

    @app.get("/admin/{token}/links.csv")
    async def links(request: Request, token: str) -> Response:
        text = await admitted.do(request, token, lambda db: tokens.links_csv(db, base_url))
        return Response(text, media_type="text/csv", headers={"content-disposition": "attachment; filename=links.csv"})

    @app.get("/admin/{token}/picture/{number}")
    async def picture(request: Request, token: str, number: int) -> Response:
        def of(db: Database) -> bytes:
            if not 0 <= number < len(db.design.asked):
                raise Fault(404, "There is no such picture.")
            return db.picture(db.design.asked[number].item)

        return Response(await admitted.do(request, token, of), media_type="image/jpeg")

    @app.get("/admin/{token}/backup")
    async def backup(request: Request, token: str) -> Response:
        folder, name = await admitted.read(request, token, _copied)
        return FileResponse(
            Path(folder.name) / NAME,
            media_type="application/vnd.sqlite3",
            filename=name,
            background=BackgroundTask(folder.cleanup),
        )


def _copied(db: Database) -> tuple["tempfile.TemporaryDirectory[str]", str]:
    """The folder that holds a copy, and what to call the copy."""
    folder = tempfile.TemporaryDirectory()
    db.copy(Path(folder.name) / NAME)
    return folder, f"{db.path.parent.name}-{time.strftime('%Y%m%d-%H%M%S', time.gmtime())}.sqlite"
