"""Of whom a prompt says how old somebody looks, and with which skin."""

from dataclasses import dataclass, field

from synthgen.renderer.sketch.casting import Group, Row, looking
from synthgen.renderer.sketch.phrases import PERSONS
from synthgen.renderer.sketch.scene import Thing
from synthgen.renderer.sketch.subjects import PEOPLED, ROOM_OF
from synthgen.renderer.sketch.vocabulary import Meaning

NOUN = " skin"
"""How a word for a skin ends that stands for itself: "dark-skinned" waits for a person."""
FOLLOWING = frozenset({"age", "skin", "person", "filler"})
"""What may follow such a word in its phrase, beside a profession: an old dress has no old wearer."""


@dataclass
class Looks:
    """What was read: a word is said of the person who is named next or, at the end of its phrase, of everybody."""

    waiting: dict[str, tuple[str, str]] = field(default_factory=dict)
    """ "age" or "skin" -> what waits for a person, and the prompt's word for it."""
    everybody: dict[str, tuple[str, str]] = field(default_factory=dict)

    def hear(self, meaning: Meaning, phrase: str, verb: str, persons: list[Group]) -> bool:
        """Take in a word: "with dark skin" is said of who was named last. False if it does not fit what was read."""
        with_it = verb == "with" and phrase.endswith(NOUN)
        if meaning.kind in self.waiting or verb not in ("", "link", "with") or (with_it and self.waiting):
            return False
        if not (with_it and persons):
            self.waiting[meaning.kind] = meaning.value, phrase
            return True
        last, persons[-1] = persons[-1], persons[-1]._replace(skin=meaning.value)
        return not last.skin

    def lost(self, meaning: Meaning) -> str:
        """The word that would be said of this, which is no person; empty where all is well."""
        worker = meaning.kind == "subject" and ROOM_OF[meaning.value] == "professions"
        if not self.waiting or worker or meaning.kind in FOLLOWING:
            return ""
        return next(iter(self.waiting.values()))[1]

    def of_next(self) -> tuple[str, str]:
        """The age and the skin of the person who is named now."""
        said, self.waiting = self.waiting, {}
        return said.get("age", ("", ""))[0], said.get("skin", ("", ""))[0]

    def of_all(self) -> str:
        """At the end of a phrase. The word that was said otherwise before; empty where all is well."""
        said, self.waiting = self.waiting, {}
        for kind, (value, phrase) in said.items():
            if self.everybody.setdefault(kind, (value, phrase))[0] != value:
                return phrase
        return ""

    def put_on(self, *rows: Row) -> str:
        """Give everybody's looks to all who are drawn. The word that fits nobody, not all, or a child; or nothing."""
        people = [(row, i) for row in rows for i, thing in enumerate(row) if ROOM_OF[thing.name] in PEOPLED]
        if self.everybody and not people:
            return next(iter(self.everybody.values()))[1]
        age, skin = (self.everybody.get(kind, ("", ""))[0] for kind in ("age", "skin"))
        for row, i in people:
            row[i], wrong = looking(row[i], age, skin)
            if wrong or (row[i].age and _child(row[i])):
                return wrong or row[i].age
        return ""


def _child(thing: Thing) -> bool:
    return bool(thing.person) and not {"man", "woman"}.intersection(PERSONS[thing.person])
