"""What a run folder's replies and pictures cost: by ability and purpose, for kept and for rejected samples."""

from collections import Counter, defaultdict
from collections.abc import Collection
from decimal import Decimal
from typing import Any, get_args

from synthgen.desk import RunDesk
from synthgen.kit.money import Bill
from synthgen.types import Purpose, index_of

PURPOSES = get_args(Purpose)


def ledger(desk: RunDesk, kept: Collection[str], images_per_prompt: int = 1) -> dict[str, Any]:
    """Plain data for run.json and the report; dollars are decimal numbers as text, null where nobody knows them.

    `kept`: the ids of kept samples. A prompt that several samples share counts as kept if one of them was.
    """
    ids = set(kept)
    shared = {_number(id, images_per_prompt) for id in ids}
    bills: defaultdict[tuple[str, str, bool], Bill] = defaultdict(Bill)
    for reply in desk.replies():
        ability = reply.id.rpartition("-")[0]
        of_use = _number(reply.id, images_per_prompt) in shared if reply.purpose == "prompt" else reply.id in ids
        bills[ability, reply.purpose, of_use].add(reply)
    abilities = Counter(id.rpartition("-")[0] for id in ids)
    total = sum(bills.values(), Bill())
    return {
        "usd": dollars(total),
        **_counts(total),
        "gpu_hours": round(desk.gpu_seconds / 3600, 4),
        "kept_per_gpu_hour": round(3600 * len(ids) / desk.gpu_seconds, 1) if desk.gpu_seconds else None,
        "rows": [_row(ability, purpose, bills) for ability, purpose in sorted({key[:2] for key in bills}, key=_place)],
        "usd_per_kept": {
            ability: _share(sum((bill for key, bill in bills.items() if key[0] == ability), Bill()), abilities[ability])
            for ability in sorted({key[0] for key in bills})
        },
    }


def _row(ability: str, purpose: str, bills: defaultdict[tuple[str, str, bool], Bill]) -> dict[str, Any]:
    kept, lost = bills[ability, purpose, True], bills[ability, purpose, False]
    both = kept + lost
    row = {"ability": ability, "purpose": purpose, "usd": dollars(both)}
    return row | {"usd_kept": dollars(kept), "usd_rejected": dollars(lost)} | _counts(both)


def _place(row: tuple[str, str]) -> tuple[str, int]:
    """Purposes stand in the order in which a sample meets them."""
    ability, purpose = row
    return ability, PURPOSES.index(purpose) if purpose in PURPOSES else len(PURPOSES)


def _counts(bill: Bill) -> dict[str, int]:
    names = ("replies", "tokens_in", "tokens_cached", "tokens_out", "unpriced", "uncounted")
    return {name: getattr(bill, name) for name in names}


def dollars(bill: Bill) -> str | None:
    """As text; None as soon as one of its replies has no known price."""
    return None if bill.dollars is None else format(bill.dollars, "f")


def _share(bill: Bill, samples: int) -> str | None:
    return None if bill.unpriced or not samples else format(round(bill.usd / Decimal(samples), 8), "f")


def _number(id: str, images_per_prompt: int) -> tuple[str, int]:
    return id.rpartition("-")[0], index_of(id) // images_per_prompt
