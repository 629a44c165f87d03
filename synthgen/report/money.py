"""What the report says of money: the ledger of the run folder, as the last selection divides it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Any

from synthgen.build import Run
from synthgen.desk import RunDesk
from synthgen.kit.money import shown
from synthgen.ledger import ledger
from synthgen.store import Store

Row = Mapping[str, Any]
COUNTS = ("replies", "tokens_in", "tokens_cached", "tokens_out")


def ledger_of(run: Run, store: Store, kept: Sequence[str]) -> dict[str, Any] | None:
    """The ledger for run.json; None where nobody was paid and no GPU was at work."""
    desk = RunDesk(store.root, price=run.price_then)
    desk.worked(sum(float(event.get("gpu_seconds", 0)) for event in store.events("rendered")))
    found = ledger(desk, kept, run.config.images_per_prompt)
    return found if found["replies"] or found["gpu_hours"] else None


def money(found: Row | None, kept: int, abilities: Sequence[str]) -> dict[str, Any] | None:
    """The table of a ledger, in the order of the abilities; None where there is none."""
    if found is None:
        return None
    places = {name: place for place, name in enumerate(abilities)}
    rows = sorted(found["rows"], key=lambda row: places.get(row["ability"], len(places)))
    return {
        "abilities": [
            {"name": name, "rows": list(map(_cells, own)), "per_kept": _dollars(found["usd_per_kept"][name])}
            for name, own in ((name, list(group)) for name, group in groupby(rows, lambda row: row["ability"]))
        ],
        "total": _cells({**found, **{key: _sum(rows, key) for key in ("usd_kept", "usd_rejected")}}),
        "per_kept": per_kept(found, kept),
        "gpu_hours": f"{found['gpu_hours']:,.2f}" if found["gpu_hours"] else "",
        "kept_per_gpu_hour": f"{found['kept_per_gpu_hour']:,.0f}" if found.get("kept_per_gpu_hour") else "",
        "unpriced": found["unpriced"],
        "uncounted": found["uncounted"],
    }


def per_kept(found: Row, kept: int) -> str:
    """Dollars per kept sample, over all abilities."""
    return _dollars(None if found["usd"] is None or not kept else str(Decimal(found["usd"]) / kept))


def _cells(row: Row) -> dict[str, str]:
    counts = {name: "unknown" if row["uncounted"] and name != "replies" else f"{row[name]:,}" for name in COUNTS}
    usd = {name: _dollars(row[name]) for name in ("usd", "usd_kept", "usd_rejected")}
    return {"purpose": row.get("purpose", ""), **counts, **usd}


def _dollars(usd: str | None) -> str:
    return shown(None if usd is None else Decimal(usd))


def _sum(rows: Sequence[Row], key: str) -> str | None:
    each = [row[key] for row in rows]
    return None if None in each else str(sum(map(Decimal, each)))
