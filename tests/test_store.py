import random
import subprocess
import sys
import tracemalloc
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from synthgen.errors import DiskError
from synthgen.store import Store
from synthgen.tables import Row
from synthgen.types import Claim, Dialogue, Fields, Picture, Prompt, Reject, Score, Turn, index_of

TEXT = st.text(max_size=20)
WORDS = st.lists(TEXT, max_size=3).map(tuple)
FIELDS = st.builds(Fields, TEXT, WORDS, st.integers(1, 9), TEXT, TEXT, TEXT, TEXT, TEXT, WORDS, WORDS, TEXT, WORDS)


def rows_of(store: Store, table: str, start: int = 0, stop: int | None = None) -> list[str]:
    return [row.id for row in store.rows(table, "a", start, stop)]


def prompts(*indices: int) -> list[Row]:
    return [Prompt(f"a-{i:09d}", Fields("thing"), f"((thing)), {i}") for i in indices]


@given(FIELDS, TEXT, TEXT)
def test_a_prompt_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, fields: Fields, a: str, b: str
) -> None:
    store = Store(tmp_path_factory.mktemp("run"))
    row = Prompt("a-000000000", fields, a, b)
    store.put("prompts", [row])
    assert list(store.rows("prompts", "a")) == [row]


def test_every_kind_of_row_comes_back_as_it_was(tmp_path: Path) -> None:
    store = Store(tmp_path)
    picture = Picture("a-000000001", b"\xff\xd8bytes", "jpg", 3, 2, "abc", 2**62)
    dialogue = Dialogue("a-000000001", "describe", (Turn("q?", "a."),), (Claim("colour", "car", "red"),))
    score = Score("a-000000001", "clip", {"value": 0.25, "word": "x", "missing": None}, of="abc")
    reject = Reject("a-000000002", "picture", "undrawable", "raven")
    store.put("pictures", [picture, reject])
    store.put("dialogues", [dialogue])
    store.put("scores/clip", [score])
    assert list(store.rows("pictures", "a")) == [picture, reject]
    assert list(store.rows("dialogues", "a")) == [dialogue]
    assert list(store.rows("scores/clip", "a")) == [score]


def test_embeddings_come_back_as_they_were_and_light_rows_of_scores_have_none(tmp_path: Path) -> None:
    store = Store(tmp_path)
    embedding = np.linspace(-1, 1, 8, dtype=np.float16).tobytes()
    rows = [Score("a-000000000", "clip", {"margin": 0.1, "embedding": embedding, "unusual": None})]
    rows.append(Score("a-000000001", "clip", {"margin": None, "embedding": None, "unusual": None}))
    store.put("scores/clip", rows)
    assert list(store.rows("scores/clip", "a")) == rows
    light = [row.values for row in store.rows("scores/clip", "a", light=True) if isinstance(row, Score)]
    assert light == [{"margin": 0.1, "unusual": None}, {"margin": None, "unusual": None}]


