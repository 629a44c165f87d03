"""Contamination: what it takes to hold many rows against many benchmark items.

    python -m bench.leaks [rows=1000000] [items=10000] [pictures=300]

Rows are as LLaVA's are: four turns, 1.3 kB of words that come as often as words do (Zipf), half of them stop words;
one in five is as ours are, with a prompt and one turn. One row in 500 is a copy of an item: the words of its longest
turn, or the keywords of its prompt, in another order and without one of them. Pictures are timed apart, 640 x 480.
"""

import resource
import sys
import time
from collections.abc import Iterator

import numpy as np

from synthgen.kit.pictures import encode
from synthgen.kit.word_tables import STOP_WORDS
from synthgen.kit.words import content_words
from synthgen.mix.keys import prompt_words
from synthgen.mix.leaks import Item, Leaks
from synthgen.mix.rows import Row
from synthgen.types import Turn

QUESTION, ANSWER, TURNS, KEYWORDS = 8, 44, 4, 5
OURS, COPIES, CHUNK = 5, 500, 1_000


class Talk:
    """Turns and prompts out of made-up words."""

    def __init__(self, seed: int) -> None:
        self._rng = np.random.default_rng(seed)
        syllables = [a + b for a in "bdfgklmnprtvz" for b in "aeiou"]
        rng = np.random.default_rng(0)
        self._words = np.array(["".join(rng.choice(syllables, 3)) for _ in range(40_000)])
        self._stop = np.array(sorted(STOP_WORDS))
        self._often = np.cumsum(1 / np.arange(1, len(self._words) + 1))

    def words(self, rows: int, each: int) -> np.ndarray:
        """rows x each words, the first with a rank of 1 as often as words have it."""
        drawn = self._rng.random((rows, each)) * self._often[-1]
        return self._words[np.searchsorted(self._often, drawn)]

    def turns(self, count: int) -> list[Turn]:
        found = self.words(count, QUESTION + ANSWER)
        found[:, ::2] = self._rng.choice(self._stop, (count, (QUESTION + ANSWER) // 2))
        return [Turn(" ".join(row[:QUESTION]) + "?", " ".join(row[QUESTION:]) + ".") for row in found]

    def prompts(self, count: int) -> list[str]:
        return [f"(({row[0]})), {', '.join(row[1:])}, realistic, soft light, 8k" for row in self.words(count, KEYWORDS)]


def items(count: int) -> list[Item]:
    talk = Talk(1)
    made = zip(talk.turns(count), talk.prompts(count), strict=True)
    return [Item(f"item {i}", (turn,), prompt if i % OURS == 0 else "") for i, (turn, prompt) in enumerate(made)]


def rows(count: int, known: list[Item]) -> Iterator[list[tuple[Row, bool]]]:
    """Chunks of rows, each with whether it is a copy."""
    talk = Talk(2)
    for start in range(0, count, CHUNK):
        here = min(CHUNK, count - start)
        turns, prompts = talk.turns(here * TURNS), talk.prompts(here)
        chunk = []
        for i in range(here):
            ours, copy = i % OURS == 0, (start + i) % COPIES < 2
            said = turns[i * TURNS : (i + 1) * TURNS][: 1 if ours else TURNS]
            item = known[(start + i) // COPIES * OURS % len(known) + (0 if ours else 1)]
            if copy and not ours:
                said[-1] = Turn("", " ".join(content_words(f"{item.turns[0].question} {item.turns[0].answer}")[:0:-1]))
            words = sorted(prompt_words(item.prompt))
            prompt = (", ".join(words[len(words) >= KEYWORDS :]) if copy else prompts[i]) if ours else ""
            chunk.append((Row(str(start + i), (), tuple(said), prompt), copy))
        yield chunk


def texts(count: int, known: list[Item]) -> None:
    began = time.process_time()
    leaks = Leaks(known)
    opened = time.process_time() - began
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    took, size, copies, found, wrong = 0.0, 0, 0, 0, 0
    for chunk in rows(count, known):
        size += sum(len(turn.question) + len(turn.answer) for row, _ in chunk for turn in row.turns)
        began = time.process_time()
        said = [leaks.of(row) is not None for row, _ in chunk]
        took += time.process_time() - began
        copies += sum(copy for _, copy in chunk)
        found += sum(yes and copy for yes, (_, copy) in zip(said, chunk, strict=True))
        wrong += sum(yes and not copy for yes, (_, copy) in zip(said, chunk, strict=True))
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"{count:,} rows of {size / count:,.0f} bytes against {len(known):,} items ({opened:.1f} s to read them):")
    print(f"  {took:.1f} s CPU, {took / count * 1e6:.0f} us a row, {grown:.0f} MB more")
    print(f"  {found:,} of {copies:,} copies found, {wrong:,} others")


def pictures(count: int) -> None:
    rng = np.random.default_rng(0)
    coarse = rng.integers(0, 256, (count, 15, 20, 3), np.uint8)
    files = [encode(np.kron(one, np.ones((32, 32, 1), np.uint8)), "jpg", 90) for one in coarse]
    leaks = Leaks([Item(f"item {i}", pictures=(file,)) for i, file in enumerate(files[::2])])
    began = time.process_time()
    found = sum(leaks.of(Row("", ("",), ()), [file]) is not None for file in files)
    took = (time.process_time() - began) / count
    print(f"pictures: {took * 1e3:.1f} ms each; {found} of {len(files[::2])} found, {count} looked at")


def main() -> None:
    given = {"rows": 1_000_000, "items": 10_000, "pictures": 300}
    given |= {key: int(value) for key, _, value in (argument.partition("=") for argument in sys.argv[1:])}
    texts(given["rows"], items(given["items"]))
    pictures(given["pictures"])


if __name__ == "__main__":
    main()
