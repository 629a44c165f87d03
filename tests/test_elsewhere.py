"""Runs whose pictures and scores lie elsewhere: found, resumed, grown, and refused for another place."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from synthgen.__main__ import main
from synthgen.build import Run
from synthgen.elsewhere import Elsewhere, moved, settled, url_of
from synthgen.engine.local import Local
from synthgen.errors import DiskError, UsageError
from synthgen.pipeline import Outcome, at_work, generate
from synthgen.store import Store
from synthgen.types import Picture, Reject
from tests.commands.test_generate import tree
from tests.doubles import Silent, Trouble, run_of


def run_at(folder: Path, n: int, objects: str | None, renderer: Trouble) -> Run:
    run = run_of(folder, n, renderer=renderer, engine=Local(2))
    return replace(run, config=replace(run.config, objects=objects))


def made(run: Run) -> Outcome:
    with at_work(run) as (store, desk):
        return generate(run, store, desk, Silent())


def shas(folder: Path) -> dict[str, str]:
    return {row.id: row.sha256 for row in Store(folder).rows("pictures", "null") if isinstance(row, Picture)}


@pytest.fixture
def renderer(tmp_path: Path) -> Trouble:
    (tmp_path / "notes").mkdir()
    return Trouble(notes=str(tmp_path / "notes"))


def test_where_objects_lie_is_told_in_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert url_of(None, "joke") is None
    assert url_of("pics", "joke") == url_of(f"file://{tmp_path}/pics", "joke") == f"{tmp_path}/pics/joke"
    assert url_of("memory://bucket/runs/", "joke") == "memory://bucket/runs/joke"


def test_a_renamed_run_folder_keeps_its_place_and_tables_add_up() -> None:
    first = settled(None, "memory://bucket", "joke", ["pictures"])
    again = settled(first, "memory://bucket", "renamed", ["scores/clip"])
    assert first and again == Elsewhere("memory://bucket/joke", first.run, ("pictures", "scores/clip"))
    assert moved(Path("renamed"), again, "memory://bucket") is None
    other = settled(again, "memory://other", "renamed", ["pictures"])
    assert other and other.run != first.run
    assert Elsewhere.of(json.loads(json.dumps({"objects": again.to_json()}))) == again


@pytest.mark.parametrize("store", ["", "local://"])
def test_a_run_with_its_pictures_elsewhere_is_the_same_run(tmp_path: Path, renderer: Trouble, store: str) -> None:
    there = f"{store}{tmp_path}/there"
    made(run_at(tmp_path / "here", 20, None, renderer))
    outcome = made(run_at(tmp_path / "run", 20, there, renderer))
    assert outcome.full and shas(tmp_path / "run") == shas(tmp_path / "here")
    assert not (tmp_path / "run/pictures").exists() and any((tmp_path / "there/null/pictures").iterdir())
    assert made(run_at(tmp_path / "run", 30, there, renderer)).rendered == 10


def test_a_sample_that_kills_its_worker_is_noted_elsewhere_too(tmp_path: Path, renderer: Trouble) -> None:
    assert made(run_at(tmp_path / "run", 12, f"local://{tmp_path}/there", replace(renderer, poison=(5,)))).full
    found = {row.id: row for row in Store(tmp_path / "run").rows("pictures", "null", light=True)}
    assert [row.reason for row in found.values() if isinstance(row, Reject)] == ["killed its worker"]
    assert isinstance(found["null-000000005"], Reject) and len(found) > 12
    assert not (tmp_path / "run/workers").exists()


def test_pictures_that_somebody_removed_are_made_again(tmp_path: Path, renderer: Trouble) -> None:
    there = f"local://{tmp_path}/there"
    made(run_at(tmp_path / "run", 20, there, renderer))
    before = shas(tmp_path / "run")
    sorted((tmp_path / "there/null/pictures").iterdir())[0].unlink()
    assert len(shas(tmp_path / "run")) < 20
    outcome = made(run_at(tmp_path / "run", 20, there, renderer))
    assert outcome.full and 0 < outcome.rendered < 20 and shas(tmp_path / "run") == before


def test_another_place_is_refused_with_a_word_where_the_pictures_are(tmp_path: Path, renderer: Trouble) -> None:
    there, other = f"local://{tmp_path}/there", f"local://{tmp_path}/other"
    made(run_at(tmp_path / "run", 4, there, renderer))
    for objects in (None, other):
        with pytest.raises(UsageError, match=f"has its pictures in {there}/null; pass objects={there}, or, if you"):
            made(run_at(tmp_path / "run", 4, objects, renderer))
    made(run_at(tmp_path / "here", 4, None, renderer))
    with pytest.raises(UsageError, match="here holds its pictures itself; pass objects=null, or name="):
        made(run_at(tmp_path / "here", 4, there, renderer))
    shutil.move(tmp_path / "there", tmp_path / "other")  # as the line above says
    about = json.loads((tmp_path / "run/run.json").read_text())
    about["objects"]["url"] = f"{other}/null"
    (tmp_path / "run/run.json").write_text(json.dumps(about))
    assert made(run_at(tmp_path / "run", 6, other, renderer)).rendered == 2


def test_a_place_belongs_to_one_run(tmp_path: Path, renderer: Trouble) -> None:
    there = f"{tmp_path}/there"
    made(run_at(tmp_path / "one", 4, there, renderer))
    with pytest.raises(UsageError, match=f"{there}/null holds pictures of another run; pass objects="):
        made(run_at(tmp_path / "two", 4, there, renderer))
    assert not (tmp_path / "two/prompts").exists()


def test_a_run_that_was_killed_before_its_first_sample_knows_its_place_again(tmp_path: Path, renderer: Trouble) -> None:
    run = run_at(tmp_path / "run", 4, f"{tmp_path}/there", renderer)
    with at_work(run):
        pass
    assert made(run).full


def test_a_place_that_nobody_may_write_to_is_told_before_anything_is_made(tmp_path: Path, renderer: Trouble) -> None:
    (tmp_path / "there").write_text("a file, no folder")
    with pytest.raises(DiskError, match=f"{tmp_path}/there"):
        made(run_at(tmp_path / "run", 4, f"local://{tmp_path}/there", renderer))
    assert not (tmp_path / "run/prompts").exists() and not any((tmp_path / "notes").iterdir())


@pytest.mark.parametrize(
    "objects, said",
    [
        ("s3:bucket", "a store is named s3://bucket"),
        ("nothing://bucket", "Protocol not known"),
        ("https://host/x", "cannot be written to"),
    ],
)
def test_a_place_of_no_use_is_a_mistake_of_the_command_line(
    working_folder: Path, capsys: pytest.CaptureFixture[str], objects: str, said: str
) -> None:
    assert main(["ability=joke", "n=2", f"objects={objects}"]) == 2
    assert said in capsys.readouterr().err and not (working_folder / "outputs").exists()


def test_every_command_that_reads_a_run_finds_its_pictures(
    working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    small = ["ability=joke", "n=6", "renderer.size=64", "engine.workers=1"]
    there = f"objects=local://{working_folder}/there"
    assert main([*small, "name=here"]) == 0 and main([*small, "name=run", there]) == 0
    assert tree(working_folder / "outputs/run/export") == tree(working_folder / "outputs/here/export")
    capsys.readouterr()
    assert main(["report", "run=outputs/run"]) == 0
    assert main(["select", "run=outputs/run", "n=5", "~qc.balance"]) == 0
    assert main(["rerender", "run=outputs/run", "id=joke-000000003"]) == 0
    assert "joke-000000003: identical bytes" in capsys.readouterr().out
    assert main(["duplicates", "run=outputs/run", "run=outputs/here"]) == 0
    assert "joke-000000003" in capsys.readouterr().out
    assert main(["diversity", "data=[outputs/run]"]) == 0
    assert main(["status", "run=outputs/run"]) == 0
    assert main(["report", "run=outputs/run", "objects=null"]) == 2
    assert "leave out objects=" in capsys.readouterr().err
    assert not (working_folder / "outputs/run/pictures").exists()


@pytest.mark.parametrize("content", [b"", b"{", b'{"run": "5f"}x', b"\xff\xfe"])
def test_a_damaged_word_of_whose_pictures_they_are_is_one_line_with_its_cure(tmp_path: Path, content: bytes) -> None:
    lies = Elsewhere(str(tmp_path), "5f", ("pictures",))
    (tmp_path / "synthgen.json").write_bytes(content)
    with pytest.raises(UsageError, match=r'synthgen.json is damaged, .*write (\{"run": "5f"\}) into it') as told:
        lies.claim()
    (tmp_path / "synthgen.json").write_text(str(told.value).rpartition("write ")[2].removesuffix(" into it"))
    lies.claim()


@pytest.mark.parametrize("objects", ["s3://bucket", {"url": "s3://bucket"}, {"url": "x", "run": "y", "tables": None}])
def test_a_slip_in_run_json_is_one_line(objects: object) -> None:
    with pytest.raises(UsageError, match="run.json: .* takes url, run and tables"):
        Elsewhere.of({"objects": objects})
