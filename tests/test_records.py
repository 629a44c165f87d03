"""Kept samples, read back from a run folder."""

from pathlib import Path

import pytest

from synthgen.errors import DiskError
from synthgen.records import records
from synthgen.store import Store
from synthgen.types import Record
from tests.samples import record


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Six samples in files of two."""
    store, made = Store(tmp_path), [record(i) for i in range(6)]
    for pair in (made[:2], made[2:4], made[4:]):
        store.put("prompts", [one.prompt for one in pair])
        store.put("pictures", [one.pictures[0] for one in pair])
        store.put("dialogues", [one.dialogue for one in pair])
    return store


def read(store: Store, *indices: int) -> list[Record]:
    return list(records(store, (f"color-{i:09d}" for i in indices), {}, {}))


def test_those_that_are_asked_for_come_and_no_others(store: Store) -> None:
    found = read(store, 1, 2, 5)
    assert [one.id for one in found] == [f"color-{i:09d}" for i in (1, 2, 5)]
    assert [one.pictures for one in found] == [record(i).pictures for i in (1, 2, 5)]
    assert read(store) == []


@pytest.mark.parametrize("table", ["prompts", "pictures", "dialogues"])
@pytest.mark.parametrize("kept", [(1, 2, 5), (0, 3)])
def test_a_sample_that_the_folder_has_lost_is_never_left_out_in_silence(
    store: Store, table: str, kept: tuple[int, ...]
) -> None:
    (store.root / table / "color-000000002-000000003.parquet").unlink()
    with pytest.raises(DiskError, match=rf"has lost parts of color-00000000{kept[1]}, a kept sample; run"):
        read(store, *kept)
    assert len(read(store, 0, 1, 4)) == 3
