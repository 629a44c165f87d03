"""Known damage to clean samples: what a check has to find.

Pictures that show something else are drawn by `sketch` itself, from another prompt; the prompt of the sample stays, and
with it what the checks expect.
"""

import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

import numpy as np
from PIL import Image, ImageEnhance, ImageFilter

from bench.foreign import foreign_turn
from bench.qc_samples import Sample, Studio, in_turn
from synthgen.kit.hashes import sha256
from synthgen.kit.near import apart
from synthgen.kit.pictures import decode, encode
from synthgen.kit.prompt_text import coloured, compile_text
from synthgen.kit.words import content_words, countable, missing_words, with_article
from synthgen.types import Fields, Picture, Pixels, Turn, sample_id

ROUNDS = 4
"""So often a clean sample is damaged in one way at most, each time with another draw of chance."""


@dataclass(frozen=True)
class Planted:
    """A damaged sample."""

    sample: Sample
    variant: str = ""
    twin: Sample | None = None
    """For near-duplicates: the sample that was kept before it."""
    turn: int | None = None
    """For damaged texts: which turn."""


Clean = Mapping[str, Sequence[Sample]]
"""By ability."""
Damage = Callable[[Studio, Clean, Sample, Random], Planted | None]
"""None where a sample cannot be damaged in this way."""


def planted(damage: Damage, studio: Studio, clean: Clean, name: str) -> Iterator[Planted]:
    """Abilities in turn, as many as one takes and as there are."""

    def of(ability: str) -> Iterator[Planted]:
        for turn in range(ROUNDS):
            for sample in clean[ability]:
                found = damage(studio, clean, sample, Random(f"{name} {turn} {sample.prompt.id}"))
                if found:
                    yield found

    return in_turn([of(ability) for ability in clean])


# pictures of something else ------------------------------------------------------------------------------------------


def swapped_within(studio: Studio, clean: Clean, sample: Sample, rng: Random) -> Planted | None:
    return _swapped(sample, clean[sample.ability], rng)


def swapped_across(studio: Studio, clean: Clean, sample: Sample, rng: Random) -> Planted | None:
    return _swapped(sample, clean[rng.choice([name for name in clean if name != sample.ability])], rng)


def _swapped(sample: Sample, others: Sequence[Sample], rng: Random) -> Planted | None:
    """With a picture whose prompt does not name the head."""
    head = sample.prompt.head
    other = rng.choice(others)
    if not apart(head, other.prompt.head) or not missing_words(head, other.prompt.text):
        return None
    return Planted(_with(sample, replace(other.picture, id=sample.prompt.id)))


def wrong_colour(studio: Studio, clean: Clean, sample: Sample, rng: Random) -> Planted | None:
    fields, colours = sample.prompt.fields, studio.run.abilities[sample.ability].vocabulary.colours
    if not fields.attributes or fields.attributes[0] not in colours:
        return None
    asked = fields.attributes[0]
    other = rng.choice([colour for colour in colours if colour and apart(colour, asked)])  # "" is the thing's own
    thing = fields.subject.replace(f"{asked} ", "", 1)
    return _redrawn(studio, sample, replace(fields, subject=coloured(thing, other), attributes=(other,)), rng)


def wrong_count(studio: Studio, clean: Clean, sample: Sample, rng: Random) -> Planted | None:
    fields = sample.prompt.fields
    counts = set(getattr(studio.run.abilities[sample.ability], "counts", ())) - {fields.count}
    if not counts or not countable(fields.subject):
        return None
    return _redrawn(studio, sample, replace(fields, count=rng.choice(sorted(counts))), rng)


def wrong_place(studio: Studio, clean: Clean, sample: Sample, rng: Random) -> Planted | None:
    fields, vocabulary = sample.prompt.fields, studio.run.abilities[sample.ability].vocabulary
    others = [place for place in vocabulary.places if apart(place, fields.place)]
    if vocabulary.unusual or not fields.place or not others:
        return None
    return _redrawn(studio, sample, replace(fields, place=rng.choice(others)), rng)


