"""Who is shown: evenly, or by weights."""

from collections import Counter

from synthgen.kit.people import AGES, EVEN, GENDERS, SKINS, described, spread, wrong_weights

ALL = ("woman", "man", "girl", "boy")


def test_an_even_spread_gives_each_gender_age_and_skin_the_same_weight() -> None:
    found = spread(EVEN, ALL)
    assert len(found) == 2 * len(AGES) * len(SKINS)
    assert len(spread(EVEN, ("woman", "man"))) == 2 * 3 * len(SKINS)
    axes: tuple[Counter[str], Counter[str], Counter[str]] = (Counter(), Counter(), Counter())
    for word, age, skin in found:
        for axis, value in zip(axes, (GENDERS[word], age or "child", skin), strict=True):
            axis[value] += 1
    assert all(len(set(axis.values())) == 1 for axis in axes) and set(found.values()) == {1.0}


def test_weights_shift_one_axis_and_leave_the_others_even() -> None:
    found = spread({"skin": {"light skin": 1, "dark skin": 3}}, ("woman", "man"))
    assert {skin for _, _, skin in found} == {"light skin", "dark skin"}
    dark = sum(weight for (_, _, skin), weight in found.items() if skin == "dark skin")
    assert dark / sum(found.values()) == 0.75


def test_wrong_weights_are_named_with_what_there_is() -> None:
    assert wrong_weights("even") == wrong_weights("unstated") == wrong_weights({"age": {"young": 1.0}}) == []
    assert "even, unstated" in wrong_weights("odd")[0]
    assert "gender, age and skin" in wrong_weights({"hue": {"a": 1.0}})[0]
    assert "light skin" in wrong_weights({"skin": {"green": 1.0}})[0]
    assert "above 0" in wrong_weights({"age": {"young": 0.0}})[0]


def test_a_person_without_an_age_is_the_plain_word() -> None:
    assert (
        described("woman", "elderly") == "elderly woman" and described("boy", "") == "boy" and described("", "") == ""
    )
