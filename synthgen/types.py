"""The records that walk through the stages. All frozen; stages pass these and nothing else.

    Slot -> Prompt -> Take -> Raster -> Picture -> Dialogue -> Record        and, at any step, Reject

Every record of one sample carries the same id: `<ability>-<index:09d>`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias, get_args

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel

DialogueKind = Literal["describe", "conversation", "detail", "reasoning", "vqa", "negative", "counterpart"]
ClaimType = Literal[
    "subject", "colour", "count", "place", "relation", "pose", "part", "object", "medium", "absence", "opinion"
]
Form = Literal["wh", "yes", "no", "right first", "right second", "states", "asks"]
"""What one turn asks: openly, for yes, for no, with two things of which the right one stands first or second, on a
false assumption that the question states, or for a thing that is not there."""
Stage = Literal["prompt", "picture", "dialogue", "select"]
STAGES: tuple[Stage, ...] = get_args(Stage)
Purpose = Literal["prompt", "dialogue", "expand", "bootstrap", "judge", "answer"]
Pixels: TypeAlias = NDArray[np.uint8]


def sample_id(ability: str, index: int) -> str:
    """The id of one sample: of its prompt, its picture, its dialogue and its record."""
    return f"{ability}-{index:09d}"


def index_of(id: str) -> int:
    """The index in an id made by `sample_id`."""
    return int(id.rpartition("-")[2])


@dataclass(frozen=True, slots=True)
class Fields:
    """What a prompt says, part by part. Everything but the subject may be empty."""

    subject: str
    """The head: what stands in double round brackets, "blue banana", "penguin driving a car"."""
    attributes: tuple[str, ...] = ()
    """Words on the subject that can be asked for: "striped", "blue"."""
    count: int = 1
    person: str = ""
    """Who is shown, where the head is a profession, an action, hair or clothes: "woman"."""
    age: str = ""
    """Apparent age of an adult who is shown: "young", "middle-aged", "elderly"."""
    skin: str = ""
    """Apparent skin tone of who is shown: "light skin", "brown skin", "dark skin"."""
    relation: str = ""
    """How the subject stands to the rest, in words: "riding", "far too large for the place"."""
    place: str = ""
    companions: tuple[str, ...] = ()
    light: tuple[str, ...] = ()
    """Light, weather and mood: "soft light", "mysterious"."""
    medium: str = ""
    """The art medium: "watercolor"; empty where the prompt names none."""
    quality: tuple[str, ...] = ()
    """Words for the diffusion model alone, never for a dialogue: "8k", "highly detailed"."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One planned sample: what is decided before anybody is asked."""

    id: str
    ability: str
    index: int
    number: int
    """The number of its prompt: the index, unless `images_per_prompt` lets several samples share one."""
    seed: int
    subject: str
    """What was drawn from the ability's pool: a keyword; for jokes and their counterparts the whole scene."""
    cell: Fields
    """The cell of the coverage plan that this sample should fill."""
    kind: DialogueKind = "describe"
    forms: tuple[Form, ...] = ()
    """What each turn of a dialogue asks, where its kind leaves that to the plan; else ()."""
    brief: bool = False
    """Whether answers are a word or two, and questions say so."""
    way: str = ""
    """In which way the picture should be impossible or funny: "place", "scale"; "" where it should not be."""
    avoid: tuple[str, ...] = ()
    """What kept samples of this subject have shown, newest first: an LLM should think of something else."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """The text that a renderer is given, and what it says."""

    id: str
    fields: Fields
    text: str
    negative: str = ""

    @property
    def head(self) -> str:
        return self.fields.subject


@dataclass(frozen=True, slots=True)
class Take:
    """An order for one picture."""

    id: str
    take: int
    prompt: Prompt
    seed: int


@dataclass(frozen=True, slots=True)
class Raster:
    """A rendered picture before it is encoded."""

    id: str
    pixels: Pixels
    """uint8, height x width x 3, RGB."""
    seed: int
    """Of the noise that it was made of: that of its take, or a later one where the first gave no picture."""
    take: int
    environment: str = ""
    """GPU, versions and batch that it was computed with, where they can change pixels."""
    tensor: Any = field(default=None, compare=False, repr=False)
    """The same pixels (torch) in the memory of the GPU that made them; None elsewhere."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A stored picture: exactly the bytes that an exporter writes."""

    id: str
    data: bytes
    format: str
    """The file suffix: "jpg", "png", "webp"."""
    width: int
    height: int
    sha256: str
    seed: int
    environment: str = ""
    takes: tuple[float | None, ...] = ()
    """Where several takes were rendered: the figure by which this one was chosen, of each; None: it failed."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A typed statement of a dialogue about its picture: ("colour", "car", "red")."""

    type: ClaimType
    subject: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Dialogue:
    id: str
    kind: DialogueKind
    turns: tuple[Turn, ...]
    claims: tuple[Claim, ...] = ()
    language: str = "en"
    """ISO 639-1 code of the turns; claims are in English always."""
    translated: tuple[Turn, ...] = ()
    """The same turns in English, where `language` is another."""

    @property
    def in_english(self) -> tuple[Turn, ...]:
        """What checks read that know English words only."""
        return self.translated or self.turns


