"""Prompt text from its parts, and parts from a text that somebody else wrote.

A prompt is a list of keywords, most important first; the head stands in double round brackets:
"((red balloon)), beach, sunset, watercolor, highly detailed, 8k".
"""

import re
from collections.abc import Sequence

from synthgen.kit import words
from synthgen.kit.lexicon import SEEN, classes
from synthgen.kit.people import described
from synthgen.kit.seen import SEEN as PLACES
from synthgen.kit.word_tables import AFLOAT, COLOURS, PREPOSITIONS, SAID_AS, WHERE
from synthgen.kit.words import plural, with_article
from synthgen.types import Fields

PEOPLE = frozenset({"man", "woman", "boy", "girl"})
"""Words for who is shown."""
QUALITY = frozenset(
    {
        "realistic",
        "photorealistic",
        "realistic style",
        "highly realistic",
        "ultra realistic",
        "details",
        "detailed",
        "detailed shading",
        "highly detailed",
        "high detail",
        "ultra detailed",
        "fine details",
        "intricate",
        "intricate details",
        "fine carvings",
        "4k",
        "8k",
        "hd",
        "uhd",
        "hdr",
        "high resolution",
        "high quality",
        "best quality",
        "masterpiece",
        "sharp",
        "crisp",
        "sharp focus",
        "professional",
        "award winning",
    }
)
"""Words that ask for care, not for content: a picture can neither show nor miss them."""


def compile_text(fields: Fields) -> str:
    """The keywords of a prompt, most important first, the head in double round brackets.

    Attributes and relations that the head says already are not said again.
    """
    head = counted(fields.subject, fields.count)
    said = head.lower()
    about = [word for word in (*fields.attributes, fields.relation) if word.lower() not in said]
    who = [described(fields.person, fields.age), fields.skin]
    rest = [*who, *about, *fields.companions, fields.place, *fields.light, fields.medium, *fields.quality]
    return ", ".join([f"(({head}))", *(word for word in rest if word)])


def sentence(fields: Fields) -> str:
    """A prompt as one English sentence, for encoders that read language (T5): without brackets and quality words.

    "A watercolor of three red balloons on a beach, with a blue kite, in soft light."
    """
    depicts = fields.subject == fields.medium  # the medium is the subject: "pencil sketch", of a sunflower
    beside = [with_article(thing) for thing in fields.companions]
    medium = " ".join(word for word in fields.medium.split() if depicts or word not in QUALITY)
    shown = "" if depicts and not beside else beside.pop(0) if depicts else _shown(fields)
    text = " of ".join(part for part in (with_article(medium), shown) if part)
    if fields.relation and not _says(text, fields.relation):
        joins = beside and (fields.relation.split()[-1] in PREPOSITIONS or fields.relation.endswith("ing"))
        text += f" {fields.relation} {beside.pop(0)}" if joins else f", {fields.relation}"
    if fields.place and not _says(text, fields.place):
        text += f"{',' if ',' in text else ''} {placed(fields)}"
    others = [word for word in fields.attributes if not _says(text, word)]
    parts = [text, f"with {_and(beside)}" if beside else "", *map(_met, others), _lit(fields.light)]
    plain = re.sub(r":\s*\d*\.\d+|[()\[\]{}]|[. ]+(?=,)", "", ", ".join(part for part in parts if part))
    return f"{plain[:1].upper()}{plain[1:].rstrip('.')}."


def _shown(fields: Fields) -> str:
    """The subject, with who is shown: "a baker, an elderly woman with dark skin", "a boy wearing a red cap"."""
    itself = not fields.person or _says(fields.subject, fields.person)
    before = [word for word in (fields.age, *filter(_describes, fields.attributes)) if itself and word]
    row = [*(word for word in before if not _says(fields.subject, word)), fields.subject]
    subject = with_article(counted(" ".join(row), fields.count))
    if itself:
        return f"{subject} {'and' if ' with ' in subject else 'with'} {fields.skin}" if fields.skin else subject
    skin = f" with {fields.skin}" if fields.skin else ""
    who = with_article(described(fields.person, fields.age)) + skin
    noun = words.noun(fields.subject).lower()
    kinds = classes(noun) & SEEN
    if subject == fields.subject and "ing" in (subject.split()[0][-3:], subject[-3:]):
        return f"{who} {subject}"  # "playing chess", "ice skating"
    if "artifact" in kinds and not kinds & {"part", "person"}:
        return f"{who} wearing {subject}"
    if "person" not in kinds and (fields.attributes or kinds or words.is_plural(noun)):
        return f"{who} {'and' if skin else 'with'} {subject}"
    if fields.person == "person":
        return subject
    return f"{subject}, {'each ' if fields.count > 1 else ''}{who}"


