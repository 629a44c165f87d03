"""Kills at random moments: what twenty of a worker, and twenty of the driver, cost in time, pictures and requests.

    python -m bench.kills [n=2000] [seconds=2] [workers=4] [kills=20] [key=value of synthgen ...]

Three runs at the same time, each with a language model on loopback of its own and a renderer that draws as `sketch`
does and then waits so many seconds: one that nobody disturbs, one that loses a worker again and again, one that loses
its driver and is started again at once. So their times can be compared on a machine that has other things to do. The
moments are uniform over the time that n pictures take, from the first one on.
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from bench.default_run import children
from bench.slow import ready
from tests.chat_server import fetch_seen, serving_apart
from tests.writers import writing

ARE_WORKERS = (b"spawn_main", b"ray::")
"""What stands in the command line of a worker: of engine=local, of engine=ray."""


@dataclass
class Trial:
    """One run, however often it is started."""

    name: str
    folder: Path
    command: list[str]
    moments: list[float] = field(default_factory=list)
    """Seconds after its first picture was begun."""
    hits: list[float] = field(default_factory=list)
    """Those at which there was something to kill."""
    seconds: float = 0.0
    code: int = 0
    requests: Counter[str] = field(default_factory=Counter)

    def start(self) -> subprocess.Popen[bytes]:
        with (self.folder / "said").open("ab") as said:
            return subprocess.Popen(self.command, cwd=self.folder, stdout=said, stderr=said)

    def run(self) -> None:
        with serving_apart(writing) as url:
            self.command += [f"llm.base_url={url}", "llm=openai", "llm.model=tiny", "llm.api_key_env=null"]
            began, process, left, first = time.monotonic(), self.start(), sorted(self.moments), 0.0
            while process.poll() is None:
                time.sleep(0.02)
                if not first and (self.folder / "notes").exists():
                    first = time.monotonic()
                if first and left and time.monotonic() - first > left[0] and (victim := self.victim(process)):
                    self.hits.append(left.pop(0))
                    os.kill(victim, signal.SIGKILL)
                    if victim == process.pid:
                        process.wait()
                        process = self.start()
            self.seconds, self.code = time.monotonic() - began, process.returncode
            self.requests = Counter(repr(body["messages"]) for body in fetch_seen(url).bodies)

    def victim(self, process: subprocess.Popen[bytes]) -> int | None:
        if self.name == "driver":
            return process.pid
        workers = [pid for pid in children(process.pid) if is_worker(pid)]
        return random.choice(workers) if workers else None

    @property
    def rendered(self) -> Counter[str]:
        """How often each picture was begun."""
        return Counter((self.folder / "notes").read_text().split())

    def export(self) -> str:
        """A hash of every file of it."""
        root, found = self.folder / "outputs/run/export", sha256()
        for path in sorted(root.rglob("*")):
            if path.is_file():
                found.update(f"{path.relative_to(root)}".encode() + b"\0" + path.read_bytes())
        return found.hexdigest()[:12]


def is_worker(pid: int) -> bool:
    try:
        return any(mark in Path(f"/proc/{pid}/cmdline").read_bytes() for mark in ARE_WORKERS)
    except OSError:
        return False


def trials(place: Path, n: int, seconds: float, workers: int, kills: int, words: list[str]) -> list[Trial]:
    """All three, ended."""
    size = [] if any(word == "engine=ray" for word in words) else [f"engine.workers={workers}"]
    found, luck, long = [], random.Random(n), n * seconds / workers
    for name in ("nobody", "worker", "driver"):
        folder = place / name
        folder.mkdir()
        ready(folder)
        command = [sys.executable, "-m", "synthgen", "ability=animal", f"n={n}", "name=run", "renderer=slow_sketch"]
        command += [f"renderer.picture={seconds}", f"renderer.notes={folder / 'notes'}", *size, *words]
        moments = [luck.uniform(0, long) for _ in range(kills)] if name != "nobody" else []
        found.append(Trial(name, folder, command, moments))
    threads = [threading.Thread(target=trial.run) for trial in found]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def table(found: list[Trial]) -> list[str]:
    calm = found[0]
    lines = ["| killed | times | seconds | extra | pictures begun | again | requests | sent again | export |"]
    lines.append("|---|---|---|---|---|---|---|---|---|")
    for one in found:
        extra = f"{one.seconds / calm.seconds - 1:.1%}" if one is not calm else ""
        begun, sent = one.rendered, one.requests
        again, twice = begun.total() - len(begun), sent.total() - len(sent)
        same = "same" if one.export() == calm.export() and not one.code else f"ANOTHER, exit code {one.code}"
        export = one.export() if one is calm else same
        cells = (
            one.name,
            len(one.hits),
            f"{one.seconds:.0f}",
            extra,
            begun.total(),
            again,
            sent.total(),
            twice,
            export,
        )
        lines.append(f"| {' | '.join(map(str, cells))} |")
    return lines


def main(n: int, seconds: float, workers: int, kills: int, words: list[str]) -> bool:
    """Whether both gave the export of the run that nobody disturbed."""
    with tempfile.TemporaryDirectory() as place:
        began = os.getloadavg()[0]
        found = trials(Path(place), n, seconds, workers, kills, words)
        print(f"n={n}, {seconds} s a picture, {workers} workers; load {began:.1f} to {os.getloadavg()[0]:.1f}")
        print("\n".join(table(found)))
        return len({one.export() for one in found}) == 1 and not any(one.code for one in found)


if __name__ == "__main__":
    own = {"n": "2000", "seconds": "2", "workers": "4", "kills": "20"}
    given = dict(word.split("=", 1) for word in sys.argv[1:])
    other = [f"{key}={value}" for key, value in given.items() if key not in own]
    said = own | {key: value for key, value in given.items() if key in own}
    numbers = int(said["n"]), float(said["seconds"]), int(said["workers"]), int(said["kills"])
    sys.exit(not main(*numbers, other))
