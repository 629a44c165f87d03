"""Reads benchmark files, whoever made them: parquet, jsonl, or a json list; one item per row."""

import base64
import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from synthgen.errors import UsageError
from synthgen.mix.leaks import Item
from synthgen.types import Turn

_QUESTION = ("question", "text", "instruction", "query", "problem", "prompt")
_ANSWER = ("answer", "answers", "target", "gpt", "gpt_answer", "output", "response", "ground_truth", "label")
_IMAGE = ("image", "images", "picture", "image_path", "image_bytes", "img")
_TALK = ("conversations", "messages")
_KEYWORDS = "keywords"
_READ = frozenset((*_QUESTION, *_ANSWER, *_IMAGE, *_TALK, _KEYWORDS))
"""Names of columns, in the order of preference; in any case. A `prompt` beside a question is a diffusion prompt."""
_LONGEST_PATH = 1000
"""A longer text is a picture itself, in base64."""
_AT_ONCE = 64
"""Rows of a parquet file that are held together: their pictures are."""


def items(paths: Iterable[Path]) -> Iterator[Item]:
    """The items of some files, one by one. Raises UsageError for a file that is not there, cannot be read, has no rows,
    or has one with nothing to compare."""
    for path in paths:
        row: Mapping[str, Any] = {}
        for number, row in _rows(path):
            item = _item(f"item {number} of {path.name}", path.parent, row)
            if not (item.turns or item.prompt or item.keywords or item.pictures):
                raise UsageError(f"{item.name} has no question, prompt or picture; its columns: {', '.join(row)}")
            yield item
        if not row:
            raise UsageError(f"{path} has no items")


def _item(name: str, folder: Path, named: Mapping[str, Any]) -> Item:
    row = {key.lower(): value for key, value in named.items()}
    asked = [key for key in _QUESTION if isinstance(row.get(key), str) and row[key].strip()]
    prompt = row["prompt"] if "prompt" in asked and ("((" in row["prompt"] or len(asked) > 1) else ""
    question = row[asked[0]] if asked and not (asked[0] == "prompt" and prompt) else ""
    answers = [answer for key in _ANSWER for answer in _texts(row.get(key))] or [""]
    turns = [Turn(question, answer) for answer in dict.fromkeys(answers)] if question else []
    turns += [turn for key in _TALK for turn in _turns(row.get(key))]
    pictures = [_picture(value, folder) for key in _IMAGE for value in _each(row.get(key))]
    return Item(name, tuple(turns), prompt, ", ".join(_texts(row.get(_KEYWORDS))), tuple(pictures))


def _picture(value: Any, folder: Path) -> bytes:
    """The bytes of a picture's file; none where the folder of the benchmark holds nothing of that name."""
    if isinstance(value, Mapping):
        return _picture(value.get("bytes") or value.get("path"), folder)
    if isinstance(value, bytes):
        return value
    text = str(value)
    try:
        if len(text) > _LONGEST_PATH or text.startswith("data:"):
            return base64.b64decode(text.partition(",")[2] if text.startswith("data:") else text)
        path = (folder / text).resolve()
        return path.read_bytes() if path.is_relative_to(folder.resolve()) else b""  # else it is somebody's own file
    except (OSError, ValueError):
        return b""


def _each(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _texts(value: Any) -> list[str]:
    """A text, or those of a list; of {"answer": text} as VQA has them, too."""
    plain = [v.get("answer") if isinstance(v, Mapping) else v for v in _each(value)]
    return [str(v) for v in plain if isinstance(v, str | int | float) and str(v).strip()]


def _turns(talk: Any) -> Iterator[Turn]:
    """Of a conversation, each question with the answer after it."""
    said = [
        (m.get("from") or m.get("role"), m.get("value") or m.get("content"))
        for m in _each(talk)
        if isinstance(m, Mapping)
    ]
    for (asks, question), (answers, answer) in pairwise(said):
        if asks in ("human", "user") and answers in ("gpt", "assistant"):
            yield Turn(_plain(question), _plain(answer))


def _plain(content: Any) -> str:
    """What a message says: a text, or blocks of which some hold text."""
    if isinstance(content, list):
        return " ".join(str(block.get("text") or "") for block in content if isinstance(block, Mapping))
    return str(content)


def _rows(path: Path) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """The rows of a file with their numbers, from 1 on; of jsonl: with the numbers of their lines."""
    try:
        if path.suffix == ".parquet":
            yield from enumerate(_parquet(path), 1)
        elif path.suffix == ".jsonl":
            with path.open(encoding="utf-8-sig") as lines:
                yield from ((number, _object(json.loads(line))) for number, line in enumerate(lines, 1) if line.strip())
        elif path.suffix == ".json":
            rows = json.loads(path.read_text(encoding="utf-8-sig"))
            if not isinstance(rows, list):
                raise ValueError("not a list")
            yield from enumerate(map(_object, rows), 1)
        else:
            raise UsageError(f"{path}: a benchmark is a .parquet, .jsonl or .json file")
    except (OSError, ValueError, pa.ArrowException) as error:
        raise UsageError(f"{path} cannot be read as a benchmark: {error}") from error


def _object(row: Any) -> Mapping[str, Any]:
    if not isinstance(row, Mapping):
        raise ValueError(f"a row is {type(row).__name__}, not an object with a question")
    return row


def _parquet(path: Path) -> Iterator[Mapping[str, Any]]:
    with pq.ParquetFile(path) as file:
        names = file.schema_arrow.names
        wanted = [name for name in names if name.lower() in _READ] or names
        for batch in file.iter_batches(batch_size=_AT_ONCE, columns=wanted):
            yield from batch.to_pylist()
