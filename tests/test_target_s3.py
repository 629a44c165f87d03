"""Exports to an S3 server, over its own protocol."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any
from urllib.request import Request, urlopen

import pytest

from synthgen.errors import AccessError, DiskError
from synthgen.exporter.llava import Llava
from synthgen.exporter.webdataset import Webdataset
from synthgen.exporting import written
from synthgen.places import Store
from synthgen.target import Folder
from synthgen.types import Record
from tests.samples import record
from tests.test_target import export

pytestmark = pytest.mark.consumers


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A bucket on loopback, as a file system."""
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer("127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
    for name, value in (
        ("AWS_ACCESS_KEY_ID", "a"),
        ("AWS_SECRET_ACCESS_KEY", "b"),
        ("AWS_DEFAULT_REGION", "us-east-1"),
    ):
        monkeypatch.setenv(name, value)
    import s3fs

    s3fs.S3FileSystem.clear_instance_cache()
    fs = s3fs.S3FileSystem()
    urlopen(Request(f"http://{host}:{port}/moto-api/reset", method="POST")).close()  # buckets outlive a server
    fs.mkdir("bucket")
    yield fs
    s3fs.S3FileSystem.clear_instance_cache()
    server.stop()


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    paths: list[str] = []
    upload = Store._send

    def noted(self: Store, file: Any, whole: str) -> None:
        paths.append(whole)
        upload(self, file, whole)

    monkeypatch.setattr(Store, "_send", noted)
    return paths


def names(fs: Any, under: str = "bucket/run") -> set[str]:
    fs.invalidate_cache()
    return {path.removeprefix(f"{under}/") for path in fs.find(under)}


def test_an_export_to_s3_holds_what_one_to_a_disk_does_and_a_second_one_sends_nothing(
    bucket: Any, sent: list[str], tmp_path: Any
) -> None:
    for url in (str(tmp_path), "s3://bucket/run/llava"):
        target = Folder(url)
        summary = written("llava", Llava("llava.json", "images", "finetune"), (record(i) for i in range(30)), target)
        target.finish()
        assert summary.rows == 30
    here = {p.relative_to(tmp_path).as_posix(): p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    there = names(bucket, "bucket/run/llava")
    assert {name: bucket.cat_file(f"bucket/run/llava/{name}") for name in there} == here and len(here) == 32
    sent.clear()
    target = Folder("s3://bucket/run/llava")
    written("llava", Llava("llava.json", "images", "finetune"), (record(i) for i in range(29)), target)
    target.finish()
    assert sent == ["bucket/run/llava/llava.json"]  # one record less
    assert len(names(bucket, "bucket/run/llava")) == 31


def test_a_large_file_is_known_again_by_the_digest_of_its_parts(
    bucket: Any, sent: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = os.urandom(2**20) * 120
    export("s3://bucket/run", {"data/1.tar": data})
    assert bucket.info("bucket/run/data/1.tar")["ETag"].endswith('-3"')
    sent.clear()

    def never(*_: Any, **__: Any) -> None:
        raise AssertionError("read back")

    monkeypatch.setattr(type(bucket), "open", never)
    export("s3://bucket/run", {"data/1.tar": data})
    assert sent == []
    export("s3://bucket/run", {"data/1.tar": data[:-1] + b"x"})
    assert sent == ["bucket/run/data/1.tar"]


def test_what_no_export_wrote_stays(bucket: Any) -> None:
    bucket.pipe_file("bucket/run/notes/mine.txt", b"mine")
    export("s3://bucket/run", {"images/1.jpg": b"1", "images/2.jpg": b"2"})
    export("s3://bucket/run", {"images/2.jpg": b"2"})
    assert names(bucket) == {".synthgen", "notes/mine.txt", "images/2.jpg"}


KILLED = """
import sys
from synthgen.target import Folder
target = Folder("s3://bucket/run")
with target.open("list.json") as out:
    for i in range(100_000):
        target.put(f"images/{i}.jpg", b"x" * 1000)
"""


def test_an_export_that_was_killed_goes_on_where_it_was(bucket: Any, sent: list[str]) -> None:
    process = subprocess.Popen([sys.executable, "-c", KILLED])
    while len(names(bucket)) < 40:
        time.sleep(0.2)
    process.send_signal(signal.SIGKILL)
    process.wait()
    there = set[str]()
    while there != (there := names(bucket) - {".synthgen"}):
        time.sleep(0.5)  # what was on its way may still arrive
    assert len(there) >= 39 and "list.json" not in there
    n = max(int(name.removeprefix("images/").removesuffix(".jpg")) for name in there) + 5
    some = {f"images/{i}.jpg": b"x" * 1000 for i in range(n)} | {"list.json": b"all"}
    export("s3://bucket/run", some)
    assert sorted(path for path in sent if not path.endswith(".synthgen")) == sorted(
        f"bucket/run/{name}" for name in set(some) - there
    )
    assert names(bucket) == {".synthgen", *some}


def test_shards_reach_the_store_while_the_next_ones_are_made(bucket: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("synthgen.exporter.webdataset.MEGABYTE", 20_000)
    there = []

    def watched() -> Iterator[Record]:
        for i in range(60):
            there.append(len(names(bucket)))
            yield record(i)

    target = Folder("s3://bucket/run")
    written("webdataset", Webdataset(1), watched(), target)
    assert len(set(there)) > 3  # one appeared after the other
    target.finish()
    found = sorted(names(bucket))
    assert found == [".synthgen", *(f"data/train-1img-{i:05d}.tar" for i in range(len(found) - 1))] and len(found) > 5


def test_a_bucket_that_is_not_there_is_one_line_and_is_not_made(bucket: Any) -> None:
    with pytest.raises(DiskError, match="^s3://buckett/run: The specified bucket does not exist; make it first"):
        export("s3://buckett/run", {"images/1.jpg": b"1"})
    assert not bucket.exists("buckett")


def test_nobody_there_and_no_credentials_are_one_line(bucket: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    type(bucket).clear_instance_cache()
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    monkeypatch.setattr(type(bucket), "retries", 1)
    with pytest.raises(DiskError, match="^s3://bucket/run: Could not connect to the endpoint URL: .*; run the same"):
        export("s3://bucket/run", {"images/1.jpg": b"1"})
    type(bucket).clear_instance_cache()
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", "/nowhere")
    monkeypatch.setenv("AWS_CONFIG_FILE", "/nowhere")
    with pytest.raises(AccessError, match="^s3://bucket/run: Unable to locate credentials; log in"):
        export("s3://bucket/run", {"images/1.jpg": b"1"})
