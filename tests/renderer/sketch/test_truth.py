"""Every word of the vocabulary is drawn, and `describe` says what was drawn: which, how many, in which colour, where.

A picture is compared with the same picture without its things (their sprites are left unpainted): something has to be
drawn in every box, and nothing outside.
"""

import subprocess
import sys
from collections.abc import Iterator

import numpy as np
import pytest
from PIL import Image

from synthgen.renderer.sketch import Sketch, describe, phrases
from synthgen.renderer.sketch.colours import COLOURS
from synthgen.renderer.sketch.compose import compose
from synthgen.renderer.sketch.lights import AFTER, BEFORE, OVERALL
from synthgen.renderer.sketch.media import MEDIA
from synthgen.renderer.sketch.parse import parse
from synthgen.renderer.sketch.patterns import MATERIALS
from synthgen.renderer.sketch.places import PLACES
from synthgen.renderer.sketch.props import ROLES, WEARABLE
from synthgen.renderer.sketch.scene import Joke, Scene, Thing
from synthgen.renderer.sketch.stage import Stage
from synthgen.renderer.sketch.subjects import DRAWINGS, ROOM_OF, ROOMS, WORN
from synthgen.renderer.sketch.truth import Box, Description
from synthgen.renderer.sketch.vocabulary import LEXICON, Kind, Meaning, is_plural
from synthgen.types import Fields, Prompt, Raster, Take

SIZE = 96
SHOWN = 0.16
"""Least share of its box that a thing changes; a floor lamp is thin."""


