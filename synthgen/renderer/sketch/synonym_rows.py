"""How words for the same thing are written: a row for each thing."""

from collections.abc import Sequence

Rows = Sequence[tuple[str, ...]]


def rows(text: str) -> Rows:
    """`word | word` in each line."""
    return tuple(tuple(word.strip() for word in line.split("|")) for line in text.strip().splitlines())
