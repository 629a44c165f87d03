"""Counts what is in the folder of a run whose driver said nothing: one of an older version."""

from typing import Any

from synthgen.records import candidates
from synthgen.status import StageStatus, Status
from synthgen.store import Store
from synthgen.tally import Tally, counts_of
from synthgen.types import Reject


def counted(store: Store) -> Status:
    """Reads every table once; memory: a few rows at a time."""
    started, finished = list(store.events("started")), list(store.events("finished"))
    n = int(started[-1].get("n", 0)) if started else 0
    names = sorted({path.name.rsplit("-", 2)[0] for path in (store.root / "prompts").glob("*.parquet")})
    ended = bool(started and finished) and finished[-1].get("time", 0) > started[-1].get("time", 0)
    stages = [stage for name in names for stage in _stages(store, name, n, ended)]
    return Status(store.root.name, "finished" if ended else "interrupted", n=n, stages=tuple(stages))


def _stages(store: Store, ability: str, n: int, ended: bool) -> tuple[StageStatus, ...]:
    tally, asked, decided, kept = Tally(), 0, 0, 0
    verdicts = (row for row in store.verdicts() if str(row["id"]).rpartition("-")[0] == ability)
    row = next(verdicts, None)
    for c in candidates(store, ability, {}):
        asked += 1
        while row is not None and row["id"] < c.id:
            row = next(verdicts, None)
        own = row if row is not None and row["id"] == c.id else None
        decided, kept = decided + bool(own), kept + bool(own and own["kept"])
        tally.add(counts_of(c, _verdict(own), bool(own and own["kept"]), settled=ended))
    return tally.stages(ability, asked, 0 if kept >= n else asked - decided)


def _verdict(row: dict[str, Any] | None) -> Reject | None:
    return None if row is None or row["kept"] else Reject(row["id"], row["stage"], row["reason"])
