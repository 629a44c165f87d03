"""What may be seen in the places that the embedded renderer draws."""

import pytest

from synthgen.kit.seen_outdoors import SEEN_OUTDOORS
from synthgen.renderer.sketch.places import PLACES

OUTDOORS = sorted(name for name, place in PLACES.items() if not place.indoors)


def test_the_renderer_draws_outdoor_places() -> None:
    assert len(OUTDOORS) > 60


@pytest.mark.parametrize("place", OUTDOORS)
def test_every_outdoor_place_says_what_may_be_seen_in_it(place: str) -> None:
    assert len(SEEN_OUTDOORS.get(place, ())) >= 10


def test_every_place_that_is_described_can_be_drawn() -> None:
    assert not set(SEEN_OUTDOORS) - set(OUTDOORS)


def test_a_group_of_words_is_spelled_out() -> None:
    seen = [word for things in SEEN_OUTDOORS.values() for word in things]
    assert not [word for word in seen if word != word.strip("+_ ")]


@pytest.mark.parametrize(
    ("place", "thing"),
    [("park", "bench"), ("park", "tree"), ("harbor", "boat"), ("beach", "palm tree"), ("airport", "plane")],
)
def test_what_everybody_expects_may_be_seen(place: str, thing: str) -> None:
    assert thing in SEEN_OUTDOORS[place]


@pytest.mark.parametrize("animal", ["fish", "bird", "bat", "dog", "horse", "cow", "seagull", "starfish", "lion"])
def test_no_animals_live_in_the_places(animal: str) -> None:
    assert not [place for place, things in SEEN_OUTDOORS.items() if animal in things]
