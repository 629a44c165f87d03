import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import synthgen.kit
from abilities.base import WordAbility
from bench.claims import dialogues, right
from bench.planted import ALL, CLOSED, FRAMES, HELD_OUT, KINDS, OPEN, planted, unasked
from synthgen.kit.claims import Checked, check
from synthgen.kit.prompt_text import compile_text, read_fields
from synthgen.types import Claim, Dialogue, Fields, Known, Prompt, Turn
from tests.llm.test_offline import ABILITIES, built, written
from tests.llm.test_offline import KINDS as KINDS_OF_DIALOGUE

GIRAFFE = Fields("giraffe", place="savanna", light=("soft light",), medium="watercolor")
JOKE = Fields("penguin driving a car", place="city street")
BALLOON = Fields("red balloon", ("red",), companions=("blue kite",), place="beach")


def said(answer: str, fields: Fields, question: str = "What does the picture show?", **kinds: str) -> Checked:
    """The answer, judged with all types trusted; `noun`, `facts` and `world` may be given."""
    known = Known(CLOSED.asserts if kinds.get("world") == "closed" else ALL, tuple(filter(None, [kinds.get("fact")])))
    turn, prompt = Turn(question, answer), Prompt("", fields, compile_text(fields))
    return check([turn], [], prompt, known, kinds.get("noun", "animal"))


@pytest.mark.parametrize("frames", [FRAMES, HELD_OUT], ids=["tuned", "held out"])
@pytest.mark.parametrize("kind", KINDS)
def test_planted_statements_are_kept_if_true_and_refused_if_false(
    kind: str, frames: dict[str, tuple[str, ...]]
) -> None:
    kept, true = right(planted(kind, True, frames, 100))
    refused, false = right(planted(kind, False, frames, 100))
    assert kept >= 0.98 * true and refused >= 0.95 * false and true >= 20 and false >= 60


@pytest.mark.parametrize("frames", [FRAMES, HELD_OUT], ids=["tuned", "held out"])
def test_what_a_picture_may_have_unasked_is_never_called_absent(frames: dict[str, tuple[str, ...]]) -> None:
    refused, total = right(unasked(frames))
    assert refused >= 0.95 * total and total >= 200


@pytest.mark.parametrize("held_out", [False, True])
def test_dialogues_as_language_models_write_them(held_out: bool) -> None:
    rows = list(dialogues(held_out))
    kept, true = right(row for row in rows if row.true)
    refused, false = right(row for row in rows if not row.true)
    assert kept >= 0.9 * true and refused >= 0.95 * false and len(rows) >= 40


def test_a_claim_needs_the_trust_of_the_renderer() -> None:
    turn, prompt = Turn("Where is it?", "The giraffe is on the savanna."), Prompt("", GIRAFFE, "")
    assert check([turn], [], prompt, Known(frozenset({"subject", "place"})), "animal").turns == (turn,)
    found = check([turn], [], prompt, Known(frozenset({"subject"})), "animal")
    assert not found.turns and found.refused == (
        (Claim("place", "giraffe", "savanna"), "the renderer is not trusted for it"),
    )


def test_a_fact_entitles_whatever_the_renderer_is_trusted_for() -> None:
    for fact, entitled in (("There is a tall tree next to the giraffe.", True), ("", False)):
        assert bool(said("The giraffe is next to a tall tree.", GIRAFFE, fact=fact).turns) == entitled
    assert said("There is no dog in the picture.", GIRAFFE, fact="There is no dog.").turns
    assert not said("There is no cat in the picture.", GIRAFFE, fact="There is no dog.").turns


def test_only_the_turns_that_say_too_much_are_cut() -> None:
    turns = [
        Turn("What is it?", "It is a giraffe."),
        Turn("What is near it?", "A tree."),
        Turn("Where?", "On the savanna."),
    ]
    found = check(turns, [], Prompt("", GIRAFFE, ""), OPEN, "animal")
    assert found.turns == (turns[0], turns[2])
    assert Claim("subject", "giraffe", "giraffe") in found.claims and ("tree", "object") in {
        (claim.subject, claim.type) for claim, _ in found.refused
    }


def test_what_the_writer_lists_counts_only_if_a_kept_sentence_says_it() -> None:
    turns = [Turn("What is it?", "It is a giraffe.")]
    listed = [
        Claim("subject", "giraffe", "giraffe"),
        Claim("place", "giraffe", "savanna"),
        Claim("colour", "giraffe", "blue"),
    ]
    found = check(turns, listed, Prompt("", GIRAFFE, ""), OPEN, "animal")
    assert found.claims == (listed[0],)
    assert found.refused == ((listed[1], "not said"), (listed[2], "not said"))


def test_a_listed_number_is_found_among_the_words() -> None:
    turns = [Turn("How many giraffes are there?", "There is one giraffe."), Turn("How many? Use a digit.", "1")]
    for turn in turns:
        found = check([turn], [Claim("count", "giraffe", "one")], Prompt("", GIRAFFE, ""), OPEN, "animal")
        assert not found.refused and Claim("count", "giraffe", "one") in found.claims


