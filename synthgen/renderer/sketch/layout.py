"""Where things stand in a picture, and how large: side by side, in a zigzag where there are many."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from synthgen.renderer.sketch.drawing import Drawing
from synthgen.renderer.sketch.scales import beside
from synthgen.renderer.sketch.scene import Thing
from synthgen.renderer.sketch.subjects import DRAWINGS

MARGIN = 3.0
"""Units that stay free at the left and the right."""
WIDE = 100 - 2 * MARGIN
SIZES = (0.84, 0.92, 1.0, 1.08, 1.16)
TALLEST = 90.0
PORTRAIT = 116.0
"""Height of a lone bust, at most: the picture's lower edge cuts it off."""
BUST_WIDTH = 0.72
"""Share of its canvas that a bust fills, about."""
STEADY_SIZES = (0.92, 1.0, 1.08)
"""Where a joke is built around the subject."""
SIDEWAYS, STEADY_SIDEWAYS = 24.0, 11.0
"""Units by which a lone subject stands left or right of the middle, at most."""
MIXED = 70.0
"""Height of the tallest of several kinds, at most."""
TOGETHER = 1.12
"""How much wider than its span each of two may be: they touch."""
DEEP, OVERLAP = 37.0, 1.5
"""Height in a zigzag, at most; and how much wider than its span a thing of a zigzag may be."""
SMALLEST = 9.0
IN_VIEW = 0.5
"""Size of things in a picture of a place, as a share of their size as subjects."""
NEAR, FAR = 3.5, 6.0
"""Units by which a thing that is smaller, or larger, than the main subject stands before or behind it."""


@dataclass(frozen=True)
class Slot:
    """A place for one thing; all in units."""

    thing: Thing
    x: float
    """Of its middle."""
    height: float
    forward: float = 0
    """How much nearer than the main subject it stands."""
    back: bool | None = None
    """In the back or the front of a zigzag; None where there is one row."""


def arrange(
    main: Thing, line: Sequence[Thing], rng: random.Random, deep: bool, steady: bool, view: bool = False
) -> list[Slot]:
    """Slots for a line of things from left to right. The rest is measured against `main`; all is smaller in a view."""
    mixed = any(thing.name != main.name for thing in line)
    scale = rng.choice(STEADY_SIZES if steady else SIZES)
    tall = wished(DRAWINGS[main.name]) * scale * (IN_VIEW if view else 1)
    shares = [beside(thing.name, main.name) for thing in line]
    heights = [tall * share for share in shares]
    widths = [h * _aspect(thing) for h, thing in zip(heights, line, strict=True)]
    bust = len(line) == 1 and DRAWINGS[main.name].rests == "bust"
    limit = DEEP if deep else MIXED if mixed else PORTRAIT if bust else TALLEST
    overlap = OVERLAP if deep else TOGETHER if mixed and len(line) == 2 else 1.0
    fit = min(1.0, WIDE * overlap / sum(widths), limit / max(heights))
    spans = _spans(
        [w * fit / overlap * (BUST_WIDTH if bust else 1) for w in widths],
        rng,
        SIDEWAYS if not steady else STEADY_SIDEWAYS,
    )
    slots = []
    for i, (thing, share, height) in enumerate(zip(line, shares, heights, strict=True)):
        forward = 0.0 if share == 1 else NEAR if share < 1 else -FAR
        forward *= rng.uniform(0.4, 1.0)
        slots.append(Slot(thing, spans[i], max(SMALLEST, height * fit), forward, i % 2 == 0 if deep else None))
    return slots


def wished(drawing: Drawing) -> float:
    """Height of a main subject. Small things are drawn larger than beside a horse: the subject is seen first."""
    return 100 * max(drawing.size, 0.25 + drawing.size / 2)


def _spans(widths: Sequence[float], rng: random.Random, sideways: float) -> list[float]:
    """The middles of things of these widths, with gaps by luck between and around them."""
    spare = max(0.0, WIDE - sum(widths))
    if len(widths) == 1:
        reach = min(sideways, spare / 2)
        return [50 + rng.uniform(-1, 1) * reach]
    inner = [rng.uniform(0.1, 1.0) for _ in widths[1:]]
    outer = [rng.uniform(0.3, 1.4), rng.uniform(0.3, 1.4)]
    unit = spare / (sum(inner) + sum(outer))
    at, middles = MARGIN + outer[0] * unit, []
    for width, gap in zip(widths, [*inner, outer[1]], strict=True):
        middles.append(at + width / 2)
        at += width + gap * unit
    return middles


def _aspect(thing: Thing) -> float:
    drawing = DRAWINGS[thing.name]
    return drawing.width / drawing.height
