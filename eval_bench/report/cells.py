"""The accuracies: of models, of their answers without pictures, and of what needs no model."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from eval_bench.baselines import always_yes, majority
from eval_bench.keywords import verdict_of
from eval_bench.report.findings import ALWAYS_YES, MAJORITY, Cell, Over, Part
from eval_bench.report.material import PARTS, Material, Outcome, Series, values
from eval_bench.report.shares import clustered, share
from eval_bench.types import Item, Source

BASELINES: dict[str, Callable[[Sequence[Item]], Mapping[str, str]]] = {MAJORITY: majority, ALWAYS_YES: always_yes}


def cells(m: Material) -> Iterator[Cell]:
    """Of every series; parts other than the whole are of the headline alone."""
    for source in m.sources:
        for over in m.overs(source):
            series = {**m.series, **baselines(m.over(over, source))}
            for part in PARTS if over == "headline" else PARTS[:1]:
                for ability in ("", *m.abilities):
                    if items := m.over(over, source, ability, part):
                        cell = partial(_cell, m, items, source, ability, part, over)
                        yield from (cell(s, found) for s, found in series.items())


def baselines(items: Sequence[Item]) -> dict[Series, dict[str, Outcome]]:
    """How constant answers fare, where the majority is that of these items."""
    known = {item.id: item for item in items}
    return {
        (name, "keyword", "none"): {id: verdict_of(known[id], text)[0] for id, text in answer(items).items()}
        for name, answer in BASELINES.items()
    }


def _cell(
    m: Material,
    items: Sequence[Item],
    source: Source,
    ability: str,
    part: Part,
    over: Over,
    series: Series,
    found: Mapping[str, Outcome],
) -> Cell:
    valued = values(items, found)
    counts = Counter(found.get(item.id, "missing") for item in items)
    return Cell(
        *(*series, source, ability, part, over),
        accuracy=share(counts["right"], len(valued), m.level),
        right=counts["right"],
        wrong=counts["wrong"],
        unparsed=counts["unparsed"],
        failed=counts["failed"],
        unmarked=counts["unmarked"],
        missing=counts["missing"],
        label=m.label(source, over),
        clustered=clustered(m, valued) if part == "" and series[2] == "shown" else None,
    )
