"""What the LLM client costs, against a server that answers at once or after a while (`bench.llm_stub`).

    python -m bench.llm [rounds]

- answers a second, and CPU per answer, beside the official client and beside bare aiohttp: the same bodies, the same
  server, in turns, so that a busy machine slows all of them; medians of the rounds, and of the ratios in each round
- the share of concurrency / latency that it reaches
- memory with a million requests waiting, and how many of them are taken before there is room
- the journal: opening one of 200,000 replies

Ours does all that a run asks of it: every reply is in the journal and synced, checked against its schema, written out.
"""

import asyncio
import json
import multiprocessing
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any, Literal

import aiohttp
import openai
from pydantic import BaseModel, ConfigDict

from bench.llm_stub import TALK
from synthgen.build import build
from synthgen.config import compose
from synthgen.desk import RunDesk
from synthgen.interfaces import LLM
from synthgen.llm.openai.wire import Ask, body
from synthgen.types import Fields, Message, Reply, Request, Slot

AT_ONCE = 256
SLOT = Slot("bench-000000000", "bench", 0, 0, 1, "fox", Fields("fox"))
SYSTEM = Message("system", ("You write about pictures that you are told about. " * 30,))


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Turn(Part):
    question: str
    answer: str


class Claim(Part):
    type: Literal["colour", "count", "place"]
    subject: str
    value: str


class Talk(Part):
    turns: list[Turn]
    claims: list[Claim]


def user(number: int) -> Message:
    return Message("user", (f"Picture {number}: a fox sits on a mossy log. " + "Light falls through the trees. " * 15,))


class Meter:
    """Counts answers; time and CPU of the first ones, while connections are made, are left out."""

    def __init__(self, count: int, warm: int = 2 * AT_ONCE) -> None:
        self._warm, self._count, self._seen = warm, count, 0
        self.done = False

    def tick(self) -> None:
        self._seen += 1
        if self._seen == self._warm:
            self._began = time.perf_counter(), time.process_time()
        elif self._seen == self._warm + self._count:
            self.per_second = self._count / (time.perf_counter() - self._began[0])
            self.cpu_ms = 1000 * (time.process_time() - self._began[1]) / self._count
            self.done = True

    def numbers(self) -> Iterator[int]:
        """Of requests: as many as it takes."""
        number = 0
        while not self.done:
            yield number
            number += 1


