"""Models of both kinds with random weights are opened and asked; what does not load is told in one line."""

from dataclasses import replace
from pathlib import Path

import pytest

from synthgen.detector.open_vocabulary import OpenVocabulary
from synthgen.errors import UsageError
from synthgen.types import Device
from tests.detector.tiny_detectors import save_grounding_dino, save_owlv2
from tests.samples import spots

pytestmark = pytest.mark.clip

SAVE = {"owlv2": save_owlv2, "grounding_dino": save_grounding_dino}
SENTENCE = {"owlv2": "a photo of {}", "grounding_dino": "{}."}


@pytest.fixture(params=sorted(SAVE))
def detector(request: pytest.FixtureRequest, tmp_path: Path) -> OpenVocabulary:
    SAVE[request.param](tmp_path / "tiny")
    model = str(tmp_path / "tiny")
    return OpenVocabulary("tiny", model, None, SENTENCE[request.param], 1e-6, 0.5, "auto", 3)


def test_each_word_of_each_picture_gets_its_confidences(detector: OpenVocabulary) -> None:
    assert detector.preflight() == []
    detector.open(Device())
    pictures = [spots(1), spots(2, 96, 64)]
    found = detector.find(pictures, [["cat", "dog"], ["red car"]])
    assert [len(some) for some in found] == [2, 1]
    assert all(
        row and row == sorted(row, reverse=True) and 0 <= row[-1] <= row[0] <= 1 for some in found for row in some
    )
    # neither the batch nor what else is asked changes an answer
    assert found[1][0] == pytest.approx(replace_batch(detector, 1).find(pictures[1:], [["red car"]])[0][0], abs=2e-3)
    assert detector.find(pictures, [[], []]) == [[], []]
    detector.close()


def replace_batch(detector: OpenVocabulary, batch: int) -> OpenVocabulary:
    other = replace(detector, batch=batch)
    other.open(Device())
    return other


def test_nothing_is_found_where_confidence_is_too_low(detector: OpenVocabulary) -> None:
    sure = replace(detector, confidence=1.0)
    sure.open(Device())
    assert sure.find([spots(1)], [["cat"]]) == [[[]]]


def test_a_model_of_another_kind_is_told_in_one_line(detector: OpenVocabulary) -> None:
    config = Path(detector.model) / "config.json"
    config.write_text('{"model_type": "bert"}', encoding="utf-8")
    with pytest.raises(UsageError, match="transformers finds nothing with it"):
        detector.open(Device())
