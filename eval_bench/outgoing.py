"""What of one or several benchmarks goes out to other people's programs."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from eval_bench.asking import asked
from eval_bench.benchmark import Benchmark
from eval_bench.choosing import right_option
from eval_bench.keywords import compiled
from eval_bench.types import Item


@dataclass(frozen=True)
class Outgoing:
    """Items with their pictures, in the order of their benchmarks."""

    benchmarks: Sequence[Benchmark]
    unvalidated: bool
    """Whether items go out that no person has looked at."""

    @cached_property
    def items(self) -> Sequence[Item]:
        return [item for one in self.benchmarks for item in one.items if self.unvalidated or item.counts]

    @cached_property
    def choices(self) -> Sequence[Item]:
        """Those of multiple choice whose right option is known."""
        return [item for item in self.items if right_option(item)]

    @property
    def sources(self) -> Sequence[str]:
        return list(dict.fromkeys(item.source for item in self.items))

    @property
    def abilities(self) -> Sequence[str]:
        return sorted({item.ability for item in self.items})

    @property
    def validated(self) -> bool:
        """Whether a person has let every item stand."""
        return all(item.counts for item in self.items)

    @property
    def name(self) -> str:
        """As other programs call it: results of items that nobody looked at cannot be taken for others."""
        return "synthgen_bench" if self.validated else "synthgen_bench_unvalidated"

    @property
    def state(self) -> str:
        """How much of it people have looked at."""
        count, looked = len(self.items), sum(item.counts for item in self.items)
        if looked == count:
            return f"A person has looked at each of the {count:,} items."
        return f"UNVALIDATED: a person has looked at {looked:,} of the {count:,} items, and at none of the others."

    def picture(self, item: Item) -> bytes:
        """The bytes of its file. Raises UsageError as `Benchmark.picture` does."""
        return self._of[item.id].picture(item)

    def path(self, item: Item) -> str:
        """Where its picture lies in an export."""
        return f"images/{Path(item.image).name}"

    def asked(self, item: Item) -> str:
        """The text that a model gets, without options: the one that `answer` sends."""
        return asked(item, as_choice=False)

    def facts(self, item: Item) -> dict[str, Any]:
        """What all exports tell of an item: plain words only."""
        return {
            "id": item.id,
            "ability": item.ability,
            "source": item.source,
            "style": item.style,
            "reference": item.answer,
            "head": item.head,
            "held_out": {True: "yes", False: "no", None: "unknown"}[item.held_out],
            "state": item.state,
            "license": item.license,
            "credit": item.credit,
            "key": item.key,
        }

    def rule(self, item: Item) -> dict[str, Any]:
        """What `matching.verdict` reads."""
        return compiled(item)

    def license_lines(self) -> list[str]:
        """A Markdown list: license and credit, and of how many pictures."""
        counts = Counter((item.license or "no license stated", item.credit) for item in self.items)
        return [f"- {count:,} x {' - '.join(filter(None, told))}" for told, count in sorted(counts.items())]

    @cached_property
    def _of(self) -> dict[str, Benchmark]:
        return {item.id: one for one in self.benchmarks for item in one.items}
