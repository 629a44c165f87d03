"""What a detector needs is told before anything loads; of boxes that lie on each other one counts."""

import importlib.util
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from synthgen.config import compose
from synthgen.detector.open_vocabulary import OpenVocabulary, kept

OWL = OpenVocabulary("owlv2", "google/owlv2", "abc", "a photo of {}", 0.2, 0.5, "auto", 8)


def boxes(*rows: tuple[int, int, int, int]) -> "np.ndarray[tuple[int, int], np.dtype[np.float32]]":
    return np.array(rows, np.float32).reshape(-1, 4)


def test_of_boxes_that_lie_on_each_other_the_surest_is_kept() -> None:
    there = boxes((0, 0, 10, 10), (1, 1, 11, 11), (50, 50, 60, 60))
    assert kept(there, np.array([0.5, 0.9, 0.3], np.float32), 0.5) == [0.9, 0.3]


def test_things_beside_each_other_and_small_ones_before_large_ones_are_all_kept() -> None:
    there = boxes((0, 0, 10, 10), (8, 0, 18, 10), (0, 0, 100, 100))
    assert kept(there, np.array([0.5, 0.6, 0.7], np.float32), 0.5) == [0.7, 0.6, 0.5]


def test_where_nothing_was_found_nothing_is_kept() -> None:
    assert kept(boxes(), np.zeros(0, np.float32), 0.5) == []


def test_a_missing_library_is_told_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name in ("torch", "transformers") else name)
    assert OWL.preflight() == ["detector.model needs torch, transformers. pip install 'synthgen[clip]'"]


@pytest.mark.parametrize("model", ["nowhere", "a/b/c", "./nothing"])
def test_a_name_that_is_no_model_is_told_before_anything_loads(model: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: name)
    expected = [f"detector.model={model} is no folder, and no name on the hub (owner/name@commit)"]
    assert replace(OWL, model=model).preflight() == expected


def test_a_folder_without_a_model_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: name)
    first, second = replace(OWL, model=str(tmp_path), sentence="a cat").preflight()[:2]
    assert "has no {} for what is looked for" in first and "has no config.json" in second


@pytest.mark.parametrize("name", ["owlv2", "grounding_dino"])
def test_the_presets_name_a_commit_and_their_own_calibration(name: str) -> None:
    node = compose([f"detector={name}"]).detector
    assert node is not None and node["name"] == name and len(node["revision"]) == 40
