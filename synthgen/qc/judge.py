"""`qc.judge`: a vision-language model is asked about each claim of a dialogue, and about a foil of each.

    score of a claim = P(yes | picture, claim) - P(yes | picture, foil)

Yes-no questions of a picture as a measure: VQAScore (Lin et al., Evaluating Text-to-Visual Generation with
Image-to-Text Generation, 2024). The foil, a wrong statement of the same type, takes off what a model says yes to
anyway. Each statement is a request of its own, without the prompt: no answer leans on another one, and what was asked
of a turn that stays is not asked again when another turn is cut.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from statistics import fmean
from typing import Annotated, ClassVar, Literal

import numpy as np
from PIL import Image
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from synthgen.checks import Batch, Graded, Heard, Witness
from synthgen.errors import SynthgenError, UsageError
from synthgen.interfaces import LLM
from synthgen.kit.foils import QUESTION, Pair, figures, pairs
from synthgen.kit.hashes import seed_of, sha256, stable_hash
from synthgen.kit.json_reply import read
from synthgen.kit.options import Size
from synthgen.kit.pictures import BrokenPicture, decode, encode
from synthgen.types import (
    Claim,
    Dialogue,
    Message,
    Picture,
    PicturePart,
    Prompt,
    Reply,
    Request,
    Score,
    Slot,
    Value,
    Vocabulary,
    index_of,
)

NO_WORDS = Vocabulary(())
SILENT = 40
"""After so many questions without any answer that means something, a judge is given up."""
SYSTEM = (
    "You check statements about pictures. Look at the picture and decide by what is to be seen in it alone. "
    "Answer yes if the statement is true of the picture, and no if it is not."
)


class Answer(BaseModel):
    """One word."""

    model_config = ConfigDict(extra="forbid")
    answer: Annotated[Literal["yes", "no"], BeforeValidator(lambda said: str(said).strip(" .!").lower())]


@dataclass(frozen=True)
class _Trial:
    """One sample before its judge."""

    prompt: Prompt
    dialogue: Dialogue
    pairs: Sequence[Pair]
    part: PicturePart | None
    """The picture as it is shown; None for a broken one."""

    @property
    def statements(self) -> list[str]:
        """In an order of its own: a judge must not learn that every other one is wrong."""
        both = list(dict.fromkeys(text for pair in self.pairs for text in (pair.statement, pair.foil)))
        Random(seed_of(0, self.prompt.id, "judge")).shuffle(both)
        return both if self.part else []


@dataclass(frozen=True)
class _Verdicts:
    """What was answered about one sample."""

    yes: Mapping[str, float]
    """By statement: how likely yes was. Statements that were refused, failed or not answered in form are not in it."""
    by: str
    """"logprobs" or "votes"; "" if nothing was answered."""


@dataclass(frozen=True)
class Judge(Graded, Witness):
    """Measures in the driver's writing threads; its replies are kept in the journal and paid for once."""

    llm: LLM
    """Has to see pictures."""
    side: Size
    """Longest side of the picture that it sees, in pixels."""
    votes: Size
    """How often a statement is asked where the server tells no log-probabilities."""
    confirms: Annotated[float, Field(ge=-1, le=1)]
    repair: Literal["cut", "rewrite", "reject"] | None
    reads: ClassVar[Literal["picture", "dialogue"]] = "dialogue"
    sees: ClassVar[bool] = True
    figure: ClassVar[str] = "score"
    faults: ClassVar[Mapping[str, str]] = {"score": "a claim is not confirmed"}
    decides: ClassVar[frozenset[str]] = Graded.decides | {"repair"}

    def preflight(self) -> list[str]:
        """What the model lacks, in the words of this option."""
        lacks = [_own(line) for line in self.llm.preflight()]
        if self.llm.collects:
            lacks.append("qc.judge.llm: a judge is asked while the run goes on; name a server that answers at once")
        if self.llm.composes or self.llm.verbatim:
            lacks.append("qc.judge.llm: a judge has to see pictures; name a vision-language model behind a server")
        return lacks

    def measure(self, batch: Batch) -> list[Score]:
        trials = self._trials(batch)
        found = zip(trials, self._verdicts(trials, batch), strict=True)
        return [Score(t.prompt.id, "judge", self._values(t, heard)) for t, heard in found if heard is not None]

    def hear(self, batch: Batch) -> list[Heard | None]:
        trials = self._trials(batch)
        found = zip(trials, self._verdicts(trials, batch), strict=True)
        return [None if heard is None else Heard(_margins(t, heard)) for t, heard in found]

    def _values(self, trial: _Trial, heard: _Verdicts) -> dict[str, Value]:
        claims = float(len(trial.dialogue.claims))
        return {**figures(trial.pairs, heard.yes, self.confirms), "claims": claims, "by": heard.by}

    # asking ----------------------------------------------------------------------------------------------------------

    def _trials(self, batch: Batch) -> list[_Trial]:
        def one(prompt: Prompt, picture: Picture, dialogue: Dialogue) -> _Trial:
            words = batch.vocabularies.get(prompt.id.rpartition("-")[0], NO_WORDS)
            found = pairs(dialogue.claims, prompt, words)
            return _Trial(prompt, dialogue, found, self.shown(picture.data) if found else None)

        return [one(*sample) for sample in zip(batch.prompts, batch.pictures, batch.dialogues, strict=True)]

    def shown(self, data: bytes) -> PicturePart | None:
        """The picture as small as a trainer's model sees it; without what its file says of the prompt."""
        try:
            image = Image.fromarray(decode(data))
        except BrokenPicture:
            return None
        image.thumbnail((self.side, self.side), Image.Resampling.BICUBIC)
        return PicturePart(encode(np.asarray(image)), "jpg")

    def _verdicts(self, trials: Sequence[_Trial], batch: Batch) -> list[_Verdicts | None]:
        """None for a sample of which not all was asked, since the run ends.

        A first wave asks each statement once; where no log-probabilities came, a second one asks for the other votes.
        """
        first = {self._key(t, text, 0): (t, text) for t in trials for text in t.statements}
        answers, unfinished = self._asked(first, batch)
        silent = [first[key] for key, reply in answers.items() if reply.yes is None]
        more = {self._key(t, text, vote): (t, text) for vote in range(1, self.votes) for t, text in silent}
        if more:
            others, ended = self._asked(more, batch)
            answers |= others
            unfinished |= ended
        said: dict[tuple[str, str], list[float]] = {}
        for key, (trial, text) in (first | more).items():
            if key in answers:
                said.setdefault((trial.prompt.id, text), []).append(_yes(answers[key]))
        voted = {trial.prompt.id for trial, _ in silent}

        def verdicts(id: str, statements: Sequence[str]) -> _Verdicts:
            yes = {text: fmean(said[id, text]) for text in statements if (id, text) in said}
            return _Verdicts(yes, "" if not yes else "votes" if id in voted else "logprobs")

        return [None if t.prompt.id in unfinished else verdicts(t.prompt.id, t.statements) for t in trials]

    def _asked(self, wanted: Mapping[str, tuple[_Trial, str]], batch: Batch) -> tuple[dict[str, Reply], set[str]]:
        """Replies by key; and the samples of which something was neither answered nor failed: the run ends."""
        waiting = Counter(trial.prompt.id for trial, _ in wanted.values())
        answers: dict[str, Reply] = {}
        try:
            for answer in batch.ask(self.llm, self._requests(wanted)):
                waiting[answer.id] -= 1
                if isinstance(answer, Reply):
                    answers[answer.request] = answer
        except SynthgenError as e:
            raise type(e)(_own(str(e))) from e
        self._heard(len(answers), len(wanted) - sum(waiting.values()))
        return answers, {id for id, missing in waiting.items() if missing}

    def _heard(self, answered: int, asked: int) -> None:
        """Ends a run whose judge never says yes or no: nothing that it is there for would be confirmed or refuted."""
        told, silent = vars(self).get("_told", (0, 0))
        vars(self)["_told"] = told, silent = told + answered, silent + asked - answered
        if not told and silent >= SILENT:
            raise UsageError(
                f"qc.judge: none of its first {silent} questions was answered with yes or no; pass another "
                "qc.judge.llm.model that sees pictures, or ~qc.judge"
            )

    def _requests(self, wanted: Mapping[str, tuple[_Trial, str]]) -> Iterator[Request]:
        for key, (trial, text) in wanted.items():
            assert trial.part is not None
            index = index_of(trial.prompt.id)
            ability = trial.prompt.id.rpartition("-")[0]
            slot = Slot(trial.prompt.id, ability, index, index, 0, trial.prompt.head, trial.prompt.fields)
            # the picture comes first: a server that keeps what requests begin with reads it once
            asked = Message("user", (trial.part, QUESTION.format(statement=text)))
            yield Request(key, "judge", slot, (Message("system", (SYSTEM,)), asked), Answer)

    def _key(self, trial: _Trial, statement: str, vote: int) -> str:
        """By what is sent: the picture's own file may say of itself what it likes."""
        assert trial.part is not None
        return stable_hash(["judge", SYSTEM, QUESTION, trial.prompt.id, sha256(trial.part.data), statement, vote])


def _own(message: str) -> str:
    """What a model says of its options, said of the judge's."""
    return re.sub(r"\bllm\.", "qc.judge.llm.", message.replace("llm=judge", "qc.judge"))


def _margins(trial: _Trial, heard: _Verdicts) -> dict[Claim, float | None]:
    """Of every claim."""
    found: dict[Claim, float | None] = dict.fromkeys(trial.dialogue.claims)
    for pair in trial.pairs:
        if pair.statement in heard.yes and pair.foil in heard.yes:
            found[pair.claim] = heard.yes[pair.statement] - heard.yes[pair.foil]
    return found


def _yes(reply: Reply) -> float:
    """How likely yes was; a vote is 0 or 1."""
    return float(read(reply.text, Answer).answer == "yes") if reply.yes is None else reply.yes
