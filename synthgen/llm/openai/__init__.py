"""`llm=openai`: any server that speaks OpenAI's chat completions; `vllm`, `ollama`, ... differ from it by yaml alone.

    python -m synthgen ability=joke llm=openai llm.model=gpt-4.1-mini renderer=sdxl n=1000

The key is named by its environment variable and never stands in a configuration. Every reply is kept in the run folder
before anybody reads it: nothing that arrived is paid twice.
"""

import os
import socket
import threading
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from queue import Empty, SimpleQueue
from typing import Any, ClassVar, Literal
from urllib.parse import urlsplit

from synthgen.errors import SynthgenError
from synthgen.interfaces import LLM, Desk, Model
from synthgen.kit.hashes import stable_hash
from synthgen.kit.money import Price
from synthgen.kit.options import Size
from synthgen.llm.openai.client import GRACE, Client, Line, Outcome
from synthgen.llm.openai.steps import steps
from synthgen.llm.openai.traffic import Pace
from synthgen.llm.openai.wire import named
from synthgen.types import Reject, Reply, Request

LOOPBACK = ("localhost", "127.0.0.1", "::1")
OPENAI = "https://api.openai.com/v1"


@dataclass(frozen=True)
class OpenAI(LLM):
    """Keeps `concurrency` requests in flight; requests are pulled as there is room for them.

    `complete` raises AccessError for a refused key or an empty account, OutageError when the server does not answer,
    UsageError when it refuses what every request says (an unknown model, say).
    """

    name: str
    """The option's own name, for messages."""
    model: str
    base_url: str | None
    api_key_env: str | None
    """The environment variable that holds the key; None for servers that want none."""
    temperature: float | None
    """None: not sent, for models that take none."""
    max_tokens: Size
    """Of one reply; one that is longer is asked for once more, with twice the limit."""
    limit_key: str
    """What the server calls `max_tokens`: newer OpenAI models want "max_completion_tokens"."""
    cache_key: bool
    """Send `prompt_cache_key`, which keeps requests that begin alike on one machine."""
    reasoning_effort: str | None
    """How long a model that reasons may think first; None: not sent, for those that do not."""
    extra: Mapping[str, Any] | None
    """What else every request says, for servers that want it."""
    concurrency: Size
    timeout: float
    """Seconds that a reply may take."""
    retries: Size
    """Of one request that fails while others are answered; then its sample is rejected."""
    max_outage: float
    """Seconds without a good answer, after which the run ends."""
    reports_cost: bool
    """The server says what each reply cost."""
    price: Price | None
    """Of this model; None: as in `prices`."""
    prices: Mapping[str, Price]
    """Of models, by name."""
    operational: ClassVar[frozenset[str]] = frozenset(
        {"name", "base_url", "api_key_env", "limit_key", "cache_key", "concurrency", "timeout", "retries", "max_outage"}
        | {"max_tokens", "reports_cost", "price", "prices"}
    )

    pace: ClassVar[Pace] = Pace()

    def describe_yourself(self) -> str:
        return self.model

    def models(self) -> Sequence[Model]:
        return [Model(self.model, service=urlsplit(self.base_url or OPENAI).hostname or "")]

    @property
    def at_once(self) -> int:
        return self.concurrency

    @property
    def bills(self) -> Literal["nothing", "dollars", "unknown"]:
        return "dollars" if self.known_price or self.reports_cost else "unknown"

    @property
    def known_price(self) -> Price | None:
        return self.price or self.prices.get(self.model)

    def preflight(self) -> list[str]:
        mistakes = [] if self.model else [f"llm={self.name} needs a model: pass llm.model=<its name>"]
        if self.api_key_env and not self._secret:
            mistakes.append(f"llm={self.name} needs a key: export {self.api_key_env}=<your key>")
        for key in ("timeout", "max_outage"):
            if getattr(self, key) <= 0:
                mistakes.append(f"llm.{key}={getattr(self, key)}: it has to be above 0")
        if self.base_url and urlsplit(self.base_url).scheme not in ("http", "https"):
            mistakes.append(f"llm.base_url={self.base_url}: an address begins with http:// or https://")
        elif self.base_url and _is_down(self.base_url):
            mistakes.append(
                f"llm={self.name}: no server at {self.base_url}; start it, or pass llm.base_url=<its address>"
            )
        return mistakes

    def complete(self, requests: Iterable[Request], desk: Desk) -> Iterator[Reply | Reject]:
        client, waiting, flying = self._client(desk), iter(requests), 0
        landed: SimpleQueue[Outcome] = SimpleQueue()
        while True:
            while flying < self.concurrency and not client.ending and (request := next(waiting, None)):
                client.submit(steps(request, self._key(request), self.max_tokens), landed.put)
                flying += 1
            if not flying:
                break
            answer = landed.get()
            flying -= 1
            if isinstance(answer, SynthgenError):
                _wait_for(landed, flying)
                raise named(answer, self.name, self.api_key_env) from answer
            if isinstance(answer, BaseException):
                raise answer
            if answer is not None:
                yield answer
        if client.failure is not None:
            raise named(client.failure, self.name, self.api_key_env)

    def close(self) -> None:
        with _GUARD:
            if "_live" in vars(self):
                vars(self).pop("_live").close()

    def _client(self, desk: Desk) -> Client:
        """The one client of all threads that ask; a desk has a client of its own."""
        with _GUARD:
            live: Client | None = vars(self).get("_live")
            if live is None or live.desk is not desk:
                if live is not None:
                    live.close()
                vars(self)["_live"] = live = Client(self._line(), desk)
            return live

    def _line(self) -> Line:
        return Line(
            url=f"{(self.base_url or OPENAI).rstrip('/')}/chat/completions",
            secret=self._secret,
            fixed=self._fixed,
            limit_key=self.limit_key,
            cache_key=self.cache_key,
            concurrency=self.concurrency,
            timeout=self.timeout,
            retries=self.retries,
            max_outage=self.max_outage,
            price=self._cost,
            pace=self.pace,
        )

    @cached_property
    def _fixed(self) -> dict[str, Any]:
        """What every request says."""
        given = {"temperature": self.temperature, "reasoning_effort": self.reasoning_effort, **(self.extra or {})}
        return {"model": self.model} | {key: value for key, value in given.items() if value is not None}

    def _cost(self, reply: Reply) -> str | None:
        cost = self.known_price.of(reply) if self.known_price else None
        return None if cost is None else format(cost, "f")

    def _key(self, request: Request) -> str:
        """Under which replies are kept: by what is sent, not by how the server is reached."""
        return stable_hash([request.key, self._fixed])[:32]

    @property
    def _secret(self) -> str:
        return os.environ.get(self.api_key_env or "", "").strip()


_GUARD = threading.Lock()
"""Of all clients: making one and ending one take no time."""


def _wait_for(landed: "SimpleQueue[Outcome]", flying: int) -> None:
    """Give what is in flight a moment to arrive and be kept: the next run finds it."""
    until = time.monotonic() + GRACE
    with suppress(Empty):
        for _ in range(flying):
            landed.get(timeout=max(0.0, until - time.monotonic()))


def _is_down(url: str) -> bool:
    """Whether this machine's own server refuses connections; servers elsewhere may stand behind a proxy."""
    parts = urlsplit(url)
    if parts.hostname not in LOOPBACK:
        return False
    try:
        socket.create_connection((parts.hostname, parts.port or 80), timeout=2).close()
    except OSError:
        return True
    return False
