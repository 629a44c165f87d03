import pytest
from hypothesis import given
from hypothesis import strategies as st

from synthgen.kit.prompt_text import coloured, compile_text, counted, heads, keywords, read_fields
from synthgen.types import Fields

WORD = st.from_regex(r"[a-z]{1,8}", fullmatch=True)


@pytest.mark.parametrize(
    "thing, count, said",
    [
        ("red balloon", 1, "red balloon"),
        ("red balloon", 3, "three red balloons"),
        ("wolf", 2, "two wolves"),
        ("cup of coffee", 2, "two cups of coffee"),
        ("two dogs", 2, "two dogs"),
        ("ant", 40, "40 ants"),
    ],
)
def test_a_number_stands_before_the_plural(thing: str, count: int, said: str) -> None:
    assert counted(thing, count) == said
    assert heads(compile_text(Fields(thing, count=count))) == [said]


@given(WORD, st.lists(WORD, max_size=3), WORD)
def test_what_was_compiled_is_read_back(subject: str, light: list[str], place: str) -> None:
    text = compile_text(Fields(subject, light=tuple(light), place=place))
    assert heads(text) == [subject] and keywords(text) == [place, *light]


@pytest.mark.parametrize(
    "text, head, rest",
    [
        ("((Giraffe)), sunset, 8k", ["Giraffe"], ["sunset", "8k"]),
        ("((Spaghetti, realistic, 8k", ["Spaghetti"], ["realistic", "8k"]),
        ("((dog)), ((cat)), park", ["dog", "cat"], ["park"]),
        ("(( red panda )) , bamboo forest.", ["red panda"], ["bamboo forest"]),
        ("no head, at all", [], ["no head", "at all"]),
        ("", [], []),
        ("(())", [], []),
    ],
)
def test_heads_and_keywords(text: str, head: list[str], rest: list[str]) -> None:
    assert heads(text) == head and keywords(text) == rest


def test_what_the_head_says_is_not_said_again() -> None:
    fields = Fields("red balloon", ("red", "shiny"), relation="floating", place="sky", quality=("8k",))
    assert compile_text(fields) == "((red balloon)), shiny, floating, sky, 8k"


@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    read = read_fields(text)
    assert (read is None) == (not heads(text))


@pytest.mark.parametrize(
    "thing, colour, said",
    [
        ("balloon", "red", "red balloon"),
        ("short curly hair", "red", "short curly red hair"),
        ("emo hair", "gray", "gray emo hair"),
        ("bun", "", "bun"),
    ],
)
def test_a_color_stands_where_people_say_it(thing: str, colour: str, said: str) -> None:
    assert coloured(thing, colour) == said
