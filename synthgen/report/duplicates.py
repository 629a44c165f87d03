"""Pictures of whole runs that repeat each other: within an ability, across abilities, and across runs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from synthgen.build import Run
from synthgen.errors import UsageError
from synthgen.kit.hashes import sha256
from synthgen.kit.near_pictures import near_hashes, near_vectors
from synthgen.kit.pictures import BrokenPicture, decode
from synthgen.measure import measurement
from synthgen.report.html import page
from synthgen.report.thumbnails import data_url
from synthgen.store import Store
from synthgen.types import Picture, Prompt, Score, index_of

Kind = Literal["exact", "near", "alike"]
KINDS: Mapping[Kind, str] = {
    "exact": "the same pixels",
    "near": "perceptual hashes and thumbnails",
    "alike": "embeddings alone",
}
SHOWN = 200
"""Pairs on the page; two thumbnails each."""
PRINT, LOOKS = "duplicate", "clip"
"""The checks whose scores hold the fingerprints and the embeddings."""


@dataclass(frozen=True, slots=True)
class Sample:
    run: int
    """Its place among the runs."""
    id: str

    @property
    def ability(self) -> str:
        return self.id.rpartition("-")[0]


@dataclass(frozen=True, slots=True)
class Pair:
    kind: Kind
    one: Sample
    other: Sample
    bits: int
    """How many of the 64 bits of the perceptual hashes differ."""
    cosine: float | None
    """Of the embeddings; None where there are none, or of two models."""

    @property
    def across(self) -> str:
        """What is between them: "runs", "abilities" or nothing."""
        apart = self.one.ability != self.other.ability
        return "runs" if self.one.run != self.other.run else "abilities" if apart else ""


class Gathered:
    """The fingerprints of all samples of some runs, kept ones or all that were measured. Raises UsageError."""

    def __init__(self, runs: Sequence[Run], every: bool) -> None:
        self.runs = runs
        self.samples: list[Sample] = []
        self._vectors: dict[int, tuple[str, bytes]] = {}
        """Row -> which model it is of, and the embedding."""
        hashes: list[int] = []
        signatures: list[bytes] = []
        for number, run in enumerate(runs):
            for score, embedding in _scores(run, every):
                hash, signature = score.values["phash"], score.values["signature"]
                if isinstance(hash, str) and isinstance(signature, str):
                    if embedding is not None:
                        self._vectors[len(hashes)] = embedding
                    self.samples.append(Sample(number, score.id))
                    hashes.append(int(hash, 16))
                    signatures.append(bytes.fromhex(signature))
        self.hashes = np.array(hashes, np.uint64)
        self._signatures = np.frombuffer(b"".join(signatures), np.uint8).reshape(len(hashes), -1)

    @property
    def embedded(self) -> int:
        """How many have an embedding."""
        return len(self._vectors)

    def pairs(self, distance: int, within: int, cosine: float) -> list[Pair]:
        """Of every kind: the same pixels first, then by bits, then by cosine. Each pair is of one kind."""
        found: list[Pair] = []
        known: set[tuple[int, int]] = set()
        for ones, others, bits in near_hashes(self.hashes, distance):
            close = self._close(ones, others, within)
            for i, j, count in zip(ones[close].tolist(), others[close].tolist(), bits[close].tolist(), strict=True):
                known.add((i, j))
                found.append(self._pair("exact" if count == 0 and self._same(i, j) else "near", i, j))
        found += [self._pair("alike", i, j) for i, j in self._alike(cosine) if (i, j) not in known]
        order = list(get_args(Kind))
        return sorted(
            found, key=lambda p: (order.index(p.kind), p.bits if p.kind != "alike" else 0, -(p.cosine or 0), p.one.id)
        )

    def _close(self, ones: NDArray[np.int64], others: NDArray[np.int64], within: int) -> NDArray[np.bool_]:
        parts = [
            np.abs(self._signatures[ones[s : s + 4096]].astype(np.int16) - self._signatures[others[s : s + 4096]]).max(
                1
            )
            for s in range(0, len(ones), 4096)
        ]
        return np.asarray(np.concatenate(parts) <= within)

    def _same(self, i: int, j: int) -> bool:
        """Whether two files hold the same pixels; they differ by what they say of themselves."""
        if not np.array_equal(self._signatures[i], self._signatures[j]):
            return False
        ours = self._pixels(i)
        return ours != "" and ours == self._pixels(j)

    @cache  # noqa: B019 - lives as long as the command
    def _pixels(self, i: int) -> str:
        picture = self.picture(self.samples[i])
        try:
            return sha256(decode(picture.data).tobytes()) if picture else ""
        except BrokenPicture:
            return ""

    def _alike(self, cosine: float) -> Iterator[tuple[int, int]]:
        """Rows whose embeddings of one model are close."""
        for model in dict.fromkeys(model for model, _ in self._vectors.values()):
            rows = [row for row, (of, _) in self._vectors.items() if of == model]
            vectors = np.stack([self._vector(row) for row in rows])
            for ones, others, _ in near_vectors(vectors, cosine):
                yield from ((rows[i], rows[j]) for i, j in zip(ones.tolist(), others.tolist(), strict=True))

    def _vector(self, row: int) -> NDArray[np.float32]:
        vector = np.frombuffer(self._vectors[row][1], np.float16).astype(np.float32)
        return vector / max(float(np.linalg.norm(vector)), 1e-6)

    def _pair(self, kind: Kind, i: int, j: int) -> Pair:
        ours, theirs = self._vectors.get(i), self._vectors.get(j)
        cosine = None
        if ours is not None and theirs is not None and ours[0] == theirs[0]:
            cosine = round(float(self._vector(i) @ self._vector(j)), 4)
        bits = (int(self.hashes[i]) ^ int(self.hashes[j])).bit_count()
        return Pair(kind, self.samples[i], self.samples[j], bits, cosine)

    def picture(self, sample: Sample) -> Picture | None:
        rows = self._store(sample).rows("pictures", sample.ability, index_of(sample.id), index_of(sample.id) + 1)
        return next((row for row in rows if isinstance(row, Picture)), None)

    def prompt(self, sample: Sample) -> str:
        rows = self._store(sample).rows("prompts", sample.ability, index_of(sample.id), index_of(sample.id) + 1)
        return next((row.text for row in rows if isinstance(row, Prompt)), "")

    def _store(self, sample: Sample) -> Store:
        return Store(self.runs[sample.run].folder)


def _scores(run: Run, every: bool) -> Iterator[tuple[Score, tuple[str, bytes] | None]]:
    """The fingerprints of a run's samples, each with its embedding and what tells its model."""
    if PRINT not in run.checks:
        raise UsageError(f"{run.folder} was made without qc.{PRINT}, which takes the fingerprints of pictures")
    store, note = Store(run.folder), measurement(run.checks[PRINT])
    looks = measurement(run.checks[LOOKS]) if LOOKS in run.checks else None
    kept = None if every else {str(row["id"]) for row in store.read_selection() if row["kept"]}
    if kept is not None and not kept:
        raise UsageError(f"{run.folder} has no selection yet; pass all=true to look at what is there")
    for ability in run.abilities:
        vectors: dict[str, bytes] = {}
        for row in store.rows(f"scores/{LOOKS}", ability, note=looks) if looks else ():
            embedding = row.values.get("embedding") if isinstance(row, Score) else None
            if isinstance(embedding, bytes):
                vectors[row.id] = embedding
        for row in store.rows(f"scores/{PRINT}", ability, note=note):
            if isinstance(row, Score) and (kept is None or row.id in kept):
                yield row, (str(looks), vectors[row.id]) if row.id in vectors else None


def page_of(data: Gathered, pairs: Sequence[Pair], names: Sequence[str], command: str) -> str:
    """The pairs side by side, with nothing to load."""

    def side(sample: Sample) -> dict[str, str]:
        picture = data.picture(sample)
        return {
            "name": f"{names[sample.run]} / {sample.id}",
            "image": data_url(picture, 240) if picture else "",
            "prompt": data.prompt(sample),
        }

    shown = [(pair, side(pair.one), side(pair.other)) for pair in pairs[:SHOWN]]
    return page(
        "duplicates.html",
        samples=len(data.samples),
        names=names,
        count=len(pairs),
        kinds=KINDS,
        command=command,
        groups=[(kind, list(some)) for kind, some in groupby(shown, lambda row: row[0].kind)],
    )
