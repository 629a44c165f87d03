"""Engines of so many workers on this machine, for measuring."""

import multiprocessing
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from synthgen.engine.local import Local
from synthgen.engine.ray import Ray
from synthgen.engine.static import Static
from synthgen.engine.static.attending import attend
from synthgen.interfaces import Engine
from synthgen.kit.launchers import Group

KINDS = ("local", "static", "ray")


@contextmanager
def engine_of(kind: str, workers: int, folder: Path) -> Iterator[Engine]:
    """For a run in `folder`. static: as under a launcher, this process being rank 0; ray: a cluster of its own.

    Raises SystemExit for another kind.
    """
    if kind not in KINDS:
        raise SystemExit(f"no engine {kind}: there are {', '.join(KINDS)}")
    if kind == "ray":
        yield Ray("local", max=workers)
    elif kind == "local" or workers == 1:
        yield Local(workers)
    else:
        os.environ |= {"RANK": "0", "LOCAL_RANK": "0", "WORLD_SIZE": str(workers)}
        context = multiprocessing.get_context("spawn")
        given = [(Group(rank, workers, rank), [folder], 60.0) for rank in range(1, workers)]
        ranks = [context.Process(target=attend, args=us) for us in given]
        for rank in ranks:
            rank.start()
        engine = Static()
        yield engine
        engine.dismiss()
        engine.close()
        for rank in ranks:
            rank.join()
        for name in ("RANK", "LOCAL_RANK", "WORLD_SIZE"):
            del os.environ[name]
