"""Engines of so many workers on this machine, for measuring."""

from synthgen.engine.local import Local
from synthgen.interfaces import Engine


def engine_of(kind: str, workers: int) -> Engine:
    if kind == "local":
        return Local(workers)
    raise SystemExit(f"no engine {kind}")
