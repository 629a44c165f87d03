"""The form in which StableLLaVA was published: a list per ability of id, image, prompt, question and answer."""

from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from typing import ClassVar

from synthgen.interfaces import Exporter, Target
from synthgen.kit.conversations import TAG
from synthgen.kit.rows import IMAGES, Add, alone, json_list, put_pictures, single_turns
from synthgen.types import Record


@dataclass(frozen=True)
class Stablellava(Exporter):
    """Rows of one turn and exactly the published keys, for what reads those files.

    A dialogue becomes a row per turn that can be asked without the others (`kit.rows.alone`).
    """

    holds: ClassVar[tuple[int, int]] = (1, 1)
    rows_tell: ClassVar[bool] = False

    def fit(self, record: Record) -> Record | str:
        fitted = super().fit(record)
        if isinstance(fitted, str):
            return fitted
        return replace(record, dialogue=replace(record.dialogue, turns=alone(record.dialogue)))

    def usage(self, url: str) -> str:
        return f"lists in {url}/dataset, their pictures in {url}/{IMAGES}"

    def subsets(self) -> Mapping[str, str]:
        return {"default": "dataset/*.json"}

    def write(self, records: Iterable[Record], target: Target) -> int:
        rows = 0
        lists: dict[str, Add] = {}
        with ExitStack() as stack:
            for record in records:
                ability = record.ability
                if ability not in lists:
                    lists[ability] = stack.enter_context(json_list(target, f"dataset/{ability}.json"))
                (path,) = put_pictures(record, target, f"{IMAGES}/{ability}")
                for one in single_turns(record):
                    lists[ability](_row(one, path.removeprefix(f"{IMAGES}/")))
                    rows += 1
        return rows


def _row(record: Record, image: str) -> dict[str, str]:
    (turn,) = record.dialogue.turns
    return {
        "id": record.id,
        "image": image,
        "prompt": record.prompt.text,
        "question": f"{TAG}\n{turn.question.strip()}",
        "answer": turn.answer.strip(),
    }
