"""Tasks for lmms-eval: one of all items, one of each source, and a group of the latter.

It reads every yaml below --include_path, finds the functions in the utils.py beside it, and takes relative `data_files`
from the folder of the yaml (lmms_eval 0.7): the folder can be moved.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from shlex import quote

import pyarrow as pa
import pyarrow.parquet as pq

from eval_bench.harness.shipped import scoring, shipped
from eval_bench.interfaces import Harness
from eval_bench.outgoing import Outgoing
from eval_bench.types import Item
from synthgen.kit.parquet_rows import IMAGE, TEXT, schema

_SHARD = 100
"""Items in a parquet file: their pictures lie in memory while it is written."""
_GROUP = 10
"""Items in a row group."""
_FACTS = ("id", "ability", "source", "style", "reference", "head", "held_out", "state", "license", "credit", "key")
_FEATURES = {"image": IMAGE, "question": TEXT, "rule": TEXT, "options": [TEXT]} | dict.fromkeys(_FACTS, TEXT)
_TASK = """\
task: {task}
task_alias: {alias}
dataset_path: parquet
dataset_kwargs:
  data_files:
    test: {files}
test_split: test
output_type: generate_until
doc_to_visual: !function utils.doc_to_visual
doc_to_text: !function utils.doc_to_text
doc_to_target: id  # so that a file of samples says which item each is
process_results: !function utils.process_results
generation_kwargs:
  max_new_tokens: 128
  temperature: 0
  do_sample: false
metric_list:
{metrics}
metadata: {about}
"""
_METRIC = "  - {{metric: {name}, aggregation: mean, higher_is_better: {higher}}}"


@dataclass(frozen=True)
class LmmsEval(Harness):
    """A task folder."""

    def files(self, outgoing: Outgoing) -> Mapping[str, Callable[[], bytes]]:
        shards = {source: list(_shards(outgoing, source)) for source in outgoing.sources}
        names = {source: _paths(source, len(several)) for source, several in shards.items()}
        found: dict[str, Callable[[], bytes]] = {
            **scoring(),
            "utils.py": lambda: shipped("lmms_utils.py"),
            f"{outgoing.name}.yaml": lambda: _task(outgoing, outgoing.name, sum(names.values(), []), outgoing.items),
        }
        for source, paths in names.items():
            items = [item for shard in shards[source] for item in shard]
            task = f"{outgoing.name}_{source}"
            found[f"{task}.yaml"] = partial(_task, outgoing, task, paths, items)
            found |= {p: partial(_table, outgoing, some) for p, some in zip(paths, shards[source], strict=True)}
        group = {
            "group": f"{outgoing.name}_by_source",
            "task": [f"{outgoing.name}_{source}" for source in outgoing.sources],
        }
        found[f"{group['group']}.yaml"] = lambda: (json.dumps(group, indent=1) + "\n").encode()
        return found

    def usage(self, outgoing: Outgoing, folder: Path) -> str:
        return f"""\
    python -m lmms_eval --model openai --model_args model=NAME,base_url=http://127.0.0.1:8000/v1 \\
      --include_path {quote(str(folder))} --tasks {outgoing.name} \\
      --batch_size 1 --log_samples --output_path ~/lmms_results

Tasks: `{outgoing.name}` (all items; `acc` is the pooled accuracy, `acc_<ability>` that of an ability, `unparsed` the
share of answers that cannot be understood, which count as wrong), `{outgoing.name}_by_source` (a task of each source).
The accuracy is that of `python -m eval_bench score scorer=keyword`, item by item. Nothing is downloaded
(`HF_HUB_OFFLINE=1` works). Write results outside of this folder. The folder can be moved; lmms_eval before 0.7
needs absolute paths under `data_files`.
"""


def _shards(outgoing: Outgoing, source: str) -> list[Sequence[Item]]:
    items = [item for item in outgoing.items if item.source == source]
    return [items[i : i + _SHARD] for i in range(0, len(items), _SHARD)]


def _paths(source: str, count: int) -> list[str]:
    return [f"data/{source}-{number:05d}.parquet" for number in range(count)]


def _task(outgoing: Outgoing, task: str, files: Sequence[str], items: Sequence[Item]) -> bytes:
    """YAML holds JSON: names are written as such."""
    abilities = sorted({item.ability for item in items})
    metrics = [("acc", True), *((f"acc_{ability}", True) for ability in abilities), ("unparsed", False)]
    told = _TASK.format(
        task=json.dumps(task),
        alias=json.dumps(task if outgoing.validated else f"{task} (items not validated)"),
        files=json.dumps(files),
        metrics="\n".join(_METRIC.format(name=json.dumps(n), higher=json.dumps(higher)) for n, higher in metrics),
        about=json.dumps({"version": "+".join(one.version for one in outgoing.benchmarks), "state": outgoing.state}),
    )
    return told.encode()


def _table(outgoing: Outgoing, items: Sequence[Item]) -> bytes:
    rows = [
        {
            **outgoing.facts(item),
            "image": {"bytes": outgoing.picture(item), "path": Path(item.image).name},
            "question": outgoing.asked(item),
            "rule": json.dumps(outgoing.rule(item), ensure_ascii=False),
            "options": list(item.options),
        }
        for item in items
    ]
    sink = pa.BufferOutputStream()
    pq.write_table(pa.Table.from_pylist(rows, schema=schema(_FEATURES)), sink, row_group_size=_GROUP)
    return bytes(sink.getvalue().to_pybytes())
