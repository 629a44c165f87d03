import pytest

from eval_bench.stats.paired import mcnemar
from eval_bench.stats.power import power, smallest_difference


@pytest.mark.parametrize(
    ("n", "difference", "told"), [(50, 0.12, 0.27), (50, 0.20, 0.69), (600, 0.05, 0.57), (600, 0.12, 1.00)]
)
def test_power_is_that_of_the_handbooks_simulation(n: int, difference: float, told: float) -> None:
    assert power(n, difference) == pytest.approx(told, abs=0.02)


@pytest.mark.parametrize(("n", "difference", "discordant"), [(7, 0.4, 0.8), (9, 0.0, 0.5), (8, 0.5, 0.5), (6, 1, 1)])
def test_power_is_the_sum_over_all_that_can_happen(n: int, difference: float, discordant: float) -> None:
    from math import comb

    win, lose = (discordant + difference) / 2, (discordant - difference) / 2
    total = 0.0
    for wins in range(n + 1):
        for losses in range(n + 1 - wins):
            ways = comb(n, wins) * comb(n - wins, losses)
            chance = ways * win**wins * lose**losses * (1 - discordant) ** (n - wins - losses)
            total += chance * (mcnemar(wins, losses) <= 0.05)
    assert power(n, difference, discordant) == pytest.approx(total, abs=1e-9)


def test_the_smallest_difference_is_where_power_reaches_what_is_wanted() -> None:
    found = smallest_difference(50)
    assert found == pytest.approx(0.219, abs=0.002)
    assert power(50, found) >= 0.8 > power(50, found - 0.001)
    assert smallest_difference(650) == pytest.approx(0.062, abs=0.002)


def test_too_few_items_show_no_difference_at_all() -> None:
    assert smallest_difference(5) is None
    assert smallest_difference(0) is None
    assert smallest_difference(50, discordant=0.0) is None


def test_a_difference_larger_than_the_discordant_share_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="discordant"):
        power(50, 0.4, discordant=0.3)
