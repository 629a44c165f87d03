"""Dots with their intervals, a row each: seen against held-out subjects, and generated minus real."""

from typing import Any

from eval_bench.report import words
from eval_bench.report.figures.canvas import LINE, SOFT, Drawing, colour, finished, marker, sheet, short
from eval_bench.report.findings import Findings, Part

PARTS: tuple[tuple[Part, str], ...] = (("seen", "subject seen in training data"), ("held_out", "subject held out"))


def parts(f: Findings) -> Drawing | None:
    """None where nobody knows which subjects are held out."""
    rows = [(source, model.name) for source in f.sources for model in f.models]
    found = {(s, m, p): c.accuracy for s, m in rows for p, _ in PARTS if (c := f.cell(m, s, part=p)) and c.accuracy.n}
    rows = [(s, m) for s, m in rows if any((s, m, p) in found for p, _ in PARTS)]
    if not rows:
        return None
    with sheet(9, 1.7 + 0.62 * len(rows)) as figure:
        axes = figure.subplots()
        for line, (source, model) in enumerate(rows):
            for place, (part, name) in enumerate(PARTS):
                if share := found.get((source, model, part)):
                    told = f"{name} (n {share.n})" if len(rows) == 1 else name
                    _dot(axes, line + 0.3 * place - 0.15, share.value, share.low, share.high, place, told)
                    axes.text(101, line + 0.3 * place - 0.15, f"n {share.n}", va="center", color=SOFT, fontsize=9)
        _frame(axes, [f"{short(m)}, {words.source(f, s)}" for s, m in rows], "accuracy, %")
        axes.set_xlim(0, 109)
        axes.set_xticks([0, 20, 40, 60, 80, 100])
        _legend(figure, axes)
        says = f"Scorer: {f.scorer}. "
        says += "All abilities together, with Wilson intervals. Held out: kept from all training data of synthgen."
        return finished(figure, "held_out", "Seen and held-out subjects", says)


def gaps(f: Findings) -> Drawing | None:
    """None without both kinds of pictures."""
    found = {(g.model, g.ability): g for g in f.gaps if g.scorer == f.scorer}
    rows = [ability for ability in ("", *f.abilities) if any((m.name, ability) in found for m in f.models)]
    if not rows:
        return None
    with sheet(9, 1.8 + max(0.2 * len(f.models), 0.32) * 1.3 * len(rows)) as figure:
        axes = figure.subplots()
        axes.axvline(0, color=SOFT, lw=1)
        for line, ability in enumerate(rows):
            for place, model in enumerate(f.models):
                if gap := found.get((model.name, ability)):
                    y = line + 0.7 / len(f.models) * (place - (len(f.models) - 1) / 2)
                    apart = gap.difference
                    _dot(axes, y, apart.value, apart.low, apart.high, place, short(model.name))
        label = " (unvalidated items)" if any(g.label for g in f.gaps) else ""
        _frame(axes, [words.ability(name) for name in rows], "generated minus real, percentage points" + label)
        _legend(figure, axes)
        says = f"Scorer: {f.scorer}. "
        says += "Right of the line: better on generated pictures. Newcombe's intervals of two independent shares."
        return finished(figure, "gap", "Generated against real pictures", says)


def _dot(
    axes: Any, y: float, value: float | None, low: float | None, high: float | None, place: int, name: str
) -> None:
    if value is None:
        return
    if low is not None and high is not None:
        axes.plot([100 * low, 100 * high], [y, y], color=colour(place), lw=1.8)
    axes.plot(100 * value, y, marker(place), color=colour(place), ms=6, ls="none", label=name)


def _frame(axes: Any, rows: list[str], across: str) -> None:
    axes.set_yticks(range(len(rows)), rows)
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.set_xlabel(across)
    axes.tick_params(length=0)
    axes.grid(axis="x", color=LINE)
    axes.set_axisbelow(True)
    axes.spines[["top", "right", "left"]].set_visible(False)


def _legend(figure: Any, axes: Any) -> None:
    handles = {label: handle for handle, label in zip(*axes.get_legend_handles_labels(), strict=True)}
    figure.legend(handles.values(), handles, loc="outside lower center", ncols=2, frameon=False)
