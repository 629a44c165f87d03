"""Figures as people read them: never more digits than they are worth."""

from eval_bench.report.findings import Cell, Findings, Interval, Paired, Share
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
    """One sentence: the primary hypothesis and what came out."""
    told = f.hypothesis
    name = told.primary.replace("pooled_", "all abilities, ").replace("_", ", ") + " pictures"
    if not told.tested:
        return f"Primary hypothesis ({name}): not tested; {told.why_not or 'there is nothing to test it on'}."
    parts = []
    for one in f.comparisons:
        if one.role == "primary" and one.scorer == told.scorer:
            sure = one.p_holm is not None and one.p_holm < 1 - f.level
            parts.append(
                f"{one.second} against {one.first}: {points(one.pairs.difference, one.pairs.n)} percentage points "
                f"on {one.pairs.n} items, {p(one.p_holm)}, " + ("significant" if sure else "not significant")
            )
    return f"Primary hypothesis ({name}): " + "; ".join(parts) + "."


def _limits(low: float | None, high: float | None, decimals: int, sign: str = "") -> str:
    if low is None or high is None:
        return ""
    return f" ({100 * low:{sign}.{decimals}f} to {100 * high:{sign}.{decimals}f})"
