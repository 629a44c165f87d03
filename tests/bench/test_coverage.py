from collections import Counter

import pytest

from bench.coverage import TOYS, exact, simulated, study


@pytest.mark.parametrize("accuracy", sorted(set(TOYS.values())))
def test_wilsons_interval_of_650_items_holds_what_it_says(accuracy: float) -> None:
    assert 0.93 <= exact(accuracy) <= 0.97


@pytest.mark.parametrize("accuracy", sorted(set(TOYS.values())))
def test_newcombes_interval_of_650_pairs_holds_what_it_says(accuracy: float) -> None:
    assert 0.93 <= simulated(accuracy, TOYS["baseline"], studies=4000) <= 0.97


def test_a_study_tells_of_every_pooled_figure_whether_its_interval_holds() -> None:
    told = [figure for figure, _ in study(0, 0)]
    assert len(set(told)) == len(told) == 2 * len(TOYS) + 2 * (len(TOYS) - 1)


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_pooled_intervals_cover_the_known_accuracies_in_93_to_97_of_100_studies() -> None:
    held: Counter[tuple[str, str]] = Counter()
    for repeat in range(200):
        held.update(
            {figure: int(covers) for figure, covers in study(0, repeat, draws=2)}
        )  # of the bootstrap, which is not asked here
    shares = {figure: times / 200 for figure, times in held.items() if figure[1] == "wilson"}
    assert {figure: share for figure, share in shares.items() if not 0.93 <= share <= 0.97} == {}  # of seed 0