def missing_subject(studio: Studio, clean: Clean, sample: Sample, rng: Random) -> Planted | None:
    """The place alone."""
    fields = sample.prompt.fields
    if studio.run.abilities[sample.ability].vocabulary.unusual or not fields.place or fields.medium == fields.subject:
        return None
    bare = Fields(fields.place, light=fields.light, medium=fields.medium, quality=fields.quality)
    return _redrawn(studio, sample, bare, rng)


def no_incongruity(studio: Studio, clean: Clean, sample: Sample, rng: Random) -> Planted | None:
    """The subject of the joke where one would meet it."""
    ability, fields = studio.run.abilities[sample.ability], sample.prompt.fields
    joke = getattr(ability, "jokes", {}).get(fields.subject)
    if joke is None:
        return None
    usual = [head for head, plain in ability.plain.items() if plain.subject == joke.subject]  # type: ignore[attr-defined]
    if not usual:
        return None
    return _redrawn(studio, sample, replace(fields, subject=rng.choice(usual), place=""), rng)


def wrong_relation(studio: Studio, clean: Clean, sample: Sample, rng: Random) -> Planted | None:
    """The subject beside its thing, where the joke is what it does with the thing: "penguin next to a car"."""
    joke = getattr(studio.run.abilities[sample.ability], "jokes", {}).get(sample.prompt.head)
    if joke is None or not joke.thing:
        return None
    fields, relation = sample.prompt.fields, re.sub(r"\{\w+\}", "", joke.twist["pattern"])
    if not re.search(r"ing\b|bigger than|on the ocean", relation):
        return None
    there = re.search(r"the (\w+)$", relation)  # "riding {a_thing} on the ocean"
    place = there[1] if there else fields.place
    beside = replace(fields, subject=joke.subject, relation="next to", companions=(joke.thing,), place=place)
    return _redrawn(studio, sample, beside, rng)


def _redrawn(studio: Studio, sample: Sample, fields: Fields, rng: Random) -> Planted | None:
    """With a picture of other fields, with the noise of another sample."""
    prompt = replace(sample.prompt, fields=fields, text=compile_text(fields))
    picture = studio.drawn(prompt, rng.getrandbits(60))
    return Planted(_with(sample, picture)) if picture else None


# damaged pictures ----------------------------------------------------------------------------------------------------


def blurred(studio: Studio, clean: Clean, sample: Sample, rng: Random) -> Planted | None:
    radius = rng.choice((8, 16))
    return _damaged(sample, lambda image: image.filter(ImageFilter.GaussianBlur(radius)), f"{radius} px")


def blank(studio: Studio, clean: Clean, sample: Sample, rng: Random) -> Planted | None:
    """A sheet of one colour: by itself, with a grain that nobody sees, with one speck."""
    colour = rng.choice(("white", "black", "gray", "red", "navy", "beige", "lightgreen"))
    variant = rng.choice(("plain", "grain", "speck"))

    def sheet(image: Image.Image) -> Image.Image:
        found = np.asarray(Image.new("RGB", image.size, colour)).astype(np.float32)
        if variant == "grain":
            found = found + np.random.default_rng(rng.getrandbits(32)).normal(0, 1.2, found.shape)
        elif variant == "speck":
            across, down = (rng.randrange(side - 4) for side in image.size)
            found[down : down + 4, across : across + 4] = 255 - found[down : down + 4, across : across + 4]
        return Image.fromarray(np.clip(found, 0, 255).astype(np.uint8))

    return _damaged(sample, sheet, variant)


