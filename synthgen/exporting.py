"""Exports: the kept samples of a run, past one validator, to every exporter."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from synthgen.build import Run
from synthgen.interfaces import Exporter, Target
from synthgen.kit.validate import valid
from synthgen.records import records
from synthgen.store import Store
from synthgen.target import Folder
from synthgen.types import ExportSummary, Record


def export(run: Run, store: Store, kept: Sequence[str]) -> list[ExportSummary]:
    """Write the kept samples with every exporter of the run. Raises SynthgenError."""
    summaries = []
    for name, exporter in run.exporters.items():
        target = Folder(f"{run.config.export.to or run.folder / 'export'}/{name}")
        summaries.append(written(name, exporter, records(store, kept, run.checks, provenance(run)), target))
        target.finish()
    return summaries


def written(name: str, exporter: Exporter, some: Iterable[Record], target: Target) -> ExportSummary:
    """What one exporter made of some records: those that are valid, and that its format holds."""
    broken: Counter[str] = Counter()
    unfit: Counter[str] = Counter()
    tally: Counter[str] = Counter()
    rows = exporter.write(_counted(_fitting(valid(some, broken), exporter, unfit, tally), tally), target)
    return ExportSummary(
        name,
        target.url,
        tally["records"],
        tally["turns"],
        rows,
        dict(broken + unfit),
        exporter.usage(target.url),
        cut=tally["cut"],
        broken=broken.total(),
    )


def provenance(run: Run) -> Mapping[str, str]:
    """Who made the samples of a run, as each record says it."""
    embedded = [word for word, part in (("llm", run.llm), ("renderer", run.renderer)) if part.embedded]
    return {
        "llm": run.llm.describe_yourself(),
        "renderer": run.renderer.describe_yourself(),
        "embedded": "+".join(embedded),
    }


def _fitting(some: Iterable[Record], exporter: Exporter, unfit: Counter[str], tally: Counter[str]) -> Iterator[Record]:
    for record in some:
        fitted = exporter.fit(record)
        if isinstance(fitted, str):
            unfit[fitted] += 1
        else:
            tally["cut"] += len(record.dialogue.turns) - len(fitted.dialogue.turns)
            yield fitted


def _counted(some: Iterable[Record], tally: Counter[str]) -> Iterator[Record]:
    for record in some:
        tally["records"] += 1
        tally["turns"] += len(record.dialogue.turns)
        yield record
