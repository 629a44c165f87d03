"""Prompts in five languages: what a writer answers that forgot which one was asked for."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

WORDS: Mapping[str, Mapping[str, Sequence[str]]] = yaml.safe_load(
    Path(__file__).with_suffix(".yaml").read_text("utf-8")
)
LANGUAGES = tuple(WORDS["subjects"])


def prompts(language: str, n: int = 120) -> Iterator[dict[str, Any]]:
    """All parts in the language."""
    for i in range(n):
        yield _reply(
            subject=_word("subjects", language, i),
            place=_word("places", language, i),
            light=[_word("light", language, i)],
            medium=_word("media", language, i) if i % 3 else "",
            quality=[_word("quality", language, i)],
        )


def mixed(language: str, n: int = 120) -> Iterator[dict[str, Any]]:
    """Subject and place in the language; light, medium and quality copied from the English pools."""
    for i in range(n):
        subject, place = _word("subjects", language, i), _word("places", language, i)
        yield _reply(subject=subject, place=place, light=["soft light"], medium="watercolor", quality=["8k"])


def heads(language: str) -> Iterator[dict[str, Any]]:
    """Only the subject in the language: one to six words."""
    for subject in WORDS["subjects"][language]:
        yield _reply(subject=subject, place="forest", light=["soft light"], quality=["highly detailed"])


def _word(what: str, language: str, i: int) -> str:
    words = WORDS[what][language]
    return words[i % len(words)]


def _reply(**parts: Any) -> dict[str, Any]:
    empty: dict[str, Any] = {
        "person": "",
        "age": "",
        "skin": "",
        "relation": "",
        "place": "",
        "medium": "",
        "attributes": [],
        "companions": [],
    }
    return {"count": 1, **empty, "light": [], "quality": [], **parts}
