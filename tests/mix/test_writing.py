"""What is written: bytes of the source where nothing changes, prefixes in place, whole files only."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from synthgen.errors import DiskError, FolderInUse
from synthgen.mix.options import Source
from synthgen.mix.plan import planned
from synthgen.mix.writing import Copier, Edit, whole, write_rows
from tests.mix.files import LAYOUTS, index_of, row
from tests.mix.test_reading import ROWS


class Kept(list[bytes]):
    write = list.append


def written(data: bytes, images: str = "", prefix: str = "", lines: bool = False, edit: Edit | None = None) -> bytes:
    index, _ = index_of(data, Source("a.json", False, "a", images))
    file: Any = Kept()
    write_rows(
        file,
        planned([index], 0),
        [Copier(index, prefix)],
        [index],
        lines,
        lambda done: None,
        {0: edit} if edit else None,
    )
    return b"".join(file)


@pytest.mark.parametrize("layout", ["compact", "as json.dump writes it", "indented", "lines"])
def test_rows_are_copied_byte_for_byte(layout: str) -> None:
    rows = [row(str(i), extra={"a": [1.50, None]}) for i in range(9)]
    data = LAYOUTS[layout](rows)
    out = written(data)
    assert sorted(json.loads(out), key=lambda r: r["id"]) == rows
    index, _ = index_of(data)
    assert all(index.raw(i) in out for i in range(9))


@settings(max_examples=150)
@given(
    rows=st.lists(ROWS, min_size=1, max_size=5),
    layout=st.sampled_from(sorted(LAYOUTS)),
    images=st.sampled_from(["", "coco/", 'o"dd é/']),
    prefix=st.sampled_from(["", "llava/"]),
    lines=st.booleans(),
)
def test_what_is_written_is_each_row_with_its_prefixes(
    rows: list[Any], layout: str, images: str, prefix: str, lines: bool
) -> None:
    try:
        data = LAYOUTS[layout](rows)
    except UnicodeEncodeError:
        return
    index, _ = index_of(data, Source("a.json", False, "a", images))
    copier = Copier(index, prefix)
    expected = [copier.loaded(i) for i in range(len(index))]
    out = written(data, images, prefix, lines)
    found = [json.loads(line) for line in out.splitlines()] if lines else json.loads(out)
    assert len(found) == len(expected) and all(one in expected for one in found)
    for one in found:
        assert str(one["id"]).startswith(prefix)
        if "image" in one:
            assert one["image"].startswith(images)


def test_prefixes_are_put_into_the_bytes_and_nothing_else_changes() -> None:
    data = json.dumps([row("7", extra="  spaces ")]).encode()
    out = written(data, "coco/", "llava/")
    assert out == b"[\n" + data[1:-1].replace(b'"7"', b'"llava/7"').replace(b"a.jpg", b"coco/a.jpg") + b"\n]\n"


def test_a_key_that_comes_twice_gets_its_prefix_where_it_counts() -> None:
    data = json.dumps([row("7")]).encode().replace(b'"image": "a.jpg"', b'"image": "a.jpg", "image": "b.jpg"')
    assert json.loads(written(data, "coco/"))[0]["image"] == "coco/b.jpg"


def test_a_line_stays_a_line() -> None:
    out = written(json.dumps([row("1"), row("2", "a.jpg", "two\nlines", "x  y")], indent=2).encode(), lines=True)
    assert len(out.splitlines()) == 2
    assert sorted((json.loads(line) for line in out.splitlines()), key=lambda r: r["id"])[1] == row(
        "2", "a.jpg", "two\nlines", "x  y"
    )


def test_rows_can_be_edited_on_their_way() -> None:
    def blind(place: int, one: dict[str, Any]) -> dict[str, Any]:
        return {"id": f"at {place}", "conversations": one["conversations"]}

    assert json.loads(written(json.dumps([row()]).encode(), edit=blind)) == [
        {"id": "at 0", "conversations": row()["conversations"]}
    ]


def test_nothing_to_write_is_an_empty_list() -> None:
    assert json.loads(written(b"[]")) == [] and written(b"[]", lines=True) == b""


def test_a_file_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "new/mix.json"
    with pytest.raises(RuntimeError), whole(path) as file:
        file.write(b"half")
        raise RuntimeError
    assert list(tmp_path.rglob("*.json")) == [] and list((tmp_path / "new").iterdir()) == []
    with whole(path) as file:
        file.write(b"all")
    assert path.read_bytes() == b"all" and list((tmp_path / "new").iterdir()) == [path]


def test_two_mixes_do_not_write_the_same_file(tmp_path: Path) -> None:
    with whole(tmp_path / "mix.json") as file:
        file.write(b"first")
        with pytest.raises(FolderInUse, match="another process writes"), whole(tmp_path / "mix.json"):
            pass
    assert (tmp_path / "mix.json").read_bytes() == b"first"


def test_a_folder_that_cannot_be_made_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DiskError, match="pass out="), whole(tmp_path / "file/mix.json"):
        pass
