"""Abilities around, a polygon per model: generated and real pictures side by side, as in the paper's figure 6."""

from math import pi
from typing import Any

from eval_bench.report import words
from eval_bench.report.figures.canvas import INK, LINE, SOFT, Drawing, colour, finished, marker, sheet, short
from eval_bench.report.findings import Findings
from eval_bench.types import Source

SAYS = (
    "Accuracy in percent per ability, from 0 in the middle to 100; lines along the spokes are Wilson intervals. "
    "A spoke without a dot has no items."
)
PAPER = " Dashed grey: the paper's figure 6 (other models, other items, people's votes): context, no comparison."


def radar(f: Findings) -> Drawing | None:
    """None for fewer than three abilities: there is no polygon; and where nobody said what is right."""
    if len(f.abilities) < 3 or not f.scored:
        return None
    with sheet(6.2 * len(f.sources), 7.0 + 0.25 * len(f.models)) as figure:
        for number, source in enumerate(f.sources, 1):
            axes = figure.add_subplot(1, len(f.sources), number, projection="polar")
            _frame(axes, f, source)
            for place, model in enumerate(f.models):
                _model(axes, f, source, model.name, place)
            if f.paper:
                _paper(axes, f, source)
        handles, labels = figure.axes[0].get_legend_handles_labels()
        figure.legend(handles, labels, loc="outside lower center", ncols=2, frameon=False)
        title = "Accuracy per ability"
        alt = title + ": " + ", ".join(words.source(f, s) for s in f.sources)
        return finished(figure, "radar", title, f"Scorer: {f.scorer}. {SAYS}" + (PAPER if f.paper else ""), alt)


def _angles(f: Findings) -> list[float]:
    return [2 * pi * i / len(f.abilities) for i in range(len(f.abilities))]


def _frame(axes: Any, f: Findings, source: Source) -> None:
    axes.set_theta_offset(pi / 2)
    axes.set_theta_direction(-1)
    axes.set_ylim(0, 100)
    axes.set_yticks([20, 40, 60, 80, 100], ["20", "40", "60", "80", ""], color=SOFT, fontsize=9)
    axes.set_rlabel_position(180 / len(f.abilities))
    axes.grid(color=LINE)
    axes.spines["polar"].set_color(LINE)
    axes.set_xticks(_angles(f), [""] * len(f.abilities))
    for angle, name in zip(_angles(f), f.abilities, strict=True):
        side = "center" if min(angle % pi, pi - angle % pi) < 0.1 else "left" if angle < pi else "right"
        axes.text(angle, 107, name, ha=side, va="center", color=INK, fontsize=11)
    axes.set_title(words.source(f, source).capitalize(), pad=26)


def _model(axes: Any, f: Findings, source: Source, model: str, place: int) -> None:
    cells = [f.cell(model, source, ability) for ability in f.abilities]
    found = [c.accuracy if c and c.accuracy.n else None for c in cells]
    values = [None if s is None or s.value is None else 100 * s.value for s in found]
    own, angles = colour(place), _angles(f)
    _polygon(axes, angles, values, color=own, linewidth=1.8)
    if None not in values:
        axes.fill(angles, values, color=own, alpha=0.06)
    aside = 0.045 * (place - (len(f.models) - 1) / 2)
    for angle, one in zip(angles, found, strict=True):
        if one and one.low is not None and one.high is not None:
            axes.plot([angle + aside] * 2, [100 * one.low, 100 * one.high], color=own, alpha=0.45, linewidth=1.6)
    dots = [(a, v) for a, v in zip(angles, values, strict=True) if v is not None]
    axes.plot(*(zip(*dots, strict=True) if dots else ((), ())), marker(place), color=own, ms=5, label=short(model))


def _polygon(axes: Any, angles: list[float], values: list[float | None], **look: Any) -> None:
    """Lines between neighbors that both have a value."""
    last = angles[-1] - 2 * pi
    for i, value in enumerate(values):
        before = values[i - 1]
        if value is not None and before is not None:
            axes.plot([angles[i - 1] if i else last, angles[i]], [before, value], **look)


def _paper(axes: Any, f: Findings, source: Source) -> None:
    told = {one.ability: one for one in f.paper if one.source == source}
    for name, style in (("baseline", ":"), ("ours", "--")):
        values = [100 * getattr(told[a], name) if a in told else None for a in f.abilities]
        _polygon(axes, _angles(f), values, color=SOFT, linewidth=1.1, linestyle=style)
        axes.plot([], [], color=SOFT, linewidth=1.1, linestyle=style, label=f"the paper's {name} (context)")
