"""Apparent age and skin tone: understood, told by `describe`, and seen in every drawing of a person."""

import random
from functools import cache

import numpy as np
import pytest
from numpy.typing import NDArray

from synthgen.kit.people import SKINS
from synthgen.kit.prompt_text import compile_text
from synthgen.renderer.sketch import describe
from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.compose import compose
from synthgen.renderer.sketch.drawing import Look, PersonKind
from synthgen.renderer.sketch.lights import OVERALL
from synthgen.renderer.sketch.media import MEDIA
from synthgen.renderer.sketch.parse import parse
from synthgen.renderer.sketch.phrases import COLOURLESS, PLAIN_PERSON
from synthgen.renderer.sketch.scene import Scene, Thing, Unknown
from synthgen.renderer.sketch.sprites import Order, sprite
from synthgen.renderer.sketch.subjects import DRAWINGS, PEOPLED, ROOM_OF
from synthgen.renderer.sketch.subjects.hair import BEARDS
from synthgen.renderer.sketch.subjects.people import EVERYONE, chosen
from synthgen.renderer.sketch.vocabulary import rgb
from synthgen.renderer.sketch.who import AGES
from synthgen.renderer.sketch.who import SKINS as SKIN_WORDS
from synthgen.types import Fields
from tests.renderer.sketch.test_colours_cover import Lab, lab

ADULT_AGES = ("young", "middle-aged", "elderly")
PEOPLE = sorted(name for name in DRAWINGS if ROOM_OF[name] in PEOPLED)
HEIGHT = 96
"""Of the canvas, in pixels."""
BARE = 0.02
"""Share of a figure that is skin, at least: gloves, a diver's mask and a thick coat leave little."""
LIGHTER = 12
"""By how much (CIELAB lightness) each tone is lighter than the next."""
NOT_BLACK = 24
"""Lightness of dark skin, at least; black hair has 16."""
AGED, FADED = 0.008, 0.005
"""Shares of a figure that old age and middle age change at least: what a helmet or a mask leaves free of a face."""

Pixels = NDArray[np.int16]


def who_in(name: str) -> PersonKind:
    return "man" if len(name) % 2 else "woman"


@cache
def drawn(name: str, who: PersonKind | None, age: str = "", skin: str = "", colour: str = "", luck: int = 2) -> Pixels:
    """The whole canvas of a drawing, uncropped."""
    drawing = DRAWINGS[name]
    canvas = Canvas(drawing.width, drawing.height, HEIGHT / drawing.height)
    worn = rgb(colour, ROOM_OF[name] == "hair") if colour else None
    drawing.paint(canvas, Look(random.Random(f"{name}/{luck}"), worn, who, age, skin))
    return np.asarray(canvas.picture()).astype(np.int16)


def differs(one: Pixels, other: Pixels, least: int) -> NDArray[np.bool_]:
    return np.asarray(np.abs(one - other).sum(axis=-1) > least)


def figure(*pictures: Pixels) -> int:
    """Pixels of what is drawn on the empty, black canvas."""
    return int(np.any([picture.sum(axis=-1) > 120 for picture in pictures], axis=0).sum())


def skin_of(name: str, who: PersonKind) -> tuple[list[Lab], float]:
    """The pixels that change with the skin alone, in its three tones, and their share of the figure."""
    tones = [drawn(name, who, "elderly", skin) for skin in SKINS]  # their hair is gray on every skin
    bare = differs(tones[0], tones[2], 90) & differs(tones[0], tones[1], 30) & differs(tones[1], tones[2], 30)
    return [lab(tone[bare]) for tone in tones], float(bare.sum() / figure(*tones))


@pytest.mark.parametrize("room", sorted(PEOPLED))
def test_three_skin_tones_are_told_apart_on_everybody_who_can_be_drawn(room: str) -> None:
    wrong = []
    for name in PEOPLE:
        if ROOM_OF[name] == room:
            tones, share = skin_of(name, who_in(name))
            light, brown, dark = (float(np.median(tone[:, 0])) if len(tone) else 0.0 for tone in tones)
            if share < BARE or min(light - brown, brown - dark) < LIGHTER or dark < NOT_BLACK:
                wrong.append((name, round(share, 3), round(light), round(brown), round(dark)))
    assert not wrong


@pytest.mark.parametrize("room", sorted(PEOPLED))
def test_old_and_middle_age_are_seen_on_everybody_who_can_be_drawn(room: str) -> None:
    wrong = []
    for name in PEOPLE:
        if ROOM_OF[name] == room:
            young, middle, old = (drawn(name, who_in(name), age, "brown skin") for age in ADULT_AGES)
            aged, faded = (float(differs(young, other, 60).sum() / figure(young)) for other in (old, middle))
            rest = float(differs(middle, old, 60).sum() / figure(young))
            if aged < AGED or rest < FADED or differs(young, middle, 24).sum() < FADED * figure(young):
                wrong.append((name, round(aged, 3), round(faded, 3), round(rest, 3)))
    assert not wrong


