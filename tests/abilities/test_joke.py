import json
import re
from collections import Counter
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from abilities.joke import Joke
from abilities.style import Style
from synthgen.build import build, build_run
from synthgen.config import compose
from synthgen.desk import RunDesk
from synthgen.errors import UsageError
from synthgen.interfaces import Ability
from synthgen.kit.drawable import fault
from synthgen.kit.prompt_text import compile_text
from synthgen.kit.reserved import is_reserved
from synthgen.llm.offline import Offline
from synthgen.plan import Planner
from synthgen.renderer.sketch import Sketch, describe
from synthgen.types import Dialogue, Fields, Prompt, Reject, Reply, Slot

KNOWN = Sketch().known
OPEN = ("describe", "conversation", "detail", "reasoning")
NEVER = re.compile(r"impossible|cannot be real|(?:could|would) never|No camera|made up|absurd|^(?:No|It could not):")

PLAIN = re.compile(
    r"\bno(?:thing|body)?\b|ordinary|everyday|normal|as it should be|not unusual|makes sense|quite usual|need not", re.I
)


@pytest.fixture(scope="module")
def joke() -> Joke:
    """As it is for a model that invents, and a renderer that draws anything."""
    ability = build_run(compose(["ability=joke"]), {}).abilities["joke"]
    assert isinstance(ability, Joke)
    return ability


@pytest.fixture(scope="module")
def drawn(joke: Joke) -> Joke:
    """As it is for the sketch renderer."""
    return joke.limited_to(Sketch())


@pytest.fixture(scope="module")
def slots(drawn: Joke) -> list[Slot]:
    planner = Planner(drawn, seed=0)
    return [planner.slot(i) for i in range(2000)]


def prompt_of(slot: Slot) -> Prompt:
    return Prompt(slot.id, slot.cell, compile_text(slot.cell))


@pytest.fixture(scope="module")
def dialogues(drawn: Joke, slots: list[Slot]) -> list[tuple[Slot, Dialogue, str]]:
    """What the embedded writer says of each slot, and the reason that it was given."""
    asked = {slot.id: drawn.ask_dialogue(slot, prompt_of(slot), KNOWN) for slot in slots}
    replies = {reply.id: reply for reply in Offline().complete(asked.values(), RunDesk(Path()))}
    found = []
    for slot in slots:
        reply = replies[slot.id]
        assert isinstance(reply, Reply), reply
        said = drawn.read_dialogue(slot, prompt_of(slot), KNOWN, reply)
        assert isinstance(said, Dialogue), said
        material = asked[slot.id].material
        assert material is not None
        found.append((slot, said, material.blanks["why"]))
    return found


# The plan


def test_all_ways_come_equally_often_over_any_stretch(drawn: Joke, slots: list[Slot]) -> None:
    assert set(drawn.ways) == {"place", "scale", "material", "role", "tool", "number", "anachronism", "physics"}
    for start in (0, 300, 777):
        ways = Counter(slot.way for slot in slots[start : start + 1000] if slot.way)
        assert set(ways) == set(drawn.ways)
        assert max(ways.values()) - min(ways.values()) <= 2


def test_a_way_is_told_by_the_joke_that_is_planned_for_it(drawn: Joke, slots: list[Slot]) -> None:
    assert all(drawn.jokes[slot.cell.subject].way == slot.way for slot in slots if slot.way)


def test_no_scene_comes_twice_before_all_of_its_way_have_come(drawn: Joke, slots: list[Slot]) -> None:
    for way in (*drawn.ways, ""):
        heads = [slot.cell.subject for slot in slots if slot.way == way]
        _, most = zip(*Counter(heads).most_common(), strict=True)
        assert most[0] - most[-1] <= 1
        assert most[0] == 1 or len(set(heads)) >= 150, way
    assert len({slot.cell.subject for slot in slots[:1000]}) == 1000


def test_a_quarter_of_the_prompts_are_counterparts_and_pictures_of_one_prompt_are_alike(drawn: Joke) -> None:
    planner = Planner(drawn, seed=0, images_per_prompt=3)
    slots = [planner.slot(i) for i in range(600)]
    for start in (0, 90, 300):
        assert 23 <= sum(slot.kind == "counterpart" for slot in slots[start : start + 3 * 100]) / 3 <= 27
    for slot, other in zip(slots, slots[1:], strict=False):
        if slot.number == other.number:
            assert (slot.kind == "counterpart", slot.cell) == (other.kind == "counterpart", other.cell)


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 1.0])
def test_their_share_is_an_option(drawn: Joke, share: float) -> None:
    planner = Planner(replace(drawn, counterpart=share), seed=0)
    kinds = [planner.slot(i).kind for i in range(200)]
    assert abs(kinds.count("counterpart") - 200 * share) <= 1


