"""Whether scorers say the same of the same answers."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from eval_bench.answers import Answers
from eval_bench.report.findings import Agreement
from eval_bench.report.material import Material, Outcome
from eval_bench.stats import agreement
from eval_bench.types import Mark

HUMAN = "human"
CLASSES = ("right", "wrong", "unparsed", "failed")


def agreements(m: Material) -> Iterator[Agreement]:
    """Of each two scorers, per model and over all of them: every item that both marked, with its picture shown.

    The coefficients are of right against all else; the table keeps the four classes apart.
    """
    names = [one.name for one in m.answers]
    for first, second in combinations(m.scorers, 2):
        pairs = {name: _pairs(m.shown(name, first), m.shown(name, second)) for name in names}
        everything = [pair for several in pairs.values() for pair in several]
        for name, several in (("", everything), *(pairs.items() if len(names) > 1 else ())):
            if several:
                yield _agreement(first, second, name, several)


def raters(m: Material) -> Iterator[Agreement]:
    """Of people among themselves, who said right or wrong: marks keep how many of each, and that is all it takes.

    What several models said in the same words was asked once: over all models its votes count once, too.
    """
    votes = {one.name: _asked(m, one) for one in m.answers if HUMAN not in m.ignored}
    everything = {asked: row for several in votes.values() for asked, row in several.items()}
    for name, several in (("", everything), *(votes.items() if len(votes) > 1 else ())):
        rows = [row for row in several.values() if row]  # Gwet's chance is of all votes, lone ones too
        if shared := sum(len(row) > 1 for row in rows):
            percent, _, alpha, ac1 = coefficients(rows)
            yield Agreement("raters", "", name, shared, max(map(len, rows)), percent, None, alpha, ac1)


def _asked(m: Material, one: Answers) -> dict[tuple[str, str, tuple[int, int]], list[bool]]:
    """The votes on a model's answers, by item, words and counts: votes on like words that differ are other votes."""
    given, marks = one.by_picture.get("shown", {}), one.marks.get(HUMAN, {}).get("shown", {})
    found = {}
    for id in (id for id in marks if id in m.items and id in given):
        row = _votes(marks[id])
        found[id, "".join(given[id].text.split()), (row.count(True), row.count(False))] = row
    return found


def _votes(mark: Mark) -> list[bool]:
    return [True] * int(mark.grades.get("right", 0)) + [False] * int(mark.grades.get("wrong", 0))


def _pairs(one: Mapping[str, Outcome], other: Mapping[str, Outcome]) -> list[tuple[Outcome, Outcome]]:
    both = ((outcome, other.get(id, "unmarked")) for id, outcome in one.items())
    return [pair for pair in both if "unmarked" not in pair]


def _agreement(first: str, second: str, model: str, pairs: Sequence[tuple[Outcome, Outcome]]) -> Agreement:
    marks = [(a == "right", b == "right") for a, b in pairs]
    table = tuple(tuple(pairs.count((a, b)) for b in CLASSES) for a in CLASSES)
    return Agreement(*(first, second, model, len(pairs), 2), *coefficients(marks), CLASSES, table)


def coefficients(ratings: agreement.Ratings) -> tuple[float | None, float | None, float | None, float | None]:
    """Percent, kappa, alpha, AC1; kappa of two raters alone."""
    two = all(len(row) == 2 for row in ratings)
    kappa = agreement.cohen(ratings) if two else None
    return agreement.percent(ratings), kappa, agreement.alpha(ratings), agreement.ac1(ratings)
