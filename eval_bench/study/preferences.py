"""Of two answers side by side which people prefer, an item a vote; of grades, their means.

An item goes to the side that more than half of those who could tell prefer, and counts as equal where neither has so
many: "both" and "neither" are for no side.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from eval_bench.deciding import Reason
from eval_bench.report.measures import Interval, Share
from eval_bench.report.shares import share
from eval_bench.stats import bootstrap
from eval_bench.stats.paired import holm, mcnemar
from eval_bench.study.findings import Decision, Grade, Preference
from eval_bench.study.types import Asked, Ballot, Design
from eval_bench.types import SOURCES

Counts = Mapping[str, Counter[str]]
"""By item how many said what."""


def _counts(design: Design, ballots: Sequence[Ballot], counted: Collection[int]) -> Counts:
    found: dict[str, Counter[str]] = {one.item: Counter() for one in design.sample}
    for ballot in ballots:
        statement = design.statements[ballot.statement]
        if statement.kind == "item" and ballot.rater in counted:
            found[statement.item][ballot.vote] += 1
    return found


def undecided(design: Design, ballots: Sequence[Ballot], counted: Collection[int]) -> dict[str, Reason]:
    """By item why nobody knows which side is better; "" for those that are decided, be it as equal."""
    counts = _counts(design, ballots, counted)
    alone = {item for item, _ in design.failed}
    return {item: "" if item in design.tied or item in alone else _reason(n) for item, n in counts.items()}


def _reason(n: Counter[str]) -> Reason:
    if not n.total():
        return "waiting"
    if n["bad_item"] * 2 > n.total():
        return "bad item"
    return "" if n.total() > n["bad_item"] + n["cannot_tell"] else "cannot tell"


def better(design: Design, ballots: Sequence[Ballot], counted: Collection[int]) -> dict[str, str]:
    """By decided item "first", "second" or "equal". A model without an answer is worse than one with, without votes."""
    counts = _counts(design, ballots, counted)
    why = undecided(design, ballots, counted)
    names = [model.name for model in design.models]
    lacks: dict[str, set[str]] = {}
    for item, model in design.failed:
        lacks.setdefault(item, set()).add(model)
    found = {}
    for item in (item for item, reason in why.items() if not reason):
        if item in lacks:
            alone = [side for side, name in zip(("first", "second"), names, strict=True) if name not in lacks[item]]
            found[item] = alone[0] if alone else "equal"
        else:
            found[item] = _side(counts[item])
    return found


def _side(n: Counter[str]) -> str:
    told = n["first"] + n["second"] + n["both"] + n["neither"]
    return next((side for side in ("first", "second") if n[side] * 2 > told), "equal")


def preferences(
    design: Design, ballots: Sequence[Ballot], counted: Collection[int], *, level: float = 0.95
) -> list[Preference]:
    """Per source, pooled ("") and by ability; nothing but of sides."""
    if design.form != "sides":
        return []
    sides = better(design, ballots, counted)
    left = _left(design, ballots, counted, level)
    made = []
    for source in SOURCES:
        of_source = [one for one in design.sample if one.source == source]
        for ability in ("", *dict.fromkeys(one.ability for one in of_source)) if of_source else ():
            n = Counter(sides[a.item] for a in of_source if ability in ("", a.ability) and a.item in sides)
            one, two = n["first"], n["second"]
            p = mcnemar(one, two) if n.total() else None
            told = (source, ability, n.total(), one, two, n["equal"], p, p, share(two, one + two, level))
            made.append(Preference(design.models[0].name, design.models[1].name, *told, None if ability else left))
    others = [place for place, one in enumerate(made) if f"{one.ability or 'pooled'}_{one.source}" != design.primary]
    for pooled in (True, False):
        family = [place for place in others if bool(made[place].ability) is not pooled]
        for place, corrected in zip(family, holm([made[place].p for place in family]), strict=True):
            made[place] = replace(made[place], p_holm=corrected)
    return made


def _left(design: Design, ballots: Sequence[Ballot], counted: Collection[int], level: float) -> Share:
    """How often what stood on the left was preferred, of votes that prefer a side."""
    sided = [
        (ballot.vote == "first") != ballot.flipped
        for ballot in ballots
        if ballot.rater in counted
        and ballot.vote in ("first", "second")
        and design.statements[ballot.statement].kind == "item"
    ]
    return share(sum(sided), len(sided), level)


def grades(
    design: Design, decided: Mapping[tuple[str, str], Decision], *, level: float, draws: int, seed: int
) -> Iterator[Grade]:
    """Of the form `grades`, over items that are decided: per model, source, and ability ("": all)."""
    if design.form != "grades":
        return
    first = design.models[0].name
    for source in SOURCES:
        of_source = [one for one in design.sample if one.source == source]
        for ability in ("", *dict.fromkeys(one.ability for one in of_source)) if of_source else ():
            items = [one for one in of_source if ability in ("", one.ability)]
            for model in (one.name for one in design.models):
                mine = {a.item: (a, g) for a in items if (g := _grade(decided, a.item, model)) is not None}
                base = {a.item: g for a in items if (g := _grade(decided, a.item, first)) is not None}
                both = [(a, g - base[item]) for item, (a, g) in mine.items() if item in base]
                mean = _mean(list(mine.values()), level, draws, seed)
                apart = None if model == first else _mean(both, level, draws, seed)
                yield Grade(model, source, ability, len(mine), mean, apart)


def _grade(decided: Mapping[tuple[str, str], Decision], item: str, model: str) -> float | None:
    """None for what is excluded; an answer that is not there has the lowest grade."""
    one = decided[item, model]
    if one.verdict is None:
        return None
    return 1.0 if one.grade is None else one.grade


def _mean(valued: Sequence[tuple[Asked, float]], level: float, draws: int, seed: int) -> Interval | None:
    """With the bootstrap by head, stratified by ability; None without items."""
    if not valued:
        return None
    figures, heads = [value for _, value in valued], [head(asked) for asked, _ in valued]
    strata = [asked.ability for asked, _ in valued]
    bounds = bootstrap.mean(figures, heads, strata, level=level, draws=draws, seed=seed)
    return Interval(sum(figures) / len(figures), *(bounds or (None, None)))


def head(asked: Asked) -> tuple[str, str]:
    """Items about one head are no independent ones; without a head each stands for itself."""
    named = " ".join(asked.head.lower().split())
    return ("head", named) if named else ("item", asked.item)
