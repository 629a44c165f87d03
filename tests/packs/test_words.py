"""What a run takes from a pack, and what an ability makes of it."""

from functools import cache
from pathlib import Path

import pytest

from abilities.base import WordAbility
from synthgen.build import build_run, with_pack
from synthgen.config import compose
from synthgen.errors import UsageError
from synthgen.packs.files import PACKS
from synthgen.packs.words import pack_of
from synthgen.packs.work import word_abilities

SUBJECTS = """\
- {subject: turtle, group: shore}
- {subject: hare, group: farm, state: new}
- {subject: unicorn, group: forest, state: refused}
- {subject: dodo, state: refused}
- {subject: raven, places: [castle], companions: [lantern]}
- {subject: crow, places: [castle], companions: [lantern]}
- {subject: pigeon, group: farm, places: [castle]}
"""
QUESTIONS = """\
- {question: "Who has been caught by the camera?"}
- {question: "Which {thing} is this?", kind: detail, state: new}
- {question: "Why might the {other} be here?", kind: negative}
- {question: "Never asked?", state: refused}
"""


@pytest.fixture(autouse=True)
def here(working_folder: Path) -> None:
    pass


def written(**files: str) -> None:
    folder = PACKS / "animal"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


@cache
def plain(name: str) -> WordAbility:
    """As its yaml has it."""
    return word_abilities(compose([f"ability={name}"]))[name]


def grown(name: str = "animal") -> WordAbility:
    """With its pack."""
    whole, _ = with_pack(name, plain(name))
    assert isinstance(whole, WordAbility)
    return whole


def test_without_a_pack_nothing_is_added() -> None:
    written(subjects="# empty\n")
    assert pack_of("plant", plain("plant")) is None
    assert grown("plant") is plain("plant") and grown().keywords == plain("animal").keywords


def test_what_nobody_refused_joins_the_groups_of_the_ability_and_new_ones() -> None:
    own = plain("animal")
    written(subjects=SUBJECTS)
    more = grown()
    assert set(more.keywords) - set(own.keywords) == {"turtle", "hare", "raven", "crow", "pigeon"}
    assert more.places_of("turtle") == own.places_of("crab")
    assert more.places_of("crow") == ("castle",) and more.groups["pack: castle, lantern"]["companions"] == ["lantern"]
    assert set(more.places_of("pigeon")) == {*own.places_of("cow"), "castle"}
    assert more.places_of("cow") == own.places_of("cow")


def test_a_fifth_of_the_words_of_a_pack_is_kept_for_the_benchmark() -> None:
    from tests.pack_writers import ANIMALS

    written(subjects="".join(f"- {{subject: {word}, group: forest}}\n" for word in ANIMALS))
    more = grown()
    reserved = set(ANIMALS) - set(more.subjects)
    assert 0.12 < len(reserved) / len(ANIMALS) < 0.28


def test_questions_and_examples_stand_where_writers_look() -> None:
    own = plain("animal")
    written(
        questions=QUESTIONS,
        prompt_examples="- {prompt: '((hare)), field, soft light'}\n",
        dialogue_examples="- {prompt: '((hare)), field', question: 'Which animal?', answer: It is a hare.}\n",
    )
    more = grown()
    assert more.questions == [*own.questions, "Who has been caught by the camera?"]
    assert more.turns["details"] == [*own.turns["details"], "Which {thing} is this?"]
    assert more.bank["negative"] == ["Why might the {other} be here?"]
    assert more.prompt_examples == [*own.prompt_examples, "((hare)), field, soft light"]
    assert more.dialogue_examples[-1] == {
        "prompt": "((hare)), field",
        "question": "Which animal?",
        "answer": "It is a hare.",
    }
    assert more.turns["topics"] is own.turns["topics"] or more.turns["topics"] == own.turns["topics"]


def test_a_run_uses_the_words_that_its_renderer_can_draw() -> None:
    written(
        subjects=SUBJECTS + "- {subject: axolotl, places: [lake]}\n- {subject: dove, places: [on the moon of Mars]}\n"
    )
    run = build_run(compose(["ability=animal"]))
    ability = run.abilities["animal"]
    assert isinstance(ability, WordAbility)
    assert {"turtle", "hare"} <= set(ability.keywords)
    assert "axolotl" not in ability.keywords


def test_the_pack_is_part_of_the_fingerprint_but_not_who_has_looked_at_it() -> None:
    before = build_run(compose(["ability=animal"])).fingerprint
    written(subjects=SUBJECTS)
    pack = grown_identity()
    assert pack.startswith("5 items ")
    assert build_run(compose(["ability=animal"])).fingerprint == {**before, "pack.animal": pack}
    written(subjects="# looked through\n" + SUBJECTS.replace("state: new", "state: accepted"))
    assert grown_identity() == pack
    written(subjects=SUBJECTS.replace("hare", "rabbit"))
    assert grown_identity() != pack


def grown_identity() -> str:
    return with_pack("animal", plain("animal"))[1]


def test_every_mistake_of_a_pack_is_a_line_with_the_fix() -> None:
    written(
        subjects="- {subject: okapi, group: jungel}\n- {subject: dodo}\n- {subject: fine, group: farm}\n",
        questions="\n".join(f'- {{question: "{q}"}}' for q in ("Is it (red|blue?", "Where is {place_}?", "A {other}?")),
        prompt_examples="- {prompt: 'hare, field'}\n",
        subject="- {subject: x}\n",
    )
    with pytest.raises(UsageError) as error:
        build_run(compose(["ability=animal"]))
    assert error.value.mistakes == (
        "packs/animal/subject.yaml: a pack has no such file; did you mean subjects.yaml?",
        "packs/animal/subjects.yaml:1: unknown group 'jungel'; did you mean jungle?",
        "packs/animal/subjects.yaml:2: 'dodo' is nowhere; add group: savanna, or places: [...]",
        "packs/animal/questions.yaml:1: question: missing ')'; the blanks are {person} and {thing}",
        "packs/animal/questions.yaml:2: question: unknown blank {place_}; the blanks are {person} and {thing}",
        "packs/animal/questions.yaml:3: question: unknown blank {other}; the blanks are {person} and {thing}",
        "packs/animal/prompt_examples.yaml:1: prompt: put the head in double round brackets, as in ((okapi)), jungle",
    )


def test_a_subject_of_an_ability_without_places_needs_none() -> None:
    folder = PACKS / "scene"
    folder.mkdir(parents=True)
    (folder / "subjects.yaml").write_text("- {subject: lagoon}\n- {subject: bazaar, group: town}\n")
    more = grown("scene")
    assert {"lagoon", "bazaar"} <= set(more.keywords)
    assert more.places_of("lagoon") == ()
