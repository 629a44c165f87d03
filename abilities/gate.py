"""Which written prompts may be rendered: English, of what was ordered, drawable, and nothing kept for the benchmark."""

from collections.abc import Iterable

from abilities.replies import PromptReply
from synthgen.kit.drawable import fault
from synthgen.kit.language import foreign
from synthgen.kit.people import GENDERS
from synthgen.kit.words import content_words, missing_words
from synthgen.types import Fields, Reject, Slot


def against(
    written: PromptReply, slot: Slot, vocabulary: frozenset[str], reserved: Iterable[str], lettering: bool
) -> Reject | None:
    """What speaks against the parts of a prompt; None if nothing does."""
    fields = written.fields()
    strange = foreign(written.keywords(), vocabulary)
    if strange:
        return Reject(slot.id, "prompt", "other language", strange[:80])
    if missing_words(slot.cell.subject, fields.subject):
        return Reject(slot.id, "prompt", "not the ordered subject", f"{fields.subject}, not {slot.cell.subject}"[:120])
    if other := _another_person(fields, slot.cell):
        return Reject(slot.id, "prompt", "not the ordered person", f"{other}, not {slot.cell.person}")
    if kept := _named(reserved, fields.subject, slot.cell.subject):
        return Reject(slot.id, "prompt", "reserved for the benchmark", kept)
    if wrong := fault(fields, lettering):
        return Reject(slot.id, "prompt", *wrong)
    return None


def _another_person(fields: Fields, ordered: Fields) -> str:
    """The word for somebody else than who was ordered, in the head or as the person."""
    if not ordered.person:
        return ""
    said = (fields.person, *content_words(fields.subject))
    return next((word for word in said if word in GENDERS and word != ordered.person), "")


def _named(keywords: Iterable[str], head: str, ordered: str) -> str:
    """A keyword that a head names beyond what was ordered: "red panda" where "panda" was."""
    said, asked = set(content_words(head)), set(content_words(ordered))
    if said <= asked:
        return ""
    return next((k for k in keywords if (words := set(content_words(k))) and words <= said and not words <= asked), "")
