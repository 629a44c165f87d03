"""The ability to see what is wrong with a picture, and to say why (the paper's abnormality), or that nothing is.

The head is the incongruity itself: "penguin driving a car". The plan goes through the ways in which a picture can be
impossible, each as often as the others, and puts the ordinary counterpart of such scenes between them, of which the
same is asked: so nobody learns that there is always something odd.

    python -m synthgen ability=joke n=24
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from random import Random
from typing import Annotated, NamedTuple, Self

from pydantic import Field
from typing_extensions import TypedDict

from abilities.base import WordAbility
from abilities.incongruity import Incongruity, Twist, incongruities
from abilities.topics import Reason
from synthgen.errors import UsageError
from synthgen.interfaces import Renderer
from synthgen.kit import words
from synthgen.kit.hashes import seed_of
from synthgen.kit.near import apart
from synthgen.kit.patterns import blanks_of, expand
from synthgen.kit.prompt_text import compile_text
from synthgen.types import DialogueKind, Fields, Known, Material, Prompt, Reject, Reply, Slot, Vocabulary, Words

COUNTERPART: DialogueKind = "counterpart"


class Sayings(TypedDict):
    """Open questions, the sentences that answer them, and questions that take thought."""

    questions: Sequence[str]
    answers: Sequence[str]
    reasons: Sequence[Reason]


USUAL = "that is where one would look for {subjects}"


class Ordinary(NamedTuple):
    """A subject where one would meet it."""

    subject: str
    group: str


@dataclass(frozen=True)
class Joke(WordAbility):
    """`twists`: way -> what can be odd; `ways`: way -> what a language model is told of it."""

    twists: Mapping[str, Sequence[Twist]]
    ways: Mapping[str, str]
    usual: Mapping[str, str]
    impossible: Sayings
    ordinary: Annotated[Sequence[str], Field(min_length=1)]
    counterpart: Annotated[float, Field(ge=0, le=1)]
    invents: bool

    def preflight(self) -> list[str]:
        """Ways, groups and sentences that do not belong together."""
        mistakes = super().preflight()
        blanks = blanks_of(Fields("thing"), self.noun) | {"why": "so", "beside": "", "statement": "so"}
        reasons = (text for reason in self.impossible["reasons"] for text in reason.values())
        patterns = (*self.impossible["questions"], *self.impossible["answers"], *reasons, *self.ordinary)
        for pattern in (*patterns, *self.usual.values()):
            try:
                expand(str(pattern), blanks, Random(0))
            except ValueError as e:
                mistakes.append(f"ability.{self.name}: the pattern {pattern!r} does not expand: {e}")
        untold = [way for way in self.twists if way not in self.ways]
        mistakes += [f"ability.{self.name}.ways: says nothing about {way!r}, a way of twists" for way in untold]
        unknown = [group for group in self.groups if group not in self.usual]
        mistakes += [f"ability.{self.name}.usual: says nothing about the group {group!r}" for group in unknown]
        return mistakes

    @cached_property
    def jokes(self) -> dict[str, Incongruity]:
        """Every incongruity by its head."""
        return {joke.head: joke for joke in incongruities(self.twists)}

    @cached_property
    def plain(self) -> dict[str, Ordinary]:
        """Every subject where one would meet it, by its head: "penguin on an ice field"."""
        found = {}
        for name, group in self.groups.items():
            for subject in group["subjects"]:
                for place in group["places"]:
                    where = blanks_of(Fields(subject, place=place), self.noun)["where"]
                    found[f"{subject} {where}"] = Ordinary(subject, name)
        return found

    # planning --------------------------------------------------------------------------------------------------------

    @cached_property
    def heads(self) -> int:
        return sum(map(len, self._told.values())) + (len(self._plain) if self.counterpart else 0)

    @cached_property
    def _told(self) -> dict[str, tuple[str, ...]]:
        """The heads that may be planned, by way."""
        found: dict[str, list[str]] = {}
        for joke in self.jokes.values():
            if self.may_show(joke.subject):
                found.setdefault(joke.way, []).append(joke.head)
        return {way: tuple(heads) for way, heads in found.items()}

    @cached_property
    def _plain(self) -> tuple[str, ...]:
        return tuple(head for head, one in self.plain.items() if self.may_show(one.subject))

    @cached_property
    def _ways(self) -> tuple[str, ...]:
        return tuple(self.ways if self.invents else self._told)

    @property
    def vocabulary(self) -> Vocabulary:
        """The heads are whole scenes, odd and ordinary."""
        scenes = tuple(head for heads in self._told.values() for head in heads)
        heads = scenes + (self._plain if self.counterpart else ())
        return replace(super().vocabulary, heads=heads, unusual=True, usual=self._plain)

    def _counterparts(self, number: int) -> int:
        """How many of the prompts before that number are counterparts."""
        return int(number * self.counterpart)

    def kind(self, index: int, number: int) -> DialogueKind:
        """Samples that share a prompt share this, since the picture differs; else as for all abilities."""
        if self._counterparts(number + 1) > self._counterparts(number):
            return COUNTERPART
        return super().kind(index, number)

    def way(self, kind: DialogueKind, number: int) -> str:
        """All ways come once, in some order, before any comes again."""
        if kind == COUNTERPART:
            return ""
        turn, place = divmod(number - self._counterparts(number), len(self._ways))
        ways = list(self._ways)
        Random(seed_of(0, self.name, "ways", turn)).shuffle(ways)
        return ways[place]

    def pool(self, kind: DialogueKind, way: str, number: int) -> tuple[Sequence[str], int]:
        """Heads; for a writer that invents them, subjects."""
        before = self._counterparts(number)
        if kind == COUNTERPART:
            return self._plain, before
        return (
            (self.subjects, number - before)
            if self.invents
            else (self._told[way], (number - before) // len(self._ways))
        )

    def cell(self, subject: str, turn: int, rng: Random, kind: DialogueKind, way: str) -> Fields:
        """The plan for a head of `pool`. A place that the head says is not said twice."""
        if kind == COUNTERPART:
            planned = super().cell(self.plain[subject].subject, turn, rng, kind, way)
            return replace(planned, subject=subject, attributes=(), place="")
        if self.invents:
            planned = super().cell(subject, turn, rng, kind, way)
            return replace(planned, count=1, place="", companions=())
        joke = self.jokes[subject]
        planned = super().cell(joke.subject, turn, rng, kind, way)
        places = joke.twist.get("places")
        place = planned.place if places is None else rng.choice(places) if places else ""
        return replace(planned, subject=joke.head, attributes=(), count=1, place=place, companions=())

    def limited_to(self, renderer: Renderer) -> Self:
        limited = super().limited_to(renderer)
        twists: dict[str, list[Twist]] = {}
        for joke in self.jokes.values():
            places = [p for p in joke.twist.get("places", []) if _drawable(renderer, joke.head, p)]
            if _drawable(renderer, joke.head) and (places or not joke.twist.get("places")):
                one: Twist = {**joke.alone, "places": places} if "places" in joke.twist else joke.alone
                twists.setdefault(joke.way, []).append(one)
        limited = replace(limited, twists=twists, invents=False)
        if not limited._told:
            raise UsageError(f"ability={self.name}: the renderer can draw none of its jokes; pass renderer=...")
        return limited

    def with_words(self, words: Words) -> Self:
        """As for all abilities; of places that a pack brings with it only this much is known to be usual."""
        more = super().with_words(words)
        return replace(more, usual={**dict.fromkeys(more.groups, USUAL), **self.usual})

    # asking ----------------------------------------------------------------------------------------------------------

    def extra(self, slot: Slot) -> Mapping[str, str]:
        """In which way the picture should be impossible; nothing for an ordinary one."""
        return {"way": f"{slot.way}: {self.ways[slot.way]}"} if slot.way else {}

    def read_prompt(self, slot: Slot, reply: Reply) -> Prompt | Reject:
        """Refuses a head that says no more than the subject around which a joke had to be invented."""
        read = super().read_prompt(slot, reply)
        invented = isinstance(read, Prompt) and (not slot.way or words.missing_words(read.head, slot.subject))
        if self.invents and isinstance(read, Prompt) and not invented:
            return Reject(slot.id, "prompt", "nothing unusual in the head", read.head[:120])
        return read

    def question(self, slot: Slot, prompt: Prompt, known: Known) -> str:
        """One that names nothing of the picture, which would tell the joke: the same for one thing and for many."""
        return super().question(slot, replace(prompt, fields=Fields(self.noun)), known)

    def material(self, prompt: Prompt, known: Known) -> Material:
        """As for all abilities, with the reason why it is unusual, or why not; and other jokes to tell it from."""
        material = super().material(prompt, known)
        rng = Random(seed_of(0, prompt.id, "why"))
        if prompt.head in self.plain:
            return self._of_counterpart(material, prompt, rng)
        joke = self.jokes.get(prompt.head)
        if joke is None:
            return replace(material, answers=(), topics=(), reasons=())
        heads = rng.sample(list(self.jokes), min(12, len(self.jokes)))
        others = tuple(words.with_article(head) for head in heads if apart(head, prompt.head))
        head, *rest = material.topics
        more = [] if joke.twist.get("possible") else [self.impossible]
        reasons = ((reason["question"], reason["answer"]) for one in more for reason in one["reasons"])
        return replace(
            material,
            blanks={**material.blanks, "why": joke.why(rng)},
            questions=(*self.questions, *(q for one in more for q in one["questions"])),
            answers=(*self.answers, *(a for one in more for a in one["answers"])),
            topics=(replace(head, others=others), *rest),
            reasons=(*material.reasons, *reasons),
        )

    def _of_counterpart(self, material: Material, prompt: Prompt, rng: Random) -> Material:
        subject, group = self.plain[prompt.head]
        blanks = blanks_of(Fields(subject), self.noun)
        seen = {topic.claim.value for topic in material.topics if topic.claim and topic.claim.type == "object"}
        beside = [f"beside {words.with_article(thing)}" for thing in prompt.fields.companions if thing in seen]
        said = {"why": expand(self.usual[group], blanks, rng), "beside": " and ".join(beside)}
        return replace(
            material,
            blanks={**material.blanks, **said},
            questions=(*self.questions, *self.impossible["questions"]),
            answers=tuple(self.ordinary),
            reasons=(),
        )


def _drawable(renderer: Renderer, head: str, place: str = "") -> bool:
    fields = Fields(head, place=place)
    return renderer.undrawable(Prompt("", fields, compile_text(fields))) is None
