"""Pictures of another head fall; those of their own pass; jokes, and what was not measured, always pass."""

from dataclasses import replace

import numpy as np
import pytest

from synthgen.config import compose
from synthgen.measure import About, Samples
from synthgen.qc.clip import Clip
from synthgen.types import Fields, Picture, Prompt, Score, Vocabulary
from tests.embedder.fake import Fake, direction
from tests.samples import picture, spots

WORDS = About(
    {
        "animal": Vocabulary(("cat", "dog", "giraffe", "penguin")),
        "color": Vocabulary(("car", "kite", "umbrella"), colours=("red", "blue", "")),
        "joke": Vocabulary(("penguin driving a car", "sheep on the moon"), unusual=True),
    }
)


def measured(shows: str, head: str = "cat", ability: str = "animal", data: bytes | None = None) -> tuple[Score, Prompt]:
    """The score of a picture that shows one thing under the prompt of another."""
    id = f"{ability}-000000000"
    asked, file = Prompt(id, Fields(head), f"(({head}))"), picture(id, spots(1))
    file = file if data is None else replace(file, data=data)
    (score,) = check(Fake({id: shows})).measure(Samples([asked], [file], about=WORDS))
    return score, asked


def check(embedder: Fake | None, min: float | None = 0.1) -> Clip:
    return Clip(min, None, None, "reject", embedder, None)


def test_a_picture_of_its_head_passes_and_one_of_another_falls() -> None:
    score, asked = measured("a cat")
    assert score.values["similarity"] == pytest.approx(1) and float(str(score.values["margin"])) > 0.5
    assert check(None).judge(score, asked) is None
    score, asked = measured("a giraffe")
    found = check(None).judge(score, asked)
    assert found is not None and found[0] == "picture unlike its head" and "at least 0.1" in found[1]
    assert score.values["rival"] == "giraffe" and float(str(score.values["margin"])) < -0.5


def test_the_right_thing_in_the_wrong_colour_falls() -> None:
    score, asked = measured("a blue car", "red car", "color")
    assert score.values["rival"] == "blue car" and check(None).judge(score, asked) is not None
    score, asked = measured("a red car", "red car", "color")
    assert check(None).judge(score, asked) is None


def test_a_picture_of_something_else_altogether_falls_although_no_other_head_is_nearer() -> None:
    wanted = replace(check(None, None), similarity={"default": 0.5, "joke": 0.5})
    score, asked = measured("a red car", "cat")
    found = wanted.judge(score, asked)
    assert (
        found is not None and found[1].startswith("similarity ") and wanted.limits(asked)["similarity"] == (0.5, None)
    )
    assert wanted.judge(*measured("a cat")) is None
    assert wanted.judge(*measured("a sheep on the moon", "penguin driving a car", "joke")) is None


def test_a_joke_never_falls_whatever_its_margin() -> None:
    score, asked = measured("a sheep on the moon", "penguin driving a car", "joke")
    assert score.values["unusual"] == 1.0 and float(str(score.values["margin"])) < 0
    assert check(None, 0.9).judge(score, asked) is None


def test_the_embedding_is_kept_so_that_nobody_needs_the_picture_again() -> None:
    score, _ = measured("a cat")
    kept = score.values["embedding"]
    assert isinstance(kept, bytes)
    assert np.allclose(np.frombuffer(kept, np.float16), direction("a cat"), atol=1e-3)


@pytest.mark.parametrize("fault", ["broken", "unknown head", "no embedder"])
def test_what_cannot_be_measured_is_none_and_passes(fault: str) -> None:
    if fault == "broken":
        score, asked = measured("a cat", data=b"no picture")
        assert score.values["embedding"] is None
    elif fault == "unknown head":
        score, asked = measured("a cat", "glorp")
        assert score.values["embedding"] is not None
    else:
        asked = Prompt("animal-000000000", Fields("cat"), "((cat))")
        (score,) = check(None).measure(Samples([asked], [picture(asked.id)], about=WORDS))
    assert (score.values["margin"], score.values["similarity"], score.values["rival"]) == (None, None, None)
    assert check(None).judge(score, asked) is None


def test_a_head_without_rivals_has_a_similarity_and_no_margin() -> None:
    asked = Prompt("food-000000000", Fields("apple"), "((apple))")
    (score,) = check(Fake({asked.id: "an apple"})).measure(Samples([asked], [picture(asked.id)], about=WORDS))
    assert score.values["similarity"] == pytest.approx(1) and score.values["margin"] is None


def test_pictures_of_a_batch_do_not_change_each_others_scores() -> None:
    shows = {"animal-000000000": "a cat", "animal-000000001": "a penguin"}
    prompts = [Prompt(id, Fields("cat"), "((cat))") for id in shows]
    files: list[Picture] = [picture(id) for id in shows]
    together = check(Fake(shows)).measure(Samples(prompts, files, about=WORDS))
    alone = [check(Fake(shows)).measure(Samples([p], [f], about=WORDS))[0] for p, f in zip(prompts, files, strict=True)]
    assert together == alone and together[0].values != together[1].values


@pytest.mark.parametrize("name", ["clip", "decoy", "iqa", "aesthetic"])
def test_a_threshold_comes_from_the_calibration_of_the_model_or_is_null(name: str) -> None:
    def least(*words: str) -> object:
        return compose([f"qc=[{name}]", *words]).qc[name]["min"]

    assert least("embedder=null", "renderer=sdxl") is None
    assert least("embedder=open_clip", "renderer=sdxl") is None
    of_model = f"+calibration.open_clip_ViT-L-14_openai={{{name}: {{min: {{default: 0.1, joke: null}}}}}}"
    assert least("embedder=open_clip", "renderer=sketch", of_model) == {"default": 0.1, "joke": None}
    assert least("embedder=open_clip", "embedder.model=ViT-B-32", "renderer=sketch", of_model) is None
    assert least("embedder=open_clip", f"qc.{name}.min=0.3") == 0.3
