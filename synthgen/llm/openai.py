"""`llm=openai`: any server that speaks OpenAI's chat completions; `vllm` and `ollama` differ from it by yaml alone.

    python -m synthgen ability=joke llm=openai llm.model=gpt-4.1-mini renderer=sdxl n=1000

The key is named by its environment variable and never stands in a configuration. Every reply is kept in the run folder
before anybody reads it: nothing that arrived is paid twice.
"""

import base64
import json
import os
import socket
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from multiprocessing.pool import ThreadPool
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias
from urllib.parse import urlsplit

from synthgen.errors import AccessError, OutageError, SynthgenError, UsageError
from synthgen.interfaces import LLM, Desk
from synthgen.types import Message, PicturePart, Reject, Reply, Request, Stage

if TYPE_CHECKING:
    from openai import APIStatusError
    from openai import OpenAI as Client
    from openai.types.chat import ChatCompletion

LOOPBACK = ("localhost", "127.0.0.1", "::1")
GRACE = 3.0
"""Seconds that requests in flight get to arrive, and be kept, when another one ended the run."""
UNWANTED = ("content_filter", "content_policy_violation", "invalid_prompt", "context_length_exceeded")
"""Codes of a 400 that speak against one request, not against all of them."""
BOUNDS = ("minLength", "maxLength", "minItems", "maxItems", "minimum", "maximum", "pattern", "title", "default")
"""What strict schemas may not hold on some servers ("maxLength is not permitted"); replies are checked by us anyway."""
_Answer: TypeAlias = Reply | Reject


