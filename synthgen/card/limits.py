"""What a data set cannot do, and what nobody has looked at: said on its card, from what was and was not checked."""

from collections.abc import Iterator

from synthgen.card.about import About
from synthgen.card.facts import Facts
from synthgen.kit.persons import Person

UNSAFE = ("nsfw",)
"""Checks that look whether a picture is fit to be shown."""
CONFIRMING = ("claims", "judge", "vqascore")
"""Checks that hold what a dialogue says against its picture."""


def limits(about: About, facts: Facts) -> Iterator[str]:
    """One sentence or two each."""
    yield (
        "All of it is synthetic. A model that is trained on this alone learns how such pictures look and such texts "
        "read; mix it with real data."
    )
    if "renderer" not in about.embedded:
        trusted = ", ".join(claim.replace("colour", "color") for claim in about.asserts) or "nothing"
        yield (
            f"A renderer does not always draw what its prompt asks for. Dialogues rest on the prompt for: {trusted}; "
            "for anything else only on what a check confirmed."
        )
    if not any(check in about.checks for check in CONFIRMING):
        yield "No check held what the dialogues say against the pictures."
    deciding = {one.check for one in facts.scores if one.measured}
    aside = {one.check for one in facts.scores if one.aside} - deciding
    if aside:
        named = ", ".join(sorted(aside))
        yield f"Nothing was rejected by {named}: what is measured there says nothing about what is unusual."
    if never := {one.check for one in facts.scores} - deciding - aside:
        yield f"Not scored, so nothing was rejected by it: {', '.join(sorted(never))}."
    if "renderer" not in about.embedded and not any(check in about.checks for check in UNSAFE):
        yield "Nobody looked whether a picture is unfit to be shown."
    if any(person != Person() for person in facts.people):
        yield (
            "People in the pictures do not exist. Gender, age and skin tone are how they should appear, not who "
            "anybody is; a likeness to somebody real would be chance, and nobody looked for it."
        )
    if {*facts.languages} - {"en"}:
        yield "Prompts and claims are English, and were checked in English; the other languages are translations."
    if "llm" not in about.embedded:
        yield "The texts of a language model can be wrong where no check looks: read a part before you train on them."
    yield "It was not compared with any benchmark: take out what your tests contain before you train."
