"""What an item asks of a picture, for a writer that composes: one part of the prompt, and how answers are marked."""

import re
from collections.abc import Iterator
from dataclasses import replace
from random import Random

from abilities.base import WordAbility
from abilities.joke import Joke
from eval_bench.generated.candidates import surely_not
from synthgen.kit.hashes import seed_of
from synthgen.kit.word_tables import LIGHT_VERBS
from synthgen.kit.words import SYNONYMS, content_words, forms, noun
from synthgen.types import AnswerKey, Form, Known, Material, Prompt, Slot, Topic

OPTIONS = 3
"""So many others are offered beside the right one."""
PLAIN = frozenset({"hair", "artwork", "illustration", "image"})
"""Words at the end of a keyword that are of no use to tell it from others."""
USUAL: tuple[str, ...] = ("ordinary", "normal", "usual")
UNUSUAL: tuple[str, ...] = ("unusual", "odd", "strange", "funny", "impossible")
NOTHING: tuple[str, ...] = ("nothing", "ordinary", "normal", "not unusual")


def material(ability: WordAbility, slot: Slot, prompt: Prompt, known: Known, odd: bool | None) -> Material:
    """One topic, with one thing that it is not, and the key; without topics where the prompt says too little."""
    found = ability.material(prompt, known)
    form, rng = slot.forms[0], Random(seed_of(slot.seed, slot.index, "item"))
    if odd is not None and isinstance(ability, Joke):
        topic, key = _unusual(ability, form, prompt, odd)
        return replace(found, topics=(topic,), key=key)
    part = next((topic for topic in found.topics if topic.part == ability.item["part"] and topic.claim), None)
    if part is None:
        return replace(found, topics=())
    if part.part == "head":  # a color in the question, or a number, would give the answer away
        part = replace(part, value=found.blanks["a_thing"] if found.blanks["colour"] else part.value)
    about = slot.subject if part.part == "head" else bare(part.value)
    right = list(dict.fromkeys((*said_as(bare(part.value)), *ability.item["also"].get(about, ()))))
    fitting = set(surely_not(ability, about, right, [bare(other) for other in part.others]))
    pool = [other for other in part.others if bare(other) in fitting]
    others = rng.sample(pool, min(OPTIONS, len(pool)))
    if len(others) < OPTIONS:
        return replace(found, topics=())
    words, own = [bare(other) for other in others], ability.item
    refused = words[:1] if form.startswith("right") else words
    topic = replace(
        part,
        others=tuple(others[:1]),
        asks=tuple(own["wh"] or part.asks),
        checks=tuple(own["yes_no"] or part.checks),
        chooses=tuple(own["either_or"] or part.chooses),
    )
    return replace(found, topics=(topic,), key=AnswerKey(tuple(right), tuple(refused), tuple(words)))


def bare(value: str) -> str:
    """Without its article."""
    return value.split(" ", 1)[1] if value.split(" ")[0] in ("a", "an", "the") and " " in value else value


def said_as(value: str) -> Iterator[str]:
    """A word or phrase, then it without what says little, and with synonyms of its noun."""
    yield value
    first, *rest = value.split()
    if rest and rest[-1] in PLAIN:  # "curly" says it, "hair" does not
        yield " ".join([first, *rest[:-1]])
    if rest and forms(first) & LIGHT_VERBS:  # "doing a science experiment"
        yield bare(" ".join(rest))
    about = noun(value)
    for other in sorted(SYNONYMS.get(about, ())):
        yield re.sub(rf"\b{re.escape(about)}\b", other, value)


def _unusual(ability: Joke, form: Form, prompt: Prompt, odd: bool) -> tuple[Topic, AnswerKey]:
    """The same questions about odd pictures and about ordinary ones."""
    own = ability.item
    value, other = (UNUSUAL[0], USUAL[0]) if odd else (USUAL[0], UNUSUAL[0])
    says, key = ["what the (picture|image) shows is {value}"], AnswerKey(UNUSUAL if odd else USUAL, (other,), (other,))
    if form == "wh":
        says = ["the (picture|image) shows {a_subject}"] if odd else ["nothing is unusual here"]
        key = AnswerKey(_telling(ability, prompt), NOTHING[:1]) if odd else AnswerKey(NOTHING)
    elif form in ("yes", "no"):
        says = ["the (picture|image) shows {a_subject}"]
    topic = Topic(
        None,
        value,
        (other,),
        asks=tuple(own["wh"]),
        says=tuple(says),
        denies=("nothing in the (picture|image) is unusual", "it shows nothing unusual"),
        checks=tuple(own["yes_no"]),
        chooses=tuple(own["either_or"]),
        assumes=(),
    )
    return topic, key


def _telling(ability: Joke, prompt: Prompt) -> tuple[str, ...]:
    """The words of a joke that its subject alone does not have: who leaves them out has not told it."""
    joke = ability.jokes.get(prompt.head)
    own = set(content_words(joke.subject)) if joke else set()
    words = [word for word in content_words(prompt.head) if word not in own] or list(content_words(prompt.head))
    return tuple(dict.fromkeys(said for word in words for said in said_as(word)))
