"""The check of pictures rejects what nobody could read, and nothing else."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from synthgen.measure import Samples
from synthgen.qc.readable import Readable
from synthgen.renderer.sketch.compose import compose
from synthgen.renderer.sketch.media import MEDIA
from synthgen.renderer.sketch.parse import parse
from synthgen.renderer.sketch.scene import Scene
from synthgen.types import Pixels
from tests.samples import picture, prompt

CHECK = Readable(2.0, 0.995, 2, 0.07, 0.08, None, None, "reject")
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


def scenes() -> list[Pixels]:
    return [np.kron(drawn(), np.ones((2, 2, 1), np.uint8)) for drawn in (flat, silhouette, black_and_white)]


@pytest.mark.parametrize("sigma", [8, 16])
def test_a_blur_of_8_pixels_at_512_is_too_much(sigma: int) -> None:
    for scene in scenes():
        found = verdict(np.asarray(Image.fromarray(scene).filter(ImageFilter.GaussianBlur(sigma))))
        assert found is not None and found[0] == "picture blurred"


def white(scene: Pixels, rng: np.random.Generator) -> Pixels:
    return rng.integers(0, 256, scene.shape, np.uint8)


def salt_and_pepper(scene: Pixels, rng: np.random.Generator) -> Pixels:
    return np.repeat(rng.choice(np.array([0, 255], np.uint8), (*scene.shape[:2], 1)), 3, axis=2)


def of_its_palette(scene: Pixels, rng: np.random.Generator) -> Pixels:
    return rng.permutation(scene.reshape(-1, 3)).reshape(scene.shape)


@pytest.mark.parametrize("noise", [white, salt_and_pepper, of_its_palette])
@pytest.mark.parametrize("enlarged", [1, 2, 3, 4, 8])
@pytest.mark.parametrize("filter", [Image.Resampling.NEAREST, Image.Resampling.BICUBIC])
@pytest.mark.parametrize("format", ["jpg", "png"])
def test_noise_is_rejected_in_all_colours_and_sizes(
    noise: Callable[[Pixels, np.random.Generator], Pixels], enlarged: int, filter: Image.Resampling, format: str
) -> None:
    rng = np.random.default_rng(5)
    for scene in scenes():
        small = noise(scene[::enlarged, ::enlarged], rng)
        found = verdict(np.asarray(Image.fromarray(small).resize(scene.shape[1::-1], filter)), format=format)
        assert found is not None and found[0] in ("picture of noise", "picture blurred")


@pytest.mark.parametrize("medium", MEDIA)
def test_no_medium_is_taken_for_noise_blur_or_an_empty_sheet(medium: str) -> None:
    for text in ("((cat)), park", "((penguin)), snow, fog"):
        scene = parse(text)
        assert isinstance(scene, Scene)
        shown = MEDIA[medium](compose(scene, text, 512)[0], Random(1))
        assert verdict(np.asarray(shown.convert("RGB"))) is None


def test_photographs_pass_even_those_of_mere_texture(published: Path) -> None:
    photographs = sorted((published.parent / "real_images").iterdir())
    assert len(photographs) == 9
    for path in photographs:
        with Image.open(path) as image:
            assert verdict(np.asarray(image.convert("RGB"))) is None, path.name


def test_a_speck_on_a_sheet_is_a_picture_of_a_single_colour() -> None:
    sheet = np.full((SIDE, SIDE, 3), 255, np.uint8)
    sheet[100:110, 100:110] = 0
    found = verdict(sheet, format="png")
    assert found is not None and found[0] == "picture of a single color"


def test_the_size_is_asked_for_only_where_it_is_given() -> None:
    assert verdict(flat(), replace(CHECK, width=SIDE, height=SIDE)) is None
    for wanted in ({"width": 512}, {"height": 512}, {"width": SIDE, "height": 128}):
        assert verdict(flat(), replace(CHECK, **wanted)) == ("picture of the wrong size", "256 x 256")


def test_a_file_that_does_not_decode_is_broken_with_a_reason_and_nothing_else_is_measured_on_it() -> None:
    whole = picture("a-000000000", flat())
    cut = replace(whole, data=whole.data[: len(whole.data) // 2])
    page = replace(whole, data=b"<html>502 Bad Gateway</html>")
    good, *bad = CHECK.measure(Samples(pictures=[whole, cut, page, replace(whole, data=b"")]))
    assert good.values["broken"] == "" and CHECK.judge(good, prompt()) is None
    for score, reason in zip(bad, ("truncated", "not a JPEG, PNG or WebP file", "missing, or zero bytes"), strict=True):
        assert {k: v for k, v in score.values.items() if v is not None} == {"broken": reason}
        assert CHECK.judge(score, prompt()) == ("picture broken", reason)


def test_the_figures_are_those_of_the_decoded_picture() -> None:
    half = np.zeros((64, 64, 3), np.uint8)
    half[:, 32:] = 200
    (score,) = CHECK.measure(Samples(pictures=[picture("a-000000000", half, "png")]))
    assert score.check == "readable"
    assert score.values == {
        "broken": "",
        "width": 64.0,
        "height": 64.0,
        "contrast": 100.0,
        "share": 0.5,
        "colours": 2.0,
        "sharpness": round(199 / 400, 4),  # the step is seen across two pixels; 1 of 200 may be rounding
        "order": round(1 - (1 / 31 / 2) / 0.5, 4),  # at 32 pixels: half of 31 steps that differ, of two pixels half
    }


def test_thresholds_decide_on_stored_figures_alone() -> None:
    (score,) = CHECK.measure(Samples(pictures=[picture("a-000000000", flat())]))
    strict = replace(CHECK, min_sharpness=0.9)
    found = strict.judge(score, prompt())
    assert found is not None and found[0] == "picture blurred" and "at least 0.9" in found[1]
