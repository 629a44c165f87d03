"""A store that fsspec knows, as far as it can be seen without a server: in memory, and as a folder."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path
from threading import Barrier
from typing import Any

import fsspec
import numpy as np
import pytest

from synthgen.bucket import Bucket
from synthgen.elsewhere import Elsewhere
from synthgen.errors import AccessError, DiskError
from synthgen.measure import measurement
from synthgen.objects import Objects, OnDisk
from synthgen.records import candidates
from synthgen.store import FOLDER, Store
from synthgen.types import Picture, Reject, Score
from tests.doubles import prompt
from tests.test_stages import Looks

TABLES = ("pictures", "scores/clip")


@pytest.fixture
def memory() -> Iterator[Any]:
    fs = fsspec.filesystem("memory")
    fs.store.clear()
    fs.pseudo_dirs[:] = [""]
    yield fs
    fs.store.clear()


@pytest.fixture(params=["memory", "local", "disk"])
def place(request: pytest.FixtureRequest, memory: Any, tmp_path: Path) -> Objects:
    urls = {"memory": "memory://bucket/run", "local": f"local://{tmp_path}/there", "disk": str(tmp_path / "there")}
    return Elsewhere(urls[request.param], "x", ()).place()


def pictures(*indices: int, size: int = 5000) -> list[Picture]:
    return [Picture(f"a-{i:09d}", os.urandom(size), "jpg", 8, 8, os.urandom(32).hex(), i) for i in indices]


def store_at(place: Objects, root: Path) -> Store:
    return Store(root, Elsewhere(place.url, "x", TABLES))


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The bytes of each request."""
    sizes: list[int] = []
    plain = Bucket._read

    def noted(self: Bucket, spans: Any) -> list[bytes]:
        sizes.extend(stop - start for _, (start, stop) in spans)
        return plain(self, spans)

    monkeypatch.setattr(Bucket, "_read", noted)
    return sizes


def test_files_are_put_once_listed_read_replaced_and_removed(place: Objects) -> None:
    assert list(place.files("t", "a-")) == [] and place.read("t/a-1") is None
    assert place.put("t/a-1", b"one") and not place.put("t/a-1", b"two")
    assert place.read("t/a-1") == b"one"
    place.put("t/a-2", b"2")
    place.put("t/b-3", b"3")
    place.put("t/a-4/a-5", b"5")
    assert sorted(file.path for file in place.files("t", "a-")) == ["t/a-1", "t/a-2"]
    assert sorted(file.path for file in place.files("t", "a-", deep=True)) == ["t/a-1", "t/a-2", "t/a-4/a-5"]
    (before,) = [place.sign(file) for file in place.files("t", "a-1")]
    place.replace("t/a-1", b"three")
    (after,) = [place.sign(file) for file in place.files("t", "a-1")]
    assert place.read("t/a-1") == b"three" and before != after
    place.remove("t/a-1")
    place.remove("t/a-1")
    assert sorted(file.path for file in place.files("t", "")) == ["t/a-2", "t/b-3"]


def test_rows_come_back_from_wherever_they_lie_each_in_order(place: Objects, tmp_path: Path) -> None:
    store, rows = store_at(place, tmp_path / "run"), pictures(*range(0, 40), *range(FOLDER, FOLDER + 20))
    store.put("pictures", rows[20:40])
    store.put("pictures", rows[:20])
    store.put("pictures", rows[40:])
    fallen = Reject("a-000000041", "picture", "undrawable", "raven")
    store.put("pictures", [fallen])
    assert list(store.rows("pictures", "a")) == [*rows[:40], fallen, *rows[40:]]
    light = [row for row in store.rows("pictures", "a", 10, 30, light=True) if isinstance(row, Picture)]
    assert [row.sha256 for row in light] == [row.sha256 for row in rows[10:30]] and {row.data for row in light} == {b""}
    assert store.done("pictures", "a", start=30) == {*range(30, 40), 41, *range(FOLDER, FOLDER + 20)}
    assert not (tmp_path / "run").exists()


def test_scores_measured_in_another_way_are_replaced_and_others_are_not(place: Objects, tmp_path: Path) -> None:
    store = store_at(place, tmp_path)
    old, new = ([Score("a-000000000", "clip", {"value": value})] for value in (1.0, 2.0))
    assert store.put("scores/clip", old, "old") and not store.put("scores/clip", new, "old")
    assert list(store.rows("scores/clip", "a", note="old")) == old and store.done("scores/clip", "a", "new") == set()
    assert store.put("scores/clip", new, "new")
    assert list(store.rows("scores/clip", "a", note="new")) == new


