"""The figures of a run under the names by which monitors export them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from synthgen.shards import WorkerState
from synthgen.status import MAKING, StageStatus, State, Status

Unit: TypeAlias = Literal["", "seconds", "per_second", "usd"]
Rows: TypeAlias = Sequence[tuple[Mapping[str, str], float]]
REASONS = 30
"""Of a stage that have a row of their own, the most frequent ones; the others share one, called "others"."""
_AT = ("starting", "at work", "idle", "leaving")


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure, in one row or in several that their labels tell apart; without a row where nothing is known.

    There are as many rows as stages, abilities, reasons and places: their number does not grow with the run.
    """

    name: str
    about: str
    rows: Rows
    unit: Unit = ""
    rises: bool = False
    """A counter: it begins again where a driver does, and never falls otherwise."""


def figures(status: Status) -> Iterator[Figure]:
    """All of them, always in this order."""
    yield from _samples(status)
    yield from _speed(status)
    yield from _cost(status)
    yield from _workers(status)
    told = [state for state in get_args(State) if state != "dead"]  # that, nobody says of himself
    states = [({"state": state}, float(state == status.state)) for state in told]
    yield Figure("state", f"1 for what the run is at, of {', '.join(told)}", states)


def _samples(status: Status) -> Iterator[Figure]:
    asked = "Samples by stage: done, rejected, or waiting; together they are those that the stage was asked for"
    samples = [({**_at(stage), "outcome": name}, n) for stage in status.stages for name, n in _outcomes(stage)]
    yield Figure("samples", asked, samples)
    reasons = [({**_at(stage), "reason": why}, n) for stage in status.stages for why, n in _reasons(stage)]
    yield Figure("rejects", "Rejected samples by stage and reason", reasons)
    wanted = [({"ability": ability}, float(status.n)) for ability in status.abilities]
    yield Figure("wanted", "Samples that are to be kept", wanted)


def _at(stage: StageStatus) -> Mapping[str, str]:
    return {"ability": stage.ability, "stage": stage.name}


def _outcomes(stage: StageStatus) -> Sequence[tuple[str, float]]:
    return [("done", stage.done), ("rejected", stage.rejected), ("waiting", stage.waiting)]


def _reasons(stage: StageStatus) -> Sequence[tuple[str, float]]:
    counts = Counter(stage.reasons).most_common()
    rest = sum(count for _, count in counts[REASONS:])
    return [*counts[:REASONS], *([("others", float(rest))] if rest else [])]


def _speed(status: Status) -> Iterator[Figure]:
    made: Rows = [({"stage": name}, float(rate.made)) for name, rate in status.rates.items()]
    yield Figure("made", "Samples that this driver had made, by stage", made, rises=True)
    paces = [({"stage": name}, rate.minute) for name, rate in status.rates.items() if rate.minute is not None]
    yield Figure("rate", "Samples that are made, over the last minute", paces, "per_second")
    yield Figure("left", "Time until all are kept, as things go", _one(status.left), "seconds")
    yield Figure("worked", "Time that this driver has worked", _one(status.seconds), "seconds", rises=True)


def _cost(status: Status) -> Iterator[Figure]:
    """Of all runs in the folder together."""
    cost = status.cost
    tokens = [({"direction": "in"}, float(cost.tokens_in)), ({"direction": "out"}, float(cost.tokens_out))]
    usd = None if cost.usd is None else float(cost.usd)
    busy = None if cost.gpu_hours is None else cost.gpu_hours * 3600
    yield Figure("cost", "Price of the replies of language models, where it is known", _one(usd), "usd", rises=True)
    yield Figure("unpriced_replies", "Replies whose price nobody knows", _one(cost.unpriced), rises=True)
    yield Figure("replies", "Replies of language models", _one(cost.replies), rises=True)
    yield Figure("tokens", "Tokens of language models", tokens, rises=True)
    yield Figure("gpu", "Time that GPUs have rendered", _one(busy), "seconds", rises=True)


def _workers(status: Status) -> Iterator[Figure]:
    """By place, not by worker: who takes over for one that died has another name."""
    states = Counter[str](worker.state for worker in status.workers)
    yield Figure("workers", "Workers by what they are at", [({"state": at}, float(states[at])) for at in _AT])
    places: dict[tuple[str, str], list[WorkerState]] = {}
    for worker in status.workers:
        places.setdefault((worker.host, worker.place), []).append(worker)
    made, paces, silent = [], [], []
    for (host, place), some in places.items():
        where, known = {"host": host, "place": place}, [w.name for w in some if w.name in status.worker_rates]
        made.append((where, float(sum(worker.pictures for worker in some))))
        silent.append((where, max(worker.silent for worker in some)))
        if known:
            paces.append((where, sum(status.worker_rates[name] for name in known)))
    yield Figure("worker_pictures", "Pictures that the workers at a place have made, those that are there now", made)
    yield Figure("worker_rate", "Pictures of the workers at a place, over the last minute", paces, "per_second")
    yield Figure("worker_silent", "Time since a worker at a place was heard, of the longest", silent, "seconds")


def _one(value: float | None) -> Rows:
    return [] if value is None else [({}, float(value))]


def curves(status: Status) -> dict[str, float]:
    """The few figures that are looked at over time, by name; without those of which nothing is known yet."""
    found: dict[str, float | None] = {}
    for name in MAKING:
        found[f"per second/{name}"] = status.rates[name].minute if name in status.rates else None
    every, selections = status.total("selection"), [stage for stage in status.stages if stage.name == "selection"]
    found["samples/kept"], found["samples/rejected"] = every.done, every.rejected
    for stage in (every, *selections) if len(selections) > 1 else (every,):
        share = stage.done / stage.answered if stage.answered else None
        found[f"kept share/{stage.ability or 'all'}"] = share
    found |= {f"rejected/{reason}": count for reason, count in _reasons(every)}
    cost = status.cost
    found["cost/usd"] = None if cost.usd is None else float(cost.usd)
    found["cost/tokens"] = cost.tokens_in + cost.tokens_out if cost.replies else None
    found["cost/gpu hours"] = cost.gpu_hours
    if status.state == "working":
        found["run/workers at work"] = sum(worker.state == "at work" for worker in status.workers)
    found["run/hours left"] = None if status.left is None else status.left / 3600
    return {name: float(value) for name, value in found.items() if value is not None}
