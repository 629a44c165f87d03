"""Files for LLaVA's own evaluation scripts.

`llava.eval.model_vqa` reads questions.jsonl and images/. `eval_gpt_review_bench.py` reads questions, two files of
answers, contexts and rules; it joins the first three by line, so all keep the order of the items. It looks for a rule
by "llava_bench_" + category.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from shlex import quote
from typing import Any

from eval_bench.exporting import json_lines
from eval_bench.interfaces import Harness
from eval_bench.outgoing import Outgoing
from eval_bench.types import Item
from synthgen.errors import UsageError

_RULE = """\
Two assistants were asked the question above about a picture. You do not see the picture; the context describes it.
Grade each answer from 1 to 10: is it right by the context, does it answer what was asked, is it exact and short? \
Grade them apart from each other; which of them comes first means nothing.
Write the two grades in the first line, the first assistant's first, with one space between them and nothing else. \
Give your reasons in the lines below."""


@dataclass(frozen=True)
class Llava(Harness):
    """Questions, pictures, and what a judge needs."""

    def files(self, outgoing: Outgoing) -> Mapping[str, Callable[[], bytes]]:
        for item in outgoing.items:
            if "<image>" in outgoing.asked(item):
                raise UsageError(
                    f"{item.id}: its question says <image>, which LLaVA takes for a picture; mend the item"
                )
        return {
            "questions.jsonl": lambda: json_lines(_question(outgoing, item) for item in outgoing.items),
            "reference_answers.jsonl": lambda: json_lines(_reference(outgoing, item) for item in outgoing.items),
            "context.jsonl": lambda: json_lines(_context(item) for item in outgoing.items),
            "rule.json": lambda: _rules(outgoing),
            **{outgoing.path(item): partial(outgoing.picture, item) for item in outgoing.items},
        }

    def usage(self, outgoing: Outgoing, folder: Path) -> str:
        at = quote(str(folder))
        return f"""\
    python -m llava.eval.model_vqa --model-path liuhaotian/llava-v1.5-7b --temperature 0 --conv-mode vicuna_v1 \\
      --question-file {at}/questions.jsonl --image-folder {at}/images --answers-file answers.jsonl
    python llava/eval/eval_gpt_review_bench.py --question {at}/questions.jsonl --context {at}/context.jsonl \\
      --rule {at}/rule.json --answer-list {at}/reference_answers.jsonl answers.jsonl --output review.jsonl

Both in a checkout of LLaVA. `question_id` is the id of the item, so that answers find their items again:
`python -m eval_bench answer items=... model=file model.path=answers.jsonl`, then `python -m eval_bench score`.
"""


def _question(outgoing: Outgoing, item: Item) -> dict[str, Any]:
    image = Path(item.image).name
    return {"question_id": item.id, "image": image, "text": outgoing.asked(item), "category": item.ability}


def _reference(outgoing: Outgoing, item: Item) -> dict[str, Any]:
    return {
        "question_id": item.id,
        "prompt": outgoing.asked(item),
        "text": item.answer,
        "answer_id": f"{item.id}-reference",
        "model_id": "reference",
        "category": item.ability,
        "metadata": {"state": item.state},
    }


def _context(item: Item) -> dict[str, Any]:
    """What a judge that sees no picture is told: what it was made from; of a photograph what a person answered."""
    shown = item.prompt.replace("((", "").replace("))", "")
    caption = shown or f"Asked {item.question!r}, a person who saw the picture says: {item.answer}"
    return {"id": item.id, "image": Path(item.image).name, "caption": caption}


def _rules(outgoing: Outgoing) -> bytes:
    rules = {f"llava_bench_{ability}": {"role": "Assistant", "prompt": _RULE} for ability in outgoing.abilities}
    return (json.dumps(rules, indent=1) + "\n").encode()
