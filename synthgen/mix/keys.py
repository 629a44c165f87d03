"""What samples are told apart by when one looks for benchmark items among them: keywords, words of a turn, pictures."""

import re
from functools import lru_cache
from itertools import chain, pairwise

from synthgen.kit.content import content
from synthgen.kit.hashes import colour_signature, phash
from synthgen.kit.pictures import BrokenPicture, decode_small, grey
from synthgen.kit.words import noun
from synthgen.types import Turn


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


FEWEST_WORDS = 6
"""A turn with fewer is nobody's: {man, holding, red, umbrella} is asked and answered before a thousand pictures. From
here on a set may lack a word of another and be taken for it, which is what a copy that was edited does."""
FEWEST_ALIKE = 4
"""Of a turn that is all there is to know an item by: it has no picture and no prompt."""
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]{2,}")
"""Thai, Lao, Burmese, Khmer, Japanese, Chinese: of languages without spaces, pairs of letters are the words."""
_PARTED = re.compile(r"[,;\n\uff0c\u3001\uff1b]")
_WEIGHT = re.compile(r":\s*\d*\.?\d+(?=\s*\))")
_ASKING = _set(
    """
    account analysis analyze answer ask asked based brief briefly caption choice choose clear clearly compact complete
    comprehensive concise concisely content create describe description detailed directly elaborate element explain
    explanation feature focus following form format give given go going great happening how informative interpretation
    key kind letter main manner many mean moment much name narrative offer option photo phrase please prior provide
    provided question region relay render reply representing respond response sentence share short shortly statement
    subsequent succinct summarize summary tell terse think type visual what when where which who why word write
    """
)
"""How one asks, whatever the picture: "Describe the image concisely.", "Answer the question with a single word.\""""


def prompt_words(text: str) -> frozenset[str]:
    """The words of all keywords of a prompt, in one form, without those for style and care.

    Keywords may stand in any order, with brackets and weights: "((Peacock)), garden, (realistic:1.2), 8k" -> {peacock,
    garden}.
    """
    return frozenset(chain.from_iterable(_pieces(text).values()))


def prompt_keywords(text: str) -> frozenset[str]:
    """The same, each keyword in one piece, so that a long one counts as much as others:
    "((red owl)), barn" -> {"owl red", barn}."""
    return frozenset(" ".join(sorted(words)) for words in _pieces(text).values())


def says_more(text: str) -> bool:
    """Whether keywords that are no whole prompt say more than a head, or that is a scene: "dog" is half of all dogs."""
    said, found = _pieces(text), prompt_words(text)
    return all(len(words) < len(found) for words in said.values()) or any(map(_is_scene, said))


def turn_words(turn: Turn, fewest: int = FEWEST_WORDS) -> frozenset[str]:
    """The words of a question and its answer that say something of a picture, in one form; () if they are few."""
    text = f"{turn.question} {turn.answer}".lower().replace("-", " ").replace("/", " ")
    if not text.isascii():
        text, runs = _UNSPACED.subn(lambda run: f" {' '.join(map(''.join, pairwise(run[0])))} ", text)
        fewest = 2 * FEWEST_WORDS if runs else fewest
    found = frozenset(map(_SAID.__getitem__, text.split())) - _NOTHING
    return found if len(found) >= fewest else frozenset()


def look(data: bytes) -> tuple[int, bytes] | None:
    """Perceptual hash and color signature of a picture's file; None for one that does not open."""
    try:
        pixels = decode_small(data)
    except BrokenPicture:
        return None
    return phash(grey(pixels)), colour_signature(pixels)


def _is_scene(keyword: str) -> bool:
    """Whether it says where a thing is or what it does: "lion in an aquarium"; a "bowl of soup" is but a thing."""
    words = re.findall(r"[^\s()\[\]{}.]+", keyword.lower())
    after = words[words.index(noun(" ".join(words))) + 1 :] if words else []
    return _is_scene(" ".join(after[1:])) if after[:1] == ["of"] else bool(after)


def _pieces(text: str) -> dict[str, frozenset[str]]:
    """The keywords that say what is shown, with their words."""
    return {piece: words for piece in _PARTED.split(_WEIGHT.sub("", text)) if (words := _piece(piece.strip()))}


@lru_cache(maxsize=1 << 16)
def _piece(keyword: str) -> frozenset[str]:
    return frozenset(content(keyword).replace("|", " ").split())


class _Said(dict[str, str]):
    """What a piece of text without spaces says: "dogs," -> "dog", "the" -> "". Filled as pieces come.

    A dictionary, since of a million rows it is asked two hundred million times; `lru_cache` takes half as long again.
    """

    def __missing__(self, token: str) -> str:
        if len(self) >= _MOST_TOKENS:
            self.clear()
        words = (word for word in content(token.replace("((", "")).split() if word not in _ASKING)
        self[token] = said = " ".join(words)
        return said


_MOST_TOKENS = 1 << 17  # 40 MB
_NOTHING = frozenset([""])
_SAID = _Said()
