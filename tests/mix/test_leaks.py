import json
import os
import pickle
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from synthgen.kit.match import jaccard
from synthgen.kit.pictures import decode, encode
from synthgen.mix.benchmark import items
from synthgen.mix.leaks import JACCARD, Item, Known, Leaks
from synthgen.mix.rows import Row
from synthgen.types import Turn
from tests.samples import spots

DATA = Path(os.environ.get("SYNTHGEN_DATA", Path(__file__).parents[2] / "shared" / "data"))
with_data = pytest.mark.skipif(not (DATA / "stablellava").is_dir(), reason="the published files are not here")

PROMPT = "((red panda)), bamboo forest, two children, snow, realistic, soft light, 8k"
TURN = Turn("Describe the image.", "A red panda climbs over a snowy fence while two children watch from a bridge.")


def row(prompt: str = "", *turns: Turn) -> Row:
    return Row("7", ("7.jpg",), turns, prompt)


def stablellava(name: str) -> list[Row]:
    rows = json.loads((DATA / "stablellava" / f"{name}.json").read_text())
    return [
        Row(r["id"], (r["image"],), (Turn(r["question"].replace("<image>", ""), r["answer"]),), r["prompt"], name)
        for r in rows
    ]


# keywords


@pytest.mark.parametrize(
    "copy",
    [
        PROMPT,
        "snow, two children, bamboo forest, ((Red pandas))",
        "((red panda)), bamboo forest, two children, snow, watercolor, dramatic light, masterpiece",
        "((red panda:1.3)), bamboo forest, two children",
        "((red panda)), bamboo forest, two children, snow, sunset",
    ],
)
def test_a_prompt_that_was_turned_round_restyled_or_lacks_a_word_is_found(copy: str) -> None:
    leaks = Leaks([Item("item 1 of b", prompt=PROMPT)])
    said = leaks.of(row(copy))
    assert said is not None and said.startswith("item 1 of b by its keywords")


@pytest.mark.parametrize(
    "other",
    [
        "((red panda)), kitchen, realistic, soft light, 8k",
        "((red panda)), realistic, soft light, 8k",
        "((red panda)), bamboo forest",
        "((dog)), bamboo forest, two children, snow",
        "",
    ],
)
def test_the_same_head_elsewhere_is_another_picture(other: str) -> None:
    assert Leaks([Item("item 1 of b", prompt=PROMPT)]).of(row(other)) is None


def test_two_prompts_of_nothing_but_one_head_are_the_same_set_and_no_others_of_that_head_match() -> None:
    leaks = Leaks([Item("item 1 of b", prompt="((spaghetti)), realistic, 8k")])
    assert leaks.of(row("((Spaghetti)), shiny, soft light")) == "item 1 of b by its keywords"
    assert leaks.of(row("((spaghetti)), table, realistic, 8k")) is None
    assert leaks.known == Known(items=1, by_keywords=1)


def test_a_head_among_accepted_answers_is_no_prompt() -> None:
    leaks = Leaks([Item("item 1 of b", (Turn("Which dish?", "Spaghetti."),), keywords="spaghetti")])
    assert leaks.of(row("((spaghetti)), realistic, 8k")) is None
    assert leaks.known == Known(items=1, by_nothing=1)


def test_four_of_five_keywords_are_enough_however_many_words_the_fifth_has() -> None:
    leaks = Leaks([Item("item 1 of b", prompt="((dog)), park, bench, ball, long green garden hose")])
    assert leaks.of(row("bench, ((dog)), park, ball")) == "item 1 of b by its keywords (0.80 of them)"
    assert leaks.of(row("bench, ((cat)), park, ball")) is None


def test_an_item_whose_prompt_is_nothing_but_style_is_found_by_its_words_in_rows_with_a_prompt() -> None:
    leaks = Leaks([Item("item 1 of b", (TURN,), prompt="realistic, 8k")])
    assert leaks.of(row("((red panda)), garden", TURN)) == "item 1 of b by its words"
    with_prompt = Leaks([Item("item 1 of b", (TURN,), prompt="((red panda)), zoo")])
    assert with_prompt.of(row("realistic, 8k", TURN)) == "item 1 of b by its words"


