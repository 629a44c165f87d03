"""Figures of a user study: what raters prefer, what grades they give, and how they vote."""

from collections.abc import Sequence
from typing import Any

from eval_bench.report import words
from eval_bench.report.figures.canvas import INK, LINE, SOFT, Drawing, colour, finished, marker, sheet, short
from eval_bench.report.findings import Findings
from eval_bench.study.findings import Preference, Quality

FEW = 15
"""Raters up to whom each has its name beside its dot."""


def preferences(f: Findings) -> Drawing | None:
    """None but for a study of sides."""
    own = [one for one in f.study.preferences if one.items] if f.study else []
    if not own:
        return None
    with sheet(10, 1.6 + 0.42 * len(own)) as figure:
        axes = figure.subplots()
        for line, one in enumerate(own):
            _sides(axes, line, one)
        names = [f"{words.ability(p.ability)}, {p.source}" for p in own]
        axes.set_yticks(range(len(own)), names)
        axes.set_ylim(len(own) - 0.5, -0.5)
        axes.set_xlim(0, 100)
        axes.set_xlabel("share of items, %")
        axes.tick_params(length=0)
        axes.spines[["top", "right", "left", "bottom"]].set_visible(False)
        _legend(figure, axes, 3)
        says = "Items whose raters prefer one model's answer, the other's, or neither. Right: exact sign test; "
        says += "of abilities corrected after Holm."
        return finished(figure, "preferences", "Which answers raters prefer", says)


def _sides(axes: Any, line: int, one: Preference) -> None:
    left = 0.0
    parts = (
        (one.first_better, f"{short(one.first)} better", colour(0), 0.75),
        (one.equal, "equal", SOFT, 0.25),
        (one.second_better, f"{short(one.second)} better", colour(1), 0.75),
    )
    for count, name, own, strength in parts:
        wide = 100 * count / one.items
        axes.barh(line, wide, 0.7, left=left, color=own, alpha=strength, label=name)
        if wide > 4:
            axes.text(left + wide / 2, line, str(count), ha="center", va="center", color=INK, fontsize=9)
        left += wide
    axes.text(101.5, line, words.p(one.p_holm), va="center", color=SOFT, fontsize=9)


def grades(f: Findings) -> Drawing | None:
    """None but for a study with grades."""
    own = [one for one in f.study.grades if one.mean] if f.study else []
    rows = list(dict.fromkeys((one.source, one.ability) for one in own))
    if not own:
        return None
    models = [model.name for model in f.models]
    with sheet(9, 1.7 + max(0.18 * len(models), 0.32) * 1.25 * len(rows)) as figure:
        axes = figure.subplots()
        for one in own:
            place = models.index(one.model)
            y = rows.index((one.source, one.ability)) + 0.6 / len(models) * (place - (len(models) - 1) / 2)
            if one.mean and one.mean.low is not None:
                axes.plot([one.mean.low, one.mean.high], [y, y], color=colour(place), lw=1.8)
            if one.mean:
                axes.plot(
                    one.mean.value, y, marker(place), color=colour(place), ms=6, ls="none", label=short(one.model)
                )
        axes.set_yticks(range(len(rows)), [f"{words.ability(ability)}, {source}" for source, ability in rows])
        axes.set_ylim(len(rows) - 0.5, -0.5)
        _frame(axes, (1, 5), "mean grade, 1 to 5")
        _legend(figure, axes, 2)
        says = "Of each item the mean of its raters; intervals by bootstrap over items and heads."
        return finished(figure, "people_grades", "Grades that raters give", says)


def raters(f: Findings) -> Drawing | None:
    """None for fewer than three raters who can be compared."""
    own = [q for q in (f.study.quality if f.study else ()) if q.agreement is not None and q.attention.n]
    if len(own) < 3:
        return None
    with sheet(8, 5.4) as figure:
        axes = figure.subplots()
        for flagged, name in ((False, "counts"), (True, "does not count")):
            some = [q for q in own if bool(q.flags) is flagged]
            if some:
                _cloud(axes, some, flagged, name, len(own))
        _frame(axes, (-4, 104), "agrees with the others, % of pairs")
        axes.set_ylim(-4, 106)
        axes.set_ylabel("attention items passed, %")
        axes.grid(color=LINE)
        _legend(figure, axes, 2)
        says = "A dot per rater; a larger one has more votes. Careful raters stand at the top right. Who has no "
        says += "attention item or shares no item with others is not there."
        return finished(figure, "raters", "How raters vote", says)


def _cloud(axes: Any, some: Sequence[Quality], flagged: bool, name: str, count: int) -> None:
    most = max(q.votes for q in some)
    across = [100 * (q.agreement or 0.0) for q in some]
    up = [100 * (q.attention.value or 0.0) for q in some]
    sizes = [30 + 90 * q.votes / max(most, 1) for q in some]
    axes.scatter(across, up, sizes, color=colour(int(flagged)), marker="X" if flagged else "o", alpha=0.55, label=name)
    for q, x, y in zip(some, across, up, strict=True):
        if flagged or count <= FEW:
            axes.annotate(q.rater, (x, y), (6, 5), textcoords="offset points", fontsize=9, color=SOFT)


def _frame(axes: Any, limits: tuple[float, float], across: str) -> None:
    axes.set_xlim(*limits)
    axes.set_xlabel(across)
    axes.tick_params(length=0)
    axes.grid(axis="x", color=LINE)
    axes.set_axisbelow(True)
    axes.spines[["top", "right", "left"]].set_visible(False)


def _legend(figure: Any, axes: Any, columns: int) -> None:
    handles = {label: handle for handle, label in zip(*axes.get_legend_handles_labels(), strict=True)}
    figure.legend(handles.values(), handles, loc="outside lower center", ncols=columns, frameon=False)
