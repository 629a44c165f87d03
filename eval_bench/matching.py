"""What an answer says, by the words that it has to say: keyword matching with the standard library alone.

`eval_bench.keywords` compiles an item to plain lists of words, once; this file needs nothing but
`eval_bench.sentences`, and both are copied into tasks for other harnesses.

What it decides, where one could decide otherwise:

- A keyword counts wherever an answer says it: models are asked for short answers, and some describe the whole picture.
- A word that is denied does not count: "not red", "no cat", "a dog rather than a cat". What is denied while nothing
  right is said is wrong.
- A wrong word makes an answer wrong even beside the right one; so does a list of alternatives ("red or blue").
- Doubt ("probably red") takes nothing away from a single answer.
- Questions that it repeats are no part of an answer, unless it is nothing else; after "Answer:" only the rest is read.
- A yes-no answer says yes, or no, or plainly states or denies what was asked; else it is not understood.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import Any, Literal

from eval_bench.sentences import (
    ARTICLES,
    AUX,
    BE,
    DENIES,
    ENDS,
    FINITE,
    HARD,
    PLACED,
    PRONOUNS,
    Place,
    Words,
    denied,
    is_particle,
    standing,
    tokens,
    without_questions,
    word_set,
)

Verdict = Literal["right", "wrong", "unparsed"]
HEDGES = word_set(
    "also maybe perhaps possibly probably could might may either even partly slightly mostly little bit then"
)
SHADES = word_set("of light dark bright pale deep vivid shade color colored like sort kind")
SEPARATES = word_set("and or but , / ; . (")
BETWEEN = ARTICLES | BE | HEDGES | SHADES | SEPARATES | {":", "it"}
VAGUE = word_set("something someone so similar other others more less not else no both another such anything")
BASIC = word_set("red orange yellow green blue purple pink brown black white gray")
YES = word_set("yes yeah yep yup yea yah aye affirmative oui si ja да 是")
NO = word_set("nope nah negative nein non нет 否")
_WITH_ONE = word_set("see wearing wear holding have")
"""Verbs of "I do not see one" and "she is not wearing any"."""
AGREES = word_set("correct right true indeed absolutely certainly definitely exactly sure surely totally course")
DISAGREES = word_set("incorrect false wrong untrue")
FLUFF = word_set(
    "at all of really quite any one so think believe hope suppose look seem way in fact the case answer very here to be"
    " statement claim"
)
SHORT = PRONOUNS | AUX | AGREES | DISAGREES | DENIES | FLUFF | word_set("no looks seems appear appears")
UNSURE = word_set("might may could would should if whether maybe perhaps unsure sure certain clear know tell")
_ALSO = re.compile(r"\b(?:it|this|that) (?:might|could|may) (?:also|even|well|perhaps|possibly) be an? (?=\w)")
_CANNOT_TELL = re.compile(
    r"\b(?:not|unable to|hard to|impossible to) (?:know|tell|say|determine|be determined|sure|certain)\b"
)


def verdict(compiled: Mapping[str, Any], text: str) -> tuple[Verdict, str]:
    """Whether an answer is right, and why in a few words. Never raises, whatever the text."""
    said = re.sub("[❌👎✗✘]", " no ", re.sub("[✅✔👍]", " yes ", text))
    if not re.search(r"[^\W_]", said):
        return "unparsed", "empty"
    words, asked = without_questions(tokens(said))
    if compiled["style"] == "yes_no":
        return _yes_no(compiled, words)
    if asked and [word for word in words if word not in ENDS] in (["yes"], ["no"]):  # "Is it red? No."
        words = asked if "yes" in words else ["not", *asked]
    return _named(compiled, words)


# what and which ------------------------------------------------------------------------------------------------------


def _named(compiled: Mapping[str, Any], words: list[str]) -> tuple[Verdict, str]:
    """Of a wh- or an either-or question."""
    if compiled["order"] and (which := _by_place(words)):
        verdict: Verdict = "right" if compiled["order"][which - 1] == "accept" else "wrong"
        return verdict, f"says option {which}"
    gone = denied(words)
    said, taken = standing(compiled["accept"], words, gone)
    refused, _ = standing(compiled["refuse"], words, gone)
    if (said or taken) and refused and _CANNOT_TELL.search(" ".join(words)):
        return "unparsed", "cannot tell"
    if said:
        refused = [r for r in refused if not _aside(compiled, words, r)]
    # a wrong word that is a part of a right phrase is none: "brown" of "dark brown"
    refused = [r for r in refused if not any(s[0] <= r[0] and r[1] <= s[1] and r != s for s in said)]
    told = [repr(" ".join(words[slice(*place)])) for place in [*refused, *said, *taken][:1]]
    if refused:
        return "wrong", f"says {told[0]}"
    if said:
        other = _rival(compiled["rivals"], said, words, gone) or _alternative(compiled, said, words)
        return ("wrong", f"says {told[0]} and {other!r}") if other else ("right", f"says {told[0]}")
    if missing := standing(compiled["absent"], words, gone)[1]:
        return "right", f"denies {' '.join(words[slice(*missing[0])])!r}"
    if compiled["style"] == "either_or" and set(words) & {"both", "neither"}:
        return "wrong", f"says {'both' if 'both' in words else 'neither'}"
    if taken and not _CANNOT_TELL.search(" ".join(words)):
        return "wrong", f"denies {told[0]}"
    return "unparsed", "none of: " + ", ".join(phrase["said"] for phrase in compiled["accept"])


def _aside(compiled: Mapping[str, Any], words: Words, place: Place) -> bool:
    """Whether a wrong word is said of another thing: "red on a white wall", "a truck would have wheels"."""
    start, end = place
    after = words[end] if end < len(words) else "."
    if after == "would" or not compiled["rivals"]:
        return after == "would"
    before = next(
        (w for w in reversed(words[max(0, start - 3) : start]) if w in PLACED | FINITE | ENDS | {"and", "of"}), ""
    )
    return before in PLACED | {"of"} and after not in PLACED | FINITE | ENDS | BETWEEN | BASIC | {
        *compiled["asks"],
        "one",
    }


def _by_place(words: Words) -> int:
    """1 or 2 for "A", "the second one", "option b", "the latter"; 0 for all else."""
    given = [
        word for word in words if word not in ENDS and word not in word_set("the one option answer is it choice i")
    ]
    names = (word_set("a first former 1"), word_set("b second latter 2"))
    return next((n for n, words in enumerate(names, 1) if len(given) == 1 and given[0] in words), 0)


def _rival(rivals: Words, said: Sequence[Place], words: Words, gone: frozenset[int]) -> str:
    """Another color that an answer says of the same thing: "red and blue", "red. It is blue"."""
    for start, end in said:
        for at in range(max(0, start - 12), min(len(words), end + 12)):
            if (word := words[at]) not in rivals or at in gone or start <= at < end:
                continue
            between = words[end:at] if at >= end else words[at + 1 : start]
            beside = words[start if at < start else end - 1]
            near = not between and word in BASIC and (beside in BASIC or beside.endswith("ish"))
            if near or set(between) <= BETWEEN and set(between) & SEPARATES:
                return word
    return ""


def _alternative(compiled: Mapping[str, Any], said: Sequence[Place], words: Words) -> str:
    """What an answer offers beside what it should say: "a cat or a fox", "cat, fox, bird"."""
    idle = VAGUE | ENDS | AUX | set(compiled["asks"])
    starts, ends = {start for start, _ in said}, {end for _, end in said}
    for start, end in said:
        at = _or_after(words, end, words[start].endswith("ing"))
        while 0 < at < len(words) and words[at] in BETWEEN:
            at += 1
        if 0 < at < len(words) and at not in starts and words[at] not in idle:
            return words[at]
        before = start
        while before and words[before - 1] in BETWEEN - {"or", "/", ";", ".", ":"}:
            before -= 1
        if before > 1 and words[before - 1] in ("or", "/"):
            before -= 1
            while before and words[before - 1] in (",", "("):
                before -= 1
            if before and before not in ends and words[before - 1] not in idle:
                return words[before - 1]
    for match in _ALSO.finditer(line := " ".join(words)):
        at = line[: match.end()].count(" ")
        if not any(at <= start < at + 5 for start in starts):
            return words[at]
    return _listed(compiled, words, ends)


def _or_after(words: Words, end: int, doing: bool) -> int:
    """The place after the "or" that follows at once, or at the end of a list that begins there; 0 for none."""
    for at in range(end, min(end + 14, len(words))):
        word = words[at]
        if word in ("or", "/"):
            return at + 1
        if (
            word in HARD | FINITE | PLACED
            or word == "and"
            or at == end
            and word not in (",", "(")
            or word.endswith("ing") > doing
        ):
            return 0
    return 0


def _listed(compiled: Mapping[str, Any], words: Words, ends: set[int]) -> str:
    """Of an answer that is nothing but a list of names: one that is not accepted."""
    if compiled["rivals"] or set(words) & (FINITE | DENIES | {"no", "and", "without", "("}):
        return ""
    marks = [-1, *(at for at, word in enumerate(words) if word in ENDS), len(words)]
    parts = [range(one + 1, two) for one, two in pairwise(marks) if two > one + 1]
    bare = [[words[at] for at in part if words[at] not in ARTICLES] for part in parts]
    if any(len(row) > 2 for row in bare) or len(parts) == 2 and len({words[p[0]] in ARTICLES for p in parts}) > 1:
        return ""
    others = [row[-1] for row, part in zip(bare, parts, strict=True) if row and not ends & {at + 1 for at in part}]
    known = {*compiled["asks"], *YES, *NO, *VAGUE}
    return next((word for word in others if len(parts) > 1 and len(word) > 1 and word not in known), "")


# yes and no ----------------------------------------------------------------------------------------------------------


def _yes_no(compiled: Mapping[str, Any], words: list[str]) -> tuple[Verdict, str]:
    line = " ".join(words)
    if re.search(r"\byes(?: ,)? and no\b|\bno(?: ,)? and yes\b", line):
        return "unparsed", "yes and no"
    line = re.sub(r"\byes (?:or|/) no\b|\bno (?:or|/) yes\b", "", line)
    words = line.split()
    if re.search(r"\bnot (?:see|view|access|open|look at|process) (?:\w+ )?(?:image|picture|photo)s?\b(?! of)", line):
        return "unparsed", "does not see the picture"
    found: dict[str, str] = {}
    for at, word in enumerate(words):
        if word in YES or word in NO or is_particle(words, at):
            found.setdefault("yes" if word in YES else "no", word)
    for part in _parts(words):
        if told := _short(part) or _stated(compiled, part):
            found.setdefault(told, " ".join(part))
    if not found:
        return "unparsed", "neither yes nor no"
    if len(found) > 1:
        return "unparsed", f"says yes and no: {found['yes']!r}, {found['no']!r}"
    told, by = next(iter(found.items()))
    return ("right" if told == compiled["yes_no"] else "wrong"), f"says {told}" + (f": {by!r}" if by != told else "")


def _parts(words: Words) -> Iterator[list[str]]:
    parts = groupby(words, lambda word: word in ENDS or word in ("but", "because", "retract"))
    yield from (list(part) for ends, part in parts if not ends)


def _short(part: Words) -> str:
    """yes or no of "it is", "of course not", "that is correct", "I don't think so"; "" of all else."""
    if set(part) & {"one", "any"}:
        part = [word for word in part if word not in _WITH_ONE]
    if set(part) <= YES | NO | {"no"} or not set(part) <= SHORT or "no" in part and "way" not in part:
        return ""
    if "sure" in part and "not" in part or "i" in part and "so" not in part and not set(part) & (AUX - {"am"}):
        return ""
    pairs = zip(part, part[1:], strict=False)
    stated = (
        any(one in PRONOUNS and two in AUX | {"seems", "appears"} for one, two in pairs)
        or "so" in part
        or part[0] == "not"
    )
    if not stated and not set(part) & (AGREES | DISAGREES | {"way"}) and not set(part) & DENIES:
        return ""
    turns = sum(word in DENIES or word in DISAGREES or word == "no" for word in part)
    return "no" if turns % 2 else "yes"


def _stated(compiled: Mapping[str, Any], part: Words) -> str:
    """yes or no of a clause that states or denies what was asked, and nothing else; "" of all else."""
    asks: Sequence[Words] = compiled["asked"]
    if not asks or set(part) & UNSURE:
        return ""
    if ("rather", "than") in pairwise(part):
        other = [word for word in part[part.index("than") + 1 :] if word not in compiled["empty"]]
        alike = other and all(word in forms for word, forms in zip(other[::-1], asks[::-1], strict=False))
        return "no" if alike and len(other) <= len(asks) else ""
    turns = [word for word in part if word in DENIES or word in ("no", "without")]
    told = [word for word in part if word not in compiled["empty"] and word not in turns]
    places_of = [next((i for i, word in enumerate(told) if word in forms), -1) for forms in asks]
    whole = min(places_of) >= 0 and places_of == sorted(places_of)
    begins = whole and places_of == list(range(len(asks)))
    if compiled["exists"] or begins and not turns and _goes_on(part, told[len(asks) - 1]):
        known = begins
    else:
        known = bool(told) and all(any(word in forms for forms in asks) for word in told)
        known = known and (whole or places_of[-1] >= 0 and (part[0] in PRONOUNS or part[0] in turns))
    return ("no" if turns else "yes") if known and len(turns) <= 1 else ""


def _goes_on(part: Words, last: str) -> bool:
    """Whether what follows a word only adds to it: "a tugboat pulling a barge"."""
    after = next(iter(part[part.index(last) + 1 :]), "")
    return after in PLACED | {"and", "that", "which"} or after.endswith("ing")