WORDS = st.lists(
    st.sampled_from(["dog", "park", "ball", "boat", "tree", "lamp", "rose", "wolf", "cake", "door"]),
    min_size=2,
    max_size=9,
    unique=True,
)


@given(st.lists(WORDS, min_size=1, max_size=12), WORDS)
def test_prompts_match_at_four_fifths_of_their_words_and_never_below(known: list[list[str]], asked: list[str]) -> None:
    leaks = Leaks(Item(f"item {i} of b", prompt=", ".join(words)) for i, words in enumerate(known))
    likeness = [jaccard(frozenset(asked), frozenset(words)) for words in known]
    said = leaks.of(row(", ".join(asked)))
    if max(likeness) >= JACCARD:
        assert said is not None and said.startswith(f"item {likeness.index(max(likeness))} of b by its keywords")
    else:
        assert said is None


# words of turns


def test_a_turn_that_was_asked_for_in_other_words_is_found_wherever_it_stands_in_a_conversation() -> None:
    leaks = Leaks([Item("item 3 of b", (TURN,))])
    copy = Turn(
        "Give a short and clear explanation of the subsequent image.\n",
        "In the picture two children watch from a bridge while a red panda climbs over the snowy fence!",
    )
    assert leaks.of(row("", Turn("What is it?", "A photo."), copy)) == "item 3 of b by its words"


def test_a_turn_with_one_word_in_six_missing_is_found_and_with_two_is_not() -> None:
    leaks = Leaks([Item("item 3 of b", (Turn("", "zebra quilt lamp harp kayak moss"),))])
    assert (
        leaks.of(row("", Turn("", "zebra quilt lamp harp kayak moss fjord")))
        == "item 3 of b by its words (0.86 of them)"
    )
    assert leaks.of(row("", Turn("", "zebra quilt lamp harp kayak fjord"))) is None
    assert leaks.of(row("", Turn("", "zebra quilt lamp harp kayak moss fjord glove"))) is None


def test_a_short_turn_is_a_copy_only_of_an_item_that_has_nothing_else() -> None:
    short = Turn("What is the red panda doing?", "Climbing a fence")
    assert Leaks([Item("item 1 of b", (short,))]).of(row("", short)) == "item 1 of b by its words"
    for item in (Item("i", (short,), "((panda)), zoo"), Item("i", (short,), pictures=(encode(spots(1)),))):
        assert Leaks([item]).of(row("", short)) is None


def test_short_questions_match_nothing_and_are_counted() -> None:
    leaks = Leaks([Item("item 1 of b", (Turn("What is this?", "A dog."),))])
    assert leaks.of(row("", Turn("What is this?", "A dog."))) is None
    assert leaks.known == Known(items=1, by_nothing=1)


def test_where_both_have_a_prompt_the_prompts_decide() -> None:
    with_prompt = Leaks([Item("item 1 of b", (TURN,), prompt="((red panda)), zoo, bridge")])
    assert with_prompt.of(row("((red panda)), garden", TURN)) is None
    assert with_prompt.of(row("", TURN)) == "item 1 of b by its words"
    assert Leaks([Item("item 1 of b", (TURN,))]).of(row("((red panda)), garden", TURN)) == "item 1 of b by its words"


def test_the_answer_is_the_same_in_another_process() -> None:
    leaks = Leaks([Item("item 3 of b", (TURN,), PROMPT, pictures=(encode(spots(1)),))])
    again: Leaks = pickle.loads(pickle.dumps(leaks))
    assert again.known == leaks.known == Known(1, 1, 1, 1)
    for asked in (row(PROMPT), row("", TURN), row("((cat)), sofa")):
        assert again.of(asked) == leaks.of(asked)


# pictures


def test_a_picture_that_was_resized_and_packed_anew_is_found() -> None:
    pixels = np.kron(spots(4), np.ones((6, 6, 1), np.uint8))
    leaks = Leaks([Item("item 2 of b", pictures=(encode(pixels, "png"),))])
    small = np.asarray(Image.fromarray(pixels).resize((200, 150)))
    assert leaks.of(row(), [encode(spots(5)), encode(small, "jpg", 60)]) == "item 2 of b by its picture"
    assert leaks.of(row(), [encode(spots(5))]) is None
    assert leaks.of(row(), [b"no picture"]) is None


