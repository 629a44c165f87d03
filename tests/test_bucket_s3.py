"""Runs whose pictures lie in an S3 server, over its own protocol."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from synthgen.bucket import Bucket
from synthgen.build import Run
from synthgen.elsewhere import Elsewhere
from synthgen.engine.local import Local
from synthgen.errors import AccessError, DiskError
from synthgen.pipeline import Outcome, at_work, generate
from synthgen.store import Store
from synthgen.types import Picture, Score
from tests.commands.test_generate import tree
from tests.doubles import Silent, Trouble, run_of
from tests.s3_server import Server, serving

pytestmark = pytest.mark.consumers
URL = "s3://bucket/runs"
COMMAND = [sys.executable, "-m", "synthgen", "ability=[color,joke]", "n=24", "name=run", "renderer.size=64"]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    with serving(monkeypatch) as server:
        yield server


def run_at(tmp_path: Path, n: int, objects: str | None = URL, **trouble: Any) -> Run:
    (tmp_path / "notes").mkdir(exist_ok=True)
    renderer = Trouble(notes=str(tmp_path / "notes"), **trouble)
    run = run_of(tmp_path / "run", n, renderer=renderer, engine=Local(2))
    return replace(run, config=replace(run.config, objects=objects))


def made(run: Run) -> Outcome:
    with at_work(run) as (store, desk):
        return generate(run, store, desk, Silent())


def shas(folder: Path) -> dict[str, str]:
    return {row.id: row.sha256 for row in Store(folder).rows("pictures", "null") if isinstance(row, Picture)}


def pictures(count: int, size: int) -> list[Picture]:
    return [Picture(f"a-{i:09d}", os.urandom(size), "jpg", 8, 8, os.urandom(32).hex(), i) for i in range(count)]


def test_a_run_in_a_bucket_exports_what_one_on_a_disk_does(server: Server, tmp_path: Path) -> None:
    for folder, more in (("here", []), ("there", [f"objects={URL}"])):
        (tmp_path / folder).mkdir()
        subprocess.run([*COMMAND, *more], cwd=tmp_path / folder, check=True, capture_output=True)
    assert tree(tmp_path / "here/outputs/run/export") == tree(tmp_path / "there/outputs/run/export")
    there = tmp_path / "there/outputs/run"
    assert (
        not (there / "pictures").exists() and not (there / "scores/clip").exists() and (there / "scores/text").exists()
    )
    secret = [
        path
        for path in there.rglob("*")
        if path.is_file() and os.environ["AWS_ENDPOINT_URL"].encode() in path.read_bytes()
    ]
    assert secret == []


def test_a_shard_takes_a_request_for_each_of_its_files(server: Server, tmp_path: Path) -> None:
    store = Store(tmp_path, Elsewhere(f"{URL}/x", "x", ("pictures", "scores/clip")))
    rows = pictures(64, 20_000)
    store.put("pictures", rows)
    store.put("scores/clip", [Score(row.id, "clip", {"value": 1.0}, row.sha256) for row in rows])
    assert [(one.method, one.path) for one in server.asked] == [
        ("PUT", f"/bucket/runs/x/{table}/a-000000000-000000063.parquet") for table in ("pictures", "scores/clip")
    ]
    server.asked.clear()
    assert [row.id for row in store.rows("pictures", "a", 0, 64, light=True)] == [row.id for row in rows]
    assert (server.count("GET", listing=True), server.count("GET"), len(server.asked)) == (1, 2, 3)
    assert sum(one.sent for one in server.asked) < 50_000  # of 1.3 MB
    server.asked.clear()
    assert store.done("scores/clip", "a") == set(range(64))
    assert len(list(store.rows("scores/clip", "a", 0, 64))) == 64
    assert (server.count("GET", listing=True), server.count("GET"), len(server.asked)) == (2, 1, 3)
    server.asked.clear()
    assert list(store.rows("pictures", "a")) == rows and server.count("GET") == 1


def test_of_two_writers_of_one_file_the_first_wins(server: Server) -> None:
    buckets = [Bucket(f"{URL}/x") for _ in range(2)]
    for number in range(20):
        start = threading.Barrier(2)

        def put(which: int, number: int = number, start: threading.Barrier = start) -> bool:
            start.wait()
            return buckets[which].put(f"t/{number}", bytes([which]) * 1000)

        with ThreadPoolExecutor(2) as pool:
            won = list(pool.map(put, range(2)))
        assert sorted(won) == [False, True]
        assert buckets[0].read(f"t/{number}") == bytes([won.index(True)]) * 1000


def test_what_another_process_wrote_is_seen_at_once(server: Server) -> None:
    one, other = Bucket(f"{URL}/x"), Bucket(f"{URL}/x")
    assert list(one.files("t", "a")) == []
    other.put("t/a", b"1")
    assert [file.path for file in one.files("t", "a")] == ["t/a"]
    other.remove("t/a")
    assert list(one.files("t", "a")) == []


KILLED = """
import sys
from dataclasses import replace
from pathlib import Path
from synthgen.engine.local import Local
from tests.doubles import run_of
from tests.driving import drive
from tests.slow_run import Slow
folder, notes, n = sys.argv[1:]
if __name__ == "__main__":
    run = run_of(Path(folder), int(n), renderer=Slow(notes=notes), engine=Local(2))
    sys.exit(drive(replace(run, config=replace(run.config, objects="s3://bucket/runs"))))
