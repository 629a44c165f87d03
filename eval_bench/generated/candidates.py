"""What an item asks about although it is not so: what other items are rightly about, so that no word tells the answer.

A word is asked about where it is wrong as often as where it is right; a reader without the picture has to guess.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from abilities.base import WordAbility
from abilities.joke import Joke
from synthgen.kit.near import apart


def among_themselves(ability: WordAbility) -> WordAbility:
    """A copy whose wrong candidates are its own subjects, and its own colors; `contrasts` where these are too few."""
    if isinstance(ability, Joke) or not ability.subjects:
        return ability
    parts = dict(ability.turns["topics"])
    if ability.colours and "colour" in parts:
        parts["colour"] = {**parts["colour"], "others": [colour for colour in ability.colours if colour]}
    words = tuple(dict.fromkeys((*ability.subjects, *ability.contrasts)))
    return replace(ability, contrasts=words, turns={**ability.turns, "topics": parts})


def surely_not(ability: WordAbility, subject: str, right: Sequence[str], others: Sequence[str]) -> list[str]:
    """Those of the `others` that nobody would see in a picture of the subject; of its own set, where these do.

    `right`: other words for what is shown; `others`: plain, without articles.
    """
    unsure = set(ability.item["unsure"])
    near = set(_alike(ability, subject))
    far = [
        word
        for word in others
        if word not in near and word not in unsure and all(apart(word, one) for one in (subject, *right))
    ]
    own = [word for word in far if word in ability.subjects or word in ability.colours]
    return own if len(own) > 3 else far


def _alike(ability: WordAbility, subject: str) -> Iterator[str]:
    """What may pass for a subject: its own group, where there are several, and what the ability says."""
    groups = [group["subjects"] for group in ability.groups.values()] if len(ability.groups) > 1 else []
    for words in (*groups, *ability.item["alike"]):
        if subject in words:
            yield from words
