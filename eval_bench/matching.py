"""What an answer says, by the words that it has to say: keyword matching with the standard library alone.

`eval_bench.keywords` compiles an item to plain lists of words, once; this file needs nothing else, and is copied as it
is into tasks for other harnesses.

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
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import Any, Literal

Verdict = Literal["right", "wrong", "unparsed"]
Words = Sequence[str]
Place = tuple[int, int]
"""Of the words of a phrase: the first, and the one after the last."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


HARD, ENDS = _set("; : . ?"), _set("; : . ? , /")
ARTICLES = _set("a an the some any this that these those its his her their")
PRONOUNS = _set("i you he she it we they this that these those there")
BE = _set("is are was were am be been being s")
AUX = BE | _set("do does did has have had can could will would may might must should")
FINITE = AUX | _set("wears wear shows show looks look seems seem appears appear sits stands holds lies")
PLACED = _set(
    "in on at with by near under over above below behind beside from for to into onto through holding wearing"
)
DENIES = _set("not never nobody none nothing neither nor hardly barely scarcely doubt deny 不 没 沒 無")
DENIES_NOUN = _set("no without than unlike lack lacks lacking except excluding minus")
STOPS = _set("but because although though however while whereas instead rather so only yet retract")
THINKS = _set("think believe know sure say see look looks seem appear tell suppose mean certain guess if whether like")
SIGNS = _set("sign signs evidence indication trace hint proof doubt way")
LEADS_ON = PRONOUNS | STOPS | _set("just more actually probably maybe perhaps also even")
HEDGES = _set("also maybe perhaps possibly probably could might may either even partly slightly mostly little bit then")
SHADES = _set("of light dark bright pale deep vivid shade color colored like sort kind")
_PARTS = _set("/ and or nor but not no without retract")
SEPARATES = _set("and or but , / ; .")
BETWEEN = ARTICLES | BE | HEDGES | SHADES | SEPARATES | {":", "it"}
VAGUE = _set("something someone so similar other others more less not else no both another such anything")
BASIC = _set("red orange yellow green blue purple pink brown black white gray")
YES = _set("yes yeah yep yup yea yah aye affirmative oui si ja да 是")
NO = _set("nope nah negative nein non нет 否")
AGREES = _set("correct right true indeed absolutely certainly definitely exactly sure surely totally course")
DISAGREES = _set("incorrect false wrong untrue")
FLUFF = _set(
    "at all of really quite any one so think believe hope suppose look seem way in fact the case answer very here"
)
SHORT = PRONOUNS | AUX | AGREES | DISAGREES | DENIES | FLUFF | _set("no looks seems appear appears")
UNSURE = _set("might may could would should if whether maybe perhaps unsure sure certain clear know tell")

