"""Serves a page to the browser of this machine until Ctrl-C."""

import os
import secrets
import socket
import webbrowser
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from eval_bench.pages.guard import guarded
from synthgen.errors import SynthgenError, UsageError
from synthgen.kit.hashes import sha256
from synthgen.kit.remembered import recall, remember
from synthgen.kit.signals import heard_by

if TYPE_CHECKING:
    from fastapi import FastAPI

STATIC = Path(__file__).parent / "static"
KEPT = {"cache-control": "private, max-age=31536000, immutable"}
"""Of pictures whose address holds their hash: a browser loads them once, and before they are shown."""
KINDS = {"jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "webp": "image/webp"}
_TYPES = {"css": "text/css", "svg": "image/svg+xml", "js": "text/javascript"}
_PAGES = Environment(
    loader=PackageLoader("eval_bench.pages"),
    autoescape=select_autoescape(default=True),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass(frozen=True)
class Place:
    """Where a page is served."""

    port: int = 8420
    """0: any free one."""
    open: bool | None = None
    """Whether a browser is opened; None: where there is a display."""


def preflight() -> None:
    """Raises UsageError where the server is not installed."""
    try:
        import fastapi  # noqa: F401
        import uvicorn  # noqa: F401
    except ImportError as e:
        raise UsageError(f"the page needs {e.name}. pip install 'synthgen[eval]'") from e


def application(template: str, **content: Any) -> "FastAPI":
    """A page at "/", with its style and scripts; routes are added to it."""
    from fastapi import FastAPI, Request, Response
    from fastapi.responses import HTMLResponse, JSONResponse

    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    html = _PAGES.get_template(template).render(**content)

    @app.get("/")
    async def page() -> HTMLResponse:
        return HTMLResponse(html)

    @app.get("/alive")
    async def alive() -> dict[str, bool]:
        return {"alive": True}

    @app.exception_handler(SynthgenError)
    async def trouble(
        _: Request, error: Exception
    ) -> JSONResponse:  # a full disk: nothing was saved, and the page says so
        return JSONResponse({"fault": f"Not saved: {error}"})

    @app.get("/static/{name}")
    async def static(name: str) -> Response:
        if name not in os.listdir(STATIC):
            return Response(status_code=404)
        return Response((STATIC / name).read_bytes(), media_type=_TYPES[name.rpartition(".")[2]])

    return app


def serve(app: "FastAPI", place: Place, folder: Path, tell: Callable[[str], None]) -> None:
    """Returns after Ctrl-C or SIGTERM. The folder's page keeps its address over restarts. Raises UsageError."""
    import uvicorn

    try:
        listening = socket.create_server(("127.0.0.1", place.port))
    except OSError as e:
        raise UsageError(f"port={place.port}: {os.strerror(e.errno or 0).lower()}; pass port=0 for any free one") from e
    with listening:
        secret = _secret(folder)
        address = f"http://127.0.0.1:{listening.getsockname()[1]}/{secret}/"
        tell(f"open {address} (Ctrl-C ends it; all that the page calls saved is on disk)")
        if opens(place.open, os.environ):
            webbrowser.open(address)
        config = uvicorn.Config(
            guarded(app, secret),
            log_level="error",
            lifespan="off",
            timeout_graceful_shutdown=2,
            server_header=False,
        )
        with heard_by(lambda *_: None):  # uvicorn ends by itself, then passes the signal on
            uvicorn.Server(config).run(sockets=[listening])


def _secret(folder: Path) -> str:
    """Kept on this machine and nowhere in the folder, which may be published: an open page works after a restart."""
    name = sha256(str(folder.resolve()).encode())[:16]
    if not isinstance(known := recall("pages").get(name), str) or len(known) < 20:
        remember("pages", {name: (known := secrets.token_urlsafe(18))})
    return known


def opens(wish: bool | None, environment: Mapping[str, str]) -> bool:
    display = environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    return bool(display) if wish is None else wish
