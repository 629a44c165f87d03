"""Sentence patterns: a small grammar that people can write in yaml.

    "{A_subject} (is shown|can be seen)[ {where}][, in {light}]."

`(a|b)` picks one alternative; `{blank}` is filled; `[...]` is left out when a blank inside it is empty.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from random import Random

from synthgen.kit import word_rules, words
from synthgen.kit.people import described
from synthgen.kit.prompt_text import NUMBERS, counted, placed
from synthgen.kit.word_tables import ODDITIES, PREPOSITIONS
from synthgen.types import Fields

_PRONOUNS = {"man": "he", "boy": "he", "woman": "she", "girl": "she"}
_OBJECTS = {"he": ("him", "his"), "she": ("her", "her"), "they": ("them", "their"), "it": ("it", "its")}
_TOKENS = re.compile(r"\{(\w+)\}|([(|)\[\]])|([^{}()|\[\]]+)")


def expand(pattern: str, blanks: Mapping[str, str], rng: Random) -> str:
    """One sentence of the pattern. Raises ValueError for an unknown blank or unbalanced brackets."""
    tokens = _tokenize(pattern)
    text, _ = _sequence(tokens, blanks, rng)
    if next(tokens, None) is not None:
        raise ValueError(f"unbalanced bracket in {pattern!r}")
    tidy = re.sub(r"\s+([.,?!])", r"\1", re.sub(r"\s+", " ", text)).strip()
    # an article is written before it is known which alternative follows: "a (picture|image)"
    return re.sub(r"\b([Aa])n? (?=(\w+))", lambda m: m[1] + word_rules.article(m[2])[1:] + " ", tidy)


def fits(pattern: str, blanks: Mapping[str, str]) -> bool:
    """Whether every blank that the pattern cannot leave out has something to say."""
    needed = re.sub(r"\[[^\[\]]*\]", "", pattern)
    return all(blanks.get(blank) for blank in re.findall(r"\{(\w+)\}", needed))


def sentence(text: str) -> str:
    """With a capital, and a full stop unless it ends with a sign."""
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!")) else ".")


def blanks_of(fields: Fields, noun: str) -> dict[str, str]:
    """What a prompt's fields put into the blanks of a pattern. `noun`: what the ability calls its subjects."""
    subject = counted(fields.subject, fields.count)
    colour = next((word for word in fields.attributes if word in fields.subject.split()), "")
    # where the medium is the subject, the thing is what is depicted
    depicted = fields.companions[0] if fields.subject == fields.medium and fields.companions else fields.subject
    one = " ".join(word for word in depicted.split() if word != colour)
    thing = one if fields.count == 1 else words.plural(one)
    several = fields.count > 1 or words.is_plural(thing)
    who = fields.person or _alone(thing)
    many = not fields.person and (fields.count > 1 or words.is_plural(who))
    it = _PRONOUNS.get(who) or ("they" if many else "it")
    them, their = _OBJECTS[it]
    beside = fields.companions[1:] if fields.subject == fields.medium else fields.companions
    grown = described(fields.person, fields.age)
    where = placed(fields)
    blanks = {
        "noun": noun,
        "nouns": words.plural(noun),
        "a_noun": words.with_article(noun),
        "subject": subject,
        "subjects": words.plural(fields.subject),
        "a_subject": words.with_article(subject),
        "thing": thing,
        "things": words.plural(one),
        "a_thing": words.with_article(counted(one, fields.count)),
        "thing_it": "they" if several else "it",
        "thing_is": "are" if several else "is",
        "thing_does": "do" if several else "does",
        "thing_has": "have" if several else "has",
        "who": who,
        "it": it,
        "them": them,
        "their": their,
        "is": "are" if many else "is",
        "colour": colour,
        "count": NUMBERS[fields.count] if 1 < fields.count < len(NUMBERS) else "",
        "fewer": NUMBERS[fields.count - 1] if 1 < fields.count < len(NUMBERS) else "",
        "more": NUMBERS[fields.count + 1] if 1 < fields.count < len(NUMBERS) - 1 else "",
        "person": fields.person,
        "a_person": words.with_article(fields.person) if fields.person else "",
        "grown": grown,
        "a_grown": words.with_article(grown) if grown else "",
        "age": fields.age,
        "skin": fields.skin,
        "companion": words.with_article(beside[0]) if beside else "",
        "near": "in the scene" if noun == "scene" else f"near the {who}",
        "alongside": "in it" if noun == "scene" else f"beside {them}",
        "where": where,
        "scenery": where[found.start() :] if (found := re.search(r"\b(?:an?|the) ", where)) else "",
        "place": fields.place,
        "medium": words.with_article(fields.medium) if fields.medium else "",
        "light": " and ".join(fields.light),
        "lit": _lit(fields.light),
    }
    capital = {"A_" + key[2:]: value[:1].upper() + value[1:] for key, value in blanks.items() if key[:2] == "a_"}
    return blanks | capital


def _lit(light: Sequence[str]) -> str:
    """What the light is like, as a statement: "soft light" -> "the light is soft"; "" if that cannot be told."""
    said = []
    for word in light:
        how, _, what = word.rpartition(" ")
        if not how or what not in ("light", "lighting", "colors", "shadows"):
            return ""
        said.append(f"the {what} {'are' if what[-1] == 's' else 'is'} {how}")
    return " and ".join(said)


def _alone(thing: str) -> str:
    """What does something, without what it does: "wolf riding a skateboard" -> "wolf"; but "cup of coffee"."""
    row = thing.split()
    ends = (i for i in range(1, len(row)) if row[i] != "of" and (row[i] in PREPOSITIONS or row[i] in ODDITIES))
    return " ".join(row[: next(ends, len(row))])


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
