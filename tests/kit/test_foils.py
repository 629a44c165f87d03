"""Claims as sentences, and the wrong sentences beside them."""

import pytest

from synthgen.kit.foils import pair_of, pairs
from synthgen.kit.near import apart
from synthgen.kit.statements import claims_of, statement
from synthgen.types import Claim, ClaimType, Fields, Prompt, Vocabulary

WORDS = Vocabulary(
    ("dog", "horse", "fishing", "reading a book", "beehive hairdo"),
    ("forest", "kitchen", "beach"),
    ("watercolor", "mosaic", "oil painting"),
    ("red", "green", "blue"),
)
JOKES = Vocabulary(
    ("penguin driving a car", "penguin on the moon"), ("park",), unusual=True, usual=("penguin on an ice field",)
)


def said(type: ClaimType, subject: str, value: str = "") -> str:
    return statement(Claim(type, subject, value))


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (Claim("subject", "car", "car"), "The picture shows a car."),
        (Claim("subject", "penguin driving a car"), "A penguin is driving a car."),
        (Claim("subject", "tiger with wings"), "A tiger has wings."),
        (Claim("subject", "doing yoga"), "Somebody in the picture is doing yoga."),
        (Claim("subject", "ice skating"), "Somebody in the picture is ice skating."),
        (Claim("subject", "gray rocking chair"), "The picture shows a gray rocking chair."),
        (Claim("subject", "red flying saucer"), "The picture shows a red flying saucer."),
        (Claim("subject", "woman", "elderly woman"), "The picture shows an elderly woman."),
        (Claim("colour", "car", "red"), "The car is red."),
        (Claim("colour", "jeans", "blue"), "The jeans are blue."),
        (Claim("count", "dog", "3"), "There are three dogs."),
        (Claim("count", "dogs", "one"), "There is one dog."),
        (Claim("place", "dog", "forest"), "The scene is in the forest."),
        (Claim("place", "dog", "outdoors"), "The scene is outdoors."),
        (Claim("place", "dog", "soft light"), "The light in the picture: soft light."),
        (Claim("relation", "dog", "riding a sled"), "The dog is riding a sled."),
        (Claim("relation", "dog", "rides a sled"), "The dog rides a sled."),
        (Claim("pose", "dogs", "sitting"), "The dogs are sitting."),
        (Claim("part", "dog", "tail"), "The dog has a tail."),
        (Claim("medium", "picture", "oil painting"), "The picture is an oil painting."),
        (Claim("object", "dog", "ball"), "There is a ball in the picture."),
        (Claim("opinion", "dog", "beautiful"), ""),
        (Claim("medium", "picture", "highly detailed"), ""),
        (Claim("subject", "car", "the car is red"), ""),
        (Claim("subject", "car", "the picture shows a red car"), ""),
    ],
)
def test_a_claim_becomes_a_plain_sentence(claim: Claim, expected: str) -> None:
    assert statement(claim) == expected


def foil(claim: Claim, fields: Fields, words: Vocabulary = WORDS, id: str = "animal-000000001") -> str:
    pair = pair_of(claim, Prompt(id, fields, ""), words)
    assert pair is not None
    return pair.foil


@pytest.mark.parametrize("index", range(12))
def test_a_foil_is_of_the_same_type_and_wrong(index: int) -> None:
    id, fields = f"animal-{index:09d}", Fields("red dog", ("red",), 2, place="forest", medium="watercolor")
    assert foil(Claim("colour", "dog", "red"), fields, id=id) in ("The dog is green.", "The dog is blue.")
    assert foil(Claim("subject", "dog", "dog"), fields, id=id) in (
        "The picture shows a horse.",
        "The picture shows a beehive hairdo.",
    )
    assert foil(Claim("subject", "red dog", "red dog"), fields, id=id) in (
        "The picture shows a green dog.",
        "The picture shows a blue dog.",
    )
    assert foil(Claim("place", "dog", "forest"), fields, id=id) in (
        "The scene is in a kitchen.",
        "The scene is on a beach.",
    )
    assert foil(Claim("medium", "picture", "watercolor"), fields, id=id) == "The picture is a mosaic."
    assert foil(Claim("count", "dog", "two"), fields, id=id) in (
        "There is one dog.",
        "There are three dogs.",
        "There are four dogs.",
    )
    assert foil(Claim("place", "dog", "indoors"), fields, id=id) == "The scene is outdoors."
    assert foil(Claim("subject", "woman", "woman"), fields, id=id) == "The picture shows a man."


