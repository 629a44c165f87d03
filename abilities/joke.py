"""The ability to see what is wrong with a picture, and to say why (the paper's abnormality).

The head is the incongruity itself: "penguin driving a car". A twist says which subjects and things it takes, where it
is shown, and why reality does not allow it.

    python -m synthgen ability=joke n=24
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from random import Random
from typing import Any, NamedTuple, Self

from abilities.base import WordAbility, mix
from synthgen.errors import UsageError
from synthgen.interfaces import Renderer
from synthgen.kit import words
from synthgen.kit.hashes import seed_of
from synthgen.kit.near import apart
from synthgen.kit.patterns import expand
from synthgen.kit.prompt_text import compile_text
from synthgen.kit.words import with_article
from synthgen.types import Fields, Known, Material, Prompt

Twist = Mapping[str, Any]


class Incongruity(NamedTuple):
    """One incongruity: a twist with its subject and its thing filled in."""

    head: str
    kind: str
    twist: Twist
    subject: str
    thing: str


@dataclass(frozen=True)
class Joke(WordAbility):
    """`twists`: kind -> [{pattern, things, subjects, places, why}]."""

    twists: Mapping[str, Sequence[Twist]] = field(default_factory=dict)

    @cached_property
    def jokes(self) -> dict[str, Incongruity]:
        """Every incongruity by its head."""
        return {joke.head: joke for joke in self._all()}

    @cached_property
    def _by_subject(self) -> dict[str, dict[str, list[Incongruity]]]:
        found: dict[str, dict[str, list[Incongruity]]] = {}
        for joke in self.jokes.values():
            found.setdefault(joke.subject, {}).setdefault(joke.kind, []).append(joke)
        return found

    def _all(self) -> Iterator[Incongruity]:
        for kind, twists in self.twists.items():
            for twist in twists:
                for subject in twist["subjects"]:
                    for thing in (name for name in twist["things"] or [""] if name != subject):
                        head = expand(twist["pattern"], _blanks(subject, thing), Random(0))
                        yield Incongruity(head, kind, twist, subject, thing)

    def cell(self, subject: str, turn: int, rng: Random) -> Fields:
        """Kinds of incongruity take turns, so that each comes as often as the others."""
        kinds = self._by_subject[subject]
        names = list(kinds)
        rng.shuffle(names)
        jokes = kinds[names[turn % len(names)]]
        (joke,) = mix(turn // len(names), rng, jokes)
        planned = super().cell(subject, turn, rng)
        places = joke.twist.get("places")
        place = planned.place if places is None else places[turn % len(places)] if places else ""
        return replace(planned, subject=joke.head, attributes=(), place=place)

    def limited_to(self, renderer: Renderer) -> Self:
        limited = super().limited_to(renderer)
        twists: dict[str, list[Twist]] = {}
        for joke in self.jokes.values():
            places = [p for p in joke.twist.get("places", []) if _drawable(renderer, joke.head, p)]
            if _drawable(renderer, joke.head, "") and (places or not joke.twist.get("places")):
                one = {**joke.twist, "subjects": [joke.subject], "things": [joke.thing] if joke.thing else []}
                twists.setdefault(joke.kind, []).append(one | ({"places": places} if "places" in one else {}))
        with_joke = {twist["subjects"][0] for found in twists.values() for twist in found}
        groups = {
            name: {**group, "subjects": [s for s in group["subjects"] if s in with_joke]}
            for name, group in limited.groups.items()
        }
        groups = {name: group for name, group in groups.items() if group["subjects"]}
        if not groups:
            raise UsageError(f"ability={self.name}: the renderer can draw none of its jokes; pass renderer=...")
        return replace(limited, twists=twists, groups=groups)

    def material(self, prompt: Prompt, known: Known) -> Material:
        """As for all abilities, with the reason why it is unusual, and other jokes to tell it from."""
        material = super().material(prompt, known)
        joke = self.jokes.get(prompt.head)
        if joke is None:
            return replace(material, answers=(), topics=(), reasons=())
        rng = Random(seed_of(0, prompt.id, "why"))
        why = expand(joke.twist["why"], _blanks(joke.subject, joke.thing), rng)
        heads = rng.sample(list(self.jokes), min(12, len(self.jokes)))
        others = tuple(with_article(head) for head in heads if apart(head, prompt.head))
        head, *rest = material.topics
        return replace(
            material,
            blanks={**material.blanks, "why": why},
            questions=tuple(self.questions),
            answers=tuple(self.answers),
            topics=(replace(head, others=others), *rest),
        )


def _blanks(subject: str, thing: str) -> dict[str, str]:
    return {
        "subject": subject,
        "subjects": words.plural(subject),
        "a_subject": words.with_article(subject),
        "thing": thing,
        "things": words.plural(thing) if thing else "",
        "a_thing": words.with_article(thing) if thing else "",
    }


def _drawable(renderer: Renderer, head: str, place: str) -> bool:
    fields = Fields(head, place=place)
    return renderer.undrawable(Prompt("", fields, compile_text(fields))) is None
