"""What a writer has to reply: pydantic models, whose JSON schema goes out with the request."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from synthgen.types import Claim, ClaimType, Dialogue, DialogueKind, Fields, Turn


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)


class PromptReply(_Strict):
    """The parts of a prompt."""

    subject: str = Field(min_length=1, max_length=200)
    attributes: list[str]
    count: int = Field(ge=1)
    person: str
    relation: str
    place: str
    companions: list[str]
    light: list[str]
    medium: str
    quality: list[str]

    def fields(self) -> Fields:
        parts: dict[str, Any] = {key: tuple(v) if isinstance(v, list) else v for key, v in self.model_dump().items()}
        return Fields(**parts)


class GivenPrompt(_Strict):
    """A prompt that exists already, kept as it is."""

    text: str = Field(min_length=1)


class TurnReply(_Strict):
    question: str
    answer: str


class ClaimReply(_Strict):
    type: ClaimType
    subject: str
    value: str


class DialogueReply(_Strict):
    """Turns and the statements in them."""

    turns: list[TurnReply] = Field(min_length=1)
    claims: list[ClaimReply]

    def dialogue(self, id: str, kind: DialogueKind) -> Dialogue:
        turns = tuple(Turn(t.question, t.answer) for t in self.turns)
        return Dialogue(id, kind, turns, tuple(Claim(c.type, c.subject, c.value) for c in self.claims))


class GivenDialogue(DialogueReply):
    """A dialogue that exists already, and is of the kind that it says."""

    kind: DialogueKind
