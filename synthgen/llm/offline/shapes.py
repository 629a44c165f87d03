"""The kinds of dialogue, one function each, out of what is known of a picture. Luck comes from the slot alone."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from synthgen.kit.patterns import fits, sentence
from synthgen.llm.offline.turns import Nothing, Said, Writer, bare, names
from synthgen.types import Claim, DialogueKind, Form, Topic, Turn

_TRIES = 8
"""How often another wording is looked for where one was said already."""
BRIEFLY = 4
"""The most words of a short answer."""
SKIN = 0.25
"""Share of the longer descriptions that name the skin tone of who is shown."""
_ORDER = ("age", "place", "inside", "companion", "light", "medium")
"""How a longer description goes on, more or less."""
_MAY: Mapping[Form, Callable[[Topic], bool]] = MappingProxyType(
    {
        "wh": lambda topic: bool(topic.value and topic.asks),
        "yes": lambda topic: bool(topic.value and topic.checks),
        "no": lambda topic: bool(topic.others and topic.checks),
        "right first": lambda topic: bool(topic.value and topic.others and topic.chooses),
        "right second": lambda topic: bool(topic.value and topic.others and topic.chooses),
    }
)
"""Whether a topic can be asked about in a form."""


ABSENT = 0.15
"""Share of the conversations that ask about something which is not there although there is more to tell."""


def describe(writer: Writer, forms: Sequence[Form]) -> list[Said]:
    """An open question, and a sentence."""
    return [_opening(writer, writer.blanks)]


def conversation(writer: Writer, forms: Sequence[Form]) -> list[Said]:
    """What is shown, and in each turn something that was not said yet; so many turns as planned, if it is enough."""
    rng = writer.rng
    said = [_opening(writer, writer.blanks if rng.random() < 0.3 else _bare(writer))]
    untold = _untold(writer, said[0].turn)
    rng.shuffle(untold)
    absent = [topic for topic in untold if not topic.value]
    # nothing is asked about what is not there while there is something to tell, but for now and then
    rest = [topic for topic in untold if topic.value and (topic.others or topic.asks)]
    if absent and rng.random() < ABSENT:
        rest.insert(rng.randint(0, len(rest)), absent[0])
    missing = len(forms) - 1 - len(rest)  # so many will be no: as many others are yes
    for i, topic in enumerate([*rest, *(absent * len(forms))]):
        if len(said) < len(forms):
            asked = " ".join(one.turn.question for one in said)
            left = replace(topic, others=tuple(other for other in topic.others if not names(asked, other)))
            said += _new(said, lambda topic=left, yes=i < missing: _asked(writer, topic, yes))  # type: ignore[misc]
    if len(said) == 1:
        return [*_new(said, lambda: writer.no(writer.head, plain=True)), *said]
    return said


def detail(writer: Writer, forms: Sequence[Form]) -> list[Said]:
    """A request for everything, and a sentence or half of one for each thing that is known."""
    rng, blanks = writer.rng, writer.blanks
    opening = _opening(writer, _bare(writer), 0.8)
    untold = [topic for topic in _untold(writer, opening.turn) if topic.adds and topic.value]
    rest = [topic for topic in untold if topic.part != "inside"]
    rest = rest if len(rest) > 1 else untold
    skin = blanks["skin"] if rng.random() < SKIN else ""
    if not rest and not skin:
        raise Nothing("the prompt says nothing beside its head")
    if blanks["person"] and not names(opening.turn.answer, blanks["person"]):
        blanks["it"] = f"the {blanks['person']}"
    told = [opening.turn.answer, *([sentence(f"{blanks['it']} has {skin}")] if skin else [])]
    first = len(told)
    for topic in sorted(rest, key=lambda topic: _ORDER.index(topic.part) + rng.random() * 1.4):
        text = " ".join(told)
        gone = [name for name in ("companion", "light", "lit") if blanks[name] and names(text, blanks[name])]
        gone += ["light", "lit"] if {"light", "lit"} & {*gone} else []
        if names(text, topic.value) or (topic.part == "light" and "light" in gone):
            continue
        # a sentence may tell two parts only where enough is left for others
        gone = ["companion", "light", "lit"] if len(rest) < 3 else gone
        told.append(writer.adds(topic, blanks | dict.fromkeys(gone, ""), len(told) == first))
    answer = " ".join(told)
    claims = dict.fromkeys((*opening.claims, *writer.stated(answer)))
    if skin:
        claims[Claim("subject", blanks["person"], skin)] = None
    return [Said(Turn(sentence(writer.one(writer.material.details, blanks)), answer), tuple(claims))]


def reasoning(writer: Writer, forms: Sequence[Form]) -> list[Said]:
    """A question that takes thought, and an answer that says why."""
    blanks = _reasoned(writer, writer.head)
    known = [(ask, say) for ask, say in writer.material.reasons if fits(ask, blanks) and fits(say, blanks)]
    if not known:
        raise Nothing("no reason fits")
    ask, say = writer.rng.choice(known)
    answer = sentence(writer.filled(say, blanks))
    return [Said(Turn(sentence(writer.filled(ask, blanks)), answer), writer.stated(answer))]


def vqa(writer: Writer, forms: Sequence[Form]) -> list[Said]:
    """Precise questions in the planned forms. Where nothing is surely not so, none is for yes or no.

    Each about another part; an open question is left out where no part is left, one for yes or no never, so that yes
    and no stay as many as they were planned.
    """
    topics = list(writer.material.topics)
    writer.rng.shuffle(topics)
    if not any(map(_MAY["no"], topics)):
        forms = ["wh" for _ in forms]
    rest = [topic for topic in topics if topic.value and topic.part not in ("head", "person")]
    head = len(rest) < len(forms) or writer.rng.random() < 0.6
    chosen: dict[int, Topic] = {}
    for i in sorted(range(len(forms)), key=lambda i: (i > 0, forms[i] not in ("yes", "no"), i)):
        may = [topic for topic in topics if _MAY[forms[i]](topic) and _short(writer, topic, forms[i])]
        # what the picture is about is asked first, or later questions would have told it
        free = [t for t in may if t not in chosen.values() and (t.part not in ("head", "person") or i == 0)]
        free.sort(key=lambda t: i == 0 and head and t.part != "head")
        if free or (may and (forms[i] in ("yes", "no") or not chosen)):
            chosen[i] = (free or may)[0]
    if not chosen:
        raise Nothing("nothing to answer in a word or two")
    said: list[Said] = []
    for i, topic in sorted(chosen.items()):
        said += _new(said, lambda topic=topic, form=forms[i]: _ask(writer, topic, form))  # type: ignore[misc]
    return said


def negative(writer: Writer, forms: Sequence[Form]) -> list[Said]:
    """A question that states what is false or asks about what is not there, and an answer that puts it right."""
    topics = [topic for topic in writer.material.topics if topic.others]
    writer.rng.shuffle(topics)
    there = [topic for topic in topics if topic.value]
    if there and "asks" not in forms:
        ways = [writer.correct] if there[0].part == "head" else [writer.correct, writer.mend]
        return [writer.rng.choice(ways)(there[0])]
    # about a thing that is not there, or about the head as if it were another
    about = [topic for topic in topics if topic.part in ("absence", "head")]
    if not about:
        raise Nothing("nothing that is surely not so")
    return [writer.mend(max(about, key=lambda topic: (topic.part == "absence") + writer.rng.random() * 1.3))]


def _opening(writer: Writer, blanks: Mapping[str, str], aged: float = 0.5) -> Said:
    """A description. `aged`: how often who is shown is named with an age."""
    if not blanks["age"] or writer.rng.random() > aged:
        return writer.describe(blanks)
    named = {"a_person": blanks["a_grown"], "A_person": blanks["A_grown"]}
    return writer.describe({**blanks, **named})


def _reasoned(writer: Writer, head: Topic) -> dict[str, str]:
    """The blanks of a question that takes thought."""
    rng, known = writer.rng, writer.blanks
    by_part = {topic.part: topic for topic in writer.material.topics}
    others = rng.sample(head.others, min(2, len(head.others)))
    other, another = (*others, "", "")[:2]
    place, colour = by_part.get("place"), by_part.get("colour")
    who = known["it"] if known["person"] else f"the {known['who']}"
    blanks = known | {
        "statement": writer.says(head, alone=True),
        "there": f"{who} {known['is']} {known['where']}" if place else "",
        "value": head.value,
        "other": other,
        "another": another,
        "Other": re.sub(r"^an? ", "", other).capitalize(),
        "elsewhere": rng.choice(place.others) if place and place.others else "",
        "indoors": known["inside"] if known["inside"] == "indoors" else "",
        "outdoors": known["inside"] if known["inside"] == "outdoors" else "",
        "other_colour": rng.choice(colour.others) if colour and colour.others else "",
    }
    return blanks if known["count"] else blanks | {"more": "", "fewer": ""}


def _bare(writer: Writer) -> dict[str, str]:
    """What is known without what a later sentence can add. Where the medium is the head, it stays."""
    blanks = writer.blanks
    style = writer.material.topics and blanks["medium"] == writer.head.value
    left = ("where", "scenery", "light", "lit", "companion", *(() if style else ("medium",)))
    return blanks | dict.fromkeys(left, "")


def _untold(writer: Writer, opening: Turn) -> list[Topic]:
    """The topics beside the head that an opening leaves open."""
    told, lit = f"{opening.question} {opening.answer}", writer.blanks["person"]
    rest = [topic for topic in writer.material.topics[1:] if not names(told, topic.value or "\0")]
    return [topic for topic in rest if topic.part != "person" or not names(told, lit)]


def _asked(writer: Writer, topic: Topic, yes: bool = False) -> Said:
    """A turn of any form about a topic; for yes where that is wanted and possible."""
    if not topic.value:
        return writer.no(topic, plain=True)
    forms: tuple[Form, ...] = ("wh", "wh", "wh", "yes", "yes", "no", "no", "right first", "right second")
    form = "yes" if yes and _MAY["yes"](topic) else writer.rng.choice(forms)
    return _ask(writer, topic, form if _MAY[form](topic) else "wh" if _MAY["wh"](topic) else "yes")


def _ask(writer: Writer, topic: Topic, form: Form) -> Said:
    match form:
        case "yes":
            return writer.yes(topic)
        case "no":
            return writer.no(topic)
        case "wh":
            return writer.open(topic)
        case _:
            return writer.choose(topic, form == "right first")


def _short(writer: Writer, topic: Topic, form: Form) -> bool:
    """Whether the answer is a word or two, where that is wanted."""
    return not writer.brief or form in ("yes", "no") or len(bare(topic.value).split()) <= BRIEFLY


def _new(said: Sequence[Said], way: Callable[[], Said]) -> list[Said]:
    """One more turn, if it can be worded without a sentence that was said before; else none."""
    before = {text for one in said for text in _sentences(one.turn)}
    for _ in range(_TRIES):
        one = way()
        if before.isdisjoint(_sentences(one.turn)):
            return [one]
    return []


def _sentences(turn: Turn) -> list[str]:
    """Those of a question and of its answer, unless that is a mere word or two."""
    return [text for text in re.split(r"(?<=[.?!]) ", f"{turn.question} {turn.answer}") if text[-1] in ".?!"]


SHAPES: Mapping[DialogueKind, Callable[[Writer, Sequence[Form]], list[Said]]] = MappingProxyType(
    {
        "describe": describe,
        "conversation": conversation,
        "detail": detail,
        "reasoning": reasoning,
        "vqa": vqa,
        "negative": negative,
        "counterpart": describe,
    }
)
