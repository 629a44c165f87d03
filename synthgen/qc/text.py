"""Is the dialogue clean text: complete, of sane length, in one language, without traces of how it was made?"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from synthgen.checks import Batch, Check
from synthgen.kit.endings import broken_off
from synthgen.kit.language import classifier
from synthgen.kit.languages import may_be
from synthgen.kit.leaks import leaked
from synthgen.kit.match import words
from synthgen.kit.options import Count, Share, Size
from synthgen.types import Device, Dialogue, Prompt, Score, Turn, Value

_MENTIONS = re.compile(
    r"""\b(?:
      as\ an?\ (?:\w+\ )?(?:ai|assistant|language\ model) | language\ models? | text-to-image | stable\ diffusion
    | diffusion\ model | ai[-\ ]generated | generated\ (?:image|picture|photo)
    | generated\ by\ (?:an?\ )?(?:ai|model|computer|algorithm)
    | (?:images?|pictures?|photos?|photographs?|illustrations?)\ (?:was|were|is|are|has\ been|have\ been)
      \ (?:\w+\ )?(?:generated|synthesi[sz]ed)
    | prompts? | keywords? | (?:given|provided|above)\ (?:description|caption|text|information)
    | (?:description|caption)\ (?:says|states|mentions|describes|does\ not|doesn't|provided|given)
    | i(?:'m|\ am)\ (?:sorry|unable|not\ able|an\ ai) | i\ (?:apologi[sz]e|cannot|can't|can\ not|do\ not\ have\ access)
    | your\ (?:message|input|request|query)\ (?:is|was|seems|appears|looks|contains)
    | (?:message|input|request|query)\ (?:is|was|seems|appears)\ (?:to\ be\ )?(?:empty|blank|missing)
    | you\ (?:have\ not|haven't|did\ not|didn't)\ (?:provided?|given?|sen[dt]|included?|(?:upload|attach)(?:ed)?)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""A picture shows none of this: it betrays the writer, the prompt or a refusal."""

_PLACEHOLDERS = re.compile(
    r"""^\s*i\ see[.!] | \b(?:please|could\ you|can\ you)\ (?:
      provide | specify | supply | upload | attach | paste | share | send | (?:give|tell)\ me
    | let\ me\ know
    )\b | \bhow\ (?:can|may)\ i\ (?:help|assist)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""An answer that talks to whoever ordered it; a question may well ask for a description like this."""

_LEAKS = re.compile(
    r"""</?\w[^<>]*> | <\| | \|> | [\[\]{}] | \(\( | \)\)
    | \b(?:USER|ASSISTANT|SYSTEM)\s*: | (?:^|\n)\s*(?:user|assistant|system|human|gpt|question|answer|[qa])\s*:""",
    re.IGNORECASE | re.VERBOSE,
)
"""Tags, roles and brackets of a training format or a template."""

_MARKUP = re.compile(
    r"```|\*\*|__|(?:^|\n)\s*(?:#{1,6}\s|[-*\u2022]\s|\d+[.)]\s)|&(?:\w+|#\d+);|https?://|\\[nt\"u]", re.IGNORECASE
)
"""Markdown, HTML entities, links, escapes that nobody resolved."""

_PHRASES = ("vqa", "negative")
"""Kinds of dialogue in which a phrase will do for an answer."""
_REPEATED_WORDS = 5
"""A sentence of fewer words may come twice: "Yes, it is." """
_LETTERS = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class Text(Check):
    """Measures what a text can be faulted for; the thresholds decide which of it is too much."""

    language: str
    """ISO 639-1 code of the language that dialogues are in."""
    language_letters: Count
    """A text with fewer letters is too short to tell its language."""
    language_confidence: Share
    """Another language counts only if the classifier is at least so sure of it."""
    min_words: Count
    """Of an answer, in kinds of dialogue that are not in `short_kinds`."""
    max_words: Size
    """Of an answer."""
    max_question_words: Size
    short_kinds: Sequence[str]
    """Kinds of dialogue whose answers may be one word."""
    action: Literal["reject", "report"]

    reads: ClassVar[Literal["dialogue"]] = "dialogue"
    revision: ClassVar[int] = 1
    decides: ClassVar[frozenset[str]] = frozenset(
        {"action", "language", "language_letters", "language_confidence"}
        | {"min_words", "max_words", "max_question_words", "short_kinds"}
    )

    def open(self, device: Device) -> None:
        """Load the language model now, while little else is in memory."""
        classifier()

    def close(self) -> None:
        """Give its 75 MB back before the exporters and the report need theirs."""
        classifier.cache_clear()

    def measure(self, batch: Batch) -> list[Score]:
        pairs = zip(batch.prompts, batch.dialogues, strict=True)
        return [Score(dialogue.id, "text", measure_text(prompt, dialogue)) for prompt, dialogue in pairs]

    def judge(self, score: Score, prompt: Prompt) -> tuple[str, str] | None:
        found = score.values
        for fault in ("empty", "mention", "leak", "prompt", "markup", "truncated", "repeated"):
            if found[fault]:
                return f"text: {fault}", str(found[fault])
        for part in ("dialogue", "answers"):
            language, sure = str(found[f"{part}_language"]), _number(found[f"{part}_confidence"])
            enough = _number(found[f"{part}_letters"]) >= self.language_letters and sure >= self.language_confidence
            if enough and not may_be(language, self.language):
                return "text: other language", f"{language} ({sure:.2f})"
        shortest, longest, question = (_number(found[f"{what}_words"]) for what in ("shortest", "longest", "question"))
        if shortest < self.min_words and found["kind"] not in self.short_kinds:
            return "text: too short", f"{shortest:.0f} words"
        if longest > self.max_words:
            return "text: too long", f"{longest:.0f} words"
        if question > self.max_question_words:
            return "text: question too long", f"{question:.0f} words"
        return None


def measure_text(prompt: Prompt, dialogue: Dialogue) -> dict[str, Value]:
    """Per fault the words that show it, "" if there are none; word counts; language with the classifier's confidence.

    The language of the answers is told apart as well: their questions may come from a fixed list.
    """
    answers = [turn.answer for turn in dialogue.turns]
    texts = [text for turn in dialogue.turns for text in (turn.question, turn.answer)]
    lengths = [len(words(turn.answer)) for turn in dialogue.in_english]  # not all languages part their words
    values: dict[str, Value] = {
        "kind": dialogue.kind,
        "empty": _empty(dialogue.turns),
        "mention": _first(_MENTIONS, texts) or _first(_PLACEHOLDERS, answers),
        "leak": _first(_LEAKS, texts),
        "prompt": leaked(prompt, texts),
        "markup": _first(_MARKUP, texts),
        "truncated": next(filter(None, (broken_off(a, dialogue.kind in _PHRASES) for a in answers)), ""),
        "repeated": _repeated(dialogue.turns),
        "shortest_words": float(min(lengths, default=0)),
        "longest_words": float(max(lengths, default=0)),
        "question_words": float(max((len(words(turn.question)) for turn in dialogue.in_english), default=0)),
    }
    for part, text in (("dialogue", " ".join(texts)), ("answers", " ".join(answers))):
        language, sure = classifier().classify(text)
        values[f"{part}_letters"] = float(len(_LETTERS.findall(text)))
        values[f"{part}_language"], values[f"{part}_confidence"] = language, round(float(sure), 4)
    return values


def _number(value: Value) -> float:
    return value if isinstance(value, float) else 0.0


def _empty(turns: Sequence[Turn]) -> str:
    if not turns:
        return "no turns"
    for i, turn in enumerate(turns, start=1):
        for what, text in (("question", turn.question), ("answer", turn.answer)):
            if not words(text):
                return f"{what} {i}"
    return ""


def _first(pattern: re.Pattern[str], texts: Sequence[str]) -> str:
    return next((match.group().strip() for text in texts if (match := pattern.search(text))), "")


def _repeated(turns: Sequence[Turn]) -> str:
    """A question, or a sentence of an answer, that comes twice. How to answer may be asked for with each question."""
    sentences = [words(part) for turn in turns for part in re.split(r"[.!?]+(?:\s|$)|\n", turn.answer)]
    sentences += [words(turn.question) for turn in turns]
    counts = Counter(" ".join(sentence) for sentence in sentences if len(sentence) >= _REPEATED_WORDS)
    return next((sentence for sentence, count in counts.items() if count > 1), "")
