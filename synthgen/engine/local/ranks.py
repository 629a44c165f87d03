"""Started several times by one launcher (`accelerate launch`, `torchrun`): rank 0 drives, each rank has one worker.

    workers/driver.json      where rank 0 listens, and the key that admits to it; only its owner can read it

Both ends of a line prove that they know the key before either unpickles anything.
"""

import json
import os
import secrets
import socket
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path
from queue import Empty, SimpleQueue

from synthgen.types import Device

VARIABLES = ("RANK", "WORLD_SIZE", "LOCAL_RANK", "LOCAL_WORLD_SIZE", "MASTER_ADDR", "MASTER_PORT")
ARRIVAL = 30.0
"""Seconds in which all ranks have come: some start slowly, and a shared folder may show a new file late."""
LOOPBACK = "127.0.0.1"
CLOSED = 0
"""What rank 0 says to itself to stop listening."""


@dataclass(frozen=True)
class Ended:
    """A rank's account of how its worker ended."""

    exitcode: int | None


@dataclass(frozen=True)
class Group:
    """Which of how many processes this is."""

    rank: int
    size: int
    local: int
    """The rank among those of this machine."""
    host: str
    """Where rank 0 can be reached."""
    launch: str
    """Tells this launch from others that are alive."""

    def device(self, devices: Sequence[Device]) -> Device:
        """This rank's, of those of its machine; a core where there are none."""
        return devices[self.local % len(devices)] if devices else Device()


def group() -> Group | None:
    """As the launcher says in the environment; None for a process that was started by itself."""
    env = os.environ
    if "RANK" not in env or int(env.get("WORLD_SIZE", "1")) < 2:
        return None
    host = env.get("MASTER_ADDR", LOOPBACK)
    launch = f"{host}:{env.get('MASTER_PORT', '')}"
    # a machine's own name may lead to its loopback in one place and to its network in another
    if host == "localhost" or env.get("LOCAL_WORLD_SIZE") == env["WORLD_SIZE"]:
        host = LOOPBACK
    return Group(int(env["RANK"]), int(env["WORLD_SIZE"]), int(env.get("LOCAL_RANK", env["RANK"])), host, launch)


def leave() -> None:
    """Make this a process by itself, also in the eyes of libraries."""
    for name in VARIABLES:
        os.environ.pop(name, None)


class Gathering:
    """Rank 0's door for the others."""

    def __init__(self, us: Group, root: Path) -> None:
        self._missing = set(range(1, us.size))
        self._arrived: SimpleQueue[tuple[int, Connection]] = SimpleQueue()
        self._key = secrets.token_bytes(32)
        self._listener = Listener((LOOPBACK if us.host == LOOPBACK else "", 0), backlog=us.size, authkey=self._key)
        self._port = int(self._listener.address[1])
        self._note = note_in(root)
        _write(self._note, {"launch": us.launch, "host": us.host, "port": self._port, "key": self._key.hex()})
        threading.Thread(target=self._listen, daemon=True).start()

    def arrivals(self) -> Iterator[tuple[int, Connection]]:
        """The ranks that have come since, each with the line to it."""
        with suppress(Empty):
            while True:
                rank, line = self._arrived.get_nowait()
                self._missing.discard(rank)
                yield rank, line

    def close(self) -> list[Connection]:
        """Give those that start slowly a moment to come, then close the door; the lines to those that came."""
        late, until = list(self.arrivals()), time.monotonic() + ARRIVAL
        while self._missing and time.monotonic() < until:
            time.sleep(0.1)
            late += self.arrivals()
        self._note.unlink(missing_ok=True)
        with suppress(OSError, EOFError), Client((LOOPBACK, self._port), authkey=self._key) as line:
            line.send(CLOSED)
        return [line for _, line in late]

    def _listen(self) -> None:
        while True:
            try:
                line = self._listener.accept()
                rank = line.recv()
            except (AuthenticationError, OSError, EOFError):
                continue  # a stranger, or one that died at the door
            if rank == CLOSED:
                return self._listener.close()
            keep_alive(line)
            self._arrived.put((rank, line))


def note_in(root: Path) -> Path:
    return root / "workers" / "driver.json"


def call(us: Group, root: Path) -> Connection | None:
    """A line to rank 0 of this launch, if it works in that run folder by now."""
    try:
        note = json.loads(note_in(root).read_text())
        if note["launch"] != us.launch:
            return None
        line = Client((note["host"], note["port"]), authkey=bytes.fromhex(note["key"]))
        line.send(us.rank)
    except (OSError, EOFError, ValueError, KeyError, AuthenticationError):
        return None  # none yet, or the note of one that was killed
    keep_alive(line)
    return line


def keep_alive(line: Connection) -> None:
    """A machine that loses its power says nothing: ask now and then, and notice within a minute."""
    with socket.socket(fileno=os.dup(line.fileno())) as end:
        end.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        for name, value in (("TCP_KEEPIDLE", 30), ("TCP_KEEPINTVL", 10), ("TCP_KEEPCNT", 3)):
            if hasattr(socket, name):  # not on every system
                end.setsockopt(socket.IPPROTO_TCP, getattr(socket, name), value)


def _write(path: Path, content: dict[str, object]) -> None:
    """It appears whole, and nobody else can ever read it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".new")
    temporary.unlink(missing_ok=True)
    with open(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        json.dump(content, file)
    os.replace(temporary, path)