_RULES = (  # spelling, contractions; then what looks like a denial and is none, and the other way round
    (r"\b(col|fav|harb|arm|neighb|flav|vap|lab)our", r"\1or"),
    (r"\b(theat|cent|fib|met|lit)re(s?)\b", r"\1er\2"),
    (r"\bgrey", "gray"),
    (r"\b(?:aluminium|tyre)", lambda m: {"t": "tire", "a": "aluminum"}[m[0][0]]),
    (r"[\u2018\u2019\u02bc`´]", "'"),
    (r"\bcan'?t\b|\bcannot\b", "can not"),
    (r"\bwon't\b", "will not"),
    (r"\b(is|are|was|were|do|does|did|has|have|had|would|could|should|ai)n'?t\b", r"\1 not"),
    (r"\b(it|he|she|that|there|here|what|who|this|everything|nothing)'s\b", r"\1 is"),
    (r"'s\b|s'(?=\s)", lambda m: "s" * (m[0] == "s'")),
    (r"'(re|m|d)\b", lambda m: {"re": " are", "m": " am", "d": " would"}[m[1]]),
    (r"\bw/o\b|\band/or\b", lambda m: {"w": "without", "a": "or"}[m[0][0]]),
    (r"\b(is|are|do|does|can|could|have|has) not( be| see| find| notice| have| show| contain)? anything\b", "nothing"),
    (r"\b(without|beyond|no)( an?| any)?( (shadow|shade) of an?)? (doubt|question|problem)s?\b", " "),
    (r"\bnot (without|only|just|merely|simply|solely|to mention|surprisingly)\b", " "),
    (r"\b(can|could) not be anything( else)? (but|other than|except)\b", "is"),
    (r"\b(nothing|none|no|not anything)( else)? (but|other than|else than|less than)\b", " "),
    (r"\b(anything but|anything other than|far from|no longer)\b", "not"),
    (r"\b(instead of|as opposed to|in place of|other than)\b", "than"),
    (r"\bunless i am mistaken\b|\bif i am not (mistaken|wrong)\b|\bor not\b|\bif not\b", " "),
    (r"\bno[ -]one\b", "nobody"),
    (r"\bno,? wait\b|\bwait,? no\b|\bcorrection\b(?=\s*[:,])|\bi mean\b|\bscratch that\b", " retract "),
    (r"\bbut\b(?=( (?!also\b|not\b)\w+){0,2} (actually|in fact|in reality|in truth)\b)", " retract "),
)
_MARKS = (
    (re.compile(r"\n\s*(?:\n|[-*•\d])\s*|\n(?=\s*[A-Z])"), "; "),
    (re.compile(r"\s-+\s|[\u2013\u2014…]"), " ; "),
    (re.compile(r"[&+]"), " and "),
    (re.compile(r"[()\[\]{}]"), " , "),
    (re.compile(r"\|"), "/"),
)
_TOKEN = re.compile(r"\d+[.,]\d+|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]+|[.!]+(?=\W|$)|[?,;:/]")
_CANNOT_TELL = re.compile(
    r"\b(?:not|unable to|hard to|impossible to) (?:know|tell|say|determine|be determined|sure|certain)\b"
)
_FINAL = re.compile(r'\A.*\banswer"?\s*(?:\bis\s*)?:(?=.*\w)', re.DOTALL)


def verdict(compiled: Mapping[str, Any], text: str) -> tuple[Verdict, str]:
    """Whether an answer is right, and why in a few words. Never raises, whatever the text."""
    said = re.sub("[❌👎✗✘]", " no ", re.sub("[✅✔👍]", " yes ", text))
    if not re.search(r"[^\W_]", said):
        return "unparsed", "empty"
    words, asked = _without_questions(tokens(said))
    if compiled["style"] == "yes_no":
        return _yes_no(compiled, words)
    if asked and [word for word in words if word not in ENDS] in (["yes"], ["no"]):  # "Is it red? No."
        words = asked if "yes" in words else ["not", *asked]
    return _named(compiled, words)


def tokens(text: str) -> list[str]:
    """Lower-case words without accents, contractions and spellings made one; and the signs that part them."""
    text = re.sub(r"<think>.*?</think>", " ", text, flags=re.DOTALL | re.IGNORECASE)
    inner = re.search(r"<answer>(.*?)(?:</answer>|$)", text, re.DOTALL | re.IGNORECASE)
    text = re.sub(r"</?[A-Za-z][^<>]*>", " ", inner[1] if inner else text)
    for pattern, by in _MARKS:
        text = pattern.sub(by, text)
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = re.sub(r"[*\"“”«»\\~#_]", "", re.sub(r"[ \t\n\r\f\v]+", " ", plain))
    for rule, instead in _RULES:
        plain = re.sub(rule, instead, plain)
    found = _TOKEN.findall(_FINAL.sub("", plain, count=1))[:4000]  # who loops says nothing new
    return ["." if word[0] in ".!" else word for word in found]


def _without_questions(words: Words) -> tuple[list[str], list[str]]:
    """The sentences that are no questions, unless all are; and the questions."""
    told: list[str] = []
    asked: list[str] = []
    sentence: list[str] = []
    for word in words:
        sentence.append(word)
        if word in HARD:
            (asked if word == "?" else told).extend(sentence)
            sentence = []
    told += sentence
    return (told, asked) if set(told) - ENDS else (asked, [])


# words and phrases ---------------------------------------------------------------------------------------------------


def places(phrase: Mapping[str, Any], words: Words) -> Iterator[Place]:
    """Where a phrase stands: its words in order, at most two others between one and the next."""
    for way in phrase["ways"]:
        yield from ((start, end) for start in range(len(words)) if (end := _end(way, words, start)))


def _end(way: Sequence[Words], words: Words, start: int) -> int:
    """Where a phrase ends that starts there; 0 if none does."""
    at = start + _reads(way[0], words, start)
    for forms in way[1:] if at > start else ():
        seen = at
        while not _reads(forms, words, seen):
            word = words[seen] if seen < len(words) else "."
            if word in HARD or word in _PARTS or word == "," and seen > at or seen - at > 1:
                return 0
            seen += 1
        at = seen + _reads(forms, words, seen)
    return at if at > start else 0


