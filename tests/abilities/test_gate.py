"""Which written prompts are rendered."""

import json
from dataclasses import replace
from typing import Any

import pytest

from abilities.base import WordAbility
from synthgen.build import build_run
from synthgen.config import compose
from synthgen.kit.reserved import is_reserved
from synthgen.plan import Planner
from synthgen.types import Fields, Prompt, Reject, Reply, Slot

NOTHING: dict[str, Any] = {
    **{"attributes": [], "count": 1, "person": "", "age": "", "skin": "", "relation": "", "place": ""},
    **{"companions": [], "light": [], "medium": "", "quality": []},
}


@pytest.fixture(scope="module")
def abilities() -> dict[str, WordAbility]:
    run = build_run(compose(["ability=[animal,profession]"]))
    return {name: ability for name, ability in run.abilities.items() if isinstance(ability, WordAbility)}


def read(ability: WordAbility, cell: Fields, **parts: Any) -> Prompt | Reject:
    slot: Slot = replace(Planner(ability, seed=0).slot(0), cell=cell, subject=cell.subject)
    return ability.read_prompt(slot, Reply("k", slot.id, json.dumps(NOTHING | parts)))


def test_the_ordered_subject_has_to_be_the_head(abilities: dict[str, WordAbility]) -> None:
    animal = abilities["animal"]
    assert isinstance(read(animal, Fields("cat"), subject="sleeping cats"), Prompt)
    other = read(animal, Fields("cat"), subject="dog")
    assert isinstance(other, Reject) and other.reason == "not the ordered subject" and "dog, not cat" in other.detail


def test_keywords_of_the_benchmark_are_never_planned_and_never_let_in(abilities: dict[str, WordAbility]) -> None:
    animal = abilities["animal"]
    kept = [word for word in animal.keywords if is_reserved("animal", word)]
    assert kept and animal.reserved == tuple(kept) and not set(kept) & set(animal.subjects)
    planner = Planner(animal, seed=1)
    assert not {planner.slot(i).subject for i in range(3 * len(animal.keywords))} & set(kept)
    word = kept[0]
    let_in = read(animal, Fields("cat"), subject=f"cat beside a {word}")
    assert isinstance(let_in, Reject) and let_in.reason == "reserved for the benchmark" and let_in.detail == word


def test_who_is_shown_is_as_planned(abilities: dict[str, WordAbility]) -> None:
    cell = Fields("chef", person="woman", age="elderly", skin="dark skin")
    made = read(abilities["profession"], cell, subject="chef", person="woman", age="young")
    assert isinstance(made, Prompt) and (made.fields.age, made.fields.skin) == ("elderly", "dark skin")
    assert made.text == "((chef)), elderly woman, dark skin"
    other = read(abilities["profession"], cell, subject="chef", person="man")
    assert isinstance(other, Reject) and other.reason == "not the ordered person"


def test_what_cannot_be_drawn_is_a_reject_with_the_word(abilities: dict[str, WordAbility]) -> None:
    reject = read(abilities["animal"], Fields("cat"), subject="cat", place="street without people")
    assert isinstance(reject, Reject) and (reject.reason, reject.detail) == ("cannot draw what is not there", "without")
    lettering = replace(abilities["animal"], lettering=True)
    assert isinstance(read(lettering, Fields("cat"), subject="cat with a name tag"), Prompt)
    assert isinstance(read(abilities["animal"], Fields("cat"), subject="cat with a name tag"), Reject)
