import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from synthgen.build import Run, build_run
from synthgen.config import compose, options
from synthgen.desk import RunDesk
from synthgen.errors import UsageError
from synthgen.kit.seen import may_be_seen
from synthgen.kit.words import content_words
from synthgen.llm.offline.shapes import SHAPES
from synthgen.llm.offline.turns import names, retold
from synthgen.plan import Planner
from synthgen.types import Dialogue, DialogueKind, Known, Prompt, Reject, Reply

ABILITIES = sorted(set(options("ability")) - {"all"})
KINDS = sorted(SHAPES)


@pytest.fixture(scope="module")
def run() -> Run:
    return build_run(compose(["ability=all"]))


def written(
    run: Run, name: str, count: int, kind: DialogueKind | None = None, known: Known | None = None, start: int = 0
) -> list[tuple[Prompt, Dialogue | Reject]]:
    planner, desk, found = Planner(run.abilities[name], seed=3), RunDesk(Path()), []
    for index in range(start, start + count):
        slot = planner.slot(index)
        slot = replace(slot, kind=kind or slot.kind)
        (reply,) = run.llm.complete([planner.ability.ask_prompt(slot)], desk)
        assert isinstance(reply, Reply)
        prompt = planner.ability.read_prompt(slot, reply)
        assert isinstance(prompt, Prompt), prompt
        request = planner.ability.ask_dialogue(slot, prompt, known or run.renderer.known)
        (said,) = run.llm.complete([request], desk)
        answer = said if isinstance(said, Reject) else planner.ability.read_dialogue(slot, prompt, said)
        found.append((prompt, answer))
    return found


def dialogues(run: Run, name: str, count: int, kind: DialogueKind | None = None) -> list[tuple[Prompt, Dialogue]]:
    found = written(run, name, count, kind)
    assert not [answer for _, answer in found if isinstance(answer, Reject)]
    return [(prompt, answer) for prompt, answer in found if isinstance(answer, Dialogue)]


@pytest.mark.parametrize("name", ABILITIES)
def test_it_writes_only_what_the_renderer_can_draw_and_says_it_cleanly(run: Run, name: str) -> None:
    found = dialogues(run, name, 150)
    for prompt, dialogue in found:
        assert run.renderer.undrawable(prompt) is None, prompt.text
        assert prompt.text.startswith("((") and prompt.negative
        for turn in dialogue.turns:
            for text in (turn.question, turn.answer):
                assert text and not set("{}[]()|") & set(text), text
                assert "  " not in text and text[0] == text[0].upper()
                assert not re.search(r"\b(an?) an?\b|\ba (?!eu|one|uni)[aeio]|\bis are\b|\.\.", text), text
            assert turn.question[-1] in "?."
    assert len({prompt.text for prompt, _ in found}) == len(found)


@pytest.mark.parametrize("name", ABILITIES)
def test_every_kind_is_planned_as_often_as_its_weight_says(run: Run, name: str) -> None:
    ability = run.abilities[name]
    counts = Counter(ability.kind(index) for index in range(1000, 1400))
    weights = ability.kinds  # type: ignore[attr-defined]
    for kind, weight in weights.items():
        assert abs(counts[kind] / 400 - weight / sum(weights.values())) < 0.01, counts


