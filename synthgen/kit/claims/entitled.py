"""Whether a number or a color may be said of a thing."""

from synthgen.kit.claims import tables
from synthgen.kit.claims.tables import HARMLESS
from synthgen.kit.claims.world import World, split
from synthgen.kit.words import is_plural, names

NOT_SAID = "not in the prompt"
NOT_TRUSTED = "the renderer is not trusted for it"


def counted(world: World, noun: str, wanted: int, word: str) -> str | None:
    """Why one may not say that there are so many of a thing; "" if one may, None for an unknown thing."""
    parts = [part for part in world.licensed(noun) if part.loose or noun in part.heads]
    if not parts:
        return NOT_SAID if noun in tables.SUPERORDINATES or noun == world.head else None
    asserts = "count" in world.known.asserts
    for part in parts:
        if word in part.phrase.lower().split():
            return "" if part.trusted or asserts else NOT_TRUSTED
    fields = world.fields
    there = fields.count if any(part.type == "subject" for part in parts) else 1
    own = [row for part in parts for row in split(part.phrase) if noun in names(row[-1])]
    said = [row[-1] for row in own] or [word for part in parts for word in part.phrase.split()]
    if there == 1 and any(is_plural(word) for word in said):
        there = 2 if wanted == -1 else 0  # several, nobody knows how many
        asserts = True
    if there != wanted and not (wanted == -1 and there > 1):
        return NOT_SAID
    return "" if asserts else NOT_TRUSTED


def coloured(world: World, word: str, noun: str, about: str = "") -> str:
    """Why one may not say that a thing has a colour; "" if one may."""
    parts = world.licensed(word)
    own = world.licensed(noun)
    of_subject = (
        any(part.type == "subject" for part in own) or not own and noun in (HARMLESS | tables.PRONOUNS | world.nouns)
    )
    fitting = [
        part
        for part in parts
        if part in own
        or of_subject
        and (part.type == "colour" or part.type == "subject" and not part.loose)
        or noun == about
        and not own
    ]
    if not fitting:
        return NOT_SAID
    trusted = "colour" in world.known.asserts or any(part.trusted for part in fitting)
    return "" if trusted else NOT_TRUSTED
