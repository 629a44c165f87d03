"""Text from elsewhere (word lists, imported rows, earlier replies) as one line of plain data for a message or a log."""

import re
import unicodedata

_GONE = frozenset(("Cf", "Cs"))
_SPACE = frozenset(("Cc", "Zl", "Zp"))
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Variation selectors: they show nothing, and any number of them can be strung together to hide a text."""


def data(text: str, most: int) -> str:
    """One line of at most `most` characters, of which each can be seen.

    Control characters and line breaks become spaces, rows of white space one space. Characters that show nothing go:
    zero-width and soft hyphens, the marks that turn the direction of writing, tags, variation selectors, halves of
    surrogate pairs. The joiner goes with them, so that an emoji of a family falls apart into its members: a keyword
    loses nothing by it, and no text can hide behind it.
    """
    if not (text.isascii() and text.isprintable()):
        text = "".join(_plain(sign) for sign in _SELECTORS.sub("", text))
    return " ".join(text.split())[:most].rstrip()


def lines(text: str) -> str:
    """The same for a text of several lines, which it keeps; of any length."""
    return "\n".join(data(line, len(line)) for line in text.splitlines()).strip()


def _plain(sign: str) -> str:
    if sign.isalnum():
        return sign
    category = unicodedata.category(sign)
    return "" if category in _GONE else " " if category in _SPACE else sign
