"""Tar files as WebDataset reads them: plain USTAR, nothing in them of when, where and by whom they were made."""

from types import TracebackType
from typing import IO, Self

BLOCK = 512
NAME = 100
"""Letters that a name may have; the field for longer ones needs a folder in them."""
_SIZE = slice(124, 136)
_SUM = slice(148, 156)
# POSIX.1-1988: mode, owner and group, size, time, check sum, type, link name, magic and version, the rest empty.
_HEADER = bytes(NAME) + b"0000644\0" + 2 * b"0000000\0" + bytes(12) + b"00000000000\0" + 8 * b" " + b"0"
_HEADER += bytes(100) + b"ustar\x0000" + bytes(BLOCK - 265)
_EMPTY_SUM = sum(_HEADER)


def member(name: str, data: bytes) -> bytes:
    """A file as it lies in an archive: header, bytes, zeros up to the next block. Raises ValueError: name too long."""
    named, size = name.encode("ascii"), b"%011o\0" % len(data)
    if len(named) > NAME:
        raise ValueError(f"{name}: a name in a tar file has at most {NAME} letters")
    header = bytearray(_HEADER)
    header[: len(named)] = named
    header[_SIZE] = size
    header[_SUM] = b"%06o\0 " % (_EMPTY_SUM + sum(named) + sum(size))
    return b"".join((header, data, bytes(-len(data) % BLOCK)))


class Tar:
    """An archive that is written from front to back; `tarfile` takes several times as long for small files."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def add(self, *members: bytes) -> None:
        self._file.write(b"".join(members))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self._file.write(bytes(2 * BLOCK))
