"""A folder to a data set of the Hugging Face hub, by huggingface_hub: shard by shard, so that a broken push goes on.

Each commit holds one large file or some hundred small ones. What the hub has with the same bytes is not sent again.
"""

import hashlib
import importlib.util
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from functools import partial
from pathlib import Path
from typing import Any

from synthgen.errors import AccessError, OutageError, SynthgenError, UsageError
from synthgen.kit.hub import first_line, quiet

COMMIT_BYTES, COMMIT_FILES = 400_000_000, 250
"""What one commit holds at most, if it has more than one file. A shard of parquet is a commit of its own."""
FOLDER_FILES = 10_000
"""The most files in a folder that the hub takes (huggingface.co/docs/hub/storage-limits)."""
LAST = "README.md"
"""A data set whose card is there has all of its files."""
WAITS = (1.0, 2.0, 4.0, 8.0, 16.0)
"""Seconds before each further try."""
_NAME = re.compile(r"[A-Za-z0-9](?:[\w.-]*\w)?/[A-Za-z0-9](?:[\w.-]*\w)?", re.ASCII)


def name_mistakes(repo: str) -> Iterator[str]:
    """What is wrong with the name of a repository, by the hub's rules."""
    if not _NAME.fullmatch(repo) or len(repo) > 96 or "--" in repo or ".." in repo or repo.endswith(".git"):
        yield f"export.push={repo}: it has to be <user or organization>/<name>, of letters, digits, -, _ and ."


def mistakes() -> Iterator[str]:
    """What keeps anything from being pushed, with the fix; the hub is not asked."""
    if importlib.util.find_spec("huggingface_hub") is None:
        yield "export.push needs huggingface_hub. pip install 'synthgen[hub]'"
        return
    from huggingface_hub import constants, get_token

    if constants.is_offline_mode():
        yield "export.push: HF_HUB_OFFLINE forbids to ask the hub; unset it"
    elif get_token() is None:
        yield (
            f"export.push needs a token that may write: make one on {constants.ENDPOINT}/settings/tokens, then "
            "export HF_TOKEN=<the token>, or hf auth login"
        )


def push(folder: Path, repo: str, names: Collection[str], replaces: Sequence[str], say: Callable[[str], None]) -> str:
    """Make the data set `repo` hold what lies under these names in a folder; gives its address.

    `replaces`: patterns of files that go away if the folder does not have them, such as the last shards of a larger
    data set; all other files of the repository stay. Raises AccessError, UsageError, OutageError.
    """
    from huggingface_hub import HfApi

    quiet()
    api = HfApi()
    found = (path for name in sorted(names) for path in (folder / name, *(folder / name).rglob("*")))
    here = {path.relative_to(folder).as_posix(): path for path in found if path.is_file()}
    _check_folders(here, repo)
    url = str(_tried(repo, lambda: api.create_repo(repo, repo_type="dataset", exist_ok=True)))
    there = _tried(repo, lambda: _listed(api, repo))
    missing = [path for path in sorted(here) if not _same(here[path], there.get(path))]
    gone = [p for p in there if p not in here and any(fnmatchcase(p, pattern) for pattern in replaces)]
    last = [path for path in missing if path == LAST]
    batches = [*_batches([path for path in missing if path != LAST], here), *([last] if last or gone else [])]
    old = [LAST] if last and LAST in there and len(batches) > 1 else []  # it tells of the data that is replaced
    if not batches:
        say(f"{url} has all of it already")
    for number, batch in enumerate(batches, 1):
        size = sum(here[path].stat().st_size for path in batch) / 1e6
        named = batch[0] if len(batch) == 1 else f"{len(batch)} files"
        say(f"pushing {named if batch else 'what is gone'}, {size:,.1f} MB ({number} of {len(batches)})")
        removed = gone if number == len(batches) else old if number == 1 else []
        _tried(repo, partial(_commit, api, repo, batch, removed, here))
    return url


def _check_folders(here: Mapping[str, Path], repo: str) -> None:
    folder, count = max(Counter(path.rpartition("/")[0] for path in here).items(), key=lambda item: item[1])
    if count > FOLDER_FILES:
        raise UsageError(
            f"export.push={repo}: {folder or 'the export'} has {count:,} files, and the hub takes {FOLDER_FILES:,} in "
            "a folder; push shards instead: exporter=[parquet]"
        )


