"""What the test server bills: tokens counted from the texts."""

from collections.abc import Mapping
from math import ceil
from typing import Any

Body = Mapping[str, Any]


class Meter:
    """Counts tokens as a provider would: four characters each, and what was read before comes from the cache.

    As at OpenAI, the cache holds prefixes of at least 1,024 tokens, in steps of 128
    (https://platform.openai.com/docs/guides/prompt-caching).
    """

    STEP = 128 * 4
    LEAST = 1024 * 4

    def __init__(self, caching: bool) -> None:
        self._caching = caching
        self._read: set[int] = set()

    def usage(self, body: Body, answer: Body) -> Body:
        text = "".join(f"<{message['role']}>{_text(message['content'])}" for message in body["messages"])
        message = answer["choices"][0]["message"] if answer["choices"] else {}
        read, written = ceil(len(text) / 4), ceil(len(message.get("content") or message.get("refusal") or "") / 4)
        return {
            "prompt_tokens": read,
            "completion_tokens": written,
            "total_tokens": read + written,
            "prompt_tokens_details": {"cached_tokens": self._cached(text) // 4, "audio_tokens": 0},
            "completion_tokens_details": {"reasoning_tokens": 0, "audio_tokens": 0},
        }

    def _cached(self, text: str) -> int:
        """Characters at the start of a text that an earlier one began with."""
        if not self._caching:
            return 0
        prefixes = {hash(text[:end]): end for end in range(self.LEAST, len(text) + 1, self.STEP)}
        found = max((end for mark, end in prefixes.items() if mark in self._read), default=0)
        self._read.update(prefixes)
        return found


PICTURE_TOKENS = 255
"""Of a picture of 512 x 512 pixels, at OpenAI's rates for GPT-4o: 85 + 170."""


def _text(content: Any) -> str:
    """The text of a message; pictures count as so many blanks."""
    if not isinstance(content, list):
        return content or ""
    return "".join(part["text"] if part["type"] == "text" else " " * 4 * PICTURE_TOKENS for part in content)
