"""What a check is: it measures a sample once; the selection judges the stored figures, as often as a user likes."""

import math
from abc import abstractmethod
from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal, Protocol, TypeAlias

from pydantic import Field

from synthgen.interfaces import LLM, Ability, Component
from synthgen.types import Claim, Dialogue, Picture, Prompt, Reject, Reply, Request, Score, Vocabulary


class Batch(Protocol):
    """Samples that are measured together, and what the checks share about them."""

    @property
    def prompts(self) -> Sequence[Prompt]: ...

    @property
    def pictures(self) -> Sequence[Picture]: ...

    @property
    def dialogues(self) -> Sequence[Dialogue]: ...

    @property
    def tensors(self) -> Sequence[Any]:
        """The pictures' pixels (torch, uint8, height x width x 3, RGB) where the device that made them still has them;
        else empty."""
        ...

    @property
    def vocabularies(self) -> Mapping[str, Vocabulary]:
        """The words of each ability, by its name."""
        ...

    @property
    def embedded(self) -> bool:
        """Whether the embedded renderer drew the pictures."""
        ...

    def shared(self, what: str, compute: Callable[[], Any]) -> Any:
        """`compute()` once per batch, whoever asks first."""
        ...

    def ask(self, llm: LLM, requests: Iterable[Request]) -> Iterator[Reply | Reject]:
        """One answer per request, in any order; replies that were paid for are not asked for again.

        For checks that read dialogues: they measure in the driver, which holds the journal.
        """
        ...


class Check(Component):
    """Measures, once; the selection decides by its thresholds, as often as a user likes."""

    reads: ClassVar[Literal["picture", "dialogue"]]
    decides: ClassVar[frozenset[str]] = frozenset({"action"})
    """Options that only `judge` reads: thresholds. All others are options of the measurement."""
    ranks: ClassVar[str] = ""
    """The value by which the best of several takes can be chosen, higher is better; "" if it has none."""
    revision: ClassVar[int] = 0
    """Counts up when it measures something new, so that what an earlier version measured is measured again."""
    sees: ClassVar[bool] = False
    """Whether a check that reads dialogues looks at their pictures, too: then the batch has both."""
    faults: ClassVar[Mapping[str, str]] = {}
    """Why a sample falls, in a few words, for each figure that has limits."""
    action: Literal["reject", "report"]

    @abstractmethod
    def measure(self, batch: Batch) -> list[Score]:
        """One score per sample of the batch."""

    def limits(self, prompt: Prompt) -> Mapping[str, tuple[float | None, float | None]]:
        """Its figures, with the least and the most that the sample of a prompt may have; the report draws them."""
        return {}

    def judge(self, score: Score, prompt: Prompt) -> tuple[str, str] | None:
        """(reason, detail) if the sample should fall, else None: the first figure that is beyond its limits.

        Pure: decides on the stored score alone. What was not measured, or is "unusual", lets it pass.
        """
        for figure, (least, most) in self.limits(prompt).items() if not score.values.get("unusual") else ():
            value = score.values.get(figure)
            if not isinstance(value, float):
                continue
            if least is not None and value < least:
                limit = f"at least {least:g}"
            elif most is not None and value > most:
                limit = f"at most {most:g}"
            else:
                continue
            return self.faults[figure], f"{figure} {value:.4g}, {limit}{self.beside(figure, score)}"
        return None

    def beside(self, figure: str, score: Score) -> str:
        """What else the detail of a reject by a figure says."""
        return ""

    def facts(self, score: Score, prompt: Prompt) -> Sequence[str]:
        """Sentences that a check of pictures found confirmed: a dialogue may say them. Pure, as `judge` is."""
        return ()

    def walk(self, ability: Ability, verbatim: bool, images_per_prompt: int) -> "Walk | None":
        """For a check that compares samples: its memory for one walk through an ability's candidates, empty still.

        `verbatim`: the texts existed before and are kept as they are. So many samples in a row share a prompt.
        """
        return None


class Witness(Check):
    """A check of dialogues that is asked, before one is stored, which of its claims the picture confirms."""

    confirms: float
    """How much more likely yes has to be to a claim than to its foil, from -1 to 1."""
    repair: Literal["cut", "rewrite", "reject"] | None
    """What becomes of a dialogue with a claim that is not confirmed; None: it stays as it is."""

    @abstractmethod
    def hear(self, batch: Batch) -> "list[Heard | None]":
        """By sample; None where the run ended before all was answered."""


