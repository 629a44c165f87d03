"""The claims of a row of words, each with the reason why it may not be said, if there is one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from synthgen.kit.claims import tables
from synthgen.kit.claims.entitled import NOT_SAID, NOT_TRUSTED, coloured, counted
from synthgen.kit.claims.phrases import next_noun, noun_before, phrase_end
from synthgen.kit.claims.reading import Row, noun_like, verb_at
from synthgen.kit.claims.standing import misplaced, untold
from synthgen.kit.claims.tables import COLOURS, COUNTS, HARMLESS, LIGHT, MEDIA, PREPOSITIONS
from synthgen.kit.claims.world import Part, World, one_name, own_number, split
from synthgen.kit.lexicon import SEEN, classes, kinds
from synthgen.kit.seen import may_be_seen
from synthgen.kit.words import content_words, is_plural, names, singular
from synthgen.types import Claim, ClaimType


def named_thing(row: Row, i: int) -> bool:
    """Whether a word like "star" is meant as a thing: "there is a star", not "it is the star of the picture"."""
    after = row[i + 1] if i + 1 < len(row) else ""
    thought = after in ("of", "wants", "would", "could", "might")
    return row[i] in tables.THINGS_TOO and i > 0 and row[i - 1] in ("a", "an", "no", "any") and not thought


@dataclass
class Finder:
    """Collects what is claimed of one picture."""

    world: World
    about: str = ""
    """The noun that a question asks about."""
    general: bool = False
    """The question asks what is always so."""
    supposing: bool = False
    """The question asks what would be."""
    elsewhere: frozenset[str] = frozenset()
    """Where a question asks whether the picture would fit: a book."""
    asking: bool = False
    """It reads a question."""
    affirmed: bool = False
    """The question that it reads is answered with yes."""
    counting: bool = False
    """A question asks how many there are."""
    claims: list[Claim] = field(default_factory=list)
    refused: list[tuple[Claim, str]] = field(default_factory=list)

    def _take(self, kind: ClaimType, word: str, reason: str = "", subject: str = "") -> None:
        value = "" if kind == "absence" else word
        claim = Claim(kind, word if kind in ("absence", "object") else subject or self.world.thing, value)
        if reason:
            self.refused.append((claim, reason))
        elif claim not in self.claims:
            self.claims.append(claim)

    # statements ------------------------------------------------------------------------------------------------------

    def say(self, row: Row, skip: frozenset[int] = frozenset()) -> None:
        """Everything that a row of words states."""
        self.roles(row)
        for i, word in enumerate(row):
            if i in skip:
                continue
            if word in PREPOSITIONS:
                if told := untold(self.world, row, i):
                    self._take("relation", told, NOT_SAID)
            elif word in tables.ORDINALS:
                self._ordinal(row, i)
            elif word in COUNTS or word.isdecimal():
                self._count(row, i)
            elif word in COLOURS and not self._thing_not_colour(row, i):
                self._colour(row, i)
            elif word in tables.SPATIAL and word not in PREPOSITIONS or word in ("left", "right"):
                if why := misplaced(self.world, row, i):
                    self._take("relation", word, why)
            elif word in tables.PERSONAL:
                self._person(word)
            elif word in tables.FUNCTION:
                continue
            elif parts := self._matching(row, i):
                self._matched(row, i, parts)
            else:
                self._unmatched(row, i)

    def roles(self, row: Row) -> None:
        """A penguin drives a car: nobody may say that a car drives a penguin, nor that it is driven by one."""
        fields = self.world.fields
        rows, said = split(fields.subject), fields.subject
        if fields.relation and fields.companions:
            rows, said = [rows[0], split(fields.companions[0])[0]], fields.relation
        if len(rows) < 2:
            return
        doing = frozenset(word for word in content_words(said) if not any(word in r for r in rows))
        first, last = (next((i for i, word in enumerate(row) if word in names(r[-1])), -1) for r in (rows[0], rows[-1]))
        if min(first, last) < 0 or not doing:
            return
        between = row[min(first, last) : max(first, last)]
        verb = next((word for word in between if any(word in names(did) for did in doing)), "")
        passive = "by" in between and not {"by"} & set(self.world.own)
        if verb and (first > last) != passive and not {"that", "which", "whose"} & set(between):
            self._take("relation", " ".join(between[1:]) or verb, NOT_SAID)

    def _matching(self, row: Row, i: int) -> list[Part]:
        """The parts of the prompt that say the word, used as they use it."""
        word = row[i]
        parts = self.world.licensed(word)
        if word == "room" and i and row[i - 1].endswith("ing") and row[i - 1] not in self.world.own:
            return []  # a living room is no kitchen
        if word.endswith(("ing", "ed")) and word not in LIGHT:  # in a parking lot, a car need not be parked
            parts = tuple(part for part in parts if part.type != "place" or word in part.phrase.split())
        if not parts or not noun_like(word) or verb_at(row, i) or phrase_end(self.world, row, i) > i:
            return list(parts)
        doing = word.endswith("ing")  # "leading an elephant"
        return [part for part in parts if part.loose or word in part.heads or doing and word in part.phrase.split()]

    def _matched(self, row: Row, i: int, parts: Sequence[Part]) -> None:
        word = row[i]
        best = next((part for part in parts if part.trusted), parts[0])
        if not best.trusted:
            if word in HARMLESS or word in tables.WEAK_LIGHT or word in tables.PICTURE and word not in MEDIA:
                return
            self._take(best.type, word, NOT_TRUSTED)
        elif not word.isdecimal() and noun_like(word) and self._too_many(row, i, parts):
            self._take("count", word, NOT_SAID)
        elif word not in HARMLESS or word in best.phrase.lower().split():
            self._take(best.type, best.phrase)

    def _too_many(self, row: Row, i: int, parts: Sequence[Part]) -> bool:
        """Whether a plural is said of what is one."""
        word, count = row[i], self.world.fields.count
        if self.counting or not is_plural(word) or phrase_end(self.world, row, i) > i or verb_at(row, i):
            return False
        return not any(
            part.loose
            or part.type not in ("subject", "object")
            or part.type == "subject"
            and count > 1
            or own_number(part.phrase) is not None
            or any(is_plural(other) for other in part.phrase.lower().split())
            for part in parts
        )

    def _unmatched(self, row: Row, i: int) -> None:
        word = row[i]
        if word in tables.GAZES and i and "like" not in row[i:]:
            who = row[i - 2] if row[i - 1] in tables.BE and i > 1 else row[i - 1]
            told = self.world.is_noun(who) or who in tables.PERSONAL or who in ("it", "they", "which", "who", "that")
            if told and row[i + 1 : i + 2] and row[i + 1] in tables.GAZED:
                self._take("pose", f"{word} {row[i + 1]}", NOT_SAID)  # "a giraffe is looking at the camera"
            return
        if named_thing(row, i):
            self._take("subject" if "person" in classes(word) else "object", word, NOT_SAID)
            return
        wet = word == "underwater" and any(may_be_seen(place, "water") for place in self.world.places)
        if word in tables.UNDER and not wet or word == "ruins":
            self._take("place", word, NOT_SAID)
            return
        if i and row[i - 1] in tables.DOING and "abstract" in classes(word) and word not in HARMLESS:
            self._take("pose", word, NOT_SAID)  # "doing yoga"
            return
        if word in HARMLESS or word in tables.FUNCTION or len(word) == 1 or word in self.elsewhere:
            return
        if (
            word in tables.ANYBODY
            and self.world.people
            and (word not in ("people", "humans") or self.world.several)
            or word in self.world.nouns
        ):
            return
        if word in tables.PICTURE and word not in MEDIA or i and row[i - 1] == "than":
            return
        after = row[i + 1] if i + 1 < len(row) else ""
        if (
            i
            and row[i - 1] == "center"
            and word == "stage"
            or word in ("stand", "stands", "standing")
            and after == "out"
        ):
            return
        kind = self._type(row, i)
        if kind:
            self._take(kind, word, NOT_SAID)

    def _type(self, row: Row, i: int, noun: bool = False) -> ClaimType | None:
        """What type of claim a word makes that the prompt does not say; None: it claims nothing."""
        word, of = row[i], classes(row[i])
        if word in MEDIA and not verb_at(row, i) or word in ("painted", "drawn", "sketched"):
            return None if word in tables.NO_MEDIA or self.asking and word in ("photo", "photograph") else "medium"
        if self.asking and i and row[i - 1] in ("what", "which") and of & (SEEN | {"abstract"}) and not of & {"person"}:
            return None  # "what dessert is it": the answer tells whether there is one
        if word == "day" and i and row[i - 1] in tables.BE:
            return "place"
        if word in LIGHT:
            after = row[i + 1 : i + 2]
            return (
                None
                if word in tables.WEAK_LIGHT or word in tables.SHADES and after and after[0] in COLOURS
                else "place"
            )
        if "judging" in of or word in tables.OPINIONS:
            return "opinion"
        if "adj" in of and of & SEEN and phrase_end(self.world, row, i) > i:
            return None
        verb = not noun and verb_at(row, i)
        if "verb" in of and i > 1 and row[i - 1] == "a" and row[i - 2] in tables.TAKING:  # "taking a dip"
            return self._doing(row, i)
        posed = word in tables.POSES and not (of & SEEN and (noun or i and row[i - 1] in tables.DETERMINERS))
        if posed or verb and "verb" in of or not of and word.endswith(("ing", "ed")):
            return self._doing(row, i)
        if word in tables.ANYBODY and i and row[i - 1] in ("one", "first", "second", "other"):
            return None  # of those who look at it
        if "person" in of or word in tables.ANYBODY:
            return "subject"
        if of & {"place", "weather"}:
            return "place"
        if "part" in of and "artifact" not in of:
            return "part"
        if of & SEEN:
            return "object"
        if "looks" in of:
            return "subject"
        if "verb" in of and word.endswith(("ing", "ed")):  # "the running giraffe"
            return self._doing(row, i)
        named = of in ({"adj"}, {"verb"})
        named = named and i > 0 and row[i - 1] in ("a", "an", "the") and phrase_end(self.world, row, i) == i
        next_word = row[i + 1] if i + 1 < len(row) else ""
        described = not of and (self.world.is_noun(next_word) or next_word in HARMLESS - tables.SEEING)
        asks = self.asking and not self.affirmed
        return None if of and not named or described or asks and not of else "object"

    def _of_light(self, row: Row, i: int) -> bool:
        """Whether a word like "warm" is said of the light: not of a hug."""
        end = phrase_end(self.world, row, i)
        return end == i or bool({row[end], *row[i + 1 : i + 2]} & (LIGHT | tables.PICTURE | tables.TONES))

    def _doing(self, row: Row, i: int) -> ClaimType | None:
        word = row[i]
        base = {form for form in names(word)}
        somewhere = word.startswith("grow") or bool({*row[i + 1 : i + 2]} & (PREPOSITIONS | tables.AROUND | {"here"}))
        if self.asking and i and row[i - 1] == "what" and word in ("lies", "sits", "stands", "hangs"):
            return None  # "what lies beside it"
        if word in tables.STATIVE and not self._alive and somewhere:
            return None
        return "relation" if base & tables.RELATION_VERBS else "pose"

    @property
    def _alive(self) -> bool:
        of = classes(self.world.head)
        return (
            self.world.noun == "animal"
            or self.world.people
            or bool(of & {"animal", "person"})
            or "animal" in kinds(self.world.head)
        )

    # numbers, colours, positions, people -----------------------------------------------------------------------------

    def _ordinal(self, row: Row, i: int) -> None:
        """ "The third giraffe": there are three at least."""
        noun, fields = next_noun(self.world, row, i), self.world.fields
        named = noun not in tables.ANYBODY and any(
            part.type == "subject" and part.phrase != fields.person for part in self.world.heads(noun)
        )
        follows = row[i + 1 : i + 2] and row[i + 1] not in tables.DETERMINERS
        if named and follows and tables.ORDINALS[row[i]] > max(fields.count, own_number(fields.subject) or 1):
            self._take("count", row[i], NOT_SAID, singular(noun))

    def _count(self, row: Row, i: int) -> None:
        word = row[i]
        wanted = int(word) if word.isdecimal() else COUNTS[word]
        after = row[i + 1] if i + 1 < len(row) else ""
        before = row[i - 1] if i else ""
        if before in ("than", "least"):
            return
        if word in tables.GROUPS and after != "of":
            if not self._matching(row, i):
                self._unmatched(row, i)
            return
        asked = self.counting and (before in tables.BE or len(row) == 1)
        if (
            word == "one"
            and not asked
            and (len(row) > 1 and (after in ("of", "") or before in tables.THE_ONE or after in tables.FUNCTION))
        ):
            return
        noun = next_noun(self.world, row, i + 1 if after == "of" else i)
        if noun in HARMLESS and noun not in tables.SUPERORDINATES:
            if not self.counting and noun not in (
                "animal",
                "animals",
                "creature",
                "creatures",
                "subject",
                "subjects",
                "objects",
                "object",
            ):
                return
            noun = self.world.head
        if noun in tables.FUNCTION:  # "four of them"
            noun = self.world.head
        noun = noun or self.about or self.world.head
        reason = counted(self.world, noun, wanted, word)
        if reason is not None:
            self._take("count", word, reason, singular(noun))

    def _thing_not_colour(self, row: Row, i: int) -> bool:
        """Whether an orange is a fruit here."""
        word = row[i]
        if word not in tables.ALSO_THINGS:
            return False
        if i + 1 < len(row) and one_name(word, row[i + 1]):
            return True
        alone = phrase_end(self.world, row, i) == i and row[i + 1 : i + 2] not in (
            ("color",),
            ("colour",),
            ("hue",),
            ("tone",),
        )
        return alone and i > 0 and row[i - 1] in ("a", "an", "the") or bool(self.world.heads(word)) and alone

    def _colour(self, row: Row, i: int) -> None:
        word = row[i]
        end = phrase_end(self.world, row, i)
        noun = row[end] if end > i else noun_before(self.world, row, i, self.about)
        kind: ClaimType = "place" if noun in LIGHT else "colour"
        self._take(kind, word, coloured(self.world, word, noun, self.about), singular(noun))

    def _person(self, word: str) -> None:
        """A pronoun says whether a woman or a man is shown."""
        gender = tables.PERSONAL[word]
        if not any(part.trusted for part in self.world.licensed(gender)):
            female = {"woman", "girl", "female", "lady"} if gender == "woman" else {"man", "boy", "male", "gentleman"}
            own = {self.world.fields.person, *kinds(self.world.head), self.world.head}
            if not own & female or "subject" not in self.world.known.asserts:
                self._take("subject", gender, NOT_SAID)

    def content(self, row: Row) -> Iterator[int]:
        """Where the words stand that could claim something."""
        for i, word in enumerate(row):
            known = word in self.world.own and not verb_at(row, i)
            harmless = word in HARMLESS and not known and not named_thing(row, i)
            if word in tables.FUNCTION or word in PREPOSITIONS or harmless:
                continue
            if word in tables.PICTURE and word not in MEDIA:
                continue
            named = i > 0 and row[i - 1] in ("a", "an", "any", "no") and phrase_end(self.world, row, i) == i
            hair = self.world.noun == "hairstyle" and "adv" not in classes(word)
            if (
                named
                or hair
                or word in COLOURS
                or word in COUNTS
                or word.isdecimal()
                or self.world.licensed(word)
                or word in tables.INOUT
                or self._type(row, i)
            ):
                yield i
