"""How often quality control is right: recall on planted defects, and false alarms on clean samples.

    python -m bench.qc_defects [--defects 200] [--per-ability 300] [--per-medium 100] [--seed 7001] [--only NAME ...]
                               [--json FILE] [--missed FOLDER] [embedder=... qc.clip.min=... and so on]

Damages an embedded run (llm=offline, renderer=sketch, all abilities) in known ways, lets every check measure what is on
this machine, and judges by the thresholds of the configuration. Prints markdown tables; intervals are those of Wilson
for 95 %. What needs a model that is not here is "not measured".
"""

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from itertools import groupby, islice
from pathlib import Path

from bench.defects import PICTURES, TEXTS, Damage, Planted, planted, second_picture
from bench.qc_samples import (
    Sample,
    Seen,
    Studio,
    embedded_run,
    faults,
    measured,
    of_a_run,
    of_media,
    seen,
    wilson,
)
from synthgen.build import Run
from synthgen.checks import Check
from synthgen.kit import claims
from synthgen.types import Turn

GATE = "gate"
"""`synthgen.kit.claims`, which reads what a language model writes before any check does."""


@dataclass(frozen=True)
class Figure:
    """One share: of n damaged samples those that were found, or of n clean ones those that fell."""

    table: str
    row: str
    """A defect, an ability or a medium."""
    part: str
    """A variant of the defect, an ability, or ""."""
    n: int
    hits: int
    by: Mapping[str, int]
    """By check; several may find the same sample."""
    target: float | None = None
    seconds: float = 0.0

    @property
    def share(self) -> float:
        return self.hits / self.n if self.n else 0.0


@dataclass
class Tally:
    """Counts what speaks against samples."""

    n: int = 0
    hits: int = 0
    by: Counter[str] = field(default_factory=Counter)

    def add(self, found: Iterable[str]) -> None:
        names = set(found)
        self.n += 1
        self.hits += bool(names)
        self.by.update(names)

    def figure(self, table: str, row: str, part: str = "", target: float | None = None, seconds: float = 0.0) -> Figure:
        return Figure(table, row, part, self.n, self.hits, dict(self.by.most_common()), target, seconds)


# recall --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Trial:
    """What damage is done to, and how often."""

    studio: Studio
    clean: Mapping[str, Sequence[Sample]]
    most: int
    """Damaged samples of each kind."""
    missed: Path | None = None
    """A folder for those that no check finds."""

    def recalls(self, only: Sequence[str]) -> Iterator[Figure]:
        """For each defect: all of it, its variants, and the abilities that it was planted in."""
        for reads, defects in (("picture", PICTURES), ("dialogue", TEXTS)):
            for name, (damage, target) in defects.items():
                if not only or name in only:
                    yield from self.recall(name, damage, reads, target)
        if not only:
            (found, *_) = self.recall("second picture of a prompt", second_picture, "picture")
            yield replace(found, table="clean")

    def recall(self, name: str, damage: Damage, reads: str, target: float | None = None) -> Iterator[Figure]:
        """By the checks that read pictures, or those that read dialogues and the gate before them."""
        began, run = time.monotonic(), self.studio.run
        checks = {name: check for name, check in run.checks.items() if check.reads == reads}
        rows = list(islice(planted(damage, self.studio, self.clean, name), self.most))
        tallies: dict[tuple[str, str], Tally] = {}
        for row, figures in zip(rows, seen(checks, (row.sample for row in rows), run), strict=True):
            against = faults(checks, figures)
            if row.twin:
                against |= _beside_twin(checks, row.twin, row.sample, figures, run)
            if row.turn is not None and refused(row.sample, row.sample.dialogue.turns[row.turn :][:1], run):
                against[GATE] = "refused"
            for key in (("recall", ""), ("variant", row.variant), ("ability", row.sample.ability)):
                tallies.setdefault(key, Tally()).add(against)
            if self.missed and not against:
                _keep(self.missed / name.replace(" ", "_"), row)
        seconds = time.monotonic() - began
        for table, part in sorted(tallies, key=lambda key: (key[0] != "recall", key)):
            if table != "variant" or part:
                aim = target if table == "recall" else None
                yield tallies[table, part].figure(table, name, part, aim, seconds)


