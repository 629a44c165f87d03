"""The pages as a person starts them: in a process of their own, asked over HTTP, ended by Ctrl-C or killed."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

ROOT = Path(__file__).parents[3]


@dataclass
class Served:
    """A page that runs."""

    process: "subprocess.Popen[str]"
    address: str

    def ask(
        self, path: str, body: object = None, headers: Mapping[str, str] | None = None, secret: str = ""
    ) -> tuple[int, bytes, Mapping[str, str]]:
        """Status, body and headers of the answer."""
        parts = urlsplit(self.address)
        base = f"/{secret}/" if secret else parts.path
        sent = {"Content-Type": "application/json"} if body is not None else {}
        data = None if body is None else json.dumps(body)
        with closing(HTTPConnection("127.0.0.1", parts.port or 0, timeout=60)) as connection:
            connection.request("GET" if body is None else "POST", base + path, data, sent | dict(headers or {}))
            answer = connection.getresponse()
            return answer.status, answer.read(), {k.lower(): v for k, v in answer.getheaders()}

    def json(self, path: str, body: object = None) -> Any:
        status, data, _ = self.ask(path, body)
        assert status == 200, data
        return json.loads(data)

    def end(self) -> str:
        """Ctrl-C; what it printed."""
        self.process.send_signal(signal.SIGINT)
        said, troubles = self.process.communicate(timeout=120)
        assert (self.process.returncode, troubles) == (0, "")
        return said

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate(timeout=60)


@contextmanager
def served(*words: str, port: int = 0) -> Iterator[Served]:
    """The command, from when it tells its address on."""
    process = subprocess.Popen(
        [sys.executable, "-m", "eval_bench", *words, f"port={port}", "open=false", "by=ab"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
    )
    try:
        assert process.stdout is not None and process.stderr is not None
        line = process.stdout.readline()
        found = re.search(r"http://\S+", line)
        assert found, line + process.stderr.read()
        yield Served(process, found[0])
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()


def real_images() -> Path:
    """The nine photographs, where the checkout stands beside them."""
    folder = Path(os.environ.get("SYNTHGEN_DATA", ROOT.parent / "shared" / "data")) / "real_images"
    if not folder.is_dir():
        pytest.skip("no photographs here; name the folder of real_images in SYNTHGEN_DATA")
    return folder
