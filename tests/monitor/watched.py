"""Small real runs with monitors that look on."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from synthgen.monitors import Monitor
from synthgen.pipeline import at_work, generate
from synthgen.store import Store
from tests.doubles import Silent, run_of


def watched(
    folder: Path, n: int, monitors: Mapping[str, Monitor], hear: Callable[[str], None] = print
) -> Sequence[str]:
    """What was told. `hear` is told it at once."""
    told: list[str] = []

    def say(line: str) -> None:
        told.append(line)
        hear(line)

    with at_work(replace(run_of(folder, n), monitors=monitors)) as (store, desk):
        desk.say = say
        assert generate(
            run=replace(run_of(folder, n), monitors=monitors), store=store, desk=desk, display=Silent()
        ).full
    assert len(list(Store(folder).kept())) == n
    return told
