"""What every consumer of our exports needs of a record. Runs before every exporter.

Trainers seldom refuse a bad row: they mask its answers, or shift the pictures of its neighbours, and train on. So each
rule here is one that some trainer breaks silently.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from synthgen.kit.pictures import BrokenPicture, size_of
from synthgen.types import Picture, Record, Turn

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
# A second <image> is a second picture; </s> and a role end LLaVA's turn too early, which masks all answers of the row.
_SPECIAL = re.compile(
    r"<(?:image|video|audio)>|</?s>|<\|[^|>]*\|>|\b(?:USER|ASSISTANT|SYSTEM):|\[/?INST\]|<im_(?:start|end)>"
)
_NO_TEXT = re.compile("[\0\ud800-\udfff]")


def violations(record: Record) -> list[str]:
    """The rules that a record breaks, each with what breaks it; [] if every consumer takes it.

    That roles alternate, start with the human and end with the answer is so by construction of a `Turn`.
    """
    found = []
    if not _ID.fullmatch(record.id):
        # WebDataset cuts the key at the first dot; a slash or a space makes another path of it.
        found.append("id: letters, digits, - and _ only")
    if not record.dialogue.turns:
        found.append("dialogue: no turns")
    for turn in record.dialogue.turns:
        found += _text_violations(turn)
    for picture in record.pictures:
        found += _picture_violations(picture)
    return found


def valid(records: Iterable[Record], skipped: Counter[str]) -> Iterator[Record]:
    """The records that break no rule and whose id is new; the others are counted in `skipped` by their first reason."""
    seen: set[str] = set()
    for record in records:
        broken = ["id: used twice"] if record.id in seen else violations(record)
        seen.add(record.id)
        if broken:
            skipped[broken[0]] += 1
        else:
            yield record


def _text_violations(turn: Turn) -> list[str]:
    found = []
    for what, text in (("question", turn.question), ("answer", turn.answer)):
        found += [f"{what}: {fault}" for fault in faults_of(text)]
    return found


def faults_of(text: str) -> list[str]:
    """What is wrong with one side of a turn, without the tags that stand for pictures."""
    found = [] if text.strip() else ["empty"]
    special = _SPECIAL.search(text)
    if special:
        found.append(f"holds {special.group()}")
    if _NO_TEXT.search(text):
        found.append("not Unicode text")
    return found


def _picture_violations(picture: Picture) -> list[str]:
    if picture.format not in ("jpg", "png", "webp"):
        return ["picture: format is not jpg, png or webp"]
    try:
        size = size_of(picture.data)
    except BrokenPicture:
        return ["picture: does not open"]
    return [] if size == (picture.width, picture.height) else ["picture: size is not what the record says"]
