import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

import pytest
import yaml

from abilities.base import WordAbility
from abilities.joke import Joke
from synthgen.build import Run, build_run
from synthgen.config import compose, options
from synthgen.desk import RunDesk
from synthgen.kit.seen import may_be_seen
from synthgen.kit.words import content_words
from synthgen.llm.offline.shapes import SHAPES
from synthgen.llm.offline.turns import Writer, names, retold
from synthgen.plan import Planner
from synthgen.types import Dialogue, DialogueKind, Form, Known, Prompt, Reject, Reply, Request, Slot, Turn

FORMATS = yaml.safe_load(Path("conf/template/turns.yaml").read_text())["formats"]
HOW = [sentence for row in FORMATS.values() for sentence in row]
ABILITIES = sorted(set(options("ability")) - {"all", "paper12"})
KINDS = sorted(set(SHAPES) - {"counterpart"})


ROWS = 20
"""Dialogues of each ability and kind that are made once for all tests."""


@pytest.fixture(scope="module")
def run() -> Run:
    return built()


@cache
def built() -> Run:
    return build_run(compose(["ability=all"]))


@cache
def ability_of(name: str, kind: DialogueKind) -> WordAbility:
    """The ability as if it planned that kind alone."""
    ability = built().abilities[name]
    assert isinstance(ability, WordAbility)
    if isinstance(ability, Joke):
        ability = replace(ability, counterpart=float(kind == "counterpart"))
    return replace(ability, kinds={"describe" if kind == "counterpart" else kind: 1})


@cache
def written(
    name: str, kind: DialogueKind, known: Known | None = None, count: int = ROWS
) -> list[tuple[Slot, Prompt, Dialogue | Reject]]:
    run = built()
    ability, desk, found = ability_of(name, kind), RunDesk(Path()), []
    planner = Planner(ability, seed=3)
    for index in range(count):
        slot = planner.slot(index)
        (reply,) = run.llm.complete([ability.ask_prompt(slot)], desk)
        assert isinstance(reply, Reply)
        prompt = ability.read_prompt(slot, reply)
        assert isinstance(prompt, Prompt), prompt
        trusted = known or run.renderer.known
        request = ability.ask_dialogue(slot, prompt, trusted)
        (said,) = run.llm.complete([request], desk)
        answer = said if isinstance(said, Reject) else ability.read_dialogue(slot, prompt, trusted, said)
        found.append((slot, prompt, answer))
    return found


def planned(name: str, kind: DialogueKind, count: int = ROWS) -> list[tuple[Slot, Dialogue]]:
    found = written(name, kind, count=count)
    return [(slot, said) for slot, _, said in found if isinstance(said, Dialogue) and said.kind == kind]


def dialogues(name: str, kinds: Iterable[DialogueKind] = KINDS) -> list[tuple[Prompt, Dialogue]]:
    found = [row for kind in kinds for row in written(name, kind)]
    assert not [answer for _, _, answer in found if isinstance(answer, Reject)]
    return [(prompt, answer) for _, prompt, answer in found if isinstance(answer, Dialogue)]


def sentences(dialogue: Dialogue) -> list[str]:
    """All of a dialogue but the answers of a word or two."""
    texts = (text for turn in dialogue.turns for text in (turn.question, turn.answer))
    return [one for text in texts for one in re.split(r"(?<=[.?!]) ", text) if one[-1] in ".?!"]


def asked(turn: Turn) -> str:
    """The question without the sentence that asks for a short answer."""
    return next((turn.question.removesuffix(f" {how}") for how in HOW if turn.question.endswith(how)), turn.question)


@pytest.mark.parametrize("name", ABILITIES)
def test_it_writes_only_what_the_renderer_can_draw_and_says_it_cleanly(run: Run, name: str) -> None:
    found = dialogues(name)
    for prompt, dialogue in found:
        assert run.renderer.undrawable(prompt) is None, prompt.text
        assert prompt.text.startswith("((") and prompt.negative
        for turn in dialogue.turns:
            for text in (turn.question, turn.answer):
                assert text and not set("{}[]()|") & set(text), text
                assert "  " not in text and text[0] == text[0].upper()
                assert not re.search(r"\b(an?) an?\b|\ba (?!eu|one|uni)[aeio]|\bis are\b|\.\.", text), text
            assert turn.question[-1] in "?."
    assert len({prompt.text for prompt, _ in found[:ROWS]}) == ROWS


