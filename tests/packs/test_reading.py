"""What of a model's reply becomes an item, and why the rest does not."""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from abilities.base import WordAbility
from synthgen.config import compose
from synthgen.kit.prompt_text import heads
from synthgen.packs.examples import DialogueExamples, PromptExamples, best, subject_of
from synthgen.packs.files import DialogueExample, PromptExample, Question, Subject, append
from synthgen.packs.growing import Batch, BootstrapTemplate, ExpandTemplate, template
from synthgen.packs.questions import QuestionsOfKind
from synthgen.packs.subjects import Subjects
from synthgen.packs.work import keywords_of_all, word_abilities
from synthgen.types import Reply


@pytest.fixture(autouse=True)
def here(working_folder: Path) -> None:
    pass


@cache
def parts(name: str) -> tuple[WordAbility, ExpandTemplate, BootstrapTemplate]:
    config = compose([f"ability={name}", "template=[prompt,dialogue,turns,expand,bootstrap]"])
    expand, bootstrap = template(config, "expand", ExpandTemplate), template(config, "bootstrap", BootstrapTemplate)
    return word_abilities(config)[name], expand, bootstrap


lists = cache(keywords_of_all)


def subjects(name: str, *rows: str | dict[str, Any]) -> Batch:
    ability, expand, _ = parts(name)
    full = [{"subject": row} if isinstance(row, str) else row for row in rows]
    group = next(iter(ability.groups))
    said = [{"group": group, "places": [], "companions": [], **row} for row in full]
    crop = Subjects(ability, 500, expand["subjects"], lists())
    return crop.read(Reply("k", "id", json.dumps({"subjects": said})))


def questions(name: str, kind: Any, *rows: str) -> Batch:
    ability, expand, _ = parts(name)
    return QuestionsOfKind(ability, 50, expand["questions"], kind).read(
        Reply("k", "id", json.dumps({"questions": rows}))
    )


def prompts(name: str, *rows: str) -> Batch:
    ability, _, bootstrap = parts(name)
    return PromptExamples(ability, 20, bootstrap["prompts"]).read(Reply("k", "id", json.dumps({"prompts": rows})))


def words(batch: Batch) -> list[str]:
    return [item.text for item in batch.new]


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("giraffes", "known already"),
        ("Red-Panda", "known already"),
        ("hippo", "known already"),
        ("elefant", "known already"),
        ("animal", "known already"),
        ("sunflower", "another ability's"),
        ("ambulances", "another ability's"),
        ("", "no visible subject"),
        ("I'm sorry, but I cannot help with that", "no visible subject"),
        ("okapi, standing", "no visible subject"),
        ("okapi (a kind of giraffe)", "no visible subject"),
        ("https://example.com/okapi", "no visible subject"),
        ("an okapi that stands under a very old tree", "no visible subject"),
        ("12", "no visible subject"),
        ("紅毛猩猩", "another language"),
        ("animal thoughts", "cannot be seen"),
    ],
)
def test_what_is_no_new_subject_is_dropped_with_the_reason(word: str, why: str) -> None:
    batch = subjects("animal", word)
    assert batch.new == [] and batch.dropped == {why: 1} and batch.seen == 1


def test_subjects_are_plain_singular_words_and_each_comes_once() -> None:
    batch = subjects("animal", "an okapi", "Okapis", "aardvarks", "aardvark", " pygmy  hippo ")
    assert words(batch) == ["okapi", "aardvark", "pygmy hippo"]
    assert {item.state for item in batch.new} == {"new"}


def test_a_model_that_writes_everything_with_a_capital_is_understood_and_names_keep_theirs() -> None:
    assert words(subjects("animal", "Okapi", "Aardvark", "Pygmy Owl")) == ["okapi", "aardvark", "pygmy owl"]
    assert words(subjects("animal", "okapi", "Tasmanian devil", "aardvark")) == ["okapi", "Tasmanian devil", "aardvark"]


def test_what_people_wear_in_pairs_stays_plural() -> None:
    assert words(subjects("clothes", "moccasins", "galoshes")) == ["moccasins", "galoshes"]


def test_a_subject_belongs_to_a_group_or_has_places_of_its_own() -> None:
    own = {"group": "", "places": ["the salt lake", "http://x"], "companions": ["rock", "giraffe"]}
    batch = subjects(
        "animal",
        {"subject": "okapi", "group": "jungle"},
        {"subject": "axolotl", **own},
        {"subject": "narwhal", "group": "north", "places": ["tundra"]},
        {"subject": "dodo", "group": "nowhere"},
    )
    okapi, axolotl, narwhal = batch.new
    assert okapi == Subject(subject="okapi", group="jungle", state="new")
    assert axolotl == Subject(subject="axolotl", places=("salt lake",), companions=("rock",), state="new")
    assert narwhal == Subject(subject="narwhal", places=("tundra",), state="new")
    assert batch.dropped == {"no place": 1}


def test_what_was_refused_does_not_come_again() -> None:
    append("animal", [Subject(subject="okapi", group="jungle", state="refused")])
    assert subjects("animal", "okapis", "aardvark").dropped == {"known already": 1}
    ability, expand, _ = parts("animal")
    crop = Subjects(ability, 500, expand["subjects"], lists())
    assert crop.count() == len(ability.keywords)
    assert '"okapi"' in str(crop.ask(0).messages[1].parts[0])


def test_abilities_that_share_words_do_not_forbid_each_other_theirs() -> None:
    assert words(subjects("color", "ambulance", "rhubarb pie")) == ["ambulance", "rhubarb pie"]


