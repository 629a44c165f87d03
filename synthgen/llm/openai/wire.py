"""Chat completions on the wire: the body of a request, what an answer says, what an error means.

Formats as of the OpenAI API reference of 2026; compatible servers leave out what they like, so nothing is relied upon.
"""

import base64
import json
import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import Any, Literal, TypeAlias, get_args

from pydantic import BaseModel

from synthgen.errors import AccessError, SynthgenError, UsageError
from synthgen.kit.clean import data as cleaned
from synthgen.kit.hashes import stable_hash
from synthgen.types import Message, PicturePart, Purpose, Reply

Form: TypeAlias = Literal["json_schema", "json_object", "text"]
FORMS: tuple[Form, ...] = get_args(Form)
"""How an answer's form can be demanded, the strictest first."""
UNWANTED = ("content_filter", "content_policy_violation", "invalid_prompt", "moderation", "flagged")
"""Codes that speak against what was asked."""
BROKE = frozenset(
    ("insufficient_quota", "quota_exceeded", "billing_error", "billing_hard_limit_reached", "billing_not_active")
    + ("insufficient_balance", "credit_balance_exhausted", "organization_spend_limit_exceeded")
    + ("project_spend_limit_exceeded", "organization_usage_limit_exceeded", "enforced_spend_limit_reached")
)
"""Codes of an account without money: no waiting helps."""
NO_MONEY = re.compile(r"spend(?:ing)? limit|credit balance|insufficient (?:balance|credits)", re.IGNORECASE)
BUSY = re.compile(r"slow.?down|busy|queue|pending requests|too many", re.IGNORECASE)
"""Of a server (503) that we ask for too much at a time; one that is overloaded by others says so in other words."""
NO_COMPLETION = "an answer that is no chat completion"
NO_CHOICES = "no choices"
"""Why a reply is empty whose body has none."""
BROKEN = ("error", "network_error", "insufficient_system_resource")
"""Reasons to finish that say that the server failed half-way (OpenRouter, z.AI, DeepSeek)."""
BOUNDS = ("minLength", "maxLength", "minItems", "maxItems", "minimum", "maximum", "pattern", "title", "default")
"""What strict schemas may not hold on some servers ("maxLength is not permitted"); replies are checked by us anyway."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One request to be paid for, by the key under which its reply is kept."""

    key: str
    id: str
    purpose: Purpose
    messages: tuple[Message, ...]
    schema: type[BaseModel]
    max_tokens: int


@dataclass(frozen=True, slots=True)
class Wait:
    """A failure that passes: ask again. `seconds`: how long the server asks everybody to wait."""

    said: str
    seconds: float | None = None
    limited: bool = False
    """It was one request too many, not a fault."""
    silent: bool = False
    """Not even an error came back."""


@dataclass(frozen=True, slots=True)
class Unwanted:
    """An error that speaks against this one request, or against the form that it demands."""

    said: str
    code: str = ""
    param: str = ""
    """The parameter that it speaks against."""
    content: bool = False
    """What was asked is not allowed, however it is asked."""


Answer: TypeAlias = Reply | Wait | Unwanted
"""What came of sending something; errors that speak against every request are raised."""


# asking --------------------------------------------------------------------------------------------------------------


def body(ask: Ask, form: Form, fixed: Mapping[str, Any], limit_key: str, cache_key: bool) -> dict[str, Any]:
    """What is sent. `fixed`: model, temperature. The text that requests share comes first, so that caches hit."""
    messages = [{"role": m.role, "content": _content(m)} for m in ask.messages]
    if form == "json_schema":
        asked = {"name": ask.schema.__name__, "schema": strict_schema(ask.schema), "strict": True}
        extra: dict[str, Any] = {"response_format": {"type": form, "json_schema": asked}}
    elif ask.purpose == "answer":
        extra = {}
    else:
        extra = {"response_format": {"type": form}} if form == "json_object" else {}
        first = Message(ask.messages[0].role, (*ask.messages[0].parts, f"\n{wish(ask.schema)}"))
        messages[0] = {"role": first.role, "content": _content(first)}
    if cache_key:
        extra["prompt_cache_key"] = _fingerprint(str(messages[0]["content"]))
    return {**fixed, "messages": messages, limit_key: ask.max_tokens, **extra}


@lru_cache
def wish(schema: type[BaseModel]) -> str:
    return f"The JSON schema of your answer: {json.dumps(strict_schema(schema))}"


@lru_cache
def _fingerprint(text: str) -> str:
    return stable_hash(text)[:32]


def _content(message: Message) -> str | list[dict[str, Any]]:
    """Texts as one; pictures as data URLs, which every server takes."""
    texts = [part for part in message.parts if isinstance(part, str)]
    if len(texts) == len(message.parts):
        return "".join(texts)
    return [{"type": "text", "text": p} if isinstance(p, str) else _picture(p) for p in message.parts]


