"""The records of the benchmark. All frozen; rooms pass these and nothing else.

Item -> Question -> Answer -> Mark -> report
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from synthgen.kit.hashes import stable_hash
from synthgen.types import PicturePart

Source = Literal["generated", "real"]
Style = Literal["yes_no", "wh", "either_or"]
State = Literal["unvalidated", "accepted", "mended", "refused"]
Shown = Literal["shown", "none", "swapped"]
Verdict = Literal["right", "wrong", "unparsed"]
STYLES: tuple[Style, ...] = get_args(Style)
SOURCES: tuple[Source, ...] = get_args(Source)
SHOWN: tuple[Shown, ...] = get_args(Shown)
STATES: tuple[State, ...] = get_args(State)
SIMULATED = "simulated"
"""The grade of marks by "people" that are programs."""
LETTERS = "ABCDEFGH"
"""Of the options of multiple choice, in their order."""


@dataclass(frozen=True, slots=True)
class Item:
    """One question about one picture, with what a right answer says."""

    id: str
    """"color-generated-000017": unique over both benchmarks, no dots, no slashes."""
    ability: str
    source: Source
    image: str
    """The file of its picture, relative to the benchmark's folder: "images/color-generated-000017.jpg"."""
    sha256: str
    """Of the bytes of that file."""
    style: Style
    question: str
    """As a model is asked, without a word on the form of the answer."""
    answer: str
    """The reference answer: a short sentence."""
    accept: tuple[str, ...]
    """Words or short phrases of which at least one stands in every right answer; ("yes",) or ("no",) of a yes_no."""
    refuse: tuple[str, ...] = ()
    """Words or short phrases that make an answer wrong."""
    options: tuple[str, ...] = ()
    """For multiple choice: the right one and others of its kind, in the order in which they are offered."""
    head: str = ""
    """The keyword that it is about, "red umbrella": items that share one are no independent ones."""
    held_out: bool | None = None
    """Whether its subject is kept from all training data of synthgen; None: nobody knows."""
    odd: bool | None = None
    """Whether the picture shows something unusual, for the ability that looks for it; None for the others."""
    prompt: str = ""
    """What the picture was made from; "" for a photograph."""
    license: str = ""
    credit: str = ""
    """Who made the picture, and where it is from."""
    state: State = "unvalidated"
    by: str = ""
    """What wrote the item: a model, sentence patterns, a person's initials."""

    @property
    def key(self) -> str:
        """Hash of what is asked and shown: an answer to something else is none to this."""
        return stable_hash([self.question, self.sha256, list(self.options)])[:16]

    @property
    def standard(self) -> str:
        """Hash of what answers are held against: marks by another standard say nothing of this item."""
        return stable_hash([self.key, self.answer, self.accept, self.refuse])[:16]

    @property
    def counts(self) -> bool:
        """Whether a person has looked at it and let it stand."""
        return self.state in ("accepted", "mended")


@dataclass(frozen=True, slots=True)
class Question:
    """What a model is asked."""

    item: Item
    text: str
    """The question, its options if it is multiple choice, and the words on the form of the answer."""
    picture: PicturePart | None
    """None: it has to answer without."""
    of: str = ""
    """The id of the item whose picture is shown; "" without a picture."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model said: one line of an answer file."""

    item: str
    key: str
    """Of the item when it was asked."""
    text: str
    model: str
    """The name of the answers' folder, by which reports call it."""
    picture: Shown = "shown"
    of: str = ""
    """The id of the item whose picture was shown."""
    asked: str = ""
    """The text that was sent, word for word."""
    failed: str = ""
    """Why there is no answer: refused, server error; "" for an answer, be it empty."""
    finish: str = "stop"
    tokens_in: int | None = None
    tokens_out: int | None = None
    usd: str | None = None
    """Dollars as a decimal number; None: nobody knows."""
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Mark:
    """What one scorer says of one answer: one row per item."""

    item: str
    model: str
    scorer: str
    """"keyword", "choice", "judge", "human"."""
    verdict: Verdict | None
    """None: this scorer could not tell (a judge that failed, votes that tie); never averaged."""
    why: str = ""
    """In a few words, for the people who read it: "says 'red'"."""
    picture: Shown = "shown"
    standard: str = ""
    """Of the item, when it was marked."""
    grades: Mapping[str, float] = field(default_factory=dict)
    """What else it measured, by name: of a judge "helpfulness", "relevance", "accuracy", "detail", "reference" (the
    grade of the reference answer); of people the share of votes."""

    @property
    def value(self) -> float | None:
        """1 for right, 0 for wrong and for what is not to be understood."""
        return None if self.verdict is None else float(self.verdict == "right")
