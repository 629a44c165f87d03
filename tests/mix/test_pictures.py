"""Pictures of foreign rows: paths that leave their folder, files that are missing, and files that are none."""

import json
import struct
import zlib
from pathlib import Path

import pytest

from synthgen.mix.pictures import Pictures, path_fault
from synthgen.mix.plain import ROW
from tests.mix.files import row
from tests.samples import picture

LEAVES = [
    *(
        "/etc/passwd",
        "//server/share/a.jpg",
        "../a.jpg",
        "a/../../b.jpg",
        "a/..",
        "..",
        "coco/../../../etc/passwd",
        "./../a.jpg",
    ),
    *("a//../b.jpg", "~/a.jpg", "~root/a.jpg", "C:a.jpg", "C:/a.jpg", "c:\\a.jpg", "\\\\server\\a.jpg", "..\\a.jpg"),
    *("a\\..\\b.jpg", "a\\b.jpg", "http://x.org/a.jpg", "https://x.org/a.jpg", "file:///etc/passwd", "file:a.jpg"),
    *("s3://bucket/a.jpg", "gs://bucket/a.jpg", "ftp://x/a.jpg", "data:image/png;base64,AAAA", "hf://datasets/a.jpg"),
    *("a\0.jpg", "a.jpg\0", "\0", "a\n.jpg", "a\r.jpg", "a\x1b[31m.jpg", "a\t.jpg", "a\x7f.jpg", "\ud800.jpg"),
    *("", "HTTP://x/a.jpg", "z+x.1:a", "/", "/.", "a/b/../../../c.jpg"),
]
STAYS = [
    *(
        "a.jpg",
        "coco/train2017/000000033471.jpg",
        "a b/c d.jpg",
        "./a.jpg",
        "a//b.jpg",
        "..a.jpg",
        "a..b/c...jpg",
        ".hidden/a.jpg",
    ),
    *("é/ü.png", "a%2e%2e.jpg", "a~.jpg", "-a.jpg", "日本.webp", "a/b:c.jpg"),
]


@pytest.mark.parametrize("path", LEAVES)
def test_a_path_that_might_leave_its_folder_is_refused(path: str) -> None:
    assert path_fault(path)
    assert not path or not ROW.fullmatch(json.dumps(row("a", path)).encode())


@pytest.mark.parametrize("path", STAYS)
def test_a_path_inside_its_folder_is_not(path: str) -> None:
    assert path_fault(path) == ""


def test_there_are_forty_of_them() -> None:
    assert len(LEAVES) >= 40


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "root/coco/sub").mkdir(parents=True)
    (tmp_path / "outside").mkdir()
    for place in ("root/coco/a.jpg", "root/coco/sub/b.jpg", "outside/secret.jpg", "root/beside.jpg"):
        (tmp_path / place).write_bytes(picture("x").data)
    (tmp_path / "root/coco/out").symlink_to(tmp_path / "outside")
    (tmp_path / "root/coco/leak.jpg").symlink_to(tmp_path / "outside/secret.jpg")
    (tmp_path / "root/coco/up.jpg").symlink_to("../beside.jpg")
    (tmp_path / "root/coco/fine.jpg").symlink_to("sub/b.jpg")
    (tmp_path / "root/coco/loop.jpg").symlink_to("loop.jpg")
    (tmp_path / "root/linked").symlink_to(tmp_path / "root/coco")
    return tmp_path / "root"


def fault(folder: Path, path: str, images: str = "coco/", look: str = "exists", links: bool = False) -> str:
    return Pictures(folder, images, look, links).fault(path)  # type: ignore[arg-type]


def test_files_that_are_there_are_fine_and_others_are_missing(folder: Path) -> None:
    assert fault(folder, "a.jpg") == fault(folder, "sub/b.jpg") == fault(folder, "fine.jpg") == ""
    assert fault(folder, "c.jpg") == fault(folder, "loop.jpg") == fault(folder, "a.jpg/b") == "a missing picture"
    assert fault(folder, "x" * 5000) == "a missing picture"
    assert fault(folder, "sub") == "a picture that is no file"


@pytest.mark.parametrize("path", ["leak.jpg", "out/secret.jpg", "up.jpg"])
def test_a_link_out_of_the_folder_is_refused_unless_links_are_allowed(folder: Path, path: str) -> None:
    assert "a link leads to, out of its folder" in fault(folder, path)
    assert fault(folder, path, links=True) == ""


def test_the_folder_itself_may_be_a_link_for_the_user_named_it(folder: Path) -> None:
    assert fault(folder, "a.jpg", images="linked/") == ""
    assert "link" in fault(folder, "leak.jpg", images="linked/")


def test_pictures_are_opened_to_their_end_if_one_asks(folder: Path) -> None:
    whole = (folder / "coco/a.jpg").read_bytes()
    (folder / "coco/cut.jpg").write_bytes(whole[:-40])
    (folder / "coco/text.jpg").write_text("no picture")
    (folder / "coco/empty.jpg").write_bytes(b"")
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0))
    bomb = b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(bytes(10**6))) + chunk(b"IEND", b"")
    (folder / "coco/bomb.png").write_bytes(bomb)
    assert fault(folder, "a.jpg", look="open") == ""
    for name, why in {"cut.jpg": "trunc", "text.jpg": "not a JPEG", "empty.jpg": "zero", "bomb.png": "pixels"}.items():
        assert why in fault(folder, name, look="open") and fault(folder, name) == ""


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