def _picture(part: PicturePart) -> dict[str, Any]:
    content = base64.b64encode(part.data).decode("ascii")
    kind = "jpeg" if part.format == "jpg" else part.format
    return {"type": "image_url", "image_url": {"url": f"data:image/{kind};base64,{content}"}}


@lru_cache
def strict_schema(schema: type[BaseModel]) -> dict[str, Any]:
    """The JSON schema of a model, without BOUNDS, in which every property is required."""
    return _unbounded(schema.model_json_schema())


def _unbounded(schema: Mapping[str, Any]) -> dict[str, Any]:
    """Names of properties are names, whatever they are."""
    kept: dict[str, Any] = {}
    for key, value in schema.items():
        if key in ("properties", "$defs"):
            kept[key] = {name: _unbounded(inner) for name, inner in value.items()}
        elif key not in BOUNDS:
            kept[key] = _inner(value)
    if "properties" in kept:
        kept |= {"required": list(kept["properties"]), "additionalProperties": False}
    return kept


def _inner(value: Any) -> Any:
    if isinstance(value, list):
        return [_inner(each) for each in value]
    return _unbounded(value) if isinstance(value, Mapping) else value


# what came back ------------------------------------------------------------------------------------------------------


def read(ask: Ask, content: Any, secret: str) -> Answer:
    """The reply in the body of a 200; or the error that some servers put there (raises as `error` does)."""
    choices = content.get("choices") if isinstance(content, dict) else None
    choice: Mapping[str, Any] = {"finish_reason": NO_CHOICES}
    if isinstance(choices, list) and choices and isinstance(choices[0], dict):
        choice = choices[0]
    for holder in (choice, content):
        if isinstance(holder, dict) and holder.get("error"):
            return error(_status(_failure(holder)), holder, {}, secret)
    if not isinstance(choices, list):
        return Wait(NO_COMPLETION)
    finish = str(choice.get("finish_reason") or "stop")
    if finish in BROKEN:
        return Wait(f"the server ended the answer itself: {finish}")
    message, usage = _mapping(choice.get("message")), _mapping(content.get("usage"))
    details = _mapping(usage.get("prompt_tokens_details"))
    return Reply(
        ask.key,
        ask.id,
        _text(message.get("content")),
        model=str(content.get("model") or ""),
        purpose=ask.purpose,
        finish=finish,
        refusal=str(message.get("refusal") or ""),
        tokens_in=_count(usage.get("prompt_tokens")),
        tokens_cached=_count(details.get("cached_tokens")),
        tokens_written=_count(details.get("cache_write_tokens")),
        tokens_out=_count(usage.get("completion_tokens")),
        usd=_dollars(usage.get("cost")),
        yes=_yes(_mapping(choice.get("logprobs")).get("content")) if ask.purpose == "judge" else None,
    )


def _yes(tokens: Any) -> float | None:
    """P(yes) / (P(yes) + P(no)) at the last token that is one of them, by the server's log-probabilities."""
    for token in map(_mapping, reversed(tokens) if isinstance(tokens, list) else ()):
        said, others = _word(token), token.get("top_logprobs")
        if said in ("yes", "no"):
            likely = {"yes": 0.0, "no": 0.0}
            tops = others if isinstance(others, list) else []
            rows = {str(row.get("token")): row for row in map(_mapping, [*tops, token])}
            for row in rows.values():
                if _word(row) in likely and isinstance(row.get("logprob"), int | Decimal):
                    likely[_word(row)] += math.exp(min(0.0, float(row["logprob"])))
            both = likely["yes"] + likely["no"]
            if not both:
                return None
            if len(rows) == 1:  # all that is known of the other answer is what this one leaves to it
                return likely["yes"] if said == "yes" else 1 - likely["no"]
            return likely["yes"] / both
    return None


def _word(token: Mapping[str, Any]) -> str:
    """What a token says, without the quotes, spaces and signs of a tokenizer around it."""
    return re.sub(r"\W|_", "", str(token.get("token") or "")).lstrip("Ġ").lower()


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(content: Any) -> str:
    """Some servers give parts instead of a text, thoughts among them, or nothing."""
    if isinstance(content, list):
        return "".join(part["text"] for part in content if isinstance(_mapping(part).get("text"), str))
    return content if isinstance(content, str) else ""


