"""A mix on one screen: index every source, decide what is taken, write it whole, and say what went in and what not."""

import json
import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from mmap import ACCESS_READ, mmap
from pathlib import Path, PurePosixPath
from typing import IO, Protocol

import numpy as np
from numpy.typing import NDArray

from synthgen.build import Run
from synthgen.errors import UsageError
from synthgen.exporting import provenance
from synthgen.mix.benchmark import items
from synthgen.mix.index import Index, Listed
from synthgen.mix.leaks import Known, Leaks
from synthgen.mix.mend import BadRow, Rules
from synthgen.mix.options import MixConfig, Source, beside, file_of, list_of
from synthgen.mix.pictures import Pictures
from synthgen.mix.plan import Plan, planned
from synthgen.mix.reading import Reader
from synthgen.mix.runs import Stored, fallen, kept, spooled, write_pictures
from synthgen.mix.scan import format_fault
from synthgen.mix.variants import Variant, Variants, asked_for
from synthgen.mix.writing import Copier, whole, write_rows

SEVERAL = 1 << 10
"""Pictures of a row that LLaVA-NeXT takes: as many as there are."""


class Bar(Protocol):
    """Somebody who watches long work."""

    def begin(self, what: str, total: int) -> Callable[[int], None]:
        """Starts a piece of work; what it gives is told how much of it is done."""
        ...


@dataclass(frozen=True)
class Mix:
    """What was mixed, for the report."""

    config: MixConfig
    plan: Plan
    indices: Sequence[Index]
    prefixes: Sequence[str]
    embedded: Mapping[str, str]
    """Of runs, by the name of their source: what of them the embedded backends made; "" for nothing."""
    known: Known | None
    """What can be found of the benchmarks; None where none was named."""
    variants: Sequence[Variant]

    @property
    def out(self) -> Path:
        """The file that holds the rows."""
        return list_of(Path(self.config.out))


def mix(config: MixConfig, sources: Sequence[Source], runs: Mapping[str, Run], bar: Bar) -> Mix:
    """Write the mix and its variants, its list of rejected rows, and the pictures of runs; pictures first, lists last.

    `runs` by the name of their source. Raises UsageError where a source is not fit to be mixed, DiskError, FolderInUse.
    """
    out, captions = Path(config.out), config.stage == "pretrain"
    rules = Rules(SEVERAL if config.trainer == "llava_next" and not captions else 1, captions)
    leaks = Leaks(items(map(Path, config.benchmarks))) if config.benchmarks else None
    fell = [replace(s, fallen=True) for s in sources if s.is_run and "unfiltered" in config.variants]
    with _steady(sources) as steady:
        with whole(beside(out, ".rejected.jsonl")) as rejected:
            indices = _indexed(config, [*sources, *fell], runs, rules, rejected, bar, leaks)
        own = indices[: len(sources)]
        _refuse_bad(config, own)
        plan = planned(own, config.seed, config.balance == "ability")
        if not len(plan):
            raise UsageError(f"nothing is left to mix; {beside(out, '.rejected.jsonl')} says why, row by row")
        starts = prefixes(own)
        start_of = {index.source.name: start for index, start in zip(own, starts, strict=True)}
        copiers = [Copier(index, start_of[index.source.name]) for index in indices]
        variants = _variants(config, plan, indices, copiers)
        for i, index in enumerate(indices):
            if index.source.is_run:
                taken = [each.row[each.source == i] for each in (plan, *(v.plan for v in variants))]
                ids = _samples(index, np.concatenate(taken))
                write_pictures(
                    runs[index.source.name], index.source.name, ids, config.folder, bar.begin("pictures", len(ids))
                )
        for variant in [*variants, Variant("", plan, {})]:  # the mix itself comes last
            _write(file_of(out, variant.name) if variant.name else out, variant, copiers, indices, bar, steady)
    embedded = {name: provenance(run)["embedded"] for name, run in runs.items()}
    return Mix(config, plan, own, starts, embedded, leaks.known if leaks else None, variants)


def _variants(config: MixConfig, plan: Plan, indices: Sequence[Index], copiers: Sequence[Copier]) -> list[Variant]:
    """Raises UsageError with what speaks against each of them."""
    if not config.variants:
        return []
    maker = Variants(plan, indices, copiers, config.seed)
    made: list[Variant] = []
    mistakes: list[str] = []
    for name in asked_for(config.variants, maker.abilities()):
        try:
            made.append(maker.make(name))
        except UsageError as e:
            mistakes += e.mistakes
    if mistakes:
        raise UsageError(*mistakes)
    return made


@contextmanager
def _steady(sources: Sequence[Source]) -> Iterator[Callable[[], None]]:
    """Gives what raises UsageError if a file is not what it was: its rows would be looked for in wrong places."""

    def seen() -> dict[str, tuple[int, ...]]:
        found = {s.place: os.stat(s.place) for s in sources if not s.is_run and os.path.exists(s.place)}
        return {place: (about.st_size, about.st_mtime_ns, about.st_ino) for place, about in found.items()}

    def check() -> None:
        now = seen()
        if changed := [place for place, about in before.items() if now.get(place) != about]:
            raise UsageError(*(f"{place} changed while it was read; run the same command again" for place in changed))

    before = seen()
    try:
        yield check
    except BadRow:  # where there was a row
        check()
        raise


