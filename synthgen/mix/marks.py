"""What bytes alone tell of many rows at once, so that clean rows need not be searched text by text."""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Places: TypeAlias = NDArray[np.intp]


def marks_in(
    data: NDArray[np.uint8], starts: Sequence[int], ends: Sequence[int]
) -> tuple[Sequence[int], Sequence[bool]]:
    """Of each row: how often it holds "<", and whether it needs a closer look.

    A "<" begins each tag of pictures, and the end marks of templates. A closer look need rows with a role word, with
    INST], with an escaped ASCII letter, or in a window that is not UTF-8.
    """
    base = starts[0]
    part = data[base : ends[-1]]
    begins, stops = np.asarray(starts) - base, np.asarray(ends) - base
    less = np.flatnonzero(part == ord("<"))
    tags = np.searchsorted(less, stops) - np.searchsorted(less, begins)
    if part.max() > 127 and not _is_utf8(part):
        return tags.tolist(), [True] * len(starts)
    found = np.sort(np.concatenate([_role_words(part), _escapes(part), _instructions(part)]))
    strange = np.searchsorted(found, stops) > np.searchsorted(found, begins)
    return tags.tolist(), strange.tolist()


def _role_words(part: NDArray[np.uint8]) -> Places:
    """USER:, ASSISTANT:, SYSTEM:, and whatever else ends like them."""
    colons = np.flatnonzero(part == ord(":"))
    before = part[colons - 1]
    found: Places = colons[(before == ord("R")) | (before == ord("T")) | (before == ord("M"))]
    return found


def _escapes(part: NDArray[np.uint8]) -> Places:
    r"""\u00.."""
    found = np.flatnonzero(part == ord("\\"))
    found = found[found < len(part) - 3]
    for step, letter in enumerate("u00", 1):
        found = found[part[found + step] == ord(letter)]
    return found


def _instructions(part: NDArray[np.uint8]) -> Places:
    """INST]"""
    ends = np.flatnonzero(part == ord("]"))
    found: Places = ends[part[ends - 1] == ord("T")]
    return found


def _is_utf8(part: NDArray[np.uint8]) -> bool:
    try:
        part.tobytes().decode()
    except UnicodeDecodeError:
        return False
    return True
