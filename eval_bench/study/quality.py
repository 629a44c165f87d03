"""How each rater votes."""

from collections.abc import Iterable, Mapping, Sequence
from statistics import median

from eval_bench.report.shares import share
from eval_bench.stats.agreement import cohen
from eval_bench.study.findings import Quality
from eval_bench.study.types import Ballot, Design, passed

HASTY = 1.5
"""Seconds within which nobody has looked at a picture and read a question and an answer."""


def said(design: Design, vote: str) -> str:
    """A vote as "1", "0", "cannot_tell" or "bad_item"; of sides as "first", "second" or "equal", too."""
    if design.form == "grades" and vote.isdigit():
        return "1" if int(vote) >= design.right_from else "0"
    return "equal" if vote in ("both", "neither") else vote


def counted_of(raters: Iterable[Quality]) -> set[int]:
    """The numbers of those whose votes count in the headline."""
    return {int(one.rater.removeprefix("r")) for one in raters if not one.flags}


def quality(
    design: Design, ballots: Sequence[Ballot], given: Mapping[int, int] | None = None, *, level: float = 0.95
) -> tuple[Quality, ...]:
    """Of every rater with a vote, by number. `given`: statements on items that each was given; None: as many votes."""
    by_statement: dict[int, dict[int, str]] = {}
    by_rater: dict[int, list[Ballot]] = {}
    for ballot in ballots:
        by_rater.setdefault(ballot.rater, []).append(ballot)
        vote = said(design, ballot.vote)
        if design.statements[ballot.statement].kind == "item" and vote not in ("cannot_tell", "bad_item"):
            by_statement.setdefault(ballot.statement, {})[ballot.rater] = vote
    return tuple(
        _quality(design, sorted(mine, key=lambda b: b.place), by_statement, (given or {}).get(rater), level)
        for rater, mine in sorted(by_rater.items())
    )


def _quality(
    design: Design,
    mine: Sequence[Ballot],
    others: Mapping[int, Mapping[int, str]],
    asked: int | None,
    level: float,
) -> Quality:
    kind = {ballot.statement: design.statements[ballot.statement].kind for ballot in mine}
    on_items = [ballot for ballot in mine if kind[ballot.statement] == "item"]
    known = [ballot for ballot in mine if kind[ballot.statement] == "attention"]
    held = sum(passed(design, design.statements[ballot.statement], ballot.vote) for ballot in known)
    half = len(on_items) // 2
    pairs, early, late = (_pairs(part, others) for part in (on_items, on_items[:half], on_items[half:]))
    one, two = _agreeing(early), _agreeing(late)
    times = [ballot.seconds for ballot in on_items if ballot.seconds is not None]
    return Quality(
        rater=f"r{mine[0].rater}",
        votes=len(on_items),
        asked=len(on_items) if asked is None else asked,
        attention=share(held, len(known), level),
        agreement=_agreeing(pairs),
        kappa=cohen(pairs),
        leniency=None if design.form == "sides" else _leniency(on_items, others),
        seconds=median(times) if times else None,
        hasty=sum(time < HASTY for time in times) / len(times) if times else None,
        drift=None if one is None or two is None else two - one,
        changed=sum(ballot.changes > 0 for ballot in on_items),
        flags=(),
    )


def _pairs(mine: Sequence[Ballot], votes: Mapping[int, Mapping[int, str]]) -> list[tuple[str, str]]:
    """Each of the rater's votes with each other rater's on the same statement."""
    found = []
    for ballot in mine:
        on_it = votes.get(ballot.statement, {})
        if own := on_it.get(ballot.rater):
            found += [(own, vote) for rater, vote in on_it.items() if rater != ballot.rater]
    return found


def _agreeing(pairs: Sequence[tuple[str, str]]) -> float | None:
    return sum(a == b for a, b in pairs) / len(pairs) if pairs else None


def _leniency(mine: Sequence[Ballot], votes: Mapping[int, Mapping[int, str]]) -> float | None:
    """Mean over statements of own "right" (1 or 0) minus the share of the others who say so."""
    apart = []
    for ballot in mine:
        on_it = votes.get(ballot.statement, {})
        own = on_it.get(ballot.rater)
        others = [vote for rater, vote in on_it.items() if rater != ballot.rater]
        if own and others:
            apart.append((own == "1") - others.count("1") / len(others))
    return sum(apart) / len(apart) if apart else None
