"""What the tests of the client share: small requests, a desk in memory, and the client against a scripted server."""

import json
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict

from synthgen.interfaces import Desk
from synthgen.llm.openai import OpenAI
from synthgen.llm.openai.traffic import Pace
from synthgen.types import Fields, Message, PicturePart, Purpose, Reject, Reply, Request, Slot, sample_id
from tests.chat_server import Answer, Body, Script, completion, serving

SECRET = "sk-test-1234567890"
HASTY = Pace(backoff=0.02, lasting=1.0, probes=(0.1, 0.2))


class Word(BaseModel):
    """What most tests ask for."""

    model_config = ConfigDict(extra="forbid")
    word: str


class Number(BaseModel):
    model_config = ConfigDict(extra="forbid")
    number: int


@dataclass
class Notebook:
    """A desk in memory."""

    known: dict[str, Reply] = field(default_factory=dict)
    cancelled: bool = False
    told: list[str] = field(default_factory=list)
    folder: Path = Path("nowhere")

    def look_up(self, key: str) -> Reply | None:
        return self.known.get(key)

    def append(self, *replies: Reply) -> None:
        for reply in replies:
            assert reply.key not in self.known, "kept twice"
            self.known[reply.key] = reply

    def tell(self, line: str) -> None:
        self.told.append(line)

    @property
    def replies(self) -> list[Reply]:
        """Without the client's own notes."""
        return [reply for reply in self.known.values() if reply.id]


@dataclass(frozen=True)
class Hasty(OpenAI):
    """Waits for moments instead of seconds."""

    pace: ClassVar[Pace] = HASTY


def client(url: str, kind: type[OpenAI] = Hasty, **changes: Any) -> OpenAI:
    options: dict[str, Any] = {
        **{"name": "openai", "model": "tiny", "base_url": url, "api_key_env": "OPENAI_API_KEY", "temperature": 0.7},
        **{"max_tokens": 50, "limit_key": "max_tokens", "cache_key": False, "reasoning_effort": None, "extra": None},
        **{"concurrency": 4, "timeout": 10.0, "retries": 4, "max_outage": 5.0, "reports_cost": False},
        **{"price": None, "prices": {}},
    }
    return kind(**(options | changes))


def request(
    index: int = 0,
    text: str = "",
    purpose: Purpose = "prompt",
    schema: type[BaseModel] = Word,
    parts: tuple[str | PicturePart, ...] = (),
) -> Request:
    slot = Slot(sample_id("color", index), "color", index, index, 0, "balloon", Fields("balloon"))
    messages = (Message("system", ("write",)), Message("user", parts or (text or f"ask {index}",)))
    return Request(f"key-{index}-{schema.__name__}", purpose, slot, messages, schema)


def ask(
    script: Script, requests: Iterable[Request] | None = None, desk: Desk | None = None, **changes: Any
) -> list[Reply | Reject]:
    """What comes of asking a server that answers by a script."""
    with serving(script) as (url, _):
        return asking(url, requests, desk, **changes)


def asking(
    url: str, requests: Iterable[Request] | None = None, desk: Desk | None = None, **changes: Any
) -> list[Reply | Reject]:
    llm = client(url, **changes)
    try:
        return list(llm.complete([request()] if requests is None else requests, desk or Notebook()))
    finally:
        llm.close()


def asked(body: Body) -> str:
    """The text of the request."""
    return str(body["messages"][1]["content"])


def good(body: Body) -> str:
    schema = body.get("response_format", {}).get("json_schema", {}).get("name", "Word")
    return json.dumps({"word": asked(body)} if schema == "Word" else {"number": 7})


def answering(body: Body, number: int) -> Answer:
    return 200, completion(good(body))


def always(answer: Answer) -> Script:
    return lambda body, number: answer


def until(seconds: float, holds: Callable[[], bool]) -> bool:
    """Whether it comes to hold in time."""
    end = time.monotonic() + seconds
    while not holds() and time.monotonic() < end:
        time.sleep(0.01)
    return holds()


def threads() -> set[threading.Thread]:
    return set(threading.enumerate())
