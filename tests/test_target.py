from pathlib import Path

import pytest

from synthgen.target import Folder


def test_a_file_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    target = Folder(str(tmp_path))
    with pytest.raises(ValueError), target.open("a/b.json") as file:
        file.write(b"half")
        raise ValueError
    assert [p for p in tmp_path.rglob("*") if p.is_file() and p.suffix != ".tmp"] == []
    target.put("a/b.json", b"whole")
    assert (tmp_path / "a/b.json").read_bytes() == b"whole"


def test_what_a_later_export_does_not_write_goes_away(tmp_path: Path) -> None:
    first = Folder(str(tmp_path))
    first.put("images/1.jpg", b"1")
    first.put("images/2.jpg", b"2")
    first.finish()
    second = Folder(str(tmp_path))
    second.put("images/1.jpg", b"1")
    second.finish()
    assert [p.name for p in (tmp_path / "images").iterdir()] == ["1.jpg"]


def test_an_equal_file_is_left_alone_and_another_one_is_replaced(tmp_path: Path) -> None:
    target = Folder(str(tmp_path))
    target.put("x", b"same")
    before = (tmp_path / "x").stat().st_mtime_ns
    target.put("x", b"same")
    assert (tmp_path / "x").stat().st_mtime_ns == before
    target.put("x", b"size")
    assert (tmp_path / "x").read_bytes() == b"size"


def test_other_file_systems_take_the_same_calls() -> None:
    import fsspec

    target = Folder("memory://run/export")
    target.put("a/1.jpg", b"1")
    with target.open("a/2.json") as file:
        file.write(b"2")
    target.finish()
    assert fsspec.filesystem("memory").cat_file("/run/export/a/2.json") == b"2"