def noise(studio: Studio, clean: Clean, sample: Sample, rng: Random) -> Planted | None:
    variant = rng.choice(("white", "own pixels shuffled", "own blocks shuffled", "salt and pepper"))
    dice = np.random.default_rng(rng.getrandbits(32))

    def noisy(pixels: Pixels) -> Pixels:
        height, width, _ = pixels.shape
        if variant == "white":
            return dice.integers(0, 256, pixels.shape, dtype=np.uint8)
        if variant == "salt and pepper":
            return np.broadcast_to(dice.choice(np.array((0, 255), np.uint8), (height, width, 1)), pixels.shape).copy()
        side = 1 if variant == "own pixels shuffled" else rng.choice((2, 4, 8))
        cells = pixels[::side, ::side].reshape(-1, 3)
        grid = dice.permutation(cells).reshape(-(-height // side), -(-width // side), 3)
        return grid.repeat(side, 0).repeat(side, 1)[:height, :width]

    return _damaged(sample, lambda image: Image.fromarray(noisy(np.asarray(image))), variant)


def near_duplicate(studio: Studio, clean: Clean, sample: Sample, rng: Random) -> Planted | None:
    """A second picture of the same prompt that is hardly another: packed again, a little brighter, or a little cut."""
    variant = rng.choice(("packed again", "brighter by 3 %", "1 % cut off"))
    index = 2 * sample.slot.index
    first, second = (
        _as_number(sample, sample_id(sample.ability, index + i)) for i in (0, 1)
    )  # as with images_per_prompt=2

    def change(image: Image.Image) -> Image.Image:
        if variant == "packed again":
            packed = io.BytesIO()
            image.save(packed, "JPEG", quality=rng.randint(60, 85))
            return Image.open(packed)
        if variant == "1 % cut off":
            width, height = image.size
            left, top = (rng.choice((0, 1)) * round(0.01 * side) for side in (width, height))
            size = round(0.99 * width), round(0.99 * height)
            return image.crop((left, top, left + size[0], top + size[1])).resize(image.size, Image.Resampling.BICUBIC)
        return ImageEnhance.Brightness(image).enhance(1.03)

    found = _damaged(second, change, variant)
    return replace(found, twin=first)


def second_picture(studio: Studio, clean: Clean, sample: Sample, rng: Random) -> Planted | None:
    """No damage: another picture of the same prompt, which is no duplicate."""
    index = 2 * sample.slot.index
    first, second = (_as_number(sample, sample_id(sample.ability, index + i)) for i in (0, 1))
    picture = studio.drawn(second.prompt, rng.getrandbits(60))
    return Planted(_with(second, picture), twin=first) if picture else None


def _as_number(sample: Sample, id: str) -> Sample:
    picture = replace(sample.picture, id=id)
    return replace(sample, prompt=replace(sample.prompt, id=id), picture=picture)


def _damaged(sample: Sample, change: Callable[[Image.Image], Image.Image], variant: str) -> Planted:
    pixels = np.asarray(change(Image.fromarray(decode(sample.picture.data))).convert("RGB"))
    data = encode(pixels, sample.picture.format)
    return Planted(_with(sample, replace(sample.picture, data=data, sha256=sha256(data))), variant)


def _with(sample: Sample, picture: Picture) -> Sample:
    return replace(sample, picture=picture)


# damaged texts -------------------------------------------------------------------------------------------------------

THINGS = (
    "bicycle", "umbrella", "dog", "cat", "clock", "guitar", "backpack", "suitcase", "chair", "ladder", "vase", "lamp",
    "bottle", "kite", "balloon", "piano", "helicopter", "tractor", "horse", "elephant", "bench", "fountain", "candle",
    "book", "camera", "hat", "pizza", "rabbit", "statue", "telescope", "tent", "mirror", "bucket", "train", "owl",
)  # fmt: skip
"""What an answer may add although it is not there."""
ADDED = (
    "There is also {a} in the picture.",
    "Next to it stands {a}.",
    "In the background one can see {a}.",
    "{A} is visible behind it.",
    "It also shows {a} on the left.",
    "On the right there is {a}.",
    "{A} can be seen nearby.",
    "Beside it, {a} has been placed.",
    "In front of it lies {a}.",
    "A little further away you will notice {a}.",
)
LONG = 6
"""Words of an answer that can be cut."""


def hallucinated(studio: Studio, clean: Clean, sample: Sample, rng: Random) -> Planted | None:
    """A sentence about a thing that is not there; where the world is closed, the prompt says all that is there."""
    turn = _turn(sample, rng, LONG)
    said = " ".join([sample.prompt.text, *(f"{t.question} {t.answer}" for t in sample.dialogue.turns)])
    thing = rng.choice(THINGS)
    if turn is None or not all(apart(thing, word) for word in content_words(said)):
        return None
    a = with_article(thing)
    return _said(sample, turn, f"{sample.dialogue.turns[turn].answer} {_filled(rng.choice(ADDED), a)}", "")


def _filled(pattern: str, a: str) -> str:
    return pattern.format(a=a, A=a.capitalize())


def leaked_prompt(studio: Studio, clean: Clean, sample: Sample, rng: Random) -> Planted | None:
    turn = _turn(sample, rng, LONG)
    if turn is None:
        return None
    answer, text = sample.dialogue.turns[turn].answer, sample.prompt.text
    bare = re.sub(r"[()]", "", text)
    last = ", ".join(bare.split(", ")[-3:])
    leaks = {
        "in brackets": f"{answer} {text}",
        "without brackets": f"{answer} {bare}.",
        "as the answer": f"The picture shows {bare}.",
        "its last three keywords": f"{answer.rstrip('.')}, {last}.",
    }
    variant = rng.choice(list(leaks))
    return _said(sample, turn, leaks[variant], variant)


def other_language(studio: Studio, clean: Clean, sample: Sample, rng: Random) -> Planted | None:
    if sample.dialogue.kind not in ("describe", "detail", "reasoning"):
        return None
    language, found = foreign_turn(rng)
    dialogue = replace(sample.dialogue, turns=(found,), claims=())
    return Planted(replace(sample, dialogue=dialogue), language, turn=0)


def truncated(studio: Studio, clean: Clean, sample: Sample, rng: Random) -> Planted | None:
    """An answer that ends at three to nine tenths of its words, between two of them or within one."""
    turn = _turn(sample, rng, LONG)
    if turn is None:
        return None
    words = sample.dialogue.turns[turn].answer.split()
    kept = words[: max(3, min(len(words) - 1, round(len(words) * rng.uniform(0.3, 0.9))))]
    within = rng.random() < 0.5 and len(kept[-1]) > 3
    if within:
        kept[-1] = kept[-1][: len(kept[-1]) // 2]
    cut = " ".join(kept)
    if cut.endswith((".", "!", "?")):  # a sentence that happens to be whole
        return None
    return _said(sample, turn, cut, "within a word" if within else "after a word")


def _turn(sample: Sample, rng: Random, words: int) -> int | None:
    """One whose answer has at least so many words."""
    long = [i for i, turn in enumerate(sample.dialogue.turns) if len(turn.answer.split()) >= words]
    return rng.choice(long) if long else None


def _said(sample: Sample, turn: int, answer: str, variant: str) -> Planted:
    turns = list(sample.dialogue.turns)
    turns[turn] = Turn(turns[turn].question, answer)
    return Planted(replace(sample, dialogue=replace(sample.dialogue, turns=tuple(turns))), variant, turn=turn)


# what is promised ----------------------------------------------------------------------------------------------------

PICTURES: Mapping[str, tuple[Damage, float | None]] = {
    "blank": (blank, 0.95),
    "noise": (noise, 0.95),
    "blurred": (blurred, 0.95),
    "near-duplicates": (near_duplicate, 0.95),
    "swapped across abilities": (swapped_across, 0.95),
    "swapped within an ability": (swapped_within, 0.85),
    "wrong color": (wrong_colour, 0.95),
    "wrong count": (wrong_count, None),
    "wrong place": (wrong_place, 0.85),
    "missing subject, the place only": (missing_subject, None),
    "incongruity missing": (no_incongruity, 0.85),
    "elements present, relation wrong": (wrong_relation, None),
}
"""What checks of pictures have to find, and the recall that is the target; None: no target."""
TEXTS: Mapping[str, tuple[Damage, float | None]] = {
    "hallucinated object": (hallucinated, None),
    "leaked prompt": (leaked_prompt, 0.95),
    "wrong language": (other_language, 0.95),
    "truncated text": (truncated, 0.95),
}
"""What checks of dialogues, or the gate before them, have to find."""
