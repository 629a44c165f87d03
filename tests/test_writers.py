"""The writers of the test server: the good one is good, the bad ones are bad, and both always in the same way."""

import json
import pickle
from collections.abc import Mapping
from typing import Any

import pytest

from abilities.replies import DialogueReply, PromptReply
from tests.chat_server import Answer, Body, Say, completion
from tests.writers import BAD, FAULTS, bad, badly, faults, good, order_of, slow, writing

PROMPT_ORDER = {
    "subject": "red balloon",
    "attributes": ["red"],
    "place": "beach",
    "light": ["soft light"],
    "medium": "",
}
DIALOGUE_ORDER = {"kind": "conversation", "keywords": "((red balloon)), beach, soft light", "facts": [], "turns": "3"}


def asking(order: Mapping[str, Any], system: str = "Write.") -> Body:
    """A request as ours are: instructions, then an order as JSON."""
    asked = {"role": "user", "content": f"The order:\n{json.dumps(order)}"}
    return {"model": "tiny", "messages": [{"role": "system", "content": system}, asked]}


def answering(body: Body, number: int) -> Answer:
    return 200, completion("fine")


def test_the_order_is_found_in_a_repair_as_well() -> None:
    mend = [{"role": "assistant", "content": '{"subject": "x"}'}, {"role": "user", "content": 'Not {"subject": 1}.'}]
    asked = asking(PROMPT_ORDER)
    assert order_of({**asked, "messages": [*asked["messages"], *mend]}) == PROMPT_ORDER
    with pytest.raises(ValueError, match="no order"):
        order_of({"messages": [{"role": "user", "content": "hello"}]})


def test_all_scripts_can_be_sent_to_another_process() -> None:
    script = faults(0.5, 1, script=slow(0.1, badly(0.5, 2)))
    again = pickle.loads(pickle.dumps(script))
    assert [again(asking(PROMPT_ORDER), i) for i in range(20)] == [script(asking(PROMPT_ORDER), i) for i in range(20)]


@pytest.mark.parametrize("kind", ["describe", "conversation", "detail", "reasoning", "vqa", "negative", "counterpart"])
def test_the_good_writer_writes_the_same_sound_reply_to_the_same_order(kind: str) -> None:
    order = DIALOGUE_ORDER | {"kind": kind, "forms": ["yes", "right second"], "answers": "a sentence"}
    asked = asking(order)
    reply = DialogueReply.model_validate_json(good(asked))
    assert good(asked) == good(asking(order, "Other instructions."))
    assert "balloon" in " ".join(turn.answer for turn in reply.turns) and reply.claims[0].subject == "red balloon"


def test_the_good_writer_keeps_to_the_order_of_a_prompt_as_far_as_it_can_be_drawn() -> None:
    reply = PromptReply.model_validate_json(good(asking(PROMPT_ORDER)))
    assert (reply.subject, reply.attributes, reply.place, reply.light) == (
        "red balloon",
        ["red"],
        "beach",
        ["soft light"],
    )
    unknown = PromptReply.model_validate_json(good(asking(PROMPT_ORDER | {"place": "grumblefold"})))
    assert unknown.place == "" and unknown.subject == "red balloon"


def test_the_good_writer_says_other_things_of_other_pictures() -> None:
    orders = [DIALOGUE_ORDER | {"kind": "describe", "keywords": f"((red balloon)), {p}"} for p in ("beach", "park")]
    texts = {good(asking(order)) for order in orders}
    assert len(texts) == 2


@pytest.mark.parametrize("order", [PROMPT_ORDER, DIALOGUE_ORDER])
@pytest.mark.parametrize("kind", BAD)
def test_bad_replies_are_bad_in_the_way_that_they_are_named_for(order: Mapping[str, Any], kind: str) -> None:
    asked = asking(order)
    status, body = bad(kind, asked)[:2]
    assert status == 200 and isinstance(body, dict) and (status, body) == bad(kind, asked)[:2]
    fields = set((PromptReply if order is PROMPT_ORDER else DialogueReply).model_fields)
    choice: Any = body["choices"][0] if body["choices"] else {"message": {}, "finish_reason": None}
    try:
        in_form = set(json.loads(choice["message"].get("content") or "")) == fields
    except ValueError:
        in_form = False
    assert in_form == (kind in ("cut off", "german", "chinese", "duplicate", "empty message", "echo"))
    assert (choice["finish_reason"] == "length") == (kind in ("cut off", "cut in half"))
    assert bool(choice["message"].get("refusal")) == (kind == "refusal")


def test_a_share_of_replies_is_bad_and_the_same_ones_each_time() -> None:
    script = badly(0.3, seed=5)
    orders = [PROMPT_ORDER | {"subject": subject} for subject in map("red balloon {}".format, range(300))]
    first = [script(asking(order), 0) for order in orders]
    assert first == [script(asking(order), 999) for order in orders]
    worse = sum(answer != writing(asking(order), 0) for answer, order in zip(first, orders, strict=True))
    assert 60 < worse < 120


def test_a_share_of_requests_fails_on_the_line_in_all_ways() -> None:
    script = faults(0.3, seed=5, script=answering)
    said = [Say(*script({}, number)) for number in range(2000)]
    failed = [one for one in said if one != Say(*answering({}, 0))]
    assert 500 < len(failed) < 700
    assert {one.fate for one in failed} == {Say(*fault).fate for fault in FAULTS.values()}
    assert {one.status for one in failed} == {200, 429, 500, 502, 503}
