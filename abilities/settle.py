"""What of a written dialogue may stand: turns that ask what was ordered, and say no more than is known."""

from collections.abc import Collection
from dataclasses import replace
from random import Random

from abilities.forms import misfit
from abilities.topics import Formats
from synthgen.kit.claims import check, said_by
from synthgen.kit.hashes import seed_of
from synthgen.types import Claim, Dialogue, DialogueKind, Known, Prompt, Reject, Slot, Turn


def settled(
    dialogue: Dialogue, slot: Slot, prompt: Prompt, known: Known, noun: str, question: str, formats: Formats
) -> Dialogue | Reject:
    """The dialogue without turns that must not be, or a Reject if too little is left.

    `question`: what the first turn had to ask; "" if that was left to the writer.
    """
    turns, english = dialogue.turns, dialogue.in_english
    if question:
        english = (replace(english[0], question=question), *english[1:])
        turns = turns if dialogue.translated else english
    faults = [_misfit(turn, slot, i) for i, turn in enumerate(english)]
    fitting = [turn for turn, fault in zip(english, faults, strict=True) if not fault]
    if not fitting:
        return Reject(slot.id, "dialogue", "not what was ordered", f"{slot.kind}: {faults[0]}")
    checked = check(fitting, dialogue.claims, prompt, known, noun)
    stands = [not fault and turn in checked.turns for turn, fault in zip(english, faults, strict=True)]
    if not any(stands) or (slot.kind == "conversation" and not stands[0]):
        claim, why = checked.refused[0]
        said = f"{claim.type} {claim.value or claim.subject!r}: {why}"
        return Reject(slot.id, "dialogue", "says more than is known", said)
    kept = [i for i, stand in enumerate(stands) if stand]
    plain = [_asked_briefly(english[i], slot, i, formats) for i in kept]
    return replace(
        dialogue,
        kind=_kind(dialogue.kind, slot, len(kept)),
        turns=tuple(turns[i] for i in kept) if dialogue.translated else tuple(plain),
        translated=tuple(plain) if dialogue.translated else (),
        claims=checked.claims,
    )


def without(
    dialogue: Dialogue, slot: Slot, prompt: Prompt, known: Known, noun: str, doubted: Collection[Claim]
) -> Dialogue | Reject:
    """The dialogue without the turns that say one of these claims, or a Reject if too little is left.

    A conversation needs its opening: what follows builds on it.
    """
    english = dialogue.in_english
    says = [frozenset(said) for said in said_by(english, dialogue.claims, prompt, known, noun)]
    kept = [i for i, said in enumerate(says) if said.isdisjoint(doubted)]
    if not kept or (dialogue.kind == "conversation" and kept[0] > 0):
        claim = next(iter(doubted))
        said = f"{claim.type} {claim.value or claim.subject!r}"
        return Reject(slot.id, "dialogue", "no turn is left whose claims are confirmed", said)
    left = frozenset().union(*(says[i] for i in kept))
    return replace(
        dialogue,
        kind=_kind(dialogue.kind, slot, len(kept)),
        turns=tuple(dialogue.turns[i] for i in kept),
        translated=tuple(dialogue.translated[i] for i in kept) if dialogue.translated else (),
        claims=tuple(claim for claim in dialogue.claims if claim in left and claim not in doubted),
    )


def _kind(kind: DialogueKind, slot: Slot, turns: int) -> DialogueKind:
    """What is left of a conversation when only its opening stands is a description."""
    return "describe" if slot.kind == "conversation" and turns == 1 else kind


def _misfit(turn: Turn, slot: Slot, index: int) -> str:
    if slot.kind not in ("vqa", "negative"):
        return ""
    return misfit(turn, slot.forms[index], slot.brief) if index < len(slot.forms) else "more turns than ordered"


def _asked_briefly(turn: Turn, slot: Slot, index: int, formats: Formats) -> Turn:
    """With the sentence that asks for a short answer, where the plan wants one."""
    if not slot.brief:
        return turn
    return replace(turn, question=f"{turn.question} {how_to_answer(slot, index, formats)}")


def how_to_answer(slot: Slot, index: int, formats: Formats) -> str:
    """The sentence that asks for a short answer to one turn of a slot."""
    form, rng = slot.forms[index], Random(seed_of(slot.seed, slot.index, "format", index))
    if form in ("yes", "no"):
        return rng.choice(formats["yes_no"])
    return rng.choice(formats["choice"] if form.startswith("right") else formats["phrase"])
