"""WebDataset: tar files in which the pictures and the text of a sample lie next to each other, for training from a disk
or a store that reads best in one go.

    webdataset.WebDataset("outputs/joke/export/webdataset/data/train-1img-{00000..00003}.tar").decode("pil")

One set of files per number of pictures: `datasets` reads off the first five samples which files every sample has, and
refuses, or empties, those that have others.
"""

import json
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any, ClassVar

from synthgen.interfaces import Exporter, Target
from synthgen.kit.conversations import MOST_PICTURES, conversation, facts
from synthgen.kit.options import Size
from synthgen.kit.sharding import MEGABYTE, Shards
from synthgen.kit.tar import NAME, Tar, member
from synthgen.types import Record

_LONGEST = NAME - len(".0.webp")


@dataclass(frozen=True)
class Webdataset(Exporter):
    """`<id>.jpg` and `<id>.json`; of several pictures `<id>.0.jpg`, `<id>.1.jpg`: the key ends at the first dot."""

    shard_mb: Size
    """A shard is closed when its members reach so many megabytes (10^6 bytes)."""

    holds: ClassVar[tuple[int, int]] = (0, MOST_PICTURES)

    def usage(self, url: str) -> str:
        if "://" in url:  # glob cannot list a store
            shards = f"{url}/data/train-1img-*.tar"
            return f"datasets.load_dataset('webdataset', data_files='{shards}', split='train', streaming=True)"
        return (
            f"webdataset.WebDataset(sorted(glob.glob('{url}/data/train-1img-*.tar')), shardshuffle=False).decode('pil')"
        )

    def subsets(self) -> Mapping[str, str]:
        several = {f"{n}img": f"data/train-{n}img-*.tar" for n in range(2, MOST_PICTURES + 1)}
        return {"default": "data/train-1img-*.tar", "text": "data/train-text-*.tar", **several}

    def fit(self, record: Record) -> Record | str:
        """A name in a tar is at most 100 letters long."""
        return "id too long for a tar file" if len(record.id) > _LONGEST else super().fit(record)

    def write(self, records: Iterable[Record], target: Target) -> int:
        rows = 0
        sets: dict[int, Shards[Tar]] = {}
        with ExitStack() as stack:
            for record in records:
                shown = len(record.pictures)
                if shown not in sets:
                    path = f"data/train-{f'{shown}img' if shown else 'text'}-{{:05d}}.tar"
                    sets[shown] = stack.enter_context(Shards(target, path, self.shard_mb * MEGABYTE, Tar))
                members = [member(f"{record.id}.{name}", data) for name, data in _files(record)]
                sets[shown].room(sum(map(len, members))).add(*members)
                rows += 1
        return rows


def _files(record: Record) -> list[tuple[str, bytes]]:
    """What belongs to a sample, by what follows its key."""
    several = len(record.pictures) > 1
    shown = [(f"{i}.{p.format}" if several else p.format, p.data) for i, p in enumerate(record.pictures)]
    return [*shown, ("json", json.dumps(_text(record), ensure_ascii=False).encode())]


def _text(record: Record) -> dict[str, Any]:
    return {
        "id": record.id,
        "conversations": conversation(record),
        "prompt": record.prompt.text,
        **facts(record),
    }
