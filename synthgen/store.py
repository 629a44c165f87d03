"""The run folder is the database: all file work of a run goes through here.

    outputs/joke/prompts/joke-000000000-000000063.parquet     a table, an ability, the indices that it holds
    outputs/joke/prompts/joke-000004096/...                   later ones: some 4096 indices a folder

A file appears whole or not at all (temporary name, fsync, link without overwriting, fsync of the folder), and an index
that has a row never gets another: so running the same command again goes on where the last run stopped, whatever
killed it. A file that something else damaged is set aside, and its rows are made again.
"""

import errno
import glob
import heapq
import json
import os
import socket
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from synthgen.errors import DiskError
from synthgen.lock import Lock, held
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


class Store:
    """The tables of one run folder. Cheap to make; workers make their own."""

    def __init__(self, root: Path) -> None:
        self.root = Path(root)
        self._flat: dict[tuple[str, str], bool] = {}
        """By table and ability: whether an older version has put all files into one folder."""

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
        path = self.path(table, ability, min(indices), max(indices))
        if path.exists() and _note_of(path) != note:
            path.unlink()  # measured in another way: nobody reads these rows any more
        sink = pa.BufferOutputStream()
        # small groups of pictures, so that reading them back holds a few at a time
        packed = {"compression": "none", "row_group_size": 8} if table == "pictures" else {"compression": "zstd"}
        pq.write_table(arrow, sink, write_page_checksum=True, **packed)
        return write_once(path, sink.getvalue())

    def done(self, table: str, ability: str, note: str = "", start: int = 0) -> set[int]:
        """The indices of an ability, from `start`, that have a row."""
        found: set[int] = set()
        for _, last, path in self.files(table, ability, start):
            if last >= start:
                with opened(path) as file:
                    ids = file.read(["id"])["id"].to_pylist() if _note(file) == note else []
                found.update(index for id in ids if (index := index_of(id)) >= start)
        return found

    def rows(
        self, table: str, ability: str, start: int = 0, stop: int | None = None, note: str = "", light: bool = False
    ) -> Iterator[Row]:
        """Rows in index order, each index once, from `start` up to but without `stop`; memory: a few rows of a file.

        `light` leaves out the bytes of pictures, and embeddings.
        """
        files = [file for file in self.files(table, ability, start, stop) if file[1] >= start]
        last = -1
        for paths in _overlapping(files):
            parts = [_read(table, path, note, light) for path in paths]
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
            for first, last, path in self.files(table, ability, start, stop):
                if first >= start:
                    about = path.stat()
                    found.append((first, f"{table} {first} {last} {about.st_size} {about.st_mtime_ns}"))
        return sorted(found)

    def path(self, table: str, ability: str, first: int, last: int) -> Path:
        """Where the file that holds these indices lies."""
        return self._folder(table, ability, first) / f"{ability}-{first:09d}-{last:09d}.parquet"

    def _folder(self, table: str, ability: str, first: int) -> Path:
        group = first - first % FOLDER
        return self.root / table / f"{ability}-{group:09d}" if group else self.root / table

    def files(self, table: str, ability: str, start: int = 0, stop: int | None = None) -> list[tuple[int, int, Path]]:
        """First and last index of files, and where they lie; of those that may hold a part of a range."""
        root, key = self.root / table, (table, ability)
        if key not in self._flat:
            self._flat[key] = any(first >= FOLDER for first, _, _ in _listed(root, ability))
        least = max(0, start - SHARD + 1)  # a file that begins there may reach into the range
        if stop is None:
            folders = {root, *root.glob(f"{glob.escape(ability)}-{'[0-9]' * 9}/")}
        else:
            folders = {self._folder(*key, first) for first in range(least - least % FOLDER, stop, FOLDER)}
            folders |= {root} if self._flat[key] else set()
        found = sorted(file for folder in folders for file in _listed(folder, ability))
        return [(a, z, Path(path)) for a, z, path in found if a >= least and (stop is None or a < stop)]

    def set_aside_damaged(self, sound: Mapping[str, int] = MappingProxyType({})) -> list[Path]:
        """Rename files that do not open (cut short by a crash of the machine); their rows count as missing.

        `sound`: indices of an ability before this one have been read, and their files have not changed since.
        """
        damaged = []
        for folder, inner, files in os.walk(self.root):
            if folder == str(self.root):
                inner[:] = [name for name in inner if name != "export"]
            for file in files:
                about, path = _about(file), Path(folder, file)
                if about and about[2] >= sound.get(about[0], 0):
                    try:
                        pq.read_schema(path)
                    except pa.ArrowInvalid:
                        damaged.append(path.rename(path.with_suffix(".damaged")))
        return sorted(damaged)

    # whole files -----------------------------------------------------------------------------------------------------

    def read_json(self, name: str) -> dict[str, Any] | None:
        path = self.root / name
        try:
            return dict(json.loads(path.read_text())) if path.exists() else None
        except (OSError, ValueError) as e:
            raise DiskError(f"{path} is damaged ({e}); pass name=<another folder>") from e

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
        except (OSError, pa.ArrowInvalid) as e:
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
        for folder, _, files in os.walk(self.root):
            for file in files:
                if file.startswith(".") and file.endswith(".tmp") and file.count("~") >= 3:
                    _, host, pid, _ = file.rsplit("~", 3)
                    if host == socket.gethostname() and not _alive(int(pid)):
                        Path(folder, file).unlink(missing_ok=True)
        for note in (self.root / "workers").glob("*"):
            if note.is_file():
                note.unlink()

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


