"""Everything that a report says, as numbers: made by `analysis.analyse`, read by pages, figures and tables.

A number that was not measured is None. Shares are 0 to 1, differences -1 to 1. Ability "" is all abilities together.
Items are those of `Over`; whatever rests on items that no person has looked at says so in `label`.
"""

from dataclasses import dataclass
from typing import Literal

from eval_bench.report.measures import Interval as Interval
from eval_bench.report.measures import Paired as Paired
from eval_bench.report.measures import Share as Share
from eval_bench.report.opinions import Agreement as Agreement
from eval_bench.report.opinions import Grades as Grades
from eval_bench.study.findings import StudyFindings
from eval_bench.types import Shown, Source, State, Style, Verdict

Over = Literal["headline", "with_flagged", "all"]
"""headline: the items that count and are not flagged. with_flagged: those that count, flagged or not (only where some
are flagged). all: every item that nobody refused (only where some items of that source are validated and others not).
Where no item of a source is validated, "headline" is over the unvalidated ones, and everything of it is labelled."""
Part = Literal["", "seen", "held_out", "yes_no", "wh", "either_or"]
"""Which of the items: "" all of them; by whether the subject is kept from training data; by style of question."""
Role = Literal["primary", "secondary", "exploratory"]
UNVALIDATED = "unvalidated items"
MAJORITY, ALWAYS_YES = "majority answer", "always yes"
"""The "models" of the cells of the two baselines that are no model."""


@dataclass(frozen=True, slots=True)
class Benchmark:
    """Items of one folder."""

    folder: str
    source: Source
    version: str
    """Hash of the items and their pictures."""
    items: int
    """That nobody refused."""
    accepted: int
    mended: int
    refused: int
    flagged: int
    headline: int
    """Items that the headline is over."""
    heads: int
    """Different heads of the headline's items: what the bootstrap draws."""
    abilities: tuple[str, ...]
    embedded: str = ""
    """Which embedded parts made it, in words; "" if none did."""

    @property
    def unvalidated(self) -> int:
        return self.items - self.accepted - self.mended


@dataclass(frozen=True, slots=True)
class Model:
    """One folder of answers."""

    name: str
    folder: str
    about: str
    """What it is, in its own words."""
    embedded: bool
    """Whether it only pretends: a toy of known accuracy, a constant answer."""
    scorers: tuple[str, ...]
    """Those that marked its answers to the shown pictures."""
    pictures: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One accuracy. Failed and unparsed answers count as wrong; what is missing, stale or unmarked is in no figure."""

    model: str
    """Or MAJORITY, ALWAYS_YES, whose picture is "none" and whose scorer is "keyword"."""
    scorer: str
    picture: Shown
    source: Source
    ability: str
    part: Part
    over: Over
    accuracy: Share
    right: int
    wrong: int
    unparsed: int
    failed: int
    """There is no answer: the server refused, the model broke down."""
    unmarked: int
    """Answered, but this scorer said nothing (a judge that failed, votes that tie), or has not looked yet."""
    missing: int
    """Never asked, or stale: the item was changed after it was asked."""
    label: str = ""
    """UNVALIDATED, or ""."""
    clustered: Interval | None = None
    """Bootstrap by item and head, stratified by ability; of part "" with the picture shown, if anything was marked."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A model (second) against another (first), on the headline's items that both answered."""

    first: str
    second: str
    scorer: str
    source: Source
    ability: str
    role: Role
    """primary: the one hypothesis; secondary: the pooled one of the other source; exploratory: all others."""
    pairs: Paired
    p_holm: float | None
    """Corrected over all tests of this role and scorer, `family` of them."""
    family: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """What was to be tested, as the report folder's first report fixed it."""

    primary: str
    """ "pooled_real", "pooled_generated", or "color_real"."""
    scorer: str
    tested: bool
    """False: no such benchmark, or fewer than two models. Nothing else takes its place."""
    why_not: str = ""
    changed: str = ""
    """ "changed after results were seen (was pooled_real, scorer keyword)"; "" if it was not."""


@dataclass(frozen=True, slots=True)
class Looking:
    """What the picture is worth to a model: shown (second) against none or a swapped one (first), pooled."""

    model: str
    scorer: str
    source: Source
    picture: Shown
    pairs: Paired
    label: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """Generated minus real."""

    model: str
    scorer: str
    ability: str
    generated: Share
    real: Share
    difference: Interval
    """Of two independent shares, with Newcombe's interval (his method 10 for those)."""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Correlation:
    """Over abilities, of accuracies on generated and on real pictures."""

    model: str
    scorer: str
    abilities: int
    pearson: float | None
    """None for fewer than three abilities, or where one side does not vary."""


