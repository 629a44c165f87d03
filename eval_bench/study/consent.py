"""What raters agree to before they begin: a template, or the study's own text."""

import re
from pathlib import Path

from synthgen.errors import UsageError

TEMPLATE = Path(__file__).parent / "consent.txt"
SECONDS = 10
"""Of one statement, as the template has it."""


def text(path: Path | None, *, contact: str, statements: int, days: float) -> str:
    """The text with its blanks filled: {contact}, {statements}, {minutes}, {days}. Lines of a paragraph are joined.

    Raises UsageError for a file that cannot be read, or is empty.
    """
    try:
        given = (path or TEMPLATE).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as e:
        raise UsageError(f"consent={path}: cannot be read ({e}); name a text file in UTF-8") from e
    if not given.strip():
        raise UsageError(f"consent={path}: is empty; write what people agree to, or leave it out for the template")
    blanks = {
        "contact": contact or "ask the one who sent you the link",
        "statements": str(statements),
        "minutes": str(max(1, round(statements * SECONDS / 60))),
        "days": f"{days:g}",
    }
    filled = re.sub(r"\{(\w+)\}", lambda found: blanks.get(found[1], found[0]), given)
    return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", filled) if part.strip())
