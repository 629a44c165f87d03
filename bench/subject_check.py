"""How often the check `subject` is wrong on dialogues that people or an LLM wrote.

    python bench/subject_check.py FOLDER_OR_FILES... [--show]

Reads StableLLaVA files: lists of {"prompt", "question", "answer"} with the head in double round brackets. Prints for
each file how many dialogues fail on their own head (false rejects, apart from a few that really miss it), and how many
fail on the head of another row (rejects that are right). `--show` lists what failed, most frequent first.
"""

import argparse
import json
from collections import Counter
from pathlib import Path
from random import Random

from synthgen.kit.prompt_text import heads
from synthgen.kit.words import missing_words


def read(path: Path) -> list[tuple[str, str]]:
    """(head, dialogue) of every row that has a head."""
    rows = json.loads(path.read_text(encoding="utf-8"))
    named = [(heads(row["prompt"]), f"{row['question']} {row['answer']}".replace("<image>", "")) for row in rows]
    return [(found[0].lower(), text) for found, text in named if found]


def swapped(rows: list[tuple[str, str]], rng: Random) -> list[tuple[str, str]]:
    """Every head with the dialogue of another head."""
    pairs = []
    for head, _ in rows:
        other, text = rng.choice(rows)
        while other == head:
            other, text = rng.choice(rows)
        pairs.append((head, text))
    return pairs


def measure(path: Path, show: bool) -> str:
    rows = read(path)
    missed = [(head, " ".join(missing), text) for head, text in rows if (missing := missing_words(head, text))]
    caught = sum(bool(missing_words(head, text)) for head, text in swapped(rows, Random(0)))
    if show:
        example = {(head, missing): text for head, missing, text in missed}
        for key, count in Counter((head, missing) for head, missing, _ in missed).most_common():
            print(f"{count:6d}  {key[0]}: no {key[1]!r} in {example[key].strip()!r}")
    false = f"{len(missed):6d} = {len(missed) / len(rows):6.2%}"
    return f"{path.stem:12s} {len(rows):8,d} {false:>16s} {caught / len(rows):10.2%}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    files = [file for path in given.paths for file in (sorted(path.glob("*.json")) if path.is_dir() else [path])]
    lines = [measure(file, given.show) for file in files]
    print(f"{'file':12s} {'rows':>8s} {'own head missed':>16s} {'other head missed':>10s}", *lines, sep="\n")


if __name__ == "__main__":
    main()
