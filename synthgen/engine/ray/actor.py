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
        self._written = 0
        self._posted: dict[Any, tuple[int, Told]] = {}
        """Letters that it has not received yet, with their numbers."""
        self.refused: DeviceError | None = None
        """Why it cannot work there."""
        if at.lacks:
            self.refused = DeviceError(f"{at.lacks}; install there what the driver has")
        elif at.version != __version__:
            self.refused = DeviceError(f"it has synthgen {at.version}, and the driver {__version__}: install the same")
        elif not at.seen:
            why = "it does not see the run folder: put it on a file system that all nodes share"
            self.refused = DeviceError(f"{why}, or pass objects=s3://... for a store that they reach")
        if self.refused:
            self.place = node  # all of it
        self.asked = self._ask()

    def begin(self, work: bytes, on_gpu: bool) -> None:
        self.actor.begin.remote(work, on_gpu)

    def send(self, told: Told) -> None:
        self._post(self._written, told)
        self._written += 1

    def _post(self, number: int, told: Told) -> None:
        self._posted[self.actor.hear.remote(number, told)] = number, told

    def _ask(self) -> Any:
        return self.actor.tell.remote(self._heard)

    def said(self) -> Iterator[Said]:
        import ray

        if self.refused:
            yield self.refused
            self.exit = Exit(gone=True)
            return
        if not ray.wait([self.asked], timeout=0)[0]:
            return
        try:
            self._post_again()
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

    def _post_again(self) -> None:
        """The letters that were lost on the way."""
        import ray

        arrived = ray.wait([*self._posted], num_returns=len(self._posted), timeout=0)[0] if self._posted else []
        for letter in arrived:
            number, told = self._posted.pop(letter)
            try:
                ray.get(letter)
            except ray.exceptions.ActorUnavailableError:
                self._post(number, told)

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
