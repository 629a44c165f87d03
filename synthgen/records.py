"""Reads a run folder back: candidates for the selection, finished records for exporters and the report."""

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby

from synthgen.checks import Check
from synthgen.errors import DiskError, Lost
from synthgen.measure import measurement
from synthgen.select import Candidate
from synthgen.store import Store
from synthgen.tables import Row
from synthgen.types import Dialogue, Picture, Prompt, Record, Reject, Score, index_of


def candidates(
    store: Store, ability: str, checks: Mapping[str, Check], start: int = 0, stop: int | None = None, light: bool = True
) -> Iterator[Candidate]:
    """Every index of an ability that has a prompt row, in order.

    `light` leaves out the bytes of pictures, and embeddings.
    """
    notes = {f"scores/{name}": measurement(check) for name, check in checks.items()}

    def begun(table: str) -> _ByIndex:
        """With its first file read."""
        return _ByIndex(store.rows(table, ability, start, stop, notes.get(table, ""), light))

    tables = ["pictures", "dialogues", *notes]
    if store.elsewhere:  # some requests for each table: not one table after the other
        with ThreadPoolExecutor(len(tables)) as threads:
            pictures, dialogues, *figures = threads.map(begun, tables)
    else:
        pictures, dialogues, *figures = map(begun, tables)
    scores = dict(zip(checks, figures, strict=True))
    for prompt in store.rows("prompts", ability, start, stop):
        assert isinstance(prompt, Prompt | Reject)
        index = index_of(prompt.id)
        picture, dialogue = pictures(index), dialogues(index)
        assert picture is None or isinstance(picture, Picture | Reject)
        assert dialogue is None or isinstance(dialogue, Dialogue | Reject)
        found = {name: score for name, find in scores.items() if isinstance(score := find(index), Score)}
        if isinstance(picture, Picture):
            _same_picture(found.values(), picture)
        yield Candidate(prompt.id, prompt, picture, dialogue, found)


def records(
    store: Store,
    kept: Iterable[str],
    checks: Mapping[str, Check],
    provenance: Mapping[str, str],
    light: bool = False,
) -> Iterator[Record]:
    """The kept samples, whole; `kept` come ability by ability, those of one in rising order. Memory: a few shards.

    `light` leaves out the bytes of pictures, and embeddings. Raises Lost where the folder has lost one of them.
    """
    for ability, ids in groupby(kept, key=lambda id: id.rpartition("-")[0]):
        some = candidates(store, ability, checks, light=light)
        for id in ids:
            c = next((c for c in some if c.id >= id), None)
            if c is None or c.id != id or not isinstance(c.picture, Picture) or not isinstance(c.dialogue, Dialogue):
                raise Lost(f"{store.root} has lost parts of {id}, a kept sample; run its own command once more")
            assert isinstance(c.prompt, Prompt)
            made = {**provenance, "seed": str(c.picture.seed), "keywords": _keywords(c.prompt)}
            yield Record(c.id, ability, c.prompt, (c.picture,), c.dialogue, tuple(c.scores.values()), made)


def _keywords(prompt: Prompt) -> str:
    """What the prompt asks for, the head first, without words of medium, light and care."""
    fields = prompt.fields
    return ", ".join(word for word in (fields.subject, *fields.attributes, *fields.companions, fields.place) if word)


class _ByIndex:
    """Looks rows up by index, in rising order, holding one row at a time."""

    def __init__(self, rows: Iterator[Row]) -> None:
        self._rows = rows
        self._next: Row | None = next(rows, None)

    def __call__(self, index: int) -> Row | None:
        while self._next is not None and index_of(self._next.id) < index:
            self._next = next(self._rows, None)
        if self._next is not None and index_of(self._next.id) == index:
            return self._next
        return None


def _same_picture(scores: Iterable[Score], picture: Picture) -> None:
    for score in scores:
        if score.of and score.of != picture.sha256:
            raise DiskError(
                f"scores/{score.check} of {picture.id} measured another picture; delete that folder and run the same "
                "command to measure again"
            )
