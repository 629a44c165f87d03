"""What a text is about, without its words for style, medium, light, mood and care: are two texts one in disguise?

"((owl)), forest, watercolor, soft light, 8k" and "((Owls)), forest, realistic, 4k" have the content "owl | forest".
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from synthgen.kit.prompt_text import NUMBERS, QUALITY, heads
from synthgen.kit.words import content_words, singular


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_STYLE = _set(
    """
    style realistic photorealistic hyperrealistic realism photo photograph photography shot render rendering painting
    drawing illustration artwork art sketch watercolor watercolour gouache cartoon cartoonish anime mosaic cutout
    collage engraving etching stained fresco impressionist pointillist cubist monochrome
    light lighting lit shadow shading glow glowing shiny shining vibrant vivid colorful color colour colored tone
    palette dream dreamy mysterious moody mood atmosphere atmospheric ambiance dramatic cinematic volumetric
    detail detailed intricate carving resolution quality sharp focus crisp masterpiece bokeh hdr uhd hd
    """
)
"""A keyword of these words, or a run of them in a sentence, says how a picture looks, not what it shows."""
_WITH_STYLE = _set(
    """
    soft softly warm cool golden dim dimly bright brightly muted deep natural ambient gentle harsh low high ultra very
    highly fine best award winning professional simple elegant beautiful bold rich
    35 mm oil pixel comic book flat poly pastel crayon pencil paper glass window embroidered acrylic charcoal ink chalk
    digital vector line 3d black white rule third depth field
    """
)
"""Words of style where they stand beside one of those: in "oil painting", "golden light"; not in "golden retriever"."""
_TALK = _set(
    """
    image picture scene see seen view visible look show showing shown depict depicting depicted feature featuring
    featured capture capturing captured display displaying displayed present presenting presented portray portrayed
    portraying
    """
)
"""Words about the picture as a picture."""
_NOT = re.compile(r"\b(?:no|not|none|never|nothing|neither|without)\b|n['\u2019]t\b", re.IGNORECASE)


def head_of(text: str) -> str:
    """What stands in double round brackets, whatever its case and number: "((Three red balloons))" -> "red balloon".

    Empty where a text has none. Several heads are one, in their order.
    """
    words = [word for head in heads(text) for word in content_words(head)]
    return " ".join(singular(word) for word in words if word not in NUMBERS)


def content(text: str) -> str:
    """The content words of a text in one form and order; two texts of the same content have the same.

    Of a prompt, the head comes first and keeps all its words: "owl | forest". Words of other texts are sorted, each
    once; one that denies something holds "not".
    """
    found = heads(text)
    if not found:
        return " ".join(sorted({*_content(text), *(["not"] if _NOT.search(text) else [])}))
    rest = re.sub(r"\(\(.*?(?:\)\)|(?=,)|$)", "", text)
    count = {word for head in found for word in head.lower().split() if word in NUMBERS}
    return f"{head_of(text)} | {' '.join(sorted({*_content(rest), *count}))}".strip()


def _content(text: str) -> Iterator[str]:
    for part in re.split(r"[^\w\s'\u2019-]+", text.lower()):
        if part.strip() in QUALITY:
            continue
        for may_be_style, run in groupby(_WORD.findall(part), lambda word: _known(word)[0] > 0):
            words = [_known(word) for word in run]
            if not (may_be_style and any(style == 2 for style, _ in words)):
                yield from (one for _, ones in words for one in ones)


_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)?")


@lru_cache(maxsize=50_000)
def _known(word: str) -> tuple[int, tuple[str, ...]]:
    """How far a word is one of style (0; 1: beside another; 2: by itself), and what it adds to the content."""
    one = singular(word)
    style = 2 if one in _STYLE or re.fullmatch(r"\d+k", word) else 1 if one in _WITH_STYLE else 0
    words = () if _NOT.search(word) else content_words(word)
    return style, tuple(one for found in words if (one := singular(found)) not in _TALK)
