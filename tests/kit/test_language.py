import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synthgen.kit.language import COMMON, foreign, vocabulary
from tests.kit import foreign as lists


def found(reply: dict[str, object]) -> str:
    return foreign(
        [text for value in reply.values() for text in (value if isinstance(value, list) else [str(value)])], OWN
    )


OWN = vocabulary(["soft light", "highly detailed", "8k", "watercolor", "garden"])


@pytest.mark.parametrize("language", lists.LANGUAGES)
def test_prompts_in_another_language_are_found_out(language: str) -> None:
    missed = [reply for reply in lists.prompts(language) if not found(reply)]
    assert len(missed) <= 0.02 * 120, missed


@pytest.mark.parametrize("language", ["zh", "ru"])
def test_another_script_is_found_out_in_a_single_word(language: str) -> None:
    assert not [reply for reply in (*lists.heads(language), *lists.mixed(language)) if not found(reply)]


@pytest.mark.parametrize("language", ["de", "fr", "es"])
def test_two_parts_in_another_language_are_mostly_found_out(language: str) -> None:
    assert sum(bool(found(reply)) for reply in lists.mixed(language)) >= 0.65 * 120


LOANWORDS = """gazpacho, jacaranda, quokka, chaise longue, okapi, kimono, baklava, bouillabaisse, bonsai, macaw,
samurai armor, yellow-cornflower, café, piñata, philodendron, wandering jew, red fox, cats"""


@pytest.mark.parametrize("subject", [*LOANWORDS.replace("\n", " ").split(", "), "penguin driving a car"])
def test_an_english_prompt_may_hold_a_loanword(subject: str) -> None:
    assert foreign([subject, "garden", "soft light", "watercolor"], OWN) == ""
    assert foreign([subject, "rustic countryside inn", "dappled sunlight"], OWN) == ""


def test_words_of_the_ability_need_no_proof_whatever_they_are() -> None:
    own = vocabulary({"group": {"subjects": ["Жар-птица", "roter Fuchs am dunklen Waldrand", "狐狸"]}})
    assert foreign(["Жар-птица", "狐狸", "roter Fuchs am dunklen Waldrand"], own) == ""
    assert foreign(["狐狸", "garden"], OWN) == "狐狸"


def test_vocabulary_is_every_word_of_nested_texts_and_nothing_else() -> None:
    assert vocabulary({"a Key": ["Two words", ("x-ray", 3, None)]}, 4.0) == {"a", "key", "two", "words", "x", "ray"}
    assert {"forest", "wolves", "in"} <= COMMON


def test_known_words_never_load_the_classifier() -> None:
    code = (
        "import sys; from synthgen.kit.language import foreign;"
        "assert foreign(['two foxes', 'forest', '', '8k'], frozenset(['fox', '8k', 'two'])) == '';"
        "assert 'py3langid' not in sys.modules;"
        "assert foreign(['лиса'], frozenset()); assert 'py3langid' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@given(st.lists(st.text(max_size=20), max_size=4))
def test_any_text_can_be_asked_about(texts: list[str]) -> None:
    assert isinstance(foreign(texts, OWN), str)
