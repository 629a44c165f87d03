"""The presets differ by yaml alone; each says what it needs, and pins what it loads."""

import re

import pytest
import yaml

from synthgen.build import build
from synthgen.config import compose, conf_dir
from synthgen.interfaces import Renderer
from synthgen.kit.hub import hub_name
from synthgen.renderer.diffusers import Diffusers
from synthgen.renderer.diffusers.loading import SCHEDULERS

NAMED = ("sd15", "sdxl", "sdxl_turbo", "sdxl_lightning", "sd35_medium", "flux_schnell")
PRESETS = (*NAMED, "diffusers")
COMMIT = re.compile(r"[0-9a-f]{40}")


def preset(name: str) -> Diffusers:
    part = build(compose([f"renderer={name}"]).renderer, "renderer", Renderer)  # type: ignore[type-abstract]
    assert isinstance(part, Diffusers)
    return part


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_is_yaml_alone_under_its_own_name(name: str) -> None:
    part = preset(name)
    assert part.name == name and not part.embedded and not part.closed_world
    said = yaml.safe_load((conf_dir() / "renderer" / f"{name}.yaml").read_text())
    assert ("_target_" in said) == (name == "sdxl") and said["name"] == name


@pytest.mark.parametrize("name", NAMED)
def test_a_preset_pins_every_file_that_it_loads(name: str) -> None:
    part = preset(name)
    assert part.revision and COMMIT.fullmatch(part.revision)
    base = hub_name(part.base or "")
    assert base and (base.repo, base.revision) == (part.model, part.revision)
    for lora in part.loras:
        found = hub_name(lora.path)
        assert found and found.file and COMMIT.fullmatch(found.revision or "")


@pytest.mark.parametrize("name", NAMED)
def test_a_preset_says_what_it_needs_and_its_license(name: str) -> None:
    part = preset(name)
    assert part.vram_gb > 1 and part.license not in ("", "unknown") and part.license in part.describe_yourself()
    first = (conf_dir() / "renderer" / f"{name}.yaml").read_text().splitlines()[0]
    assert f"{part.vram_gb:g} GB" in first


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_is_trusted_for_no_counts_places_or_absences(name: str) -> None:
    assert preset(name).asserts <= {"subject", "colour", "medium"}


def test_models_with_a_language_encoder_read_sentences() -> None:
    assert {name for name in NAMED if preset(name).prompt_form == "sentence"} == {"sd35_medium", "flux_schnell"}


@pytest.mark.parametrize("name", PRESETS)
def test_every_option_of_a_preset_has_a_comment_above_it(name: str) -> None:
    lines = (conf_dir() / "renderer" / f"{name}.yaml").read_text().splitlines()
    for above, line in zip(lines, lines[1:], strict=False):
        if re.match(r"\w+:", line) and not line.startswith("defaults:"):
            assert above.startswith("# ") and len(above) > 10, line


def test_the_schedulers_of_the_yaml_comment_are_those_that_exist() -> None:
    text = (conf_dir() / "renderer" / "sdxl.yaml").read_text()
    [line] = [line for line in text.splitlines() if line.startswith("# How noise is taken away")]
    assert set(SCHEDULERS) <= set(re.findall(r"[\w+]+", line))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("owner/name", ("owner/name", None, None)),
        ("owner/name@abc", ("owner/name", "abc", None)),
        ("o/n.1-x@abc/folder/file.safetensors", ("o/n.1-x", "abc", "folder/file.safetensors")),
        ("owner/name/file.safetensors", ("owner/name", None, "file.safetensors")),
        ("./owner/name", None),
        ("/owner/name", None),
        ("~/name", None),
        ("name", None),
        ("owner/name/model.ckpt", None),
        ("../name", None),
        ("", None),
    ],
)
def test_names_on_the_hub_are_told_from_paths(text: str, parts: tuple[str, str | None, str | None] | None) -> None:
    found = hub_name(text)
    assert (found and (found.repo, found.revision, found.file)) == parts
