"""The contract on one screen: what each kind of part has to do. One part = one file and one yaml of the same name.

A part is a frozen dataclass of its options. Constructing it does no I/O and imports nothing optional, so that the
driver can build and check every part before anything loads; workers unpickle it and `open` it.
"""

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, fields
from pathlib import Path
from random import Random
from typing import IO, ClassVar, Literal, Protocol, Self

from synthgen.shards import ShardDone, ShardLost, ShardTask, Work, WorkerState
from synthgen.types import (
    Claim,
    ClaimType,
    Device,
    Dialogue,
    DialogueKind,
    Fields,
    Form,
    Known,
    Prompt,
    Raster,
    Record,
    Reject,
    Reply,
    Request,
    Slot,
    Take,
    Vocabulary,
)


@dataclass(frozen=True, slots=True)
class Download:
    """Files of a repository of the Hugging Face hub that a part needs."""

    repo: str
    revision: str | None
    """Commit, tag or branch; None: the newest."""
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Model:
    """A trained model, or texts that somebody else made, that had a hand in the data."""

    name: str
    """On the hub, as its server calls it, or of its file or folder; where that lies is nobody's business."""
    revision: str = ""
    license: str = ""
    """As the configuration says it; "": it says nothing."""
    service: str = ""
    """Host of the server that answers; "" for a model that runs where the pictures are rendered."""


class Here(str):
    """A line of a preflight that says what this machine lacks: no mistake where other machines do the work."""


@dataclass(frozen=True)
class Component:
    """Base of all parts, and the allow-list of what a configuration may name."""

    operational: ClassVar[frozenset[str]] = frozenset()
    """Options that cannot change the data (workers, batch, retries): left out of a run's fingerprint."""

    def identity(self) -> Mapping[str, str]:
        """What of it can change the data, as words that can be compared and shown: its part of the fingerprint."""
        options = ((f.name, getattr(self, f.name)) for f in fields(self) if f.name not in self.operational)
        in_order = ((name, sorted(v) if isinstance(v, set | frozenset) else v) for name, v in options)
        told = ((name, v.identity() if isinstance(v, Component) else v) for name, v in in_order)
        return {"kind": type(self).__qualname__} | {name: str(value) for name, value in told}

    @property
    def parts(self) -> "Sequence[Component]":
        """The parts that it was given as options: what is asked of it is asked of them."""
        return [value for f in fields(self) if isinstance(value := getattr(self, f.name), Component)]

    @property
    def reads_tensors(self) -> bool:
        """Whether it looks at pixels where they still lie on the GPU that made them."""
        return any(part.reads_tensors for part in self.parts)

    def preflight(self) -> list[str]:
        """What is missing, each with its fix; asked before anything loads."""
        return [line for part in self.parts for line in part.preflight()]

    def downloads(self) -> "Sequence[Download]":
        """What it needs of the Hugging Face hub; may ask the hub. Raises SynthgenError."""
        return [one for part in self.parts for one in part.downloads()]

    def models(self) -> "Sequence[Model]":
        """The trained models that it uses, for the data's card and provenance; nobody is asked."""
        return [one for part in self.parts for one in part.models()]

    def open(self, device: Device) -> None:
        """Load what the part needs; called in the process that works with it, perhaps more than once."""
        for part in self.parts:
            part.open(device)

    def close(self) -> None:
        """Give back what `open` took."""
        for part in self.parts:
            part.close()