@dataclass(frozen=True)
class Heard:
    """What a witness said of one dialogue."""

    margins: Mapping[Claim, float | None]
    """How much more likely yes was to a claim than to its foil; None where it cannot be asked, or was not answered."""


class Walk(Protocol):
    """What a check remembers of the samples that were kept, while the selection goes through the others."""

    def see(self, prompt: Prompt, score: Score) -> None:
        """A candidate that was measured, whatever becomes of it."""
        return

    def against(self, prompt: Prompt, dialogue: Dialogue, score: Score) -> tuple[str, str] | None:
        """(reason, detail) if the sample should fall beside those that were kept, else None. It is not remembered."""
        ...

    def keep(self, prompt: Prompt, dialogue: Dialogue, score: Score) -> None:
        """Remember a sample that nothing speaks against."""
        ...


Number = Annotated[float, Field(allow_inf_nan=False, strict=True)]
Limit: TypeAlias = Number | Mapping[str, Number | None] | None
"""A threshold: one number; null, none; or by ability and medium: {default: 0.1, joke: null, watercolor: 0.05}."""
Part = Annotated[float, Field(gt=0, lt=1)]
"""Above 0, below 1."""


@dataclass(frozen=True)
class Graded(Check):
    """A check whose figure can be held against a threshold, against other samples, or against those of its prompt."""

    min: Limit
    """The least of its figure."""
    quantile: Part | None
    """This share of the samples of each ability and medium, the lowest of them, falls."""
    top: Annotated[int, Field(ge=1)] | None
    """Of the pictures of one prompt so many, the highest, may stay; needs images_per_prompt."""
    action: Literal["reject", "report"]

    figure: ClassVar[str]
    """The value that decides: more is better."""
    decides: ClassVar[frozenset[str]] = frozenset({"action", "min", "quantile", "top"})

    def grade(self, score: Score) -> float | None:
        """The figure; None where it was not measured, or means nothing for the sample ("unusual" is set)."""
        value = score.values.get(self.figure)
        return value if isinstance(value, float) and not score.values.get("unusual") else None

    def limits(self, prompt: Prompt) -> Mapping[str, tuple[float | None, float | None]]:
        return {self.figure: (limit_for(self.min, prompt), None)}

    def walk(self, ability: Ability, verbatim: bool, images_per_prompt: int) -> Walk | None:
        return None if self.quantile is None else Quantiles(self, self.quantile)


def limit_for(limit: Limit, prompt: Prompt) -> float | None:
    """The number that holds for a sample: that of its ability in its medium, its medium, its ability, or any.

    >>> limit_for({"default": 0.1, "joke": None}, Prompt("joke-000000001", Fields("cat"), ""))
    """
    if not isinstance(limit, Mapping):
        return limit
    ability, medium = prompt.id.rpartition("-")[0], prompt.fields.medium or "none"
    return next((limit[key] for key in (f"{ability}/{medium}", medium, ability, "default") if key in limit), None)


class Quantiles(Walk):
    """The figures of an ability's candidates, by medium, to find the lowest share of them.

    A sample is held against itself and those before it, never against later ones: what becomes of it does not depend on
    how many are made, and a new selection decides as the run did.
    """

    LEAST: ClassVar[int] = 20
    """Among fewer none is low."""

    def __init__(self, check: Graded, share: float) -> None:
        self._check, self._share = check, share
        self._figures: dict[str, list[float]] = {}
        """By medium, in rising order."""

    def see(self, prompt: Prompt, score: Score) -> None:
        value = self._check.grade(score)
        if value is not None:
            insort(self._figures.setdefault(prompt.fields.medium, []), value)

    def against(self, prompt: Prompt, dialogue: Dialogue, score: Score) -> tuple[str, str] | None:
        value, figures = self._check.grade(score), self._figures.get(prompt.fields.medium, [])
        if value is None or len(figures) < self.LEAST:
            return None
        lower = bisect_left(figures, value)
        if lower >= math.floor(self._share * len(figures) + 1e-9):
            return None
        figure = self._check.figure
        return self._check.faults[figure], f"{figure} {value:.4g}, number {lower + 1} from below of {len(figures)}"

    def keep(self, prompt: Prompt, dialogue: Dialogue, score: Score) -> None:
        pass  # `see` has it
