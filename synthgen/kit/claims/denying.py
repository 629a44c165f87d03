"""What a clause with a "no" or "not" denies, and whether that may be denied."""

from dataclasses import dataclass

from synthgen.kit.claims import tables
from synthgen.kit.claims.entitled import NOT_SAID, NOT_TRUSTED, coloured, counted
from synthgen.kit.claims.finding import Finder
from synthgen.kit.claims.phrases import noun_before, phrase_end
from synthgen.kit.claims.reading import Row, noun_like, verb_at
from synthgen.kit.claims.tables import BE, COLOURS, COUNTS, HARMLESS, LIGHT, MEDIA, PEOPLE_NOUNS, PREPOSITIONS
from synthgen.kit.claims.world import World, own_number
from synthgen.kit.lexicon import classes, kinds
from synthgen.kit.near import apart
from synthgen.kit.seen import SEEN as PLACES
from synthgen.kit.seen import inside, may_be_seen
from synthgen.kit.words import content_words
from synthgen.types import Claim

_GENDERS = frozenset({"man", "woman", "boy", "girl", "male", "female"})
_AGES = frozenset({"young", "old", "elderly", "middle", "aged"})
_ANY_MEDIUM = frozenset({"painting", "drawing", "photo", "photograph", "picture", "image", "style"})
_THINGS = ("object", "subject", "place")
OPEN = "the world is not closed"
SAID = "the prompt says it"
NO_CONTRADICTION = "nothing that the prompt says contradicts it"
MAY_BE_THERE = "the picture may show it"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is denied."""

    words: Row
    before: str = ""
    """The preposition before it."""
    doing: bool = False


def deny(finder: Finder, row: Row, at: int) -> None:
    """A clause whose word at `at` denies something: what stands before it is stated, what follows is denied."""
    before, after = row[:at], row[at + 1 :]
    if row[at] in ("not", "no") and after[:1] in (("only",), ("just",), ("doubt",), ("wonder",)):
        finder.say(after)
        return
    if row[at] in tables.NOBODY:
        _nobody(finder, row, at)
        return
    if row[at] == "without" and row[at - 2 : at] == ("with", "or"):
        return
    items, given = _items(finder, after)
    itself = row[at] in ("not", "no", "never", "nor")
    first = next((word for word in before if word not in tables.FUNCTION), "")
    if not items and (noun_like(first) or first not in HARMLESS):
        items = [item for item in _items(finder, before)[0] if not item.doing]
        before, itself = (), False
        if set(row) & (tables.MODALS - {"can", "could"}):
            return
    if not items and (noun_like(first) or first not in HARMLESS):
        given = given or _items(finder, row[:at])[1]  # "a girl is not visible"
    if not items and given and "with" not in after:
        items = given[:1]
    if not items and row[at] == "no" and after[:1] == ("other",):
        _all_others(finder)
    finder.say(before)
    same = itself and _says_what_it_is(finder.world, row, at)
    items = _only_what_is_done(finder.world, items)
    undone = [item for item in items if item.doing and not _why_not(finder, item, same, before)]
    for item in undone[:1] or items:  # who does not play the guitar has no need to be without one
        if item.doing and any(not other.doing and not _why_not(finder, other, same, before) for other in items):
            continue
        reason = _why_not(finder, item, same, before)
        claim = Claim("absence", " ".join(item.words))
        if reason:
            finder.refused.append((claim, reason))
        elif claim not in finder.claims:
            finder.claims.append(claim)


def _only_what_is_done(world: World, items: list[Item]) -> list[Item]:
    """Without what somebody who does something else does not do it to: nobody plays the guitar and the piano."""
    if world.noun != "action" or len(items) != 2 or not items[0].doing or items[1].doing:
        return items
    things = " ".join(word for word in content_words(world.fields.subject) if not word.endswith("ing"))
    same_doing = any(part.type == "subject" for part in world.licensed(items[0].words[-1]))
    what = " ".join(items[1].words)
    return [] if same_doing and things and world.trusts("subject") and apart(what, things) else items


def _nobody(finder: Finder, row: Row, at: int) -> None:
    """ "Nobody is there", "nothing else is to be seen"; but not "nothing is unusual"."""
    rest = [word for word in row[at + 1 :] if word not in tables.FUNCTION and word not in PREPOSITIONS]
    if row[at] == "nobody":
        if finder.world.people or not finder.world.closed or finder.world.may_show("person"):
            finder.refused.append((Claim("absence", "person"), MAY_BE_THERE if finder.world.closed else OPEN))
        else:
            finder.claims.append(Claim("absence", "person"))
    elif row[at + 1 : at + 2] == ("about",):  # "nothing about it is odd"
        return
    elif row[at] == "none":
        if finder.about and not set(rest) - HARMLESS:  # "there are none"
            deny(finder, ("no", finder.about), 0)
    elif "else" in rest or "other" in rest or row[at] == "nothing" and not set(rest) & tables.ODD:
        _all_others(finder)


def _all_others(finder: Finder) -> None:
    claim = Claim("absence", "anything else")
    if not finder.world.closed:
        finder.refused.append((claim, OPEN))
    elif finder.world.fields.place or finder.world.fields.companions:
        finder.refused.append((claim, MAY_BE_THERE))
    else:
        finder.claims.append(claim)


def _items(finder: Finder, row: Row) -> tuple[list[Item], list[Item]]:
    """The phrases that a denial reaches, up to what describes the first noun further; and those taken for granted."""
    preposition, reached, i = "", -1, 0
    content = set(finder.content(row))
    found = False
    items: list[Item] = []
    given: list[Item] = []
    while i < len(row):
        word = row[i]
        if word in PREPOSITIONS:
            if found and word != "of":
                break
            preposition = "" if word == "at" and "looking" in row[:i] else word
        elif word in ("but", "that", "which", "who"):
            break
        elif i in content and i > reached:
            doing = verb_at(row, i) and not noun_like(word) or word in tables.POSES and not noun_like(word)
            end = phrase_end(finder.world, row, i)
            doing = doing and (end == i or not word.endswith("ing") or row[i + 1] in tables.DETERMINERS)
            end = i if doing else end
            start = i
            while start and not doing and row[start - 1] not in tables.FUNCTION | PREPOSITIONS | HARMLESS:
                start -= 1
            words = tuple(w for w in row[start : end + 1] if w not in tables.FUNCTION)
            if words[-1:] == ("of",) or not words:
                words = (word,)
            if doing and found:
                break
            item = Item(words, preposition, doing)
            if _is_given(finder, row, start, item):
                given.append(item)  # "no bird near the giraffe"
            else:
                items.append(item)
                found = found or not doing
            reached = end
        i += 1
    return items, given


def _is_given(finder: Finder, row: Row, start: int, item: Item) -> bool:
    """Whether a phrase names what the prompt shows, only to say of what something is denied."""
    if item.doing or not finder.world.heads(item.words[-1]) or set(item.words) & (COLOURS | set(COUNTS)):
        return False
    definite = start > 0 and row[start - 1] in ("the", "this", "its", "his", "her", "their")
    return definite or item.before not in ("", "of") or item.words[-1] == finder.world.fields.person


def _says_what_it_is(world: World, row: Row, at: int) -> bool:
    """Whether the clause is about what the subject is, not about what else there may be."""
    before = row[:at]
    if before[:1] in (("there",), ("you",), ("we",), ("i",)):
        return before[:1] != ("there",) and "looking" in row
    if "look" in row and "like" in row:
        return True
    if "part" in row or "visible" in row or "seen" in row or "here" in row:
        return False
    people = world.noun in tables.PEOPLE_NOUNS
    return bool(before) and before[-1] in BE or people and not set(row) & tables.PICTURE


def _why_not(finder: Finder, item: Item, same: bool, before: Row) -> str:
    """Why one may not deny it; "" if one may."""
    world, head = finder.world, item.words[-1]
    if all(word in world.absent for word in item.words):
        return ""
    if reason := _other_person(world, head):
        return "" if reason == "other" else reason
    if head in COUNTS or head.isdecimal():
        noun = finder.about or world.head
        return _other_number(finder, head, noun)
    if (
        head in COLOURS
        and not noun_like(head)
        or head in COLOURS
        and item.before in ("", "in")
        and before[-1:]
        and not (before[0] == "there" and head in tables.ALSO_THINGS)
        and (before[-1] in BE or finder.world.heads(before[-1]))
    ):
        return _other_colour(finder, head, noun_before(finder.world, before, len(before), finder.about))
    if head in tables.INOUT:
        return _other_side(world, tables.INOUT[head])
    return _why_not_the_thing(finder, item, same)


def _why_not_the_thing(finder: Finder, item: Item, same: bool) -> str:
    """Why one may not deny what is neither a person's age or gender, nor a number, nor a color."""
    world, head = finder.world, item.words[-1]
    phrase = " ".join(item.words)
    own = finder.world.heads(head)
    if any(part.type == "relation" for part in world.licensed(head)):
        return SAID
    if world.noun == "action" and any(word.endswith("ing") for word in item.words) and not world.licensed(head):
        return _other(world, phrase, world.fields.subject, world.trusts("subject"))
    same = same or world.noun == "hairstyle" and item.before == "with"
    style = same and world.noun == "art medium"
    if not item.doing and (style or set(item.words) & MEDIA or own and all(part.type == "medium" for part in own)):
        return _other_medium(world, phrase)
    if own or world.licensed(head) and not noun_like(head):
        return _otherwise(finder, item, same)
    kind = finder._type(item.words, len(item.words) - 1, not item.doing)
    if kind is None and not item.doing and "adj" not in classes(head) - {"abstract"}:
        kind = "object"
    if (
        same
        and not item.doing
        and item.before not in ("in", "on", "at", "by", "near", "inside")
        and world.noun not in PEOPLE_NOUNS
        and kind in _THINGS
    ):
        return _other(world, phrase, world.fields.subject, world.trusts("subject"))
    if kind in ("place",) or head in LIGHT:
        if world.noun == "scene" and same:
            return _other(world, phrase, world.fields.subject, world.trusts("subject"))
        if not same and item.before not in tables.WITH_PLACE:  # "there is no house", other than "not in a house"
            return OPEN if not world.closed else MAY_BE_THERE if world.may_show(phrase) else ""
        return _other_place(world, phrase)
    if kind in ("pose", "relation") and item.doing:
        if world.noun == "action":
            return _other(world, phrase, world.fields.subject, world.trusts("subject"))
        stated = [part for part in world.parts if part.type == "pose" and part.trusted]
        return "" if any(apart(phrase, part.phrase) for part in stated) else NO_CONTRADICTION
    if same and world.noun == "hairstyle" and _of_one_kind(world, head):
        return _other(world, phrase, world.fields.subject, world.trusts("subject"))
    if kind in ("part", "opinion"):
        return NO_CONTRADICTION
    if world.closed and kind in ("object", "subject"):
        return MAY_BE_THERE if world.may_show(phrase) else ""
    if same and _of_one_kind(world, head):
        return _other(world, phrase, world.fields.subject, world.trusts("subject"))
    return OPEN if kind in ("object", "subject") else NO_CONTRADICTION


