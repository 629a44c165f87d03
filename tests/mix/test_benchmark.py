import base64
import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from synthgen.errors import UsageError
from synthgen.kit.pictures import encode
from synthgen.mix.benchmark import items
from synthgen.mix.leaks import Item
from synthgen.types import Turn
from tests.samples import spots

DATA = Path(os.environ.get("SYNTHGEN_DATA", Path(__file__).parents[2] / "shared" / "data"))
PICTURE = encode(spots(2))
ASKED = {"question": "What is it?", "answer": "An owl."}
TURN = Turn("What is it?", "An owl.")


def jsonl(folder: Path, *rows: Mapping[str, Any]) -> list[Item]:
    path = folder / "bench.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return [*items([path])]


def refused(paths: Sequence[Path]) -> str:
    with pytest.raises(UsageError) as error:
        [*items(paths)]
    assert "\n" not in str(error.value)
    return str(error.value)


@pytest.mark.parametrize("suffix", [".jsonl", ".json", ".parquet"])
def test_the_same_items_come_out_of_every_kind_of_file(tmp_path: Path, suffix: str) -> None:
    rows = [{**ASKED, "prompt": "((owl)), barn", "ability": "animal"}, {**ASKED, "answer": "A fox.", "prompt": None}]
    path = tmp_path / f"bench{suffix}"
    if suffix == ".parquet":
        pq.write_table(pa.Table.from_pylist(rows), path)
    else:
        lines = [json.dumps(row) for row in rows]
        path.write_text("\n".join(lines) if suffix == ".jsonl" else f"[{','.join(lines)}]", encoding="utf-8-sig")
    name = f"bench{suffix}"
    assert [*items([path])] == [
        Item(f"item 1 of {name}", (TURN,), "((owl)), barn"),
        Item(f"item 2 of {name}", (Turn("What is it?", "A fox."),)),
    ]


@pytest.mark.parametrize(
    "row",
    [
        {"text": "What is it?", "target": "An owl."},
        {"Question": "What is it?", "Answer": "An owl."},
        {"instruction": "What is it?", "output": "An owl."},
        {"prompt": "What is it?", "gpt": "An owl."},
        {"question": "What is it?", "answers": ["An owl.", "An owl."]},
        {"question": "What is it?", "answers": [{"answer": "An owl.", "confidence": "yes"}]},
        {"conversations": [{"from": "human", "value": "What is it?"}, {"from": "gpt", "value": "An owl."}]},
        {
            "messages": [
                {"role": "system", "content": "You see."},
                {"role": "user", "content": [{"type": "image"}, {"type": "text", "text": "What is it?"}]},
                {"role": "assistant", "content": "An owl."},
            ]
        },
    ],
)
def test_columns_may_have_other_names(tmp_path: Path, row: Mapping[str, Any]) -> None:
    (item,) = jsonl(tmp_path, row)
    assert [(turn.question.strip(), turn.answer) for turn in item.turns] == [("What is it?", "An owl.")]
    assert item.prompt == ""


@pytest.mark.parametrize("column", ["image_1", "decoded_image", "photo"])
def test_bytes_are_a_picture_whatever_their_column_is_called(tmp_path: Path, column: str) -> None:
    for value in (PICTURE, {"bytes": PICTURE, "path": None}, [{"bytes": PICTURE, "path": "x.jpg"}]):
        pq.write_table(pa.Table.from_pylist([{**ASKED, column: value, "image_2": None}]), tmp_path / "b.parquet")
        assert [(item.turns, item.pictures) for item in items([tmp_path / "b.parquet"])] == [((TURN,), (PICTURE,))]


def test_columns_may_lie_in_a_column(tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = [
        {"item": {**ASKED, "image": {"bytes": PICTURE, "path": None}}, "meta": {"prompt": "((owl)), barn", "text": 0.9}}
    ]
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "b.parquet")
    assert [*items([tmp_path / "b.parquet"])] == [Item("item 1 of b.parquet", (TURN,), "((owl)), barn", "", (PICTURE,))]


@pytest.mark.parametrize("options", [{"options": ["a fox", "an owl"]}, {"A": "a fox", "B": "an owl"}])
def test_a_choice_is_read_with_its_options_and_with_the_right_one(tmp_path: Path, options: Mapping[str, Any]) -> None:
    (item,) = jsonl(tmp_path, {"question": "What is it?", "answer": "B", **options})
    told = "What is it? A. a fox B. an owl"
    assert item.turns == (
        Turn("What is it?", "B"), Turn(told, "B"), Turn("What is it?", "an owl"), Turn(told, "an owl")
    )  # fmt: skip


def test_an_answer_or_a_caption_without_a_question_is_a_turn(tmp_path: Path) -> None:
    found = jsonl(tmp_path, {"answer": "An owl."}, {"captions": ["An owl.", "A bird."]}, {"question": ["Why?", "Who?"]})
    assert [item.turns for item in found] == [
        (Turn("", "An owl."),),
        (Turn("", "An owl."), Turn("", "A bird.")),
        (Turn("Why?", ""), Turn("Who?", "")),
    ]


def test_a_prompt_that_may_be_a_question_or_keywords_is_both(tmp_path: Path) -> None:
    item, asked = jsonl(tmp_path, {"prompt": "red owl, barn, 8k"}, {"prompt": "What is it, and where?"})
    assert (item.turns, item.prompt, item.keywords) == ((Turn("red owl, barn, 8k", ""),), "", "red owl, barn, 8k")
    assert asked.keywords == ""


