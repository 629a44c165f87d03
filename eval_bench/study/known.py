"""Statements whose verdict anybody knows: to practise on, and to tell who does not look.

A wrong one would flag honest people, so only plain things are used: everyday words, said against a word of quite
another kind ("a train", not "a taxi", against "a car"), or against a color that color-blind people tell apart too; no
questions of taste, of breeds, of jobs. Beside a reference answer that a person has accepted, other yes-no and
either-or questions are as plain. How many a benchmark has room for depends on what it asks.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from random import Random

from eval_bench.keywords import verdict_of
from eval_bench.study.types import Form, Kind
from eval_bench.types import Item
from synthgen.kit.hashes import seed_of
from synthgen.kit.word_tables import COLOURS
from synthgen.kit.words import content_words, singular, with_article

Row = tuple[Item, tuple[str, ...], tuple[tuple[str, ...], ...], Kind, str]
"""Item, texts, models, kind, known: what a statement has beside its number."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


Pair = tuple[str, str]
"""A right answer and a wrong one."""
_KINDS = {
    "animal": """
        cat, dog | horse, cow, pig, sheep, zebra, giraffe, camel | elephant | rabbit, mouse, squirrel, kangaroo | monkey
        | bear, panda | chicken, duck, owl, parrot, penguin, flamingo, peacock, swan, ostrich | fish, shark, dolphin,
        whale | octopus, crab, starfish, jellyfish | frog, snake, crocodile, turtle | bee, butterfly, spider, snail,
        ladybug
    """,
    "vehicle": """
        car, bus, truck, taxi, ambulance, tractor, van, jeep, bulldozer, excavator, fire truck, police car, race car,
        dump truck, school bus, pickup truck, sports car, convertible, limousine, garbage truck, tow truck, crane truck
        | train, freight train, steam locomotive | bicycle, motorcycle, tricycle, moped | airplane, helicopter, rocket,
        fighter jet | sailboat, canoe, rowboat, kayak, ship, submarine, ferry, cruise ship, pirate ship, tugboat
        | wheelchair | sled, snowmobile, dog sled | skateboard, kick scooter
    """,
    "food": """
        apple, banana, broccoli, corn, pumpkin, watermelon, coconut, cabbage, cauliflower | pizza | hamburger, hot dog,
        french fries, sandwich | cupcake, donut, muffin, cake, cookies, pancakes, waffle, chocolate cake | spaghetti,
        ramen | sushi, lobster, grilled fish, shrimp | popcorn | lollipop, candy cane | ice cream cone, popsicle |
        steak, sausage, fried chicken | bread, baguette, croissant, pretzel | cup of coffee, cup of tea, lemonade,
        orange juice, glass of milk
    """,
    "furniture": """
        bed, sofa, bunk bed, crib | bathtub, toilet, sink | refrigerator, stove, washing machine, dishwasher | piano |
        ladder | bookshelf, bookcase, wardrobe | hammock, swing | throne | ironing board | picnic table | aquarium
    """,
}
"""By ability, everyday words in families; nobody takes a thing of one family for one of another."""
_COLOURS = {
    "red": "blue white",
    "blue": "red yellow white",
    "yellow": "blue black",
    "white": "red blue black",
    "black": "yellow white",
}
"""With each, those that nobody takes for it, however he sees colors."""
_FRAME = _set(
    """
    picture image photo photograph scene show shows shown see seen look looks visible there animal vehicle food drink
    piece furniture kind type color colour colored name called call main subject thing object stands stand
    """
)
"""Words of a question that ask for nothing but what there is."""
_TASTE = _set(
    """
    more most less least better best worse worst bigger biggest smaller smallest larger largest older oldest younger
    youngest nicer nicest likely probably favorite think feel seem prefer like should would could might
    """
)
_FAMILY = {
    (ability, singular(word.strip())): (ability, number)
    for ability, families in _KINDS.items()
    for number, family in enumerate(" ".join(families.split()).split("|"))
    for word in family.split(",")
}
_DENIALS = (("shows", "does not show"), ("has", "does not have"), ("is", "is not"), ("can be", "cannot be"))


def statements(
    sample: Sequence[Item],
    pool: Iterable[Item],
    said: Mapping[tuple[str, str], str],
    *,
    form: Form,
    calibration: int,
    attention: int,
    seed: int,
    reference: bool,
) -> list[Row]:
    """So many of calibration and attention, fewer where there are no more; half of them right, each on its own item.

    `sample`: the items that raters vote on: they are used after the others of `pool`. `said`: what models answered, by
    item and model: none of it is said again. `reference`: raters see what is right beside it; if they do not, a thing
    has to be told from another one ("it is no train", not "it is a kayak").
    """
    rng, taken = Random(seed_of(seed, "known")), {item.id for item in sample}
    answered = defaultdict(set)
    for (item_id, _), text in said.items():
        answered[item_id].add(_tidy(text))
    offers = [(item, pairs) for item in _mixed(pool, taken, rng) if (pairs := pairs_of(item, reference))]
    found: list[Row] = []
    for number in range(calibration + attention):
        right = number % 2 == seed % 2
        sayable = (_sayable(item, pairs, right, form, answered[item.id], reference) for item, pairs in offers)
        place, pairs = next(((n, pairs) for n, pairs in enumerate(sayable) if pairs), (0, []))
        if not pairs:
            break
        (item, _), pair = offers.pop(place), rng.choice(pairs)
        kind: Kind = "calibration" if number < calibration else "attention"
        if form == "sides":
            found.append((item, pair if right else pair[::-1], ((), ()), kind, "first" if right else "second"))
        else:
            found.append((item, (pair[not right],), ((),), kind, "1" if right else "0"))
    return found


