"""Fresh pictures with texts about them, drawn by processes of their own while the model trains."""

import io
import multiprocessing
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice
from multiprocessing.connection import Connection, wait
from random import Random
from typing import Any, Self

import numpy as np
from PIL import Image

from abilities.base import WordAbility
from abilities.joke import Joke
from synthgen.build import build_run
from synthgen.clip_training.facts import ODD, PLAIN, Fact, needs, shown
from synthgen.clip_training.orders import Order, Orders, parts, single
from synthgen.config import compose as configured
from synthgen.embedder.sketch_clip.pixels import small
from synthgen.embedder.sketch_clip.tokens import Tokens, words_of
from synthgen.errors import DeviceError
from synthgen.kit.prompt_text import compile_text, counted, sentence
from synthgen.kit.words import with_article
from synthgen.renderer.sketch.compose import compose
from synthgen.renderer.sketch.parse import parse
from synthgen.renderer.sketch.scene import Unknown
from synthgen.types import Pixels

GROUP = 32
"""Pictures in a group."""
TESTED = 1024
"""Pictures by which progress is told."""
TEXTS = 6
"""About each picture; the first is its head."""
SIZES = {128: 68, 192: 20, 256: 8, 512: 4}
"""Pixels of what is drawn, and how often: scoring reads 512, which takes four times as long."""
JOKES = 4
"""A group of jokes comes so much more often than one of another ability: there are thousands of them."""


@dataclass(frozen=True)
class Text:
    """A text that is true of a picture, and what has to be true of any picture that it fits."""

    tokens: list[int]
    needs: frozenset[Fact]


@dataclass(frozen=True)
class Group:
    """Pictures of one ability."""

    ability: str
    pixels: Pixels
    """n x SIDE x SIDE x 3"""
    facts: list[frozenset[Fact]]
    texts: list[list[Text]]


def drawable_abilities() -> dict[str, WordAbility]:
    """All abilities with the words that can be drawn."""
    run = build_run(configured(["ability=all", "llm=offline", "renderer=sketch"]))
    return {name: one for name, one in run.abilities.items() if isinstance(one, WordAbility)}


def picture(order: Order, rng: Random) -> Pixels | None:
    """One picture as the model sees it, after a way through some size and often through JPEG."""
    text = compile_text(order.fields)
    scene = parse(text)
    if isinstance(scene, Unknown):
        return None
    (size,) = rng.choices(tuple(SIZES), tuple(SIZES.values()))
    image, _ = compose(scene, f"{rng.random()}:{text}", size)
    if rng.random() < 0.6:
        packed = io.BytesIO()
        image.save(packed, "JPEG", quality=rng.randint(60, 96))
        image = Image.open(packed).convert("RGB")
    return small(image)


def said(order: Order, rng: Random) -> tuple[str, frozenset[Fact]]:
    """Some text about a picture in some shape."""
    alone = single(order.fields, rng) if rng.random() < 0.4 else None
    if alone:
        return alone[0], needs(alone[1])
    kept = parts(order.fields, rng)
    if order.plain and not (kept.place or kept.companions) and kept.subject == order.fields.subject:
        kept = replace(kept, place=order.fields.place, companions=order.fields.companions)
    text = compile_text(kept) if rng.random() < 0.5 else sentence(kept)
    return text, needs(kept) | _expected(order)


def head(order: Order, rng: Random) -> tuple[str, frozenset[Fact]]:
    """The subject alone."""
    fields = order.fields
    text = counted(fields.subject, fields.count)
    if fields.count == 1 and rng.random() < 0.3:
        text = with_article(fields.subject)
    if fields.count > 1 and rng.random() < 0.3:
        fields, text = replace(fields, count=1), fields.subject
    about = replace(fields, companions=(), place="", light=(), person="", age="", skin="")
    return text, needs(replace(about, medium=fields.medium if fields.medium == fields.subject else ""))


def _expected(order: Order) -> frozenset[Fact]:
    """A text about the ordinary scene is wrong for the joke that has the same things in it."""
    return frozenset({PLAIN} if order.plain else ())


