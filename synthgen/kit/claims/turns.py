"""One question and its answer: what they claim together."""

from collections.abc import Sequence

from synthgen.kit.claims import tables
from synthgen.kit.claims.denying import deny
from synthgen.kit.claims.entitled import NOT_SAID
from synthgen.kit.claims.finding import Finder
from synthgen.kit.claims.general import is_general
from synthgen.kit.claims.phrases import phrase_end, points
from synthgen.kit.claims.reading import Clause, Row, clauses, finite, noun_like, plain, sentences, verb_at
from synthgen.kit.claims.tables import BE, DO, HARMLESS, HAVE, MODALS, NEGATORS, PICTURE
from synthgen.kit.claims.world import World
from synthgen.kit.lexicon import SEEN, classes
from synthgen.kit.words import content_words, is_plural, names, plural
from synthgen.types import Claim, Turn

_NOT_ASKED = ("how", "many", "much", "somebody", "someone")
_SOME = tables.DETERMINERS | set(tables.COUNTS) | {"which", "what"}
_DEFINITE = {"the", "this", "these", "that", "those", "here", "it", "he", "she"} | PICTURE
_AGREEING = {
    "agree",
    "agrees",
    "say",
    "says",
    "admit",
    "think",
    "thinks",
    "believe",
    "notice",
    "tell",
    "certain",
    "clear",
}
_NUMBERS = {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "both", "several", "many"}
_RATHER = (("rather", "than"), ("instead", "of"))


def read(turn: Turn, world: World) -> Finder:
    """What a turn claims, and which of it may not be claimed."""
    finder = Finder(world)
    asked = [clauses(sentence) for sentence in sentences(turn.question)]
    answer = [clauses(sentence) for sentence in sentences(turn.answer)]
    polarity = _polarity(answer)
    finder.about = _about(finder, asked)
    words = plain(turn.question)
    if {"belong", "belongs", "fit", "fits", "suit"} & set(words.split()):
        finder.elsewhere = frozenset(words.split()) & tables.ELSEWHERE
    numbers = set(words.split()) & set(tables.COUNTS) - tables.GROUPS and words.startswith(("are there", "is there"))
    finder.counting = "how many" in words or "number of" in words or "count" in words or bool(numbers)
    denied = any(_takes_back(clause.words, plain(turn.question)) for sentence in answer for clause in sentence)
    finder.general = any(
        _general_question(finder, [w for clause in sentence for w in clause.words]) for sentence in asked
    )
    finder.supposing = any({c.opener, *c.words} & tables.SUPPOSING for sentence in asked for c in sentence)
    finder.asking = True
    for sentence in asked:
        _question(finder, sentence, polarity, denied or polarity == "no")
    finder.asking = False
    general = finder.general
    for i, sentence in enumerate(answer):
        finder.general = general and (i == 0 or _thinks_on(sentence))
        state(finder, sentence)
    return finder


def _takes_back(row: Row, question: str) -> bool:
    """Whether a clause denies something that the question took for granted: "this is not a dog", "there is none"."""
    at = next((i for i, word in enumerate(row) if word in NEGATORS), -1)
    if at < 0:
        return False
    rest = [word for word in row[at:] if word not in tables.FUNCTION]
    named = {name for word in content_words(question) for name in names(word)}
    return (
        row[at] in tables.NOBODY
        or not set(rest) - {"true", "correct", "right", "case", "such", "really"}
        or any(word in named and word not in HARMLESS for word in (*rest, *row[:at]))
    )


def _polarity(answer: list[tuple[Clause, ...]]) -> str:
    """Whether an answer begins with a yes or a no."""
    if not answer or not answer[0]:
        return ""
    first = answer[0][0].words
    if first[0] in ("actually", "well", "oh"):
        first = first[1:] or (answer[0][1].words if len(answer[0]) > 1 else ())
    if (
        first[:1]
        and first[0] in tables.NO
        and (len(first) == 1 or first[0] in ("no", "nope", "not") and not _thing_after(first))
    ):
        return "no"
    if first[:1] == ("not",) and not set(first) - tables.FUNCTION - {"quite", "exactly", "really", "all", "at"}:
        return "no"
    if first[:1] and first[0] in tables.YES:
        return "yes"
    told = set(first) - tables.FUNCTION - {"true", "correct", "right", "case"}
    if 1 < len(first) <= 4 and first[0] in tables.PRONOUNS and not told:
        return "no" if set(first) & NEGATORS else "yes"
    return ""


