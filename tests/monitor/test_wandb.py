"""Weights & Biases without a network, and with a server that takes nothing: the run ends as it would alone."""

import os
import socket
import struct
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from synthgen.kit.pictures import decode
from synthgen.monitor import wandb
from synthgen.monitor.wandb import WandB
from synthgen.store import Store
from tests.monitor.watched import watched

pytestmark = pytest.mark.monitor
KEY = "0123456789" * 4
BLOCK, FULL, LAST = 2**15, 1, 4
OFFLINE = WandB(1.0, mode="offline")


def records(folder: Path) -> list[Any]:
    """What the library has kept of a run, for `wandb sync`: in the log format of LevelDB, after a header of 7 bytes."""
    from wandb.proto.wandb_internal_pb2 import Record

    (path,) = folder.glob("run-*.wandb")
    data, at, whole, found = path.read_bytes(), 7, b"", []
    while at + 7 <= len(data):
        if BLOCK - at % BLOCK < 7:  # no header fits there
            at += BLOCK - at % BLOCK
        _, length, kind = struct.unpack_from("<IHB", data, at)
        whole += data[at + 7 : at + 7 + length]
        at += 7 + length
        if kind in (FULL, LAST):
            found.append(Record.FromString(whole))
            whole = b""
    return found


def curve(folder: Path, name: str) -> list[float]:
    items = (item for record in records(folder) for item in record.history.item)
    return [float(item.value_json) for item in items if name in (item.key, *item.nested_key)]


def test_offline_a_run_leaves_its_curves_and_pictures_to_be_sent_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WANDB_API_KEY", KEY)
    (line,) = watched(tmp_path, 30, {"wandb": OFFLINE})
    folder = Path(line.removeprefix("monitor.wandb: wandb sync "))
    assert folder.parent == tmp_path / "monitor/wandb"
    assert curve(folder, "samples/kept")[-1] == 30 and curve(folder, "pictures")[-1] == 30
    pictures = [decode(path.read_bytes()) for path in folder.rglob("*.png")]
    assert len(pictures) == 2 and len({picture.shape for picture in pictures}) == 1
    held = b"".join(path.read_bytes() for path in (tmp_path / "monitor").rglob("*") if path.is_file())
    assert KEY.encode() not in held and b"null-000000029" in held


def test_a_run_that_goes_on_is_the_same_one_there(tmp_path: Path) -> None:
    folders = [
        Path(watched(tmp_path, n, {"wandb": OFFLINE})[0].removeprefix("monitor.wandb: wandb sync ")) for n in (6, 12)
    ]
    assert len(set(folders)) == 2 and len({folder.name.rpartition("-")[2] for folder in folders}) == 1
    assert curve(folders[1], "pictures")[-1] == 12


@contextmanager
def serving(status: int) -> Iterator[tuple[str, Counter[str]]]:
    """A server that answers everything with this; 0: nothing, ever. Gives what it was asked."""
    asked: Counter[str] = Counter()
    never = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked[self.path] += 1
            if not status:
                never.wait()
            self.rfile.read(int(self.headers.get("content-length") or 0))
            self.send_response(status)
            self.send_header("content-length", "0")
            self.end_headers()

        do_GET = do_POST

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}", asked
        finally:
            never.set()
            server.shutdown()


def told_of(folder: Path, **environment: str) -> list[str]:
    """What a whole run tells of its monitor, whose process has ended within the time that is given here."""
    command = [sys.executable, "-m", "synthgen", "ability=joke", "n=6", "name=run", "monitor=wandb"]
    clean = {name: value for name, value in os.environ.items() if not name.startswith("WANDB_")}
    home = {"HOME": str(folder), "NETRC": str(folder / "none")}
    done = subprocess.run(
        command, cwd=folder, env=clean | home | environment, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert len(list(Store(folder / "outputs/run").kept())) == 6 and "Traceback" not in done.stderr
    assert KEY not in done.stderr
    return [line for line in done.stderr.splitlines() if line.startswith("monitor.wandb: ")]


def test_a_server_that_refuses_costs_one_line(tmp_path: Path) -> None:
    with serving(401) as (url, asked):
        (line,) = told_of(tmp_path, WANDB_API_KEY=KEY, WANDB_BASE_URL=url)
    assert asked["/graphql"] and "CommError: " in line and "401" in line
    assert line.endswith("(outputs/run/monitor/wandb.log says more); the run goes on without it")


def test_a_server_that_never_answers_costs_one_line_and_a_moment(tmp_path: Path) -> None:
    with serving(0) as (url, asked):
        (line,) = told_of(tmp_path, WANDB_API_KEY=KEY, WANDB_BASE_URL=url)
    assert asked.total() and line == "monitor.wandb: does not come to its end; it is not waited for"


def test_a_server_that_is_not_there_costs_one_line_and_a_moment(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as some:
        port = some.getsockname()[1]
    (line,) = told_of(tmp_path, WANDB_API_KEY=KEY, WANDB_BASE_URL=f"http://127.0.0.1:{port}")
    assert line == "monitor.wandb: does not come to its end; it is not waited for"


def test_a_library_that_hangs_in_the_middle_is_left_with_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wandb, "PATIENCE", 0.5)
    monkeypatch.setattr(wandb.child, "__name__", "tests.monitor.hanging_child")
    (line,) = watched(tmp_path, 30, {"wandb": OFFLINE})
    assert line == "monitor.wandb: no answer within 1 s; the run goes on without it"


@pytest.mark.parametrize("environment", [{}, {"WANDB_API_KEY": "short"}, {"WANDB_MODE": "nowhere"}])
def test_who_is_not_known_there_is_told_so_in_one_line(tmp_path: Path, environment: dict[str, str]) -> None:
    (line,) = told_of(tmp_path, **environment)
    assert "Error: " in line and line.endswith("the run goes on without it")
