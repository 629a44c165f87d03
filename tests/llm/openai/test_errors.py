"""What an error answer means: wait, give this request up, or end the run with the right exit code."""

import json
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synthgen.errors import AccessError, OutageError, SynthgenError, UsageError
from synthgen.llm.openai.wire import Unwanted, Wait, error, hint, patience, read
from synthgen.types import Reject, Reply
from tests.chat_server import Answer, Body, Say, completion, serving
from tests.chat_server import error as failing
from tests.llm.openai.asking import SECRET, Notebook, always, answering, ask, asked, asking, request
from tests.llm.openai.test_answers import ASK

TEXT = "Unsupported value: 'temperature' does not support 0.7 with this model."


def meaning(status: int, content: Any, headers: dict[str, str] | None = None) -> Wait | Unwanted | SynthgenError:
    try:
        return error(status, content, headers or {}, SECRET)
    except SynthgenError as e:
        return e


@pytest.mark.parametrize(
    "content",
    [
        {"error": {"message": TEXT, "type": "invalid_request_error", "param": "temperature", "code": None}},
        {"object": "error", "message": TEXT, "type": "BadRequestError", "param": None, "code": 400},
        [{"error": {"code": 400, "message": TEXT, "status": "INVALID_ARGUMENT"}}],
        {
            "detail": [
                {"type": "extra_forbidden", "loc": ["body", "temperature"], "msg": "Extra inputs are not permitted"}
            ]
        },
        {"object": "error", "message": {"detail": [{"loc": ["body", "temperature"], "msg": "no"}]}, "type": "x"},
        {"detail": TEXT},
        {"error": TEXT},
        TEXT,
    ],
)
def test_all_shapes_of_error_bodies_are_understood(content: Any) -> None:
    found = meaning(400, content)
    assert isinstance(found, Unwanted) and not found.content
    assert "temperature" in found.said and "{" not in found.said
    assert hint(found, {"model": "tiny", "temperature": 0.7}) == "; pass llm.temperature=null"


@pytest.mark.parametrize(
    "code",
    ["credit_balance_exhausted", "organization_spend_limit_exceeded", "project_spend_limit_exceeded", "billing_error"]
    + ["organization_usage_limit_exceeded", "enforced_spend_limit_reached", "quota_exceeded", "insufficient_quota"],
)
@pytest.mark.parametrize("field", ["code", "type"])
def test_an_empty_account_is_no_rate_limit(code: str, field: str) -> None:
    found = meaning(429, {"error": {"message": "Too many", field: code}}, {"retry-after": "1"})
    assert isinstance(found, AccessError) and "no quota left: Too many" in str(found)


@pytest.mark.parametrize(
    ("status", "content", "headers", "kind"),
    [
        (402, {"error": {"message": "Insufficient credits", "code": 402}}, {}, AccessError),
        (402, {"error": {"message": "in flight", "code": 402}}, {"retry-after": "2"}, Wait),
        (400, {"error": {"message": "You have reached your spend limit"}}, {}, AccessError),
        (401, {"error": {"message": "no"}}, {}, AccessError),
        (403, {"error": {"message": "Country not supported"}}, {}, AccessError),
        (403, {"error": {"message": "flagged", "metadata": {"reasons": ["violence"]}}}, {}, Unwanted),
        (403, {"error": {"message": "no", "metadata": {"flagged_input": "..."}}}, {}, Unwanted),
        (400, {"error": {"message": "filtered", "code": "content_filter", "param": "prompt"}}, {}, Unwanted),
        (404, {"error": {"message": "The model `tiny` does not exist"}}, {}, UsageError),
        (404, {"error": {"message": "No endpoints found that can handle the requested parameters."}}, {}, Unwanted),
        (301, "moved", {}, UsageError),
        (429, {"error": {"message": "slow"}}, {}, Wait),
        (503, {"error": {"message": "server busy, please try again.  maximum pending requests exceeded"}}, {}, Wait),
        (529, {"type": "error", "error": {"type": "overloaded_error", "message": "Overloaded"}}, {}, Wait),
        (408, "", {}, Wait),
        (500, {}, {"x-should-retry": "false"}, Unwanted),
        (400, {}, {"x-should-retry": "true"}, Wait),
        (502, "<html>Bad Gateway</html>", {}, Wait),
    ],
)
def test_each_error_means_what_its_server_meant(status: int, content: Any, headers: Any, kind: type[object]) -> None:
    assert type(meaning(status, content, headers)) is kind


