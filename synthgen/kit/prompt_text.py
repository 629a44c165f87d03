"""Prompt text from its parts, and parts from a text that somebody else wrote.

A prompt is a list of keywords, most important first; the head stands in double round brackets:
"((red balloon)), beach, sunset, watercolor, highly detailed, 8k".
"""

import re

from synthgen.kit.people import described
from synthgen.kit.words import plural
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
    words = [*who, *about, *fields.companions, fields.place, *fields.light, fields.medium, *fields.quality]
    return ", ".join([f"(({head}))", *(word for word in words if word)])


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