def _other_person(world: World, word: str) -> str:
    """ "other" for who or what age is surely not shown, a reason against it for who is not trusted; else ""."""
    fields = world.fields
    asked = word in _GENDERS and fields.person in _GENDERS or word in _AGES and fields.age
    if not asked or world.licensed(word):
        return ""
    return "other" if world.trusts("subject") else NOT_TRUSTED


def _of_one_kind(world: World, head: str) -> bool:
    """Whether who has one of the two does not have the other."""
    if world.noun == "piece of clothing":
        return bool(kinds(head) & kinds(world.head) - {"artifact", "instrumentation", "device"})
    if world.noun == "action":
        return False
    if world.noun == "profession":
        return "person" in classes(head)
    if world.noun == "hairstyle":
        return not classes(head) & {"animal", "person", "place"}
    return True


def _other_medium(world: World, phrase: str) -> str:
    """Why one may not say that a picture is of no such medium: an oil painting is no charcoal drawing."""
    trusted = world.trusts("medium") or world.fields.medium == world.fields.subject and world.trusts("subject")
    said, stated = (_material(words) for words in (phrase, world.fields.medium))
    if trusted and said and stated and apart(said, stated):
        return ""
    return _other(world, phrase, world.fields.medium, trusted)


def _material(medium: str) -> str:
    return " ".join(word for word in medium.split() if word not in tables.NO_MEDIA | _ANY_MEDIUM)


