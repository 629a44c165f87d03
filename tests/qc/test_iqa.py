"""Pictures like "Good photo." get a high quality, others a low one; MANIQA by its absence, and by its class."""

import importlib.util
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np
import pytest

from synthgen.measure import Samples
from synthgen.qc.iqa import PAIRS, Iqa
from synthgen.types import Device, Score
from tests.embedder.fake import Fake, direction
from tests.samples import picture, prompt, spots

CHECK = Iqa(0.5, None, None, "reject", None, "clip")


def measured(shows: str, data: bytes | None = None) -> Score:
    file = picture("color-000000000")
    file = file if data is None else replace(file, data=data)
    check = replace(CHECK, embedder=Fake({file.id: shows}))
    (score,) = check.measure(Samples([prompt()], [file]))
    return score


@pytest.mark.parametrize("what", PAIRS)
def test_a_picture_like_the_good_sentence_scores_high_and_one_like_the_bad_one_low(what: str) -> None:
    good, bad = PAIRS[what]
    assert float(str(measured(good).values[what])) > 0.99
    assert float(str(measured(bad).values[what])) < 0.01


def test_a_picture_of_low_quality_falls_where_a_threshold_is_set() -> None:
    bad = measured("Bad photo.")
    found = CHECK.judge(bad, prompt())
    assert found is not None and found[0] == "picture of low quality"
    assert CHECK.judge(measured("Good photo."), prompt()) is None
    assert replace(CHECK, min=None).judge(bad, prompt()) is None


def test_the_figure_is_the_softmax_of_both_cosines_times_the_scale() -> None:
    row, good, bad = (direction(text) for text in ("some picture", *PAIRS["quality"]))
    weights = np.exp(100.0 * np.array([row @ good, row @ bad], np.float64))
    assert measured("some picture").values["quality"] == pytest.approx(weights[0] / weights.sum(), abs=1e-5)


def test_what_cannot_be_measured_is_none_and_passes() -> None:
    (blind,) = CHECK.measure(Samples([prompt()], [picture("color-000000000")]))
    for score in (blind, measured("Good photo.", b"no picture")):
        assert set(score.values) == set(PAIRS) and set(score.values.values()) == {None}
        assert CHECK.judge(score, prompt()) is None


@pytest.mark.skipif(importlib.util.find_spec("pyiqa") is not None, reason="pyiqa is installed")
def test_without_pyiqa_maniqa_is_told_before_anything_is_rendered() -> None:
    assert replace(CHECK, model="maniqa").preflight() == ["qc.iqa.model=maniqa needs pyiqa. pip install pyiqa"]
    assert CHECK.preflight() == []


@dataclass
class Darkness:
    """In the place of MANIQA: the mean of the pixels."""

    def __call__(self, shown: Any) -> Any:
        assert shown.shape == (1, 3, 240, 256) and shown.dtype.is_floating_point
        return shown.mean()


@pytest.mark.clip
def test_maniqa_sees_whole_pictures_from_0_to_1_and_none_that_are_too_small() -> None:
    check = replace(CHECK, model="maniqa")
    vars(check)["_maniqa"] = Darkness(), "cpu"
    grey = np.full((240, 256, 3), 51, np.uint8)
    files = [picture("a-000000000", grey, "png"), picture("a-000000001", spots(1, 216, 216))]
    files.append(replace(files[0], id="a-000000002", data=b""))
    found = check.measure(Samples([prompt()] * 3, files))
    assert [score.values for score in found] == [{"quality": 0.2}, {"quality": None}, {"quality": None}]


@pytest.mark.clip
@pytest.mark.skipif(importlib.util.find_spec("pyiqa") is None, reason="pyiqa is not installed")
@pytest.mark.filterwarnings("ignore")
def test_pyiqas_own_maniqa_gives_a_figure(monkeypatch: pytest.MonkeyPatch) -> None:
    """With random weights: nothing is downloaded."""
    import pyiqa
    import timm

    create: Callable[..., Any] = timm.create_model
    monkeypatch.setattr(timm, "create_model", lambda name, pretrained: create(name, pretrained=False))
    monkeypatch.setattr(pyiqa, "create_metric", partial(pyiqa.create_metric, pretrained=False, test_sample=1))
    check = replace(CHECK, model="maniqa")
    check.open(Device())
    found: Sequence[Score] = check.measure(Samples([prompt()], [picture("a-000000000", spots(1, 256, 240))]))
    check.close()
    assert isinstance(found[0].values["quality"], float)
