"""Files that exports hold as they are: they run beside `matching.py` in other people's programs, and nowhere here."""

from pathlib import Path

from eval_bench import matching

FOLDER = Path(__file__).parent


def shipped(name: str) -> bytes:
    """The bytes of a file that stands here."""
    return (FOLDER / name).read_bytes()


def scoring() -> bytes:
    """matching.py: what says which answers are right."""
    return Path(matching.__file__).read_bytes()
