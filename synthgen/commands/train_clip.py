"""train the embedded CLIP on drawings that are made meanwhile; needs torch

python -m synthgen train_clip minutes=120                one process draws, one learns; goes on where it was stopped
python -m synthgen train_clip out=outputs/my_clip        where checkpoint and weights lie, for embedder.weights=...
python -m synthgen train_clip minutes=5 steps=20         ends after so many steps at the latest
"""

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from synthgen.commands.told import out, talk
from synthgen.errors import UsageError

OWN = {"minutes": "120", "steps": "", "out": "outputs/sketch_clip"}
"""Words that the command takes, and what they are if they are not given."""


def run(arguments: Sequence[str]) -> int:
    """Raises UsageError for a word that it does not take, and without torch."""
    given = dict(OWN)
    for word in arguments:
        key, _, value = word.partition("=")
        if key not in OWN or not value:
            raise UsageError(f"train_clip does not take {word!r}: pass minutes=<number>, steps=<number>, out=<folder>")
        given[key] = value
    minutes, steps = _number("minutes", given["minutes"]), _number("steps", given["steps"] or "0")
    if minutes <= 0:
        raise UsageError("minutes=0: it has to be above 0, as in minutes=120")
    if find_spec("torch") is None:
        raise UsageError("train_clip needs torch. pip install 'synthgen[clip]'")
    from synthgen.clip_training.training import begun, train

    training = begun(Path(given["out"]))
    if training.progress.steps:
        talk.print(f"going on after {training.progress.steps} steps", highlight=False)
    train(training, minutes, int(steps) or None, lambda line: talk.print(line, markup=False, highlight=False))
    out.print(f"wrote {given['out']}: embedder=sketch_clip embedder.weights={given['out']}", highlight=False)
    return 0


def _number(key: str, value: str) -> float:
    try:
        number = float(value)
    except ValueError:
        number = -1.0
    if not 0 <= number < 1e9:
        raise UsageError(f"{key}={value}: it has to be a number, as in {key}={120 if key == 'minutes' else 1000}")
    return number