@pytest.mark.parametrize(
    ("status", "said", "limited"),
    [(402, "x", True), (429, "x", True), (503, "server busy", True), (503, "The request queue is full.", True)]
    + [(503, "Loading model", False), (503, "overloaded", False), (529, "overloaded", False), (500, "x", False)],
)
def test_too_many_requests_are_told_from_faults(status: int, said: str, limited: bool) -> None:
    found = meaning(status, {"error": {"message": said}}, {"retry-after": "1"})
    assert isinstance(found, Wait) and found.limited is limited and found.seconds == 1


@pytest.mark.parametrize("status", [400, 403])
@pytest.mark.parametrize("code", ["content_filter", "content_policy_violation"])
def test_what_may_not_be_asked_is_this_requests_fault_alone(status: int, code: str) -> None:
    found = meaning(status, {"error": {"message": "no", "code": code}})
    assert isinstance(found, Unwanted) and found.content and found.code == code


@pytest.mark.parametrize(
    ("said", "advice"),
    [
        (
            "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.",
            "llm.limit_key=max_completion_tokens",
        ),
        ("max_completion_tokens: Extra inputs are not permitted", "llm.limit_key=max_tokens"),
        ("Unrecognized request argument supplied: reasoning_effort", "llm.reasoning_effort=null"),
        ('Unknown name "min_p": Cannot find field.', "llm.extra without min_p"),
        ("This model's maximum context length is 512 tokens; max_tokens is too large", "smaller llm.max_tokens"),
    ],
)
def test_a_hint_says_what_to_pass(said: str, advice: str) -> None:
    found = meaning(400, {"error": {"message": said}})
    assert isinstance(found, Unwanted)
    assert advice in hint(found, {"model": "m", "temperature": 1, "min_p": 0.1})


def test_no_hint_is_better_than_a_wrong_one() -> None:
    assert hint(Unwanted("400: this model is not for you"), {"model": "tiny"}) == ""