def picture(text: str, seed: int = 3) -> tuple[Image.Image, Description]:
    scene = parse(text)
    assert isinstance(scene, Scene), (text, scene)
    return compose(scene, f"{seed}:{text}", SIZE)


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Within its `context`, pictures are made without painting what stands in them."""
    yield monkeypatch


def changes(text: str, bare: pytest.MonkeyPatch) -> tuple[np.ndarray, Description]:
    """Which pixels the things of a prompt change, and what was described."""
    full, found = picture(text)
    with bare.context() as patch:
        patch.setattr(Stage, "paint", lambda stage: None)
        empty, _ = picture(text)
    return np.abs(np.asarray(full).astype(int) - np.asarray(empty).astype(int)).max(axis=2) > 10, found


def meant(kind: Kind) -> list[tuple[str, Meaning]]:
    """Every phrase of the lexicon with its meaning of this kind."""
    found = ((phrase, m) for phrase, meanings in LEXICON.items() for m in meanings if m.kind == kind)
    return [(phrase, m) for phrase, m in found if m.value]


def inside(box: Box) -> bool:
    left, top, right, bottom = box
    return 0 <= left < right <= SIZE and 0 <= top < bottom <= SIZE


def seen(changed: np.ndarray, box: Box) -> bool:
    """Whether the box lies in the picture and something is drawn there."""
    left, top, right, bottom = box
    return inside(box) and float(changed[top:bottom, left:right].mean()) > SHOWN


SUBJECTS = meant("subject")


@pytest.mark.parametrize("room", sorted(ROOMS))
def test_every_word_for_a_subject_is_drawn_as_the_thing_that_it_names(room: str, bare: pytest.MonkeyPatch) -> None:
    wrong: list[tuple[str, object]] = []
    for phrase, meaning in SUBJECTS:
        if ROOM_OF[meaning.value] != room:
            continue
        changed, found = changes(f"(({phrase}))", bare)
        drawn_as_many = meaning.value in phrases.CLUSTERS or is_plural(meaning.value)
        count = phrases.MANY if meaning.many and not drawn_as_many else 1
        said = [(thing.name, thing.colour, thing.role) for thing in found.things]
        if said != [(meaning.value, "", "subject")] * count:
            wrong.append((phrase, said))
        if not all(seen(changed, thing.box) for thing in found.things):
            wrong.append((phrase, "nothing is drawn there"))
    assert not wrong


def test_every_drawing_is_the_meaning_of_a_word() -> None:
    assert set(DRAWINGS) <= {meaning.value for _, meaning in SUBJECTS}


@pytest.mark.parametrize("place", ["", "living room", "beach", "underwater", "night sky", "lake"])
def test_nothing_is_drawn_outside_the_boxes(place: str, bare: pytest.MonkeyPatch) -> None:
    for name in ("fox", "fish", "sailboat", "lamp", "wall clock", "tulip", "chef", "butterfly"):
        changed, found = changes(f"(({name})), {place}", bare)
        left, top, right, bottom = found.things[0].box
        # A shadow at the feet and ripples of the water may be a little wider.
        around = np.zeros_like(changed)
        around[max(0, top - 2) : bottom + 10, max(0, left - 12) : right + 12] = True
        assert seen(changed, found.things[0].box), (name, place)
        assert not (changed & ~around).any(), (name, place)


def test_every_number_is_drawn_as_so_many() -> None:
    for phrase, meaning in meant("number"):
        found = describe(f"(({phrase} {'cat' if meaning.value == '1' else 'cats'}))", 1, SIZE)
        assert [thing.name for thing in found.things] == ["cat"] * int(meaning.value), phrase
        assert all(inside(thing.box) for thing in found.things), phrase
        assert len({thing.box for thing in found.things}) == int(meaning.value), phrase


def test_every_word_for_a_colour_is_described() -> None:
    for phrase, meaning in meant("colour"):
        name = "ponytail" if meaning.value in phrases.HAIR_COLOURS and meaning.value not in COLOURS else "balloon"
        found = describe(f"(({phrase} {name}))", 1, SIZE)
        assert [(thing.name, thing.colour) for thing in found.things] == [(name, meaning.value)], phrase


def test_two_colours_are_two_pictures() -> None:
    seen_already = {picture(f"(({word} balloon))", 1)[0].crop((30, 0, 66, 60)).tobytes() for word in COLOURS}
    assert len(seen_already) == len(COLOURS)


def test_every_word_for_a_person_is_described_and_drawn(bare: pytest.MonkeyPatch) -> None:
    for phrase, meaning in meant("person"):
        changed, found = changes(f"(({phrase}))", bare)
        assert [thing.person for thing in found.things] == [meaning.value] * (2 if meaning.many else 1), phrase
        assert {thing.name for thing in found.things} == {phrases.PLAIN_PERSON}, phrase
        assert all(seen(changed, thing.box) for thing in found.things), phrase
        chef = describe(f"(({phrase} wearing a red dress)), park", 1, SIZE).things[0]
        assert (chef.name, chef.colour, chef.person) == ("dress", "red", meaning.value), phrase


def test_every_word_for_a_place_is_described() -> None:
    wrong = []
    for phrase, meaning in meant("place"):
        # "snow" beside a dog is the weather.
        weather = any(m.kind == "light" for m in LEXICON[phrase])
        subject = "hot air balloon" if meaning.value == "sky" else "dog"
        found = describe(f"(({phrase}))" if weather else f"(({subject})), {phrase}", 1, SIZE)
        if found.place != meaning.value or [thing.name for thing in found.things] != [subject] * (not weather):
            wrong.append((phrase, found.place))
    assert not wrong


def test_every_place_is_a_picture_of_its_own(bare: pytest.MonkeyPatch) -> None:
    bare.setattr(Stage, "paint", lambda stage: None)
    small = {
        place: np.asarray(compose(Scene((Thing("dog"),), place=place), "1", SIZE)[0].resize((12, 12)))
        for place in PLACES
    }
    names = list(small)
    alike = [
        (one, other)
        for i, one in enumerate(names)
        for other in names[i + 1 :]
        if np.abs(small[one].astype(int) - small[other].astype(int)).mean() < 9
    ]
    assert not alike


def test_every_word_for_a_medium_is_described() -> None:
    wrong = []
    for phrase, meaning in meant("medium"):
        scene = parse(f"((dog)), park, {phrase}")
        if not isinstance(scene, Scene) or (scene.medium, scene.place) != (meaning.value, "park"):
            wrong.append((phrase, scene))
    assert not wrong


@pytest.mark.parametrize("medium", sorted(MEDIA))
def test_every_medium_changes_the_picture_and_leaves_its_things_where_they_are(medium: str) -> None:
    plain, drawn = picture("((dog)), park")
    scene = Scene((Thing("dog"),), place="park", medium=medium)
    other, found = compose(scene, "3:((dog)), park", SIZE)
    assert found.medium == medium and found.things == drawn.things
    assert np.abs(np.asarray(plain).astype(int) - np.asarray(other).astype(int)).mean() > 1.5


def test_every_word_for_light_and_weather_is_described_and_seen() -> None:
    wrong = []
    for phrase, meaning in meant("light"):
        found = describe(f"((dog)), park, {phrase}", 1, SIZE)
        if found.light != (meaning.value,):
            wrong.append((phrase, found))
    assert not wrong
    for word in {**OVERALL, **BEFORE, **AFTER}:
        lit, plain = (
            np.asarray(compose(Scene((Thing("dog"),), place="park", light=light), "1", SIZE)[0]).astype(int)
            for light in ((word,), ())
        )
        assert (np.abs(lit - plain).max(axis=2) > 6).mean() > 0.004, word


def test_every_vessel_is_described_and_drawn() -> None:
    for phrase, meaning in meant("vessel"):
        found = describe(f"((rose)), {phrase}", 1, SIZE)
        assert (found.vessel, [thing.name for thing in found.things]) == (meaning.value, ["rose"]), phrase
    pictures = {
        compose(Scene((Thing("rose"),), vessel=word), "1", SIZE)[0].tobytes() for word in set(phrases.VESSELS.values())
    }
    assert len(pictures) == len(set(phrases.VESSELS.values()))


def test_every_material_role_and_thing_to_wear_is_described_and_seen(bare: pytest.MonkeyPatch) -> None:
    plain = np.asarray(compose(Scene((Thing("cat"),)), "1", SIZE)[0]).astype(int)
    jokes = [Joke("is made of", None, word) for word in MATERIALS]
    jokes += [Joke("is dressed as", None, word) for word in ROLES]
    jokes += [Joke("wears", Thing(word)) for word in WEARABLE]
    for joke in jokes:
        image, found = compose(Scene((Thing("cat"),), joke=joke), "1", SIZE)
        assert found.joke is not None and found.joke.kind == joke.kind and found.joke.value == joke.value
        assert [thing.name for thing in found.things] == ["cat"], joke
        assert (np.abs(np.asarray(image).astype(int) - plain).max(axis=2) > 10).mean() > 0.003, joke
        if joke.kind != "is made of":
            assert found.joke.thing in WEARABLE and all(inside(box) for box in found.joke.boxes), joke
    for phrase, meaning in meant("wearable"):
        found = describe(f"((cat wearing a {phrase}))", 1, SIZE)
        assert found.joke is not None and found.joke.thing == meaning.value, phrase


def test_every_state_is_described() -> None:
    for phrase, meaning in meant("state"):
        found = describe(f"((horse {phrase}))", 1, SIZE)
        assert found.joke is not None and found.joke.kind == meaning.value, phrase


@pytest.mark.parametrize(
    "prompt, kind, thing, brought",
    [
        ("((penguin driving a red car)), city", "drives", "car", [("convertible", "red")]),
        ("((cat riding a blue bicycle))", "rides", "bicycle", [("bicycle", "blue")]),
        ("((dog holding an umbrella)), beach", "holds", "umbrella", [("umbrella", "")]),
        ("((frog playing the guitar))", "plays", "guitar", [("guitar", "")]),
        ("((panda eating a pizza))", "eats", "pizza", [("pizza", "")]),
        ("((cat in a bucket))", "hides in", "bucket", [("bucket", "")]),
        ("((fox with wings))", "has wings", "", []),
    ],
)
def test_what_a_joke_brings_is_described(prompt: str, kind: str, thing: str, brought: list[tuple[str, str]]) -> None:
    found = describe(prompt, 1)
    assert found.joke is not None and (found.joke.kind, found.joke.thing) == (kind, thing)
    assert [(one.name, one.colour) for one in found.things if one.role == "joke"] == brought
    assert [one.role for one in found.things].count("subject") == 1
    assert all(left < right and top < bottom for left, top, right, bottom in found.joke.boxes)
    assert found.joke.boxes or brought


def test_rain_of_things_counts_none_and_shows_where_they_fall() -> None:
    found = describe("((dog)), raining cats, city", 1)
    assert [(thing.name, thing.role) for thing in found.things] == [("dog", "subject")]
    assert found.joke is not None and (found.joke.kind, found.joke.thing) == ("rains", "cat")
    assert len(found.joke.boxes) > 5


def test_subjects_come_first_then_companions_each_with_what_was_said_of_them() -> None:
    found = describe("((girl wearing a green dress)), with two brown dogs, beach, watercolor, rain", 4)
    assert [(thing.name, thing.colour, thing.role, thing.person) for thing in found.things] == [
        ("dress", "green", "subject", "girl"),
        ("dog", "brown", "companion", ""),
        ("dog", "brown", "companion", ""),
    ]
    assert (found.place, found.medium, found.light, found.joke) == ("beach", "watercolor", ("rain",), None)


def test_the_renderer_draws_what_is_described_for_the_same_text_and_seed(bare: pytest.MonkeyPatch) -> None:
    text, seed = "((red fox)), forest, soft light", 11
    renderer = Sketch(size=SIZE)
    take = Take("a", 0, Prompt("a", Fields("red fox"), text), seed)
    with_things = next(renderer.render(iter([take])))
    bare.setattr(Stage, "paint", lambda stage: None)
    without = next(renderer.render(iter([take])))
    assert isinstance(with_things, Raster) and isinstance(without, Raster)
    changed = np.abs(with_things.pixels.astype(int) - without.pixels.astype(int)).max(axis=2) > 10
    found = describe(text, seed, SIZE)
    assert [thing.name for thing in found.things] == ["fox"] and seen(changed, found.things[0].box)


@pytest.mark.parametrize(
    "prompt, size, reason",
    [
        ("((flux capacitor)), park", 512, "'flux'"),
        ("", 512, "cannot be drawn"),
        ("((red blue car))", 512, "'blue'"),
        ("((dog)), " + "very " * 10_000 + "qwerty", 512, "'qwerty'"),
        ("((dog))", 63, "64 to 2048"),
        ("((dog))", 0, "64 to 2048"),
        ("((dog))", 2049, "64 to 2048"),
    ],
)
def test_what_cannot_be_described_is_one_line_with_the_reason(prompt: str, size: int, reason: str) -> None:
    with pytest.raises(ValueError) as caught:
        describe(prompt, 1, size)
    message = str(caught.value)
    assert reason in message and "\n" not in message and len(message) < 250


def test_importing_the_renderer_loads_no_drawings() -> None:
    script = (
        "import sys; from synthgen.renderer.sketch import describe\n"
        "print(sorted(name for name in sys.modules if name.startswith('synthgen.renderer.sketch.')))"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


@pytest.mark.slow
@pytest.mark.parametrize("place", sorted(PLACES))
def test_every_subject_is_seen_in_every_place(place: str, bare: pytest.MonkeyPatch) -> None:
    hidden = []
    for name in DRAWINGS:
        if name in WORN.values():
            continue
        changed, found = changes(f"(({name})), {place}", bare)
        if found.place and [thing.name for thing in found.things] == [name]:
            hidden += [] if seen(changed, found.things[0].box) else [name]
        else:
            hidden.append(name)
    assert not hidden
