"""Models against each other on the same items, and what such a comparison could have seen."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from eval_bench.report.findings import Comparison, Hypothesis, Looking, Role, Visible
from eval_bench.report.material import Material, values
from eval_bench.report.shares import paired
from eval_bench.stats.paired import holm
from eval_bench.stats.power import smallest_difference
from eval_bench.types import Source

POWER, SHARE = 0.8, 0.3
"""Of what `Visible` tells: the wanted power, and the discordant share that one may expect."""


def comparisons(m: Material, primary: str) -> list[Comparison]:
    """Each other model against the first, by every scorer, with Holm over the tests of a scorer and role."""
    made = list(_comparisons(m, primary))
    families: dict[tuple[str, Role], list[Comparison]] = {}
    for one in made:
        families.setdefault((one.scorer, one.role), []).append(one)
    corrected = {}
    for family in families.values():
        tests = [one.pairs.p for one in family]
        for one, p in zip(family, holm(tests), strict=True):
            corrected[one] = replace(one, p_holm=p, family=sum(test is not None for test in tests))
    return [corrected[one] for one in made]


def _comparisons(m: Material, primary: str) -> Iterator[Comparison]:
    first, *others = (one.name for one in m.answers)
    for second in others:
        for scorer in m.scorers:
            for source in m.sources:
                for ability in ("", *m.abilities):
                    items = m.over("headline", source, ability)
                    sides = [values(items, m.shown(model, scorer)) for model in (first, second)]
                    if items and all(sides):
                        role = _role(m, scorer, source, ability, primary)
                        pairs = paired(m, *sides)
                        yield Comparison(first, second, scorer, source, ability, role, pairs, None, 0, m.label(source))


def _role(m: Material, scorer: str, source: Source, ability: str, primary: str) -> Role:
    if scorer == m.scorer and f"{ability or 'pooled'}_{source}" == primary:
        return "primary"
    return "exploratory" if ability else "secondary"


def hypothesis(m: Material, primary: str, made: Iterable[Comparison]) -> Hypothesis:
    """Whether it was tested; nothing else takes its place."""
    ability, _, source = primary.rpartition("_")
    tested = any(one.role == "primary" and one.pairs.n for one in made)
    why_not = ""
    if not tested and source not in m.sources:
        why_not = f"there is no benchmark of {source} pictures"
    elif not tested and ability not in ("pooled", *m.abilities):
        why_not = f"there is no item of {ability}"
    elif not tested:
        why_not = "there are no two models" if len(m.answers) < 2 else "the models answered no item both"
    return Hypothesis(primary, m.scorer, tested, why_not)


def looking(m: Material) -> Iterator[Looking]:
    """Answers with the picture against those without, or with another's."""
    for (model, scorer, picture), found in m.series.items():
        for source in m.sources if picture != "shown" else ():
            items = m.over("headline", source)
            sides = values(items, found), values(items, m.shown(model, scorer))
            if all(sides):
                yield Looking(model, scorer, source, picture, paired(m, *sides), m.label(source))


def visible(m: Material, made: Sequence[Comparison]) -> Iterator[Visible]:
    """For each comparison by the scorer that headlines; with one model, what its items could show."""
    level = round(1 - m.level, 9)

    def seen(n: int, share: float) -> float | None:
        return smallest_difference(n, share, POWER, level)

    for one in made:
        if one.scorer == m.scorer:
            n, share = one.pairs.n, one.pairs.discordant
            at_observed = None if share is None else seen(n, share)
            yield Visible(one.first, one.second, one.source, one.ability, n, share, at_observed, seen(n, SHARE))
    for source in m.sources if len(m.answers) == 1 else ():
        for ability in ("", *m.abilities):
            model = m.answers[0].name
            if n := len(values(m.over("headline", source, ability), m.shown(model, m.scorer))):
                yield Visible(model, "", source, ability, n, None, None, seen(n, SHARE))
