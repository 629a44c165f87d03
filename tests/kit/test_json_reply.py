"""Replies of language models: what is read is what they say; everything else is refused with a reason."""

import copy
import json
import random
import time
from collections.abc import Iterator
from typing import Any, Literal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field

from synthgen.kit.json_reply import ERRORS, LENGTH, NotTheForm, read


class Turn(BaseModel):
    model_config = ConfigDict(extra="forbid")
    question: str
    answer: str


class Form(BaseModel):
    model_config = ConfigDict(extra="forbid")
    subject: str = Field(min_length=1)
    count: int = Field(ge=1)
    light: list[str]
    kind: Literal["plain", "odd"]
    turns: list[Turn]


class Wide(BaseModel):
    """All of whose fields may be missing: the easiest to fool."""

    model_config = ConfigDict(extra="forbid")
    a: str = ""
    b: int = 0


VALID: dict[str, Any] = {
    "subject": 'red "fox" {brackets} [too] <think>',
    "count": 3,
    "light": ["soft light", "warm \\ light"],
    "kind": "plain",
    "turns": [{"question": "What?", "answer": "A fox.\nReally."}, {"question": "Where?", "answer": "In the \u68ee."}],
}
TEXT = json.dumps(VALID, ensure_ascii=False)
FORM = Form.model_validate(VALID)
PROSE = st.text(st.characters(exclude_characters="{}[]<>", exclude_categories=["Cs"]), max_size=40)
FORMS = st.builds(
    Form,
    subject=st.text(st.characters(exclude_categories=["Cs"]), min_size=1),
    count=st.integers(1, 10**20),
    light=st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=9), max_size=3),
    kind=st.sampled_from(["plain", "odd"]),
    turns=st.lists(st.builds(Turn, question=st.text(max_size=9), answer=st.text(max_size=9)), max_size=2),
)


def why(text: str, schema: type[BaseModel] = Form) -> str:
    with pytest.raises(NotTheForm) as refused:
        read(text, schema)
    return str(refused.value)


@given(st.one_of(st.text(st.characters(), max_size=200), st.text('{}[]",:\\ntrue-0.1eN<>/think`', max_size=200)))
@example("\ud800")
@example('{"a": "\\ud800"}')
@example('{"a": NaN}')
@example('{"b": ' + "9" * 5000 + "}")
@example('{"b": 1e999}')
@example("[" * 100_000)
@example('{"a":' * 100_000)
@example("{" + "[" * 100_000)
@example('{"a": ' + "[" * 900 + "]" * 900 + "}")
@example("\ufeff{}")
@example("</think><think>")
def test_nothing_but_a_refusal_comes_of_any_text(text: str) -> None:
    for schema in (Form, Wide):
        try:
            read(text, schema)
        except NotTheForm as e:
            assert str(e) and len(str(e)) <= (ERRORS + 1) * (LENGTH + 1)


@given(FORMS, PROSE, PROSE, st.sampled_from(["```json\n{}\n```", "```\n{}```", "{}", "````\n```json\n{}\n```\n````"]))
def test_an_object_in_fences_and_prose_is_read_as_it_is(form: Form, before: str, after: str, fence: str) -> None:
    text = f"{before}\n{fence.replace('{}', form.model_dump_json())}\n{after}"
    assert read(text, Form) == form


@pytest.mark.parametrize(
    "wrapped",
    [
        f"<think>I might say {{}} or {TEXT[:50]}, or {{'subject'</think>\n{TEXT}",
        f"It begins in the prompt, {TEXT[:9]}</think>{TEXT}",
        f"<think>one</think><think>two</think> {TEXT}",
        f"<THINKING>\n{{}}\n</THINKING>\n```json\n{TEXT}\n```",
        f"The form [1] has {{thing}} in it, see [the notes](x): {TEXT}",
        f"{TEXT}\n{TEXT}",
        json.dumps(VALID, indent=2),
    ],
)
def test_thoughts_blanks_and_repetitions_do_not_disturb(wrapped: str) -> None:
    assert read(wrapped, Form) == FORM