@pytest.mark.parametrize("name", ABILITIES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_written_for_every_ability(run: Run, name: str, kind: DialogueKind) -> None:
    found = [dialogue for _, dialogue in dialogues(run, name, 80, kind)]
    said = [dialogue for dialogue in found if dialogue.kind == kind]
    # a scene or a joke with neither light nor medium has nothing more to say: it is described
    assert len(said) >= (40 if kind == "detail" and name in ("scene", "joke") else 78)
    assert {dialogue.kind for dialogue in found} <= {kind, "describe"}
    assert {len(dialogue.turns) for dialogue in said} <= {"conversation": {2, 3, 4}, "vqa": {1, 2, 3}}.get(kind, {1})


@pytest.mark.parametrize("name", ABILITIES)
def test_a_claim_is_about_what_the_prompt_says_or_leaves_out(run: Run, name: str) -> None:
    for prompt, dialogue in dialogues(run, name, 120):
        said = prompt.text.lower()
        assert dialogue.claims or dialogue.kind in ("conversation", "negative", "vqa", "reasoning"), dialogue
        for claim in dialogue.claims:
            if claim.type == "absence":
                assert not set(content_words(claim.subject)) & set(content_words(said)), (said, claim)
                assert not prompt.fields.place or not may_be_seen(prompt.fields.place, claim.subject)
            else:
                assert claim.value.lower() in said or claim.value == prompt.head, (said, claim)


def test_yes_and_no_are_right_equally_often_and_what_is_true_comes_first_as_often_as_second(run: Run) -> None:
    answers: Counter[str] = Counter()
    first: Counter[bool] = Counter()
    for name in ABILITIES:
        for _, dialogue in dialogues(run, name, 300, "vqa"):
            for turn in dialogue.turns:
                start = turn.answer[:3].strip(",. ")
                answers[start] += start in ("Yes", "No")
                choice = re.search(r"(\w+) or (?:an? |in the |in an? )?(\w+)[^?]*\?", turn.question)
                if choice and turn.question[:2] != "In":
                    says = set(content_words(turn.answer))
                    if (choice[1].lower() in says) != (choice[2].lower() in says):
                        first[choice[1].lower() in says] += 1
    assert 0.42 < answers["Yes"] / (answers["Yes"] + answers["No"]) < 0.58, answers
    assert 0.42 < first[True] / first.total() < 0.58, first


def test_what_is_called_absent_is_neither_in_the_prompt_nor_expected_in_the_place(run: Run) -> None:
    seen = 0
    for name in ABILITIES:
        for prompt, dialogue in dialogues(run, name, 200, "negative"):
            for claim in dialogue.claims:
                if claim.type == "absence":
                    seen += 1
                    assert not set(content_words(claim.subject)) & set(content_words(prompt.text)), (prompt, claim)
    assert seen > 200


@pytest.mark.parametrize("name", ABILITIES)
def test_of_pictures_that_cannot_be_trusted_only_trusted_things_are_said(run: Run, name: str) -> None:
    for kind in KINDS:
        for prompt, dialogue in written(run, name, 25, kind, Known(frozenset({"subject", "medium"}))):
            if isinstance(dialogue, Dialogue):
                assert {claim.type for claim in dialogue.claims} <= {"subject", "medium"}, dialogue
                place = prompt.fields.place
                text = " ".join(turn.answer for turn in dialogue.turns)
                assert not place or place in prompt.head or f" {place}" not in text, (place, dialogue)


@pytest.mark.parametrize(
    "say, denial, again",
    [
        ("the {who} {is} {value}", "the {who} {is} not {other}", "{it} {is} {value}"),
        ("the {thing} {thing_is} {value}", "the {thing} {thing_is} not {other}", "{thing_it} {thing_is} {value}"),
        ("the (picture|image) shows {value}", "there is no {other} in the (picture|image)", "it shows {value}"),
        ("there are {value} {things}", "there are not {other} {things}", "there are {value}"),
        ("{value} can be seen", "it does not show {other}", "{value} can be seen"),
    ],
)
def test_what_is_so_instead_does_not_name_its_subject_again(say: str, denial: str, again: str) -> None:
    assert list(retold([say], denial)) == [again]


def test_it_never_stands_for_the_picture_after_a_denial_about_a_person() -> None:
    says = ["the {person} is {value}", "the (picture|image) shows {a_person} {value}"]
    assert list(retold(says, "the {person} is not {other}")) == ["{it} is {value}"]


def test_a_value_is_named_at_the_start_of_a_sentence_too_but_only_as_whole_words() -> None:
    assert names("A lantern can be seen. It is red.", "a lantern") and names("It is red.", "red")
    assert not names("A redwood tree can be seen.", "red")


@pytest.mark.parametrize("name", ABILITIES)
def test_a_dialogue_calls_the_picture_by_one_name(run: Run, name: str) -> None:
    for _, dialogue in dialogues(run, name, 60):
        asked = " ".join(f"{turn.question} {turn.answer}" for turn in dialogue.turns).lower()
        assert not ("the picture" in asked and "the image" in asked), dialogue


@pytest.mark.parametrize("name", ABILITIES)
def test_no_answer_is_given_again_and_again(run: Run, name: str) -> None:
    for kind in ("describe", "detail", "reasoning"):
        answers = [dialogue.turns[0].answer for _, dialogue in dialogues(run, name, 150, kind)]
        assert len(set(answers)) >= 0.9 * len(answers), Counter(answers).most_common(3)


def test_the_same_slot_gives_the_same_words(run: Run) -> None:
    assert dialogues(run, "joke", 20) == dialogues(run, "joke", 20)


@pytest.mark.parametrize("name", ABILITIES)
def test_enough_subjects_of_every_ability_can_be_drawn(run: Run, name: str) -> None:
    assert len(run.abilities[name].subjects) >= {"hair": 40, "style": 20, "scene": 40}.get(name, 60)


def test_the_joke_is_explained(run: Run) -> None:
    for prompt, dialogue in dialogues(run, "joke", 100, "describe"):
        answer = dialogue.turns[0].answer
        assert "{why}" not in answer and len(answer.split()) >= 8, (prompt.text, answer)
    for prompt, dialogue in dialogues(run, "joke", 100, "reasoning"):
        answer = dialogue.turns[0].answer.lower()
        assert re.search(r"because|although|, and |; |: |in reality", answer), (prompt.text, answer)


@pytest.mark.parametrize("name", ["animal", "clothes", "color", "scene"])
def test_a_medium_is_named_only_where_the_renderer_is_trusted_for_it(run: Run, name: str) -> None:
    for kind in KINDS:
        for prompt, dialogue in written(run, name, 25, kind, Known(frozenset({"subject"}))):
            if isinstance(dialogue, Dialogue) and prompt.fields.medium:
                assert prompt.fields.medium not in " ".join(turn.answer for turn in dialogue.turns), dialogue


def test_a_kind_that_nobody_composes_is_refused_before_anything_is_made() -> None:
    with pytest.raises(UsageError, match="counterpart"):
        build_run(compose(["ability=joke", "+ability.joke.kinds.counterpart=1"]))
