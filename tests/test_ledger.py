"""The ledger: every reply is in it once, under what became of its sample."""

from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from synthgen.desk import RunDesk
from synthgen.ledger import ledger
from synthgen.progress import spent
from synthgen.types import Reply, sample_id


def reply(id: str, purpose: str, usd: str | None = "0.25", key: str = "") -> Reply:
    return Reply(
        key or f"{id}{purpose}", id, "text", purpose=purpose, tokens_in=100, tokens_cached=60, tokens_out=9, usd=usd
    )


def rows(found: dict[str, Any]) -> dict[tuple[str, str], dict[str, Any]]:
    return {(row["ability"], row["purpose"]): row for row in found["rows"]}


def test_what_was_paid_stands_by_ability_purpose_and_what_became_of_the_sample(tmp_path: Path) -> None:
    desk = RunDesk(tmp_path)
    for ability, count in (("joke", 4), ("board_game", 2)):
        for index in range(count):
            desk.append(reply(sample_id(ability, index), "dialogue"), reply(sample_id(ability, index), "prompt", "0.5"))
    desk.append(reply("", "form", "99"))  # a client's note costs nobody anything
    found = ledger(desk, ["joke-000000000", "joke-000000002", "joke-000000003", "board_game-000000001"])
    assert found["usd"] == "4.50" and found["replies"] == 12 and found["tokens_in"] == 1200
    assert [key for key in rows(found)] == [(a, p) for a in ("board_game", "joke") for p in ("prompt", "dialogue")]
    row = rows(found)["joke", "prompt"]
    assert (row["usd"], row["usd_kept"], row["usd_rejected"], row["replies"]) == ("2.0", "1.5", "0.5", 4)
    assert found["usd_per_kept"] == {"board_game": "1.50000000", "joke": "1.00000000"}


def test_a_prompt_that_samples_share_is_of_use_if_one_of_them_was_kept(tmp_path: Path) -> None:
    desk = RunDesk(tmp_path)
    desk.append(reply("joke-000000000", "prompt"), reply("joke-000000002", "prompt"))
    found = rows(ledger(desk, ["joke-000000001"], images_per_prompt=2))["joke", "prompt"]
    assert (found["usd_kept"], found["usd_rejected"]) == ("0.25", "0.25")


def test_an_unknown_price_is_null_and_never_zero(tmp_path: Path) -> None:
    desk = RunDesk(tmp_path)
    desk.append(reply("joke-000000000", "prompt", None), reply("plant-000000000", "prompt"))
    found = ledger(desk, ["joke-000000000", "plant-000000000"])
    assert found["usd"] is None and found["unpriced"] == 1
    assert found["usd_per_kept"] == {"joke": None, "plant": "0.25000000"}
    assert rows(found)["joke", "prompt"]["usd_kept"] is None and rows(found)["joke", "prompt"]["usd_rejected"] == "0"


def test_where_nothing_was_kept_there_is_no_price_of_a_sample(tmp_path: Path) -> None:
    desk = RunDesk(tmp_path)
    desk.append(reply("joke-000000000", "prompt"))
    assert ledger(desk, [])["usd_per_kept"] == {"joke": None}


def test_the_last_line_of_a_run_says_what_was_spent(tmp_path: Path) -> None:
    desk = RunDesk(tmp_path)
    desk.append(reply("joke-000000000", "prompt", "0.1"), reply("joke-000000001", "prompt", "0.0233"))
    assert spent(ledger(desk, []), 0) == "spent: $0.123 (218 tokens)"
    assert spent(ledger(desk, []), 600) == "spent: $0.123 (218 tokens); $0.00021 per kept sample"
    desk.append(reply("joke-000000002", "prompt", None), Reply("k", "joke-000000003", "", tokens_in=None, usd=None))
    assert spent(ledger(desk, []), 600) == "spent: unknown (327 tokens and 1 uncounted replies)"


PAID = st.lists(
    st.tuples(
        st.sampled_from("abc"),
        st.integers(0, 9),
        st.sampled_from(["prompt", "dialogue", "judge"]),
        st.decimals("0", "9", places=6).map(str),
    ),
    max_size=40,
)


@given(PAID, st.sets(st.tuples(st.sampled_from("abc"), st.integers(0, 9))), st.integers(1, 3))
def test_no_cent_is_lost_or_counted_twice(
    tmp_path_factory: Any, paid: list[tuple[str, int, str, str]], kept: set[tuple[str, int]], share: int
) -> None:
    desk = RunDesk(tmp_path_factory.mktemp("run"))
    replies = [reply(sample_id(a, i), purpose, usd, str(n)) for n, (a, i, purpose, usd) in enumerate(paid)]
    if replies:
        desk.append(*replies)
    found = ledger(desk, [sample_id(*one) for one in kept], share)
    total = sum(Decimal(usd) for *_, usd in paid)
    assert Decimal(found["usd"]) == total and found["replies"] == len(paid)
    parts = [Decimal(row[key]) for row in found["rows"] for key in ("usd_kept", "usd_rejected")]
    assert sum(parts) == total and sum(row["replies"] for row in found["rows"]) == len(paid)
