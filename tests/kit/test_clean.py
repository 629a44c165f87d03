import json
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from synthgen.kit.clean import data, lines

ANY = st.text(st.characters(), max_size=80)


@given(ANY, st.integers(0, 60))
@example("red\u202efox", 20)
@example("\udc80\ud800", 20)
@example("a\U000e0041\U000e0042b", 20)
def test_data_is_one_line_of_signs_that_can_be_seen_and_no_longer_than_allowed(text: str, most: int) -> None:
    plain = data(text, most)
    assert len(plain) <= most
    assert plain == plain.strip() and "  " not in plain and len(plain.splitlines()) <= 1
    assert {unicodedata.category(sign) for sign in plain}.isdisjoint({"Cc", "Cf", "Cs", "Zl", "Zp"})
    plain.encode()  # no half of a surrogate pair


@given(ANY, st.integers(0, 60))
def test_data_that_is_clean_stays_as_it_is(text: str, most: int) -> None:
    once = data(text, most)
    assert data(once, most) == once
    assert json.loads(json.dumps(once)) == once


@given(st.text(st.characters(categories=("L", "N", "P", "S")), max_size=40))
def test_letters_digits_and_signs_are_kept(text: str) -> None:
    assert data(text, 40) == text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("  red\n\tfox\r\n", "red fox"),
        ("red\u2028fox\u2029x\x85y\x0bz", "red fox x y z"),
        ("\x1b]0;title\x07fox", "]0;title fox"),
        ("zero\u200bwidth\u00adsoft", "zerowidthsoft"),
        ("\u202eright to left\u202c", "right to left"),
        ("caf\u00e9 \u4e2d\u6587 \u0623", "caf\u00e9 \u4e2d\u6587 \u0623"),
        ("\U0001f469\u200d\U0001f33e", "\U0001f469\U0001f33e"),
        ("fox\ufe0f\ufe01\U000e0100", "fox"),
        ("tag\U000e0068\U000e0069", "tag"),
        ("\ud83dfox", "fox"),
        ("", ""),
    ],
)
def test_what_cannot_be_seen_goes_and_breaks_become_spaces(text: str, plain: str) -> None:
    assert data(text, 100) == plain


def test_a_cut_leaves_no_blank_at_the_end() -> None:
    assert data("red fox in a forest", 8) == "red fox"
    assert data("x" * 10**6, 5) == "xxxxx"


@given(ANY)
def test_lines_stay_lines_each_of_them_clean(text: str) -> None:
    plain = lines(text)
    assert plain == plain.strip()
    assert all(data(line, len(line)) == line for line in plain.split("\n"))


def test_a_paragraph_stays_a_paragraph() -> None:
    assert lines("One.\r\n\r\nTwo\x00 more.\u2028Three.") == "One.\n\nTwo more.\nThree."
