"""more subjects and questions for an ability, by a language model

python -m synthgen expand ability=animal llm=openai                  to 500 subjects, 50 questions of each kind
python -m synthgen expand ability=animal llm=openai subjects=200 questions=0 budget.usd=1
"""

from collections.abc import Iterator, Sequence
from typing import Any, get_args

from abilities.base import WordAbility
from synthgen.commands.told import out, talk
from synthgen.packs.files import Bank
from synthgen.packs.growing import Crop, ExpandTemplate
from synthgen.packs.questions import QuestionsOfKind
from synthgen.packs.subjects import Subjects
from synthgen.packs.work import Work, grow_packs, keywords_of_all

TARGETS = {"subjects": 500, "questions": 50}


def run(arguments: Sequence[str]) -> int:
    """Writes packs/<ability>/subjects.yaml and questions.yaml. Raises SynthgenError."""
    grow_packs("expand", arguments, TARGETS, ExpandTemplate, crops, talk, out)
    return 0


def crops(ability: WordAbility, work: Work) -> Iterator[Crop[Any]]:
    """What grows: the subjects, and the questions of each kind of dialogue that the ability has."""
    template: ExpandTemplate = work.template
    if work.targets["subjects"]:
        yield Subjects(ability, work.targets["subjects"], template["subjects"], keywords_of_all())
    for kind in get_args(Bank):
        if ability.kinds.get(kind) and work.targets["questions"]:
            yield QuestionsOfKind(ability, work.targets["questions"], template["questions"], kind)
