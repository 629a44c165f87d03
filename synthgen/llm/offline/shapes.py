"""The kinds of dialogue, one function each, out of what is known of a picture. Luck comes from the slot alone."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from synthgen.kit.patterns import fits, sentence
from synthgen.llm.offline.turns import Nothing, Said, Writer
from synthgen.types import DialogueKind, Topic, Turn

BRIEFLY = ("Answer with one word or a short phrase.", "A word or a short phrase will do.", "Answer in a few words.")
BRIEF = 0.4
"""Share of the precise questions that ask for a short answer."""


def describe(writer: Writer) -> list[Said]:
    """An open question, and a sentence."""
    return [writer.describe(writer.material.blanks)]


def conversation(writer: Writer) -> list[Said]:
    """Two to four turns: what is shown, then what was not said yet."""
    rng = writer.rng
    opening = writer.describe(writer.material.blanks if rng.random() < 0.4 else _bare(writer))
    # what cannot be mistaken is asked about less often
    untold = [topic for topic in _untold(writer, opening) if topic.others or rng.random() < 0.3]
    rng.shuffle(untold)
    turns = [turn for topic in untold if (turn := _asked(writer, topic))]
    if turns:
        return [opening, *turns[: rng.randint(1, 3)]]
    return [writer.no(writer.head), opening]


def detail(writer: Writer) -> list[Said]:
    """A request for everything, and a sentence for each thing that is known."""
    opening = writer.describe(_bare(writer))
    untold = [topic for topic in _untold(writer, opening) if topic.value]
    if not untold:
        raise Nothing("the prompt says nothing beside its head")
    writer.rng.shuffle(untold)
    told = " ".join([opening.turn.answer, *(sentence(writer.says(topic, alone=True)) for topic in untold)])
    question = sentence(writer.one(writer.material.details, writer.material.blanks))
    return [Said(Turn(question, told), writer.stated(told))]


def reasoning(writer: Writer) -> list[Said]:
    """A question that takes thought, and an answer that says why."""
    blanks = _reasoned(writer, writer.head)
    known = [(ask, say) for ask, say in writer.material.reasons if fits(ask, blanks) and fits(say, blanks)]
    if not known:
        raise Nothing("no reason fits")
    ask, say = writer.rng.choice(known)
    answer = sentence(writer.filled(say, blanks))
    return [Said(Turn(sentence(writer.filled(ask, blanks)), answer), writer.stated(answer))]


def vqa(writer: Writer) -> list[Said]:
    """One to three precise questions: half of them for yes or no, each as often; the others open or with a choice."""
    rng = writer.rng
    briefly = rng.choice(BRIEFLY) if rng.random() < BRIEF else ""
    topics, found = list(writer.material.topics), []
    rng.shuffle(topics)
    for _ in range(rng.randint(1, 3)):
        ask = rng.choice([writer.yes, writer.no] if rng.random() < 0.5 else [writer.open, writer.choose])
        for topic in topics:
            said = _tried(ask, topic, briefly)
            if said:
                found.append(said)
                topics.remove(topic)
                break
    if not found:
        raise Nothing("the prompt says too little")
    return found


def negative(writer: Writer) -> list[Said]:
    """A question that takes for granted what is not so, and an answer that puts it right."""
    topics = list(writer.material.topics)
    writer.rng.shuffle(topics)
    for topic in topics:
        said = _tried(lambda topic, _: writer.mend(topic), topic)
        if said:
            return [said]
    raise Nothing("nothing that is surely not so")


def _reasoned(writer: Writer, head: Topic) -> dict[str, str]:
    """The blanks of a question that takes thought."""
    rng, known = writer.rng, writer.material.blanks
    places = (topic for topic in writer.material.topics if topic.value and topic.value == known["where"])
    elsewhere = [other for topic in places for other in topic.others]
    blanks = known | {
        "statement": writer.says(head, alone=True),
        "value": head.value,
        "other": rng.choice(head.others) if head.others else "",
        "elsewhere": rng.choice(elsewhere) if elsewhere else "",
    }
    return blanks if known["count"] else blanks | {"more": "", "fewer": ""}


def _bare(writer: Writer) -> dict[str, str]:
    """What is known without what a later sentence can add. Where the medium is the head, it stays."""
    blanks = writer.material.blanks
    style = writer.material.topics and blanks["medium"] == writer.head.value
    return blanks | {"where": "", "light": ""} | ({} if style else {"medium": ""})


def _untold(writer: Writer, opening: Said) -> list[Topic]:
    """The topics beside the head that an opening leaves open."""
    told = opening.turn.answer.lower()
    return [topic for topic in writer.material.topics[1:] if not topic.value or topic.value.lower() not in told]


def _asked(writer: Writer, topic: Topic) -> Said | None:
    """A turn of any form about a topic; None where it allows of none."""
    ways = [writer.open, writer.open, writer.yes, writer.no, writer.choose]
    writer.rng.shuffle(ways)
    return next((said for way in ways if (said := _tried(way, topic))), None)


def _tried(way: Callable[[Topic, str], Said], topic: Topic, briefly: str = "") -> Said | None:
    try:
        return way(topic, briefly)
    except Nothing:
        return None


SHAPES: Mapping[DialogueKind, Callable[[Writer], list[Said]]] = MappingProxyType(
    {
        "describe": describe,
        "conversation": conversation,
        "detail": detail,
        "reasoning": reasoning,
        "vqa": vqa,
        "negative": negative,
    }
)
