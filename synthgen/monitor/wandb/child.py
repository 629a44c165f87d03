"""The process in which the library of Weights & Biases works. What it raises ends it; its driver reads that in its log.

On stdin come a mapping for `wandb.init`, then pairs of figures and pictures; each is answered on stdout.
"""

import os
import pickle
import sys
import threading
import time
from collections.abc import Iterator
from typing import Any

PATIENCE = 30.0
"""Seconds for its server to answer, at the beginning and at the end."""


def main() -> None:
    """Ends when its driver has closed stdin, or is no more."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what the library prints
    threading.Thread(target=_follow_the_driver, args=(os.getppid(),), daemon=True).start()
    told = _told()
    if (place := next(told, None)) is not None:
        import wandb

        run = _begin(wandb, place)
        _answer(answers, f"wandb sync {os.path.dirname(run.dir)}" if place["mode"] == "offline" else str(run.url))
        for figures, pictures in told:
            found: dict[str, Any] = dict(figures)
            for name, caption, pixels in pictures:
                found.setdefault(name, []).append(wandb.Image(pixels, caption=caption))
            run.log(found)
            _answer(answers, "")
        run.finish()


def _begin(wandb: Any, place: dict[str, Any]) -> Any:
    # neither the command, nor the machine, nor the code around it: what there is to know is in `config`
    quiet = {"console": "off", "silent": True, "disable_git": True, "save_code": False, "x_disable_meta": True}
    quiet |= {"x_disable_machine_info": True, "x_disable_stats": True, "x_save_requirements": False}
    patient = {"init_timeout": PATIENCE, "finish_timeout": PATIENCE, "login_timeout": PATIENCE}
    run = wandb.init(**place, resume="allow", settings=wandb.Settings(**quiet, **patient))
    run.define_metric("pictures", hidden=True)
    run.define_metric("*", step_metric="pictures")  # what a killed driver had shown may have been a little more
    return run


def _told() -> Iterator[Any]:
    while True:
        try:
            yield pickle.load(sys.stdin.buffer)
        except EOFError:
            return


def _answer(answers: Any, line: str) -> None:
    pickle.dump(line, answers)
    answers.flush()


def _follow_the_driver(driver: int) -> None:
    while os.getppid() == driver:
        time.sleep(1.0)
    time.sleep(2 * PATIENCE)  # for what is still to be sent
    os._exit(1)
