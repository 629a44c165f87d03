"""A table of a report, in words: what the page, LaTeX and Markdown write down."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Table:
    name: str
    """Of its anchor and its files."""
    title: str
    says: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
