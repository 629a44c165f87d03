import io
import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from eval_bench.pages.photographs import SIDE, find, listed, read_rights, strangers, upright
from synthgen.errors import UsageError
from synthgen.kit.pictures import decode


def scene(seed: int, size: tuple[int, int] = (400, 300)) -> Image.Image:
    small = np.random.default_rng(seed).integers(0, 255, (6, 8, 3), np.uint8)
    return Image.fromarray(small).resize(size, Image.Resampling.BICUBIC)


def found(folder: Path, known: tuple[str, ...] = ()) -> tuple[list[str], list[str]]:
    photos, left_out = find(folder, folder.parent / "kept", {}, known, listed(folder))
    return [photo.name for photo in photos], left_out


def test_a_photograph_is_turned_upright_made_small_and_loses_its_metadata(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "a camera with a serial number"
    scene(1, (1600, 800)).save(tmp_path / "a.jpg", exif=exif)
    data = upright((tmp_path / "a.jpg").read_bytes())
    assert decode(data).shape[:2] == (SIDE, SIDE // 2)
    assert b"serial" not in data and b"Exif" not in data


@pytest.mark.parametrize("mode", ["RGBA", "P", "L", "LA", "I;16", "CMYK", "1"])
def test_any_mode_becomes_a_picture(tmp_path: Path, mode: str) -> None:
    if mode == "I;16":
        picture = Image.fromarray(np.full((20, 30), 65535, np.uint16))
    else:
        picture = Image.new("RGBA", (30, 20), (9, 9, 9, 0)).convert(mode)
    path = tmp_path / ("a.tif" if mode in ("CMYK", "I;16") else "a.png")
    picture.save(path)
    pixels = decode(upright(path.read_bytes()))
    assert pixels.shape == (20, 30, 3)
    if mode in ("RGBA", "LA", "I;16"):
        assert pixels.min() > 240  # on white, and 16 bits are not cut off


def test_one_that_was_stored_again_smaller_is_left_out_with_both_names(tmp_path: Path) -> None:
    folder = tmp_path / "photos"
    folder.mkdir()
    scene(1).save(folder / "a.png")
    scene(1, (200, 150)).save(folder / "b.jpg", quality=60)
    scene(2).save(folder / "c <script>'\u202e.webp")
    (folder / "d.jpg").write_bytes(b"\xff\xd8\xffbroken")
    (folder / "notes.txt").write_text("no picture")
    names, left_out = found(folder)
    assert names == ["a.png", "c <script>'\u202e.webp"]
    assert any(line.startswith("b.jpg: looks like a.png") for line in left_out)
    assert any(line.startswith("d.jpg: is no picture") for line in left_out) and len(left_out) == 2


def test_whatever_lies_in_a_folder_each_thing_is_taken_once_or_told_in_a_line(tmp_path: Path) -> None:
    folder = tmp_path / "photos"
    (folder / "trip 1" / "inner").mkdir(parents=True)
    (folder / ".thumbnails").mkdir()
    data = io.BytesIO()
    scene(1).save(data, "PNG")
    for name in ("a.png", "trip 1/a again.png", ".thumbnails/x.png", ".hidden.png"):
        (folder / name).write_bytes(data.getvalue())
    (folder / "empty.jpg").write_bytes(b"")
    (folder / "IMG_1.HEIC").write_bytes(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic")
    (folder / "broken link.png").symlink_to(folder / "nowhere.png")
    (folder / "link.png").symlink_to(folder / "a.png")
    (folder / "loop").symlink_to(folder)
    (folder / "folder.png").mkdir()
    frames = [scene(7), scene(8)]
    frames[0].save(folder / "moving.gif", save_all=True, append_images=frames[1:])
    scene(3).convert("CMYK").save(folder / "trip 1" / "inner" / "print.jpg")
    Image.fromarray(np.arange(0, 60000, 6, np.uint16).reshape(100, 100)).save(folder / "deep.png")
    names, left_out = found(folder)
    assert names == ["a.png", "deep.png", "moving.gif", "trip 1/inner/print.jpg"]
    assert sorted(left_out) == [
        "IMG_1.HEIC: Pillow opens no such file here; save it as JPEG; it is left out",
        "empty.jpg: is no picture that can be opened; it is left out",
        "link.png: is the same file as a.png; it is left out, remove one of them",
        "trip 1/a again.png: is the same file as a.png; it is left out, remove one of them",
    ]
    assert [path.name for path in listed(folder, but=folder / "trip 1")].count("print.jpg") == 0


def test_the_one_with_items_stays_when_its_lookalike_comes_first_by_name(tmp_path: Path) -> None:
    folder = tmp_path / "photos"
    folder.mkdir()
    scene(1).save(folder / "b.png")
    photos, _ = find(folder, tmp_path / "kept", {}, (), listed(folder))
    scene(1, (200, 150)).save(folder / "a.png")
    assert found(folder, (photos[0].id,))[0] == ["b.png"]


def test_a_folder_without_pictures_is_told_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"")
    with pytest.raises(UsageError, match="holds no picture that can be opened"):
        find(tmp_path, tmp_path / "kept", {}, (), listed(tmp_path))


def test_licenses_are_read_from_csv_and_json(tmp_path: Path) -> None:
    row = {"file": "a.png", "license": "CC0-1.0", "credit": "A, B", "source": "here"}
    (tmp_path / "l.csv").write_text('\ufefffile,license,credit,source\na.png,CC0-1.0,"A, B",here\n')
    (tmp_path / "l.json").write_text(json.dumps([row]))
    for name in ("l.csv", "l.json"):
        assert read_rights(tmp_path / name) == {"a.png": {"license": "CC0-1.0", "credit": "A, B", "source": "here"}}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"name,license\na.png,CC0-1.0\n", "has no column 'file'; it is a csv with the columns file, license, credit"),
        (b"file,credit\na.png,Ann\n", "has no column 'license'; it is"),
        ("file,license,credit\na.png,CC0-1.0,Ren\u00e9\n".encode("latin-1"), "is not in UTF-8; save it so"),
        ("file,license\na.png,CC0-1.0\n".encode("utf-16"), "is not in UTF-8"),
    ],
)
def test_a_list_of_licenses_that_cannot_be_read_is_told_in_a_line(tmp_path: Path, data: bytes, said: str) -> None:
    (tmp_path / "l.csv").write_bytes(data)
    with pytest.raises(UsageError) as caught:
        read_rights(tmp_path / "l.csv")
    assert said in str(caught.value) and "\n" not in str(caught.value)


def test_lists_of_licenses_are_read_as_spreadsheets_write_them(tmp_path: Path) -> None:
    text = 'File; License;credit;source\r\nb/a.png;CC-BY-4.0;"Ann; Bob\r\nand Cy";\r\nmissing.png;CC0-1.0;;here\r\n'
    (tmp_path / "l.csv").write_bytes(text.encode("utf-8-sig"))
    rights = read_rights(tmp_path / "l.csv")
    assert rights["b/a.png"] == {"license": "CC-BY-4.0", "credit": "Ann; Bob and Cy", "source": ""}
    assert strangers(rights, [tmp_path / "b" / "a.png"], tmp_path) == ["missing.png"]
