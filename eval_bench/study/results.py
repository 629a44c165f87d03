"""What votes mean: the verdict on each model's answer to each item, and all figures of a study.

The unit is the item and a model's answer to it, by the majority of its raters; `eval_bench.deciding` has the rule. What
several models said in the same words was asked once: its votes are votes on each of them.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from statistics import median

from eval_bench.deciding import Reason, Tally, reason, tally, verdicts
from eval_bench.report.shares import share
from eval_bench.study.conclusions import Wins, conclusions
from eval_bench.study.database import Database
from eval_bench.study.findings import BadItem, Both, Decision, Excluded, StudyFindings
from eval_bench.study.preferences import better, grades, preferences, undecided
from eval_bench.study.quality import counted_of, quality, said
from eval_bench.study.two_ways import two_ways
from eval_bench.study.types import Asked, Ballot, Design
from eval_bench.types import SOURCES, Mark, Source

Tallies = Mapping[str, Mapping[str, Tally]]
"""By item, by model."""


def tallies(design: Design, ballots: Sequence[Ballot], counted: Collection[int]) -> Tallies:
    """Of every item and model, be it without a vote; not of sides."""
    votes: dict[int, list[str]] = {}
    for ballot in ballots:
        if ballot.rater in counted:
            votes.setdefault(ballot.statement, []).append(said(design, ballot.vote))
    found: dict[str, dict[str, Tally]] = {one.item: {} for one in design.sample}
    for statement in design.statements if design.form != "sides" else ():
        for model in statement.models[0] if statement.kind == "item" else ():
            found[statement.item][model] = tally(votes.get(statement.id, ()))
    for item, model in design.failed if design.form != "sides" else ():
        found[item][model] = Tally(failed=True)
    return found


def decisions(design: Design, ballots: Sequence[Ballot], counted: Collection[int]) -> dict[tuple[str, str], Decision]:
    """By item and model, from the votes of the raters `counted` (their numbers); {} of sides, which name no verdict."""
    grade = _grades(design, ballots, counted)
    found = {}
    for item, by_model in tallies(design, ballots, counted).items():
        for model, (verdict, why) in verdicts(by_model).items():
            t = by_model[model]
            given = (t.right, t.wrong, t.cannot_tell, t.bad, t.share)
            found[item, model] = Decision(item, model, verdict, why, *given, grade.get((item, model)))
    return found


def _grades(design: Design, ballots: Sequence[Ballot], counted: Collection[int]) -> dict[tuple[str, str], float]:
    """Mean grades, of the form `grades`."""
    given: dict[tuple[str, str], list[int]] = {}
    for ballot in ballots if design.form == "grades" else ():
        statement = design.statements[ballot.statement]
        if ballot.rater in counted and statement.kind == "item" and ballot.vote.isdigit():
            for model in statement.models[0]:
                given.setdefault((statement.item, model), []).append(int(ballot.vote))
    return {place: sum(several) / len(several) for place, several in given.items()}


def marks(design: Design, decided: Mapping[tuple[str, str], Decision]) -> dict[str, list[Mark]]:
    """By model: a mark for every answer, but none on items that wait for votes; {} of sides."""
    waiting = {one.item for one in decided.values() if one.why.startswith("excluded: no vote yet")}
    standard = {one.item: one.standard for one in design.sample}
    found: dict[str, list[Mark]] = {}
    for one in decided.values():
        if one.item not in waiting:
            grades = Tally(one.right, one.wrong, one.cannot_tell, one.bad).grades
            mark = Mark(one.item, one.model, "human", one.verdict, one.why, "shown", standard[one.item], grades)
            found.setdefault(one.model, []).append(mark)
    return found


def found(
    db: Database, *, level: float = 0.95, draws: int = 10_000, seed: int = 0, design: Design | None = None
) -> StudyFindings:
    """Every figure of a study as it stands. Raters that `quality` flags count in `both` alone.

    `design`: the study's, without items that are others by now; None: as it is.
    """
    design, ballots = design or db.design, db.ballots()
    given = {r.number: sum(design.statements[t.statement].kind == "item" for t in db.tasks(r.id)) for r in db.raters()}
    raters = quality(design, ballots, given, level=level)
    everybody = {ballot.rater for ballot in ballots}
    counted = counted_of(raters)
    decided = decisions(design, ballots, counted)
    on_items = [ballot for ballot in ballots if design.statements[ballot.statement].kind == "item"]
    items = [one for one in design.statements if one.kind == "item"]
    of = Counter(ballot.statement for ballot in on_items)
    times = [ballot.seconds for ballot in on_items if ballot.seconds is not None]
    return StudyFindings(
        name=design.name,
        folder=str(db.path.parent),
        hash=db.hash,
        made=design.made,
        form=design.form,
        simulated=design.simulated,
        raters_per_item=design.raters,
        reference=design.reference,
        people=len({ballot.rater for ballot in on_items}),
        votes=len(on_items),
        wanted=design.raters * len(items),
        missing=sum(max(0, design.raters - of[one.id]) for one in items),
        looks=tuple((at, votes, wanted) for at, votes, wanted in db.looks()),
        quality=raters,
        excluded=tuple(excluded(design, ballots, counted)),
        two_way=tuple(two_ways(design, ballots, counted, decided, level=level, draws=draws, seed=seed)),
        both=tuple(both(design, ballots, counted, everybody, level)),
        conclusions=tuple(conclusions(design, wins(design, ballots, counted), wins(design, ballots, everybody), level)),
        preferences=tuple(preferences(design, ballots, counted, level=level)),
        grades=tuple(grades(design, decided, level=level, draws=draws, seed=seed)),
        bad=tuple(bad(design, on_items)),
        median_seconds=median(times) if times else None,
    )


def sources(design: Design) -> list[Source]:
    return [source for source in SOURCES if any(one.source == source for one in design.sample)]


def excluded(design: Design, ballots: Sequence[Ballot], counted: Collection[int]) -> Iterator[Excluded]:
    """How the items of each source fared."""
    why, with_all = (_reasons(design, ballots, of) for of in (counted, {one.rater for one in ballots}))
    votes = Counter(b.statement for b in ballots if b.rater in counted)
    fewest: dict[str, int] = {}
    for one in design.statements:
        if one.kind == "item":
            fewest[one.item] = min(votes[one.id], fewest.get(one.item, votes[one.id]))
    for source in sources(design):
        items = [one.item for one in design.sample if one.source == source]
        n = Counter(why[item] for item in items)
        short = sum(not why[item] and fewest.get(item, design.raters) < design.raters for item in items)
        unasked = sum(item not in fewest for item in items)
        lost = sum(bool(why[item]) and not with_all[item] for item in items)
        counts = (n[""], n["tie"], n["cannot tell"], n["bad item"], n["waiting"], short, unasked, lost)
        yield Excluded(source, len(items), *counts)


def _reasons(design: Design, ballots: Sequence[Ballot], counted: Collection[int]) -> Mapping[str, Reason]:
    if design.form == "sides":
        return undecided(design, ballots, counted)
    return {item: reason(by_model) for item, by_model in tallies(design, ballots, counted).items()}


def both(
    design: Design, ballots: Sequence[Ballot], counted: Collection[int], everybody: Collection[int], level: float
) -> Iterator[Both]:
    """Accuracy of each model, pooled over a source's decided items; nothing of sides."""
    with_all, without = (decisions(design, ballots, of) for of in (everybody, counted))
    for model in design.models if design.form != "sides" else ():
        for source in sources(design):
            items = [one.item for one in design.sample if one.source == source]
            verdicts = [[of[item, model.name].verdict for item in items] for of in (without, with_all)]
            told = [[verdict for verdict in several if verdict] for several in verdicts]
            yield Both(model.name, source, *(share(several.count("right"), len(several), level) for several in told))


