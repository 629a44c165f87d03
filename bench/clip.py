"""How far the embedded CLIP can be believed: on new pictures of `renderer=sketch`, as a run stores them.

    python -m bench.clip [pictures per ability] [seed] [folder of weights]

Prints markdown tables. Recall is at 2 % false alarms: a threshold is put where 2 % of the undamaged pictures of the
ability fall below it, and recall is the share of the wrong pictures that do. What is held against it is the margin of
the true text over the nearest other; for pictures of another ability the cosine itself. `first of 32`: the share of
pictures for which their own head is the likeliest among 31 others of the ability.
"""

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count, islice
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray

from abilities.joke import Joke
from synthgen.build import Run, build_run
from synthgen.config import compose
from synthgen.embedder.sketch_clip.looking import Looking
from synthgen.embedder.sketch_clip.shape import HERE
from synthgen.kit.captions import caption, rivals
from synthgen.kit.near import apart
from synthgen.kit.pictures import decode, encode
from synthgen.kit.prompt_text import compile_text, sentence
from synthgen.kit.words import where, with_article
from synthgen.plan import Planner
from synthgen.types import Fields, Pixels, Prompt, Raster, Take

ALARMS = 0.02
"""False alarms at which recall is told."""
DECOYS = 31


@dataclass(frozen=True)
class Shown:
    """A picture as a run stores it, and what it shows."""

    fields: Fields
    pixels: Pixels


def drawn(run: Run, fields: Fields, seed: int) -> Shown | None:
    """None for what cannot be drawn."""
    take = Take("bench-000000000", 0, Prompt("bench-000000000", fields, compile_text(fields)), seed)
    (answer,) = run.renderer.render(iter([take]))
    return Shown(fields, decode(encode(answer.pixels))) if isinstance(answer, Raster) else None


def clean(run: Run, name: str, number: int, seed: int, odd: bool) -> list[Shown]:
    """Pictures in the order of the plan; of jokes only those that are `odd`, or only the others."""
    planner = Planner(run.abilities[name], seed)
    slots = (planner.slot(index) for index in count())
    cells = ((slot.cell, slot.seed) for slot in slots if name != "joke" or (slot.kind != "counterpart") == odd)
    return list(islice(filter(None, (drawn(run, cell, at) for cell, at in cells)), number))


Texts = Callable[[Fields, Random], Sequence[str]]
"""The true text about a picture, then others."""


def margins(model: Looking, pixels: Sequence[Pixels], texts: Sequence[Sequence[str]]) -> NDArray[np.float32]:
    """Cosine of the first text minus that of the nearest other; NaN where there is none."""
    found = []
    for row, some in zip(model.pictures(pixels), texts, strict=True):
        near = model.texts(some) @ row
        others = near[1:][~np.isnan(near[1:])]
        found.append(near[0] - others.max() if len(others) else np.nan)
    return np.array(found, np.float32)


def similarities(model: Looking, pixels: Sequence[Pixels], texts: Sequence[str]) -> NDArray[np.float32]:
    """Cosine of each picture with its text."""
    return np.asarray((model.pictures(pixels) * model.texts(texts)).sum(1), np.float32)


def recall(good: NDArray[np.float32], bad: NDArray[np.float32]) -> str:
    """And how many wrong pictures there were."""
    good, bad = good[~np.isnan(good)], bad[~np.isnan(bad)]
    if len(good) < 20 or len(bad) < 20:
        return ""
    return f"{(bad < np.quantile(good, ALARMS)).mean():.2f}"