def test_a_place_that_may_be_seen_from_another_is_no_foil_of_it() -> None:
    words = Vocabulary(("dog",), ("mountains", "kitchen"))
    found = {
        foil(Claim("place", "dog", "meadow"), Fields("dog", place="meadow"), words, f"x-{i:09d}") for i in range(20)
    }
    assert found == {"The scene is in a kitchen."}


def test_what_the_prompt_names_is_never_the_foil_of_something_else() -> None:
    fields = Fields("dog", companions=("umbrella", "guitar"), place="kitchen")
    for i in range(60):
        other = foil(Claim("object", "dog", "umbrella"), fields, id=f"animal-{i:09d}")
        assert "guitar" not in other
        assert "umbrella" not in other
        assert "dog" not in other


def test_the_foil_of_a_joke_is_its_normal_counterpart() -> None:
    def of(head: str) -> tuple[str, str]:
        pair = pair_of(Claim("subject", head, head), Prompt("joke-000000001", Fields(head), ""), JOKES)
        assert pair is not None
        return pair.statement, pair.foil

    assert of("penguin driving a car") == ("A penguin is driving a car.", "A penguin is next to a car.")
    assert of("penguin on the moon") == ("A penguin is on the moon.", "A penguin is on an ice field.")
    assert of("spider bigger than a cow")[1] == "A spider is smaller than a cow."
    assert of("giant squirrel")[1] == "The picture shows a squirrel of ordinary size."
    assert of("cat made of bricks")[1] == "The picture shows an ordinary cat."
    assert of("tiger with wings")[1] == "A tiger has no wings."
    assert of("dogs falling from the sky")[1] == "Dogs are lying on the ground."


def test_what_is_absent_is_asked_for_against_what_is_there() -> None:
    pair = pair_of(Claim("absence", "elephant"), Prompt("animal-000000001", Fields("dog"), ""), WORDS)
    assert pair is not None
    assert (pair.statement, pair.foil) == ("The picture shows a dog.", "There is an elephant in the picture.")


def test_a_sample_has_the_same_foils_whatever_else_it_claims() -> None:
    prompt = Prompt("animal-000000001", Fields("dog", place="forest"), "")
    dog, forest = Claim("subject", "dog", "dog"), Claim("place", "dog", "forest")
    assert pairs([forest], prompt, WORDS)[0] in pairs([dog, forest, dog], prompt, WORDS)
    assert len(pairs([dog, dog], prompt, WORDS)) == 1
    others = {pair_of(forest, Prompt(f"animal-{i:09d}", prompt.fields, ""), WORDS) for i in range(20)}
    assert len(others) > 1


def test_a_prompt_claims_each_of_its_parts_once() -> None:
    fields = Fields(
        "red dog", ("red", "striped"), 2, "woman", "elderly", place="park", companions=("ball",), medium="mosaic"
    )
    found = {(claim.type, claim.value) for claim in claims_of(fields)}
    assert found == {
        ("subject", "red dog"),
        ("subject", "elderly woman"),
        ("count", "2"),
        ("place", "park"),
        ("object", "ball"),
        ("medium", "mosaic"),
    }
    assert all(
        apart(foil(claim, fields).split()[-1].strip("."), "red") for claim in claims_of(fields) if claim.type != "count"
    )
