"""Does a text repeat the prompt that its picture was made from, as nobody would who looks at the picture?"""

import re
from collections.abc import Iterator, Sequence

from synthgen.kit.match import words
from synthgen.kit.prompt_text import QUALITY, heads, keywords
from synthgen.types import Prompt

_CRAFT = re.compile(
    r"""\b(?:4k|8k|16k|uhd|hdr|best\ quality|(?:ultra|hyper)[- ]?(?:detailed|realistic)|highly\ realistic|sharp\ focus
    |trending\ on\ \w+|artstation|octane\ render|unreal\ engine|detailed\ shading)\b
    (?!\ (?:tv|television|monitor|screen|display|video|camera|projector|race|run)s?\b)""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words that ask a diffusion model for care, and that nobody says of what a picture shows."""
_WEIGHT = re.compile(r"\([^()]+:\s*\d*\.\d+\)|<lora:|--(?:ar|v|no|seed)\s")
_MANY = 3
"""So many keywords in a row, parted by nothing but commas, brackets or spaces, are a prompt."""


def leaked(prompt: Prompt, texts: Sequence[str]) -> str:
    """The first words of the texts that come from the prompt as such; "" if there are none.

    That is a word of craft ("8k"); a run of its keywords, of two if one of them asks for care; or a keyword that asks
    for care and stands alone between commas ("..., highly detailed.").
    """
    care = QUALITY | {word.lower() for word in prompt.fields.quality}
    alone = {word for word in care if " " in word or word in ("masterpiece", "photorealistic")}
    runs = [*_runs(prompt, care)]
    for text in texts:
        if found := _CRAFT.search(text) or _WEIGHT.search(text):
            return found.group().strip()
        said = f" {' '.join(words(text))} "
        if run := next((run for run in runs if f" {run} " in said), ""):
            return run
        parts = [part.strip(" .!?\"'").lower() for part in re.split(r"[,;()\n]|\.\s", text)]
        if len(parts) > 1 and (lone := next((part for part in parts if part in alone), "")):
            return lone
    return ""


def _runs(prompt: Prompt, care: frozenset[str]) -> Iterator[str]:
    """The words of the shortest runs of keywords that give the prompt away."""
    things = {word.lower() for word in prompt.fields.companions}  # a list of what lies on a table is none
    said = [head.lower() for head in heads(prompt.text)] + keywords(prompt.text)
    unwanted = keywords(prompt.negative)
    for row in (said, unwanted):
        for i in range(len(row) - 1):
            pair, more = row[i : i + 2], row[i : i + _MANY]
            if care & set(pair):
                yield " ".join(words(" ".join(pair)))
            if len(more) == _MANY and not things.issuperset(more):
                yield " ".join(words(" ".join(more)))
