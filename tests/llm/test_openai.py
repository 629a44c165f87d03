"""The client against a real server on this machine; nothing of it is patched."""

import json
import re
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from abilities.replies import DialogueReply, PromptReply
from synthgen.__main__ import main
from synthgen.build import build
from synthgen.config import compose
from synthgen.desk import RunDesk
from synthgen.errors import AccessError, OutageError, UsageError
from synthgen.interfaces import LLM
from synthgen.llm.openai import OpenAI
from synthgen.types import Fields, Message, PicturePart, Reject, Reply, Request, Slot, sample_id
from tests.chat_server import Answer, Body, completion, error, serving

PARTS = {
    "subject": "red balloon",
    "attributes": ["red"],
    "count": 1,
    "person": "",
    "relation": "",
    "place": "beach",
    "companions": [],
    "light": ["soft light"],
    "medium": "",
    "quality": [],
}
DIALOGUE = {
    "turns": [{"question": "What is in the picture?", "answer": "A red balloon is on the beach."}],
    "claims": [{"type": "subject", "subject": "red balloon", "value": ""}],
}


@pytest.fixture(autouse=True)
def key(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test-1234567890")
    return "sk-test-1234567890"


def client(url: str, **changes: Any) -> OpenAI:
    options: dict[str, Any] = {
        "name": "openai",
        "model": "tiny",
        "base_url": url,
        "api_key_env": "OPENAI_API_KEY",
        "temperature": 0.7,
        "max_tokens": 50,
        "limit_key": "max_tokens",
        "concurrency": 4,
        "timeout": 10.0,
        "retries": 0,
    }
    return OpenAI(**(options | changes))


def request(index: int = 0, purpose: Any = "prompt", parts: tuple[str | PicturePart, ...] = ("ask",)) -> Request:
    id = sample_id("color", index)
    slot = Slot(id, "color", index, index, 0, "balloon", Fields("balloon"))
    messages = (Message("system", ("write",)), Message("user", parts))
    return Request(f"key-{index}", purpose, slot, messages, PromptReply if purpose == "prompt" else DialogueReply)


@dataclass
class Notebook:
    """A desk in memory."""

    known: dict[str, Reply] = field(default_factory=dict)
    cancelled: bool = False

    def look_up(self, key: str) -> Reply | None:
        return self.known.get(key)

    def append(self, reply: Reply) -> None:
        self.known[reply.key] = reply


def ask(script: Any, requests: Sequence[Request], desk: Notebook | None = None, **changes: Any) -> list[Reply | Reject]:
    with serving(script) as (url, _):
        llm = client(url, **changes)
        try:
            return list(llm.complete(requests, desk or Notebook()))
        finally:
            llm.close()


def answering(body: Body, number: int) -> Answer:
    return 200, completion(f"reply to {body['messages'][-1]['content']}")


def test_a_reply_comes_back_with_its_key_its_model_and_its_tokens() -> None:
    assert ask(answering, [request()]) == [Reply("key-0", "color-000000000", "reply to ask", "tiny-1", 11, 7)]


def test_the_server_sees_the_messages_the_schema_the_limits_and_the_key(key: str) -> None:
    with serving(answering) as (url, seen):
        llm = client(url)
        list(llm.complete([request()], Notebook()))
        llm.close()
    body = seen.bodies[0]
    assert body["model"] == "tiny" and body["temperature"] == 0.7 and body["max_tokens"] == 50
    assert body["messages"] == [{"role": "system", "content": "write"}, {"role": "user", "content": "ask"}]
    form = body["response_format"]
    assert form["type"] == "json_schema" and form["json_schema"]["strict"] is True
    schema = form["json_schema"]["schema"]
    assert set(schema["required"]) == set(PARTS) and schema["additionalProperties"] is False
    assert seen.keys == [f"Bearer {key}"]


def test_the_schema_holds_no_bounds_that_strict_servers_refuse_and_keeps_names_that_look_like_bounds() -> None:
    from pydantic import BaseModel, Field

    class Bounded(BaseModel):
        title: str = Field(max_length=5)
        pattern: list[int] = Field(min_length=1)

    odd = Request("k", "prompt", request().slot, (Message("user", ("ask",)),), Bounded)
    with serving(answering) as (url, seen):
        llm = client(url)
        list(llm.complete([odd], Notebook()))
        llm.close()
    schema = seen.bodies[0]["response_format"]["json_schema"]["schema"]
    assert schema["properties"] == {
        "title": {"type": "string"},
        "pattern": {"type": "array", "items": {"type": "integer"}},
    }


def test_no_temperature_is_sent_to_models_that_take_none() -> None:
    with serving(answering) as (url, seen):
        llm = client(url, temperature=None, limit_key="max_completion_tokens")
        list(llm.complete([request()], Notebook()))
        llm.close()
    assert "temperature" not in seen.bodies[0] and seen.bodies[0]["max_completion_tokens"] == 50


def test_pictures_go_out_as_data_urls() -> None:
    with serving(lambda body, _: (200, completion("seen"))) as (url, seen):
        llm = client(url)
        list(llm.complete([request(parts=("look", PicturePart(b"abc", "jpg")))], Notebook()))
        llm.close()
    assert seen.bodies[0]["messages"][-1]["content"] == [
        {"type": "text", "text": "look"},
        {"type": "image_url", "image_url": {"url": "data:image/jpeg;base64,YWJj"}},
    ]


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (completion("half a", finish="length"), "reply cut off"),
        (completion("", finish="content_filter"), "content filter"),
        (completion(None, refusal="I will not."), "refusal"),
        (completion("  \n"), "empty reply"),
        (completion(None), "empty reply"),
        ({**completion("x"), "choices": []}, "empty reply"),
    ],
)
def test_what_is_no_answer_is_rejected_for_what_it_is(answer: Body, reason: str) -> None:
    desk = Notebook()
    found = ask(lambda body, number: (200, answer), [request(purpose="dialogue")], desk)
    assert [(a.stage, a.reason) for a in found if isinstance(a, Reject)] == [("dialogue", reason)]
    assert desk.known == {}


