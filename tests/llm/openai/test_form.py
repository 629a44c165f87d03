"""The output ladder: which form of answer a server can be asked for."""

import threading
from pathlib import Path
from typing import Any

import pytest

from synthgen.desk import RunDesk
from synthgen.errors import UsageError
from synthgen.types import Reject, Reply
from tests.chat_server import Answer, Body, Say, Script, completion, error, serving
from tests.llm.openai.asking import Notebook, Number, answering, asked, asking, client, good, request


def form(body: Body) -> str:
    return str(body.get("response_format", {}).get("type", "text"))


def without(*forms: str, refusal: Answer | None = None, delay: float = 0.0) -> Script:
    """A server that does not take these forms."""

    def script(body: Body, number: int) -> Answer:
        if form(body) in forms:
            return refusal or error(400, f"This response_format type is unavailable now: {form(body)}")
        if form(body) != "json_schema":
            assert '"required": ["' in body["messages"][0]["content"], "who has no schema needs it in words"
        text = '{"number": 7}' if "number" in body["messages"][0]["content"] else good(body)
        return Say(200, completion(text), delay=delay)

    return script


@pytest.mark.parametrize(
    ("lacking", "tried"),
    [
        ((), ["json_schema"]),
        (("json_schema",), ["json_schema", "json_object"]),
        (("json_schema", "json_object"), ["json_schema", "json_object", "text"]),
    ],
)
def test_the_first_request_finds_the_form_while_the_others_wait(lacking: tuple[str, ...], tried: list[str]) -> None:
    with serving(without(*lacking, delay=0.1)) as (url, seen):
        found = asking(url, [request(i) for i in range(32)], concurrency=32)
    assert sum(isinstance(answer, Reply) for answer in found) == 32
    assert [form(body) for body in seen.bodies] == tried + [tried[-1]] * 31
    assert len({asked(body) for body in seen.bodies[: len(tried)]}) == 1 and seen.busiest > 8
    first_answer = seen.arrivals[len(tried) - 1].left
    assert first_answer is not None and all(time >= first_answer for time in seen.times[len(tried) :])


def test_what_was_found_out_is_remembered_by_the_journal(tmp_path: Path) -> None:
    with serving(without("json_schema", "json_object")) as (url, seen):
        asking(url, [request(0)], RunDesk(tmp_path))
        asking(url, [request(1)], RunDesk(tmp_path))
        assert [form(body) for body in seen.bodies] == ["json_schema", "json_object", "text", "text"]
        asking(url, [request(2)], RunDesk(tmp_path), model="another")
    assert [form(body) for body in seen.bodies[4:]] == ["json_schema", "json_object", "text"]
    assert all(reply.purpose == "prompt" for reply in RunDesk(tmp_path).replies()), "notes are nobody's replies"


def test_a_second_schema_starts_where_the_first_one_ended() -> None:
    with serving(without("json_schema")) as (url, seen):
        found = asking(url, [request(0), request(1, schema=Number)], concurrency=1)
    assert [answer.text for answer in found if isinstance(answer, Reply)] == ['{"word":"ask 0"}', '{"number":7}']
    assert [form(body) for body in seen.bodies] == ["json_schema", "json_object", "json_object"]


@pytest.mark.parametrize(
    "refusal",
    [
        error(404, "No endpoints found that can handle the requested parameters."),
        error(422, "response_format"),
        Say(400, {"object": "error", "message": "no json_schema", "type": "BadRequestError", "code": 400}),
        Say(400, [{"error": {"code": 400, "message": "no", "status": "INVALID_ARGUMENT"}}]),  # type: ignore[arg-type]
        Say(422, {"detail": [{"loc": ["body", "response_format"], "msg": "no"}]}),
    ],
)
def test_servers_refuse_a_form_in_many_words(refusal: Answer) -> None:
    with serving(without("json_schema", refusal=refusal)) as (url, seen):
        [reply] = asking(url)
    assert isinstance(reply, Reply) and [form(body) for body in seen.bodies] == ["json_schema", "json_object"]


def test_a_refused_content_says_nothing_about_the_form() -> None:
    def script(body: Body, number: int) -> Answer:
        return error(400, "no", "content_policy_violation") if number == 0 else answering(body, number)

    with serving(script) as (url, seen):
        found = asking(url, [request(i) for i in range(4)])
    assert sum(isinstance(answer, Reject) for answer in found) == 1 and len(found) == 4
    assert {form(body) for body in seen.bodies} == {"json_schema"}


def test_a_failure_that_passes_says_nothing_about_the_form() -> None:
    faults: list[Any] = [error(500, "x"), error(503, "x"), Say(fate="reset"), Say(fate="cut", body="{}")]
    with serving(lambda body, k: faults[k] if k < 4 else answering(body, k)) as (url, seen):
        found = asking(url, [request(i) for i in range(4)])
    assert len(found) == 4 and {form(body) for body in seen.bodies} == {"json_schema"}


def test_a_server_that_takes_no_form_at_all_ends_the_run_with_its_first_reason() -> None:
    with serving(lambda body, number: error(400, f"reason {number}")) as (url, seen), pytest.raises(UsageError) as e:
        asking(url, [request(i) for i in range(8)])
    assert "reason 0" in str(e.value) and len(seen.bodies) == 3


def test_threads_that_begin_together_find_it_out_once() -> None:
    desk = Notebook()
    with serving(without("json_schema", delay=0.05)) as (url, seen):
        llm = client(url)
        found: list[Reply | Reject] = []
        crowd = [threading.Thread(target=lambda n=n: found.extend(llm.complete([request(n)], desk))) for n in range(4)]
        for thread in crowd:
            thread.start()
        for thread in crowd:
            thread.join()
        llm.close()
    assert len(found) == 4 and [form(body) for body in seen.bodies].count("json_schema") == 1
