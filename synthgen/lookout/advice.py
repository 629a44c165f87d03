"""What to type next, after a look at a run."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from synthgen.lookout.sight import Sight
from synthgen.progress import instead, typed
from synthgen.store import Store

_CAP = re.compile(r"budget\.(\w+)=(\d+\.?\d*) is reached")


def advice(sight: Sight) -> list[tuple[str, str]]:
    """(what for, command): the most useful one first."""
    return list(_advice(sight))


def _advice(sight: Sight) -> Iterator[tuple[str, str]]:
    status, run = sight.status, f"run={sight.folder}"
    words = _words(sight)
    cap = _CAP.search(status.said)
    if status.state == "working":
        yield "to look on until it ends", typed(["status", run, "watch=true"])
    elif status.state == "finished":
        yield from _after_the_end(sight, words)
    elif not words:
        yield "to go on", "the command that began it, once more"
    elif cap:
        larger = f"budget.{cap[1]}={_double(cap[2])}"
        yield f"to go on with a larger budget.{cap[1]}", typed(instead(words, larger))
    elif status.state == "dead" and not sight.here:
        yield f"to go on, once process {status.pid} on {status.host} is surely gone", typed(words)
    elif status.said:
        yield "to go on, once that is mended", typed(words)
    else:
        yield "to go on", typed(words)


def _after_the_end(sight: Sight, words: Sequence[str]) -> Iterator[tuple[str, str]]:
    run = f"run={sight.folder}"
    if sight.short and words:
        for (check, stage), count in _checks(sight.folder):
            # a picture that fell has no dialogue yet: to decide again does not make one
            again = [*words, f"~qc.{check}"] if stage == "picture" else ["select", run, f"~qc.{check}"]
            yield f"to do without qc.{check}, which rejects {count:,}", typed(again)
        tried, rest = divmod(
            max((s.asked for s in sight.status.stages if s.name == "prompts"), default=0), sight.status.n
        )
        if tried and not rest:  # else the writer has no more rows
            yield "to try more candidates", typed(instead(words, f"max_candidates={2 * tried}"))
    report = sight.folder / "report.html"
    if report.exists():
        yield "to look at it", f"open {report}"
    elif (sight.folder / "selection.parquet").exists():
        yield "to look at it", typed(["report", run])


def _checks(folder: Path) -> list[tuple[tuple[str, str], int]]:
    """The check that rejects most, at which stage, and how many."""
    rows = Store(folder).verdicts("check", "stage")
    return Counter((row["check"], row["stage"]) for row in rows if row["check"]).most_common(1)


def _words(sight: Sight) -> list[str]:
    """The words that made the run, so that they find its folder from here, wherever it was made."""
    words = list(sight.command)
    outputs = _value(words, "outputs") or "outputs"
    if words and Path(outputs).expanduser().resolve() != sight.folder.parent.resolve():
        words = instead(words, f"outputs={sight.folder.parent.resolve()}")
    if words and (_value(words, "name") or sight.status.name) != sight.folder.name:
        words = instead(words, f"name={sight.folder.name}")
    return words


def _value(words: Sequence[str], key: str) -> str:
    return next((word.partition("=")[2].strip("'\"") for word in words if word.startswith(f"{key}=")), "")


def _double(number: str) -> str:
    return str(2 * int(number)) if number.isdigit() else format(2 * float(number), "g")
