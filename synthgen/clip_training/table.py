"""A direction for each plain fact, which the eye learns beside the texts; thrown away in the end."""

import math
from collections.abc import Sequence

import torch
import torch.nn.functional as F
from torch import Tensor

from synthgen.clip_training.facts import Fact

MOST = 4096
"""Different plain facts; further ones share the last row."""


class Table(torch.nn.Module):  # type: ignore[misc]
    """Classification of pictures by what is true of them, over all facts that came up so far."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.rows = torch.nn.Parameter(torch.randn(MOST, width) / width**0.5)
        self.numbers: dict[str, int] = {}

    def loss(self, seen: Tensor, facts: Sequence[frozenset[Fact]], scale: Tensor) -> Tensor:
        """-log of the share of each true fact among itself and all wrong ones; the mean per picture, then over all."""
        true = self._true(facts)
        logits = scale * seen @ F.normalize(self.rows[: true.shape[1]], dim=-1).T
        others = logits.masked_fill(true, -math.inf).logsumexp(1, keepdim=True)
        lost = F.softplus(others - logits) * true
        return (lost.sum(1) / true.sum(1)).mean()

    def _true(self, facts: Sequence[frozenset[Fact]]) -> Tensor:
        """pictures x facts so far."""
        rows = [{self._number(plain) for fact in one for plain in _plain(fact)} for one in facts]
        found = torch.zeros(len(rows), MOST, dtype=torch.bool)
        for line, row in zip(found, rows, strict=True):
            line[list(row)] = True
        return found[:, : len(self.numbers)]

    def _number(self, fact: str) -> int:
        return self.numbers.setdefault(fact, min(len(self.numbers), MOST - 1))


def _plain(fact: Fact) -> tuple[str, ...]:
    """A fact without what it is about: of a red car that something is red."""
    if fact[0] in ("colour", "count"):
        return (f"{fact[0]} {fact[2]}",)
    if fact[0] == "joke":
        return (f"joke {fact[1]}", " ".join(fact))
    return (" ".join(fact),)
