"""The driver's end of an actor.

One question is under way to each: "what have you said since?" It is answered as soon as there is something.
"""

from collections.abc import Iterator
from typing import Any

from synthgen import __version__
from synthgen.crew.hands import Exit, Hand, Said, Told
from synthgen.engine.ray.worker import Ended, Whereabouts
from synthgen.errors import DeviceError

CRASHED = "SYSTEM_ERROR"
"""How Ray calls the end of a process that nobody ended: a signal, os._exit, the kernel when memory is full."""


class Actor(Hand):
    """`actor`: Ray's handle."""

    def __init__(self, actor: Any, name: str, at: Whereabouts, node: str) -> None:
        super().__init__(name, f"{node} {at.device}", at.host)
        self.actor = actor
        self.node, self.node_id = node, at.node
        self._heard = 0
        self._sent: list[Any] = []
        """What it has not taken yet."""
        self.refused: DeviceError | None = None
        """Why it cannot work there."""
        if at.version != __version__:
            self.refused = DeviceError(f"it has synthgen {at.version}, and the driver {__version__}: install the same")
        elif not at.seen:
            self.refused = DeviceError("it does not see the run folder: put it on a file system that all nodes share")
        if self.refused:
            self.place = node  # all of it
        self.asked = self._ask()

    def begin(self, work: bytes, on_gpu: bool) -> None:
        self._send("begin", work, on_gpu)

    def send(self, told: Told) -> None:
        self._send("hear", told)

    def _send(self, method: str, *given: Any) -> None:
        self._sent.append(getattr(self.actor, method).options(concurrency_group="orders").remote(*given))

    def _ask(self) -> Any:
        return self.actor.tell.options(concurrency_group="news").remote(self._heard)

    def said(self) -> Iterator[Said]:
        import ray

        if self.refused:
            yield self.refused
            self.exit = Exit(gone=True)
            return
        try:
            arrived, self._sent = (
                ray.wait(self._sent, num_returns=len(self._sent), timeout=0) if self._sent else ([], [])
            )
            ray.get(arrived)
        except ray.exceptions.RayError as e:
            self.exit = self._end_of(e)
            return
        if not ray.wait([self.asked], timeout=0)[0]:
            return
        try:
            news = ray.get(self.asked)
        except ray.exceptions.ActorUnavailableError:  # the network, or its node: Ray will know
            self.asked = self._ask()
            return
        except ray.exceptions.RayError as e:
            self.exit = self._end_of(e)
            return
        self._heard += len(news)
        self.asked = self._ask()
        for one in news:
            if isinstance(one, Ended):
                self.leaving, self.exit = True, Exit(0, gone=True)
            else:
                yield one

    def _end_of(self, error: Exception) -> Exit:
        """A process that crashed may have died of a sample; one that went with its machine has not."""
        return Exit(gone=self.leaving or CRASHED not in str(error))

    def end(self, patience: float) -> None:
        kill(self.actor)


def kill(actor: Any) -> None:
    import ray

    ray.kill(actor)


def last_line(error: Exception) -> str:
    """Of what Ray says at length."""
    return str(error).strip().splitlines()[-1].strip()[:300]
