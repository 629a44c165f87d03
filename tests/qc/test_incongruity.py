"""Pictures of jokes have to show what is odd; the ordinary ones are not measured."""

from collections.abc import Mapping

import pytest

from synthgen.build import build_run
from synthgen.config import compose
from synthgen.measure import About, Samples
from synthgen.qc.incongruity import Incongruity, elements, ordinary
from synthgen.sight import Detector, Embedder
from synthgen.types import Fields, Prompt, Score, Vocabulary
from tests.detector.fake import Found
from tests.embedder.fake import Fake
from tests.samples import picture, spots

ID = "joke-000000000"
JOKE, PLAIN = "penguin driving a car", "penguin on an ice field"
JOKES = (JOKE, "sheep on the moon", "giant cat", "banana wearing a top hat", "whale in a library")
WORDS = Vocabulary((*JOKES, PLAIN, "sheep on a farm"), unusual=True, usual=(PLAIN, "sheep on a farm"))


def measured(check: Incongruity, head: str = JOKE, id: str = ID) -> tuple[Score, Prompt]:
    asked = Prompt(id, Fields(head), f"(({head}))")
    about = About({"joke": WORDS, "animal": Vocabulary(("penguin", "sheep"))})
    (score,) = check.measure(Samples([asked], [picture(id, spots(1))], about=about))
    return score, asked


def check(embedder: Embedder | None = None, detector: Detector | None = None) -> Incongruity:
    return Incongruity(0.0, None, None, "reject", embedder, detector, 0.3, None)


def test_a_picture_of_the_joke_passes_and_ordinary_ones_fall() -> None:
    score, asked = measured(check(Fake({ID: "a penguin driving a car"})))
    assert float(str(score.values["margin"])) > 0.5 and check().judge(score, asked) is None
    for shown, rival in (
        ("a penguin", "penguin"),
        ("a penguin on an ice field", PLAIN),
        ("a penguin beside a car", "penguin beside a car"),
    ):
        score, asked = measured(check(Fake({ID: shown})))
        found = check().judge(score, asked)
        assert found is not None and found[0] == "not what is odd about it" and score.values["rival"] == rival


@pytest.mark.parametrize(
    ("there", "missing"),
    [({"penguin": (0.9,), "car": (0.5,)}, None), ({"penguin": (0.9,)}, "car"), ({"car": (0.9,)}, "penguin")],
)
def test_each_thing_of_the_joke_has_to_be_there(there: Mapping[str, tuple[float, ...]], missing: str | None) -> None:
    score, asked = measured(check(detector=Found(there)))
    found = check().judge(score, asked)
    if missing is None:
        assert found is None and score.values["present"] == 0.5
    else:
        assert found is not None and found[0] == "a thing of the joke is not there" and missing in found[1]


def test_ordinary_scenes_and_other_abilities_are_not_measured() -> None:
    model = Fake({ID: "a sheep"}), Found({})
    for head, id in ((PLAIN, ID), ("penguin", "animal-000000000")):
        score, asked = measured(check(*model), head, id)
        assert set(score.values.values()) == {None} and check().judge(score, asked) is None


def test_without_a_model_or_a_word_that_it_knows_nothing_is_measured() -> None:
    for some in (check(), check(Fake({ID: "a glorp driving a car"}))):
        head = JOKE if some.embedder is None else "glorp driving a car"
        score, asked = measured(some, head)
        assert score.values["margin"] is None and some.judge(score, asked) is None


@pytest.mark.parametrize(
    ("head", "things"),
    [
        (JOKE, ["penguin", "car"]),
        ("giant cat", ["cat"]),
        ("polar bear on the moon", ["polar bear", "moon"]),
        ("mouse bigger than an elephant", ["mouse", "elephant"]),
        ("turquoise lion", ["lion"]),
        ("upside-down giraffe", ["giraffe"]),
        ("hamburgers growing on a tree", ["hamburger", "tree"]),
    ],
)
def test_the_things_that_a_joke_takes(head: str, things: list[str]) -> None:
    assert elements(head) == things


def test_the_ordinary_counterparts_are_not_the_joke_itself() -> None:
    assert ordinary(JOKE, WORDS) == ["penguin", "penguin beside a car", PLAIN]
    assert ordinary("tractor beside a knight", WORDS) == ["tractor"]


def test_every_joke_that_can_be_planned_has_things_and_counterparts() -> None:
    words = build_run(compose(["ability=joke"])).abilities["joke"].vocabulary
    odd = [head for head in words.heads if head not in words.usual]
    assert len(odd) > 1000 and words.usual
    assert all(elements(head) and ordinary(head, words) for head in odd[::7])


def test_thresholds_come_from_the_calibration() -> None:
    given = ["qc=[incongruity]", "++calibration.sketch_clip.incongruity.min=0.01"]
    found = build_run(compose([*given, "embedder=sketch_clip"])).checks["incongruity"]
    assert isinstance(found, Incongruity) and found.min == 0.01
    found = build_run(compose([*given, "embedder=null"])).checks["incongruity"]
    assert isinstance(found, Incongruity) and found.min is None
