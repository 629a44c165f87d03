"""A folder, a real server that takes batches, and a client between them."""

import json
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from abilities.replies import PromptReply
from synthgen.build import build
from synthgen.config import compose
from synthgen.desk import RunDesk
from synthgen.llm.openai import OpenAI
from synthgen.types import Fields, Message, PicturePart, Reject, Reply, Request, Slot, sample_id
from tests.chat_server import Answer, Body, Seen, completion

PARTS = {
    "subject": "red balloon",
    "attributes": ["red"],
    "count": 1,
    "person": "",
    "age": "",
    "skin": "",
    "relation": "",
    "place": "beach",
    "companions": [],
    "light": [],
    "medium": "",
    "quality": [],
}
CREATE = "POST /v1/batches"
NO_ROOM = {"code": "token_limit_exceeded", "message": "Enqueued token limit reached.", "param": None, "line": None}


@dataclass(frozen=True)
class Setting:
    """A server, and a run folder."""

    url: str
    seen: Seen
    folder: Path

    def ask(self, count: int, *changes: str, llm: str = "openai_batch", desk: RunDesk | None = None) -> list[Any]:
        """The answers of a run of its own, in the order of the requests."""
        return sorted(self.asking(map(request, range(count)), *changes, llm=llm, desk=desk), key=lambda a: str(a.id))

    def asking(
        self, requests: Any, *changes: str, llm: str = "openai_batch", desk: RunDesk | None = None
    ) -> Iterator[Reply | Reject]:
        with closing(client(self.url, *changes, llm=llm)) as built:
            yield from built.complete(requests, desk or RunDesk(self.folder))

    def journal(self) -> list[Reply]:
        return list(RunDesk(self.folder).replies())

    def sent(self) -> list[list[str]]:
        """What each batch asked, in the order of its lines."""
        batches = dict.fromkeys(arrival.batch for arrival in self.seen.arrivals)
        return [[asked(a.body) for a in self.seen.arrivals if a.batch == batch] for batch in batches]

    def batches(self) -> list[Any]:
        """All that the server knows, the newest first."""
        with urllib.request.urlopen(f"{self.url}/batches?limit=100") as response:
            return list(json.load(response)["data"])


def client(url: str, *changes: str, llm: str = "openai_batch") -> OpenAI:
    return replace(_built(llm, changes), base_url=url)


@cache
def _built(llm: str, changes: tuple[str, ...]) -> OpenAI:
    quick = ["llm.poll_seconds=0.01"] if llm == "openai_batch" else ["llm.concurrency=4"]
    config = compose([f"llm={llm}", "llm.model=gpt-4.1-mini", "llm.max_outage=5", *quick, *changes])
    return build(config.llm, "llm", OpenAI)


def request(index: int, picture: bytes = b"") -> Request:
    id = sample_id("color", index)
    slot = Slot(id, "color", index, index, 0, "balloon", Fields("balloon"))
    shown = (PicturePart(picture, "jpg"),) if picture else ()
    messages = Message("system", ("Describe a picture.",)), Message("user", (f"number {index}", *shown))
    return Request(f"key-{index}", "prompt", slot, messages, PromptReply)


def ids(*indices: int) -> list[str]:
    return [sample_id("color", index) for index in indices]


def asked(body: Body) -> str:
    """ "number 7"; "number 7 (mended)" for a second message to the model."""
    users = [message["content"] for message in body["messages"] if message["role"] == "user"]
    text = users[0] if isinstance(users[0], str) else users[0][0]["text"]  # with a picture beside it
    return str(text) + (" (mended)" if len(users) > 1 else "")


def fine(body: Body, number: int) -> Answer:
    return 200, completion(json.dumps(PARTS | {"place": asked(body).split(" (")[0]}))


def place(answer: Reply | Reject) -> str:
    return str(json.loads(answer.text)["place"]) if isinstance(answer, Reply) else ""
