"""Are keywords English? A handful of words is too little for a language model of n-grams, so known words come first."""

import json
import math
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from synthgen.kit.people import AXES
from synthgen.kit.prompt_text import PEOPLE, QUALITY
from synthgen.kit.seen import SEEN
from synthgen.kit.word_tables import STOP_WORDS, SYNONYMS, WHERE
from synthgen.kit.words import singular

_WORD = re.compile(r"[^\W\d_]+")
_OTHERS = (
    *("de", "fr", "es", "it", "pt", "ca", "ro", "nl", "sv", "da", "no", "fi"),
    *("pl", "cs", "sk", "sl", "hr", "hu", "tr", "id", "vi"),
)
"""Languages in Latin letters that a model may fall into. The small ones among the 97 that the classifier knows win too
often on three words of English."""
_UNLIKE = 5.7
"""Evidence against English: log(p(best other) / p(English)) of the keywords with words that nobody knows, plus the
number of these words, at most 4. Set so that prompts all in another language are found out, and a single loanword in an
English one ("gazpacho", "jacaranda") is not; docs/abilities.md has the figures."""


def vocabulary(*values: Any) -> frozenset[str]:
    """The words of all texts in nested lists and mappings, lower-case."""
    return frozenset(word for text in _texts(values) for word in _WORD.findall(text.lower()))


def foreign(keywords: Iterable[str], known: frozenset[str]) -> str:
    """The keywords that betray another language or script than English, lower-case; "" if none do.

    `known`: words that need no evidence. Keywords made of them never load the classifier (a second, 75 MB).
    """
    unknown = {text: words for text in map(str.lower, keywords) if (words := _unknown(text, known))}
    if not unknown:
        return ""
    count = len(frozenset.union(*unknown.values()))
    told = ", ".join(unknown)
    if not _latin(told):
        return told
    chances: dict[str, float] = dict(classifier().rank(told))
    unlike = math.log(max(chances[language] for language in _OTHERS) / max(chances["en"], 1e-12))
    return told if unlike + min(count, 4) > _UNLIKE else ""


@cache
def classifier() -> Any:
    """py3langid's model with its probabilities, for whoever needs it; a second to load, so at the first text."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _unknown(text: str, known: frozenset[str]) -> frozenset[str]:
    words = frozenset(_WORD.findall(text)) - known - COMMON
    return frozenset(word for word in words if (one := singular(word)) not in known and one not in COMMON)


def _latin(text: str) -> bool:
    return text.isascii() or all(unicodedata.name(sign, "").startswith("LATIN") for sign in text if sign.isalpha())


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for pair in value.items():
            yield from _texts(pair)
    elif isinstance(value, Iterable):
        for inner in value:
            yield from _texts(inner)


_FORMS = json.loads(Path(__file__).with_name("forms.json").read_text(encoding="utf-8"))
COMMON = vocabulary(SEEN, SYNONYMS, WHERE, STOP_WORDS, PEOPLE, AXES, QUALITY, _FORMS)
"""English words that the package knows anyway."""
