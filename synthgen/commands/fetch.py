"""download exactly what a configuration needs, so that it then runs without a network

python -m synthgen fetch renderer=sdxl                    lists the files, then fetches those that are not there
python -m synthgen fetch renderer=sdxl dry_run=true       only lists them
python -m synthgen fetch renderer=sdxl json=true          the list as one JSON object, for scripts
"""

import json
import shutil
from collections.abc import Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path

from synthgen.build import Run, build_run
from synthgen.commands.told import out, talk
from synthgen.config import compose
from synthgen.errors import DiskError, UsageError
from synthgen.interfaces import Download
from synthgen.kit.hub import Listed, folder_of, is_here, listed

OWN = {"dry_run": False, "json": False}
"""Words that the command takes for itself."""
GB = 1e9


def run(arguments: Sequence[str]) -> int:
    """Raises SynthgenError: a wrong name, a gated model, no network; no room, which is said before it starts."""
    own = dict(OWN)
    for word in arguments:
        key, _, value = word.partition("=")
        if key in own:
            if value not in ("true", "false"):
                raise UsageError(f"{word}: it has to be true or false")
            own[key] = value == "true"
    downloads = _downloads([word for word in arguments if word.partition("=")[0] not in own])
    files = list(dict.fromkeys(row for download in downloads for row in listed(download)))
    if own["json"]:
        out.print(json.dumps(_as_json(files), indent=1), markup=False, highlight=False)
    else:
        _print(files)
    if not own["dry_run"] and not all(row.there for row in files):
        _fetch(downloads, files)
    return 0


def _downloads(overrides: Sequence[str]) -> list[Download]:
    # without preflight: files can be fetched on a machine that has the network but no GPU
    return needed(build_run(compose(overrides), fingerprint={}))


def needed(run: Run) -> list[Download]:
    """The files of all parts of a run. Raises SynthgenError."""
    parts = (*run.abilities.values(), run.llm, run.renderer, *run.checks.values(), *run.exporters.values(), run.engine)
    return list(dict.fromkeys(download for part in parts for download in part.downloads()))


def fetch_first(run: Run) -> None:
    """Fetch what a run lacks before anything is paid for or started. Raises SynthgenError."""
    lacking = [download for download in needed(run) if not is_here(download)]
    if lacking:
        files = list(dict.fromkeys(row for download in lacking for row in listed(download)))
        wanted = sum(row.bytes for row in files if not row.there)
        talk.print(f"{_size(wanted)} of weights are fetched first, into {_cache()}", highlight=False)
        _fetch(lacking, files)


def _print(files: Sequence[Listed]) -> None:
    if not files:
        out.print("nothing to fetch: all that this configuration needs is here", highlight=False)
        return
    for (repo, commit), rows in groupby(files, key=lambda row: (row.repo, row.commit)):
        out.print(f"{repo}@{commit}", highlight=False)
        for row in rows:
            out.print(f"  {row.file:60} {_size(row.bytes):>9}{'  there' if row.there else ''}", highlight=False)
    wanted = sum(row.bytes for row in files if not row.there)
    out.print(
        f"{len(files)} files, {_size(sum(row.bytes for row in files))}; {_size(wanted)} to fetch into {_cache()}",
        highlight=False,
    )


def _as_json(files: Sequence[Listed]) -> dict[str, object]:
    return {
        "folder": str(_cache()) if files else "",
        "bytes": sum(row.bytes for row in files),
        "bytes_to_fetch": sum(row.bytes for row in files if not row.there),
        "files": [asdict(row) for row in files],
    }


def _fetch(downloads: Sequence[Download], files: Sequence[Listed]) -> None:
    wanted, cache = sum(row.bytes for row in files if not row.there), _cache()
    free = shutil.disk_usage(next(p for p in (cache, *cache.parents) if p.is_dir())).free
    if wanted > free:
        raise DiskError(
            f"{wanted / GB:.1f} GB are needed in {cache}, and {free / GB:.1f} GB are free; make room, or name another "
            "folder in HF_HOME"
        )
    for download in downloads:
        talk.print(f"fetching {download.repo} ...", highlight=False)
        folder_of(download, bars=talk.is_terminal)
    talk.print("complete; a run with the same options now works with HF_HUB_OFFLINE=1", highlight=False)


def _cache() -> Path:
    from huggingface_hub import constants

    return Path(constants.HF_HUB_CACHE).absolute()


def _size(bytes: int) -> str:
    return (
        f"{bytes / GB:.1f} GB"
        if bytes >= GB / 10
        else f"{bytes / 1e6:.1f} MB"
        if bytes >= 1e5
        else f"{bytes / 1e3:.1f} kB"
    )
