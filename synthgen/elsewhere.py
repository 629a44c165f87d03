"""What workers write may lie elsewhere than in the run folder; run.json says where, and which tables.

    "objects": {"url": "s3://bucket/joke", "run": "5f0c...", "tables": ["pictures", "scores/clip"]}

So whoever has the run folder finds all of it. A place belongs to one run: a file there says to which.
"""

import json
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Self

from synthgen.bucket import Bucket
from synthgen.errors import UsageError
from synthgen.objects import Objects, OnDisk
from synthgen.remote import protocol_of

_OWNER = "synthgen.json"


@dataclass(frozen=True)
class Elsewhere:
    url: str
    """A folder, or what fsspec knows."""
    run: str
    """An id that no other run has."""
    tables: tuple[str, ...]

    @classmethod
    def of(cls, about: Mapping[str, Any]) -> Self | None:
        """As the content of run.json tells it; None: all lies in the run folder. Raises UsageError."""
        said = about.get("objects")
        try:
            return None if said is None else cls(said["url"], said["run"], tuple(said["tables"]))
        except (KeyError, TypeError) as e:
            raise UsageError(f'run.json: "objects" is {said!r}; it takes url, run and tables, or null') from e

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    def place(self) -> Objects:
        """Raises UsageError for a url of no use."""
        return OnDisk(Path(self.url)) if protocol_of(self.url) == "" else Bucket(self.url)

    def claim(self) -> None:
        """See that it is there, that one may read, write and remove there, and that it is no other run's.

        Raises AccessError, DiskError; UsageError for the place of another run.
        """
        place, mine = self.place(), {"run": self.run}
        place.put(_OWNER, json.dumps(mine).encode())
        said = place.read(_OWNER) or b""
        try:
            whose = json.loads(said)
        except ValueError as e:
            what = f"{self.url}/{_OWNER} is damaged, and should tell whose pictures these are"
            raise UsageError(f"{what}; if they are this run's, write {json.dumps(mine)} into it") from e
        if whose != mine:
            raise UsageError(f"{self.url} holds pictures of another run; pass objects=<another place>, or remove it")
        place.replace(f"workers/{self.run}", b"")
        place.remove(f"workers/{self.run}")


def url_of(objects: str | None, name: str) -> str | None:
    """Where the objects of a run of that name lie: a folder, in full, or the url of a store."""
    if objects is None:
        return None
    if protocol_of(objects) in ("", "file"):
        return str(Path(objects.removeprefix("file://")).expanduser().resolve() / name)
    return f"{objects.rstrip('/')}/{name}"


def settled(before: Elsewhere | None, objects: str | None, name: str, tables: Iterable[str]) -> Elsewhere | None:
    """Where the objects of a run lie from now on; of which tables those of earlier drivers, and these."""
    url = url_of(objects, before.url.rpartition("/")[2] if before else name)  # a folder may have had another name
    if url is None:
        return None
    if before is None or before.url != url:
        before = Elsewhere(url, uuid.uuid4().hex, ())
    return replace(before, tables=tuple(sorted({*before.tables, *tables})))


def moved(folder: Path, before: Elsewhere | None, objects: str | None) -> str | None:
    """Why a run does not go on with that `objects`: its pictures lie in another place."""
    if before is None:
        return f"{folder} holds its pictures itself; pass objects=null, or name=<another folder>" if objects else None
    base, _, name = before.url.rpartition("/")
    if url_of(objects, name) == before.url:
        return None
    return (
        f"{folder} has its pictures in {before.url}; pass objects={base}, "
        f"or, if you have moved them, write the new place into {folder}/run.json"
    )
