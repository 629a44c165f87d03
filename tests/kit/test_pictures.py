"""Between bytes and pixels."""

import io
import os
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pytest
from PIL import Image

from synthgen.kit import pictures
from synthgen.kit.pictures import BrokenPicture, decode, decoded, encode, faults, greys, size_of, size_of_whole
from synthgen.measure import Samples
from tests.kit.test_hashes import scene
from tests.samples import picture


@pytest.mark.parametrize("format", ["jpg", "png", "webp"])
def test_a_picture_comes_back_and_its_bytes_are_the_same_each_time(format: str) -> None:
    pixels = scene(1)
    data = encode(pixels, format)
    assert data == encode(pixels.copy(), format)
    back = decode(data)
    assert back.shape == pixels.shape and back.dtype == np.uint8
    assert np.abs(back.astype(int) - pixels).mean() < (0.01 if format == "png" else 4)
    assert size_of(data) == size_of_whole(data) == (320, 240)


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


@pytest.mark.parametrize("read", [decode, size_of, size_of_whole])
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


def test_a_claim_of_giant_size_is_refused_with_its_size() -> None:
    data = bytearray(encode(scene(1), "png"))
    data[16:24] = (60_000).to_bytes(4, "big") * 2
    data[29:33] = zlib.crc32(data[12:29]).to_bytes(4, "big")
    with pytest.raises(BrokenPicture, match="60000 x 60000 pixels; at most 50,000,000"):
        decode(bytes(data))


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


@pytest.mark.parametrize("read", ["decode", "size_of", "size_of_whole"])
def test_a_decompression_bomb_takes_no_memory(tmp_path: Path, read: str) -> None:
    side = 20_000
    packed = zlib.compress(bytes(side * (side // 8 + 1)))  # black and white, 50 MB unpacked, 1.2 GB as RGB
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0))
    bomb = tmp_path / "bomb.png"
    bomb.write_bytes(b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", packed) + chunk(b"IEND", b""))
    assert bomb.stat().st_size < 100_000
    code = f"""
import resource, sys
from synthgen.kit.pictures import BrokenPicture, {read}
data = open(sys.argv[1], "rb").read()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    {read}(data)
except BrokenPicture as fault:
    print(fault)
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""
    done = subprocess.run([sys.executable, "-c", code, str(bomb)], capture_output=True, text=True, check=True)
    fault, grown = done.stdout.splitlines()
    assert fault == "20000 x 20000 pixels; at most 50,000,000" and done.stderr == ""
    assert int(grown) < 10  # MB


@pytest.mark.parametrize("format", ["PNG", "WEBP"])
def test_an_animated_file_is_refused(format: str) -> None:
    frames = [Image.fromarray(scene(i)) for i in (1, 2, 3)]
    file = io.BytesIO()
    frames[0].save(file, format, save_all=True, append_images=frames[1:])
    for read in (decode, size_of, size_of_whole):
        with pytest.raises(BrokenPicture, match="animated"):
            read(file.getvalue())


@pytest.mark.parametrize("read", [decode, size_of])
def test_each_kind_of_bad_file_has_its_reason(read: Callable[[bytes], object]) -> None:
    whole = {format: encode(scene(3), format) for format in ("jpg", "png", "webp")}
    bad = {
        b"": "missing, or zero bytes",
        bytes(1000): "not a JPEG, PNG or WebP file",
        b"<html>404</html>": "not a JPEG, PNG or WebP file",
        **{data[: len(data) * part // 10]: "truncated" for data in whole.values() for part in (1, 5, 9)},
        whole["png"].replace(b"IDAT", b"IDAX"): "damaged",
    }
    for data, reason in bad.items():
        with pytest.raises(BrokenPicture, match=f"^{reason}"):
            read(data)


def stored(image: Image.Image, format: str = "PNG") -> bytes:
    file = io.BytesIO()
    image.save(file, format)
    return file.getvalue()


def test_grey_palette_and_transparent_files_become_rgb() -> None:
    near = scene(1).astype(int)
    for mode, most in (("RGBA", 0), ("P", 20), ("L", 80), ("LA", 80), ("1", 140)):
        pixels = decode(stored(Image.fromarray(scene(1)).convert(mode)))
        assert pixels.shape == (240, 320, 3) and np.abs(pixels - near).mean() <= most, mode


def test_cmyk_files_keep_their_colours() -> None:
    for colour in ((200, 30, 40), (20, 160, 60), (250, 250, 250), (0, 0, 0)):
        back = decode(stored(Image.new("RGB", (64, 64), colour).convert("CMYK"), "JPEG"))
        assert np.abs(back.astype(int) - colour).max() <= 4


def test_grey_of_16_bits_is_scaled_not_cut_off() -> None:
    ramp = np.linspace(0, 65_535, 256, dtype=np.uint16)
    back = decode(stored(Image.fromarray(np.tile(ramp, (64, 1)))))
    assert back.shape == (64, 256, 3)
    assert np.array_equal(back[0, :, 0], ramp >> 8)


def test_colours_of_16_bits_are_scaled() -> None:
    row = b"\0" + struct.pack(">3H", 65_535, 32_768, 256) * 16
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 16, 16, 16, 2, 0, 0, 0))
    data = b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(row * 16)) + chunk(b"IEND", b"")
    assert decode(data)[0, 0].tolist() == [255, 128, 1]


def test_a_batch_says_why_each_of_its_pictures_is_broken() -> None:
    good = picture("a-000000000")
    batch = Samples(pictures=[good, replace(good, data=b"")])
    assert faults(batch) == ["", "missing, or zero bytes"]
    assert [pixels is None for pixels in decoded(batch)] == [False, True]
    assert [grey is None for grey in greys(batch)] == [False, True]
