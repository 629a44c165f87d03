"""The words of the abilities: enough of them, all of them texts; patterns that can be filled; subjects to draw."""

import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from math import exp, log
from pathlib import Path
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]

from abilities.base import WordAbility
from synthgen.build import build_run
from synthgen.config import compose
from synthgen.interfaces import Ability
from synthgen.kit.content import content
from synthgen.kit.patterns import expand
from synthgen.kit.prompt_text import QUALITY, compile_text, heads
from synthgen.plan import Planner
from synthgen.renderer.sketch.parse import parse
from synthgen.renderer.sketch.scene import Scene, Unknown
from synthgen.renderer.sketch.subjects import ROOM_OF

CONF = Path(__file__).parents[2] / "conf"
ABILITIES = sorted(path.stem for path in (CONF / "ability").glob("*.yaml") if path.stem not in ("all", "paper12"))
TEMPLATES = ("prompt", "dialogue", "benchmark")
KEYS = {"_target_", "name", "noun", "cautions", "dialogue_cautions", "groups", "people", "colours", "negative"}
KEYS |= {"questions", "answers", "prompt_examples", "dialogue_examples", "prompt_template", "dialogue_template"}
KEYS |= {"counts", "kinds", "contrasts", "head", "turns", "spread", "lettering", "language", "bank", "item"}
MORE_KEYS = {
    "joke": {"twists", "ways", "usual", "counterpart", "invents", "impossible", "ordinary"},
    "style": {"things"},
}
NO_WORDS = ("counts", "kinds", "lettering", "counterpart", "invents")
"""Keys whose values are numbers or switches."""
ROOMS = {"animal": "animals", "food": "food", "furniture": "furniture", "plant": "plants", "vehicle": "vehicles"}
"""What of the embedded renderer's drawings an ability asks about."""
ALWAYS = {"subject", "a_subject", "A_subject", "subjects", "thing", "a_thing", "A_thing", "thing_is", "it", "is"}
ALWAYS |= {"noun"}
"""Blanks that every prompt fills."""
SOMETIMES = {"where", "place", "light", "medium", "companion"}
"""Blanks that may be empty: a pattern has to stand without them."""


@cache
def words_of(ability: str) -> dict[str, Any]:
    return dict(yaml.safe_load((CONF / "ability" / f"{ability}.yaml").read_text()))


def subjects_of(ability: str) -> list[str]:
    return [subject for group in words_of(ability)["groups"].values() for subject in group["subjects"]]


def twists() -> list[dict[str, Any]]:
    return [twist for twists in words_of("joke")["twists"].values() for twist in twists]


