"""How a look at a run is shown to people."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Literal

from rich.table import Table

from synthgen.lookout.advice import advice
from synthgen.lookout.sight import PATIENCE, Sight
from synthgen.progress import lasting, left, pace, spending
from synthgen.shards import WorkerState
from synthgen.status import MAKING, STAGES, Status

MOST = 16
"""Rows of the tables that may be long; scripts are told everything."""


def parts(sight: Sight) -> Iterator[Table | str]:
    """From what matters most to what to type next."""
    status = sight.status
    yield f"{sight.folder}: {headline(sight)}"
    selection, names = status.total("selection"), status.abilities
    if names:
        many = f"{status.n:,} of each of {len(names)} abilities" if len(names) > 1 else f"{status.n:,} of {names[0]}"
        yield f"wanted: {many}; kept so far: {selection.done:,}" if sight.short else f"wanted and kept: {many}"
        yield ""
        yield _stages(status)
        if (beyond := status.total("prompts").asked - selection.asked) > 0:
            yield f"{beyond:,} more {'was' if beyond == 1 else 'were'} asked for than it takes: a larger n finds them"
    if len(names) > 1:
        yield ""
        yield _abilities(status)
    if any(status.total(name).reasons for name in STAGES):
        yield ""
        yield from _rejects(status)
    if status.workers and status.state == "working":
        yield ""
        yield from _workers(status)
    yield ""
    yield from _last_lines(sight)


def _last_lines(sight: Sight) -> Iterator[str]:
    if spent := spending(sight.status.cost):
        yield f"spent: {spent}"
    for line, count in Counter(sight.remarks).items():
        yield f"told: {line}" + (f" ({count} times)" if count > 1 else "")
    for purpose, command in advice(sight):
        yield f"next, {purpose}: {command}"


def headline(sight: Sight) -> str:
    """The state of a run in one line."""
    status, silent = sight.status, sight.age or 0.0
    who = f"process {status.pid} on {status.host}"
    if status.state == "working" and status.doing == "beginning":
        return f"{who} holds the folder, and has not said yet how far it is"
    if status.state == "working":
        said = [
            f"working for {lasting(status.seconds)}" if status.doing == "making" else "exporting",
            left(status),
            who,
        ]
        said += [f"SILENT for {lasting(silent)}: its process is there, it may hang"] if silent > PATIENCE * 5 else []
        return "; ".join(part for part in said if part)
    if status.state == "dead" and sight.here:
        return f"DEAD: {who} is gone without a word; it last spoke {lasting(silent)} ago"
    if status.state == "dead":
        return f"DEAD, as far as one sees from here: nothing heard of {who} for {lasting(silent)}"
    if status.state == "finished":
        return "finished, with fewer than n kept" if sight.short else "finished"
    return f"{status.state}: {status.said}" if status.said else status.state


def brief(sight: Sight) -> str:
    """One line, where nothing can be redrawn."""
    status = sight.status
    counts = ", ".join(f"{s} {t.answered:,}/{t.asked:,}" for s, t in ((s, status.total(s)) for s in MAKING))
    pictures = pace(status, "pictures") if status.state == "working" else ""
    kept = f"kept {status.kept:,} of {status.n * len(status.abilities):,}"
    return "; ".join(part for part in (f"{sight.folder}: {headline(sight)}", counts, pictures, kept) if part)


def _table(*headings: str, left: Sequence[str] = ()) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in headings:
        justify: Literal["left", "right"] = "left" if heading in left else "right"
        table.add_column(heading, justify=justify, no_wrap=heading not in left, overflow="fold")
    return table


def _stages(status: Status) -> Table:
    paces = ("now", "overall") if status.state == "working" else ()
    table = _table("stage", "asked", "done", "rejected", "waiting", *paces, left=["stage"])
    for name in STAGES:
        stage, rate = status.total(name), status.rates.get(name)
        counts = (f"{count:,}" for count in (stage.asked, stage.done, stage.rejected, stage.waiting))
        overall = "" if rate is None or rate.overall is None else f"{rate.overall:.1f}/s"
        table.add_row(name, *counts, *((pace(status, name), overall) if paces else ()))
    return table


def _abilities(status: Status) -> Table:
    table = _table("ability", "kept", "of", "rejected", "waiting", left=["ability"])
    for stage in status.stages:
        if stage.name == "selection":
            counts = (f"{count:,}" for count in (stage.done, status.n, stage.rejected, stage.waiting))
            table.add_row(stage.ability, *counts)
    return table


def _rejects(status: Status) -> Iterator[Any]:
    """Where each fell; at the selection those that fell beside others."""
    found = [(count, name, reason) for name in MAKING for reason, count in status.total(name).reasons.items()]
    known = Counter({reason: count for count, _, reason in found})
    for reason, count in status.total("selection").reasons.items():
        if count > known[reason]:
            found.append((count - known[reason], "selection", reason))
    table = _table("rejected", "at", "because", left=["at", "because"])
    for count, name, reason in sorted(found, reverse=True)[:MOST]:
        table.add_row(f"{count:,}", name, reason)
    yield table
    if len(found) > MOST:
        yield f"and {len(found) - MOST} more reasons (json=true tells all)"


def _workers(status: Status) -> Iterator[Any]:
    """Those first that may need somebody."""
    order = ("starting", "leaving", "idle", "at work")
    some = sorted(status.workers, key=lambda w: (order.index(w.state) if w.state in order else -1, -w.silent, w.name))
    left = ["worker", "where", "state", "shard"]
    table = _table(*left, "done", "pictures", "now", "silent", left=left)
    for worker in some[:MOST]:
        table.add_row(*_row(status, worker))
    yield table
    if len(some) > MOST:
        rest = Counter(worker.state for worker in some[MOST:])
        yield "and " + ", ".join(f"{count:,} {state}" for state, count in rest.items()) + " (json=true tells all)"


def _row(status: Status, worker: WorkerState) -> Iterator[str]:
    where = worker.place if worker.host in worker.place else f"{worker.host} {worker.place}"
    yield from (worker.name, where, worker.state, worker.shard)
    pace = status.worker_rates.get(worker.name)
    yield from (f"{worker.shards:,}", f"{worker.pictures:,}", "" if pace is None else f"{pace:.1f}/s")
    yield lasting(worker.silent)
