"""The rating page in a real browser before the real server, both of which may be ended at any time."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from eval_bench.study.database import Database
from tests.report.test_page_browser import QUIET

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).parents[3]
WIDE, PHONE = {"width": 1280, "height": 800}, {"width": 360, "height": 740}
SERVER = """
import sys
from pathlib import Path
from eval_bench.study.database import Database
from eval_bench.study.place import Place
from eval_bench.study.serving import listening, serve
with listening("127.0.0.1", int(sys.argv[2])) as listener:
    port = listener.getsockname()[1]
    print(f"port {port}", flush=True)
    serve(Database(Path(sys.argv[1])), Place("127.0.0.1", port), listener)
"""


class Server:
    """Of a study that is there; started again, it has the same address."""

    def __init__(self, db: Database) -> None:
        self.path, self.port = db.path, 0
        self.start()

    def start(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", SERVER, str(self.path), str(self.port)],
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        )
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert re.fullmatch(r"port \d+\n", line)
        self.port = int(line.split()[1])

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@contextmanager
def running(db: Database) -> Iterator[Server]:
    server = Server(db)
    try:
        yield server
    finally:
        if server.process.poll() is None:
            server.kill()


@contextmanager
def browsing(
    profile: Path, address: str, troubles: list[str] | None = None, script: str = "", **options: Any
) -> Iterator["Page"]:
    """The page in a browser that remembers in the folder; `script` runs before those of the page.

    At the end: no error, no dialog, no policy was offended, and nothing was asked of others; unless `troubles` collects
    what happened."""
    playwright = pytest.importorskip("playwright.sync_api")
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("no chromium here: apt-get install chromium")
    found: list[str] = [] if troubles is None else troubles
    own = address.partition("/r/")[0].partition("/admin/")[0]
    with playwright.sync_playwright() as p:
        context = p.chromium.launch_persistent_context(
            str(profile), executable_path=path, args=list(QUIET), **({"viewport": WIDE} | options)
        )
        page = context.pages[0]
        context.add_init_script(script)
        page.on("console", lambda message: found.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: found.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (found.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("popup", lambda popup: found.append(f"popup: {popup.url}"))
        page.on("request", lambda r: None if r.url.startswith((own, "data:", "blob:")) else found.append(r.url[:90]))
        page.on("framenavigated", lambda f: None if f.url.startswith(own) else found.append(f.url[:90]))
        page.goto(address)
        yield page
        context.close()
    if troubles is None:
        assert found == []


def at_step(page: "Page", step: str) -> None:
    page.wait_for_function("step => document.body.dataset.step === step && document.body.ariaBusy !== 'true'", arg=step)


def begin(page: "Page") -> None:
    """Consent and introduction, by click."""
    at_step(page, "consent")
    page.locator("#agree").click()
    at_step(page, "start")
    page.wait_for_timeout(450)
    page.locator("#start .on").click()
    votable(page)


def votable(page: "Page") -> None:
    """The page takes a vote: the picture is there, and nobody could have meant the one before."""
    page.locator("[data-vote][aria-disabled=false]").first.wait_for()


def place(page: "Page") -> str:
    return page.locator("#place").inner_text()