def _write(
    out: Path,
    variant: Variant,
    copiers: Sequence[Copier],
    indices: Sequence[Index],
    bar: Bar,
    steady: Callable[[], None],
) -> None:
    with whole(list_of(out)) as file:
        done = bar.begin(f"writing {out.name}", len(variant.plan))
        write_rows(file, variant.plan, copiers, indices, out.suffix == ".jsonl", done, variant.edits)
        steady()
    if out.suffix == ".yaml":
        with whole(out) as file:
            said = f"datasets:\n  - json_path: {json.dumps(str(list_of(out)))}\n    sampling_strategy: all\n"
            file.write(said.encode())


def _indexed(
    config: MixConfig,
    sources: Sequence[Source],
    runs: Mapping[str, Run],
    rules: Rules,
    rejected: IO[bytes],
    bar: Bar,
    leaks: Leaks | None,
) -> list[Index]:
    """Every source is read, so that one message tells the mistakes of all. Raises UsageError."""

    def reject(row: Listed) -> None:
        rejected.write(json.dumps(vars(row), ensure_ascii=True).encode() + b"\n")

    indices: list[Index] = []
    mistakes: list[str] = []
    for source in sources:
        try:
            pictures = Pictures(config.folder, source.images, source.look or config.look, config.links)
            if source.is_run:
                run = runs[source.name]
                ids = fallen(run) if source.fallen else kept(run)
                data, unfit = spooled(run, ids, source.name, config.for_stage, Path(config.out).parent)
                pictures = Stored(run)
            else:
                data, unfit = _mapped(source), Counter()
            index = Index(source, data, rules)
            index.tally.unfit = unfit
            Reader(index, rules, pictures, reject, leaks).read(bar.begin(source.name, len(data)))
        except UsageError as e:
            mistakes += e.mistakes
        else:
            indices.append(index)
    if mistakes:
        raise UsageError(*mistakes)
    return indices


def _mapped(source: Source) -> mmap:
    try:
        with Path(source.place).open("rb") as file:
            data = mmap(file.fileno(), 0, access=ACCESS_READ)
    except OSError as e:
        raise UsageError(f"{source.place} cannot be read ({e.strerror})") from e
    except ValueError as e:
        raise UsageError(f"{source.place} is empty") from e
    if fault := format_fault(data):
        raise UsageError(f"{source.place} {fault}")
    return data


def _refuse_bad(config: MixConfig, indices: Sequence[Index]) -> None:
    """Raises UsageError, with the first bad rows, for sources with too many of them."""
    mistakes = []
    for index in indices:
        tally, place = index.tally, index.source.place
        bad = tally.bad.total()
        if not tally.read:
            why = ", ".join(f"{count} {reason}" for reason, count in tally.unfit.items())
            mistakes.append(f"{place} has no rows" + (f" for stage={config.stage}: {why}" if why else ""))
        elif bad > config.max_bad * tally.read:
            why = ", ".join(f"{count} {reason}" for reason, count in tally.bad.most_common(3))
            said = (
                f"{place}: {bad} of {tally.read} rows are bad ({why}), more than max_bad={config.max_bad:g} allows; "
                "mend them, or pass a larger max_bad to leave them out"
                if bad < tally.read
                else f"{place}: none of its {bad} rows can be trained on ({why}); "
                "take it out of the sources, or pass max_bad=1"
            )
            mistakes.append(f"{said}. {beside(Path(config.out), '.rejected.jsonl')} lists them; the first:")
            mistakes += [f"  {Path(place).name}, {listed}" for listed in tally.first]
            if "a missing picture" in tally.bad:
                mistakes.append(
                    f"  pictures were looked for in {config.folder / index.source.images}; say where they are with the "
                    "source's images: and with root=, or pass pictures=skip not to look for them"
                )
    if mistakes:
        raise UsageError(*mistakes)


def prefixes(indices: Sequence[Index]) -> list[str]:
    """What the ids of each source begin with: nothing, unless it was given, or an earlier source has some of them."""
    found: list[str] = []
    for i, index in enumerate(indices):
        own = index.source.prefix
        bare = [before for before in indices[:i] if not before.source.prefix]
        shared = own is None and any(_share_ids(before, index) for before in bare)
        found.append(f"{index.source.name}/" if shared else own or "")
    return found


def _share_ids(one: Index, other: Index) -> bool:
    _, mine, yours = np.intersect1d(one.ids, other.ids, return_indices=True)
    # equal hashes are equal ids but for one in 10^19 pairs, and a mix has to be the same again
    pairs = zip(mine.tolist(), yours.tolist(), strict=True)
    return any(one.loaded(a).row["id"] == other.loaded(b).row["id"] for a, b in pairs)


def _samples(index: Index, rows: NDArray[np.uint32]) -> list[str]:
    """The samples of a run that some of its rows show, ability by ability."""
    ids = {PurePosixPath(index.loaded(row).view.images[0]).stem for row in np.unique(rows).tolist()}
    return sorted(ids, key=lambda id: (id.rpartition("-")[0], id))
