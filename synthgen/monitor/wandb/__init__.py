"""Curves and sample pictures for Weights & Biases, through its library, which works in a process of its own.

There it may wait for its server as long as it likes, at the end, too: the run does not.
"""

import importlib.util
import os
import pickle
import re
import select
import subprocess
import sys
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from synthgen.kit.figures import curves
from synthgen.kit.options import Pause
from synthgen.monitor.wandb import child
from synthgen.monitor.wandb.child import PATIENCE
from synthgen.monitors import Monitor, MonitorLost, RunAbout, Shown
from synthgen.status import Status

LAST = 4.0
"""Seconds that the end of a run waits for what is still to be sent; it is sent after that, too."""
_ERROR = re.compile(r"^(?:\w+\.)*(\w*(?:Error|Exception)\b.*)", re.MULTILINE)
"""The last line of a traceback, without the modules of the error."""


@dataclass(frozen=True)
class WandB(Monitor):
    every: Pause = 15.0
    pictures: Literal[0, 1, 2, 3, 4] = 2
    """Newest kept samples of each ability."""
    project: str = "synthgen"
    mode: Literal["online", "offline"] = "online"

    @property
    def wanted(self) -> int:
        return self.pictures

    def preflight(self) -> list[str]:
        if importlib.util.find_spec("wandb") is None:
            return ["monitor=wandb needs wandb. pip install 'synthgen[wandb]'"]
        return []

    def start(self, about: RunAbout, tell: Callable[[str], None]) -> str:
        folder = about.folder / "monitor"
        process = _Child(folder)
        vars(self).update(_child=process, _tell=tell)
        place = {"project": self.project, "mode": self.mode, "dir": str(folder), "id": process.id}
        return process.asked(place | {"name": about.name, "config": dict(about.facts)})

    def update(self, status: Status, step: int) -> None:
        vars(self)["_child"].asked(({**curves(status), "pictures": float(step)}, []))

    def show(self, samples: Sequence[Shown], step: int) -> None:
        pictures = [(f"examples/{one.ability}", f"{one.id}  {one.prompt}", one.pixels) for one in samples]
        vars(self)["_child"].asked(({"pictures": float(step)}, pictures))

    def close(self) -> None:
        if (process := vars(self).pop("_child", None)) and not process.ended(LAST):
            left = f"what is left after {PATIENCE:.0f} s lies in {process.folder / 'wandb'} for `wandb sync`"
            vars(self)["_tell"](f"its server has not taken everything yet; {left}")


class _Child:
    """The process. Raises MonitorLost, with the error by which it ended, where it has."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            self.id = _id(folder)
            self._log = folder / "wandb.log"
            with self._log.open("wb") as log:
                self._process = subprocess.Popen(
                    [sys.executable, "-c", f"from {child.__name__} import main; main()"],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=log,
                    start_new_session=True,  # Ctrl-C is the run's business
                    env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
                )
        except OSError as e:
            raise MonitorLost(f"cannot write {folder}: {e.strerror}") from e

    def asked(self, what: Any) -> str:
        process = self._process
        assert process.stdin and process.stdout
        try:
            pickle.dump(what, process.stdin)
            process.stdin.flush()
            if not select.select([process.stdout], [], [], 2 * PATIENCE)[0]:
                process.kill()  # what it was told lies on disk
                raise MonitorLost(f"no answer within {2 * PATIENCE:.0f} s")
            return str(pickle.load(process.stdout))
        except (OSError, EOFError) as e:
            raise MonitorLost(self._last_word()) from e

    def ended(self, patience: float) -> bool:
        """Whether it has come to its end within so many seconds of being told to."""
        assert self._process.stdin and self._process.stdout
        try:
            self._process.stdin.close()
            self._process.wait(patience)
        except BrokenPipeError:
            return True
        except subprocess.TimeoutExpired:
            return False
        self._process.stdout.close()
        return True

    def _last_word(self) -> str:
        errors = _ERROR.findall(self._log.read_text(errors="replace"))
        return f"{errors[-1] if errors else 'its process has ended'} ({self._log} says more)"


def _id(folder: Path) -> str:
    """Of the run on its server: a run that goes on is the same one there."""
    path = folder / "wandb-id"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(uuid.uuid4().hex[:8])
    return path.read_text().strip()