NESTED = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.just(SECRET),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["error", "message", "code", "type", "param", "detail", "metadata", "raw", "loc", "msg"])
            | st.sampled_from(["choices", "usage", "finish_reason", "content", "prompt_tokens_details", "cost"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(st.sampled_from([302, 400, 401, 402, 403, 404, 413, 422, 429, 500, 503, 529]), NESTED)
def test_no_error_body_breaks_it_or_tells_the_key(status: int, content: Any) -> None:
    found = meaning(status, content, {"retry-after": "soon"})
    said = str(found) if isinstance(found, SynthgenError) else f"{found.said}{getattr(found, 'code', '')}"
    assert SECRET not in said and "\n" not in said and len(said) < 1000


@given(NESTED)
def test_no_body_of_a_200_breaks_it(content: Any) -> None:
    try:
        assert isinstance(read(ASK, content, SECRET), Reply | Wait | Unwanted)
    except (AccessError, UsageError) as e:
        assert SECRET not in str(e) and "\n" not in str(e)


def test_the_time_to_wait_comes_in_seconds_milliseconds_or_as_a_date() -> None:
    assert patience({"retry-after": "3"}) == 3
    assert patience({"retry-after-ms": "250", "retry-after": "9"}) == 0.25
    date = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    assert 28 < (patience({"retry-after": date}) or 0) <= 30
    for nonsense in ("soon", "", "-5", "nan", "Wed, 99 Foo 2026"):
        assert patience({"retry-after": nonsense}) in (None, 0)


# through the client --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "kind", "says"),
    [
        (failing(401, f"Incorrect API key {SECRET}"), AccessError, "refuses the key"),
        (failing(402, f"no\ncredits for {SECRET}"), AccessError, "no credits"),
        (failing(404, "The model `tiny` does not exist"), UsageError, "does not exist"),
        (failing(400, "temperature is not supported"), UsageError, "pass llm.temperature=null"),
        (Say(422, {"detail": [{"loc": ["body", "max_tokens"], "msg": "unknown"}]}), UsageError, "llm.limit_key="),
        ((200, "<html>hello</html>"), UsageError, "no server of chat completions"),
        ((200, "5"), UsageError, "no server of chat completions"),
        ((200, "[" * 100_000), UsageError, "no server of chat completions"),
        (Say(429, "", {"Retry-After": "900"}), OutageError, "asks to wait 900 s"),
        ((200, {"error": {"code": 402, "message": "no credits"}}), AccessError, "no credits"),
    ],
)
def test_what_ends_a_run_says_in_one_line_why_and_never_the_key(
    answer: Answer, kind: type[Exception], says: str
) -> None:
    with pytest.raises(kind) as caught:
        ask(always(answer))
    said = str(caught.value)
    assert type(caught.value) is kind and says in said
    assert said.startswith("llm=openai: ") and "\n" not in said and SECRET not in said


def test_a_server_that_does_not_know_the_cache_key_is_asked_without_it() -> None:
    def script(body: Body, number: int) -> Answer:
        if "prompt_cache_key" in body:
            return Say(400, json.dumps([{"error": {"code": 400, "message": 'Unknown name "prompt_cache_key"'}}]))
        return answering(body, number)

    with serving(script) as (url, seen):
        found = asking(url, [request(i) for i in range(8)], cache_key=True)
    assert all(isinstance(answer, Reply) for answer in found)
    assert ["prompt_cache_key" in sent for sent in seen.bodies] == [True] + [False] * 8


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (failing(400, "no", "content_policy_violation"), "content_policy_violation"),
        (Say(403, {"error": {"message": "no", "metadata": {"reasons": ["hate"]}}}), "moderation"),
        (failing(400, "This request is malformed"), "400: This request is malformed"),
    ],
)
def test_a_request_that_is_refused_is_rejected_and_the_others_go_on(answer: Answer, reason: str) -> None:
    def script(body: Body, number: int) -> Answer:
        return answer if asked(body) == "ask 3" else answering(body, number)

    desk = Notebook()
    found = ask(script, [request(i) for i in range(8)], desk)
    [rejected] = [each for each in found if isinstance(each, Reject)]
    assert rejected == Reject("color-000000003", "prompt", "refused by the server", reason)
    assert len(found) == 8 and len(desk.replies) == 7


def test_twenty_refusals_in_a_row_end_the_run() -> None:
    def script(body: Body, number: int) -> Answer:
        return answering(body, number) if number < 5 else failing(400, "I do not like seeds: seed")

    with serving(script) as (url, seen), pytest.raises(UsageError, match="llm.extra without seed"):
        asking(url, (request(i) for i in range(100)), extra={"seed": 1})
    assert 5 + 20 <= len(seen.bodies) <= 5 + 20 + 2 * 4


@pytest.mark.parametrize("finish", ["error", "network_error", "insufficient_system_resource"])
def test_an_answer_that_the_server_broke_off_is_asked_for_again(finish: str) -> None:
    def script(body: Body, number: int) -> Answer:
        return answering(body, number) if number else (200, completion('{"word": "half"}', finish=finish))

    desk = Notebook()
    [reply] = ask(script, None, desk)
    assert isinstance(reply, Reply) and reply.text == '{"word":"ask 0"}' and len(desk.replies) == 1
