"""Whether a process lives that left its name in a file: on this machine that can be known, on another it cannot."""

import os
import socket
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_HIDDEN = "?"
"""Of a process that is there: when it began is not told."""
Owner = Mapping[str, Any]
"""{"host", "pid", "where", "born"}, and what else its file says."""


def myself() -> dict[str, Any]:
    """This process, as others can tell whether it lives."""
    return {"host": socket.gethostname(), "pid": os.getpid(), "where": _where(), "born": _born(os.getpid())}


def alive(owner: Owner) -> bool | None:
    """Whether that process runs; None if nobody here can know: it is one of another machine, or another container, or
    one of another user, and this machine hides those.
    """
    here = owner["where"] == _where() if "where" in owner else owner["host"] == socket.gethostname()
    if not here:
        return None
    born = _born(int(owner["pid"]))
    if born == _HIDDEN and owner.get("born") not in (None, _HIDDEN):
        return None
    return born is not None and owner.get("born") in (None, born)


def _where() -> str:
    """The boot of this machine, and the container: where a process number means the same process."""
    boot = Path("/proc/sys/kernel/random/boot_id")
    space = Path("/proc/self/ns/pid")
    known = boot.read_text().strip() if boot.exists() else ""
    return f"{known or socket.gethostname()} {os.readlink(space) if space.is_symlink() else ''}".strip()


def _born(pid: int) -> str | None:
    """When a process of this machine began, in the system's own count; None if there is none.

    Numbers of processes are used again.
    """
    if pid < 1:
        return None
    try:
        said = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return None if said[0] in "ZX" else said[19]  # it has ended, and nobody has asked how
    except (FileNotFoundError, PermissionError):  # no /proc, or one that hides what others run (hidepid)
        pass
    except ProcessLookupError:
        return None
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return None
    except PermissionError:
        pass
    return _HIDDEN
