"""What a writer replies to an order for an item, and whether it may stand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from random import Random
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from abilities.forms import misfit
from eval_bench.generated.asked import OPTIONS
from eval_bench.generated.cells import STYLE_OF
from eval_bench.keywords import verdict_of
from eval_bench.types import Item, Style
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
    key = _key(slot, form, given)
    of_key = _of_marking(turn, form, key, ()) if form in ("yes", "no") else _of_words(turn, form, given)
    faults = [*_of_turn(turn, form, parsed.style), *of_key]
    if names_head and form != "no" and not _touches(prompt.head, f"{turn.question} {turn.answer}"):
        faults.append(f"it does not name {prompt.head!r}")
    if faults:
        return Reject(slot.id, "dialogue", "item: not what was ordered", faults[0])
    checked = check([turn], (), prompt, known, noun)
    if not checked.turns:
        claim, why = checked.refused[0]
        return Reject(slot.id, "dialogue", "says more than is known", f"{claim.type} {claim.value!r}: {why}")
    return Dialogue(slot.id, "item", (turn,), checked.claims, key=key)


def says(text: str, phrase: str) -> bool:
    """Whether a text has the words of a phrase one after the other, in any of their forms."""
    said, wanted = _words(text), [forms(word) for word in _words(phrase)]
    spans = (said[i : i + len(wanted)] for i in range(len(said) - len(wanted) + 1))
    return bool(wanted) and any(all(word in form for word, form in zip(span, wanted, strict=True)) for span in spans)


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


def _of_marking(turn: Turn, form: Form, key: AnswerKey, others: Sequence[str]) -> Iterator[str]:
    """What is marked wrongly; `others`: words that are not so."""
    item = Item("", "", "generated", "", "", STYLE_OF[form], turn.question, turn.answer, **asdict(key))
    if verdict_of(item, turn.answer)[0] != "right":
        yield "the reference answer would be marked wrong"
    for other in others:
        if any(verdict_of(item, said)[0] == "right" for said in (other, _swapped(turn.answer, key, other))):
            yield f"an answer with {other!r} would be marked right"


def _of_words(turn: Turn, form: Form, key: AnswerKey) -> Iterator[str]:
    """What is wrong with the words by which an answer is marked."""
    others = list(dict.fromkeys((*key.refuse, *key.options)))
    if not key.accept:
        yield "no word is accepted"
    if twice := [word for word in key.accept for other in others if says(other, word) or says(word, other)]:
        yield f"{twice[0]!r} is right and wrong"
    if form == "wh" and key.options and len(key.options) < OPTIONS:
        yield f"fewer than {OPTIONS} other options"
    yield from _of_marking(turn, form, key, others)
    if form == "wh":
        if told := [word for word in key.accept if says(turn.question, word)]:
            yield f"the question gives {told[0]!r} away"
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
    options = [given.accept[0], *given.options] if given.accept and given.options else []
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