def _keep(folder: Path, row: Planted) -> None:
    """The picture or the dialogue of a damaged sample, under the words of its prompt."""
    folder.mkdir(parents=True, exist_ok=True)
    name = re.sub(r"[^\w,() ]", "", row.sample.prompt.text)[:120]
    if row.turn is None:
        (folder / f"{name}.{row.sample.picture.format}").write_bytes(row.sample.picture.data)
    else:
        with (folder / "dialogues.txt").open("a", encoding="utf-8") as file:
            turn = row.sample.dialogue.turns[row.turn]
            file.write(f"{row.variant} | {name} | {turn.question} | {turn.answer}\n")


def _beside_twin(checks: Mapping[str, Check], twin: Sample, other: Sample, figures: Seen, run: Run) -> dict[str, str]:
    """What the walks say against a second sample of a prompt when the first was kept."""
    (kept,) = seen(checks, [twin], run)
    found = {}
    for name, check in checks.items():
        walk = check.walk(run.abilities[twin.ability], False, 2) if check.action == "reject" else None
        if walk:
            walk.keep(twin.prompt, twin.dialogue, kept.scores[name])
            if verdict := walk.against(other.prompt, other.dialogue, figures.scores[name]):
                found[name] = verdict[0]
    return found


def refused(sample: Sample, turns: Sequence[Turn], run: Run) -> bool:
    """Whether the gate takes one of the turns away, were they what a language model replied."""
    noun = str(getattr(run.abilities[sample.ability], "noun", ""))
    return len(claims.check(turns, (), sample.prompt, run.renderer.known, noun).turns) < len(turns)


# false alarms --------------------------------------------------------------------------------------------------------


def alarms(run: Run, clean: Mapping[str, Sequence[tuple[Sample, Seen]]], more: Iterable[Seen]) -> Iterator[Figure]:
    """By ability and by medium. `clean`: a run's own samples, which are also compared as the selection compares them;
    `more`: further ones, for media that are rare."""
    abilities: dict[str, Tally] = {}
    media: dict[str, Tally] = {}
    gate: dict[str, Tally] = {}
    for ability, rows in clean.items():
        for (sample, row), found in zip(rows, _walked(run, ability, rows), strict=True):
            abilities.setdefault(ability, Tally()).add(found)
            media.setdefault(row.medium, Tally()).add(found)
            gate.setdefault(ability, Tally()).add([GATE] if refused(sample, sample.dialogue.turns, run) else [])
    for row in more:
        media.setdefault(row.medium, Tally()).add(faults(run.checks, row))
    yield from (tally.figure("alarms", name, "ability") for name, tally in abilities.items())
    yield from (media[name].figure("alarms", name, "medium") for name in sorted(media))
    yield from (tally.figure("gate", name) for name, tally in gate.items())


def _walked(run: Run, ability: str, rows: Sequence[tuple[Sample, Seen]]) -> Iterator[dict[str, str]]:
    rejecting = {name: check for name, check in run.checks.items() if check.action == "reject"}
    walks = {name: walk for name, check in rejecting.items() if (walk := check.walk(run.abilities[ability], False, 1))}
    for sample, row in rows:
        found = faults(rejecting, row)
        for name, walk in walks.items():
            walk.see(row.prompt, row.scores[name])
            if verdict := walk.against(row.prompt, sample.dialogue, row.scores[name]):
                found.setdefault(name, verdict[0])
        if not found:
            for name, walk in walks.items():
                walk.keep(row.prompt, sample.dialogue, row.scores[name])
        yield found


# tables --------------------------------------------------------------------------------------------------------------


def interval(figure: Figure) -> str:
    low, high = wilson(figure.hits, figure.n)
    return f"{figure.share:.3f} [{low:.3f}, {high:.3f}]"


def _by(figure: Figure) -> str:
    return ", ".join(f"{name} {hits / figure.n:.2f}" for name, hits in figure.by.items()) or "none"


def recall_table(figures: Sequence[Figure]) -> Iterator[str]:
    yield "| defect | n | found by any | target | by each check alone |"
    yield "|---|---:|---|---|---|"
    for one in (f for f in figures if f.table in ("recall", "variant")):
        name = f"&nbsp;&nbsp;{one.part}" if one.part else f"**{one.row}**"
        aim = "" if one.target is None else f"{one.target} {'met' if one.share >= one.target else 'missed'}"
        yield f"| {name} | {one.n} | {interval(one)} | {aim} | {_by(one)} |"


def ability_table(figures: Sequence[Figure], defects: Sequence[str]) -> Iterator[str]:
    """Recall of some defects in each ability."""
    cells = {(f.row, f.part): f for f in figures if f.table == "ability" and f.row in defects}
    names = [name for name in defects if any(row == name for row, _ in cells)]
    if not names:
        return
    yield "| ability | " + " | ".join(names) + " |"
    yield "|---|" + "---|" * len(names)
    for ability in dict.fromkeys(part for _, part in cells):
        found = [cells.get((name, ability)) for name in names]
        yield f"| {ability} | " + " | ".join(f"{f.share:.2f} of {f.n}" if f else "" for f in found) + " |"


