"""Batches from handing in to keeping what came back. A crash may follow any step: nothing is paid twice.

Notes in the journal say how far each batch is, and a file says which requests are in it:

    batch/7                    its id at the server
    batch/7/done               how it ended: nobody looks at it again
    refused/<key>              the request of this key gets no reply: why
    replies/batches/7.asks     written before the batch is started. If there is no note, the process died before it
                               could write one: the server's list tells whether the batch was started
"""

import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import openai
from openai.types import Batch
from pydantic import BaseModel

from synthgen.errors import Interrupted, OutageError, SynthgenError, UsageError
from synthgen.interfaces import Desk
from synthgen.llm.openai import wire
from synthgen.llm.openai.batch_server import Server, writing
from synthgen.llm.openai.client import REFUSED, Line
from synthgen.llm.openai.traffic import Stopped
from synthgen.llm.openai.wire import Answer, Ask, Form, Unwanted, Wait
from synthgen.types import Reply

LINES, BYTES = 50_000, 190 * 2**20
"""The most that goes into one batch. The server takes 50,000 requests and 200 MB."""
SMALLEST = 200
"""Requests of a batch that is not halved any more when the server has no room for it."""
GROUP = 500
"""Replies that share one sync of the disk."""
ENDED = ("completed", "expired", "cancelled", "failed")
GROWTH, LONGEST = 1.2, 60.0
"""Of the pause between two looks; seconds."""
LONGEST_WAIT = 600.0
"""Seconds before a batch is handed in again that the server had no room for."""


