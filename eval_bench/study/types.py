"""The records of a study. All frozen; what is in a design does not change once the study is made.

Design -> tasks of a rater -> Ballot -> votes of the scorer `human`
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal, get_args

from eval_bench.types import Source

Form = Literal["right", "grades", "sides"]
"""right: is this answer right (1, 0)? grades: how good is it (1 to 5)? sides: which of two is better?"""
Kind = Literal["calibration", "attention", "item"]
"""calibration: before the real ones, with feedback. attention: among them, with a known answer. item: what counts."""
FORMS: tuple[Form, ...] = get_args(Form)
NONE = ("cannot_tell", "bad_item")
"""What a rater may say in each form instead of a verdict."""
VOTES: dict[Form, tuple[str, ...]] = {
    "right": ("1", "0", *NONE),
    "grades": ("1", "2", "3", "4", "5", *NONE),
    "sides": ("first", "second", "both", "neither", *NONE),
}
"""As they are stored. Of sides "first" is the first text of the statement, wherever it stood on the page."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An item of the benchmark, as raters see it."""

    item: str
    """Its id; never on the page."""
    ability: str
    source: Source
    question: str
    answer: str
    """The reference answer ..."""
    accept: tuple[str, ...]
    """... and its keywords: raters see both if the design says so."""
    head: str
    key: str
    """Of the item: answers to something else are none to this."""
    standard: str = ""
    """Of the item when the study was made: marks by another standard say nothing of it."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What raters vote on: one answer to an item, or two of `sides`."""

    id: int
    item: str
    texts: tuple[str, ...]
    """One; of sides two: the first model's and the second model's."""
    models: tuple[tuple[str, ...], ...]
    """Who said each of the texts: what several models said in the same words is asked once. () for known ones."""
    kind: Kind = "item"
    known: str = ""
    """Of calibration and attention, what a careful rater says: "1" or "0" of right and of grades (at least 4, at most
    2), "first" or "second" of sides."""


@dataclass(frozen=True, slots=True)
class Model:
    """One folder of answers."""

    name: str
    folder: str


@dataclass(frozen=True, slots=True)
class Folder:
    """One benchmark."""

    folder: str
    version: str
    """Its hash when the study was made."""
    source: Source
    validated: bool = True
    """Whether people let items of it stand; the study is over these alone then."""


@dataclass(frozen=True)
class Design:
    """Everything that is fixed before the first vote. It is stored in the study's database, with its hash."""

    id: str
    """16 letters by chance: of this study and no other."""
    name: str
    made: str
    """When, ISO 8601 in UTC."""
    form: Form
    raters: int
    """Per item."""
    invitations: int
    """So many raters share the items evenly."""
    reference: bool
    """Whether raters see the reference answer and its keywords."""
    attention: float
    """Share of a rater's statements that are attention items: 0.05 is one in twenty."""
    right_from: int
    """Of grades: what from here on counts as right."""
    primary: str
    """The one hypothesis: "pooled_real", "pooled_generated", "color_real"."""
    seed: int
    days: float
    """That an invitation holds."""
    consent: str
    """What raters agree to before they begin, as plain text with empty lines between paragraphs; "": nothing."""
    contact: str
    """Whom raters can ask."""
    simulated: str
    """What pretends to be raters; "" in a study of people."""
    benchmarks: tuple[Folder, ...]
    models: tuple[Model, ...]
    """The first is the baseline of comparisons."""
    asked: tuple[Asked, ...]
    statements: tuple[Statement, ...]
    """Their ids are their places here."""
    failed: tuple[tuple[str, str], ...]
    """(item, model) without an answer (a failure, an empty text): wrong, and nobody is asked about it."""
    tied: tuple[str, ...] = ()
    """Of sides: items to which both models said the same; nobody is asked, and they count as ties."""
    n: int | None = None
    """Items per ability and benchmark, as they were asked for; None: all."""
    calibration: int = 0
    """Statements of calibration, as they were asked for."""

    @cached_property
    def sample(self) -> tuple[Asked, ...]:
        """The items that results are over: not those that known statements alone are about."""
        ids = {one.item for one in self.statements if one.kind == "item"} | {item for item, _ in self.failed}
        return tuple(one for one in self.asked if one.item in ids.union(self.tied))


@dataclass(frozen=True, slots=True)
class Rater:
    """One person, by an invitation, a packet, or another program's export."""

    id: str
    """12 letters by chance."""
    number: int
    """From 1 on, in the order of invitations: all that published files say of a rater is "r<number>"."""
    label: str
    """What the one who invites calls them; never published."""
    made: str
    expires: float
    """Unix time."""
    revoked: bool
    agreed: str
    """When they agreed to the consent text; "" if not yet."""
    seen: float
    """Unix time of the last sign of life; 0.0: none yet."""


@dataclass(frozen=True, slots=True)
class Task:
    """A statement in the order of one rater."""

    id: str
    """22 letters by chance: all that the page knows of it."""
    rater: str
    place: int
    """From 0 on, in the order in which they are shown: calibration first."""
    statement: int
    flipped: bool
    """Of sides: whether the first text stands on the right."""
    vote: str
    """ "" as long as there is none."""


@dataclass(frozen=True, slots=True)
class Ballot:
    """What one rater said of one statement: the vote that holds."""

    rater: int
    """The rater's number."""
    statement: int
    vote: str
    """One of VOTES of the design's form."""
    seconds: float | None
    """From when it was shown to when the vote came; None: nobody measured it (another program)."""
    at: str
    """ISO 8601 in UTC."""
    place: int
    """In the rater's order."""
    flipped: bool = False
    changes: int = 0
    """How often it was voted anew or taken back before."""


def passed(design: Design, statement: Statement, vote: str) -> bool:
    """Whether a vote on a known statement is what a careful rater says."""
    if design.form != "grades":
        return vote == statement.known
    return vote in (("4", "5") if statement.known == "1" else ("1", "2"))
