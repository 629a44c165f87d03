"""The server's side of the Batch API: files up, batches to start and to look at, files down, each until it works.

The official client's own retries are off: it would start a batch again whose start it only did not hear of.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TypeVar

import httpx2  # what openai speaks with: a download that breaks raises its errors
import openai
from openai.types import Batch, FileObject

from synthgen.errors import DiskError, OutageError, UsageError
from synthgen.interfaces import Desk
from synthgen.kit.clean import data as cleaned
from synthgen.llm.openai import wire
from synthgen.llm.openai.client import LOOK, Line
from synthgen.llm.openai.traffic import NEVER_ANSWERED, Stopped, jitter
from synthgen.llm.openai.wire import Unwanted, Wait

T = TypeVar("T")
TAG = "synthgen"
"""The key under which a batch's metadata says which of ours it is."""
RECENT = 500
"""Batches that are looked through for one that was started just before a crash."""


class Server:
    """All calls raise Stopped once the run ends, AccessError and UsageError as `wire.error` does, OutageError after
    `max_outage` seconds of failures, and openai.NotFoundError for what is not there (any more)."""

    def __init__(self, url: str, line: Line, desk: Desk) -> None:
        self.url, self._line, self._desk = url, line, desk
        self._answered = False

    @cached_property
    def _api(self) -> openai.OpenAI:
        line = self._line
        return openai.OpenAI(base_url=self.url, api_key=line.secret or "none", timeout=line.timeout, max_retries=0)

    def close(self) -> None:
        if "_api" in vars(self):
            self._api.close()

    def start(self, requests: Path, tag: str) -> str:
        """Upload a file and start its batch; the batch's id. One that bears the tag already is not started again."""
        with requests.open("rb") as file:

            def upload() -> str:
                file.seek(0)
                # an open file is sent piece by piece; a path would be read into memory first
                sent = self._api.files.create(file=(requests.name, file, "application/jsonl"), purpose="batch")
                if not isinstance(sent, FileObject):
                    raise UsageError(f"{self.url} is no server of batches; use llm=openai")
                return sent.id

            try:
                uploaded = self._patiently(upload)
            except openai.NotFoundError as e:
                raise UsageError(f"{self.url} takes no batches; use llm=openai") from e

        def begin() -> str:
            return self._bearer(tag) or self._create(uploaded, tag)

        return self._patiently(begin)

    def _create(self, uploaded: str, tag: str) -> str:
        return self._api.batches.create(
            input_file_id=uploaded,
            endpoint="/v1/chat/completions",
            completion_window="24h",
            metadata={TAG: tag},
        ).id

    def find(self, tag: str) -> str | None:
        """The id of the batch that bears a tag."""
        return self._patiently(lambda: self._bearer(tag))

    def _bearer(self, tag: str) -> str | None:
        batches = islice(self._api.batches.list(limit=100), RECENT)
        return next((b.id for b in batches if (b.metadata or {}).get(TAG) == tag and b.status != "failed"), None)

    def look(self, id: str) -> Batch:
        return self._patiently(lambda: self._api.batches.retrieve(id))

    def fetch(self, id: str, path: Path) -> None:
        """Write a file of the server's to disk, piece by piece."""

        def download() -> None:
            with writing(path), self._api.files.with_streaming_response.content(id) as response:
                response.stream_to_file(path)

        self._patiently(download)

    def sleep(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while not self._desk.cancelled:
            rest = until - time.monotonic()
            if rest <= 0:
                return
            time.sleep(min(LOOK, rest))
        raise Stopped

    def _patiently(self, call: Callable[[], T]) -> T:
        began, tries = time.monotonic(), 0
        while True:
            answer: Wait | Unwanted
            try:
                found = call()
            except openai.NotFoundError:
                raise
            except openai.APIStatusError as e:
                headers = {name.lower(): value for name, value in e.response.headers.items()}
                content = {"error": e.body} if isinstance(e.body, dict) else e.body or e.message
                answer = wire.error(e.status_code, content, headers, self._line.secret)
            except (openai.APIConnectionError, httpx2.HTTPError) as e:
                answer = Wait(f"no connection: {cleaned(str(e.__cause__ or e), 200)}")
            else:
                self._answered = True
                return found
            if isinstance(answer, Unwanted):
                raise UsageError(f"the server refuses the batch ({answer.said}){wire.hint(answer, self._line.fixed)}")
            lasted, most = time.monotonic() - began, self._line.max_outage
            if lasted > (most if self._answered else min(most, NEVER_ANSWERED)):
                raise OutageError(f"no good answer for {lasted:.0f} s ({answer.said}); run the same command to go on")
            tries += 1
            if tries == 3:
                self._desk.tell(f"the server of batches does not answer ({answer.said}): trying on")
            self.sleep(jitter(tries) if answer.seconds is None else answer.seconds)


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Makes the folder; raises DiskError for what goes wrong with the disk."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield
    except OSError as e:
        raise DiskError(f"cannot write {path}: {e.strerror or e}; make room, then run the same command") from e
