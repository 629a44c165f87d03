"""A disk that fills up: one line, nothing lost, and the same command goes on when there is room again."""

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from synthgen.disk import write_once

COMMAND = [sys.executable, "-m", "synthgen", "ability=vehicle", "n=60", "exporter=[llava]"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "outputs"
    folder.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1500k", "tmpfs", folder], capture_output=True)
    if made.returncode:
        pytest.skip("cannot mount a small disk here")
    yield folder
    subprocess.run(["umount", folder], check=True)


@pytest.mark.slow
def test_a_full_disk_ends_the_run_with_one_line_and_the_run_goes_on_when_there_is_room(small_disk: Path) -> None:
    full = subprocess.run(COMMAND, cwd=small_disk.parent, capture_output=True, text=True)
    assert full.returncode == 6, full.stderr
    assert "is full; free space, then run the same command" in full.stderr and "Traceback" not in full.stderr
    assert not list(small_disk.rglob("*.tmp"))
    subprocess.run(["mount", "-o", "remount,size=60m", small_disk], check=True)
    done = subprocess.run(COMMAND, cwd=small_disk.parent, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert len(list((small_disk / "vehicle/export/llava/images").iterdir())) == 60


@pytest.mark.parametrize("number", [errno.EPERM, errno.ENOTSUP, errno.ENOSYS])
def test_the_first_file_stays_also_where_the_disk_knows_no_hard_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def link(old: Path, new: Path) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "link", link)
    path = tmp_path / "a"
    assert write_once(path, b"first") and not write_once(path, b"second")
    assert path.read_bytes() == b"first" and list(tmp_path.iterdir()) == [path]
