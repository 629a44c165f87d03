"""Every name is drawn as itself: whatever can be asked for is asked for once."""

import pytest

from synthgen.kit import words
from synthgen.renderer.sketch import lights, phrases, place_synonyms, synonyms
from synthgen.renderer.sketch.colours import COLOURS
from synthgen.renderer.sketch.media import MEDIA
from synthgen.renderer.sketch.parse import parse
from synthgen.renderer.sketch.places import PLACES
from synthgen.renderer.sketch.props import ROLES, WEARABLE
from synthgen.renderer.sketch.scene import Scene, Thing, Unknown
from synthgen.renderer.sketch.subjects import DRAWINGS, PEOPLED, ROOM_OF, ROOMS, WORN, clashes
from synthgen.renderer.sketch.subjects.accessories import PAIRS
from synthgen.renderer.sketch.synonym_rows import Rows
from synthgen.renderer.sketch.vocabulary import CATEGORIES, LEXICON, normal

NAMES = [name for name in DRAWINGS if name not in WORN.values()]
BOTH_THING_AND_PLACE = {"moon"}
"""As a head it is the thing; after "on" or beside a subject it is the place."""

LIGHTS = {*lights.OVERALL, *lights.BEFORE, *lights.AFTER}


def test_every_name_is_parsed_as_itself_and_nothing_else() -> None:
    wrong = {name: found for name in NAMES if (found := parse(f"(({name}))")) != Scene((Thing(name),))}
    assert not wrong


def test_every_name_takes_every_colour_that_it_can_be_drawn_in() -> None:
    wrong = []
    for name in NAMES:
        for colour in COLOURS if DRAWINGS[name].recolours else ():
            found = parse(f"(({colour}-{name.title()})), highly detailed, 8k")
            if found != Scene((Thing(name, colour),)):
                wrong.append((colour, name, found))
    assert not wrong


def test_a_thing_that_cannot_be_recoloured_takes_its_own_colour_only() -> None:
    fixed = [name for name in NAMES if not DRAWINGS[name].recolours]
    assert fixed
    for name in fixed:
        own = DRAWINGS[name].colour
        for colour in COLOURS:
            found = parse(f"(({colour} {name}))")
            known = colour == own or f"{colour} {name}" in DRAWINGS  # the red panda
            assert isinstance(found, Scene) == known, (colour, name, found)


def test_plurals_with_a_number_are_counted() -> None:
    wrong = []
    for name in NAMES:
        several = words.plural(name)
        if several != name and ROOM_OF[name] not in PEOPLED:
            found = parse(f"((four {several}))")
            counted = name not in phrases.CLUSTERS
            if found != (Scene((Thing(name, count=4),)) if counted else Unknown("4")):
                wrong.append((several, found))
    assert not wrong


def test_what_is_shown_in_bunches_and_heaps_is_drawn_and_not_counted() -> None:
    assert set(NAMES) >= phrases.CLUSTERS
    assert parse("((lemons))") == Scene((Thing("lemon"),))


@pytest.mark.parametrize("place", sorted(PLACES))
def test_every_place_is_parsed_alone_and_around_a_subject(place: str) -> None:
    if place not in BOTH_THING_AND_PLACE:
        assert parse(f"(({place}))") == Scene(place=place)
    subject = "hot air balloon" if place == "sky" else "dog"
    assert parse(f"(({subject})), {place}, realistic") == Scene((Thing(subject),), place=place)
    assert place not in DRAWINGS or place in BOTH_THING_AND_PLACE


@pytest.mark.parametrize("medium", sorted(MEDIA))
def test_every_medium_is_parsed_as_a_keyword_and_as_the_head(medium: str) -> None:
    expected = Scene((Thing("fox"),), place="forest", medium=medium)
    assert parse(f"((fox)), forest, {medium}") == expected
    assert parse(f"((fox)), forest, in {medium} style") == expected
    assert parse(f"(({medium})), a fox, forest, {medium}") == expected


@pytest.mark.parametrize("light", sorted(LIGHTS))
def test_every_light_is_parsed(light: str) -> None:
    assert parse(f"((dog)), park, {light}") == Scene((Thing("dog"),), place="park", light=(light,))


def test_every_mood_has_an_effect_that_exists_or_none() -> None:
    assert set(phrases.MOODS.values()) <= LIGHTS | {""}


@pytest.mark.parametrize(
    "rows, names",
    [
        (synonyms.SUBJECTS, NAMES),
        (place_synonyms.PLACES, PLACES),
        (place_synonyms.MEDIA, MEDIA),
        (place_synonyms.WEARABLE, WEARABLE),
    ],
)
def test_synonyms_are_understood_where_a_word_of_their_row_is_drawn(rows: Rows, names: list[str]) -> None:
    drawn = {normal(name): name for name in names}
    for row in rows:
        targets = [drawn[normal(word)] for word in row if normal(word) in drawn]
        for word in row if targets else ():
            meanings = {meaning.value for meaning in LEXICON[normal(word)]}
            assert meanings & {drawn.get(normal(word)), targets[0]}, word


def test_no_synonym_hides_a_colour() -> None:
    """ "blue whale" has to stay a whale that is blue."""
    hidden = [
        word
        for row in synonyms.SUBJECTS
        for word in row
        if word.partition(" ")[0] in COLOURS
        and normal(word.partition(" ")[2]) in map(normal, NAMES)
        and DRAWINGS.get(word.partition(" ")[2], DRAWINGS["dog"]).recolours
    ]
    assert not hidden


def test_names_that_two_rooms_draw_are_known() -> None:
    objects = ("backpack", "bow tie", "crown", "helmet", "top hat")
    assert clashes() == {
        **dict.fromkeys(objects, ("objects", "clothes")),
        **dict.fromkeys(PAIRS, ("pairs", "clothes")),
    }
    assert set(WORN) == set(clashes())


def test_names_that_are_colours_too_are_known() -> None:
    assert {name for name in NAMES if name in COLOURS} == {"lavender", "orange", "violet"}


def test_words_about_people_and_places_mean_what_is_drawn() -> None:
    assert phrases.PLAIN_PERSON in DRAWINGS
    assert set(phrases.PEOPLE.values()) <= set(phrases.PERSONS)
    assert {thing for _, thing in phrases.ACTS.values()} <= {*DRAWINGS, "car"}
    assert set(phrases.MERGED.values()) <= set(PLACES)
    assert phrases.UNDER_THE_SKY in PLACES
    assert set(ROLES.values()) <= set(WEARABLE)
    assert CATEGORIES["vehicle"] == set(ROOMS["vehicles"])
