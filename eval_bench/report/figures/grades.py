"""What a judge gave, 1 to 10."""

from eval_bench.report import words
from eval_bench.report.figures.canvas import LINE, Drawing, colour, finished, marker, sheet, short
from eval_bench.report.findings import Findings


def grades(f: Findings) -> Drawing | None:
    """None where no judge graded anything."""
    own = [g for g in f.grades if g.n]
    names = list(dict.fromkeys(name for g in own for name, _ in g.means))
    if not names:
        return None
    lines = list(dict.fromkeys((g.source, g.scorer) for g in own))
    places = {m.name: i for i, m in enumerate(f.models)}
    with sheet(9, 1.2 + len(lines) * (0.9 + 0.45 * len(names))) as figure:
        panels = figure.subplots(len(lines), 1, squeeze=False)[:, 0]
        for axes, (source, scorer) in zip(panels, lines, strict=True):
            for g in (g for g in own if (g.source, g.scorer) == (source, scorer)):
                means = dict(g.means)
                place = places[g.model]
                rows = [(i + 0.12 * place, means[name]) for i, name in enumerate(names) if name in means]
                label = f"{short(g.model)} (n {g.n}, {g.failures} not graded)"
                axes.plot([v for _, v in rows], [y for y, _ in rows], marker(place), color=colour(place), label=label)
            axes.set_yticks(range(len(names)), names)
            axes.set_ylim(len(names) - 0.4, -0.6)
            axes.set_xlim(1, 10)
            axes.grid(color=LINE)
            axes.set_title(f"{words.source(f, source).capitalize()}, graded by {scorer}", loc="left")
            axes.legend(loc="upper left", bbox_to_anchor=(1.01, 1), frameon=False, fontsize=9)
        return finished(
            figure, "grades", "Grades of the judge", "Mean grades, 1 to 10; reference: of the reference answers."
        )
