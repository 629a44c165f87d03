"""What a writer replies to an order for an item, and whether it may stand."""

import re
from collections.abc import Iterator, Sequence
from random import Random
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from abilities.forms import misfit
from eval_bench.generated.asked import OPTIONS
from eval_bench.generated.cells import STYLE_OF
from eval_bench.types import Style
from synthgen.kit.claims import check
from synthgen.kit.clean import data, lines
from synthgen.kit.hashes import seed_of
from synthgen.kit.json_reply import NotTheForm, read
from synthgen.kit.words import content_words, forms, names
from synthgen.types import AnswerKey, Dialogue, Form, Known, Prompt, Reject, Reply, Slot, Turn

LONGEST = 20
"""The most words of a reference answer."""
_ENDS = re.compile(r"[.?!]\s")
_OR = re.compile(r"\bor\b", re.I)
Word = Annotated[str, Field(min_length=1, max_length=80)]


class ItemReply(BaseModel):
    """A question, the answer to it, and by what answers are marked."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    style: Style
    question: str = Field(min_length=1, max_length=300)
    answer: str = Field(min_length=1, max_length=300)
    accept: list[Word] = Field(min_length=1, max_length=30)
    refuse: list[Word] = Field(max_length=30)
    options: list[Word] = Field(max_length=5)


def item_of(slot: Slot, prompt: Prompt, known: Known, reply: Reply, noun: str, names_head: bool) -> Dialogue | Reject:
    """`noun`: what the ability calls its subjects; `names_head`: the head has to come up in question or answer."""
    try:
        parsed = read(reply.text, ItemReply)
    except NotTheForm as e:
        return Reject(slot.id, "dialogue", "not the asked-for form", str(e))
    form, turn = slot.forms[0], Turn(lines(parsed.question), lines(parsed.answer))
    given = AnswerKey(*(tuple(_plain(row)) for row in (parsed.accept, parsed.refuse, parsed.options)))
    faults = [*_of_turn(turn, form, parsed.style), *([] if form in ("yes", "no") else _of_key(turn, form, given))]
    if names_head and form != "no" and not _touches(prompt.head, f"{turn.question} {turn.answer}"):
        faults.append(f"it does not name {prompt.head!r}")
    if faults:
        return Reject(slot.id, "dialogue", "item: not what was ordered", faults[0])
    checked = check([turn], (), prompt, known, noun)
    if not checked.turns:
        claim, why = checked.refused[0]
        return Reject(slot.id, "dialogue", "says more than is known", f"{claim.type} {claim.value!r}: {why}")
    return Dialogue(slot.id, "item", (turn,), checked.claims, key=_key(slot, form, given))


def says(text: str, phrase: str) -> bool:
    """Whether a text has the words of a phrase one after the other, in any of their forms."""
    said, wanted = _words(text), [forms(word) for word in _words(phrase)]
    spans = (said[i : i + len(wanted)] for i in range(len(said) - len(wanted) + 1))
    return bool(wanted) and any(all(word in form for word, form in zip(span, wanted, strict=True)) for span in spans)


def marked_right(text: str, key: AnswerKey) -> bool:
    """What a keyword scorer makes of an answer that denies nothing."""
    return any(says(text, word) for word in key.accept) and not any(says(text, word) for word in key.refuse)


def _of_turn(turn: Turn, form: Form, style: Style) -> Iterator[str]:
    """What a question and its answer lack."""
    if style != STYLE_OF[form]:
        yield f"the style is {style}, not {STYLE_OF[form]}"
    if not turn.question.endswith("?") or _ENDS.search(turn.question):
        yield "the question is not one sentence that ends with a question mark"
    if len(turn.answer.split()) > LONGEST:
        yield f"the answer has more than {LONGEST} words"
    if fault := misfit(turn, form, brief=False):
        yield fault


def _of_key(turn: Turn, form: Form, key: AnswerKey) -> Iterator[str]:
    """What marks answers wrongly."""
    others = {*key.refuse, *key.options}
    if twice := [word for word in key.accept for other in others if says(other, word) or says(word, other)]:
        yield f"{twice[0]!r} is right and wrong"
    if not marked_right(turn.answer, key):
        yield "the reference answer would be marked wrong"
    if any(marked_right(_swapped(turn.answer, key, other), key) for other in key.refuse):
        yield "a wrong answer would be marked right"
    if form == "wh":
        if told := [word for word in key.accept if says(turn.question, word)]:
            yield f"the question gives {told[0]!r} away"
        if key.options and len(key.options) < OPTIONS:
            yield f"fewer than {OPTIONS} other options"
    else:
        if len(_OR.findall(turn.question)) != 1:
            yield "the question does not name two things"
        if not any(says(turn.question, word) for word in key.accept):
            yield "the question does not name the right one"
        if not any(says(turn.question, word) for word in key.refuse):
            yield "the question does not name the wrong one"


def _swapped(answer: str, key: AnswerKey, other: str) -> str:
    """The answer of one who takes it for the other."""
    for word in key.accept:
        answer = re.sub(rf"\b{re.escape(word)}\b", other, answer, flags=re.I)
    return answer if says(answer, other) else f"{answer} {other}"


def _key(slot: Slot, form: Form, given: AnswerKey) -> AnswerKey:
    if form in ("yes", "no"):
        return AnswerKey((form,), (), ("yes", "no"))
    options = [given.accept[0], *given.options] if given.options else []
    Random(seed_of(slot.seed, slot.index, "options")).shuffle(options)
    return AnswerKey(given.accept, given.refuse, tuple(options))


def _touches(head: str, text: str) -> bool:
    said = set(content_words(text))
    return any(names(word) & said for word in content_words(head))


def _plain(words: Sequence[str]) -> list[str]:
    """Each once, in small letters."""
    return list(dict.fromkeys(data(word, 80).strip(" .").lower() for word in words if word.strip(" .")))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:'[^\W_]+)?", text.lower())
