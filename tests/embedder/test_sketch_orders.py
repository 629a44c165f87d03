"""What the embedded CLIP learns from: texts that are true of their pictures, and wrong ones that are wrong."""

from itertools import islice
from random import Random

import pytest

from synthgen.clip_training.facts import needs, shown
from synthgen.clip_training.fresh import GROUP, TEXTS, Painters, drawable_abilities, groups, vocabulary
from synthgen.clip_training.orders import Orders
from synthgen.embedder.sketch_clip.pixels import SIDE
from synthgen.embedder.sketch_clip.shape import HERE
from synthgen.embedder.sketch_clip.tokens import LENGTH, Tokens, padded, words_of
from synthgen.embedder.sketch_clip.weights import WORDS
from synthgen.errors import DeviceError
from synthgen.types import Fields

CAT = Fields("cat", place="kitchen", companions=("lamp",), medium="watercolor")


@pytest.fixture(scope="module")
def orders() -> Orders:
    return Orders(drawable_abilities())


@pytest.mark.parametrize(
    "said, true",
    [
        (Fields("cat"), True),
        (Fields("lamp"), True),  # it stands beside the cat
        (Fields("kitchen"), True),
        (Fields("", place="kitchen"), True),
        (Fields("", medium="watercolor"), True),
        (Fields("cat", place="kitchen", medium="watercolor"), True),
        (Fields("dog"), False),
        (Fields("", place="beach"), False),
        (Fields("", medium="mosaic"), False),
        (Fields("cat", place="beach"), False),
        (Fields("black cat"), False),
        (Fields("cat", count=2), False),
        (Fields("cat driving a car"), False),
    ],
)
def test_a_text_is_true_of_a_picture_that_shows_all_it_says(said: Fields, true: bool) -> None:
    facts = shown(CAT)
    assert facts is not None and (needs(said) <= facts) == true


def test_words_that_are_drawn_alike_are_true_of_each_other() -> None:
    facts = shown(Fields("sofa"))
    assert facts is not None and needs(Fields("couch")) <= facts


def test_what_cannot_be_drawn_has_no_facts() -> None:
    assert shown(Fields("glorpfish")) is None


def test_every_text_of_a_picture_is_true_of_it(orders: Orders) -> None:
    tokens = Tokens((HERE / WORDS).read_text().split())
    for group in islice(groups(orders, tokens, Random(3)), 6):
        assert group.pixels.shape[1:] == (SIDE, SIDE, 3)
        assert len(group.pixels) == len(group.facts) == len(group.texts) <= GROUP
        for facts, texts in zip(group.facts, group.texts, strict=True):
            assert len(texts) == TEXTS
            for text in texts:
                assert text.needs <= facts
                assert text.tokens[-1] == tokens.end and 1 < len(text.tokens) <= LENGTH


def test_the_ordinary_scene_is_a_wrong_text_for_the_joke_about_it(orders: Orders) -> None:
    row = orders.group("joke", 400, Random(5))
    odd = [one for one in row if one.odd]
    plain = [one for one in row if one.plain]
    assert odd and plain and len(odd) + len(plain) == 400
    assert {one.fields.subject.split()[0] for one in odd} & {one.fields.subject.split()[0] for one in plain}


@pytest.mark.parametrize("name", ["animal", "color", "style", "clothes"])
def test_groups_share_scenes_or_subjects_more_often_than_chance(orders: Orders, name: str) -> None:
    rng, alike = Random(1), 0
    for _ in range(12):
        row = [one.fields for one in orders.group(name, GROUP, rng)]
        same_scene = len({(one.place, one.light) for one in row}) <= 4
        few = len({one.subject.split()[-1] for one in row}) <= GROUP // 8
        alike += same_scene or few
    assert 3 <= alike <= 11


def test_the_shipped_model_has_read_nearly_all_words_that_the_abilities_are_made_of() -> None:
    """If this fails, abilities have many new words, of which nothing is scored: train it anew."""
    known, now = {*(HERE / WORDS).read_text().split()}, vocabulary(drawable_abilities(), Random(0))
    assert len([word for word in now if word not in known]) <= len(now) * 0.03


def test_words_lose_articles_and_plurals() -> None:
    assert words_of("The two Wolves, in a middle-aged forest") == ("two", "wolf", "in", "middle", "aged", "forest")


def test_the_end_has_the_highest_number_and_long_texts_are_cut() -> None:
    tokens = Tokens(["cat", "dog"])
    assert tokens.row("a cat and a dog") == [2, 1, 3, 4] and tokens.size == 5
    assert tokens.unknown("a cat and a dog") and not tokens.unknown("dogs")
    assert len(tokens.row("cat " * 99)) == LENGTH
    assert padded([[2, 4], [2, 3, 4]]).tolist() == [[2, 4, 0], [2, 3, 4]]


def test_painters_draw_until_the_block_ends_and_their_death_is_told() -> None:
    with Painters(["cat"], 1, Random(0)) as painters:
        (process,) = painters._processes
        assert len(painters.next().pixels) > 1
        process.kill()
        with pytest.raises(DeviceError, match="run it again"):
            for _ in range(99):  # what lies in the queue is still given
                painters.next()
    assert not process.is_alive()