@pytest.mark.parametrize(
    ("kind", "question", "why"),
    [
        ("describe", "What animal is in this picture?", "known already"),
        ("describe", "What animal is it in this picture?", "known already"),
        ("describe", "Lion?", "no question"),
        ("describe", "a picture of some animal", "no question"),
        ("describe", "Is it (red|blue) in here?", "no question"),
        ("describe", "Which keywords fit this picture?", "no question"),
        ("describe", "What is hiding under the tree?", "takes something for granted"),
        ("describe", "What is the giraffe doing here?", "fits one subject only"),
        ("describe", "What is the {person} looking at?", "unknown blank"),
        ("detail", "What is near the {place} there?", "unknown blank"),
        ("vqa", "What is near {an_other}?", "unknown blank"),
        ("vqa", "Can you name it at first sight?", "answered by yes or no"),
        ("vqa", "Who is it, one or the other?", "answered by yes or no"),
        ("negative", "Why is it so dark in here?", "names nothing that is not there"),
        ("reasoning", "Was für ein Tier wird hier wohl gezeigt, und warum ist das so?", "another language"),
    ],
)
def test_what_is_no_question_for_every_picture_is_dropped(kind: str, question: str, why: str) -> None:
    batch = questions("animal", kind, question)
    assert batch.new == [] and batch.dropped == {why: 1}


def test_questions_of_their_kind_are_kept() -> None:
    asked = ["Who has come to look at us?", "Tell me what the {thing} is called."]
    assert words(questions("animal", "describe", *asked, asked[0].upper())) == asked
    assert questions("animal", "negative", "Where is {an_other} hiding?").new == [
        Question(question="Where is {an_other} hiding?", kind="negative", state="new")
    ]
    assert words(questions("hair", "detail", "What has the {person} done to it all?")) != []


@pytest.mark.parametrize(
    ("prompt", "why"),
    [
        ("giraffe, savanna, soft light", "not one head in double round brackets"),
        ("((okapi)), ((giraffe)), savanna", "not one head in double round brackets"),
        ("savanna, ((giraffe)), 8k", "not one head in double round brackets"),
        ("((giraffe)), savanna", "too few or too many keywords"),
        ("((giraffe)), savanna, savanna, 8k", "too few or too many keywords"),
        ("((teapot)), savanna, soft light, 8k", "no subject of the ability"),
        ("((giraffe)), <b>savanna, soft light", "no keyword"),
        ("((giraffe)), savanna, the smell of rain, 8k", "cannot be seen"),
    ],
)
def test_what_is_no_example_of_a_prompt_is_dropped(prompt: str, why: str) -> None:
    batch = prompts("animal", prompt)
    assert batch.new == [] and batch.dropped == {why: 1}


def test_no_example_shows_what_is_kept_for_the_benchmark() -> None:
    ability, _, _ = parts("animal")
    reserved = next(word for word in ability.keywords if word not in ability.subjects)
    assert prompts("animal", f"(({reserved})), hill, soft light, 8k").dropped == {"no subject of the ability": 1}


def test_of_a_batch_those_are_taken_that_say_most_and_differ_most() -> None:
    places = ["river bank", "old quarry", "snowy field", "hill", "barn roof", "village green", "mud pool", "lily pond"]
    first = parts("animal")[0].subjects[:8]
    full = [f"(({word})), {place}, soft light, mosaic, 8k" for word, place in zip(first, places, strict=True)]
    poor = [f"(({word})), hill, dam, pier" for word in first]
    batch = prompts("animal", *poor, *full)
    assert len(batch.new) == 8 and sum(text in full for text in words(batch)) >= 6
    assert batch.dropped == {"not among the best": 8}


def test_the_best_come_in_the_order_of_what_they_add_and_repeats_do_not_come() -> None:
    def example(text: str) -> PromptExample:
        return PromptExample(prompt=text)

    same, near, far = example("a b c d e"), example("a b c d x"), example("v w x y z")
    assert best([(same, 1.0), (near, 1.0), (far, 1.0)], ["a b c d e"], 3) == [far, near]
    assert best([(near, 0.1), (far, 1.0), (far, 1.0)], [], 3) == [far, near]
    assert best([], ["a"], 3) == []


def test_the_subject_of_a_head_is_the_longest_keyword_in_it() -> None:
    assert subject_of("two red pandas", parts("animal")[0]) == "red panda"
    assert subject_of("teapot", parts("animal")[0]) == ""
    assert subject_of("blue umbrella", parts("color")[0]) == "umbrella"


def dialogues(rows: Sequence[dict[str, str]]) -> tuple[Batch, DialogueExamples]:
    ability, _, bootstrap = parts("animal")
    crop = DialogueExamples(ability, 20, bootstrap["dialogues"])
    return crop.read(Reply("k", "id", json.dumps({"dialogues": rows}))), crop


def test_answers_are_kept_that_name_the_head_and_nothing_of_its_making() -> None:
    ability = parts("animal")[0]
    known = ability.prompt_examples[0]
    head = heads(known)[0]
    row = {"keywords": known, "question": "Anything?", "answer": f"A {head} can be seen on the savanna."}
    for answer, why in {
        f"A {head}": "no sentence",
        "It is an animal of some kind.": "does not name the head",
        f"The prompt asks for a {head} here.": "speaks of the prompt",
        f"A {head} in 8k, what a view it is.": "speaks of the prompt",
        f"A {head} sleeps under an old tree.": "says more than is known",
    }.items():
        assert dialogues([{**row, "answer": answer}])[0].dropped == {why: 1}
    assert dialogues([{**row, "keywords": "((dodo)), hill"}])[0].dropped == {"not what was ordered": 1}
    batch, crop = dialogues([row])
    (found,) = batch.new
    assert isinstance(found, DialogueExample) and found.question != "Anything?"
    assert found.question in ability.questions, "the question is ours, whatever the model makes of it"
    assert crop.target == len(ability.prompt_examples)