@dataclass(frozen=True)
class OpenAI(LLM):
    """Asks in `concurrency` threads; requests are pulled as threads become free.

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
    max_tokens: int
    """Of one reply; a longer one is cut off by the server, and rejected."""
    limit_key: str
    """What the server calls `max_tokens`: newer OpenAI models want "max_completion_tokens"."""
    concurrency: int
    timeout: float
    """Seconds that a reply may take."""
    retries: int
    """Of one request, with growing pauses, before its failure ends the run."""
    operational: ClassVar[frozenset[str]] = frozenset(
        {"name", "base_url", "api_key_env", "limit_key", "concurrency", "timeout", "retries"}
    )

    def describe_yourself(self) -> str:
        return self.model

    def preflight(self) -> list[str]:
        mistakes = [] if self.model else [f"llm={self.name} needs a model: pass llm.model=<its name>"]
        if self.api_key_env and not os.environ.get(self.api_key_env):
            mistakes.append(f"llm={self.name} needs a key: export {self.api_key_env}=<your key>")
        for key in ("max_tokens", "concurrency", "timeout"):
            if getattr(self, key) <= 0:
                mistakes.append(f"llm.{key}={getattr(self, key)}: it has to be above 0")
        if self.base_url and _is_down(self.base_url):
            mistakes.append(
                f"llm={self.name}: no server at {self.base_url}; start it, or pass llm.base_url=<its address>"
            )
        return mistakes

    def complete(self, requests: Iterable[Request], desk: Desk) -> Iterator[_Answer]:
        waiting, flying, grace = iter(requests), 0, 0.0
        answers: SimpleQueue[_Answer | BaseException] = SimpleQueue()
        threads = ThreadPool(self.concurrency)  # of daemon threads: a second Ctrl-C need not wait for a silent server
        try:
            while True:
                while flying < self.concurrency and not desk.cancelled and (request := next(waiting, None)):
                    known = desk.look_up(request.key)
                    if known is not None:
                        yield known
                        continue
                    todo = (self._client, request)
                    threads.apply_async(self._ask, todo, callback=answers.put, error_callback=answers.put)
                    flying += 1
                if not flying:
                    return
                answer = answers.get()
                flying -= 1
                yield _kept(answer, desk)
        except SynthgenError:
            grace = GRACE
            raise
        finally:
            _keep_the_rest(answers, flying, desk, time.monotonic() + grace)
            threads.terminate()

    def close(self) -> None:
        if "_client" in vars(self):
            self._client.close()
            del vars(self)["_client"]

    @cached_property
    def _client(self) -> "Client":
        from openai import OpenAI as Client  # half a second that a run with another llm does not wait for

        key = os.environ.get(self.api_key_env or "") or "none"
        return Client(api_key=key, base_url=self.base_url, timeout=self.timeout, max_retries=self.retries)

    def _ask(self, client: "Client", request: Request) -> _Answer:
        """One request and what came of it; runs in a thread of its own."""
        import openai

        try:
            completion = client.chat.completions.create(**self._body(request))
        except openai.APIConnectionError as e:
            raise OutageError(
                f"llm={self.name}: no answer from {client.base_url} ({e.__cause__ or e}); run the same command to go on"
            ) from e
        except openai.APIStatusError as e:
            return self._refused(request, e)
        except json.JSONDecodeError as e:
            return Reject(request.slot.id, _stage(request), "broken reply", str(e))
        if not isinstance(completion, openai.types.chat.ChatCompletion):
            raise UsageError(f"llm={self.name}: {client.base_url} is no server of chat completions")
        return _read(request, completion)

    def _body(self, request: Request) -> dict[str, Any]:
        schema = {"name": request.schema.__name__, "schema": _unbounded(request.schema.model_json_schema())}
        body: dict[str, Any] = {
            "model": self.model,
            "messages": [{"role": m.role, "content": _content(m)} for m in request.messages],
            "response_format": {"type": "json_schema", "json_schema": schema | {"strict": True}},
            self.limit_key: self.max_tokens,
        }
        return body if self.temperature is None else body | {"temperature": self.temperature}

    def _refused(self, request: Request, e: "APIStatusError") -> Reject:
        """What an error answer means. Raises, unless it speaks against this one request only."""
        error = e.body if isinstance(e.body, dict) else {}
        key = os.environ.get(self.api_key_env or "")
        said = str(error.get("message", e.message))
        said = " ".join(said.replace(key, "***").split())[:300] if key else " ".join(said.split())[:300]
        code = str(error.get("code") or "")
        if e.status_code in (401, 403):
            raise AccessError(f"llm={self.name}: the server refuses the key in {self.api_key_env}: {said}")
        if e.status_code == 402 or code == "insufficient_quota":
            raise AccessError(f"llm={self.name}: the account has no quota left: {said}")
        if e.status_code == 429:
            raise OutageError(f"llm={self.name}: too many requests: {said}; lower llm.concurrency={self.concurrency}")
        if e.status_code in (408, 409) or e.status_code >= 500:
            raise OutageError(
                f"llm={self.name}: the server fails ({e.status_code}): {said}; run the same command later"
            )
        if code in UNWANTED:
            return Reject(request.slot.id, _stage(request), "refused by the server", code)
        raise UsageError(f"llm={self.name}: the server refuses the request ({e.status_code}): {said}")


def _kept(answer: _Answer | BaseException, desk: Desk) -> _Answer:
    """The answer, safe on disk if it was paid for. Raises what its thread raised."""
    if isinstance(answer, BaseException):
        raise answer
    if isinstance(answer, Reply):
        desk.append(answer)
    return answer


def _keep_the_rest(answers: "SimpleQueue[_Answer | BaseException]", flying: int, desk: Desk, until: float) -> None:
    """Keep what still arrives; nobody will read it in this run, but the next one finds it."""
    for _ in range(flying):
        try:
            answer = answers.get(timeout=max(0.0, until - time.monotonic()))
        except Empty:
            return
        if isinstance(answer, Reply):
            desk.append(answer)


def _read(request: Request, completion: "ChatCompletion") -> _Answer:
    id, stage = request.slot.id, _stage(request)
    if not completion.choices:
        return Reject(id, stage, "empty reply", "no choices")
    choice, usage = completion.choices[0], completion.usage
    if choice.finish_reason == "length":
        return Reject(id, stage, "reply cut off", f"{usage.completion_tokens} tokens" if usage else "")
    if choice.finish_reason == "content_filter":
        return Reject(id, stage, "content filter")
    if choice.message.refusal:
        return Reject(id, stage, "refusal", choice.message.refusal[:200])
    text = choice.message.content or ""
    if not text.strip():
        return Reject(id, stage, "empty reply", choice.finish_reason or "")
    tokens = (usage.prompt_tokens, usage.completion_tokens) if usage else (0, 0)
    return Reply(request.key, id, text, completion.model, *tokens)


def _stage(request: Request) -> Stage:
    return "prompt" if request.purpose == "prompt" else "dialogue"


def _content(message: Message) -> str | list[dict[str, Any]]:
    """A single text as it is; pictures as data URLs, which every server takes."""
    if len(message.parts) == 1 and isinstance(message.parts[0], str):
        return message.parts[0]
    return [{"type": "text", "text": p} if isinstance(p, str) else _picture(p) for p in message.parts]


def _picture(part: PicturePart) -> dict[str, Any]:
    data = base64.b64encode(part.data).decode("ascii")
    kind = "jpeg" if part.format == "jpg" else part.format
    return {"type": "image_url", "image_url": {"url": f"data:image/{kind};base64,{data}"}}


def _unbounded(schema: Mapping[str, Any]) -> dict[str, Any]:
    """The schema without BOUNDS. Names of properties are names, whatever they are."""
    kept: dict[str, Any] = {}
    for key, value in schema.items():
        if key in ("properties", "$defs"):
            kept[key] = {name: _unbounded(inner) for name, inner in value.items()}
        elif key not in BOUNDS:
            kept[key] = _unbounded(value) if isinstance(value, Mapping) else value
    return kept


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