def test_every_truncation_is_refused() -> None:
    for end in range(len(TEXT)):
        for before in ("", "```json\n", "Here: ", "<think>x</think>"):
            why(before + TEXT[:end])
    for end in range(1, 4):
        why(f'{{"answer": {TEXT}, "more": "'[: -end or None])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "the reply is empty"),
        (" \n", "the reply is empty"),
        ("I cannot do that.", "no JSON object"),
        ("[1, 2]", "no JSON object"),
        (f"[{TEXT}]", "no JSON object"),
        ('"text"', "no JSON object"),
        (f"<think>hm {TEXT}", "thoughts do not end"),
        (f'{TEXT[:-1]}, "light": []}}', "'light' stands twice"),
        (TEXT.replace("3", "NaN"), "NaN is no number"),
        (TEXT.replace("3", "-Infinity"), "-Infinity is no number"),
        (TEXT.replace("3", "9" * 5000), "broken JSON"),
        (TEXT.replace("3", "3.5"), "count: "),
        (TEXT.replace("3", "3.0"), "count: "),
        (TEXT.replace("3", '"3"'), "count: "),
        (TEXT.replace("3", "true"), "count: "),
        (TEXT + TEXT.replace("fox", "dog"), "2 different JSON objects"),
        ('{"subject": "example"} ' + TEXT, "2 different JSON objects"),
        (TEXT + "}", "broken JSON"),
        (f'{{"answer": {TEXT}}}', "subject: Field required"),
        (json.dumps(VALID | {"more": 1}), "more: Extra inputs"),
        (f'["a ]", {TEXT}]', "no JSON object"),
        (TEXT.replace("3", "1e999"), "1e999 is no number"),
        (f'{{"answer": {TEXT}', "broken JSON"),
        (f"{{'answer': {TEXT}}}", "broken JSON"),
        (f"[1, {TEXT}", "broken JSON"),
        (json.dumps(TEXT), "broken JSON"),
        (TEXT.replace(",", ",,", 1), "broken JSON"),
        (TEXT.replace("fox", "\\ud83d"), "hex escape"),
        (TEXT.replace("fox", "\ud83d"), "surrogate"),
        ("[" * 10**5, "nested too deeply"),
    ],
)
def test_a_reply_is_refused_for_its_own_reason(text: str, reason: str) -> None:
    assert reason in why(text)


def test_the_reason_names_the_place_and_at_most_five_of_them() -> None:
    broken = copy.deepcopy(VALID)
    del broken["turns"][0]["answer"]
    assert why(json.dumps(broken)) == "turns.0.answer: Field required"
    many = why(json.dumps(VALID | {f"key{i}": 1 for i in range(50)}))
    assert len(many.splitlines()) == ERRORS + 1 and many.endswith("and 45 more")
    assert len(why(json.dumps(VALID | {"k\x1b\u202e" * 500: 1}))) <= LENGTH
    assert "\x1b" not in why(json.dumps(VALID | {"k\x1b": 1}))


def test_fields_that_may_be_missing_are_not_filled_from_somewhere_else() -> None:
    assert read('{"a": "x"}', Wide) == Wide(a="x")
    for text in (
        '{"a": "x"} {"b": 1}',
        '{"a": "x"}, "b": 1}',
        '{"a": "x", "a": "x"}',
        '{"c": {"a": "x"}}',
        "[{}",
        "{}}",
    ):
        why(text, Wide)


@pytest.mark.parametrize(
    "sign", ["{", "[", "{}", "[]", '{"a":', "[1,", "</think>", "<think>", "[x", "{x}", '"', '["]', '["y]', "\\"]
)
def test_a_megabyte_takes_no_longer_than_a_megabyte(sign: str) -> None:
    start = time.perf_counter()
    why(sign * (1_000_000 // len(sign)))
    why("{" + ", ".join(f'"k{i}": 1' for i in range(60_000)) + ', "k59999": 2}')
    assert time.perf_counter() - start < 4


def mutations(rng: random.Random) -> Iterator[str]:
    """Replies as they go wrong: about 250."""
    keys, values = list(VALID), ["", "x", 0, 1, 3.0, -1, True, None, [], ["x"], {}, {"question": "x"}, [VALID["turns"]]]
    for key in keys:
        for value in values:
            yield json.dumps(VALID | {key: value})  # a wrong type, or another value
        yield json.dumps({k: v for k, v in VALID.items() if k != key})
        yield json.dumps({(k.upper() if k == key else k): v for k, v in VALID.items()})
        yield json.dumps({(k + "s" if k == key else k): v for k, v in VALID.items()})
        yield json.dumps(VALID | {key + "_": VALID[key]})
        yield TEXT[:-1] + f", {json.dumps(key)}: {json.dumps(VALID[key])}}}"  # twice, the same
        yield f"{{{json.dumps(key)}: {json.dumps('x')}, {TEXT[1:]}"  # twice
        yield json.dumps({key: VALID[key]}) + TEXT
        yield json.dumps({key: VALID})
    for _ in range(150):  # a sign goes, comes, or changes
        at, sign = rng.randrange(len(TEXT)), rng.choice('{}[]",:\\ 0x\n')
        yield rng.choice([TEXT[:at] + TEXT[at + 1 :], TEXT[:at] + sign + TEXT[at:], TEXT[:at] + sign + TEXT[at + 1 :]])


def test_no_mutation_of_a_reply_is_read_as_something_that_it_does_not_say() -> None:
    rng, read_ones, count = random.Random(4), 0, 0
    for text in mutations(rng):
        count += 1
        try:
            found = read(text, Form)
        except NotTheForm:
            continue
        read_ones += 1
        # the text is one JSON object that says exactly this, word for word and type for type
        pairs = json.loads(text, object_pairs_hook=list)
        assert len(pairs) == len({key for key, _ in pairs}) == 5, text
        assert json.dumps(found.model_dump()) == json.dumps({key: json.loads(text)[key] for key in VALID}), text
    assert count > 200 and 5 < read_ones < count / 2
