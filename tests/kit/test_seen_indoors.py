"""What can be seen indoors, place by place."""

import pytest

from synthgen.kit.seen_indoors import SEEN_INDOORS
from synthgen.kit.words import singular
from synthgen.renderer.sketch.places import PLACES

INDOORS = sorted(name for name, place in PLACES.items() if place.indoors)


@pytest.mark.parametrize("name", INDOORS)
def test_every_indoor_place_says_what_it_holds(name: str) -> None:
    assert len(SEEN_INDOORS[name]) > 3


def test_no_list_is_of_a_place_that_is_not_drawn_or_is_outdoors() -> None:
    assert set(SEEN_INDOORS) <= set(INDOORS)


@pytest.mark.parametrize("name", sorted(SEEN_INDOORS))
def test_the_nouns_are_plain_words_in_the_singular(name: str) -> None:
    for noun in SEEN_INDOORS[name]:
        assert noun.replace(" ", "").isalpha() and noun.islower(), noun
        assert singular(noun) == noun or noun in {"glass", "goods"}, noun


@pytest.mark.parametrize("name", INDOORS)
def test_what_a_place_can_be_drawn_without_is_in_its_list(name: str) -> None:
    assert PLACES[name].pieces <= SEEN_INDOORS[name]


@pytest.mark.parametrize("name", sorted(SEEN_INDOORS))
def test_nobody_and_no_animal_is_in_a_room(name: str) -> None:
    assert not SEEN_INDOORS[name] & {"person", "man", "woman", "crowd", "animal", "dog", "cat", "bird"}