def gray(pixels: Pixels) -> float:
    """Share of the upper half of a portrait, above the shirt, that is gray or white as old hair is."""
    head = pixels[: len(pixels) // 2]
    shown = lab(head)
    plain = (np.hypot(shown[..., 1], shown[..., 2]) < 6) & (shown[..., 0] > 62) & (head.sum(axis=-1) > 120)
    return float(plain.sum() / figure(head))


SHORN = frozenset({"bald head", "buzz cut", "undercut", "cornrows", "crew cut"})
"""Hair that is clipped so short that the skin tints it."""


@pytest.mark.parametrize("who", ["man", "woman"])
def test_hair_is_gray_in_old_age_unless_the_prompt_names_its_color(who: PersonKind) -> None:
    for name in PEOPLE:
        if ROOM_OF[name] == "hair" and name not in SHORN:
            old, young = (drawn(name, who, age, "brown skin") for age in ("elderly", "young"))
            assert gray(old) > 0.03 and gray(old) > gray(young), name
            named = [lab(drawn(name, who, age, "brown skin", "purple")) for age in ("elderly", "young")]
            purple = [float((shown[..., 2] < -12).mean()) for shown in named]
            assert purple[0] == pytest.approx(purple[1], rel=0.1, abs=0.004), (name, purple)


@pytest.mark.parametrize("name", ["chef", "running", "dress", "ponytail", "somebody"])
def test_a_young_adult_looks_as_everybody_does_of_whom_no_age_is_said(name: str) -> None:
    for who in ("man", "woman"):
        plain, young = (np.asarray(sprite(Order(name, "", who, 3, age=age), 96)) for age in ("", "young"))
        assert plain.tobytes() == young.tobytes()


@pytest.mark.parametrize("name", ["chef", "knight", "reading", "scarf", "afro", "somebody"])
def test_skin_changes_nothing_but_skin_and_what_has_to_stand_out_from_it(name: str) -> None:
    """Pose, dress and face stay: outlines are where they were."""
    light, dark = (drawn(name, "woman", "elderly", skin) for skin in ("light skin", "dark skin"))
    assert (light.sum(axis=-1) > 120).sum() == pytest.approx((dark.sum(axis=-1) > 120).sum(), rel=0.01)


@pytest.mark.parametrize("age", ADULT_AGES)
@pytest.mark.parametrize("skin", SKINS)
def test_describe_tells_what_the_compiled_prompt_says_of_everybody(age: str, skin: str) -> None:
    for i, subject in enumerate(("chef", "dancing", "red scarf", "short hair", "welder", "person")):
        fields = Fields(subject, person="" if subject == "person" else ("woman", "man")[i % 2], age=age, skin=skin)
        text = compile_text(Fields("person", age=age, skin=skin)) if subject == "person" else compile_text(fields)
        (thing,) = describe(text, 2, 96).things
        assert (thing.age, thing.skin) == (age if fields.person else "", skin), text


def test_everybody_who_can_be_drawn_is_described_with_age_and_skin() -> None:
    for i, name in enumerate(PEOPLE):
        said = name.removesuffix(" on somebody") if name != PLAIN_PERSON else "man"
        who = "man" if name in BEARDS else ("woman", "man")[i % 2]
        age, skin = ADULT_AGES[i % 3], SKINS[i // 3 % 3]
        text = f"(({said})), {age}, {skin}" if name == PLAIN_PERSON else f"(({said})), {age} {who}, {skin}"
        (thing,) = describe(text, 3, 64).things
        assert (thing.name, thing.age, thing.skin) == (name, age, skin), text


def test_every_word_for_an_age_or_a_skin_is_described() -> None:
    for word, age in AGES.items():
        for text in (
            f"(({word} woman)), park",
            f"((chef)), {word} man",
            f"((chef)), woman, {word}",
            f"(({word} chef))",
        ):
            assert [thing.age for thing in describe(text, 1, 96).things] == [age], text
    for word, skin in SKIN_WORDS.items():
        for text in (f"((chef)), man, {word}", f"((running)), {word} girl", f"(({word} woman)), park"):
            assert [thing.skin for thing in describe(text, 1, 96).things] == [skin], text


def people(text: str) -> list[tuple[str, str, str, str]]:
    scene = parse(text)
    assert isinstance(scene, Scene), (text, scene)
    things = (*scene.subjects, *scene.companions)
    return [(thing.name, thing.person, thing.age, thing.skin) for thing in things if ROOM_OF[thing.name] in PEOPLED]


@pytest.mark.parametrize(
    "text, found",
    [
        (
            "((young dark-skinned woman and an old light-skinned man dancing))",
            [("dancing", "woman", "young", "dark skin"), ("dancing", "man", "elderly", "light skin")],
        ),
        ("((elderly chef and young waiter))", [("chef", "", "elderly", ""), ("waiter", "", "young", "")]),
        ("((man and woman)), middle-aged", [("somebody", p, "middle-aged", "") for p in ("man", "woman")]),
        (
            "((doctor)), woman, boy, brown skin",
            [("doctor", "woman", "", "brown skin"), ("somebody", "boy", "", "brown skin")],
        ),
        ("((woman with dark skin wearing a red dress))", [("dress", "woman", "", "dark skin")]),
        ("((boy with an old man))", [("somebody", "boy", "", ""), ("somebody", "man", "elderly", "")]),
        (
            "((girl with a dark-skinned man)), park",
            [("somebody", "girl", "", ""), ("somebody", "man", "", "dark skin")],
        ),
        ("((two elderly women)), park, dog", [("somebody", "woman", "elderly", "")]),
        ("((man riding a horse)), elderly, tan skin", [("riding a horse", "man", "elderly", "brown skin")]),
        ("((sneakers)), adult man, pale skin", [("sneakers on somebody", "man", "", "light skin")]),
        ("((reading)), teenage girl, dark skin", [("reading", "girl", "", "dark skin")]),
        ("((person)), elderly", [("somebody", "person", "elderly", "")]),
        ("((glasses)), elderly man", [("somebody", "man", "elderly", "")]),
        ("((beach)), old man", [("somebody", "man", "elderly", "")]),
    ],
)
def test_looks_are_said_of_who_is_named_next_or_of_everybody(text: str, found: list[tuple[str, str, str, str]]) -> None:
    assert people(text) == found


@pytest.mark.parametrize(
    "text, word",
    [
        ("((dog)), dark skin", "dark skin"),
        ("((old car)), park", "old"),
        ("((old dress)), woman", "old"),
        ("((elderly))", "elderly"),
        ("((elderly girl))", "elderly"),
        ("((running)), boy, middle-aged", "middle-aged"),
        ("((man and boy)), elderly", "elderly"),
        ("((man)), old, young", "young"),
        ("((young chef)), elderly woman", "elderly"),
        ("((woman with dark skin)), light skin", "light skin"),
        ("((dark-skinned woman with light skin))", "light skin"),
        ("((young old man))", "old"),
        ("((woman with old)), park", "old"),
        ("((woman wearing dark skin))", "dark skin"),
    ],
)
def test_looks_of_nobody_of_a_child_or_of_two_minds_cannot_be_drawn(text: str, word: str) -> None:
    assert parse(text) == Unknown(word)


def test_nobody_of_whom_an_age_is_said_is_drawn_as_a_child() -> None:
    """Where the prompt does not say who it is, luck is asked for a man or a woman."""
    lucky = {age: {chosen(Look(random.Random(i), age=age)) for i in range(40)} for age in ("", *ADULT_AGES)}
    assert lucky == {"": set(EVERYONE), **dict.fromkeys(ADULT_AGES, {"man", "woman"})}


def test_all_of_several_people_look_as_it_is_said() -> None:
    found = describe("((three teachers)), elderly women, dark skin, classroom", 1, 96)
    assert [(thing.name, thing.age, thing.skin) for thing in found.things] == [("teacher", "elderly", "dark skin")] * 3
    assert parse("((two chefs)), brown skin") == Scene((Thing("chef", count=2, skin="brown skin"),))


def shown(skin: str, medium: str = "", light: tuple[str, ...] = ()) -> Pixels:
    thing = Thing("ponytail", person="woman", age="elderly", skin=skin)
    return np.asarray(compose(Scene((thing,), place="park", medium=medium, light=light), "5", 128)[0]).astype(np.int16)


def test_skin_tones_are_told_apart_in_every_light_and_in_every_medium_that_shows_colors() -> None:
    plain = [shown(skin) for skin in SKINS]
    bare = differs(plain[0], plain[2], 120)
    worlds: list[tuple[str, tuple[str, ...]]] = [(medium, ()) for medium in MEDIA if medium not in COLOURLESS]
    worlds += [("", (light,)) for light in OVERALL]
    wrong = []
    for medium, light in worlds:
        light_skin, brown, dark = (lab(shown(skin, medium, light)[bare]).mean(axis=0) for skin in SKINS)
        apart = min(np.linalg.norm(light_skin - brown), np.linalg.norm(brown - dark))
        if apart < 10 or not light_skin[0] > brown[0] > dark[0]:
            wrong.append((medium, light, round(float(apart), 1)))
    assert not wrong


def test_a_medium_without_colors_shows_no_skin_tone() -> None:
    assert parse("((chef)), elderly woman, dark skin, pencil sketch") == Unknown("dark skin")
    assert isinstance(parse("((chef)), elderly woman, pencil sketch"), Scene)