def test_rows_of_windows_and_endings_in_capitals_are_read(tmp_path: Path) -> None:
    path = tmp_path / "b.JSONL"
    path.write_bytes(b'\xef\xbb\xbf{"question": "What is it?", "answer": "An owl."}\r\n\r\n{"answer": "A fox."}\r\n')
    assert [item.name for item in items([path])] == ["item 1 of b.JSONL", "item 3 of b.JSONL"]


def test_several_right_answers_are_several_turns(tmp_path: Path) -> None:
    (item,) = jsonl(tmp_path, {"question": "How many?", "answer": ["2", "two"], "keywords": ["two", "pair"]})
    assert item.turns == (Turn("How many?", "2"), Turn("How many?", "two"))
    assert item.keywords == "two, pair"


def test_a_prompt_in_double_brackets_is_never_a_question(tmp_path: Path) -> None:
    (item,) = jsonl(tmp_path, {"prompt": "((owl)), barn"})
    assert (item.turns, item.prompt) == ((), "((owl)), barn")


@pytest.mark.parametrize("nested", [True, False])
def test_pictures_come_as_bytes_in_parquet(tmp_path: Path, nested: bool) -> None:
    value: Any = {"bytes": PICTURE, "path": None} if nested else PICTURE
    pq.write_table(pa.Table.from_pylist([{**ASKED, "image": value}] * 150), tmp_path / "b.parquet")
    found = [*items([tmp_path / "b.parquet"])]
    assert len(found) == 150 and found[149].name == "item 150 of b.parquet"
    assert {item.pictures for item in found} == {(PICTURE,)}


def test_pictures_come_as_paths_beside_the_file_or_in_base64(tmp_path: Path) -> None:
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "a.jpg").write_bytes(PICTURE)
    text = base64.b64encode(PICTURE).decode()
    rows = [{"image": "images/a.jpg"}, {"image": f"data:image/jpeg;base64,{text}"}, {"image": text}]
    rows += [{"image": {"path": "images/a.jpg"}}, {"image": text.rstrip("=")}]
    assert [item.pictures for item in jsonl(tmp_path, *rows)] == [(PICTURE,)] * 5
    tiny = encode(np.zeros((8, 8, 3), np.uint8), "png")
    (item,) = jsonl(tmp_path, {"image": base64.b64encode(tiny).decode()})
    assert item.pictures == (tiny,) and len(tiny) < 100
    (item,) = jsonl(tmp_path, {"images": ["images/a.jpg", "images/a.jpg"]})
    assert item.pictures == (PICTURE, PICTURE)


@pytest.mark.parametrize(
    "path",
    [
        "gone.jpg",
        "../secret.jpg",
        "/etc/hostname",
        "link.jpg",
        "a\0.jpg",
        "x" * 900,
        "images",
        "pipe.jpg",
        7,
        "data:,%%%",
    ],
)
def test_a_picture_that_is_not_in_the_folder_is_none_and_stays_counted(tmp_path: Path, path: str) -> None:
    folder = tmp_path / "bench"
    (folder / "images").mkdir(parents=True)
    (tmp_path / "secret.jpg").write_bytes(PICTURE)
    (folder / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    os.mkfifo(folder / "pipe.jpg")
    (item,) = jsonl(folder, {**ASKED, "image": path})
    assert item.pictures == (b"",)
    assert item.turns == (TURN,)


def test_what_cannot_be_a_benchmark_is_refused_in_one_line(tmp_path: Path) -> None:
    for name, text, why in [
        ("a.jsonl", "", "a.jsonl has no items"),
        ("b.json", "[]", "b.json has no items"),
        ("c.json", '{"question": 1}', "not a list"),
        ("d.json", "[", "cannot be read"),
        ("e.jsonl", '{"question": "x"}\n[1]\n', "line 2 is list"),
        (
            "f.jsonl",
            '{"id": 1, "score": 2}\n',
            "item 1 of f.jsonl has no question, prompt or picture; its columns: id, score",
        ),
        ("g.parquet", "no parquet", "cannot be read"),
        ("h.tsv", "", "is a .parquet, .jsonl or .json file"),
        ("i.jsonl", "\xff", "cannot be read"),
        ("j.jsonl", '{"question": "x"}\n\n{"question":\n', "line 3 is no JSON"),
        ("k.jsonl", "[" * 100_000, "line 1 is no JSON"),
        ("l.json", "[" * 100_000, "cannot be read"),
    ]:
        (tmp_path / name).write_bytes(text.encode("latin-1"))
        assert why in refused([tmp_path / name])
    assert "cannot be read" in refused([tmp_path / "gone.jsonl"])


@pytest.mark.skipif(not (DATA / "llava").is_dir(), reason="LLaVA's files are not here")
@pytest.mark.parametrize(
    ("name", "turns", "pictures"),
    [
        ("llava/coco2014_val_gpt4_qa_30x3.jsonl", 90, 90),
        ("llava/qa90_questions.jsonl", 90, 90),
        ("llava/qa90_gpt4_answer.jsonl", 90, 0),
        ("stablellava/color.json", 1983, 1983),
    ],
)
def test_published_files_are_read_whole(name: str, turns: int, pictures: int) -> None:
    found = [*items([DATA / name])]
    assert sum(len(item.turns) for item in found) == turns
    assert sum(len(item.pictures) for item in found) == pictures


@pytest.mark.skipif(not (DATA / "llamafactory").is_dir(), reason="LLaMA-Factory's demo is not here")
def test_a_conversation_file_with_its_pictures_is_a_benchmark_too() -> None:
    found = [*items([DATA / "llamafactory" / "mllm_demo.json"])]
    assert len(found) == 6
    assert all(item.pictures and all(item.pictures) for item in found)
    assert found[0].turns[0] == Turn("<image>Who are they?", "They're Kane and Gretzka from Bayern Munich.")
