"""Every prepared configuration composes, its parts build, and it is what its comment says."""

import pytest

from synthgen.build import build
from synthgen.checks import Check
from synthgen.config import compose, options
from synthgen.interfaces import LLM, Ability, Component, Engine, Exporter, Renderer

EXPERIMENTS = sorted(options("experiment"))


@pytest.mark.parametrize("experiment", EXPERIMENTS)
def test_every_experiment_composes_and_its_parts_build(experiment: str) -> None:
    config = compose([f"experiment={experiment}"])
    assert config.name == experiment
    singles: list[tuple[str, type[Component]]] = [("llm", LLM), ("renderer", Renderer), ("engine", Engine)]
    for group, base in singles:
        assert isinstance(build(getattr(config, group), group, base), base)
    several: list[tuple[str, type[Component]]] = [("ability", Ability), ("qc", Check), ("exporter", Exporter)]
    for group, base in several:
        for name, node in getattr(config, group).items():
            assert isinstance(build(node, f"{group}.{name}", base), base)


@pytest.mark.parametrize("experiment", EXPERIMENTS)
def test_the_command_line_goes_before_an_experiment(experiment: str) -> None:
    config = compose([f"experiment={experiment}", "n=3", "ability=color", "renderer=sketch", "name=mine"])
    assert config.n == 3 and list(config.ability) == ["color"] and config.name == "mine"
    assert config.renderer["_target_"].endswith("Sketch")


def test_paper_is_the_twelve_abilities_and_126000_samples_of_its_figure_6() -> None:
    config = compose(["experiment=paper"])
    assert len(config.ability) == 12 and "clothes" not in config.ability and "joke" in config.ability
    assert config.n * len(config.ability) == 126_000
    assert config.llm["name"] == "openai" and config.renderer["name"] == "sdxl"


def test_laptop_needs_nothing() -> None:
    config = compose(["experiment=laptop"])
    assert len(config.ability) == 13 and config.n * len(config.ability) < 200
    assert config.llm["_target_"].endswith("Offline") and config.renderer["_target_"].endswith("Sketch")


def test_quality_is_nowhere_laxer_than_the_default() -> None:
    default, strict = compose([]).qc, compose(["experiment=quality"]).qc
    higher = {"min_contrast", "min_sharpness", "min_words"}
    changed = set()
    for check, node in strict.items():
        for key, value in node.items():
            was = default[check][key]
            if value != was:
                changed.add(key)
                assert (value > was) == (key in higher), key
    assert len(changed) >= 8
