"""A task for Inspect, which needs nothing but the files beside it: inspect eval task.py --model ... [-T source=real]"""

import json
import sys
from pathlib import Path

from inspect_ai import Task, task
from inspect_ai.dataset import json_dataset
from inspect_ai.model import GenerateConfig
from inspect_ai.scorer import Score, accuracy, grouped, scorer, stderr
from inspect_ai.solver import generate

FOLDER = Path(__file__).parent
sys.path.insert(0, str(FOLDER))
from matching import verdict  # type: ignore[import-not-found]  # noqa: E402


@scorer(metrics=[accuracy(), stderr(), grouped(accuracy(), "ability", all=False)])
def keywords():  # type: ignore[no-untyped-def]
    """1 for right, 0 for wrong and for what is not to be understood."""

    async def score(state, target):  # type: ignore[no-untyped-def]
        answer = state.output.completion
        found, why = verdict(state.metadata["rule"], answer)
        told = {"verdict": found}
        return Score(value=float(found == "right"), answer=answer, explanation=f"{found}: {why}", metadata=told)

    return score


@task(name=json.loads((FOLDER / "export.json").read_text(encoding="utf-8"))["name"])
def synthgen_bench(source=""):  # type: ignore[no-untyped-def]
    """All items, or those of one source: generated, real."""
    items = json_dataset(str(FOLDER / "items.jsonl"))
    if source:
        items = items.filter(lambda sample: sample.metadata["source"] == source)
    config = GenerateConfig(temperature=0, max_tokens=128)
    return Task(dataset=items, solver=generate(), scorer=keywords(), config=config)
