"""What a disk that is full in the middle of a line, and threads that keep replies at once, do to the journal."""

import resource
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from synthgen.desk import RunDesk
from synthgen.errors import DiskError
from synthgen.types import Reply


@contextmanager
def files_of_a_thousand_bytes() -> Iterator[None]:
    """For a moment: whatever else this process writes to is longer."""
    before, heard = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, heard)


def test_a_line_that_a_full_disk_cut_short_does_not_swallow_the_next_one(tmp_path: Path) -> None:
    desk = RunDesk(tmp_path)
    desk.append(Reply("a", "id", "x" * 500))
    with pytest.raises(DiskError), files_of_a_thousand_bytes():
        desk.append(Reply("b", "id", "y" * 500))
    desk.append(Reply("c", "id", "z" * 100))
    for one in (desk, RunDesk(tmp_path)):
        assert [one.look_up(key) is not None for key in "abc"] == [True, False, True]


def test_what_many_threads_keep_at_once_is_all_found_and_counted_once(tmp_path: Path) -> None:
    RunDesk(tmp_path).append(Reply("old", "id", "an earlier run's"))
    desk = RunDesk(tmp_path)

    def keep(thread: int) -> None:
        for n in range(20):
            assert desk.look_up("old") is not None
            desk.append(*(Reply(f"{thread} {n} {k}", "id", f"text {thread} {n} {k}") for k in range(3)))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(keep, range(8)))
    keys = [f"{thread} {n} {k}" for thread in range(8) for n in range(20) for k in range(3)]
    for one in (desk, RunDesk(tmp_path)):
        found = [one.look_up(key) for key in keys]
        assert [reply.text for reply in found if reply] == [f"text {key}" for key in keys]
        assert one.bill.replies == len(keys) + 1
