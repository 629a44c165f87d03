"""Tar shards: ours against webdataset.ShardWriter, the same records, taken in turns.

    python -m bench.tar [samples]

Needs `webdataset`. Both get records with their encoded pictures, and write the same members to shards of one size on
one disk: pictures as large as photographs of 512 pixels, and small ones, where all that counts is what a member costs.
Prints samples per second, medians of 3.
"""

import json
import shutil
import statistics
import sys
import tarfile
import tempfile
import time
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from synthgen.exporter.webdataset import Webdataset
from synthgen.kit.conversations import conversation, facts
from synthgen.kit.hashes import sha256
from synthgen.kit.pictures import encode
from synthgen.target import Folder
from synthgen.types import Dialogue, Fields, Picture, Prompt, Record, Turn

SHARD_MB = 400
ROUNDS = 3


def records(samples: int, side: int) -> list[Record]:
    """Samples with one of eight pictures each, as hard to pack as photographs, and a short dialogue."""
    rng = np.random.default_rng(7)
    areas = np.kron(rng.integers(40, 216, (8, 16, 16, 3)), np.ones((1, side // 16, side // 16, 1)))
    files = [encode((area + rng.normal(0, 8, area.shape)).clip(0, 255).astype(np.uint8)) for area in areas]
    made = []
    for i in range(samples):
        id, data = f"color-{i:09d}", files[i % len(files)]
        picture = Picture(id, data, "jpg", side, side, sha256(data), 7)
        prompt = Prompt(id, Fields("red balloon"), "((red balloon)), beach, soft light, 8k", "text, watermark")
        turns = (Turn("What is shown?", "The picture shows a red balloon on a beach."),) * 2
        made.append(Record(id, "color", prompt, (picture,), Dialogue(id, "describe", turns), (), {"llm": "offline"}))
    return made


def ours(some: Sequence[Record], folder: Path) -> None:
    target = Folder(str(folder))
    Webdataset(SHARD_MB).write(some, target)
    target.finish()


def theirs(some: Sequence[Record], folder: Path) -> None:
    import webdataset

    folder.mkdir()
    pattern = str(folder / "train-%05d.tar")
    with webdataset.ShardWriter(
        pattern, maxcount=10**9, maxsize=SHARD_MB * 1e6, verbose=0, mtime=0, encoder=False
    ) as out:
        for record in some:
            text = {
                "id": record.id,
                "conversations": conversation(record),
                "prompt": record.prompt.text,
                **facts(record),
            }
            out.write(
                {
                    "__key__": record.id,
                    "jpg": record.pictures[0].data,
                    "json": json.dumps(text, ensure_ascii=False).encode(),
                }
            )


def members(folder: Path) -> dict[str, bytes]:
    """What the shards of a folder hold."""
    found = {}
    for path in sorted(folder.rglob("*.tar")):
        with tarfile.open(path) as shard:
            found |= {one.name: held.read() for one in shard if (held := shard.extractfile(one))}
    return found


def check() -> None:
    """That both write the same members."""
    with tempfile.TemporaryDirectory() as place:
        for write in (ours, theirs):
            write(records(20, 64), Path(place) / write.__name__)
        assert members(Path(place) / "ours") == members(Path(place) / "theirs") != {}


def seconds(write: Callable[[Sequence[Record], Path], None], some: Sequence[Record]) -> tuple[float, float]:
    """(wall, CPU) of one export to an empty folder."""
    with tempfile.TemporaryDirectory() as place:
        began, before = time.perf_counter(), time.process_time()
        write(some, Path(place) / "export")
        took = time.perf_counter() - began, time.process_time() - before
        shutil.rmtree(Path(place) / "export")
        return took


def main() -> None:
    warnings.simplefilter("ignore")
    samples = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    check()
    print(f"{'picture':>16}{'ours /s':>12}{'ShardWriter /s':>16}{'wall':>8}{'CPU':>8}")
    for side in (512, 64):
        some = records(samples, side)
        size = statistics.mean(len(record.pictures[0].data) for record in some)
        runs = [[seconds(write, some) for write in (ours, theirs)] for _ in range(ROUNDS)]
        wall, cpu = ([statistics.median(run[who][which] for run in runs) for who in (0, 1)] for which in (0, 1))
        print(
            f"{f'{side} px, {size / 1000:.0f} kB':>16}{samples / wall[0]:12,.0f}{samples / wall[1]:16,.0f}"
            f"{wall[1] / wall[0]:7.2f}x{cpu[1] / cpu[0]:7.2f}x"
        )


if __name__ == "__main__":
    main()
