"""What bytes alone tell of many rows at once, so that clean rows need not be searched text by text."""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Places: TypeAlias = NDArray[np.intp]


def marks_in(data: NDArray[np.uint8], starts: Sequence[int], ends: Sequence[int]) -> tuple[Places, NDArray[np.bool_]]:
    """Of each row: how often it holds "<", and whether it needs a closer look.

    A "<" begins each tag of pictures, and the end marks of templates. A closer look need rows with a role word, with
    INST], with an escaped ASCII letter, or in a window that is not UTF-8.
    """
    base = starts[0]
    part = data[base : ends[-1]]
    begins, stops = np.asarray(starts) - base, np.asarray(ends) - base
    # two passes over all bytes instead of four: : and <, then \ and ], are near to each other in ASCII
    first, second = _between(part, ":", "<"), _between(part, "\\", "]")
    less = first[part[first] == ord("<")]
    tags = np.searchsorted(less, stops) - np.searchsorted(less, begins)
    if part.max() > 127 and not _is_utf8(part):
        return tags, np.full(len(starts), True)
    found = np.sort(np.concatenate([_ends_of_words(part, first, ":", "RTM"), _ends_of_words(part, second, "]", "T")]))
    found = np.sort(np.concatenate([found, _escapes(part, second)]))
    return tags, np.searchsorted(found, stops) > np.searchsorted(found, begins)


def _between(part: NDArray[np.uint8], first: str, last: str) -> Places:
    """Where bytes from one to another stand; bytes below the first wrap around to high ones."""
    return np.flatnonzero(part - np.uint8(ord(first)) <= ord(last) - ord(first))


def _ends_of_words(part: NDArray[np.uint8], places: Places, sign: str, letters: str) -> Places:
    """Where the sign follows one of the letters: USER: ASSISTANT: SYSTEM: and [INST] end so."""
    places = places[part[places] == ord(sign)]
    return places[np.isin(part[places - 1], [ord(letter) for letter in letters])]


def _escapes(part: NDArray[np.uint8], places: Places) -> Places:
    r"""Where \u00.. stands."""
    places = places[places < len(part) - 3]
    for step, letter in enumerate("\\u00"):
        places = places[part[places + step] == ord(letter)]
    return places


def _is_utf8(part: NDArray[np.uint8]) -> bool:
    try:
        part.tobytes().decode()
    except UnicodeDecodeError:
        return False
    return True