def leaves(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        yield from leaves(list(value.items()))
    elif isinstance(value, list | tuple):
        for item in value:
            yield from leaves(item)
    else:
        yield value


def blanks_for(ability: str) -> set[str]:
    more = set()
    if words_of(ability)["people"]:
        more |= {"person", "a_person", "A_person", "their"}
    if ability == "color":
        more |= {"colour"}
    if ability == "joke":
        more |= {"why"}
    return ALWAYS | more


def test_there_are_thirteen_abilities_and_all_names_each_of_them() -> None:
    listed = yaml.safe_load((CONF / "ability" / "all.yaml").read_text())["defaults"]
    assert len(ABILITIES) == 13
    assert sorted(listed) == ABILITIES


@pytest.mark.parametrize("ability", ABILITIES)
def test_an_ability_lists_every_key_once_and_no_other(ability: str) -> None:
    lines = (CONF / "ability" / f"{ability}.yaml").read_text().splitlines()
    keys = [line.partition(":")[0] for line in lines if re.match(r"\w+:", line)]
    assert len(keys) == len(set(keys))
    assert set(keys) == KEYS | MORE_KEYS.get(ability, set())


@pytest.mark.parametrize("ability", ABILITIES)
def test_a_comment_says_what_the_ability_is_and_one_stands_above_each_key(ability: str) -> None:
    lines = (CONF / "ability" / f"{ability}.yaml").read_text().splitlines()
    assert lines[0] == f"# @package ability.{ability}"
    for i, line in enumerate(lines):
        if re.match(r"\w+:", line):
            assert lines[i - 1].startswith("# "), line


@pytest.mark.parametrize("ability", ABILITIES)
def test_every_word_is_a_text(ability: str) -> None:
    words = {key: value for key, value in words_of(ability).items() if key not in NO_WORDS}
    if ability == "joke":
        words["twists"] = [{k: v for k, v in twist.items() if k != "possible"} for twist in twists()]
    assert [value for value in leaves(words) if not isinstance(value, str)] == []


@pytest.mark.parametrize("ability", ABILITIES)
def test_there_are_enough_words_of_each_sort(ability: str) -> None:
    words = words_of(ability)
    assert len(subjects_of(ability)) >= 40
    assert len(words["questions"]) >= 12
    assert len(words["answers"]) >= 10
    assert len(words["prompt_examples"]) >= 5
    assert len(words["dialogue_examples"]) >= 5
    assert words["negative"].strip()


@pytest.mark.parametrize("ability", ABILITIES)
def test_nothing_is_listed_twice(ability: str) -> None:
    words = words_of(ability)
    # a joke's groups say where one would meet a subject, which may be in several surroundings
    lists = [] if ability == "joke" else [subjects_of(ability)]
    lists += [group[key] for group in words["groups"].values() for key in group]
    for listed in (*lists, words["questions"], words["answers"], words["prompt_examples"]):
        assert len(listed) == len(set(listed))


@pytest.mark.parametrize("ability", ABILITIES)
def test_questions_and_answers_can_be_written_whether_or_not_the_prompt_names_a_place_and_a_light(ability: str) -> None:
    words, rng = words_of(ability), random.Random(0)
    named = {blank: f"<{blank}>" for blank in blanks_for(ability)}
    medium = {"medium": "<medium>"} if ability == "style" else {}
    for pattern in (*words["questions"], *words["answers"]):
        for filling in ("", "filled"):
            text = expand(pattern, named | dict.fromkeys(SOMETIMES, filling) | medium, rng)
            assert text[:1] == "<" or text[:1].isupper(), text
            assert text[-1] in ".?", text
            assert not re.search(r"[\[\](){}|]|  | [.,;:?]|\b(in|of|at)[.,]", text), text
            assert ("filled" in text) <= bool(filling), text


@pytest.mark.parametrize("ability", ABILITIES)
def test_each_answer_names_the_head_and_no_question_gives_it_away(ability: str) -> None:
    words = words_of(ability)
    named = {"style": r"\{medium\}", "color": r"\{colour\}|_subject\}"}.get(ability, r"\{(a_|A_)?subjects?\}")
    for pattern in words["answers"]:
        outside = re.sub(r"\[[^\]]*\]", "", pattern)
        assert re.search(named, outside), pattern
    assert not [question for question in words["questions"] if "subject}" in question or "colour}" in question]


@pytest.mark.parametrize("ability", ABILITIES)
def test_texts_of_dialogues_mention_neither_prompts_nor_machines(ability: str) -> None:
    words = words_of(ability)
    texts = [
        *words["questions"],
        *words["answers"],
        *(e[k] for e in words["dialogue_examples"] for k in ("question", "answer")),
    ]
    assert not [
        t for t in texts if re.search(r"prompt|keyword|generat|\bAI\b|\bphoto|colour", t.replace("{colour}", ""))
    ]


@pytest.mark.parametrize("ability", ABILITIES)
def test_examples_are_in_the_form_of_the_house(ability: str) -> None:
    words = words_of(ability)
    for text in (*words["prompt_examples"], *(example["prompt"] for example in words["dialogue_examples"])):
        assert text.startswith("((") and len(heads(text)) == 1, text
    for example in words["dialogue_examples"]:
        assert set(example) == {"prompt", "question", "answer"}


@pytest.mark.parametrize("ability", ABILITIES)
def test_every_group_names_subjects_and_places_and_nothing_else(ability: str) -> None:
    for group in words_of(ability)["groups"].values():
        assert {"subjects", "places"} <= set(group) <= {"subjects", "places", "companions"}
        assert group["subjects"]
        assert group["places"] or ability == "scene"


@pytest.mark.parametrize("ability", ROOMS)
def test_a_companion_is_nothing_that_the_ability_could_ask_about_instead(ability: str) -> None:
    for thing in {thing for group in words_of(ability)["groups"].values() for thing in group.get("companions", [])}:
        scene = parse(f"(({thing}))")
        assert thing not in subjects_of(ability)
        assert isinstance(scene, Scene) and ROOM_OF[scene.subjects[0].name] != ROOMS[ability], thing


@pytest.mark.parametrize("ability", [*ROOMS, "scene"])
def test_the_embedded_renderer_shows_each_companion_beside_each_subject_and_in_each_place(ability: str) -> None:
    for group in words_of(ability)["groups"].values():
        subjects = [subject for subject in group["subjects"] if isinstance(parse(f"(({subject}))"), Scene)]
        places = group["places"] or [""]
        shown = [*((subject, places[0]) for subject in subjects), *((subjects[0], p) for p in places if subjects)]
        for thing in group["companions"]:
            for subject, place in shown:
                scene = parse(f"(({subject})), {thing}" + (f", {place}" if place else ""))
                assert isinstance(scene, Scene), (subject, thing, place)
                assert len(scene.subjects) + len(scene.companions) == (1 if ability == "scene" else 2), (subject, thing)


@pytest.mark.parametrize("ability", ABILITIES)
def test_people_are_those_that_a_prompt_can_name(ability: str) -> None:
    people = words_of(ability)["people"]
    assert set(people) <= {"man", "woman", "boy", "girl"}
    assert bool(people) == (ability in {"clothes", "hair", "profession", "action"})


def test_color_has_at_least_eleven_colors_and_no_thing_without_one() -> None:
    colours = words_of("color")["colours"]
    assert len(set(colours)) >= 11
    assert "" not in colours


def test_style_has_things_to_depict() -> None:
    things = words_of("style")["things"]
    assert len(set(things)) == len(things) >= 40


def test_every_subject_of_a_joke_has_a_twist() -> None:
    assert set(subjects_of("joke")) == {subject for twist in twists() for subject in twist["subjects"]}


def test_each_way_to_be_impossible_is_described_and_has_scenes() -> None:
    words = words_of("joke")
    assert list(words["ways"]) == list(words["twists"])
    assert all(len(found) >= 2 for found in words["twists"].values())


@pytest.mark.parametrize("twist", twists(), ids=lambda twist: f"{twist['pattern']} {twist['subjects'][0]}")
def test_a_twist_can_be_told_and_says_why(twist: dict[str, Any]) -> None:
    known = set(subjects_of("joke"))
    assert set(twist) <= {"pattern", "things", "subjects", "why", "places", "possible"}
    assert set(twist["subjects"]) <= known
    assert bool(twist["things"]) == ("thing" in twist["pattern"])
    blanks = {name: f"<{name}>" for name in ("subject", "subjects", "a_subject")}
    if twist["things"]:
        blanks |= {name: f"<{name}>" for name in ("thing", "things", "a_thing")}
    rng = random.Random(0)
    assert "<subject" in expand(twist["pattern"], blanks, rng)
    why = expand(twist["why"], blanks, rng)
    assert why
    assert not why[0].isupper() and why[-1] not in ".,;:", "it has to read well after 'because'"


@pytest.mark.parametrize("ability", sorted(set(ABILITIES) - {"joke", "style"}))
def test_the_embedded_renderer_can_draw_twenty_subjects_each_in_one_of_its_places(ability: str) -> None:
    words = words_of(ability)
    person = f", {words['people'][0]}" if words["people"] else ""
    drawn = [
        subject
        for group in words["groups"].values()
        for subject in group["subjects"]
        if any(
            isinstance(parse(f"(({subject})){person}" + (f", {place}" if place else "")), Scene)
            for place in group["places"] or [""]
        )
    ]
    assert len(drawn) >= 20


@pytest.mark.parametrize("ability", ["action", "clothes", "hair", "profession"])
def test_what_a_person_does_wears_or_is_never_stands_beside_the_person(ability: str) -> None:
    person = words_of(ability)["people"][0]
    scenes = {subject: parse(f"(({subject})), {person}") for subject in subjects_of(ability)}
    assert {subject for subject, scene in scenes.items() if isinstance(scene, Scene) and scene.companions} == set()


def test_clothes_are_drawn_on_the_person_that_the_prompt_names() -> None:
    people = words_of("clothes")["people"]
    for subject in subjects_of("clothes"):
        for person in people:
            scene = parse(f"((red {subject})), {person}")
            assert isinstance(scene, Scene), subject
            shown = [(ROOM_OF[thing.name], thing.colour, thing.person) for thing in scene.subjects]
            assert shown == [("clothes", "red", person)], subject


def test_the_embedded_renderer_can_draw_twenty_media() -> None:
    drawn = [medium for medium in subjects_of("style") if isinstance(parse(f"((cat)), {medium}"), Scene)]
    assert len(drawn) >= 20


def test_the_embedded_renderer_can_draw_jokes_of_each_way() -> None:
    rng = random.Random(0)
    for way, found in words_of("joke")["twists"].items():
        assert any(_can_be_drawn(twist, rng) for twist in found), way


def _can_be_drawn(twist: dict[str, Any], rng: random.Random) -> bool:
    for thing in twist["things"] or [""]:
        for subject in twist["subjects"]:
            blanks = {"subject": subject, "subjects": subject + "s", "thing": thing, "a_thing": thing}
            if isinstance(parse(f"(({expand(twist['pattern'], blanks, rng)}))"), Scene):
                return True
    return False


@pytest.fixture(scope="module")
def drawable() -> Mapping[str, Ability]:
    """The abilities as the embedded backends use them."""
    return build_run(compose(["ability=all"])).abilities


@pytest.mark.parametrize("ability", ABILITIES)
def test_of_a_thousand_planned_prompts_hardly_two_show_the_same(ability: str, drawable: Mapping[str, Ability]) -> None:
    planner = Planner(drawable[ability], seed=0)
    assert len({content(compile_text(planner.slot(i).cell)) for i in range(1000)}) >= 950


@pytest.mark.parametrize("ability", sorted(set(ABILITIES) - {"joke"}))
def test_the_plan_uses_all_its_heads_and_none_too_often(ability: str, drawable: Mapping[str, Ability]) -> None:
    part = drawable[ability]
    assert isinstance(part, WordAbility)
    planner = Planner(part, seed=0)
    used = Counter(planner.slot(i).cell.subject for i in range(1000))
    effective = exp(-sum(count / 1000 * log(count / 1000) for count in used.values()))
    assert effective >= 0.8 * min(1000, len(part.subjects) * len(part.colours or [""]))
    assert max(used.values()) <= 2 * 1000 / len(used)


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_has_its_static_part_and_its_last_message(template: str) -> None:
    path = CONF / "template" / f"{template}.yaml"
    lines = path.read_text().splitlines()
    known = {
        "prompt": ({"noun", "cautions", "subjects", "media", "light", "quality", "examples"}, {"order"}),
        "dialogue": ({"noun", "dialogue_cautions", "questions", "examples"}, {"order"}),
        "benchmark": ({"noun", "part", "item_cautions", "examples"}, {"order"}),
    }[template]  # fmt: skip
    words = yaml.safe_load(path.read_text())
    assert lines[0] == f"# @package template.{template}" and lines[1].startswith("# ")
    assert set(re.findall(r"\{(\w+)\}", words["system"])) == known[0]
    assert set(re.findall(r"\{(\w+)\}", words["ask"])) == known[1]


def test_pools_are_large_and_quality_words_are_known_as_such() -> None:
    pools = yaml.safe_load((CONF / "template" / "prompt.yaml").read_text())
    assert len(set(pools["media"])) == len(pools["media"]) >= 12
    assert len(set(pools["light"])) == len(pools["light"]) >= 14
    assert len(set(pools["quality"])) == len(pools["quality"]) >= 10
    assert set(pools["quality"]) <= QUALITY
    assert sum("realistic" in medium for medium in pools["media"]) == 1
    assert [value for value in leaves(pools) if not isinstance(value, str)] == []


def test_abilities_whose_head_names_a_color_take_media_and_light_that_keep_it() -> None:
    pools = yaml.safe_load((CONF / "template" / "prompt.yaml").read_text())
    for what in ("media", "light"):
        assert set(pools[f"faithful_{what}"]) < set(pools[what])
    for ability in ABILITIES:
        words = words_of(ability)
        faithful = bool(words["colours"]) or ability == "joke"
        assert ("faithful_media" in str(words["prompt_template"])) == faithful
        assert ("faithful_light" in str(words["prompt_template"])) == faithful


def test_the_embedded_renderer_refuses_the_photographic_medium_that_it_cannot_show() -> None:
    pools = yaml.safe_load((CONF / "template" / "prompt.yaml").read_text())
    photos = {m for m in (*pools["media"], *subjects_of("style")) if "photo" in m or "realistic" in m}
    assert photos
    assert all(isinstance(parse(f"((cat)), {medium}"), Unknown) for medium in photos)
