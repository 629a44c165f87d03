"""The languages that dialogues can be written in."""

from synthgen.kit.language import classifier
from synthgen.kit.languages import NAMES, may_be


def test_the_classifier_knows_every_language_that_is_offered() -> None:
    assert set(NAMES) <= {str(label) for label in classifier().nb_classes}
    assert NAMES["de"] == "German" and NAMES["zh"] == "Chinese" and all(name.strip() for name in NAMES.values())


def test_kin_may_be_taken_for_each_other_and_others_may_not() -> None:
    assert may_be("de", "de") and may_be("ms", "id") and may_be("nb", "no")
    assert not may_be("en", "de") and not may_be("de", "en")
