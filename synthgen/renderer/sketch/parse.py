"""From the text of a prompt to a scene, or to the word that cannot be drawn.

A prompt is a list of phrases. Each is read from left to right, always the longest phrase of the lexicon first; what a
word with several meanings stands for is decided by what was read before it in the prompt and by the word after it.
Whatever the lexicon does not hold makes the whole prompt undrawable: a picture shows what its prompt says.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from synthgen.kit.prompt_text import heads, keywords
from synthgen.renderer.sketch import phrases, vocabulary
from synthgen.renderer.sketch.jokes import SEATS, accepts
from synthgen.renderer.sketch.scene import Joke, JokeKind, Scene, Thing, Unknown
from synthgen.renderer.sketch.subjects import DRAWINGS, PEOPLED, ROOM_OF, WORN
from synthgen.renderer.sketch.vocabulary import LEXICON, LONGEST, Kind, Meaning, normal

HEAD_ORDER: tuple[Kind, ...] = ("subject", "place", "person", "medium", "light", "wearable")
KEYWORD_ORDER: tuple[Kind, ...] = ("filler", "light", "medium", "place", "vessel", "table", "person", "subject")
AFTER: dict[str, tuple[Kind, ...]] = {
    "wears": ("wearable", "subject"),
    "with": ("wearable", "subject", "person"),
    "in": ("place", "vessel", "table", "light", "medium", "wearable", "subject"),
    "on": ("place", "table", "subject"),
    "is dressed as": ("role",),
    "is made of": ("material",),
    "link": ("place", "table", "light", "subject", "person"),
}
"""Which meaning comes first after a verb; after all other verbs it is the subject."""
MOST_THINGS = 4
"""Kinds of things in one picture."""


class _CannotDraw(Exception):
    """The word that cannot be drawn. Never leaves this module."""


@lru_cache(maxsize=4096)
def parse(text: str) -> Scene | Unknown:
    """The scene that a prompt asks for. Never raises."""
    found, rest = heads(text), keywords(text)
    if not found:
        found, rest = rest[:1], rest[1:]
    draft = _Draft()
    try:
        for phrase in found:
            draft.read(normal(phrase).split(), head=True)
        for phrase in rest:
            draft.read(normal(phrase).split(), head=False)
        return draft.scene()
    except _CannotDraw as problem:
        return Unknown(str(problem))


@dataclass
class _Draft:
    """What was understood so far."""

    subjects: list[Thing] = field(default_factory=list)
    companions: list[Thing] = field(default_factory=list)
    persons: list[Meaning] = field(default_factory=list)
    place: str = ""
    table: bool = False
    vessel: str = ""
    light: list[str] = field(default_factory=list)
    medium: str = ""
    joke: Joke | None = None
    # What waits for the word that it belongs to:
    colour: str = ""
    number: int = 0
    verb: str = ""
    verb_word: str = ""
    fresh: bool = True
    """No noun was read since the phrase began or a link stood."""

    def read(self, words: Sequence[str], head: bool) -> None:
        """Take in one phrase."""
        self.fresh = True
        words = vocabulary.colour_first(words)
        at = 0
        while at < len(words):
            for end in range(min(len(words), at + LONGEST), at, -1):
                meaning = self._choose(" ".join(words[at:end]), words[end:], head)
                if meaning:
                    self._take(meaning, " ".join(words[at:end]), head)
                    at = end
                    break
            else:
                raise _CannotDraw(words[at])
        if head and self._empty():
            raise _CannotDraw(" ".join(words) or "nothing")
        if not self.verb:
            self._settle(head)

    def _empty(self) -> bool:
        named = self.subjects or self.companions or self.persons or self.joke
        return not (named or self.place or self.light or self.medium or self.colour or self.verb)

    def _choose(self, phrase: str, rest: Sequence[str], head: bool) -> Meaning | None:
        """The meaning of a phrase where it stands, or None if it has none there."""
        meanings = LEXICON.get(phrase, ())
        if self._has_actor():
            # A penguin that plays the guitar is not the drawing of a person who does.
            meanings = tuple(m for m in meanings if ROOM_OF.get(m.value) != "actions" or m.kind != "subject")
        else:
            meanings = tuple(m for m in meanings if m.kind != "act" or m.value in phrases.ACTS_OF_PEOPLE)
            if len(phrase.split()) > 1 and vocabulary.is_action(phrase.split()[0]):
                # "walking in the park": somebody walks; for anything else it is only the way to the place.
                meanings = tuple(m for m in meanings if m.kind not in ("link", "verb"))
        by_kind: dict[Kind, Meaning] = {}
        for meaning in meanings:
            by_kind.setdefault(meaning.kind, meaning)
        if "colour" in by_kind and len(by_kind) > 1:
            alone = not (head or rest or self.verb or self._like_the_head(by_kind.get("subject")))
            if vocabulary.begins_noun(rest) or alone:
                return by_kind["colour"]
            del by_kind["colour"]
        if "verb" in by_kind and ("light" in by_kind or "act" in by_kind):
            return by_kind["verb"] if rest else by_kind.get("light") or by_kind["act"]
        if "vessel" in by_kind and not self._has_plant():
            del by_kind["vessel"]
        if "subject" in by_kind and self.place and "place" in by_kind:
            del by_kind["place"]  # the moon over a forest is a thing
        if self.persons and not self.subjects and self.verb == "wears" and _garment(by_kind):
            return by_kind["subject"]
        order = AFTER.get(self.verb, ("subject",)) if self.verb else HEAD_ORDER if head else KEYWORD_ORDER
        return next((by_kind[kind] for kind in order if kind in by_kind), next(iter(by_kind.values()), None))

    def _like_the_head(self, meaning: Meaning | None) -> bool:
        """((apple)), orange: the fruit. ((car)), orange: its colour."""
        if meaning is None or not self.subjects:
            return False
        return ROOM_OF[meaning.value] == ROOM_OF[self.subjects[0].name]

    def _has_actor(self) -> bool:
        """Whether a thing that is no person can be the one who does something."""
        return bool(self.subjects) and ROOM_OF[self.subjects[0].name] not in PEOPLED

    def _has_plant(self) -> bool:
        return bool(self.subjects) and ROOM_OF[self.subjects[0].name] == "plants"

    def _take(self, meaning: Meaning, phrase: str, head: bool) -> None:
        match meaning.kind:
            case "subject":
                self._take_thing(meaning, phrase, head)
            case "place":
                self._take_place(meaning.value, phrase)
            case "person":
                self._take_person(meaning, phrase)
            case "colour":
                if self.colour:
                    raise _CannotDraw(phrase)
                self.colour = meaning.value
            case "number":
                if self.number:
                    raise _CannotDraw(phrase)
                self.number = int(meaning.value)
            case "verb":
                self.verb, self.verb_word, self.fresh = meaning.value, phrase, True
            case "link":
                self.verb = self.verb or "link"
                self.verb_word, self.fresh = self.verb_word or phrase, True
            case "medium":
                if self.medium not in ("", meaning.value):
                    raise _CannotDraw(phrase)
                self.medium = meaning.value
                self._forget_verb("in")
            case "light":
                if meaning.value and meaning.value not in self.light:
                    self.light.append(meaning.value)
                self._forget_verb("in")
            case "vessel":
                self._take_vessel(meaning.value, phrase)
            case "table":
                self.table = True
                self._forget_verb("on", "in")
            case "category":
                self._take_category(meaning.value, phrase)
            case "state":
                self._tell(meaning.value, None, phrase)
            case "role" | "material" | "wearable":
                self._take_prop(meaning, phrase)
            case "act":
                kind, name = phrases.ACTS[meaning.value]
                if not self.subjects:
                    self.subjects.append(Thing(phrases.PLAIN_PERSON))
                self._tell(kind, Thing(name), phrase)
            case "filler":
                pass

    def _forget_verb(self, *verbs: str) -> None:
        """The link led here; any other verb still waits for its thing."""
        if self.verb in (*verbs, "link"):
            self.verb = self.verb_word = ""

    def _take_thing(self, meaning: Meaning, phrase: str, head: bool) -> None:
        if not head and not self.colour and phrase in phrases.SEEN_IN.get(self.place, ()):
            self.fresh = False
            return
        if not self.fresh:
            raise _CannotDraw(phrase)
        thing = self._thing(meaning, phrase)
        verb, self.verb, self.verb_word, self.fresh = self.verb, "", "", False
        room = ROOM_OF[thing.name]
        if verb in ("wears", "in", "with") and self.persons and not self.subjects and thing.name in WORN:
            thing, room = replace(thing, name=WORN[thing.name]), "clothes"
        if room in PEOPLED and verb in ("", "link", "with", "wears", "in"):
            self._take_peopled(thing, phrase, head, verb)
        elif verb in ("on", "rides") or (verb == "in" and thing.name in SEATS):
            self._tell("rides", thing, phrase)
        elif verb == "in":
            self._tell("drives" if room == "vehicles" else "hides in", thing, phrase)
        elif verb in ("", "link", "with"):
            self._add(thing, phrase, as_subject=head and verb != "with")
        else:
            self._tell(verb, thing, phrase)

    def _thing(self, meaning: Meaning, phrase: str) -> Thing:
        colour, self.colour = self.colour, ""
        if colour and not vocabulary.takes_colour(meaning.value, colour):
            raise _CannotDraw(colour)
        if self.number > 1 and vocabulary.is_plural(meaning.value):
            raise _CannotDraw(str(self.number))
        count, self.number = self.number or (phrases.MANY if meaning.many else 1), 0
        return Thing(meaning.value, colour, count)

    def _take_peopled(self, thing: Thing, phrase: str, head: bool, verb: str) -> None:
        """A drawing of a person: it takes in the person who was named."""
        if self.subjects and verb in ("with", "wears", "in"):
            raise _CannotDraw(phrase)
        self._add(thing, phrase, as_subject=head or (not self.subjects and bool(self.persons)))

    def _add(self, thing: Thing, phrase: str, as_subject: bool) -> None:
        names = [t.name for t in (*self.subjects, *self.companions)]
        if thing.name in names:
            return
        if len(names) == MOST_THINGS:
            raise _CannotDraw(phrase)
        (self.subjects if as_subject else self.companions).append(thing)

    def _take_place(self, place: str, phrase: str) -> None:
        known = self.place
        if known and place != known and phrase not in phrases.SEEN_IN.get(known, ()):
            both = phrases.MERGED.get(frozenset((known, place)))
            if both is None:
                raise _CannotDraw(phrase)
            place = both
        elif known:
            place = known
        self.place = place
        self._forget_verb("in", "on")

    def _take_person(self, meaning: Meaning, phrase: str) -> None:
        if self.number:
            meaning = meaning._replace(many=self.number > 1)
        if len(self.persons) == 2 or (self.verb and self.verb not in ("link", "with")):
            raise _CannotDraw(phrase)
        self._forget_verb("with")
        self.persons.append(meaning)
        self.number = 0

    def _take_vessel(self, vessel: str, phrase: str) -> None:
        if self.vessel not in ("", vessel):
            raise _CannotDraw(phrase)
        self.vessel = vessel
        self._forget_verb("in")

    def _take_category(self, category: str, phrase: str) -> None:
        self.fresh = False  # "fruit" beside an apple says nothing new, "fruit basket" does
        named = [t.name for t in (*self.subjects, *self.companions)]
        if not any(name in vocabulary.CATEGORIES[category] for name in named):
            raise _CannotDraw(phrase)

    def _take_prop(self, meaning: Meaning, phrase: str) -> None:
        """A role, a material, or something to wear that is no drawing of its own."""
        verb, self.verb, self.verb_word = self.verb, "", ""
        kinds: dict[str, JokeKind] = {"is dressed as": "is dressed as", "is made of": "is made of"}
        if meaning.kind == "wearable" and verb in ("wears", "with", "in"):
            colour, self.colour = self.colour, ""
            self._tell("wears", Thing(meaning.value, colour), phrase)
        elif meaning.kind != "wearable" and verb in kinds:
            self._tell(kinds[verb], None, phrase, meaning.value)
        else:
            raise _CannotDraw(phrase)

    def _tell(self, kind: str, thing: Thing | None, phrase: str, value: str = "") -> None:
        joke = Joke(kind, thing, value)  # type: ignore[arg-type]
        if self.joke not in (None, joke):
            raise _CannotDraw(phrase)
        self.joke = joke

    def _settle(self, head: bool) -> None:
        """What is left at the end of a phrase belongs to the head: ((car)), red."""
        if not (self.colour or self.number):
            return
        if head or len(self.subjects) != 1 or (self.subjects[0].colour and self.colour):
            raise _CannotDraw(self.colour or str(self.number))
        thing = self.subjects[0]
        meaning = Meaning("subject", thing.name, thing.count > 1)
        self.colour = self.colour or thing.colour
        self.subjects[0] = self._thing(meaning, thing.name)

    def scene(self) -> Scene:
        """All of it, if it fits together."""
        if self.verb and self.verb != "link":
            raise _CannotDraw(self.verb_word)
        self._seat_persons()
        self._let_it_rain()
        if not self.subjects and self.companions:
            self.subjects.append(self.companions.pop(0))
        if not self.subjects and not self.place:
            if not self.light:
                raise _CannotDraw(self.medium)
            self.place = phrases.UNDER_THE_SKY
        if self.medium in phrases.COLOURLESS:
            self._forbid_colours()
        if self.joke and not (self.subjects and accepts(self.joke, self.subjects[0])):
            raise _CannotDraw(self.joke.thing.name if self.joke.thing else self.joke.value or self.joke.kind)
        return Scene(
            tuple(self.subjects),
            tuple(self.companions),
            self._place(),
            self.table,
            self.vessel,
            tuple(self.light),
            self.medium,
            self.joke,
        )

    def _forbid_colours(self) -> None:
        """A pencil sketch shows no red balloon."""
        joke = self.joke.thing if self.joke else None
        for thing in (*self.subjects, *self.companions, *((joke,) if joke else ())):
            if thing.colour:
                raise _CannotDraw(thing.colour)

    def _let_it_rain(self) -> None:
        """What falls is the subject where no other is named."""
        if self.joke is None or self.joke.kind != "rains":
            return
        if self.joke.thing is None and self.subjects:
            self.joke = replace(self.joke, thing=self.subjects[0])
        elif self.joke.thing and not self.subjects:
            self.subjects.append(self.joke.thing)

    def _place(self) -> str:
        """The sea, seen from above or from below."""
        first = self.subjects[0].name if self.subjects else ""
        if self.place == "ocean" and first and DRAWINGS[first].rests == "under water":
            return "underwater"
        return self.place

    def _seat_persons(self) -> None:
        """Give each person that was named a drawing to be in, or a plain one of their own."""
        if self.persons and not any(_waits(thing) for thing in self.subjects):
            self.subjects = [replace(thing, name=WORN.get(thing.name, thing.name)) for thing in self.subjects]
        for person in self.persons:
            row = next((r for r in (self.subjects, self.companions) for t in r if _waits(t)), None)
            if row is None:
                row = self.subjects if not self.subjects else self.companions
                row.append(Thing(phrases.PLAIN_PERSON))
            i = next(i for i, thing in enumerate(row) if _waits(thing))
            row[i] = replace(row[i], person=person.value, count=max(row[i].count, 2 if person.many else 1))


def _garment(by_kind: dict[Kind, Meaning]) -> bool:
    return "subject" in by_kind and (by_kind["subject"].value in WORN or ROOM_OF[by_kind["subject"].value] == "clothes")


def _waits(thing: Thing) -> bool:
    return ROOM_OF[thing.name] in PEOPLED and not thing.person
