"""Paired bars per ability, with intervals, the number of items, and what one gets without looking."""

from typing import Any

from eval_bench.report import words
from eval_bench.report.figures.canvas import INK, LINE, SOFT, Drawing, colour, finished, sheet, short
from eval_bench.report.findings import ALWAYS_YES, MAJORITY, Findings
from eval_bench.types import Shown, Source

BLIND: tuple[tuple[Shown, str, str], ...] = (("none", "|", "no picture"), ("swapped", "x", "swapped picture"))
CONSTANT = ((MAJORITY, "-"), (ALWAYS_YES, ":"))


def bars(f: Findings) -> Drawing | None:
    """None where nobody said what is right."""
    if not f.scored:
        return None
    rows = ["", *f.abilities] if len(f.abilities) > 1 else list(f.abilities)
    tall = max(0.16 * len(f.models) + 0.18, 0.42)
    with sheet(1.2 + 5.4 * len(f.sources), 1.9 + tall * len(rows) + 0.2 * len(f.models)) as figure:
        panels = figure.subplots(1, len(f.sources), sharey=True, squeeze=False)[0]
        for axes, source in zip(panels, f.sources, strict=True):
            _frame(axes, f, source, rows)
            for line, ability in enumerate(rows):
                _group(axes, f, source, ability, line)
        panels[0].set_ylim(len(rows) - 0.5, -0.5)
        handles = {label: handle for axes in panels for handle, label in _labelled(axes)}
        figure.legend(handles.values(), handles, loc="outside lower center", ncols=3, frameon=False)
        first = f.models[0].name
        star = f"A star: different from {first}, significant after Holm's correction. " if len(f.models) > 1 else ""
        blind = "" if f.scorer == "human" else "Marks: what comes out without the picture and with a swapped one. "
        says = (
            f"Scorer: {f.scorer}. Accuracy in percent with Wilson's {100 * f.level:g} % intervals; n: items. "
            f"{star}{blind}By keyword: majority answer, the most frequent "
            "accepted answer of the ability and style; always yes, yes to yes/no, the first alternative to "
            "either-or, the majority answer to wh questions."
        )
        return finished(figure, "bars", "Accuracy and its baselines", says)


def _labelled(axes: Any) -> list[tuple[Any, str]]:
    return list(zip(*axes.get_legend_handles_labels(), strict=True))


def _frame(axes: Any, f: Findings, source: Source, rows: list[str]) -> None:
    axes.set_xlim(0, 118)
    axes.set_xticks([0, 20, 40, 60, 80, 100])
    axes.set_yticks(range(len(rows)), [words.ability(name) for name in rows])
    axes.tick_params(length=0)
    axes.grid(axis="x", color=LINE)
    axes.set_axisbelow(True)
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.set_title(words.source(f, source).capitalize(), loc="left")
    axes.set_xlabel("accuracy, %")


def _group(axes: Any, f: Findings, source: Source, ability: str, line: int) -> None:
    high = 0.8 / len(f.models)
    most = max((words.n_of(f.cell(m.name, source, ability)) for m in f.models), default=0)
    axes.text(118, line, f"n {most}" if most else "no items", ha="right", va="center", color=SOFT, fontsize=9)
    for place, model in enumerate(f.models):
        y = line + high * (place - (len(f.models) - 1) / 2)
        _bar(axes, f, source, ability, model.name, place, y, high)
    for name, style in CONSTANT:
        cell = f.cell(name, source, ability, picture="none", scorer="keyword")
        if cell and cell.accuracy.value is not None:
            at = 100 * cell.accuracy.value
            axes.plot([at, at], [line - 0.43, line + 0.43], style, color=INK, lw=1.3, label=name)


def _bar(axes: Any, f: Findings, source: Source, ability: str, model: str, place: int, y: float, high: float) -> None:
    cell = f.cell(model, source, ability)
    share = cell.accuracy if cell else None
    if share is None or share.value is None or share.low is None or share.high is None:
        return
    value, own = 100 * share.value, colour(place)
    axes.barh(y, value, high * 0.9, color=own, alpha=0.45, label=short(model))
    axes.plot([100 * share.low, 100 * share.high], [y, y], color=own, lw=2)
    if _significant(f, source, ability, model):
        axes.text(100 * share.high + 1, y, "★", ha="left", va="center", color=own, fontsize=10)
    for picture, mark, name in BLIND:
        blind = f.cell(model, source, ability, picture=picture)
        if blind and blind.accuracy.value is not None:
            axes.plot(100 * blind.accuracy.value, y, mark, color=INK, ms=5 if mark == "x" else 8, mew=1.2, label=name)


def _significant(f: Findings, source: Source, ability: str, model: str) -> bool:
    return any(
        c.p_holm is not None and c.p_holm < 1 - f.level
        for c in f.comparisons
        if (c.second, c.source, c.ability, c.scorer) == (model, source, ability, f.scorer)
    )
