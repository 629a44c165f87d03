"""What a writer has to reply: pydantic models, whose JSON schema goes out with the request.

Errors are shown to the writer as they are, so that it can do better: each says what to write instead.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, create_model

from synthgen.kit.clean import data, lines
from synthgen.kit.json_reply import NotTheForm, read
from synthgen.types import Claim, ClaimType, Dialogue, DialogueKind, Fields, Turn

WORD = 200
"""Characters of one part of a prompt; the other caps stand with their fields."""
_UNFIT = {
    "no brackets; those of the head are put in for you": re.compile(r"[()\[\]{}]"),
    "no tags and no template markers": re.compile(r"[<>|`]|^(?:system|user|assistant|human|gpt|tool)\s*:", re.I),
    "no addresses": re.compile(r"\w://|\bwww\.|\b[\w-]+\.(?:com|org|net|io|ai|dev)\b|\w@\w", re.I),
    "no files": re.compile(
        r"\\|(?:^|\s)(?:~|\.{1,2})?/\w|\w/\w+/\w|\.(?:png|jpe?g|gif|webp|txt|json|ya?ml|py|sh|exe|html?|safetensors)\b",
        re.I,
    ),
    'only words for what is to be seen; "" or [] for none': re.compile(
        r"""^(?:none|null|nil|n/?a|unknown|unspecified|undefined|empty|string|text|example|placeholder|tbd|todo|\W+)$
        | ^(?:the|your|a)?\s*(?:subject|keywords?|prompt)(?:\s+(?:here|goes\ here))?$
        | \b(?:your|the)\ (?:message|order|request)\ (?:is|was|seems|appears)\b | \blorem\ ipsum\b
        | \bplease\ (?:provide|give|specify|enter|send|tell|let)\b
        | \bi(?:['\u2019]m|\ am)\ (?:sorry|unable|not\ able)\b
        | \bi\ (?:cannot|can['\u2019]t|can\ not|apologi[sz]e)\b | \bas\ an?\ (?:ai|assistant|language\ model)\b
        | \b(?:previous|prior|above|these|all)\ instructions\b""",
        re.IGNORECASE | re.VERBOSE,
    ),
}
"""What no part of a prompt may be, with the words that say so."""


def _keyword(text: str) -> str:
    """One line that a diffusion model can be given. Raises ValueError for what is none."""
    plain = data(text, WORD)
    for what, pattern in _UNFIT.items():
        if found := pattern.search(plain):
            raise ValueError(f"{what} (found {found[0][:40]!r})")
    return plain


def _head(text: str) -> str:
    """A keyword that says something; brackets around the whole of it are taken off."""
    bare = re.fullmatch(r"\s*\(\((.*)\)\)\s*", text, re.DOTALL)
    keyword = _keyword(bare[1] if bare else text)
    if not keyword:
        raise ValueError("the head is missing: name one visible thing")
    return keyword


def _said(text: str) -> str:
    """Lines without signs that nobody sees. Raises ValueError if nothing is left."""
    plain = lines(text)
    if not plain:
        raise ValueError("it is empty: write a sentence")
    return plain


def _without_blanks(words: list[str]) -> list[str]:
    return [word for word in words if word]


Keyword = Annotated[str, Field(max_length=WORD), AfterValidator(_keyword)]
Keywords = Annotated[list[Keyword], Field(max_length=12), AfterValidator(_without_blanks)]
Said = AfterValidator(_said)


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)


class PromptReply(_Strict):
    """The parts of a prompt."""

    subject: Annotated[str, Field(min_length=1, max_length=WORD), AfterValidator(_head)]
    attributes: Keywords
    count: int = Field(ge=1, le=20)
    person: Keyword
    age: Keyword
    skin: Keyword
    relation: Keyword
    place: Keyword
    companions: Keywords
    light: Keywords
    medium: Keyword
    quality: Keywords

    def keywords(self) -> list[str]:
        """All parts that are words."""
        lists = (self.attributes, self.companions, self.light, self.quality)
        return [
            self.subject,
            self.person,
            self.age,
            self.skin,
            self.relation,
            self.place,
            self.medium,
            *(word for row in lists for word in row),
        ]

    def fields(self) -> Fields:
        parts: dict[str, Any] = {key: tuple(v) if isinstance(v, list) else v for key, v in self.model_dump().items()}
        return Fields(**parts)


class GivenPrompt(_Strict):
    """A prompt that exists already, kept as it is."""

    text: str = Field(min_length=1)


class TurnReply(_Strict):
    question: Annotated[str, Field(max_length=600), Said]
    answer: Annotated[str, Field(max_length=2500), Said]


class ClaimReply(_Strict):
    type: ClaimType
    subject: Annotated[str, Field(max_length=WORD), AfterValidator(lines)]
    value: Annotated[str, Field(max_length=WORD), AfterValidator(lines)]


class TranslatedTurn(TurnReply):
    """A turn in another language; its English comes first, for that is what can be checked."""

    english_question: Annotated[str, Field(max_length=600), Said]
    english_answer: Annotated[str, Field(max_length=2500), Said]


class DialogueReply(_Strict):
    """Turns and the statements in them."""

    turns: list[TurnReply] = Field(min_length=1, max_length=8)
    claims: list[ClaimReply] = Field(max_length=40)


TURNS: Mapping[DialogueKind, tuple[int, int]] = {"conversation": (2, 5), "vqa": (1, 3)}
"""The fewest and the most turns of a kind; the others have one."""


@cache
def dialogue_reply(kind: DialogueKind, language: str) -> type[DialogueReply]:
    """The form of a dialogue of one kind in one language."""
    least, most = TURNS.get(kind, (1, 1))
    turn: Any = TurnReply if language == "en" else TranslatedTurn
    turns: Any = (list[turn], Field(min_length=least, max_length=most))
    return create_model("DialogueReply", __base__=DialogueReply, __doc__=DialogueReply.__doc__, turns=turns)


class GivenTurn(_Strict):
    question: str
    answer: str


class GivenClaim(_Strict):
    type: ClaimType
    subject: str
    value: str


class GivenDialogue(_Strict):
    """A dialogue that exists already, and is of the kind that it says. Nothing in it is judged here."""

    turns: list[GivenTurn] = Field(min_length=1)
    claims: list[GivenClaim]
    kind: DialogueKind
    language: str = "en"
    translated: list[GivenTurn] = []


A = TypeVar("A", bound=BaseModel)
G = TypeVar("G", bound=BaseModel)


def read_either(text: str, asked: type[A], given: type[G]) -> A | G:
    """The reply as it was asked for, or what exists already. Raises NotTheForm: what it lacks to be the first."""
    try:
        return read(text, asked)
    except NotTheForm as e:
        try:
            return read(text, given)
        except NotTheForm:
            raise e from None


def dialogue_of(parsed: DialogueReply | GivenDialogue, id: str, kind: DialogueKind, language: str = "en") -> Dialogue:
    """The record of a sample; what exists already says of which kind it is."""
    turns = tuple(Turn(t.question, t.answer) for t in parsed.turns)
    claims = tuple(Claim(c.type, c.subject, c.value) for c in parsed.claims)
    if isinstance(parsed, GivenDialogue):
        translated = tuple(Turn(t.question, t.answer) for t in parsed.translated)
        return Dialogue(id, parsed.kind, turns, claims, parsed.language, translated)
    english = tuple(Turn(t.english_question, t.english_answer) for t in parsed.turns if isinstance(t, TranslatedTurn))
    return Dialogue(id, kind, turns, claims, language, english)
