"""The words of an answer, where phrases stand in them, and which are denied: with the standard library alone.

Exports carry this file and `eval_bench.matching` along.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Words = Sequence[str]
Place = tuple[int, int]
"""Of the words of a phrase: the first, and the one after the last."""
LETTERS, WORDS = 40_000, 4_000
"""Of an answer that are read; no model answers as much, but where it goes round in circles."""


def word_set(words: str) -> frozenset[str]:
    return frozenset(words.split())


HARD, ENDS = word_set("; : . ?"), word_set("; : . ? , / (")
ARTICLES = word_set("a an the some any this that these those its his her their")
PRONOUNS = word_set("i you he she it we they this that these those there")
BE = word_set("is are was were am be been being s")
AUX = BE | word_set("do does did has have had can could will would may might must should")
FINITE = AUX | word_set("wears wear shows show looks look seems seem appears appear sits stands holds lies")
PLACED = word_set(
    "in on at with by against near under over above below behind beside from for to into onto through holding wearing"
)
DENIES = word_set("not never nobody none nothing neither nor hardly barely scarcely doubt deny 不 没 沒 無")
DENIES_NOUN = word_set("no without than unlike lack lacks lacking except excluding minus")
STOPS = word_set("but because although though however while whereas instead rather so only yet retract")
THINKS = word_set(
    "think believe know sure say see look looks seem appear tell suppose mean certain guess if whether like"
)
SIGNS = word_set("sign signs evidence indication trace hint proof doubt way")
LEADS_ON = PRONOUNS | STOPS | word_set("just more actually probably maybe perhaps also even")
_PARTS = word_set("/ ( and or nor but not no without retract")

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
    (r"\b(no|not any|any|without) (reason|cause) (to|for) doubt( that)?\b|\b(not|never) doubt( that)?\b", " "),
    (r"\bnot( \w+)? anything\b", "nothing"),
    (r"\bout of (the )?ordinary\b", "unusual"),
    (r"\b(without|beyond|no)( an?| any)?( (shadow|shade) of an?)? (doubt|question|problem)s?\b", " "),
    (r"\bnot (without|only|just|merely|simply|solely|to mention|surprisingly)\b", " "),
    (r"\b(can|could) not be anything( else)? (but|other than|except)\b", "is"),
    (r"\b(nothing|none|no|not anything)( else)? (but|other than|else than|less than)\b", " "),
    (r"\b(anything but|anything other than|far from|no longer)\b", "not"),
    (r"\b(instead of|as opposed to|in place of)\b", "rather than"),
    (r"\bother than\b", "than"),
    (r"\bunless i am mistaken\b|\bif i am not (mistaken|wrong)\b|\bor not\b|\bif not\b", " "),
    (r"\bno[ -]one\b", "nobody"),
    (r"\bno,? wait\b|\bwait,? no\b|\bcorrection\b(?=\s*[:,])|\bi mean\b|\bscratch that\b", " retract "),
    (r"\bbut\b(?=( (?!also\b|not\b)\w+){0,2} (actually|in fact|in reality|in truth)\b)", " retract "),
)
_MARKS = (
    (re.compile(r"\n\s*(?:\n|[-*•]|\d+[.)](?=\s))\s*|\n(?=\s*[A-Z])"), "; "),
    (re.compile(r"\s-+\s|[\u2013\u2014…]"), " ; "),
    (re.compile(r"[&+]"), " and "),
    (re.compile(r"[(\[{]"), " ( "),
    (re.compile(r"[)\]}]"), " , "),
    (re.compile(r"\|"), "/"),
)
_TOKEN = re.compile(r"\d+[.,]\d+|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]+|[.!]+(?=\W|$)|[?,;:/(]")
_FINAL = re.compile(r'\A.*\banswer"?\s*(?:\bis\s*)?:(?=.*\w)', re.DOTALL)


def answered(text: str) -> str:
    """Without what a model thought, be it cut off before it answers; and no more of it than is read."""
    said = re.split("</think>", text, flags=re.IGNORECASE)[-1]
    return re.split("<think>", said, maxsplit=1, flags=re.IGNORECASE)[0][:LETTERS]


def tokens(text: str) -> list[str]:
    """Lower-case words without accents, contractions and spellings made one; and the signs that part them."""
    text = answered(text)
    inner = re.search(r"<answer>(.*?)(?:</answer>|$)", text, re.DOTALL | re.IGNORECASE)
    text = re.sub(r"</?[A-Za-z][^<>]*>", " ", inner[1] if inner else text)
    for pattern, by in _MARKS:
        text = pattern.sub(by, text)
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = re.sub(r"[*\"“”«»\\~#_]", "", re.sub(r"[ \t\n\r\f\v]+", " ", plain))
    for rule, instead in _RULES:
        plain = re.sub(rule, instead, plain)
    found = _TOKEN.findall(_FINAL.sub("", plain, count=1))[:WORDS]
    return ["." if word[0] in ".!" else word for word in found]


def without_questions(words: Words) -> tuple[list[str], list[str]]:
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
    earlier = begins = 0
    for at, word in enumerate(words):
        if word in DENIES or (word in DENIES_NOUN and not is_particle(words, at)):
            found.update(_scope(words, at))
        if word == "retract":  # the sentence before it, of which its end may be a part
            found.update(range(begins if begins < at else earlier, at))
            begins = earlier = at + 1
        elif word in HARD:
            earlier, begins = begins, at + 1
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
        if word in HARD or word in STOPS or word in (",", "(") and not _goes_on(words, i):
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
    r"|(?:not|never)(?: (?:be |been )?(?:what (?:is|we|you|i)|"
    r"visible|present|shown|seen|found|there|here|appear|exist|correct|right|it|"
    r"in (?:the|this) (?:picture|image|photo|scene))\b| ?$| ?[.,;]))"
)


def standing(
    phrases: Sequence[Mapping[str, Any]], words: Words, gone: frozenset[int]
) -> tuple[list[Place], list[Place]]:
    """Where phrases are said and stand, and where they are said and denied."""
    found = sorted({place for phrase in phrases for place in places(phrase, words)})
    lost = [p for p in found if p[0] in gone or _NOT_THERE.match(" ".join(words[p[1] : p[1] + 8]))]
    return [place for place in found if place not in lost], lost
