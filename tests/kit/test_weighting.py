import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synthgen.kit.weighting import RANGE, STEP, Fragment, parse, plain

WORD = st.from_regex(r"[a-z]{1,6}", fullmatch=True)
NUMBER = st.floats(0.5, 1.4).map(lambda x: round(x, 2))
PIECES = st.lists(
    st.one_of(WORD, st.sampled_from(["(", "((", ")", "))", "[", "]", ":1.3)", ",", ":0.8)"])), max_size=30
)


def weights(text: str) -> dict[str, float]:
    """Of each word."""
    return {word: fragment.weight for fragment in parse(text) for word in re.findall(r"[\w:.-]+", fragment.text)}


@pytest.mark.parametrize(
    "text, found",
    [
        ("(x)", {"x": 1.1}),
        ("((x))", {"x": 1.21}),
        ("(x:1.3)", {"x": 1.3}),
        ("((x:1.3))", {"x": 1.43}),
        ("((x):1.3)", {"x": 1.43}),
        ("[x]", {"x": 0.9091}),
        ("[[x]]", {"x": 0.8264}),
        ("[(x)]", {"x": 1.0}),
        ("a (b (c:1.5) d) e", {"a": 1.0, "b": 1.1, "c": 1.65, "d": 1.1, "e": 1.0}),
        ("(a, b:1.2), c", {"a": 1.2, "b": 1.2, "c": 1.0}),
        ("(clock : 1.2 )", {"clock": 1.2}),
        ("(a:.5) (b:2) (c:1.)", {"a": 0.5, "b": 2.0, "c": 1.0}),
        ("(area 51:1.2)", {"area": 1.2, "51": 1.2}),
        ("at 12:30, x", {"at": 1.0, "12:30": 1.0, "x": 1.0}),
        ("(12:30), x", {"12:30": 1.1, "x": 1.0}),
        ("x:1.3, [y:0.5]", {"x:1.3": 1.0, "y:0.5": 0.9091}),
        ("(x:9) (y:-1) [[[[z]]]]", {"x": 2.0, "y": 0.0, "z": 0.683}),
        ("((((((((((x))))))))))", {"x": 2.0}),
        ("x--, y++", {"x--": 1.0, "y": 1.0}),
    ],
)
def test_brackets_and_numbers_say_how_much_a_word_weighs(text: str, found: dict[str, float]) -> None:
    assert weights(text) == found


@pytest.mark.parametrize(
    "text, found",
    [
        ("((giraffe, grass", {"giraffe": 1.21, "grass": 1.0}),
        ("((giraffe", {"giraffe": 1.21}),
        ("(giraffe:1.3, grass", {"giraffe": 1.3, "grass": 1.0}),
        ("(((giraffe:1.3)), [grass], tree", {"giraffe": 1.573, "grass": 0.9091, "tree": 1.0}),
        ("((a, b) c, d", {"a": 1.21, "b": 1.21, "c": 1.1, "d": 1.0}),
        ("([a, b), c", {"a": 1.0, "b": 1.1, "c": 1.0}),
        ("([a, b", {"a": 1.0, "b": 1.0}),
        ("a) b], (c", {"a": 1.0, "b": 1.0, "c": 1.1}),
        ("))a((", {"a": 1.0}),
        ("(a]), b", {"a": 1.1, "b": 1.0}),
    ],
)
def test_a_bracket_that_is_never_closed_ends_at_the_next_comma(text: str, found: dict[str, float]) -> None:
    assert weights(text) == found


@pytest.mark.parametrize(
    "text, words",
    [
        ("((red balloon)), beach", "red balloon, beach"),
        ("(((giraffe:1.3)), [grass], tree", "giraffe, grass, tree"),
        ("at 12:30, (clock: 1.2 )", "at 12:30, clock"),
        ("", ""),
        ("()", ""),
        (r"\(a\) \[b\] (c\):1.3)", "(a) [b] c)"),
        ("(red)(balloon), giraffe(s)", "red balloon, giraffes"),
        ("back\\slash\\", "back\\slash\\"),
    ],
)
def test_brackets_and_weights_become_plain_words(text: str, words: str) -> None:
    assert plain(text) == words


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="()[]\\"), max_size=60))
def test_a_text_without_brackets_is_one_fragment(text: str) -> None:
    assert parse(text) == (Fragment(text, 1.0),) and plain(text) == text


@given(st.text(max_size=80) | st.text(alphabet="()[]\\:,.1 x", max_size=80))
def test_any_text_can_be_parsed(text: str) -> None:
    found = parse(text)
    assert found and all(RANGE[0] <= fragment.weight <= RANGE[1] for fragment in found)
    assert plain(text) == "".join(fragment.text for fragment in found)


@given(PIECES)
def test_no_word_is_lost_and_none_is_added(pieces: list[str]) -> None:
    words = [piece for piece in pieces if piece.isalpha()]
    assert re.findall(r"[a-z]+", plain(" ".join(pieces))) == words


@given(WORD, st.lists(st.one_of(st.sampled_from("(["), NUMBER), max_size=8))
def test_nesting_multiplies(word: str, around: list[str | float]) -> None:
    text, weight = word, 1.0
    for one in around:
        text = f"({text}:{one})" if isinstance(one, float) else f"({text})" if one == "(" else f"[{text}]"
        weight *= one if isinstance(one, float) else STEP if one == "(" else 1 / STEP
    [fragment] = parse(text)
    assert fragment.text == word
    assert fragment.weight == pytest.approx(min(max(weight, RANGE[0]), RANGE[1]), abs=1e-4)


def test_thousands_of_brackets_are_no_trouble() -> None:
    assert parse("(" * 5000 + "x" + "]" * 5000) == (Fragment("x", 2.0),)