class Batches:
    """Of one run folder. Not for several threads at a time. Close it when done."""

    def __init__(self, server: Server, line: Line, form: Form, poll_seconds: float, desk: Desk) -> None:
        self._server, self._line, self._form, self._poll, self._desk = server, line, form, poll_seconds, desk
        self._folder = desk.folder / "batches"
        self._most = LINES
        self._crowded = 0
        """Batches in a row that the server had no room for."""
        self._tries: Counter[str] = Counter()
        """Failures, by the key of the request."""
        self._shown: dict[str, tuple[str, int]] = {}
        self.answered = False
        """Whether the server ever answered anything: then what it refuses is at fault itself."""

    def close(self) -> None:
        self._server.close()

    def refusal(self, ask: Ask) -> Reply | None:
        """The note that a request gets no reply."""
        return self._desk.look_up(f"refused/{ask.key}")

    # handing in ------------------------------------------------------------------------------------------------------

    def hand_in(self, asks: Sequence[Ask]) -> None:
        """Start as many batches as the requests need, or as the run has time for. Raises as `Server` does."""
        self._server.sleep(min(LONGEST_WAIT, self._poll * 2**self._crowded) if self._crowded else 0)
        start = 0
        while start < len(asks) and not self._desk.cancelled:
            start = self._hand_in(asks, start)

    def _hand_in(self, asks: Sequence[Ask], start: int) -> int:
        """One batch of the requests from `start` on; where it stops."""
        number = next(n for n in count() if self._desk.look_up(f"batch/{n}") is None)
        requests = self._folder / f"{number}.jsonl"
        stop, digest = self._write(requests, asks, start)
        tag = f"{number}-{digest}"
        rows = [[ask.key, ask.id, ask.purpose] for ask in asks[start:stop]]
        _write_whole(self._slip(number), "".join(json.dumps(row) + "\n" for row in [tag, *rows]).encode())
        id = self._server.start(requests, tag)
        self._desk.append(_note(f"batch/{number}", id))
        requests.unlink()
        self._desk.tell(f"batch {id}: {stop - start:,} requests handed in; the answers come within 24 hours")
        return stop

    def _write(self, path: Path, asks: Sequence[Ask], start: int) -> tuple[int, str]:
        """As many requests as a batch holds, and the hash of what was written. Memory: one request."""
        line, stop, size, digest = self._line, start, 0, hashlib.sha256()
        with writing(path), path.open("wb") as file:
            for ask in asks[start : start + self._most]:
                content = wire.body(ask, self._form, line.fixed, line.limit_key, line.cache_key)
                row = {"custom_id": ask.key, "method": "POST", "url": "/v1/chat/completions", "body": content}
                encoded = json.dumps(row).encode() + b"\n"
                size += len(encoded)
                if size > BYTES and stop > start:
                    break
                file.write(encoded)
                digest.update(encoded)
                stop += 1
        return stop, digest.hexdigest()[:32]

    def _slip(self, number: int) -> Path:
        return self._folder / f"{number}.asks"

    def _forget(self, number: int) -> None:
        for path in (self._slip(number), self._folder / f"{number}.jsonl", self._folder / f"{number}.answers"):
            path.unlink(missing_ok=True)

    # waiting ---------------------------------------------------------------------------------------------------------

    def collect(self) -> bool:
        """Wait for the batches that are at work, and keep what each says as soon as it ended; False if none was.

        Raises as `Server` does, and what the end of a batch means for the run.
        """
        going = self._at_work()
        found, pause = bool(going), self._poll
        try:
            while going:
                for number, id in list(going.items()):
                    if self._has_ended(number, id):
                        del going[number]
                if going:
                    self._server.sleep(pause)
                    pause = max(self._poll, min(LONGEST, pause * GROWTH))
        except Stopped:
            names = ", ".join(going.values())
            self._desk.tell(f"at work at the server: batch {names}; run the same command to collect it")
            raise
        return found

    def _at_work(self) -> dict[int, str]:
        """Ids by number; with one that was started just before a crash."""
        ids: dict[int, str] = {}
        for number in count():
            note = self._desk.look_up(f"batch/{number}")
            if note is None:
                break
            if self._desk.look_up(f"batch/{number}/done") is None:
                if self._slip(number).exists():
                    ids[number] = note.text
                else:
                    self._desk.append(_note(f"batch/{number}/done", "given up"))
            else:
                self._forget(number)
        if (slip := self._slip(number)).exists():
            with slip.open(encoding="utf-8") as file:
                tag = json.loads(file.readline())
            if id := self._server.find(tag):
                self._desk.append(_note(f"batch/{number}", id))
                ids[number] = id
            else:
                slip.unlink()
        return ids

    def _has_ended(self, number: int, id: str) -> bool:
        try:
            batch = self._server.look(id)
            if batch.status in ENDED:
                self._settle(number, batch)
                return True
        except openai.NotFoundError as e:
            slip = self._slip(number)
            raise UsageError(
                f"batch {id} or its answers are not known at {self._server.url}: use the key of the project that it "
                f"was handed in with; or give it up: delete {slip}"
            ) from e
        self._show(batch)
        return False

    def _show(self, batch: Batch) -> None:
        """Say where it is, whenever it is another tenth further."""
        counts = batch.request_counts
        done, total = (counts.completed + counts.failed, counts.total) if counts else (0, 0)
        where = batch.status, done * 10 // max(total, 1)
        if self._shown.get(batch.id) != where:
            self._shown[batch.id] = where
            share = f", {done:,} of {total:,} requests done" if total else ""
            self._desk.tell(f"batch {batch.id}: {batch.status.replace('_', ' ')}{share}")

    # keeping ---------------------------------------------------------------------------------------------------------

    def _settle(self, number: int, batch: Batch) -> None:
        """Keep what a batch that ended says, then note that it did. Raises what its end means for the run."""
        with self._slip(number).open(encoding="utf-8") as file:
            file.readline()
            asks = {key: Ask(key, id, purpose, (), BaseModel, 0) for key, id, purpose in map(json.loads, file)}
        notes: list[Reply] = []
        if batch.status == "failed":
            trouble = self._why_it_failed(batch, len(asks))
        else:
            self._crowded = 0
            notes, trouble = self._keep(batch, asks, self._folder / f"{number}.answers")
        self._desk.append(*notes, _note(f"batch/{number}/done", batch.status))
        self._forget(number)
        if trouble is None and batch.status == "cancelled":
            trouble = Interrupted(
                f"batch {batch.id} was cancelled at the server; what it had answered is kept. "
                "Run the same command to ask for the rest"
            )
        if trouble is not None:
            raise trouble

    def _why_it_failed(self, batch: Batch, lines: int) -> SynthgenError | None:
        """None if there was no room for it at the moment: then its requests go out again, fewer at a time."""
        faults = (batch.errors.data if batch.errors else None) or []
        said = faults[0].message if faults else "no reason given"
        if any(fault.code == "token_limit_exceeded" for fault in faults):
            self._most, self._crowded = max(SMALLEST, lines // 2), self._crowded + 1
            self._desk.tell(f"no room for batch {batch.id} ({said}): handing in {self._most:,} requests at a time")
            return None
        try:
            wire.error(400, {"error": {"code": faults[0].code if faults else "", "message": said}}, {}, "")
        except SynthgenError as e:
            return e
        line = f" (line {faults[0].line})" if faults and faults[0].line else ""
        return UsageError(f"the server refuses batch {batch.id}: {said}{line}")

    def _keep(self, batch: Batch, asks: Mapping[str, Ask], path: Path) -> tuple[list[Reply], SynthgenError | None]:
        """Keep the replies; gives the notes about the others, and what speaks against the whole run."""
        failed = dict.fromkeys(asks, "no answer")
        refused: dict[str, Unwanted] = {}
        trouble: SynthgenError | None = None
        fresh: list[Reply] = []
        for key, answer in self._answers(batch, asks, path):
            if isinstance(answer, SynthgenError):
                trouble = trouble or answer
            elif isinstance(answer, Wait):
                failed[key] = answer.said
            else:
                failed.pop(key, None)
            if isinstance(answer, Unwanted):
                refused[key] = answer
            elif isinstance(answer, Reply) and self._desk.look_up(key) is None:  # else kept before a crash
                fresh.append(answer)
                if len(fresh) == GROUP:
                    self._desk.append(*fresh)
                    fresh.clear()
        if fresh:
            self._desk.append(*fresh)
        answered = len(asks) - len(failed) - len(refused)
        self._desk.tell(
            f"batch {batch.id}: {batch.status}; {answered:,} requests answered, {len(refused):,} refused, "
            f"{len(failed):,} failed"
        )
        self._tries.update(failed.keys())
        lost = {key: said for key, said in failed.items() if self._tries[key] > self._line.retries}
        trouble = trouble or self._nothing(answered, refused, lost)
        self.answered = self.answered or answered > 0
        if trouble is not None:
            return [], trouble
        notes = [_note(f"refused/{k}", a.code or a.said[:200], "refused by the server") for k, a in refused.items()]
        return [*notes, *(_note(f"refused/{k}", said[:200], "server error") for k, said in lost.items())], None

    def _nothing(self, answered: int, refused: Mapping[str, Unwanted], lost: Mapping[str, str]) -> SynthgenError | None:
        """Why nothing at all was answered, where that cannot be up to the requests."""
        if answered or (self.answered and len(refused) + len(lost) < REFUSED):
            return None
        unfit = next((answer for answer in refused.values() if not answer.content), None)
        if unfit is not None:
            return UsageError(f"the server refuses the request ({unfit.said}){wire.hint(unfit, self._line.fixed)}")
        if lost:
            tries, said = self._line.retries + 1, next(iter(lost.values()))
            return OutageError(f"no request was answered in {tries} batches ({said}); run the same command to go on")
        return None

    def _answers(
        self, batch: Batch, asks: Mapping[str, Ask], path: Path
    ) -> Iterator[tuple[str, Answer | SynthgenError]]:
        """What both files of a batch say, by key, in their order; memory: one line."""
        for id in (batch.output_file_id, batch.error_file_id):
            if id is not None:
                self._server.fetch(id, path)
                with path.open("rb") as file:
                    for row in map(_row, file):
                        if ask := asks.get(str(row.get("custom_id"))):
                            yield ask.key, self._read(ask, row)

    def _read(self, ask: Ask, row: Mapping[str, Any]) -> Answer | SynthgenError:
        response, secret = row.get("response"), self._line.secret
        try:
            if not isinstance(response, dict):  # nobody got to it: the window closed, the batch was cancelled
                return wire.error(500, {"error": row.get("error")}, {}, secret)
            status, content = response.get("status_code"), response.get("body")
            if status != 200:
                return wire.error(status if isinstance(status, int) else 500, content, {}, secret)
            answer = wire.read(ask, content, secret)
        except SynthgenError as e:
            return e
        if isinstance(answer, Reply) and answer.usd is None:
            return replace(answer, usd=self._line.price(answer))
        return answer


def _note(key: str, text: str, finish: str = "") -> Reply:
    return Reply(key, "", text, purpose="batch", finish=finish, usd="0")


def _write_whole(path: Path, data: bytes) -> None:
    """The file is there as a whole, and on disk, or not at all."""
    temporary = path.with_suffix(".tmp")
    with writing(path):
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
        for folder in (path.parent, path.parent.parent):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def _row(line: bytes) -> Mapping[str, Any]:
    try:
        row = json.loads(line)
    except ValueError:
        row = None  # its request counts as not answered
    return row if isinstance(row, dict) else {}
