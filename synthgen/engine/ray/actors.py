"""The actors of a run: as many as the cluster has room for, while nodes come and go."""

import os
import pickle
import socket
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from uuid import uuid4

from synthgen.crew.hands import Fleet, Hand
from synthgen.engine.ray.actor import Actor, kill, last_line
from synthgen.engine.ray.cluster import Cluster
from synthgen.engine.ray.worker import Whereabouts, anywhere
from synthgen.errors import DeviceError
from synthgen.shards import Work, WorkerState

LOOK = 1.0
"""Seconds between two looks at the cluster."""
LIVES = 3
"""How many actors in a row may die before they could say where they are."""


class Actors(Fleet):
    """Ray decides on which node each begins.

    More than there is room for wait: Ray's autoscaler sees them and adds machines. They end with the driver.
    """

    def __init__(self, cluster: Cluster, share: Callable[[bool], Mapping[str, float]], fewest: int, most: int) -> None:
        """`share`: what a worker takes of its node, on a GPU or not. `most`: 0 for as many as there is room for."""
        self._cluster, self._share, self._fewest, self._most = cluster, share, fewest, most
        self._work = b""
        self._on_gpu = False
        self._kind: Any = None
        """Ray's class of actors."""
        self._word = uuid4().hex
        self._coming: dict[Any, tuple[str, Any]] = {}
        """By the question where it is: name and handle of an actor that waits for room, or begins."""
        self._hands: list[Actor] = []
        self._left_out: list[Actor] = []
        """Each holds a place where nobody should work: else Ray would give it to the next."""
        self._began = self._stillborn = 0
        self._looked = float("-inf")
        self._room = 0

    def open(self, work: Work) -> None:
        if not self._work:
            import ray

            self._cluster.join()
            self._work, self._on_gpu = pickle.dumps(work), work.on_gpu
            share = self._share(work.on_gpu)
            self._kind = ray.remote(
                num_cpus=share["CPU"],
                num_gpus=share.get("GPU", 0),
                max_restarts=0,  # who is replaced, and who is to blame, is decided here
                max_task_retries=0,
                max_concurrency=4,  # one that waits for news, and those that are over at once
            )(anywhere())
            work.show(self._word)

    def hire(self, work: Work, out: Collection[str]) -> Iterator[Hand]:
        if time.monotonic() - self._looked > LOOK:
            self._looked = time.monotonic()
            self._follow_the_cluster()
        for hand in self._arrivals():
            if {hand.place, hand.node} & {*out}:
                self._left_out.append(hand)
                continue
            if hand.refused:
                self._left_out.append(hand)  # it says why
            else:
                hand.begin(self._work, self._on_gpu)
                self._hands.append(hand)
            yield hand

    def _arrivals(self) -> Iterator[Actor]:
        """Actors that have begun, and say where. Raises DeviceError where none can."""
        import ray

        arrived = ray.wait([*self._coming], num_returns=len(self._coming), timeout=0)[0] if self._coming else []
        for question in arrived:
            name, actor = self._coming.pop(question)
            try:
                at = ray.get(question)
            except ray.exceptions.RayError as e:
                self._stillborn += 1
                if self._stillborn == LIVES or getattr(e, "actor_init_failed", False):
                    raise DeviceError(f"no worker can begin in the Ray cluster: {last_line(e)}") from e
                continue
            self._stillborn = 0
            if not isinstance(at, Whereabouts):
                node, host, lacks = at
                at = Whereabouts(node, host, "", "", seen=False, lacks=lacks)
            yield Actor(actor, name, at, self._cluster.called(at.node))

    def _follow_the_cluster(self) -> None:
        """Have as many as it has room for; more, where all have work and its autoscaler may make room."""
        there = {node["NodeID"] for node in self._cluster.nodes()}
        self._left_out = [hand for hand in self._left_out if hand.node_id in there]
        self._room = self._cluster.room(self._share(self._on_gpu)) - len(self._left_out)
        wanted = max(self._fewest, min(self._room, self._most or self._room))
        if all(hand.held for hand in self._hands if hand.ready):
            wanted = max(wanted, self._most)
        if not (wanted or self._hands or self._left_out):
            what = "GPU" if self._on_gpu else "core"
            raise DeviceError(
                f"no node of the Ray cluster has a {what} for a worker (engine.gpus, engine.cpus); "
                "add one, or pass engine.min=1 to wait for one"
            )
        missing = wanted - len(self._hands) - len(self._coming)
        for _ in range(missing):
            self._send_for_one()
        for question in [*self._coming][missing:] if missing < 0 else ():
            _, actor = self._coming.pop(question)
            kill(actor)

    def _send_for_one(self) -> None:
        name = f"{socket.gethostname()}-{os.getpid()}-{self._began}"
        self._began += 1
        actor = self._kind.remote(name, str(Path.cwd()))
        self._coming[actor.where.remote(self._work, self._word)] = name, actor

    @property
    def expecting(self) -> bool:
        """New machines will not see a folder that none of the others sees."""
        return bool(self._coming) and (self._room > 0 or not self._left_out)

    def waiting(self) -> Sequence[WorkerState]:
        """Those that wait for room, or begin."""
        return [WorkerState(name, "", "", "starting", "", 0, 0, 0.0) for name, _ in self._coming.values()]

    def wait(self, hands: Sequence[Hand], seconds: float) -> Sequence[Hand]:
        import ray

        asked = {hand.asked: hand for hand in hands if isinstance(hand, Actor)}
        if not (asked or self._coming):
            time.sleep(seconds)
            return []
        ray.wait([*asked, *self._coming], timeout=seconds)
        refused = [hand for hand in asked.values() if hand.refused]
        return refused + [asked[answered] for answered in ray.wait([*asked], num_returns=len(asked), timeout=0)[0]]

    def bury(self, hand: Hand) -> None:
        self._hands = [other for other in self._hands if other is not hand]
        if hand not in self._left_out:
            hand.end(0)
        self._looked = float("-inf")

    def close(self, hands: Sequence[Hand]) -> None:
        for actor in [
            *(hand.actor for hand in (*self._hands, *self._left_out)),
            *(one for _, one in self._coming.values()),
        ]:
            kill(actor)
