"""What comes back in a 200: text, usage, cost."""

from decimal import Decimal
from typing import Any

import pytest

from synthgen.kit.money import Price
from synthgen.llm.openai.wire import Ask, Wait, read
from synthgen.types import Message, Reject, Reply
from tests.chat_server import Answer, Body, Say, completion
from tests.llm.openai.asking import Notebook, Word, always, answering, ask, request

ASK = Ask("k", "id", "prompt", (Message("user", ("ask",)),), Word, 50)


def reply_of(content: Any) -> Reply:
    found = read(ASK, content, "")
    assert isinstance(found, Reply)
    return found


def with_usage(usage: Any) -> Reply:
    return reply_of({**completion("x"), "usage": usage})


def test_a_reply_comes_back_with_its_model_its_tokens_its_price_and_its_time() -> None:
    price = Price(input=Decimal("0.4"), output=Decimal("1.6"))
    [reply] = ask(lambda body, number: Say(*answering(body, number))._replace(delay=0.2), price=price)
    assert isinstance(reply, Reply)
    assert 0.2 <= reply.seconds < 5
    counts = (reply.tokens_in, reply.tokens_cached, reply.tokens_written, reply.tokens_out)
    assert counts == (11, None, None, 7) and reply.usd == "0.0000156"
    assert (reply.id, reply.text, reply.model) == ("color-000000000", '{"word":"ask 0"}', "tiny-1")
    assert (reply.purpose, reply.finish, reply.refusal) == ("prompt", "stop", "")


def test_a_reply_without_a_known_price_costs_nobody_knows_what() -> None:
    [reply] = ask(answering)
    assert isinstance(reply, Reply) and reply.usd is None


def test_a_server_that_reports_no_usage_leaves_everything_unknown() -> None:
    price = Price(input=Decimal(1), output=Decimal(1))
    [reply] = ask(lambda body, number: (200, completion('{"word": "a"}', usage=False)), price=price)
    assert isinstance(reply, Reply)
    counts = (reply.tokens_in, reply.tokens_cached, reply.tokens_written, reply.tokens_out, reply.usd)
    assert counts == (None,) * 5


def test_the_servers_own_figure_goes_before_the_price_list_and_stays_what_it_is() -> None:
    usage = '{"prompt_tokens": 9, "completion_tokens": 2, "cost": 0.0000034}'
    answer = f'{{"choices": [{{"message": {{"content": "{{\\"word\\": \\"a\\"}}"}}}}], "usage": {usage}}}'
    [reply] = ask(always((200, answer)), reports_cost=True, price=Price(input=Decimal(9), output=Decimal(9)))
    assert isinstance(reply, Reply) and reply.usd == "0.0000034"


@pytest.mark.parametrize(
    ("cost", "usd"),
    [
        *((Decimal("3.4e-6"), "0.0000034"), (0, "0"), (2, "2"), (Decimal("1e-999999"), "0"), (100, "100")),
        *((None, None), (True, None), ("1", None), (-1, None), (float("nan"), None), (Decimal("1e999999"), None)),
    ],
)
def test_what_cannot_be_a_price_is_none(cost: Any, usd: str | None) -> None:
    assert with_usage({"cost": cost}).usd == usd


def test_tokens_of_the_cache_are_counted_apart() -> None:
    details = {"cached_tokens": 1024, "cache_write_tokens": 256, "audio_tokens": 0}
    reply = with_usage({"prompt_tokens": 1500, "completion_tokens": 20, "prompt_tokens_details": details})
    assert (reply.tokens_in, reply.tokens_cached, reply.tokens_written, reply.tokens_out) == (1500, 1024, 256, 20)


@pytest.mark.parametrize(
    "usage", [None, [], 7, {"prompt_tokens": None}, {"prompt_tokens": "11"}, {"prompt_tokens": -1}]
)
def test_odd_usage_counts_as_none(usage: Any) -> None:
    assert with_usage(usage).tokens_in is None


def test_content_may_come_in_parts_and_thoughts_are_no_answer() -> None:
    parts = [{"type": "thinking", "thinking": [{"type": "text", "text": "hm"}]}, {"type": "text", "text": "a"}, "?"]
    assert reply_of({"choices": [{"message": {"content": [*parts, {"type": "text", "text": "b"}]}}]}).text == "ab"
    thought = {"content": None, "reasoning_content": "hm", "reasoning": "hm"}
    assert reply_of({"choices": [{"message": thought, "finish_reason": "length"}]}).text == ""


@pytest.mark.parametrize(
    "content", [None, 5, "text", [], {}, {"choices": None}, {"choices": {}}, {"object": "list", "data": []}]
)
def test_what_is_no_chat_completion_is_asked_for_again(content: Any) -> None:
    assert isinstance(read(ASK, content, ""), Wait)


@pytest.mark.parametrize(
    "content",
    [
        {"error": {"code": 502, "message": "provider"}},
        {"choices": [{"error": {"code": 502, "message": "provider"}, "message": {"content": "half"}}]},
        {"choices": [{"message": {"content": "half"}}], "error": {"message": "provider"}},
        {"choices": [{"message": {"content": "half"}, "finish_reason": "error"}], "usage": None},
    ],
)
def test_a_failure_inside_a_200_is_a_failure(content: Body) -> None:
    assert isinstance(read(ASK, content, ""), Wait)


@pytest.mark.parametrize(
    ("answer", "reason", "detail"),
    [
        (completion('{"word": "a"}', finish="content_filter"), "content filter", ""),
        (completion(None, finish="sensitive"), "content filter", ""),
        (completion(None, refusal="I will\nnot."), "refusal", "I will not."),
        (completion("  \n"), "empty reply", "stop"),
        (completion(None), "empty reply", "stop"),
        ({**completion("x"), "choices": []}, "empty reply", "no choices"),
    ],
)
def test_what_is_no_answer_is_rejected_for_what_it_is_and_kept(answer: Body, reason: str, detail: str) -> None:
    desk = Notebook()
    found = ask(always((200, answer)), [request(purpose="dialogue")], desk)
    assert found == [Reject("color-000000000", "dialogue", reason, detail)]
    assert len(desk.replies) == 1, "it was paid for"
    again: list[Answer] = []
    assert ask(lambda body, number: again[0], [request(purpose="dialogue")], desk) == found
