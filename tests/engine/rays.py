"""A Ray cluster of several nodes on this machine, and a renderer whose process can be found."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from synthgen.types import Device, Raster, Reject, Take, index_of
from tests.slow_run import Slow

QUICK = {"health_check_period_ms": 500, "health_check_timeout_ms": 1000, "health_check_failure_threshold": 4}
"""A node is taken for dead after some seconds without a sign of life, not after a quarter of a minute."""


@dataclass(frozen=True)
class Found(Slow):
    """Leaves its process's number beside the notes."""

    hang: int = -1
    """Never finishes the picture of this index, the first time."""

    def open(self, device: Device) -> None:
        folder = Path(f"{self.notes}-processes")
        folder.mkdir(exist_ok=True)
        (folder / str(os.getpid())).write_text(ray_node())

    def render(self, takes: Iterator[Take]) -> Iterator[Raster | Reject]:
        yield from super().render(self._watched(takes))

    def _watched(self, takes: Iterator[Take]) -> Iterator[Take]:
        for take in takes:
            note = Path(self.notes) / take.id
            if index_of(take.id) == self.hang and not note.exists():
                note.write_text("x")
                time.sleep(600)
            yield take


def ray_node() -> str:
    """The id of the node that this process works on."""
    import ray

    return str(ray.get_runtime_context().get_node_id()) if ray.is_initialized() else ""


def processes(notes: Path) -> dict[int, str]:
    """The workers that live: number of the process, id of its node."""
    folder = Path(f"{notes}-processes")
    found = {int(path.name): path.read_text() for path in folder.glob("*")}
    return {number: node for number, node in found.items() if lives(number)}


def lives(number: int) -> bool:
    with suppress(OSError):
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


def wait_until(true: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not come to pass"
        time.sleep(0.05)


class Nodes:
    """A head without cores, and nodes: "n0", "n1", ..."""

    def __init__(self, count: int) -> None:
        from ray.cluster_utils import Cluster

        self.cluster = Cluster(
            initialize_head=True,
            head_node_args={"num_cpus": 0, "include_dashboard": False, "_system_config": QUICK},
        )
        self._started = 0
        for _ in range(count):
            self.add()

    @property
    def address(self) -> str:
        return str(self.cluster.address)

    def add(self, cores: int = 1, **environment: str) -> str:
        """One more; its id."""
        node = self.cluster.add_node(num_cpus=cores, node_name=f"n{self._started}", env_vars=environment)
        self._started += 1
        return str(node.node_id)

    def kill(self, id: str, notes: Path) -> None:
        """As when a machine loses its power: nothing on it says a last word."""
        node = next(node for node in self.cluster.worker_nodes if node.node_id == id)
        os.kill(node.all_processes["raylet"][0].process.pid, signal.SIGKILL)
        for number, of in processes(notes).items():
            if of == id:
                os.kill(number, signal.SIGKILL)
        self.cluster.remove_node(node, allow_graceful=False)

    def close(self) -> None:
        self.cluster.shutdown()


@cache
def one_node() -> Nodes:
    """Of four cores, whatever the machine has; for all tests of a process."""
    nodes = Nodes(0)
    nodes.add(cores=4)
    return nodes