def test_light_rows_of_pictures_carry_no_bytes(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put("pictures", [Picture("a-000000001", b"bytes", "jpg", 3, 2, "abc", 1)])
    (row,) = store.rows("pictures", "a", light=True)
    assert isinstance(row, Picture) and row.data == b"" and row.sha256 == "abc"


@given(st.lists(st.sets(st.integers(0, 300), min_size=1, max_size=64), max_size=6))
def test_rows_come_in_index_order_each_once_whatever_files_hold_them(
    tmp_path_factory: pytest.TempPathFactory, files: list[set[int]]
) -> None:
    store = Store(tmp_path_factory.mktemp("run"))
    for indices in files:
        store.put("prompts", prompts(*sorted(indices)))
    # two files with the same first and last index are one race: the first wins, as it would hold the same rows
    written = {(min(f), max(f)): f for f in reversed(files)}
    expected = sorted(set().union(*written.values()))
    assert rows_of(store, "prompts") == [f"a-{i:09d}" for i in expected]
    assert store.done("prompts", "a") == set(expected)
    assert rows_of(store, "prompts", 50, 100) == [f"a-{i:09d}" for i in expected if 50 <= i < 100]


def test_a_file_that_is_there_is_never_overwritten(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put("prompts", [Prompt("a-000000000", Fields("first"), "1")])
    store.put("prompts", [Prompt("a-000000000", Fields("second"), "2")])
    (row,) = store.rows("prompts", "a")
    assert isinstance(row, Prompt) and row.text == "1"


def test_scores_measured_in_another_way_count_as_missing_and_are_replaced(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put("scores/clip", [Score("a-000000000", "clip", {"value": 1.0})], note="old")
    assert store.done("scores/clip", "a", "new") == set()
    store.put("scores/clip", [Score("a-000000000", "clip", {"value": 2.0})], note="new")
    (row,) = store.rows("scores/clip", "a", note="new")
    assert isinstance(row, Score) and row.values["value"] == 2.0


def test_abilities_whose_names_begin_alike_are_kept_apart(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put("prompts", prompts(0))
    store.put("prompts", [Prompt("a-b-000000007", Fields("thing"), "text")])
    assert store.done("prompts", "a") == {0}
    assert store.done("prompts", "a-b") == {7}


def test_files_of_later_indices_lie_in_folders_and_are_found_by_range(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for start in range(4000, 8300, 64):
        store.put("prompts", prompts(*range(start, start + 64)))
    assert (tmp_path / "prompts/a-000004096").is_dir() and (tmp_path / "prompts/a-000008192").is_dir()
    everything = set(range(4000, 8352))
    assert store.done("prompts", "a") == everything and store.done("prompts", "a", start=4100) == set(range(4100, 8352))
    for start, stop in ((4090, 4100), (4097, 4098), (8191, 8200), (4000, 8352), (5000, 5001)):
        assert [index_of(row.id) for row in store.rows("prompts", "a", start, stop)] == list(range(start, stop))


def test_folders_of_older_versions_have_all_files_in_one_and_go_on(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put("prompts", prompts(*range(5000, 5064)))
    (path,) = (tmp_path / "prompts").glob("*/*")
    path.rename(tmp_path / "prompts" / path.name)
    store = Store(tmp_path)
    store.put("prompts", prompts(*range(5064, 5070)))
    assert store.done("prompts", "a") == set(range(5000, 5070))
    assert [index_of(row.id) for row in store.rows("prompts", "a", 5060, 5066)] == list(range(5060, 5066))


def test_a_file_cut_short_at_any_place_is_set_aside_and_its_rows_are_missing(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put("prompts", prompts(*range(64)))
    store.put("prompts", prompts(*range(64, 70)))
    (path,) = (tmp_path / "prompts").glob("*-000000063.parquet")
    whole = path.read_bytes()
    for length in range(0, len(whole) - 1, max(1, len(whole) // 50)):
        path.write_bytes(whole[:length])
        assert store.set_aside_damaged() == [path.with_suffix(".damaged")]
        assert store.done("prompts", "a") == set(range(64, 70))
    assert store.set_aside_damaged() == []


def test_a_flipped_bit_in_a_page_is_found_and_named(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put("pictures", [Picture("a-000000000", bytes(range(256)) * 40, "jpg", 3, 2, "abc", 1)])
    (path,) = (tmp_path / "pictures").glob("*.parquet")
    data = bytearray(path.read_bytes())
    data[data.index(bytes(range(256))) + 100] ^= 1
    path.write_bytes(bytes(data))
    with pytest.raises(DiskError, match="is damaged; delete it"):
        list(store.rows("pictures", "a"))


@pytest.mark.parametrize(
    "table, row",
    [
        ("pictures", Picture("a-000000000", b"bytes", "jpg", 3, 2, "abc", 1)),
        ("dialogues", Dialogue("a-000000000", "describe", (Turn("q?", "a."),), (Claim("colour", "car", "red"),))),
        ("scores/clip", Score("a-000000000", "clip", {"value": 0.25, "word": "x"}, of="abc")),
    ],
)
def test_a_flipped_bit_anywhere_is_found_or_changes_nothing(tmp_path: Path, table: str, row: Row) -> None:
    """pyarrow raises OSError, ValueError, KeyError, NotImplementedError, or nothing: then a name or a type differs."""
    store, bits = Store(tmp_path), random.Random(1)
    store.put(table, [row])
    (path,) = (tmp_path / table).glob("*.parquet")
    whole = path.read_bytes()
    for place in range(0, len(whole), 3):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << bits.randrange(8)]) + whole[place + 1 :])
        if aside := store.set_aside_damaged():
            aside[0].unlink()
            continue
        try:
            assert [*store.rows(table, "a")] in ([row], [])
        except DiskError as e:
            assert f"{path.name} is damaged; delete it and run the same command" in str(e)


def test_temporary_files_of_dead_processes_are_swept_and_of_live_ones_kept(tmp_path: Path) -> None:
    import os
    import socket

    dead = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, text=True)
    folder = tmp_path / "prompts"
    folder.mkdir()
    left = folder / f".x.parquet~{socket.gethostname()}~{dead.stdout.strip()}~1234.tmp"
    live = folder / f".x.parquet~{socket.gethostname()}~{os.getpid()}~1234.tmp"
    left.touch()
    live.touch()
    Store(tmp_path).sweep()
    assert not left.exists() and live.exists()


def test_picture_files_open_as_pictures_elsewhere(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put("pictures", [Picture("a-000000001", b"bytes", "jpg", 3, 2, "abc", 1)])
    (path,) = (tmp_path / "pictures").glob("*.parquet")
    schema = pq.read_schema(path)
    assert b'"_type": "Image"' in schema.metadata[b"huggingface"]
    assert schema.field("image").type.field("bytes") is not None


def test_kept_ids_are_read_in_order_a_few_at_a_time(tmp_path: Path) -> None:
    store = Store(tmp_path)
    assert list(store.kept()) == []
    rows = [{"id": f"a-{i:09d}", "kept": i % 2 == 0, "detail": "so it is"} for i in range(100_000)]
    store.write_selection(rows)
    assert [row["id"] for row in store.read_selection()] == [row["id"] for row in rows]
    kept = [row["id"] for row in rows if row["kept"]]
    tracemalloc.start()
    assert all(id == expected for id, expected in zip(store.kept(), kept, strict=True))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5_000_000, "a row as a dict takes some 300 bytes"


def test_a_damaged_selection_is_told_with_the_command_that_makes_it_again(tmp_path: Path) -> None:
    store = Store(tmp_path)
    (tmp_path / "selection.parquet").write_bytes(b"PAR1")
    with pytest.raises(DiskError, match="is damaged; make it again: python -m synthgen select"):
        any(store.kept())
