"""Whether a clause states nothing of its picture: because it tells what is always so, or what would be."""

from itertools import pairwise

from synthgen.kit.claims import tables
from synthgen.kit.claims.finding import Finder
from synthgen.kit.claims.phrases import phrase_end, points
from synthgen.kit.claims.reading import Clause, Row, finite
from synthgen.kit.claims.tables import BE, DO, HARMLESS, HAVE, MODALS, NEGATORS, PICTURE, PREPOSITIONS
from synthgen.kit.lexicon import classes
from synthgen.kit.words import is_plural, names

_IDLE = HARMLESS - {"wearing", "having", "using", "doing", "looking"}
"""Forms like "missing" that do not tell what somebody does."""
_MADE_OUT = {"counted", "spotted", "noticed", "observed"}
_REASONS = frozenset({"because", "since", "as", "although", "though", "while", "whereas", "but", "so", "for"})
_KINDS = ("animals", "people", "things", "humans", "creatures", "objects")
_DEFINITE = ("the", "this", "that", "these", "those", "it", "he", "she", "its", "his", "her", "there")


def is_general(finder: Finder, clause: Clause, before: bool) -> bool:
    """Whether a clause states nothing of this picture; `before`: whether the clause before it does not."""
    if clause.words[:2] in (("in", "this"), ("in", "the")) and set(clause.words[2:4]) & PICTURE:
        return False
    row, opener = _trimmed(clause.words), clause.opener
    if row[0] == "which" and len(row) > 1:
        row, opener = row[1:], "which"
    if finder.supposing and "would" in row:
        return True
    if "even" in row and any(word.endswith("est") for word in row):  # "even the largest lemon"
        return True
    if opener == "however" or row[0] == "nothing" and (before or opener == "because"):
        return True
    if opener == "which" and row[0] in ("many", "most", "some", "people") and set(row) & tables.HABITS - BE:
        return True  # "giraffes, which many zoos keep"
    if opener in ("which", "who", "that", "whose") and not _usually(row):
        return before
    if row[:2] in (("it", "rains"), ("it", "snows")) and (before or opener in _REASONS):
        return True  # "because it rains water, not fish"
    if opener in ("whichever", "whatever", "wherever") or opener in ("when", "where", "if", "unless") and before:
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
    usual = _usually(row)
    start = next((i for i, word in enumerate(row) if word not in tables.USUALLY | {"in", "reality"}), 0)
    row = row[start:] or row
    if set(row) & MODALS:
        return _would_be(row) and not ("can" in row and set(row) & _MADE_OUT)
    progressive = any(a in BE and b.endswith("ing") and b not in _IDLE for a, b in zip(row, row[1:], strict=False))
    if usual and row[0] in _DEFINITE and set(row) & BE and points(finder.world, row):
        return False  # "in reality, the penguin is on a boat"
    if progressive or set(clause.words) & tables.USUALLY or usual:
        return not progressive
    return _by_subject(finder, row, before, opener in _REASONS or before or led, opener)


def _trimmed(row: Row) -> Row:
    """Without "only" and "in the picture" at the start."""
    while len(row) > 1 and row[0] in ("only", "just", "while", "whereas", "and", "but", "yet"):
        row = row[1:]
    at = next((i for i, word in enumerate(row[:4]) if word in PICTURE), 0) if row[0] in ("in", "within") else 0
    return row[at + 1 :] or row if at else row


