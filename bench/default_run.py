"""Samples per second and peak memory of the default run, at several n: memory should not grow with n.

    python -m bench.default_run [ability] [n ...]

Linux only: reads VmHWM of the driver and its workers from /proc.
"""

import os
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


def cpu(pid: int) -> float | None:
    """Seconds that a process has worked, without its children; None for one that has just ended."""
    try:
        words = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")


def measure(ability: str, n: int) -> tuple[float, float, float, float, int]:
    """Of one run: wall seconds, CPU seconds of its driver, peak MB of it and of the largest worker, samples kept."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "synthgen", f"ability={ability}", f"n={n}", f"outputs={folder}"]
        began = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        driver = worker = worked = 0.0
        while process.poll() is None:
            worked = cpu(process.pid) or worked
            driver = max(driver, peak_mb(process.pid))
            worker = max([worker, *(peak_mb(pid) for pid in children(process.pid))])
            time.sleep(0.05)
        seconds = time.monotonic() - began
        if process.returncode:
            raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
        kept = sum(1 for _ in (Path(folder) / ability / "export/llava/images").iterdir())
        return seconds, worked, driver, worker, kept


if __name__ == "__main__":
    ability = sys.argv[1] if len(sys.argv) > 1 else "joke"
    sizes = [int(word) for word in sys.argv[2:]] or [24, 500, 2000]
    print("ability       n   kept   wall s   samples/s   driver CPU s   driver peak MB   worker peak MB")
    for n in sizes:
        wall, worked, driver, worker, kept = measure(ability, n)
        figures = f"{wall:8.1f} {kept / wall:11.1f} {worked:14.1f} {driver:16.0f} {worker:16.0f}"
        print(f"{ability:8} {n:6} {kept:6} {figures}", flush=True)
