"""Each rule of the validator: what is repaired, what is refused, what stays as it is."""

from typing import Any

import pytest

from synthgen.mix.mend import BadRow, Rules, load, mended
from tests.exporter import llava_rules
from tests.mix.files import row


def turns(*said: tuple[str, str]) -> list[dict[str, str]]:
    return [{"from": who, "value": text} for who, text in said]


def human_gpt(question: str = "<image>\nWhat?", answer: str = "A cat.") -> list[dict[str, str]]:
    return turns(("human", question), ("gpt", answer))


@pytest.mark.parametrize(
    "sound",
    [
        row(),
        row(0),
        row("a", "coco/train2017/000000033471.jpg"),
        row("a", "a.jpg", "Q", "A", "Q2", "A2"),
        row("text", ""),
        {"id": "a", "image": "a.jpg", "conversations": human_gpt("What?\n<image>")},
        {"id": "a", "image": "a.jpg", "conversations": human_gpt("<image>")},
        {"id": "a", "image": "a.jpg", "conversations": [*human_gpt("Hello.", "Hi."), *human_gpt()]},
        row(ability="joke", license={"id": 3, "name": None}, weight=0.5),
    ],
)
def test_a_sound_row_stays_as_it_is(sound: dict[str, Any]) -> None:
    found = mended(sound, "x", Rules())
    assert found.row == sound and found.repairs == ()
    assert llava_rules.read(sound).learned


REPAIRED = {
    "no tag": (
        {"image": "a.jpg", "conversations": human_gpt("What?")},
        "<image> was put in front of the first question",
    ),
    "two tags in a turn": (
        {"image": "a.jpg", "conversations": human_gpt("<image>\nWhat?\n<image>")},
        "<image> more than once for one picture: the first stays",
    ),
    "tags in two turns": (
        {"image": "a.jpg", "conversations": [*human_gpt(), *human_gpt()]},
        "<image> more than once for one picture: the first stays",
    ),
    "null image": ({"image": None, "conversations": human_gpt("What?")}, "an empty image key was left out"),
    "empty image": ({"image": "", "conversations": human_gpt("What?")}, "an empty image key was left out"),
    "list of one": ({"image": ["a.jpg"], "conversations": human_gpt()}, "a list of one picture became that picture"),
    "first turn gpt": (
        {"image": "a.jpg", "conversations": [*turns(("gpt", "Hello.")), *human_gpt()]},
        "an answer before the first question was cut",
    ),
    "human last": (
        {"image": "a.jpg", "conversations": [*human_gpt(), *turns(("human", "And?"))]},
        "a last question without an answer was cut",
    ),
    "system turn": (
        {"image": "a.jpg", "conversations": [*turns(("system", "Be brief.")), *human_gpt()]},
        "the system text was put in front of the first question",
    ),
    "system key": (
        {"image": "a.jpg", "conversations": human_gpt(), "system": "Be brief."},
        "the system text was put in front of the first question",
    ),
    "user and assistant": (
        {"image": "a.jpg", "conversations": turns(("user", "<image>\nWhat?"), ("assistant", "A cat."))},
        None,
    ),
}


@pytest.mark.parametrize("what", REPAIRED)
def test_what_is_repaired_is_learned_by_llava_and_told(what: str) -> None:
    broken, repair = REPAIRED[what]
    found = mended({"id": "a", **broken}, "x", Rules())
    assert found.repairs == ((repair,) if repair else ())
    seen = llava_rules.read(found.row)
    assert seen.learned and seen.image_tokens == (1 if "image" in found.row else 0) and not seen.images_in_learned
    assert mended(found.row, "x", Rules()).row == found.row


