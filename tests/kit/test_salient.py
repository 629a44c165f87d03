"""What stands out is the thing, not what is behind it."""

import numpy as np
from PIL import Image, ImageDraw

from synthgen.kit.salient import SIDE, distances, lab, salience, small_lab
from synthgen.types import Pixels


def scene(box: tuple[int, int, int, int] = (90, 110, 170, 220)) -> Pixels:
    """A red thing with an outline, on a meadow before the sky, with a hill."""
    image = Image.new("RGB", (256, 256), (150, 200, 240))
    draw = ImageDraw.Draw(image)
    draw.ellipse((-40, 90, 160, 300), fill=(120, 170, 110))
    draw.rectangle((0, 150, 256, 256), fill=(90, 160, 80))
    draw.ellipse(box, fill=(210, 40, 40), outline=(30, 30, 30), width=4)
    return np.asarray(image)


def test_most_of_the_weight_lies_on_the_thing() -> None:
    weights = salience(small_lab(scene()))
    inside = weights[110 * SIDE // 256 : 220 * SIDE // 256, 90 * SIDE // 256 : 170 * SIDE // 256].sum()
    assert abs(float(weights.sum()) - 1) < 1e-4 and inside > 0.9


def test_a_thing_that_a_hill_is_behind_is_farther_from_the_border_than_the_hill() -> None:
    far = distances(small_lab(scene()))
    thing, hill, sky = far[40, 32], far[30, 10], far[5, 32]
    assert thing > 3 * hill and hill >= sky == 0


def test_where_nothing_stands_out_all_pixels_weigh_the_same() -> None:
    weights = salience(small_lab(np.full((100, 60, 3), 200, np.uint8)))
    assert np.allclose(weights, 1 / SIDE**2)


def test_colours_in_lab_are_those_of_the_standard() -> None:
    rows = lab(np.array([[255, 255, 255], [255, 0, 0], [0, 0, 255], [0, 0, 0]], np.uint8))
    known = [[100, 0, 0], [53.24, 80.09, 67.2], [32.3, 79.19, -107.86], [0, 0, 0]]
    assert np.abs(rows - np.array(known)).max() < 0.5


def test_a_frame_is_cut_off_and_a_plain_backdrop_is_not() -> None:
    framed = scene().copy()
    framed[:14] = framed[-14:] = framed[:, :14] = framed[:, -14:] = 250
    weights = salience(small_lab(framed))
    there = np.s_[110 * SIDE // 256 : 220 * SIDE // 256, 85 * SIDE // 256 : 175 * SIDE // 256]
    assert weights[there].sum() > 0.7
    backdrop = np.full((256, 256, 3), 240, np.uint8)
    backdrop[60:200, 90:170] = (40, 60, 200)
    assert np.array_equal(small_lab(backdrop)[0, 0], lab(np.array([[240, 240, 240]], np.uint8))[0])
