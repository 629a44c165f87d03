"""`model=file`: answers that were made elsewhere, found again by the ids of the items.

    python -m eval_bench answer items=benchmarks/real model=file model.path=answers.jsonl name=llava

Known forms, told apart row by row:

    {"question_id": id, "text": answer, "model_id": ...}                     LLaVA's model_vqa.py
    {"doc_id": 0, "target": id, "filtered_resps": answer}                    lmms-eval --log_samples
    {"item": id, "text": answer}                                             this command's own
    {"id" or "question_id": id, "answer", "text" or "prediction": answer}    anything else, csv too
"""

import csv
import io
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval_bench.asking import said, shown_of
from eval_bench.interfaces import Model
from eval_bench.types import SHOWN, Answer, Question, Shown
from synthgen.errors import UsageError
from synthgen.interfaces import Desk
from synthgen.kit.hashes import sha256

IDS = ("question_id", "item", "id", "index")
TEXTS = ("text", "prediction", "answer", "response", "output")

WORDS = ("asked", "prompt", "input")
"""Where a row says what was asked: of ours, of LLaVA, of lmms-eval."""


@dataclass(frozen=True)
class File(Model):
    """Of an id that comes twice, the last answer holds. The words that were sent are known only if the file tells them;
    the record of the answers names those of `answer`."""

    path: str
    picture: Shown

    def describe_yourself(self) -> str:
        names = {str(row["model_id"]) for row in read(Path(self.path).expanduser()) if row.get("model_id")}
        return f"{', '.join(sorted(names)) or 'answers'} (file {Path(self.path).name})"

    def identity(self) -> Mapping[str, str]:
        path = Path(self.path).expanduser()
        return {"file": sha256(path.read_bytes()), "picture": self.picture}

    @property
    def shows(self) -> Sequence[Shown]:
        return (self.picture,)

    def preflight(self) -> list[str]:
        path = Path(self.path).expanduser()
        return [] if self.path and path.is_file() else [f"model.path={self.path}: name the file of the answers"]

    def answer(self, questions: Iterable[Question], desk: Desk) -> Iterator[tuple[Question, Answer]]:
        """Tells of ids that no item has, of ids that come twice, and of items without an answer, a line each."""
        wanted = [question for question in questions if shown_of(question) == self.picture]
        known = {question.item.id: question.text for question in wanted}
        found: dict[str, str] = {}
        others: dict[str, str] = {}
        rows = twice = 0
        for rows, row in enumerate(read(Path(self.path).expanduser()), 1):
            try:
                id, text = pair(row, known)
            except UsageError as e:
                raise UsageError(f"{self.path}: row {rows}: {e}") from e
            if text is None or row.get("failed") or row.get("picture") in {*SHOWN} - {self.picture}:
                continue  # of our own rows: no answer, or one of another pass
            twice += id in found
            found[id] = text
            words = next((str(row[key]) for key in WORDS if row.get(key)), "")
            if words and id in known and words != known[id]:
                others[id] = words
        if others:
            what = next(iter(others.values()))[:80]
            desk.tell(
                f"{self.path}: {len(others):,} questions were put in other words than those of `answer`: {what!r}"
            )
        if twice:
            desk.tell(f"{self.path}: {twice:,} answers are to an item that has a later one, which holds")
        if unknown := found.keys() - known:
            desk.tell(f"{self.path}: {len(unknown):,} ids are none of the items that are asked: {sorted(unknown)[0]}")
        if lacking := [q.item.id for q in wanted if q.item.id not in found]:
            desk.tell(f"{self.path}: {len(lacking):,} items have no answer: {lacking[0]}")
        if wanted and len(lacking) == len(wanted):
            raise UsageError(f"{self.path}: none of its {rows:,} rows is an answer to one of these items")
        for question in wanted:
            if question.item.id in found:
                yield question, said(question, found[question.item.id])


def read(path: Path) -> list[Mapping[str, Any]]:
    """The rows of a file. Raises UsageError for what is neither jsonl, json nor csv."""
    try:
        text = path.read_text("utf-8-sig")
        if path.suffix.lower() == ".csv":
            return list(csv.DictReader(io.StringIO(text)))
        if path.suffix.lower() == ".json":
            content = json.loads(text)
            if isinstance(content, dict):  # {"color-real-000001": "red"}, or rows under one key
                lists = [value for value in content.values() if isinstance(value, list)]
                content = lists[0] if lists else [{"id": id, "text": said} for id, said in content.items()]
        else:
            content = [json.loads(line) for line in text.split("\n") if line.strip()]
    except (OSError, ValueError, csv.Error) as e:
        raise UsageError(f"{path} cannot be read: {e}; it has to be .jsonl, .json or .csv") from e
    if not isinstance(content, list) or not all(isinstance(row, dict) for row in content):
        raise UsageError(f"{path}: its rows have to be objects with an id and an answer")
    return content


def pair(row: Mapping[str, Any], known: Collection[str] = ()) -> tuple[str, str | None]:
    """The id of the item, one of the known if the row names one, and the answer, None where it is null.

    Raises UsageError for a row that has no place for one of them.

    lmms-eval logs the row's number as `doc_id`; an exported task of ours has the item's id as its `target`.
    """
    if isinstance(row.get("doc"), Mapping) or "doc_id" in row:  # of lmms-eval
        doc = row["doc"] if isinstance(row.get("doc"), Mapping) else row
        texts: Sequence[Any] = [row[key] for key in ("filtered_resps", "resps") if row.get(key) is not None]
        ids = [doc[key] for key in ("id", "question_id") if doc.get(key) is not None]
        ids += [row[key] for key in ("target", "doc_id") if row.get(key) is not None]
    else:
        texts = sorted((row[key] for key in TEXTS if key in row), key=lambda text: text is None)
        ids = [row[key] for key in IDS if row.get(key) is not None]
    if not ids or not texts:
        known = ", ".join(map(str, list(row)[:8]))
        raise UsageError(f"no {'answer' if ids else 'id'} that is known (it has {known}); call them id and text")
    return next((str(id) for id in ids if str(id) in known), str(ids[0])), _first(texts[0])


def _first(text: Any) -> str | None:
    """Of nested lists, the first."""
    while isinstance(text, list):
        text = text[0] if text else ""
    return None if text is None else str(text)
