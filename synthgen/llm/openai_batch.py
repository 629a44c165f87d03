"""`llm=openai_batch`: the same models as `llm=openai`, within a day instead of a minute, at half the price.

    python -m synthgen ability=joke llm=openai_batch llm.model=gpt-4.1-mini renderer=sdxl n=20000

The requests of a round go out together; what failed, expired or has to be mended goes out again with the next wave.
The process may end at any moment (Ctrl-C, a crash, a laptop that is shut): batches go on at the server, and the same
command collects them. Replies are kept under the same names as those of `llm=openai`: each goes on where the other
stopped.

A cap of `budget` cannot stop a batch that is at work, only the next one: smaller `batch_requests` let it bind earlier.
"""

import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from synthgen.errors import SynthgenError
from synthgen.interfaces import Desk
from synthgen.kit.options import Size
from synthgen.llm.openai import OPENAI, OpenAI
from synthgen.llm.openai.batch_server import Server
from synthgen.llm.openai.batches import Batches
from synthgen.llm.openai.steps import Steps, stage, steps
from synthgen.llm.openai.traffic import Stopped
from synthgen.llm.openai.wire import Ask, Form, named
from synthgen.types import Reject, Reply, Request


@dataclass(frozen=True)
class OpenAIBatch(OpenAI):
    """Drives all requests together, wave by wave: what the journal lacks is handed in, and waited for.

    `complete` raises AccessError for a refused key or an empty account, OutageError when the server is not reached or
    answers nothing at all, UsageError when it refuses what every request says or knows no batches, Interrupted when
    somebody cancelled a batch there.
    """

    form: Form
    """How an answer's form is demanded. It is not found out by trying: each try would take a day."""
    batch_requests: Size
    """The most requests of one wave. The server takes 50,000 in a batch; a larger wave is several."""
    poll_seconds: Annotated[float, Field(gt=0)]
    """Between two looks at a batch, at first; up to a minute later on."""
    collects: ClassVar[bool] = True
    operational: ClassVar[frozenset[str]] = OpenAI.operational | {"form", "batch_requests", "poll_seconds"}

    def identity(self) -> Mapping[str, str]:
        """That of `llm=openai`: the same models are asked the same."""
        return {**super().identity(), "kind": OpenAI.__qualname__}

    @property
    def at_once(self) -> int:
        return 1

    @property
    def bills(self) -> Literal["nothing", "dollars", "unknown"]:
        known = self.known_price is not None and self.known_price.batch is not None
        return "dollars" if known or self.reports_cost else "unknown"

    def complete(self, requests: Iterable[Request], desk: Desk) -> Iterator[Reply | Reject]:
        waiting, going = iter(requests), list[_Way]()
        with closing(self._batches(desk)) as batches:
            while True:
                while len(going) < self.batch_requests and not desk.cancelled and (request := next(waiting, None)):
                    way = _Way(steps(request, self._key(request), self.max_tokens))
                    answer = way.advance(desk, batches)
                    if answer is None:
                        going.append(way)
                    else:
                        batches.answered = True
                        yield answer
                if not going:
                    return
                try:
                    with _WAVE:
                        if not batches.collect():  # those of an earlier run come first
                            batches.hand_in(list({way.ask.key: way.ask for way in going}.values()))
                            batches.collect()
                except Stopped:
                    return
                except SynthgenError as e:
                    raise named(e, self.name, self.api_key_env) from e
                before, going = going, []
                for way in before:
                    answer = way.advance(desk, batches)
                    if answer is None:
                        going.append(way)
                    else:
                        yield answer

    def _batches(self, desk: Desk) -> Batches:
        line = self._line()
        server = Server((self.base_url or OPENAI).rstrip("/"), line, desk)
        return Batches(server, line, self.form, self.poll_seconds, desk)

    def _cost(self, reply: Reply) -> str | None:
        cost = self.known_price.of(reply, batched=True) if self.known_price else None
        return None if cost is None else format(cost, "f")


_WAVE = threading.Lock()
"""One wave at a time, whoever asks: batches are numbered."""


class _Way:
    """One request on its way through its steps."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self.ask: Ask = next(steps)

    def advance(self, desk: Desk, batches: Batches) -> Reply | Reject | None:
        """Go as far as the journal reaches; None if it lacks the next reply."""
        while reply := desk.look_up(self.ask.key):
            try:
                self.ask = self._steps.send(reply)
            except StopIteration as done:
                answer: Reply | Reject = done.value
                return answer
        refusal = batches.refusal(self.ask)
        return refusal and Reject(self.ask.id, stage(self.ask.purpose), refusal.finish, refusal.text)
