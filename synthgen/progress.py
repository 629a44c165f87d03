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
from synthgen.exporting import Tell
from synthgen.kit.money import shown
from synthgen.pipeline import Outcome
from synthgen.rounds import Display
from synthgen.status import MAKING, Cost, StageName, Status
from synthgen.types import ExportSummary

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
    with _Noted(*_columns()[:-1], console=console, refresh_per_second=4) as progress:
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
    """What shows how far an export is: a bar per exporter, or plain lines. As `RunDesk.may_go_on`."""

    def tell(name: str, done: int, total: int) -> None:
        desk.may_go_on("what was exported is kept")
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
        self._tasks: dict[StageName, TaskID] = {s: progress.add_task(s, total=None, rate="") for s in MAKING}

    def update(self, status: Status) -> None:
        kept, cost = status.total("selection"), spending(status.cost)
        parts = (f"kept {kept.done:,}, rejected {kept.rejected:,}", cost, left(status))
        self._progress.note = "  " + "; ".join(part for part in parts if part)
        for (stage, task), (done, total) in zip(self._tasks.items(), _through(status), strict=True):
            self._progress.update(task, completed=done, total=total, rate=pace(status, stage))


class _Plain:
    def __init__(self, console: Console) -> None:
        self._console = console
        self._last = time.monotonic()

    def update(self, status: Status) -> None:
        if time.monotonic() - self._last < PLAIN_EVERY:
            return
        self._last = time.monotonic()
        counts = ", ".join(f"{s} {done:,}/{total:,}" for s, (done, total) in zip(MAKING, _through(status), strict=True))
        kept = status.total("selection")
        parts = (counts, pace(status, "pictures"), f"kept {kept.done:,}, rejected {kept.rejected:,}")
        line = "; ".join(part for part in (*parts, spending(status.cost), left(status)) if part)
        self._console.print(line, highlight=False, markup=False)


def _through(status: Status) -> Iterator[tuple[int, int]]:
    """Of each making stage: how many of all samples are through it, or fell before it."""
    fell, total = 0, status.total("prompts").asked
    for name in MAKING:
        stage = status.total(name)
        yield fell + stage.answered, total
        fell += stage.rejected


def pace(status: Status, stage: StageName) -> str:
    """How fast a stage is now, as short as can be; "" where it is too early to say."""
    rate = status.rates[stage].minute if stage in status.rates else None
    return "" if rate is None else f"{rate:.1f}/s" if rate >= 1 or not rate else f"{60 * rate:.1f}/min"


def left(status: Status) -> str:
    return "" if status.left is None or status.state != "working" else f"about {lasting(status.left)} left"


def lasting(seconds: float) -> str:
    """A length of time as people say it."""
    if seconds < 100:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 100 else f"{minutes // 60} h {minutes % 60:02} min"


def spending(cost: Cost) -> str:
    """What was spent on replies and GPUs; "" where nobody is paid and none works."""
    tokens = cost.tokens_in + cost.tokens_out
    paid = "" if cost.usd is None else f"{shown(Decimal(cost.usd), cost.unpriced)}, {tokens:,} tokens"
    hours = "" if cost.gpu_hours is None else f"{cost.gpu_hours:,.2f} GPU hours"
    return ", ".join(part for part in (paid, hours) if part)


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
