"""croissant.json as mlcroissant itself reads and writes it."""

import io
import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from PIL import Image

from synthgen.card.croissant import FILE, croissant
from synthgen.card.watched import Watched, Written
from synthgen.exporter.parquet import Parquet
from synthgen.exporting import written
from tests.samples import Files, record

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of what mlcroissant stands on
SUBSETS = {"default": "data/train-*.parquet"}


def metadata(files: list[Written], subsets: dict[str, str], languages: tuple[str, ...] = ("en",)) -> bytes:
    license = "https://www.apache.org/licenses/LICENSE-2.0"
    return croissant("color", "pictures with dialogues", license, ["synthetic", "color"], languages, files, subsets)


def exported(folder: Path, count: int = 5) -> list[Written]:
    target = Watched(Files(folder), SUBSETS)
    written("parquet", Parquet(1), (record(i, format=("jpg", "png", "webp")[i % 3]) for i in range(count)), target)
    (folder / FILE).write_bytes(metadata(target.files, SUBSETS))
    return target.files


def test_files_stand_with_their_bytes_and_columns_with_their_types(tmp_path: Path) -> None:
    (file,) = exported(tmp_path)
    told = json.loads((tmp_path / FILE).read_text())
    shard, some = told["distribution"]
    assert shard["sha256"] == file.sha256 and shard["contentSize"] == f"{file.size} B"
    assert shard["contentUrl"] == "data/train-00000.parquet" and some["includes"] == "data/train-*.parquet"
    fields = {field["name"]: field for field in told["recordSet"][0]["field"]}
    assert fields["image"]["dataType"] == "sc:ImageObject" and fields["id"]["dataType"] == "sc:Text"
    assert [part["name"] for part in fields["conversations"]["subField"]] == ["from", "value"]


def test_lists_and_other_files_have_no_columns_to_tell() -> None:
    told = json.loads(metadata([Written("llava.json", 7, "0" * 64)], {}))
    assert "recordSet" not in told
    assert [(one["name"], one["encodingFormat"]) for one in told["distribution"]] == [
        ("llava.json", "application/json")
    ]


def test_nothing_in_it_says_when_it_was_made(tmp_path: Path) -> None:
    for name in ("one", "other"):
        exported(tmp_path / name)
    assert (tmp_path / "one" / FILE).read_bytes() == (tmp_path / "other" / FILE).read_bytes()
    assert "date" not in (tmp_path / "one" / FILE).read_text()


def read(path: Path) -> Any:
    mlcroissant = pytest.importorskip("mlcroissant")
    found = mlcroissant.Dataset(str(path))
    assert not found.metadata.ctx.issues.errors
    return found


@pytest.mark.consumers
def test_the_library_reads_every_record_back(tmp_path: Path) -> None:
    exported(tmp_path)
    rows = pq.read_table(tmp_path / "data/train-00000.parquet").to_pylist()
    found = list(read(tmp_path / FILE).records("default"))
    assert len(found) == len(rows) == 5
    for one, row in zip(found, rows, strict=True):
        assert one["default/id"].decode() == row["id"] and one["default/prompt"].decode() == row["prompt"]
        said = [
            (turn["default/conversations/from"].decode(), turn["default/conversations/value"].decode())
            for turn in one["default/conversations"]
        ]
        assert said == [(turn["from"], turn["value"]) for turn in row["conversations"]]
        with Image.open(io.BytesIO(row["image"]["bytes"])) as stored:
            assert one["default/image"].convert("RGB").tobytes() == stored.convert("RGB").tobytes()


@pytest.mark.consumers
@pytest.mark.parametrize("languages", [("en",), ("de", "en")])
def test_the_library_would_write_the_same(tmp_path: Path, languages: tuple[str, ...]) -> None:
    files = exported(tmp_path)
    (tmp_path / FILE).write_bytes(metadata(files, SUBSETS, languages))
    assert read(tmp_path / FILE).metadata.to_json() == json.loads((tmp_path / FILE).read_text())


@pytest.mark.consumers
def test_a_form_without_columns_is_read_too(tmp_path: Path) -> None:
    target = Watched(Files(tmp_path), {})
    with target.open("llava.json") as file:
        file.write(b"[]")
    (tmp_path / FILE).write_bytes(metadata(target.files, {}))
    found = read(tmp_path / FILE)
    assert [one.id for one in found.metadata.file_objects] == ["llava.json"]
    assert found.metadata.to_json() == json.loads((tmp_path / FILE).read_text())


@pytest.mark.consumers
def test_columns_of_every_kind_are_described_as_far_as_croissant_can(tmp_path: Path) -> None:
    """Several pictures of a row are a list of them; lists inside of structs are left out."""
    picture = pa.struct([("bytes", pa.binary()), ("path", pa.string())])
    parts = pa.list_(pa.struct([("type", pa.string()), ("text", pa.string())]))
    schema = pa.schema(
        [
            ("id", pa.string()),
            ("images", pa.list_(picture)),
            ("keywords", pa.list_(pa.string())),
            ("words", pa.int64()),
            ("score", pa.float64()),
            ("kept", pa.bool_()),
            ("messages", pa.list_(pa.struct([("role", pa.string()), ("content", parts)]))),
        ]
    )
    data = record(0).pictures[0].data
    row = {"id": "x", "images": [{"bytes": data, "path": "0.jpg"}] * 2, "keywords": ["red", "balloon"], "words": 3}
    row |= {"score": 0.5, "kept": True, "messages": [{"role": "user", "content": [{"type": "text", "text": "?"}]}]}
    target = Watched(Files(tmp_path), {"multi": "data/multi-*.parquet"})
    with target.open("data/multi-00000.parquet") as file:
        pq.write_table(pa.Table.from_pylist([row], schema=schema), file)
    (tmp_path / FILE).write_bytes(metadata(target.files, {"multi": "data/multi-*.parquet"}))
    found = read(tmp_path / FILE)
    (one,) = found.records("multi")
    assert [image.size for image in one["multi/images"]] == [(64, 48)] * 2
    assert [word.decode() for word in one["multi/keywords"]] == ["red", "balloon"]
    assert (one["multi/words"], one["multi/score"], one["multi/kept"]) == (3, 0.5, True)
    assert [turn["multi/messages/role"].decode() for turn in one["multi/messages"]] == ["user"]
    assert found.metadata.to_json() == json.loads((tmp_path / FILE).read_text())
