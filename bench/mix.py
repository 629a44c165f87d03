"""Goals C14 and C15: a mix of many rows, beside json.load, shuffle and json.dump of the same file.

    python -m bench.mix [rows=1000000] [layout=compact] [rounds=1] [folder=<for its files>] [json=true]

Makes a file of LLaVA rows (1.5 KB each; layout=indented as `indent=2` writes it), then runs both sides as processes of
their own, in turns. The mix validates every text; that it looks for pictures, and opens them, is timed apart on fewer
rows. Memory is what no other process can use: anonymous pages, read every 20 ms (Linux).
"""

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.render_cpu import natural
from bench.render_sides import HEAD, Row, as_json, line
from synthgen.kit.pictures import encode

OPTIONS = {"rows": "1000000", "layout": "compact", "rounds": "1", "folder": "", "json": "false"}
WITH_PICTURES = 20_000
"""Rows of which the pictures are looked at."""
DIFFERENT = 200
"""Pictures that are really encoded; the others are links to them."""
NAIVE = """
import json, random, sys
with open(sys.argv[1]) as file: rows = json.load(file)
random.Random(0).shuffle(rows)
with open(sys.argv[2], "w") as file: json.dump(rows, file)
"""
WORDS = [w for w in (Path(__file__).parent / "dialogues.txt").read_text().split() if w.strip(",.?").isalpha()]


@dataclass(frozen=True)
class Cost:
    """What a process took. Seconds, and MiB of anonymous pages."""

    wall: float
    cpu: float
    mib: float


def make(path: Path, rows: int, layout: str, images: str = "") -> None:
    """A list of LLaVA rows as `json.dump` writes it, but without holding it in memory."""
    rng = random.Random(1)
    indent = 2 if layout == "indented" else None
    with path.open("w") as file:
        for i in range(rows):
            file.write(("[" if i == 0 else ", ") + json.dumps(_row(i, rng, images), indent=indent))
        file.write("]")


def _row(i: int, rng: random.Random, images: str) -> Mapping[str, object]:
    said = []
    for turn in range(rng.choice((1, 1, 2, 3, 3, 4, 5))):
        said.append({"from": "human", "value": ("" if turn else "<image>\n") + _text(rng, 12)})
        quoted = f'\n\n{_text(rng, 8)}, "{_text(rng, 3)}".' if rng.random() < 0.2 else ""
        said.append({"from": "gpt", "value": _text(rng, rng.randint(50, 110)) + quoted})
    return {"id": f"{i:012d}", "image": f"{images}{i:012d}.jpg", "conversations": said}


def _text(rng: random.Random, words: int) -> str:
    start = rng.randrange(len(WORDS) - words)
    return " ".join(WORDS[start : start + words])


def measured(command: Sequence[str], folder: Path) -> Cost:
    """Raises SystemExit with what it said where it fails."""
    began = time.monotonic()
    with (folder / "said.txt").open("w+") as said:
        process = subprocess.Popen(
            command, cwd=folder, stdout=said, stderr=said, env={**os.environ, "PYTHONPATH": ROOT}
        )
        peak = 0.0
        while (ended := os.wait4(process.pid, os.WNOHANG))[0] == 0:
            peak = max(peak, _anonymous(process.pid))
            time.sleep(0.02)
        wall = time.monotonic() - began
        if ended[1]:
            said.seek(0)
            raise SystemExit(said.read())
    return Cost(wall, ended[2].ru_utime + ended[2].ru_stime, peak)


ROOT = str(Path(__file__).parent.parent)


def _anonymous(pid: int) -> float:
    """MiB; 0 for a process that has just ended."""
    try:
        said = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    return next((int(part.split()[1]) / 1024 for part in said.splitlines() if part.startswith("RssAnon")), 0.0)


def rows(count: int, layout: str, rounds: int, folder: Path) -> Iterator[Row]:
    make(folder / "in.json", count, layout)
    mix = [sys.executable, "-m", "synthgen", "mix", "sources=[{path: in.json}]", "out=mixed.json", "pictures=skip"]
    naive, ours = [], []
    for _ in range(rounds):
        naive.append(measured([sys.executable, "-c", NAIVE, "in.json", "dumped.json"], folder))
        ours.append(measured(mix, folder))
    same = sum(1 for _ in (folder / "mixed.json").open("rb")) - 2 if layout == "compact" else count
    if same != count:
        raise SystemExit(f"the mix has {same} rows of {count}")
    size = (folder / "in.json").stat().st_size / 2**30
    what = f"mix of {count:,} rows, {size:.2f} GiB, {layout}"
    for figure, must, stretch in (("wall", 5, 8), ("cpu", 6, 8), ("mib", 10, 30)):
        a, b = (median(getattr(cost, figure) for cost in side) for side in (naive, ours))
        goal, unit = ("C15", "MiB") if figure == "mib" else ("C14", "s")
        yield Row(goal, f"{what}: {figure if unit == 's' else 'memory'}, {unit}", a, b, must, stretch, ratio=a / b)


def with_pictures(folder: Path) -> Iterator[Row]:
    """What looking for pictures adds; no goal."""
    (folder / "pictures").mkdir()
    make(folder / "few.json", WITH_PICTURES, "compact")
    for i in range(DIFFERENT):
        (folder / "pictures" / f"{i:012d}.jpg").write_bytes(encode(natural(512, i), "jpg"))
    for i in range(DIFFERENT, WITH_PICTURES):
        os.link(folder / "pictures" / f"{i % DIFFERENT:012d}.jpg", folder / "pictures" / f"{i:012d}.jpg")
    source = "sources=[{path: few.json, images: pictures}]"
    costs = {
        look: measured(
            [sys.executable, "-m", "synthgen", "mix", source, f"pictures={look}", f"out={look}.json"], folder
        )
        for look in ("skip", "exists", "open")
    }
    for look in ("exists", "open"):
        more = (costs[look].wall - costs["skip"].wall) / WITH_PICTURES * 1e6
        yield Row("", f"pictures={look}: microseconds of wall per picture (512 x 512) more than skip", None, more)


def main(words: Sequence[str]) -> None:
    given = dict(OPTIONS)
    for word in words:
        key, _, value = word.partition("=")
        if key not in OPTIONS:
            raise SystemExit(f"bench.mix takes {', '.join(OPTIONS)}; not {word}")
        given[key] = value
    with tempfile.TemporaryDirectory(dir=given["folder"] or None) as place:
        folder = Path(place)
        found = [*rows(int(given["rows"]), given["layout"], int(given["rounds"]), folder), *with_pictures(folder)]
    print("\n".join(["", HEAD, *map(line, found)]))
    if given["json"] == "true":
        print("\n".join(map(as_json, found)))


if __name__ == "__main__":
    main(sys.argv[1:])
