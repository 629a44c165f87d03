"""What a study found, as numbers: made by `study.results`, put into a report. A number nobody measured is None.

Shares are 0 to 1, differences -1 to 1 (second model minus first). Ability "" is all of them together.
"""

from dataclasses import dataclass

from eval_bench.report.measures import Interval, Paired, Share
from eval_bench.types import Source, Verdict


@dataclass(frozen=True, slots=True)
class Decision:
    """What a study says of one model's answer to one item."""

    item: str
    model: str
    verdict: Verdict | None
    """None: it is excluded, from every model (the verdicts of an item are None for all models or for none)."""
    why: str
    """In a few words: "3 of 3 say right"; "excluded: tie"; "excluded: cannot tell"; "excluded: bad item";
    "excluded: tie on the answer of another model"; "no answer"."""
    right: int
    wrong: int
    cannot_tell: int
    bad: int
    share: float | None
    """right / (right + wrong); of grades the mean grade lies in `grade`."""
    grade: float | None = None


@dataclass(frozen=True, slots=True)
class Quality:
    """One rater."""

    rater: str
    """ "r7"."""
    votes: int
    """On items."""
    asked: int
    """Statements on items that they were given."""
    attention: Share
    """Attention items passed; n = 0: none voted on."""
    agreement: float | None
    """With the other raters of the same statements: share of agreeing pairs."""
    kappa: float | None
    """The same above chance (Cohen's form over all pairs with others)."""
    leniency: float | None
    """Share of right among right and wrong, minus that of the others on the same statements."""
    seconds: float | None
    """Median per statement."""
    hasty: float | None
    """Share of votes that came faster than a person can look and read."""
    drift: float | None
    """Agreement in the second half of their votes minus that in the first."""
    changed: int
    """Votes that were given anew or taken back."""
    flags: tuple[str, ...]
    """Why their votes do not count in the headline, a phrase each; () if they do."""
    unclear: str = ""
    """Why nobody can say whether they look: "too few votes to tell"; "" if one can."""


@dataclass(frozen=True, slots=True)
class Excluded:
    """How the items of a source fared."""

    source: Source
    asked: int
    """Items of the study."""
    decided: int
    tied: int
    """Undecided because right and wrong were equally many on some model's answer ..."""
    cannot_tell: int
    """... because nobody who could tell was left ..."""
    bad: int
    """... because most raters called the item bad ..."""
    waiting: int
    """... or because some answer has no vote that counts."""
    short: int
    """Decided, with fewer votes than the design wants."""
    unasked: int
    """Decided without anybody's vote: all answers failed; of sides one failed, or both are alike."""
    lost: int
    """Undecided, though with the votes of flagged raters they would be decided."""


@dataclass(frozen=True, slots=True)
class TwoWay:
    """A pooled figure with items and raters both drawn anew: the mean over items of the share who say right."""

    model: str
    """ "" for the difference of `second` and `first`."""
    first: str
    second: str
    source: Source
    items: int
    raters: int
    interval: Interval


@dataclass(frozen=True, slots=True)
class Both:
    """A pooled accuracy with everybody's votes, beside that without flagged raters."""

    model: str
    source: Source
    without: Share
    """Without flagged raters: the headline."""
    everybody: Share


@dataclass(frozen=True, slots=True)
class Conclusion:
    """Second model against first with everybody's votes, beside that without flagged raters: by items that are right,
    of sides by items where it is preferred. For abilities together, and for that of the primary hypothesis."""

    first: str
    second: str
    source: Source
    ability: str
    without: Paired
    everybody: Paired


@dataclass(frozen=True, slots=True)
class Preference:
    """Of sides: how often raters prefer each of two models, an item a vote."""

    first: str
    second: str
    source: Source
    ability: str
    items: int
    """Decided."""
    first_better: int
    second_better: int
    equal: int
    p: float | None
    """Exact sign test over items that are not equal."""
    p_holm: float | None
    """Over abilities and sources; the pooled ones by themselves, and of the primary hypothesis p itself."""
    share: Share
    """Second better, among those where one is."""
    left: Share | None = None
    """Of "" alone: how often what stood on the left was preferred, votes: 0.5 is no habit."""


@dataclass(frozen=True, slots=True)
class Grade:
    """Of grades: the mean of a model, over items (of each the mean of its raters)."""

    model: str
    source: Source
    ability: str
    n: int
    mean: Interval | None
    """1 to 5, bootstrap by item and head."""
    difference: Interval | None
    """To the first model; None for itself."""


@dataclass(frozen=True, slots=True)
class BadItem:
    """An item that some rater calls bad."""

    item: str
    source: Source
    ability: str
    question: str
    reference: str
    raters: int
    """Who said so ..."""
    of: int
    """... of those who voted on it."""


@dataclass(frozen=True)
class StudyFindings:
    """A study, in numbers."""

    name: str
    folder: str
    hash: str
    """Of the design."""
    made: str
    form: str
    simulated: str
    """What pretends to be raters; "" in a study of people."""
    raters_per_item: int
    reference: bool
    people: int
    """Raters who voted on items."""
    votes: int
    """On items, those of flagged raters too."""
    wanted: int
    """Votes that the design asks for."""
    missing: int
    """Of these, whatever other statements got beyond theirs."""
    looks: tuple[tuple[str, int, int], ...]
    """When results were seen before this time, at how many votes, of how many wanted."""
    quality: tuple[Quality, ...]
    excluded: tuple[Excluded, ...]
    two_way: tuple[TwoWay, ...]
    both: tuple[Both, ...]
    conclusions: tuple[Conclusion, ...]
    preferences: tuple[Preference, ...]
    grades: tuple[Grade, ...]
    bad: tuple[BadItem, ...]
    median_seconds: float | None
    """Per statement, over all raters."""

    @property
    def flagged(self) -> tuple[Quality, ...]:
        return tuple(one for one in self.quality if one.flags)

    @property
    def early(self) -> bool:
        """Whether votes are missing, or somebody saw results before all votes were there."""
        return self.missing > 0 or any(votes < wanted for _, votes, wanted in self.looks)