def test_a_share_of_more_than_all_is_refused() -> None:
    with pytest.raises(UsageError, match="ability.joke.counterpart=1.5"):
        build_run(compose(["ability=joke", "ability.joke.counterpart=1.5"]), {})


def test_every_way_has_enough_scenes_that_the_sketch_renderer_draws(drawn: Joke) -> None:
    planned = Counter(joke.way for joke in drawn.jokes.values() if not is_reserved("joke", joke.subject))
    assert set(planned) == set(drawn.ways)
    assert min(planned.values()) >= 180, planned


def test_what_is_planned_can_be_drawn_and_passes_the_gate_for_prompts(drawn: Joke, slots: list[Slot]) -> None:
    for slot in slots:
        assert Sketch().undrawable(prompt_of(slot)) is None, slot.cell
        assert fault(slot.cell) is None, slot.cell


def test_nothing_that_is_kept_for_the_benchmark_is_planned(drawn: Joke, joke: Joke, slots: list[Slot]) -> None:
    subjects = {drawn.jokes[s.subject].subject if s.way else drawn.plain[s.subject].subject for s in slots}
    planner = Planner(joke, seed=0)
    free = (planner.slot(i) for i in range(500))
    subjects |= {slot.subject if slot.way else joke.plain[slot.subject].subject for slot in free}
    assert len(subjects) > 150
    assert not [subject for subject in subjects if is_reserved("joke", subject)]


def test_a_joke_that_says_its_place_names_no_second_one(drawn: Joke, slots: list[Slot]) -> None:
    for slot in slots:
        if slot.way and drawn.jokes[slot.cell.subject].twist.get("places") == []:
            assert slot.cell.place == ""


def test_nobody_meets_itself_in_a_joke(joke: Joke) -> None:
    assert not [head for head, one in joke.jokes.items() if one.subject == one.thing]


def test_a_thousand_prompts_and_answers_differ(dialogues: list[tuple[Slot, Dialogue, str]]) -> None:
    first = dialogues[:1000]
    assert len({(s.cell.subject, s.cell.place, s.cell.companions) for s, _, _ in first}) >= 900
    for kind in ("describe", "detail", "reasoning", "counterpart"):
        answers = [turn.answer for slot, said, _ in first if slot.kind == kind for turn in said.turns]
        assert len(set(answers)) >= 0.9 * len(answers) > 50


# Counterparts


def test_whatever_is_joked_about_is_also_shown_as_it_is_and_the_other_way_round(joke: Joke) -> None:
    assert {one.subject for one in joke.jokes.values()} == {one.subject for one in joke.plain.values()}


def test_the_renderer_takes_no_counterpart_for_a_joke(drawn: Joke) -> None:
    for head in drawn.plain:
        assert head not in drawn.jokes
        shown = describe(compile_text(Fields(head)), 0, 64)
        assert shown.joke is None and shown.place and len(shown.things) == 1, head


def test_counterparts_have_something_beside_them_now_and_then(slots: list[Slot]) -> None:
    plain = [slot.cell for slot in slots if slot.kind == "counterpart"]
    assert 0.2 < sum(bool(cell.companions) for cell in plain) / len(plain) < 0.6
    assert not [cell for cell in plain if cell.count != 1 or cell.attributes]


def test_their_answers_deny_any_oddity_and_say_why(drawn: Joke, dialogues: list[tuple[Slot, Dialogue, str]]) -> None:
    odd = {turn.question for slot, said, _ in dialogues if slot.kind == "describe" for turn in said.turns}
    told = [one for one in dialogues if one[0].kind == "counterpart"]
    assert len(told) == 500
    for slot, said, why in told:
        (turn,) = said.turns
        assert slot.cell.subject in turn.answer and why.lower() in turn.answer.lower()
        assert PLAIN.search(turn.answer), turn.answer
        assert "subject" in {claim.type for claim in said.claims}
    assert len({turn.question for _, said, _ in told for turn in said.turns} & odd) >= 20
    assert len(drawn.ordinary) >= 25


def test_what_stands_beside_them_is_said_only_where_the_renderer_is_trusted_for_it(drawn: Joke) -> None:
    prompt = Prompt("joke-000000003", Fields("penguin on an ice field", companions=("seagull",)), "")
    assert drawn.material(prompt, KNOWN).blanks["beside"] == "beside a seagull"
    unsure = replace(KNOWN, asserts=KNOWN.asserts - {"object"})
    assert drawn.material(prompt, unsure).blanks["beside"] == ""


# Why


