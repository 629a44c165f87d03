"""How each rater votes, and whose votes do not count: `eval_bench.study.careless` says why.

Speed flags too: at least nine in ten votes within 1.5 seconds, in which nobody looks at a picture and reads a question
and an answer, be it the second to the same picture.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from statistics import median

from eval_bench.report.shares import share
from eval_bench.stats.agreement import cohen
from eval_bench.study.careless import Evidence, evidence, fails
from eval_bench.study.findings import Quality
from eval_bench.study.types import Ballot, Design, passed

HASTY, MOST = 1.5, 0.9
"""Seconds within which nobody has looked and read; share of such votes that is no accident ..."""
FEWEST_TIMES = 10
"""... in so many votes."""


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
    made = {
        rater: _quality(design, sorted(by_rater[rater], key=lambda b: b.place), by_statement, level)
        for rater in sorted(by_rater)
    }
    made = {r: replace(one, asked=(given or {}).get(r, one.votes), flags=_plain(one)) for r, one in made.items()}
    against = evidence(design, ballots, without={rater for rater, one in made.items() if one.flags})
    return tuple(_judged(one, against[rater]) for rater, one in made.items())


def _plain(one: Quality) -> tuple[str, ...]:
    """Flags that need no other rater, a phrase each."""
    a, flags = one.attention, []
    if fails(a.k, a.n):
        flags.append(f"{a.k} of {a.n} attention items passed")
    if one.hasty is not None and one.votes >= FEWEST_TIMES and one.hasty >= MOST:
        flags.append(f"{one.hasty:.0%} of votes within {HASTY} seconds")
    return tuple(flags)


def _judged(one: Quality, against: Evidence) -> Quality:
    if one.flags or not against.flagged:
        return replace(one, unclear="" if one.flags else against.unclear)
    a = one.attention
    told = f"{a.k} of {a.n} attention items passed" if a.n else "no attention items"
    agreed = "" if one.agreement is None else f", {one.agreement:.0%} agreement with others"
    return replace(one, flags=(f"votes as if without looking ({told}{agreed})",))


def _quality(
    design: Design,
    mine: Sequence[Ballot],
    others: Mapping[int, Mapping[int, str]],
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
        asked=len(on_items),
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
