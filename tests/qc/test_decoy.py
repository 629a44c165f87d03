"""The true head has to be picked out of a row; a model that sees nothing picks nothing."""

from dataclasses import dataclass

import numpy as np
import pytest

from synthgen.checks import Batch
from synthgen.measure import About, Samples
from synthgen.qc.decoy import DECOYS, Decoy
from synthgen.sight import Embedder, Vectors
from synthgen.types import Fields, Prompt, Score, Vocabulary
from tests.embedder.fake import Fake
from tests.samples import picture

HEADS = tuple(
    a + b
    for a in ("bor", "cal", "dim", "fen", "gus", "hap", "jol", "kip")
    for b in ["odix", "lum", "ert", "sav", "quon"]
)
WORDS = About({"animal": Vocabulary(("cat", *HEADS)), "few": Vocabulary(("cat", "dog", "giraffe"))})


@dataclass(frozen=True)
class Blind(Fake):
    """Sees the same in every picture, and reads the same in every text."""

    def texts(self, texts: list[str]) -> Vectors:  # type: ignore[override]
        return np.stack([super(Blind, self).texts(["nothing"])[0] for _ in texts])


def measured(embedder: Embedder | None, ability: str = "animal", index: int = 0) -> Score:
    asked = Prompt(f"{ability}-{index:09d}", Fields("cat"), "((cat))")
    batch: Batch = Samples([asked], [picture(asked.id)], about=WORDS)
    (score,) = Decoy(0.9, None, None, "reject", embedder).measure(batch)
    return score


def falls(score: Score) -> bool:
    return Decoy(0.9, None, None, "reject", None).judge(score, Prompt(score.id, Fields("cat"), "((cat))")) is not None


def test_the_true_head_beats_all_decoys_and_a_wrong_picture_is_beaten() -> None:
    right = measured(Fake({"animal-000000000": "a cat"}))
    assert right.values == {"beaten": 1.0, "rank": 1.0, "decoys": float(DECOYS), "winner": ""}
    assert not falls(right)
    wrong = measured(Fake({"animal-000000000": "something else"}))
    assert float(str(wrong.values["rank"])) > 1 and wrong.values["winner"] in HEADS and falls(wrong)
    assert wrong.values["beaten"] == pytest.approx(1 - (float(str(wrong.values["rank"])) - 1) / DECOYS, abs=1e-5)


def test_a_model_that_sees_nothing_beats_no_decoy() -> None:
    score = measured(Blind())
    assert score.values["beaten"] == 0.0 and score.values["rank"] == DECOYS + 1 and falls(score)


def test_of_few_heads_all_are_decoys_and_it_says_how_many() -> None:
    score = measured(Fake({"few-000000000": "a cat"}), "few")
    assert score.values["decoys"] == 2.0 and score.values["beaten"] == 1.0


def test_decoys_are_drawn_by_the_sample() -> None:
    def beaten(index: int) -> object:
        return measured(Fake(), index=index).values["winner"], measured(Fake(), index=index).values["rank"]

    assert beaten(0) == beaten(0)
    assert len({beaten(index) for index in range(8)}) > 1


@pytest.mark.parametrize("embedder", [None, Fake(unknown="cat")])
def test_what_cannot_be_measured_is_none_and_passes(embedder: Fake | None) -> None:
    score = measured(embedder)
    assert set(score.values.values()) == {None} and not falls(score)


def test_a_joke_never_falls() -> None:
    asked = Prompt("joke-000000000", Fields("cat"), "((cat))")
    about = About({"joke": Vocabulary(("cat", *HEADS), unusual=True)})
    check = Decoy(1.0, None, None, "reject", Fake())
    (score,) = check.measure(Samples([asked], [picture(asked.id)], about=about))
    assert float(str(score.values["beaten"])) < 1 and check.judge(score, asked) is None
