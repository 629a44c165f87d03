"""The study over HTTP: the page of each rater behind a link of their own, and the admin page.

GET  /r/<token>/                 the page
GET  /r/<token>/state            what it shows; POST agree, vote, undo and more change that
GET  /r/<token>/picture/<task>   a picture; /r/<token>/alive whether the server is there
"""

import math
import os
import socket
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, ConfigDict, StringConstraints

from eval_bench.commands.told import talk
from eval_bench.study import admin, pages, session, tokens
from eval_bench.study.database import Database
from eval_bench.study.guard import guarded
from eval_bench.study.limits import Limit
from eval_bench.study.place import Place
from eval_bench.study.session import Fault
from eval_bench.study.types import Rater
from eval_bench.study.writer import Writer
from synthgen.errors import DiskError, UsageError
from synthgen.kit.signals import heard_by

if TYPE_CHECKING:
    from fastapi import FastAPI, Request

KEPT = {"cache-control": "private, max-age=86400, immutable"}
"""Of pictures: they are loaded before they are shown."""
TYPES = {"css": "text/css", "svg": "image/svg+xml", "js": "text/javascript"}
UNKNOWN = "This link is not complete, or belongs to another study."
REVOKED = "This link was withdrawn."
EXPIRED = "This link has expired."
Name = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,64}$")]


class Action(BaseModel):
    """What the page sends. The action is a name by chance, so that it may be sent twice."""

    model_config = ConfigDict(extra="forbid")
    action: Name


class Vote(Action):
    task: Name
    vote: Name


def known(db: Database, id: str, at: float) -> Rater:
    """The rater, if they may still come in at that Unix time. Raises Fault."""
    rater = db.rater(id)
    if rater is None:
        raise Fault(403, UNKNOWN)
    if rater.revoked:
        raise Fault(403, REVOKED)
    if rater.expires <= at:
        raise Fault(403, EXPIRED)
    return rater


class Door:
    """Lets raters in by their tokens, as often as is good."""

    def __init__(self, db: Database, writer: Writer) -> None:
        self._db, self._writer = db, writer
        self._votes, self._failures = Limit(1, 10), Limit(0.5, 30)

    def refuse(self, request: "Request") -> Fault:
        """For a token that is none. Only such are counted by address, so it does no harm that all come by one proxy,
        and that addresses which a proxy tells are not believed."""
        wait = self._failures.wait(request.client.host if request.client else "")
        return Fault(429, "Too many links that are none. Please wait a little.", wait) if wait else Fault(403, UNKNOWN)

    async def do(self, request: "Request", token: str, action: Callable[[Database, Rater, float], Any]) -> Any:
        """What the action gives for this rater at this time, once it is on disk. Raises Fault, DiskError."""
        if (id := tokens.rater_of(self._db, token)) is None:
            raise self.refuse(request)
        if request.method == "POST" and (wait := self._votes.wait(id)):
            raise Fault(429, "One moment, please: that was very fast.", wait)
        at = time.time()
        return await self._writer.do(lambda db: action(db, known(db, id, at), at))


def app_of(db: Database, writer: Writer, base: str) -> "FastAPI":
    """Everything but what the guard does. `base` is the study's address, for links."""
    from fastapi import FastAPI, Response

    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None, redirect_slashes=False)
    door = Door(db, writer)
    _show(app, door, pages.rating(db.design))
    _listen(app, door)
    admin.routes(app, writer.do, base, door.refuse)

    @app.get("/alive")
    async def served() -> dict[str, bool]:
        return {"alive": True}

    @app.get("/static/{name}")
    async def static(name: str) -> Response:
        if name not in os.listdir(pages.STATIC):
            return Response(status_code=404)
        return Response((pages.STATIC / name).read_bytes(), media_type=TYPES[name.rpartition(".")[2]])

    _tell_faults(app)
    return app


