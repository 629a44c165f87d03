"""Two commands at the same moment on one folder: exactly one proceeds, the other ends with exit code 3, and how fast.

    python -m bench.two_starts [pairs]

The one that proceeds is killed as soon as the other has ended, so that each pair also finds the lock of a dead driver.
"""

import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

WORDS = [sys.executable, "-m", "synthgen", "ability=vehicle", "n=5000", "qc=[]", "renderer.size=64", "engine.workers=1"]
WHY = "is in use by"


def pair(folder: Path) -> tuple[str, float]:
    """What became of it, and how many seconds the one that gave way was there, the start of Python included."""
    began = time.monotonic()
    both = [subprocess.Popen(WORDS, cwd=folder, stdout=-3, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    while all(process.poll() is None for process in both):
        time.sleep(0.005)
    seconds = time.monotonic() - began
    loser = min(both, key=lambda process: process.returncode is None)
    said = loser.stderr.read() if loser.stderr else ""
    winner = both[1 - both.index(loser)]
    went_on = winner.poll() is None
    winner.send_signal(signal.SIGKILL)
    for process in both:
        process.communicate()
    good = went_on and loser.returncode == 3 and f"{WHY} process {winner.pid} on" in said
    return "one proceeds" if good else f"exit codes {[p.returncode for p in both]}: {said[-300:]}", seconds


def main(pairs: int) -> Counter[str]:
    with tempfile.TemporaryDirectory() as folder:
        found = [pair(Path(folder)) for _ in range(pairs)]
    seconds = sorted(seconds for _, seconds in found)
    for said, count in Counter(said for said, _ in found).items():
        print(f"{count:4} of {pairs}: {said}")
    print(f"seconds until the other had ended: median {statistics.median(seconds):.2f}, most {seconds[-1]:.2f}")
    return Counter(said for said, _ in found)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