def test_a_claim_is_not_listed_twice() -> None:
    turn = Turn("Is there a kite?", "Yes, there is a blue kite.")
    listed = [Claim("object", "kite"), Claim("object", "blue kite"), Claim("colour", "kite", "blue")]
    found = check([turn], listed, Prompt("", BALLOON, ""), OPEN, "color")
    assert [claim.type for claim in found.claims].count("object") == 1
    assert [claim.type for claim in found.claims].count("colour") == 1


@pytest.mark.parametrize("name", ABILITIES)
def test_what_the_built_in_writer_says_is_kept(name: str) -> None:
    kept = total = 0
    for kind in (*KINDS_OF_DIALOGUE, *(("counterpart",) if name == "joke" else ())):
        for _, prompt, dialogue in written(name, kind, count=8):
            assert isinstance(dialogue, Dialogue)
            found = check(dialogue.in_english, (), prompt, built().renderer.known, noun(name))
            kept += len(found.turns) == len(dialogue.turns)
            total += 1
    assert kept >= 0.98 * total and total >= 40


def noun(name: str) -> str:
    ability = built().abilities[name]
    assert isinstance(ability, WordAbility)
    return ability.noun


@pytest.mark.parametrize(
    "answer",
    [
        "Penguins cannot drive.",
        "A penguin is driving a car, although penguins cannot drive.",
        "In reality, no penguin has ever driven a car.",
        "It would fit in a book about animals.",
        "A penguin is driving a car. That is odd, because cars have pedals and penguins have short legs.",
        "If it were real, the driver would need a license.",
        "Normally, penguins live in cold regions.",
    ],
)
def test_general_knowledge_and_suppositions_claim_nothing(answer: str) -> None:
    assert said(answer, JOKE, noun="unusual thing").turns


@pytest.mark.parametrize(
    "answer",
    [
        "The giraffe would be standing under a tree.",
        "It might be a zebra.",
        "It is a giraffe, because trees surround the giraffe.",
        "Since the giraffe is eating, it is not asleep.",
        "Trees are behind the giraffe.",
        "The giraffe, which is sleeping, is on the savanna.",
        "Maybe the giraffe is looking for its mother.",
        "It could hide behind the fence.",
        "The giraffe is usually shown with a bird on its back.",
        "In the background one can see a dog.",
        "Behind the giraffe you will notice a red barn.",
    ],
)
def test_what_sounds_general_but_speaks_of_the_picture_is_a_claim(answer: str) -> None:
    assert not said(answer, GIRAFFE).turns


@pytest.mark.parametrize(
    "question, answer, kept",
    [
        ("Is there a tree?", "Yes.", False),
        ("Is there a tree?", "No.", False),
        ("Is the giraffe on the savanna?", "Yes.", True),
        ("Is the giraffe in a kitchen?", "No.", True),
        ("Is this a zebra?", "No, it is a giraffe.", True),
        ("Is it a giraffe or a zebra?", "A giraffe.", True),
        ("Is it a giraffe or a zebra?", "A zebra.", False),
        ("What is the giraffe under the tree eating?", "It is not clear.", False),
        ("What is the zebra doing?", "There is no zebra; it is a giraffe.", False),
        ("What is the zebra doing?", "This is not a zebra. It is a giraffe.", True),
        ("How many giraffes are there?", "Two.", False),
        ("Which animal is it? Answer with one word.", "Giraffe", True),
        ("I see a lion on the savanna. What is it doing?", "That is not a lion; it is a giraffe.", True),
        ("I see a lion on the savanna. Where is it?", "On the savanna.", False),
    ],
)
def test_a_question_is_read_with_its_answer(question: str, answer: str, kept: bool) -> None:
    assert bool(said(answer, GIRAFFE, question).turns) == kept


@pytest.mark.parametrize(
    "answer, open_world, closed_world",
    [
        ("There is no piano in the picture.", False, True),
        ("There is no grass in the picture.", False, False),
        ("There is no giraffe in the picture.", False, False),
        ("The picture shows neither a piano nor a boat.", False, True),
        ("Nothing else is to be seen.", False, False),
        ("Nobody is there.", False, True),
        ("The giraffe is not in a kitchen.", True, True),
        ("This is not a photograph.", True, True),
        ("This is not a zebra.", True, True),
        ("The giraffe is not sleeping.", False, False),
        ("The giraffe has no tail.", False, False),
    ],
)
def test_absence_needs_a_closed_world_or_a_contradiction(answer: str, open_world: bool, closed_world: bool) -> None:
    assert bool(said(answer, GIRAFFE).turns) == open_world
    assert bool(said(answer, GIRAFFE, world="closed").turns) == closed_world


