import pytest

from synthgen.kit.lexicon import classes, kinds


@pytest.mark.parametrize(
    "word, kind",
    [
        ("owl", "bird"),
        ("owls", "animal"),
        ("puppy", "dog"),
        ("oak", "tree"),
        ("tulip", "flower"),
        ("apple", "fruit"),
        ("taxi", "car"),
        ("chair", "furniture"),
        ("bicycle", "vehicle"),
        ("golden retriever", "dog"),
        ("sea lion", "seal"),
    ],
)
def test_a_thing_is_known_for_what_it_is(word: str, kind: str) -> None:
    assert kind in kinds(word)


@pytest.mark.parametrize(
    "word, kind", [("cat", "dog"), ("car", "bicycle"), ("strawberry", "truck"), ("chair", "animal")]
)
def test_a_thing_is_not_taken_for_another(word: str, kind: str) -> None:
    assert kind not in kinds(word)


@pytest.mark.parametrize(
    "word, name",
    [
        ("bears", "animal"),
        ("umbrella", "artifact"),
        ("kitchen", "place"),
        ("chef", "person"),
        ("tulips", "plant"),
        ("majestic", "judging"),
        ("tiny", "looks"),
        ("runs", "verb"),
        ("quickly", "adv"),
        ("thoughtfulness", "abstract"),
    ],
)
def test_a_word_is_known_in_each_of_its_forms(word: str, name: str) -> None:
    assert name in classes(word)


def test_a_word_that_is_none_is_of_no_class() -> None:
    assert classes("qwertz") == frozenset() and kinds("qwertz") == frozenset() and kinds("") == frozenset()
