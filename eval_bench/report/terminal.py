"""A report on a terminal: the pooled figures, the primary test, what is lacking."""

from collections.abc import Iterator
from pathlib import Path

from rich.table import Table
from rich.text import Text

from eval_bench.report import words
from eval_bench.report.findings import Findings


def told(f: Findings, index: Path) -> Iterator[Table | str]:
    if f.scored:
        yield _accuracies(f)
    yield words.headline(f)
    if f.study and f.study.early:
        yield words.early(f.study)
    yield from f.embedded
    yield from f.warnings
    yield from (f"  {command}" for command in f.next)
    yield f"next: open {index}"


def _accuracies(f: Findings) -> Table:
    table = Table(title=f"Accuracy, all abilities, scorer {f.scorer}", title_justify="left")
    table.add_column("model")
    for source in f.sources:
        table.add_column(Text(words.source(f, source)), justify="right")
    for model in f.models:
        cells = [f.cell(model.name, source) for source in f.sources]
        row = [f"{words.share(c.accuracy)}, n {c.accuracy.n}" if c else words.NOTHING for c in cells]
        table.add_row(Text(model.name), *map(Text, row))
    return table