def _thing_after(first: Row) -> bool:
    """ "No tree can be seen", other than "No"."""
    return len(first) > 1 and first[1] not in tables.PRONOUNS


def _about(finder: Finder, asked: list[tuple[Clause, ...]]) -> str:
    """The noun that a question asks about."""
    for sentence in asked:
        for clause in sentence:
            for i, word in enumerate(clause.words):
                if (
                    word in HARMLESS | PICTURE | tables.COLOURS | tables.FUNCTION
                    or word in tables.COUNTS
                    or verb_at(clause.words, i)
                ):
                    continue
                if noun_like(word) or finder.world.licensed(word):
                    return clause.words[phrase_end(finder.world, clause.words, i)]
    return ""


# questions -----------------------------------------------------------------------------------------------------------


def _question(finder: Finder, sentence: tuple[Clause, ...], polarity: str, denied: bool) -> None:
    words: Row = tuple(word for clause in sentence for word in clause.words)
    if not words or _supposes(words) or words[0] in tables.FORMAT:
        return
    if words[0] == "please":
        words = words[1:]
    if words and words[0] in DO and not set(words) & _DEFINITE and _general_question(finder, words):
        return  # "do roses have thorns?"
    if words and words[0] in BE | DO | HAVE | MODALS:
        _polar(finder, words, "no" if denied and "or" not in words else polarity)
    elif not denied:
        if set(words) & tables.WH and _general_question(finder, words):
            return
        if "or" in words:  # one of two things: neither is claimed
            words = sentence[0].words if "or" not in sentence[0].words else ()
        if set(words) & tables.USUALLY:
            words = tuple(w for clause in sentence if not set(clause.words) & tables.USUALLY for w in clause.words)
        if words and "verb" in classes(words[0]) and words[0] not in tables.WH:  # "summarize ..."
            words = words[1:]
        finder.say(_without_asked(words))


def _supposes(words: Row) -> bool:
    """A question that thinks of something else than the picture."""
    stated = words[0] not in tables.WH | BE | DO | HAVE | MODALS
    if set(words) & tables.SUPPOSING or stated and set(words) & tables.ELSEWHERE:
        return True
    asks = set(words) & (MODALS - {"can"})
    if asks and not set(words) & {"see", "seen", "tell", "describe", "name", "say", "identify", "explain", "show"}:
        return True
    return words[0] in ("somebody", "someone") or words[:2] in (("one", "person"), ("some", "people"), ("a", "friend"))


def _general_question(finder: Finder, words: Sequence[str]) -> bool:
    """ "Why do giraffes have long necks?", "What is a harbor used for?", "What do people do at such places?" """
    if not words or not set(words[:2]) & (tables.WH | MODALS | DO | BE):
        return False
    world = finder.world
    if world.fields.count == 1 and any(
        is_plural(word)
        and world.heads(word)
        and not is_plural(world.head)
        and not set(words[max(i - 2, 0) : i]) & _SOME
        for i, word in enumerate(words)
    ):  # "what is special about giraffes"
        return True
    of_one = words[-2:-1] in (["a"], ["an"], ("a",), ("an",)) and bool(world.heads(words[-1]))
    if of_one and words[0] in tables.WH and not set(words) & _DEFINITE - {"the"}:  # "what is the job of a teacher"
        return True
    i = next((i for i, word in enumerate(words) if word in DO or word in MODALS or word in BE), len(words))
    first, second = (*words[i + 1 :], "", "")[:2]
    if first in ("people", "one") or "such" in words or first in ("a", "an") and words[i] in DO | MODALS:
        return True
    if first in ("a", "an") and words[0] in tables.WH and (words[-1] in ("for", "like") or "used" in words):
        return True
    if words[0] in MODALS - {"can"} or first == "you" and words[i] in MODALS:
        return not set(words) & (tables.SEEING | tables.PERCEIVING | tables.REQUESTS)
    return (
        i < len(words)
        and (words[i] in DO | MODALS or finder.world.fields.count == 1)
        and noun_like(first)
        and is_plural(first)
    )


