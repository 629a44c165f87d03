"""look at this machine: what is installed, what is missing, and the fix

python -m synthgen doctor                                  of the default configuration
python -m synthgen doctor llm=openai renderer=sdxl         of another one
python -m synthgen doctor format=json                      for scripts
"""

import importlib.metadata as metadata
import json
import os
import platform
import re
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from rich.text import Text

from synthgen import __version__
from synthgen.build import build, build_run
from synthgen.checks import Check
from synthgen.commands.told import out
from synthgen.config import compose, options
from synthgen.errors import UsageError
from synthgen.interfaces import LLM, Component, Engine, Exporter, Renderer
from synthgen.kit.gpus import nvidia_gpus, torch_sees
from synthgen.monitors import Monitor
from synthgen.sight import Detector, Embedder

GROUPS: Mapping[str, type[Component]] = {
    "llm": LLM,
    "renderer": Renderer,
    "qc": Check,
    "embedder": Embedder,
    "detector": Detector,
    "exporter": Exporter,
    "engine": Engine,
    "monitor": Monitor,
}
LIST_GROUPS = ("qc", "exporter", "monitor")
BARE = ("ability=[]", "template=[]", "qc=[]", "exporter=[]", "name=doctor")
"""The quickest configuration: one option is looked at beside it."""
NETWORK = re.compile(r"^(nfs|cifs|smb|9p|ceph|lustre|gpfs|beegfs|glusterfs|afs|fuse\.(sshfs|s3|gcs|rclone|gluster))")
LEAST_FREE_GB = 5.0
SLOW_SYNC_MS = 50.0
COLOURS = {"ok": "green", "warn": "yellow", "fail": "red"}


@dataclass(frozen=True)
class Finding:
    """One line. Only what keeps the asked-for configuration from running is a "fail"."""

    topic: str
    state: Literal["ok", "warn", "fail"]
    text: str
    fix: str = ""


def run(arguments: Sequence[str]) -> int:
    """Exit code 2 if the configuration cannot run. Raises UsageError for arguments that are none."""
    formats = [a.removeprefix("format=") for a in arguments if a.startswith("format=")]
    if formats not in ([], ["text"], ["json"]):
        raise UsageError(f"format={formats[-1]}: it has to be text or json")
    overrides = [a for a in arguments if not a.startswith("format=")]
    found = []
    for finding in diagnosis(overrides):
        found.append(finding)
        if formats != ["json"]:
            out.print(_line(finding))
    if formats == ["json"]:
        out.print(json.dumps([asdict(f) for f in found], indent=1), markup=False, highlight=False)
    return 2 if any(f.state == "fail" for f in found) else 0


def diagnosis(overrides: Sequence[str]) -> Iterator[Finding]:
    """Everything, from the ground up."""
    yield Finding("python", "ok", f"{platform.python_version()} on {platform.platform(terse=True)}")
    yield Finding("synthgen", "ok", f"{__version__} in {Path(__file__).parent.parent}")
    yield from libraries()
    yield from gpus()
    try:
        config = compose(overrides)
    except UsageError as e:
        yield from (Finding("configuration", "fail", mistake) for mistake in e.mistakes)
        return
    yield from keys()
    yield from folder(Path(config.outputs).expanduser())
    for group in GROUPS:
        for name in options(group):
            yield from option(group, name)
    try:
        build_run(config)
    except UsageError as e:
        for mistake in e.mistakes:
            yield Finding("configuration", "fail", mistake)
    else:
        command = " ".join(["python -m synthgen", *overrides])
        yield Finding("configuration", "ok", f"ready to run: {command}")


def libraries() -> Iterator[Finding]:
    """What the installed package declares: the base in a line, and a line for each extra."""
    declared: dict[str, list[str]] = {}
    for requirement in metadata.requires("synthgen") or []:
        marker = re.search(r"extra\s*==\s*['\"]([\w-]+)['\"]", requirement)
        declared.setdefault(marker[1] if marker else "", []).append(re.split(r"[^\w.-]", requirement)[0])
    for extra, names in declared.items():
        versions = {name: _version(name) for name in names}
        missing = [name for name, version in versions.items() if not version]
        there = ", ".join(f"{name} {version}" for name, version in versions.items() if version)
        what = f"synthgen[{extra}]" if extra else "synthgen"
        if missing:
            text = f"{', '.join(missing)} missing" + (f"; {there}" if there else "")
            yield Finding(what, "warn" if extra else "fail", text, f"pip install '{what}'")
        else:
            yield Finding(what, "ok", there)


