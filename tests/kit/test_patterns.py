from contextlib import suppress
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synthgen.kit.patterns import blanks_of, expand, fits, sentence
from synthgen.types import Fields

BLANKS = {"a": "one", "b": "two", "none": ""}


@pytest.mark.parametrize(
    "pattern, text",
    [
        ("{a} and {b}.", "one and two."),
        ("{a}[ in {none}].", "one."),
        ("{a}[ in {b}].", "one in two."),
        ("{a}[ in {b}[, of {none}]].", "one in two."),
        ("{a}[ in {none}[, of {b}]].", "one."),
        ("The {none} end .", "The end."),
        ("(x)", "x"),
        ("(x|x)y", "xy"),
        ("a (image|image) and an (picture|picture)", "an image and a picture"),
        ("A (eagle|eagle) has a unicorn and an hour.", "An eagle has a unicorn and an hour."),
    ],
)
def test_a_pattern_expands(pattern: str, text: str) -> None:
    assert expand(pattern, BLANKS, Random(0)) == text


def test_all_alternatives_come() -> None:
    found = {expand("(a|b|c{none})", BLANKS, Random(i)) for i in range(60)}
    assert found == {"a", "b", "c"}


@pytest.mark.parametrize("pattern", ["{unknown}", "(a", "a)", "[a", "a]", "{a", "(a]", "a|b"])
def test_a_wrong_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError):
        expand(pattern, BLANKS, Random(0))


@given(st.text(alphabet="ab{}[]()| ", max_size=20))
def test_any_text_expands_or_is_refused(pattern: str) -> None:
    with suppress(ValueError):
        assert isinstance(expand(pattern, BLANKS, Random(0)), str)


def test_the_blanks_of_fields_read_well() -> None:
    fields = Fields("short curly red hair", ("red",), person="woman", place="beach", medium="watercolor")
    blanks = blanks_of(fields, "hair")
    assert blanks["a_subject"] == "short curly red hair" and blanks["colour"] == "red"
    assert blanks["thing"] == "short curly hair" and blanks["A_person"] == "A woman"
    assert blanks["where"] == "on a beach" and blanks["medium"] == "a watercolor"
    style = blanks_of(Fields("mosaic", companions=("owl",), medium="mosaic"), "medium")
    assert style["a_thing"] == "an owl"


@pytest.mark.parametrize(
    "subject, place, where",
    [
        ("rowboat", "lake", "on a lake"),
        ("water lily", "pond", "on a pond"),
        ("otter", "river", "by a river"),
        ("swimming", "river", "in a river"),
        ("pirate ship", "ocean", "on the ocean"),
        ("whale", "ocean", "in the ocean"),
        ("tugboat", "harbor", "in a harbor"),
        ("sailor", "harbor", "at a harbor"),
        ("calla lily", "park", "in a park"),
        ("knight", "castle", "at a castle"),
        ("bread", "bakery", "in a bakery"),
    ],
)
def test_what_floats_is_on_the_water_and_the_rest_beside_it(subject: str, place: str, where: str) -> None:
    assert blanks_of(Fields(subject, place=place), "thing")["where"] == where


@pytest.mark.parametrize(
    "fields, who, it",
    [
        (Fields("wolf riding a skateboard"), "wolf", "it"),
        (Fields("cups growing on a tree"), "cups", "they"),
        (Fields("cup of coffee"), "cup of coffee", "it"),
        (Fields("clownfish", count=3), "clownfish", "they"),
        (Fields("blue jeans", attributes=("blue",), person="woman"), "woman", "she"),
    ],
)
def test_who_is_asked_about_has_its_pronoun(fields: Fields, who: str, it: str) -> None:
    blanks = blanks_of(fields, "thing")
    assert (blanks["who"], blanks["it"], blanks["is"]) == (who, it, "are" if it == "they" else "is")


def test_a_pattern_fits_if_nothing_that_it_cannot_leave_out_is_empty() -> None:
    assert fits("{a}[ in {none}]", BLANKS) and fits("nothing to fill", BLANKS)
    assert not fits("{a} in {none}", BLANKS) and not fits("{unknown}", BLANKS)


def test_a_sentence_has_a_capital_and_one_sign_at_its_end() -> None:
    assert [sentence(text) for text in ("it is", "Is it?", "is it?")] == ["It is.", "Is it?", "Is it?"]


def test_verbs_and_numbers_agree_with_how_many_there_are() -> None:
    three = blanks_of(Fields("red fox", attributes=("red",), count=3), "animal")
    assert (three["subject"], three["a_subject"], three["thing"]) == ("three red foxes", "three red foxes", "foxes")
    assert (three["is"], three["thing_is"], three["count"], three["fewer"]) == ("are", "are", "three", "two")
    one = blanks_of(Fields("blue jeans", attributes=("blue",), person="woman"), "piece of clothing")
    assert (one["who"], one["is"], one["thing"], one["thing_is"]) == ("woman", "is", "jeans", "are")


@pytest.mark.parametrize(
    "light, lit",
    [
        (("soft light",), "the light is soft"),
        (("vibrant colors",), "the colors are vibrant"),
        (("dim light", "deep shadows"), "the light is dim and the shadows are deep"),
        (("sunset",), ""),
        (("soft light", "sunset"), ""),
        ((), ""),
    ],
)
def test_what_the_light_is_like_is_a_statement_or_nothing(light: tuple[str, ...], lit: str) -> None:
    assert blanks_of(Fields("fox", light=light), "animal")["lit"] == lit


@pytest.mark.parametrize(
    "place, scenery",
    [("park", "a park"), ("ocean", "the ocean"), ("airport", "an airport"), ("underwater", ""), ("", "")],
)
def test_a_place_is_named_without_its_preposition_where_it_has_an_article(place: str, scenery: str) -> None:
    assert blanks_of(Fields("diver", place=place), "profession")["scenery"] == scenery


def test_who_is_shown_has_an_age_and_pronouns() -> None:
    blanks = blanks_of(Fields("apron", person="woman", age="elderly", skin="dark skin"), "piece of clothing")
    assert (blanks["a_grown"], blanks["A_grown"], blanks["a_person"]) == (
        "an elderly woman",
        "An elderly woman",
        "a woman",
    )
    assert (blanks["them"], blanks["their"], blanks["skin"]) == ("her", "her", "dark skin")
    assert blanks_of(Fields("apron", person="girl"), "piece of clothing")["a_grown"] == "a girl"
    two = blanks_of(Fields("fox", count=2), "animal")
    assert (two["them"], two["their"], two["a_grown"]) == ("them", "their", "")


def test_what_stands_beside_is_not_what_a_medium_depicts() -> None:
    assert blanks_of(Fields("fox", companions=("umbrella", "ball")), "animal")["companion"] == "an umbrella"
    style = Fields("mosaic", medium="mosaic", companions=("owl", "lantern"))
    assert blanks_of(style, "art medium")["companion"] == "a lantern"
    assert blanks_of(Fields("mosaic", medium="mosaic", companions=("owl",)), "art medium")["companion"] == ""


def test_a_thing_is_in_a_scene_and_near_anything_else() -> None:
    assert blanks_of(Fields("library"), "scene")["near"] == "in the scene"
    assert blanks_of(Fields("two foxes"), "animal")["near"] == "near the two foxes"