def _show(app: "FastAPI", door: Door, html: str) -> None:
    """What a rater sees."""
    from fastapi import Request, Response
    from fastapi.responses import HTMLResponse, RedirectResponse

    @app.get("/r/{token}")
    async def nearly(token: str) -> Response:
        return RedirectResponse(f"./{token}/")  # relative whatever the token is, and whatever a proxy puts before it

    @app.get("/r/{token}/")
    async def page(request: Request, token: str) -> HTMLResponse:
        try:
            await door.do(request, token, lambda db, rater, at: None)
        except Fault as e:
            return HTMLResponse(pages.refused(e.sentence), e.status, _after(e.after))
        return HTMLResponse(html)

    @app.get("/r/{token}/state")
    async def state(request: Request, token: str) -> Any:
        return await door.do(request, token, session.state)

    @app.get("/r/{token}/picture/{task}")
    async def picture(request: Request, token: str, task: str) -> Response:
        data = await door.do(request, token, lambda db, rater, at: session.picture(db, rater, task))
        return Response(data, media_type="image/jpeg", headers=KEPT)

    @app.get("/r/{token}/alive")
    async def alive(request: Request, token: str) -> Any:
        return await door.do(request, token, lambda db, rater, at: {"alive": True})


def _listen(app: "FastAPI", door: Door) -> None:
    """What a rater does."""
    from fastapi import Request

    @app.post("/r/{token}/agree")
    async def agree(request: Request, token: str, said: Action) -> Any:
        return await door.do(request, token, session.agree)

    @app.post("/r/{token}/vote")
    async def vote(request: Request, token: str, said: Vote) -> Any:
        return await door.do(
            request, token, lambda db, rater, at: session.vote(db, rater, said.task, said.vote, said.action, at)
        )

    @app.post("/r/{token}/undo")
    async def undo(request: Request, token: str, said: Action) -> Any:
        return await door.do(request, token, lambda db, rater, at: session.undo(db, rater, said.action, at))

    @app.post("/r/{token}/more")
    async def more(request: Request, token: str, said: Action) -> Any:
        return await door.do(request, token, session.more)


def _tell_faults(app: "FastAPI") -> None:
    from fastapi import Request
    from fastapi.exceptions import RequestValidationError
    from fastapi.responses import JSONResponse
    from starlette.exceptions import HTTPException

    @app.exception_handler(Fault)
    async def fault(_: Request, e: Fault) -> JSONResponse:
        return JSONResponse({"fault": e.sentence}, e.status, _after(e.after))

    @app.exception_handler(DiskError)
    async def full(_: Request, e: DiskError) -> JSONResponse:
        talk.print(str(e), highlight=False, markup=False)  # where it lies is nothing for raters
        return JSONResponse(
            {"fault": "That could not be saved just now. Please try again in a moment."}, 503, _after(5)
        )

    @app.exception_handler(RequestValidationError)
    async def misread(_: Request, e: Exception) -> JSONResponse:
        return JSONResponse({"fault": "The page sent something odd. Please load it again."}, 422)

    @app.exception_handler(HTTPException)
    async def other(_: Request, e: HTTPException) -> JSONResponse:
        return JSONResponse({"fault": "There is nothing here."}, e.status_code)


def _after(seconds: float) -> dict[str, str]:
    return {"retry-after": str(math.ceil(seconds))} if seconds else {}


def listening(host: str, port: int) -> socket.socket:
    """Raises UsageError where that is taken, or not this machine's."""
    try:
        listener = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as e:
        raise UsageError(
            f"host={host} port={port}: {os.strerror(e.errno or 0).lower() if e.errno else e}; "
            "pass port=0 for any free one"
        ) from e
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # else a short answer may wait 40 ms for nothing
    return listener


def serve(db: Database, place: Place, listener: socket.socket) -> None:
    """Returns after Ctrl-C or SIGTERM; what was told to be saved is on disk."""
    import uvicorn

    writer = Writer(db)
    config = uvicorn.Config(
        guarded(app_of(db, writer, place.base), place),
        log_level="error",  # no list of requests: links are in them
        lifespan="off",
        timeout_graceful_shutdown=2,
        server_header=False,
        proxy_headers=False,
    )
    try:
        with heard_by(lambda *_: None):  # uvicorn ends by itself, then passes the signal on
            uvicorn.Server(config).run(sockets=[listener])
    finally:
        writer.close()
