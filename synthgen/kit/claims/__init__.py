"""Which typed statements a dialogue makes about its picture, and which of them it may make.

A statement may be made if the prompt says it and the renderer is trusted for its type, or if a check confirmed it.
The sentences decide, not the list of their writer: each word that names something visible is to be found in the prompt
or in a fact; general knowledge ("penguins cannot drive") and suppositions state nothing of the picture.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from synthgen.kit.claims import tables
from synthgen.kit.claims import turns as reading
from synthgen.kit.claims.entitled import NOT_SAID, NOT_TRUSTED, counted
from synthgen.kit.claims.world import World, world
from synthgen.kit.words import content_words, names
from synthgen.types import Claim, Known, Prompt, Turn

__all__ = ["Checked", "check", "said_by"]


@dataclass(frozen=True)
class Checked:
    turns: tuple[Turn, ...]
    """Those whose every claim is entitled."""
    claims: tuple[Claim, ...]
    """What the kept turns claim: found by code, and those that the writer listed and a kept sentence says."""
    refused: tuple[tuple[Claim, str], ...]
    """Each with the reason, in a few words."""


def check(turns: Sequence[Turn], listed: Sequence[Claim], prompt: Prompt, known: Known, noun: str) -> Checked:
    """Keeps the turns that say only what is known of the picture; `noun` is what the ability calls its subject."""
    about = world(prompt.fields, known, noun)
    kept: list[Turn] = []
    claims: dict[Claim, None] = {}
    refused: dict[tuple[Claim, str], None] = {}
    for turn in turns:
        finder = reading.read(turn, about)
        if finder.refused:
            refused.update(dict.fromkeys(finder.refused))
        else:
            kept.append(turn)
            claims.update(dict.fromkeys(finder.claims))
    said = [_words(turn) for turn in kept]
    for claim in listed:
        if any(_says(words, claim) for words in said):
            why = _why_not(claim, about)
            if why:
                refused[claim, why] = None
            elif not any(_same(claim, other) for other in claims):
                claims[claim] = None
        elif not any(_says(_words(turn), claim) for turn in turns):
            refused[claim, "not said"] = None
    return Checked(tuple(kept), tuple(claims), tuple(refused))


def said_by(
    turns: Sequence[Turn], claims: Sequence[Claim], prompt: Prompt, known: Known, noun: str
) -> list[list[Claim]]:
    """Which of the claims each turn makes: what code found in it, and what its writer listed and it names."""
    about = world(prompt.fields, known, noun)
    found = [set(reading.read(turn, about).claims) for turn in turns]
    by_code = set().union(*found)
    return [
        [claim for claim in claims if (claim in own if claim in by_code else _says(_words(turn), claim))]
        for turn, own in zip(turns, found, strict=True)
    ]


def _same(one: Claim, other: Claim) -> bool:
    """Whether two claims say the same, one of them perhaps without the value, or with "a" before it."""
    values = [content_words(claim.value or claim.subject) for claim in (one, other)]
    things = [content_words(claim.subject)[-1:] for claim in (one, other)]
    named = one.type in ("object", "absence", "subject") or things[0] == things[1]
    return one.type == other.type and (values[0] == values[1] and named or things[0] == things[1] and not one.value)


def _words(turn: Turn) -> frozenset[str]:
    text = f"{turn.question} {turn.answer}".lower()
    numbers = {word for word in re.findall(r"\w+", text) if word in tables.COUNTS or word.isdecimal()}
    spelled = {word for word, count in tables.COUNTS.items() if str(count) in numbers}
    return frozenset(numbers | spelled).union(*(names(word) for word in content_words(text)))


def _says(said: frozenset[str], claim: Claim) -> bool:
    """Whether the words of a turn name what is claimed."""
    words = content_words(claim.value or claim.subject) or (claim.value.lower(),)
    return all(word in said for word in words)


def _why_not(claim: Claim, about: World) -> str:
    """Why a claim of the writer's list cannot stand, which a kept turn says; "" if it can."""
    words = content_words(claim.value or claim.subject)
    if claim.type == "absence":
        return ""  # the turn was read, and what it denies was judged
    if claim.type == "count" and claim.value.lower() in tables.COUNTS:
        noun = (content_words(claim.subject) or (about.head,))[-1]
        return counted(about, noun, tables.COUNTS[claim.value.lower()], claim.value.lower()) or ""
    for word in words:
        if word in tables.FUNCTION:
            continue
        parts = about.licensed(word)
        if not parts:
            return NOT_SAID
        if not any(part.trusted for part in parts) and not about.trusts(claim.type):
            return NOT_TRUSTED
    return ""
