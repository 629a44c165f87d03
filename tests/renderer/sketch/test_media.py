"""Art media: the same every time, each clearly its own, and what is shown stays what it was."""

import random
from functools import cache
from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from synthgen.renderer.sketch import media_line, media_paint, media_print
from synthgen.renderer.sketch.colours import COLOURS
from synthgen.renderer.sketch.compose import compose
from synthgen.renderer.sketch.media import KEEPS_COLOUR, MEDIA
from synthgen.renderer.sketch.media_tools import GAIN, stretched
from synthgen.renderer.sketch.parse import parse
from synthgen.renderer.sketch.phrases import COLOURLESS
from synthgen.renderer.sketch.scene import Scene

SIZE = 512
SHOWN = ("((cat)), park", "((red car)), street", "((kayak)), river, dramatic lighting", "((penguin)), snow, fog")
"""By day, in a street full of outlines, darkened, and pale."""
CHANGED = 9.0
"""Least mean difference between a medium and the picture it is made of, in steps of 255."""
APART = 11.0
"""Least mean difference between two media."""
OUTLINED = 0.35
"""Least correlation of the outlines before and after, inside the subject's box."""
FACES = 0.9
"""Least correlation of the tones of a face before and after, where a medium is to keep them."""
NAMED = ("red", "orange", "yellow", "green", "blue", "purple", "pink", "brown", "teal", "navy", "magenta")
TURNED = 24
"""Most degrees that the hue of a named colour may turn; red and orange are 24 degrees apart."""

Box = tuple[int, int, int, int]


@cache
def shown(text: str) -> tuple[Image.Image, Box]:
    """A picture without a medium, and the box of its subject."""
    scene = parse(text)
    assert isinstance(scene, Scene), scene
    picture, found = compose(scene, text, SIZE)
    left, top, right, bottom = found.things[0].box
    return picture, (max(0, left), max(0, top), min(SIZE, right), min(SIZE, bottom))


@cache
def made(medium: str, text: str) -> Image.Image:
    return MEDIA[medium](shown(text)[0], random.Random(1))


def pixels(picture: Image.Image) -> NDArray[np.float32]:
    return np.asarray(picture, np.float32)


def difference(one: Image.Image, other: Image.Image) -> float:
    return float(np.abs(pixels(one) - pixels(other)).mean())


