"""Who is shown in the pictures of a data set, as its prompts say, and how evenly: apparent gender, age, skin tone."""

import re
from collections.abc import Mapping
from dataclasses import astuple, dataclass

from synthgen.kit.people import AXES, CHILDREN, GENDERS
from synthgen.types import Prompt


@dataclass(frozen=True, slots=True)
class Person:
    """Empty: the prompt does not say."""

    gender: str = ""
    age: str = ""
    skin: str = ""


_WORDS: Mapping[str, Mapping[str, re.Pattern[str]]] = {
    "gender": {
        "woman": re.compile(r"\b(?:wom[ae]n|lad(?:y|ies)|girls?|females?|gentlewom[ae]n|granny|grandmother)\b", re.I),
        "man": re.compile(r"\b(?:m[ae]n|gentlem[ae]n|guys?|boys?|males?|grandfather)\b", re.I),
    },
    "age": {
        "child": re.compile(r"\b(?:girls?|boys?|child(?:ren)?|kids?|toddlers?|bab(?:y|ies))\b", re.I),
        "middle-aged": re.compile(r"\bmiddle[- ]aged\b", re.I),
        "elderly": re.compile(
            r"\b(?:elderly|(?:old|senior) (?:wom[ae]n|m[ae]n|lady|couple)|grand(?:mother|father))\b", re.I
        ),
        "young": re.compile(r"\b(?:young|teenagers?)\b", re.I),
    },
    "skin": {
        "light skin": re.compile(r"\b(?:light|fair|pale|white)[- ]skin", re.I),
        "brown skin": re.compile(r"\b(?:brown|tan|olive)[- ]skin", re.I),
        "dark skin": re.compile(r"\b(?:dark|black)[- ]skin", re.I),
    },
}


def person_in(text: str) -> Person:
    """By the words of a prompt; the first of several people of one gender, nobody where it names a woman and a man."""
    found = {
        axis: [value for value, pattern in words.items() if pattern.search(text)] for axis, words in _WORDS.items()
    }
    gender = found["gender"][0] if len(found["gender"]) == 1 else ""
    return Person(gender, *(next(iter(found[axis]), "") for axis in ("age", "skin")))


def person_of(prompt: Prompt) -> Person:
    """By the parts of a prompt, where they name anybody; else by its words."""
    fields = prompt.fields
    if fields.person not in GENDERS:
        return person_in(prompt.text)
    age = "child" if fields.person in CHILDREN.values() else fields.age
    return Person(GENDERS[fields.person], age, fields.skin)


def uneven(counts: Mapping[str, int]) -> float | None:
    """How many times as often the most frequent comes as the rarest that comes at all; None for fewer than two."""
    some = [count for count in counts.values() if count]
    return max(some) / min(some) if len(some) > 1 else None


def by_axis(people: Mapping[Person, int]) -> dict[str, dict[str, int]]:
    """axis -> value -> how many; without those of whom nothing is said."""
    found = {axis: dict.fromkeys(values, 0) for axis, values in AXES.items()}
    for person, count in people.items():
        for axis, value in zip(AXES, astuple(person), strict=True):
            if value:
                found[axis][value] = found[axis].get(value, 0) + count
    return found
