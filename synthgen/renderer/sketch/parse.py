"""From the text of a prompt to a scene, or to the word that cannot be drawn.

A prompt is a list of phrases. Each is read from left to right, always the longest phrase of the lexicon first; what a
word with several meanings stands for is decided by what was read before it in the prompt and by the word after it.
Whatever the lexicon does not hold makes the whole prompt undrawable: a picture shows what its prompt says.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from synthgen.kit.prompt_text import heads, keywords
from synthgen.renderer.sketch import casting, clashes, phrases, vocabulary
from synthgen.renderer.sketch.casting import Group, coloured, mount, rained, seat, seen_as, told_of
from synthgen.renderer.sketch.choosing import Heard, choose, has_actor
from synthgen.renderer.sketch.compounds import Word, stray, third_thing
from synthgen.renderer.sketch.jokes import SEATS
from synthgen.renderer.sketch.looks import NOUN, Looks
from synthgen.renderer.sketch.patterns import COATS
from synthgen.renderer.sketch.scene import Joke, JokeKind, Scene, Thing, Unknown
from synthgen.renderer.sketch.subjects import PEOPLED, ROOM_OF, WORN
from synthgen.renderer.sketch.vocabulary import LEXICON, LONGEST, Meaning, normal

MOST_KINDS, MOST_THINGS = 4, 8
"""In one picture."""
NOTHING = "nothing"
"""What a prompt without words asks for."""


class _CannotDraw(Exception):
    """The word that cannot be drawn. Never leaves this module."""


@lru_cache(maxsize=4096)
def parse(text: str) -> Scene | Unknown:
    """The scene that a prompt asks for. Never raises."""
    found, rest = heads(text), keywords(text)
    if not found:
        found, rest = rest[:1], rest[1:]
    wrong = clashes.misspelt(text, LEXICON)
    if wrong:
        return Unknown(wrong)
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
    persons: list[Group] = field(default_factory=list)
    looks: Looks = field(default_factory=Looks)
    doing: int = 0
    """How many of them do what the first subject shows; all where it is named before them."""
    place: str = ""
    place_word: str = ""
    behind: bool = False
    """The place was named by a keyword: it is where the subject is seen, and does not say that it flies."""
    table: bool = False
    vessel: str = ""
    light: list[str] = field(default_factory=list)
    medium: str = ""
    joke: Joke | None = None
    # What waits for the word that it belongs to:
    colour: str = ""
    number: int = 0
    said: int = 0
    """The number that the prompt gave to the thing that was named last."""
    pair: bool = False
    verb: str = ""
    verb_word: str = ""
    fresh: bool = True
    """No noun was read since the phrase began or a link stood."""
    before: Word | None = None
    actor: str = ""
    """The thing that was named last, or the word for a person: it does what is said next."""
    closed: bool = False
    """Something was put on or into a thing: what "and" adds now would be put there too."""

    def read(self, words: Sequence[str], head: bool) -> None:
        """Take in one phrase."""
        self.fresh, self.before, self.actor, self.closed = True, None, "", False
        words = vocabulary.colour_first(words)
        at = 0
        while at < len(words):
            for end in range(min(len(words), at + LONGEST), at, -1):
                meaning = choose(" ".join(words[at:end]), words[end:], head, self._heard())
                if meaning:
                    word = Word(" ".join(words[at:end]), meaning)
                    self._check(word)
                    self._take(meaning, word.phrase, head)
                    self.before, at = word, end
                    break
            else:
                raise _CannotDraw(words[at])
        if head and self._empty():
            raise _CannotDraw(" ".join(words) or NOTHING)
        if not self.verb:
            self._settle(head)

    def _check(self, word: Word) -> None:
        """Refuse what cannot be told by the word alone."""
        wrong = third_thing(self.before, word) if self.before else ""
        wrong = wrong or stray(word, self.colour, self.number) or self.looks.lost(word.meaning)
        if wrong:
            raise _CannotDraw(wrong)
        if word.meaning.kind == "place" or word.phrase in phrases.NOUN_LIGHTS:
            self.colour, self.number = "", 0

    def _empty(self) -> bool:
        named = self.subjects or self.companions or self.persons or self.joke
        return not (named or self.place or self.light or self.medium or self.colour or self.verb)

    def _heard(self) -> Heard:
        return Heard(self.subjects, self.persons, self.verb, self.place)

    def _has_actor(self) -> bool:
        return has_actor(self.subjects)

    def _take(self, meaning: Meaning, phrase: str, head: bool) -> None:
        match meaning.kind:
            case "subject":
                self._take_thing(meaning, phrase, head)
            case "place":
                if head or not clashes.stars_by_night(phrase, self.light):
                    self._take_place(meaning.value, phrase, head)
            case "person":
                self._take_person(meaning, phrase)
            case "age" | "skin":
                if not self.looks.hear(meaning, phrase, self.verb, self.persons):
                    raise _CannotDraw(phrase)
                if phrase.endswith(NOUN):
                    self._forget_verb("with")
            case "colour":
                if self.colour:
                    raise _CannotDraw(phrase)
                self.colour = meaning.value
            case "number":
                if self.number:
                    raise _CannotDraw(phrase)
                self.number, self.pair = int(meaning.value), phrase == phrases.PAIR
            case "verb":
                if self.verb in phrases.WANTING and (self.verb, meaning.value) != ("plays", "with"):
                    raise _CannotDraw(self.verb_word)
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
            case "other":
                raise _CannotDraw(phrase)
            case "filler":
                pass

    def _forget_verb(self, *verbs: str) -> None:
        """The link led here; any other verb still waits for its thing."""
        if self.verb in (*verbs, "link"):
            self.verb = self.verb_word = ""

    def _take_thing(self, meaning: Meaning, phrase: str, head: bool) -> None:
        if not head and self._shown(meaning, phrase):
            self.fresh = False
            return
        if not self.fresh:
            raise _CannotDraw(phrase)
        thing = self._thing(meaning, phrase)
        verb, link = self.verb, self.verb_word
        self.verb, self.verb_word, self.fresh = "", "", False
        if verb == "link" and (link not in phrases.BESIDE or (self.closed and link == "and")):
            raise _CannotDraw(f"{link} {phrase}")
        room = ROOM_OF[thing.name]
        if room == "professions":
            thing, _ = casting.looking(thing, *self.looks.of_next())
        if verb in ("wears", "in", "with") and self.persons and not self.subjects and thing.name in WORN:
            thing, room = replace(thing, name=WORN[thing.name]), "clothes"
        if room in PEOPLED and verb in ("", "link", "with", "wears", "in"):
            self._take_peopled(thing, phrase, head, verb)
        elif verb in ("on", "rides") or (verb == "in" and thing.name in SEATS):
            self._tell("rides", thing, phrase)
        elif verb == "in":
            self._tell("drives" if room == "vehicles" else "hides in", thing, phrase)
        elif verb in ("", "link", "with"):
            self._add(thing, phrase, as_subject=head and verb != "with", again=bool(verb))
        else:
            self._tell(verb, thing, phrase)

    def _shown(self, meaning: Meaning, phrase: str) -> bool:
        """Whether a keyword names what is in the picture anyway."""
        named = (*self.subjects, *self.companions)
        known = not (self.colour or self.number) and casting.shown(phrase, self.place, named)
        if known or clashes.stars_by_night(phrase, self.light):
            return True
        if phrase in clashes.OVERHEAD and self.subjects and not self.verb:
            raise _CannotDraw(phrase)
        if casting.held(phrase, meaning, named, self.joke):
            if self.colour or self.number > 1 or meaning.many:
                raise _CannotDraw(phrase)
            return True
        return False

    def _thing(self, meaning: Meaning, phrase: str) -> Thing:
        colour, self.colour = self.colour, ""
        if colour and not vocabulary.takes_colour(meaning.value, colour):
            raise _CannotDraw(colour)
        number = self.said = self.number
        self.number = 0
        if self.pair and meaning.value.endswith("s"):
            number = 1  # a pair of sunglasses
        if meaning.value in phrases.CLUSTERS or vocabulary.is_plural(meaning.value):
            if number > 1:
                raise _CannotDraw(str(number))
            return Thing(meaning.value, colour)
        if number == 1 and meaning.many:
            raise _CannotDraw(phrase)
        return Thing(meaning.value, colour, number or (phrases.MANY if meaning.many else 1))

    def _take_peopled(self, thing: Thing, phrase: str, head: bool, verb: str) -> None:
        """A drawing of a person: it takes in the person who was named."""
        worn = verb in ("with", "wears", "in") or ROOM_OF[thing.name] in ("clothes", "hair")
        if self.subjects and worn and not head:
            raise _CannotDraw(phrase)  # nobody is drawn with two of them
        if worn and self.persons:
            size = sum(group.size for group in self.persons)
            if len(self.persons) > 1 or self.said not in (0, size) or thing.count > size == 1:
                raise _CannotDraw(phrase)
            thing = replace(thing, count=size)
        self.closed = verb in ("wears", "in", "with")
        self.doing = len(self.persons) or 2
        self._add(thing, phrase, as_subject=head or (not self.subjects and bool(self.persons)))

    def _add(self, thing: Thing, phrase: str, as_subject: bool, again: bool = False) -> None:
        named = (*self.subjects, *self.companions)
        same = next((other for other in named if other.name == thing.name), None)
        self.actor = thing.name
        if same and (as_subject and self.before and same.colour and thing.colour and same.colour != thing.colour):
            same = None  # a red car and a blue car
        elif same and (thing.count > 1 or thing.colour not in ("", same.colour)):
            raise _CannotDraw(thing.colour or phrase)
        if same and (again or as_subject):
            raise _CannotDraw(phrase)  # a dog and a dog
        if same:
            return
        if named and not as_subject and ROOM_OF[named[0].name] in phrases.PARTS.get(thing.name, frozenset()):
            raise _CannotDraw(phrase)
        if len(named) == MOST_KINDS or sum(t.count for t in named) + thing.count > MOST_THINGS:
            raise _CannotDraw(phrase)
        (self.subjects if as_subject else self.companions).append(thing)

    def _take_place(self, place: str, phrase: str, head: bool) -> None:
        place = casting.merged(self.place, place, phrase)
        if not place:
            raise _CannotDraw(phrase)
        self.place, self.place_word, self.behind = place, phrase, not head
        self._forget_verb("in", "on")

    def _take_person(self, meaning: Meaning, phrase: str) -> None:
        if len(self.persons) == 2 or (self.verb and self.verb not in ("link", "with")):
            raise _CannotDraw(phrase)
        if self.verb == "link" and self.verb_word not in phrases.BESIDE:
            raise _CannotDraw(f"{self.verb_word} {phrase}")
        if (self.number == 1 and meaning.many) or any(group.word == meaning.value for group in self.persons):
            raise _CannotDraw(phrase)
        self._forget_verb("with")
        size = self.number or (2 if meaning.many else 1)
        self.persons.append(Group(meaning.value, size, self.number > 0, *self.looks.of_next()))
        self.number, self.actor = 0, phrase

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
        kinds: dict[str, JokeKind] = {kind: kind for kind in ("is dressed as", "is made of", "has a coat of")}
        if verb == "with" and meaning.value in COATS:
            verb = "has a coat of"
        if meaning.kind == "wearable" and verb in ("wears", "with", "in"):
            colour, self.colour = self.colour, ""
            self._tell("wears", Thing(meaning.value, colour), phrase)
        elif meaning.kind != "wearable" and verb in kinds:
            self._tell(kinds[verb], None, phrase, meaning.value)
        else:
            raise _CannotDraw(phrase)

    def _tell(self, kind: str, thing: Thing | None, phrase: str, value: str = "") -> None:
        joke = Joke(kind, thing, value)  # type: ignore[arg-type]
        if self.joke not in (None, joke) or not self._acts():
            raise _CannotDraw(phrase)
        self.joke, self.closed = joke, True

    def _acts(self) -> bool:
        """Whether it is the first subject, and nobody else, of whom something is told."""
        if self.actor in phrases.PERSONS or self.actor in phrases.PEOPLE:
            return len(self.persons) == 1 and not self._has_actor()
        return not self.actor or not self.subjects or self.actor == self.subjects[0].name

    def _settle(self, head: bool) -> None:
        """What is left at the end of a phrase belongs to the head: ((car)), red."""
        wrong = self.looks.of_all()
        if wrong:
            raise _CannotDraw(wrong)
        if not (self.colour or self.number):
            return
        if head or len(self.subjects) != 1 or (self.companions and self.colour):
            raise _CannotDraw(self.colour or str(self.number))
        thing = self.subjects[0]
        if self.number and self.persons and self.number != sum(group.size for group in self.persons):
            raise _CannotDraw(str(self.number))
        if self.colour and thing.colour not in ("", self.colour):
            raise _CannotDraw(self.colour)
        if self.number and thing.count not in (1, self.number):
            raise _CannotDraw(str(self.number))
        self.number = thing.count if thing.count > 1 else self.number
        meaning = Meaning("subject", thing.name, thing.count > 1)
        self.colour = self.colour or thing.colour
        self.subjects[0] = self._thing(meaning, thing.name)

    def scene(self) -> Scene:
        """All of it, if it fits together."""
        if self.verb and self.verb != "link":
            raise _CannotDraw(self.verb_word)
        mounted = mount(self.joke) if self.persons and not self.subjects else None
        if mounted:
            self.subjects, self.joke, self.doing = [mounted], None, len(self.persons)
        worn = clashes.worn_by(self.subjects, self.companions)
        if worn and len(self.persons) == 1 and not self.joke and worn.name not in WORN:
            self.subjects, self.joke = [], Joke("wears", worn)
        wrong = casting.miscounted(self.persons, self.subjects, self.doing)
        wrong = wrong or seat(self.persons, self.subjects, self.companions, self.doing)
        wrong = wrong or self.looks.put_on(self.subjects, self.companions)
        wrong = wrong or clashes.wrong_light(self.light, self.place, self.place_word)
        wrong = wrong or clashes.wrong_people([*self.subjects, *self.companions], self.joke)
        if wrong:
            raise _CannotDraw(wrong)
        self.joke = rained(self.joke, self.subjects)
        view = self.place and not self.behind and not self.joke  # the place itself is what the picture is of
        if not self.subjects and self.companions and not view:
            self.subjects.append(self.companions.pop(0))
        if not self.subjects and not self.place:
            if not self.light:
                taken = self.joke.thing if self.joke else None
                raise _CannotDraw(self.medium or (taken.name if taken else NOTHING))
            self.place = phrases.UNDER_THE_SKY
        colour = coloured([*self.subjects, *self.companions], self.joke)
        if colour and self.medium in phrases.COLOURLESS:
            raise _CannotDraw(colour)
        if self.joke and not (self.subjects and told_of(self.joke, self.subjects[0])):
            raise _CannotDraw(self.joke.thing.name if self.joke.thing else self.joke.value or self.joke.kind)
        return Scene(
            tuple(self.subjects),
            tuple(self.companions),
            seen_as(self.place, self.subjects, grounded=self.behind and not self.joke),
            self.table,
            self.vessel,
            tuple(self.light),
            self.medium,
            self.joke,
        )
