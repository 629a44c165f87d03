"""how far keyword matching agrees with people, and where it does not

python -m eval_bench audit answers=[answers/a,answers/b]                       writes a sample to label: audit.csv
python -m eval_bench audit answers=[answers/a,answers/b] labels=audit.csv      ... and compares what people said
"""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from rich.table import Table

from eval_bench.auditing import COLUMNS, Pair, agreement, confusion, pairs, sample, weighed
from eval_bench.commands.told import folders, out
from eval_bench.score_options import AuditConfig
from eval_bench.scorer.human import marks_of
from eval_bench.scoring import Answered, gather
from eval_bench.types import STYLES, Mark
from eval_bench.votes import read_votes
from synthgen.config import compose_entry
from synthgen.disk import write_once
from synthgen.errors import UsageError


def run(arguments: Sequence[str]) -> int:
    """Raises UsageError, DiskError."""
    config = compose_entry(arguments, "eval_bench/audit", AuditConfig)
    answered = gather(folders(config.answers), folders(config.items))
    labels = _labels(answered, config.labels)
    if not labels:
        _draw(answered, config)
        return 0
    found = pairs(answered, labels)
    if not found:
        raise UsageError("no label is a verdict on one of these answers; its columns item and model name them")
    _show(found, answered)
    return 0


def _labels(answered: Sequence[Answered], path: str | None) -> list[Mark]:
    """What people said: of a file, or what scorer=human wrote."""
    if path is not None:
        every = [pair for one in answered for pair in one.fitting]
        return marks_of(every, read_votes(Path(path)))
    passes = (one.answers.marks.get("human", {}).get("shown", {}) for one in answered)
    return [mark for marks in passes for mark in marks.values()]


def _draw(answered: Sequence[Answered], config: AuditConfig) -> None:
    path = Path(config.out).expanduser()
    if path.exists():
        raise UsageError(f"out={path} is there, perhaps with labels: pass labels={path}, or another out=")
    rows = sample(answered, config.n, config.seed)
    file = io.StringIO()
    writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    write_once(path, file.getvalue().encode())
    named = ",".join(str(one.answers.folder) for one in answered)
    benches = ",".join(map(str, folders(config.items)))
    out.print(
        f"{path} holds {len(rows)} answers. Fill in, in each row, rater (a name) and vote: 1 right, 0 wrong, "
        "cannot_tell, or bad_item; rows without a vote are left out.\n"
        f"next: python -m eval_bench audit answers=[{named}] labels={path}"
        + (f" items=[{benches}]" if benches else ""),
        highlight=False,
        markup=False,
    )


def _show(found: Sequence[Pair], answered: Sequence[Answered]) -> None:
    counts = confusion(found)
    table = Table(title="keywords against people, answers", title_justify="left", header_style="")
    for name in ("keywords say", "people: right", "people: wrong"):
        table.add_column(name, justify="left" if name == "keywords say" else "right")
    for verdict in ("right", "wrong", "unparsed"):
        table.add_row(verdict, str(counts.get((verdict, True), 0)), str(counts.get((verdict, False), 0)))
    out.print(table)
    table = Table(title="agreement; what is not understood counts as wrong", title_justify="left", header_style="")
    for name in ("", "answers", "agree", "95 %", "kappa", "alpha", "AC1"):
        table.add_column(name, justify="right" if name else "left")
    for style in STYLES:
        if of_style := [pair for pair in found if pair.item.style == style]:
            table.add_row(style, *_row(of_style))
    table.add_row("all labels", *_row(found))
    out.print(table)
    share, (low, high), unknown = weighed(found, answered)
    out.print(
        "A sample that audit draws holds rare verdicts as often as common ones: the agreement above is of the labels.\n"
        f"Of all answers, each verdict and style weighed by its number: {share:.1%} agree, {low:.1%} to {high:.1%}"
        + (f"; nothing is known of {unknown} answers, whose groups have no label" if unknown else "")
        + "\n(where the labels are a random part of each group, as those of a drawn sample are)",
        highlight=False,
        markup=False,
    )
    lost = [pair for pair in found if not pair.agrees]
    for pair in lost:
        people = "right" if pair.right else "wrong"
        out.print(
            f"{pair.item.id} of {pair.answer.model}: keywords {pair.verdict} ({pair.why}), people {people}\n"
            f"  {pair.item.question}  {pair.answer.text!r}\n"
            f"  accept: {', '.join(pair.item.accept)}   refuse: {', '.join(pair.item.refuse) or '-'}",
            highlight=False,
            markup=False,
        )
    if lost:
        out.print("next: mend the word lists of these items on the page of their benchmark, and score again")


def _row(found: Sequence[Pair]) -> list[str]:
    told = agreement(found)
    low, high = told.interval or (0.0, 1.0)
    coefficients = ("-" if c is None else f"{c:.2f}" for c in (told.kappa, told.alpha, told.ac1))
    return [str(told.n), f"{told.agreeing / told.n:.1%}", f"{low:.1%} to {high:.1%}", *coefficients]
