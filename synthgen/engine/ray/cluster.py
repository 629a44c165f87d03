"""The connection to a Ray cluster, and how many workers it has room for."""

import logging
import math
import os
import signal
import socket
import threading
import time
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from synthgen.errors import UsageError
from synthgen.kit.cores import cores

LOCAL = "local"
"""In place of an address: a cluster of its own on this machine, which ends with the driver."""
STORE = 200 * 2**20
"""Bytes of shared memory for a cluster of its own: nothing large goes through it."""
REACH = 5.0
"""Seconds in which the head of a cluster has to take a call."""
FRESH = 1.0
"""Seconds for which what was heard of the nodes is news."""
TOKEN = "; if the cluster wants a token: RAY_AUTH_MODE=token, and the token in ~/.ray/auth_token"
START = "start one (ray start --head), or pass engine.address=local"


class Cluster:
    """Of one run."""

    def __init__(self, address: str, cpus: float) -> None:
        """`cpus`: that a cluster of its own has to have, if this machine has fewer."""
        self._address = address
        self._cpus = cpus
        self._nodes: list[dict[str, Any]] = []
        self._asked = -math.inf
        self.joined = False

    def join(self) -> None:
        """Only the first call counts. Raises UsageError, in one line."""
        if self.joined:
            return
        import ray

        address = self._found()
        own = {
            "num_cpus": max(cores(), math.ceil(self._cpus)),
            "object_store_memory": STORE,
            "include_dashboard": False,
        }
        with _quiet(), _as_before(signal.SIGTERM):
            try:
                ray.init(
                    address=address, configure_logging=False, log_to_driver=False, **(own if address == LOCAL else {})
                )
            except (ConnectionError, RuntimeError, ValueError, ray.exceptions.RayError) as e:
                raise UsageError(f"engine.address={self._address}: {_line(e)}{TOKEN}") from e
        self.joined = True

    def _found(self) -> str:
        """Where it is. Raises UsageError if nobody answers there."""
        if self._address == LOCAL:
            return LOCAL
        named = os.environ.get("RAY_ADDRESS") if self._address == "auto" else self._address
        address = named if named and named != "auto" else _running()
        if address is None:
            raise UsageError(f"engine.address={self._address}: no Ray cluster runs on this machine; {START}")
        host, _, port = address.rpartition("://")[2].rpartition(":")
        if not host or not port.isdigit():
            raise UsageError(f"engine.address={address} is no address: pass auto, local, host:port or ray://host:port")
        try:
            socket.create_connection((host.strip("[]"), int(port)), REACH).close()
        except OSError as e:
            raise UsageError(
                f"engine.address={self._address}: no Ray cluster answers at {address} ({e}); {START}"
            ) from e
        return address

    def nodes(self) -> list[dict[str, Any]]:
        """Those that are alive, as Ray tells of them."""
        import ray

        if time.monotonic() - self._asked > FRESH:
            self._nodes = [node for node in ray.nodes() if node["Alive"]]
            self._asked = time.monotonic()
        return self._nodes

    def room(self, share: Mapping[str, float]) -> int:
        """How many workers its nodes have room for, where nobody else is at work on them."""
        return sum(
            int(min(node["Resources"].get(kind, 0.0) / amount for kind, amount in share.items()) + 1e-6)
            for node in self.nodes()
        )

    def called(self, id: str) -> str:
        """What people call a node: by the name that was given to it, or its host's."""
        node = next((node for node in self.nodes() if node["NodeID"] == id), None)
        if node is None:
            return id
        given = node["NodeName"] != node["NodeManagerAddress"]
        return str(node["NodeName"] if given else node["NodeManagerHostname"])

    def leave(self) -> None:
        """A cluster of its own ends."""
        if self.joined:
            import ray

            ray.shutdown()
            self.joined = False


def _running() -> str | None:
    """The cluster that runs on this machine, as `ray status` finds it."""
    import ray

    try:
        found: str = ray._private.services.canonicalize_bootstrap_address_or_die(None)
    except ConnectionError:
        return None
    return found


@contextmanager
def _quiet() -> Iterator[None]:
    """What Ray says of itself, and of workers and nodes that die, is in its logs: users hear of it from us."""
    import ray

    logging.getLogger("ray").setLevel(logging.CRITICAL)
    ray._private.worker._worker_logs_enabled = False
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@contextmanager
def _as_before(number: signal.Signals) -> Iterator[None]:
    """Who hears a signal after the block is who heard it before: Ray takes it for itself."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.getsignal(number)
    try:
        yield
    finally:
        signal.signal(number, before)


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:300]
