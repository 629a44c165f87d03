"""How far a run is, in figures: what its driver writes into status.json, and displays, monitors and people read.

Of every stage of every ability, at any moment: asked = done + rejected + waiting.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any, Literal, Self, TypeVar, get_args

from synthgen.shards import WorkerState

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

State = Literal["working", "finished", "interrupted", "stopped", "dead"]
"""stopped: by a cap, an outage, a full disk, a bug; dead: its driver ended without a word."""
StageName = Literal["prompts", "pictures", "dialogues", "selection"]
STAGES: tuple[StageName, ...] = get_args(StageName)
MAKING = STAGES[:3]
"""What comes out of a model; the selection only decides."""
T = TypeVar("T", bound="DataclassInstance")
_NOBODY = WorkerState("", "", "", "idle", "", 0, 0, 0.0)


@dataclass(frozen=True, slots=True)
class StageStatus:
    """What became of the samples that one stage of one ability was asked for."""

    ability: str = ""
    name: StageName = "prompts"
    asked: int = 0
    """Prompts and selection: indices; pictures and dialogues: what the stage before let pass. Rises round by round."""
    done: int = 0
    """Passed. A picture counts as passed until its checks have been read; at the selection: kept."""
    rejected: int = 0
    """Fell at this stage; at the selection: at any."""
    reasons: Mapping[str, int] = field(default_factory=dict)
    """Of those rejects whose reason is known yet: at most a few ranges are behind."""

    @property
    def answered(self) -> int:
        return self.done + self.rejected

    @property
    def waiting(self) -> int:
        return self.asked - self.done - self.rejected


@dataclass(frozen=True, slots=True)
class Rate:
    """Of a making stage, of what this driver had made: what it found in the folder is left out. Per second."""

    made: int = 0
    """Since this driver began: it only rises."""
    minute: float | None = None
    """Over the last minute, or since the beginning where that is less; None: too early to say."""
    overall: float | None = None


@dataclass(frozen=True, slots=True)
class Cost:
    """Of all runs in the folder together."""

    usd: str | None = None
    """A decimal number, of the replies whose price is known; None where nobody is paid."""
    unpriced: int = 0
    """Replies whose price nobody knows."""
    replies: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    gpu_hours: float | None = None
    """None where no GPU renders."""


@dataclass(frozen=True, slots=True)
class Status:
    """One moment of a run."""

    name: str = ""
    state: State = "working"
    doing: str = ""
    """What the driver is at: "making", "exporting"."""
    said: str = ""
    """Why it ended, in a line; "" for a run that works, or came to its end."""
    n: int = 0
    """Wanted of each ability."""
    stages: tuple[StageStatus, ...] = ()
    """Of every ability, in its order."""
    rates: Mapping[str, Rate] = field(default_factory=dict)
    """By making stage, over all abilities."""
    left: float | None = None
    """Seconds until n are kept, as things go; None: nothing to go by yet, or nothing moves."""
    seconds: float = 0.0
    """That this driver has worked."""
    cost: Cost = Cost()
    workers: tuple[WorkerState, ...] = ()
    worker_rates: Mapping[str, float] = field(default_factory=dict)
    """Pictures per second of a worker over the last minute, by its name; without those of which it is too early."""
    remarks: tuple[str, ...] = ()
    """The last things that were told, the newest last."""
    host: str = ""
    pid: int = 0
    where: str = ""
    """The boot of that machine, and the container: where `pid` means the same process."""
    born: str = ""
    """When that process began, in the machine's own count: numbers of processes are used again."""
    time: float = 0.0
    """When this was written, by the clock of `host`: seconds since 1970."""
    beat: int = 0
    """Rises each time a driver writes."""

    @property
    def abilities(self) -> list[str]:
        return list(dict.fromkeys(stage.ability for stage in self.stages))

    def total(self, name: StageName) -> StageStatus:
        """A stage over all abilities."""
        some = [stage for stage in self.stages if stage.name == name]
        reasons: dict[str, int] = {}
        for stage in some:
            for reason, count in stage.reasons.items():
                reasons[reason] = reasons.get(reason, 0) + count
        asked, done = sum(stage.asked for stage in some), sum(stage.done for stage in some)
        return StageStatus("", name, asked, done, sum(stage.rejected for stage in some), reasons)

    @property
    def kept(self) -> int:
        return self.total("selection").done

    def to_json(self) -> dict[str, Any]:
        """Plain data; what can be computed from the rest is in it, too, for scripts."""
        said = asdict(self)
        for row, stage in zip(said["stages"], self.stages, strict=True):
            row["waiting"] = stage.waiting
        return said

    @classmethod
    def of_json(cls, said: Mapping[str, Any]) -> Self:
        """Tolerant of other versions: what it does not know is left out, what is not there has its default.

        Raises ValueError for what no version writes.
        """
        try:
            rates, cost, remarks = said.get("rates", {}), said.get("cost", {}), said.get("remarks", ())
            return replace(
                _known(cls(left=0.0), said, left=None),
                stages=tuple(_known(StageStatus(), one) for one in said.get("stages", ())),
                workers=tuple(_known(_NOBODY, one) for one in said.get("workers", ())),
                rates={name: _known(Rate(0, 0.0, 0.0), one, minute=None, overall=None) for name, one in rates.items()},
                cost=_known(Cost("0", gpu_hours=0.0), cost, usd=None, gpu_hours=None),
                remarks=tuple(map(str, remarks)),
            )
        except (TypeError, AttributeError) as e:
            raise ValueError(f"no status: {e}") from e


def _known(like: T, said: Mapping[str, Any], **unknown: None) -> T:
    """What is said of the fields that `like` has, if it is of their types; else their defaults, or None if unknown."""
    given: dict[str, Any] = dict(unknown)
    for f in fields(like):
        usual, value = getattr(like, f.name), said.get(f.name)
        if isinstance(usual, tuple | Cost) or f.name == "rates" or value is None:
            continue
        if isinstance(usual, dict):
            value = {str(key): number for key, number in value.items() if isinstance(number, int | float)}
        elif isinstance(usual, float) and isinstance(value, int):
            value = float(value)
        elif not isinstance(value, type(usual)):
            raise TypeError(f"{f.name} is {value!r}")
        given[f.name] = value
    return replace(like, **given)
