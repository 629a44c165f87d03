"""A small Hugging Face hub on loopback: folders served by the routes that huggingface_hub asks for to download.

    with serving({"tiny/sdxl": folder}) as hub: ...

An environment with HF_ENDPOINT=hub.url sees nothing else. A folder has one commit; "main" is a name of it.
"""

import hashlib
import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

REVISIONS = ("main", "0123456789abcdef0123456789abcdef01234567")
COMMIT = REVISIONS[1]


@dataclass
class Hub:
    """What it serves and what it was asked for."""

    repos: Mapping[str, Path]
    gated: set[str] = field(default_factory=set)
    """Repositories that give their files to nobody without a token."""
    cut: dict[str, int] = field(default_factory=dict)
    """File name -> bytes after which the connection ends, once."""
    asked: list[tuple[str, str, str]] = field(default_factory=list)
    """(method, path, range)"""
    url: str = ""

    @property
    def sent(self) -> list[str]:
        """The files that went out, in order."""
        return [path.split(f"/resolve/{COMMIT}/")[-1] for method, path, _ in self.asked if method == "GET"]


def see_only(hub: Hub, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What HF_ENDPOINT and HF_HOME set where a process starts, for one that runs already."""
    from huggingface_hub import constants

    monkeypatch.setattr(constants, "ENDPOINT", hub.url)
    address = hub.url + "/{repo_id}/resolve/{revision}/{filename}"
    monkeypatch.setattr(constants, "HUGGINGFACE_CO_URL_TEMPLATE", address)
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(cache))
    monkeypatch.delenv("HF_TOKEN", raising=False)
    monkeypatch.setattr(constants, "HF_TOKEN_PATH", str(cache / "no token"))


class _Handler(BaseHTTPRequestHandler):
    hub: Hub

    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _answer(self) -> None:
        path = unquote(urlsplit(self.path).path).strip("/")
        if not path.startswith("api/"):
            self.hub.asked.append((self.command, path, self.headers.get("Range", "")))
        words = path.removeprefix("api/models/").split("/")
        repo, rest = "/".join(words[:2]), words[2:]
        folder = self.hub.repos.get(repo)
        if folder is None:
            self._fail(404, "RepoNotFound", "Repository not found")
        elif len(rest) > 1 and rest[1] not in REVISIONS:
            self._fail(404, "RevisionNotFound", f"Invalid rev id: {rest[1]}")
        elif path.startswith("api/"):
            self._json(_tree(folder) if rest[:1] == ["tree"] else {"id": repo, "sha": COMMIT, "siblings": []})
        elif repo in self.hub.gated and self.headers.get("Authorization") != "Bearer hf_right":
            self._fail(403, "GatedRepo", f"Access to model {repo} is restricted")
        elif not (folder / "/".join(rest[2:])).is_file():
            self._fail(404, "EntryNotFound", "Entry not found")
        else:
            self._file(folder / "/".join(rest[2:]))

    def _file(self, path: Path) -> None:
        data = path.read_bytes()
        start = int(self.headers.get("Range", "bytes=0-").removeprefix("bytes=").split("-")[0])
        self.send_response(HTTPStatus.PARTIAL_CONTENT if start else HTTPStatus.OK)
        self.send_header("X-Repo-Commit", COMMIT)
        self.send_header("ETag", f'"{hashlib.sha256(data).hexdigest()}"')
        self.send_header("Accept-Ranges", "bytes")
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
        self.send_header("Content-Length", str(len(data) - start))
        self.end_headers()
        if self.command == "HEAD":
            return
        cut = self.hub.cut.pop(path.name, None)
        self.wfile.write(data[start:cut])
        self.close_connection = cut is not None

    def _json(self, body: object) -> None:
        data = json.dumps(body).encode()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _fail(self, status: int, code: str, message: str) -> None:
        self.send_response(status)
        self.send_header("X-Error-Code", code)
        self.send_header("X-Error-Message", message)
        self.send_header("Content-Length", "0")
        self.end_headers()


def _tree(folder: Path) -> list[Mapping[str, object]]:
    found = []
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        data = path.read_bytes()
        entry = {"type": "file", "path": path.relative_to(folder).as_posix(), "size": len(data)}
        found.append(entry | {"oid": hashlib.sha1(data).hexdigest()})
    return found


@contextmanager
def serving(repos: Mapping[str, Path]) -> Iterator[Hub]:
    """A hub that serves these folders until the block ends."""
    hub = Hub(repos)
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"hub": hub}))
    hub.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield hub
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
