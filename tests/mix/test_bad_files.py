"""`mix` itself with files that are no list of rows, that it would write over, or that change under its hands."""

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from synthgen.__main__ import main
from synthgen.mix import mixing
from tests.mix.files import row

ROWS = [row(str(i), "") for i in range(4)]
TEXT = json.dumps(ROWS)
FILES: Mapping[str, tuple[bytes, str]] = {
    "gzip": (gzip.compress(TEXT.encode()), "is compressed (gzip); unpack it first"),
    "UTF-16": (TEXT.encode("utf-16"), "is in UTF-16; save it as UTF-8"),
    "UTF-16 without a mark": (TEXT.encode("utf-16-le"), "is in UTF-16, or no text at all"),
    "parquet": (b"PAR1" + bytes(100), "is parquet; a source is a JSON list, or JSON lines"),
    "an object over lines": (json.dumps({"rows": ROWS}, indent=1).encode(), "holds objects of several lines each"),
    "nothing": (b"", "is empty"),
    "no rows": (b"[]\n", "has no rows"),
    "a list that was cut": (TEXT[:-9].encode(), "the list is cut off"),
    "no training rows": (
        json.dumps([{"id": "0", "captions": ["A dog."]}] * 3).encode(),
        "none of its 3 rows can be trained on (3 it has no dialogue); take it out of the sources, or pass max_bad=1",
    ),
}


@pytest.mark.parametrize("what", FILES)
def test_a_file_that_is_no_list_of_rows_is_told_as_what_it_is(
    what: str, working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, fault = FILES[what]
    Path("a.json").write_bytes(data)
    assert main(["mix", "sources=[{path: a.json}]"]) == 2
    said = capsys.readouterr().err
    assert f"a.json{': ' if what == 'no training rows' else ''}" in said and fault in said and "Traceback" not in said
    assert not Path("mix.json").exists()


def test_no_source_is_written_over_by_any_file_of_a_mix(
    working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, words in {
        "next.json": ["out=next.yaml", "trainer=llava_next"],
        "mix.rejected.jsonl": [],
        "mix.without_joke.json": ["variants=[without]"],
        "mix.blind.json": ["variants=[blind]"],
    }.items():
        Path(name).write_text(TEXT)
        assert main(["mix", f"sources=[{{path: {name}}}]", *words]) == 2
        assert f"{name} would be overwritten" in capsys.readouterr().err and Path(name).read_text() == TEXT
        assert main(["mix", "sources=[{path: gone.json}]", f"benchmarks=[{name}]", *words]) == 2
        assert f"benchmarks: {name} would be overwritten" in capsys.readouterr().err


@pytest.mark.parametrize("change", ["of the same length", "other rows"])
def test_a_file_that_changes_while_it_is_read_makes_no_mix(
    change: str, working_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    a_row = row("0", "") | {"image": None}  # mended, and so looked at once more when it is written
    Path("a.json").write_text(json.dumps([a_row] * 9))
    planned = mixing.planned

    def changed(*arguments: Any) -> Any:
        with Path("a.json").open("r+b") as file:
            file.seek(60)
            file.write(b"Tell" if change == "of the same length" else b'"}}]}')
        os.utime("a.json", ns=(1, 1))
        return planned(*arguments)

    monkeypatch.setattr(mixing, "planned", changed)
    assert main(["mix", "sources=[{path: a.json}]"]) == 2
    assert capsys.readouterr().err == "synthgen: a.json changed while it was read; run the same command again\n"
    assert not Path("mix.json").exists() and not Path(".mix.json.part").exists()


def test_a_file_that_calls_every_row_another_ability_is_mixed(
    working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.jsonl").write_text("\n".join(json.dumps(row(str(i), "", ability=f"a{i}")) for i in range(70_000)))
    assert main(["mix", "sources=[{path: a.jsonl}]"]) == 0
    assert "and 69,950 more: the report has them" in capsys.readouterr().out


def test_a_row_is_counted_as_repaired_once_and_only_where_it_can_be_taken(working_folder: Path) -> None:
    twice = {"messages": [{"role": "assistant", "content": "Hi."}, *ROWS[0]["conversations"]]}
    lost = row("lost", "gone.jpg") | {"image": ["gone.jpg"]}
    Path("a.json").write_text(json.dumps([*ROWS, twice, lost]))
    assert main(["mix", "sources=[{path: a.json}]", "max_bad=0.5"]) == 0
    about = json.loads(Path("mix.report.json").read_text())["sources"][0]
    assert about["repaired"] == {"an answer before the first question was cut": 1, "it got an id": 1}
    assert (about["rows_repaired"], about["bad"], about["sound"]) == (1, {"a missing picture": 1}, 5)


def test_how_often_rows_are_repeated_is_told_as_it_is(working_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.json").write_text(TEXT)
    for weight, told in {"2": "each is there 2 times", "1.5": "each is there 1 or 2 times"}.items():
        assert main(["mix", f"sources=[{{path: a.json, weight: {weight}}}]"]) == 0
        assert told in capsys.readouterr().out


def test_the_words_for_the_trainer_can_be_pasted(working_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.json").write_text(TEXT)
    assert main(["mix", "sources=[{path: a.json}]", "out='my mixes/mix.json'"]) == 0
    assert "--data_path 'my mixes/mix.json' --image_folder 'my mixes'" in capsys.readouterr().out


def test_each_source_says_for_itself_how_its_pictures_are_looked_at(
    working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.json").write_text(json.dumps([row("0", "gone.jpg")]))
    assert main(["mix", "sources=[{path: a.json}]"]) == 2
    assert main(["mix", "sources=[{path: a.json, pictures: skip}]"]) == 0
    assert "a: whether its pictures are there was not looked at" in capsys.readouterr().out
    assert main(["mix", "sources=[{path: a.json, pictures: look}]"]) == 2
    assert "pictures: look: it has to be one of exists, open, skip" in capsys.readouterr().err


def test_a_mix_is_the_same_whatever_the_hash_seed_the_locale_and_the_folder(working_folder: Path) -> None:
    rows = [row(i % 7, "", "Qué?", f"É {i}.", ability=f"é{i % 3}") for i in range(50)] + [row("0", "") | {"id": None}]
    for name in ("a.json", "b.json"):
        Path(name).write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    found = []
    for number, (seed, locale) in enumerate((("1", "C"), ("77", "C.UTF-8"))):
        place = working_folder / str(number)
        place.mkdir()
        sources = ", ".join(f"{{path: ../{name}, weight: 1.5}}" for name in ("a.json", "b.json"))
        words = [sys.executable, "-m", "synthgen", "mix", f"sources=[{sources}]"]
        environment = {**os.environ, "PYTHONPATH": _root(), "PYTHONHASHSEED": seed, "LC_ALL": locale}
        subprocess.run(words, cwd=place, env=environment, check=True, capture_output=True)
        found.append({path.name: path.read_bytes() for path in place.iterdir()})
    assert found[0] == found[1] and len(found[0]) == 3


def _root() -> str:
    return str(Path(mixing.__file__).parents[2])