class Renderer(Component, ABC):
    """Prompts in, pictures out."""

    asserts: frozenset[ClaimType]
    """The types of claims that its pictures can be trusted for when the prompt says so."""
    closed_world: bool
    """Whether what the prompt does not say is surely not in the picture."""
    embedded: ClassVar[bool] = False
    """True for the built-in drawing; every record says so."""

    @property
    def on_gpu(self) -> bool:
        """Whether the time that it takes is a GPU's."""
        return False

    @property
    def devices(self) -> Sequence[Device]:
        """Where it can run on this machine, one worker each; empty: any core will do."""
        return ()

    @property
    def at_once(self) -> int:
        """How many pictures it likes to work on together."""
        return 1

    def expecting(self, pictures: int) -> Self:
        """A copy that knows how many pictures each worker will make, for what pays only in a long run."""
        return self

    def start_seconds(self) -> float:
        """What each worker takes before its first picture, and a trial of a few samples does not see: compiling."""
        return 0.0

    def remarks(self) -> Sequence[str]:
        """What it found since it was last asked, and a user should know."""
        return ()

    @property
    def known(self) -> Known:
        """What a dialogue about its pictures may rest on: absence only where nothing comes unasked."""
        return Known(self.asserts if self.closed_world else self.asserts - {"absence"})

    @abstractmethod
    def describe_yourself(self) -> str:
        """Model and revision, for the provenance of each record."""

    @abstractmethod
    def undrawable(self, prompt: Prompt) -> str | None:
        """The word of the prompt that it cannot draw, or None."""

    @abstractmethod
    def render(self, takes: Iterator[Take]) -> Iterator[Raster | Reject]:
        """One answer per take, in any order; batches by itself.

        Takes are pulled as there is room for them; when they end, nothing more is waiting, and what was pulled is
        answered. Raises DeviceLost where the process can use its GPU no more.
        """


class Ability(Component, ABC):
    """What a picture and its dialogue should teach, in words: subjects, ways to ask, examples, cautions."""

    name: str
    subjects: tuple[str, ...]
    """The keywords that may be trained on; those of `kit.reserved` are kept for the benchmark."""
    negative: str

    @property
    def vocabulary(self) -> Vocabulary:
        """The words by which its pictures can be told apart."""
        return Vocabulary(self.subjects)

    @property
    def heads(self) -> int:
        """How many different heads its plan can order: an upper bound, by which `qc.balance` tells a share."""
        return len(self.subjects)

    @abstractmethod
    def limited_to(self, renderer: Renderer) -> Self:
        """A copy whose words the renderer can draw; for writers that compose from them."""

    def trusting(self, renderer: Renderer) -> Self:
        """A copy that plans nothing which the renderer is known to get wrong; for writers that find their own words."""
        return self

    def kind(self, index: int, number: int) -> DialogueKind:
        """Which kind of dialogue the sample of an index gets, whose prompt has that number."""
        return "describe"

    def forms(self, kind: DialogueKind, index: int) -> tuple[tuple[Form, ...], bool]:
        """What each turn of its dialogue asks, and whether the answers are a word or two."""
        return (), False

    def way(self, kind: DialogueKind, number: int) -> str:
        """In which way the picture of a prompt should be impossible; "" where it should not be."""
        return ""

    def pool(self, kind: DialogueKind, way: str, number: int) -> tuple[Sequence[str], int]:
        """What the subject of a prompt is drawn from, and how many were drawn from it before that prompt."""
        return self.subjects, number

    @abstractmethod
    def cell(self, subject: str, turn: int, rng: Random, kind: DialogueKind, way: str) -> Fields:
        """The cell of the coverage plan for the `turn`-th use of a subject."""

    def peopled(self, cell: Fields, rank: int, turn: int) -> Fields:
        """The cell with who is shown, an axis of its own.

        `rank`: the place of the subject in the first round; `turn`: how often the subject came before.
        """
        return cell

    @abstractmethod
    def ask_prompt(self, slot: Slot) -> Request: ...

    @abstractmethod
    def read_prompt(self, slot: Slot, reply: Reply) -> Prompt | Reject: ...

    @abstractmethod
    def ask_dialogue(self, slot: Slot, prompt: Prompt, known: Known) -> Request: ...

    @abstractmethod
    def read_dialogue(self, slot: Slot, prompt: Prompt, known: Known, reply: Reply) -> Dialogue | Reject: ...

    def without(
        self, dialogue: Dialogue, slot: Slot, prompt: Prompt, known: Known, doubted: Collection[Claim]
    ) -> Dialogue | Reject:
        """What is left of a dialogue without the turns that make one of these claims, of which it makes some."""
        return Reject(slot.id, "dialogue", "a claim is not confirmed")


class Desk(Protocol):
    """The counter at which LLM clients look up what was paid for, and leave what they paid. Threads may share it."""

    def look_up(self, key: str) -> Reply | None: ...

    def append(self, *replies: Reply) -> None:
        """Returns when the replies are safe on disk; to be called before they are parsed."""
        ...

    def tell(self, line: str) -> None:
        """Something that a user who waits wants to know: a pause, an outage."""
        ...

    @property
    def cancelled(self) -> bool:
        """True once the run should end: finish what is in flight, start nothing."""
        ...

    @property
    def folder(self) -> Path:
        """Where a client may keep files of its own beside the journal."""
        ...


