"""Controls of a mix: files of as many rows in which one thing is different, to tell what that thing is worth.

Ours are the rows that name an ability: those of runs, of their exports, and of StableLLaVA's files.

    without_<ability>  none of ours of that ability, but more of ours of the others, in the shares that they have
    unfiltered         runs as they were made: samples that fell in their checks are drawn like those that were kept
    more_llava         more rows of the other sources instead of ours, in the shares that they have
    shuffled           ours with the pictures of other subjects of the same ability, if that has two rows
    blind              ours without their pictures
    one_turn           the first turn of ours
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from synthgen.errors import UsageError
from synthgen.kit.content import head_of
from synthgen.mix.edits import blind, one_turn, others, shares
from synthgen.mix.index import Index
from synthgen.mix.plan import Plan, Rows, keyed, ordered, picked
from synthgen.mix.rows import Row
from synthgen.mix.writing import Copier, Edit

WITHOUT = "without"
NAMES = ("unfiltered", "more_llava", "shuffled", "blind", "one_turn")
_SHIFT = 40
_ROW = (1 << _SHIFT) - 1
"""Rows of all sources have one number each: that of their source, and in the lower bits their place in it."""


@dataclass(frozen=True)
class Variant:
    """One more file."""

    name: str
    plan: Plan
    """As long as that of the mix."""
    told: Mapping[str, int]
    """What is different, in rows."""
    edits: Mapping[int, Edit] = field(default_factory=dict)
    """What is done to the rows of a source, by its place; those of others are written as in the mix."""


def asked_for(names: Sequence[str], abilities: Sequence[str]) -> list[str]:
    """The variants that were asked for, `without` once for each ability. Raises UsageError with all mistakes."""
    each = [f"{WITHOUT}_{ability}" for ability in abilities]
    whole = [other for name in names for other in (each if name == WITHOUT else [name])]
    known = [WITHOUT, *each, *NAMES]
    wrong = [f"variants: there is no {name}; there are {', '.join(known)}" for name in whole if name not in known]
    if WITHOUT in names and not abilities:
        wrong.append(f"variants: {WITHOUT} needs rows that name an ability, and the sources have none")
    if wrong:
        raise UsageError(*wrong)
    return list(dict.fromkeys(whole))


class Variants:
    """Makes the variants of one mix, all from its seed."""

    def __init__(self, plan: Plan, indices: Sequence[Index], copiers: Sequence[Copier], seed: int) -> None:
        """The plan of the mix takes nothing from the indices of samples that fell in the checks of a run."""
        self._mix, self._indices, self._copiers, self._seed = plan, indices, copiers, seed
        self._fallen = [i for i, index in enumerate(indices) if index.source.fallen]
        self._sources = [i for i, index in enumerate(indices) if any(index.abilities)]
        self._rows = (plan.source.astype(np.int64) << _SHIFT) + plan.row
        """The mix in its order."""
        self._main = np.sort(self._rows)
        foreign = [self._all_of(i, "") for i in range(len(indices))]
        self._ours = ~np.isin(self._main, np.concatenate(foreign))

    def abilities(self) -> list[str]:
        """Those of which the mix has rows, sorted."""
        named = {(i, ability) for i in self._sources for ability in self._indices[i].abilities if ability}
        return sorted({ability for i, ability in named if np.isin(self._all_of(i, ability), self._main).any()})

    def make(self, name: str) -> Variant:
        """Raises UsageError for a variant that would be the mix itself, or that there are no rows for."""
        if not self._ours.any():
            raise UsageError(f"variants: {name} changes rows that name an ability, and the mix has none")
        if name.startswith(WITHOUT):
            return self._without(name)
        make = {
            "unfiltered": self._unfiltered,
            "more_llava": self._more_llava,
            "shuffled": self._shuffled,
            "blind": self._blind,
            "one_turn": self._one_turn,
        }[name]
        return make()

    # other rows ------------------------------------------------------------------------------------------------------

    def _without(self, name: str) -> Variant:
        left_out = name.removeprefix(f"{WITHOUT}_")
        ours = [i for i in self._sources if not self._indices[i].source.fallen]
        parts = {(i, a): self._all_of(i, a) for i in ours for a in self._indices[i].abilities if a}
        taken = {part: np.isin(self._main, rows) for part, rows in parts.items()}
        gone = np.any([mine for (_, ability), mine in taken.items() if ability == left_out], axis=0)
        if not gone.any():
            raise UsageError(f"variants: {name} would be the mix itself: it has no row of {left_out}")
        if gone.sum() == self._ours.sum():
            raise UsageError(f"variants: {name} would leave nothing of ours; more_llava is that control")
        rest = {
            f"{self._indices[i].source.name}/{a}": (rows, int(taken[i, a].sum()))
            for (i, a), rows in parts.items()
            if a != left_out
        }
        return self._refilled(name, gone, rest)

    def _more_llava(self) -> Variant:
        pools = {
            index.source.name: (rows, int(np.isin(self._main, rows).sum()))
            for i, index in enumerate(self._indices)
            if len(rows := self._all_of(i, ""))
        }
        if self._ours.all():
            raise UsageError("variants: more_llava needs rows that are not ours, and the mix has none")
        return self._refilled("more_llava", self._ours, pools)

    def _refilled(self, name: str, gone: NDArray[np.bool_], pools: Mapping[str, tuple[Rows, int]]) -> Variant:
        """Other rows instead of some: such as the mix does not have; where there are none left, some once more."""
        parts, again = [self._main[~gone]], 0
        sizes = shares(int(gone.sum()), [count for _, count in pools.values()])
        for (pool, (rows, _)), size in zip(pools.items(), sizes, strict=True):
            key = keyed(self._seed, name, pool)
            fresh = np.setdiff1d(rows, self._main)
            new = picked(fresh, min(size, len(fresh)), key)
            parts += [new, picked(rows, size - len(new), key)]
            again += size - len(new)
        told = {"rows_left_out": int(gone.sum()), "rows_new": int(gone.sum()) - again, "rows_once_more": again}
        return Variant(name, self._plan(np.concatenate(parts)), told)

    def _unfiltered(self) -> Variant:
        """Each run gives as many rows of each ability as before, out of all that it made."""
        drawn, fell = self._main, 0
        for other in self._fallen:
            name = self._indices[other].source.name
            run = next(i for i, index in enumerate(self._indices) if index.source.name == name)
            for ability in self._indices[other].abilities:
                mine = np.isin(drawn, kept := self._all_of(run, ability))
                made = np.concatenate([kept, self._all_of(other, ability)])
                new = picked(made, int(mine.sum()), keyed(self._seed, "unfiltered", f"{name}/{ability}"))
                drawn = np.concatenate([drawn[~mine], new])
                fell += int((new >> _SHIFT == other).sum())
        if not fell:
            raise UsageError(
                "variants: unfiltered would be the mix itself: no sample that fell in the checks has a dialogue. A run "
                "whose checks only report (qc.<name>.action=report) writes one for every picture; then select with them"
            )
        return Variant("unfiltered", self._plan(drawn), {"rows_that_fell_in_the_checks": fell})

    # other texts or pictures -----------------------------------------------------------------------------------------

    def _blind(self) -> Variant:
        changed = self._count(lambda row: bool(row.images))
        if not changed:
            raise UsageError("variants: blind would be the mix itself: our rows have no pictures")
        return self._edited("blind", {"rows_without_their_picture": changed}, lambda place, row: blind(row))

    def _one_turn(self) -> Variant:
        changed = self._count(lambda row: len(row.turns) > 1)
        if not changed:
            raise UsageError("variants: one_turn would be the mix itself: our rows have one turn each")
        return self._edited("one_turn", {"rows_cut_to_one_turn": changed}, lambda place, row: one_turn(row))

    def _shuffled(self) -> Variant:
        # a row that is there twice is two, and gets two pictures
        rows, times = np.unique(self._main[self._ours], return_inverse=True)
        views = [*self._read(rows)]
        folders = [self._indices[i].source.images for i in (rows >> _SHIFT).tolist()]
        pictures = np.array([hash((folder, row.images)) for folder, row in zip(folders, views, strict=True)])[times]
        heads = np.array([hash(head_of(row.prompt) or row.images) for row in views])[times]
        kinds = [(row.ability, len(row.images)) for row in views]
        alone = {kind for kind, count in Counter(kinds).items() if count == 1}  # they exchange among themselves
        kinds = [("" if kind in alone else kind[0], kind[1]) for kind in kinds]
        given = np.arange(len(times))
        for kind in sorted({kind for kind in kinds if kind[1]}):
            here = np.flatnonzero(np.array([each == kind for each in kinds])[times])
            given[here] = here[others(heads[here], pictures[here], keyed(self._seed, "shuffled", kind[0]))]
        others_picture, pictured = pictures != pictures[given], np.array([bool(row.images) for row in views])[times]
        if not others_picture.any():
            raise UsageError("variants: shuffled would be the mix itself: no two of our rows have pictures to exchange")
        whose = np.zeros_like(self._rows)
        whose[np.argsort(self._rows, kind="stable")[self._ours]] = rows[times[given]]

        def change(place: int, row: dict[str, Any]) -> dict[str, Any]:
            other = int(whose[place])
            image = {"image": self._copiers[other >> _SHIFT].loaded(other & _ROW)["image"]} if "image" in row else {}
            return row | image

        told = {
            "rows_with_the_picture_of_another": int(others_picture.sum()),
            "of_them_of_the_same_subject": int((others_picture & (heads == heads[given])).sum()),
        }
        if kept := int((pictured & ~others_picture).sum()):
            told["rows_that_keep_their_picture"] = kept
        return self._edited("shuffled", told, change)

    # helpers ---------------------------------------------------------------------------------------------------------

    def _edited(self, name: str, told: Mapping[str, int], edit: Edit) -> Variant:
        mine = np.isin(self._rows, self._main[self._ours])

        def ours_alone(place: int, row: dict[str, Any]) -> dict[str, Any]:
            return edit(place, row) if mine[place] else row

        return Variant(name, self._mix, told, dict.fromkeys(self._sources, ours_alone))

    def _read(self, rows: Rows) -> Iterator[Row]:
        return (self._indices[row >> _SHIFT].loaded(row & _ROW).view for row in rows.tolist())

    def _count(self, changes: Callable[[Row], bool]) -> int:
        """How many rows of ours in the mix change."""
        rows, times = np.unique(self._main[self._ours], return_counts=True)
        return sum(int(n) for row, n in zip(self._read(rows), times, strict=True) if changes(row))

    def _all_of(self, source: int, ability: str) -> Rows:
        """The numbers of all rows of a source that are of an ability, in the mix or not."""
        index = self._indices[source]
        code = index.abilities.index(ability) if ability in index.abilities else -1
        return (source << _SHIFT) + np.flatnonzero(index.codes == code)

    def _plan(self, rows: Rows) -> Plan:
        source = rows >> _SHIFT
        picks = [np.sort(rows[source == i] & _ROW) for i in range(len(self._indices))]
        names = [f"{index.source.name}{' fallen' if index.source.fallen else ''}" for index in self._indices]
        return ordered(picks, names, self._seed)
