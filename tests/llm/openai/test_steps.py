"""The way of one request: longer, mended, afresh."""

import json
from typing import Any

import pytest
from pydantic import BaseModel

from synthgen.desk import RunDesk
from synthgen.llm.openai.steps import steps
from synthgen.llm.openai.wire import Ask
from synthgen.types import Reject, Reply
from tests.chat_server import Body, completion, serving
from tests.llm.openai.asking import Notebook, Word, always, answering, ask, asking, good, request


def script_of(*answers: Body) -> Any:
    return lambda body, number: (200, answers[number])


def used(tokens: int, text: str = '{"word": "a"}', finish: str = "length") -> Body:
    return {**completion(text, finish=finish), "usage": {"prompt_tokens": 9, "completion_tokens": tokens}}


def test_a_reply_that_is_cut_off_is_asked_for_once_more_with_twice_the_limit() -> None:
    with serving(script_of(used(50), completion('{"word": "whole"}'))) as (url, seen):
        [reply] = asking(url)
    assert isinstance(reply, Reply) and reply.text == '{"word":"whole"}'
    assert [sent["max_tokens"] for sent in seen.bodies] == [50, 100]
    assert seen.bodies[0]["messages"] == seen.bodies[1]["messages"]


def test_one_that_is_cut_off_twice_is_rejected_even_if_its_json_is_whole() -> None:
    with serving(always((200, used(100)))) as (url, seen):
        found = asking(url)
    assert found == [Reject("color-000000000", "prompt", "reply cut off", "after 100 tokens")]
    assert len(seen.bodies) == 2


def test_a_full_context_is_not_asked_for_twice_as_much() -> None:
    with serving(always((200, used(12)))) as (url, seen):
        found = asking(url)
    detail = "after 12 tokens of 50: the server's context is full"
    assert found == [Reject("color-000000000", "prompt", "reply cut off", detail)]
    assert len(seen.bodies) == 1


@pytest.mark.parametrize("finish", ["length", "max_tokens", "model_context_window_exceeded"])
def test_without_counts_a_cut_off_reply_is_asked_for_once_more(finish: str) -> None:
    with serving(always((200, completion(None, finish=finish, usage=False)))) as (url, seen):
        found = asking(url)
    assert found == [Reject("color-000000000", "prompt", "reply cut off", "")] and len(seen.bodies) == 2


def test_the_repair_shows_the_model_its_reply_its_error_and_the_schema() -> None:
    answers = completion('{"word": 5, "extra": 1}'), completion('{"word": "mended"}')
    with serving(script_of(*answers)) as (url, seen):
        [reply] = asking(url)
    assert isinstance(reply, Reply) and reply.text == '{"word":"mended"}'
    first, second = seen.bodies
    assert second["messages"][:2] == first["messages"]
    said, mend = second["messages"][2:]
    assert said == {"role": "assistant", "content": '{"word": 5, "extra": 1}'} and mend["role"] == "user"
    assert "word: Input should be a valid string" in mend["content"] and "extra: " in mend["content"]
    assert '"required": ["word"]' in mend["content"]


def test_after_a_repair_in_vain_it_is_asked_afresh_and_then_rejected_with_the_error() -> None:
    with serving(always((200, completion("never")))) as (url, seen):
        found = asking(url)
    assert found == [Reject("color-000000000", "prompt", "not the asked-for form", "no JSON object in the reply")]
    assert [len(sent["messages"]) for sent in seen.bodies] == [2, 4, 2]


@pytest.mark.parametrize("last", ["refusal", "filtered", "cut off"])
def test_a_repair_that_is_no_answer_is_rejected_for_what_it_is(last: str) -> None:
    answers = {
        "refusal": completion(None, refusal="no"),
        "filtered": completion("", finish="content_filter"),
        "cut off": completion('{"word": "a"}', finish="length", usage=False),
    }
    [found] = ask(script_of(completion("prose"), answers[last]))
    assert isinstance(found, Reject) and found.reason in ("refusal", "content filter", "reply cut off")


@pytest.mark.parametrize("around", ["```json\n{}\n```", "Sure!\n\n{}\n\nAnything else?", "<think>hm {{1}}</think>{}"])
def test_fences_prose_and_thoughts_around_the_json_need_no_second_request(around: str) -> None:
    with serving(lambda body, number: (200, completion(around.replace("{}", good(body))))) as (url, seen):
        [reply] = asking(url)
    assert isinstance(reply, Reply) and reply.text == '{"word":"ask 0"}' and len(seen.bodies) == 1


def test_every_reply_on_the_way_is_kept_under_a_key_of_its_own() -> None:
    desk = Notebook()
    ask(script_of(used(50), completion("prose"), completion("prose"), completion('{"word": "a"}')), None, desk)
    assert [reply.key.split("/")[1] for reply in desk.replies] == ["first", "longer", "mended", "afresh"]
    assert [reply.text for reply in desk.replies] == ['{"word": "a"}', "prose", "prose", '{"word": "a"}']


def test_another_parser_never_asks_again_for_what_was_answered(tmp_path: Any) -> None:
    """The same request, read by another schema of the same name."""
    desk = RunDesk(tmp_path)
    ask(script_of(completion('{"word": "a", "more": 1}'), completion('{"word": "a"}')), None, desk)

    def looser() -> type[BaseModel]:
        class Word(BaseModel):
            word: str
            more: int = 0

        return Word

    [reply] = ask(script_of(), [request(schema=looser())], RunDesk(tmp_path))
    assert isinstance(reply, Reply) and json.loads(reply.text) == {"word": "a", "more": 1}


def test_the_keys_depend_on_what_was_asked_alone() -> None:
    def keys(*replies: str) -> list[str]:
        way, found = steps(request(), "k", 50), []
        ask: Ask = next(way)
        for text in replies:
            found.append(ask.key)
            ask = way.send(Reply(ask.key, ask.id, text))
        return [*found, ask.key]

    assert keys("prose", "more prose") == keys('{"wrong": 1}', "[]") == ["k/first", "k/mended", "k/afresh"]


def test_a_dialogue_ends_at_its_own_stage() -> None:
    [found] = ask(always((200, completion("x"))), [request(purpose="dialogue")])
    assert isinstance(found, Reject) and found.stage == "dialogue"
    assert isinstance(ask(answering, [request(purpose="dialogue", schema=Word)])[0], Reply)
