"""What the parts of the benchmark have to do. One part = one file and one yaml of the same name."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import ClassVar, Literal

from eval_bench.outgoing import Outgoing
from eval_bench.types import SHOWN, Answer, Item, Mark, Question, Shown
from synthgen.interfaces import Component, Desk

Pictures = Callable[[Item], bytes]
"""The bytes of the picture of an item. Raises UsageError where they are not those of the benchmark."""


class Model(Component, ABC):
    """Answers questions about pictures."""

    embedded: ClassVar[bool] = False
    """True for those that only pretend: toys of known accuracy, constant answers. Everything made of them says so."""
    sees: ClassVar[bool] = True
    """Whether it looks at pictures at all."""

    @abstractmethod
    def describe_yourself(self) -> str:
        """Model and revision, adapters too."""

    @property
    def bills(self) -> Literal["nothing", "dollars", "unknown"]:
        """Whether its answers cost money, and whether each says how much."""
        return "nothing"

    @property
    def shows(self) -> Sequence[Shown]:
        """Which ways to show a picture it has answers to."""
        return SHOWN

    @abstractmethod
    def answer(self, questions: Iterable[Question], desk: Desk) -> Iterator[tuple[Question, Answer]]:
        """One answer per question, in any order; questions are pulled as there is room for them.

        A question that failed gives an answer that says why in `failed`. Raises AccessError, OutageError, UsageError,
        DeviceError where no question can be answered.
        """


class Scorer(Component, ABC):
    """Says which answers are right."""

    name: ClassVar[str]
    passes: ClassVar[Sequence[Shown]] = SHOWN
    """The passes whose answers it marks unless it is told otherwise: each costs, where it has to be paid."""
    failures: ClassVar[bool] = False
    """Whether it is asked about failed answers too; else they have no verdict."""

    @abstractmethod
    def score(self, answered: Sequence[tuple[Item, Answer]], desk: Desk, pictures: Pictures) -> Iterator[Mark]:
        """One mark per answer, in any order; none for answers that could not be looked at because the run ends."""


class Harness(Component, ABC):
    """Writes a benchmark in the form that another program runs."""

    @abstractmethod
    def files(self, outgoing: Outgoing) -> Mapping[str, Callable[[], bytes]]:
        """The files of its folder by their path in it, each made when it is written; the same items, the same bytes.

        Raises UsageError for what the other program cannot read.
        """

    @abstractmethod
    def usage(self, outgoing: Outgoing, folder: Path) -> str:
        """How the other program is run on a folder that lies there: Markdown."""
