from contextlib import suppress
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synthgen.kit.patterns import blanks_of, expand
from synthgen.types import Fields

BLANKS = {"a": "one", "b": "two", "none": ""}


@pytest.mark.parametrize(
    "pattern, text",
    [
        ("{a} and {b}.", "one and two."),
        ("{a}[ in {none}].", "one."),
        ("{a}[ in {b}].", "one in two."),
        ("{a}[ in {b}[, of {none}]].", "one in two."),
        ("{a}[ in {none}[, of {b}]].", "one."),
        ("The {none} end .", "The end."),
        ("(x)", "x"),
        ("(x|x)y", "xy"),
    ],
)
def test_a_pattern_expands(pattern: str, text: str) -> None:
    assert expand(pattern, BLANKS, Random(0)) == text


def test_all_alternatives_come() -> None:
    found = {expand("(a|b|c{none})", BLANKS, Random(i)) for i in range(60)}
    assert found == {"a", "b", "c"}


@pytest.mark.parametrize("pattern", ["{unknown}", "(a", "a)", "[a", "a]", "{a", "(a]", "a|b"])
def test_a_wrong_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError):
        expand(pattern, BLANKS, Random(0))


@given(st.text(alphabet="ab{}[]()| ", max_size=20))
def test_any_text_expands_or_is_refused(pattern: str) -> None:
    with suppress(ValueError):
        assert isinstance(expand(pattern, BLANKS, Random(0)), str)


def test_the_blanks_of_fields_read_well() -> None:
    fields = Fields("short curly red hair", ("red",), person="woman", place="beach", medium="watercolor")
    blanks = blanks_of(fields, "hair")
    assert blanks["a_subject"] == "short curly red hair" and blanks["colour"] == "red"
    assert blanks["thing"] == "short curly hair" and blanks["A_person"] == "A woman"
    assert blanks["where"] == "on a beach" and blanks["medium"] == "a watercolor"
    style = blanks_of(Fields("mosaic", companions=("owl",), medium="mosaic"), "medium")
    assert style["a_thing"] == "an owl"
