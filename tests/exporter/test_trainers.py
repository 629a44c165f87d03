"""Trainers' own loaders read every row that we write, whole: LLaVA, LLaMA-Factory, ms-swift, axolotl."""

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from synthgen.types import DialogueKind, Record
from tests.exporter.readers.told import MARK
from tests.exporter.shapes import TURNS, export, said, shapes
from tests.exporter.test_llava import of_kind

pytestmark = [pytest.mark.trainers, pytest.mark.timeout(600)]

ROOT = Path(__file__).parents[2]
LISTS = ("llava", "llava_pretrain", "sharegpt", "swift", "axolotl")
KINDS = "{describe: 1, conversation: 1, detail: 0, reasoning: 0, vqa: 1, negative: 1}"
RUN = (
    *("ability=[animal,joke]", "n=8", "renderer.size=64", "qc=[readable]", "engine.workers=1", "name=run"),
    *(f"ability.animal.kinds={KINDS}", f"exporter=[{','.join(LISTS)}]"),
)


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The exports of a run of the embedded backends, with dialogues of one turn and of several."""
    folder = tmp_path_factory.mktemp("embedded")
    command = [sys.executable, "-m", "synthgen", *RUN]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, env=os.environ | {"PYTHONPATH": str(ROOT)}
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return folder / "outputs/run/export"


def read_by(trainer: str, *words: str | Path) -> list[dict[str, Any]]:
    """What a trainer's loader makes of an export, in a process of its own."""
    command = [sys.executable, "-m", f"tests.exporter.readers.{trainer}", *map(str, words)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=500)
    assert done.returncode == 0, done.stderr[-2000:]
    (told,) = [line for line in done.stdout.splitlines() if line.startswith(MARK)]
    return list(json.loads(told.removeprefix(MARK)))


def in_llava_form(export: Path, name: str = "llava") -> list[dict[str, Any]]:
    """The rows of a run as our own reader has them, to compare with."""
    return list(json.loads((export / name / f"{name}.json").read_text(encoding="utf-8")))


def texts_of(row: dict[str, Any]) -> list[str]:
    return [turn["value"] for turn in row["conversations"]]


def tagged(record: Record) -> list[str]:
    first, *others = said(record)
    return ["<image>\n" * len(record.pictures) + first, *others]


