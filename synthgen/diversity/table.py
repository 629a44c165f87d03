"""The figures as people read them: one line per figure, one column per data set, in a terminal and on a page."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rich.table import Table
from rich.text import Text

from synthgen.kit.clean import data
from synthgen.kit.diversity import Figures

NONE = "-"
WIDEST = 18
"""Characters of a column with figures of a data set."""
MOST = 8
"""Names that are listed in a cell."""


@dataclass(frozen=True)
class Line:
    group: str
    label: str
    shown: Callable[[Figures], str]
    says: str
    """What the figure means, in a few words."""


def _percent(value: float | None) -> str:
    return NONE if value is None else f"{100 * value:.1f} %"


def _number(value: float | None) -> str:
    if value is None:
        return NONE
    return f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:.1f}"


def _cosine(value: float | None) -> str:
    return NONE if value is None else f"{value:.2f}"


def _times(value: float | None) -> str:
    return NONE if value is None else f"{value:.1f} x"


def _part(count: int, whole: int) -> str:
    return f"{count:,} ({100 * count / whole:.1f} %)" if whole else NONE


def _counts(counts: Mapping[str, int]) -> str:
    shown = [f"{data(name, WIDEST)} {count:,}" for name, count in counts.items()]
    more = [f"{len(shown) - MOST} more"] if len(shown) > MOST else []
    return ", ".join(shown[:MOST] + more) or NONE


def _axis(axis: str) -> Callable[[Figures], str]:
    def shown(f: Figures) -> str:
        if not any(f.people[axis].values()):
            return NONE
        missing = [value for value, count in f.people[axis].items() if not count]
        uneven = "" if missing else f" ({_times(f.unevenness[axis])})"
        return _counts(f.people[axis]) + uneven

    return shown


WHOLE = "Whole set"
LINES = (
    Line("", "rows", lambda f: f"{f.rows:,}", "of the whole set"),
    Line("", "rows compared", lambda f: f"{f.compared:,}", "drawn at random; figures are for this many"),
    Line("Prompts", "distinct", lambda f: _percent(f.prompts), "prompts that are not the same text"),
    Line(
        "Prompts",
        "distinct in content",
        lambda f: _percent(f.prompts_content),
        "without words for style, medium, light and care",
    ),
    Line(
        "Prompts",
        "nearest other",
        lambda f: _cosine(f.prompt_nearest),
        "mean similarity to the most similar one, 0 to 1",
    ),
    Line("Prompts", "Vendi score", lambda f: _number(f.prompt_vendi), "as diverse as so many with nothing in common"),
    Line("Prompts", "words", lambda f: _number(f.prompt_words), "mean length"),
    Line("Heads", "effective heads", lambda f: _number(f.heads), "as diverse as so many that come equally often"),
    Line(
        "Heads", "effective cells", lambda f: _number(f.cells), "the same of heads with all that is shown beside them"
    ),
    Line("Heads", "most frequent", lambda f: _percent(f.top_head), "its share of the prompts"),
    Line(
        "Heads",
        "compared with the mean",
        lambda f: _times(f.top_to_mean),
        "how many times as often as a head on average",
    ),
    Line("Answers", "distinct", lambda f: _percent(f.answers), "answers that are not the same text"),
    Line(
        "Answers",
        "distinct in content",
        lambda f: _percent(f.answers_content),
        "without order, small words, and words for style and pictures",
    ),
    Line(
        "Answers",
        "nearest other",
        lambda f: _cosine(f.answer_nearest),
        "mean similarity to the most similar one, 0 to 1",
    ),
    Line("Answers", "Vendi score", lambda f: _number(f.answer_vendi), "as diverse as so many with nothing in common"),
    Line("Answers", "words", lambda f: _number(f.answer_words), "mean length"),
    Line("Answers", "yes or no", lambda f: f"{f.yes_no:,}", "answers that begin so, in the whole set"),
    Line("Answers", "of them yes", lambda f: _percent(f.yes), "half is even"),
    Line("Questions", "different questions", lambda f: _number(f.questions), "without the tag of the picture"),
    Line("Questions", "words", lambda f: _number(f.question_words), "mean length"),
    Line("Questions", "turns", lambda f: _number(f.turns or None), "questions and answers of a row, on average"),
    Line("Questions", "kinds", lambda f: _counts(f.kinds), "of dialogue, in the whole set"),
    Line("Questions", "languages", lambda f: _counts(f.languages), "in the whole set"),
    Line("People", "gender", _axis("gender"), "apparent, as the prompts of the whole set say; most to least frequent"),
    Line("People", "age", _axis("age"), "the same"),
    Line("People", "skin", _axis("skin"), "the same"),
    Line(
        WHOLE,
        "distinct prompts",
        lambda f: _part(f.distinct_prompts, f.all_prompts),
        "of all; the share falls as a set grows",
    ),
    Line(WHOLE, "prompts in content", lambda f: _part(f.distinct_prompts_content, f.all_prompts), "the same"),
    Line(WHOLE, "distinct answers", lambda f: _part(f.distinct_answers, f.all_answers), "the same"),
    Line(WHOLE, "answers in content", lambda f: _part(f.distinct_answers_content, f.all_answers), "the same"),
)


def told(found: Sequence[Figures]) -> list[Line]:
    """The lines that at least one data set has a figure for."""
    return [line for line in LINES if any(line.shown(f) not in (NONE, "0") for f in found)]


def fewer(found: Sequence[Figures], rows: int) -> Iterator[str]:
    """A remark on each set that is compared at a size of its own."""
    for f in found:
        if f.compared < rows:
            yield f"{f.name} has {f.rows:,} rows, so its figures are for fewer than {rows:,}, and look better for it"


def tables(found: Sequence[Figures], width: int) -> Iterator[Table]:
    """As many columns side by side as fit, then the next ones below."""
    lines = told(found)
    labels = max(len(f"{line.group} {line.label}") for line in lines)
    at_once = max(1, (width - labels) // (WIDEST + 2))
    for start in range(0, len(found), at_once):
        some = found[start : start + at_once]
        table = Table(box=None, pad_edge=False, header_style="bold")
        table.add_column("")
        for f in some:
            table.add_column(Text(data(f.name, 80)), justify="right", max_width=WIDEST, overflow="fold")
        group = ""
        for line in lines:
            if line.group != group:
                group = line.group
                table.add_row()
                table.add_row(Text(group, "bold"))
            table.add_row(("  " if group else "") + line.label, *(Text(line.shown(f)) for f in some))
        yield table
