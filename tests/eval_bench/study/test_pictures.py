"""What raters see of a picture's file."""

from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from eval_bench.study.pictures import SIDE, BrokenPicture, shown


def file_of(format: str, size: tuple[int, int] = (60, 40), mode: str = "RGB", **other: Any) -> bytes:
    """Its upper half is lighter."""
    pixels = np.zeros((size[1], size[0], 3), np.uint8)
    pixels[: size[1] // 2] = 220
    sink = BytesIO()
    Image.fromarray(pixels).convert(mode).save(sink, format, **other)
    return sink.getvalue()


def opened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


@pytest.mark.parametrize(
    ("format", "mode"), [("PNG", "RGBA"), ("PNG", "P"), ("PNG", "L"), ("WEBP", "RGB"), ("JPEG", "CMYK")]
)
def test_every_file_becomes_the_same_kind_of_file(format: str, mode: str) -> None:
    image = opened(shown(file_of(format, mode=mode)))
    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (60, 40))


def test_metadata_stays_behind() -> None:
    exif = Image.Exif()
    exif[0x010E], exif[0x013B] = "made by secretmodel", "secretmodel"
    data = file_of("JPEG", exif=exif, comment=b"secretmodel", icc_profile=b"secretmodel" * 20)
    assert data.count(b"secretmodel") > 2
    small = shown(data)
    assert b"secretmodel" not in small
    assert not opened(small).getexif()
    assert set(opened(small).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


@pytest.mark.parametrize("turn", range(1, 9))
def test_a_picture_is_turned_as_its_camera_says(turn: int) -> None:
    from PIL import ImageOps

    exif = Image.Exif()
    exif[0x0112] = turn
    data = file_of("JPEG", exif=exif)
    upright = ImageOps.exif_transpose(opened(data))
    found = opened(shown(data))
    assert found.size == upright.size
    assert np.abs(np.asarray(found, int) - np.asarray(upright, int)).mean() < 8


def test_a_large_picture_is_made_smaller_and_a_small_one_stays() -> None:
    assert opened(shown(file_of("PNG", (3000, 1500)))).size == (SIDE, SIDE // 2)
    assert opened(shown(file_of("PNG", (30, 15)))).size == (30, 15)


def test_what_is_no_picture_is_told() -> None:
    whole = file_of("JPEG", (200, 200))
    for data in (b"", b"GIF89a", whole[: len(whole) // 2]):
        with pytest.raises(BrokenPicture):
            shown(data)


def test_damaged_exif_does_no_harm(tmp_path: Path) -> None:
    data = file_of("JPEG", exif=b"Exif\x00\x00MM\x00*\xff\xff\xff\xff broken")
    image = Image.open(BytesIO(shown(data)))
    assert image.size == (60, 40)