def pairs_of(item: Item, reference: bool = False) -> list[tuple[str, str]]:
    """Answers that are right, each with one in like words that is wrong; none where a careful person could doubt it.

    With the `reference` beside it, which a person has accepted, nobody doubts yes against no, or one option against the
    other, whatever they are about.
    """
    found: list[tuple[str, str]] = []
    sure = reference and item.counts and not _TASTE & set(content_words(item.question))
    if item.style == "yes_no" and (sure or _plain(item)):
        found = [(item.answer, _denied(item.answer)), ("Yes.", "No.") if item.accept == ("yes",) else ("No.", "Yes.")]
    elif item.style != "yes_no" and not _TASTE & set(content_words(item.question)):
        for other in dict.fromkeys(word for word in (*item.refuse, *item.options) if _other(item, word, sure)):
            found.append((item.answer, _swapped(item.answer, item.accept, other)))
            found.append((_brief(item.ability, item.accept[0]), _brief(item.ability, other)))
    verdicts = [(verdict_of(item, right)[0], verdict_of(item, wrong)[0]) for right, wrong in found]
    sound = (right == "right" != wrong for right, wrong in verdicts)
    return [pair for pair, fits in zip(found, sound, strict=True) if all(pair) and fits]


def far(ability: str, one: str, other: str) -> bool:
    """Whether both are everyday words, and nobody takes what one means for what the other means."""
    if ability == "color":
        return other.lower() in _COLOURS.get(one.lower(), "").split()
    families = [_FAMILY.get((ability, singular(word.lower()))) for word in (one, other)]
    return None not in families and families[0] != families[1]


def _mixed(pool: Iterable[Item], last: Collection[str], rng: Random) -> list[Item]:
    """By chance, one ability after the other; those of `last` at the end."""
    rows = [(item.id in last, rng.random(), item) for item in pool]
    seen: Counter[tuple[str, bool]] = Counter()
    placed = []
    for late, chance, item in sorted(rows, key=lambda row: row[:2]):
        seen[item.ability, late] += 1
        placed.append((late, seen[item.ability, late], chance, item))
    return [row[-1] for row in sorted(placed, key=lambda row: row[:3])]


def _sayable(
    item: Item, pairs: Sequence[Pair], right: bool, form: Form, answered: Collection[str], reference: bool
) -> list[Pair]:
    """The pairs of which the right answer, the wrong one, or of sides both, can be shown: no model gave it."""
    apart = item.accept == ("no",) or item.style == "either_or" or item.style == "wh" and (form == "sides" or not right)
    if not (reference or apart):
        return []  # nothing to tell the thing from
    if form == "sides":
        return [pair for pair in pairs if not set(map(_tidy, pair)) <= set(answered)]
    whole = [pair for pair in pairs if form != "grades" or pair[0] == item.answer]
    return [pair for pair in whole if _tidy(pair[not right]) not in answered]


def _other(item: Item, word: str, sure: bool) -> bool:
    """Whether a word is plainly not what a picture shows; in an either-or question, the other option."""
    named = item.style == "wh" or set(content_words(word)) <= set(content_words(item.question))
    apart = far(item.ability, item.accept[0], word) or (sure and item.style == "either_or")
    return named and word not in item.accept and apart


def _plain(item: Item) -> bool:
    """Whether a yes-no question asks for nothing but a thing, or a thing's color, that is there or plainly is not."""
    asked, head = set(content_words(item.question)), content_words(item.head)
    if "you" in item.question.lower().split():
        return False
    if item.ability == "color":
        (named, shown) = ([word for word in words if word in COLOURS] for words in (asked, head))
        if len(named) != 1 or len(shown) != 1 or not asked - set(named) - set(head) <= _FRAME:
            return False
        return named == shown and named[0] in _COLOURS if item.accept == ("yes",) else far("color", *named, *shown)
    thing = " ".join(word for word in content_words(item.question) if word not in _FRAME)
    there = " ".join(word for word in head if word not in COLOURS) or thing
    if item.accept == ("yes",):
        return (item.ability, singular(thing)) in _FAMILY and singular(thing) == singular(there)
    return far(item.ability, thing, there)


def _denied(answer: str) -> str:
    """ "Yes, it shows a cat." -> "No, it does not show a cat.", and the other way round; "" where that is hard."""
    yes, comma, told = answer.partition(", ")
    turns = _DENIALS if yes == "Yes" else [(no, so) for so, no in _DENIALS] if yes == "No" else []
    found = [(a, b) for a, b in turns if len(re.findall(rf"\b{a}\b", told)) == 1]
    if not comma or not found or yes == "Yes" and " not " in told:
        return ""
    before, after = found[0]
    return f"{'No' if yes == 'Yes' else 'Yes'}, " + re.sub(rf"\b{before}\b", after, told)


def _swapped(answer: str, accept: Sequence[str], other: str) -> str:
    """The answer of one who takes it for the other: "It shows an owl." -> "It shows a cat."; "" where that is hard."""
    for word in sorted(accept, key=len, reverse=True):
        found = list(re.finditer(rf"\b(?:(an?) )?{re.escape(word)}\b", answer, re.IGNORECASE))
        if len(found) == 1:
            noun = found[0][1] or with_article(word) == word and word.lower() not in COLOURS
            return answer[: found[0].start()] + (with_article(other) if noun else other) + answer[found[0].end() :]
    return ""


def _brief(ability: str, word: str) -> str:
    """ "A train.", "Red." """
    said = word if ability == "color" else with_article(word)
    return f"{said[:1].upper()}{said[1:]}."


def _tidy(text: str) -> str:
    return " ".join(text.lower().split())