def wins(design: Design, ballots: Sequence[Ballot], counted: Collection[int]) -> Wins:
    """What is right by the votes of the raters `counted`; of sides, what is better."""
    if design.form != "sides":
        decided = decisions(design, ballots, counted)
        return {place: one.verdict == "right" for place, one in decided.items() if one.verdict}
    sides = better(design, ballots, counted).items()
    names = [(side, model.name) for side, model in zip(("first", "second"), design.models, strict=True)]
    return {(item, name): won == side for item, won in sides for side, name in names}


def bad(design: Design, on_items: Sequence[Ballot]) -> list[BadItem]:
    """Items that somebody calls bad, those first that the greatest share and then most raters do."""
    asked: dict[str, Asked] = {one.item: one for one in design.sample}
    voted: dict[str, set[int]] = {}
    called: dict[str, set[int]] = {}
    for ballot in on_items:
        item = design.statements[ballot.statement].item
        voted.setdefault(item, set()).add(ballot.rater)
        if ballot.vote == "bad_item":
            called.setdefault(item, set()).add(ballot.rater)
    several = [
        BadItem(item, a.source, a.ability, a.question, a.answer, len(who), len(voted[item]))
        for item, who in called.items()
        for a in [asked[item]]
    ]
    return sorted(several, key=lambda one: (-one.raters / one.of, -one.raters, one.item))
