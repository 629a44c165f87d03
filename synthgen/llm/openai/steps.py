"""The way of one request to an answer in the asked-for form, without any I/O: whoever drives it sends and keeps.

    first -> (cut off: longer) -> (not the asked-for form: mended -> afresh) -> Reply, or a Reject with its reason

Each step has a key of its own, which depends on what was asked, not on what was wrong with the last reply: so a later
run finds every reply again, even with another parser.
"""

from collections.abc import Generator
from dataclasses import replace
from typing import TypeAlias

from synthgen.kit.clean import data
from synthgen.kit.json_reply import NotTheForm
from synthgen.kit.json_reply import read as read_json
from synthgen.llm.openai.wire import NO_CHOICES, Ask, wish
from synthgen.types import Message, Purpose, Reject, Reply, Request, Stage

Steps: TypeAlias = Generator[Ask, Reply, Reply | Reject]
CUT_OFF = ("length", "max_tokens", "model_context_window_exceeded")
FILTERED = ("content_filter", "sensitive")
"""Reasons to finish, in the words of OpenAI, Anthropic and z.AI."""
QUOTED = 4000
"""Letters of a bad reply that are shown to its model again."""


def steps(request: Request, key: str, max_tokens: int) -> Steps:
    """Yields what to ask; wants each reply sent in; returns the reply whose text is the JSON that was asked for.

    An "answer" is asked for once, in no form: what a model under test says is its answer, be it cut off or empty.
    A body without any choice is no answer, and is asked for once more.
    """

    def ask(step: str, messages: tuple[Message, ...] = request.messages, limit: int = max_tokens) -> Ask:
        return Ask(f"{key}/{step}", request.slot.id, request.purpose, messages, request.schema, limit)

    if request.purpose == "answer":
        said = yield ask(f"answer/{max_tokens}")
        if said.finish == NO_CHOICES:
            said = yield ask(f"answer/{max_tokens}/again")
        return in_words(request, said)
    reply = yield ask("first")
    if reply.finish in CUT_OFF and not context_full(reply, max_tokens):
        max_tokens *= 2
        reply = yield ask("longer", limit=max_tokens)
    verdict = judge(request, reply, max_tokens)
    if isinstance(verdict, NotTheForm):
        mended = yield ask("mended", _with_its_error(request, reply, verdict), max_tokens)
        verdict = judge(request, mended, max_tokens)
    if isinstance(verdict, NotTheForm):
        afresh = yield ask("afresh", limit=max_tokens)
        verdict = judge(request, afresh, max_tokens)
    if isinstance(verdict, NotTheForm):
        return Reject(request.slot.id, stage(request.purpose), "not the asked-for form", str(verdict).split("\n")[0])
    return verdict


def in_words(request: Request, reply: Reply) -> Reply | Reject:
    """The reply as it is; a Reject where the server, or the model itself, refused to answer."""
    id, where = request.slot.id, stage(request.purpose)
    if reply.refusal:
        return Reject(id, where, "refusal", data(reply.refusal, 200))
    if reply.finish in FILTERED:
        return Reject(id, where, "content filter")
    if reply.finish == NO_CHOICES:
        return Reject(id, where, "empty reply", NO_CHOICES)
    return replace(reply, request=request.key)


def judge(request: Request, reply: Reply, max_tokens: int) -> Reply | Reject | NotTheForm:
    """The reply with the JSON in it, if its model says that it is whole; a Reject for what is no answer at all."""
    id, where = request.slot.id, stage(request.purpose)
    if reply.refusal:
        return Reject(id, where, "refusal", data(reply.refusal, 200))
    if reply.finish in CUT_OFF:
        counted = f"after {reply.tokens_out} tokens" if reply.tokens_out is not None else ""
        if context_full(reply, max_tokens):
            counted = f"{counted} of {max_tokens}: the server's context is full".strip()
        return Reject(id, where, "reply cut off", counted)
    if reply.finish in FILTERED:
        return Reject(id, where, "content filter")
    if not reply.text.strip():
        return Reject(id, where, "empty reply", data(reply.finish, 40))
    try:
        return replace(reply, text=read_json(reply.text, request.schema).model_dump_json(), request=request.key)
    except NotTheForm as e:
        return e


def context_full(reply: Reply, max_tokens: int) -> bool:
    """Whether what cut it off was not our limit but the server's own, so that a higher one of ours does not help."""
    return reply.tokens_out is not None and reply.tokens_out < max_tokens / 2


def _with_its_error(request: Request, reply: Reply, wrong: NotTheForm) -> tuple[Message, ...]:
    """The conversation so far, what is wrong with its last message, and what it should have been."""
    said = Message("assistant", (reply.text[:QUOTED],))
    mend = (
        f"This is not the JSON object that was asked for:\n{wrong}\n{wish(request.schema)}\n"
        "Answer with the whole corrected object alone."
    )
    return (*request.messages, said, Message("user", (mend,)))


def stage(purpose: Purpose) -> Stage:
    """Where a request that comes to nothing ends its sample."""
    return "prompt" if purpose == "prompt" else "dialogue"
