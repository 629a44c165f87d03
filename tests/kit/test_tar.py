import io
import tarfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synthgen.kit.tar import Tar, member

NAMES = st.text("abcXYZ019-_", min_size=1, max_size=90).map(lambda name: f"{name}.jpg")


@given(st.dictionaries(NAMES, st.binary(max_size=3000), max_size=6))
def test_tarfile_reads_what_was_written_and_finds_nothing_of_when_and_by_whom(some: dict[str, bytes]) -> None:
    file = io.BytesIO()
    with Tar(file) as out:
        for name, data in some.items():
            out.add(member(name, data))
    file.seek(0)
    with tarfile.open(fileobj=file) as archive:
        found = {info.name: info for info in archive}
        assert list(found) == list(some)
        assert {name: archive.extractfile(info).read() for name, info in found.items()} == some  # type: ignore[union-attr]
    for info in found.values():
        assert (info.mode, info.mtime, info.uid, info.gid, info.uname, info.gname) == (0o644, 0, 0, 0, "", "")
    assert len(file.getvalue()) % 512 == 0


@given(NAMES, st.binary(max_size=3000))
def test_a_header_is_the_one_that_tarfile_writes(name: str, data: bytes) -> None:
    info = tarfile.TarInfo(name)
    info.size, info.mode = len(data), 0o644
    assert member(name, data)[:512] == info.tobuf(tarfile.USTAR_FORMAT)


def test_a_name_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="at most 100 letters"):
        member("a" * 101, b"")


def test_an_archive_that_ends_in_an_error_is_not_closed_as_if_it_were_whole() -> None:
    file = io.BytesIO()
    with pytest.raises(OSError), Tar(file) as out:
        out.add(member("a.jpg", b"1"))
        raise OSError
    assert len(file.getvalue()) == 1024
