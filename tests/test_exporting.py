"""Exports of a real run: the same data in each form, its card beside it, and nothing of when, where and how fast."""

import hashlib
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from PIL import Image

from synthgen.__main__ import main


def tree(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Abilities in an order that is not theirs by name."""
    outputs = tmp_path_factory.mktemp("outputs")
    assert main(["ability=[joke,color]", "n=3", "engine.workers=1", f"outputs={outputs}"]) == 0
    yield outputs / "joke+color"


def rows(run: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = pq.read_table(run / "export/parquet/data/train-00000.parquet").to_pylist()
    return found


def card(run: Path, exporter: str = "parquet") -> str:
    return (run / "export" / exporter / "README.md").read_text(encoding="utf-8")


def sha256_of(run: Path) -> str:
    return str(json.loads((run / "run.json").read_text())["sha256"])


def test_every_export_has_a_card_metadata_and_examples_that_are_there(run: Path) -> None:
    for exporter in ("llava", "parquet"):
        folder = run / "export" / exporter
        told = card(run, exporter)
        shown = [line.split("](")[1].rstrip(")") for line in told.splitlines() if line.startswith("![")]
        assert len(shown) == 6 and sorted(shown) == sorted(
            f"examples/{p.name}" for p in (folder / "examples").iterdir()
        )
        assert f"Form: `{exporter}`, 6 rows." in told
        assert json.loads((folder / "croissant.json").read_text())["@type"] == "sc:Dataset"
    assert "--data_path ./llava.json --image_folder ." in card(run, "llava")
    assert "path: data/train-*.parquet" in card(run) and "path: llava.json" in card(run, "llava")


def test_the_hash_is_that_of_the_rows_whatever_the_form(run: Path) -> None:
    """Computed once more from what the export holds."""
    abilities: dict[str, Any] = {}
    for row in rows(run):
        said = [turn["value"].removeprefix("<image>\n") for turn in row["conversations"]]
        turns = [list(pair) for pair in zip(said[::2], said[1::2], strict=True)]
        line = [row["id"], row["prompt"], turns, [hashlib.sha256(row["image"]["bytes"]).hexdigest()]]
        text = json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n"
        abilities.setdefault(row["ability"], hashlib.sha256()).update(text.encode())
    lines = [json.dumps([name, of.hexdigest()], separators=(",", ":")) + "\n" for name, of in sorted(abilities.items())]
    expected = hashlib.sha256("".join(lines).encode()).hexdigest()
    assert sha256_of(run) == expected
    assert expected in card(run) and expected in card(run, "llava")


def test_an_export_made_again_is_the_same_byte_for_byte(run: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = tree(run / "export")
    assert [row["ability"] for row in rows(run)] == ["color"] * 3 + ["joke"] * 3
    for command in ("export", "select"):
        assert main([command, f"run={run}"]) == 0
        assert sha256_of(run) in capsys.readouterr().out
        assert tree(run / "export") == before


def test_no_card_says_where_the_run_lies_or_how_fast_it_was(run: Path) -> None:
    told = "".join(data.decode() for name, data in tree(run / "export").items() if name.endswith((".md", ".json")))
    assert str(run.parent) not in told and "engine.workers" not in told
    assert "python -m synthgen 'ability=[color,joke]' n=3\n" in told


def test_each_row_says_what_made_it(run: Path) -> None:
    for row in rows(run):
        made = json.loads(row["provenance"])
        assert made.keys() == {
            *("llm", "renderer", "embedded", "checks", "fingerprint", "synthgen", "seed", "keywords")
        }
        assert made["embedded"] == "llm+renderer" and made["checks"].endswith("; by sketch_clip")
        assert made["keywords"].split(", ")[0] in row["prompt"]
    llava = json.loads((run / "export/llava/llava.json").read_text())
    assert {row["seed"] for row in llava} == {json.loads(row["provenance"])["seed"] for row in rows(run)}


def test_a_selection_with_other_thresholds_is_another_data_set_and_its_card_says_so(run: Path) -> None:
    before, first = tree(run / "export"), sha256_of(run)
    contrast = sorted(json.loads(row["scores"])["readable"]["contrast"] for row in rows(run))
    changes = [f"qc.readable.min_contrast={contrast[3]}"]
    assert main(["select", f"run={run}", *changes]) == 8
    assert sha256_of(run) != first
    assert f"select run=outputs/color+joke {changes[0]}" in card(run)
    assert "3 of 6 candidates" in card(run)
    assert main(["select", f"run={run}"]) == 0
    assert tree(run / "export") == before and sha256_of(run) == first


def test_other_workers_and_another_order_of_abilities_give_the_same_data(run: Path, tmp_path: Path) -> None:
    assert main(["ability=[color,joke]", "n=3", "engine.workers=2", f"outputs={tmp_path}", "exporter=[llava]"]) == 0
    assert sha256_of(tmp_path / "color+joke") == sha256_of(run)
    assert main(["ability=[color,joke]", "n=3", "seed=1", f"outputs={tmp_path}", "exporter=[llava]", "name=b"]) == 0
    assert sha256_of(tmp_path / "b") != sha256_of(run)


@pytest.mark.consumers
def test_the_card_leads_datasets_to_the_data_and_past_the_examples(
    run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HF_HUB_OFFLINE", "HF_DATASETS_OFFLINE"):
        monkeypatch.setenv(name, "1")
    import datasets

    found = datasets.load_dataset(str(run / "export/parquet"), split="train", cache_dir=str(tmp_path))
    assert found["id"][:] == [row["id"] for row in rows(run)]
    with Image.open(io.BytesIO(rows(run)[0]["image"]["bytes"])) as stored:
        assert found[0]["image"].convert("RGB").tobytes() == stored.convert("RGB").tobytes()


@pytest.mark.consumers
@pytest.mark.parametrize(("turns", "column"), [("describe", "prompt"), ("conversation", "messages")])
def test_the_line_that_a_run_ends_with_opens_its_export_whatever_the_dialogues(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], turns: str, column: str
) -> None:
    for name in ("HF_HUB_OFFLINE", "HF_DATASETS_OFFLINE"):
        monkeypatch.setenv(name, "1")
    import datasets

    kinds = dict.fromkeys(("describe", "conversation", "detail", "reasoning", "vqa", "negative"), 0) | {turns: 1}
    told = "{" + ", ".join(f"{kind}: {share}" for kind, share in kinds.items()) + "}"
    options = ["renderer.size=64", "engine.workers=1", "qc=[readable]", "exporter=[trl]", f"outputs={tmp_path}"]
    assert main(["ability=animal", "n=3", f"ability.animal.kinds={told}", *options]) == 0
    (line,) = (line for line in capsys.readouterr().out.splitlines() if line.startswith("  use: "))
    monkeypatch.setattr(datasets.config, "HF_DATASETS_CACHE", tmp_path / "cache")
    rows = eval(line.removeprefix("  use: "), {"datasets": datasets})
    assert len(rows) == 3 and column in rows.column_names


@pytest.mark.consumers
def test_the_header_of_the_card_is_one_that_the_hub_knows(run: Path) -> None:
    from huggingface_hub import DatasetCard

    data = DatasetCard.load(run / "export/parquet/README.md").data
    assert data.license == "apache-2.0" and data.language == ["en"] and data.size_categories == ["n<1K"]
    assert data.pretty_name == "color + joke (synthgen)"
