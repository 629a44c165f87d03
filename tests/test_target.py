"""What lies at a target: whole files, nothing twice, and nothing of anybody else's touched."""

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Barrier
from typing import IO, Any

import fsspec
import pytest
from fsspec.implementations.local import LocalFileSystem
from fsspec.implementations.memory import MemoryFileSystem

from synthgen.errors import AccessError, DiskError, UsageError
from synthgen.places import Disk, Store
from synthgen.remote import unusable
from synthgen.target import Folder


def files(folder: Path) -> dict[str, bytes]:
    """What an export left in a folder, without its own note of it."""
    found = {p.relative_to(folder).as_posix(): p for p in folder.rglob("*") if p.is_file()}
    return {name: path.read_bytes() for name, path in found.items() if name != ".synthgen"}


def export(url: str, some: dict[str, bytes], ours: bool = False) -> None:
    target = Folder(url, ours)
    for path, data in some.items():
        if path.startswith("images/"):
            target.put(path, data)
        else:
            with target.open(path) as file:
                file.write(data)
    target.finish()


@pytest.fixture
def memory() -> Iterator[MemoryFileSystem]:
    fs = fsspec.filesystem("memory")
    fs.store.clear()
    yield fs
    fs.store.clear()


@pytest.fixture
def uploads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths that were sent to a store, in order."""
    sent: list[str] = []
    upload = Store._send

    def noted(self: Store, file: IO[bytes], whole: str) -> None:
        sent.append(whole)
        upload(self, file, whole)

    monkeypatch.setattr(Store, "_send", noted)
    return sent


def test_a_file_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    target = Folder(str(tmp_path))
    with pytest.raises(ValueError), target.open("a/b.json") as file:
        file.write(b"half")
        raise ValueError
    assert files(tmp_path) == {}
    target.put("a/b.json", b"whole")
    assert files(tmp_path) == {"a/b.json": b"whole"}


def test_what_a_later_export_does_not_write_goes_away_with_its_folder(tmp_path: Path) -> None:
    export(str(tmp_path), {"images/1.jpg": b"1", "images/2.jpg": b"2", "old/3.json": b"3"})
    export(str(tmp_path), {"images/1.jpg": b"1"})
    assert files(tmp_path) == {"images/1.jpg": b"1"} and not (tmp_path / "old").exists()


def test_equal_files_are_left_alone_and_others_replaced(tmp_path: Path) -> None:
    export(str(tmp_path), {"images/1.jpg": b"same", "images/2.jpg": b"same", "a.json": b"same", "b.json": b"same"})
    for path in tmp_path.rglob("*"):
        os.utime(path, ns=(1, 1))
    export(str(tmp_path), {"images/1.jpg": b"same", "images/2.jpg": b"size", "a.json": b"same", "b.json": b"other"})
    new = {p.name for p in tmp_path.rglob("*") if p.is_file() and p.stat().st_mtime_ns != 1}
    assert new == {"2.jpg", "b.json"}
    assert files(tmp_path)["images/2.jpg"] == b"size" and files(tmp_path)["b.json"] == b"other"


def test_what_no_export_wrote_is_neither_overwritten_nor_removed(tmp_path: Path) -> None:
    (tmp_path / "images").mkdir()
    (tmp_path / "images/holiday.jpg").write_bytes(b"mine")
    (tmp_path / "notes.txt").write_bytes(b"mine")
    with pytest.raises(UsageError, match="images is there, and no export wrote it"):
        export(str(tmp_path), {"images/1.jpg": b"1"})
    assert files(tmp_path) == {"images/holiday.jpg": b"mine", "notes.txt": b"mine"}
    export(str(tmp_path), {"data/1.tar": b"1"})
    (tmp_path / "checkpoints").mkdir()
    (tmp_path / "checkpoints/1.bin").write_bytes(b"mine")
    export(str(tmp_path), {"data/2.tar": b"2"})
    assert set(files(tmp_path)) == {"images/holiday.jpg", "notes.txt", "checkpoints/1.bin", "data/2.tar"}


def test_the_export_of_another_run_is_not_replaced(tmp_path: Path) -> None:
    for of in ("jokes", "jokes"):
        target = Folder(str(tmp_path), of=of)
        target.put("images/1.jpg", b"1")
        target.finish()
    with pytest.raises(UsageError, match="holds the export of another run; remove it, or pass export.to"):
        Folder(str(tmp_path), of="colors").put("images/2.jpg", b"2")
    assert files(tmp_path) == {"images/1.jpg": b"1"}


def test_a_folder_that_was_moved_to_another_disk_is_written_to_where_it_is(tmp_path: Path) -> None:
    here, there = str(tmp_path / "here"), tmp_path / "there"
    export(here, {"images/1.jpg": b"1", "a.json": b"1"})
    (tmp_path / "here/images").rename(there)
    (tmp_path / "here/images").symlink_to(there)
    export(here, {"images/1.jpg": b"1", "images/2.jpg": b"2"})
    assert (tmp_path / "here/images").is_symlink() and set(os.listdir(there)) == {"1.jpg", "2.jpg"}
    assert not (tmp_path / "here/a.json").exists()


def test_in_a_run_folder_what_lies_there_was_written_by_exports(tmp_path: Path) -> None:
    """Also by those of versions that left no note of it."""
    (tmp_path / "images").mkdir()
    (tmp_path / "images/old.jpg").write_bytes(b"old")
    export(str(tmp_path), {"images/1.jpg": b"1"}, ours=True)
    assert files(tmp_path) == {"images/1.jpg": b"1"}


KILLED = """
import os, sys
from synthgen.target import Folder
target = Folder(sys.argv[1])
with target.open("list.json") as out:
    for i in range(20):
        target.put(f"images/{i}.jpg", b"x" * 1000)
        out.write(b"x")
        if i == 13:
            os.kill(os.getpid(), 9)
