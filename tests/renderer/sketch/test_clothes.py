"""Clothes are worn by whom the prompt names, in its colour, and are told apart."""

import random
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
import yaml  # type: ignore[import-untyped]
from numpy.typing import NDArray

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.colours import COLOURS
from synthgen.renderer.sketch.drawing import Drawing, Look, PersonKind
from synthgen.renderer.sketch.parse import parse
from synthgen.renderer.sketch.scene import Scene, Thing
from synthgen.renderer.sketch.subjects import DRAWINGS
from synthgen.renderer.sketch.subjects.accessories import PAIRS
from synthgen.renderer.sketch.subjects.garments import Outfit
from synthgen.renderer.sketch.subjects.people import EVERYONE
from synthgen.renderer.sketch.subjects.poses import STAND
from synthgen.renderer.sketch.subjects.views import wearer

WORDS = yaml.safe_load((Path(__file__).parents[3] / "conf/ability/clothes.yaml").read_text())
NAMES = [subject for group in WORDS["groups"].values() for subject in group["subjects"]]
SMALL = 0.03
"""Share of the figure by which two garments have to differ, on the same person in the same pose."""


def drawing_of(name: str) -> Drawing:
    scene = parse(f"(({name})), man")
    assert isinstance(scene, Scene), name
    return DRAWINGS[scene.subjects[0].name]


def painted(drawing: Drawing, colour: str, person: PersonKind, luck: int = 1) -> NDArray[np.int16]:
    """The whole canvas, uncropped: red, green, blue of each pixel."""
    canvas = Canvas(drawing.width, drawing.height, 0.6)
    drawing.paint(canvas, Look(random.Random(luck), COLOURS[colour], person))
    return np.asarray(canvas.picture()).astype(np.int16)


def test_there_are_far_more_than_sixty_pieces_of_clothing() -> None:
    assert len(set(NAMES)) >= 68


@pytest.mark.parametrize("person", ["woman", "boy"])
def test_the_asked_colour_is_seen_on_every_piece_and_nowhere_else(person: PersonKind) -> None:
    """Skin and hair apart, only what was asked for changes with the colour."""
    for name in NAMES:
        drawing = drawing_of(name)
        purple, green = (painted(drawing, colour, person) for colour in ("purple", "green"))
        changed = np.abs(purple - green).sum(axis=-1) > 60
        figure = purple.sum(axis=-1) > 120
        assert changed.sum() > 0.02 * figure.sum(), name
        left = ~changed
        r, g, b = (purple[..., i] for i in range(3))
        assert (left & (g < r - 40) & (g < b - 60)).sum() < 0.002 * figure.sum(), name


@pytest.mark.parametrize("person", ["man", "girl"])
def test_no_two_pieces_look_the_same_on_the_same_person(person: PersonKind) -> None:
    drawn = {name: painted(drawing_of(name), "blue", person) for name in NAMES}
    alike = []
    for one, other in combinations(NAMES, 2):
        a, b = drawn[one], drawn[other]
        if a.shape == b.shape:
            figure = ((a.sum(axis=-1) > 120) | (b.sum(axis=-1) > 120)).sum()
            if (np.abs(a - b).sum(axis=-1) > 60).sum() < SMALL * figure:
                alike.append((one, other))
    assert not alike


@pytest.mark.parametrize("name", sorted(PAIRS))
def test_shoes_and_gloves_are_worn_where_somebody_is_named_and_lie_alone_where_not(name: str) -> None:
    assert parse(f"((red {name}))") == Scene((Thing(name, "red"),))
    for person in EVERYONE:
        worn = Scene((Thing(f"{name} on somebody", "red", person=person),))
        assert parse(f"((red {name})), {person}") == worn
        assert parse(f"(({person} wearing red {name}))") == worn


def test_a_man_has_a_beard_and_nobody_wears_glasses_or_a_hat_that_was_not_asked_for() -> None:
    for luck in range(60):
        for who in EVERYONE:
            person = wearer(Look(random.Random(luck), None, who), EVERYONE, Outfit(), STAND)
            assert person.who == who
            assert bool(person.beard) == (who == "man")
            assert person.glasses is None and person.hat is None


@pytest.mark.parametrize("colour", ["brown", "beige", "cream", "black"])
def test_skin_and_hair_have_other_colours_than_the_garment(colour: str) -> None:
    for luck in range(60):
        person = wearer(Look(random.Random(luck), COLOURS[colour]), EVERYONE, Outfit(), STAND)
        for other in (person.skin, person.hair_colour):
            assert sum(abs(a - b) for a, b in zip(other, COLOURS[colour], strict=True)) > 100


@pytest.mark.parametrize("name", ["sneakers", "gloves", "belt", "beanie", "raincoat"])
def test_a_child_is_smaller_than_a_grown_up_in_the_same_garment(name: str) -> None:
    drawing = drawing_of(name)

    def filled(person: PersonKind) -> int:
        canvas = Canvas(drawing.width, drawing.height, 1.0)
        drawing.paint(canvas, Look(random.Random(3), COLOURS["red"], person))
        return canvas.sprite().height

    assert max(filled("boy"), filled("girl")) < filled("man")
