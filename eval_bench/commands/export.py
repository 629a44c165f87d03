"""a benchmark in the forms that lmms-eval, Inspect, VLMEvalKit and LLaVA's own scripts run

python -m eval_bench export items=[benchmarks/generated,benchmarks/real]
python -m eval_bench export items=benchmarks/real harness=lmms_eval out=exports/real
python -m eval_bench export items=benchmarks/generated unvalidated=true
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hydra.core.config_store import ConfigStore
from rich.progress import Progress

from eval_bench.benchmark import several
from eval_bench.commands.told import folders, out, talk
from eval_bench.exporting import export
from eval_bench.interfaces import Harness
from eval_bench.outgoing import Outgoing
from synthgen.build import build
from synthgen.config import compose_entry
from synthgen.errors import UsageError


@dataclass
class ExportConfig:
    """The keys of an export. `conf/eval_bench/export.yaml` says what each means."""

    harness: dict[str, Any] = field(default_factory=dict)
    items: Any = None
    out: str = "exports/bench"
    unvalidated: bool = False

    def mistakes(self) -> Iterator[str]:
        """Values of the right type that make no sense."""
        if not folders(self.items):
            yield "no benchmark is named; pass items=benchmarks/generated"
        if not self.harness:
            yield "no harness is named; pass harness=lmms_eval"
        if not self.out or "://" in self.out:
            yield f"out={self.out!r}: it has to be a folder on a disk"


ConfigStore.instance().store(name="eval_bench_export_schema", node=ExportConfig)


def run(arguments: Sequence[str]) -> int:
    """Raises UsageError, DiskError."""
    config = compose_entry(arguments, "eval_bench/export", ExportConfig)
    harnesses = {name: build(node, f"harness.{name}", Harness) for name, node in config.harness.items()}  # type: ignore[type-abstract]
    outgoing = Outgoing(several(folders(config.items)), config.unvalidated)
    if not outgoing.items:
        there = sum(len(one.items) for one in outgoing.benchmarks)
        raise UsageError(
            f"items: none of the {there:,} is validated; look at them: python -m eval_bench validate "
            f"items={folders(config.items)[0]}, or pass unvalidated=true for a marked export of all"
        )
    to = Path(config.out).expanduser()
    with Progress(console=talk, transient=True, disable=not talk.is_terminal) as progress:
        for name, harness in harnesses.items():
            task = progress.add_task(name, total=len(harness.files(outgoing)) + 1)
            export(harness, outgoing, to / name, lambda task=task: progress.advance(task))  # type: ignore[misc]
    for name, harness in harnesses.items():
        out.print(f"{to / name}: {len(outgoing.items):,} items\n", highlight=False, markup=False)
        out.print(harness.usage(outgoing, to / name), highlight=False, markup=False)
    out.print(outgoing.state, highlight=False, markup=False)
    return 0
