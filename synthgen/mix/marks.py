"""What a closer look need, of rows in plain form: told from the bytes of many rows at once."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_ENDS = np.frombuffer(b"RTM", np.uint8)
"""The last letters of USER, ASSISTANT and SYSTEM."""


def strange_in(data: NDArray[np.uint8], starts: Sequence[int], ends: Sequence[int]) -> NDArray[np.bool_]:
    """Which of some consecutive rows may hold a role word, or bytes that are no UTF-8."""
    base = starts[0]
    part = data[base : ends[-1]]
    if part.max(initial=0) > 127 and not _is_utf8(part):
        return np.full(len(starts), True)
    colons = np.flatnonzero(part == ord(":"))
    words = colons[np.isin(part[colons - 1], _ENDS)]
    begins, stops = np.asarray(starts) - base, np.asarray(ends) - base
    found: NDArray[np.bool_] = np.searchsorted(words, stops) > np.searchsorted(words, begins)
    return found


def _is_utf8(part: NDArray[np.uint8]) -> bool:
    try:
        part.tobytes().decode()
    except UnicodeDecodeError:
        return False
    return True
