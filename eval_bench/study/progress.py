"""How far a study is. Nothing in here says how any model does: who looks at that while votes come, finds what they
hope for sooner or later.
"""

from collections import Counter
from collections.abc import Sequence
from statistics import median
from typing import Any

from eval_bench.study.database import Database
from eval_bench.study.types import Ballot, Design, Rater, passed


def progress(db: Database, at: float) -> dict[str, Any]:
    """What the admin page shows at that Unix time.

    {"votes": 12, "wanted": 300, "left": seconds of voting by all raters together or null,
     "raters": [{"id", "label", "state", "done", "total", "passed", "asked", "seconds", "seen"}],
     "coverage": [items without a vote, with one, ...], "cannot_tell": 3,
     "bad": [{"number": of design.asked, "question", "votes"}]}
    """
    design, ballots = db.design, db.ballots()
    real = [ballot for ballot in ballots if design.statements[ballot.statement].kind == "item"]
    mine: dict[int, list[Ballot]] = {}
    for ballot in ballots:
        mine.setdefault(ballot.rater, []).append(ballot)
    assigned = _assigned(db)
    wanted = sum(s.kind == "item" for s in design.statements) * design.raters
    by_statement = Counter(ballot.statement for ballot in real)
    short = sum(max(0, design.raters - by_statement[s.id]) for s in design.statements if s.kind == "item")
    return {
        "votes": wanted - short,
        "wanted": wanted,
        "left": _left(design, real, short),
        "raters": [
            _rater(design, rater, mine.get(rater.number, []), assigned.get(rater.id, 0), at) for rater in db.raters()
        ],
        "coverage": _coverage(design, by_statement),
        "cannot_tell": sum(ballot.vote == "cannot_tell" for ballot in real),
        "bad": _bad(design, real),
    }


def _assigned(db: Database) -> dict[str, int]:
    """By rater, the tasks that are no calibration."""
    found: Counter[str] = Counter()
    for rater, statement in db.assigned():
        found[rater] += db.design.statements[statement].kind != "calibration"
    return found


def _left(design: Design, real: Sequence[Ballot], short: int) -> float | None:
    """Median seconds of a vote, for each that lacks and for the attention items among them."""
    times = [ballot.seconds for ballot in real if ballot.seconds is not None]
    return round(median(times) * short / (1 - design.attention), 1) if times else None


def _rater(design: Design, rater: Rater, mine: Sequence[Ballot], total: int, at: float) -> dict[str, Any]:
    counted = [ballot for ballot in mine if design.statements[ballot.statement].kind != "calibration"]
    known = [ballot for ballot in counted if design.statements[ballot.statement].kind == "attention"]
    times = [ballot.seconds for ballot in counted if ballot.seconds is not None]
    if rater.revoked:
        state = "revoked"
    elif total and len(counted) == total:
        state = "done"
    elif rater.expires <= at:
        state = "expired"
    elif mine:
        state = "voting"
    else:
        state = "agreed" if rater.agreed or total else "invited"
    return {
        "id": rater.id,
        "label": rater.label,
        "state": state,
        "done": len(counted),
        "total": total,
        "passed": sum(passed(design, design.statements[ballot.statement], ballot.vote) for ballot in known),
        "asked": len(known),
        "seconds": round(median(times), 1) if times else None,
        "seen": rater.seen or None,
    }


def _coverage(design: Design, by_statement: Counter[int]) -> list[int]:
    """At [n], how many items have n votes; of several answers to an item the one with the fewest counts."""
    least: dict[str, int] = {}
    for s in design.statements:
        if s.kind == "item":
            least[s.item] = min(least.get(s.item, by_statement[s.id]), by_statement[s.id])
    counted = Counter(least.values())
    return [counted[n] for n in range(max(design.raters, *least.values(), 0) + 1)]


def _bad(design: Design, real: Sequence[Ballot]) -> list[dict[str, Any]]:
    """Items that somebody called bad; by how many people, most first."""
    people = {(design.statements[b.statement].item, b.rater) for b in real if b.vote == "bad_item"}
    called = Counter(item for item, _ in people)
    found = [
        {"number": n, "question": one.question, "votes": called[one.item]}
        for n, one in enumerate(design.asked)
        if one.item in called
    ]
    return sorted(found, key=lambda one: (-one["votes"], one["number"]))