@pytest.mark.parametrize(
    "answer, kept",
    [
        ("The balloon is red.", True),
        ("The kite is blue.", True),
        ("The balloon is blue.", False),
        ("There is a red kite on the beach.", False),
        ("The balloon is not green.", True),
        ("The balloon is not maroon.", False),
        ("A red balloon and a blue kite can be seen.", True),
        ("The balloons are red.", False),
        ("A beautiful red balloon is on the beach.", False),
        ("Clearly, the whole picture is about a red balloon.", True),
    ],
)
def test_a_color_belongs_to_its_thing(answer: str, kept: bool) -> None:
    assert bool(said(answer, BALLOON, noun="color").turns) == kept


@pytest.mark.parametrize(
    "answer",
    [
        "It is odd, because the penguin is wearing a red hat.",
        "It is odd, because there is a dog in the car.",
        "It is odd, since two penguins are in the car.",
        "It is odd, since a penguin in a hat drives the car.",
        "It is odd, as its hat is green.",
        "It is odd, because penguins are standing beside the car.",
        "In reality, the penguin is on a boat.",
        "Everybody knows that the penguin is on a boat.",
        "Nobody expects what is to be seen here, a seal driving a car.",
        "No other animal is in the car.",
        "A penguin is wearing boots.",
        "A penguin is dressed in a suit.",
        "People in the stands watch the car.",
    ],
)
def test_a_reason_that_speaks_of_this_picture_is_read(answer: str) -> None:
    assert not said(answer, JOKE, noun="unusual thing").turns


def test_what_is_part_of_a_name_is_no_color() -> None:
    reef = said("A clownfish swims at a coral reef.", Fields("clownfish", ("swimming",), place="coral reef"))
    assert reef.turns and not [claim for claim in reef.claims if claim.type == "colour"]
    cream = said("The picture shows ice cream.", Fields("ice cream", place="beach"), noun="food")
    assert cream.claims == (Claim("subject", "ice cream", "ice cream"),)


@pytest.mark.parametrize(
    "answer, kept",
    [
        ("A penguin is driving a car.", True),
        ("The car is driven by a penguin.", True),
        ("A car is driving a penguin.", False),
        ("The penguin is driven by a car.", False),
        ("The penguin pushes a car.", False),
    ],
)
def test_who_does_what_is_not_turned_round(answer: str, kept: bool) -> None:
    assert bool(said(answer, JOKE, noun="unusual thing").turns) == kept


def test_the_keywords_of_a_prompt_from_elsewhere_are_sorted_by_what_they_name() -> None:
    fields = read_fields("((Koala)), eucalyptus tree, soft light, 8k")
    assert fields
    for answer, kept in (
        ("A koala on a eucalyptus tree.", True),
        ("A koala on a rock.", False),
        ("A cute koala.", False),
    ):
        assert bool(said(answer, fields).turns) == kept


@given(st.text(max_size=80), st.text(max_size=120), st.text(max_size=30))
def test_no_text_upsets_it(question: str, answer: str, subject: str) -> None:
    found = check([Turn(question, answer)], [], Prompt("", Fields(subject), ""), CLOSED, "animal")
    assert len(found.turns) <= 1


def test_the_word_lists_lie_in_the_package_with_their_license() -> None:
    folder = Path(synthgen.kit.__file__).parent
    assert "Princeton" in (folder / "lexicon.LICENSE").read_text(encoding="utf-8")
    names = (folder / "person_names.txt").read_text(encoding="utf-8").splitlines()
    assert "vincent van gogh" in names and "einstein" in names and "rose" not in names and "giraffe" not in names
    assert json.dumps(names).isprintable()


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Would this picture suit an article about walruses? Why?", "It would, because it shows a walrus."),
        ("What would a fitting title be, and why?", 'A title with "walrus" fits, because the picture shows just that.'),
        ("How would you caption this image of an animal?", "One sees a walrus on an ice field."),
        ("What does the picture show?", "It shows a walrus."),
    ],
)
@pytest.mark.parametrize(
    "lie",
    [
        *("", "A rainbow arches above.", "Its fur is wet from the rain.", "A small dog sleeps beside it."),
        *("Behind it the sun sets.", "A sign reads hello.", "There are four of them.", "Three can be counted."),
        *("One of the four looks up.", "Everyone would agree that it is huge.", "Grass grows all around."),
    ],
)
def test_a_question_about_what_would_be_is_no_leave_to_state_anything(question: str, answer: str, lie: str) -> None:
    prompt = Prompt("animal-1", Fields("walrus", place="ice field"), "((walrus)), ice field")
    known = Known(frozenset({"subject", "colour", "count", "place", "relation", "object", "medium", "absence"}))
    assert bool(check([Turn(question, f"{answer} {lie}".strip())], [], prompt, known, "animal").turns) == (not lie)


def test_what_somebody_may_wear_or_hold_is_never_denied() -> None:
    prompt = Prompt("profession-1", Fields("chef", person="man", place="kitchen"), "((chef)), man, kitchen")
    known = Known(frozenset({"subject", "place", "object", "absence"}))
    for thing, kept in (("hat", False), ("apron", False), ("giraffe", True)):
        turn = Turn(f"Is there a {thing} in the picture?", f"No, there is no {thing} in the picture.")
        assert bool(check([turn], [], prompt, known, "profession").turns) == kept
