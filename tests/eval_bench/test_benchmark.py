import json
from pathlib import Path

import pytest

from eval_bench.benchmark import load, several
from synthgen.errors import UsageError
from tests.eval_bench.items import benchmark, item


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    made = benchmark(tmp_path / "b", [item(0), item(1, "no", odd=True, options=("red", "blue"))])
    assert load(tmp_path / "b") == made
    assert [one.accept for one in made.items] == [("red",), ("no",)]
    assert made.picture(made.items[0])[:4] == b"\x89PNG"


def test_a_verdict_on_disk_counts_at_once_and_the_last_one_holds(tmp_path: Path) -> None:
    made = benchmark(tmp_path / "b", [item(0), item(1), item(2)])
    lines = [
        {"item": "color-generated-000000", "state": "accepted"},
        {"item": "color-generated-000001", "state": "refused"},
        {"item": "color-generated-000002", "state": "refused"},
        {"item": "color-generated-000002", "state": "mended", "accept": ["scarlet", "red"]},
    ]
    text = "".join(json.dumps(line) + "\n" for line in lines)
    (tmp_path / "b" / "verdicts.jsonl").write_text(text + '{"item": "color-gen')
    found = load(tmp_path / "b")
    assert [one.state for one in found.items] == ["accepted", "mended"]
    assert found.items[1].accept == ("scarlet", "red")
    assert found.version != made.version


def test_a_verdict_holds_for_the_item_that_it_was_said_of_and_for_no_other_of_that_id(tmp_path: Path) -> None:
    made = benchmark(tmp_path / "b", [item(0)])
    line = {"item": made.items[0].id, "state": "accepted", "standard": made.items[0].standard}
    (tmp_path / "b" / "verdicts.jsonl").write_text(json.dumps(line) + "\n" + '{"item": 3}\n')
    assert load(tmp_path / "b").items[0].state == "accepted"
    assert load(tmp_path / "b").version == made.version
    for other in ({"question": "What color does the square have?"}, {"answer": "Red."}, {"head": "blue square"}):
        benchmark(tmp_path / "b", [item(0, **other)])
        assert load(tmp_path / "b").items[0].state == "unvalidated"


def test_saved_items_are_as_people_left_them_and_the_version_on_disk_is_theirs(tmp_path: Path) -> None:
    made = benchmark(tmp_path / "b", [item(0), item(1)])
    line = {"item": made.items[0].id, "state": "refused", "standard": made.items[0].standard}
    (tmp_path / "b" / "verdicts.jsonl").write_text(json.dumps(line) + "\n")
    again = benchmark(tmp_path / "b", [item(0), item(1)])  # as built anew
    assert json.loads((tmp_path / "b" / "bench.json").read_text())["version"] == again.version != made.version
    (tmp_path / "b" / "verdicts.jsonl").unlink()
    assert [one.state for one in load(tmp_path / "b").everything] == ["refused", "unvalidated"]


def test_a_changed_picture_is_found(tmp_path: Path) -> None:
    made = benchmark(tmp_path / "b", [item(0)])
    (tmp_path / "b" / made.items[0].image).write_bytes(b"another")
    with pytest.raises(UsageError, match="is not the picture of"):
        made.picture(made.items[0])


def test_what_is_no_benchmark_is_told_in_a_line(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="build generated"):
        load(tmp_path)
    benchmark(tmp_path / "b", [item(0)])
    with pytest.raises(UsageError, match="in two of these"):
        several([tmp_path / "b", tmp_path / "b"])
    (tmp_path / "b" / "items.parquet").write_bytes(b"PAR1")
    with pytest.raises(UsageError, match="cannot be read"):
        load(tmp_path / "b")
