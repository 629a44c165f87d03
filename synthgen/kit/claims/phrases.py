"""Noun phrases: which noun a row of words is about."""

from synthgen.kit.claims import tables
from synthgen.kit.claims.reading import Row, noun_like, verb_at
from synthgen.kit.claims.tables import COLOURS, COUNTS, HARMLESS, PREPOSITIONS
from synthgen.kit.claims.world import World


def phrase_end(world: World, row: Row, i: int) -> int:
    """Where the noun stands that a phrase is about whose word is at `i`; `i` itself if none follows."""
    end = i
    for j in range(i + 1, len(row)):
        word, head = row[j], bool(world.heads(row[j]))
        if _ends_phrase(world, row, j, head):
            break
        if head or world.is_noun(word):
            end = j
    return end


def _ends_phrase(world: World, row: Row, j: int, head: bool) -> bool:
    word, after = row[j], row[j + 1] if j + 1 < len(row) else ""
    if word in PREPOSITIONS or word in tables.FUNCTION or word in tables.PERSONAL or word in tables.AROUND:
        return True
    noun_before = world.is_noun(row[j - 1]) or row[j - 1] in tables.PICTURE
    if word in COLOURS and noun_before and not head and not world.heads(after):  # "is the hat pink"
        return True
    doing = word.endswith("ing") and not noun_like(word) and row[j - 1] not in COLOURS
    if doing and noun_before:  # "the image playing basketball"
        return True
    if verb_at(row, j) and (not head or word.endswith(("ing", "ed"))):
        described = word.endswith("ed") and word not in HARMLESS and noun_like(after)  # "a brown flipped bob"
        return not (world.heads(after) or described)
    return word in HARMLESS and not noun_like(word) and word not in tables.SUPERORDINATES


def next_noun(world: World, row: Row, i: int) -> str:
    """The noun that a phrase is about which begins after `i`; "" if none does."""
    j = i + 1
    while j < len(row) and (row[j] in tables.DETERMINERS or row[j] in COUNTS or j > i + 1 and row[j] == "of"):
        j += 1
    if j >= len(row) or row[j] in PREPOSITIONS:
        return ""
    return row[phrase_end(world, row, j)]


def noun_before(world: World, row: Row, i: int, about: str) -> str:
    """The noun that a word at `i` is said of: the last one before it, else what the question is about."""
    found = []
    for j in range(i - 1, -1, -1):
        if row[j] in ("it", "its", "they", "this", "which", "who"):
            break
        if noun_like(row[j]) and row[j] not in HARMLESS or world.heads(row[j]):
            found.append(j)
    if i and row[i - 1] in tables.BE and len(found) > 1:  # "the umbrella in the hallway is green"
        found = [j for j in found if not set(row[max(j - 2, 0) : j]) & PREPOSITIONS] or found
    return row[found[0]] if found else about or world.head


def points(world: World, row: Row) -> bool:
    """Whether a clause speaks of the very thing that is shown: "trees surround the giraffe"."""
    return any(
        word in ("the", "this")
        and row[i + 1] not in tables.ORDINALS | {"first": 1, "last": 1}
        and row[i - 1 : i] not in (("play",), ("plays",))
        and world.shows(next_noun(world, row, i))
        for i, word in enumerate(row[:-1])
    )
