"""Data sets of several makes as rows of one form: run folders, StableLLaVA, LLaVA and question-answer files."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from synthgen.errors import UsageError
from synthgen.kit.diversity import DataSet, Row
from synthgen.kit.persons import person_in, person_of
from synthgen.records import candidates
from synthgen.store import Store
from synthgen.types import Dialogue, Prompt, Turn

IMAGE = "<image>"
QUESTIONS, ANSWERS = ("human", "user"), ("gpt", "assistant")
"""Who asks and who answers, in the words of several formats; what anybody else says (a system) is left out."""
KINDS = ("kind", "type", "category")
"""Keys under which formats say what kind of dialogue a row holds."""


def read(place: str, every: bool = False) -> DataSet:
    """The data set of a run folder or of a JSON file.

    Of a run: the kept samples, or with `every` all candidates whose prompt could be read, rejected later or not.
    Raises UsageError, with the fix, for what is missing, is no data set, has no rows or a row without texts.
    """
    path = Path(place)
    if not path.exists():
        raise UsageError(
            f"{place} does not exist; data= takes run folders and JSON files: data=[outputs/joke,animal.json]"
        )
    rows = list(_of_run(path, every) if path.is_dir() else _of_file(path))
    if not rows:
        fix = "let the run finish, or pass all=true" if path.is_dir() else "pass a file that has some"
        raise UsageError(f"{place} has no rows to compare; {fix}")
    return DataSet(path.resolve().name if path.is_dir() else path.stem, rows)


def _of_run(folder: Path, every: bool) -> Iterator[Row]:
    store = Store(folder)
    if store.read_json("run.json") is None:
        raise UsageError(f"{folder} is not the folder of a run: it has no run.json; name a run folder or a JSON file")
    verdicts = store.read_selection()
    kept = {str(v["id"]) for v in verdicts if v["kept"]}
    abilities = {path.name.rsplit("-", 2)[0] for path in (folder / "prompts").glob("*.parquet")}
    for ability in sorted(abilities):
        for c in candidates(store, ability, {}):
            if isinstance(c.prompt, Prompt) and (every or c.id in kept):
                said = c.dialogue if isinstance(c.dialogue, Dialogue) else None
                yield Row(
                    c.prompt.text,
                    said.turns if said else (),
                    said.kind if said else "",
                    said.language if said else "",
                    person_of(c.prompt),
                )


def _of_file(path: Path) -> Iterator[Row]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as e:
        raise UsageError(f"{path} cannot be read ({e}); pass a JSON file in UTF-8") from e
    found = _lines(path, text) if path.suffix in (".jsonl", ".ndjson") else _loaded(path, text, "")
    if not isinstance(found, list):
        raise UsageError(
            f"{path} holds no list of rows; it has to begin with [, or to be .jsonl with a row in each line"
        )
    for number, row in enumerate(found, 1):
        if not isinstance(row, dict):
            raise UsageError(f"{path}: row {number} is no object with keys such as prompt, question and answer")
        yield _row(row, f"{path}: row {number}")


def _lines(path: Path, text: str) -> list[Any]:
    return [_loaded(path, line, f"line {n}: ") for n, line in enumerate(text.split("\n"), 1) if line.strip()]


def _loaded(path: Path, text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as e:
        raise UsageError(f"{path}: {where}no JSON ({e}); mend or leave out the file") from e


def _row(row: Mapping[str, Any], where: str) -> Row:
    turns = tuple(_turns(row, where))
    captions = row.get("captions")
    prompt = _text(row, "prompt", where) if row.get("prompt") else ""
    if not prompt and isinstance(captions, list) and captions:
        prompt = _text({"captions": captions[0]}, "captions", where)
    if not prompt and not turns:
        raise UsageError(f"{where} has no texts; it needs the key conversations, question and answer, or prompt")
    kind = next((str(row[key]) for key in KINDS if row.get(key)), "")
    return Row(prompt, turns, kind, str(row.get("language") or ""), person_in(prompt))


def _turns(row: Mapping[str, Any], where: str) -> Iterator[Turn]:
    for key in ("conversations", "messages"):
        if key in row:
            yield from _conversation(row[key], f"{where}: {key}")
            return
    for asked, answered in (("question", "answer"), ("instruction", "output")):
        if asked in row or answered in row:
            yield Turn(_text(row, asked, where), _text(row, answered, where))
            return
    if "text" in row:  # of LLaVA-Bench: questions name their picture, answers do not
        text = _text(row, "text", where)
        yield Turn(text, "") if "image" in row else Turn("", text)


def _conversation(said: Any, where: str) -> Iterator[Turn]:
    if not isinstance(said, list) or not all(isinstance(part, dict) for part in said):
        raise UsageError(f"{where} is no list of what was said, each with from and value")
    question = None
    for part in said:
        speaker = part.get("from", part.get("role"))
        text = _text(part, "value" if "value" in part else "content", where)
        if speaker in QUESTIONS:
            question = text
        elif speaker in ANSWERS:
            yield Turn(question or "", text)
            question = None


def _text(row: Mapping[str, Any], key: str, where: str) -> str:
    """What was said, without the tag that stands for the picture."""
    text = row.get(key)
    if not isinstance(text, str):
        raise UsageError(f"{where}: {key} is {text!r:.40}, not a text; mend the row or leave it out")
    return text.replace(IMAGE, "").strip()
