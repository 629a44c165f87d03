"""What a dialogue may rest on, and what becomes of one whose claims the picture does not confirm.

A dialogue may say what the renderer is trusted for and what a check of the picture found confirmed. Where a `Witness`
(`qc.judge`) mends what is written, it may say all that the prompt does: what stays unconfirmed is cut before the
dialogue is stored. Rows that are stored never change.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from synthgen.checks import Check, Heard, Witness
from synthgen.interfaces import LLM, Ability, Desk
from synthgen.kit.statements import statement
from synthgen.kit.words import content_words
from synthgen.measure import About, Samples
from synthgen.types import Claim, ClaimType, Dialogue, Known, Picture, Prompt, Reject, Reply, Request, Score, Slot

ASKED: frozenset[ClaimType] = frozenset(get_args(ClaimType)) - {"absence", "opinion"}
"""What a witness can be asked about. Absence is left to renderers whose world is closed: what one does not find in a
picture of 336 pixels may still be there."""


def mender(checks: Mapping[str, Check]) -> Witness | None:
    """The check that mends dialogues before they are stored; None if there is none."""
    return next((check for check in checks.values() if isinstance(check, Witness) and check.repair), None)


def informing(checks: Mapping[str, Check]) -> dict[str, Check]:
    """Those that what is written depends on: they confirm facts, or mend."""
    return {n: c for n, c in checks.items() if type(c).facts is not Check.facts or isinstance(c, Witness) and c.repair}


def known_of(trusted: Known, checks: Mapping[str, Check], scores: Mapping[str, Score], prompt: Prompt) -> Known:
    """What the dialogue of one picture may rest on. `trusted`: what holds for all pictures of the renderer."""
    found = [fact for name, check in checks.items() if name in scores for fact in check.facts(scores[name], prompt)]
    asserts = trusted.asserts | ASKED if mender(checks) else trusted.asserts
    return Known(asserts, tuple(dict.fromkeys([*trusted.facts, *found])))


@dataclass(frozen=True)
class Draft:
    """What a dialogue is written about."""

    slot: Slot
    prompt: Prompt
    known: Known
    picture: Picture


@dataclass(frozen=True)
class Mending:
    """Has dialogues heard, and mends those that say what is not confirmed. The same input gives the same dialogues."""

    witness: Witness
    llm: LLM
    """Who writes."""
    trusted: Known
    about: About
    desk: Desk

    def mended(self, ability: Ability, written: Sequence[tuple[Draft, Dialogue]]) -> Iterator[Dialogue | Reject]:
        """One answer per dialogue, in any order; none for those that could not be heard, since the run ends."""
        again: dict[str, tuple[Draft, Dialogue, list[Claim]]] = {}
        for draft, dialogue, doubted in self._doubted(written):
            if not doubted:
                yield dialogue
            elif self.witness.repair == "reject":
                said = "; ".join(f"{claim.type} {claim.value or claim.subject!r}" for claim in doubted)
                yield Reject(dialogue.id, "dialogue", "a claim is not confirmed", said)
            elif self.witness.repair == "cut":
                yield ability.without(dialogue, draft.slot, draft.prompt, draft.known, doubted)
            else:
                again[dialogue.id] = _told(draft, doubted), dialogue, doubted
        if again:
            yield from self._rewritten(ability, again)

    def _rewritten(
        self, ability: Ability, again: Mapping[str, tuple[Draft, Dialogue, list[Claim]]]
    ) -> Iterator[Dialogue | Reject]:
        """Asked again once; what is still not confirmed is cut. Where nothing of use comes, the first one is cut."""
        second: list[tuple[Draft, Dialogue]] = []
        for answer in self.llm.complete(self._requests(ability, again), self.desk):
            draft, first, doubted = again[answer.id]
            if isinstance(answer, Reply) and isinstance(
                read := ability.read_dialogue(draft.slot, draft.prompt, draft.known, answer), Dialogue
            ):
                second.append((draft, read))
            else:
                yield ability.without(first, draft.slot, draft.prompt, draft.known, doubted)
        for draft, dialogue, doubted in self._doubted(second):
            known = draft.known
            yield ability.without(dialogue, draft.slot, draft.prompt, known, doubted) if doubted else dialogue

    def _requests(
        self, ability: Ability, again: Mapping[str, tuple[Draft, Dialogue, list[Claim]]]
    ) -> Iterator[Request]:
        for draft, _, _ in again.values():
            yield ability.ask_dialogue(draft.slot, draft.prompt, draft.known)

    def _doubted(self, written: Sequence[tuple[Draft, Dialogue]]) -> Iterator[tuple[Draft, Dialogue, list[Claim]]]:
        """The claims of each dialogue that must not stand."""
        prompts, pictures = [draft.prompt for draft, _ in written], [draft.picture for draft, _ in written]
        samples = Samples(prompts, pictures, [dialogue for _, dialogue in written], about=self.about, desk=self.desk)
        for (draft, dialogue), heard in zip(written, self.witness.hear(samples), strict=True):
            if heard is not None:
                yield draft, dialogue, [c for c in dialogue.claims if not self._stands(c, heard, draft.known)]

    def _stands(self, claim: Claim, heard: Heard, known: Known) -> bool:
        """Whether a claim is confirmed; of one that nobody could answer for, whether it was known anyway."""
        margin = heard.margins.get(claim)
        if margin is not None:
            return margin >= self.witness.confirms
        words = set(content_words(claim.value or claim.subject))
        told = any(words <= set(content_words(fact)) for fact in known.facts)
        return claim.type in self.trusted.asserts or told


def _told(draft: Draft, doubted: Sequence[Claim]) -> Draft:
    """The same, with what must not be said again."""
    said = [statement(claim) or f"{claim.type}: {claim.value or claim.subject}" for claim in doubted]
    return replace(draft, known=replace(draft.known, denied=tuple(dict.fromkeys(said))))
