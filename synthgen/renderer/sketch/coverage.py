"""How many prompts of a published file can be drawn, and which words are missing.

python -m synthgen.renderer.sketch.coverage FILE.json ...
"""

import json
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from synthgen.renderer.sketch.parse import parse
from synthgen.renderer.sketch.scene import Unknown


class Coverage(NamedTuple):
    drawable: int
    total: int
    missing: Counter[str]
    """Each word that kept prompts from being drawn: it is the first such word of so many prompts."""


def coverage(path: Path) -> Coverage:
    """Of a StableLLaVA file: a json list of objects with a "prompt"."""
    missing: Counter[str] = Counter()
    rows = json.loads(path.read_text(encoding="utf-8"))
    for row in rows:
        found = parse(row["prompt"])
        if isinstance(found, Unknown):
            missing[found.word] += 1
    return Coverage(len(rows) - missing.total(), len(rows), missing)


def main(paths: list[str]) -> None:
    """Print one line for each file, and the words that would gain most."""
    for path in paths:
        drawable, total, missing = coverage(Path(path))
        words = ", ".join(f"{word} {count}" for word, count in missing.most_common(30))
        print(f"{Path(path).stem}: {drawable} of {total} ({drawable / max(1, total):.0%}); missing: {words}")


if __name__ == "__main__":
    main(sys.argv[1:])
