"""Dollars: what a model's tokens cost, and what a run has spent. Decimal numbers throughout; unknown is never zero."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from math import ceil
from typing import Annotated, Protocol, TypeAlias, runtime_checkable

from pydantic import Field

from synthgen.interfaces import LLM
from synthgen.types import Reply

MILLION = 1_000_000
Dollars = Annotated[Decimal, Field(ge=0)]
Pricing: TypeAlias = Callable[[Reply], Decimal | None]
"""What a reply cost; None where nobody knows."""


@dataclass(frozen=True)
class Price:
    """Of one model, in dollars per million tokens."""

    input: Dollars
    output: Dollars
    cached_input: Dollars | None = None
    """Of tokens that the server had read before; None: the same as others."""
    cache_write: Dollars | None = None
    """Of tokens that the server stores to find them again; None: the same as others."""
    batch: Annotated[Decimal, Field(ge=0, le=1)] | None = None
    """The share of these prices that a reply of the Batch API costs; None: not known."""

    def of(self, reply: Reply, batched: bool = False) -> Decimal | None:
        """What a reply cost; None where its tokens, or the share of a batch, are not known."""
        if reply.tokens_in is None or reply.tokens_out is None or (batched and self.batch is None):
            return None
        cached = min(reply.tokens_cached or 0, reply.tokens_in)
        written = min(reply.tokens_written or 0, reply.tokens_in - cached)
        full = (reply.tokens_in - cached - written) * self.input + reply.tokens_out * self.output
        full += cached * (self.input if self.cached_input is None else self.cached_input)
        full += written * (self.input if self.cache_write is None else self.cache_write)
        return full * (self.batch if batched and self.batch is not None else 1) / MILLION


@runtime_checkable
class Priced(Protocol):
    """A language model whose price may be known."""

    @property
    def known_price(self) -> Price | None: ...


@dataclass
class Bill:
    """What some replies came to."""

    replies: int = 0
    tokens_in: int = 0
    tokens_cached: int = 0
    tokens_out: int = 0
    usd: Decimal = Decimal(0)
    unpriced: int = 0
    """Replies whose cost nobody knows: `usd` is without them."""
    uncounted: int = 0
    """Replies of servers that report no usage: the tokens are without them."""
    seconds: float = 0.0
    """That one waited for them, one after the other."""
    letters: int = 0

    @property
    def tokens(self) -> int:
        return self.tokens_in + self.tokens_out

    @property
    def dollars(self) -> Decimal | None:
        """None as soon as one of its replies has no known price."""
        return None if self.unpriced else self.usd

    def __add__(self, other: "Bill") -> "Bill":
        return Bill(*(value + getattr(other, name) for name, value in vars(self).items()))

    def times(self, factor: float) -> "Bill":
        """What so many times its replies would come to, in whole replies and tokens; what is unknown stays so."""
        counts = {name: round(value * factor) for name, value in vars(self).items() if isinstance(value, int)}
        counts |= {name: ceil(getattr(self, name) * factor) for name in ("unpriced", "uncounted")}
        return Bill(**counts, usd=self.usd * Decimal(factor), seconds=self.seconds * factor)

    def add(self, reply: Reply) -> None:
        self.replies += 1
        self.tokens_in += reply.tokens_in or 0
        self.tokens_cached += reply.tokens_cached or 0
        self.tokens_out += reply.tokens_out or 0
        self.usd += Decimal(reply.usd or 0)
        self.unpriced += reply.usd is None
        self.uncounted += reply.tokens_in is None or reply.tokens_out is None
        self.seconds += reply.seconds
        self.letters += len(reply.text)


def shown(usd: Decimal | None, unpriced: int = 0) -> str:
    """A sum for people: cents where they matter, more digits where they are all there is."""
    if usd is None or (unpriced and not usd):
        return "unknown"
    digits = 2 if usd == 0 or usd >= 10 else 3 if usd >= Decimal("0.1") else 5
    return f"${usd:,.{digits}f}" + (f" and {unpriced:,} replies of unknown price" if unpriced else "")


def price_now(llm: LLM, same: bool) -> Pricing:
    """What a reply would cost if it came today. `same`: it came from this model, where no price list says more."""
    price = llm.known_price if isinstance(llm, Priced) else None

    def usd(reply: Reply) -> Decimal | None:
        if price is not None:
            return price.of(reply, llm.collects)
        return None if reply.usd is None or not same else Decimal(reply.usd)

    return usd


def price_then(llm: LLM) -> Pricing:
    """What a reply did cost; what it would today where nobody knew its price then."""
    now = price_now(llm, same=True)
    return lambda reply: now(reply) if reply.usd is None else Decimal(reply.usd)