def _would_be(row: Row) -> bool:
    """Whether a clause with "would" or "can" is only thought: not "it would be standing there", "you can see a dog"."""
    who = next((i for i, word in enumerate(row) if word in ("i", "you", "we", "one")), len(row))
    if set(row[who:]) & tables.PERCEIVING:  # "in the background one can see a dog"
        return "reality" in row or bool(set(row) & NEGATORS) and "can" not in row
    if row[0] not in _DEFINITE or set(row) & tables.ELSEWHERE and "found" not in row:
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
    joke = world.noun == "unusual thing"
    if joke and row[:2] == ("there", "were") and set(row) & NEGATORS and not set(row) & PICTURE:
        return True  # "there were no cars then"
    of_kind = is_plural(row[-1]) and world.head in names(row[-1]) and not world.several
    if joke and row[:2] == ("there", "are") and set(row) & NEGATORS and of_kind:
        return True  # "there are no purple bears"
    if joke and (row[0] in tables.FORCES or row[:2] == ("it", "takes")) and not points(world, row):
        return True
    if joke and _of_kind(finder, row):
        return True
    if joke and row[0] == "the" and row[2:3] == ("is",) and {"home", "where"} & set(row) and not points(world, row):
        return True  # "the sea is the home of sharks"
    if definite:
        if len(row) < 2 or not (before or opener in ("because", "since", "as")):
            return False
        own = world.licensed(row[phrase_end(world, row, 1)])
        return bool(own) and bool(classes(row[1]) & {"place", "natural"}) and bool(set(row) & (HAVE | BE))
    told = {after for word, after in pairwise(row) if word in BE} & {"something", "what", "for", "only", "not"}
    if row[0].endswith("ing") and told and (joke or reason):  # "because reading is for people"
        return True
    end = phrase_end(world, row, 0)
    end = 1 if end == 0 and row[1:2] and row[1] in _KINDS else end
    if row[0] in ("a", "an", "people") and row[end + 1 : end + 2] and row[end + 1] in PREPOSITIONS:
        return False  # "since a penguin in a hat drives it"
    several = is_plural(row[end]) or row[end + 1 : end + 2] in (("do",), ("are",), ("have",), ("need",), ("live",))
    named = world.is_noun(row[end]) or row[end] in _KINDS or row[0] in tables.COLOURS
    counted = set(row[: end + 1]) & (tables.DETERMINERS | set(tables.COUNTS) - tables.GROUPS)
    if several and named and not counted:
        known = joke and (bool(world.heads(row[end])) or row[0] == "people")
        return (reason or known or finder.general or _habit(row[end + 1 :])) and not points(world, row[end + 1 :])
    if reason and not counted and end == 0 and world.is_noun(row[0]) and row[1:2] and row[1] in tables.HABITS | DO:
        return _habit(row[1:])  # "food does not wear crowns"
    if row[0] in ("a", "an") and "belongs" in row or row[0] == "people" and joke and not set(row) & BE:
        return True
    if row[0] not in ("a", "an", "no", "any", "every", "each", "nobody", "most", "people"):
        return False
    alone = row[0] == "nobody" and not set(row) & BE
    verb = any("verb" in classes(word) for word in row[2:])
    alone = alone or joke and row[0] == "no" and verb and not set(row) & (BE | {"appears", "appear"})
    if row[0] in ("a", "an") and not world.heads(row[end]) and not _habit(row[end + 1 :]) and not finder.general:
        return False  # "because a dog sits behind it"
    if row[0] == "no" and set(row) & {"here", "there", "nearby", "else", "other"}:
        return False
    what = joke and row[0] in ("a", "an") and _is_what(row)
    return reason or what or alone or finder.general or "needs" in row


def _of_kind(finder: Finder, row: Row) -> bool:
    """Whether it names more of the kind than the one that is shown: "space is where rockets go"."""
    world = finder.world
    if world.several or points(world, row) or not finite(row):
        return False
    if set(row) & (PICTURE | tables.DISPLAYING | set(tables.COUNTS) - tables.GROUPS) or row[0] in (
        "it",
        "this",
        "there",
        "here",
        "i",
        "we",
    ):
        return False
    behind = any(a in BE and b in PREPOSITIONS | tables.SPATIAL for a, b in pairwise(row))
    moving = any(a in BE and b.endswith("ing") for a, b in pairwise(row))
    before = tables.DETERMINERS | set(tables.COUNTS) - tables.GROUPS | tables.COLOURS
    named = any(is_plural(w) and world.head in names(w) and b not in before for b, w in pairwise(("", *row)))
    agent = row[0] in ("people", "one", "you") or bool(set(row) & (BE | tables.HABITS))
    return named and agent and not behind and not moving


def _habit(rest: Row) -> bool:
    """Whether what is said of a kind holds at all times: "have wings", not "are behind it" nor "are tied up"."""
    verb, after = " ".join(rest[:1]), " ".join(rest[1:2])
    here = after in PREPOSITIONS | tables.SPATIAL or after not in HARMLESS and after.endswith(("ed", "ing"))
    around = {"nearby", "around", "overhead", "there", "behind"} & set(rest)
    return verb in tables.HABITS and not around and not (verb in BE and here)


def _is_what(row: Row) -> bool:
    """ "A bedroom is made for people", not "a cow in a suit is there"."""
    be = next((i for i, word in enumerate(row) if word in BE), 0)
    after = " ".join(row[be + 1 : be + 2])
    if after.endswith("ed") or "looks" in classes(after) or set(row) & tables.COLOURS:
        return False  # "a penguin is dressed in a suit"
    return be > 0 and not {*row[:be], *row[be + 1 : be + 2]} & (PREPOSITIONS | tables.SPATIAL)


def _usually(row: Row) -> bool:
    """Whether it begins with "in reality" or the like."""
    start = " ".join(row[:5])
    return start.startswith(("in reality", "in nature", "in the real", "in the wild", "in everyday", "in general"))
