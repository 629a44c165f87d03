"""Tables and texts in Markdown."""

import re
from collections.abc import Sequence

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$&!])")


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def many(count: int, what: str) -> str:
    """ "1 sample", "2 samples"."""
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def text(generated: str) -> str:
    """Generated text as it is, letter by letter, in one line: nothing in it is a link, a picture, HTML or a formula."""
    return _SPECIAL.sub(r"\\\1", " ".join(generated.split()))
