"""A task for Inspect: task.py, items.jsonl in the form of its samples, and the pictures that it names."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from shlex import quote
from typing import Any

from eval_bench.exporting import json_lines
from eval_bench.harness.shipped import scoring, shipped
from eval_bench.interfaces import Harness
from eval_bench.outgoing import Outgoing
from eval_bench.types import Item


@dataclass(frozen=True)
class InspectAi(Harness):
    """A task with its data."""

    def files(self, outgoing: Outgoing) -> Mapping[str, Callable[[], bytes]]:
        return {
            "task.py": lambda: shipped("inspect_task.py"),
            **scoring(),
            "items.jsonl": lambda: json_lines(_sample(outgoing, item) for item in outgoing.items),
            **{outgoing.path(item): partial(outgoing.picture, item) for item in outgoing.items},
        }

    def usage(self, outgoing: Outgoing, folder: Path) -> str:
        there = "" if folder == Path(".") else f"    cd {quote(str(folder))}        # Inspect takes no absolute paths\n"
        return f"""\
{there}    inspect eval task.py --model openai/NAME --log-dir ~/inspect_logs
    inspect eval task.py -T source=real --model openai/NAME --log-dir ~/inspect_logs

`accuracy` is the pooled one; beside it stands that of each ability. Answers that cannot be understood count as wrong;
`metadata.verdict` of a score tells them apart. Scores are those of `python -m eval_bench score scorer=keyword`, item by
item. The folder can be moved.
"""


def _sample(outgoing: Outgoing, item: Item) -> dict[str, Any]:
    content = [{"type": "image", "image": outgoing.path(item)}, {"type": "text", "text": outgoing.asked(item)}]
    return {
        "id": item.id,
        "input": [{"role": "user", "content": content}],
        "target": list(item.accept),
        "metadata": {**outgoing.facts(item), "options": list(item.options), "rule": outgoing.rule(item)},
    }
