"""What people say of answers: a csv with a header, or a jsonl, a line per vote.

    item,model,rater,vote
    color-generated-000017,toy,anna,1

item   the id of the item
model  the name of the answers' folder
rater  who votes; of two votes of one rater on one answer the later one holds
vote   1 (right), 0 (wrong), cannot_tell, or bad_item (nobody could answer that question);
       no_answer, of any rater: the model gave none, which is wrong, and nobody was asked about it

Other columns may stand beside them; a line without a vote is none. In a csv a ' goes before texts that a spreadsheet
would take for a formula, and is no part of them.
"""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast, get_args

from synthgen.errors import UsageError

Said = Literal["1", "0", "cannot_tell", "bad_item", "no_answer"]
COLUMNS = ("item", "model", "rater", "vote")
FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "'")
"""What cells must not begin with: spreadsheets run the first four, be it after a tab or an end of line."""


@dataclass(frozen=True, slots=True)
class Vote:
    """Of one person on one answer."""

    item: str
    model: str
    rater: str
    vote: Said


def read_votes(path: Path) -> list[Vote]:
    """Every vote that holds. Raises UsageError for a file that is none of votes, with its first bad line."""
    path = path.expanduser()
    found: dict[tuple[str, str, str], Vote] = {}
    for number, row in rows(path):
        if row.get("vote") in (None, ""):
            continue  # of a sample that nobody has labelled to its end
        missing = [name for name in COLUMNS if row.get(name) in (None, "")]
        if missing:
            raise UsageError(f"{path}: line {number} has no {missing[0]}; a vote has {', '.join(COLUMNS)}")
        item, model, rater, said = (str(row[name]).strip() for name in COLUMNS)
        said = {"true": "1", "false": "0"}.get(said.lower(), said.lower())
        if said not in get_args(Said):
            raise UsageError(f"{path}: line {number}: vote {said!r} has to be one of {', '.join(get_args(Said))}")
        found[item, model, rater] = Vote(item, model, rater, cast(Said, said))
    return list(found.values())


def rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """The rows of a csv or jsonl file with the numbers of their lines. Raises UsageError."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as e:
        raise UsageError(f"{path} cannot be read: {e}; name a csv or a jsonl file of people's votes") from e
    if path.suffix == ".jsonl":
        for number, line in enumerate(text.split("\n"), 1):
            if line.strip():
                yield number, _object(path, number, line)
        return
    reader = csv.DictReader(io.StringIO(text, newline=""))
    if missing := [name for name in COLUMNS if name not in (reader.fieldnames or ())]:
        raise UsageError(f"{path} has no column {missing[0]}; a file of votes has {', '.join(COLUMNS)}")
    for row in reader:
        yield reader.line_num, {name: plain(value) for name, value in row.items()}


def harmless(text: str) -> str:
    """As a cell of a csv: a ' goes before what a spreadsheet would take for a formula, or for such a '."""
    return f"'{text}" if text.startswith(FORMULAS) else text


def plain(cell: Any) -> Any:
    """What `harmless` made a cell of, and any other cell as it is."""
    return cell[1:] if isinstance(cell, str) and cell[:1] == "'" and cell[1:].startswith(FORMULAS) else cell


def _object(path: Path, number: int, line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as e:
        raise UsageError(f"{path}: line {number} is no JSON: {e}") from e
    if not isinstance(row, dict):
        raise UsageError(f"{path}: line {number} is no JSON object")
    return row
