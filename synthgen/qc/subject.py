"""Does the dialogue name what the picture is about?"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from synthgen.checks import Batch, Check
from synthgen.kit.match import words
from synthgen.kit.seen import inside
from synthgen.kit.words import content_words, missing_words, names
from synthgen.types import Dialogue, Fields, Prompt, Score


@dataclass(frozen=True)
class Subject(Check):
    """Every content word of the head, in some form or by a synonym, has to come up in the dialogue."""

    kinds: Sequence[str]
    """Kinds of dialogue that should name the subject."""
    touching: Sequence[str]
    """Kinds that need only say one thing that the prompt says, too, unless they do nothing but deny.

    Other kinds are not measured.
    """
    action: Literal["reject", "report"]

    reads: ClassVar[Literal["dialogue"]] = "dialogue"

    def measure(self, batch: Batch) -> list[Score]:
        """`missing`: the words of the head that do not come up, "" if all do."""
        return [
            Score(dialogue.id, "subject", {"missing": self._missing(prompt, dialogue)})
            for prompt, dialogue in zip(batch.prompts, batch.dialogues, strict=True)
        ]

    def judge(self, score: Score, prompt: Prompt) -> tuple[str, str] | None:
        missing = score.values["missing"]
        return ("subject not named", str(missing)) if missing else None

    def _missing(self, prompt: Prompt, dialogue: Dialogue) -> str | None:
        text = " ".join(f"{turn.question} {turn.answer}" for turn in dialogue.in_english)
        if dialogue.kind in self.kinds:
            return " ".join(missing_words(prompt.head, text))
        if dialogue.kind in self.touching:
            denies = all(words(turn.answer)[:1] == ["no"] for turn in dialogue.in_english)
            return "" if denies or touches(prompt.fields, text) else prompt.head
        return None


def touches(fields: Fields, text: str) -> bool:
    """Whether a text has a content word of the prompt, in some form or by a synonym."""
    around = inside(fields.place) if fields.place else inside(fields.subject)  # "outdoors" tells of the place, too
    parts = (fields.subject, fields.person, fields.relation, fields.place, fields.medium, around)
    wanted = content_words(" ".join((*parts, *fields.attributes, *fields.companions, *fields.light)))
    said = set(content_words(text))
    return any(names(word) & said for word in wanted)
