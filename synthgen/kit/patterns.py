"""Sentence patterns: a small grammar that people can write in yaml.

    "{A_subject} (is shown|can be seen)[ {where}][, in {light}]."

`(a|b)` picks one alternative; `{blank}` is filled; `[...]` is left out when a blank inside it is empty.
"""

import re
from collections.abc import Iterator, Mapping
from random import Random

from synthgen.kit import words
from synthgen.types import Fields

_TOKENS = re.compile(r"\{(\w+)\}|([(|)\[\]])|([^{}()|\[\]]+)")


def expand(pattern: str, blanks: Mapping[str, str], rng: Random) -> str:
    """One sentence of the pattern. Raises ValueError for an unknown blank or unbalanced brackets."""
    tokens = _tokenize(pattern)
    text, _ = _sequence(tokens, blanks, rng)
    if next(tokens, None) is not None:
        raise ValueError(f"unbalanced bracket in {pattern!r}")
    return re.sub(r"\s+([.,?!])", r"\1", re.sub(r"\s+", " ", text)).strip()


def blanks_of(fields: Fields, noun: str) -> dict[str, str]:
    """What a prompt's fields put into the blanks of a pattern. `noun`: what the ability calls its subjects."""
    subject = fields.subject
    colour = next((word for word in fields.attributes if word in subject.split()), "")
    # where the medium is the subject, the thing is what is depicted
    thing = fields.companions[0] if subject == fields.medium and fields.companions else subject
    thing = " ".join(word for word in thing.split() if word != colour)
    medium = words.with_article(fields.medium) if fields.medium else ""
    blanks = {
        "noun": noun,
        "subject": subject,
        "subjects": words.plural(subject),
        "a_subject": words.with_article(subject),
        "thing": thing,
        "a_thing": words.with_article(thing),
        "colour": colour,
        "person": fields.person,
        "a_person": words.with_article(fields.person) if fields.person else "",
        "where": words.where(fields.place) if fields.place else "",
        "place": fields.place,
        "medium": medium,
        "light": " and ".join(fields.light),
    }
    capital = {"A_" + key[2:]: value[:1].upper() + value[1:] for key, value in blanks.items() if key[:2] == "a_"}
    return blanks | capital


def _tokenize(pattern: str) -> Iterator[tuple[str, str]]:
    position = 0
    while position < len(pattern):
        match = _TOKENS.match(pattern, position)
        if match is None:
            raise ValueError(f"stray {pattern[position]!r} in {pattern!r}")
        blank, sign, text = match.groups()
        yield ("blank", blank) if blank else ("sign", sign) if sign else ("text", text)
        position = match.end()


def _sequence(
    tokens: Iterator[tuple[str, str]], blanks: Mapping[str, str], rng: Random, end: str = ""
) -> tuple[str, bool]:
    """The text up to the closing sign `end`, and whether a blank in it was empty."""
    options, empty = [""], [False]
    for kind, value in tokens:
        if kind == "text":
            options[-1] += value
        elif kind == "blank":
            if value not in blanks:
                raise ValueError(f"unknown blank {{{value}}}")
            options[-1] += blanks[value]
            empty[-1] = empty[-1] or not blanks[value]
        elif value == "(":
            text, missing = _sequence(tokens, blanks, rng, ")")
            options[-1], empty[-1] = options[-1] + text, empty[-1] or missing
        elif value == "[":
            text, missing = _sequence(tokens, blanks, rng, "]")
            options[-1] += "" if missing else text
        elif value == "|" and end == ")":
            options.append("")
            empty.append(False)
        elif value == end:
            chosen = rng.randrange(len(options))
            return options[chosen], empty[chosen]
        else:
            raise ValueError(f"unbalanced {value!r}")
    if end:
        raise ValueError(f"missing {end!r}")
    return options[0], empty[0]
