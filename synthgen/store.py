"""The run folder is the database: all file work of a run goes through here.

    outputs/joke/prompts/joke-000000000-000000063.parquet     a table, an ability, the indices that it holds
    outputs/joke/prompts/joke-000004096/...                   later ones: some 4096 indices a folder

What workers write may lie elsewhere (see `elsewhere`): on another disk, or in a store that fsspec knows.

A file appears whole or not at all (temporary name, fsync, link without overwriting, fsync of the folder), and an index
that has a row never gets another: so running the same command again goes on where the last run stopped, whatever
killed it. A file that something else damaged is set aside, and its rows are made again.
"""

import heapq
import json
import os
import socket
from base64 import b64decode
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from functools import cached_property
from itertools import chain, islice
from os.path import commonprefix
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from synthgen.disk import disk_errors, replace
from synthgen.elsewhere import Elsewhere
from synthgen.errors import DiskError
from synthgen.lock import Lock, held
from synthgen.objects import BROKEN, File, Objects, OnDisk, damage
from synthgen.tables import TABLES, Row, scores_to_arrow, scores_to_records
from synthgen.types import Score, index_of

SHARD = 64
"""The most indices that a file holds."""
FOLDER = 4096
"""The indices whose files lie together: to find those of a range, nobody has to list those of a million others."""
WHY = ("stage", "reason", "detail", "check")
"""Columns of the selection that say why a sample fell."""
_VERDICTS = 4096
"""Rows of the selection that are read at a time."""
_SMALL = {"compression": "zstd"}


class Piece(NamedTuple):
    """A file of a table."""

    first: int
    last: int
    file: File