def _other(world: World, phrase: str, stated: str, trusted: bool) -> str:
    if not stated:
        return NO_CONTRADICTION
    if not trusted:
        return NOT_TRUSTED
    return "" if apart(phrase, stated) else NO_CONTRADICTION


def _other_place(world: World, phrase: str) -> str:
    place = world.fields.place
    stated = [place] if place else [p.phrase for p in world.parts if p.type == "place" and p.loose]
    if not world.trusts("place"):
        return NOT_TRUSTED
    if not stated:
        return "" if world.closed else NO_CONTRADICTION
    shown = any(name in PLACES and may_be_seen(name, phrase) for name in stated)
    return "" if all(apart(phrase, name) for name in stated) and not shown else NO_CONTRADICTION


def _other_side(world: World, side: str) -> str:
    """Why one may not say that a picture is not indoors, or not outdoors."""
    other = any(inside(place) not in ("", side) for place in world.places)
    return "" if other and world.trusts("place") else NO_CONTRADICTION


def _other_colour(finder: Finder, colour: str, noun: str) -> str:
    """Why one may not say that a thing is not of a colour."""
    stated = [word for part in finder.world.parts for word in part.phrase.lower().replace("-", " ").split()]
    stated = [word for word in stated if word in COLOURS and not coloured(finder.world, word, noun, finder.about)]
    if not stated:
        return NO_CONTRADICTION
    return "" if all(_other_hue(colour, word) for word in stated) else SAID


