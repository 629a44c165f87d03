"""VQAScore with a tiny random LLaVA: its mechanics; what it knows of pictures is nothing."""

import importlib.util
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from synthgen.build import build
from synthgen.config import compose
from synthgen.errors import UsageError
from synthgen.measure import About, Samples
from synthgen.qc.vqascore import VqaScore
from synthgen.types import Device, Fields, Prompt, Score, Vocabulary
from tests.qc.judging import CAR, picture
from tests.qc.tiny_vqa import save_llava

WORDS = About({"color": Vocabulary(("car", "ball"), ("park", "kitchen"), ("oil painting",), ("red", "green"))})


@pytest.fixture(scope="module")
def check() -> VqaScore:
    return build(compose(["qc=[vqascore]"]).qc["vqascore"], "qc.vqascore", VqaScore)


@pytest.fixture(scope="module")
def llava(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("llava")
    save_llava(folder)
    return folder


def test_without_a_model_nothing_is_scored(check: VqaScore) -> None:
    check.open(Device())
    [score] = check.measure(Samples([CAR], [picture()], about=WORDS))
    assert score.values == {"score": None}
    assert check.judge(score, CAR) is None
    assert check.facts(score, CAR) == []


def test_a_missing_library_and_a_wrong_name_are_a_line_each(check: VqaScore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "torch" else name)
    lacks = replace(check, model="nowhere at all").preflight()
    assert lacks[0] == "qc.vqascore.model needs torch. pip install 'synthgen[clip]'"
    assert lacks[1] == "qc.vqascore.model=nowhere at all is no folder, and no name on the hub (owner/name@commit)"


def test_a_folder_without_a_model_is_told_before_anything_is_rendered(check: VqaScore, tmp_path: Path) -> None:
    assert (
        f"qc.vqascore.model={tmp_path}: the folder has no config.json"
        in replace(check, model=str(tmp_path)).preflight()
    )


def test_what_is_confirmed_becomes_facts_and_the_least_margin_the_score(check: VqaScore) -> None:
    class Certain:
        """Says yes to all but parks and greens."""

        def yes(self, pictures: list[Any], statements: list[str]) -> list[float]:
            return [0.1 if "park" in text or "green" in text else 0.9 for text in statements]

    known = replace(check, model="a model", at_once=3)
    vars(known)["_asked"] = Certain()
    [score] = known.measure(Samples([CAR], [picture()], about=WORDS))
    assert known.facts(score, CAR) == ["The picture shows a red car."]
    assert score.values["score"] == pytest.approx(-0.8)
    assert score.values["refuted"] == "The scene is in a park."
    assert score.values["yes_on_foils"] == pytest.approx(0.5)
    assert replace(known, min=0.0).judge(score, CAR) == ("not what was asked for", "score -0.8, at least 0")


def test_a_broken_picture_is_not_scored(check: VqaScore) -> None:
    known = replace(check, model="a model")
    [score] = known.measure(Samples([CAR], [replace(picture(), data=b"none")], about=WORDS))
    assert (score.values["score"], score.values["unanswered"]) == (None, 2)


def scores(check: VqaScore, model: Path, prompts: list[Prompt], **options: Any) -> list[Score]:
    opened = replace(check, model=str(model), **options)
    opened.open(Device())
    pictures = [picture(prompt.id, shade) for shade, prompt in enumerate(prompts, 40)]
    try:
        return opened.measure(Samples(prompts, pictures, about=WORDS))
    finally:
        opened.close()


@pytest.mark.torch
def test_a_real_model_gives_probabilities_that_do_not_depend_on_the_batch(check: VqaScore, llava: Path) -> None:
    prompts = [
        CAR,
        Prompt("color-000000008", Fields("green ball", ("green",), medium="oil painting"), "((green ball))"),
    ]
    together = scores(check, llava, prompts, at_once=8)
    alone = [score for prompt in prompts for score in scores(check, llava, [prompt], at_once=1)]
    for one, other in zip(together, alone, strict=True):
        assert one.values["unanswered"] == 0
        for name in ("yes_on_claims", "yes_on_foils"):
            assert 0 < float(one.values[name] or 0) < 1
        if one.id == CAR.id:  # its picture is the same one in both
            assert one.values["score"] == pytest.approx(other.values["score"], abs=1e-4)
    assert together[0].values["yes_on_claims"] != together[1].values["yes_on_claims"]


@pytest.mark.torch
def test_a_model_whose_tokenizer_knows_no_yes_is_refused_in_one_line(check: VqaScore, tmp_path: Path) -> None:
    save_llava(tmp_path, words="maybe")
    with pytest.raises(UsageError, match="qc.vqascore.model=.*cannot ask it: its tokenizer has no token for 'yes'"):
        scores(check, tmp_path, [CAR])


@pytest.mark.torch
def test_a_folder_of_another_kind_is_refused_in_one_line(check: VqaScore, tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text('{"model_type": "bert"}')
    with pytest.raises(UsageError, match="cannot ask it"):
        scores(check, tmp_path, [CAR])
