"""What several commands read in the same way."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from synthgen.commands.told import out, talk

__all__ = ["folders", "out", "talk"]


def folders(value: Any) -> Sequence[Path]:
    """One folder, or several in brackets."""
    listed = value if isinstance(value, list) else [] if value is None else [value]
    return [Path(str(one)).expanduser() for one in listed]