def _without_asked(words: Row) -> Row:
    """A question without its "how many" and "what color", whose noun is still named."""
    if words[:3] == ("which", "of", "the") and len(words) > 4:
        words = words[4:]
    rows = zip(("", *words), words, strict=False)
    return tuple(word for before, word in rows if word not in _NOT_ASKED and before not in ("to", "how"))


def _polar(finder: Finder, words: Row, polarity: str) -> None:
    """A question for yes or no: what the answer says to it."""
    if words[0] in MODALS and not set(words) & {"see", "seen", "find", "found", "spot", "spotted"}:
        return
    if words[:2] in (("can", "you"), ("could", "you")) and set(words) & tables.REQUESTS:
        finder.say(words[2:]) if polarity != "no" else None
        return
    rest = words[1:]
    if "or" in rest and not polarity:
        return
    if polarity == "no" and words[0] in MODALS and "be" in rest and rest[0] in ("a", "an", "any"):
        deny(finder, ("no", *rest[: rest.index("be")]), 0)  # "can a dog be seen"
        return
    if polarity == "yes":
        finder.affirmed = True
        finder.say(rest)
        finder.affirmed = False
    elif polarity == "no":
        at = _subject_end(finder, rest)
        verb = (words[0],) if words[0] in BE else ()
        row = (*rest[:at], *verb, "not", *rest[at:])
        deny(finder, row, at + len(verb))


def _subject_end(finder: Finder, rest: Row) -> int:
    """How many words of a question are its grammatical subject."""
    if rest[:1] and rest[0] in tables.PRONOUNS and (rest[0] not in ("this", "that", "these", "those") or len(rest) < 2):
        return 1
    if rest[:1] and rest[0] in ("this", "that", "these", "those"):
        end = phrase_end(finder.world, rest, 1)
        named = noun_like(rest[1]) or rest[1] in tables.ANYBODY
        if not named or end + 1 == len(rest):  # "are these apples"
            return 1
    i = 0
    while i < len(rest) and rest[i] in tables.DETERMINERS:
        i += 1
    if i >= len(rest):
        return len(rest)
    end = phrase_end(finder.world, rest, i)
    if rest[end + 1 : end + 2] == ("of",):
        j = end + 2
        while j < len(rest) and rest[j] in tables.DETERMINERS:
            j += 1
        if j < len(rest):
            end = phrase_end(finder.world, rest, j)
    return end + 1


# statements ----------------------------------------------------------------------------------------------------------


def state(finder: Finder, sentence: tuple[Clause, ...]) -> None:
    """What a sentence of an answer claims."""
    words = [word for clause in sentence for word in clause.words]
    supposed = words[:1] != [] and words[0] in tables.SUPPOSING or "were" in words and "as" in words
    supposed = supposed or any(clause.opener == "if" for clause in sentence)
    supposed = supposed or finder.general and not any(_of_this(finder, clause.words) for clause in sentence)
    general, denying, agreed = False, -1, False
    for clause in sentence:
        row = _with_counted(finder, clause.words)
        if finite(row) or clause.opener not in (",", "-", "and", "or") or row[0] == "which":
            goes_on = general and clause.opener in (",", "and", "or") and (row[0] == "not" or "verb" in classes(row[0]))
            general = supposed and not _plainly(row) or goes_on or is_general(finder, clause, general)
            general = general and not (agreed and clause.opener == "that")
            agreed = bool(set(row) & _AGREEING)
            denying = -1
        if _idle(row):
            general = finite(row) and not set(row) & tables.SEEING
            continue
        than = next((i for i, two in enumerate(zip(row, row[1:], strict=False)) if two in _RATHER), -1)
        if than >= 0 and not general:  # "a drawing rather than a photograph"
            deny(finder, ("it", "is", "not", *row[than + 2 :]), 2)
            row = row[:than]
        if general:
            if not supposed:
                _definite(finder, row)
            continue
        at = next((i for i, word in enumerate(row) if word in NEGATORS and word != "hardly"), -1)
        if at >= 0:
            _deny_all(finder, row, at)
            denying = at if len(row) > 1 else -1
        elif denying >= 0 and not finite(row):
            deny(finder, ("not", *row), 0)
        else:
            finder.say(row)


