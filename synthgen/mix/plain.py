r"""The plain form: what most rows of LLaVA files look like, as one regular expression that reads them at C speed.

What it matches is sound JSON and a sound row: roles in turn, a text in each, one tag where there is a picture, a path
that stays in its folder. It leaves out what would need a closer look: "<" and "[" in a text, which begin the marks of
templates, and a colon after the last letter of a role word. Such rows are loaded and looked at. What it cannot tell is
whether the bytes are UTF-8.
"""

import re

_W = rb"[ \t\n\r]*+"
_BYTE = rb"[\]-\xff =-Z#-9;!]"
"""Of a text: no quote, backslash, control character, < or [, nor a colon."""
_COLON = rb":(?<![RTM]:)"
"""None that ends USER: ASSISTANT: SYSTEM:"""
_HEX = rb"[0-9a-fA-F]"
_PAIR = rb"[dD][89abAB]%b{2}\\u[dD][c-fC-F]%b{2}" % (_HEX, _HEX)
# not \/ and not \u003c: a mark could hide behind them
_ESCAPE = rb'\\(?:["\\bfnrt]|u(?:(?!00[0-7]|[dD][89a-fA-F])%b{4}|%b))' % (_HEX, _PAIR)
_TEXT = rb"%b*+(?:(?:%b|%b)%b*+)*+" % (_BYTE, _ESCAPE, _COLON, _BYTE)
# the first byte of a text that is not blank: no space, nor what begins one beyond ASCII
_SOLID = rb"(?=[\]-\xc1\xc3-\xe0\xe4-\xff=-Z#-;!])"
_PATH = rb"(?:[\w-][\w.-]*+/)*+[\w-][\w.-]*+"
_NUMBER = rb"-?(?:0|[1-9][0-9]{0,15})(?:\.[0-9]{1,20})?+(?:[eE][+-]?[0-9]{1,3})?+"
_ANY_TEXT = rb'"(?:[\]-\xff #-\[!]++|\\(?:["\\/bfnrt]|u%b{4}))*+"' % _HEX
KEYS = b"id|image|images|conversations|system|ability|question"
"""That say how a row is read: they may stand in their place only."""


def _pair(key: bytes, value: bytes) -> bytes:
    return b'"%b"%b:%b%b' % (key, _W, _W, value)


def _said(who: bytes, text: bytes) -> bytes:
    return rb"\{%b%b%b,%b%b%b\}" % (_W, _pair(b"from", b'"%b"' % who), _W, _W, _pair(b"value", text), _W)


def _row(captions: bool) -> bytes:
    comma = _W + b"," + _W
    text = b'"%b%b"' % (_SOLID, _TEXT)
    asked, answered = _said(b"human", text), _said(b"gpt", text)
    shown = _said(b"human", b'"(?:<image>%b|%b%b<image>)"' % (_TEXT, _SOLID, _TEXT))
    begin = rb'"conversations"%b:%b\[%b' % (_W, _W, _W)
    id = _pair(b"id", rb'(?:"(?P<id>%b++)"|(?P<number>-?(?:0|[1-9][0-9]{0,15})))' % _BYTE)
    image = _pair(b"image", b'"(?P<image>%b)"' % _PATH)
    first = image + comma + begin + shown
    first = first if captions else b"(?:%b|%b%b)" % (first, begin, asked)
    more = b"" if captions else b"(?:%b%b%b%b)*+" % (comma, asked, comma, answered)
    ability = b"(?:%b%b)?+" % (comma, _pair(b"ability", b'"(?P<ability>%b*+)"' % _BYTE))
    value = b"(?:%b|%b|true|false|null)" % (_ANY_TEXT, _NUMBER)
    rest = b"(?:%b%b)*+" % (comma, _pair(b'(?!(?:%b)")%b++' % (KEYS, _BYTE), value))
    row = rb"\{%b%b%b%b%b%b%b%b\]%b%b%b\}" % (_W, id, comma, first, comma, answered, more, _W, ability, rest, _W)
    return row + b"(?P<comma>%b)?+" % comma


ROW = re.compile(_row(captions=False))
"""Groups: id or number; image, ability, and the comma behind, where they are."""
CAPTION = re.compile(_row(captions=True))
"""A row of one question, its answer and a picture."""
