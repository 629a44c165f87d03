"""The renderer as a part: options, answers, rejects."""

import json
from pathlib import Path

import numpy as np
import pytest
import yaml  # type: ignore[import-untyped]

from synthgen.build import build
from synthgen.interfaces import Renderer
from synthgen.renderer.sketch import Sketch
from synthgen.renderer.sketch.coverage import coverage, main
from synthgen.types import Fields, Prompt, Raster, Reject, Take

CONF = Path(__file__).parents[3] / "conf" / "renderer" / "sketch.yaml"


def take(text: str, id: str = "joke-000000001", seed: int = 1) -> Take:
    return Take(id, 0, Prompt(id, Fields("x"), text), seed)


def test_every_take_has_its_answer() -> None:
    takes = [take("((dog)), park", "a-1"), take("((vulture)), park", "a-2"), take("🐶", "a-3"), take("", "a-4")]
    raster, *rejects = Sketch(size=128).render(iter(takes))
    assert isinstance(raster, Raster) and raster.id == "a-1"
    assert raster.pixels.shape == (128, 128, 3) and raster.pixels.dtype == np.uint8
    assert rejects == [
        Reject("a-2", "picture", "undrawable", "vulture"),
        Reject("a-3", "picture", "undrawable", "🐶"),
        Reject("a-4", "picture", "undrawable", "nothing"),
    ]


def test_the_fields_and_the_id_do_not_matter_only_text_and_seed() -> None:
    one, same, other = Sketch(size=64).render(
        iter([take("((dog)), park", "a-1", 5), take("((dog)), park", "b-9", 5), take("((dog)), park", "a-1", 6)])
    )
    assert isinstance(one, Raster) and isinstance(same, Raster) and isinstance(other, Raster)
    assert np.array_equal(one.pixels, same.pixels)
    assert not np.array_equal(one.pixels, other.pixels)


def test_undrawable_names_the_word() -> None:
    assert Sketch().undrawable(take("((vulture)), forest").prompt) == "vulture"
    assert Sketch().undrawable(take("((dog)), forest").prompt) is None
    assert Sketch().undrawable(take("").prompt) == "nothing"


@pytest.mark.parametrize("size", [-1, 0, 63, 2049, 100_000])
def test_a_wrong_size_is_told_before_anything_is_drawn(size: int) -> None:
    (mistake,) = Sketch(size=size).preflight()
    assert f"renderer.size={size}" in mistake and "64 to 2048" in mistake


def test_the_yaml_names_every_option_with_its_default() -> None:
    node = yaml.safe_load(CONF.read_text())
    built = build(node, "renderer", Renderer)  # type: ignore[type-abstract]
    assert isinstance(built, Sketch) and built.preflight() == []
    assert set(node) - {"_target_"} == {"size", "asserts", "closed_world"}
    assert built.identity() == Sketch().identity()
    assert CONF.read_text().startswith("# ")


def test_coverage_counts_and_names_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "animal.json"
    prompts = ["((dog)), park", "((vulture)), park", "((vulture)), forest", "((cat)), zoological institute"]
    file.write_text(json.dumps([{"prompt": text} for text in prompts]))
    found = coverage(file)
    assert (found.drawable, found.total) == (1, 4)
    assert found.missing == {"vulture": 2, "zoological": 1}
    main([str(file)])
    assert capsys.readouterr().out == "animal: 1 of 4 (25%); missing: vulture 2, zoological 1\n"