def outlines(picture: Image.Image, box: Box) -> NDArray[np.float32]:
    """Where colours change, as coarsely as at a glance: texture is gone, shapes are not."""
    step = 6
    tones = pixels(picture.filter(ImageFilter.BoxBlur(2)).reduce(step))
    across, down = np.abs(np.diff(tones, axis=1)).max(axis=2)[:-1], np.abs(np.diff(tones, axis=0)).max(axis=2)[:, :-1]
    lines = Image.fromarray(np.maximum(across, down).astype(np.uint8)).filter(ImageFilter.MaxFilter(3))
    return pixels(lines.crop((box[0] // step, box[1] // step, box[2] // step, box[3] // step))).ravel()


def on_the_photo(box: Box) -> Box:
    """Where a box is on an instant photograph, which shows the picture smaller: 86 % wide, its lower 91 % in 78 %."""
    (left, top), (right, bottom) = (
        (round(SIZE * 0.07 + x * 0.86), round(SIZE * 0.06 + (y - SIZE * 0.09) * 0.78 / 0.91))
        for x, y in (box[:2], box[2:])
    )
    return left, max(0, top), right, bottom


def hue(picture: Image.Image, where: NDArray[np.bool_]) -> float:
    """The hue that most of the marked colour has, in degrees."""
    hues, colour, light = (pixels(band) for band in picture.reduce(4).convert("HSV").split())
    weights = (colour * light)[where]
    counts = np.bincount((hues[where] * 72 / 256).astype(int), weights=weights, minlength=72)
    # A hue and its neighbours, round the circle.
    near = np.sum([np.roll(counts, k) for k in range(-2, 3)], axis=0)
    return float(near.argmax() * 5)


@pytest.mark.parametrize("medium", sorted(MEDIA))
def test_a_medium_depends_on_the_picture_and_the_luck_alone_and_keeps_size_and_mode(medium: str) -> None:
    picture = shown(SHOWN[0])[0]
    before = picture.tobytes()
    one, other = (MEDIA[medium](picture, random.Random(7)) for _ in range(2))
    assert one.tobytes() == other.tobytes()
    assert (one.size, one.mode) == (picture.size, "RGB")
    assert picture.tobytes() == before


@pytest.mark.parametrize("side", [64, 101, 640])
def test_every_medium_can_be_made_of_a_picture_of_any_size(side: int) -> None:
    picture = shown(SHOWN[1])[0].resize((side, side))
    for medium in MEDIA:
        assert MEDIA[medium](picture, random.Random(side)).size == (side, side), medium


@pytest.mark.parametrize("medium", sorted(MEDIA))
def test_a_medium_does_not_look_like_the_picture_it_is_made_of(medium: str) -> None:
    for text in SHOWN:
        assert difference(shown(text)[0], made(medium, text)) > CHANGED, text


def test_no_two_media_look_alike() -> None:
    alike = {
        (one, other): round(apart, 1)
        for one, other in combinations(sorted(MEDIA), 2)
        for text in SHOWN[:2]
        if (apart := difference(made(one, text), made(other, text))) < APART
    }
    assert not alike


@pytest.mark.parametrize("medium", sorted(MEDIA))
def test_no_medium_makes_the_outline_of_the_subject_vanish(medium: str) -> None:
    for text in SHOWN:
        picture, box = shown(text)
        drawn = made(medium, text)
        if medium == "polaroid photo":
            left, top, right, bottom = on_the_photo(box)
            inner = drawn.resize((box[2] - box[0], box[3] - box[1]), box=(left, top, right, bottom))
            drawn = picture.copy()
            drawn.paste(inner, box[:2])
        before, after = outlines(picture, box), outlines(drawn, box)
        assert np.corrcoef(before, after)[0, 1] > OUTLINED, text


@pytest.mark.parametrize("medium", ["low poly", "mosaic", "pastel drawing"])
@pytest.mark.parametrize("text", ["((fox)), garden", "((owl)), park", "((rabbit)), meadow"])
def test_facets_tiles_and_strokes_leave_a_face_as_it_is(medium: str, text: str) -> None:
    picture, (left, top, right, bottom) = shown(text)
    face = (left, top, right, (top + bottom) // 2)
    before, after = (pixels(p.convert("L").crop(face).reduce(3)).ravel() for p in (picture, made(medium, text)))
    assert np.corrcoef(before, after)[0, 1] > FACES


@pytest.mark.parametrize("medium", sorted(KEEPS_COLOUR))
def test_named_hues_stay_where_a_medium_says_that_it_keeps_colours(medium: str) -> None:
    turned = {}
    for colour in NAMED:
        text = f"(({colour} car)), street"
        picture, (left, top, right, bottom) = shown(text)
        small = pixels(picture.reduce(4))
        where = np.zeros(small.shape[:2], np.bool_)
        where[top // 4 : bottom // 4, left // 4 : right // 4] = True
        where &= np.abs(small - np.array(COLOURS[colour])).max(axis=2) < 28
        assert where.sum() > 100, colour
        off = (hue(made(medium, text), where) - hue(picture, where) + 180) % 360 - 180
        if abs(off) > TURNED:
            turned[colour] = off
    assert not turned


@pytest.mark.parametrize("medium", sorted(KEEPS_COLOUR))
def test_black_white_and_gray_stay_apart_where_a_medium_keeps_colours(medium: str) -> None:
    lightness = {}
    for colour in ("black", "gray", "white"):
        text = f"(({colour} car)), street"
        picture, box = shown(text)
        where = np.abs(pixels(picture) - np.array(COLOURS[colour])).max(axis=2) < 28
        where[: box[1]] = where[box[3] :] = where[:, : box[0]] = where[:, box[2] :] = False
        red, green, blue = pixels(made(medium, text))[where].mean(axis=0)
        assert max(red, green, blue) - min(red, green, blue) < 40, colour
        lightness[colour] = (red + green + blue) / 3
    assert lightness["black"] + 45 < lightness["gray"] < lightness["white"] - 45


def test_the_parser_knows_which_media_do_not_keep_colours() -> None:
    assert set(MEDIA) - KEEPS_COLOUR == set(COLOURLESS) & set(MEDIA)


def test_pale_and_dark_pictures_get_contrast_and_others_none() -> None:
    clear = shown(SHOWN[1])[0]
    assert stretched(clear) is clear
    for low, high in ((20, 90), (150, 235)):
        dull = clear.point([round(low + v * (high - low) / 255) for v in range(256)] * 3)
        before, after = (pixels(p.convert("L")).std() for p in (dull, stretched(dull)))
        assert 1.5 * before < after <= (GAIN + 0.1) * before


def test_every_medium_of_the_modules_is_in_the_table() -> None:
    made_of = {medium.args[0] for medium in MEDIA.values()}  # type: ignore[attr-defined]
    helpers = {media_line.framed}
    public = {
        value
        for module in (media_line, media_paint, media_print)
        for name, value in vars(module).items()
        if callable(value) and getattr(value, "__module__", "") == module.__name__ and not name.startswith("_")
    }
    assert public - helpers == made_of
