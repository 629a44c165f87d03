"""How records lie on disk: one pyarrow schema per table of the run folder, and the way there and back.

A row is a value or a Reject: where `reason` is set, the columns of the value are empty.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, TypeAlias

import pyarrow as pa

from synthgen.types import AnswerKey, Claim, Dialogue, Fields, Picture, Prompt, Reject, Score, Stage, Turn

Row: TypeAlias = Prompt | Picture | Dialogue | Score | Reject
Cells: TypeAlias = dict[str, Any]

_WORDS = pa.list_(pa.string())
_END = [("id", pa.string()), ("reason", pa.string()), ("detail", pa.string())]
_FIELDS = pa.struct(
    [
        ("subject", pa.string()),
        ("attributes", _WORDS),
        ("count", pa.int32()),
        ("person", pa.string()),
        ("age", pa.string()),
        ("skin", pa.string()),
        ("relation", pa.string()),
        ("place", pa.string()),
        ("companions", _WORDS),
        ("light", _WORDS),
        ("medium", pa.string()),
        ("quality", _WORDS),
    ]
)
_IMAGE = pa.struct([("bytes", pa.binary()), ("path", pa.string())])
_TURN = pa.struct([("question", pa.string()), ("answer", pa.string())])
_KEY = pa.struct([("accept", _WORDS), ("refuse", _WORDS), ("options", _WORDS)])
_CLAIM = pa.struct([("type", pa.string()), ("subject", pa.string()), ("value", pa.string())])


@dataclass(frozen=True)
class Table:
    """One table: its schema, the stage that it ends, and both directions."""

    stage: Stage
    schema: pa.Schema
    cells: Callable[[Any], Cells]
    record: Callable[[Cells], Row]
    heavy: str = ""
    """A column that is large and rarely needed."""
    more: tuple[tuple[str, pa.DataType], ...] = ()
    """Columns of a file in which a row has something in them; the files of most runs do without."""

    def to_arrow(self, rows: Sequence[Row]) -> pa.Table:
        cells = [_ended(row) if isinstance(row, Reject) else self.cells(row) for row in rows]
        more = [column for column in self.more if any(row.get(column[0]) for row in cells)]
        schema = pa.schema([*self.schema, *more], metadata=self.schema.metadata)
        return pa.Table.from_pylist(cells, schema=schema)

    def to_records(self, table: pa.Table) -> list[Row]:
        return [
            Reject(c["id"], self.stage, c["reason"], c["detail"] or "") if c["reason"] else self.record(c)
            for c in table.to_pylist()
        ]


def _ended(reject: Reject) -> Cells:
    return {"id": reject.id, "reason": reject.reason, "detail": reject.detail}


def _prompt_cells(prompt: Prompt) -> Cells:
    return {"id": prompt.id, "text": prompt.text, "negative": prompt.negative, "fields": asdict(prompt.fields)}


def _prompt(c: Cells) -> Prompt:
    fields: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in c["fields"].items()}
    return Prompt(c["id"], Fields(**fields), c["text"], c["negative"])


def _picture_cells(p: Picture) -> Cells:
    image = {"bytes": p.data, "path": f"{p.id}.{p.format}"}
    return asdict(p) | {"image": image}


def _picture(c: Cells) -> Picture:
    data = c["image"]["bytes"] if "image" in c else b""
    made = (c.get("environment") or "", tuple(c.get("takes") or ()))  # folders of older versions have none
    return Picture(c["id"], data, c["format"], c["width"], c["height"], c["sha256"], c["seed"], *made)


def _dialogue(c: Cells) -> Dialogue:
    turns = tuple(Turn(**turn) for turn in c["turns"])
    claims = tuple(Claim(**claim) for claim in c["claims"])
    translated = tuple(Turn(**turn) for turn in c.get("translated") or ())  # folders of older versions have none
    key = AnswerKey(**{name: tuple(words) for name, words in c["key"].items()}) if c.get("key") else None
    return Dialogue(c["id"], c["kind"], turns, claims, c.get("language") or "en", translated, key)


TABLES: Mapping[str, Table] = {
    "prompts": Table(
        "prompt",
        pa.schema([*_END, ("text", pa.string()), ("negative", pa.string()), ("fields", _FIELDS)]),
        _prompt_cells,
        _prompt,
    ),
    "pictures": Table(
        "picture",
        pa.schema(
            [
                *_END,
                ("format", pa.string()),
                ("width", pa.int32()),
                ("height", pa.int32()),
                ("sha256", pa.string()),
                ("seed", pa.int64()),
                ("environment", pa.string()),
                ("takes", pa.list_(pa.float64())),
                ("image", _IMAGE),
            ],
            # With this note the files open as pictures in any program that reads the Hugging Face Image feature.
            metadata={"huggingface": '{"info": {"features": {"image": {"_type": "Image"}}}}'},
        ),
        _picture_cells,
        _picture,
        heavy="image",
    ),
    "dialogues": Table(
        "dialogue",
        pa.schema(
            [
                *_END,
                ("kind", pa.string()),
                ("turns", pa.list_(_TURN)),
                ("claims", pa.list_(_CLAIM)),
                ("language", pa.string()),
                ("translated", pa.list_(_TURN)),
            ]
        ),
        asdict,
        _dialogue,
        more=(("key", _KEY),),
    ),
}


def scores_to_arrow(scores: Sequence[Score]) -> pa.Table:
    """One column per measured value, so that people can query them."""
    names = sorted({name for score in scores for name in score.values})
    columns: dict[str, Any] = {"id": pa.array([s.id for s in scores]), "of": pa.array([s.of for s in scores])}
    for name in names:
        values = [s.values.get(name) for s in scores]
        kinds = {type(v) for v in values}
        columns[name] = pa.array(
            values, pa.string() if str in kinds else pa.binary() if bytes in kinds else pa.float64()
        )
    return pa.table(columns)


def scores_to_records(check: str, table: pa.Table) -> list[Row]:
    return [Score(c.pop("id"), check, of=c.pop("of"), values=c) for c in table.to_pylist()]
