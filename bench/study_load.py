"""How fast the server of a study answers, and what a kill costs.

    python -m bench.study_load [seconds]

Starts the command on this machine and asks it over HTTP, from a process of its own, as browsers do: each rater with a
connection of their own. Prints two tables:

- 200 raters, a vote every 2 s each, and the picture that comes next: milliseconds from a vote to its answer;
- 1,000 raters who vote once a second each, for 10 s, whatever comes back; in the middle the server is killed (SIGKILL)
  and started again. Lost: votes that were acknowledged and are not in the database afterwards. It has to be 0.
"""

import asyncio
import csv
import os
import random
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

import aiohttp
import numpy as np
from PIL import Image

from eval_bench.study.database import NAME, Database
from tests.eval_bench.study.designs import design

ITEMS = 650
"""As many as 13 abilities x 50 items, with two answers each."""


@dataclass
class Told:
    """What came back."""

    offered: int = 0
    answered: int = 0
    waits: list[float] = field(default_factory=list)
    """Seconds from a vote to its answer."""
    acknowledged: dict[str, str] = field(default_factory=dict)
    """Task -> vote."""
    statuses: dict[int, int] = field(default_factory=dict)


class Person:
    """Somebody with a link, whose page knows the task that it shows."""

    def __init__(self, link: str, told: Told) -> None:
        self.link, self.told = link, told
        self.task, self.picture = "", ""
        self.session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=4))

    async def open(self) -> None:
        async with self.session.get(f"{self.link}state") as answer:
            self._see(await answer.json())

    async def vote(self) -> None:
        """One vote; like the page, the same one again, under the same name, as long as it is not answered."""
        if not (task := self.task):
            return
        vote, began = "01"[ord(task[0]) % 2], time.perf_counter()
        self.told.offered += 1
        try:
            said = {"task": task, "vote": vote, "action": task}
            async with self.session.post(f"{self.link}vote", json=said) as answer:
                state = await answer.json()
        except (aiohttp.ClientError, OSError):
            return
        self.told.answered += 1
        self.told.waits.append(time.perf_counter() - began)
        self.told.statuses[answer.status] = self.told.statuses.get(answer.status, 0) + 1
        if answer.status == 200:
            self.told.acknowledged[task] = vote
            self._see(state)

    async def look(self) -> None:
        """Loads the picture that comes next."""
        if self.picture:
            async with self.session.get(f"{self.link}{self.picture}") as answer:
                await answer.read()

    def _see(self, state: dict[str, Any]) -> None:
        self.task = state["task"]["id"] if state["step"] == "vote" else ""
        self.picture = state.get("next") or ""


class Server:
    """The command, on a port of its own."""

    def __init__(self, root: Path, raters: int, per: int) -> None:
        """`per`: raters per item."""
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.root, self.folder = root, root / "studies" / "load"
        made = design(ITEMS, name="load", raters=per, invitations=raters)
        Database.create(self.folder / NAME, made, dict.fromkeys((one.item for one in made.asked), photograph())).close()

    def start(self) -> list[str]:
        """The links."""
        words = ["study", "name=load", f"port={self.port}", "open=false"]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "eval_bench", *words],
            cwd=self.root,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[1]), "PYTHONUNBUFFERED": "1"},
        )
        assert self.process.stdout is not None
        while "Ctrl-C" not in self.process.stdout.readline():
            assert self.process.poll() is None
        with (self.folder / "links.csv").open(newline="") as file:
            return [row["link"] for row in csv.DictReader(file)]

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def lost(self, told: Told) -> int:
        sql = sqlite3.connect(self.folder / NAME)
        kept, logged = (set(sql.execute(f"SELECT task, vote FROM {table}")) for table in ("votes", "log"))
        sql.close()
        return len(told.acknowledged.items() - (kept & logged))


def photograph() -> bytes:
    """About as many bytes as one of 1024 x 768 has."""
    file = BytesIO()
    rough = np.random.default_rng(0).integers(0, 256, (96, 128, 3), np.uint8)
    Image.fromarray(rough).resize((1024, 768)).save(file, "JPEG", quality=88)
    return file.getvalue()


async def joined(server: Server, links: Sequence[str], told: Told) -> list[Person]:
    people = [Person(link, told) for link in links]
    for person in people:
        await person.open()
    return people


async def steady(server: Server, seconds: float) -> Told:
    """Everybody at their own pace, 2 s on average."""
    told = Told()
    people = await joined(server, server.start(), told)
    end = time.monotonic() + seconds

    async def work(person: Person) -> None:
        await asyncio.sleep(random.uniform(0, 2))
        while time.monotonic() < end and person.task:
            await person.vote()
            await person.look()
            await asyncio.sleep(random.uniform(1, 3))

    await asyncio.gather(*map(work, people))
    for person in people:
        await person.session.close()
    server.kill()
    return told


async def storm(server: Server, seconds: float) -> Told:
    """Everybody once a second, by the clock; the server dies in the middle and comes back."""
    told = Told()
    people = await joined(server, server.start(), told)
    start = time.monotonic() + 1
    sent: list[asyncio.Task[None]] = []

    async def die() -> None:
        await asyncio.sleep(1 + seconds / 2)
        await asyncio.to_thread(server.kill)
        await asyncio.to_thread(server.start)

    death = asyncio.create_task(die())
    for n in range(round(seconds) * len(people)):
        await asyncio.sleep(max(0.0, start + n / len(people) - time.monotonic()))
        sent.append(asyncio.create_task(people[n % len(people)].vote()))
    await asyncio.gather(*sent, death)
    for person in people:
        await person.session.close()
    server.kill()
    return told


def main(seconds: float) -> None:
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder), raters=200, per=3)
        told = asyncio.run(steady(server, seconds))
        print("| 200 raters | votes | p50 ms | p95 ms | p99 ms | slowest ms | lost |\n|---|---|---|---|---|---|---|")
        print(f"| a vote every 2 s each | {len(told.waits):,} | {_quantiles(told)} | {server.lost(told)} |\n")
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder), raters=1000, per=20)
        told = asyncio.run(storm(server, 10))
        print("| 1,000 raters | offered | answered | acknowledged | p50 ms | p95 ms | p99 ms | slowest ms | lost |")
        print("|---|---|---|---|---|---|---|---|---|")
        counts = f"{told.offered:,} | {told.answered:,} | {len(told.acknowledged):,}"
        print(f"| 1,000/s for 10 s, a kill in between | {counts} | {_quantiles(told)} | {server.lost(told)} |")
        print(f"\nanswers by status: {told.statuses}")


def _quantiles(told: Told) -> str:
    return " | ".join(f"{1000 * q:.1f}" for q in np.quantile(told.waits, (0.5, 0.95, 0.99, 1)))


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 30)
