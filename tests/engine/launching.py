"""What a launcher does: start a command several times, and tell each process which one it is."""

import os
import socket
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


class Launch:
    """Several ranks of one command, in a folder, on this machine."""

    def __init__(self, folder: Path, module: str, *arguments: str, size: int = 2) -> None:
        self._folder, self._command, self._size = folder, [sys.executable, "-m", module, *arguments], size
        self._port = free_port()

    def start(self, rank: int) -> "subprocess.Popen[str]":
        said = {"RANK": rank, "LOCAL_RANK": rank, "WORLD_SIZE": self._size, "LOCAL_WORLD_SIZE": self._size}
        said |= {"MASTER_ADDR": "127.0.0.1", "MASTER_PORT": self._port}
        env = os.environ | {key: str(value) for key, value in said.items()} | {"PYTHONPATH": str(ROOT)}
        return subprocess.Popen(
            self._command, cwd=self._folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )

    def all(self) -> "list[subprocess.Popen[str]]":
        return [self.start(rank) for rank in range(self._size)]


def ends(processes: "Sequence[subprocess.Popen[str]]", seconds: float = 120) -> list[tuple[int, str, str]]:
    """Exit code, output and messages of each."""
    said = [process.communicate(timeout=seconds) for process in processes]
    return [(process.returncode, *two) for process, two in zip(processes, said, strict=True)]
