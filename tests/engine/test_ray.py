import os
import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from synthgen.elsewhere import Elsewhere
from synthgen.engine.local import Local
from synthgen.engine.ray import Ray
from synthgen.engine.ray.worker import Whereabouts
from synthgen.errors import DeviceError
from synthgen.interfaces import Engine
from synthgen.shards import ShardDone, ShardLost
from synthgen.stages import PictureWork
from synthgen.store import Store
from synthgen.types import Picture
from tests.engine.rays import Found, Nodes, lives, processes, wait_until
from tests.engine.test_local import PNG, pictures, shards

pytestmark = pytest.mark.ray
Event = ShardDone | ShardLost

BARE = """
import sys

class Lacks:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "synthgen":
            raise ModuleNotFoundError("No module named synthgen")

sys.meta_path.insert(0, Lacks())
"""
"""How Python begins on a node that lacks synthgen."""


@pytest.fixture(scope="module")
def nodes() -> Iterator[Nodes]:
    nodes = Nodes(3)
    yield nodes
    nodes.close()


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    (tmp_path / "notes").mkdir()
    return tmp_path / "notes"


@pytest.fixture(autouse=True)
def nobody_is_late(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a busy machine anybody can be, and then a shard is done twice."""
    monkeypatch.setattr("synthgen.crew.foreman.MOMENT", 600.0)


def run(
    engine: Engine,
    renderer: Found,
    folder: Path,
    total: int = 48,
    size: int = 6,
    look: Callable[[int], object] = lambda done: None,
) -> list[Event]:
    """`look`: called again and again with the number of shards that are done."""
    work, events = PictureWork(folder, renderer, {}, PNG), list[Event]()
    try:
        for event in engine.run(work, shards(total, size)):
            events += [event] if event else []
            look(sum(isinstance(e, ShardDone) for e in events))
    finally:
        engine.close()
    return events


@pytest.fixture(scope="module")
def calm(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pictures of an undisturbed run on this machine's processes."""
    folder = tmp_path_factory.mktemp("calm")
    (folder / "notes").mkdir()
    run(Local(2), Found(notes=str(folder / "notes")), folder / "run", 600)
    return pictures(folder / "run")


class Away(PictureWork):
    """Its workers are on machines where the run folder is not."""

    def __reduce__(self) -> tuple[Any, ...]:
        there = replace(self, root=Path("/proc/nowhere/run"))
        return PictureWork, tuple(getattr(there, field.name) for field in fields(there))


def first(total: int, calm: dict[str, str]) -> dict[str, str]:
    return dict(sorted(calm.items())[:total])


def extra(notes: Path, total: int) -> int:
    """How often a picture was begun that had been begun before."""
    return sum(len(note.read_text()) for note in notes.iterdir()) - total


def test_a_node_that_dies_costs_at_most_the_shard_that_it_was_at(
    nodes: Nodes, tmp_path: Path, calm: dict[str, str]
) -> None:
    for share in (0.25, 0.5, 0.75):
        notes = tmp_path / f"notes-{share}"
        notes.mkdir()
        killed = list[str]()

        def strike(done: int, share: float = share, notes: Path = notes, killed: list[str] = killed) -> None:
            alive = processes(notes)
            if not killed and done >= share * 20 and len({*alive.values()}) == 3:
                killed.append(next(iter(alive.values())))
                nodes.kill(killed[0], notes)

        events = run(Ray(nodes.address), Found(notes=str(notes)), tmp_path / str(share), 120, look=strike)
        assert killed and pictures(tmp_path / str(share)) == first(120, calm)
        assert extra(notes, 120) <= 6
        lost = [e for e in events if isinstance(e, ShardLost)]
        assert [e.task.deaths for e in lost if e.task] in ([], [{}]), "no sample is blamed for it"
        assert any("has gone" in e.said for e in lost)
        nodes.add()


def test_a_node_that_comes_later_works_too(nodes: Nodes, tmp_path: Path, notes: Path) -> None:
    came = list[str]()

    def grow(done: int) -> None:
        if done == 2 and not came:
            came.append(nodes.add())
        if came and done < 45 and came[0] not in processes(notes).values():
            time.sleep(0.1)  # the others get no more to do meanwhile

    run(Ray(nodes.address), Found(notes=str(notes)), tmp_path / "run", 300, look=grow)
    worked = [path.read_text() for path in notes.with_name("notes-processes").iterdir()]
    assert came[0] in worked and len({*worked}) == 4


def test_a_worker_whose_machine_is_wanted_back_finishes_what_it_began(
    nodes: Nodes, tmp_path: Path, notes: Path, calm: dict[str, str]
) -> None:
    asked = list[int]()

    def strike(done: int) -> None:
        if done >= 3 and not asked:
            asked.append(next(iter(processes(notes))))
            os.kill(asked[0], signal.SIGTERM)

    events = run(Ray(nodes.address), Found(notes=str(notes)), tmp_path / "run", 120, look=strike)
    assert pictures(tmp_path / "run") == first(120, calm) and extra(notes, 120) == 0
    assert [e.task for e in events if isinstance(e, ShardLost)] == [None]
    wait_until(lambda: not lives(asked[0]))


def test_a_drained_node_is_left_before_it_goes(nodes: Nodes, tmp_path: Path, notes: Path, calm: dict[str, str]) -> None:
    drained = list[str]()

    def drain(done: int) -> None:
        alive = processes(notes)
        if done >= 2 and not drained and alive:
            drained.append(next(iter(alive.values())))
            drain_node(nodes.address, drained[0])
        if done > 40 and drained[0] in processes(notes).values():
            time.sleep(0.1)  # there is something left to do when it goes; it goes while the driver listens

    run(Ray(nodes.address), Found(notes=str(notes)), tmp_path / "run", 300, look=drain)
    assert drained and pictures(tmp_path / "run") == first(300, calm) and extra(notes, 300) == 0
    nodes.add()


def drain_node(address: str, node: str) -> None:
    """As `ray drain-node` does, and a node that gets a SIGTERM."""
    from ray._raylet import GcsClient
    from ray.core.generated import autoscaler_pb2

    why = autoscaler_pb2.DrainNodeReason.Value("DRAIN_NODE_REASON_PREEMPTION")
    GcsClient(address=address).drain_node(node, why, "spot", int(time.time() * 1000) + 60_000)


def test_a_bug_in_a_renderer_stops_the_run_and_shows_its_traceback(
    nodes: Nodes, tmp_path: Path, notes: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "notes-processes").mkdir()
    notes.rmdir()
    with pytest.raises(DeviceError, match="stopped with the error above"):
        run(Ray(nodes.address), Found(notes=str(notes)), tmp_path / "run")
    assert "FileNotFoundError" in capfd.readouterr().err


def test_a_node_that_does_not_see_the_run_folder_is_left_out_and_says_why(
    nodes: Nodes, tmp_path: Path, notes: Path, monkeypatch: pytest.MonkeyPatch, calm: dict[str, str]
) -> None:
    from synthgen.engine.ray import actors

    blind = list[str]()

    class Blinded(actors.Actor):
        def __init__(self, actor: Any, name: str, at: Whereabouts, node: str) -> None:
            if not blind:
                blind.append(node)
            super().__init__(actor, name, replace(at, seen=node not in blind), node)

    monkeypatch.setattr(actors, "Actor", Blinded)
    events = run(Ray(nodes.address), Found(notes=str(notes)), tmp_path / "run")
    (said,) = [e.said for e in events if isinstance(e, ShardLost)]
    assert said.startswith(f"{blind.pop()} is left out: it does not see the run folder")
    assert pictures(tmp_path / "run") == first(48, calm)


def test_a_node_that_lacks_synthgen_is_left_out_and_says_so(
    nodes: Nodes, tmp_path: Path, notes: Path, calm: dict[str, str]
) -> None:
    (tmp_path / "sitecustomize.py").write_text(BARE)
    node = nodes.add(PYTHONPATH=str(tmp_path))
    try:
        events = run(Ray(nodes.address), Found(notes=str(notes)), tmp_path / "run", total=600)
    finally:
        nodes.kill(node, notes)
    (said,) = [e.said for e in events if isinstance(e, ShardLost)]
    assert said.endswith(" is left out: No module named synthgen; install there what the driver has")
    assert pictures(tmp_path / "run") == calm


def test_a_run_folder_that_no_node_sees_is_one_line(
    nodes: Nodes, tmp_path: Path, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PictureWork, "show", lambda self, word: None)
    with pytest.raises(DeviceError, match="does not see the run folder"):
        run(Ray(nodes.address), Found(notes=str(notes)), tmp_path / "run")


def test_where_pictures_lie_elsewhere_no_node_has_to_see_the_run_folder(
    nodes: Nodes, tmp_path: Path, notes: Path, calm: dict[str, str]
) -> None:
    elsewhere = Elsewhere(str(tmp_path / "objects"), "a run", ("pictures",))
    work = Away(tmp_path / "run", Found(notes=str(notes)), {}, PNG, elsewhere=elsewhere)
    engine = Ray(nodes.address)
    try:
        events = [event for event in engine.run(work, shards(48, 6)) if event]
    finally:
        engine.close()
    assert all(isinstance(event, ShardDone) for event in events)
    rows = Store(tmp_path / "run", elsewhere).rows("pictures", "null")
    assert {row.id: row.sha256 for row in rows if isinstance(row, Picture)} == first(48, calm)
    assert not (tmp_path / "run" / "pictures").exists()