def alarm_table(figures: Sequence[Figure], part: str) -> Iterator[str]:
    some = [f for f in figures if f.table == "alarms" and f.part == part]
    names = list(dict.fromkeys(name for f in some for name in f.by))
    yield f"| {part} | n | any check |" + "".join(f" {name} |" for name in names)
    yield "|---|---:|---|" + "---|" * len(names)
    for one in some:
        parts = (Figure("", "", "", one.n, one.by.get(name, 0), {}) for name in names)
        yield f"| {one.row} | {one.n} | {interval(one)} |" + "".join(f" {interval(p)} |" for p in parts)


def measure(
    studio: Studio,
    defects: int,
    per_ability: int,
    per_medium: int,
    only: Sequence[str] = (),
    missed: Path | None = None,
) -> Iterator[Figure]:
    samples = list(of_a_run(studio, per_ability))
    clean = {name: list(some) for name, some in groupby(samples, key=lambda sample: sample.ability)}
    if not only:
        rows = list(seen(studio.run.checks, samples, studio.run))
        both = groupby(zip(samples, rows, strict=True), key=lambda pair: pair[0].ability)
        pairs = {name: list(some) for name, some in both}
        more = of_media(studio, per_medium, Counter(sample.medium for sample in samples), per_ability)
        yield from alarms(studio.run, pairs, seen(studio.run.checks, more, studio.run))
        for name in studio.run.checks.keys() - measured(studio.run.checks, rows):
            yield Figure("unmeasured", name, "", 0, 0, {})
    yield from Trial(studio, clean, defects, missed).recalls(only)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("overrides", nargs="*", help="as on the command line of a run: embedder=sketch_clip")
    parser.add_argument("--defects", type=int, default=200, help="of each kind")
    parser.add_argument("--per-ability", type=int, default=300, help="clean samples")
    parser.add_argument("--per-medium", type=int, default=100, help="clean samples, at least")
    parser.add_argument("--seed", type=int, default=7001, help="of the plan; another one than was calibrated on")
    parser.add_argument("--only", nargs="+", default=[], choices=[*PICTURES, *TEXTS], metavar="DEFECT")
    parser.add_argument("--json", type=Path, help="write every figure as a line of JSON")
    parser.add_argument("--missed", type=Path, metavar="FOLDER", help="for the pictures and answers that nothing finds")
    asked = parser.parse_args()
    began = time.monotonic()
    run, lacks = embedded_run(asked.overrides)
    counts = asked.defects, asked.per_ability, asked.per_medium
    figures = list(measure(Studio(run, asked.seed), *counts, asked.only, asked.missed))
    if asked.json:
        lines = [json.dumps(asdict(f) | {"interval": wilson(f.hits, f.n)}) for f in figures]
        asked.json.write_text("\n".join(lines) + "\n", encoding="utf-8")
    for line in report(figures, run, lacks):
        print(line)
    print(f"\nseed {asked.seed}, {time.monotonic() - began:.0f} s")


def report(figures: Sequence[Figure], run: Run, lacks: Mapping[str, str]) -> Iterator[str]:
    tables = [recall_table(figures), ability_table(figures, [*PICTURES])]
    if any(f.table == "alarms" for f in figures):
        tables += [alarm_table(figures, part) for part in ("ability", "medium")]
    for table in tables:
        yield from table
        yield ""
    yield from (f"Not damaged, {f.row}: {interval(f)} of {f.n} fall ({_by(f)})." for f in figures if f.table == "clean")
    gate = [f for f in figures if f.table == "gate"]
    cut = ", ".join(f"{f.row} {f.share:.3f}" for f in gate if f.hits)
    if gate:
        n, hits = sum(f.n for f in gate), sum(f.hits for f in gate)
        yield f"The gate would take turns from {hits} of {n} clean dialogues ({cut or 'none'})."
    reporting = [name for name, check in run.checks.items() if check.action == "report"]
    yield f"Report only: {', '.join(reporting) or 'none'}."
    blank = {f.row: "had nothing to measure with: no model is configured" for f in figures if f.table == "unmeasured"}
    yield from (f"Not measured: {name}: {reason}." for name, reason in {**lacks, **blank}.items())


if __name__ == "__main__":
    main()
