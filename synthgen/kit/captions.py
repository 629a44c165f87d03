"""What a picture should show, and what else its ability could have shown, as captions that an embedder compares."""

from collections.abc import Sequence
from random import Random

import numpy as np
from numpy.typing import NDArray

from synthgen.checks import Batch
from synthgen.kit.near import apart
from synthgen.kit.prompt_text import coloured, sentence
from synthgen.sight import Embedder, Vectors
from synthgen.types import Fields, Prompt, Vocabulary


def caption(fields: Fields, head: str) -> str:
    """A head in the place of a picture's own: "a red car", "three cats", "a woman running", "a woodcut of a daisy".

    Nothing else of the prompt is said, for it may be missing in a picture that shows its head.
    """
    if fields.subject == fields.medium:  # `style`: the head is the medium, and what it depicts is a companion
        shown = Fields(head, medium=head, companions=fields.companions[:1])
    else:
        shown = Fields(head, count=fields.count, person=fields.person)
    text = sentence(shown).rstrip(".")
    return text[:1].lower() + text[1:]


def vocabulary(batch: Batch, prompt: Prompt) -> Vocabulary:
    """The words of a prompt's ability; none where the ability is not known."""
    return batch.vocabularies.get(prompt.id.rpartition("-")[0], Vocabulary(()))


def rivals(fields: Fields, words: Vocabulary, rng: Random, most: int) -> list[str]:
    """At most so many heads of the ability, drawn by `rng`, which nobody would take for the picture's own.

    Where heads have colors ("red car"), they are other things of its color, and its thing in other colors.
    """
    colour = next((word for word in words.colours if word in fields.subject.split()), "")
    thing = " ".join(word for word in fields.subject.split() if word != colour)
    others = [(word, False) for word in words.heads]
    others += [(word, True) for word in words.colours if word and colour]
    found: list[str] = []
    for word, is_colour in rng.sample(others, len(others)):
        if apart(word, colour if is_colour else thing):
            found.append(coloured(thing, word) if is_colour else coloured(word, colour))
        if len(found) == most:
            break
    return found


def cosines(embedder: Embedder, pictures: Vectors, captions: Sequence[Sequence[str]]) -> list[NDArray[np.float32]]:
    """Of each picture with its own captions; NaN where either cannot be read. Each caption is embedded once.

    One picture at a time: the last bit of a matrix product depends on how many rows it has, and so on the range.
    """
    places = {text: i for i, text in enumerate(dict.fromkeys(text for some in captions for text in some))}
    if not places:
        return [np.zeros(0, np.float32) for _ in captions]
    vectors = embedder.captions(list(places))
    own = (vectors[[places[text] for text in some]] for some in captions)
    return [(mine * picture).sum(1) for picture, mine in zip(pictures, own, strict=True)]


def rounded(value: float) -> float | None:
    """A figure as it is stored; None for NaN: not measured."""
    return None if np.isnan(value) else round(float(value), 5)
