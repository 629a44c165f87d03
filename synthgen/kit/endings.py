"""Does an answer end, or does it break off?"""

import re

from synthgen.kit.match import words

_CLOSED = re.compile(r"[.!?\u2026\u3002\uff01\uff1f\uff0e\u061f\u06d4\u0964\u0965\u0589\u1362\u17d4\u104b][\W_]*$")
"""A full stop, of whatever script, and what may follow it: quotes, brackets, emoji."""
_NO_STOPS = re.compile(r"[\u0e00-\u0eff]\W*$")
"""Thai and Lao end sentences without a mark."""
_ITEM = re.compile(r"(?:^|\n)\s*(?:[-*\u2022]|\d+[.)])\s[^\n]*$")
"""The last line of a list."""
_DANGLING = words(
    """a an the this these those my your his its their our of in on at with and or but to from by for as than into onto
    over under behind beside between near around across through along above below against toward towards during while
    because which who whose where when if is are was were be being has have had can could will would may might must
    shall should very also such some any each every another both either neither not"""
)
"""Words after which something has to follow, if no mark ends the sentence."""
_ARTICLES = re.compile(r"\b(?:the|an|a|and|or|my|your|their|its)[.!?]$")
"""Nor do these stand before a full stop."""


_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|does|do|can|shows?|features?|depicts?|appears?|stands?|sits?)\b|^(?:yes|no|actually),",
    re.IGNORECASE,
)
"""What makes a few words a sentence."""
_SENTENCE, _PHRASE = 3, 10
"""The fewest words of an answer that has to end with a mark: of a sentence, and where a phrase will do for one."""


def broken_off(answer: str, phrases: bool = False) -> str:
    """The last words of an answer that ends in the middle of a sentence; "" for one that ends.

    It does with a comma, with a word after which another has to follow, or without a final mark. `phrases`: a phrase
    will do for an answer, and needs no mark: "In the snowy mountains".
    """
    text = answer.strip()
    row = text.split()
    if not row or _ITEM.search(text):
        return ""
    tail = " ".join(row[-4:])
    if _CLOSED.search(text):
        return tail if _ARTICLES.search(text) else ""
    if text[-1] in ",;:(-\u2013\u2014/&\u3001\uff0c\uff1b\uff1a" or (row[-1].lower() in _DANGLING and len(row) > 1):
        return tail
    if not text[-1].isalnum() or _NO_STOPS.search(text):
        return ""
    least = _PHRASE if phrases and not _VERB.search(text) else _SENTENCE
    return tail if _length(text) >= least else ""


def _length(text: str) -> float:
    """The number of words; where they are not parted by spaces, of every two letters."""
    return sum(
        len(word) / 2 if not word.isascii() and re.search(r"[\u3040-\u9fff]", word) else 1 for word in words(text)
    )
