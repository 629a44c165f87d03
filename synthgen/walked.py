"""What the walk through an ability has decided, kept aside: a run that starts again goes on behind it, and need not
open every file of its folder once more.

    outputs/joke/walked/<rules>/joke-000000000-000001087.parquet     verdicts on the indices up to 1087

A short cut, never the truth. A part holds for the rules that it was decided by (checks with their thresholds, version),
and as long as the files that it was decided on look as they did: it has a sign of their names, sizes and times. Where
they look otherwise, the walk goes through all files from there on.
"""

import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property

import pyarrow as pa
import pyarrow.parquet as pq

from synthgen.disk import replace
from synthgen.kit.hashes import sha256
from synthgen.objects import BROKEN, damage
from synthgen.store import Piece, Store
from synthgen.tally import Counts
from synthgen.types import Reject, index_of, sample_id

PART = 1024
"""Indices of a part, and what is left of a range: a run that was killed walks through no more than these again."""
_UNFINISHED = ("not rendered yet", "not written yet", "not measured")
"""Reasons that may be gone when a run goes on."""
_SCHEMA = pa.schema([(name, pa.string()) for name in ("stage", "reason", "detail", "check", "subject", "scene")])


@dataclass(frozen=True, slots=True)
class Verdict:
    """On one candidate."""

    id: str
    against: Reject | None
    """None: nothing speaks against it."""
    subject: str | None = None
    scene: str | None = None
    """What a memory has to know of a sample that nothing speaks against."""


@dataclass(frozen=True)
class Part:
    """Verdicts on the candidates of some indices in a row, all of them."""

    verdicts: Sequence[Verdict]
    stop: int
    kept: int
    counts: Counts
    """What became of them, stage by stage."""


class Walked:
    """The verdicts on one ability: those of earlier runs, which are read, and those of this one, which are added."""

    def __init__(self, store: Store, ability: str, rules: str, tables: Iterable[str]) -> None:
        """`tables`: what verdicts rest on."""
        self._store, self._ability, self._tables = store, ability, tuple(tables)
        self._table = f"walked/{rules}"
        self._new: list[Verdict] = []
        self._counts: Counts = Counter()
        self._closed = False

    @cached_property
    def stop(self) -> int:
        """All indices before this one have a verdict, on files that have not changed since."""
        return self._sound[-1].last + 1 if self._sound else 0

    @cached_property
    def _sound(self) -> Sequence[Piece]:
        """Each begins where the one before it ends."""
        signs, found, stop = self._store.signs(self._tables, self._ability), list[Piece](), 0
        for piece in self._store.files(self._table, self._ability):
            with suppress(*BROKEN):  # damaged: as if it was not there
                about = pq.read_schema(self._store.root / piece.file.path).metadata
                if piece.first == stop and about[b"sign"].decode() == _sign(signs, stop, piece.last + 1):
                    found.append(piece)
                    stop = piece.last + 1
        return found

    def parts(self) -> Iterator[Part]:
        """In order, up to `stop`. Raises DiskError for a damaged one."""
        for start, last, lies in self._sound:
            path = self._store.root / lies.path
            with damage(str(path)), pq.ParquetFile(path, page_checksum_verification=True) as file:
                rows = zip(*(column.to_pylist() for column in file.read().itercolumns()), strict=True)
                about = json.loads(file.metadata.metadata[b"about"])
            verdicts = []
            for index, (stage, *why, subject, scene) in enumerate(rows, start):
                id = sample_id(self._ability, index)
                verdicts.append(Verdict(id, Reject(id, stage, *why) if stage else None, subject, scene))
            counts: Counts = Counter({(stage, end): count for stage, end, count in about["counts"]})
            yield Part(verdicts, last + 1, about["kept"], counts)

    def add(self, verdict: Verdict, counts: Counts) -> None:
        """The next one. What was known is not noted again, nor is what follows a candidate that is not finished."""
        index, expected = index_of(verdict.id), self.stop + len(self._new)
        unfinished = verdict.against is not None and verdict.against.reason in _UNFINISHED
        self._closed = self._closed or index > expected or unfinished
        if index == expected and not self._closed:
            self._new.append(verdict)
            self._counts.update(counts)

    def write(self, least: int = 1) -> None:
        """Keep what was added, if it is at least so much, at the end of a range."""
        if len(self._new) < least:
            return
        start, stop = self.stop, self.stop + len(self._new)
        rows = [(v.against, v) for v in self._new]
        cells = [
            {"stage": r and r.stage, "reason": r and r.reason, "detail": r and r.detail, "check": r and r.check}
            | {"subject": v.subject, "scene": v.scene}
            for r, v in rows
        ]
        kept = sum(verdict.against is None for verdict in self._new)
        about = {"kept": kept, "counts": [(stage, end, count) for (stage, end), count in self._counts.items()]}
        sign = _sign(self._store.signs(self._tables, self._ability, start, stop), start, stop)
        schema = _SCHEMA.with_metadata({"sign": sign, "about": json.dumps(about)})
        sink = pa.BufferOutputStream()
        pq.write_table(pa.Table.from_pylist(cells, schema), sink, compression="zstd", write_page_checksum=True)
        for first, _, file in self._store.files(self._table, self._ability, start):
            if first >= start:  # its sign is not that of the files of today
                (self._store.root / file.path).unlink(missing_ok=True)
        replace(self._store.root / self._store.path(self._table, self._ability, start, stop - 1), sink.getvalue())
        self.stop, self._new, self._counts = stop, [], Counter()


def _sign(signs: Sequence[tuple[int, str]], start: int, stop: int) -> str:
    """Of the files that begin in a range. `signs`: by their first index."""
    some = signs[bisect_left(signs, (start,)) : bisect_left(signs, (stop,))]
    return sha256("\n".join(sign for _, sign in some).encode())