REFUSED = {
    "text row with a tag": ({"conversations": human_gpt()}, "it holds <image>, but names no picture"),
    "tag in an answer": ({"image": "a.jpg", "conversations": human_gpt(answer="An <image>.")}, "answer: holds <image>"),
    "end mark": ({"image": "a.jpg", "conversations": human_gpt(answer="A </s> cat.")}, "answer: holds </s>"),
    "role word": ({"image": "a.jpg", "conversations": human_gpt(answer="ASSISTANT: no")}, "answer: holds ASSISTANT:"),
    "role word in a question": ({"conversations": human_gpt("USER: hi")}, "question: holds USER:"),
    "instruction mark": ({"conversations": human_gpt("[/INST] hi")}, "question: holds [/INST]"),
    "empty answer": ({"image": "a.jpg", "conversations": human_gpt(answer="")}, "answer: empty"),
    "blank answer": ({"image": "a.jpg", "conversations": human_gpt(answer=" \n")}, "answer: empty"),
    "answer null": (
        {"image": "a.jpg", "conversations": turns(("human", "<image>"), ("gpt", None))},
        "answer: not text",
    ),  # type: ignore[arg-type]
    "half a surrogate pair": ({"conversations": human_gpt("a", "\ud83d")}, "answer: not Unicode text"),
    "NUL": ({"conversations": human_gpt("a", "b\0")}, "answer: not Unicode text"),
    "two questions": (
        {"conversations": turns(("human", "a"), ("human", "b"), ("gpt", "c"), ("gpt", "d"))},
        "question and answer do not take turns",
    ),
    "two answers": (
        {"conversations": [*human_gpt("a"), *turns(("gpt", "c"))]},
        "question and answer do not take turns",
    ),
    "a tool speaks": (
        {"conversations": turns(("human", "a"), ("tool", "b"))},
        "only human, user, gpt, assistant, system can speak",
    ),
    "no turns": ({"conversations": []}, "it has no question with an answer"),
    "only a question": ({"conversations": turns(("human", "a"))}, "it has no question with an answer"),
    "no dialogue": ({"captions": ["a cat"]}, "it has no dialogue"),
    "conversations null": ({"conversations": None}, "conversations is no list of objects"),
    "two pictures": ({"image": ["a.jpg", "b.jpg"], "conversations": human_gpt()}, "more than 1 picture"),
    "picture that is a number": ({"image": 3, "conversations": human_gpt()}, "its picture is not a path"),
    "path": ({"image": "../a.jpg", "conversations": human_gpt()}, "a path with .."),
    "both keys": (
        {"image": "a.jpg", "images": ["b.jpg"], "conversations": human_gpt()},
        "it has both image and images",
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_repaired_is_refused_with_a_reason(what: str) -> None:
    broken, reason = REFUSED[what]
    with pytest.raises(BadRow) as refused:
        mended({"id": "a", **broken}, "x", Rules())
    assert str(refused.value) == reason


@pytest.mark.parametrize("value", [None, 3, "text", [], [row()]])
def test_what_is_no_object_is_refused(value: Any) -> None:
    with pytest.raises(BadRow, match="no object"):
        mended(value, "x", Rules())


def test_rows_of_other_formats_become_rows_of_llava_and_keep_their_other_keys() -> None:
    stable = {
        "id": "7",
        "image": "animal/7.jpg",
        "prompt": "((Cat)), sofa, 8k",
        "question": "What?\n<image>",
        "answer": "A cat.",
    }
    found = mended(stable, "x", Rules())
    assert found.row == {
        "id": "7",
        "image": "animal/7.jpg",
        "conversations": human_gpt("What?\n<image>"),
        "prompt": "((Cat)), sofa, 8k",
    }
    assert found.view.ability == "animal" and found.view.prompt == "((Cat)), sofa, 8k" and found.repairs == ()
    factory = {
        "messages": [{"role": "user", "content": "<image>Who?"}, {"role": "assistant", "content": "A player."}],
        "images": ["demo/1.jpg"],
    }
    found = mended(factory, "demo/1", Rules())
    assert found.row == {"id": "demo/1", "image": "demo/1.jpg", "conversations": human_gpt("<image>Who?", "A player.")}
    assert found.repairs == ("it got an id",)
    alpaca = mended({"id": 1, "instruction": "Add.", "input": "1 2", "output": "3"}, "x", Rules())
    assert alpaca.row == {"id": 1, "conversations": human_gpt("Add.\n1 2", "3")}


def test_several_pictures_go_where_they_are_taken_with_a_tag_each() -> None:
    two = {"id": "a", "image": ["a.jpg", "b.jpg"], "conversations": human_gpt("What differs?")}
    found = mended(two, "x", Rules(pictures=9))
    assert found.row["image"] == ["a.jpg", "b.jpg"]
    assert found.row["conversations"][0]["value"] == "<image>\n<image>\nWhat differs?"
    with pytest.raises(BadRow, match="2 pictures, but 3 <image>"):
        mended(two | {"conversations": human_gpt("<image><image><image>")}, "x", Rules(pictures=9))


def test_the_first_stage_takes_one_turn() -> None:
    assert mended(row(), "x", Rules(captions=True)).row == row()
    with pytest.raises(BadRow, match="2 turns; this stage reads 1"):
        mended(row("a", "a.jpg", "Q", "A", "Q", "A"), "x", Rules(captions=True))


def test_a_stage_that_learns_of_pictures_takes_no_row_without_one() -> None:
    with pytest.raises(BadRow, match="no picture"):
        mended(row("a", ""), "x", Rules(captions=True))


def test_the_history_of_an_alpaca_row_is_what_was_said_before() -> None:
    alpaca = {"instruction": "Q2", "input": "", "output": "A2", "history": [["Q1", "A1"]]}
    found = mended(alpaca, "x", Rules())
    assert [part["value"] for part in found.row["conversations"]] == ["Q1", "A1", "Q2", "A2"]
    assert "history" not in found.row
    with pytest.raises(BadRow, match="history"):
        mended(alpaca | {"history": ["Q1"]}, "x", Rules())


@pytest.mark.parametrize("data", [b'{"id": NaN}', b'{"id": ', b'{"a": "\xff"}', b"[" * 100_000, b'{"a": -Infinity}'])
def test_what_is_no_json_is_refused(data: bytes) -> None:
    with pytest.raises(BadRow):
        load(data)
