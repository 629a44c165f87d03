"""What a person sees of a run: bars on a terminal, a plain line now and then anywhere else, a table at the end."""

import shlex
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

from rich.console import Console, RenderableType
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)
from rich.table import Table
from rich.text import Text

from synthgen.build import Run
from synthgen.desk import RunDesk
from synthgen.errors import Interrupted
from synthgen.exporting import Tell
from synthgen.kit.money import shown
from synthgen.pipeline import Outcome
from synthgen.rounds import Display
from synthgen.types import ExportSummary

STAGES = ("prompts", "pictures", "dialogues")
PLAIN_EVERY = 10.0
"""Seconds between two lines where there is no terminal."""


def opening(run: Run, command: Sequence[str]) -> Iterator[str]:
    """What the backends are, and the command that gets photographs of the same."""
    backends = f"{run.llm.describe_yourself()}; {run.renderer.describe_yourself()}"
    yield f"{run.config.name}: {run.config.n} samples per ability; {backends}"
    if embedded(run):
        writer = ["llm=openai"] if run.llm.embedded else []
        painter = ["renderer=sdxl"] if run.renderer.embedded else []
        ours = ("name=", *(["renderer"] if painter else []), *(["llm"] if writer else []))
        kept = [word for word in command if not word.startswith(ours)]
        better = typed([*kept, *writer, *painter, f"name={run.config.name}-{'photo' if painter else 'told'}"])
        needs = " and ".join([*(["a GPU"] if painter else []), *(["a key"] if writer else [])])
        yield f"embedded backends: {embedded(run)}"
        what = "photographs" if painter else "dialogues by a language model"
        yield f"for {what}, with {needs}: {better}"
    in_flight = 2 * run.config.epoch * len(run.abilities)
    if run.asks and in_flight < 2 * run.workers * run.renderer.at_once:
        wanted = -(-run.workers * run.renderer.at_once // len(run.abilities))
        yield (
            f"{run.workers} workers share the {in_flight:,} samples that can be in flight, and wait for each other: "
            f"epoch={wanted} keeps them busy (samples of another epoch are others: choose it before the first run)"
        )
    if not run.renderer.embedded and "nsfw" not in run.checks:
        yield "nobody looks whether a picture is unfit to be shown: qc=photographs embedder=open_clip does"


def typed(arguments: Sequence[str]) -> str:
    """The command line of some arguments, ready to be pasted into a shell."""
    return shlex.join(["python", "-m", "synthgen", *arguments])


def embedded(run: Run) -> str:
    """What of a run the embedded backends make, in words; empty if nothing."""
    pictures = ["the pictures are flat illustrations, not photographs"] if run.renderer.embedded else []
    texts = ["the texts are sentence patterns, not a language model's"] if run.llm.embedded else []
    return "; ".join(pictures + texts)


@contextmanager
def watching(console: Console) -> Iterator[Display]:
    """The display that fits the console: bars, or plain lines."""
    if not console.is_terminal:
        yield _Plain(console)
        return
    with _Noted(*_columns(), console=console, refresh_per_second=4) as progress:
        yield _Bars(progress)


def _columns() -> Sequence[ProgressColumn]:
    return (
        SpinnerColumn(),
        TextColumn("{task.description:10}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )


@contextmanager
def exporting(console: Console, desk: RunDesk) -> Iterator[Tell]:
    """What shows how far an export is: a bar per exporter, or plain lines. Raises Interrupted after a signal."""

    def tell(name: str, done: int, total: int) -> None:
        if desk.interrupted:
            raise Interrupted("interrupted; what was exported is kept. Run the same command to go on")
        show(name, done, total)

    if not console.is_terminal:
        show = _export_lines(console)
        yield tell
        return
    with Progress(*_columns(), console=console, refresh_per_second=4) as progress:
        show = _export_bars(progress)
        yield tell


def _export_bars(progress: Progress) -> Tell:
    tasks: dict[str, tuple[TaskID, float]] = {}

    def show(name: str, done: int, total: int) -> None:
        if name not in tasks:
            tasks[name] = progress.add_task(name, total=total, rate=""), time.monotonic()
        task, began = tasks[name]
        progress.update(task, completed=done, rate=f"{_rate(done, began):7.1f}/s")

    return show


def _export_lines(console: Console) -> Tell:
    last = time.monotonic()

    def show(name: str, done: int, total: int) -> None:
        nonlocal last
        if time.monotonic() - last >= PLAIN_EVERY:
            last = time.monotonic()
            console.print(f"{name}: {done:,} of {total:,} exported", highlight=False, markup=False)

    return show


class _Noted(Progress):
    """Bars, and a line below them."""

    note = ""

    def get_renderables(self) -> Iterable[RenderableType]:
        yield from super().get_renderables()
        yield Text(self.note)


class _Bars:
    def __init__(self, progress: _Noted) -> None:
        self._progress = progress
        self._began = time.monotonic()
        self._tasks: dict[str, TaskID] = {s: progress.add_task(s, total=None, rate="") for s in STAGES}

    def update(self, done: Mapping[str, int], total: int, kept: int, rejected: int, cost: str) -> None:
        self._progress.note = f"  kept {kept:,}, rejected {rejected:,}" + (f"; {cost}" if cost else "")
        for stage, task in self._tasks.items():
            rate = f"{_rate(done.get(stage, 0), self._began):7.1f}/s"
            self._progress.update(task, completed=done.get(stage, 0), total=total, rate=rate)


class _Plain:
    def __init__(self, console: Console) -> None:
        self._console = console
        self._began = self._last = time.monotonic()

    def update(self, done: Mapping[str, int], total: int, kept: int, rejected: int, cost: str) -> None:
        if time.monotonic() - self._last < PLAIN_EVERY:
            return
        self._last = time.monotonic()
        rate = _rate(done.get("dialogues", 0), self._began)
        counts = ", ".join(f"{stage} {done.get(stage, 0)}/{total}" for stage in STAGES)
        left = f", about {(total - done.get('dialogues', 0)) / rate:.0f} s left" if rate else ""
        self._console.print(
            f"{counts}; {rate:.1f}/s{left}; kept {kept}, rejected {rejected}{cost and '; '}{cost}",
            highlight=False,
            markup=False,
        )


def _rate(done: int, began: float) -> float:
    return done / max(time.monotonic() - began, 1e-9)


def selected(outcome: Outcome) -> Iterator[Table | str]:
    """Kept and rejected per ability with the reasons."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("ability", "kept", "of", "rejected because"):
        table.add_column(heading, justify="left" if heading in ("ability", "rejected because") else "right")
    for line in outcome.lines:
        reasons = Counter(reject.reason for reject in line.selection.rejects)
        why = ", ".join(f"{reason} {count}" for reason, count in reasons.most_common()) or "-"
        walked = len(line.selection.kept) + len(line.selection.rejects)
        table.add_row(line.ability.name, str(len(line.selection.kept)), str(walked), why)
    yield table
    yield f"{len(outcome.kept)} samples in {outcome.seconds:.1f} s, {outcome.rendered} pictures rendered by this run"


def summary(
    outcome: Outcome, exports: Sequence[ExportSummary], report: str, ledger: Mapping[str, Any] | None = None
) -> Iterator[Table | str]:
    """What was kept and rejected, then what it cost, then where everything is."""
    yield from selected(outcome)
    yield from written(exports, report, ledger, len(outcome.kept))


def written(
    exports: Sequence[ExportSummary], report: str, ledger: Mapping[str, Any] | None = None, kept: int = 0
) -> Iterator[str]:
    """What a run cost, and where everything is."""
    if ledger is not None and ledger["replies"]:
        yield spent(ledger, kept)
    if ledger is not None and ledger["kept_per_gpu_hour"]:
        pace = f"{ledger['kept_per_gpu_hour']:,.0f} kept pictures per GPU hour"
        yield f"rendered: {ledger['gpu_hours']:,.2f} GPU hours, {pace}"
    for export in exports:
        yield from exported(export)
    if exports:
        yield content(exports)
    yield f"report: {report}"


def content(exports: Sequence[ExportSummary]) -> str:
    """By what two data sets can be told apart, in whatever form they are."""
    return f"data: {max(export.records for export in exports):,} samples, sha256 {exports[0].sha256}"


def exported(export: ExportSummary) -> Iterator[str]:
    """Where an export is, what is not in it, and how a trainer is pointed at it."""
    left = [f"{count} {reason}" for reason, count in export.skipped.items()]
    left += [f"{export.cut} turns of the others"] if export.cut else []
    skipped = ", ".join(left)
    yield f"{export.exporter}: {export.path}{f' (left out: {skipped})' if skipped else ''}"
    if export.rows and export.usage:
        others = f"; its other subsets: {', '.join(export.subsets[1:])}" if export.subsets[1:] else ""
        far = "://" in export.path and not export.usage.startswith("datasets.")
        yield f"  use{', from a copy on a disk' if far else ''}: {export.usage}{others}"


def spent(ledger: Mapping[str, Any], kept: int) -> str:
    """What all replies in a run folder cost."""
    usd = None if ledger["usd"] is None else Decimal(ledger["usd"])
    tokens = f"{ledger['tokens_in'] + ledger['tokens_out']:,} tokens"
    counted = f"{tokens} and {ledger['uncounted']:,} uncounted replies" if ledger["uncounted"] else tokens
    share = f"; {shown(usd / kept)} per kept sample" if usd is not None and kept else ""
    return f"spent: {shown(usd)} ({counted}){share}"
