from collections import Counter

import pytest

from bench.study_coverage import SETTINGS, study


def test_a_study_tells_of_every_pooled_interval_whether_it_holds() -> None:
    told = [figure for figure, _ in study(SETTINGS[3], 0, 0) if not figure.startswith("honest")]
    assert len(set(told)) == len(told) == 3 * 3 + 2


@pytest.mark.slow
def test_pooled_intervals_hold_their_truth_and_that_of_single_votes_does_not() -> None:
    held: Counter[str] = Counter()
    for repeat in range(500):
        held.update({figure: int(covers) for figure, covers in study(SETTINGS[3], 0, repeat)})
    shares = {f: n / 500 for f, n in held.items() if not f.startswith("honest")}
    assert {f: s for f, s in shares.items() if "naive" not in f and not 0.92 <= s <= 0.98} == {}
    assert max(share for figure, share in shares.items() if "naive" in figure) < 0.9
