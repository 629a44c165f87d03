"""The plain form: what most rows of LLaVA files look like, decoded in a microsecond. All others take the slow way.

Strict, so that a row that decodes needs little more looking at: keys that would change how a trainer reads the row are
named here with the one type that changes nothing.
"""

from typing import Annotated, TypeAlias

import msgspec

Text: TypeAlias = Annotated[str, msgspec.Meta(min_length=1)]


class Human(msgspec.Struct, tag_field="from", tag="human", gc=False):
    value: Text


class Gpt(msgspec.Struct, tag_field="from", tag="gpt", gc=False):
    value: Text


class Plain(msgspec.Struct, gc=False):
    """A row of LLaVA's format; unknown keys are skipped, but have to be JSON."""

    id: Text | int
    conversations: list[Human | Gpt]
    image: Text = ""
    """"": the row has no such key."""
    ability: str = ""
    prompt: str = ""
    images: None = None
    system: None = None


_decode = msgspec.json.Decoder(Plain).decode


def plain(data: memoryview) -> Plain | None:
    """The row, where it has the plain form; None for any other, and for what is no JSON.

    Bytes that are no UTF-8 pass where they stand in keys that are not named above.
    """
    try:
        return _decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