"""


def test_an_export_that_was_killed_goes_on_and_leaves_nothing_behind(tmp_path: Path) -> None:
    assert subprocess.run([sys.executable, "-c", KILLED, tmp_path]).returncode == -9
    assert len(files(tmp_path)) == 14 + 1  # the list has not its name yet
    assert not (tmp_path / "list.json").exists()
    for path in (tmp_path / "images").iterdir():
        os.utime(path, ns=(1, 1))
    export(str(tmp_path), {f"images/{i}.jpg": b"x" * 1000 for i in range(12)} | {"list.json": b"x" * 12})
    assert set(files(tmp_path)) == {"list.json", *(f"images/{i}.jpg" for i in range(12))}
    assert all(path.stat().st_mtime_ns == 1 for path in (tmp_path / "images").iterdir())


def test_a_file_that_the_disk_takes_no_more_of_is_one_line(tmp_path: Path) -> None:
    """A limit of the file system, an error of the disk."""
    target = Folder(str(tmp_path))
    with pytest.raises(DiskError, match=f"{tmp_path}: File too large; run the same"), target.open("a.tar") as file:
        file.write(b"half")
        raise OSError(errno.EFBIG, "File too large")
    assert files(tmp_path) == {}


def test_a_full_temporary_folder_is_one_line(tmp_path: Path) -> None:
    """The list of what lies there goes to it when it grows."""
    export(str(tmp_path), {f"images/{i}.jpg": b"1" for i in range(300)})
    target = Folder(str(tmp_path))
    target._there.execute("PRAGMA max_page_count = 3")
    with pytest.raises(DiskError, match="is full; free some space there, then run the same command"):
        target.put("images/1.jpg", b"1")


def test_a_full_disk_and_a_folder_that_cannot_be_written_are_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Disk, scratch: Path, whole: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(DiskError, match="file/llava: Not a directory; run the same"):
        export(str(tmp_path / "file/llava"), {"images/1.jpg": b"1"})
    monkeypatch.setattr(Disk, "_move", full)
    with pytest.raises(DiskError, match="^no space left for .*; free some, then run the same command$"):
        export(str(tmp_path / "new"), {"images/1.jpg": b"1"})
    with pytest.raises(DiskError, match="no space left"):
        export(str(tmp_path / "new"), {"a.json": b"1"})
    assert files(tmp_path) == {"file": b""}


def test_a_store_gets_each_file_once_and_the_list_last(memory: MemoryFileSystem, uploads: list[str]) -> None:
    some = {f"images/{i}.jpg": bytes([i]) * 10 for i in range(50)} | {"list.json": b"all"}
    export("memory://run/export", some)
    assert uploads[-1] == "/run/export/list.json"
    assert sorted(path for path in uploads if "/images/" in path) == sorted(f"/run/export/{p}" for p in list(some)[:-1])
    assert {path: memory.cat_file(f"/run/export/{path}") for path in some} == some
    uploads.clear()
    export("memory://run/export", some)
    assert uploads == []
    export("memory://run/export", {"images/3.jpg": b"\3" * 10, "images/4.jpg": b"new"})
    assert [path for path in uploads if "/images/" in path] == ["/run/export/images/4.jpg"]
    assert memory.find("/run/export") == [
        "/run/export/.synthgen",
        "/run/export/images/3.jpg",
        "/run/export/images/4.jpg",
    ]


def test_a_file_in_pieces_reaches_a_store_when_it_is_whole(memory: MemoryFileSystem) -> None:
    target = Folder("memory://run/export")
    with pytest.raises(ValueError), target.open("a/b.json") as file:
        file.write(b"half")
        raise ValueError
    target.finish()
    assert memory.find("/run/export") == ["/run/export/.synthgen"]


def test_uploads_run_side_by_side(memory: MemoryFileSystem, monkeypatch: pytest.MonkeyPatch) -> None:
    together, pipe_file = Barrier(8, timeout=20), MemoryFileSystem.pipe_file

    def waits(self: Any, path: str, value: bytes, **options: Any) -> None:
        if "images" in path:
            together.wait()
        pipe_file(self, path, value, **options)

    monkeypatch.setattr(MemoryFileSystem, "pipe_file", waits)
    target = Folder("memory://run/export")
    for i in range(8):
        target.put(f"images/{i}.jpg", b"x")
    target._place.wait()  # one after the other they would wait for each other until the barrier breaks


def test_no_more_pictures_wait_than_a_few(memory: MemoryFileSystem, monkeypatch: pytest.MonkeyPatch) -> None:
    target = Folder("memory://run/export")
    store = target._place
    assert isinstance(store, Store)
    most = []
    for i in range(200):
        target.put(f"images/{i}.jpg", b"x")
        most.append(len(store._running))
    target.finish()
    assert max(most) <= 32
    assert len(memory.find("/run/export/images")) == 200


@pytest.mark.parametrize(
    ("error", "kind", "says"),
    [
        (PermissionError("Access Denied"), AccessError, "Access Denied; use credentials"),
        (FileNotFoundError("The specified bucket does not exist"), DiskError, "does not exist; make it first"),
        (OSError(errno.ENOSPC, "full"), DiskError, "no space left for memory://run"),
        (ConnectionResetError("reset by peer"), DiskError, "reset by peer; run the same command to go on"),
    ],
)
def test_what_goes_wrong_on_the_way_is_one_line_and_ends_the_other_uploads(
    memory: MemoryFileSystem,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    error: OSError,
    kind: type[Exception],
    says: str,
) -> None:
    sent, pipe_file = [], MemoryFileSystem.pipe_file
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    def fails(self: Any, path: str, value: bytes, **options: Any) -> None:
        if "images" in path:
            sent.append(path)
            raise error
        pipe_file(self, path, value, **options)

    target = Folder("memory://run/export")
    target.put("a", b"1")
    target.finish()
    monkeypatch.setattr(MemoryFileSystem, "pipe_file", fails)
    with pytest.raises(kind, match=says) as caught:
        export("memory://run/export", {f"images/{i}.jpg": b"1" for i in range(500)})
    assert "\n" not in str(caught.value) and len(sent) < 100

    def fails_too(self: Any, here: str, there: str, **options: Any) -> None:
        raise error

    monkeypatch.setattr(MemoryFileSystem, "put_file", fails_too)
    with pytest.raises(kind, match=says):
        export("memory://run/export", {"list.json": b"1"})
    assert os.listdir(tmp_path) == []


def test_where_a_half_file_would_show_it_gets_another_name_first(tmp_path: Path) -> None:
    """As on sftp and smb."""
    store = Store(LocalFileSystem(), str(tmp_path))
    store.put("a/1.jpg", b"whole", None)
    store.wait()
    assert files(tmp_path) == {"a/1.jpg": b"whole"}
    assert [held[:2] for held in store.files()] == [("a/1.jpg", 5)]


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("s3:/bucket/x", "s3:/bucket/x: a store is named s3://bucket/x"),
        ("gs:bucket", "a store is named gs://bucket"),
        ("ftpp://host/x", "ftpp://host/x: Protocol not known: ftpp"),
        ("https://host/x", "cannot be written to"),
        ("hf://datasets/me/x", "export.push=user/name"),
        ("memory://", "names no bucket"),
    ],
)
def test_a_url_of_no_use_is_one_line(url: str, says: str) -> None:
    line = unusable(url)
    assert line is not None and says in line and "\n" not in line
    with pytest.raises(UsageError):
        Folder(url)


def test_a_missing_library_is_one_line_with_the_command_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(protocol: str) -> None:
        raise ImportError("Install s3fs to access S3")

    monkeypatch.setattr(fsspec, "get_filesystem_class", missing)
    assert unusable("s3://bucket/x") == "s3://bucket/x: needs pip install 'synthgen[s3]'"
    assert unusable("box://x/y") == "box://x/y: Install s3fs to access S3"
    assert unusable("~/exports") is None and unusable("/data/exports") is None
