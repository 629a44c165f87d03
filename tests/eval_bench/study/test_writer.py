"""Actions of many at once, put on disk together: each whole or not at all, and told only afterwards."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from eval_bench.study.database import Database
from eval_bench.study.writer import Writer
from synthgen.errors import DiskError
from tests.eval_bench.study.designs import database


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    db = database(tmp_path)
    yield db
    db.close()


def together(db: Database, *actions: Callable[[Database], Any]) -> list[Any]:
    """What each gives, or the exception that it raises."""

    async def ask() -> list[Any]:
        writer = Writer(db)
        try:
            return await asyncio.gather(*(writer.do(action) for action in actions), return_exceptions=True)
        finally:
            writer.close()

    return asyncio.run(ask())


def inviting(label: str) -> Callable[[Database], str]:
    return lambda db: db.invite(label, 0).label


def test_what_is_told_is_on_disk(db: Database) -> None:
    assert together(db, *(inviting(str(n)) for n in range(500))) == [str(n) for n in range(500)]
    assert [rater.label for rater in Database(db.path).raters()] == [str(n) for n in range(500)]


def test_a_fault_of_one_leaves_the_others_alone(db: Database) -> None:
    def broken(db: Database) -> None:
        db.invite("half", 0)
        raise ValueError("no")

    found = together(db, *[inviting("a"), broken] * 50)
    assert found[::2] == ["a"] * 50 and all(isinstance(e, ValueError) for e in found[1::2])
    assert {rater.label for rater in Database(db.path).raters()} == {"a"}


def test_on_a_full_disk_all_hear_it_and_nothing_is_kept(db: Database) -> None:
    together(db, inviting("before"))
    pages = db._value("PRAGMA page_count")
    db._value(f"PRAGMA max_page_count = {pages}")
    found = together(db, *(inviting(f"{n} {'x' * 2000}") for n in range(100)))
    assert any(isinstance(one, DiskError) for one in found)
    told = [one for one in found if not isinstance(one, DiskError)]
    assert all(isinstance(one, str) for one in told)
    assert [rater.label for rater in Database(db.path).raters()] == ["before", *told]
    db._value("PRAGMA max_page_count = 100000")
    assert together(db, inviting("after")) == ["after"]
