"""Whether a clause states nothing of its picture: because it tells what is always so, or what would be."""

from synthgen.kit.claims import tables
from synthgen.kit.claims.finding import Finder
from synthgen.kit.claims.phrases import phrase_end, points
from synthgen.kit.claims.reading import Clause, Row, finite
from synthgen.kit.claims.tables import BE, HARMLESS, HAVE, MODALS, NEGATORS, PICTURE, PREPOSITIONS
from synthgen.kit.lexicon import classes
from synthgen.kit.words import is_plural

_REASONS = frozenset({"because", "since", "as", "although", "though", "while", "whereas", "but", "so", "for"})
_KINDS = ("animals", "people", "things", "humans", "creatures", "objects")
_DEFINITE = ("the", "this", "that", "these", "those", "it", "he", "she", "its", "his", "her", "there")


def is_general(finder: Finder, clause: Clause, before: bool) -> bool:
    """Whether a clause states nothing of this picture; `before`: whether the clause before it does not."""
    row, opener = _trimmed(clause.words), clause.opener
    if "even" in row and any(word.endswith("est") for word in row):  # "even the largest lemon"
        return True
    if opener == "however" or row[0] == "nothing" and (before or opener == "because"):
        return True
    if opener in ("which", "who", "that", "whose"):
        return before
    if opener in ("whichever", "whatever", "wherever") or opener in ("when", "if", "unless") and before:
        return True
    led = row[0] in ("for", "as", "so")
    while len(row) > 1 and row[0] in ("for", "as", "and", "but", "so"):
        row = row[1:]
    needs = row[0] in ("one", "you", "we") and bool(set(row[1:2]) & (tables.HABITS - BE))  # "one needs a boat"
    if needs or row[:2] == ("it", "takes") and before:
        return True
    if "there" in row and set(row) & BE and not set(row) & NEGATORS:
        return False
    if _usually(row) and not finite(row) or row[0] == "to" and set(row) & MODALS:
        return True
    if set(row) & tables.SEEING or not set(row) & MODALS and set(row[1:]) & tables.NOT_GENERIC:
        return False
    start = next((i for i, word in enumerate(row) if word not in tables.USUALLY | {"in", "reality"}), 0)
    row = row[start:] or row
    if set(row) & MODALS:
        return _would_be(row)
    progressive = any(a in BE and b.endswith("ing") and b not in HARMLESS for a, b in zip(row, row[1:], strict=False))
    if progressive or set(clause.words) & tables.USUALLY or _usually(clause.words):
        return not progressive
    return _by_subject(finder, row, before, opener in _REASONS or before or led, opener)


def _trimmed(row: Row) -> Row:
    """Without "only" and "in the picture" at the start."""
    while len(row) > 1 and row[0] in ("only", "just"):
        row = row[1:]
    at = next((i for i, word in enumerate(row[:4]) if word in PICTURE), 0) if row[0] in ("in", "within") else 0
    return row[at + 1 :] or row if at else row


def _would_be(row: Row) -> bool:
    """Whether a clause with "would" or "can" is only thought: not "it would be standing there", "you can see a dog"."""
    if row[0] in ("i", "you", "we", "one") and set(row) & tables.PERCEIVING:
        return "reality" in row or bool(set(row) & NEGATORS) and "can" not in row
    if row[0] not in _DEFINITE or set(row) & tables.ELSEWHERE:
        return True
    modal = next(i for i, word in enumerate(row) if word in MODALS)
    rest = [word for word in row[modal + 1 :] if word not in ("not", "also", "still", "well", "never")]
    return rest[:1] != ["be"] or not set(rest[1:]) - tables.FUNCTION - HARMLESS - PREPOSITIONS


def _by_subject(finder: Finder, row: Row, before: bool, reason: bool, opener: str) -> bool:
    """Whether it speaks of a kind: "penguins have wings", and as a reason "a penguin has wings"."""
    definite, world = row[0] in _DEFINITE, finder.world
    if row[0] == "there" and "were" in row and reason:
        return True
    if row[0] == "they" or row[0] in tables.PRONOUNS and not definite:
        return before or row[0] in ("you", "we", "one") and reason
    if definite:
        if len(row) < 2 or not (before or opener in ("because", "since", "as")):
            return False
        own = world.licensed(row[phrase_end(world, row, 1)])
        return bool(own) and bool(classes(row[1]) & {"place", "natural"}) and bool(set(row) & (HAVE | BE))
    joke = world.noun == "unusual thing"
    end = phrase_end(world, row, 0)
    several = is_plural(row[end]) or row[end + 1 : end + 2] in (("do",), ("are",), ("have",), ("need",), ("live",))
    named = world.is_noun(row[end]) or row[end] in _KINDS or row[0] in tables.COLOURS
    if several and named and row[0] not in tables.DETERMINERS and row[0] not in tables.COUNTS:
        known = joke and (bool(world.heads(row[end])) or row[0] == "people")
        return (reason or known or finder.general or _habit(row[end + 1 :])) and not points(world, row[end + 1 :])
    if row[0] in ("a", "an") and "belongs" in row or row[0] == "people" and joke and not set(row) & BE:
        return True
    if row[0] not in ("a", "an", "no", "any", "every", "each", "nobody", "most", "people"):
        return False
    alone = row[0] == "nobody" and not set(row) & BE
    what = joke and row[0] in ("a", "an") and _is_what(row)
    return reason or what or alone or finder.general or "needs" in row


def _habit(rest: Row) -> bool:
    """Whether what is said of a kind holds at all times: "have wings", not "are behind it" nor "are tied up"."""
    verb, after = " ".join(rest[:1]), " ".join(rest[1:2])
    here = after in PREPOSITIONS | tables.SPATIAL or after not in HARMLESS and after.endswith(("ed", "ing"))
    around = {"nearby", "around", "overhead", "there", "behind"} & set(rest)
    return verb in tables.HABITS and not around and not (verb in BE and here)


def _is_what(row: Row) -> bool:
    """ "A bedroom is made for people", not "a cow in a suit is there"."""
    be = next((i for i, word in enumerate(row) if word in BE), 0)
    return be > 0 and not {*row[:be], *row[be + 1 : be + 2]} & (PREPOSITIONS | tables.SPATIAL)


def _usually(row: Row) -> bool:
    """Whether it begins with "in reality" or the like."""
    start = " ".join(row[:5])
    return start.startswith(("in reality", "in nature", "in the real", "in the wild", "in everyday", "in general"))
