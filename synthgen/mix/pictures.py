"""The pictures that rows name: paths that stay in their folder, files that are there, and that open if one asks."""

import os
import re
import stat
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal

from synthgen.kit.pictures import BrokenPicture, size_of

Look = Literal["exists", "open", "skip"]
LARGEST = 100 << 20
"""Bytes of a picture's file that is opened."""
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_CONTROL = re.compile("[\0-\x1f\x7f\ud800-\udfff]")


def path_fault(path: str) -> str:
    """Why nobody should follow a path out of a foreign file; "" for one that stays below its folder."""
    if not path or _CONTROL.search(path):
        return "a path with control characters" if path else "an empty path"
    if "\\" in path:
        return "a path with a backslash"
    if _SCHEME.match(path):
        return "a URL or a path with a drive letter"
    if path[0] in "/~":
        return "a path that does not start at the folder"
    if ".." in path.split("/"):
        return "a path with .."
    return ""


class Pictures:
    """The folder of one source's pictures: `images` in the folder that all pictures lie in."""

    def __init__(self, root: Path, images: str, look: Look, links: bool) -> None:
        self._folder = root / images
        self._images = images
        self._look = look
        self._links = links
        self._parent_leaves = lru_cache(maxsize=4096)(self._leaves)

    @property
    def looks(self) -> bool:
        return self._look != "skip"

    @property
    def opens(self) -> bool:
        return self._look == "open"

    def read(self, paths: Sequence[str]) -> Iterator[bytes]:
        """The bytes of the pictures, one after the other; none of those that cannot be had."""
        for path in paths:
            try:
                file = self._folder / path
                fits = file.is_file() and file.stat().st_size <= LARGEST
                data = file.read_bytes() if fits else b""
            except OSError:
                data = b""
            yield data

    def fault(self, path: str) -> str:
        """What speaks against a picture whose path has no fault; "" if nothing."""
        whole = f"{self._folder}/{path}"
        try:
            about = os.lstat(whole)
            if not self._links and (
                self._parent_leaves(whole.rpartition("/")[0]) or (stat.S_ISLNK(about.st_mode) and self._leaves(whole))
            ):
                return "a picture that a link leads to, out of its folder (links=true allows that)"
            about = os.stat(whole) if stat.S_ISLNK(about.st_mode) else about
        except (OSError, ValueError):
            return "a missing picture"
        if not stat.S_ISREG(about.st_mode):
            return "a picture that is no file"
        return self._damage(whole, about.st_size) if self._look == "open" else ""

    def _damage(self, path: str, size: int) -> str:
        if size > LARGEST:
            return f"a picture of more than {LARGEST >> 20} MB"
        try:
            size_of(Path(path).read_bytes())
        except (BrokenPicture, OSError) as e:
            return f"a picture that does not open ({e})"
        return ""

    @cached_property
    def _root(self) -> str:
        return os.path.realpath(self._folder)

    def _leaves(self, path: str) -> bool:
        real = os.path.realpath(path)
        return real != self._root and not real.startswith(self._root.rstrip("/") + "/")