Value: TypeAlias = float | str | bytes | None
"""A figure, words, an embedding (float16, as it lies in memory), or nothing that could be measured."""


@dataclass(frozen=True, slots=True)
class Score:
    """What one check measured on one sample. None: not measured, and the report says so."""

    id: str
    check: str
    values: Mapping[str, Value]
    of: str = ""
    """sha256 of the picture that was measured; empty for checks that read texts."""


@dataclass(frozen=True, slots=True)
class Reject:
    """A sample that ended: at which stage, for which reason, with the word or figure that shows why."""

    id: str
    stage: Stage
    reason: str
    detail: str = ""
    check: str = ""
    """The check that speaks against it; "" where none was asked."""


@dataclass(frozen=True, slots=True)
class Record:
    """One finished sample, as exporters and trainers see it."""

    id: str
    ability: str
    prompt: Prompt
    pictures: tuple[Picture, ...]
    dialogue: Dialogue
    scores: tuple[Score, ...] = ()
    provenance: Mapping[str, str] = field(default_factory=dict)
    """What made it, in words: llm, renderer (with revisions), seed, keywords, checks with their models, fingerprint of
    the run, version; "embedded" where the built-in backends did."""


@dataclass(frozen=True, slots=True)
class PicturePart:
    """A picture inside a message to an LLM."""

    data: bytes
    format: str


