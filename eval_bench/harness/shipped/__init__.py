"""Files that exports hold: they run beside `matching.py` in other people's programs, and nowhere here."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

FOLDER = Path(__file__).parent
SCORING = ("matching.py", "sentences.py")
"""What says which answers are right: files of eval_bench that need the standard library and each other."""


def shipped(name: str) -> bytes:
    """The bytes of a file that stands here."""
    return (FOLDER / name).read_bytes()


def scoring() -> dict[str, Callable[[], bytes]]:
    """The files of `SCORING` by their names, each made when it is written; there they import each other by name."""
    return {name: partial(_beside, FOLDER.parent.parent / name) for name in SCORING}


def _beside(path: Path) -> bytes:
    return path.read_bytes().replace(b"from eval_bench.", b"from ")
