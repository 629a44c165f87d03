import json
from dataclasses import replace
from pathlib import Path

import pytest

from eval_bench.__main__ import main
from eval_bench.exporting import export
from synthgen.errors import UsageError
from tests.eval_bench.harness.exports import NAMES, benchmarks, exported, items, outgoing, part
from tests.eval_bench.items import benchmark


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", NAMES)
def test_the_same_items_give_the_same_bytes_again(name: str, tmp_path: Path) -> None:
    sent, folder = exported(name, tmp_path)
    before = contents(folder)
    export(part(name), sent, folder)
    assert contents(folder) == before
    assert set(json.loads(before["export.json"])["files"]) == set(before) - {"export.json"}


@pytest.mark.parametrize("name", NAMES)
def test_the_page_tells_versions_licenses_and_the_command(name: str, tmp_path: Path) -> None:
    sent, folder = exported(name, tmp_path)
    page = (folder / "README.md").read_text()
    assert all(one.version in page for one in sent.benchmarks)
    assert "- 2 x CC BY 4.0 - A. Person" in page and "- 6 x no license stated" in page
    assert part(name).usage(sent, Path(".")).strip() in page
    assert "A person has looked at each of the 8 items." in page


@pytest.mark.parametrize("name", NAMES)
def test_a_folder_with_files_of_others_is_left_as_it_is(name: str, tmp_path: Path) -> None:
    sent, folder = exported(name, tmp_path)
    (folder / "images").mkdir(exist_ok=True)
    (folder / "images" / "mine.txt").write_text("mine")
    before = contents(folder)
    with pytest.raises(UsageError, match=r"mine.txt is not of an export; move it"):
        export(part(name), replace(sent, unvalidated=True), folder)
    assert contents(folder) == before


def test_what_python_leaves_beside_the_scoring_is_no_file_of_others(tmp_path: Path) -> None:
    sent, folder = exported("lmms_eval", tmp_path)
    (folder / "__pycache__").mkdir()
    (folder / "__pycache__" / "matching.cpython-311.pyc").write_bytes(b"x")
    export(part("lmms_eval"), sent, folder)


def test_files_of_an_earlier_export_go_when_their_items_are_gone(tmp_path: Path) -> None:
    sent, folder = exported("inspect_ai", tmp_path, unvalidated=True)
    assert (folder / "images/color-generated-000006.png").exists()
    export(part("inspect_ai"), replace(sent, unvalidated=False), folder)
    assert not (folder / "images/color-generated-000006.png").exists()
    assert contents(folder) == contents(exported("inspect_ai", tmp_path / "fresh")[1])


def test_an_export_that_was_stopped_is_made_whole_by_the_same_command(tmp_path: Path) -> None:
    sent, folder = outgoing(tmp_path), tmp_path / "stopped"

    class Stopped(Exception):
        pass

    left = iter(range(4))

    def tick() -> None:
        if next(left, None) is None:
            raise Stopped

    with pytest.raises(Stopped):
        export(part("inspect_ai"), sent, folder, tick)
    export(part("inspect_ai"), sent, folder)
    assert contents(folder) == contents(exported("inspect_ai", tmp_path / "whole")[1])


@pytest.mark.parametrize("name", NAMES)
def test_items_that_nobody_looked_at_go_out_only_when_asked_for_and_marked(name: str, tmp_path: Path) -> None:
    everything = exported(name, tmp_path, unvalidated=True)[1]
    text = (everything / "README.md").read_text()
    assert text.startswith("# synthgen_bench_unvalidated\n")
    assert "UNVALIDATED: a person has looked at 8 of the 9 items" in text
    counted = exported(name, tmp_path / "counted")[1]
    assert b"unvalidated" not in b"".join(data for path, data in contents(counted).items() if "parquet" not in path)


def test_the_command_writes_every_harness_and_tells_how_each_is_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folders = ",".join(str(one.folder) for one in benchmarks(tmp_path))
    assert main(["export", f"items=[{folders}]", f"out={tmp_path}/out"]) == 0
    said = capsys.readouterr().out
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == NAMES
    assert f"--include_path {tmp_path}/out/lmms_eval" in said and "inspect eval" in said


def test_a_benchmark_without_a_validated_item_is_a_mistake_with_its_fix(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    benchmark(tmp_path / "b", items()[-1:])
    words = ["export", f"items={tmp_path}/b", f"out={tmp_path}/out", "harness=llava"]
    assert main(words) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1 and f"validate items={tmp_path}/b" in said and "unvalidated=true" in said
    assert not (tmp_path / "out").exists()
    assert main([*words, "unvalidated=true"]) == 0


def test_mistakes_of_the_command_are_lines(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "harness=lmms_evil"]) == 2
    said = capsys.readouterr().err
    assert "did you mean lmms_eval?" in said
    assert main(["export"]) == 2
    assert "no benchmark is named" in capsys.readouterr().err