def _overlapping(files: Sequence[tuple[int, int, Path]]) -> Iterator[list[Path]]:
    """Files whose ranges overlap, together; `files` come by their first index."""
    paths: list[Path] = []
    end = -1
    for first, last, path in files:
        if paths and first > end:
            yield paths
            paths = []
        paths.append(path)
        end = max(end, last)
    if paths:
        yield paths


def _about(file: str) -> tuple[str, int, int] | None:
    """Ability, first and last index, as the name of a file tells them."""
    ability, *indices = file.removesuffix(".parquet").rsplit("-", 2)
    named = len(indices) == 2 and file.endswith(".parquet") and "".join(indices).isdigit()
    return (ability, int(indices[0]), int(indices[1])) if named else None


def _listed(folder: Path, ability: str) -> Iterator[tuple[int, int, str]]:
    """First and last index of each file of an ability, and where it lies."""
    with suppress(FileNotFoundError):
        for file in os.listdir(folder):
            about = _about(file) if file.startswith(ability) else None
            if about and about[0] == ability:
                yield *about[1:], f"{folder}/{file}"


def _read(table: str, path: Path, note: str, light: bool) -> Iterator[Row]:
    """The rows of a file, heavy ones a row group at a time; none where its note is another.

    Raises DiskError for a damaged one.
    """
    kind = TABLES.get(table)
    with opened(path) as file:
        if _note(file) != note:
            return
        schema = kind.schema if kind else file.schema_arrow
        heavy = {kind.heavy} if kind else {field.name for field in schema if pa.types.is_binary(field.type)}
        names = [*schema.names, *(name for name, _ in kind.more)] if kind else schema.names
        columns = [name for name in names if not (light and name in heavy)]
        groups = range(file.num_row_groups)
        for some in [list(groups)] if light else [[group] for group in groups]:
            found = file.read_row_groups(some, columns, use_threads=False)
            yield from kind.to_records(found) if kind else scores_to_records(table.rpartition("/")[2], found)


@contextmanager
def opened(path: Path) -> Iterator[pq.ParquetFile]:
    try:
        with pq.ParquetFile(path, page_checksum_verification=True) as file:
            yield file
    except OSError as e:
        raise DiskError(f"{path} is damaged; delete it and run the same command: its rows are made again") from e


def _note_of(path: Path) -> str:
    with opened(path) as file:
        return _note(file)


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


@contextmanager
def disk_errors(path: Path) -> Iterator[Path]:
    """Troubles of the disk become one line; the folder is made where it is missing."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield path
    except OSError as e:
        if e.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskError(f"the disk that holds {path.parent} is full; free space, then run the same command") from e
        raise DiskError(f"cannot write {path}: {e.strerror}; choose a folder that you may write to") from e


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """A temporary name beside `path`, removed again when something goes wrong."""
    with disk_errors(path):
        temporary = path.with_name(f".{path.name}~{socket.gethostname()}~{os.getpid()}~{uuid.uuid4().hex[:8]}.tmp")
        try:
            yield temporary
        finally:
            temporary.unlink(missing_ok=True)


def _write(path: Path, data: Any) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """What it lists is safe on disk, too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_once(path: Path, data: Any) -> bool:
    """The file appears whole; one that is there already stays as it is. Gives whether it is this one."""
    with _whole(path) as temporary:
        _write(temporary, data)
        try:
            os.link(temporary, path)
        except FileExistsError:
            return False
        except OSError as e:
            if e.errno not in (errno.EPERM, errno.EOPNOTSUPP, errno.ENOTSUP):
                raise
            os.replace(temporary, path)  # a file system without hard links
        sync_folder(path.parent)
        return True


def replace(path: Path, data: Any) -> None:
    """The file appears whole, in place of the one that was there."""
    with _whole(path) as temporary:
        _write(temporary, data)
        os.replace(temporary, path)
        sync_folder(path.parent)
