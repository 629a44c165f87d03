"""More subjects of an ability, each in one of its groups or with places of its own."""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

from pydantic import BaseModel, Field, TypeAdapter, ValidationError

from abilities.asking import DialogueTemplate, as_json
from abilities.base import WordAbility
from abilities.replies import Keyword
from synthgen.kit.drawable import fault
from synthgen.kit.language import COMMON, foreign, vocabulary
from synthgen.kit.words import is_plural, singular
from synthgen.packs.alike import Alike
from synthgen.packs.files import Subject
from synthgen.packs.growing import Batch, Crop, parsed
from synthgen.types import Fields, Reply, Request

AT_ONCE = 40
LONGEST = 6
"""Words of a subject."""
_SHAPE = re.compile(r"[^\W_][\w '’.&-]*")
_KEYWORD: TypeAdapter[str] = TypeAdapter(Keyword)


class SubjectReply(BaseModel, extra="forbid"):
    subject: str = Field(max_length=400)
    group: str = Field(max_length=400)
    places: list[str] = Field(max_length=20)
    companions: list[str] = Field(max_length=20)


class SubjectsReply(BaseModel, extra="forbid"):
    """Subjects of pictures."""

    subjects: list[SubjectReply] = Field(max_length=200)


class Subjects(Crop[Subject]):
    name = "subjects"
    purpose = "expand"
    form = Subject

    def __init__(
        self, ability: WordAbility, target: int, template: DialogueTemplate, others: Mapping[str, Sequence[str]]
    ) -> None:
        """`others`: the keywords of all abilities, by name."""
        super().__init__(ability, target)
        self._template = template
        apart = [words for words in others.values() if {*ability.keywords}.isdisjoint(words)]
        self._others = Alike(word for words in apart for word in words)
        """What abilities list that share no word with this one: a plant is no animal, though a color may have both."""
        self._common = COMMON | vocabulary(ability.keywords, *others.values())
        self._several = any(singular(word) != word for word in ability.keywords)
        """It has subjects in the plural itself, such as sneakers."""

    def count(self) -> int:
        return len(dict.fromkeys([*self.ability.keywords, *(item.subject for item in self.used)]))

    @cached_property
    def _places(self) -> dict[str, list[str]]:
        return {name: list(group["places"]) for name, group in self.ability.groups.items()}

    def ask(self, attempt: int) -> Request:
        known = list(dict.fromkeys([*self.ability.keywords, *(item.subject for item in self.items)]))
        order = {"how many": self.missing(AT_ONCE), "known": known}
        blanks = {"cautions": self.ability.cautions, "groups": as_json(self._places)}
        return self.request(self._template, attempt, SubjectsReply, order, **blanks)

    def read(self, reply: Reply) -> Batch:
        rows: list[SubjectReply] = parsed(reply, SubjectsReply)
        known = Alike([self.ability.noun, *self.ability.keywords], self._common)
        for item in self.items:
            known.add(item.subject)
        # some models write every word with a capital; of single ones, the capital belongs there: "Boston fern"
        shouting = sum(row.subject[:1].isupper() for row in rows) > len(rows) / 2
        batch = Batch(len(rows))
        for row in rows:
            found = self._judged(row, shouting, known)
            if isinstance(found, str):
                batch.dropped[found] += 1
            else:
                known.add(found.subject)
                batch.new.append(found)
        return batch

    def _judged(self, row: SubjectReply, shouting: bool, known: Alike) -> Subject | str:
        """The item, or why it is none."""

        def plain(texts: Sequence[str]) -> list[str]:
            return [word for text in texts if (word := _plain(text.lower() if shouting else text))]

        (word,) = plain([row.subject]) or ("",)
        if not any(map(str.isalpha, word)) or len(word.split()) > LONGEST:
            return "no visible subject"
        if foreign([word], self._common):
            return "another language"
        if not self._several and is_plural(word):
            word = singular(word)
        if known.like(word):
            return "known already"
        if self._others.like(word):
            return "another ability's"
        if wrong := fault(Fields(word)):
            return wrong[0]
        if row.group in self.ability.groups:
            return Subject(subject=word, group=row.group, state="new")
        places = [place for place in plain(row.places) if not fault(Fields(word, place=place))]
        if not places and any(self._places.values()):
            return "no place"
        things = [thing for thing in plain(row.companions) if not known.like(thing)]
        return Subject(subject=word, places=tuple(places), companions=tuple(things), state="new")


def _plain(text: str) -> str:
    """A keyword without its article; "" for what is none."""
    try:
        word = _KEYWORD.validate_python(text).strip(" .,;:!?\"'*-_")
    except ValidationError:
        return ""
    for article in ("a ", "an ", "the "):
        word = word.removeprefix(article)
    return word if _SHAPE.fullmatch(word) else ""