def check_turns(rows: list[dict[str, Any]]) -> None:
    """That nothing is missing: a loader that finds fault with a row empties it, and trains on."""
    for row in rows:
        assert row["roles"] == ["user", "assistant"] * (len(row["said"]) // 2) != [] and all(row["said"])


def read_messages(trainer: str, exports: Path, cache: Path) -> list[dict[str, Any]]:
    if trainer == "llamafactory":
        return read_by(trainer, exports / "sharegpt", "synthgen", cache)
    return read_by(trainer, exports / "swift/swift.jsonl", cache)


@pytest.mark.parametrize("trainer", ["llamafactory", "swift"])
def test_a_loader_of_messages_gets_every_text_and_every_picture(trainer: str, tmp_path: Path) -> None:
    for name in ("sharegpt", "swift"):
        export(name, tmp_path / name, shapes())
    rows = read_messages(trainer, tmp_path, tmp_path / "cache")
    check_turns(rows)
    assert [row["said"] for row in rows] == [tagged(made) for made in shapes()]
    assert [row["pictures"] for row in rows] == [[[64, 48]] * len(made.pictures) for made in shapes()]


@pytest.mark.parametrize("trainer", ["llamafactory", "swift"])
def test_a_loader_of_messages_gets_a_whole_run(trainer: str, embedded: Path, tmp_path: Path) -> None:
    rows = read_messages(trainer, embedded, tmp_path / "cache")
    check_turns(rows)
    expected = [texts_of(row) for row in in_llava_form(embedded)]
    assert [row["said"] for row in rows] == expected and len(expected) == 16
    assert {len(texts) for texts in expected} >= {2, 6} and all(row["pictures"] == [[64, 64]] for row in rows)


def test_ms_swift_reads_the_list_of_llava_too(tmp_path: Path) -> None:
    made = [one for one in shapes() if len(one.pictures) < 2]
    export("llava", tmp_path / "llava", made)
    rows = read_by("swift", tmp_path / "llava/llava.json", tmp_path / "cache")
    check_turns(rows)
    assert [row["said"] for row in rows] == [tagged(one) for one in made]
    assert [len(row["pictures"]) for row in rows] == [len(one.pictures) for one in made]


def test_axolotl_gets_every_text_and_every_picture(tmp_path: Path) -> None:
    export("axolotl", tmp_path / "axolotl", shapes())
    rows = read_by("axolotl", tmp_path / "axolotl/axolotl.jsonl", tmp_path / "cache")
    check_turns(rows)
    assert [row["said"] for row in rows] == [said(made) for made in shapes()]
    assert [row["pictures"] for row in rows] == [row["image_tokens"] for row in rows] == [1, 1, 2, 0, 1]
    for row, made in zip(rows, shapes(), strict=True):
        assert all(text in row["learned"] for text in said(made)) and "<image>" not in row["learned"]


def test_axolotl_gets_a_whole_run(embedded: Path, tmp_path: Path) -> None:
    rows = read_by("axolotl", embedded / "axolotl/axolotl.jsonl", tmp_path / "cache")
    check_turns(rows)
    expected = [texts_of(row) for row in in_llava_form(embedded)]
    assert [["<image>\n" + row["said"][0], *row["said"][1:]] for row in rows] == expected
    assert [(row["pictures"], row["image_tokens"]) for row in rows] == [(1, 1)] * 16


@pytest.fixture(scope="module")
def checkout() -> Path:
    """A checkout of LLaVA, of one's own or as it lies in the environment of trainers."""
    found = importlib.util.find_spec("llava")
    installed = found.submodule_search_locations[0] if found and found.submodule_search_locations else None
    named = os.environ.get("SYNTHGEN_LLAVA_DIR") or (installed and str(Path(installed).parent))
    if not named:
        pytest.skip("no LLaVA here; name the folder of a checkout in SYNTHGEN_LLAVA_DIR")
    return Path(named)


def test_llava_learns_every_answer_and_sees_every_picture(checkout: Path, tmp_path: Path) -> None:
    made = [one for one in shapes() if len(one.pictures) < 2]
    export("llava", tmp_path, made)
    rows = read_by("llava", checkout, "v1", tmp_path / "llava.json")
    assert [row["learned"] for row in rows] == [[f"{text}</s>" for text in said(one)[1::2]] for one in made]
    assert [row["image_tokens"] for row in rows] == [len(one.pictures) for one in made]
    assert [row["has_picture"] for row in rows] == [not row["blank"] for row in rows] == [True, True, False, True]
    assert all(row["shape"] == [1, 3, 28, 28] for row in rows)


def test_llava_learns_every_answer_of_a_run(checkout: Path, embedded: Path) -> None:
    rows = read_by("llava", checkout, "v1", embedded / "llava/llava.json")
    expected = [[f"{text}</s>" for text in texts_of(row)[1::2]] for row in in_llava_form(embedded)]
    assert [row["learned"] for row in rows] == expected and len(rows) == 16
    assert all(row["image_tokens"] == 1 and not row["blank"] for row in rows)


def test_llava_learns_every_caption_in_its_first_stage(checkout: Path, tmp_path: Path) -> None:
    kinds: tuple[DialogueKind, ...] = ("describe", "conversation", "vqa")
    export("llava_pretrain", tmp_path, [of_kind(i, kind, *TURNS) for i, kind in enumerate(kinds)])
    rows = read_by("llava", checkout, "plain", tmp_path / "llava_pretrain.json")
    assert [row["learned"] for row in rows] == [["A balloon.\n"], ["A balloon.\n"]]
    assert all(row["image_tokens"] == 1 and not row["blank"] for row in rows)


def test_llava_learns_the_captions_of_a_run_in_its_first_stage(checkout: Path, embedded: Path) -> None:
    rows = read_by("llava", checkout, "plain", embedded / "llava_pretrain/llava_pretrain.json")
    expected = [[texts_of(row)[1] + "\n"] for row in in_llava_form(embedded, "llava_pretrain")]
    assert [row["learned"] for row in rows] == expected and 4 < len(rows) < 16
    assert all(row["image_tokens"] == 1 and not row["blank"] for row in rows)
