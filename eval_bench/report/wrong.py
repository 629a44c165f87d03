"""The wrong answers of two models, side by side with their pictures."""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from PIL import Image

from eval_bench.report.findings import Findings, Row
from eval_bench.report.html import page
from synthgen.errors import UsageError
from synthgen.kit.pictures import BrokenPicture, decode

SIDE = 480
"""Longest side of a picture on the page, in pixels."""
WHO = {"first": "only {} wrong", "second": "only {} wrong", "both": "both wrong"}


@dataclass(frozen=True)
class Said:
    """What one model answered, by what each scorer says of it; the one that headlines first."""

    model: str
    rows: Sequence[Row]

    @property
    def wrong(self) -> bool:
        return bool(self.rows) and self.rows[0].verdict in ("wrong", "unparsed")

    @property
    def unparsed(self) -> bool:
        return bool(self.rows) and self.rows[0].verdict == "unparsed"


@dataclass(frozen=True)
class Case:
    """An item that at least one of the models got wrong."""

    item: Row
    said: Sequence[Said]

    @property
    def who(self) -> str:
        wrong = [one.wrong for one in self.said]
        return "both" if all(wrong) and len(wrong) > 1 else "first" if wrong[0] else "second"

    @property
    def unparsed(self) -> bool:
        return any(one.unparsed for one in self.said)

    @property
    def picture(self) -> str:
        """Its file, as the page links to it."""
        return f"pictures/{quote(self.item.item)}.jpg"


def cases(f: Findings) -> list[Case]:
    """By source and ability, in the order of the benchmarks."""
    models = [model.name for model in f.models[:2]]
    found: dict[str, dict[str, list[Row]]] = {}
    for row in f.rows:
        if row.picture == "shown" and row.model in models:
            found.setdefault(row.item, {}).setdefault(row.model, []).append(row)
    made = [
        Case(next(iter(by_model.values()))[0], [Said(m, _ordered(f, by_model.get(m, ()))) for m in models])
        for by_model in found.values()
    ]
    places = {ability: i for i, ability in enumerate(f.abilities)}
    some = [case for case in made if any(said.wrong for said in case.said)]
    return sorted(some, key=lambda case: (places[case.item.ability], case.item.source, case.item.item))


def page_of(f: Findings, found: Sequence[Case], pictures: Mapping[str, bytes]) -> str:
    """wrong.html."""
    names = [model.name for model in f.models[:2]]
    told = {who: words.format(*names[-1:] if who == "second" else names[:1]) for who, words in WHO.items()}
    groups = [(a, [c for c in found if c.item.ability == a]) for a in f.abilities]
    return page(
        "wrong.html",
        "'self' file:",
        f=f,
        names=names,
        who=told if len(names) > 1 else {},
        groups=[(ability, own) for ability, own in groups if own],
        count=len(found),
        pictures=pictures,
    )


def thumbnails(found: Sequence[Case]) -> Iterator[tuple[str, bytes]]:
    """Item and its picture as JPEG; none for a file that is missing or no picture: the page says so."""
    for case in found:
        path = Path(case.item.benchmark) / case.item.image
        try:
            yield case.item.item, thumbnail(path.read_bytes())
        except FileNotFoundError:
            continue
        except OSError as e:
            raise UsageError(f"{path} cannot be read ({e}); restore it, or build the benchmark again") from e
        except BrokenPicture:
            continue


def thumbnail(data: bytes) -> bytes:
    """A small JPEG. Raises BrokenPicture."""
    image = Image.fromarray(decode(data))
    image.thumbnail((SIDE, SIDE))
    file = io.BytesIO()
    image.save(file, "JPEG", quality=80)
    return file.getvalue()


def _ordered(f: Findings, rows: Sequence[Row]) -> list[Row]:
    """The scorer that headlines first."""
    return sorted((row for row in rows if row.verdict), key=lambda row: f.scorers.index(row.scorer))