@contextmanager
def stub(latency: float) -> Iterator[str]:
    """The address of a server in a process of its own."""
    command = [sys.executable, "-m", "bench.llm_stub", str(latency)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield f"http://127.0.0.1:{process.stdout.readline().strip()}/v1"
        finally:
            process.terminate()


# the clients ---------------------------------------------------------------------------------------------------------

Send = Callable[[dict[str, Any]], Awaitable[object]]


def others(opened: Callable[[str], Any]) -> Callable[[str, Meter], None]:
    """A client that is driven by as many workers as requests may be in flight."""

    async def drive(url: str, meter: Meter) -> None:
        numbers = meter.numbers()

        async def work(send: Send) -> None:
            for number in numbers:
                ask = Ask(str(number), SLOT.id, "dialogue", (SYSTEM, user(number)), Talk, 2000)
                await send(body(ask, "json_schema", {"model": "stub", "temperature": 1.0}, "max_tokens", False))
                meter.tick()

        async with opened(url) as send:
            await asyncio.gather(*(work(send) for _ in range(AT_ONCE)))

    return lambda url, meter: asyncio.run(drive(url, meter))


@asynccontextmanager
async def official(url: str) -> AsyncIterator[Send]:
    async with openai.AsyncOpenAI(api_key="x", base_url=url) as client:
        yield lambda content: client.chat.completions.create(**content)


@asynccontextmanager
async def official_post(url: str) -> AsyncIterator[Send]:
    async with openai.AsyncOpenAI(api_key="x", base_url=url, http_client=openai.DefaultAioHttpClient()) as client:
        yield lambda content: client.post("/chat/completions", cast_to=object, body=content)


@asynccontextmanager
async def bare(url: str) -> AsyncIterator[Send]:
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:

        async def send(content: dict[str, Any]) -> None:
            async with session.post(f"{url}/chat/completions", json=content) as response:
                json.loads(await response.read())

        yield send


def client(url: str) -> LLM:
    settings = [f"llm.base_url={url}", f"llm.concurrency={AT_ONCE}", "llm.api_key_env=null", "llm.cache_key=false"]
    return build(compose(["llm=openai", *settings]).llm, "llm", LLM)  # type: ignore[type-abstract]


def ours(url: str, meter: Meter) -> None:
    llm = client(url)
    requests = (Request(f"k{n}", "dialogue", SLOT, (SYSTEM, user(n)), Talk) for n in meter.numbers())
    with tempfile.TemporaryDirectory() as folder:
        for answer in llm.complete(requests, RunDesk(Path(folder))):
            assert isinstance(answer, Reply), answer
            meter.tick()
        llm.close()


@dataclass(frozen=True)
class Rival:
    name: str
    run: Callable[[str, Meter], None]
    count: int
    """Answers to measure: some seconds' worth."""


OURS = Rival("synthgen, journal and checks included", ours, 6000)
OFFICIAL = Rival("AsyncOpenAI", others(official), 1200)
BARE = Rival("bare aiohttp", others(bare), 9000)
RIVALS = (OFFICIAL, OURS, Rival("AsyncOpenAI on aiohttp, client.post", others(official_post), 3500), BARE)


# the tables ----------------------------------------------------------------------------------------------------------


def throughput(rounds: int) -> None:
    """Which is faster, and what it costs, at 50 ms."""
    meters: dict[str, list[Meter]] = {rival.name: [] for rival in RIVALS}
    with stub(0.05) as url:
        for _ in range(rounds):
            for rival in RIVALS:
                meters[rival.name].append(meter := Meter(rival.count))
                rival.run(url, meter)
    print(f"\n50 ms, {AT_ONCE} at once      answers/s   CPU ms each   x AsyncOpenAI   CPU ms over bare aiohttp")
    for name, found in meters.items():
        rate, cpu = median(m.per_second for m in found), median(m.cpu_ms for m in found)
        times = median(m.per_second / o.per_second for m, o in zip(found, meters[OFFICIAL.name], strict=True))
        over = median(m.cpu_ms - b.cpu_ms for m, b in zip(found, meters[BARE.name], strict=True))
        print(f"{name:38} {rate:8.0f} {cpu:8.2f} {times:8.2f} {over:8.2f}", flush=True)


def saturation(rounds: int) -> None:
    """How much of what the server could do is used, at 1 s."""
    shares: dict[str, list[float]] = {OURS.name: [], BARE.name: []}
    with stub(1.0) as url:
        for _ in range(rounds):
            for rival in (OURS, BARE):
                rival.run(url, meter := Meter(10 * AT_ONCE))
                shares[rival.name].append(meter.per_second / AT_ONCE)
    print(f"\n1 s, {AT_ONCE} at once: answers/s as a share of {AT_ONCE}")
    for name, found in shares.items():
        print(f"{name:38} {median(found):8.3f}", flush=True)


def memory(answered: int = 20_000, waiting: int = 1_000_000) -> tuple[float, int]:
    """With so many requests to go: MB that a run takes, its journal's index included, and the most requests that were
    taken before there was an answer to them."""
    pulled = 0

    def requests() -> Iterator[Request]:
        nonlocal pulled
        while pulled < waiting:
            pulled += 1
            yield Request(f"k{pulled}", "dialogue", SLOT, (SYSTEM, user(pulled)), Talk)

    with stub(0.0) as url, tempfile.TemporaryDirectory() as folder:
        llm, before, most, ahead = client(url), resident(), 0.0, 0
        answers = llm.complete(requests(), RunDesk(Path(folder)))
        for number in range(answered):
            next(answers)
            ahead = max(ahead, pulled - number)
            if number % 100 == 0:
                most = max(most, resident() - before)
        llm.close()
    return most, ahead


def journal(count: int = 200_000) -> tuple[float, float, float]:
    """Opening a journal of so many replies: its MB, seconds, MB in memory."""
    text = json.dumps(TALK)
    with tempfile.TemporaryDirectory() as folder:
        desk = RunDesk(Path(folder))
        for start in range(0, count, 1000):
            desk.append(*(Reply(f"k{n}/first", SLOT.id, text, "stub") for n in range(start, start + 1000)))
        size = sum(path.stat().st_size for path in desk.folder.iterdir()) / 1e6
        with alone() as pool:
            return size, *pool.submit(_opened, Path(folder), count).result()


def _opened(folder: Path, count: int) -> tuple[float, float]:
    began, before = time.perf_counter(), resident()
    desk = RunDesk(folder)
    desk.open()
    took, grown = time.perf_counter() - began, resident() - before
    assert desk.look_up(f"k{count - 1}/first") is not None
    return took, grown


def alone() -> ProcessPoolExecutor:
    """A process of its own: memory that others gave back would be used again unseen."""
    return ProcessPoolExecutor(1, multiprocessing.get_context("spawn"))


def resident() -> float:
    """MB in memory now (Linux)."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    throughput(rounds)
    saturation(rounds)
    with alone() as pool:
        most, ahead = pool.submit(memory).result()
    print(f"\n1,000,000 requests, 20,000 answered: {most:.0f} MB more, at most {ahead} requests taken ahead")
    size, took, grown = journal()
    print(f"\na journal of 200,000 replies, {size:.0f} MB: opened in {took:.1f} s, {grown:.0f} MB")
