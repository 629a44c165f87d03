"""One driver at a time in a folder, also where several machines see it.

    lock      {"host", "pid", "where", "born", "token", "beat"}: who holds it; empty when nobody does

The kernel's own lock (flock) decides among processes of one machine, and lets go when its owner ends, however it ends.
Network file systems may not have it, or keep it to each machine without a word. So an owner also renews a counter in
the file, and whoever wants the folder looks whether it goes on: by its own clock, for those of two machines differ.
"""

import errno
import fcntl
import json
import os
import re
import sys
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO

from synthgen.errors import FolderInUse
from synthgen.kit.living import Owner, alive, myself

BEAT = 1.0
"""Seconds between two signs of life of an owner."""
SILENCE = 60.0
"""Seconds without one, after which the owner of another machine is taken for dead."""
MOMENT = 0.1
"""Seconds in which somebody who has just come writes its name."""
LOOK = 0.5
"""Seconds between two looks at somebody else's lock."""
_ROOM = 512
"""Bytes: a note is always written at once, and as long as any other."""
_OURS_ALONE = {"ext2", "ext3", "ext4", "xfs", "btrfs", "zfs", "f2fs", "tmpfs", "overlay"}
"""File systems that no other machine writes to: there the kernel's word is the last. Any other may be shared."""
_NO_LOCKS = (errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL)


class Lock:
    """Ours, until it is lost: a driver that slept for long may find that another one has taken over."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._note = {**myself(), "token": uuid.uuid4().hex}
        self._beats = 0
        self.lost: Owner | None = None
        """Who has it now."""
        self.when_lost: Callable[[FolderInUse], None] = lambda why: None
        """Told as soon as that is seen; from a thread."""

    def check(self) -> None:
        """Raises FolderInUse if somebody else has taken over."""
        if self.lost is None:
            now = read(self._path)
            self.lost = now if now and now.get("token") != self._note["token"] else None
        if self.lost is not None:
            raise FolderInUse(
                f"{_who(self.lost)} has taken over {self._path.parent}, because this one had not been heard of; "
                "what it finished is kept"
            )

    def write(self) -> None:
        self._beats += 1
        content = json.dumps({**self._note, "beat": self._beats}).ljust(_ROOM)
        with self._path.open("r+b") as file:  # in place: the kernel's lock is on this very file
            os.pwrite(file.fileno(), content.encode(), 0)

    def clear(self) -> None:
        with suppress(OSError):  # deleted, or out of reach: then whoever comes sees that we have ended
            if self.lost is None:
                os.truncate(self._path, 0)


@contextmanager
def held(path: Path, say: Callable[[str], None] | None = None) -> Iterator[Lock]:
    """Hold the lock while the block lasts. `say`: told what is waited for.

    Raises FolderInUse, naming the owner.
    """
    say = say or _aloud
    with ExitStack() as stack:
        while True:
            file = stack.enter_context(path.open("a+b"))
            sure = _flocked(file, path) and _ours_alone(path)
            if not sure:
                _wait_for_the_dead(path, say)
            if path.exists() and os.path.samestat(path.stat(), os.fstat(file.fileno())):
                break  # else it was deleted while we waited
        lock = Lock(path)
        lock.write()
        if not sure:  # two may have come here at once: the last one to write has it
            time.sleep(LOOK)
            lock.check()
        done = threading.Event()
        beating = threading.Thread(target=_beat, args=(lock, done), name="synthgen-lock", daemon=True)
        beating.start()
        try:
            yield lock
        finally:
            done.set()
            beating.join()
            with suppress(FolderInUse):
                lock.check()
            lock.clear()


def read(path: Path) -> Owner | None:
    """Who holds a lock, as its file says; None if nobody does, or it was cut short."""
    try:
        owner = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    return owner if isinstance(owner, dict) and {"host", "pid"} <= owner.keys() else None


def _flocked(file: IO[bytes], path: Path) -> bool:
    """Whether the kernel's lock is ours; False on a file system that has none. Raises FolderInUse."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise FolderInUse(_in_use(path, _written(path, somebody=True))) from None
    except OSError as e:
        if e.errno not in _NO_LOCKS:
            raise
        return False
    return True


def _ours_alone(path: Path, mounts: Path = Path("/proc/self/mountinfo")) -> bool:
    """Whether it lies where no other machine can see it."""
    here, kind, deepest = path.resolve(), "", 0
    for line in mounts.read_text().splitlines() if mounts.exists() else ():
        words = line.split()
        place = Path(re.sub(r"\\(\d{3})", lambda octal: chr(int(octal[1], 8)), words[4]))
        if here.is_relative_to(place) and len(place.parts) >= deepest:
            deepest, kind = len(place.parts), words[words.index("-") + 1]
    return kind in _OURS_ALONE


def _wait_for_the_dead(path: Path, say: Callable[[str], None]) -> None:
    """Returns when nobody is at work here. Raises FolderInUse as soon as somebody is seen to be.

    Of this machine that is known at once; of others it takes a minute to know that one is dead.
    """
    owner = _written(path)
    if owner is None or (here := alive(owner)) is False:
        return
    if here:
        raise FolderInUse(_in_use(path, owner))
    if "beat" not in owner:
        raise FolderInUse(f"{_in_use(path, owner)}. Where that has surely ended, delete {path}")
    say(f"{_who(owner)} holds {path.parent}; waiting up to {SILENCE:.0f} s for a sign of life (or delete {path})")
    since = time.monotonic()
    while time.monotonic() - since < SILENCE:
        time.sleep(LOOK)
        now = _written(path)
        if now is None:
            return
        if (now.get("token"), now.get("beat")) != (owner.get("token"), owner.get("beat")):
            raise FolderInUse(_in_use(path, now))
    say(f"{_who(owner)} gave none for {SILENCE:.0f} s: taking over")


def _written(path: Path, somebody: bool = False) -> Owner | None:
    """As `read`; who is about to write, or is writing, gets a moment for it. `somebody`: the folder is surely held."""
    since = time.monotonic()
    while True:
        owner = read(path)
        unclear = alive(owner) is False if owner else path.exists() and path.stat().st_size > 0
        if not (unclear or (somebody and owner is None)) or time.monotonic() - since > MOMENT:
            return owner
        time.sleep(MOMENT / 5)


def _in_use(path: Path, owner: Owner | None) -> str:
    return f"{path.parent} is in use by {_who(owner)}; wait for it, or choose another folder"


def _who(owner: Owner | None) -> str:
    return f"process {owner['pid']} on {owner['host']}" if owner else "another process"


def _beat(lock: Lock, done: threading.Event) -> None:
    while not done.wait(BEAT):
        # a folder that cannot be reached for a moment is no reason to end; that it is lost is told when it matters
        with suppress(OSError):
            try:
                lock.check()
                lock.write()
            except FolderInUse as e:
                return lock.when_lost(e)


def _aloud(line: str) -> None:
    print(line, file=sys.stderr)