def _count(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def _dollars(value: Any) -> str | None:
    """To a millionth of a millionth; what cannot be a price is none."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal) or not 0 <= value < 1_000_000:
        return None
    return format(Decimal(value).quantize(Decimal("1e-12")).normalize(), "f")


# errors --------------------------------------------------------------------------------------------------------------


def error(status: int, content: Any, headers: Mapping[str, str], secret: str) -> Wait | Unwanted:
    """What an error answer means. Raises AccessError for a refused key or an empty account, UsageError for an address
    or a model that does not exist. `secret` is never repeated."""
    failure = _failure(content)
    more = _mapping(failure.get("metadata"))  # of OpenRouter: what the server behind it said
    said = _plain(f"{failure.get('message') or dict(failure) or 'no reason given'} {more.get('raw') or ''}", secret)
    code, param = (_plain(str(failure.get(key) or ""), secret) for key in ("code", "param"))
    codes = {code.lower(), str(failure.get("type") or "").lower()}
    again, asked = headers.get("x-should-retry"), patience(headers)
    if codes & BROKE or (status in (400, 403) and NO_MONEY.search(said)) or (status == 402 and asked is None):
        raise AccessError(f"the account has no quota left: {said}")
    moderated = more.keys() & {"reasons", "flagged_input"} or "moderat" in said.lower()
    if codes & set(UNWANTED) or (status == 403 and moderated):
        return Unwanted(said, min(codes & set(UNWANTED), default="moderation"), content=True)
    if status in (401, 403):
        raise AccessError(f"the server refuses the key: {said}")
    passes = status in (408, 409, 425) or status >= 500
    if status in (402, 429) or again == "true" or (passes and again != "false"):
        limited = status in (402, 429) or (status == 503 and bool(BUSY.search(f"{said} {code}")))
        return Wait(f"{status}: {said}", asked, limited)
    if status in (400, 413, 422) or status >= 500 or "requested parameters" in said:
        return Unwanted(f"{status}: {said}", code, param)
    hint = "; check llm.model and llm.base_url" if status == 404 else ""
    raise UsageError(f"the server refuses the request ({status}): {said}{hint}")


def _failure(content: Any) -> Mapping[str, Any]:
    """The error in a body: {"error": {...}} of OpenAI, a list with one in it, or the bare {"message": ...} and
    {"detail": ...} of others, also inside each other."""
    if isinstance(content, list):
        return _failure(content[0]) if content else {}
    if not isinstance(content, dict):
        return {"message": str(content)}
    for key in ("error", "message"):
        if isinstance(content.get(key), dict | list):
            return {**content, **_failure(content[key])}
    if "detail" not in content:
        return {"message": content["error"], **content} if "error" in content else content
    details = content["detail"] if isinstance(content["detail"], list) else [content["detail"]]
    said = [f"{_place(d)}: {d.get('msg')}" if isinstance(d, dict) else str(d) for d in details]
    return {**content, "message": "; ".join(said), "param": _place(details[0]) if details else ""}


def _place(detail: Any) -> str:
    """What a complaint of FastAPI is about: ["body", "temperature"]."""
    place = _mapping(detail).get("loc")
    return str(place[-1]) if isinstance(place, list) and place else ""


def _plain(text: str, secret: str) -> str:
    return cleaned(text.replace(secret, "***") if secret else text, 300)


def _status(failure: Mapping[str, Any]) -> int:
    code = failure.get("code")
    return code if isinstance(code, int) and 400 <= code < 600 else 502


HINTS = {
    "temperature": "; pass llm.temperature=null",
    "reasoning_effort": "; pass llm.reasoning_effort=null",
    "max_tokens": "; pass llm.limit_key=max_completion_tokens",
    "max_completion_tokens": "; pass llm.limit_key=max_tokens",
    "prompt_cache_key": "; pass llm.cache_key=false",
}
"""By the parameter that a server does not take."""
TOO_LONG = re.compile(r"context.?(?:length|size|window)|prompt is too long", re.IGNORECASE)


def names(error: Unwanted, parameter: str) -> int:
    """Where an error speaks about a parameter: 0 if it says so itself, else the place in its text; -1 for nowhere."""
    if error.param == parameter:
        return 0
    found = re.search(rf"\b{re.escape(parameter)}\b", error.said)
    return found.start() if found else -1


def hint(error: Unwanted, fixed: Iterable[str]) -> str:
    """What a user can do about an error, to be added to its message. `fixed`: parameters of every request."""
    if TOO_LONG.search(f"{error.said} {error.code}"):
        return "; pass a smaller llm.max_tokens, or start the server with a longer context"
    places = {name: names(error, name) for name in {*HINTS, *fixed} - {"model"}}
    name = min((name for name in places if places[name] >= 0), key=lambda name: (places[name], name), default="")
    return HINTS.get(name, f"; pass llm.extra without {name}" if name else "")


def patience(headers: Mapping[str, str]) -> float | None:
    """The seconds that a server asks to wait: `retry-after-ms`, or `Retry-After` in seconds or as a date (RFC 9110)."""
    for name, unit in (("retry-after-ms", 1000), ("retry-after", 1)):
        value = headers.get(name, "").strip()
        try:
            if value:
                return max(0.0, float(value) / unit)
        except ValueError:
            pass  # a date
        try:
            if value:
                return max(0.0, (parsedate_to_datetime(value) - datetime.now(UTC)).total_seconds())
        except (ValueError, TypeError):
            pass  # neither: the server says nothing that can be used
    return None


def named(e: SynthgenError, name: str, key: str | None) -> SynthgenError:
    """The same error, saying which option it came from, and where its key does."""
    whose = f"; the key is the one in {key}" if key else ""
    then = f"{whose}. Everything is kept: run the same command to go on" if isinstance(e, AccessError) else ""
    return type(e)(f"llm={name}: {str(e).rstrip('. ')}{then}")
