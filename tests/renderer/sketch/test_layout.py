"""Where things stand in a picture, how large they are beside each other, and how two seeds differ."""

import random

import pytest

from synthgen.renderer.sketch.compose import compose
from synthgen.renderer.sketch.layout import arrange
from synthgen.renderer.sketch.parse import parse
from synthgen.renderer.sketch.phrases import CLUSTERS
from synthgen.renderer.sketch.scales import METRES, beside
from synthgen.renderer.sketch.scene import Scene, Thing
from synthgen.renderer.sketch.subjects import DRAWINGS, ROOMS
from synthgen.renderer.sketch.subjects.flowers import Stalks

SIZE = 256
PAIRS = (
    ("dog", "house"),
    ("horse", "ball"),
    ("mouse", "elephant"),
    ("woman", "dog"),
    ("apple", "pumpkin"),
    ("car", "bicycle"),
    ("tulip", "oak tree"),
    ("penguin", "seal"),
    ("chair", "sofa"),
    ("cup", "croissant"),
)

Box = tuple[int, int, int, int]


def boxes(text: str, seed: int) -> list[Box]:
    scene = parse(text)
    assert isinstance(scene, Scene), scene
    return [thing.box for thing in compose(scene, f"{seed}:{text}", SIZE)[1].things]


@pytest.mark.parametrize(
    "small, large",
    [("ball", "horse"), ("mouse", "elephant"), ("dog", "house"), ("apple", "dog"), ("tulip", "oak tree")],
)
@pytest.mark.parametrize("seed", range(4))
def test_what_is_smaller_in_the_world_is_smaller_in_the_picture(small: str, large: str, seed: int) -> None:
    for text in (f"(({large})), {small}", f"(({small})), {large}"):
        first, second = boxes(text, seed)
        tall = {text.split(")")[0].strip("("): first[3] - first[1]}
        tall[small if large in tall else large] = second[3] - second[1]
        assert tall[small] < 0.75 * tall[large], (text, tall)


@pytest.mark.parametrize("pair", PAIRS)
def test_a_companion_never_hides_the_subject_and_all_is_inside(pair: tuple[str, str]) -> None:
    for seed in range(6):
        found = boxes(f"(({pair[0]})), {pair[1]}", seed)
        (a, b, c, d), (w, x, y, z) = found
        shared = max(0, min(c, y) - max(a, w)) * max(0, min(d, z) - max(b, x))
        assert shared < 0.25 * (c - a) * (d - b)
        for left, top, right, bottom in found:
            assert left >= 0 and top >= 0 and right <= SIZE and bottom <= SIZE
            assert right - left > 0.06 * SIZE


@pytest.mark.parametrize("name", ["dog", "car", "rose", "apple", "chair", "giraffe"])
def test_seeds_differ_in_size_and_place(name: str) -> None:
    found = [boxes(f"(({name}))", seed) for seed in range(24)]
    assert len({box[0][3] - box[0][1] for box in found}) >= 4
    middles = [(box[0][0] + box[0][2]) / 2 / SIZE for box in found]
    assert max(middles) - min(middles) > (0.05 if name == "car" else 0.15)


def test_seeds_differ_in_the_side_of_the_companion() -> None:
    sides = {left[0] < right[0] for left, right in (boxes("((dog)), ball, park", seed) for seed in range(12))}
    assert sides == {True, False}


def test_a_joke_keeps_its_subject_near_the_middle() -> None:
    for seed in range(30):
        (slot,) = arrange(Thing("cat"), [Thing("cat")], random.Random(seed), deep=False, steady=True)
        assert 38 <= slot.x <= 62


@pytest.mark.parametrize("flower", ["rose", "tulip", "daisy", "lily", "poppy", "pansy", "crocus", "violet"])
def test_three_flowers_are_three_blossoms(flower: str) -> None:
    count = 3
    found = compose(Scene((Thing(flower, count=count),)), "1", SIZE)[1].things
    assert [thing.name for thing in found] == [flower] * count
    paint = getattr(DRAWINGS[flower].paint, "__self__", None)
    assert isinstance(paint, Stalks) and len(paint.heads) == 1


def test_flowers_that_are_drawn_in_bunches_are_not_counted() -> None:
    for name, drawing in ROOMS["plants"].items():
        paint = getattr(drawing.paint, "__self__", None)
        if isinstance(paint, Stalks) and len(paint.heads) > 1:
            assert name in CLUSTERS, name


def test_the_table_of_sizes_names_drawings_once() -> None:
    assert len(METRES) > 150
    assert beside("ball", "horse") < 0.5 < 1 < beside("house", "dog")
    assert beside("dog", "dog") == 1