def _describes(word: str) -> bool:
    """Whether it can stand before the noun: "shiny", "red"; "sunset" and "wet street" cannot."""
    found = classes(word)
    return " " not in word and (word in COLOURS or bool(found & {"adj", "looks"} and not found & SEEN))


def _says(text: str, words: str) -> bool:
    return re.search(rf"\b{re.escape(words)}\b", text, re.IGNORECASE) is not None


def _met(word: str) -> str:
    """A keyword that says where or when as a sentence does: "at sunset", "on a kitchen table"; any other as it is."""
    return words.where(word) if {word.lower(), words.noun(word).lower()} & {*WHERE, *SAID_AS, *PLACES} else word


def _lit(light: Sequence[str]) -> str:
    """ "in soft light and muted colors", "at sunset"; a mood in one word stays what it is."""
    said = [f"in {word}" if " " in word and word.lower() not in WHERE else _met(word) for word in light]
    return _and(said).replace(" and in ", " and ")


def _and(things: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(things[:-1]), *things[-1:]]))


def placed(fields: Fields) -> str:
    """At what place, as a sentence says it; in or on the water what swims or floats there. "" for no place."""
    said = words.where(fields.place) if fields.place else ""
    subject = {words.singular(word) for word in words.content_words(fields.subject)}
    if "swimming" in subject:
        return re.sub(r"^by (?=an? )", "in ", said)
    if AFLOAT.isdisjoint(subject):
        return said
    return "in a harbor" if said == "at a harbor" else re.sub(r"^by (?=an? )|^in (?=the (?:ocean|sea)$)", "on ", said)


NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def counted(thing: str, count: int) -> str:
    """So many of a thing: "three red balloons"; the thing itself for one, and where it names its number already."""
    if count == 1 or thing.split()[0].lower() in NUMBERS:
        return thing
    return f"{NUMBERS[count] if count < len(NUMBERS) else count} {plural(thing)}"


_SHAPES = frozenset(["short", "long", "medium", "curly", "wavy", "straight", "spiky", "slicked-back", "thick", "thin"])


def coloured(thing: str, colour: str) -> str:
    """A thing with a colour before it, as people say it: "red balloon", but "short curly red hair"."""
    words = thing.split()
    place = len(words) - 1 if words[-1] == "hair" and _SHAPES.issuperset(words[:-1]) else 0
    return " ".join([*words[:place], *([colour] if colour else []), *words[place:]])


def heads(text: str) -> list[str]:
    """What stands in double round brackets; a bracket that is never closed ends at the next comma."""
    return [head.strip(" ()") for head in re.findall(r"\(\((.*?)(?:\)\)|,|$)", text) if head.strip(" ()")]


def keywords(text: str) -> list[str]:
    """The keywords that are not heads, lower-case, in order."""
    rest = re.sub(r"\(\(.*?(?:\)\)|(?=,)|$)", "", text)
    return [word for part in rest.split(",") if (word := part.strip(" .()[]\t\n").lower())]


def read_fields(text: str) -> Fields | None:
    """The parts that can be told from a text without knowing its writer; None if it names no head.

    Keywords that are neither a person nor a quality word are kept as attributes.
    """
    found = heads(text)
    if not found:
        return None
    words = keywords(text)
    return Fields(
        subject=found[0],
        attributes=tuple(w for w in words if w not in PEOPLE and w not in QUALITY),
        person=next((w for w in words if w in PEOPLE), ""),
        companions=tuple(found[1:]),
        quality=tuple(w for w in words if w in QUALITY),
    )
