"""One thing that reality does not offer: a pattern of words with its subject and its thing filled in."""

from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import NamedTuple, NotRequired

from typing_extensions import TypedDict

from synthgen.kit import words
from synthgen.kit.patterns import expand


class Twist(TypedDict):
    """A kind of incongruity: the pattern of its head, what it takes, and why reality does not offer it."""

    pattern: str
    things: Sequence[str]
    subjects: Sequence[str]
    why: str
    places: NotRequired[Sequence[str]]
    """Where it is shown. Empty: the head says it; not given: where one would meet the subject."""
    possible: NotRequired[bool]
    """Whether somebody could set it up with some effort."""


class Incongruity(NamedTuple):
    """One of a twist."""

    head: str
    way: str
    twist: Twist
    subject: str
    thing: str

    def why(self, rng: Random) -> str:
        """A reason, without a capital and a full stop."""
        return expand(self.twist["why"], _blanks(self.subject, self.thing), rng)

    @property
    def alone(self) -> Twist:
        """The twist with nothing but this one in it."""
        return {**self.twist, "subjects": [self.subject], "things": [self.thing] if self.thing else []}


def incongruities(twists: Mapping[str, Sequence[Twist]]) -> Iterator[Incongruity]:
    """All of all ways; nothing meets itself."""
    for way, row in twists.items():
        for twist in row:
            for subject in twist["subjects"]:
                for thing in (name for name in twist["things"] or [""] if name != subject):
                    head = expand(twist["pattern"], _blanks(subject, thing), Random(0))
                    yield Incongruity(head, way, twist, subject, thing)


def _blanks(subject: str, thing: str) -> dict[str, str]:
    return {
        "subject": subject,
        "subjects": words.plural(subject),
        "a_subject": words.with_article(subject),
        "thing": thing,
        "things": words.plural(thing) if thing else "",
        "a_thing": words.with_article(thing) if thing else "",
    }
