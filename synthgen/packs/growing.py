"""Asks a language model for more items of a pack, batch after batch, until there are enough or it repeats itself.

Replies are kept beside the pack (packs/<ability>/replies) before anybody reads them. A request depends on the items
that are there and on nothing else: so a command that was killed asks the same again, and finds the reply.
"""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Generic

from pydantic import BaseModel, TypeAdapter, ValidationError
from typing_extensions import TypedDict

from abilities.asking import DialogueTemplate, as_json, fill, request
from abilities.base import WordAbility
from synthgen.config import RunConfig
from synthgen.desk import Budget, RunDesk
from synthgen.errors import FolderInUse, Interrupted, UsageError
from synthgen.interfaces import LLM
from synthgen.kit.json_reply import read
from synthgen.kit.money import price_then
from synthgen.packs.files import PACKS, I, Item, append, items
from synthgen.store import Store
from synthgen.types import Device, Fields, Purpose, Reply, Request, Slot, sample_id

FEW, POOR = 0.1, 2
"""A model repeats itself once so many batches in a row bring less than this share of new items."""
LEAST = 10
"""Items of a batch."""


@dataclass
class Batch:
    """What one reply brought."""

    seen: int = 0
    new: list[Item] = field(default_factory=list)
    dropped: Counter[str] = field(default_factory=Counter)
    """Reason -> items."""


class Crop(ABC, Generic[I]):
    """One kind of item that grows: the subjects of an ability, its questions of one kind, its examples."""

    name: str
    """As a person would call it: "subjects"."""
    purpose: Purpose
    form: type[I]
    target: int

    def __init__(self, ability: WordAbility, target: int) -> None:
        self.ability, self.target = ability, target

    @property
    def items(self) -> list[I]:
        """What was added so far, the refused ones too."""
        return items(self.ability.name, self.form)

    @property
    def used(self) -> list[I]:
        """Those that were not refused."""
        return [item for item in self.items if item.state != "refused"]

    def count(self) -> int:
        """How many there are, those that were refused left out."""
        return len(self.used)

    def missing(self, most: int) -> str:
        """How many to ask for: more than are missing, for some will be of no use."""
        return str(min(most, max(LEAST, 2 * (self.target - self.count()))))

    @abstractmethod
    def ask(self, attempt: int) -> Request:
        """For one batch. `attempt`: how many batches have brought nothing since the last that did."""

    @abstractmethod
    def read(self, reply: Reply) -> Batch:
        """What of a reply is of use."""

    def request(
        self, template: DialogueTemplate, attempt: int, schema: type[BaseModel], order: Any, **blanks: str
    ) -> Request:
        system = fill(template["system"], noun=self.ability.noun, **blanks)
        slot = Slot(sample_id(self.ability.name, attempt), self.ability.name, attempt, attempt, 0, "", Fields(""))
        return request(self.purpose, slot, system, template["ask"], as_json(order), schema)


@dataclass
class Growth:
    """What became of one kind of item."""

    name: str
    had: int
    has: int
    target: int
    asked: int
    dropped: Counter[str]
    why: str
    """What ended it."""


def grow(crop: Crop[Any], llm: LLM, desk: RunDesk, say: Callable[[str], None]) -> Growth:
    """Until the target is reached or the model repeats itself; a batch is in the pack before the next is asked for.

    Raises Interrupted, BudgetReached, and what the model's client raises.
    """
    had, asked, attempt, poor = crop.count(), 0, 0, 0
    dropped: Counter[str] = Counter()
    brought: list[str] = []
    while (has := crop.count()) < crop.target and poor < POOR:
        batch = _batch(crop, attempt, llm, desk)
        append(crop.ability.name, batch.new[: crop.target - has])
        asked += 1
        attempt = 0 if batch.new else attempt + 1
        poor = poor + 1 if len(batch.new) < FEW * max(batch.seen, 1) else 0
        dropped += batch.dropped
        brought.append(f"{len(batch.new)} of {batch.seen}")
        say(f"{crop.name}: {crop.count()} of {crop.target} (new: {brought[-1]}{_because(batch.dropped)})")
    again = f"the model repeats itself: new in its last batches were {' and '.join(brought[-POOR:])}"
    return Growth(crop.name, had, has, crop.target, asked, dropped, "enough" if has >= crop.target else again)


def _batch(crop: Crop[Any], attempt: int, llm: LLM, desk: RunDesk) -> Batch:
    answers = [] if desk.cancelled else list(llm.complete([crop.ask(attempt)], desk))
    for answer in answers:
        return crop.read(answer) if isinstance(answer, Reply) else Batch(dropped=Counter({answer.reason: 1}))
    raise desk.stopped or Interrupted("interrupted; every reply is kept. Run the same command to go on")


def _because(dropped: Counter[str]) -> str:
    return "; dropped: " + ", ".join(f"{why} {count}" for why, count in dropped.most_common()) if dropped else ""


def parsed(reply: Reply, schema: type[BaseModel]) -> Any:
    """The list in a reply, whose client has made sure of its form."""
    (rows,) = vars(read(reply.text, schema)).values()
    return rows


@contextmanager
def at_pack(name: str, config: RunConfig, llm: LLM) -> Iterator[RunDesk]:
    """Hold the pack of an ability, with a desk that counts what all its replies cost. Raises FolderInUse."""
    folder, cap = PACKS / name, config.budget
    usd = None if cap.usd is None else Decimal(str(cap.usd))
    desk = RunDesk(folder, Budget(usd, cap.tokens), price_then(llm))
    with held(name), desk.listening():
        desk.open()
        llm.open(Device())
        try:
            yield desk
        finally:
            llm.close()


@contextmanager
def held(name: str) -> Iterator[None]:
    """One at a time works on a pack. Raises FolderInUse."""
    store = Store(PACKS / name)
    with ExitStack() as stack:
        try:
            stack.enter_context(store.lock())
        except FolderInUse as e:
            raise FolderInUse(f"{str(e).partition(';')[0]}; wait for it, or end it") from e
        store.sweep()
        yield


class Questions(DialogueTemplate):
    """And what each kind of dialogue asks."""

    kinds: dict[str, str]


class ExpandTemplate(TypedDict):
    """conf/template/expand.yaml"""

    subjects: DialogueTemplate
    questions: Questions


class BootstrapTemplate(TypedDict):
    """conf/template/bootstrap.yaml"""

    prompts: DialogueTemplate
    dialogues: DialogueTemplate


def template(config: RunConfig, name: str, form: type[Any]) -> Any:
    """A template of the configuration. Raises UsageError for another form, or if the blank for the order is missing."""
    try:
        found = TypeAdapter(form).validate_python(config.template[name])
    except ValidationError as e:
        where = ".".join(["template", name, *(str(part) for part in e.errors()[0]["loc"])])
        raise UsageError(f"{where}: {e.errors()[0]['msg'].lower()}") from e
    for part, texts in found.items():
        if "{order}" not in texts["ask"]:
            raise UsageError(f"template.{name}.{part}.ask: has no {{order}}, where the data go")
    return found


def fit_to_ask(llm: LLM, name: str) -> Sequence[str]:
    """What keeps a writer from growing a pack."""
    if llm.composes or llm.verbatim:
        return [f"{name} asks a language model: pass llm=openai, llm=ollama, ...; python -m synthgen --help lists them"]
    if llm.collects:
        return [f"{name} asks one batch after the other, which would take days: pass llm=openai"]
    return llm.preflight()
