"""What every consumer of our exports needs of a record. Runs before every exporter.

Trainers seldom refuse a bad row: they mask its answers, or shift the pictures of its neighbours, and train on. So each
rule here is one that some trainer breaks silently.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from synthgen.kit.hashes import sha256
from synthgen.kit.pictures import BrokenPicture, size_of_whole
from synthgen.types import Picture, Record, Turn

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,199}")
_OF_RUN = re.compile(r"(.+)-([0-9]{9})")
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
    for what, name in (("id", record.id), ("ability", record.ability)):
        if not _ID.fullmatch(name):
            # They become paths. WebDataset cuts the key at the first dot; a slash or a space makes another path of it.
            found.append(f"{what}: letters, digits, - and _ only, at most 200")
    if _NO_TEXT.search(record.prompt.text + record.prompt.negative):
        found.append("prompt: not Unicode text")
    if not record.dialogue.turns:
        found.append("dialogue: no turns")
    for turn in record.dialogue.turns:
        found += _text_violations(turn)
    for picture in record.pictures:
        found += _picture_violations(picture)
    return found


def valid(records: Iterable[Record], skipped: Counter[str]) -> Iterator[Record]:
    """The records that break no rule and whose id is new; the others are counted in `skipped` by their first reason."""
    ids = _Ids()
    for record in records:
        broken = violations(record) if ids.add(record.id) else ["id: used twice"]
        if broken:
            skipped[broken[0]] += 1
        else:
            yield record


class _Ids:
    """Which ids there were, exactly. Those of runs, `<ability>-<index>`, take a bit each; others stay as they are."""

    def __init__(self) -> None:
        self._bits: defaultdict[tuple[str, int], int] = defaultdict(int)
        self._others: set[str] = set()

    def add(self, id: str) -> bool:
        """False if it was there before."""
        of_run = _OF_RUN.fullmatch(id)
        if of_run is None:
            new = id not in self._others
            self._others.add(id)
            return new
        page, place = divmod(int(of_run[2]), 1024)
        key = (of_run[1], page)
        new = not self._bits[key] >> place & 1
        self._bits[key] |= 1 << place
        return new


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
    """A file that is cut off is found by its end, one that is damaged by its hash: nothing has to be unpacked."""
    if picture.format not in ("jpg", "png", "webp"):
        return ["picture: format is not jpg, png or webp"]
    try:
        size = size_of_whole(picture.data)
    except BrokenPicture:
        return ["picture: does not open"]
    if size != (picture.width, picture.height):
        return ["picture: size is not what the record says"]
    return [] if sha256(picture.data) == picture.sha256 else ["picture: not the bytes that the record's sha256 is of"]
