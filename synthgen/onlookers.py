"""The monitors of a run, each in a thread of its own: none holds up the run, or another one, or ends it."""

import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

import numpy as np
from PIL import Image

from synthgen import __version__
from synthgen.beacon import ended
from synthgen.build import Run
from synthgen.desk import RunDesk
from synthgen.errors import DiskError, SynthgenError
from synthgen.kit.pictures import BrokenPicture, decode
from synthgen.monitors import Monitor, MonitorLost, RunAbout, Shown
from synthgen.status import Status
from synthgen.store import Store
from synthgen.types import Picture, Prompt, index_of

PICTURES = 600.0
"""Seconds from one look at sample pictures to the next."""
SIDE = 384
"""Pixels of the longer side that they are reduced to."""
LAST = 5.0
"""Seconds that the end of a run waits for all of them together."""


class Onlookers:
    """To be used in a `with` block. Nobody looks on before the first update: not every driver makes a run."""

    def __init__(self, run: Run, store: Store, desk: RunDesk) -> None:
        self._desk, self._status = desk, Status()
        self._end = threading.Event()
        self._some = [
            _Onlooker(name, monitor, about(run), store, desk, lambda: self._status, self._end)
            for name, monitor in run.monitors.items()
        ]

    def __enter__(self) -> Self:
        return self

    def update(self, status: Status) -> None:
        """Cheap: they look at it when their time comes."""
        self._status = status
        for one in self._some:
            if one.thread.ident is None:
                one.thread.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._status = ended(self._status, error or self._desk.stopped)
        self._end.set()
        until = time.monotonic() + LAST
        for one in self._some:
            if one.thread.ident is not None:
                one.thread.join(max(0.0, until - time.monotonic()))
                if one.thread.is_alive():
                    one.tell("does not come to its end; it is not waited for")
                    one.left = True


@dataclass(eq=False)
class _Onlooker:
    name: str
    monitor: Monitor
    about: RunAbout
    store: Store
    desk: RunDesk
    newest: Callable[[], Status]
    end: threading.Event
    """Set once `newest` gives the last one."""
    thread: threading.Thread = field(init=False)
    left: bool = False
    """The run has ended without it: the folder may be another driver's by now."""

    def __post_init__(self) -> None:
        self.thread = threading.Thread(target=self._look_on, name=f"synthgen-{self.name}", daemon=True)

    def tell(self, line: str) -> None:
        if not self.left:
            with suppress(DiskError):  # the run itself meets a full disk, and says so
                self.desk.tell(f"monitor.{self.name}: {line}")

    def _look_on(self) -> None:
        try:
            try:
                self.tell(self.monitor.start(self.about, self.tell))
                self._go_on()
            finally:
                self.monitor.close()
        except MonitorLost as e:
            self.tell(f"{e}; the run goes on without it")

    def _go_on(self) -> None:
        step, shown, over = 0, time.monotonic(), self.end.is_set()
        while True:
            status = self.newest()
            step = max(step, status.total("pictures").answered)
            self.monitor.update(status, step)
            if self.monitor.wanted and (over or time.monotonic() - shown >= PICTURES):
                shown = time.monotonic()
                if some := self._samples():
                    self.monitor.show(some, step)
            if over:
                return
            over = self.end.wait(self.monitor.every)

    def _samples(self) -> Sequence[Shown]:
        try:
            own = Store(self.store.root, self.store.elsewhere)  # what a store remembers belongs to one thread
            return list(newest(own, self.desk.kept(), self.monitor.wanted))
        except (SynthgenError, BrokenPicture) as e:
            self.tell(f"cannot show pictures now: {e}")
            return ()


def about(run: Run) -> RunAbout:
    """What monitors may know of it: nothing that is secret."""
    facts = {
        "version": __version__,
        "abilities": "+".join(run.abilities),
        "llm": run.llm.describe_yourself(),
        "renderer": run.renderer.describe_yourself(),
        "n": str(run.config.n),
        "seed": str(run.config.seed),
    }
    return RunAbout(str(run.config.name), run.folder, facts)


def newest(store: Store, kept: Mapping[str, Sequence[str]], most: int) -> Iterator[Shown]:
    """The last samples that were kept of each ability, reduced. Raises SynthgenError, BrokenPicture."""
    for ability, ids in kept.items():
        for id in ids[-most:]:
            index = index_of(id)
            prompt = next(store.rows("prompts", ability, index, index + 1), None)
            picture = next(store.rows("pictures", ability, index, index + 1), None)
            if isinstance(prompt, Prompt) and isinstance(picture, Picture):
                image = Image.fromarray(decode(picture.data))
                image.thumbnail((SIDE, SIDE))
                yield Shown(id, prompt.text, np.asarray(image))