@dataclass(frozen=True, slots=True)
class Message:
    role: Literal["system", "user", "assistant"]
    parts: tuple[str | PicturePart, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What a dialogue may rest on beside the prompt."""

    asserts: frozenset[ClaimType] = frozenset()
    """The types of claims that the renderer is trusted for when the prompt says so; absence: its world is closed."""
    facts: tuple[str, ...] = ()
    """Sentences about the picture that a check confirmed."""
    denied: tuple[str, ...] = ()
    """Sentences that a check did not find confirmed: a dialogue that is asked for again must not say them."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing that a picture can be asked about, with the sentence patterns (`kit.patterns`) to do it.

    Patterns may name {value} and {other} beside the blanks of the prompt.
    """

    claim: Claim | None
    """What a sentence that says it claims; None where there is no type for it."""
    value: str
    """As a sentence says it: "red", "in the forest", "a red fox"."""
    others: tuple[str, ...]
    """What it is surely not, said the same way."""
    asks: tuple[str, ...]
    says: tuple[str, ...]
    """Statements without a capital and a full stop: "the {thing} is {value}"."""
    denies: tuple[str, ...]
    checks: tuple[str, ...]
    """Questions for yes or no."""
    chooses: tuple[str, ...]
    """Questions that offer {value} and {other}."""
    assumes: tuple[str, ...]
    """Questions that take {other} for granted."""
    adds: tuple[str, ...] = ()
    """Statements that a longer description goes on with."""
    part: str = "head"
    """Which part of the prompt it is about: "head", "place", "companion"; "absence" for what is not there."""


@dataclass(frozen=True, slots=True)
class Material:
    """What the writer that composes instead of asking puts its dialogues together from."""

    blanks: dict[str, str]
    questions: tuple[str, ...]
    """Open questions, and the sentences that answer them."""
    answers: tuple[str, ...]
    topics: tuple[Topic, ...] = ()
    """The head comes first."""
    details: tuple[str, ...] = ()
    """Questions that ask for a longer description."""
    reasons: tuple[tuple[str, str], ...] = ()
    """Questions that take thought, each with its answer."""
    formats: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Sentences that ask for a short answer: to "yes_no" questions, to those with a "choice", to others ("phrase")."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of an ability by which its pictures can be told apart."""

    heads: tuple[str, ...]
    places: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    colours: tuple[str, ...] = ()
    unusual: bool = False
    """Whether its pictures show what is impossible or funny: models of what is usual misjudge them."""
    usual: tuple[str, ...] = ()
    """The ordinary scenes that its odd ones are told from: "penguin on an ice field"."""


Groups: TypeAlias = Mapping[str, Mapping[str, Sequence[str]]]
"""Group -> "subjects", "places", "companions" -> words: each subject of a group fits each place of it."""


@dataclass(frozen=True, slots=True)
class Words:
    """What can be added to an ability that is made of words."""

    groups: Groups
    questions: Mapping[DialogueKind, Sequence[str]]
    prompt_examples: Sequence[str]
    dialogue_examples: Sequence[Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Request:
    """One question to an LLM: static text first, what differs from slot to slot last."""

    key: str
    """Hash of what is sent plus the attempt: a reply is found again by it."""
    purpose: Purpose
    slot: Slot
    messages: tuple[Message, ...]
    schema: type[BaseModel]
    """What the reply has to be; of an "answer", which is in the model's own words, nobody asks."""
    prompt: Prompt | None = None
    """The prompt that a dialogue is asked for."""
    material: Material | None = None
    """Of a dialogue, for the writer that composes instead of asking."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back, before anybody parsed it: one line of the journal, whether it was of use or not."""

    key: str
    id: str
    text: str
    model: str = ""
    purpose: str = ""
    finish: str = "stop"
    """Why the model ended, in the server's word: "stop", "length", "content_filter"."""
    refusal: str = ""
    tokens_in: int | None = 0
    """None where the server reports no usage."""
    tokens_cached: int | None = 0
    """Those of `tokens_in` that the server had read before."""
    tokens_written: int | None = 0
    """Those of `tokens_in` that it stored to find them again, where that costs more."""
    tokens_out: int | None = 0
    usd: str | None = None
    """What it cost, in dollars, as a decimal number; None if nobody knows."""
    seconds: float = 0.0
    """From sending it to its arrival."""
    yes: float | None = None
    """Of an answer of yes or no: how likely yes was, from 0 to 1; None where the server tells no log-probabilities."""
    request: str = ""
    """The key of the request that it answers; the journal does not hold it."""


@dataclass(frozen=True, slots=True)
class Device:
    """Where a worker computes."""

    kind: Literal["cpu", "cuda", "mps"] = "cpu"
    index: int = 0


@dataclass(frozen=True, slots=True)
class ExportSummary:
    """What an exporter wrote."""

    exporter: str
    path: str
    records: int
    turns: int
    rows: int
    skipped: Mapping[str, int] = field(default_factory=dict)
    """Records that are not in it, by reason."""
    usage: str = ""
    """How a trainer is pointed at it."""
    cut: int = 0
    """Turns of its records that are not in it: they are of no use to its readers."""
    broken: int = 0
    """Of what is skipped, how many break a rule (`kit.validate`); the others are of no use to its readers."""
    sha256: str = ""
    """Of the data set, whatever the exporter (`card.hashing`)."""
    subsets: tuple[str, ...] = ()
    """What `datasets.load_dataset` finds in it, by name."""