def _listed(api: Any, repo: str) -> dict[str, Any]:
    """The files that the hub has; those only know their size and hashes."""
    found = api.list_repo_tree(repo, repo_type="dataset", recursive=True)
    return {entry.path: entry for entry in found if hasattr(entry, "blob_id")}


def _same(path: Path, there: Any) -> bool:
    """Whether the hub has these bytes: large files by sha256, small ones by the id that git gives them."""
    size = path.stat().st_size
    if there is None or there.size != size:
        return False
    with path.open("rb") as file:
        if there.lfs is not None:
            return bool(hashlib.file_digest(file, "sha256").hexdigest() == there.lfs.sha256)
        return bool(hashlib.sha1(b"blob %d\0" % size + file.read()).hexdigest() == there.blob_id)


def _batches(paths: Sequence[str], here: Mapping[str, Path]) -> Iterator[list[str]]:
    batch: list[str] = []
    size = 0
    for path in paths:
        more = here[path].stat().st_size
        if batch and (size + more > COMMIT_BYTES or len(batch) == COMMIT_FILES):
            yield batch
            batch, size = [], 0
        batch.append(path)
        size += more
    if batch:
        yield batch


def _commit(api: Any, repo: str, paths: Sequence[str], gone: Sequence[str], here: Mapping[str, Path]) -> None:
    from huggingface_hub import CommitOperationAdd, CommitOperationDelete

    added = [CommitOperationAdd(path, str(here[path])) for path in paths]
    still = _listed(api, repo) if gone else {}  # the answer to a first try may have been lost
    operations = [*added, *(CommitOperationDelete(path) for path in gone if path in still)]
    if not operations:
        return
    message = f"Add {paths[0]}" if len(paths) == 1 else f"Add {len(paths)} files"
    api.create_commit(repo, operations, commit_message=message if paths else "Remove files", repo_type="dataset")


def _tried(repo: str, call: Callable[[], Any]) -> Any:
    """What the call gives; again after a while if the hub, or the way to it, is out of order.

    huggingface_hub tries most of its requests again by itself, but no commit: one whose answer was lost is made twice.
    Ours may be: what is there by then is left out of the second.
    """
    from httpx2 import HTTPError
    from huggingface_hub.errors import HfHubHTTPError, HFValidationError

    for wait in (*WAITS, None):
        try:
            return call()
        except HfHubHTTPError as e:
            status = e.response.status_code
            if wait is None or (status < 500 and status not in (408, 429)):
                raise _refused(repo, status, e) from e
        except HFValidationError as e:
            raise UsageError(f"export.push={repo}: {first_line(e)}") from e
        except (HTTPError, OSError, RuntimeError, json.JSONDecodeError) as e:
            if wait is None:  # a RuntimeError is an upload that broke, its cause beneath
                raise _away(repo, e.__cause__ or e) from e
        except ValueError as e:  # what the hub says of a file, above all that there is no more room
            raise UsageError(f"{repo}: {' '.join(str(e).split())}") from e
        time.sleep(wait)
    raise AssertionError("the last try returns or raises")


def _refused(repo: str, status: int, error: BaseException) -> SynthgenError:
    from huggingface_hub import constants

    fix = f"make one that may write on {constants.ENDPOINT}/settings/tokens, then export HF_TOKEN=<the token>"
    if status == 401:
        return AccessError(f"{repo}: the hub does not know the token; {fix}")
    if status == 403:
        return AccessError(f"{repo}: the token may not write there; {fix}, or push to a name of your own")
    if status == 404:
        return UsageError(f"{repo}: the hub knows no such user or organization; check export.push")
    if status >= 500 or status in (408, 429):
        return _away(repo, error)
    return UsageError(f"{repo}: the hub refuses: {first_line(error)}")


def _away(repo: str, error: BaseException) -> OutageError:
    return OutageError(
        f"{repo}: the hub does not answer ({first_line(error)}); the same command goes on, what has arrived stays there"
    )
