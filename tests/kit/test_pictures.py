"""Between bytes and pixels."""

import io
import os
from random import Random
from typing import Any

import numpy as np
import pytest
from PIL import Image

from synthgen.kit import pictures
from synthgen.kit.pictures import BrokenPicture, decode, encode, size_of
from tests.kit.test_hashes import scene


@pytest.mark.parametrize("format", ["jpg", "png", "webp"])
def test_a_picture_comes_back_and_its_bytes_are_the_same_each_time(format: str) -> None:
    pixels = scene(1)
    data = encode(pixels, format)
    assert data == encode(pixels.copy(), format)
    back = decode(data)
    assert back.shape == pixels.shape and back.dtype == np.uint8
    assert np.abs(back.astype(int) - pixels).mean() < (0.01 if format == "png" else 4)
    assert size_of(data) == (320, 240)


def test_a_png_keeps_every_pixel() -> None:
    assert np.array_equal(decode(encode(scene(2), "png")), scene(2))


@pytest.mark.parametrize("memory_files", [True, False])
@pytest.mark.parametrize("format", ["jpg", "png", "webp"])
@pytest.mark.parametrize("size", [(16, 16), (640, 480)])
def test_the_bytes_are_those_that_pillow_writes_to_memory(
    format: str, size: tuple[int, int], memory_files: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not memory_files:  # as on other systems than Linux
        monkeypatch.delattr(os, "memfd_create", raising=False)
    options: dict[str, Any] = {"compress_level": 1} if format == "png" else {"quality": 95}
    file = io.BytesIO()
    Image.fromarray(scene(4, *size)).save(file, {"jpg": "JPEG"}.get(format, format), **options)
    assert encode(scene(4, *size), format) == file.getvalue()


def test_no_metadata_is_written_without_a_mark() -> None:
    for format in ("jpg", "png", "webp"):
        with Image.open(io.BytesIO(encode(scene(1), format))) as image:
            assert not image.getexif()
            assert not {"exif", "icc_profile", "xmp", "comment"} & set(image.info)


def test_quality_counts_and_an_unknown_format_is_refused() -> None:
    assert len(encode(scene(1), "jpg", 50)) < len(encode(scene(1), "jpg", 95))
    with pytest.raises(KeyError):
        encode(scene(1), "gif")


@pytest.mark.parametrize("format", ["jpg", "png", "webp"])
def test_a_damaged_file_is_a_broken_picture_or_a_picture_and_nothing_else(format: str) -> None:
    rng = Random(7)
    data = encode(scene(3, 48, 32), format)
    broken = 0
    for _ in range(400):
        damaged = bytearray(data)
        for _ in range(rng.choice((1, 3, 20))):
            damaged[rng.randrange(min(len(damaged), rng.choice((40, 10_000))))] = rng.randrange(256)
        if rng.random() < 0.3:
            damaged = damaged[: rng.randrange(len(damaged))]
        for read in (decode, size_of):
            try:
                read(bytes(damaged))
            except BrokenPicture:
                broken += 1
    assert broken > 100


@pytest.mark.parametrize("read", [decode, size_of])
def test_a_file_that_ends_early_is_broken(read: object) -> None:
    assert callable(read)
    for format in ("jpg", "png", "webp"):
        data = encode(scene(3), format)
        with pytest.raises(BrokenPicture):
            read(data[: len(data) // 2])


def test_other_formats_and_huge_pictures_are_refused_before_they_are_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    file = io.BytesIO()
    Image.fromarray(scene(1)).save(file, "GIF")
    with pytest.raises(BrokenPicture):
        decode(file.getvalue())
    monkeypatch.setattr(pictures, "MAX_PIXELS", 320 * 240 - 1)
    with pytest.raises(BrokenPicture, match="at most"):
        decode(encode(scene(1)))


def test_a_claim_of_giant_size_is_refused() -> None:
    data = bytearray(encode(scene(1), "png"))
    data[16:24] = (60_000).to_bytes(4, "big") * 2
    with pytest.raises(BrokenPicture):
        decode(bytes(data))


def test_grey_and_palette_and_transparent_files_become_rgb() -> None:
    for mode in ("L", "P", "RGBA", "1"):
        file = io.BytesIO()
        Image.fromarray(scene(1)).convert(mode).save(file, "PNG")
        assert decode(file.getvalue()).shape == (240, 320, 3)