def groups(orders: Orders, tokens: Tokens, rng: Random) -> Iterator[Group]:
    """Without end."""
    names = [*orders.abilities]
    weights = [JOKES if name == "joke" else 1 for name in names]
    while True:
        (name,) = rng.choices(names, weights)
        pixels, facts, texts = [], [], []
        for order in orders.group(name, GROUP, rng):
            true = shown(order.fields)
            seen = picture(order, rng) if true is not None else None
            if true is None or seen is None:
                continue
            first = head(order, rng)
            if order.plain and " in " in first[0] or " on " in first[0]:
                first = first[0], first[1] | _expected(order)
            told = [first, *(said(order, rng) for _ in range(TEXTS - 1))]
            pixels.append(seen)
            facts.append(true | frozenset({ODD if order.odd else PLAIN}))
            texts.append([Text(tokens.row(text), needed) for text, needed in told])
        if len(pixels) > 1:
            yield Group(name, np.stack(pixels), facts, texts)


def tests(words: list[str]) -> list[Group]:
    """Pictures of a seed of their own, by which progress is told."""
    row = groups(Orders(drawable_abilities()), Tokens(words), Random(-1))
    return list(islice(row, TESTED // GROUP))


def draw(words: list[str], seed: int, out: Connection) -> None:
    """The work of a drawing process: groups, as long as somebody is there who wants them."""
    if hasattr(os, "nice"):
        os.nice(5)
    orders = Orders(drawable_abilities())
    with suppress(BrokenPipeError, KeyboardInterrupt):  # who wanted them has ended
        for group in groups(orders, Tokens(words), Random(seed)):
            out.send(group)


class Painters:
    """Processes that draw groups, until the block ends. Each draws one ahead."""

    def __init__(self, words: list[str], count: int, rng: Random) -> None:
        context = multiprocessing.get_context("spawn")
        self._ends = [context.Pipe(duplex=False) for _ in range(count)]
        given = [(words, rng.randrange(1 << 62), end) for _, end in self._ends]
        self._processes = [context.Process(target=draw, args=args, daemon=True) for args in given]
        self._ready: list[Any] = []

    @property
    def waiting(self) -> bool:
        """Whether a group is there already."""
        self._ready = self._ready or wait([end for end, _ in self._ends], timeout=0)
        return bool(self._ready)

    def next(self) -> Group:
        """Waits for it. Raises DeviceError where somebody who drew has ended."""
        if not self.waiting:
            self._ready = wait([end for end, _ in self._ends])
        try:
            group: Group = self._ready.pop().recv()
        except (EOFError, OSError):
            raise DeviceError("train_clip: a process that draws has ended; run it again") from None
        return group

    def __enter__(self) -> Self:
        for process, (_, end) in zip(self._processes, self._ends, strict=True):
            process.start()
            end.close()  # so that the death of the process closes the pipe
        return self

    def __exit__(self, *raised: object) -> None:
        for process, (end, _) in zip(self._processes, self._ends, strict=True):
            process.terminate()
            process.join()
            end.close()


def vocabulary(abilities: dict[str, WordAbility], rng: Random) -> list[str]:
    """Every word that texts about the abilities' pictures are made of."""
    orders, found = Orders(abilities), set[str]()
    for name, ability in abilities.items():
        pools = ability.prompt_template
        lists = [
            *ability.groups.values(),
            {"": [*ability.keywords, *ability.colours, *pools["media"], *pools["light"]]},
        ]
        row = [word for group in lists for words in group.values() for word in words if isinstance(word, str)]
        if isinstance(ability, Joke):
            row += [*ability.jokes, *ability.plain]
            row += [place for joke in ability.jokes.values() for place in joke.twist.get("places", ())]
        for order in orders.group(name, 300, rng):
            row += [compile_text(replace(order.fields, quality=())), sentence(replace(order.fields, quality=()))]
            row += [said(order, rng)[0] for _ in range(8)]
        row += ["one two three four five six several many things", "a photo of people, a person, with two hands"]
        for text in row:
            found.update(words_of(text))
    return sorted(found)
