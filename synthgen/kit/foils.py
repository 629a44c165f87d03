"""Each claim with its foil: a statement of the same type that is surely wrong where the claim is right.

Who says yes to everything says yes to both; so what counts is how much more likely yes is to the claim (`qc.judge`,
`qc.vqascore`). Foils depend on the id of the sample and on the claim alone: whoever asks again asks the same.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random
from statistics import fmean

from synthgen.kit.hashes import seed_of
from synthgen.kit.lexicon import classes
from synthgen.kit.near import apart
from synthgen.kit.people import GENDERS
from synthgen.kit.prompt_text import coloured
from synthgen.kit.seen import SEEN, may_be_seen, places_in
from synthgen.kit.statements import counted, is_deed, is_light, number_of, parted, shown, statement
from synthgen.kit.word_tables import COLOURS, PREPOSITIONS
from synthgen.kit.words import content_words, is_plural, names, where, with_article
from synthgen.types import Claim, Fields, Prompt, Value, Vocabulary

QUESTION = "Is this statement true of the picture?\n{statement}\nAnswer yes or no."
BASIC = ("red", "yellow", "green", "blue", "purple", "black", "white", "orange", "pink", "brown")
THINGS = (
    "umbrella",
    "bicycle",
    "suitcase",
    "ladder",
    "guitar",
    "balloon",
    "bucket",
    "skateboard",
    "drum",
    "telescope",
) + (("barrel", "sailboat", "piano", "snowman", "kite", "elephant", "giraffe", "tractor", "lighthouse", "cactus"))
MEDIA = (
    "photograph",
    "watercolor",
    "mosaic",
    "pixel art picture",
    "charcoal drawing",
    "stained glass window",
    "embroidery",
)
BACKDROPS = ("park", "kitchen", "beach", "office")
POSES = ("standing", "sitting", "lying down", "running", "jumping")
DEEDS = ("carrying", "kicking", "painting", "pushing")
MEANWHILE = (
    *POSES,
    "walking",
    "talking",
    "smiling",
    "laughing",
    "waving",
    "listening",
    "thinking",
    "waiting",
    "resting",
)
"""What one may do while doing something else."""
OPPOSITE = {
    "on": "under", "under": "on top of", "above": "below", "below": "above", "over": "under", "behind": "in front of",
    "in": "next to", "inside": "next to", "beside": "on top of", "next": "on top of", "near": "on top of",
    "with": "without", "without": "with", "into": "out of", "around": "inside", "between": "on top of",
}  # fmt: skip
"""Of prepositions: what is said instead of the first word of a relation."""
LIGHTS = (
    ({"night", "moonlight", "moonlit", "dark", "darkness", "dim", "starry"}, "bright daylight"),
    ({"bright", "sun", "sunny", "sunlight", "sunshine", "daylight", "morning", "day", "noon"}, "the dark of night"),
    ({"sunset", "sunrise", "golden", "warm", "dawn", "dusk"}, "cold blue light"),
    ({"cold", "cool"}, "warm golden light"),
    ({"soft", "softly", "gentle"}, "hard light with dark shadows"),
    ({"rain", "rainy", "storm", "stormy", "fog", "foggy", "mist", "misty", "snow", "snowy", "overcast"}, "sunshine"),
)
SPECIAL = (
    ("bigger than ", "is smaller than {rest}"),
    ("walking on two legs", "is walking on four legs"),
    ("on the ceiling", "is on the floor"),
    ("flying", "is on the ground"),
    ("floating", "is on the ground"),
    ("falling", "is lying on the ground"),
    ("on wheels", "has no wheels"),
    ("with ", "has no {rest}"),
    ("beside ", "is alone in the picture"),
)
"""What is usual instead of what is said of the subject of a joke."""
SIZES = {"giant": "of ordinary size", "tiny": "of ordinary size", "upside-down": "the right way up"}


@dataclass(frozen=True)
class Pair:
    """Two statements, of which the first should be confirmed and the second should not."""

    claim: Claim
    statement: str
    foil: str


def figures(found: Sequence[Pair], yes: Mapping[str, float], confirms: float) -> dict[str, Value]:
    """The values of a score. `yes`: how likely yes was to each statement that was answered.

    `score`: the lowest margin over the claims; a claim of which nothing is known is counted, and is in no other figure.
    """
    margins = {p: yes[p.statement] - yes[p.foil] for p in found if p.statement in yes and p.foil in yes}
    return {
        "score": min(margins.values(), default=None),
        "asked": float(len(found)),
        "unanswered": float(len(found) - len(margins)),
        "refuted": "; ".join(dict.fromkeys(p.statement for p, margin in margins.items() if margin < confirms)),
        "yes_on_claims": _mean([yes[p.statement] for p in found if p.statement in yes]),
        "yes_on_foils": _mean([yes[p.foil] for p in found if p.foil in yes]),
    }


def _mean(values: Sequence[float]) -> float | None:
    return fmean(values) if values else None


def pairs(claims: Iterable[Claim], prompt: Prompt, words: Vocabulary) -> list[Pair]:
    """The claims of which a picture can be asked, each once, with its foil."""
    found = (pair_of(claim, prompt, words) for claim in dict.fromkeys(claims))
    return [pair for pair in found if pair is not None]


def pair_of(claim: Claim, prompt: Prompt, words: Vocabulary) -> Pair | None:
    """None where the claim cannot be said, or nothing is known that is surely wrong instead."""
    if claim.type == "absence":  # asked the other way round: models are poor at "no"
        there, missing = shown(prompt.head), statement(Claim("object", claim.subject, claim.value or claim.subject))
        return Pair(claim, there, missing) if missing else None
    if claim.type == "relation" and claim.value == prompt.fields.relation and prompt.fields.companions:
        said = statement(replace(claim, value=f"{claim.value} {with_article(prompt.fields.companions[0])}"))
    elif claim.type == "subject" and _value(claim) in words.media:
        said = statement(replace(claim, type="medium"))
    else:
        said = statement(claim)
    rng = Random(seed_of(0, prompt.id, "foil", claim.type, said))  # two claims that say the same have one foil
    foil = _foil(claim, prompt.fields, words, rng) if said else ""
    return Pair(claim, said, foil) if foil and foil != said else None


def _value(claim: Claim) -> str:
    return claim.value.strip() or claim.subject.strip()


def _foil(claim: Claim, fields: Fields, words: Vocabulary, rng: Random) -> str:
    value = _value(claim)
    if claim.type == "subject":
        return _other_subject(value, fields, words, rng)
    if claim.type == "count":
        return _other_count(claim, value, rng)
    if claim.type == "place":
        return _other_place(claim, value, fields, words, rng)
    if claim.type == "relation":
        return _other_relation(claim, value, rng)
    if claim.type == "pose":
        posed = any(not apart(value, pose) for pose in POSES)
        return _with(claim, rng.choice(_far(POSES, value))) if posed else _with(claim, _unlike(value))
    if claim.type == "part":
        alive = classes((content_words(claim.subject) or ("",))[-1]) & {"animal", "person"}
        return _with(claim, _any(_far(("wheels", "a sail") if alive else ("antlers", "a beard"), value), rng))
    if claim.type == "colour":
        said = {word for word in content_words(f"{fields.subject} {' '.join(fields.attributes)}") if word in COLOURS}
        colours = _far([c for c in words.colours if c] or BASIC, value, *(said if value not in said else ()))
        return _with(claim, _any(colours, rng))
    if claim.type == "medium":
        return _with(claim, _any(_far(words.media, value) or _far(MEDIA, value), rng))
    return _with(claim, _any(_absent(THINGS, value, fields), rng))


def _with(claim: Claim, value: str) -> str:
    return statement(replace(claim, subject=claim.subject or "thing", value=value)) if value else ""


def _any(some: Sequence[str], rng: Random) -> str:
    return rng.choice(some) if some else ""


def _far(some: Iterable[str], *values: str) -> list[str]:
    """Those that nobody would take for any of the values."""
    return [one for one in some if all(apart(one, value) for value in values if value)]


def _unlike(doing: str) -> str:
    """What nobody does meanwhile."""
    return "running" if not apart(doing, "sleeping") else "sleeping"


def _named(fields: Fields) -> tuple[str, ...]:
    return (fields.subject, fields.person, fields.relation, *fields.companions, *fields.attributes)


def _absent(some: Iterable[str], value: str, fields: Fields) -> list[str]:
    """Things that neither the prompt names nor its place shows."""
    places = [fields.place] if fields.place in SEEN else [*places_in(fields.subject), *places_in(fields.place)]
    far = _far(some, value, *_named(fields))
    return [thing for thing in far if not any(may_be_seen(place, thing) for place in places)]


# subjects ------------------------------------------------------------------------------------------------------------


def _other_subject(value: str, fields: Fields, words: Vocabulary, rng: Random) -> str:
    """Another head of the ability: in another colour where the head has one, the ordinary scene for an odd one."""
    row = value.split()
    if row[-1] in GENDERS:
        return shown(_other_person(row))
    if value in words.media:
        return statement(Claim("medium", "picture", _any(_far(words.media, value), rng)))
    who, rest = parted(value)
    if words.unusual and (rest or row[0] in SIZES or number_of(row[0])):
        return _usual(value, words, rng)
    colour = next((word for word in row if word in COLOURS and word != row[-1]), "")
    if colour:
        other = _any(_far([c for c in words.colours if c] or BASIC, colour), rng)
        bare = " ".join(word for word in row if word != colour)
        return shown(coloured(bare, other)) if other else ""
    heads = _far(words.heads, value, *_named(fields)) if len(words.heads) < 200 else ()
    if not heads:  # many of them: a few tries find one
        some = rng.sample(words.heads, min(40, len(words.heads)))
        heads = _far(some, value, *_named(fields))
    heads = [head for head in heads if is_deed(head) == is_deed(value) and bool(parted(head)[1]) == bool(rest)]
    if is_deed(value):
        heads = [head for head in heads if head not in MEANWHILE]
    return shown(rng.choice(heads)) if heads else _with(Claim("object", ""), _any(_absent(THINGS, value, fields), rng))


def _other_person(row: Sequence[str]) -> str:
    """Of the other age where that is said clearly, else of the other gender."""
    age = {"elderly": "young", "young": "elderly"}.get(row[0])
    if age:
        return " ".join((age, *row[1:]))
    return " ".join((*row[:-1], {"woman": "man", "man": "woman", "girl": "boy", "boy": "girl"}[row[-1]]))


def _usual(head: str, words: Vocabulary, rng: Random) -> str:
    """The normal counterpart of an odd scene: both elements without what is odd between them."""
    row, (who, rest) = head.split(), parted(head)
    number = number_of(row[0])
    if number and not rest.startswith("falling"):
        return _again(f"{counted(' '.join(row[1:2]), _near(number, rng))} {' '.join(row[2:])}".strip())
    if row[0] in SIZES and not rest:
        return f"The picture shows {with_article(' '.join(row[1:]))} {SIZES[row[0]]}."
    for start, said in SPECIAL:
        if rest.startswith(start):
            return _of(who, said.format(rest=rest.removeprefix(start)))
    if rest.startswith(("made of", "dressed as")):
        return f"The picture shows an ordinary {who}."
    if rest.split()[0] in PREPOSITIONS:
        known = [other for other in words.usual if other.startswith(f"{who} ") and apart(other[len(who) :], rest)]
        return shown(rng.choice(known)) if known else _of(who, f"is {where(rng.choice(_far(BACKDROPS, rest)))}")
    thing = _thing(rest)
    return _of(who, f"is next to {thing}") if thing else f"The picture shows an ordinary {who}."


def _thing(rest: str) -> str:
    """With what a subject does something: "leading an elephant on a leash" -> "an elephant"."""
    row = rest.split()[1:]
    while row and row[0] in PREPOSITIONS:
        row = row[1:]
    ends = (i for i, word in enumerate(row) if i and word in PREPOSITIONS and word != "of")
    thing = " ".join(row[: next(ends, len(row))])
    return thing if not thing or thing.split()[0] in ("a", "an", "the") else with_article(thing)


def _of(who: str, said: str) -> str:
    """A sentence about one or many."""
    if is_plural(who):
        said = said.replace("is ", "are ", 1).replace("has ", "have ", 1)
    text = f"{with_article(who)} {said}"
    return f"{text[:1].upper()}{text[1:]}."


def _again(head: str) -> str:
    return f"The picture shows {head}."


# numbers, places, relations ------------------------------------------------------------------------------------------


def _near(number: int, rng: Random) -> int:
    return rng.choice([other for other in (number - 1, number + 1, number + 2) if other > 0])


def _other_count(claim: Claim, value: str, rng: Random) -> str:
    number = number_of(value)
    return "" if number is None else _with(claim, str(_near(number, rng)))


def _other_place(claim: Claim, value: str, fields: Fields, words: Vocabulary, rng: Random) -> str:
    plain = value.lower()
    if plain in ("indoors", "outdoors"):
        return _with(claim, "outdoors" if plain == "indoors" else "indoors")
    if is_light(plain):
        said = set(plain.split())
        return _with(claim, next((other for keys, other in LIGHTS if keys & said), ""))
    own = [place for place in (plain, fields.place) if place in SEEN]
    for pool in (words.places, sorted(SEEN)):
        others = [other for other in _far(pool, value, fields.place) if not any(may_be_seen(p, other) for p in own)]
        if others:
            return _with(claim, rng.choice(others))
    return ""


def _other_relation(claim: Claim, value: str, rng: Random) -> str:
    first, _, rest = value.partition(" ")
    if first in OPPOSITE:
        return _with(claim, f"{OPPOSITE[first]} {rest.removeprefix('to ').removeprefix('of ')}".strip())
    held = names(first) & {"holding", "lifting", "wearing"}
    deeds = [deed for deed in DEEDS if not names(deed) & names(first) and not (held and deed == "carrying")]
    return _with(claim, f"{rng.choice(deeds)} {rest}".strip())
