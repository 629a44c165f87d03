"""A small Hugging Face hub on loopback: folders served by the routes that huggingface_hub asks for to download, and
data sets that it makes and fills (by git and LFS: HF_HUB_DISABLE_XET=1).

    with serving({"tiny/sdxl": folder}) as hub: ...

An environment with HF_ENDPOINT=hub.url sees nothing else. A folder has one commit; "main" is a name of it.
"""

import base64
import hashlib
import json
import re
import threading
import time
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
    datasets: dict[str, dict[str, bytes]] = field(default_factory=dict)
    """What was pushed: repository -> path -> file."""
    blobs: dict[str, bytes] = field(default_factory=dict)
    """Large files that arrived, by sha256, committed or not."""
    commits: list[tuple[str, ...]] = field(default_factory=list)
    """The paths of each commit."""
    uploads: list[str] = field(default_factory=list)
    """sha256 of each large file that was sent."""
    away_after: int | None = None
    """After so many commits the hub answers nothing but 503."""
    flaky: int = 0
    """So many of the next commits are made, and answered with 503."""
    refusals: list[int] = field(default_factory=list)
    """How the next commits are answered, which are not made: by a status, or by 0, no answer at all."""
    slow: float = 0.0
    """Seconds that each commit takes."""
    lfs_from: int = 1_000
    """Files of so many bytes are large."""

    @property
    def away(self) -> bool:
        return self.away_after is not None and len(self.commits) >= self.away_after

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

    # pushing ---------------------------------------------------------------------------------------------------------

    def do_POST(self) -> None:
        path = urlsplit(self.path).path.strip("/")
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        token = self.headers.get("Authorization", "").removeprefix("Bearer ")
        repo = next((name for name in self.hub.datasets if f"datasets/{name}" in path), "")
        if self.hub.away:
            self._fail(503, "", "Service Unavailable")
        elif path == "api/validate-yaml":
            self._json({"errors": [], "warnings": []})
        elif token not in ("hf_right", "hf_reads"):
            self._fail(401, "", "Invalid credentials in Authorization header")
        elif token == "hf_reads":
            self._fail(403, "", "Forbidden: you need a token that may write")
        elif path == "api/repos/create":
            self._create(json.loads(body))
        elif not repo:
            self._fail(404, "RepoNotFound", "Repository not found")
        elif "/preupload/" in path:
            self._json({"files": [self._mode(repo, file) for file in json.loads(body)["files"]]})
        elif path.endswith("lfs/objects/batch"):
            self._json({"transfer": "basic", "objects": [self._order(one) for one in json.loads(body)["objects"]]})
        elif "/commit/" in path:
            self._commit(repo, [json.loads(line) for line in body.splitlines()])
        else:
            self._fail(404, "", f"no such route: {path}")

    def do_PUT(self) -> None:
        data = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        sha256 = self.path.rpartition("/")[2]
        if self.hub.away:
            self._fail(503, "", "Service Unavailable")
        elif hashlib.sha256(data).hexdigest() != sha256:
            self._fail(400, "", "other bytes than were announced")
        else:
            self.hub.blobs[sha256] = data
            self.hub.uploads.append(sha256)
            self._json({})

    def _create(self, asked: Mapping[str, str]) -> None:
        repo = f"{asked.get('organization', 'me')}/{asked['name']}"
        if asked["type"] != "dataset":
            self._fail(400, "", "only data sets are made here")
        elif not re.fullmatch(r"me/.*", repo):
            self._fail(403, "", f"You don't have the rights to create a dataset under the namespace {repo}")
        elif repo in self.hub.datasets:
            self._json({"url": f"{self.hub.url}/datasets/{repo}", "error": "You already created this repo"}, 409)
        else:
            self.hub.datasets[repo] = {".gitattributes": b"*.parquet filter=lfs"}
            self._json({"url": f"{self.hub.url}/datasets/{repo}"})

    def _mode(self, repo: str, file: Mapping[str, object]) -> Mapping[str, object]:
        large = int(str(file["size"])) >= self.hub.lfs_from
        there = self.hub.datasets[repo].get(str(file["path"]))
        oid = None if there is None else hashlib.sha256(there).hexdigest() if large else _blob_id(there)
        mode = "lfs" if large else "regular"
        return {"path": file["path"], "uploadMode": mode, "shouldIgnore": False, "oid": oid}

    def _order(self, one: Mapping[str, object]) -> Mapping[str, object]:
        action = {"upload": {"href": f"{self.hub.url}/upload/{one['oid']}", "header": {}}}
        return {**one, **({} if one["oid"] in self.hub.blobs else {"actions": action})}

    def _commit(self, repo: str, lines: list[dict[str, dict[str, str]]]) -> None:
        time.sleep(self.hub.slow)
        if self.hub.refusals:
            if status := self.hub.refusals.pop(0):
                self._fail(status, "", HTTPStatus(status).phrase)
            else:
                self.close_connection = True
            return
        files = self.hub.datasets[repo]
        if any(line["key"] == "deletedFile" and line["value"]["path"] not in files for line in lines[1:]):
            self._fail(404, "EntryNotFound", "A file with this name doesn't exist")
            return
        for kind, value in ((str(line["key"]), line["value"]) for line in lines[1:]):
            if kind == "deletedFile":
                del files[value["path"]]
            else:
                large = kind == "lfsFile"
                data = self.hub.blobs[value["oid"]] if large else base64.b64decode(value["content"])
                files[value["path"]] = data
        self.hub.commits.append(tuple(line["value"]["path"] for line in lines[1:]))
        if self.hub.flaky:
            self.hub.flaky -= 1
            self._fail(503, "", "Service Unavailable")
        else:
            url = f"{self.hub.url}/datasets/{repo}/commit/{COMMIT}"
            self._json({"success": True, "commitUrl": url, "commitOid": COMMIT})

    # downloading -----------------------------------------------------------------------------------------------------

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _answer(self) -> None:
        path = unquote(urlsplit(self.path).path).strip("/")
        if not path.startswith("api/"):
            self.hub.asked.append((self.command, path, self.headers.get("Range", "")))
        if path.startswith("api/datasets/"):
            self._of_dataset(path.removeprefix("api/datasets/").split("/"))
            return
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

    def _of_dataset(self, words: list[str]) -> None:
        repo = "/".join(words[:2])
        if self.hub.away:
            self._fail(503, "", "Service Unavailable")
        elif repo not in self.hub.datasets:
            self._fail(404, "RepoNotFound", "Repository not found")
        elif words[2:3] == ["tree"]:
            self._json([_entry(path, data, self.hub.lfs_from) for path, data in self.hub.datasets[repo].items()])
        else:
            self._json({"id": repo, "sha": COMMIT, "siblings": []})

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

    def _json(self, body: object, status: int = HTTPStatus.OK) -> None:
        data = json.dumps(body).encode()
        self.send_response(status)
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


def _blob_id(data: bytes) -> str:
    """As git names the content of a file."""
    return hashlib.sha1(b"blob %d\0" % len(data) + data).hexdigest()


def _entry(path: str, data: bytes, lfs_from: int) -> Mapping[str, object]:
    entry = {"type": "file", "path": path, "size": len(data), "oid": _blob_id(data)}
    large = {"lfs": {"oid": hashlib.sha256(data).hexdigest(), "size": len(data), "pointerSize": 130}}
    return entry | (large if len(data) >= lfs_from else {})


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
