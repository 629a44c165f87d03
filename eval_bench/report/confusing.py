"""What models say, whatever is right: yes or no, the first option or the second, and what is odd in a picture."""

from collections.abc import Iterator, Mapping, Sequence

from eval_bench.keywords import compiled
from eval_bench.report.findings import Confusion, Odd
from eval_bench.report.material import Material, Outcome, values
from eval_bench.report.shares import share
from eval_bench.types import STYLES, Item, Style

LOST = ("unparsed", "failed")
SIDES: dict[Style, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "yes_no": (("yes", "no"), ("yes", "no")),
    "either_or": (("right one first", "right one second"), ("first", "second")),
    "wh": (("asked",), ("right", "wrong")),
}
"""Rows and columns; a right answer is in the column of its row's place, a wrong one in the other."""


def confusions(m: Material) -> Iterator[Confusion]:
    """Of shown pictures, over the headline's items, by keyword: what people and judges call wrong may say anything."""
    for (model, scorer, picture), found in m.series.items():
        for source in m.sources if (scorer, picture) == ("keyword", "shown") else ():
            for style in STYLES:
                counts = _counts(m.over("headline", source, "", style), found, style)
                if any(map(sum, counts)):
                    rows, columns = SIDES[style]
                    said = [sum(row[place] for row in counts) for place in (0, 1)]
                    leaning = None if style == "wh" else share(said[0], sum(said), m.level)
                    told = rows, (*columns, *LOST), tuple(map(tuple, counts)), leaning
                    yield Confusion(model, scorer, source, style, *told, m.label(source))


def _counts(items: Sequence[Item], found: Mapping[str, Outcome], style: Style) -> list[list[int]]:
    rows, columns = SIDES[style]
    counts = [[0] * (len(columns) + len(LOST)) for _ in rows]
    for item in items:
        row, outcome = row_of(item), found.get(item.id, "unmarked")
        if row is None or outcome == "unmarked":
            continue
        column = len(columns) + LOST.index(outcome) if outcome in LOST else row if outcome == "right" else 1 - row
        counts[row][column] += 1
    return counts


def row_of(item: Item) -> int | None:
    """Of a yes_no: 0 if yes is right, 1 if no; of an either_or: which option is right; None where it is not clear."""
    if item.style == "wh":
        return 0
    if item.style == "yes_no":
        accepted = {word.lower() for word in item.accept}
        return None if ("yes" in accepted) == ("no" in accepted) else int("no" in accepted)
    order = compiled(item)["order"]
    return int(order[0] != "accept") if order else None


def odd(m: Material) -> Iterator[Odd]:
    """Of items that know whether their picture is odd; presence: yes is right exactly for odd ones."""
    for (model, scorer, picture), found in m.series.items():
        for source in m.sources if picture == "shown" else ():
            items = [item for item in m.over("headline", source) if item.odd is not None]
            asking = [item for item in items if item.style == "yes_no" and row_of(item) == int(not item.odd)]
            for presence, several in ((True, asking), (False, items)):
                sides = [values([i for i in several if i.odd is side], found) for side in (True, False)]
                if any(sides):
                    hits, rejections = (share(sum(v == 1 for _, v in s), len(s), m.level) for s in sides)
                    yield Odd(model, scorer, source, presence, hits, rejections, m.label(source))
