"""Sheets of strokes, grain and rays, the same for many pictures: made once, kept under a limit of bytes."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

import numpy as np
from PIL import Image

P = ParamSpec("P")
T = TypeVar("T")


class Store:
    """What was made, the least used given up first."""

    def __init__(self, limit: int) -> None:
        self.limit, self.used, self.peak = limit, 0, 0
        self._items: OrderedDict[Hashable, Any] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """What lies under the key; made if there is nothing."""
        if key in self._items:
            self._items.move_to_end(key)
            found: T = self._items[key]
            return found
        made = make()
        self._items[key] = made
        self.used += size_of(made)
        while self.used > self.limit and len(self._items) > 1:
            self.used -= size_of(self._items.popitem(last=False)[1])
        self.peak = max(self.peak, self.used)
        return made

    def clear(self) -> None:
        """Forget everything."""
        self.used = self.peak = 0
        self._items.clear()


def size_of(kept: Any) -> int:
    """Bytes of arrays, pictures, and of what is made of them."""
    if isinstance(kept, np.ndarray):
        return kept.nbytes
    if isinstance(kept, Image.Image):
        return kept.width * kept.height * (1 if kept.mode == "L" else 4)
    parts = kept if isinstance(kept, tuple) else vars(kept).values()
    return sum(size_of(part) for part in parts)


SHEETS = Store(34 << 20)


def kept(make: Callable[P, T]) -> Callable[P, T]:
    """The function, what it made last kept: for what depends on its arguments alone, and is not changed by anybody."""

    @wraps(make)
    def looked_up(*args: P.args, **named: P.kwargs) -> T:
        return SHEETS.get((make, args, tuple(named.items())), lambda: make(*args, **named))

    return looked_up
