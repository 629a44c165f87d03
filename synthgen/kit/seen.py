"""What one may see in a place without anybody naming it: nothing of it may ever be said to be absent."""

from collections.abc import Mapping
from functools import lru_cache

from synthgen.kit.seen_indoors import SEEN_INDOORS
from synthgen.kit.seen_outdoors import SEEN_OUTDOORS
from synthgen.kit.words import content_words, names

SEEN: Mapping[str, frozenset[str]] = {**SEEN_OUTDOORS, **SEEN_INDOORS}


NEITHER = frozenset(
    {"cave", "mine", "underwater", "coral reef", "space", "moon", "sky", "night sky", "northern lights", "airport"}
    | {"barn", "castle", "church", "haunted house", "igloo", "lighthouse", "stadium", "fire station", "police station"}
    | {"circus", "train station", "gas station", "market"}
)
"""Places that are hardly indoors or outdoors, or buildings that are shown from outside."""


def places_in(text: str) -> tuple[str, ...]:
    """The places that a text names: "tiger in a bedroom" -> ("bedroom",)."""
    return tuple(place for place in SEEN if f" {place} " in f" {text} ")


@lru_cache(maxsize=50_000)
def may_be_seen(place: str, thing: str) -> bool:
    """Whether a picture of the place may show the thing; True for a place that nobody described."""
    if place not in SEEN:
        return True
    wanted = {form for word in content_words(thing) for form in names(word)}
    return any(wanted.intersection(content_words(word)) for word in (*SEEN[place], place))


def inside(place: str) -> str:
    """Whether a place is "indoors" or "outdoors"; "" for one that is neither, or that nobody described."""
    if place in NEITHER:
        return ""
    return "indoors" if place in SEEN_INDOORS else "outdoors" if place in SEEN_OUTDOORS else ""
