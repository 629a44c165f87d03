"""What a prompt asks for, in the words of the drawing tables."""

from dataclasses import dataclass
from typing import Literal

JokeKind = Literal[
    "wears",
    "is dressed as",
    "rides",
    "drives",
    "plays",
    "holds",
    "eats",
    "sits at a table",
    "floats",
    "flies",
    "has wings",
    "stands up",
    "has legs",
    "hides in",
    "is made of",
    "rains",
    "is giant",
    "is tiny",
    "is upside down",
    "walks",
    "lifts",
    "outgrows",
    "has wheels",
    "has a coat of",
    "is on the ceiling",
    "is caged",
    "grows on a tree",
    "grows in a pot",
]


@dataclass(frozen=True)
class Thing:
    """One kind of thing in the picture."""

    name: str
    """The name of a drawing."""
    colour: str = ""
    """A colour word; empty: as it is by nature."""
    count: int = 1
    person: str = ""
    """The word for who is shown, where the drawing is of a person and the prompt says who: "child"."""
    age: str = ""
    """Apparent age of a person, where the prompt says it: "young", "middle-aged", "elderly"."""
    skin: str = ""
    """Apparent skin tone: "light skin", "brown skin", "dark skin"."""


@dataclass(frozen=True)
class Joke:
    """What is unusual about the first subject, with the thing that it takes."""

    kind: JokeKind
    thing: Thing | None = None
    value: str = ""
    """A role or a material, where the joke takes no thing."""


@dataclass(frozen=True)
class Scene:
    """A prompt that can be drawn."""

    subjects: tuple[Thing, ...] = ()
    """Empty where the place itself is the subject."""
    companions: tuple[Thing, ...] = ()
    place: str = ""
    table: bool = False
    vessel: str = ""
    """What a plant grows in."""
    light: tuple[str, ...] = ()
    medium: str = ""
    joke: Joke | None = None


@dataclass(frozen=True)
class Unknown:
    """A prompt that cannot be drawn, and the word that shows why."""

    word: str