def _reads(forms: Words, words: Words, at: int) -> int:
    """How many words there make one of these: 1, 2 where it is written apart, 0."""
    if at < len(words) and words[at] in forms:
        return 0 if words[at] == "one" and words[at - 1 : at] and words[at - 1] in ARTICLES | {"no", "first"} else 1
    return 2 if at + 1 < len(words) and words[at + 1] not in ENDS and words[at] + words[at + 1] in forms else 0


def denied(words: Words) -> frozenset[int]:
    """The places of words that are denied, or taken back."""
    found: set[int] = set()
    for at, word in enumerate(words):
        if word in DENIES or (word in DENIES_NOUN and not is_particle(words, at)):
            found.update(_scope(words, at))
        if word == "retract":
            start = at
            while start and (words[start - 1] not in HARD or start == at):
                start -= 1
            found.update(range(start, at))
    return frozenset(found)


def is_particle(words: Words, at: int) -> bool:
    """Whether a "no" answers a question and denies no noun: "No, it is red", "the answer is no"."""
    if words[at] != "no":
        return False
    after = words[at + 1 : at + 2]
    begins = at == 0 or words[at - 1] in ENDS
    return not after or after[0] in ENDS or begins and after[0] in PRONOUNS | {"a", "an", "the"}


def _scope(words: Words, at: int) -> Iterator[int]:
    """The places that a denying word reaches."""
    first = at == 0 or words[at - 1] in ENDS
    noun = words[at] in DENIES_NOUN and not (words[at] == "no" and first)
    thinks, count = False, 0
    for i in range(at + 1, len(words)):
        word, after = words[i], words[i + 1 : i + 2]
        thinks = thinks or word in THINKS or word in SIGNS
        if word in HARD or word in STOPS or word == "," and not _goes_on(words, i):
            return
        if word == "and" and any(w in FINITE or w in PRONOUNS for w in words[i + 1 : i + 5]):
            return
        if not thinks and i > at + 1 and word in PRONOUNS and after and after[0] in BE:
            return
        if noun and not thinks and i > at + 1 and word in PLACED | FINITE | {"which", "who", "that"}:
            return
        count += word not in ARTICLES and word not in ENDS
        if count > (6 if noun and not thinks else 12):
            return
        yield i


def _goes_on(words: Words, at: int) -> bool:
    """Whether a comma stands in a list that ends with "or": "not a dog, a fox, or a cat"."""
    if at + 1 >= len(words) or words[at + 1] in LEADS_ON:
        return False
    for word in words[at + 1 : at + 30]:
        if word in ("or", "nor") or word in HARD | FINITE | STOPS:
            return word in ("or", "nor")
    return False


_NOT_THERE = re.compile(
    r"(?:\w+ )?(?:is|are|was|were|can|could|does|do|appears|seems) (?:also )?(?:to be )?(?:(?:absent|missing|nowhere)\b"
    r"|(?:not|never)(?: (?:be |been )?(?:visible|present|shown|seen|found|there|here|appear|exist|correct|right|it|"
    r"in (?:the|this) (?:picture|image|photo|scene))\b| ?$| ?[.,;]))"
)


def standing(
    phrases: Sequence[Mapping[str, Any]], words: Words, gone: frozenset[int]
) -> tuple[list[Place], list[Place]]:
    """Where phrases are said and stand, and where they are said and denied."""
    found = sorted({place for phrase in phrases for place in places(phrase, words)})
    lost = [p for p in found if p[0] in gone or _NOT_THERE.match(" ".join(words[p[1] : p[1] + 8]))]
    return [place for place in found if place not in lost], lost


# what and which ------------------------------------------------------------------------------------------------------


