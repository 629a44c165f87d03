import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synthgen.kit.prompt_text import QUALITY, coloured, compile_text, counted, heads, keywords, read_fields, sentence
from synthgen.kit.words import missing_words
from synthgen.types import Fields
from tests.llm.test_offline import ABILITIES, written

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


@pytest.mark.parametrize(
    "fields, said",
    [
        (
            Fields("red balloon", count=3, place="beach", companions=("blue kite",), medium="watercolor"),
            "A watercolor of three red balloons on a beach, with a blue kite.",
        ),
        (
            Fields("cat", ("striped",), relation="next to", companions=("bicycle", "dog", "ball"), place="street"),
            "A striped cat next to a bicycle on a street, with a dog and a ball.",
        ),
        (Fields("monkey", relation="riding", companions=("bicycle",)), "A monkey riding a bicycle."),
        (
            Fields("frog", relation="far too large for the place", place="kitchen"),
            "A frog, far too large for the place, in a kitchen.",
        ),
        (Fields("fox in a forest", place="forest", light=("sunset",)), "A fox in a forest, at sunset."),
        (Fields("farmer", place="farm"), "A farmer on a farm."),
        (
            Fields("lifeguard", person="woman", age="elderly", skin="dark skin", place="beach"),
            "A lifeguard, an elderly woman with dark skin, on a beach.",
        ),
        (Fields("paramedic", person="person"), "A paramedic."),
        (Fields("dancer", person="woman", count=2), "Two dancers, each a woman."),
        (Fields("jeans", person="boy", skin="dark skin"), "A boy with dark skin wearing jeans."),
        (Fields("red bob cut", ("red",), person="man", skin="light skin"), "A man with light skin and a red bob cut."),
        (Fields("ice skating", person="girl", place="lake"), "A girl ice skating by a lake."),
        (Fields("playing chess", person="man", age="young"), "A young man playing chess."),
        (
            Fields("woman with long hair", person="woman", age="elderly", skin="light skin"),
            "An elderly woman with long hair and light skin.",
        ),
        (
            Fields("pencil sketch", medium="pencil sketch", companions=("tree", "cup"), place="park"),
            "A pencil sketch of a tree in a park, with a cup.",
        ),
        (Fields("two dogs", count=2, medium="realistic 35 mm photo", quality=("8k",)), "A 35 mm photo of two dogs."),
        (
            Fields("duck", place="lake", light=("soft light", "muted colors")),
            "A duck on a lake, in soft light and muted colors.",
        ),
    ],
)
def test_a_prompt_is_said_in_one_sentence(fields: Fields, said: str) -> None:
    assert sentence(fields) == said


@pytest.mark.parametrize(
    "text, said",
    [
        ("((blue banana)), kitchen table, realistic, 8k", "A blue banana, on a kitchen table."),
        ("((giraffe:1.3)), sunset, (tall:1.2)", "A giraffe, at sunset, tall."),
        ("((Spaghetti, realistic, 8k", "Spaghetti."),
        ("((dog)), ((cat)), park, [grass]", "A dog, with a cat, in a park, in the grass."),
        ("((plumber)), woman, bathroom, fixing a pipe, 4k", "A plumber, a woman, in a bathroom, fixing a pipe."),
    ],
)
def test_what_somebody_else_wrote_is_still_readable(text: str, said: str) -> None:
    fields = read_fields(text)
    assert fields and sentence(fields) == said


@given(st.text(max_size=20), st.text(max_size=40))
def test_any_prompt_becomes_one_sentence(head: str, rest: str) -> None:
    fields = read_fields(f"((x{head})), {rest}")
    assert fields
    said = sentence(fields)
    assert said.endswith(".") and said[0] == said[0].upper() and not set("()[]{}") & set(said)


@pytest.mark.parametrize("name", ABILITIES)
def test_sentences_of_every_ability_say_the_head_and_no_word_of_care(name: str) -> None:
    for _, prompt, _ in written(name, "describe", count=50):
        said = sentence(prompt.fields)
        assert re.fullmatch(r"[A-Z0-9][^()\[\]{}]*[a-z]\.", said), said
        assert not missing_words(prompt.head, said), (prompt.head, said)
        told = said.lower().replace(prompt.head.lower(), "")
        assert not [word for word in QUALITY if re.search(rf"\b{re.escape(word)}\b", told)], said
        assert not re.search(
            r"  | ,|,,|\b(an?) an?\b|\ba (?!eu|one|uni)[aeio]|with [^,]* with light|\band [a-z]+ing ", said
        ), said
        for part in (prompt.fields.place, *prompt.fields.companions, prompt.fields.skin):
            assert part.lower() in said.lower(), (part, said)
