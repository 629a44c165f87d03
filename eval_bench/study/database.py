"""The one file of a study: its design, key and pictures, raters, their tasks, and every vote, in SQLite.

Whoever copies this file has the whole study. Votes are on disk when a transaction ends (WAL, synchronous=FULL): a page
says "saved" afterwards. What a rater changes or takes back stays in the table `log`.
"""

import json
import secrets
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from eval_bench.study.types import VOTES, Ballot, Design, Rater, Task
from synthgen.errors import DiskError, UsageError
from synthgen.kit.hashes import stable_hash

NAME = "study.sqlite"
VERSION = 0
"""Of the tables, as SQLite keeps it (user_version): who changes them counts it up, and sets it in them."""
TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE pictures (item TEXT PRIMARY KEY, data BLOB NOT NULL) STRICT;
CREATE TABLE raters (
  id TEXT PRIMARY KEY, number INTEGER UNIQUE NOT NULL, label TEXT NOT NULL, made TEXT NOT NULL, expires REAL NOT NULL,
  revoked INTEGER NOT NULL DEFAULT 0, agreed TEXT NOT NULL DEFAULT '', seen REAL NOT NULL DEFAULT 0) STRICT;
CREATE TABLE tasks (
  id TEXT PRIMARY KEY, rater TEXT NOT NULL REFERENCES raters (id), place INTEGER NOT NULL, statement INTEGER NOT NULL,
  flipped INTEGER NOT NULL, shown REAL, UNIQUE (rater, statement), UNIQUE (rater, place)) STRICT;
CREATE TABLE votes (
  task TEXT PRIMARY KEY REFERENCES tasks (id), vote TEXT NOT NULL, seconds REAL, at TEXT NOT NULL) STRICT;
CREATE TABLE log (
  number INTEGER PRIMARY KEY, task TEXT NOT NULL, vote TEXT NOT NULL, seconds REAL, at TEXT NOT NULL,
  action TEXT UNIQUE NOT NULL) STRICT;