def test_pictures_are_opened_only_where_the_texts_give_no_answer() -> None:
    asked = []

    def files() -> list[bytes]:
        asked.append(True)
        return []

    leaks = Leaks([Item("item 1 of b", prompt=PROMPT, pictures=(encode(spots(1)),))])
    assert leaks.of(row(PROMPT), (data for _ in "a" for data in files()))
    assert asked == []
    assert leaks.of(row("((cat)), sofa"), (data for _ in "a" for data in files())) is None
    assert asked == [True]
    without_pictures = Leaks([Item("item 1 of b", prompt=PROMPT)])
    assert without_pictures.of(row("((cat)), sofa"), (data for _ in "a" for data in files())) is None
    assert asked == [True]


def test_pictures_of_rows_that_do_not_open_are_told() -> None:
    leaks = Leaks([Item("item 1 of b", (TURN,), pictures=(encode(spots(1)),))])
    told: list[int] = []
    assert leaks.of(row(), [b"", b"broken", encode(spots(2))], lambda: told.append(1)) is None
    assert leaks.of(row("", TURN), [b""], lambda: told.append(1)) is not None
    assert len(told) == 2


def test_pictures_that_were_not_found_are_counted() -> None:
    leaks = Leaks([Item("item 1 of b", (TURN,), pictures=(b"", b"broken", encode(spots(1))))])
    assert leaks.known == Known(items=1, by_words=1, by_picture=1, pictures_lost=2)


@pytest.mark.skipif(not (DATA / "real_images").is_dir(), reason="the photographs are not here")
def test_photographs_are_found_in_other_sizes_and_none_is_taken_for_another() -> None:
    files = sorted((DATA / "real_images").iterdir())
    leaks = Leaks(Item(path.stem, pictures=(path.read_bytes(),)) for path in files)
    for path in files:
        whole = Image.fromarray(decode(path.read_bytes()))
        for width, format in ((336, "jpg"), (whole.width // 2, "webp")):
            copy = np.asarray(whole.resize((width, width * whole.height // whole.width)))
            assert leaks.of(row(), [encode(copy, format, 70)]) == f"{path.stem} by its picture"
        others = Leaks(Item(other.stem, pictures=(other.read_bytes(),)) for other in files if other != path)
        assert others.of(row(), [path.read_bytes()]) is None


# published data


@with_data
def test_published_files_of_other_kinds_have_nothing_in_common() -> None:
    leaks = Leaks(items([DATA / "llava" / "coco2014_val_gpt4_qa_30x3.jsonl"]))
    assert leaks.known.by_words == 86
    rows = [r for name in ("action", "animal", "color", "food", "plant") for r in stablellava(name)]
    assert len(rows) == 29_916
    assert [r.id for r in rows if leaks.of(r)] == []
    assert [r.id for r in rows if leaks.of(row("", *r.turns))] == []


@with_data
def test_the_two_published_files_about_the_same_thirty_photographs_are_found_out() -> None:
    leaks = Leaks(items([DATA / "llava" / "qa90_gpt4_answer.jsonl"]))
    lines = (DATA / "llava" / "coco2014_val_gpt4_qa_30x3.jsonl").read_text().splitlines()
    rows = [row("", Turn(r["instruction"], r["output"])) for r in map(json.loads, lines)]
    found = [said for said in map(leaks.of, rows) if said]
    assert len(found) > 50


@with_data
def test_a_benchmark_of_one_ability_leaves_most_of_that_ability_and_all_of_the_others() -> None:
    animals = stablellava("animal")
    leaks = Leaks(Item(f"item {r.id} of b", r.turns, r.prompt) for r in animals[::1000])
    assert leaks.known.by_keywords == 10
    taken = [r for r in animals if leaks.of(r)]
    heads = {r.prompt.partition(",")[0].lower() for r in animals[::1000]}
    of_these_heads = [r for r in animals if r.prompt.partition(",")[0].lower() in heads]
    assert 10 <= len(taken) < len(of_these_heads) / 2
    assert [r.id for name in ("action", "color", "food", "plant") for r in stablellava(name) if leaks.of(r)] == []
