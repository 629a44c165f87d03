"""The figures of complexity rise with what there is to see, and depend little on size and format."""

import time
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image, ImageDraw

from synthgen.measure import Samples
from synthgen.qc.complexity import Complexity, _segments
from synthgen.types import Pixels, Value
from tests.samples import picture, prompt

CHECK = Complexity("report")


def figures(pixels: Pixels, format: str = "png") -> dict[str, Value]:
    (score,) = CHECK.measure(Samples(pictures=[picture("a-000000000", pixels, format)]))
    assert CHECK.judge(score, prompt()) is None
    return dict(score.values)


def discs(count: int, side: int = 512) -> Pixels:
    rng = np.random.default_rng(3)
    image = Image.new("RGB", (side, side), (240, 240, 240))
    for _ in range(count):
        x, y, r = (int(v * side) for v in (*rng.random(2), 0.03 + 0.05 * rng.random()))
        ImageDraw.Draw(image).ellipse((x - r, y - r, x + r, y + r), fill=tuple(rng.integers(0, 200, 3)))
    return np.asarray(image)


def test_an_empty_sheet_is_as_simple_as_can_be() -> None:
    found = figures(np.full((512, 512, 3), 200, np.uint8))
    assert (found["edges"], found["segments"]) == (0.0, 1.0)
    assert isinstance(found["bytes"], float) and found["bytes"] < 0.05


@pytest.mark.parametrize("figure", ["edges", "bytes", "segments"])
@pytest.mark.parametrize("format", ["png", "jpg"])
def test_more_things_are_more_complex(figure: str, format: str) -> None:
    values = [figures(discs(count), format)[figure] for count in (0, 3, 12, 50)]
    rising = [value for value in values if isinstance(value, float)]
    assert len(rising) == 4 and rising == sorted(set(rising))


def test_a_picture_twice_as_large_has_nearly_the_same_figures() -> None:
    small, large = figures(discs(20, 512)), figures(discs(20, 1024))
    for name in ("edges", "bytes", "segments"):
        one, other = small[name], large[name]
        assert isinstance(one, float) and isinstance(other, float) and abs(one - other) <= 0.2 * one


def test_noise_has_edges_everywhere_and_does_not_pack() -> None:
    found = figures(np.random.default_rng(0).integers(0, 256, (128, 128, 3), np.uint8))
    assert isinstance(found["edges"], float) and found["edges"] > 0.8
    assert isinstance(found["bytes"], float) and found["bytes"] > 2.5


def test_segments_touch_side_by_side_and_specks_do_not_count() -> None:
    rows = ["aaaabbbb", "aabbbbbb", "cc......", "ccc..dd.", ".....dd.", "e..e....", "eeee...."]
    assert _segments(np.array([[ord(sign) for sign in row] for row in rows])) == 6
    snake = np.zeros((65, 65), int)
    snake[1::2] = 1
    snake[1::4, -1] = snake[3::4, 0] = 0  # one winding path of zeros, and the rows between
    assert _segments(snake) == 1 + 32


def test_segments_are_those_of_a_flood_fill() -> None:
    rng = np.random.default_rng(1)
    for levels in (2, 3, 5):
        field = rng.integers(0, levels, (24, 24))
        assert _segments(field) == sum(size >= 4 for size in filled(field.tolist()))


def filled(rows: list[list[int]]) -> list[int]:
    sizes, free = [], {(y, x) for y in range(len(rows)) for x in range(len(rows[0]))}
    while free:
        edge = [free.pop()]
        size = 0
        while edge:
            y, x = edge.pop()
            size += 1
            for near in ((y + 1, x), (y - 1, x), (y, x + 1), (y, x - 1)):
                if near in free and rows[near[0]][near[1]] == rows[y][x]:
                    free.remove(near)
                    edge.append(near)
        sizes.append(size)
    return sizes


def test_a_broken_picture_is_not_scored() -> None:
    (score,) = CHECK.measure(Samples(pictures=[replace(picture("a-000000000"), data=b"")]))
    assert score.values == {"edges": None, "bytes": None, "segments": None}


def test_it_takes_milliseconds() -> None:
    pictures = [picture("a-000000000", discs(30))] * 16
    samples = Samples(pictures=pictures)
    CHECK.measure(samples)  # decodes
    began = time.process_time()
    CHECK.measure(samples)
    assert (time.process_time() - began) / len(pictures) < 0.009  # 2 ms on an idle core