@pytest.mark.parametrize("name", ABILITIES)
def test_every_kind_is_planned_as_often_as_its_weight_says(run: Run, name: str) -> None:
    ability = run.abilities[name]
    if isinstance(ability, Joke):
        ability = replace(ability, counterpart=0.0)
    counts = Counter(ability.kind(index, index) for index in range(1000, 1400))
    weights = ability.kinds  # type: ignore[attr-defined]
    for kind, weight in weights.items():
        assert abs(counts[kind] / 400 - weight / sum(weights.values())) < 0.01, counts


@pytest.mark.parametrize("name", ABILITIES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_written_for_every_ability(name: str, kind: DialogueKind) -> None:
    found = [dialogue for _, dialogue in dialogues(name, [kind])]
    said = [dialogue for dialogue in found if dialogue.kind == kind]
    # a joke with neither place, light nor medium has nothing more to say: it is described
    assert len(said) >= (ROWS * 3 / 4 if kind == "detail" and name == "joke" else ROWS - 1)
    assert {dialogue.kind for dialogue in found} <= {kind, "describe"}
    turns = {"conversation": {2, 3, 4, 5}, "vqa": {1, 2, 3}}.get(kind, {1})
    assert {len(dialogue.turns) for dialogue in said} == turns


@pytest.mark.parametrize("name", ABILITIES)
def test_no_sentence_comes_twice_in_a_dialogue(name: str) -> None:
    for kind in KINDS:
        for _, dialogue in dialogues(name, [kind]):
            said = sentences(dialogue)
            assert len(set(said)) == len(said), dialogue


@pytest.mark.parametrize("name", ABILITIES)
def test_a_conversation_has_as_many_turns_as_planned_and_later_ones_do_not_repeat_the_opening(name: str) -> None:
    found = planned(name, "conversation")
    assert sum(len(said.turns) == len(slot.forms) for slot, said in found) >= 0.95 * len(found)
    for slot, said in found:
        assert 2 <= len(said.turns) <= len(slot.forms), said
        head = slot.cell.subject
        for turn in said.turns[1:]:
            assert turn.answer not in said.turns[0].answer
            assert not re.search(rf"(shows|picture of|image of|you see) (an? )?{re.escape(head)}\b", turn.answer), said


@pytest.mark.parametrize("name", ABILITIES)
def test_precise_questions_come_in_the_planned_forms(name: str) -> None:
    short = 0
    for slot, said in planned(name, "vqa"):
        short += len(said.turns) < len(slot.forms)
        if len(said.turns) == len(slot.forms):
            for turn, form in zip(said.turns, slot.forms, strict=True):
                start = turn.answer[:3].strip(",. ")
                assert (start == form.capitalize()) if form in ("yes", "no") else start not in ("Yes", "No"), said
                assert not form.startswith("right") or right_first(turn) == (form == "right first"), (form, turn)
    assert short <= 4


def right_first(turn: Turn) -> bool:
    """Whether the first of two things is right: what stands on either side of "or", by its last words."""
    before, _, after = asked(turn).rstrip("?").rpartition(" or ")
    last = [word for word in content_words(after)]
    first = content_words(before)[-len(last) :]
    here, there = ({*content_words(turn.answer)} & set(words) for words in (first, last))
    assert here != there, turn
    return len(here) / len(first) > len(there) / len(last)


@pytest.mark.parametrize("name", ABILITIES)
def test_short_answers_are_asked_for_and_others_are_sentences(name: str) -> None:
    hows = Counter[str]()
    for slot, said in planned(name, "vqa"):
        for turn in said.turns:
            how = turn.question.removeprefix(asked(turn)).strip()
            hows[how] += 1
            assert bool(how) == slot.brief, (slot.brief, turn)
            if how:
                assert len(turn.answer.split()) <= 5 and turn.answer[-1] not in ".!?", turn
                assert (how in FORMATS["yes_no"]) or turn.answer not in ("Yes", "No"), turn
            else:
                assert len(turn.answer.split()) >= 3 and turn.answer[-1] == ".", turn
    assert len(hows) >= 6


@pytest.mark.parametrize("name", ABILITIES)
def test_what_is_false_is_stated_or_asked_for_as_planned_and_put_right(name: str) -> None:
    for slot, prompt, said in written(name, "negative"):
        assert isinstance(said, Dialogue) and len(said.turns) == 1
        (turn,) = said.turns
        assert re.search(r"\b(no|not|No|Not)\b", turn.answer), turn
        absent = [claim for claim in said.claims if claim.type == "absence"]
        assert not absent or slot.forms == ("asks",), (slot.forms, said)
        if slot.forms == ("states",):
            assert not set(content_words(turn.question)) >= set(content_words(prompt.head)) or turn.answer, said


def test_a_longer_description_says_what_is_known() -> None:
    lengths = Counter[int]()
    for name in ABILITIES:
        for slot, said in planned(name, "detail"):
            cell, answer = slot.cell, said.turns[0].answer
            parts = [cell.place, *cell.companions, cell.medium if cell.medium != cell.subject else ""]
            for part in filter(None, parts):
                assert part.lower() in answer.lower(), (part, answer)
            rich = bool(cell.place) + bool(cell.companions) + bool(cell.light) + bool(cell.medium)
            lengths[len(re.findall(r"\.(?: |$)", answer))] += rich >= 3
    assert sum(count for length, count in lengths.items() if 3 <= length <= 7) >= 0.98 * lengths.total(), lengths


def test_a_skin_tone_is_named_in_some_longer_descriptions_and_nowhere_else() -> None:
    for kind in KINDS:
        found = [said for _, said in dialogues("profession", [kind])]
        named = sum(" skin" in f"{turn.question} {turn.answer}" for said in found for turn in said.turns)
        assert 1 <= named <= 15 if kind == "detail" else not named, kind


def test_an_elderly_woman_is_called_one_now_and_then() -> None:
    found = [said.turns[0].answer for _, said in dialogues("action", ["describe"])]
    assert 4 <= sum(bool(re.search(r"\b(young|middle-aged|elderly) (wo)?man\b", text)) for text in found) <= 20


def test_a_picture_with_nothing_unusual_is_described() -> None:
    for _, said in dialogues("joke", ["counterpart"]):
        assert said.kind == "counterpart" and len(said.turns) == 1
        assert {claim.type for claim in said.claims} >= {"subject"}


@pytest.mark.parametrize("name", ABILITIES)
def test_a_claim_is_about_what_the_prompt_says_or_leaves_out(name: str) -> None:
    for prompt, dialogue in dialogues(name):
        said = prompt.text.lower()
        assert dialogue.claims or dialogue.kind in ("conversation", "negative", "vqa", "reasoning"), dialogue
        for claim in dialogue.claims:
            if claim.type == "absence":
                assert not set(content_words(claim.subject)) & set(content_words(said)), (said, claim)
                assert not prompt.fields.place or not may_be_seen(prompt.fields.place, claim.subject)
            else:
                told = (prompt.head, "indoors", "outdoors")
                assert claim.value.lower() in said or claim.value in told, (said, claim)


def test_yes_and_no_are_right_equally_often_and_what_is_true_comes_first_as_often_as_second() -> None:
    answers, first = Counter[str](), Counter[bool]()
    for slot, said in planned("style", "vqa", count=1000):
        for turn in said.turns:
            answers[turn.answer[:3].strip(",. ")] += 1
        first.update(form == "right first" for form in slot.forms if form.startswith("right"))
    assert abs(answers["Yes"] / (answers["Yes"] + answers["No"]) - 0.5) <= 0.02, answers
    assert abs(first[True] / first.total() - 0.5) <= 0.03, first


def test_of_a_picture_that_is_surely_not_anything_else_nobody_asks_for_yes_alone(run: Run) -> None:
    for kind in ("no", "yes"):
        slot, request = vqa_request(run, forms=(kind, kind))
        assert request.material
        sure = [replace(topic, others=()) for topic in request.material.topics if topic.part != "absence"]
        said = SHAPES["vqa"](Writer(replace(request.material, topics=tuple(sure)), Random(1)), slot.forms)
        assert said and not any(one.turn.answer.startswith(("Yes", "No")) for one in said)


def vqa_request(run: Run, forms: tuple[Form, ...]) -> tuple[Slot, Request]:
    ability = ability_of("animal", "vqa")
    slot = replace(Planner(ability, seed=3).slot(5), forms=forms)
    (reply,) = run.llm.complete([ability.ask_prompt(slot)], RunDesk(Path()))
    assert isinstance(reply, Reply)
    prompt = ability.read_prompt(slot, reply)
    assert isinstance(prompt, Prompt)
    return slot, ability.ask_dialogue(slot, prompt, run.renderer.known)


def test_what_is_called_absent_is_neither_in_the_prompt_nor_expected_in_the_place() -> None:
    seen = 0
    for name in ABILITIES:
        for prompt, dialogue in dialogues(name, ["negative"]):
            for claim in dialogue.claims:
                if claim.type == "absence":
                    seen += 1
                    assert not set(content_words(claim.subject)) & set(content_words(prompt.text)), (prompt, claim)
    assert seen > 60


@pytest.mark.parametrize("name", ABILITIES)
def test_of_pictures_that_cannot_be_trusted_only_trusted_things_are_said(name: str) -> None:
    for kind in KINDS:
        for _, prompt, dialogue in written(name, kind, Known(frozenset({"subject", "medium"})), 8):
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
def test_a_dialogue_calls_the_picture_by_one_name(name: str) -> None:
    for _, dialogue in dialogues(name):
        asked = " ".join(f"{turn.question} {turn.answer}" for turn in dialogue.turns).lower()
        assert not ("the picture" in asked and "the image" in asked), dialogue


@pytest.mark.parametrize("name", ABILITIES)
def test_no_answer_is_given_again_and_again(name: str) -> None:
    for kind in ("describe", "detail", "reasoning"):
        answers = [dialogue.turns[0].answer for _, dialogue in dialogues(name, [kind])]
        assert len(set(answers)) >= 0.97 * len(answers), Counter(answers).most_common(3)


def test_the_same_slot_gives_the_same_words() -> None:
    assert written.__wrapped__("joke", "vqa") == written("joke", "vqa")


@pytest.mark.parametrize("name", ABILITIES)
def test_enough_subjects_of_every_ability_can_be_drawn(run: Run, name: str) -> None:
    assert len(run.abilities[name].subjects) >= {"hair": 40, "style": 20, "scene": 40, "profession": 40}.get(name, 60)


def test_the_joke_is_explained() -> None:
    for prompt, dialogue in dialogues("joke", ["describe"]):
        answer = dialogue.turns[0].answer
        assert "{why}" not in answer and len(answer.split()) >= 8, (prompt.text, answer)
    for prompt, dialogue in dialogues("joke", ["reasoning"]):
        answer = dialogue.turns[0].answer.lower()
        assert re.search(r"because|although|, and |; |: |in reality|since|for ", answer), (prompt.text, answer)


@pytest.mark.parametrize("name", ["animal", "clothes", "color", "scene"])
def test_a_medium_is_named_only_where_the_renderer_is_trusted_for_it(name: str) -> None:
    for kind in KINDS:
        for _, prompt, dialogue in written(name, kind, Known(frozenset({"subject"})), 8):
            if isinstance(dialogue, Dialogue) and prompt.fields.medium:
                assert prompt.fields.medium not in " ".join(turn.answer for turn in dialogue.turns), dialogue
