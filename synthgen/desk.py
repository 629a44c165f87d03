"""The Desk of a run: the journal of what LLMs replied, and the brake that Ctrl-C pulls.

outputs/joke/replies/<host>-<pid>.jsonl      one reply a line, with its checksum, synced before anybody parses it
"""

import json
import os
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from functools import cached_property
from pathlib import Path
from types import FrameType
from zlib import crc32

from synthgen.store import disk_errors
from synthgen.types import Reply


class RunDesk:
    """Ctrl-C or SIGTERM once: finish what is in flight, start nothing. Twice: drop it (it will be made again)."""

    def __init__(self, root: Path) -> None:
        self._folder = root / "replies"
        self._cancelled = False

    @property
    def cancelled(self) -> bool:
        return self._cancelled

    @contextmanager
    def listening(self) -> Iterator[None]:
        before = {wish: signal.signal(wish, self._hear) for wish in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for wish, handler in before.items():
                signal.signal(wish, handler)

    def _hear(self, number: int, frame: FrameType | None) -> None:
        if self._cancelled:
            raise KeyboardInterrupt
        self._cancelled = True
        os.write(2, b"\nfinishing what is in flight; once more drops it\n")

    def look_up(self, key: str) -> Reply | None:
        """The reply that was kept for a request, in this run or in an earlier one on the same folder."""
        return self._known.get(key)

    def append(self, reply: Reply) -> None:
        """Keep a reply; returns when it is safe on disk. Raises DiskError."""
        content = json.dumps(asdict(reply), ensure_ascii=False)
        path = self._folder / f"{socket.gethostname()}-{os.getpid()}.jsonl"
        with disk_errors(path), path.open("a", encoding="utf-8") as file:
            file.write(f"{crc32(content.encode()):08x} {content}\n")
            file.flush()
            os.fsync(file.fileno())
        self._known[reply.key] = reply

    @cached_property
    def _known(self) -> dict[str, Reply]:
        texts = (path.read_text(encoding="utf-8") for path in sorted(self._folder.glob("*.jsonl")))
        lines = (line for text in texts for line in text.split("\n"))  # replies may hold other kinds of line ends
        return {reply.key: reply for line in lines if (reply := _read(line)) is not None}


def _read(line: str) -> Reply | None:
    """None for a line that a crash cut short: its reply was never used either."""
    checksum, _, content = line.partition(" ")
    if checksum != f"{crc32(content.encode()):08x}":
        return None
    return Reply(**json.loads(content))
