"""Rows are found where json finds them, whatever the layout; what is damaged has a place."""

import json
from mmap import mmap
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from synthgen.mix.mend import BadRow, load
from synthgen.mix.plain import ROW
from synthgen.mix.scan import Found, Unreadable, found_in
from tests.mix.files import LAYOUTS, mapped, row

BITS = [*'{}[]",:\\ab \n\té', "id", '"id"', '}, {"id"', "\U0001f600"]
TEXTS = st.lists(st.sampled_from(BITS), max_size=8).map("".join)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS | st.just("id"), inner, max_size=3),
    max_leaves=8,
)
PLAIN = st.builds(row, TEXTS, st.just("a.jpg"), TEXTS, TEXTS)
OBJECTS = st.dictionaries(st.sampled_from(["id", "image", "conversations", "x", 'a"b']) | TEXTS, VALUES, max_size=4)


def values_in(data: bytes) -> list[Any]:
    """What is found, loaded."""
    whole = mapped(data)
    return [value(whole, place) for place in found_in(whole, ROW)]


def value(whole: mmap, place: Found) -> Any:
    """Raises BadRow."""
    start, end, _, held = place
    if isinstance(held, BadRow):
        raise held
    return load(whole[start:end])


@pytest.mark.parametrize("layout", LAYOUTS)
@settings(max_examples=30)
@given(rows=st.lists(PLAIN | OBJECTS | VALUES, min_size=1, max_size=8))
def test_any_list_of_rows_is_read_as_json_reads_it(layout: str, rows: list[Any]) -> None:
    if "lines" in layout and isinstance(rows[0], list):
        return  # a first line that is a list is a file of that list
    assert values_in(LAYOUTS[layout](rows)) == json.loads(json.dumps(rows))


@given(rows=st.lists(PLAIN, min_size=3, max_size=6), at=st.integers(0, 10_000), byte=st.integers(0, 255))
def test_one_wrong_byte_never_changes_a_row_that_it_is_not_in(rows: list[Any], at: int, byte: int) -> None:
    data = bytearray(json.dumps(rows).encode())
    data[1 + at % (len(data) - 2)] = byte
    try:
        found = values_in_or_damage(bytes(data))
    except Unreadable:
        return
    assert sum(value == row for value in found for row in rows) >= 1 or len(found) < len(rows)
    assert len([value for value in found if value not in rows]) <= 2 + found.count(None)


def values_in_or_damage(data: bytes) -> list[Any]:
    """None for damage and for what is no JSON."""
    whole, found = mapped(data), []
    for place in found_in(whole, ROW):
        try:
            found.append(value(whole, place))
        except BadRow:
            found.append(None)
    return found


@pytest.mark.parametrize("layout", [name for name in LAYOUTS if "lines" not in name])
@settings(max_examples=30)
@given(rows=st.lists(PLAIN, min_size=1, max_size=4), cut=st.integers(1, 10_000))
def test_a_list_that_was_cut_off_never_passes(layout: str, rows: list[Any], cut: int) -> None:
    data = LAYOUTS[layout](rows)
    data = data[: 5 + cut % (len(data) - 5)]
    try:
        json.loads(data)
    except ValueError:
        with pytest.raises((Unreadable, BadRow)):  # a bad row, where the cut fell behind a ] in a text
            values_in(data)


def test_a_row_that_is_damaged_costs_no_other_row() -> None:
    rows = [row(str(i)) for i in range(5)]
    data = json.dumps(rows)
    broken = data.replace('"id": "2"', '"id": "2')
    assert values_in_or_damage(broken.encode()) == [rows[0], rows[1], None, rows[3], rows[4]]
    broken = data.replace('"id": "2", ', '"id": "2" ')
    assert values_in_or_damage(broken.encode()) == [rows[0], rows[1], None, rows[3], rows[4]]


def test_rows_with_lists_of_objects_that_begin_alike_are_whole() -> None:
    rows = [row(str(i), objects=[{"id": 1, "box": [0, 1]}, {"id": 2, "box": []}]) for i in range(3)]
    assert values_in(json.dumps(rows).encode()) == rows


def test_a_missing_comma_is_told_and_costs_no_row() -> None:
    rows = [row("0"), row("1")]
    found = values_in_or_damage(json.dumps(rows).replace('}, {"id"', '} {"id"').encode())
    assert found == [rows[0], None, rows[1]]


@pytest.mark.parametrize("data", [b"[]", b" [ \n ] \n", b"\xef\xbb\xbf[]", b"\n\n", b" "])
def test_a_file_without_rows_has_none(data: bytes) -> None:
    assert values_in(data) == []
