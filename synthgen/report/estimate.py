"""An estimate for people and for scripts: what it rests on, what is to come by ability and purpose, and which caps."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from rich.table import Table

from synthgen.estimate import ASSUMED, ASSUMED_RATE, Estimate, Figures, Part
from synthgen.forecast import Forecast
from synthgen.kit.money import Bill, Priced, shown
from synthgen.types import Reply

HINT = "pass llm.price='{input: ..., output: ...}', in dollars per million tokens"
TOKENS = ("tokens_in", "tokens_cached", "tokens_out")


# for scripts ---------------------------------------------------------------------------------------------------------


def as_json(forecast: Forecast) -> dict[str, Any]:
    """Plain data; dollars are decimal numbers as text, null is what nobody knows."""
    estimate, run = forecast.estimate, forecast.estimate.run
    return {
        "name": run.config.name,
        "n": run.config.n,
        "sources": list(forecast.sources),
        "notes": list(_notes(forecast)),
        "abilities": [_ability(part, forecast.figures[part.ability]) for part in estimate.parts],
        "rows": [
            {"ability": part.ability, "purpose": purpose, **_figures(bill)}
            for part in estimate.parts
            for purpose, bill in part.bills.items()
        ],
        "total": _figures(estimate.spent + estimate.to_come),
        "spent": _figures(estimate.spent),
        "to_come": _figures(estimate.to_come),
        "pictures_to_come": sum(part.pictures for part in estimate.parts),
        "gpu_hours_to_come": _rounded(_gpu_hours(forecast), 3),
        "disk_bytes": _rounded(estimate.bytes),
        "seconds_to_come": _rounded(estimate.seconds),
        "samples_within_budget": dict(_caps(forecast)),
        "next": forecast.next,
    }


def _ability(part: Part, figures: Figures) -> dict[str, Any]:
    return {
        "ability": part.ability,
        "seen": figures.candidates,
        "kept_of_seen": figures.kept,
        "assumed_rate": round(part.rate, 3),
        "candidates": part.candidates,
        "finished": part.finished,
        "samples": part.expected,
    }


def _figures(bill: Bill) -> dict[str, Any]:
    usd = None if bill.dollars is None else format(round(bill.dollars, 6), "f")
    tokens = {name: None if bill.uncounted else getattr(bill, name) for name in TOKENS}
    return {"requests": bill.replies, **tokens, "usd": usd}


def _rounded(value: float | None, digits: int | None = None) -> float | None:
    return None if value is None else round(value, digits)


def _gpu_hours(forecast: Forecast) -> float | None:
    """To come; null where they are not known."""
    seconds = forecast.estimate.picture_seconds
    on_gpu = forecast.estimate.run.renderer.on_gpu
    return 0.0 if not on_gpu else None if seconds is None else seconds / 3600


def _caps(forecast: Forecast) -> Iterator[tuple[str, int]]:
    """The caps that will be reached, and how many samples there will be then."""
    estimate, budget = forecast.estimate, forecast.estimate.run.config.budget
    spent, to_come, hours = estimate.spent, estimate.to_come, _gpu_hours(forecast)
    figures: list[tuple[str, float | None, Decimal | float | None, Decimal | float | None]] = [
        ("usd", budget.usd, spent.dollars, to_come.dollars),
        ("tokens", budget.tokens, spent.tokens, None if to_come.uncounted else to_come.tokens),
        ("gpu_hours", budget.gpu_hours, forecast.gpu_seconds / 3600, hours),
    ]
    for name, cap, before, after in figures:
        if cap is not None and before is not None and after is not None:
            samples = estimate.samples_within(float(cap), float(before), float(after))
            if samples is not None:
                yield name, samples


def _notes(forecast: Forecast) -> Iterator[str]:
    yield from forecast.notes
    if forecast.lacks:
        yield "no picture was drawn: the kept rate is without what checks of pictures reject"
    for part in forecast.estimate.parts:
        if part.expected < forecast.estimate.run.config.n:
            yield f"{part.ability}: about {part.expected:,} samples at this rate, then candidates run out"


# for people ----------------------------------------------------------------------------------------------------------


def lines(forecast: Forecast) -> Iterator[Table | str]:
    estimate, run = forecast.estimate, forecast.estimate.run
    backends = f"{run.llm.describe_yourself()}; {run.renderer.describe_yourself()}"
    yield f"{run.config.name}: {run.config.n:,} samples per ability; {backends}"
    yield f"figures: {'; '.join(forecast.sources)}"
    yield from (f"note: {note}" for note in _notes(forecast))
    yield ""
    yield _candidates(forecast)
    yield f"kept rate: {ASSUMED} more are assumed, {ASSUMED_RATE:.0%} of them kept, because a few samples prove little"
    yield ""
    if run.bills != "nothing":
        yield _table(estimate)
        yield ""
    yield f"dollars: {_dollars(forecast)}"
    if run.renderer.on_gpu:
        hours = _gpu_hours(forecast)
        unknown = f"unknown: {forecast.lacks or 'nobody has measured it'}"
        yield f"GPU time: {unknown if hours is None else f'{duration(3600 * hours)} to come'}"
    yield f"disk: {'unknown: no picture was drawn' if estimate.bytes is None else f'{size(estimate.bytes)} in all'}"
    yield f"wall-clock: {_wall(forecast)}"
    for name, samples in _caps(forecast):
        yield f"budget.{name}={getattr(run.config.budget, name)} would stop it after about {samples:,} samples"
    if all(part.kept >= run.config.n for part in estimate.parts):
        yield f"next: nothing is to be made: {run.folder} holds it; to export it again: {forecast.next}"
    else:
        yield f"next: {forecast.next}"


def _candidates(forecast: Forecast) -> Table:
    table = _grid("ability", "seen", "kept", "kept rate", "candidates", "of them there", "samples")
    for part in forecast.estimate.parts:
        known = forecast.figures[part.ability]
        counts = (part.candidates, part.finished, part.expected)
        table.add_row(
            part.ability, f"{known.candidates:,}", f"{known.kept:,}", f"{part.rate:.0%}", *(f"{c:,}" for c in counts)
        )
    return table


def _table(estimate: Estimate) -> Table:
    """What the folder will have cost in all."""
    table = _grid("ability", "purpose", "requests", "tokens in", "of them cached", "tokens out", "dollars", left=2)
    for part in estimate.parts:
        for purpose, bill in part.bills.items():
            table.add_row(part.ability, purpose, *_cells(bill))
    table.add_row("all", "", *_cells(estimate.spent + estimate.to_come))
    return table


def _grid(*headings: str, left: int = 1) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for number, heading in enumerate(headings):
        table.add_column(heading, justify="left" if number < left else "right", no_wrap=True)
    return table


def _cells(bill: Bill) -> Iterator[str]:
    yield f"{bill.replies:,}"
    yield from ("unknown" if bill.uncounted else f"{getattr(bill, name):,}" for name in TOKENS)
    yield shown(bill.dollars)


def _dollars(forecast: Forecast) -> str:
    estimate, run = forecast.estimate, forecast.estimate.run
    if run.bills == "nothing":
        return "nothing: no language model is asked"
    spent, to_come = estimate.spent, estimate.to_come
    if spent.dollars is None or to_come.dollars is None:
        unpriced = [llm for llm in (run.llm, *run.judges) if llm.bills == "unknown"] or [run.llm]
        hint = HINT if unpriced[0] is run.llm else HINT.replace("llm.price", "qc.judge.llm.price")
        return f"unknown: the price of {unpriced[0].describe_yourself()} is not known; {hint}"
    if not to_come.replies:
        return f"{shown(spent.usd)}, which is spent; nothing more to pay"
    said = f"{shown(spent.usd + to_come.usd)} in all: {shown(spent.usd)} is spent, {shown(to_come.usd)} to come"
    worst = _uncached(forecast)
    return said + (f" (at most {shown(worst)} if the server caches nothing)" if worst and worst > to_come.usd else "")


def _uncached(forecast: Forecast) -> Decimal | None:
    """What is to come would cost without any cache; None where a price is not known."""
    run, worst = forecast.estimate.run, Decimal(0)
    for part in forecast.estimate.parts:
        for purpose, bill in part.to_come.items():
            llm = run.answers(purpose)
            price = llm.known_price if isinstance(llm, Priced) else None
            reply = Reply("", "", "", tokens_in=bill.tokens_in, tokens_out=bill.tokens_out)
            cost = price.of(reply, llm.collects) if price else None
            if cost is None:
                return None
            worst += cost
    return worst


def _wall(forecast: Forecast) -> str:
    estimate, run = forecast.estimate, forecast.estimate.run
    writing = estimate.writing
    if run.llm.collects:
        return "unknown: batches are answered within 24 hours each, most of them sooner"
    if estimate.picture_seconds is None:
        return (
            f"unknown; {duration(writing)} of it for texts, {run.llm.at_once} requests at a time"
            if writing
            else "unknown"
        )
    drawing = estimate.picture_seconds / run.workers
    parts = f"pictures {duration(drawing)} with {run.workers} at work"
    if writing:
        most = max(llm.at_once for llm in (run.llm, *run.judges))
        parts += f", texts {duration(writing)} with {most} requests at a time; both at once"
    return f"{duration(max(writing, drawing))} to come: {parts}"


def duration(seconds: float) -> str:
    for unit, length in (("days", 86400), ("hours", 3600), ("min", 60)):
        if seconds >= 2 * length:
            return f"{seconds / length:.1f} {unit}"
    return f"{seconds:.0f} s"


def size(count: float) -> str:
    """Bytes in the units of disks."""
    for unit, length in (("TB", 1e12), ("GB", 1e9), ("MB", 1e6)):
        if count >= length:
            return f"{count / length:.1f} {unit}"
    return f"{count / 1000:.0f} kB"