def _idle(row: Row) -> bool:
    """ "Nobody expects what is shown here", "no camera has ever caught it": what follows is stated all the same."""
    never = row[0] == "no" and {"ever", "yet"} & set(row) and bool(set(row) & HAVE)
    return bool(never) or row[0] in ("nobody", "few") and bool({"expects", "expect", "expected"} & set(row))


def _plainly(row: Row) -> bool:
    """Whether a clause tells what is there, whatever is supposed beside it: "if you look closely, there is a bird"."""
    if set(row) & {"would", "could", "might", "may", "were"}:
        return False
    told = bool(set(row) & tables.SEEING) or "can" in row and bool(set(row) & tables.PERCEIVING)
    return told or row[0] == "there" and bool(set(row) & BE)


def _thinks_on(sentence: tuple[Clause, ...]) -> bool:
    """Whether a later sentence goes on about what is always so, or what would be, as the question does.

    It has to say so itself: "a rainbow arches above" is stated, whatever the question was.
    """
    words = [word for clause in sentence for word in clause.words]
    if set(words) & {*_NUMBERS, "counted"}:
        return False
    kind = words[0] in ("they", "people", "one", "you", "because", "to") or is_plural(words[0])
    return kind or bool(set(words) & MODALS)


def _with_counted(finder: Finder, row: Row) -> Row:
    """A number that stands alone is one of what is shown: "three can be counted" -> "three walruses can be counted"."""
    found: list[str] = []
    for word, after in zip(row, (*row[1:], ""), strict=True):
        found.append(word)
        alone = after in MODALS | BE | {"of", ""} or "verb" in classes(after) and not noun_like(after)
        if word in _NUMBERS and alone and (len(found) == 1 or found[-2] in ("the", "of")):
            found.append(plural(finder.world.head))
    return tuple(found)


def _of_this(finder: Finder, row: Row) -> bool:
    """Whether a clause speaks of the picture, where the question asks what is always so."""
    progressive = any(a in BE and b.endswith("ing") for a, b in zip(row, row[1:], strict=False))
    here = set(row) & (tables.NOT_GENERIC - {"it"} | {"there", "this", "these", "he", "she", "yes", "no"})
    return progressive or bool(here) or row[0] in ("the", "it") or points(finder.world, row)


def _deny_all(finder: Finder, row: Row, at: int) -> None:
    """A clause with one negation or several: "neither trees nor houses"."""
    later = next((i for i in range(at + 1, len(row)) if row[i] in NEGATORS and row[i] != "nor"), len(row))
    deny(finder, row[:later], at)
    if later < len(row):
        deny(finder, row[later:], 0)


def _definite(finder: Finder, row: Row) -> None:
    """What even a supposition takes for granted: "it could hide behind the tree"."""
    if row[0] not in ("the", "it", "he", "she", "this"):
        return
    for i, word in enumerate(row[1:], 1):
        if (
            row[i - 1] == "the"
            and row[i + 1 : i + 3] not in (("of", "a"), ("of", "an"))
            and word not in HARMLESS
            and not finder.world.licensed(row[phrase_end(finder.world, row, i)])
        ):
            noun = row[phrase_end(finder.world, row, i)]
            if classes(noun) & SEEN - {"place", "natural", "part", "weather"} and noun not in HARMLESS:
                finder.refused.append((Claim("object", noun), NOT_SAID))
