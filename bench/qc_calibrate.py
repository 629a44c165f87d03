"""Chooses the thresholds of conf/calibration/sketch.yaml on clean samples of an embedded run.

    python -m bench.qc_calibrate [--per-ability 1500] [--per-medium 400] [--seed 9001] [embedder=...]

Prints for each figure the least that it may be: by ability, for abilities differ most, and by medium where more than
its rate would fall. The seed is another one than `bench.qc_defects` measures on, and no damaged sample is looked at.
"""

import argparse
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bench.qc_samples import NO_MEDIUM, Seen, Studio, embedded_run, of_a_run, of_media, seen
from synthgen.checks import limit_for
from synthgen.types import Prompt


@dataclass(frozen=True)
class Figure:
    """A value of a check, and the share of the clean samples of each ability that its threshold may cost."""

    check: str
    value: str
    rate: float


FIGURES: Mapping[str, Figure] = {
    "colour.min": Figure("claims", "colour", 0.010),
    "sketch_clip.clip.min": Figure("clip", "margin", 0.005),
    "sketch_clip.clip.similarity": Figure("clip", "similarity", 0.004),
    "sketch_clip.claims.place.min": Figure("claims", "place", 0.005),
    "sketch_clip.incongruity.min": Figure("incongruity", "margin", 0.010),
}
"""By their place in the file. What is not here stays null: report only."""
OF_MEDIUM = 0.004
"""The share of the clean samples of each medium."""
STRANGE = 0.1
"""A medium of which so many would fall by the thresholds of their abilities is not judged by the figure."""
STEPS = 1000
"""To 1: thresholds are rounded down to one of them."""


@dataclass(frozen=True)
class Row:
    """A figure of one clean sample; None where it was not measured or decides nothing."""

    prompt: Prompt
    ability: str
    medium: str
    figure: float | None


def limits(run: Sequence[Row], more: Sequence[Row], rate: float) -> dict[str, float | None]:
    """What `synthgen.checks.limit_for` reads: at most this share of each ability falls, and OF_MEDIUM of each medium.

    A threshold lies at the quantile of its cell. Where a medium needs a lower one than its abilities, that holds for
    it; where an ability has a lower one still, its own holds for both. None for a medium that is not judged; nothing
    for what was measured nowhere.
    `run`: samples as a run makes them; `more`: further ones of rare media.
    """
    of_ability, of_medium = defaultdict[str, list[Row]](list), defaultdict[str, list[Row]](list)
    for row in run:
        of_ability[row.ability].append(row)
    for row in (*run, *more):
        of_medium[row.medium].append(row)
    abilities = {name: least for name, rows in of_ability.items() if (least := _quantile(rows, rate)) is not None}
    found: dict[str, float | None] = {"default": _quantile(run, rate), **abilities}
    if not abilities:
        return {}
    share = {name: falling(rows, found) for name, rows in of_medium.items() if name != NO_MEDIUM}
    own = {
        name: None if share[name] > STRANGE else _quantile(of_medium[name], OF_MEDIUM)
        for name in share
        if share[name] > OF_MEDIUM
    }
    both = sorted({(row.ability, row.medium) for row in run})
    lower = {f"{a}/{m}": abilities[a] for a, m in both if a in abilities and abilities[a] < (own.get(m) or -math.inf)}
    return {**found, **own, **lower}


def falling(rows: Sequence[Row], least: Mapping[str, float | None]) -> float:
    """The share of samples whose figure is below its threshold."""
    pairs = ((row.figure, limit_for(least, row.prompt)) for row in rows)
    return sum(figure is not None and limit is not None and figure < limit for figure, limit in pairs) / len(rows)


def _quantile(rows: Sequence[Row], rate: float) -> float | None:
    """The largest threshold, rounded, that at most this share of all rows is below; None where none has a figure."""
    figures = sorted(row.figure for row in rows if row.figure is not None)
    if not figures:
        return None
    at: float = figures[min(int(rate * len(rows)), len(figures) - 1)]
    return math.floor(at * STEPS) / STEPS


def calibrated(run: Sequence[Seen], more: Sequence[Seen]) -> dict[str, dict[str, float | None]]:
    """The thresholds of every figure, by its place in the file; without those that were not measured."""
    found = {
        place: limits(rows_of(figure, run), rows_of(figure, more), figure.rate) for place, figure in FIGURES.items()
    }
    return {place: least for place, least in found.items() if least}


def rows_of(figure: Figure, samples: Sequence[Seen]) -> list[Row]:
    return [Row(one.prompt, one.ability, one.medium, _figure(figure, one)) for one in samples]


def _figure(figure: Figure, one: Seen) -> float | None:
    values = one.scores[figure.check].values
    value = values.get(figure.value)
    return value if isinstance(value, float) and not values.get("unusual") else None


def as_yaml(found: Mapping[str, Mapping[str, float | None]]) -> Iterator[str]:
    """The lines of the file, by place: "sketch_clip.clip.min"."""
    before: tuple[str, ...] = ()
    for place in sorted(found, key=lambda place: place.split(".")):
        parts = tuple(place.split("."))
        for depth, part in enumerate(parts):
            if parts[: depth + 1] != before[: depth + 1]:
                yield f"{'  ' * depth}{part}:"
        before = parts
        for key, value in found[place].items():
            yield f"{'  ' * len(parts)}{key}: {'null' if value is None else value}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("overrides", nargs="*", help="as on the command line of a run: embedder=sketch_clip")
    parser.add_argument("--per-ability", type=int, default=1500)
    parser.add_argument("--per-medium", type=int, default=400)
    parser.add_argument("--seed", type=int, default=9001)
    asked = parser.parse_args()
    run, _ = embedded_run(asked.overrides)
    studio = Studio(run, asked.seed)
    checks = {name: check for name, check in run.checks.items() if name in {f.check for f in FIGURES.values()}}
    of_run = list(seen(checks, of_a_run(studio, asked.per_ability), run))
    there = Counter(one.medium for one in of_run)
    more = list(seen(checks, of_media(studio, asked.per_medium, there, asked.per_ability), run))
    for line in as_yaml(calibrated(of_run, more)):
        print(line)


if __name__ == "__main__":
    main()