def _named(compiled: Mapping[str, Any], words: list[str]) -> tuple[Verdict, str]:
    """Of a wh- or an either-or question."""
    if compiled["order"] and (which := _by_place(words)):
        verdict: Verdict = "right" if compiled["order"][which - 1] == "accept" else "wrong"
        return verdict, f"says option {which}"
    gone = denied(words)
    said, taken = standing(compiled["accept"], words, gone)
    refused, _ = standing(compiled["refuse"], words, gone)
    # a wrong word that is a part of a right phrase is none: "brown" of "dark brown"
    refused = [r for r in refused if not any(s[0] <= r[0] and r[1] <= s[1] and r != s for s in said)]
    told = [repr(" ".join(words[slice(*place)])) for place in [*refused, *said, *taken][:1]]
    if refused:
        return "wrong", f"says {told[0]}"
    if said:
        other = _rival(compiled["rivals"], said, words, gone) or _alternative(compiled, said, words)
        return ("wrong", f"says {told[0]} and {other!r}") if other else ("right", f"says {told[0]}")
    if compiled["style"] == "either_or" and set(words) & {"both", "neither"}:
        return "wrong", f"says {'both' if 'both' in words else 'neither'}"
    if taken and not _CANNOT_TELL.search(" ".join(words)):
        return "wrong", f"denies {told[0]}"
    return "unparsed", "none of: " + ", ".join(phrase["said"] for phrase in compiled["accept"])


def _by_place(words: Words) -> int:
    """1 or 2 for "A", "the second one", "option b", "the latter"; 0 for all else."""
    given = [word for word in words if word not in ENDS and word not in _set("the one option answer is it choice i")]
    names = (_set("a first former 1"), _set("b second latter 2"))
    return next((n for n, words in enumerate(names, 1) if len(given) == 1 and given[0] in words), 0)


def _rival(rivals: Words, said: Sequence[Place], words: Words, gone: frozenset[int]) -> str:
    """Another color that an answer says of the same thing: "red and blue", "red. It is blue"."""
    for start, end in said:
        for at in range(max(0, start - 12), min(len(words), end + 12)):
            if (word := words[at]) not in rivals or at in gone or start <= at < end:
                continue
            between = words[end:at] if at >= end else words[at + 1 : start]
            near = not between and {word, words[start if at < start else end - 1]} <= BASIC
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
            while before and words[before - 1] in ",":
                before -= 1
            if before and before not in ends and words[before - 1] not in idle:
                return words[before - 1]
    return _listed(compiled, words, ends)


def _or_after(words: Words, end: int, doing: bool) -> int:
    """The place after the "or" that follows at once, or at the end of a list that begins there; 0 for none."""
    for at in range(end, min(end + 14, len(words))):
        word = words[at]
        if word in ("or", "/"):
            return at + 1
        if word in HARD | FINITE | PLACED or word == "and" or at == end and word != "," or word.endswith("ing") > doing:
            return 0
    return 0


def _listed(compiled: Mapping[str, Any], words: Words, ends: set[int]) -> str:
    """Of an answer that is nothing but a list of names: one that is not accepted."""
    if compiled["rivals"] or set(words) & (FINITE | DENIES | {"no", "and", "without"}):
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
    if set(part) <= YES | NO | {"no"} or not set(part) <= SHORT or "no" in part and "way" not in part:
        return ""
    if "sure" in part and "not" in part or "i" in part and "so" not in part and not set(part) & (AUX - {"am"}):
        return ""
    pairs = zip(part, part[1:], strict=False)
    stated = any(one in PRONOUNS and two in AUX for one, two in pairs) or "so" in part or part[0] == "not"
    if not stated and not set(part) & (AGREES | DISAGREES | {"way"}) and not set(part) & DENIES:
        return ""
    turns = sum(word in DENIES or word in DISAGREES or word == "no" for word in part)
    return "no" if turns % 2 else "yes"


def _stated(compiled: Mapping[str, Any], part: Words) -> str:
    """yes or no of a clause that states or denies what was asked, and nothing else; "" of all else."""
    asks: Sequence[Words] = compiled["asked"]
    if not asks or set(part) & UNSURE:
        return ""
    turns = [word for word in part if word in DENIES or word in ("no", "without")]
    told = [word for word in part if word not in compiled["empty"] and word not in turns]
    places_of = [next((i for i, word in enumerate(told) if word in forms), -1) for forms in asks]
    whole = min(places_of) >= 0 and places_of == sorted(places_of)
    if compiled["exists"]:
        known = whole and places_of == list(range(len(asks)))
    else:
        known = bool(told) and all(any(word in forms for forms in asks) for word in told)
        known = known and (whole or places_of[-1] >= 0 and (part[0] in PRONOUNS or part[0] in turns))
    return ("no" if turns else "yes") if known and len(turns) <= 1 else ""
