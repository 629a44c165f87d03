"""Reads benchmark files, whoever made them: parquet, jsonl, or a json list; one item per row."""

import base64
import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from synthgen.errors import UsageError
from synthgen.mix.leaks import Item
from synthgen.types import Turn

_QUESTION = ("question", "text", "instruction", "query", "problem", "prompt")
_ANSWER = (
    *("answer", "answers", "target", "gpt", "gpt_answer", "output", "response", "ground_truth", "label"),
    *("caption", "captions"),
)
_OPTIONS = ("options", "choices", *"abcdefgh")
_IMAGE = ("image", "images", "picture", "image_path", "image_bytes", "img", "file_name")
_TALK = ("conversations", "messages")
_KEYWORDS = "keywords"
"""Names of columns, in the order of preference; in any case. A `prompt` beside a question is a diffusion prompt."""
_BASE64 = ("data:", "/9j/", "iVBOR", "UklGR")
"""What a picture in base64 begins with: its type, or the first bytes of a JPEG, a PNG, a WebP."""
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
    inner = {key: value for part in named.values() if _is_group(part) for key, value in part.items()}
    row = {str(key).lower(): value for key, value in (inner | dict(named)).items()}
    asked = {key: texts for key in _QUESTION if (texts := [t for t in _each(row.get(key)) if isinstance(t, str) and t])}
    prompt = ", ".join(asked.get("prompt", ()))
    is_question = prompt and "((" not in prompt and len(asked) == 1
    keywords = _texts(row.get(_KEYWORDS))
    if is_question and "," in prompt and "?" not in prompt:
        keywords.append(prompt)  # it may be either
    questions = next((texts for key, texts in asked.items() if key != "prompt" or is_question), [])
    turns = [*_single(questions, row), *(turn for key in _TALK for turn in _turns(row.get(key)))]
    shown = [value for key, value in row.items() if key in _IMAGE or any(map(_is_file, _each(value)))]
    pictures = [_picture(value, folder) for values in shown for value in _each(values)]
    return Item(name, tuple(turns), "" if is_question else prompt, ", ".join(keywords), tuple(pictures))


def _single(questions: list[str], row: Mapping[str, Any]) -> Iterator[Turn]:
    """The questions with each right answer; of a choice also with its options, and with the text of the right one."""
    answers = [answer for key in _ANSWER for answer in _texts(row.get(key))]
    options = [option for key in _OPTIONS for option in _texts(row.get(key))]
    letters = {chr(ord("A") + i): option for i, option in enumerate(options)}
    chosen = [letters[answer] for answer in answers if answer in letters]
    for question, answer in product(questions or [""], dict.fromkeys([*answers, *chosen] or [""])):
        if question or answer:
            yield Turn(question, answer)
        if question and options:
            yield Turn(" ".join([question, *(f"{letter}. {option}" for letter, option in letters.items())]), answer)


def _is_group(value: Any) -> bool:
    """{"item": {"question": ...}}: columns in a column; a picture is none."""
    return isinstance(value, Mapping) and not {"bytes", "path"} & value.keys()


def _is_file(value: Any) -> bool:
    """Bytes are a picture, whatever their column is called: `image_1`, `decoded_image`."""
    return isinstance(value, bytes) or (isinstance(value, Mapping) and isinstance(value.get("bytes"), bytes))


def _picture(value: Any, folder: Path) -> bytes:
    """The bytes of a picture's file; none where the folder of the benchmark holds nothing of that name."""
    if isinstance(value, Mapping):
        return _picture(value.get("bytes") or value.get("path"), folder)
    if isinstance(value, bytes):
        return value
    text = str(value)
    try:
        if text.startswith(_BASE64):
            return base64.b64decode((text.partition(",")[2] if text.startswith("data:") else text) + "==")
        path = (folder / text).resolve()
        inside = path.is_relative_to(folder.resolve())  # else it is somebody's own file
        return path.read_bytes() if inside and path.is_file() else b""
    except (OSError, ValueError):
        return b""


def _each(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _texts(value: Any) -> list[str]:
    """A text, or those of a list, or of an object; of {"answer": text} as VQA has them, too."""
    values = [*value.values()] if isinstance(value, Mapping) else _each(value)
    plain = [v.get("answer") if isinstance(v, Mapping) else v for v in values]
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
    kind = path.suffix.lower()
    try:
        if kind == ".parquet":
            yield from enumerate(_parquet(path), 1)
        elif kind == ".jsonl":
            with path.open("rb") as lines:
                yield from ((number, _loaded(line, number)) for number, line in enumerate(lines, 1) if line.strip())
        elif kind == ".json":
            rows = json.loads(path.read_bytes())
            if not isinstance(rows, list):
                raise ValueError("not a list")
            yield from ((number, _object(row, f"row {number}")) for number, row in enumerate(rows, 1))
        else:
            raise UsageError(f"{path}: a benchmark is a .parquet, .jsonl or .json file")
    except (OSError, ValueError, RecursionError, pa.ArrowException) as error:
        raise UsageError(f"{path} cannot be read as a benchmark: {error}; mend it") from error


def _loaded(line: bytes, number: int) -> Mapping[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"line {number} is no JSON ({error})") from error
    return _object(row, f"line {number}")


def _object(row: Any, where: str) -> Mapping[str, Any]:
    if not isinstance(row, Mapping):
        raise ValueError(f"{where} is {type(row).__name__}, not an object with a question")
    return row


def _parquet(path: Path) -> Iterator[Mapping[str, Any]]:
    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(batch_size=_AT_ONCE):
            yield from batch.to_pylist()
