"""Who is shown, where pictures are about people: apparent gender, age and skin tone, each spread by itself."""

from collections.abc import Mapping, Sequence
from math import prod

GENDERS: Mapping[str, str] = {"woman": "woman", "man": "man", "girl": "woman", "boy": "man"}
"""The word for who is shown -> apparent gender."""
CHILDREN: Mapping[str, str] = {"woman": "girl", "man": "boy"}
AGES = ("child", "young", "middle-aged", "elderly")
SKINS = ("light skin", "brown skin", "dark skin")
AXES: Mapping[str, Sequence[str]] = {"gender": ("woman", "man"), "age": AGES, "skin": SKINS}
Weights = Mapping[str, Mapping[str, float]]
EVEN: Weights = {axis: dict.fromkeys(values, 1.0) for axis, values in AXES.items()}


def spread(weights: Weights, words: Sequence[str]) -> dict[tuple[str, str, str], float]:
    """(word, age, skin) -> weight. An axis that is not named is even; no children where `words` hold none.

    The word is "woman", "man", "girl" or "boy"; a child has no further age.
    """
    axes = {**EVEN, **weights}
    found: dict[tuple[str, str, str], float] = {}
    for gender in axes["gender"]:
        for age in axes["age"]:
            for skin in axes["skin"]:
                word, years = (CHILDREN[gender], "") if age == "child" else (gender, age)
                weight = prod((axes["gender"][gender], axes["age"][age], axes["skin"][skin]))
                if word in words and weight > 0:
                    found[word, years, skin] = weight
    return found


def wrong_weights(weights: Weights | str) -> list[str]:
    """What is wrong with weights that a user gave: axes or values that do not exist, or nobody left."""
    if isinstance(weights, str):
        example = "{skin: {light skin: 1, dark skin: 2}}"
        return [] if weights in ("even", "unstated") else [f"people={weights}: even, unstated, or weights: {example}"]
    wrong = [f"people.{axis}: there are gender, age and skin" for axis in weights if axis not in AXES]
    for axis, values in weights.items():
        known = AXES.get(axis, ())
        wrong += [
            f"people.{axis}.{value}: there are {', '.join(known)}" for value in values if known and value not in known
        ]
        wrong += [f"people.{axis}.{v}={weight}: a weight is 0 or more" for v, weight in values.items() if weight < 0]
        if not sum(values.values()) > 0:
            wrong.append(f"people.{axis}: give at least one value a weight above 0")
    return wrong


def described(person: str, age: str) -> str:
    """ "elderly woman"; the plain word without an age."""
    return f"{age} {person}".strip() if person else ""
