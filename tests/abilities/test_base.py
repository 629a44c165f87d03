from collections import Counter
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abilities.base import WordAbility
from abilities.mixing import mix
from synthgen.build import build_run
from synthgen.config import compose
from synthgen.errors import UsageError
from synthgen.plan import Planner
from synthgen.types import Dialogue, Known, Prompt, Reject, Reply


@pytest.fixture(scope="module")
def food() -> WordAbility:
    ability = build_run(compose(["ability=food"])).abilities["food"]
    assert isinstance(ability, WordAbility)
    return ability


@given(st.lists(st.integers(1, 7), min_size=1, max_size=5), st.integers(0, 99))
def test_no_combination_comes_twice_before_all_have_come(sizes: list[int], seed: int) -> None:
    pools = [range(size) for size in sizes]
    total = 1
    for size in sizes:
        total *= size
    if total <= 2000:
        seen = [tuple(mix(turn, Random(seed), *pools)) for turn in range(total)]
        assert len(set(seen)) == total


def test_pools_are_drawn_evenly(food: WordAbility) -> None:
    planner = Planner(food, seed=1)
    cells = [planner.slot(i).cell for i in range(4000)]
    for words in ([c.medium for c in cells if c.medium], [c.light[0] for c in cells if c.light]):
        counts = Counter(words)
        assert max(counts.values()) < 1.5 * min(counts.values()), counts
    assert 0.4 < sum(not c.medium for c in cells) / len(cells) < 0.6


def test_a_place_is_one_where_the_subject_is_met(food: WordAbility) -> None:
    planner = Planner(food, seed=1)
    for i in range(300):
        slot = planner.slot(i)
        assert slot.cell.place in food.places_of(slot.subject)


def test_the_messages_carry_the_words_of_the_ability_and_static_text_comes_first(food: WordAbility) -> None:
    planner = Planner(food, seed=1)
    one, two = (food.ask_prompt(planner.slot(i)) for i in (0, 1))
    assert one.messages[0] == two.messages[0] and one.messages[1] != two.messages[1]
    text = "".join(str(part) for message in one.messages for part in message.parts)
    assert food.cautions in text and food.prompt_examples[0] in text and one.slot.cell.subject in text
    assert "{noun}" not in text and "{subject}" not in text
    assert one.key != two.key


@pytest.mark.parametrize(
    "text",
    [
        "",
        "prose",
        "{}",
        "[1]",
        '{"subject": ""}',
        '{"subject": "x"}',
        '{"text": ""}',
        "null",
        '{"turns": []}',
        "{" * 900,
    ],
)
def test_a_reply_of_another_form_is_a_reject(food: WordAbility, text: str) -> None:
    slot = Planner(food, seed=1).slot(0)
    read = food.read_prompt(slot, Reply("k", slot.id, text))
    assert isinstance(read, Reject) and read.reason == "not the asked-for form"
    said = food.read_dialogue(slot, Prompt(slot.id, slot.cell, "((x))"), Known(), Reply("k", slot.id, text))
    assert isinstance(said, Reject)


@given(st.text(max_size=60))
def test_no_reply_raises(text: str) -> None:
    ability = build_run(compose(["ability=food"])).abilities["food"] if not _CACHE else _CACHE[0]
    _CACHE[:] = [ability]
    slot = Planner(ability, seed=1).slot(0)
    assert isinstance(ability.read_prompt(slot, Reply("k", slot.id, text)), Prompt | Reject)
    assert isinstance(
        ability.read_dialogue(slot, Prompt("i", slot.cell, "x"), Known(), Reply("k", "i", text)), Dialogue | Reject
    )


_CACHE: list = []  # type: ignore[type-arg]


def test_an_ability_of_which_nothing_can_be_drawn_is_one_line(food: WordAbility) -> None:
    renderer = build_run(compose([])).renderer
    strange = replace(food, groups={"x": {"subjects": ["flurble"], "places": ["kitchen"]}})
    with pytest.raises(UsageError, match="can draw none of its subjects"):
        strange.limited_to(renderer)
