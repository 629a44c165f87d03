"""Keyword matching: the words of an item, in all their forms, for `eval_bench.matching`."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any

from eval_bench import matching
from eval_bench.sentences import DENIES, ENDS, places, tokens
from eval_bench.types import Item, Verdict
from synthgen.kit.word_tables import COLOURS
from synthgen.kit.words import SYNONYMS, names, plural, singular


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_COLOURS = frozenset(chain(COLOURS, *(SYNONYMS.get(c, ()) for c in COLOURS))) - {
    *("multicolored", "multicoloured", "multicolor", "multicolour", "colorful", "rainbow")
}
_SHADES = _set("light dark bright pale deep vivid and or")
_NO_FORMS = _set("left right rose saw ground found wound")
"""Words whose verb is another word: leaves are not on the left."""
_LEFT_OUT = _set("a an the this that its his her their some is are was were of in on at to with for by")
_SURELY = {
    "cat": _set("kitten kitty feline"),
    "dog": _set("puppy pup canine"),
    "sheep": _set("lamb"),
    "cow": _set("calf cattle"),
    "duck": _set("duckling"),
    "horse": _set("foal"),
    "deer": _set("fawn"),
    "pig": _set("piglet"),
    "red": _set("crimson scarlet"),
    "blue": _set("navy azure"),
    "green": _set("emerald"),
    "gray": _set("charcoal"),
}
"""What is a kind of it for everybody, and said in its place; not where an item refuses the word."""
_NUMBERS = tuple(enumerate(re.findall(r"\w+", "zero one two three four five six seven eight nine ten eleven twelve")))
_PICTURE = _set(
    "picture image photo photograph scene show visible contain depict clearly actually really color colored"
)
_OF_PICTURE = re.compile(r"\b(?:in|on|about|with|of) (?:the|this) (?:picture|image|photo|photograph|scene)\b")
_EMPTY = _set(
    """
    a an the this that these those it he she they there here some any anything something everything is are was were am
    be being been do does did has have had can i you we see think believe of in fact so
    """
)
_IDLE = _set("appear appears seem seems look looks like to me sign signs evidence indication")
_SIZES = _set("big large small little tiny huge young old several many few two three four five six single")
"""Of a thing that is there, or not, they say nothing."""
_EXISTS = ("is there", "are there", "do you see", "can you see", "can we see", "does the picture show")


def verdict_of(item: Item, text: str) -> tuple[Verdict, str]:
    """Whether an answer is right by the words of the item, and why in a few words."""
    return matching.verdict(compiled(item), text)


@lru_cache(maxsize=4096)
def compiled(item: Item) -> dict[str, Any]:
    """The item as plain lists of words, which `matching.verdict` reads; it can be written as JSON."""
    accept = {word.strip().lower() for word in item.accept}
    said = next((word for word in ("yes", "no") if word in accept), "")
    style = "yes_no" if item.style == "yes_no" and said else "wh" if item.style == "yes_no" else item.style
    asked = [word for word in tokens(item.question) if word not in ENDS]
    told = _OF_PICTURE.sub("", " ".join(asked)).split()
    empty = _EMPTY | set(chain(*map(_forms, _PICTURE)))
    about = [word for word in told if word not in empty]
    exists = " ".join(asked).startswith(_EXISTS)
    empty |= _IDLE | (_SIZES | matching.BASIC if exists else set())
    plain = not set(about) & (DENIES | {"no", "without", "or"})
    return {
        "style": style,
        "accept": _phrases(item.accept, item.refuse, about_as=True),
        "refuse": _phrases(item.refuse, item.accept),
        "absent": _phrases(_absent(item), item.accept),
        "rivals": sorted(_rivals(item)),
        "order": _order(item, asked),
        "asks": sorted({form for word in about for form in _forms(word)}),
        "asked": [sorted(_forms(word)) for word in about] if plain and style == "yes_no" else [],
        "exists": exists,
        "empty": sorted(empty - set(about)) if style == "yes_no" else [],
        "yes_no": said,
    }


def _absent(item: Item) -> list[str]:
    """What is right to deny: the hat of "no hat", and "unusual" where "usual" is right."""
    named = [phrase.split(None, 1)[1] for phrase in item.accept if re.match(r"(no|not|without)\s+\S", phrase.lower())]
    pairs = ((no, yes, turn) for no in item.refuse for yes in item.accept for turn in ("un", "ab"))
    return named + [no for no, yes, turn in pairs if no == turn + yes or yes == turn + no]


def _phrases(several: Sequence[str], others: Sequence[str], about_as: bool = False) -> list[dict[str, Any]]:
    """Each with the ways in which it may be said; words that the other list names are none of them.

    `about_as`: "reddish" says red as well.
    """
    taken = {word for phrase in others for word in _words(phrase)}
    return [{"said": phrase, "ways": list(_ways(phrase, taken, about_as))} for phrase in several if _words(phrase)]


def _words(phrase: str) -> list[str]:
    """The words that have to be said; all of them where they are nothing but small ones."""
    words = [word for word in tokens(phrase) if word not in ENDS]
    return [word for word in words if word not in _LEFT_OUT] or words


def _ways(phrase: str, taken: set[str], about_as: bool) -> Iterator[list[list[str]]]:
    words = _words(phrase)
    forms = [_forms(word) | (_about_as(word) if about_as else set()) for word in words]
    rows = [
        sorted({w for w in several if w == word or w not in taken}) for word, several in zip(words, forms, strict=True)
    ]
    if "and" in words:  # "red and white", "white and red", "red, white", "red white"
        at = words.index("and")
        for one, two in ((rows[:at], rows[at + 1 :]), (rows[at + 1 :], rows[:at])):
            yield from ([*one, [mark], *two] for mark in ("and", ",", "/"))
            yield [*one, *two]
        return
    yield rows
    if len(words) > 1:
        joined = "".join(words)
        yield [sorted({joined, *(form for form in (plural(joined), singular(joined)))})]


def _about_as(color: str) -> set[str]:
    """Reddish, bluish."""
    ways = (color, color.removesuffix("e"), f"{color}d")
    return {f"{way}ish" for way in ways} if color in matching.BASIC else set()


@lru_cache(maxsize=8192)
def _forms(word: str) -> frozenset[str]:
    """What stands for a word: its forms, its synonyms', its number; spelled as answers are read."""
    if word in _NO_FORMS:
        return frozenset((word,))
    found = names(word).union(*(names(kind) for kind in _SURELY.get(word, ())))
    found = found.union(name.removesuffix("man") + "men" for name in found if name.endswith("woman"))
    for number, name in _NUMBERS:
        if word in (name, str(number)):
            found = found | {name, str(number)}
    return frozenset((word, *("".join(tokens(form)) or form for form in found)))


def _rivals(item: Item) -> set[str]:
    """The colors that nobody accepts, of an item that asks for one."""
    accepted = [set(_words(phrase)) for phrase in item.accept]
    if not accepted or not all(words & _COLOURS and words <= _COLOURS | _SHADES for words in accepted):
        return set()
    right = {form for words in accepted for word in words for form in _forms(word)}
    return {"".join(tokens(word)) for word in _COLOURS} - right


def _order(item: Item, asked: Sequence[str]) -> list[str]:
    """Of an either-or question: whether its first option is accepted or refused, and its second; [] if nobody knows."""
    found = []
    for name, several, others in (("accept", item.accept, item.refuse), ("refuse", item.refuse, item.accept)):
        starts = [start for phrase in _phrases(several, others) for start, _ in places(phrase, asked)]
        found.append((min(starts, default=-1), name))
    (one, _), (two, _) = found
    if item.style != "either_or" or one == two or one < 0 and two < 0 or "or" not in asked:
        return []
    if min(one, two) < 0:  # the other option is none of the refused words
        name, place = next((name, place) for place, name in found if place >= 0)
        other = "refuse" if name == "accept" else "accept"
        return [name, other] if place < asked.index("or") else [other, name]
    return [name for _, name in sorted(found)]
