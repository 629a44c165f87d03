"""The quick way accepts nothing that the slow way would not, and every row is counted."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from synthgen.errors import UsageError
from synthgen.mix import reading
from synthgen.mix.index import MENDED, PICTURE
from synthgen.mix.mend import BadRow, Rules, mended
from tests.mix.files import LAYOUTS, index_of, row

HOSTILE = [
    *(
        "<image>",
        "<image>\n",
        "</s>",
        "<s>",
        "<",
        "<\\/s>",
        "USER:",
        "ASSISTANT: ",
        "SYSTEM:",
        "R:",
        "[INST]",
        "[/INST]",
        "]",
    ),
    *(
        "<|im_end|>",
        "<video>",
        "<audio>",
        "<im_start>",
        " ",
        "\n",
        "\t",
        "\0",
        "\ud800",
        "\u00a0",
        "é",
        "😀",
        "a",
        "Word",
        '"',
        "\\",
    ),
    *("u0041", ":", "T:", "T]", ""),
]
TEXT = st.lists(st.sampled_from(HOSTILE), max_size=4).map("".join)
SIDE = st.sampled_from(["human", "gpt", "human", "gpt", "user", "system"])
SAID = st.fixed_dictionaries({"from": SIDE, "value": TEXT})
PATHS = st.sampled_from(
    ["a.jpg", "coco/a b.jpg", "../a.jpg", "/a.jpg", "a\\b.jpg", "http://x/a.jpg", "", ".hidden/a.jpg", "é.jpg"]
)
EVEN = st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=3).map(
    lambda pairs: [{"from": ("human", "gpt")[i], "value": p[i]} for p in pairs for i in (0, 1)]
)
ROWS = st.fixed_dictionaries(
    {
        "id": st.sampled_from(["a", "", "\ud800", "\x1b[31m", "a:b"]) | st.integers(),
        "conversations": EVEN | st.lists(SAID, max_size=5),
    },
    optional={
        "image": PATHS | st.none() | st.lists(PATHS, max_size=2),
        "images": st.none() | st.lists(PATHS, max_size=1),
        "system": st.none() | TEXT,
        "ability": TEXT,
        "extra": TEXT,
    },
)


@settings(max_examples=200)
@given(rows=st.lists(ROWS, min_size=1, max_size=6), layout=st.sampled_from(sorted(LAYOUTS)), single=st.booleans())
def test_a_row_is_taken_if_and_only_if_the_slow_way_takes_it(rows: list[Any], layout: str, single: bool) -> None:
    rules = Rules(captions=single)
    good: list[tuple[Any, int]] = []
    bad = []
    for number, one in enumerate(rows, 1):
        try:
            found = mended(one, "x", rules)
        except BadRow as e:
            bad.append((number, str(e)))
        else:
            good.append((found.row["conversations"], MENDED * (found.row != one) + PICTURE * ("image" in found.row)))
    try:
        data = LAYOUTS[layout](rows)
    except UnicodeEncodeError:
        return
    index, listed = index_of(data, rules=rules)
    assert [(r.row, r.reason) for r in listed] == bad
    taken = [(index.loaded(i).row["conversations"], int(how)) for i, how in enumerate(index.how)]
    assert taken == good
    assert index.tally.read == len(rows) and index.tally.bad.total() == len(bad)


def test_bytes_that_are_no_text_are_found_wherever_they_stand() -> None:
    rows = [row(str(i), note="ab") for i in range(6)]
    data = json.dumps(rows).encode().replace(b'"id": "4"', b'"id": "\xff"')
    data = data.replace(b'"note": "ab"', b'"note": "\xc3"', 1)
    index, listed = index_of(data)
    assert [(r.row, r.reason) for r in listed] == [(1, "it is no JSON"), (5, "it is no JSON")]
    assert len(index) == 4


def test_one_bad_row_among_many_is_named_by_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [row(str(i)) for i in range(3000)]
    rows[2345]["conversations"][1]["value"] = ""
    index, listed = index_of(LAYOUTS["lines"](rows))
    assert [(r.row, r.line, r.id, r.reason) for r in listed] == [(2346, 2346, "2345", "answer: empty")]
    assert len(index) == 2999
    _, listed = index_of(json.dumps(rows, indent=2).encode())
    lines = json.dumps(rows, indent=2).splitlines()
    assert lines[listed[0].line - 1 : listed[0].line + 1] == ["  {", '    "id": "2345",']


def test_the_size_of_a_window_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    rows: list[Any] = [row(str(i), "a.jpg", "Q</s>" if i % 7 == 0 else "Q", "A") for i in range(100)]
    rows[50] = {"question": "<image>\nWho?", "answer": "He.", "image": "b.jpg"}
    whole, listed = index_of(json.dumps(rows).encode())
    monkeypatch.setattr(reading, "WINDOW", 3)
    small, listed_again = index_of(json.dumps(rows).encode())
    assert listed == listed_again and len(listed) == 15
    assert whole.starts.tolist() == small.starts.tolist() and whole.how.tolist() == small.how.tolist()


def test_a_file_that_was_cut_off_is_refused_with_its_line() -> None:
    data = json.dumps([row(str(i)) for i in range(9)], indent=2).encode()
    with pytest.raises(UsageError, match=r"a.json, line \d+: the list is cut off.*get the file again"):
        index_of(data[:-200])


def test_what_is_listed_can_be_printed() -> None:
    bad = {"id": "\x1b[31m\ud800", "\x07captions\ud83d": ["a"]}
    _, listed = index_of(json.dumps([bad]).encode())
    assert str(listed[0]) == "row 1 (line 1, id ?[31m?): it has no dialogue: its keys are id, ?captions?"