def test_an_answer_without_usage_counts_no_tokens() -> None:
    [reply] = ask(lambda body, number: (200, completion("fine", usage=False)), [request()])
    assert isinstance(reply, Reply) and (reply.tokens_in, reply.tokens_out) == (0, 0)


def test_a_request_that_the_server_finds_improper_is_rejected_and_the_others_go_on() -> None:
    def script(body: Body, number: int) -> Answer:
        improper = body["messages"][-1]["content"] == "ask 1"
        return error(400, "no", "content_policy_violation") if improper else answering(body, number)

    found = ask(script, [request(i, parts=(f"ask {i}",)) for i in range(3)])
    assert sorted((a.id, isinstance(a, Reply)) for a in found) == [
        ("color-000000000", True),
        ("color-000000001", False),
        ("color-000000002", True),
    ]


@pytest.mark.parametrize(
    ("answer", "kind", "says"),
    [
        (error(401, "Incorrect key sk-test-1234567890"), AccessError, "OPENAI_API_KEY"),
        (error(403, "country"), AccessError, "country"),
        (error(429, "You exceeded your quota", "insufficient_quota"), AccessError, "quota"),
        (error(402, "no credits"), AccessError, "no credits"),
        (error(429, "slow down"), OutageError, "llm.concurrency=4"),
        (error(503, "overloaded"), OutageError, "overloaded"),
        (error(404, "The model `tiny` does not exist"), UsageError, "does not exist"),
        (error(400, "json_schema is not supported"), UsageError, "json_schema is not supported"),
        ((200, "<html>hello</html>"), UsageError, "no server of chat completions"),
    ],
)
def test_errors_of_the_server_say_in_one_line_what_they_mean_and_never_the_key(
    answer: Answer, kind: type[Exception], says: str, key: str
) -> None:
    with pytest.raises(kind) as caught:
        ask(lambda body, number: answer, [request()])
    said = str(caught.value)
    assert says in said and said.startswith("llm=openai: ") and "\n" not in said and key not in said


def test_a_server_that_is_silent_too_long_is_an_outage() -> None:
    def script(body: Body, number: int) -> Answer:
        time.sleep(1)
        return answering(body, number)

    with pytest.raises(OutageError, match="no answer from"):
        ask(script, [request()], timeout=0.2)


def test_nobody_at_the_address_is_an_outage_and_is_told_before_the_run() -> None:
    with serving(answering) as (url, _):
        pass
    llm = client(url)
    assert llm.preflight() == [f"llm=openai: no server at {url}; start it, or pass llm.base_url=<its address>"]
    with pytest.raises(OutageError):
        list(llm.complete([request()], Notebook()))
    llm.close()


def test_a_failure_that_passes_is_asked_again() -> None:
    def script(body: Body, number: int) -> Answer:
        return error(500, "hiccup") if number == 0 else answering(body, number)

    [reply] = ask(script, [request()], retries=1)
    assert isinstance(reply, Reply)


def test_known_replies_are_not_paid_again() -> None:
    known = Reply("key-1", "color-000000001", "kept earlier")
    with serving(answering) as (url, seen):
        llm = client(url)
        found = list(llm.complete([request(i) for i in range(3)], Notebook({"key-1": known})))
        llm.close()
    assert known in found and len(found) == 3 and len(seen.bodies) == 2


def test_every_reply_is_kept_before_it_is_used() -> None:
    desk = Notebook()
    with serving(answering) as (url, _):
        llm = client(url, concurrency=2)
        for answer in llm.complete([request(i) for i in range(8)], desk):
            assert isinstance(answer, Reply) and desk.look_up(answer.key) == answer
        llm.close()
    assert len(desk.known) == 8


