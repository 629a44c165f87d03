"""Whether raters agree. Ratings are one row per item, one column per rater, None where a rater said nothing.

Coefficients are None where their formula divides by nothing: no item with two ratings, or (all but `ac1`) all ratings
in one class, where chance alone would agree as well.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence

Ratings = Sequence[Sequence[Hashable | None]]


def percent(ratings: Ratings) -> float | None:
    """Mean over items of the share of pairs of ratings that agree."""
    shares = [_agreeing(counts) for counts in _counts(ratings) if counts.total() > 1]
    return sum(shares) / len(shares) if shares else None


def cohen(ratings: Ratings) -> float | None:
    """Kappa of two raters (Cohen 1960, Educ. Psychol. Meas. 20: 37-46), on the items that both rated."""
    pairs = [row for row in ratings if row[0] is not None and row[1] is not None]
    if not pairs:
        return None
    n = len(pairs)
    first, second = Counter(row[0] for row in pairs), Counter(row[1] for row in pairs)
    return _above_chance(sum(a == b for a, b in pairs) / n, sum(first[c] * second[c] for c in first) / n**2)


def fleiss(ratings: Ratings) -> float | None:
    """Kappa of several raters (Fleiss 1971, Psychol. Bull. 76: 378-382); None too unless all items have as many."""
    counts = list(_counts(ratings))
    raters = {item.total() for item in counts}
    if len(raters) != 1 or min(raters) < 2:
        return None
    n = sum(item.total() for item in counts)
    chance = sum((total / n) ** 2 for total in _sum(counts).values())
    return _above_chance(sum(map(_agreeing, counts)) / len(counts), chance)


def alpha(ratings: Ratings) -> float | None:
    """Krippendorff's, nominal, with missing ratings (Krippendorff 2011, Computing Krippendorff's Alpha)."""
    counts = [item for item in _counts(ratings) if item.total() > 1]
    n = sum(item.total() for item in counts)
    if n < 2:
        return None
    observed = sum(item.total() * (1 - _agreeing(item)) for item in counts) / n
    expected = (n * n - sum(total**2 for total in _sum(counts).values())) / (n * (n - 1))
    return 1 - observed / expected if expected else None


def ac1(ratings: Ratings, classes: int = 2) -> float | None:
    """Gwet's, of several raters with missing ratings (Gwet 2008, Brit. J. Math. Stat. Psychol. 61: 29-48).

    `classes` that a rater could choose from, or as many as were seen if those are more. Defined where all ratings are
    alike, too: it is 1 then.
    """
    counts = [item for item in _counts(ratings) if item]
    agreed = percent(ratings)
    if agreed is None:
        return None
    seen = _sum(counts)
    shares = [sum(item[c] / item.total() for item in counts) / len(counts) for c in seen]
    chance = sum(share * (1 - share) for share in shares) / (max(classes, len(seen), 2) - 1)
    return _above_chance(agreed, chance)


def _counts(ratings: Ratings) -> Iterable[Counter[Hashable]]:
    return (Counter(r for r in row if r is not None) for row in ratings)


def _sum(counts: Iterable[Counter[Hashable]]) -> Counter[Hashable]:
    total: Counter[Hashable] = Counter()
    for item in counts:
        total.update(item)
    return total


def _agreeing(counts: Counter[Hashable]) -> float:
    """The share of pairs of an item's ratings that agree."""
    n = counts.total()
    return sum(c * (c - 1) for c in counts.values()) / (n * (n - 1))


def _above_chance(observed: float, chance: float) -> float | None:
    return (observed - chance) / (1 - chance) if chance < 1 else None