"""


def test_a_driver_and_workers_that_are_killed_lose_and_repeat_nothing(server: Server, tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "killed.py").write_text(KILLED)
    command = [sys.executable, str(tmp_path / "killed.py"), str(tmp_path / "run"), str(tmp_path / "notes"), "150"]
    environment = {**os.environ, "PYTHONPATH": os.getcwd()}
    for wanted in (30, 80):
        process = subprocess.Popen(command, env=environment, start_new_session=True)
        while len(list((tmp_path / "notes").iterdir())) < wanted and process.poll() is None:
            time.sleep(0.02)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    process = subprocess.Popen(command, env=environment)
    time.sleep(4)
    for child in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()[-1:]:
        os.kill(int(child), signal.SIGKILL)
    assert process.wait(120) == 0
    calm = run_at(tmp_path / "calm", 150, None) if (tmp_path / "calm").mkdir() is None else None
    assert calm is not None and made(calm).full
    assert shas(tmp_path / "run") == shas(tmp_path / "calm/run") and len(shas(tmp_path / "run")) == 150


def test_a_sample_that_kills_its_workers_is_given_up(server: Server, tmp_path: Path) -> None:
    outcome = made(run_at(tmp_path, 12, poison=(5,)))
    assert outcome.full and "null-000000005" not in outcome.kept


def test_a_server_that_is_out_of_order_for_a_moment_is_asked_again(server: Server, tmp_path: Path) -> None:
    bucket = Bucket(f"{URL}/x")
    server.out_of_order = True
    threading.Timer(1.0, lambda: setattr(server, "out_of_order", False)).start()
    assert bucket.put("t/a", b"1") and bucket.read("t/a") == b"1"


def test_a_run_whose_server_goes_ends_in_one_line_and_goes_on_when_it_is_back(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "2")
    with at_work(run_at(tmp_path, 60)) as (store, desk):
        plain = Bucket.files

        def files(self: Bucket, folder: str, *more: Any, **options: Any) -> Any:
            server.out_of_order = server.out_of_order or sum(one.method == "PUT" for one in server.asked) > 8
            return plain(self, folder, *more, **options)

        monkeypatch.setattr(Bucket, "files", files)
        with pytest.raises(DiskError, match=f"^{URL}/null: .*; run the same command to go on$"):
            generate(run_at(tmp_path, 60), store, desk, Silent())
    monkeypatch.setattr(Bucket, "files", plain)
    server.out_of_order = False
    before = len(list((tmp_path / "notes").iterdir()))
    outcome = made(run_at(tmp_path, 60))
    assert before > 0 and outcome.full and outcome.rendered < 60


def test_pictures_that_somebody_removed_are_made_again(server: Server, tmp_path: Path) -> None:
    made(run_at(tmp_path, 40))
    before, bucket = shas(tmp_path / "run"), Bucket(f"{URL}/null")
    gone = sorted(bucket.files("pictures", ""))[0]
    bucket.remove(gone.path)
    outcome = made(run_at(tmp_path, 40))
    assert outcome.full and 0 < outcome.rendered < 40 and shas(tmp_path / "run") == before


def refused(tmp_path: Path, kind: type[Exception], said: str, url: str = URL) -> None:
    """In one line, before anything is made."""
    with pytest.raises(kind, match=said) as told:
        made(run_at(tmp_path, 4, url))
    assert "\n" not in str(told.value)
    assert not (tmp_path / "run/prompts").exists() and not any((tmp_path / "notes").iterdir())


def test_a_bucket_that_is_not_there_is_one_line_and_is_not_made(server: Server, tmp_path: Path) -> None:
    refused(
        tmp_path,
        DiskError,
        "^s3://buckett/x/null: The specified bucket does not exist; make it first$",
        "s3://buckett/x",
    )
    assert not any(one.path.startswith("/buckett") and one.sent == 0 for one in server.asked)


def test_nobody_there_and_no_credentials_are_one_line(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import s3fs

    monkeypatch.setattr(s3fs.S3FileSystem, "retries", 1)
    with monkeypatch.context() as nobody:
        nobody.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
        s3fs.S3FileSystem.clear_instance_cache()
        refused(tmp_path, DiskError, f"^{URL}/null: Could not connect to the endpoint URL: .*; run the same command")
    s3fs.S3FileSystem.clear_instance_cache()
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", "/nowhere")
    monkeypatch.setenv("AWS_CONFIG_FILE", "/nowhere")
    refused(tmp_path, AccessError, f"^{URL}/null: Unable to locate credentials; log in")


DENIED = b"<Error><Code>InvalidAccessKeyId</Code><Message>The key you provided does not exist.</Message></Error>"


def test_wrong_credentials_are_one_line(server: Server, tmp_path: Path) -> None:
    def denied(_: Any, start: Any) -> list[bytes]:
        start("403 Forbidden", [("Content-Length", str(len(DENIED))), ("Content-Type", "text/xml")])
        return [DENIED]

    server.app = denied
    refused(tmp_path, AccessError, f"^{URL}/null: The key you provided does not exist.; use credentials that may write")