def test_requests_are_pulled_as_there_is_room_for_them() -> None:
    pulled = count()
    last = 0

    def endless() -> Iterator[Request]:
        nonlocal last
        for i in pulled:
            last = i
            yield request(i)

    with serving(answering) as (url, seen):
        llm = client(url, concurrency=3)
        answers = llm.complete(endless(), Notebook())
        for _ in range(10):
            next(answers)
        assert last < 10 + 3
        answers.close()  # type: ignore[attr-defined]
        llm.close()
    assert seen.busiest <= 3


def test_requests_are_in_flight_together() -> None:
    together = threading.Barrier(4, timeout=5)

    def script(body: Body, number: int) -> Answer:
        together.wait()
        return answering(body, number)

    assert len(ask(script, [request(i) for i in range(4)])) == 4


def test_a_cancelled_desk_ends_it_after_what_is_in_flight() -> None:
    desk = Notebook()
    with serving(answering) as (url, seen):
        llm = client(url, concurrency=2)
        answers = llm.complete((request(i) for i in range(100)), desk)
        next(answers)
        desk.cancelled = True
        rest = list(answers)
        llm.close()
    assert len(rest) <= 2 and len(seen.bodies) == len(desk.known) <= 4


def test_what_was_in_flight_when_the_key_was_refused_is_kept() -> None:
    refused = threading.Event()

    def script(body: Body, number: int) -> Answer:
        if body["messages"][-1]["content"] == "ask 1":
            refused.set()
            return error(401, "no")
        refused.wait(5)
        time.sleep(0.3)
        return answering(body, number)

    desk = Notebook()
    with pytest.raises(AccessError):
        ask(script, [request(i, parts=(f"ask {i}",)) for i in range(3)], desk)
    assert set(desk.known) == {"key-0", "key-2"}


def test_an_interrupt_does_not_wait_for_a_silent_server() -> None:
    silence = threading.Event()

    def script(body: Body, number: int) -> Answer:
        if number > 0:
            silence.wait(20)
        return answering(body, number)

    with serving(script) as (url, _):
        llm = client(url, concurrency=4, timeout=30.0)
        answers = llm.complete([request(i) for i in range(8)], Notebook())
        next(answers)
        began = time.monotonic()
        answers.close()  # type: ignore[attr-defined]
        assert time.monotonic() - began < 2
        silence.set()
        llm.close()


def test_it_can_run_on_the_real_desk_from_many_threads(tmp_path: Path) -> None:
    long = "x" * 50_000
    with serving(lambda body, number: (200, completion(long))) as (url, seen):
        llm = client(url, concurrency=8)
        assert len(list(llm.complete([request(i) for i in range(40)], RunDesk(tmp_path)))) == 40
        again = list(llm.complete([request(i) for i in range(40)], RunDesk(tmp_path)))
        llm.close()
    assert len(again) == 40 and len(seen.bodies) == 40


def test_without_a_key_preflight_names_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY")
    [said] = client("https://example.org/v1").preflight()
    assert said == "llm=openai needs a key: export OPENAI_API_KEY=<your key>"
    assert client("https://example.org/v1", api_key_env=None).preflight() == []


def test_the_address_and_the_number_of_threads_do_not_change_the_data() -> None:
    assert client("http://a/v1").identity() == client("http://b/v1", concurrency=9, timeout=1, retries=3).identity()
    assert client("http://a/v1").identity() != client("http://a/v1", model="other").identity()


@pytest.mark.parametrize("option", ["openai", "vllm", "ollama"])
def test_the_presets_differ_by_yaml_alone(option: str) -> None:
    config = compose([f"llm={option}"])
    part = build(config.llm, "llm", LLM)  # type: ignore[type-abstract]
    assert isinstance(part, OpenAI) and part.name == option
    assert (part.api_key_env is None) == (option != "openai")


def test_a_whole_run_with_a_server_makes_a_dataset_and_pays_nothing_twice(working_folder: Path) -> None:
    def script(body: Body, number: int) -> Answer:
        asked = body["messages"][-1]["content"]
        if body["response_format"]["json_schema"]["name"] == "PromptReply":
            subject = re.search(r"^subject: (.+)$", asked, re.MULTILINE)[1]  # type: ignore[index]
            return 200, completion(json.dumps(PARTS | {"subject": subject, "place": "", "attributes": []}))
        head = asked.split("((")[1].split("))")[0]
        turn = {"question": "What is in the picture?", "answer": f"The picture shows a {head}."}
        return 200, completion(json.dumps({"turns": [turn], "claims": []}))

    with serving(script) as (url, seen):
        command = ["ability=color", "n=4", "llm=openai", f"llm.base_url={url}", "llm.concurrency=1", "name=served"]
        assert main([*command, "engine.workers=1"]) == 0
        paid = len(seen.bodies)
        assert main([*command, "engine.workers=1", "llm.concurrency=2"]) == 0
        assert len(seen.bodies) == paid
    rows = json.loads(Path("outputs/served/export/llava/llava.json").read_text())
    assert len(rows) == 4 and "The picture shows a" in rows[0]["conversations"][1]["value"]
    for path in Path("outputs").rglob("*"):
        if path.is_file():
            assert b"sk-test-1234567890" not in path.read_bytes()
