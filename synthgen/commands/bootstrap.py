"""more examples of prompts and dialogues for an ability, by a language model

python -m synthgen bootstrap ability=animal llm=openai               the 20 best that differ most
python -m synthgen bootstrap ability=animal llm=openai examples=40
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from abilities.base import WordAbility
from synthgen.build import with_pack
from synthgen.commands.told import out, talk
from synthgen.packs.examples import DialogueExamples, PromptExamples
from synthgen.packs.growing import BootstrapTemplate, Crop
from synthgen.packs.work import Work, grow_packs


def run(arguments: Sequence[str]) -> int:
    """Writes packs/<ability>/prompt_examples.yaml and dialogue_examples.yaml. Raises SynthgenError."""
    grow_packs("bootstrap", arguments, {"examples": 20}, BootstrapTemplate, crops, talk, out)
    return 0


def crops(ability: WordAbility, work: Work) -> Iterator[Crop[Any]]:
    """Prompts, then a dialogue for each of them; with the subjects and questions of the pack."""
    whole, _ = with_pack(ability.name, ability)
    assert isinstance(whole, WordAbility)
    own = replace(whole, prompt_examples=ability.prompt_examples, dialogue_examples=ability.dialogue_examples)
    template: BootstrapTemplate = work.template
    yield PromptExamples(own, work.targets["examples"], template["prompts"])
    yield DialogueExamples(own, work.targets["examples"], template["dialogues"])
