"""Weights in prompts: one grammar, whatever the renderer.

    (x)        x1.1          ((x))      x1.21, as nesting multiplies
    (x:1.3)    x1.3          ((x:1.3))  x1.43
    [x]        /1.1          \\( \\) \\[ \\]  the brackets themselves

"((red balloon)), (beach:1.2), 12:30" is "red balloon" x1.21, "beach" x1.2 and plain text.
"""

import re
from dataclasses import dataclass, field

STEP = 1.1
"""What a bracket without a number multiplies by, or divides by."""
RANGE = (0.0, 2.0)
"""Weights that encoders make sense of; what goes beyond is set to the nearer end. 0 takes the words out."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """Words that share a weight, 1.0 where nobody gave one."""

    text: str
    weight: float


def parse(text: str) -> tuple[Fragment, ...]:
    """The text as fragments of different weight, in order; at least one, and no word of the text is missing.

    Any text will do: a bracket that is never closed ends at the next comma, a closing one too many is left out.
    Between two digits a colon marks a weight only if a number with a point follows: "(12:30)" is a time.
    """
    pieces: list[_Piece] = []
    opened: list[_Bracket] = []
    for token in _TOKENS.findall(_SIDE_BY_SIDE.sub(" ", text)):
        if token in _KINDS:
            opened.append(_Bracket(_KINDS[token], len(pieces)))
        elif token in _KINDS.values():
            if any(bracket.closing == token for bracket in opened):
                while opened[-1].closing != token:
                    _leave_open(opened, pieces)
                _close(opened.pop(), pieces, len(pieces))
        else:
            if token == "," and opened:
                opened[-1].commas.append(len(pieces))
            pieces.append(_Piece(token[1:] if token[1:] in _BRACKETS else token))
    while opened:
        _leave_open(opened, pieces)
    return _merged(pieces)


def plain(text: str) -> str:
    """The words alone: "((red balloon)), (beach:1.2)" becomes "red balloon, beach"."""
    return "".join(fragment.text for fragment in parse(text))


_KINDS = {"(": ")", "[": "]"}
_BRACKETS = frozenset("()[]")
_TOKENS = re.compile(r"\\[()\[\]]|[()\[\],]|[^\\()\[\],]+|\\")
_SIDE_BY_SIDE = re.compile(r"(?<=[^\\][)\]])(?=[(\[])")
"""Between the brackets of "(red)(balloon)", which are two words."""
_NUMBER = re.compile(r"(?:(?<!\d):\s*([+-]?(?:\d+\.?\d*|\.\d+))|:\s*(\d*\.\d+))\s*$")


@dataclass(slots=True)
class _Piece:
    text: str
    weight: float = 1.0


@dataclass(slots=True)
class _Bracket:
    closing: str
    start: int
    """The piece that it begins with."""
    commas: list[int] = field(default_factory=list)
    """The pieces that are commas of its own, not of a bracket inside."""


def _leave_open(opened: list[_Bracket], pieces: list[_Piece]) -> None:
    """End the innermost bracket, which is not closed, at its first comma; its other commas are those of the outer."""
    bracket = opened.pop()
    if opened:
        opened[-1].commas += bracket.commas
    _close(bracket, pieces, min(bracket.commas, default=len(pieces)))


def _close(bracket: _Bracket, pieces: list[_Piece], end: int) -> None:
    inside = pieces[bracket.start : end]
    factor = STEP if bracket.closing == ")" else 1 / STEP
    if inside and bracket.closing == ")" and (found := _NUMBER.search(inside[-1].text)):
        factor = float(found[1] or found[2])
        inside[-1].text = inside[-1].text[: found.start()]
    for piece in inside:
        piece.weight *= factor


def _merged(pieces: list[_Piece]) -> tuple[Fragment, ...]:
    """Neighbours of one weight as one fragment; a space between two goes with the words before it."""
    found = [Fragment("", 1.0)]
    for piece in pieces:
        weight = round(min(max(piece.weight, RANGE[0]), RANGE[1]), 4)
        last = found[-1]
        if not last.text.strip():
            found[-1] = Fragment(last.text + piece.text, weight if piece.text.strip() else 1.0)
        elif weight == last.weight or not piece.text.strip():
            found[-1] = Fragment(last.text + piece.text, last.weight)
        else:
            found.append(Fragment(piece.text, weight))
    return tuple(found)