def test_tables_of_the_driver_stay_in_the_run_folder(place: Objects, tmp_path: Path) -> None:
    store = store_at(place, tmp_path / "run")
    store.put("dialogues", [Reject("a-000000000", "dialogue", "empty", "")])
    store.put("scores/text", [Score("a-000000000", "text", {"value": 1.0})])
    store.put("pictures", pictures(0))
    found = sorted(str(path.relative_to(tmp_path)) for path in (tmp_path / "run").rglob("*.parquet"))
    name = "a-000000000-000000000.parquet"
    assert found == [f"run/dialogues/{name}", f"run/scores/text/{name}"]
    assert [file.path for file in place.files("pictures", "")] == [f"pictures/{name}"]


def test_light_rows_and_ids_are_read_without_the_bytes_of_pictures(
    memory: Any, read: list[int], tmp_path: Path
) -> None:
    bucket = Bucket("memory://bucket/run")
    store, rows = store_at(bucket, tmp_path), pictures(*range(64), size=50_000)
    store.put("pictures", rows)
    assert [row.id for row in store.rows("pictures", "a", light=True)] == [row.id for row in rows]
    assert len(read) == 2 and sum(read) < 50_000  # of 3.2 MB
    read.clear()
    assert store.done("pictures", "a") == set(range(64)) and read == []  # known by now
    fresh = store_at(bucket, tmp_path)
    assert fresh.done("pictures", "a") == set(range(64)) and sum(read) < 50_000
    read.clear()
    assert list(fresh.rows("pictures", "a")) == rows and len(read) == 1


def test_what_is_told_of_pictures_may_be_longer_than_the_sample(memory: Any, read: list[int], tmp_path: Path) -> None:
    store = store_at(Bucket("memory://bucket/run"), tmp_path)
    fallen = [Reject(f"a-{i:09d}", "picture", "undrawable", os.urandom(900).hex()) for i in range(32)]
    store.put("pictures", [*fallen, *pictures(*range(32, 64))])
    found = list(store.rows("pictures", "a", light=True))
    assert found[:32] == fallen and len(found) == 64 and len(read) == 3


def test_files_of_small_groups_are_read_too_as_a_disk_holds_them(memory: Any, read: list[int], tmp_path: Path) -> None:
    rows = pictures(*range(64), size=20_000)
    Store(tmp_path).put("pictures", rows)
    (path,) = (tmp_path / "pictures").iterdir()
    memory.pipe_file(f"/bucket/run/pictures/{path.name}", path.read_bytes())
    store = store_at(Bucket("memory://bucket/run"), tmp_path)
    assert [row.id for row in store.rows("pictures", "a", light=True)] == [row.id for row in rows]
    assert sum(read) < 64_000
    assert list(store.rows("pictures", "a")) == rows


