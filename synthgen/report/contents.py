"""What the kept samples hold: how often each kind of dialogue, yes and no, and who is shown in the pictures."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from synthgen.kit.diversity import decided
from synthgen.kit.people import AGES, AXES, SKINS
from synthgen.kit.persons import Person, by_axis, person_of, uneven
from synthgen.records import candidates
from synthgen.store import Store
from synthgen.types import Dialogue, DialogueKind, Prompt


@dataclass
class Contents:
    """Of one ability."""

    kinds: Counter[str] = field(default_factory=Counter)
    vqa: Counter[str] = field(default_factory=Counter)
    """"yes" and "no": answers of `vqa` that begin so."""
    people: Counter[Person] = field(default_factory=Counter)
    samples: int = 0


def contents(store: Store, abilities: Iterable[str], kept: Collection[str]) -> dict[str, Contents]:
    """Of the kept samples of each ability; memory: a few rows at a time."""
    wanted, found = frozenset(kept), {}
    for name in abilities:
        own = found[name] = Contents()
        for c in candidates(store, name, {}):
            if c.id in wanted and isinstance(c.prompt, Prompt) and isinstance(c.dialogue, Dialogue):
                own.samples += 1
                own.kinds[c.dialogue.kind] += 1
                own.people[person_of(c.prompt)] += 1
                if c.dialogue.kind == "vqa":
                    own.vqa.update(decided(turn.answer for turn in c.dialogue.in_english))
    return found


def kinds_table(found: Mapping[str, Contents]) -> dict[str, Any]:
    """A column for each kind that comes at all, a row for each ability."""
    names = [kind for kind in get_args(DialogueKind) if any(own.kinds[kind] for own in found.values())]
    rows = [
        {"name": name, "counts": [own.kinds[kind] for kind in names], "yes": own.vqa["yes"], "no": own.vqa["no"]}
        for name, own in found.items()
    ]
    return {"kinds": names, "rows": rows, "vqa": "vqa" in names}


def people_table(found: Mapping[str, Contents]) -> dict[str, Any] | None:
    """gender x age x skin for each ability whose prompts state any of it; None if there is none."""
    rows = []
    for name, own in found.items():
        stated = {person: count for person, count in own.people.items() if person != Person()}
        if stated:
            cells = [
                (gender, [stated.get(Person(gender, age, skin), 0) for age in AGES for skin in SKINS])
                for gender in AXES["gender"]
            ]
            partly = sum(stated.values()) - sum(sum(counts) for _, counts in cells)
            rows.append(
                {
                    "name": name,
                    "cells": cells,
                    "partly": partly,
                    "unstated": own.samples - sum(stated.values()),
                    "even": _evenness(stated),
                }
            )
    return {"rows": rows, "ages": AGES, "skins": SKINS} if rows else None


def _evenness(stated: Mapping[Person, int]) -> str:
    """How many times as often the most frequent comes as the rarest, axis by axis."""
    axes = by_axis(stated)
    parts = []
    for axis, counts in axes.items():
        times = uneven(counts)
        missing = [value for value, count in counts.items() if not count]
        if any(counts.values()):
            without = f" (no {', no '.join(missing)})" if missing else ""
            parts.append(
                f"{axis} {times:.2f} x{without}" if times else f"{axis} only {'/'.join(set(counts) - set(missing))}"
            )
    return ", ".join(parts)