class Bench:
    """The pictures of all abilities, and what the model says of them."""

    def __init__(self, run: Run, model: Looking, number: int, seed: int) -> None:
        self.run, self.model, self.seed = run, model, seed
        self.clean = {name: clean(run, name, number, seed, True) for name in run.abilities}

    def head(self, name: str, fields: Fields, rng: Random) -> list[str]:
        others = rivals(fields, self.run.abilities[name].vocabulary, rng, 256)
        return [caption(fields, head) for head in (fields.subject, *others)]

    def first(self, name: str) -> str:
        """Share of pictures whose head is the first of 32."""
        rng, texts = Random(1), []
        for one in self.clean[name]:
            true, *others = self.head(name, one.fields, rng)
            texts.append([true, *rng.sample(others, min(DECOYS, len(others)))])
        return f"{(margins(self.model, [one.pixels for one in self.clean[name]], texts) > 0).mean():.2f}"

    def heads(self, name: str, strangers: bool) -> str:
        """Pictures of other heads under a head: of the same ability, or of all others."""
        rng, row = Random(2), self.clean[name]
        pool = [one for other, some in self.clean.items() if (other != name) == strangers for one in some]
        wrong = []
        for one in row:
            other = next(o for o in (rng.choice(pool) for _ in count()) if apart(o.fields.subject, one.fields.subject))
            wrong.append(other.pixels)
        right = [one.pixels for one in row]
        if strangers:  # whose own heads are not among the others: nothing there to lose against
            own = [caption(one.fields, one.fields.subject) for one in row]
            return recall(similarities(self.model, right, own), similarities(self.model, wrong, own))
        texts = [self.head(name, one.fields, rng) for one in row]
        return recall(margins(self.model, right, texts), margins(self.model, wrong, texts))

    def part(self, name: str, part: str, words: Sequence[str], says: Callable[[str], str]) -> str:
        """Pictures of the same prompt with another place, or in another medium."""
        rng, good, bad, texts = Random(3), [], [], []
        for number, one in enumerate(self.clean[name]):
            own = getattr(one.fields, part)
            others = [word for word in words if word and own and apart(word, own)]
            if not others:
                continue
            other = rng.choice(others)
            fields = replace(one.fields, place=other) if part == "place" else replace(one.fields, medium=other)
            if one.fields.subject == one.fields.medium and part == "medium":
                fields = replace(fields, subject=other)
            wrong = drawn(self.run, fields, number)
            if wrong:
                good.append(one.pixels)
                bad.append(wrong.pixels)
                texts.append([says(own), *map(says, others)])
        return recall(margins(self.model, good, texts), margins(self.model, bad, texts)) if good else ""

    def jokes(self) -> Mapping[str, str]:
        """What is there instead of a joke, under its head; the others are ordinary scenes of its subject."""
        ability = self.run.abilities["joke"]
        assert isinstance(ability, Joke)
        usual: dict[str, list[str]] = {}
        for head, plain in ability.plain.items():
            usual.setdefault(plain.subject, []).append(head)
        rng, good = Random(4), list[Pixels]()
        texts: list[list[str]] = []
        ordinary, beside, other = list[Pixels](), list[Pixels](), list[Pixels]()
        beside_texts, beside_good = list[list[str]](), list[Pixels]()
        for number, one in enumerate(self.clean["joke"]):
            joke = ability.jokes[one.fields.subject]
            if joke.subject not in usual:
                continue
            ordinary_heads = [caption(Fields(head), head) for head in usual[joke.subject]]
            together = Fields(joke.subject, companions=(joke.thing,)) if joke.thing else None
            said = [sentence(together).rstrip(".").lower()] if together else []
            row = [caption(one.fields, joke.head), *ordinary_heads, *said]
            fields = replace(one.fields, subject=rng.choice(usual[joke.subject]), place="")
            if there := drawn(self.run, fields, number):
                good.append(one.pixels)
                ordinary.append(there.pixels)
                texts.append(row)
                other.append(rng.choice(self.clean["joke"]).pixels)
            if together:
                place = one.fields.place or rng.choice(ability.places_of(joke.subject) or ("",))
                if there := drawn(self.run, replace(together, place=place, light=one.fields.light), number):
                    beside.append(there.pixels)
                    beside_good.append(one.pixels)
                    beside_texts.append(row)
        scores = margins(self.model, good, texts)
        return {
            "the ordinary scene instead": recall(scores, margins(self.model, ordinary, texts)),
            "both are there, and do nothing unusual": recall(
                margins(self.model, beside_good, beside_texts), margins(self.model, beside, beside_texts)
            ),
        }


def main(number: int, seed: int, folder: Path) -> None:
    run = build_run(compose(["ability=all", "renderer.size=512"]))
    model = Looking(folder)
    bench = Bench(run, model, number, seed)
    print("| ability | pictures | first of 32 | wrong subject | other ability | wrong place | wrong medium |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    for name, ability in run.abilities.items():
        words = ability.vocabulary
        cells = [
            str(len(bench.clean[name])),
            bench.first(name),
            bench.heads(name, False),
            bench.heads(name, True),
            bench.part(name, "place", words.places, where),
            bench.part(name, "medium", words.media if name != "style" else words.heads, with_article),
        ]
        print(f"| {name} | {' | '.join(cells)} |", flush=True)
    print("\n| under the head of a joke | found |\n|---|---:|")
    for name, found in bench.jokes().items():
        print(f"| {name} | {found} |")
    rows = [one for some in bench.clean.values() for one in some]
    Random(5).shuffle(rows)
    right = total = 0
    for at in range(0, len(rows) - 63, 64):
        some = rows[at : at + 64]
        texts = [sentence(replace(one.fields, quality=())) for one in some]
        best = (model.pictures([one.pixels for one in some]) @ model.texts(texts).T).argmax(1)
        right += sum(texts[b] == texts[i] for i, b in enumerate(best))
        total += 64
    began = time.process_time()
    model.pictures([one.pixels for one in rows[:256]])
    spent = 1000 * (time.process_time() - began) / len(rows[:256])
    print(f"\ntop-1 of 64 whole sentences, all abilities mixed: {right / total:.3f} (n = {total})")
    print(f"{spent:.2f} ms per picture of 512 x 512 pixels, decoding not counted, on one core")


if __name__ == "__main__":
    given = sys.argv[1:]
    main(
        int(given[0]) if given else 200,
        int(given[1]) if given[1:] else 4242,
        Path(given[2]) if given[2:] else HERE,
    )