def test_many_files_are_read_together_and_what_was_read_last_is_known(
    memory: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    store, batches, plain = store_at(Bucket("memory://bucket/run"), tmp_path), list[int](), Bucket._read
    for start in range(0, 320, 8):
        vector = np.zeros(8, np.float16).tobytes()
        store.put("scores/clip", [Score(f"a-{i:09d}", "clip", {"embedding": vector}) for i in range(start, start + 8)])

    def noted(self: Bucket, spans: Any) -> list[bytes]:
        batches.append(len(spans))
        return plain(self, spans)

    monkeypatch.setattr(Bucket, "_read", noted)
    assert len(list(store.rows("scores/clip", "a", light=True))) == 320 and batches == [16, 16, 8]
    assert len(list(store.rows("scores/clip", "a"))) == 320 and sum(batches) == 40
    assert len(list(store.rows("scores/clip", "a", 64, 128))) == 64 and sum(batches) == 40


def test_a_file_that_was_written_again_is_read_again(memory: Any, tmp_path: Path) -> None:
    store, other = (store_at(Bucket("memory://bucket/run"), tmp_path) for _ in range(2))
    for note, value in (("old", 1.0), ("new", 2.0)):
        other.put("scores/clip", [Score("a-000000000", "clip", {"value": value})], note)
        assert [row.values for row in store.rows("scores/clip", "a", note=note) if isinstance(row, Score)] == [
            {"value": value}
        ]


@pytest.mark.parametrize("length", [0, 7, 100, 40_000])
def test_a_file_cut_short_and_a_flipped_bit_are_one_line(memory: Any, tmp_path: Path, length: int) -> None:
    store = store_at(Bucket("memory://bucket/run"), tmp_path)
    store.put("pictures", pictures(*range(16)))
    (path,) = memory.find("/bucket/run")
    whole = memory.cat_file(path)
    flipped = bytearray(whole)
    flipped[30_000] ^= 1
    for data, light in ((whole[:length], True), (whole[:length], False), (bytes(flipped), False)):
        memory.pipe_file(path, data)
        with pytest.raises(DiskError, match=f"bucket/run/pictures/{Path(path).name} is damaged; delete it and run"):
            list(store.rows("pictures", "a", light=light))


def test_a_file_that_somebody_removes_while_it_is_read_is_one_line(
    memory: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    store, plain = store_at(Bucket("memory://bucket/run"), tmp_path), Bucket._read
    store.put("pictures", pictures(*range(16)))

    def gone(self: Bucket, spans: Any) -> list[bytes]:
        memory.store.clear()
        return plain(self, spans)

    monkeypatch.setattr(Bucket, "_read", gone)
    with pytest.raises(DiskError, match="^memory://bucket/run: somebody has removed a file .*; run the same command"):
        list(store.rows("pictures", "a"))


@pytest.mark.parametrize("refusal", [errno.EINVAL, errno.ENOSYS])
def test_a_store_that_does_not_know_the_condition_is_asked_whether_the_file_is_there(
    memory: Any, monkeypatch: pytest.MonkeyPatch, refusal: int
) -> None:
    plain = type(memory).pipe_file

    def pipe_file(self: Any, path: str, value: bytes, mode: str = "overwrite", **more: Any) -> None:
        if mode == "create":
            raise OSError(refusal, "no such condition")
        plain(self, path, value, **more)

    monkeypatch.setattr(type(memory), "pipe_file", pipe_file)
    bucket = Bucket("memory://bucket/run")
    assert bucket.put("t/a", b"1") and not bucket.put("t/a", b"2") and bucket.read("t/a") == b"1"


@pytest.mark.parametrize(
    "error, kind, said",
    [
        (PermissionError(errno.EACCES, "Access Denied"), AccessError, "Access Denied; use credentials that may"),
        (OSError(errno.EBUSY, "Please reduce your request rate"), DiskError, "request rate; run the same command"),
        (OSError(errno.ENOSPC, "full"), DiskError, "no space left for memory://bucket/run; free some"),
    ],
)
def test_what_a_store_refuses_is_one_line(
    memory: Any, monkeypatch: pytest.MonkeyPatch, error: OSError, kind: type[Exception], said: str
) -> None:
    def pipe_file(*_: Any, **__: Any) -> None:
        raise error

    monkeypatch.setattr(type(memory), "pipe_file", pipe_file)
    with pytest.raises(kind, match=said):
        Bucket("memory://bucket/run").put("t/a", b"1")


def test_a_half_written_file_is_none(memory: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    bucket = Bucket(f"local://{tmp_path}/there")

    def mv(*_: Any, **__: Any) -> None:
        raise OSError(errno.EIO, "the line is dead")

    with monkeypatch.context() as broken:
        broken.setattr(fsspec.filesystem("local").__class__, "mv", mv)
        with pytest.raises(DiskError, match="the line is dead"):
            bucket.put("t/a-1", b"1")
    assert list(bucket.files("t", "a-")) == [] and bucket.put("t/a-1", b"1")


def test_a_note_of_a_worker_is_found_where_workers_write(place: Objects, tmp_path: Path) -> None:
    worker, driver = store_at(place, tmp_path / "none"), store_at(place, tmp_path / "run")
    assert driver.noted("1-0") is None
    worker.note("1-0", "a-000000007")
    worker.note("1-0", "a-000000008")
    assert driver.noted("1-0") == "a-000000008"
    driver.sweep()
    assert driver.noted("1-0") is None


def test_damaged_files_of_another_disk_are_set_aside(tmp_path: Path) -> None:
    store = store_at(OnDisk(tmp_path / "there"), tmp_path / "run")
    store.put("pictures", pictures(0))
    (path,) = (tmp_path / "there").rglob("*.parquet")
    path.write_bytes(path.read_bytes()[:100])
    assert store.set_aside_damaged() == [path.with_suffix(".damaged")] and store.done("pictures", "a") == set()


def test_a_look_at_a_range_asks_for_all_its_tables_at_once(
    memory: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, check, plain = store_at(Bucket("memory://bucket/run"), tmp_path), Looks(), Bucket.files
    store.put("prompts", [prompt("a-000000000")])
    (picture,) = pictures(0)
    store.put("pictures", [picture])
    store.put("scores/clip", [Score(picture.id, "clip", {"brightness": 0.5}, of=picture.sha256)], measurement(check))
    all_here = Barrier(2, timeout=20)

    def waits(self: Bucket, *arguments: Any, **more: Any) -> Iterator[Any]:
        all_here.wait()  # raises if the other table is asked for only when this one has come
        return plain(self, *arguments, **more)

    monkeypatch.setattr(Bucket, "files", waits)
    (found,) = candidates(store, "a", {"clip": check}, 0, 1)
    assert found.picture is not None and found.scores["clip"].values == {"brightness": 0.5}
