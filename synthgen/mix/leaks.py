"""Contamination: which rows repeat an item of a benchmark, so that a mix can leave them out.

Like is held against like: the keywords of a prompt against keywords, the words of a turn (question and answer) against
those of a turn, pictures against pictures. Where a row and an item both have a prompt, their turns are not compared:
two pictures may well be described by one sentence, and the prompts say that they are two. Items with a prompt or a
picture are not known by short turns: many pictures have those. For others there is nothing else to know them by.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from synthgen.kit.near_pictures import Lookalikes
from synthgen.kit.near_sets import NearSets
from synthgen.mix.keys import FEWEST_ALIKE, FEWEST_WORDS, look, prompt_keywords, prompt_words, says_more, turn_words
from synthgen.mix.rows import Row
from synthgen.types import Turn

JACCARD = 0.8
"""The shared part, of all words of two, from which on they are one."""
PHASH_DISTANCE, SIGNATURE_WITHIN = 6, 16
"""What `qc.duplicate` takes for one picture: bits of the hash, and levels of the 8 x 8 thumbnail, of 255."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a benchmark. What it does not have is empty."""

    name: str
    """"item 17 of bench.parquet"."""
    turns: tuple[Turn, ...] = ()
    """The question with its answer; several where several answers are right."""
    prompt: str = ""
    """What its picture was made from."""
    keywords: str = ""
    """Keywords that it names beside a prompt, or instead of one, parted by commas."""
    pictures: tuple[bytes, ...] = ()
    """The bytes of their files; none for one that could not be found."""


@dataclass(frozen=True)
class Known:
    """How many items of the benchmarks can be found, and by what."""

    items: int = 0
    by_keywords: int = 0
    by_words: int = 0
    by_picture: int = 0
    by_nothing: int = 0
    """Too little to tell them by: a short question without a picture."""
    pictures_lost: int = 0
    """Pictures that the benchmarks name and that were not found, or do not open."""


class Leaks:
    """All items of all benchmarks. Picklable; what it says of a row depends on the row alone."""

    def __init__(self, items: Iterable[Item]) -> None:
        """Reads the items one by one, and keeps none of their pictures."""
        words, keywords, turns, unprompted = _Sets(), _Sets(), _Sets(), _Sets()
        self._looks = Lookalikes(PHASH_DISTANCE, SIGNATURE_WITHIN)
        tally: Counter[str] = Counter()
        for item in items:
            prompts = [item.prompt, item.keywords if says_more(item.keywords) else ""]
            known = [found for prompt in prompts if (found := prompt_words(prompt))]
            looks = [seen for picture in item.pictures if (seen := look(picture))]
            fewest = FEWEST_WORDS if known or looks else FEWEST_ALIKE
            said = [found for turn in item.turns if (found := turn_words(turn, fewest))]
            words.add(known, item)
            keywords.add(filter(None, map(prompt_keywords, prompts)), item)
            turns.add(said, item)
            unprompted.add([] if known else said, item)
            for seen in looks:
                self._looks.add(item.name, *seen)
            tally.update(items=1, by_keywords=len(known) > 0, by_words=len(said) > 0, by_picture=len(looks) > 0)
            tally.update(by_nothing=not (known or said or looks), pictures_lost=len(item.pictures) - len(looks))
        self.known = Known(**{what: int(count) for what, count in tally.items()})
        self._words, self._keywords = words.near(), keywords.near()
        self._turns, self._unprompted = turns.near(), unprompted.near()

    def of(self, row: Row, pictures: Iterable[bytes] = (), unseen: Callable[[], None] = lambda: None) -> str | None:
        """Which item a row repeats, and by what: "item 17 of bench.parquet by its picture"; None if it repeats none.

        Pictures are the bytes of the row's files; they are asked for only where its texts give no answer. `unseen` is
        told of each one that does not open.
        """
        return next(chain(self._by_texts(row), self._by_pictures(pictures, unseen)), None)

    def _by_texts(self, row: Row) -> Iterator[str]:
        words = prompt_words(row.prompt)
        yield from self._words.told(words, "keywords")
        yield from self._keywords.told(prompt_keywords(row.prompt) if words else words, "keywords")
        turns = self._unprompted if words else self._turns
        for turn in row.turns:
            yield from turns.told(turn_words(turn, FEWEST_ALIKE), "words")

    def _by_pictures(self, pictures: Iterable[bytes], unseen: Callable[[], None]) -> Iterator[str]:
        for found in map(look, pictures) if self.known.by_picture else ():
            if found is None:
                unseen()
            elif (name := self._looks.find(*found)) is not None:
                yield f"{name} by its picture"


class _Sets:
    """Sets of words, each with the first item that has it."""

    def __init__(self) -> None:
        self._names: dict[frozenset[str], str] = {}

    def add(self, sets: Iterable[frozenset[str]], item: Item) -> None:
        for words in sets:
            self._names.setdefault(words, item.name)

    def near(self) -> "_Near":
        return _Near(NearSets([*self._names], JACCARD), [*self._names.values()])


@dataclass(frozen=True)
class _Near:
    sets: NearSets
    names: list[str]

    def told(self, words: frozenset[str], what: str) -> Iterator[str]:
        found = self.sets.find(words) if words else None
        if found is not None:
            number, likeness = found
            much = "" if likeness == 1 else f" ({likeness:.2f} of them)"
            yield f"{self.names[number]} by its {what}{much}"
