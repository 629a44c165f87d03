"""Prices and bills: decimal numbers, and unknown is never zero."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from synthgen.kit.money import Bill, Price, shown
from synthgen.types import Reply

LUNA = Price(Decimal("0.4"), Decimal("1.6"), Decimal("0.1"), Decimal("0.5"), Decimal("0.5"))
COUNTS = st.integers(0, 10**7)


def reply(read: int | None = 0, written: int | None = 0, cached: int | None = 0, usd: str | None = None) -> Reply:
    return Reply("k", "joke-000000001", "text", tokens_in=read, tokens_out=written, tokens_cached=cached, usd=usd)


def test_cached_and_stored_tokens_have_prices_of_their_own() -> None:
    paid = Reply("k", "i", "", tokens_in=1_000_000, tokens_cached=600_000, tokens_written=100_000, tokens_out=500_000)
    # 300,000 x 0.4 + 600,000 x 0.1 + 100,000 x 0.5 + 500,000 x 1.6
    assert LUNA.of(paid) == Decimal("1.03")
    assert LUNA.of(paid, batched=True) == Decimal("0.515")
    plain = Price(Decimal("0.4"), Decimal("1.6"))
    assert plain.of(paid) == Decimal("1.2")


def test_what_is_not_known_has_no_price() -> None:
    assert LUNA.of(reply(None, 5)) is None and LUNA.of(reply(5, None)) is None
    assert Price(Decimal(1), Decimal(1)).of(reply(5, 5), batched=True) is None
    assert LUNA.of(reply(5, 5, cached=None)) == LUNA.of(reply(5, 5))


@given(COUNTS, COUNTS, COUNTS)
def test_a_cache_never_makes_a_reply_dearer_or_free(read: int, written: int, cached: int) -> None:
    usd, whole = LUNA.of(reply(read, written, cached)), LUNA.of(reply(read, written))
    assert usd is not None and whole is not None
    least = (Decimal(read) * Decimal("0.1") + Decimal(written) * Decimal("1.6")) / 1_000_000
    assert least <= usd <= whole


@pytest.mark.parametrize("wrong", [{"input": -1, "output": 1}, {"input": 1}, {"input": 1, "output": 1, "batch": 2}])
def test_prices_that_make_no_sense_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Price).validate_python(wrong)


def test_a_bill_adds_up_and_one_unknown_price_makes_the_sum_unknown() -> None:
    bill = Bill()
    for _ in range(10):
        bill.add(reply(10, 2, 4, "0.1"))
    assert bill.dollars == 1 and (bill.replies, bill.tokens, bill.tokens_cached) == (10, 120, 40)
    bill.add(reply(None, None))
    assert bill.dollars is None and bill.usd == 1 and (bill.unpriced, bill.uncounted) == (1, 1)
    assert (bill + Bill()) == bill and (bill + bill).unpriced == 2


@given(st.integers(1, 50), st.floats(0.1, 1000))
def test_so_many_times_a_bill_is_what_so_many_replies_would_cost(replies: int, factor: float) -> None:
    bill = Bill()
    for number in range(replies):
        bill.add(reply(100 + number, 7, 50, "0.001"))
    more = bill.times(factor)
    assert more.replies == round(replies * factor) and more.tokens_in == round(bill.tokens_in * factor)
    assert float(more.usd) == pytest.approx(0.001 * replies * factor)
    bill.add(reply(None, None))
    assert bill.times(0.01).dollars is None


@pytest.mark.parametrize(
    ("usd", "unpriced", "said"),
    [
        ("0", 0, "$0.00"),
        ("0.0002345", 0, "$0.00023"),
        ("0.3136524", 0, "$0.314"),
        ("1234.567", 0, "$1,234.57"),
        (None, 0, "unknown"),
        ("0", 3, "unknown"),
        ("2", 3, "$2.000 and 3 replies of unknown price"),
    ],
)
def test_a_sum_is_shown_with_the_digits_that_matter(usd: str | None, unpriced: int, said: str) -> None:
    assert shown(None if usd is None else Decimal(usd), unpriced) == said
