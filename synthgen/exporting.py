"""Exports: the kept samples of a run, past one validator, to every exporter."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from synthgen import __version__
from synthgen.build import Run, pushed
from synthgen.card import put_card
from synthgen.card.about import about, checked_by, embedded, fingerprint
from synthgen.card.facts import Facts
from synthgen.card.watched import Watched
from synthgen.interfaces import Exporter, Target
from synthgen.kit.pushing import push
from synthgen.kit.validate import valid
from synthgen.records import records
from synthgen.store import Store
from synthgen.target import Folder
from synthgen.types import ExportSummary, Record


def export(run: Run, store: Store, kept: Sequence[str]) -> list[ExportSummary]:
    """Write the kept samples with every exporter of the run. Raises SynthgenError."""
    summaries = []
    facts: Facts | None = None
    told = about(run, store)
    for name, exporter in run.exporters.items():
        folder = Folder(f"{run.config.export.to or run.folder / 'export'}/{name}")
        target = Watched(folder, exporter.subsets())
        some = records(store, sorted(kept), run.checks, provenance(run))  # whatever order they were kept in
        gathering = Facts(run.checks) if facts is None else None
        summary = written(name, exporter, some, target, gathering)
        facts = facts or gathering
        assert facts is not None
        put_card(told, facts, summary, exporter, target)
        folder.finish()
        summaries.append(replace(summary, sha256=facts.hash.hexdigest()))
    if summaries:
        store.write_json("run.json", (store.read_json("run.json") or {}) | {"sha256": summaries[0].sha256})
    return summaries


def published(run: Run, summaries: Sequence[ExportSummary], say: Callable[[str], None]) -> Iterator[str]:
    """Push the export that `export.push` is about, and tell where it is.

    Raises AccessError, UsageError, OutageError.
    """
    repo, name = run.config.export.push, pushed(run.exporters)
    for summary in summaries:
        if repo is not None and summary.exporter == name:
            own = [*run.exporters[name].subsets().values(), "examples/*.jpg"]
            yield f"pushed to {push(Path(summary.path).expanduser(), repo, own, say)}"


def written(
    name: str, exporter: Exporter, some: Iterable[Record], target: Target, facts: Facts | None = None
) -> ExportSummary:
    """What one exporter made of some records: those that are valid, and that its format holds.

    `facts`: gathers what the card tells of all that are valid.
    """
    skipped: Counter[str] = Counter()
    tally: Counter[str] = Counter()
    sound = valid(some, skipped)
    noted = sound if facts is None else facts.noting(sound)
    rows = exporter.write(_counted(_fitting(noted, exporter, skipped), tally), target)
    return ExportSummary(
        name, target.url, tally["records"], tally["turns"], rows, dict(skipped), exporter.usage(target.url)
    )


def provenance(run: Run) -> Mapping[str, str]:
    """Who made the samples of a run, as each record says it."""
    return {
        "llm": run.llm.describe_yourself(),
        "renderer": run.renderer.describe_yourself(),
        "embedded": "+".join(embedded(run)),
        "checks": checked_by(run),
        "fingerprint": fingerprint(run),
        "synthgen": __version__,
    }


def _fitting(some: Iterable[Record], exporter: Exporter, skipped: Counter[str]) -> Iterator[Record]:
    fewest, most = exporter.holds
    for record in some:
        if len(record.pictures) < fewest:
            skipped["no picture" if fewest == 1 else f"fewer than {fewest} pictures"] += 1
        elif len(record.pictures) > most:
            skipped["more than one picture" if most == 1 else f"more than {most} pictures"] += 1
        else:
            yield record


def _counted(some: Iterable[Record], tally: Counter[str]) -> Iterator[Record]:
    for record in some:
        tally["records"] += 1
        tally["turns"] += len(record.dialogue.turns)
        yield record
