import os
import sqlite3
from pathlib import Path

import pytest

from eval_bench.study.database import NAME, Database
from synthgen.errors import UsageError
from tests.eval_bench.study.small import rater, study


def test_a_file_that_is_broken_in_its_middle_is_refused_when_it_is_opened(tmp_path: Path) -> None:
    study(tmp_path).close()
    data = bytearray((tmp_path / NAME).read_bytes())
    data[4096:20_000] = os.urandom(20_000 - 4096)
    (tmp_path / NAME).write_bytes(data)
    with pytest.raises(UsageError, match="restore it from a copy") as told:
        Database(tmp_path / NAME)
    assert "\n" not in str(told.value)


def test_tables_of_another_version_are_refused_in_one_line(tmp_path: Path) -> None:
    study(tmp_path).close()
    sql = sqlite3.connect(tmp_path / NAME)
    sql.execute("PRAGMA user_version = 1")
    sql.close()
    with pytest.raises(UsageError, match="another version"):
        Database(tmp_path / NAME)


def test_what_is_forgotten_is_not_in_the_file_any_more(tmp_path: Path) -> None:
    db = study(tmp_path)
    assert db._sql.execute("PRAGMA secure_delete").fetchone() == (1,)  # some builds of SQLite do so by themselves
    one = rater(db, "Zebedee of Nowhere")
    db._sql.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert b"Zebedee" in db.path.read_bytes()
    with db.transaction():
        db.forget(one.id)
    db.close()
    assert b"Zebedee" not in db.path.read_bytes()