class Store:
    """The tables of one run folder. Cheap to make; workers make their own."""

    def __init__(self, root: Path, elsewhere: Elsewhere | None = None) -> None:
        """`elsewhere`: where other tables lie, for workers, who may not see the run folder; else run.json says it."""
        self.root = Path(root)
        self._here, self._told = OnDisk(self.root), elsewhere
        self._flat: dict[tuple[str, str], bool] = {}
        """By table and ability: whether an older version has put all files into one folder."""

    def __reduce__(self) -> tuple[type["Store"], tuple[Path, Elsewhere | None]]:
        """As it goes to another process: what it remembers, and connections, stay here."""
        return type(self), (self.root, self._told)

    # rows ------------------------------------------------------------------------------------------------------------

    def put(self, table: str, rows: Sequence[Row], note: str = "") -> bool:
        """Write rows of one ability; gives whether it did: not where such a file was there already.

        `note` says how they were measured; rows of another note count as missing.
        """
        if not rows:
            return True
        indices = [index_of(row.id) for row in rows]
        arrow = _to_arrow(table, rows)
        arrow = arrow.replace_schema_metadata({**(arrow.schema.metadata or {}), b"synthgen": note.encode()})
        ability = rows[0].id.rpartition("-")[0]
        path, place = self.path(table, ability, min(indices), max(indices)), self._place(table)
        sink = pa.BufferOutputStream()
        packed = {"compression": "none", "row_group_size": place.group} if table == "pictures" else _SMALL
        pq.write_table(arrow, sink, write_page_checksum=True, **packed)
        if place.put(path, sink.getvalue()):
            return True
        folder, _, name = path.rpartition("/")
        if any(_note(file) == note for file in place.opened(place.files(folder, name))):
            return False
        place.remove(path)  # measured in another way: nobody reads these rows any more
        return place.put(path, sink.getvalue())

    def done(self, table: str, ability: str, note: str = "", start: int = 0) -> set[int]:
        """The indices of an ability, from `start`, that have a row."""
        place, found = self._place(table), set[int]()
        pieces = [piece for piece in self.files(table, ability, start) if piece.last >= start]
        for piece, file in zip(pieces, place.opened((piece.file for piece in pieces), ["id"]), strict=True):
            with file, damage(f"{place.url}/{piece.file.path}"):
                ids = file.read(["id"])["id"].to_pylist() if _note(file) == note else []
            found.update(index for id in ids if (index := index_of(id)) >= start)
        return found

    def rows(
        self, table: str, ability: str, start: int = 0, stop: int | None = None, note: str = "", light: bool = False
    ) -> Iterator[Row]:
        """Rows in index order, each index once, from `start` up to but without `stop`; memory: a few rows of a file.

        `light` leaves out the bytes of pictures, and embeddings.
        """
        place, kind = self._place(table), TABLES.get(table)
        columns = {*kind.schema.names} - {kind.heavy} if kind and kind.heavy and light else None
        files = [piece for piece in self.files(table, ability, start, stop) if piece.last >= start]
        opened = place.opened((piece.file for piece in files), columns)
        last = -1
        for some in _overlapping(files):
            parts = [_read(table, f"{place.url}/{piece.file.path}", next(opened), note, light) for piece in some]
            for row in heapq.merge(*parts, key=lambda row: index_of(row.id)) if len(parts) > 1 else parts[0]:
                index = index_of(row.id)
                if index != last and index >= start and (stop is None or index < stop):
                    last = index
                    yield row

    def signs(
        self, tables: Iterable[str], ability: str, start: int = 0, stop: int | None = None
    ) -> list[tuple[int, str]]:
        """Of each file that begins in a range: its first index, and a text that is another one when the file is."""
        found = []
        for table in tables:
            place = self._place(table)
            for first, last, file in self.files(table, ability, start, stop):
                if first >= start:
                    found.append((first, f"{table} {first} {last} {place.sign(file)}"))
        return sorted(found)

    def path(self, table: str, ability: str, first: int, last: int) -> str:
        """Where the file that holds these indices lies in its place."""
        return f"{_folder(table, ability, first)}/{ability}-{first:09d}-{last:09d}.parquet"

    def files(self, table: str, ability: str, start: int = 0, stop: int | None = None) -> list[Piece]:
        """Of those that may hold a part of a range, in order."""
        place, key, begins = self._place(table), (table, ability), f"{ability}-"
        if key not in self._flat:
            self._flat[key] = place is self._here and any(
                piece.first >= FOLDER for piece in _pieces(place.files(table, begins), ability)
            )
        least = max(0, start - SHARD + 1)  # a file that begins there may reach into the range
        if stop is None:
            found = [place.files(table, begins, deep=True)]
        else:
            found = [
                place.files(_folder(*key, group), _common(ability, max(least, group), min(stop, group + FOLDER) - 1))
                for group in range(least - least % FOLDER, stop, FOLDER)
            ]
            found += [place.files(table, begins)] if self._flat[key] else []
        some = {piece for files in found for piece in _pieces(files, ability)}
        return sorted(piece for piece in some if piece.first >= least and (stop is None or piece.first < stop))

    def set_aside_damaged(self, sound: Mapping[str, int] = MappingProxyType({})) -> list[Path]:
        """Rename files that do not open (cut short by a crash of the machine); their rows count as missing.

        `sound`: indices of an ability before this one have been read, and their files have not changed since.
        """
        damaged = []
        for folder, inner, files in chain.from_iterable(os.walk(disk.root) for disk in self._disks):
            if folder == str(self.root):
                inner[:] = [name for name in inner if name != "export"]
            for file in files:
                about, path = _about(file), Path(folder, file)
                if about and about[2] >= sound.get(about[0], 0):
                    try:
                        pq.read_schema(path)
                    except BROKEN as e:
                        if isinstance(e, OSError) and e.errno:
                            raise DiskError(f"cannot read {path}: {e.strerror}; ask whoever made it") from e
                        damaged.append(path.rename(path.with_suffix(".damaged")))
        return sorted(damaged)

    # places ----------------------------------------------------------------------------------------------------------

    def _place(self, table: str) -> Objects:
        return self._there if self.elsewhere and table in self.elsewhere.tables else self._here

    @cached_property
    def elsewhere(self) -> Elsewhere | None:
        """None: everything lies in the run folder."""
        return self._told or Elsewhere.of(self.read_json("run.json") or {})

    @cached_property
    def _there(self) -> Objects:
        """Where workers write."""
        return self.elsewhere.place() if self.elsewhere else self._here

    @property
    def _disks(self) -> list[OnDisk]:
        return [place for place in {self._here, self._there} if isinstance(place, OnDisk)]

    def note(self, worker: str, id: str) -> None:
        """Note what a worker is about to begin: whoever buries it looks there."""
        self._there.replace(f"workers/{worker}", id.encode())

    def noted(self, worker: str) -> str | None:
        said = self._there.read(f"workers/{worker}")
        return None if said is None else said.decode()

    # whole files -----------------------------------------------------------------------------------------------------

    def read_json(self, name: str) -> dict[str, Any] | None:
        path = self.root / name
        try:
            return dict(json.loads(path.read_text())) if path.exists() else None
        except PermissionError as e:
            raise DiskError(f"cannot read {path}: {e.strerror}; ask whoever made it") from e
        except (OSError, ValueError, TypeError) as e:
            raise DiskError(f"{path} is damaged ({e}); put a copy of it back, or pass name=<another folder>") from e

    def write_json(self, name: str, content: Mapping[str, Any]) -> None:
        replace(self.root / name, (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode())

    def write_selection(self, rows: Iterable[Mapping[str, Any]]) -> None:
        sink, rest = pa.BufferOutputStream(), iter(rows)
        schema = pa.schema([("id", pa.string()), ("kept", pa.bool_()), *((why, pa.string()) for why in WHY)])
        some = iter(lambda: list(islice(rest, _VERDICTS)), [])
        pq.write_table(pa.Table.from_batches([pa.RecordBatch.from_pylist(x, schema) for x in some], schema), sink)
        replace(self.root / "selection.parquet", sink.getvalue())

    def read_selection(self) -> list[dict[str, Any]]:
        """Rows of id, kept, stage, reason, detail, check; empty before the first selection."""
        return list(self.verdicts())

    def kept(self) -> Iterator[str]:
        """The ids that the selection kept, in order; nothing before the first selection."""
        return (str(row["id"]) for row in self.verdicts("id", "kept") if row["kept"])

    def verdicts(self, *columns: str) -> Iterator[dict[str, Any]]:
        """The rows of the selection, of these columns or all; memory: a few thousand of them."""
        path = self.root / "selection.parquet"
        if not path.exists():
            return
        try:
            with pq.ParquetFile(path) as file:
                for batch in file.iter_batches(_VERDICTS, columns=columns or None):
                    yield from batch.to_pylist()
        except BROKEN as e:
            raise DiskError(f"{path} is damaged; make it again: python -m synthgen select run={self.root}") from e

    def holds_samples(self) -> bool:
        return any((self.root / "prompts").glob("*.parquet"))

    def log(self, **event: Any) -> None:
        """One line in log.jsonl, for people and scripts that look on."""
        with disk_errors(self.root / "log.jsonl") as path, path.open("a") as file:
            file.write(json.dumps(event, ensure_ascii=False) + "\n")

    def events(self, event: str) -> Iterator[dict[str, Any]]:
        """The lines of log.jsonl about one kind of event, those that are whole."""
        path = self.root / "log.jsonl"
        for line in path.read_text(encoding="utf-8", errors="replace").split("\n") if path.exists() else ():
            if f'"event": "{event}"' in line:
                with suppress(ValueError):  # cut short by a crash
                    yield json.loads(line)

    def sweep(self) -> None:
        """Remove what dead processes of this machine left behind: temporary files, and notes of workers."""
        for folder, _, files in chain.from_iterable(os.walk(disk.root) for disk in self._disks):
            for file in files:
                if file.startswith(".") and file.endswith(".tmp") and file.count("~") >= 3:
                    _, host, pid, _ = file.rsplit("~", 3)
                    if host == socket.gethostname() and not _alive(int(pid)):
                        Path(folder, file).unlink(missing_ok=True)
        for note in list(self._there.files("workers", "")):
            self._there.remove(note.path)

    @contextmanager
    def lock(self, say: Callable[[str], None] | None = None) -> Iterator[Lock]:
        """One driver at a time (see `lock`). `say`: told what is waited for. Raises FolderInUse, naming the owner."""
        with ExitStack() as stack:
            with disk_errors(self.root / "lock") as path:
                lock = stack.enter_context(held(path, say))
            yield lock


def _to_arrow(table: str, rows: Sequence[Row]) -> pa.Table:
    if table in TABLES:
        return TABLES[table].to_arrow(rows)
    return scores_to_arrow([row for row in rows if isinstance(row, Score)])


def _overlapping(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Those whose ranges overlap, together; `pieces` come by their first index."""
    some: list[Piece] = []
    end = -1
    for piece in pieces:
        if some and piece.first > end:
            yield some
            some = []
        some.append(piece)
        end = max(end, piece.last)
    if some:
        yield some


def _folder(table: str, ability: str, first: int) -> str:
    group = first - first % FOLDER
    return f"{table}/{ability}-{group:09d}" if group else table


def _common(ability: str, first: int, last: int) -> str:
    """How all names of files begin that begin with these indices."""
    return commonprefix([f"{ability}-{first:09d}", f"{ability}-{last:09d}"])


def _about(file: str) -> tuple[str, int, int] | None:
    """Ability, first and last index, as the name of a file tells them."""
    ability, *indices = file.removesuffix(".parquet").rsplit("-", 2)
    named = len(indices) == 2 and file.endswith(".parquet") and "".join(indices).isdigit()
    return (ability, int(indices[0]), int(indices[1])) if named else None


def _pieces(files: Iterable[File], ability: str) -> Iterator[Piece]:
    """Those of an ability."""
    for file in files:
        about = _about(file.path.rpartition("/")[2])
        if about and about[0] == ability:
            yield Piece(about[1], about[2], file)


def _read(table: str, path: str, file: pq.ParquetFile, note: str, light: bool) -> Iterator[Row]:
    """The rows of a file, heavy ones a row group at a time; none where its note is another.

    Raises DiskError for a damaged one.
    """
    kind = TABLES.get(table)
    with file, damage(path):
        if _note(file) != note:
            return
        _check_description(file)
        schema = kind.schema if kind else file.schema_arrow
        heavy = {kind.heavy} if kind else {field.name for field in schema if pa.types.is_binary(field.type)}
        names = [*schema.names, *(name for name, _ in kind.more)] if kind else schema.names
        columns = [name for name in names if not (light and name in heavy)]
        groups = range(file.num_row_groups)
        for some in [list(groups)] if light else [[group] for group in groups]:
            found = file.read_row_groups(some, columns, use_threads=False)
            yield from kind.to_records(found) if kind else scores_to_records(table.rpartition("/")[2], found)


def _check_description(file: pq.ParquetFile) -> None:
    """Pages have checksums; what describes them has none, but names and types stand in it twice. Raises ValueError."""
    told = pa.ipc.read_schema(pa.BufferReader(b64decode((file.metadata.metadata or {})[b"ARROW:schema"])))
    if file.schema_arrow != told:
        raise ValueError("its columns are told in two ways")


def _note(file: pq.ParquetFile) -> str:
    return bytes((file.metadata.metadata or {}).get(b"synthgen", b"")).decode()


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
