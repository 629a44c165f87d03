"""What each index of a benchmark asks: a fixed sequence, of which every beginning is balanced.

So a larger n extends a benchmark, and n items fill the same cells whichever candidates fall.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import count

from eval_bench.types import Style
from synthgen.types import Form

FORMS: Mapping[Style, tuple[Form, ...]] = {
    "yes_no": ("yes", "no"),
    "wh": ("wh",),
    "either_or": ("right first", "right second"),
}
STYLE_OF: Mapping[Form, Style] = {form: style for style, forms in FORMS.items() for form in forms}
_LEAD: Mapping[Form, tuple[int, int]] = {
    "no": (1, 0),
    "wh": (1, 0),
    "right first": (1, 0),
    "right second": (0, 2),
}
"""Where forms begin in the patterns of held-out and of odd items, so that their sums are even too."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one item has to be."""

    form: Form
    held_out: bool
    odd: bool | None
    """None where an ability has no odd pictures."""


@dataclass(frozen=True, slots=True)
class Mixture:
    """The shares that a benchmark is made of."""

    styles: tuple[tuple[Style, float], ...]
    held_out: float
    odd: bool
    """Whether half of the pictures show something odd."""

    def at(self, index: int) -> tuple[Cell, int]:
        """The cell of an index, and how many before it draw from the same subjects."""
        return _planned(self, 1 << (index + 1).bit_length())[index]

    def quotas(self, n: int) -> Counter[Cell]:
        """How many items of each cell n items are."""
        return Counter(self.at(index)[0] for index in range(n))


@lru_cache(maxsize=64)
def _planned(mixture: Mixture, size: int) -> tuple[tuple[Cell, int], ...]:
    """Styles by the method of Webster and Sainte-Lague: no number of items takes one away that fewer items had."""
    asked: Counter[Style] = Counter()
    drawn: Counter[tuple[bool, bool | None]] = Counter()
    found = []
    for _ in range(size):
        style = max(mixture.styles, key=lambda share: share[1] / (2 * asked[share[0]] + 1))[0]
        turn, place = divmod(asked[style], len(FORMS[style]))
        asked[style] += 1
        cell = _cell(mixture, FORMS[style][place], turn)
        found.append((cell, drawn[cell.held_out, cell.odd]))
        drawn[cell.held_out, cell.odd] += 1
    return tuple(found)


def _cell(mixture: Mixture, form: Form, turn: int) -> Cell:
    held, odd = _LEAD.get(form, (0, 0))
    at = turn + held
    is_held = int((at + 1) * mixture.held_out) > int(at * mixture.held_out)
    is_odd = form == "yes" if form in ("yes", "no") else (turn + odd) // 2 % 2 == 0
    return Cell(form, is_held, is_odd if mixture.odd else None)


def wanted(mixture: Mixture, start: int, missing: Mapping[Cell, int], most: int) -> int:
    """How many indices from `start` on hold so many of each cell; at most `most`."""
    left = Counter({cell: number for cell, number in missing.items() if number > 0})
    for taken in count():
        if not left.total() or taken == most:
            return taken
        cell = mixture.at(start + taken)[0]
        if left[cell]:
            left[cell] -= 1
    raise AssertionError("a sequence without end")