CREATE INDEX log_of_task ON log (task);
CREATE TABLE looks (at TEXT NOT NULL, votes INTEGER NOT NULL, wanted INTEGER NOT NULL) STRICT;
"""
_DESIGN = TypeAdapter(Design)
_TASK = (
    "SELECT t.id, t.rater, t.place, t.statement, t.flipped, coalesce(v.vote, '') "
    "FROM tasks t LEFT JOIN votes v ON v.task = t.id"
)


class Database:
    """One connection, for one thread at a time. Methods that write belong into a `transaction`."""

    def __init__(self, path: Path) -> None:
        """Opens a study that is there. Raises UsageError, DiskError."""
        self.path = path
        if not path.is_file():
            raise UsageError(
                f"{path.parent} holds no study; python -m eval_bench study items=... answers=[...] makes one"
            )
        self._sql = sqlite3.connect(path, timeout=30, isolation_level=None, check_same_thread=False)
        with told(path):
            self._sql.execute("PRAGMA journal_mode = WAL")
            self._sql.execute("PRAGMA synchronous = FULL")
            self._sql.execute("PRAGMA foreign_keys = ON")
            self._sql.execute("PRAGMA secure_delete = ON")  # what is forgotten is not left in the file's free pages
            if (found := self._value("PRAGMA quick_check(1)")) != "ok":
                raise sqlite3.DatabaseError(" ".join(found.split()))
            empty = not self._value("SELECT count(*) FROM sqlite_master WHERE name = 'votes'")
            version = self._value("PRAGMA user_version")
        if empty:
            raise UsageError(f"{path} is no study; restore it from a copy")
        if version != VERSION:
            raise UsageError(
                f"{path} was made by another version of eval_bench (tables {version}, here {VERSION}); "
                "go on with the version that made it"
            )

    @classmethod
    def create(cls, path: Path, design: Design, pictures: Mapping[str, bytes]) -> "Database":
        """The file appears whole. Raises DiskError."""
        unfinished = path.with_name(f".{path.name}.new")
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.unlink(missing_ok=True)
        with told(path):
            sql = sqlite3.connect(unfinished, isolation_level=None)
            unfinished.chmod(0o600)  # its secret signs links
            sql.executescript(TABLES)
            sql.execute("BEGIN")
            text = json.dumps(asdict(design), ensure_ascii=False)
            told_once = {"design": text, "hash": stable_hash(asdict(design)), "secret": secrets.token_hex(32)}
            sql.executemany("INSERT INTO meta VALUES (?, ?)", told_once.items())
            sql.executemany("INSERT INTO pictures VALUES (?, ?)", pictures.items())
            sql.execute("COMMIT")
            sql.close()
            unfinished.replace(path)
        return cls(path)

    def close(self) -> None:
        self._sql.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """What is written in it is on disk when it ends, or not there at all. Raises DiskError."""
        with told(self.path):
            self._sql.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._sql.execute("COMMIT")
            finally:
                if self._sql.in_transaction:
                    self._sql.execute("ROLLBACK")

    @contextmanager
    def part(self) -> Iterator[None]:
        """Inside a transaction: what fails here leaves the rest of it alone."""
        self._sql.execute("SAVEPOINT part")
        try:
            yield
        except BaseException:
            if self._sql.in_transaction:  # on a full disk SQLite has given it up
                self._sql.execute("ROLLBACK TO part")
            raise
        finally:
            if self._sql.in_transaction:
                self._sql.execute("RELEASE part")

    # what never changes

    @cached_property
    def design(self) -> Design:
        return _DESIGN.validate_json(self._meta("design"))

    @property
    def hash(self) -> str:
        """Of the design."""
        return self._meta("hash")

    @property
    def intact(self) -> bool:
        """Whether the design is what the study was made with."""
        return stable_hash(json.loads(self._meta("design"))) == self.hash

    @cached_property
    def secret(self) -> bytes:
        """The key that signs links."""
        return bytes.fromhex(self._meta("secret"))

    def picture(self, item: str) -> bytes:
        """A JPEG without metadata. Raises KeyError for an item that is not in the study."""
        row = self._sql.execute("SELECT data FROM pictures WHERE item = ?", (item,)).fetchone()
        if row is None:
            raise KeyError(item)
        return bytes(row[0])

    # raters

    def invite(self, label: str, expires: float) -> Rater:
        """A new rater; `expires` is Unix time."""
        number = self._value("SELECT coalesce(max(number), 0) + 1 FROM raters")
        id, made = secrets.token_hex(6), now()
        self._sql.execute(
            "INSERT INTO raters (id, number, label, made, expires) VALUES (?, ?, ?, ?, ?)",
            (id, number, label, made, expires),
        )
        return Rater(id, number, label, made, expires, False, "", 0.0)

    def raters(self) -> list[Rater]:
        rows = self._sql.execute(
            "SELECT id, number, label, made, expires, revoked, agreed, seen FROM raters ORDER BY number"
        )
        return [_rater(row) for row in rows]

    def rater(self, id: str) -> Rater | None:
        query = "SELECT id, number, label, made, expires, revoked, agreed, seen FROM raters WHERE id = ?"
        row = self._sql.execute(query, (id,)).fetchone()
        return _rater(row) if row else None

    def revoke(self, rater: str) -> None:
        """Their votes stay; what they have not voted on goes to others."""
        self._sql.execute("UPDATE raters SET revoked = 1 WHERE id = ?", (rater,))
        self._sql.execute(
            "DELETE FROM tasks WHERE rater = ? "
            "AND id NOT IN (SELECT task FROM votes) AND id NOT IN (SELECT task FROM log)",
            (rater,),
        )

    def forget(self, rater: str) -> None:
        """They asked for it: the link is revoked, and no vote of theirs is left, nor what they are called."""
        self._sql.execute("UPDATE raters SET revoked = 1, label = 'removed' WHERE id = ?", (rater,))
        for table in ("votes", "log"):
            self._sql.execute(f"DELETE FROM {table} WHERE task IN (SELECT id FROM tasks WHERE rater = ?)", (rater,))
        self._sql.execute("DELETE FROM tasks WHERE rater = ?", (rater,))

    def agree(self, rater: str) -> None:
        self._sql.execute("UPDATE raters SET agreed = ? WHERE id = ? AND agreed = ''", (now(), rater))

    # tasks

    def give(self, rater: str, statements: Iterable[tuple[int, bool]]) -> None:
        """More tasks at the end of a rater's order: (statement, flipped)."""
        place = self._value("SELECT coalesce(max(place), -1) + 1 FROM tasks WHERE rater = ?", rater)
        rows = [
            (secrets.token_urlsafe(16), rater, place + i, statement, int(flipped))
            for i, (statement, flipped) in enumerate(statements)
        ]
        self._sql.executemany("INSERT INTO tasks (id, rater, place, statement, flipped) VALUES (?, ?, ?, ?, ?)", rows)

    def tasks(self, rater: str) -> list[Task]:
        """In the order in which they are shown."""
        return [_task(row) for row in self._sql.execute(f"{_TASK} WHERE t.rater = ? ORDER BY t.place", (rater,))]

    def task(self, id: str) -> Task | None:
        row = self._sql.execute(f"{_TASK} WHERE t.id = ?", (id,)).fetchone()
        return _task(row) if row else None

    def given(self, at: float) -> dict[int, int]:
        """By statement, how many raters voted on it or still may, at that Unix time."""
        rows = self._sql.execute(
            "SELECT t.statement, count(*) FROM tasks t "
            "JOIN raters r ON r.id = t.rater LEFT JOIN votes v ON v.task = t.id "
            "WHERE v.task IS NOT NULL OR (NOT r.revoked AND r.expires > ?) GROUP BY t.statement",
            (at,),
        )
        return dict(rows.fetchall())

    def begun(self) -> set[str]:
        """The raters who have tasks."""
        return {row[0] for row in self._sql.execute("SELECT DISTINCT rater FROM tasks")}

    def assigned(self) -> list[tuple[str, int]]:
        """Of every task, its rater and its statement."""
        return self._sql.execute("SELECT rater, statement FROM tasks").fetchall()

    def paces(self, rater: str, last: int) -> list[float]:
        """Seconds that the rater took for each of the last statements that were measured."""
        query = (
            "SELECT v.seconds FROM votes v JOIN tasks t ON t.id = v.task "
            "WHERE t.rater = ? AND v.seconds IS NOT NULL ORDER BY t.place DESC LIMIT ?"
        )
        return [row[0] for row in self._sql.execute(query, (rater, last))]

    def show(self, task: str, at: float) -> None:
        """From now on its time runs (Unix time); that is also a sign of life of the rater."""
        self._sql.execute("UPDATE tasks SET shown = ? WHERE id = ?", (at, task))
        self._sql.execute("UPDATE raters SET seen = ? WHERE id = (SELECT rater FROM tasks WHERE id = ?)", (at, task))

    # votes

    def vote(self, task: Task, vote: str, action: str, at: float, seconds: float | None = None) -> bool:
        """Writes a vote, in place of an earlier one; False, and nothing is written, for an action that was written
        before (`action` is a name by chance that a page gives it, so that it may be sent twice).

        `seconds` None: since the task was shown. Raises ValueError for a vote that is none of the form.
        """
        if vote not in VOTES[self.design.form]:
            raise ValueError(vote)
        if seconds is None:
            shown = self._value("SELECT shown FROM tasks WHERE id = ?", task.id)
            seconds = None if shown is None else round(max(0.0, at - shown), 3)
        if not self._logged(task.id, vote, seconds, action, at):
            return False
        self._sql.execute("INSERT OR REPLACE INTO votes VALUES (?, ?, ?, ?)", (task.id, vote, seconds, moment(at)))
        self._sql.execute("UPDATE raters SET seen = ? WHERE id = ?", (at, task.rater))
        return True

    def take_back(self, task: Task, action: str, at: float) -> bool:
        """The task has no vote any more; False, and nothing is written, for an action that was written before."""
        if not self._logged(task.id, "", None, action, at):
            return False
        self._sql.execute("DELETE FROM votes WHERE task = ?", (task.id,))
        return True

    def ballots(self) -> list[Ballot]:
        """Every vote that holds, those on known statements too."""
        rows = self._sql.execute(
            "SELECT r.number, t.statement, v.vote, v.seconds, v.at, t.place, t.flipped, "
            "(SELECT count(*) FROM log l WHERE l.task = t.id) - 1 "
            "FROM votes v JOIN tasks t ON t.id = v.task JOIN raters r ON r.id = t.rater ORDER BY r.number, t.place"
        )
        return [_ballot(row) for row in rows]

    def look(self, votes: int, wanted: int) -> None:
        """Somebody sees results: so many votes on items of so many that the design wants."""
        self._sql.execute("INSERT INTO looks VALUES (?, ?, ?)", (now(), votes, wanted))

    def looks(self) -> Sequence[tuple[str, int, int]]:
        """When results were seen, at how many votes on items, of how many wanted."""
        return self._sql.execute("SELECT at, votes, wanted FROM looks ORDER BY at").fetchall()

    def copy(self, path: Path) -> None:
        """A copy that is whole, also while votes come in. Raises DiskError."""
        with told(path):
            target = sqlite3.connect(path)
            self._sql.backup(target)
            target.close()

    def _logged(self, task: str, vote: str, seconds: float | None, action: str, at: float) -> bool:
        row = (task, vote, seconds, moment(at), action)
        query = "INSERT OR IGNORE INTO log (task, vote, seconds, at, action) VALUES (?, ?, ?, ?, ?)"
        return self._sql.execute(query, row).rowcount == 1

    def _meta(self, name: str) -> str:
        return str(self._value("SELECT value FROM meta WHERE name = ?", name))

    def _value(self, query: str, *given: Any) -> Any:
        return self._sql.execute(query, given).fetchone()[0]


