"""Which dialogue each sample gets: its kind, and what its turns ask, each as often as it should come.

Plain luck would give a run of 100 samples two yes for every no; steps of irrational numbers fill all shares evenly over
any stretch of indices, and independently of each other (the Kronecker sequence; Kuipers and Niederreiter, Uniform
Distribution of Sequences, 1974).
"""

from collections.abc import Mapping
from functools import cache
from typing import TypeVar

from synthgen.kit.hashes import seed_of
from synthgen.types import DialogueKind, Form

T = TypeVar("T")
GOLDEN = 0.6180339887498949
FORMS: Mapping[Form, float] = {"yes": 0.25, "no": 0.25, "wh": 0.25, "right first": 0.125, "right second": 0.125}
"""Precise questions: yes and no equally often, the right one of two things first half the time."""
FALSE: Mapping[Form, float] = {"states": 1, "asks": 1}
VQA_TURNS, CONVERSATION_TURNS = (1, 2, 3), (2, 3, 4, 5)
BRIEF = 0.4
"""Share of the dialogues with precise questions whose answers are a word or two."""


def along(name: str, what: str, index: int, step: float = GOLDEN) -> float:
    """A number from 0 to 1 that fills the interval evenly as the index rises; where it starts depends on the names.

    Steps of two axes must not be rational multiples of each other: use roots of different primes, but not of 5, which
    the golden ratio holds.
    """
    return (_start(name, what) + index * step) % 1


@cache
def _start(name: str, what: str) -> float:
    return seed_of(0, name, what) % 1000 / 1000


def share(at: float, weights: Mapping[T, float]) -> T:
    """The key whose part of the interval holds the number. At least one weight is above 0."""
    rest = at * sum(weights.values())
    for key, weight in weights.items():
        rest -= weight
        if rest < 0:
            return key
    return next(key for key in reversed([*weights]) if weights[key])


def forms_of(name: str, kind: DialogueKind, index: int) -> tuple[tuple[Form, ...], bool]:
    """What the turns of one dialogue ask, and whether its answers are a word or two."""
    if kind == "negative":
        return (share(along(name, "negative", index, 2**0.5), FALSE),), False
    if kind == "conversation":
        turns = share(along(name, "turns", index, 3**0.5), dict.fromkeys(CONVERSATION_TURNS, 1.0))
        return tuple("wh" for _ in range(turns)), False
    if kind != "vqa":
        return (), False
    turns = share(along(name, "turns", index, 3**0.5), dict.fromkeys(VQA_TURNS, 1.0))
    at = (along(name, f"form {turn}", index, (2, 11, 17)[turn] ** 0.5) for turn in range(turns))
    return tuple(share(one, FORMS) for one in at), along(name, "brief", index, 7**0.5) < BRIEF
