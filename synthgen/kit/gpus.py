"""Which GPUs this machine has, asked of other programs: the process that asks stays free of torch and of CUDA."""

import importlib.util
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from typing import Literal

_NVIDIA = ("nvidia-smi", "--query-gpu=index,name,memory.total", "--format=csv,noheader,nounits")
_TORCH = """\
import json, torch
cuda = [torch.cuda.get_device_properties(i) for i in range(torch.cuda.device_count())]
found = [["cuda", p.name, p.total_memory / 2**30] for p in cuda]
if torch.backends.mps.is_available():
    found.append(["mps", "Apple GPU", 0.0])
print(json.dumps({"version": torch.__version__, "gpus": found}))
"""


@dataclass(frozen=True)
class Gpu:
    """A GPU that torch could use."""

    kind: Literal["cuda", "mps"]
    name: str
    memory_gb: float
    """0 where it shares the memory of the machine."""


@cache
def gpus() -> tuple[Gpu, ...]:
    """What nvidia-smi lists; where it lists nothing, what torch sees (AMD and Apple GPUs too)."""
    return nvidia_gpus() or torch_sees()[1]


def nvidia_gpus() -> tuple[Gpu, ...]:
    """What nvidia-smi lists and CUDA_VISIBLE_DEVICES, if it names numbers, leaves visible."""
    rows = [line.split(", ") for line in _said(_NVIDIA).splitlines()]
    found = {row[0]: Gpu("cuda", row[1], int(row[2]) / 1024) for row in rows if len(row) == 3 and row[2].isdigit()}
    visible = os.environ.get("CUDA_VISIBLE_DEVICES")
    if visible is None or visible.startswith(("GPU-", "MIG-")):
        return tuple(found.values())
    return tuple(found[n] for n in visible.replace(" ", "").split(",") if n in found)


@cache
def torch_sees() -> tuple[str, tuple[Gpu, ...]]:
    """The version of torch and its GPUs; an empty version where torch is missing or does not load."""
    if importlib.util.find_spec("torch") is None:
        return "", ()
    said = _said((sys.executable, "-c", _TORCH), seconds=120)
    if not said:
        return "", ()
    answer = json.loads(said)
    return answer["version"], tuple(Gpu(*row) for row in answer["gpus"])


def _said(command: tuple[str, ...], seconds: float = 20) -> str:
    """What a program prints; nothing if it is missing, fails or takes too long."""
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=seconds, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError, subprocess.TimeoutExpired):
        return ""
