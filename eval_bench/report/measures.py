"""Single figures of findings: a share, a difference, an interval."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure with its interval at the report's level."""

    value: float
    low: float | None
    """None, as `high`: the bootstrap says nothing of the spread (one head, or everything alike)."""
    high: float | None


@dataclass(frozen=True, slots=True)
class Share:
    """k of n, with the Wilson interval; its three figures are None where n is 0."""

    k: int
    n: int
    value: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Paired:
    """Two answers to each of n items: a first and a second, by which of them is right."""

    n: int
    both: int
    first_only: int
    second_only: int
    neither: int
    difference: Interval | None
    """Second minus first, with Newcombe's interval (method 10); None without items."""
    clustered: Interval | None
    """The same difference, bootstrap by item and head, stratified by ability."""
    p: float | None
    """Exact McNemar, two-sided; None without items."""

    @property
    def discordant(self) -> float | None:
        return (self.first_only + self.second_only) / self.n if self.n else None
