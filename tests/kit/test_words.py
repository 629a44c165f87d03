"""Word forms, articles, synonyms, places."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synthgen.kit import words
from synthgen.kit.word_tables import SYNONYMS, WHERE

NOUNS = st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=3, max_size=12)


@pytest.mark.parametrize(
    ("one", "several"),
    [
        ("cat", "cats"),
        ("red panda", "red pandas"),
        ("fox", "foxes"),
        ("daisy", "daisies"),
        ("donkey", "donkeys"),
        ("leaf", "leaves"),
        ("roof", "roofs"),
        ("cactus", "cacti"),
        ("tomato", "tomatoes"),
        ("piano", "pianos"),
        ("person", "people"),
        ("fisherman", "fishermen"),
        ("kiwi", "kiwis"),
        ("hoodie", "hoodies"),
        ("goose", "geese"),
        ("bowl of soup", "bowls of soup"),
        ("bird of paradise", "birds of paradise"),
        ("man in a suit", "men in a suit"),
        ("penguin driving a car", "penguins driving a car"),
        ("frying pan", "frying pans"),
        ("Polar Bear", "Polar Bears"),
    ],
)
def test_plural_and_singular_are_the_way_there_and_back(one: str, several: str) -> None:
    assert words.plural(one) == several
    assert words.singular(several) == one
    assert words.plural(several) == several
    assert words.singular(one) == one


@pytest.mark.parametrize("phrase", ["sheep", "curly hair", "jeans", "sunglasses", "playing chess", "rice"])
def test_what_has_no_plural_stays_as_it_is(phrase: str) -> None:
    assert words.plural(phrase) == phrase


@pytest.mark.parametrize(
    "phrase",
    [
        *(
            "an afro",
            "a red panda",
            "an hourglass",
            "a unicorn",
            "an umbrella",
            "a uniform",
            "an unusual car",
            "an octopus",
        ),
        *("a european city", "an x-ray", "an SUV", "a T-shirt", "an 8-legged horse", "a one-eyed pirate", "an iris"),
        *("a sheep", "a bus", "a lens", "an ice cream cone", "a hot dog", "a chocolate bar", "a cup of tea"),
        *("a glass of milk", "a frying pan", "a painting", "an oil painting", "a swimming pool", "a crossing guard"),
        *("a penguin driving a car", "a cat wearing sunglasses", "a watercolor"),
        *("curly hair", "jeans", "children", "spaghetti", "ice cream", "dumplings", "riding a horse", "skateboarding"),
        *("pixel art", "stained glass", "two cats", "the moon", "braids", "overalls", "hot chocolate", "rock climbing"),
    ],
)
def test_the_article_is_the_one_that_is_said(phrase: str) -> None:
    bare = phrase.removeprefix("a ").removeprefix("an ")
    assert words.with_article(bare) == phrase
    assert words.with_article(phrase) == phrase


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("beach", "on a beach"),
        ("tropical beach", "on a tropical beach"),
        ("the beach", "on the beach"),
        ("forest", "in the forest"),
        ("enchanted forest", "in an enchanted forest"),
        ("airport", "at an airport"),
        ("train station", "at a train station"),
        ("underwater", "underwater"),
        ("space", "in space"),
        ("moon", "on the moon"),
        ("snowy mountains", "in the snowy mountains"),
        ("living room", "in a living room"),
        ("city street", "on a city street"),
        ("busy city streets", "on busy city streets"),
        ("Paris", "in Paris"),
        ("winter", "in winter"),
        ("in a box", "in a box"),
        ("", ""),
    ],
)
def test_a_place_is_said_with_its_preposition(place: str, said: str) -> None:
    assert words.where(place) == said


def test_every_place_of_the_table_begins_with_its_preposition() -> None:
    for place, how in WHERE.items():
        assert words.where(place).startswith(how.partition(" ")[0])


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("running", "ran"),
        ("runs", "run"),
        ("leaf", "leaves"),
        ("push-ups", "push-up"),
        ("hugging", "embrace"),
        ("golden", "gold"),
        ("rhino", "rhinoceroses"),
        ("cacti", "cactus"),
        ("photos", "photographs"),
        ("tv", "television"),
        ("gray", "Grey"),
        ("dying", "die"),
        ("carried", "carrying"),
        ("dancing", "dances"),
    ],
)
def test_forms_and_synonyms_are_the_same_word(word: str, other: str) -> None:
    assert words.same_word(word, other)
    assert words.same_word(other, word)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("cat", "car"),
        ("ring", "run"),
        ("bus", "bush"),
        ("pan", "panda"),
        ("husky", "dog"),
        ("king", "kin"),
        ("red", "rid"),
    ],
)
def test_words_that_only_look_alike_are_not_the_same(word: str, other: str) -> None:
    assert not words.same_word(word, other)


def test_synonyms_hold_in_both_directions() -> None:
    for word, others in SYNONYMS.items():
        assert word not in others
        for other in others:
            assert word in SYNONYMS[other]


def test_content_words_split_hyphens_and_leave_out_what_says_nothing() -> None:
    assert words.content_words("The Queen’s jalapeño is in a Blue-Jay's nest") == (
        "queen",
        "jalapeno",
        "blue",
        "jay",
        "nest",
    )
    assert words.content_words("doing push-ups") == ("push", "ups")
    assert words.content_words("it is on the") == ()


@given(NOUNS)
def test_a_word_is_one_of_its_forms_and_the_same_as_each_of_them(word: str) -> None:
    forms = words.forms(word)
    assert word in forms
    assert all(words.same_word(word, form) for form in forms)


@given(st.from_regex(r"[a-z]{2,9}[a-hj-rtv-y]", fullmatch=True))
def test_a_plural_has_no_further_plural(word: str) -> None:
    """Of words that do not end in i, s, u or z: whether "emus" is a plural and "bus" is not only a list can tell."""
    assert words.plural(words.plural(word)) == words.plural(word)


@given(NOUNS)
def test_an_article_is_put_once(word: str) -> None:
    said = words.with_article(word)
    assert words.with_article(said) == said
    assert said in (word, f"a {word}", f"an {word}")


@given(st.text())
def test_any_text_has_content_words_that_keep_to_themselves(text: str) -> None:
    found = words.content_words(text)
    assert words.content_words(" ".join(found)) == found


@pytest.mark.parametrize("phrase", ["jeans", "red pandas", "cups of tea", "finger waves", "french fries", "stairs"])
def test_some_phrases_name_several(phrase: str) -> None:
    assert words.is_plural(phrase)


@pytest.mark.parametrize("phrase", ["bus", "cactus", "playing chess", "curly hair", "cup of beans", "canvas", ""])
def test_others_name_one(phrase: str) -> None:
    assert not words.is_plural(phrase)


def test_the_file_of_irregular_words_is_what_its_script_writes() -> None:
    pytest.importorskip("inflect")
    from scripts.write_forms import TARGET, compose

    assert compose() == json.loads(TARGET.read_text(encoding="utf-8")), "run: python scripts/write_forms.py"
