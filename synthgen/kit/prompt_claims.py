"""What a prompt says of its picture and somebody can measure, as typed claims: one thing each, so that a color that is
wrong does not take the subject with it.

    ((three red apples)), kitchen, watercolor
    subject apple; colour red; count 3; place kitchen; medium watercolor
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from synthgen.kit.colour_names import NAMES
from synthgen.kit.statements import claims_of, parted
from synthgen.types import Claim, ClaimType, Fields

MEASURED: frozenset[ClaimType] = frozenset({"subject", "colour", "count", "place", "medium", "object"})
_COLOURLESS = re.compile(
    r"\b(?:black and white|monochrome|gr[ae]yscale|sepia|pencil|charcoal|graphite|ink|ballpoint|etching|engraving|"
    r"woodcut|linocut|copperplate|lithograph|blueprint|cyanotype|chalkboard|silhouette|thermal|infrared|x-ray|neon|"
    r"pop art|halftone|duotone|risograph|screen print|ukiyo-e|vintage|polaroid|cubis[mt]|statue|sculpture|relief|"
    r"figure|carving|line art|stencil|daguerreotype)"
)


def measurable(fields: Fields) -> Iterator[Claim]:
    """Relations, poses and persons are not among them: only somebody who answers questions can tell those."""
    colour, thing = colour_of(fields)
    for claim in claims_of(fields):
        if claim.type == "subject" and claim.value == fields.subject == fields.medium:
            yield Claim("medium", "picture", fields.medium)
        elif claim.type == "subject" and claim.value == fields.subject:
            yield Claim("subject", thing, thing)
            if colour:
                yield Claim("colour", parted(thing)[0] or thing, colour)
        elif claim.type in MEASURED - {"subject", "colour"}:
            yield replace(claim, subject=parted(thing)[0] or thing) if claim.type in ("count", "place") else claim


def colour_of(fields: Fields) -> tuple[str, str]:
    """The color that the subject should have, "" for none, and the subject without it: "red car" -> "red", "car".

    Only what the attributes say: a red panda is no panda that is red, and an orange no color.
    """
    row = fields.subject.split()
    asked = next((word for word in fields.attributes if word in NAMES), "")
    return asked, " ".join(word for word in row if word != asked) or fields.subject


def shows_colours(medium: str) -> bool:
    """Whether pictures in a medium have the colors of the things themselves: a watercolor, but no charcoal drawing."""
    return re.search(r"\bcolou?red", medium) is not None or not _COLOURLESS.search(medium)