class LLM(Component, ABC):
    """Writes prompts and dialogues."""

    embedded: ClassVar[bool] = False
    """True for the built-in writer; every record says so."""
    composes: ClassVar[bool] = False
    """True if it composes from the ability's own words: the plan then offers drawable words only."""
    verbatim: ClassVar[bool] = False
    """True if its texts exist already and are kept as they are: texts are no duplicates of each other."""
    collects: ClassVar[bool] = False
    """True if it answers many requests together, hours later: a stage then asks for everything at once."""

    @abstractmethod
    def describe_yourself(self) -> str:
        """Model name, for the provenance of each record."""

    @property
    def at_once(self) -> int:
        """How many requests it works on at a time."""
        return 1

    @property
    def bills(self) -> Literal["nothing", "dollars", "unknown"]:
        """Whether its replies cost money, and whether each says how much."""
        return "nothing"

    def supply(self, ability: str) -> int | None:
        """How many prompts it can give for an ability; None: as many as one likes."""
        return None

    @abstractmethod
    def complete(self, requests: Iterable[Request], desk: Desk) -> Iterator[Reply | Reject]:
        """One answer per request, in any order; requests are pulled as there is room for them."""


class Target(Protocol):
    """A folder to export to. A file appears in it whole or not at all."""

    def put(self, path: str, data: bytes) -> None: ...

    def open(self, path: str) -> AbstractContextManager[IO[bytes]]:
        """A file to write in pieces; it appears when the block ends without an error, after all that was put before."""
        ...

    @property
    def url(self) -> str:
        """Where it is, for messages."""
        ...


class Exporter(Component, ABC):
    """Writes records in the form that one family of trainers reads."""

    holds: ClassVar[tuple[int, int]] = (0, 1)
    """The fewest and the most pictures of a record that its readers take."""
    rows_tell: ClassVar[bool] = True
    """Whether its rows say which models made them; for its card."""

    @abstractmethod
    def write(self, records: Iterable[Record], target: Target) -> int:
        """Returns how many rows it wrote. Memory: flat in the number of records.

        The records are valid (`kit.validate`), what `fit` gave, and come ability by ability.
        """

    def fit(self, record: Record) -> Record | str:
        """What of a valid record its readers can use, or why it is none of it: it is counted out before `write`."""
        fewest, most = self.holds
        if len(record.pictures) < fewest:
            return "no picture" if fewest == 1 else f"fewer than {fewest} pictures"
        if len(record.pictures) > most:
            return "more than one picture" if most == 1 else f"more than {most} pictures"
        return record

    def usage(self, url: str) -> str:
        """How a trainer is pointed at an export that lies there, in one line; "" for none."""
        return ""

    def subsets(self) -> Mapping[str, str]:
        """What `datasets.load_dataset` finds in an export: name -> pattern of its files; {} if it cannot read it.

        An export that holds nothing of a subset has no file of its pattern.
        """
        return {}


class Engine(Component, ABC):
    """Runs work on the machine's processes, GPUs, or a cluster."""

    @abstractmethod
    def run(self, work: Work, tasks: Iterable[ShardTask | None]) -> Iterator[ShardDone | ShardLost | None]:
        """Tasks are pulled as workers have room; None: none is ready yet, ask again in a moment.

        Gives None whenever nothing happened for a moment, so that who runs it can look around.

        A worker that died or hangs is replaced and its shards handed out again; each shard is reported done once.
        """

    @abstractmethod
    def size(self, devices: Sequence[Device], on_gpu: bool) -> int:
        """How many workers it runs for work that can use these devices of this machine, or that wants GPUs."""

    @property
    def elsewhere(self) -> bool:
        """Whether its workers run on other machines, which may have what this one lacks."""
        return False

    def staff(self) -> Sequence[WorkerState]:
        """The workers that are there now."""
        return ()

    def dismiss(self) -> None:
        """The run is complete: workers that came by themselves need not wait for another driver. Before `close`."""
