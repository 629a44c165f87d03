"""Stores that fsspec knows (s3://, gs://, ...): which urls are of use, what their files tell, troubles as one line.

Credentials are found by the libraries, where the own tools of a store keep them; none is ever in a configuration.
"""

import base64
import errno
import re
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import fsspec
from fsspec import AbstractFileSystem

from synthgen.errors import AccessError, DiskError, SynthgenError, UsageError

TEMPORARY = ".synthgen-"
"""What files begin with that are not whole yet."""
_PACKAGES = {
    **dict.fromkeys(("s3", "s3a"), "'synthgen[s3]'"),
    **dict.fromkeys(("gs", "gcs"), "'synthgen[gcs]'"),
    **dict.fromkeys(("az", "abfs", "abfss"), "'synthgen[azure]'"),
    **dict.fromkeys(("sftp", "ssh"), "paramiko"),
    "smb": "smbprotocol",
    "oss": "ossfs",
    "webdav": "webdav4",
}
_LIBRARY_ERRORS = (
    ("botocore.exceptions", "BotoCoreError"),
    ("google.auth.exceptions", "GoogleAuthError"),
    ("gcsfs.retry", "HttpError"),
    ("azure.core.exceptions", "AzureError"),
    ("aiohttp", "ClientError"),
)
"""What the libraries of stores raise beside OSError."""


def protocol_of(url: str) -> str:
    """ "" for a path; else a protocol whose library is there. Raises UsageError."""
    protocol, mark, path = url.partition("://")
    if not mark:
        if slip := re.match(r"(\w{2,}):/*", url):
            raise UsageError(f"{url}: a store is named {slip[1]}://{url[slip.end() :]}; pass a folder, or that")
        return ""
    if protocol == "hf":
        raise UsageError(f"{url}: only an export goes to the Hugging Face hub, with export.push=user/name")
    if protocol in ("http", "https"):
        raise UsageError(f"{url}: cannot be written to; pass a folder, or a store such as s3://bucket/folder")
    try:
        fsspec.get_filesystem_class(protocol)
    except ValueError as e:
        raise UsageError(f"{url}: {e}; pass a folder, or a store such as s3://bucket/folder") from e
    except ImportError as e:
        package = _PACKAGES.get(protocol)
        raise UsageError(f"{url}: {f'needs pip install {package}' if package else e}") from e
    if not path.strip("/"):
        raise UsageError(f"{url}: names no bucket; pass {protocol}://bucket/folder")
    return protocol


def unusable(url: str) -> str | None:
    """Why nothing can be written to a url, with the fix: a missing library, an unknown protocol. Asks nobody."""
    try:
        protocol_of(url)
    except UsageError as e:
        return e.mistakes[0]
    return None


def appears_whole(fs: AbstractFileSystem) -> bool:
    """Whether a file appears when its upload is complete; elsewhere a half-written file is a file."""
    return bool(fs.async_impl) or "memory" in fs.protocol


def digest(about: dict[str, Any]) -> str:
    """What a store says of a file's bytes: S3 by its ETag, Google in base64, Azure as bytes; "" where it does not."""
    if etag := about.get("ETag"):
        return str(etag).strip('"')
    if google := about.get("md5Hash"):
        return base64.b64decode(google).hex()
    azure = (about.get("content_settings") or {}).get("content_md5")
    return bytes(azure).hex() if azure else ""


@contextmanager
def told(url: str, otherwise: str = "") -> Iterator[None]:
    """What goes wrong at a place, as one line. `otherwise`: what a user can do who does not mend it."""
    try:
        yield
    except _errors() as e:
        raise trouble(url, e, otherwise) from e


def _errors() -> tuple[type[Exception], ...]:
    """What a place raises: the system's errors, and those of the libraries that are loaded."""
    return (
        OSError,
        sqlite3.OperationalError,
        *(getattr(sys.modules[module], name) for module, name in _LIBRARY_ERRORS if module in sys.modules),
    )


def trouble(url: str, error: Exception, otherwise: str = "") -> SynthgenError:
    """An error of a place as one of ours."""
    said = (isinstance(error, OSError) and error.strerror) or " ".join(str(error).split()) or type(error).__name__
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskError(f"no space left for {url}; free some, then run the same command")
    if isinstance(error, sqlite3.OperationalError):
        return DiskError(f"{tempfile.gettempdir()}: {said}; free some space there, then run the same command")
    if isinstance(error, PermissionError):
        return AccessError(f"{url}: {said}; use credentials that may write there{otherwise}")
    if "redential" in type(error).__name__:
        return AccessError(f"{url}: {said}; log in as its own command line tool wants it{otherwise}")
    if isinstance(error, FileNotFoundError):
        return DiskError(f"{url}: {said}; make it first{otherwise}")
    return DiskError(f"{url}: {said}; run the same command to go on{otherwise}")
