"""How likely a server thinks yes was, read off its log-probabilities."""

import math
from decimal import Decimal
from typing import Any, cast

import pytest
from pydantic import BaseModel

from synthgen.llm.openai.wire import Ask, read
from synthgen.types import Purpose, Reply


class Word(BaseModel):
    answer: str


def yes(tokens: Any, purpose: Purpose = "judge") -> float | None:
    """What is read off a reply with such log-probabilities."""
    choice = {"message": {"content": "{}"}, "finish_reason": "stop", "logprobs": {"content": tokens}}
    reply = read(Ask("key", "joke-000000001", purpose, (), Word, 9), {"choices": [choice]}, "")
    return cast(Reply, reply).yes


def token(text: str, share: float, **others: float) -> dict[str, Any]:
    tops = [{"token": other, "logprob": Decimal(math.log(p))} for other, p in others.items()]
    return {"token": text, "logprob": Decimal(math.log(share)), "top_logprobs": tops}


def test_it_is_the_share_of_yes_among_yes_and_no() -> None:
    assert yes([token("yes", 0.6, yes=0.6, no=0.2, maybe=0.2)]) == pytest.approx(0.75)
    assert yes([token("no", 0.6, yes=0.2, no=0.6)]) == pytest.approx(0.25)


def test_all_spellings_of_a_word_count_together() -> None:
    assert yes([token(" Yes", 0.3, **{" Yes": 0.3, "yes": 0.2, "YES.": 0.1, "▁no": 0.4})]) == pytest.approx(0.6)


def test_the_word_in_the_object_is_read_and_not_one_of_the_thoughts_before_it() -> None:
    thoughts = [token("no", 0.9, no=0.9, yes=0.1), token('{"answer":"', 1.0)]
    assert yes([*thoughts, token("yes", 0.8, yes=0.8, no=0.2), token('"}', 1.0)]) == pytest.approx(0.8)


def test_a_token_alone_leaves_the_rest_to_the_other_word() -> None:
    assert yes([token("yes", 0.9)]) == pytest.approx(0.9)
    assert yes([token("no", 0.9)]) == pytest.approx(0.1)


@pytest.mark.parametrize(
    "tokens", [None, [], "yes", [None], [{"token": 3}], [token("maybe", 0.5, yes=0.3)], [{"token": "yes"}]]
)
def test_where_nothing_can_be_read_there_is_no_figure(tokens: Any) -> None:
    assert yes(tokens) is None


def test_other_replies_have_none() -> None:
    assert yes([token("yes", 0.9)], "dialogue") is None
