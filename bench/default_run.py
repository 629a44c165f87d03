"""Samples per second and peak memory of the default run, at several n: memory should not grow with n.

    python -m bench.default_run [ability] [n ...]

Linux only: reads VmHWM of the driver and its workers from /proc.
"""

import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def children(pid: int) -> list[int]:
    """All processes below a process."""
    found = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            direct = [int(word) for word in task.read_text().split()]
        except OSError:
            continue
        found += direct + [below for child in direct for below in children(child)]
    return found


def peak_mb(pid: int) -> float:
    """Peak resident memory of a process; 0 for one that has just ended."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    match = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(match[1]) / 1024 if match else 0


def measure(ability: str, n: int) -> tuple[float, float, float, int]:
    """(wall seconds, peak MB of the driver, of the largest worker, samples kept) of one run in a fresh folder."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "synthgen", f"ability={ability}", f"n={n}", f"outputs={folder}"]
        began = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        driver = worker = 0.0
        while process.poll() is None:
            driver = max(driver, peak_mb(process.pid))
            worker = max([worker, *(peak_mb(pid) for pid in children(process.pid))])
            time.sleep(0.05)
        seconds = time.monotonic() - began
        if process.returncode:
            raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
        kept = sum(1 for _ in (Path(folder) / ability / "export/llava/images").iterdir())
        return seconds, driver, worker, kept


if __name__ == "__main__":
    ability = sys.argv[1] if len(sys.argv) > 1 else "joke"
    sizes = [int(word) for word in sys.argv[2:]] or [24, 500, 2000]
    print("ability       n   kept   wall s   samples/s   driver peak MB   worker peak MB")
    for n in sizes:
        wall, driver, worker, kept = measure(ability, n)
        print(f"{ability:8} {n:6} {kept:6} {wall:8.1f} {kept / wall:11.1f} {driver:16.0f} {worker:16.0f}")
