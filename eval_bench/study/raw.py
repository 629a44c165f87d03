"""The votes of a study as csv: all of them, ready to publish, and those that count, as `scorer=human` reads them.

Nothing in either tells who somebody is: raters are r1, r2 by the order of invitations, without labels and links. No
clock is in them, for whoever knows when an acquaintance sat at the page would know their votes; days count from the
rater's first vote. Spreadsheets run no cell: see `eval_bench.votes.harmless`.
"""

import csv
import io
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime

from eval_bench.deciding import reason
from eval_bench.study.findings import Quality
from eval_bench.study.quality import counted_of, said
from eval_bench.study.results import tallies
from eval_bench.study.types import Ballot, Design, Statement
from eval_bench.votes import COLUMNS, harmless

RAW = (
    *("item", "ability", "source", "model", "kind", "known", "statement", "rater", "vote", "seconds", "day"),
    *("place", "flipped", "changes", "counted"),
)
"""model: "+" between those who said the same, "/" between the first and the second side; "" of known statements.
known: what a careful rater says of it. day: 0 is that of the rater's first vote. place: in the rater's order, from 0.
flipped: 1 where the first side stood on the right. changes: how often the vote was another before. counted: 0 for known
statements, for raters who are flagged, and for items that are left out because they or their answers were changed."""


def raw(design: Design, ballots: Sequence[Ballot], quality: Iterable[Quality], left_out: Collection[str] = ()) -> str:
    """Every vote that holds, by rater in their order. `left_out`: items that are others by now."""
    counted = counted_of(quality)
    first: dict[int, datetime] = {}
    for ballot in ballots:
        at = datetime.fromisoformat(ballot.at)
        first[ballot.rater] = min(at, first.get(ballot.rater, at))
    rows = sorted(ballots, key=lambda one: (one.rater, one.place))
    counts = (one.rater in counted and design.statements[one.statement].item not in left_out for one in rows)
    return _csv(RAW, (_row(design, one, first[one.rater], so) for one, so in zip(rows, counts, strict=True)))


def _row(design: Design, one: Ballot, first: datetime, counts: bool) -> list[str]:
    statement = design.statements[one.statement]
    asked = next((a for a in design.asked if a.item == statement.item), None)
    day = (datetime.fromisoformat(one.at).date() - first.date()).days
    return [
        statement.item,
        asked.ability if asked else "",
        asked.source if asked else "",
        _models(statement),
        statement.kind,
        statement.known,
        str(statement.id),
        f"r{one.rater}",
        one.vote,
        "" if one.seconds is None else f"{one.seconds:.1f}",
        str(day),
        str(one.place),
        str(int(one.flipped)),
        str(one.changes),
        str(int(counts and statement.kind == "item")),
    ]


def _models(statement: Statement) -> str:
    return "/".join("+".join(several) for several in statement.models)


def votes(design: Design, ballots: Sequence[Ballot], quality: Iterable[Quality]) -> str:
    """The votes behind the headline, as item, model, rater, vote: `score` makes of them the study's own marks.

    Those on items that wait for votes are left out; grades are 1 or 0; of sides, which say nothing of right and wrong,
    there is no vote.
    """
    return _csv(COLUMNS, _votes(design, ballots, counted_of(quality)))


def _votes(design: Design, ballots: Sequence[Ballot], counted: Collection[int]) -> Iterator[tuple[str, ...]]:
    waiting = {item for item, one in tallies(design, ballots, counted).items() if reason(one) == "waiting"}
    for one in sorted(ballots, key=lambda b: (b.statement, b.rater)) if design.form != "sides" else ():
        statement = design.statements[one.statement]
        if statement.kind == "item" and one.rater in counted and statement.item not in waiting:
            for model in statement.models[0]:
                yield statement.item, model, f"r{one.rater}", said(design, one.vote)
    for item, model in design.failed if design.form != "sides" else ():
        if item not in waiting:
            yield item, model, "nobody", "no_answer"


def _csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return file.getvalue()
