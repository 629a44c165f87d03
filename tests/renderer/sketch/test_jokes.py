"""Jokes: what is ridden is sat on, all of a thing is of its material, and what is large leaves its place to be seen."""

import random

import numpy as np
import pytest
from PIL import Image

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.compose import compose
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.joke_places import OPENINGS
from synthgen.renderer.sketch.joke_rides import COCKPITS, MOUNTS
from synthgen.renderer.sketch.parse import parse
from synthgen.renderer.sketch.patterns import MATERIALS
from synthgen.renderer.sketch.scene import Joke, Scene, Thing
from synthgen.renderer.sketch.subjects import DRAWINGS
from synthgen.renderer.sketch.subjects.posed import HEIGHT, POSED, WIDTH
from synthgen.renderer.sketch.truth import Description

SIZE = 256


def drawn(text: str, seed: int = 0) -> tuple[Image.Image, Description]:
    scene = parse(text)
    assert isinstance(scene, Scene), scene
    return compose(scene, f"{seed}:{text}", SIZE)


@pytest.mark.parametrize("mount", sorted(set(MOUNTS) & set(DRAWINGS)))
@pytest.mark.parametrize("rider", ["bear", "giraffe", "elephant"])
def test_a_rider_sits_on_the_saddle_with_arms_and_legs_of_its_own(rider: str, mount: str) -> None:
    _, found = compose(Scene((Thing(rider),), place="park", joke=Joke("rides", Thing(mount))), "3", SIZE)
    (animal, vehicle), joke = found.things, found.joke
    assert joke is not None
    assert animal.box[1] < vehicle.box[1]
    assert vehicle.box[1] - 0.1 * SIZE < animal.box[3] < vehicle.box[3]
    assert vehicle.box[0] < (animal.box[0] + animal.box[2]) / 2 < vehicle.box[2]
    assert len(joke.boxes) == 2 + len(MOUNTS[mount].feet)


@pytest.mark.parametrize("car", sorted(COCKPITS))
def test_a_driver_looks_out_of_the_vehicle_and_does_not_hang_below_it(car: str) -> None:
    for driver in ("cat", "zebra", "penguin"):
        _, found = compose(Scene((Thing(driver),), place="city", joke=Joke("drives", Thing(car))), "3", SIZE)
        animal, vehicle = found.things
        assert animal.box[1] < vehicle.box[1] + 0.3 * (vehicle.box[3] - vehicle.box[1])
        assert animal.box[3] < vehicle.box[3]


@pytest.mark.parametrize("container", sorted(set(OPENINGS) & set(DRAWINGS)))
def test_whoever_hides_looks_out_over_the_rim(container: str) -> None:
    for hider in ("cow", "lion", "whale"):
        _, found = compose(Scene((Thing(hider),), joke=Joke("hides in", Thing(container))), "3", SIZE)
        animal, box = found.things
        assert box.name == container
        rim = box.box[3] - (1 - OPENINGS[container].y) * (box.box[3] - box.box[1])
        assert animal.box[1] < rim - 0.05 * SIZE and animal.box[3] < rim + 0.14 * SIZE


@pytest.mark.parametrize("material", sorted(set(MATERIALS) - {"chocolate"}))
def test_tyres_are_of_the_material_too(material: str) -> None:
    def black(text: str) -> float:
        image, found = drawn(text)
        pixels = np.asarray(image.crop(found.things[0].box)).astype(int)
        return float(((pixels.sum(axis=2) < 190) & (np.ptp(pixels, axis=2) < 24)).mean())

    assert black(f"((motorcycle made of {material})), meadow") < 0.75 * black("((motorcycle)), meadow")


@pytest.mark.parametrize("name", ["cat", "snail", "bee", "banana", "pizza"])
def test_a_giant_leaves_its_place_to_be_seen_and_something_small_beside_it(name: str) -> None:
    for seed in (1, 2, 3):
        _, found = drawn(f"((giant {name})), city", seed)
        left, top, right, bottom = found.things[0].box
        assert found.joke is not None
        small = found.joke.boxes
        assert (right - left) * (bottom - top) < 0.62 * SIZE * SIZE
        assert len(small) >= 3
        assert max(b - t for _, t, _, b in small) < 0.4 * max(bottom - top, right - left)


def test_something_tiny_stands_apart_from_what_shows_its_size() -> None:
    for seed in range(6):
        _, found = drawn("((tiny elephant)), kitchen", seed)
        assert found.joke is not None
        (elephant,), (large,) = found.things, found.joke.boxes
        shared = min(elephant.box[2], large[2]) - max(elephant.box[0], large[0])
        assert shared < 0.35 * (elephant.box[2] - elephant.box[0])
        assert large[3] - large[1] > 1.5 * (elephant.box[3] - elephant.box[1])


@pytest.mark.parametrize(
    "text, kind, thing, value",
    [
        ("((mouse leading an elephant on a leash)), park", "walks", "elephant", ""),
        ("((mouse lifting a car)), park", "lifts", "car", ""),
        ("((snail bigger than a giraffe)), savanna", "outgrows", "giraffe", ""),
        ("((cow on wheels)), farm", "has wheels", "", ""),
        ("((pig with polka dots)), farm", "has a coat of", "", "polka dots"),
        ("((car on the ceiling)), living room", "is on the ceiling", "", ""),
        ("((fish in a bird cage)), living room", "is caged", "", ""),
        ("((donuts growing on a tree)), meadow", "grows on a tree", "", ""),
        ("((key growing in a flower pot)), garden", "grows in a pot", "", ""),
        ("((duck wearing rubber boots)), meadow", "wears", "rubber boots", ""),
        ("((rabbit with antlers)), meadow", "wears", "antlers", ""),
    ],
)
def test_jokes_are_told_from_their_words(text: str, kind: str, thing: str, value: str) -> None:
    scene = parse(text)
    assert isinstance(scene, Scene) and scene.joke is not None
    assert (scene.joke.kind, scene.joke.thing.name if scene.joke.thing else "", scene.joke.value) == (
        kind,
        thing,
        value,
    )


def test_what_grows_on_a_tree_hangs_in_its_crown_and_not_on_the_ground() -> None:
    _, found = drawn("((donuts growing on a tree)), meadow")
    assert len(found.things) >= 2
    assert all(thing.box[3] < 0.75 * SIZE for thing in found.things)


def test_an_actor_puts_down_what_it_holds_by_nature() -> None:
    canvas = Canvas(WIDTH, HEIGHT, 2)
    POSED["panda"].paint(canvas, Look(random.Random(1)), feet=True)
    pixels = np.asarray(canvas.sprite()).astype(int)
    green = (pixels[..., 1] > pixels[..., 0] + 20) & (pixels[..., 1] > pixels[..., 2] + 20) & (pixels[..., 3] > 128)
    assert not green.any()
