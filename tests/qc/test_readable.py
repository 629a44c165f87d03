"""The check of pictures rejects what nobody could read, and nothing else."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from synthgen.measure import Samples
from synthgen.qc.readable import Readable
from synthgen.types import Pixels
from tests.samples import picture, prompt

CHECK = Readable(2.0, 0.995, 2, 0.04, None, None, "reject")
SIDE = 256
ROW, COLUMN = np.mgrid[0:SIDE, 0:SIDE]


def verdict(pixels: Pixels, check: Readable = CHECK, format: str = "jpg") -> tuple[str, str] | None:
    (score,) = check.measure(Samples(pictures=[picture("a-000000000", pixels, format)]))
    return check.judge(score, prompt())


def drawn(background: tuple[int, int, int], *shapes: tuple[tuple[int, int, int, int], tuple[int, int, int]]) -> Pixels:
    image = Image.new("RGB", (SIDE, SIDE), background)
    for box, colour in shapes:
        ImageDraw.Draw(image).ellipse(box, fill=colour)
    return np.asarray(image)


def flat() -> Pixels:
    return drawn((240, 235, 220), ((60, 60, 200, 200), (220, 60, 50)), ((100, 100, 130, 130), (30, 30, 30)))


def silhouette() -> Pixels:
    sky = np.stack([255 - COLUMN / 8, 190 - ROW / 3, 90 + ROW * 0], axis=-1).astype(np.uint8)
    return np.where(((COLUMN - 128) ** 2 + (ROW - 160) ** 2 < 3000)[..., None], np.uint8(0), sky)


def night() -> Pixels:
    sky = np.stack([8 + ROW / 40, 10 + ROW / 30, 26 + ROW / 16], axis=-1)
    stars = np.random.default_rng(0).random((SIDE, SIDE)) > 0.999
    return np.where(stars[..., None], 210, sky).astype(np.uint8)


def fog() -> Pixels:
    hill = 18 * (150 + 20 * np.sin(COLUMN / 30) < ROW)
    return np.stack([212 - hill, 215 - hill, 218 - hill], axis=-1).astype(np.uint8)


def black_and_white() -> Pixels:
    return drawn((255, 255, 255), ((40, 40, 210, 210), (0, 0, 0)), ((90, 90, 160, 160), (255, 255, 255)))


def small_thing() -> Pixels:
    return drawn((250, 250, 250), ((118, 118, 138, 138), (200, 30, 30)))


@pytest.mark.parametrize("scene", [flat, silhouette, night, fog, black_and_white, small_thing])
@pytest.mark.parametrize("format", ["jpg", "png"])
def test_sane_pictures_pass(scene: Callable[[], Pixels], format: str) -> None:
    assert verdict(scene(), format=format) is None


@pytest.mark.parametrize("scene", [flat, silhouette, fog, black_and_white])
def test_an_extreme_blur_is_rejected(scene: Callable[[], Pixels]) -> None:
    image = Image.fromarray(scene())
    assert verdict(np.asarray(image.filter(ImageFilter.GaussianBlur(1)))) is None
    assert verdict(np.asarray(image.filter(ImageFilter.GaussianBlur(20)))) is not None


@pytest.mark.parametrize("colour", [(0, 0, 0), (255, 255, 255), (0, 128, 120)])
def test_a_blank_picture_is_rejected_even_with_noise(colour: tuple[int, int, int]) -> None:
    blank = np.full((SIDE, SIDE, 3), colour, np.uint8)
    noise = np.random.default_rng(1).integers(-2, 3, blank.shape)
    for pixels in (blank, np.clip(blank + noise, 0, 255).astype(np.uint8)):
        assert verdict(pixels) is not None


def test_a_speck_on_a_sheet_is_a_picture_of_a_single_colour() -> None:
    sheet = np.full((SIDE, SIDE, 3), 255, np.uint8)
    sheet[100:110, 100:110] = 0
    found = verdict(sheet, format="png")
    assert found is not None and found[0] == "picture of a single color"


def test_the_size_is_asked_for_only_where_it_is_given() -> None:
    assert verdict(flat(), replace(CHECK, width=SIDE, height=SIDE)) is None
    for wanted in ({"width": 512}, {"height": 512}, {"width": SIDE, "height": 128}):
        assert verdict(flat(), replace(CHECK, **wanted)) == ("picture of the wrong size", "256 x 256")


def test_a_file_that_does_not_decode_is_broken_and_nothing_else_is_measured_on_it() -> None:
    whole = picture("a-000000000", flat())
    broken = replace(whole, data=whole.data[: len(whole.data) // 2])
    good, bad = CHECK.measure(Samples(pictures=[whole, broken]))
    assert CHECK.judge(good, prompt()) is None
    assert bad.values == {
        "broken": 1.0,
        **dict.fromkeys(("width", "height", "contrast", "share", "colours", "sharpness")),
    }
    assert CHECK.judge(bad, prompt()) == ("picture broken", "it cannot be decoded")


def test_the_figures_are_those_of_the_decoded_picture() -> None:
    half = np.zeros((64, 64, 3), np.uint8)
    half[:, 32:] = 200
    (score,) = CHECK.measure(Samples(pictures=[picture("a-000000000", half, "png")]))
    assert score.check == "readable"
    assert score.values == {
        "broken": 0.0,
        "width": 64.0,
        "height": 64.0,
        "contrast": 100.0,
        "share": 0.5,
        "colours": 2.0,
        "sharpness": round(199 / 400, 4),  # the step is seen across two pixels; 1 of 200 may be rounding
    }


def test_thresholds_decide_on_stored_figures_alone() -> None:
    (score,) = CHECK.measure(Samples(pictures=[picture("a-000000000", flat())]))
    strict = replace(CHECK, min_sharpness=0.9)
    found = strict.judge(score, prompt())
    assert found is not None and found[0] == "picture blurred" and "at least 0.9" in found[1]
