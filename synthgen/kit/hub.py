"""Files of the Hugging Face hub, by huggingface_hub: the same lookup for `fetch` and for a run, errors in one line.

What was fetched once is found again without any network; HF_HUB_OFFLINE=1 makes sure that nobody is asked.
"""

import errno
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from synthgen.errors import AccessError, DeviceError, DiskError, SynthgenError, UsageError
from synthgen.interfaces import Download, Model

_NAME = re.compile(r"(?P<repo>[\w-][\w.-]*/[\w-][\w.-]*)(@(?P<revision>[^/@]+))?(/(?P<file>.+\.safetensors))?")


@dataclass(frozen=True)
class HubName:
    """ "owner/name", "owner/name@commit" or "owner/name@commit/file.safetensors", taken apart."""

    repo: str
    revision: str | None
    file: str | None


def hub_name(text: str) -> HubName | None:
    """What a text names on the hub; None if it has another form."""
    found = _NAME.fullmatch(text)
    return HubName(found["repo"], found["revision"], found["file"]) if found else None


def model_of(name: str, revision: str | None = None, license: str = "") -> Model:
    """The model that an option names: owner/name, owner/name@commit, owner/name@commit/file, or a local path."""
    if name.startswith(("/", "~", ".")):
        return Model(Path(name).name, "", license)
    found = hub_name(name)
    return Model(found.repo, found.revision or revision or "", license) if found else Model(name, "", license)


def files_of(repo: str, revision: str | None, first: str) -> tuple[Path, list[str]]:
    """The local copy of one file of a repository, and the names of all its files.

    Raises SynthgenError.
    """
    from huggingface_hub import get_cached_repo_tree
    from huggingface_hub.errors import CachedRepoTreeNotFoundError

    folder = folder_of(Download(repo, revision, (first,)))
    try:
        names = [entry.path for entry in get_cached_repo_tree(repo, revision=revision)]
    except CachedRepoTreeNotFoundError:  # fetched by an older version, and there is no network now
        names = [str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()]
    return folder / first, names


def folder_of(download: Download, bars: bool = False) -> Path:
    """The local folder with these files; those that are not there yet are fetched, with progress bars if asked for.

    Raises SynthgenError.
    """
    from huggingface_hub import snapshot_download

    quiet(bars)
    with plain_errors(download.repo, download.revision):
        folder = snapshot_download(download.repo, revision=download.revision, allow_patterns=list(download.files))
    _all_there(download, [file for file in download.files if (Path(folder) / file).is_file()])
    return Path(folder)


def is_here(download: Download) -> bool:
    """Whether all its files were fetched before; nobody is asked."""
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import LocalEntryNotFoundError

    try:
        folder = Path(snapshot_download(download.repo, revision=download.revision, local_files_only=True))
    except LocalEntryNotFoundError:
        return False
    return all((folder / file).is_file() for file in download.files)


@dataclass(frozen=True)
class Listed:
    """One file of a download."""

    repo: str
    commit: str
    file: str
    bytes: int
    there: bool


def listed(download: Download) -> list[Listed]:
    """The files of a download with their sizes; nothing is fetched. Raises SynthgenError."""
    from huggingface_hub import constants, snapshot_download

    if constants.is_offline_mode():
        folder = folder_of(download)
        sizes = {file: (folder / file).stat().st_size for file in sorted(download.files)}
        return [Listed(download.repo, folder.name, file, size, True) for file, size in sizes.items()]
    quiet()
    with plain_errors(download.repo, download.revision):
        found = snapshot_download(
            download.repo, revision=download.revision, allow_patterns=list(download.files), dry_run=True
        )
    _all_there(download, [one.filename for one in found])
    rows = [Listed(download.repo, f.commit_hash, f.filename, f.file_size or 0, f.is_cached) for f in found]
    return sorted(rows, key=lambda row: row.file)


def quiet(bars: bool = False) -> None:
    """No word of huggingface_hub's own but, if asked for, its progress bars."""
    from huggingface_hub.utils import disable_progress_bars, enable_progress_bars, logging

    logging.set_verbosity_error()  # else it tells of each attempt
    if bars:
        enable_progress_bars()
    else:
        disable_progress_bars()


@contextmanager
def plain_errors(repo: str, revision: str | None) -> Iterator[None]:
    """What huggingface_hub raises, as one line with the fix."""
    from httpx2 import HTTPError
    from huggingface_hub.errors import EntryNotFoundError, HFValidationError, XetDownloadError

    try:
        yield
    except (OSError, EntryNotFoundError, HFValidationError, HTTPError, XetDownloadError) as e:
        raise _plain(e, repo, revision) from e


def _plain(error: BaseException, repo: str, revision: str | None) -> SynthgenError:
    from huggingface_hub import constants, errors

    at = f"{repo}@{revision}" if revision else repo
    match error:
        case errors.DryRunError() if error.__cause__ is not None:
            return _plain(error.__cause__, repo, revision)
        case errors.GatedRepoError():
            return AccessError(
                f"{repo} is gated: accept its licence on {constants.ENDPOINT}/{repo}, make a token on "
                f"{constants.ENDPOINT}/settings/tokens, and export HF_TOKEN=<the token>"
            )
        case errors.RepositoryNotFoundError():
            return UsageError(
                f"{constants.ENDPOINT}/{repo} does not exist, or is private: check the name, or export HF_TOKEN=..."
            )
        case errors.RevisionNotFoundError():
            return UsageError(f"{repo} has no revision {revision}; name a commit of it, or null for the newest")
        case errors.RemoteEntryNotFoundError():
            return UsageError(f"{at} has no such file: {first_line(error)}")
        case errors.HFValidationError():
            return UsageError(f"{repo} is neither a local path nor a name on the hub (owner/name)")
        case errors.HfHubHTTPError() if error.response.status_code in (401, 403):
            return AccessError(f"{at}: the hub refuses the token: {first_line(error)} Renew HF_TOKEN")
        case OSError(errno=errno.ENOSPC):
            return DiskError(
                f"no room for {at} in {constants.HF_HUB_CACHE}; free some, or name another folder in HF_HOME"
            )
    if constants.is_offline_mode():
        return _offline(at)
    return DeviceError(
        f"cannot fetch {at} from {constants.ENDPOINT}: {first_line(error.__cause__ or error)} Is the network there? "
        "The same command goes on; files that are complete stay"
    )


def _offline(what: str) -> DeviceError:
    return DeviceError(
        f"{what} is not complete on this machine, and HF_HUB_OFFLINE forbids to fetch it; run "
        "`python -m synthgen fetch ...` with the same options and HF_HUB_OFFLINE=0 first"
    )


def _all_there(download: Download, there: Sequence[str]) -> None:
    from huggingface_hub import constants

    lacking = sorted(set(download.files) - set(there))
    if lacking and constants.is_offline_mode():
        raise _offline(f"{download.repo} ({', '.join(lacking)})")
    if lacking:
        raise UsageError(f"{download.repo} has no file {', '.join(lacking)}")


def first_line(error: BaseException) -> str:
    """What an error says, without what follows."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return (lines or [type(error).__name__])[0].rstrip(".") + "."
