"""`llm=replay`: prompts and dialogues that exist already, in a StableLLaVA file or a run of synthgen.

    python -m synthgen ability=animal llm=replay llm.path=animal.json n=500

Row i becomes sample i; texts are kept as they are (but for the `<image>` tag, which the exporters place).
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar

import pyarrow.parquet as pq

from synthgen.errors import UsageError
from synthgen.interfaces import LLM, Desk, Model
from synthgen.kit.hashes import stable_hash
from synthgen.types import Reject, Reply, Request

NEEDED = ("prompt", "question", "answer")


@dataclass(frozen=True)
class Row:
    """A prompt and its dialogue, as they were found."""

    prompt: str
    turns: tuple[tuple[str, str], ...]
    kind: str = "describe"
    claims: tuple[Mapping[str, str], ...] = ()
    language: str = "en"
    translated: tuple[Mapping[str, str], ...] = ()
    """The turns in English, where `language` is another."""


@dataclass(frozen=True)
class Replay(LLM):
    """Reads `path`: a json list of {"prompt", "question", "answer"} rows, or the folder of a run."""

    path: str = ""
    verbatim: ClassVar[bool] = True

    def describe_yourself(self) -> str:
        return f"replay of {Path(self.path).name}"

    def models(self) -> Sequence[Model]:
        return [Model(self.describe_yourself())]

    def identity(self) -> Mapping[str, str]:
        return {
            "kind": "Replay",
            "content": stable_hash({a: [[r.prompt, r.turns] for r in rows] for a, rows in self._rows.items()}),
        }

    def preflight(self) -> list[str]:
        if not self.path:
            return ["llm=replay needs a file: pass llm.path=<a StableLLaVA json file, or the folder of a run>"]
        try:
            return [] if any(self._rows.values()) else [f"llm.path={self.path} holds no rows"]
        except UsageError as e:
            return list(e.mistakes)

    def supply(self, ability: str) -> int | None:
        return len(self._of(ability))

    def complete(self, requests: Iterable[Request], desk: Desk) -> Iterator[Reply | Reject]:
        for request in requests:
            rows = self._of(request.slot.ability)
            if request.slot.number >= len(rows):
                yield Reject(request.slot.id, "prompt", "no more rows", f"{len(rows)} in {self.path}")
                continue
            row = rows[request.slot.number]
            turns = [{"question": question, "answer": answer} for question, answer in row.turns]
            content = (
                {"text": row.prompt}
                if request.prompt is None
                else {
                    "turns": turns,
                    "claims": row.claims,
                    "kind": row.kind,
                    "language": row.language,
                    "translated": row.translated,
                }
            )
            yield Reply(request.key, request.slot.id, json.dumps(content), "replay")

    def _of(self, ability: str) -> tuple[Row, ...]:
        """A file serves whatever ability is asked for; a run serves its own."""
        return self._rows.get(ability) or self._rows.get("", ())

    @cached_property
    def _rows(self) -> Mapping[str, tuple[Row, ...]]:
        path = Path(self.path)
        if path.is_dir():
            return _read_run(path)
        return {"": tuple(_read_file(path))}


def _read_file(path: Path) -> Iterator[Row]:
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise UsageError(f"llm.path={path} does not exist") from None
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as e:
        raise UsageError(f"llm.path={path} is not a json file: {e}") from None
    if not isinstance(content, list):
        raise UsageError(f"llm.path={path} holds a json {type(content).__name__}, not a list of rows")
    for number, row in enumerate(content):
        yield _row(path, number, row)


def _row(path: Path, number: int, row: Any) -> Row:
    if not isinstance(row, dict):
        raise UsageError(f"llm.path={path}: row {number} is not an object with {', '.join(NEEDED)}")
    for name in NEEDED:
        if not isinstance(row.get(name), str) or not row[name].strip():
            raise UsageError(f"llm.path={path}: row {number} has no text in {name!r}; it needs {', '.join(NEEDED)}")
    return Row(row["prompt"].strip(), ((_untagged(row["question"]), row["answer"].strip()),))


def _untagged(question: str) -> str:
    return question.replace("<image>", "").strip()


def _read_run(folder: Path) -> Mapping[str, tuple[Row, ...]]:
    """The kept samples of a run, in index order, by ability."""
    if not (folder / "selection.parquet").exists():
        raise UsageError(f"llm.path={folder} is not the folder of a finished run: it has no selection.parquet")
    kept = {r["id"] for r in pq.read_table(folder / "selection.parquet").to_pylist() if r["kept"]}
    prompts = _columns(folder / "prompts", ["text"], kept)
    dialogues = _columns(folder / "dialogues", ["turns", "kind", "claims", "language", "translated"], kept)
    rows: dict[str, list[Row]] = {}
    for id in sorted(kept):
        found = dialogues[id]
        turns = tuple((t["question"], t["answer"]) for t in found["turns"])
        claims, translated = tuple(found["claims"]), tuple(found["translated"] or ())
        row = Row(prompts[id]["text"], turns, found["kind"], claims, found["language"] or "en", translated)
        rows.setdefault(id.rpartition("-")[0], []).append(row)
    return {ability: tuple(row) for ability, row in rows.items()}


def _columns(folder: Path, columns: list[str], kept: set[str]) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for path in sorted(folder.rglob("*.parquet")):  # later indices lie in folders of their own
        file = pq.ParquetFile(path)
        known = [column for column in columns if column in file.schema_arrow.names]  # older runs have fewer
        for row in file.read(["id", *known]).to_pylist():
            if row["id"] in kept:
                found.setdefault(row["id"], dict.fromkeys(columns) | row)
    return found
