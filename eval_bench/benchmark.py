"""The folder of a benchmark: items.parquet, images/, README.md (its card), bench.json, and verdicts.jsonl of people.

    benchmarks/generated/
      items.parquet    one row per item; open to anybody's program
      images/          the pictures, by the ids of the items
      verdicts.jsonl   what people said of items, a line each, on disk before the page says so
      bench.json       source, hash of the content, what made it
      README.md        the card

What people said lies on top of items.parquet whenever the folder is read: nothing has to be finished for it to count.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from functools import cached_property
from pathlib import Path
from typing import Any, cast

import pyarrow as pa
import pyarrow.parquet as pq

from eval_bench.types import STATES, Item, Source, State
from synthgen.disk import replace as write_whole
from synthgen.errors import UsageError
from synthgen.kit.hashes import sha256, stable_hash

_WORDS = pa.list_(pa.string())
_KINDS = {"accept": _WORDS, "refuse": _WORDS, "options": _WORDS, "held_out": pa.bool_(), "odd": pa.bool_()}
SCHEMA = pa.schema([(f.name, _KINDS.get(f.name, pa.string())) for f in fields(Item)])
MENDS = ("question", "answer", "accept", "refuse", "options")
"""What a person may put right in an item."""


@dataclass(frozen=True)
class Benchmark:
    """Items with their pictures, as they stand now."""

    folder: Path
    about: Mapping[str, Any]
    """bench.json: "source", "made" (what made it), "synthgen" (version)."""
    everything: tuple[Item, ...]
    """Refused items too."""

    @property
    def source(self) -> Source:
        return cast(Source, self.about["source"])

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Those that nobody refused."""
        return tuple(item for item in self.everything if item.state != "refused")

    @cached_property
    def version(self) -> str:
        """Hash of the items and their pictures: 12 letters that change with every word, and with who was refused."""
        return stable_hash([asdict(replace(item, state="unvalidated", by="")) for item in self.items])[:12]

    def picture(self, item: Item) -> bytes:
        """The bytes of its file. Raises UsageError where they are not there or not those of the item."""
        path = self.folder / item.image
        data = path.read_bytes() if path.is_file() else b""
        if sha256(data) != item.sha256:
            what = "is not the picture of" if data else "is missing, the picture of"
            raise UsageError(f"{path} {what} item {item.id}; build the benchmark again, or restore the file")
        return data


def load(folder: Path) -> Benchmark:
    """Raises UsageError for what is no benchmark."""
    folder = folder.expanduser()
    about = _about(folder)
    try:
        rows = pq.read_table(folder / "items.parquet").to_pylist()
        items = [_item(row) for row in rows]
    except (OSError, TypeError, pa.ArrowException) as e:
        raise UsageError(f"{folder / 'items.parquet'} cannot be read ({e}); build the benchmark again") from e
    if len({item.id for item in items}) < len(items):
        raise UsageError(f"{folder / 'items.parquet'} has two items of one id; build the benchmark again")
    return Benchmark(folder, about, _as_judged(folder, items))


def save(folder: Path, items: Sequence[Item], about: Mapping[str, Any]) -> Benchmark:
    """Write items.parquet, as people left the items, and bench.json; pictures are there already. Raises DiskError."""
    made = Benchmark(folder, about, _as_judged(folder, items))
    table = pa.Table.from_pylist([asdict(item) for item in made.everything], schema=SCHEMA)
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd")
    write_whole(folder / "items.parquet", sink.getvalue())
    told = {**about, "items": len(made.items), "version": made.version}
    write_whole(folder / "bench.json", (json.dumps(told, indent=1, ensure_ascii=False) + "\n").encode())
    return load(folder)


def _as_judged(folder: Path, items: Sequence[Item]) -> tuple[Item, ...]:
    """The items with what people said of them, one verdict after the other."""
    found = {item.id: item for item in items}
    for verdict in verdicts(folder):
        item = found.get(str(verdict.get("item")))
        if item and verdict.get("standard", item.standard) == item.standard:  # else it was said of what is no more
            found[item.id] = judged(item, verdict)
    return tuple(found.values())


def verdicts(folder: Path) -> Iterator[dict[str, Any]]:
    """What people said of items, oldest first; the last one on an item holds. Lines that a crash cut short are none."""
    path = folder / "verdicts.jsonl"
    for line in path.read_bytes().split(b"\n") if path.exists() else ():
        try:
            verdict = json.loads(line)
        except ValueError:
            continue
        if isinstance(verdict, dict) and verdict.get("state") in STATES:
            yield verdict


def judged(item: Item, verdict: Mapping[str, Any]) -> Item:
    """The item as a person left it: {"item", "state", "by", and what was mended}."""
    mended: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in verdict.items() if k in MENDS}
    mended |= {k: (v,) for k, v in mended.items() if k in _KINDS and isinstance(v, str)}
    return replace(item, state=cast(State, verdict["state"]), **mended)


def several(folders: Iterable[Path]) -> list[Benchmark]:
    """Raises UsageError for a folder that is no benchmark, and where two hold items of the same id."""
    found = [load(folder) for folder in folders]
    ids = [item.id for one in found for item in one.everything]
    if twice := sorted({id for id in ids if ids.count(id) > 1})[:1] if len(set(ids)) < len(ids) else []:
        raise UsageError(f"items: {twice[0]} is in two of these benchmarks; name each of them once")
    return found


def _item(row: Mapping[str, Any]) -> Item:
    words = {name for name, kind in _KINDS.items() if kind == _WORDS}
    given = {f.name: row[f.name] for f in fields(Item) if f.name in row}
    made: dict[str, Any] = {name: tuple(value or ()) if name in words else value for name, value in given.items()}
    return Item(**made)


def _about(folder: Path) -> dict[str, Any]:
    try:
        return dict(json.loads((folder / "bench.json").read_text()))
    except (OSError, TypeError, ValueError) as e:
        raise UsageError(
            f"{folder} is not the folder of a benchmark: it has no bench.json that can be read; "
            "make one: python -m eval_bench build generated"
        ) from e