def gpus() -> Iterator[Finding]:
    """What the driver lists, and whether torch can use it."""
    listed, (version, seen) = nvidia_gpus(), torch_sees()
    for gpu in listed or seen:
        memory = f", {gpu.memory_gb:.0f} GB" if gpu.memory_gb else ""
        yield Finding("gpu", "ok", f"{gpu.name}{memory}")
    if not listed and not seen:
        yield Finding("gpu", "warn", "none found", "diffusion models need one; renderer=sketch does not")
    if listed and version and not seen:
        advice = "install a build of torch for your CUDA: https://pytorch.org/get-started/locally"
        yield Finding("gpu", "warn", f"torch {version} cannot use it", advice)


def keys() -> Iterator[Finding]:
    """The environment variables that options name; never what is in them."""
    users: dict[str, list[str]] = {}
    for name in options("llm"):
        variable = (_node("llm", name) or {}).get("api_key_env")
        if variable:
            users.setdefault(str(variable), []).append(f"llm={name}")
    users.setdefault("HF_TOKEN", []).append("gated models of the Hugging Face hub")
    for variable, wanted in users.items():
        if os.environ.get(variable):
            yield Finding("key", "ok", f"{variable} is set, for {', '.join(wanted)}")
        else:
            yield Finding("key", "warn", f"{variable} is not set", f"export {variable}=... for {', '.join(wanted)}")


def folder(outputs: Path) -> Iterator[Finding]:
    """Room, speed and kind of the file system that runs are written to; nothing is left there."""
    there = next(p for p in (outputs.absolute(), *outputs.absolute().parents) if p.is_dir())
    free = shutil.disk_usage(there).free / 2**30
    fix = "a thousand samples of 512 pixels take about 0.3 GB; pass outputs=<a roomier folder>"
    few = free < LEAST_FREE_GB
    yield Finding("outputs", "warn" if few else "ok", f"{free:.0f} GB free in {there}", fix if few else "")
    try:
        milliseconds = sync_milliseconds(there)
    except OSError as e:
        yield Finding("outputs", "fail", f"{there} cannot be written: {e.strerror}", "pass outputs=<a folder of yours>")
        return
    slow = milliseconds > SLOW_SYNC_MS
    fix = "every reply and every file is synced; pass outputs=<a folder on a local disk>" if slow else ""
    yield Finding("outputs", "warn" if slow else "ok", f"fsync takes {milliseconds:.1f} ms", fix)
    kind = file_system(there, Path("/proc/mounts"))
    if NETWORK.match(kind):
        fix = "make sure that only one machine writes to a run folder, or pass outputs=<a folder on a local disk>"
        yield Finding("outputs", "warn", f"{kind} is a network file system", fix)


def sync_milliseconds(there: Path, times: int = 15) -> float:
    """Median time until 4 kB are safe on disk."""
    took = []
    with tempfile.TemporaryFile(dir=there) as file:
        for _ in range(times):
            file.write(b"x" * 4096)
            began = time.perf_counter()
            file.flush()
            os.fsync(file.fileno())
            took.append(time.perf_counter() - began)
    return 1000 * statistics.median(took)


def file_system(there: Path, mounts: Path) -> str:
    """The type of the file system that a folder lies on; empty where the system does not say."""
    if not mounts.exists():
        return ""
    rows = [line.split() for line in mounts.read_text().splitlines()]
    # the last of equal mount points is the one in effect; spaces are written as \040
    kinds = {row[1].replace("\\040", " "): row[2] for row in rows if len(row) > 2}
    over = [kinds[str(p)] for p in (there.resolve(), *there.resolve().parents) if str(p) in kinds]
    return over[0] if over else ""


def option(group: str, name: str) -> Iterator[Finding]:
    """Whether an option could be used as it is; nothing of one that only names others."""
    try:
        node = _node(group, name)
        if node is None:
            return
        needs = build(node, f"{group}.{name}", GROUPS[group]).preflight()
    except UsageError as e:
        needs = list(e.mistakes)
    if not needs:
        yield Finding(group, "ok", f"{name} is ready")
    for need in needs:
        yield Finding(group, "warn", f"{name} is not ready", need)


def _node(group: str, name: str) -> Mapping[str, object] | None:
    several = group in LIST_GROUPS
    rest = [word for word in BARE if not word.startswith(f"{group}=")]
    config = getattr(compose([*rest, f"{group}=[{name}]" if several else f"{group}={name}"]), group)
    node: Mapping[str, object] | None = config.get(name) if several else config
    return node


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _line(finding: Finding) -> Text:
    line = Text(f"{finding.state:5}", style=COLOURS[finding.state])
    line.append(f"{finding.topic:20} {finding.text}", style="default")
    return line.append(f": {finding.fix}" if finding.fix else "", style="default")
