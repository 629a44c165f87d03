"""Signals at random moments of a run, once and twice: does it end in time, and does the same command lose nothing?

    python -m bench.dying [trials] [seed]

Each trial starts the command in the folder that the one before left, sends Ctrl-C or SIGTERM to all its processes after
a random time, perhaps a second time, and reads what is left. When a run has come to its end its export is compared with
that of a run which nobody disturbed, and the next trial begins in an empty folder.
"""

import os
import random
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from shutil import rmtree

import pyarrow as pa
import pyarrow.parquet as pq

from bench.slow import WORDS, ready

COMMAND = [sys.executable, "-m", "synthgen", "ability=[vehicle,color]", "n=60", *WORDS]
SLOW = ["renderer.opening=1", "renderer.picture=0.05", "exporter.slow.record=0.02"]
WISHES = {"Ctrl-C": [signal.SIGINT], "SIGTERM": [signal.SIGTERM]}
WISHES |= {"Ctrl-C twice": [signal.SIGINT] * 2, "SIGTERM twice": [signal.SIGTERM] * 2}
LONGEST = 12.0
"""Seconds after which a run is interrupted at the latest."""


def content(folder: Path) -> dict[str, bytes]:
    export = folder / "outputs/run/export"
    return {str(path.relative_to(export)): path.read_bytes() for path in sorted(export.rglob("*")) if path.is_file()}


def trial(folder: Path, wishes: list[int], after: float, gap: float) -> tuple[int, float, str]:
    """The exit code, the seconds from the last signal to the end, and what was said."""
    log = folder / "said"
    with log.open("w") as said:
        process = subprocess.Popen(
            [*COMMAND, *SLOW], cwd=folder, stdout=subprocess.DEVNULL, stderr=said, start_new_session=True
        )
        with suppress(subprocess.TimeoutExpired):
            process.wait(after)
        for number, wish in enumerate(wishes if process.poll() is None else []):
            time.sleep(gap if number else 0)
            with suppress(ProcessLookupError):
                os.killpg(process.pid, wish)
        began = time.monotonic()
        process.wait(60)
    return process.returncode, time.monotonic() - began, log.read_text()


def wrong(folder: Path, code: int, said: str) -> str:
    """What is not as it should be; "" if nothing."""
    if code not in (0, 130):
        return f"exit code {code}: {said[-300:]}"
    if "Traceback" in said:
        return said[said.index("Traceback") :][-600:]
    if code and "to go on: python -m synthgen " not in said:
        return "no command is told"
    for path in (folder / "outputs").rglob("*.parquet"):
        try:
            pq.read_table(path)
        except pa.ArrowInvalid:
            return f"{path.name} is damaged"
    return ""


def main(trials: int, seed: int) -> Mapping[str, int]:
    """How often each thing went wrong."""
    luck, seconds, mistakes = random.Random(seed), defaultdict[str, list[float]](list), Counter[str]()
    finished = 0
    with tempfile.TemporaryDirectory() as place:
        calm, folder = ready(Path(place) / "calm"), ready(Path(place) / "0")
        subprocess.run(COMMAND, cwd=calm, check=True, capture_output=True)
        for number in range(trials):
            name = luck.choice(list(WISHES))
            code, took, said = trial(folder, WISHES[name], luck.uniform(0.7, LONGEST), luck.uniform(0.15, 0.5))
            if code:
                seconds[name].append(took)
            if mistake := wrong(folder, code, said):
                mistakes[mistake] += 1
            last = number == trials - 1
            if last and code:
                code = subprocess.run(COMMAND, cwd=folder, capture_output=True).returncode
            if not code:
                finished += 1
                mistakes["another export"] += content(folder) != content(calm)
                rmtree(folder)
                folder = ready(Path(place) / str(number + 1))
    for name, some in sorted(seconds.items()):
        print(f"{name:14} {len(some):4} times: ended after {statistics.median(some):5.2f} s, {max(some):5.2f} at most")
    print(f"{trials} trials, {finished} runs finished in between and compared; mistakes: {+mistakes or 'none'}")
    return +mistakes


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:]]
    sys.exit(bool(main(numbers[0] if numbers else 200, numbers[1] if numbers[1:] else 0)))
