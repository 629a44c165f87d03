"""How things stand to each other: which of it the prompt says."""

from synthgen.kit.claims import tables
from synthgen.kit.claims.entitled import NOT_SAID, NOT_TRUSTED
from synthgen.kit.claims.phrases import next_noun
from synthgen.kit.claims.reading import Row
from synthgen.kit.claims.tables import HARMLESS
from synthgen.kit.claims.world import Part, World, split
from synthgen.kit.lexicon import kinds
from synthgen.kit.words import names

_ASIDE = frozenset({"the", "far", "upper", "lower", "top", "bottom", "to", "on", "its"})
_ALIKE = (
    frozenset({"on", "atop", "upon", "onto", "top"}),
    frozenset({"in", "inside", "within", "into"}),
    frozenset({"under", "beneath", "below", "underneath"}),
    frozenset({"above", "over"}),
    frozenset({"near", "beside", "by", "next", "alongside", "close", "nearby"}),
)
"""Prepositions that say the same of two things."""
_SIDES = ("", "of", "side", "hand", "corner", "edge", "half", "and")


def untold(world: World, row: Row, i: int) -> str:
    """The relation that the preposition at `i` claims and the prompt does not say; "" if it claims none."""
    word = row[i]
    idle = word not in tables.SPATIAL | tables.APART and word not in ("on", "in", "with", "by")
    if idle or row[i - 1 : i] and row[i - 1].startswith(("revolv", "center", "focus")):
        return ""
    noun = next_noun(world, row, i + 1 if row[i + 1 : i + 2] in (("of",), ("to",)) else i)
    own = [part for part in world.licensed(noun) if part.loose or noun in part.heads]
    nothing = noun in tables.PICTURE or not world.is_noun(noun)
    if not own or nothing or noun in HARMLESS and noun not in world.own:
        return ""
    return "" if _stands(world, row, i, noun, own) else f"{word} {noun}"


def _stands(world: World, row: Row, i: int, noun: str, own: list[Part]) -> bool:
    """Whether the prompt lets one say the preposition at `i` of the noun, which `own` parts name."""
    word = row[i]
    alike = next((group for group in _ALIKE if word in group), frozenset({word}))
    held = {part.phrase.partition(f"{noun} of ")[2] for part in own} - {""}
    if word in ("in", "inside") and held and (row[0] == "what" or any(set(row[:i]) & names(what) for what in held)):
        return True  # soup in the bowl of soup
    if any(alike & part.words for part in own):
        return True
    related = [part for part in world.parts if part.type == "relation"]
    turned_round = tables.INVERSE.get(word) if noun in names(world.head) else None
    if any(turned_round in part.words for part in related):
        return True  # what the taxi is in front of is behind it
    if any(alike & part.words for part in related):  # the cat lies on the box, not the box on the cat
        turned = bool(world.fields.companions) and all(part.type == "subject" for part in own)
        return not turned or word in tables.NEAR
    if word in tables.NEAR and any(part.type in ("subject", "object") for part in own):
        only_subject = all(part.type == "subject" for part in own)
        return not (
            word in tables.APART and only_subject and not _whole(world, noun)
        )  # who drives a car is not beside it
    if any(part.type in ("place", "medium") or part.loose for part in own) or world.noun == "scene":
        return word not in tables.SPATIAL or word in tables.WITH_PLACE
    if word in tables.NEAR:
        return True
    worn = world.noun in ("piece of clothing", "hairstyle") or "clothing" in kinds(noun)
    return word not in tables.SPATIAL and not (word in ("on", "in") and _joins(world, row, i) and not worn)


def _whole(world: World, noun: str) -> bool:
    """Whether a noun names all of the subject: not the car that somebody drives."""
    return noun in names(world.head) or len(split(world.fields.subject)) < 2 or world.several


def _joins(world: World, row: Row, i: int) -> bool:
    """Whether a thing of the prompt stands before a preposition."""
    return not i or row[0] in ("what", "which", "who", "it", "they") or any(world.heads(word) for word in row[:i])


def misplaced(world: World, row: Row, i: int) -> str:
    """Why one may not say left, right, top of something; "" if one may, or if the word says nothing of a place."""
    word = row[i]
    before, after = row[i - 1] if i else "", row[i + 1] if i + 1 < len(row) else ""
    if word in tables.APART and "object" in world.known.asserts and world.fields.companions:
        return ""  # they are in one picture
    if word == "right" and (before not in _ASIDE or after not in _SIDES):
        return ""
    if word == "left" and before not in _ASIDE and after not in ("side", "of", "hand", "corner"):
        return ""
    center = word in ("center", "centre")
    if center and (before not in ("the", "dead") or row[i + 1 : i + 3] == ("of", "attention")):
        return ""
    if (word in ("next", "close", "middle") or center) and after in ("to", "of"):
        parts = world.licensed(next_noun(world, row, i + 1))
        if any(part.type == "place" for part in parts) or word in ("next", "close") and parts:
            return ""
    parts = world.licensed(word)
    if any(part.trusted for part in parts):
        return ""
    return NOT_TRUSTED if parts else NOT_SAID
