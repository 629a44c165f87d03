"""Keywords of the benchmark."""

from synthgen.kit.reserved import SHARE, is_reserved


def test_about_a_fifth_is_reserved_and_inflection_and_spelling_do_not_matter() -> None:
    words = [f"thing{i}" for i in range(5000)]
    kept = sum(is_reserved("color", word) for word in words)
    assert abs(kept / len(words) - 1 / SHARE) < 0.02
    for one, other in (("red panda", "Red Pandas"), ("hot air balloon", "hot-air balloons"), ("knife", "knives")):
        assert is_reserved("animal", one) == is_reserved("animal", other)


def test_each_ability_reserves_its_own() -> None:
    words = [f"thing{i}" for i in range(500)]
    assert [is_reserved("color", word) for word in words] != [is_reserved("food", word) for word in words]
