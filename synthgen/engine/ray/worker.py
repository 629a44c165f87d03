"""A worker on its node: an actor, whose methods Ray calls, and a thread that works.

What the worker says stays here until its driver has confirmed it: an answer that is lost on the way costs nothing.
"""

import os
import pickle
import signal
import socket
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

from synthgen import __version__
from synthgen.crew.hands import Beat, Failed, Leave, Said, Told
from synthgen.crew.serving import Line, serve
from synthgen.errors import DeviceError, DeviceLost, SynthgenError
from synthgen.types import Device

PATIENCE = 20.0
"""Seconds that a driver's question waits for news."""
LAST_WORDS = 10.0
"""Seconds in which the driver should confirm what a worker says before it ends."""
GRACE = 25.0
"""Seconds in which a worker whose machine is wanted back finishes what it has begun."""
LOOK = 2.0
"""Seconds between two looks at the node."""


@dataclass(frozen=True, slots=True)
class Ended:
    """The last that is said: it works no more, in good order."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Of a worker that has just begun."""

    node: str
    """Id of its node."""
    host: str
    device: str
    """As people call it: of the GPUs of its node, "cuda:3"."""
    version: str
    seen: bool
    """Whether it is where the results lie."""
    lacks: str = ""
    """What cannot be imported there."""


class Mailbox(Line):
    """What was said, and not yet confirmed."""

    def __init__(self) -> None:
        super().__init__()
        self._kept: list[Said | Ended] = []
        self._confirmed = 0
        self._news = threading.Condition()

    def say(self, said: Said | Ended) -> None:
        with self._news:
            if isinstance(said, Beat) and self._kept and isinstance(self._kept[-1], Beat):
                self._kept.pop()  # nobody has asked for a while
            self._kept.append(said)
            self._news.notify_all()
            if isinstance(said, Failed | SynthgenError | DeviceLost):  # the process may end after it
                number = self._confirmed + len(self._kept)
                self._news.wait_for(lambda: self._confirmed >= number, LAST_WORDS)

    def told(self, heard: int) -> list[Said | Ended]:
        """All from the `heard`-th on, as soon as there is something; those before it are confirmed."""
        with self._news:
            del self._kept[: heard - self._confirmed]
            self._confirmed = heard
            self._news.notify_all()
            self._news.wait_for(lambda: self._kept, PATIENCE)
            return list(self._kept)


def anywhere() -> type:
    """The class of actors. It goes to nodes whole, not by its name: one that lacks synthgen must be able to say so."""

    class Anywhere:
        def __init__(self, name: str, folder: str) -> None:
            self.lacks = ""
            try:
                from synthgen.engine.ray.worker import Worker
            except ImportError as e:
                self.lacks = str(e)
            else:
                self.worker = Worker(name, folder)

        def where(self, work: bytes, word: str) -> Any:
            """Whereabouts; where that word is not known: id of the node, host, what is lacking."""
            if not self.lacks:
                return self.worker.where(work, word)
            import socket

            import ray

            return ray.get_runtime_context().get_node_id(), socket.gethostname(), self.lacks

        def begin(self, work: bytes, on_gpu: bool) -> None:
            self.worker.begin(work, on_gpu)

        def hear(self, number: int, told: Any) -> None:
            self.worker.hear(number, told)

        def tell(self, heard: int) -> Any:
            return self.worker.tell(heard) if not self.lacks else []

    return Anywhere


class Worker:
    """What an actor does."""

    def __init__(self, name: str, folder: str) -> None:
        """`folder`: where the driver works; parts of the user's own, and relative paths, are found from there."""
        self._name = name
        self._line = Mailbox()
        self._letters: dict[int, Told] = {}
        self._read = 0
        self._reading = threading.Lock()
        self._raylet = os.getppid()
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, self._wanted_back)
        if Path(folder).is_dir():
            os.chdir(folder)
            sys.path.append(folder)

    def where(self, work: bytes, word: str) -> Whereabouts:
        """`work`: pickled. `word`: what the driver has left where its results will lie."""
        import ray

        gpus = ray.get_gpu_ids()
        try:
            seen = pickle.loads(work).sees(word)
        except (ImportError, AttributeError):
            seen = True  # something is not installed here: whoever begins to work says what
        device = "cuda:" + ",".join(str(gpu) for gpu in gpus) if gpus else "cpu"
        node = ray.get_runtime_context().get_node_id()
        return Whereabouts(node, socket.gethostname(), device, __version__, seen)

    def begin(self, work: bytes, on_gpu: bool) -> None:
        """`work`: pickled."""
        device = Device("cuda", 0) if on_gpu else Device()  # of several, it sees the one that is its own
        threading.Thread(target=self._live, args=(work, device), name="worker").start()
        threading.Thread(target=self._watch, daemon=True, name="watch").start()

    def hear(self, number: int, told: Told) -> None:
        """Letters come in any order, perhaps twice; they are read once, by their numbers."""
        with self._reading:
            self._letters[number] = told
            while (letter := self._letters.pop(self._read, None)) is not None:
                self._read += 1
                if isinstance(letter, Leave):
                    self._leave()
                else:
                    self._line.hear(letter)

    def tell(self, heard: int) -> list[Said | Ended]:
        """What was said since the `heard`-th."""
        return self._line.told(heard)

    def _live(self, pickled: bytes, device: Device) -> None:
        try:
            work = pickle.loads(pickled)
        except (ImportError, AttributeError) as e:
            self._line.say(DeviceError(f"{e}; install there what the driver has"))
            return
        try:
            serve(self._line, work, device, self._name)
        finally:
            self._line.say(Ended())

    # the end of its machine ------------------------------------------------------------------------------------------

    def _watch(self) -> None:
        """Leave with the node: when it is drained (spot, scaling down), and when its raylet has died."""
        import ray

        wait, node = threading.Event(), ray.get_runtime_context().get_node_id()
        while not self._line.leaving:
            wait.wait(LOOK)
            if os.getppid() != self._raylet or node in ray._private.state.state.get_draining_nodes():
                self._leave()

    def _wanted_back(self, number: int, frame: FrameType | None) -> None:
        self._leave()

    def _leave(self) -> None:
        if not self._line.leaving:
            self._line.leaving = True
            end = threading.Timer(GRACE, self._line.say, [Ended()])
            end.daemon = True
            end.start()
