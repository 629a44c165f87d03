"""Sizes of pictures as people write them: 1024, "1152x896", or a list of those."""

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

Size: TypeAlias = int | str
Sizes: TypeAlias = Size | list[Size]
STEP = 16
"""Width and height are multiples of this: latents are an eighth of it, and transformers take them in pairs."""
SMALLEST, LARGEST = 64, 4096


def width_and_height(sizes: Sizes) -> Sequence[tuple[int, int]]:
    """(width, height) of each, in pixels. Raises ValueError."""
    return [_pair(size) for size in (sizes if isinstance(sizes, list) else [sizes])]


def size_mistake(sizes: Sizes) -> Iterator[str]:
    """What is wrong with them, in a line."""
    try:
        pairs = width_and_height(sizes)
    except ValueError:
        pairs = []
    if not pairs or any(not SMALLEST <= side <= LARGEST or side % STEP for pair in pairs for side in pair):
        wanted = f"multiples of {STEP} from {SMALLEST} to {LARGEST}, as in 1024, 1152x896 or [1024,1152x896,896x1152]"
        yield f"renderer.size={sizes}: {wanted}"


def _pair(size: Size) -> tuple[int, int]:
    if isinstance(size, int):
        return size, size
    found = re.fullmatch(r"(\d+)(?:x(\d+))?", size)
    if found is None:
        raise ValueError(size)
    return int(found[1]), int(found[2] or found[1])
