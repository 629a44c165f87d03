"""The statistics against those of scipy, statsmodels, krippendorff and scikit-learn: `pytest -m statistics`."""

import math
import warnings
from random import Random

import numpy as np
import pytest

from eval_bench.report.findings import Gap, Interval, Share
from eval_bench.report.gaps import _pearson
from eval_bench.stats import agreement, bootstrap
from eval_bench.stats.intervals import independent_difference, wilson
from eval_bench.stats.paired import holm, mcnemar
from eval_bench.stats.power import power

pytestmark = pytest.mark.statistics
TABLES = [(0, 0), (0, 1), (6, 0), (3, 3), (10, 3), (40, 61), (300, 251)]


@pytest.mark.parametrize("level", [0.9, 0.95, 0.99])
def test_wilson_is_that_of_statsmodels_and_scipy(level: float) -> None:
    from scipy.stats import binomtest
    from statsmodels.stats.proportion import proportion_confint

    for n in (1, 2, 7, 50, 650):
        for k in {0, 1, n // 3, n - 1, n}:
            mine = wilson(k, n, level)
            assert mine == pytest.approx(proportion_confint(k, n, alpha=1 - level, method="wilson"), abs=1e-9)
            theirs = binomtest(k, n).proportion_ci(level, method="wilson")
            assert mine == pytest.approx((theirs.low, theirs.high), abs=1e-9)


def test_newcombe_is_that_of_statsmodels() -> None:
    from statsmodels.stats.proportion import confint_proportions_2indep

    rng = Random(1)
    for _ in range(200):
        n1, n2 = rng.randint(1, 700), rng.randint(1, 700)
        k1, k2 = rng.randint(0, n1), rng.randint(0, n2)
        theirs = confint_proportions_2indep(k1, n1, k2, n2, method="newcomb", compare="diff")
        assert independent_difference(k1, n1, k2, n2) == pytest.approx(theirs, abs=1e-9)


def test_mcnemar_is_that_of_statsmodels_and_scipy() -> None:
    from scipy.stats import binomtest
    from statsmodels.stats.contingency_tables import mcnemar as theirs

    for one, two in TABLES:
        assert mcnemar(one, two) == pytest.approx(theirs([[5, one], [two, 5]], exact=True).pvalue, abs=1e-12)
        if one + two:
            assert mcnemar(one, two) == pytest.approx(binomtest(one, one + two).pvalue, abs=1e-12)


def test_holm_is_that_of_statsmodels() -> None:
    from statsmodels.stats.multitest import multipletests

    rng = Random(2)
    for n in (1, 2, 13, 26):
        values = [rng.choice([rng.random() ** 4, 0.01, 1.0]) for _ in range(n)]
        assert holm(values) == pytest.approx(list(multipletests(values, method="holm")[1]), abs=1e-12)


def test_the_bootstrap_of_single_items_is_that_of_scipy() -> None:
    from scipy.stats import bootstrap as theirs

    values = np.random.default_rng(3).random(80)
    mine = bootstrap.mean(values.tolist(), range(80), [0] * 80)
    other = theirs((values,), np.mean, method="percentile", rng=np.random.default_rng(4)).confidence_interval
    assert mine == pytest.approx((other.low, other.high), abs=0.004)


def ratings(rng: Random, items: int, raters: int, classes: int, missing: float) -> list[list[int | None]]:
    truth = [rng.randrange(classes) for _ in range(items)]
    return [
        [None if rng.random() < missing else t if rng.random() < 0.7 else rng.randrange(classes) for _ in range(raters)]
        for t in truth
    ]


def test_kappas_are_those_of_scikit_learn_and_statsmodels() -> None:
    from sklearn.metrics import cohen_kappa_score
    from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa

    rng = Random(5)
    for items in (2, 5, 60):
        for classes in (2, 4):
            two, five = ratings(rng, items, 2, classes, 0), ratings(rng, items, 5, classes, 0)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # they divide by 0 where we say None
                cohen = cohen_kappa_score(*zip(*two, strict=True))
                fleiss = fleiss_kappa(aggregate_raters(np.array(five))[0])
            assert _or_nan(agreement.cohen(two)) == pytest.approx(cohen, nan_ok=True)
            assert _or_nan(agreement.fleiss(five)) == pytest.approx(fleiss, nan_ok=True)


def test_alpha_is_that_of_krippendorff() -> None:
    import krippendorff

    rng = Random(6)
    for items in (4, 9, 80):
        for missing in (0, 0.3, 0.6):
            rows = ratings(rng, items, 4, 3, missing)
            data = np.array([[math.nan if r is None else r for r in row] for row in rows], float).T
            seen = {r for row in rows if sum(x is not None for x in row) > 1 for r in row if r is not None}
            if len(seen) > 1:
                theirs = krippendorff.alpha(reliability_data=data, level_of_measurement="nominal")
                assert agreement.alpha(rows) == pytest.approx(theirs)


@pytest.mark.parametrize(("n", "difference", "discordant"), [(50, 0.12, 0.3), (130, 0.1, 0.2), (650, 0.04, 0.25)])
def test_power_is_that_of_two_hundred_thousand_drawn_studies(n: int, difference: float, discordant: float) -> None:
    from scipy.stats import binom

    rng, draws = np.random.default_rng(7), 200_000
    found = rng.binomial(n, discordant, draws)
    better = rng.binomial(found, (discordant + difference) / 2 / discordant)
    p = np.minimum(1, 2 * binom.cdf(np.minimum(better, found - better), found, 0.5))
    assert power(n, difference, discordant) == pytest.approx((p <= 0.05).mean(), abs=0.005)


def test_the_correlation_is_that_of_scipy() -> None:
    from scipy.stats import pearsonr

    rng = Random(8)
    pairs = [(rng.random(), rng.random()) for _ in range(12)]
    some = [Gap("m", "k", "a", _share(a), _share(b), Interval(0, 0, 0)) for a, b in pairs]
    assert _pearson(some) == pytest.approx(pearsonr(*zip(*pairs, strict=True)).statistic)
    assert _pearson([some[0]] * 4) is None
    assert _pearson(some[:2]) is None


def _share(value: float) -> Share:
    return Share(0, 0, value, None, None)


def _or_nan(value: float | None) -> float:
    return math.nan if value is None else value