@contextmanager
def told(path: Path) -> Iterator[None]:
    """SQLite's errors as ours: a full disk, a file that is none of a study. A broken rule of a table is a bug."""
    try:
        yield
    except sqlite3.OperationalError as e:
        raise DiskError(f"{path}: {e}; free some space, or mend what keeps it from being written, and go on") from e
    except sqlite3.DatabaseError as e:
        if type(e) is not sqlite3.DatabaseError:
            raise
        raise UsageError(f"{path} is no study that can be read ({e}); restore it from a copy") from e


def now() -> str:
    return moment(time.time())


def moment(at: float) -> str:
    """Unix time as ISO 8601."""
    return datetime.fromtimestamp(at, UTC).isoformat(timespec="milliseconds")


def _rater(row: Sequence[Any]) -> Rater:
    id, number, label, made, expires, revoked, agreed, seen = row
    return Rater(id, number, label, made, expires, bool(revoked), agreed, seen)


def _task(row: Sequence[Any]) -> Task:
    id, rater, place, statement, flipped, vote = row
    return Task(id, rater, place, statement, bool(flipped), vote)


def _ballot(row: Sequence[Any]) -> Ballot:
    rater, statement, vote, seconds, at, place, flipped, changes = row
    return Ballot(rater, statement, vote, seconds, at, place, bool(flipped), changes)
