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
from synthgen.errors import TooFewKept
from synthgen.interfaces import Exporter, Target
from synthgen.kit.hashes import stable_hash
from synthgen.kit.pushing import push
from synthgen.kit.validate import valid
from synthgen.records import records
from synthgen.store import Store
from synthgen.target import Folder, own_names
from synthgen.types import ExportSummary, Record

Tell = Callable[[str, int, int], None]
"""Hears of each record that goes to an exporter: its name, how many it got so far, of how many."""


def export(run: Run, store: Store, tell: Tell = lambda *_: None) -> list[ExportSummary]:
    """Write the kept samples with every exporter of the run. Raises SynthgenError, and what `tell` raises."""
    summaries = []
    total = sum(1 for _ in store.kept())
    facts: Facts | None = None
    told = about(run, store)
    for name, exporter in run.exporters.items():
        folder = _target(run, name)
        target = Watched(folder, exporter.subsets())
        some = _watched(name, records(store, store.kept(), run.checks, provenance(run)), total, tell)
        gathering = Facts(run.checks) if facts is None else None
        summary = written(name, exporter, some, target, gathering)
        facts = facts or gathering
        assert facts is not None
        put_card(told, facts, summary, exporter, target)
        folder.finish()
        subsets = tuple(subset for subset in exporter.subsets() if subset in target.filled)
        summaries.append(replace(summary, sha256=facts.hash.hexdigest(), subsets=subsets))
    if summaries:
        store.write_json("run.json", (store.read_json("run.json") or {}) | {"sha256": summaries[0].sha256})
    return summaries


def published(run: Run, summaries: Sequence[ExportSummary], say: Callable[[str], None]) -> Iterator[str]:
    """Push the export that `export.push` is about, and tell where it is; none that `unbroken` refuses.

    Raises AccessError, UsageError, OutageError.
    """
    repo, name = run.config.export.push, pushed(run.exporters)
    for summary in summaries:
        if repo is not None and summary.exporter == name and not summary.broken:
            own = [*run.exporters[name].subsets().values(), "examples/*.jpg"]
            folder = Path(summary.path).expanduser()
            yield f"pushed to {push(folder, repo, own_names(folder), own, say)}"


def left_alone(run: Run) -> Iterator[str]:
    """Exports in the run folder that were made by another command and may hold an earlier selection."""
    folder = run.folder / "export"
    others = sorted(path.name for path in folder.glob("*") if path.is_dir() and path.name not in run.exporters)
    if others and not run.config.export.to:
        again = f"python -m synthgen export run={run.folder} 'exporter=[{','.join(others)}]'"
        yield f"{', '.join(others)}: not written again; to bring it up to date: {again}"


def unbroken(summaries: Sequence[ExportSummary]) -> None:
    """Raises TooFewKept, telling which, where kept samples that break a rule were left out."""
    left_out = [f"{summary.exporter} left out {dict(summary.skipped)}" for summary in summaries if summary.broken]
    if left_out:
        raise TooFewKept("; ".join(left_out) + ": a check that would reject such samples is off; put it back")


def written(
    name: str, exporter: Exporter, some: Iterable[Record], target: Target, facts: Facts | None = None
) -> ExportSummary:
    """What one exporter made of some records: those that are valid, and that its format holds.

    `facts`: gathers what the card tells of all that are valid.
    """
    broken: Counter[str] = Counter()
    unfit: Counter[str] = Counter()
    tally: Counter[str] = Counter()
    sound = valid(some, broken)
    noted = sound if facts is None else facts.noting(sound)
    rows = exporter.write(_counted(_fitting(noted, exporter, unfit, tally), tally), target)
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
    return {
        "llm": run.llm.describe_yourself(),
        "renderer": run.renderer.describe_yourself(),
        "embedded": "+".join(embedded(run)),
        "checks": checked_by(run),
        "fingerprint": fingerprint(run),
        "synthgen": __version__,
    }


def _fitting(some: Iterable[Record], exporter: Exporter, unfit: Counter[str], tally: Counter[str]) -> Iterator[Record]:
    for record in some:
        fitted = exporter.fit(record)
        if isinstance(fitted, str):
            unfit[fitted] += 1
        else:
            tally["cut"] += len(record.dialogue.turns) - len(fitted.dialogue.turns)
            yield fitted


def _target(run: Run, name: str) -> Folder:
    """Where an exporter writes: beside the samples, or at a place where something else may lie."""
    to, of = run.config.export.to, stable_hash(dict(run.fingerprint))[:16]
    return Folder(f"{to.rstrip('/')}/{name}", of=of) if to else Folder(str(run.folder / "export" / name), True, of)


def _watched(name: str, some: Iterable[Record], total: int, tell: Tell) -> Iterator[Record]:
    for done, record in enumerate(some, 1):
        yield record
        tell(name, done, total)


def _counted(some: Iterable[Record], tally: Counter[str]) -> Iterator[Record]:
    for record in some:
        tally["records"] += 1
        tally["turns"] += len(record.dialogue.turns)
        yield record
