"""The comparison as one page: the table, and how often each head comes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import log10

from synthgen.diversity.table import LINES, fewer, told
from synthgen.kit.diversity import Figures
from synthgen.report.html import page

WIDTH, HEIGHT = 960, 440
LEFT, RIGHT, TOP, BOTTOM = 64, 40, 14, 50
"""Of the plot, in its own units; the margins hold the axes and the numbers at the ends of the curves."""
COLOURS = 5
"""As many as the template has, apart for color-blind eyes too; more curves take them again, with another dash."""
POINTS = 240
"""The most points of a curve."""
NUMBER = 20
"""Distance that the numbers at the ends keep from each other."""


@dataclass(frozen=True)
class Curve:
    """A line of the plot. Places in its own units."""

    name: str
    number: int
    colour: int
    dash: int
    heads: int
    points: str
    x: float
    y: float
    """Of its number, at the end."""


@dataclass(frozen=True)
class Tick:
    at: float
    label: str


@dataclass(frozen=True)
class Plot:
    curves: Sequence[Curve]
    across: Sequence[Tick]
    """Of the ranks."""
    up: Sequence[Tick]
    """Of the shares."""
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    top: int = TOP
    bottom: int = HEIGHT - BOTTOM


def page_of(found: Sequence[Figures], rows: int, command: str) -> str:
    """The page as HTML, with nothing to load."""
    lines = told(found)
    return page(
        "diversity.html",
        found=found,
        rows=rows,
        command=command,
        groups=[(group, list(own)) for group, own in groupby(lines, lambda line: line.group)],
        fewer=list(fewer(found, rows)),
        plot=plot(found),
        missing=len(LINES) - len(lines),
    )


def plot(found: Sequence[Figures]) -> Plot | None:
    """The curves of the sets that have heads; None if there are none."""
    some = [f for f in found if f.curve]
    if not some:
        return None
    last = 10 ** _up(log10(max(2, *(len(f.curve) for f in some))), 0.25)
    high = 10 ** _up(log10(max(f.curve[0] for f in some)), 0.5)
    low = min(high / 10, 10 ** -_up(-log10(min(f.curve[-1] for f in some)), 0.5))

    def across(rank: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * log10(rank) / log10(last)

    def up(share: float) -> float:
        return TOP + (HEIGHT - TOP - BOTTOM) * log10(high / share) / log10(high / low)

    curves: list[Curve] = []
    for i, f in enumerate(some):
        ranks = _ranks(len(f.curve))
        points = " ".join(f"{across(rank):.1f},{up(f.curve[rank - 1]):.1f}" for rank in ranks)
        x, y = across(len(f.curve)) + 14, up(f.curve[-1])
        y = _free(y, [c.y for c in curves if abs(c.x - x) < NUMBER])
        curves.append(Curve(f.name, i + 1, i % COLOURS, i // COLOURS, len(f.curve), points, round(x, 1), round(y, 1)))
    ticks = [Tick(round(across(r), 1), f"{r:,}") for r in _steps(1, last)]
    shares = [Tick(round(up(s), 1), f"{100 * s:.4g} %") for s in _steps(low, high)]
    return Plot(curves, ticks, shares)


def _ranks(count: int) -> list[int]:
    """All, or as many as a plot shows, evenly along a logarithmic axis; the first and the last among them."""
    if count <= POINTS:
        return list(range(1, count + 1))
    return sorted({round(count ** (i / (POINTS - 1))) for i in range(POINTS)})


def _free(y: float, taken: Sequence[float]) -> float:
    """The nearest place above that keeps its distance."""
    while any(abs(y - other) < NUMBER for other in taken):
        y -= 2
    return y


def _steps(low: float, high: float) -> Iterator[float]:
    """1, 3, 10, 30, ... from low to high."""
    for power in range(-9, 9):
        for digit in (1, 3):
            step = digit * 10**power if power >= 0 else digit / 10**-power
            if low * 0.999 <= step <= high * 1.001:
                yield step


def _up(value: float, step: float) -> float:
    """The next multiple of a step."""
    return -(-value // step) * step
