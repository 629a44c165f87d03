"""Wrong colors are found on drawn pictures of many things, places and media; and on plain shapes."""

from functools import cache
from itertools import product

import numpy as np
import pytest
from PIL import Image, ImageDraw

from synthgen.kit.colour_names import NAMES, USUAL, differ, of_thing, parts
from synthgen.kit.pictures import decode, encode
from synthgen.kit.prompt_claims import shows_colours
from synthgen.kit.prompt_text import coloured, compile_text
from synthgen.renderer.sketch import Sketch
from synthgen.renderer.sketch.media import KEEPS_COLOUR, MEDIA
from synthgen.types import Fields, Pixels, Prompt, Raster, Take

LIMIT = 0.3
COLOURS = ("red", "orange", "yellow", "green", "blue", "purple", "pink", "brown", "black", "white", "gray")
SCENES = (
    ("umbrella", "park"), ("car", "city street"), ("teapot", "kitchen"), ("sofa", "living room"), ("kite", "meadow"),
    ("bicycle", "park"), ("dress", "beach"), ("balloon", "city"), ("tent", "forest"), ("book", "library"),
)  # fmt: skip


def drawn(thing: str, colour: str, place: str, medium: str = "", seed: int = 0) -> Pixels:
    fields = Fields(coloured(thing, colour), (colour,), place=place, medium=medium)
    prompt = Prompt("color-000000000", fields, compile_text(fields))
    (raster,) = Sketch(256).render(iter([Take(prompt.id, 0, prompt, seed)]))
    assert isinstance(raster, Raster), raster
    return decode(encode(raster.pixels))


@cache
def figures() -> list[tuple[str, str, float]]:
    """(the color that is there, the color that is asked for, the figure) of drawn pictures."""
    media = ["", "", *sorted(KEEPS_COLOUR)]
    rows = list(product(SCENES, COLOURS))
    shown = ((*scene, colour, media[i % len(media)], i) for i, (scene, colour) in enumerate(rows))
    return [
        (there, asked, of_thing(pixels, asked, COLOURS)[0])
        for thing, place, there, medium, seed in shown
        for pixels in [drawn(thing, there, place, medium, seed)]
        for asked in COLOURS
    ]


def test_wrong_colours_are_found_and_right_ones_pass_on_drawn_pictures() -> None:
    right = [figure >= LIMIT for there, asked, figure in figures() if there == asked]
    wrong = [figure < LIMIT for there, asked, figure in figures() if differ(there, asked)]
    assert len(right) == 110 and np.mean(right) >= 0.93
    assert len(wrong) > 800 and np.mean(wrong) >= 0.9


def disc(colour: tuple[int, int, int], behind: tuple[int, int, int]) -> Pixels:
    image = Image.new("RGB", (300, 200), behind)
    ImageDraw.Draw(image).ellipse((100, 60, 200, 180), fill=colour)
    return np.asarray(image)


@pytest.mark.parametrize("behind", [(255, 255, 255), (20, 20, 24), (40, 150, 60)])
def test_a_plain_disc_has_its_colour_and_no_other(behind: tuple[int, int, int]) -> None:
    pixels = disc((220, 40, 40), behind)
    assert of_thing(pixels, "red") == (pytest.approx(1, abs=0.05), "red")
    for asked in ("blue", "yellow", "green"):
        figure, seen = of_thing(pixels, asked)
        assert figure < 0.1 and seen in ("red", "orange")


def test_what_is_behind_a_thing_is_not_its_colour() -> None:
    shares = parts(disc((30, 90, 210), (60, 160, 70)), ("blue", "green"))
    assert shares["blue"] > 0.5 > 5 * shares["green"]


def test_colours_that_are_easily_confused_do_not_refute_each_other() -> None:
    assert differ("red", "green") and differ("white", "blue") and differ("yellow", "purple")
    for one, other in (("red", "maroon"), ("blue", "navy"), ("orange", "brown"), ("gray", "white"), ("grey", "silver")):
        assert not differ(one, other) and not differ(other, one)
    assert all(not differ(word, word) for word in NAMES)
    assert all(any(differ(word, other) for other in USUAL) for word in NAMES)


def test_media_without_colours_are_those_in_which_the_embedded_renderer_keeps_none() -> None:
    assert {medium for medium in MEDIA if shows_colours(medium)} == KEEPS_COLOUR
    assert shows_colours("colored pencil drawing") and shows_colours("") and not shows_colours("pencil drawing")