def test_each_answer_says_what_is_unusual_and_why(dialogues: list[tuple[Slot, Dialogue, str]]) -> None:
    told = [one for one in dialogues if one[0].way and one[1].kind in OPEN]
    assert len(told) > 1200
    for slot, said, reason in told:
        text = " ".join(turn.answer for turn in said.turns).lower()
        assert slot.cell.subject.lower() in text and reason.lower() in text, (slot.cell.subject, text)
        assert len(reason.split()) >= 3


def test_nothing_is_called_impossible_that_somebody_could_set_up(
    drawn: Joke, dialogues: list[tuple[Slot, Dialogue, str]]
) -> None:
    said = {True: 0, False: 0}
    for slot, dialogue, _ in dialogues:
        if slot.way and dialogue.kind in ("describe", "reasoning"):
            possible = drawn.jokes[slot.cell.subject].twist.get("possible", False)
            said[possible] += bool(NEVER.search(dialogue.turns[0].answer))
    assert said[True] == 0
    assert said[False] > 100


# A language model


def test_a_model_that_invents_gets_a_plain_subject_and_the_whole_of_a_way(joke: Joke) -> None:
    planner = Planner(joke, seed=0)
    ways = Counter[str]()
    for i in range(320):
        slot = planner.slot(i)
        order = json.loads(str(joke.ask_prompt(slot).messages[-1].parts[0]).splitlines()[-1])
        assert order["subject"] == slot.subject
        if slot.way:
            assert slot.subject in joke.subjects
            assert order["way"] == f"{slot.way}: {joke.ways[slot.way]}"
            assert not order["place"] and not order["companions"]
            ways[slot.way] += 1
        else:
            assert slot.kind == "counterpart" and slot.subject in joke.plain
            assert "way" not in order
    assert set(ways.values()) == {30}


def test_where_only_some_scenes_can_be_drawn_the_order_holds_one_of_them(drawn: Joke, slots: list[Slot]) -> None:
    slot = next(slot for slot in slots if slot.way == "tool")
    order = json.loads(str(drawn.ask_prompt(slot).messages[-1].parts[0]).splitlines()[-1])
    assert order["subject"] in drawn.jokes
    assert order["way"].startswith("tool: ")


def test_a_way_that_nobody_explains_and_a_sentence_that_does_not_expand_are_told_before_a_run(joke: Joke) -> None:
    wrong = replace(joke, twists={**joke.twists, "mood": []}, usual={}, ordinary=["Nothing but {nobody_knows}."])
    mistakes = "\n".join(wrong.preflight())
    assert joke.preflight() == []
    assert "says nothing about 'mood'" in mistakes
    assert "usual: says nothing about the group 'ice'" in mistakes
    assert "nobody_knows" in mistakes


def test_a_renderer_that_draws_no_joke_is_refused(joke: Joke) -> None:
    only = replace(joke, twists={"tool": [{"pattern": "{subject} eating soup with a hammer", "things": [],
                                           "subjects": ["penguin"], "why": "hammers hold no soup"}]})  # fmt: skip
    with pytest.raises(UsageError, match="can draw none of its jokes"):
        only.limited_to(Sketch())


# Abilities of their own


def test_style_shows_a_thing_in_a_medium_and_names_both() -> None:
    style = build_run(compose(["ability=style"])).abilities["style"]
    assert isinstance(style, Style)
    planner = Planner(style, seed=0)
    for i in range(100):
        cell = planner.slot(i).cell
        assert cell.subject == cell.medium and cell.companions[0] in style.things


def test_an_ability_of_the_working_folder_needs_one_yaml(working_folder: Path) -> None:
    from synthgen.__main__ import main
    from synthgen.config import options

    own = working_folder / "conf" / "ability"
    own.mkdir(parents=True)
    text = options("ability")["animal"].read_text()
    (own / "beast.yaml").write_text(
        re.sub(r"ability\.animal|name: animal", lambda m: m[0].replace("animal", "beast"), text)
    )
    assert main(["ability=beast", "n=3"]) == 0
    assert (working_folder / "outputs/beast/export/llava/images/beast-000000000.jpg").exists()


def test_a_model_that_invents_nothing_is_refused() -> None:
    joke = build(compose(["ability=joke"]).ability["joke"], "ability.joke", Ability)  # type: ignore[type-abstract]
    slot = next(slot for i in range(20) if (slot := Planner(joke, seed=0).slot(i)).way)
    parts = asdict(slot.cell) | {"subject": slot.subject}
    plain = joke.read_prompt(slot, Reply("k", slot.id, json.dumps(parts)))
    assert isinstance(plain, Reject) and plain.reason == "nothing unusual in the head"
    parts["subject"] = f"{slot.subject} reading a newspaper"
    assert isinstance(joke.read_prompt(slot, Reply("k", slot.id, json.dumps(parts))), Prompt)
