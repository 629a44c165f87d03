"""Are prompt and dialogue free of words that no picture dataset should hold?"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Literal

from synthgen.checks import Batch, Check
from synthgen.kit import word_lists
from synthgen.kit.hashes import sha256
from synthgen.kit.word_lists import WordList, word_list
from synthgen.types import Prompt, Score

OURS = Path(word_lists.__file__).with_name("unsafe_words.txt")


@dataclass(frozen=True)
class TextSafety(Check):
    """Sexual content, gore, self-harm, hate and violence, by English words; context it cannot judge."""

    words: str | None
    """A file with more of them, as `synthgen/kit/unsafe_words.txt` is written; its exceptions hold for both."""
    action: Literal["reject", "report"]

    reads: ClassVar[Literal["dialogue"]] = "dialogue"

    def identity(self) -> Mapping[str, str]:
        """By what the lists say, not by where they lie."""
        return {**super().identity(), "words": sha256("\n".join(self._texts()).encode())}

    def preflight(self) -> list[str]:
        if self.words is None:
            return []
        try:
            word_list(*self._texts())
        except (OSError, UnicodeDecodeError) as e:
            return [f"qc.text_safety.words={self.words}: cannot be read ({e}); name a text file"]
        except ValueError as e:
            return [f"qc.text_safety.words={self.words}: {e}; docs/quality.md shows how a list is written"]
        return []

    def measure(self, batch: Batch) -> list[Score]:
        """`prompt`, `dialogue`: what the first such word is about, and the word; "" for none."""
        listed = self._list()
        scores = []
        for prompt, dialogue in zip(batch.prompts, batch.dialogues, strict=True):
            turns = (*dialogue.turns, *dialogue.translated)
            said = "\n".join(text for turn in turns for text in (turn.question, turn.answer))
            values = {"prompt": listed.find(prompt.text), "dialogue": listed.find(said)}
            scores.append(Score(dialogue.id, "text_safety", values))
        return scores

    def judge(self, score: Score, prompt: Prompt) -> tuple[str, str] | None:
        for where in ("prompt", "dialogue"):
            if score.values[where]:
                return f"unsafe {where}", str(score.values[where])
        return None

    def _list(self) -> WordList:
        return word_list(*self._texts())

    def _texts(self) -> list[str]:
        paths = [OURS, *([Path(self.words)] if self.words is not None else [])]
        return [path.read_text(encoding="utf-8") for path in paths]
