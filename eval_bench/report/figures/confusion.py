"""What was right against what was said, by style of question: small tables, darker for more."""

from typing import Any

from eval_bench.report import words
from eval_bench.report.figures.canvas import INK, Drawing, finished, sheet, short
from eval_bench.report.findings import Confusion, Findings
from eval_bench.types import STYLES

ASKED = {"yes_no": "yes or no", "wh": "what, where, who ...", "either_or": "either ... or ..."}


def confusion(f: Findings) -> Drawing | None:
    own = f.confusions
    lines = [(s, m.name) for s in f.sources for m in f.models if any((c.source, c.model) == (s, m.name) for c in own)]
    if not lines:
        return None
    with sheet(13, 0.9 + 2.1 * len(lines)) as figure:
        figure.get_layout_engine().set(h_pad=0.22)
        figure.suptitle(" ", fontsize=6)  # room for the first label
        tables = figure.subplots(len(lines), len(STYLES), squeeze=False)
        for row, (source, model) in zip(tables, lines, strict=True):
            for axes, style in zip(row, STYLES, strict=True):
                found = [c for c in own if (c.source, c.model, c.style) == (source, model, style)]
                _table(axes, found[0] if found else None)
                axes.set_title(ASKED[style], fontsize=10, loc="left", color=INK)
            label = row[0].annotate(
                f"{short(model)}, {words.source(f, source)}",
                (0, 1),
                (0, 22),
                xycoords="axes fraction",
                textcoords="offset points",
                weight="bold",
                annotation_clip=False,
            )
            label.set_in_layout(False)
        says = "Counts of items. Rows: what is right (or where the right option stands); columns: what was said."
        says += "" if f.scorer == "keyword" else f" By keyword: {f.scorer} tells but right and wrong."
        return finished(figure, "confusion", "What was asked and what was said", says)


def _table(axes: Any, one: Confusion | None) -> None:
    if one is None:
        axes.text(0.5, 0.5, "no items", ha="center", va="center")
        axes.set_axis_off()
        return
    shares = [[count / max(sum(row), 1) for count in row] for row in one.counts]
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1, aspect="auto")
    for y, row in enumerate(one.counts):
        for x, count in enumerate(row):
            axes.text(x, y, str(count), ha="center", va="center", color="white" if shares[y][x] > 0.6 else INK)
    axes.set_xticks(range(len(one.columns)), one.columns, fontsize=9)
    axes.set_yticks(range(len(one.rows)), [name.replace("right one ", "right: ") for name in one.rows], fontsize=9)
    axes.tick_params(length=0)