@dataclass(frozen=True, slots=True)
class Odd:
    """Abnormality: what it finds, and what it leaves alone."""

    model: str
    scorer: str
    source: Source
    presence: bool
    """True: only yes/no questions on whether there is something odd; False: all items with `odd`."""
    sensitivity: Share
    """Right on odd pictures."""
    specificity: Share
    """Right on normal pictures."""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Confusion:
    """Of one style of question: what was right against what was said."""

    model: str
    scorer: str
    source: Source
    style: Style
    rows: tuple[str, ...]
    """yes_no: ("yes", "no"); either_or: ("right one first", "right one second"); wh: ("asked",)."""
    columns: tuple[str, ...]
    """yes_no: ("yes", "no", "unparsed", "failed"); either_or: ("first", "second", ...); wh: ("right", "wrong", ...)."""
    counts: tuple[tuple[int, ...], ...]
    """By row, by column."""
    leaning: Share | None
    """Of what was said and understood, the share of "yes" or of the option that stood first; None for wh."""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Visible:
    """Which differences a comparison could have seen: 80 % power, exact McNemar at the report's level."""

    first: str
    second: str
    """ "" for both if there is one model only."""
    source: Source
    ability: str
    n: int
    discordant: float | None
    """Observed share of items on which just one of both is right."""
    at_observed: float | None
    """Smallest difference that is seen; None: no difference is, at that share."""
    at_30: float | None
    """The same if 30 % were discordant."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Of all answers of a model."""

    model: str
    answers: int
    failed: int
    tokens_in: int | None
    """None where an answer does not say."""
    tokens_out: int | None
    usd: str | None
    """Dollars as a decimal number."""
    seconds: float
    """Summed over answers, whatever ran at the same time."""


@dataclass(frozen=True, slots=True)
class Guessable:
    """Items that text-only answerers get right."""

    answerers: tuple[str, ...]
    """Names of those that answered without pictures. Fewer than three: nothing is flagged."""
    flagged: tuple[str, ...]
    """Ids."""
    by_ability: tuple[tuple[str, int], ...]
    by_style: tuple[tuple[str, int], ...]
    yes: int
    """Yes/no items of the headline that ask for a yes ..."""
    no: int
    """... and for a no."""

    @property
    def enough(self) -> bool:
        return len(self.answerers) >= 3


@dataclass(frozen=True, slots=True)
class PaperValue:
    """An accuracy of the paper's figure 6 (v1), 50 items each: context, never tested against."""

    ability: str
    source: Source
    baseline: float
    ours: float
    measured: bool = False
    """No number is printed there: read off the figure."""


@dataclass(frozen=True, slots=True)
class Row:
    """One answer as one scorer sees it: a line of items.csv."""

    item: str
    source: Source
    benchmark: str
    """The folder."""
    ability: str
    style: Style
    head: str
    held_out: bool | None
    odd: bool | None
    state: State
    flagged: bool
    headline: bool
    model: str
    scorer: str
    picture: Shown
    verdict: Verdict | None
    """A failed answer is "wrong", with `failed`."""
    why: str
    question: str
    reference: str
    accept: str
    """Words, with "; " between them."""
    text: str
    failed: str
    image: str
    """The file, in the folder of the benchmark."""


@dataclass(frozen=True)
class Findings:
    """A report, in numbers."""

    level: float
    """Of the intervals, 0.95; tests are made at 1 - level."""
    draws: int
    seed: int
    scorer: str
    """The one that headlines."""
    scorers: tuple[str, ...]
    """All that marked something, the one that headlines first."""
    abilities: tuple[str, ...]
    """In the order of the benchmarks."""
    sources: tuple[Source, ...]
    unvalidated: tuple[Source, ...]
    """Sources of which no item is validated: all their figures are labelled."""
    embedded: tuple[str, ...]
    """What here is a toy or made by embedded parts, a sentence each: has to stand in the headline."""
    warnings: tuple[str, ...]
    """A sentence each."""
    next: tuple[str, ...]
    """Commands that would mend what is lacking."""
    benchmarks: tuple[Benchmark, ...]
    models: tuple[Model, ...]
    """The first is the baseline of comparisons."""
    hypothesis: Hypothesis
    guessable: Guessable
    cells: tuple[Cell, ...]
    comparisons: tuple[Comparison, ...]
    looking: tuple[Looking, ...]
    gaps: tuple[Gap, ...]
    correlations: tuple[Correlation, ...]
    odd: tuple[Odd, ...]
    confusions: tuple[Confusion, ...]
    agreements: tuple[Agreement, ...]
    grades: tuple[Grades, ...]
    visible: tuple[Visible, ...]
    costs: tuple[Cost, ...]
    paper: tuple[PaperValue, ...]
    """() unless asked for."""
    rows: tuple[Row, ...]
    study: StudyFindings | None = None
    """None: a report without a study."""

    @property
    def scored(self) -> bool:
        """Whether there are accuracies by the scorer that headlines; a study of sides has none by people."""
        return any(cell.scorer == self.scorer and cell.picture == "shown" for cell in self.cells)

    def cell(
        self,
        model: str,
        source: Source,
        ability: str = "",
        *,
        part: Part = "",
        over: Over = "headline",
        picture: Shown = "shown",
        scorer: str | None = None,
    ) -> Cell | None:
        """None where nothing was measured; `scorer` None: the one that headlines."""
        wanted = (model, scorer or self.scorer, picture, source, ability, part, over)
        found = (c for c in self.cells if wanted == _place(c))
        return next(found, None)


def _place(cell: Cell) -> tuple[str, ...]:
    return (cell.model, cell.scorer, cell.picture, cell.source, cell.ability, cell.part, cell.over)