def _other_hue(a: str, b: str) -> bool:
    """Whether nobody would call one of two colors the other."""
    one, other = ({"grey": "gray", "blond": "blonde"}.get(word, word) for word in (a, b))
    plain = {one, other} <= tables.BASIC and one != other and frozenset({one, other}) not in tables.MIXED_UP
    return plain or apart(a, b)


def _other_number(finder: Finder, word: str, noun: str) -> str:
    wanted = int(word) if word.isdecimal() else COUNTS[word]
    why = counted(finder.world, noun, wanted, word)
    world = finder.world
    known = world.trusts("count") or own_number(world.fields.subject) is not None
    return "" if why == NOT_SAID and known else SAID if known else NOT_TRUSTED


def _otherwise(finder: Finder, item: Item, same: bool) -> str:
    """Why one may not deny what the prompt names, of that colour or in that number."""
    *modifiers, head = item.words
    for word in modifiers:
        if word in COLOURS:
            return _other_colour(finder, word, head)
        if word in COUNTS or word.isdecimal():
            return _other_number(finder, word, head)
    own = finder.world.licensed(head)
    if modifiers and same and finder.world.noun == "hairstyle" and head in finder.world.nouns:
        return _other(finder.world, " ".join(modifiers), finder.world.fields.subject, finder.world.trusts("subject"))
    phrase = " ".join(item.words)
    if modifiers and same and all(head not in part.words and apart(phrase, part.phrase) for part in own):
        return _other(finder.world, phrase, finder.world.fields.subject, finder.world.trusts("subject"))
    if modifiers and finder.world.closed and not any(head in content_words(part.phrase) for part in own):
        return SAID if finder.world.may_show(phrase) else ""  # a party hat, where a fedora is the only hat
    return SAID
