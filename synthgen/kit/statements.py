"""A claim as a plain sentence that one who looks at the picture can say yes or no to.

Claim("colour", "car", "red")                       ->  "The car is red."
Claim("subject", "penguin driving a car", ...)      ->  "A penguin is driving a car."
"""

import re

from synthgen.kit.claims.tables import COUNTS, LIGHT
from synthgen.kit.lexicon import SEEN, classes
from synthgen.kit.people import described
from synthgen.kit.prompt_text import NUMBERS, QUALITY
from synthgen.kit.seen import SEEN as PLACES
from synthgen.kit.word_tables import COLOURS, ODDITIES, PREPOSITIONS
from synthgen.kit.words import is_plural, plural, singular, where, with_article
from synthgen.types import Claim, Fields

_FOLLOWS = PREPOSITIONS | {"a", "an", "the", "his", "her", "its", "their"}
_SENTENCE = re.compile(r"\b(?:is|are|has|have|the picture)\b", re.IGNORECASE)
"""In what is a sentence already: a fact."""


def statement(claim: Claim) -> str:
    """The sentence; "" where no single picture could confirm it: opinions, words for care, sentences already."""
    thing = claim.subject.strip().lower()
    value = claim.value.strip() or claim.subject.strip()
    if not value or claim.type == "opinion" or value.lower() in QUALITY or _SENTENCE.search(value):
        return ""
    if claim.type == "subject":
        return shown(value)
    if claim.type == "colour":
        return _said(f"the {thing or 'thing'} {_is(thing)} {value}")
    if claim.type == "count":
        number = number_of(value)
        return "" if number is None else _said(f"there {'is' if number == 1 else 'are'} {counted(thing, number)}")
    if claim.type == "place":
        return _of_place(value)
    if claim.type in ("relation", "pose"):
        return _said(f"the {thing} {value}" if _acts(value) else f"the {thing} {_is(thing)} {value}")
    if claim.type == "part":
        owns = thing and thing != value.lower()
        return _said(f"the {thing} {_has(thing)} {with_article(value)}") if owns else f"There is {with_article(value)}."
    if claim.type == "medium":
        return f"The picture is {with_article(value)}."
    if claim.type == "absence":
        return f"There is no {value} in the picture."
    return f"There {_is(value)} {with_article(value)} in the picture."


def claims_of(fields: Fields) -> list[Claim]:
    """What a prompt says of its picture: what one can ask before anybody has written about it."""
    thing = parted(fields.subject)[0] or fields.subject
    found = [Claim("subject", fields.subject, fields.subject)]
    if fields.person and fields.person != "person":
        found.append(Claim("subject", fields.person, described(fields.person, fields.age)))
    found += [Claim("colour", thing, word) for word in fields.attributes if word in COLOURS - {*fields.subject.split()}]
    if fields.count > 1:
        found.append(Claim("count", thing, str(fields.count)))
    if fields.relation:
        found.append(Claim("relation", thing, fields.relation))
    if fields.place:
        found.append(Claim("place", thing, fields.place))
    found += [Claim("object", thing, companion) for companion in fields.companions]
    if fields.medium and fields.medium != fields.subject:
        found.append(Claim("medium", "picture", fields.medium))
    return found


def shown(head: str) -> str:
    """That a head is shown: what somebody does, a scene ("tiger in a bedroom"), or a thing."""
    who, rest = parted(head)
    if not rest:
        return f"Somebody in the picture is {head}." if is_deed(head) else f"The picture shows {with_article(head)}."
    if not who:
        return f"Somebody in the picture is {rest}."
    owns = rest.startswith("with ")
    verb = _has(who) if owns else _is(who)
    return _said(f"{with_article(who)} {verb} {rest.removeprefix('with ')}")


def is_deed(head: str) -> bool:
    """Whether a head says what somebody does: "fishing", "ice skating", "doing yoga"."""
    return with_article(head) == head and "ing" in (head.split()[0][-3:], head[-3:])


def parted(head: str) -> tuple[str, str]:
    """Who or what a head is about, and what is said of it: "wolf riding a sled" -> "wolf", "riding a sled".

    The second is empty for a plain thing, the first for a bare action ("feeding a dog").
    """
    row = head.split()
    if len(row) > 1 and row[0].endswith("ing") and row[1] in ("a", "an", "the"):
        return "", head
    for i in range(1, len(row)):
        word, before, after = row[i], row[i - 1], row[i + 1] if i + 1 < len(row) else ""
        doing = word.endswith("ing") and "verb" in classes(word) and bool(after)
        doing = doing and (after in _FOLLOWS or bool(classes(before) & {"animal", "person"}))
        odd = word in ODDITIES and before not in COLOURS  # other than "red flying saucer"
        if word != "of" and (word in PREPOSITIONS or odd or doing):
            return " ".join(row[:i]), " ".join(row[i:])
    return head, ""


def number_of(word: str) -> int | None:
    """The number that a word stands for; None for "several", and for what is none."""
    plain = word.lower()
    number = int(plain) if plain.isdecimal() and len(plain) < 4 else COUNTS.get(plain, -1)
    return number if number > 0 else None


def counted(thing: str, number: int) -> str:
    """ "three dogs", "one dog"."""
    word = NUMBERS[number] if number < len(NUMBERS) else str(number)
    return f"{word} {singular(thing)}" if number == 1 else f"{word} {plural(thing)}"


def is_light(value: str) -> bool:
    """Whether a claim about a place is one about light or weather."""
    if value in PLACES or where(value).startswith(("in the ", "on ")):
        return False
    return bool(set(value.lower().split()) & LIGHT)


def _of_place(value: str) -> str:
    if value.lower() in ("indoors", "outdoors"):
        return f"The scene is {value.lower()}."
    return f"The light in the picture: {value}." if is_light(value) else f"The scene is {where(value)}."


def _acts(value: str) -> bool:
    """Whether it begins with a verb in the present: "rides a bike", other than "riding a bike" or "on a bike"."""
    first = value.split()[0].lower()
    return first.endswith("s") and "verb" in classes(first) and first not in PREPOSITIONS and not classes(first) & SEEN


def _is(thing: str) -> str:
    return "are" if is_plural(thing) else "is"


def _has(thing: str) -> str:
    return "have" if is_plural(thing) else "has"


def _said(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
