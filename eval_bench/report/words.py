"""Figures as people read them: never more digits than they are worth."""

from collections.abc import Iterator

from eval_bench.report.findings import Cell, Findings, Interval, Paired, Share
from eval_bench.stats.paired import holm
from eval_bench.study.findings import StudyFindings
from eval_bench.types import Source

MANY = 200
"""Items from which on a percentage has a decimal: at fewer one item moves it by half a point or more."""
NOTHING = "not scored"
SHOWN = {"shown": "picture shown", "none": "no picture", "swapped": "swapped picture"}


def percent(value: float | None, n: int) -> str:
    """ "62 %", of 200 items and more "62.4 %"; "not scored" where there is no figure."""
    return NOTHING if value is None or not n else f"{100 * value:.{digits(n)}f} %"


def digits(n: int) -> int:
    return 1 if n >= MANY else 0


def share(one: Share) -> str:
    """ "62 % (48 to 74)" """
    return percent(one.value, one.n) + _limits(one.low, one.high, digits(one.n))


def points(one: Interval | None, n: int) -> str:
    """A difference: "+12 (-3 to +26)" percentage points."""
    if one is None:
        return NOTHING
    return f"{100 * one.value:+.{digits(n)}f}" + _limits(one.low, one.high, digits(n), "+")


def rate(one: Interval | None, n: int) -> str:
    """As `share`, of what is no count: "62 % (48 to 74)"."""
    return percent(one.value, n) + _limits(one.low, one.high, digits(n)) if one else NOTHING


def grade(one: Interval | None, sign: str = "") -> str:
    """ "3.82 (3.61 to 4.02)" """
    if one is None:
        return ""
    limits = "" if one.low is None or one.high is None else f" ({one.low:{sign}.2f} to {one.high:{sign}.2f})"
    return f"{one.value:{sign}.2f}{limits}"


def chance(value: float | None) -> str:
    """A p-value: three decimals, or "< 0.001"."""
    return "not tested" if value is None else "< 0.001" if value < 0.001 else f"{value:.3f}"


def p(value: float | None) -> str:
    """ "p = 0.031" """
    told = chance(value)
    return f"p {told}" if told.startswith("<") else f"p = {told}"


def figure(value: float | None, decimals: int = 2) -> str:
    return "undefined" if value is None else f"{value:.{decimals}f}"


def discordant(pairs: Paired) -> str:
    return f"{pairs.second_only} : {pairs.first_only}"


def ability(name: str) -> str:
    return name or "all abilities"


def source(f: Findings, name: Source) -> str:
    """ "generated pictures", marked where nobody has looked at the items."""
    return f"{name} pictures" + (" (unvalidated items)" if name in f.unvalidated else "")


def n_of(cell: Cell | None) -> int:
    return cell.accuracy.n if cell else 0


def headline(f: Findings) -> str:
    """The primary hypothesis and what came out; of a study, with what has to be known to believe it."""
    told = f.hypothesis
    name = told.primary.replace("pooled_", "all abilities, ").replace("_", ", ") + " pictures"
    out = "; ".join(_outcomes(f)) if told.tested else _untested(f)
    changed = f" The hypothesis was {told.changed}." if told.changed else ""
    if not f.study:
        return f"Primary hypothesis ({name}): {out}.{changed}"
    simulated = "Simulated raters: nobody looked at a picture. " if f.study.simulated else ""
    return f"{simulated}Primary hypothesis ({name}): {out}.{_everybody(f, f.study)}{changed} It was {sealed(f.study)}."


def _everybody(f: Findings, s: StudyFindings) -> str:
    """The same tests with the votes of flagged raters; "" if nobody is flagged."""
    ability_, _, source_ = f.hypothesis.primary.rpartition("_")
    own = [c for c in s.conclusions if (c.ability or "pooled", c.source) == (ability_, source_)]
    if not s.flagged or not f.hypothesis.tested or not own:
        return ""
    ps = holm([c.everybody.p for c in own])
    what = "preferred" if s.form == "sides" else "right alone"
    told = (
        f"{c.second} is {what} on {c.everybody.second_only} items, {c.first} on {c.everybody.first_only}, {p(value)}, "
        f"{_sure(f, value)}"
        for c, value in zip(own, ps, strict=True)
    )
    alone = " Votes of one rater alone count." if s.people == len(s.flagged) + 1 else ""
    who = "1 flagged rater" if len(s.flagged) == 1 else f"{len(s.flagged)} flagged raters"
    return f"{alone} With the votes of {who}, too: {'; '.join(told)}."


def _untested(f: Findings) -> str:
    return f"not tested; {f.hypothesis.why_not or 'there is nothing to test it on'}"


def _outcomes(f: Findings) -> Iterator[str]:
    ability_, _, source_ = f.hypothesis.primary.rpartition("_")
    for one in f.study.preferences if f.study else ():
        if (one.ability or "pooled", one.source) == (ability_, source_):
            sides = f"{one.second} is preferred on {one.second_better}, {one.first} on {one.first_better}"
            yield f"{sides}, neither on {one.equal} of {one.items} items, {p(one.p)}, {_sure(f, one.p)}"
    for test in f.comparisons:
        if test.role == "primary" and test.scorer == f.hypothesis.scorer:
            points_ = points(test.pairs.difference, test.pairs.n)
            yield (
                f"{test.second} against {test.first}: {points_} percentage points on {test.pairs.n} items, "
                f"{p(test.p_holm)}, {_sure(f, test.p_holm)}"
            )


def _sure(f: Findings, value: float | None) -> str:
    return "significant" if value is not None and value < 1 - f.level else "not significant"


def sealed(s: StudyFindings) -> str:
    """When the hypothesis was fixed."""
    return f"fixed before the first vote ({minute(s.made)}, design {s.hash[:12]})"


def early(s: StudyFindings) -> str:
    """Who stops when a result pleases finds too much: whether somebody could have. "" if nobody could."""
    seen = {votes: f"at {votes:,} of {of:,} votes ({minute(at)})" for at, votes, of in reversed(s.looks) if votes < of}
    got = s.wanted - s.missing
    looks = [seen[votes] for votes in sorted(seen) if votes != got]
    if s.missing:
        looks.append(f"now, at {got:,} of {s.wanted:,} votes")
    some = [f"{len(looks) - 3} more before", *looks[-3:]] if len(looks) > 3 else looks
    why = "whoever may stop as soon as a result pleases finds too much, and the p-value does not hold"
    return f"Results are seen before all votes are in, {'; '.join(some)}: {why}." if looks else ""


def minute(moment: str) -> str:
    """ "2026-11-23 04:18 UTC" """
    return moment[:16].replace("T", " ") + " UTC"


def _limits(low: float | None, high: float | None, decimals: int, sign: str = "") -> str:
    if low is None or high is None:
        return ""
    return f" ({100 * low:{sign}.{decimals}f} to {100 * high:{sign}.{decimals}f})"
