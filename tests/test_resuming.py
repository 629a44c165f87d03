"""What may change between two runs in a folder: everything but what the samples are made of."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

import pytest

from bench.null import NullRenderer, NullWriter
from synthgen.__main__ import main
from synthgen.build import OF_PARTS, OPERATIONAL, _fingerprint, _typed_keys
from synthgen.config import RunConfig
from synthgen.interfaces import LLM, Component, Renderer
from tests.commands.test_generate import tree
from tests.test_build import YAMLS

DATA = {"seed": 1, "people": "unstated", "language": "de", "images_per_prompt": 2, "takes": 2, "takes_by": "x"}
DATA |= {"epoch": 512, "image.format": "png", "image.quality": 80, "image.mark": False}
"""Keys that change the data, and another value of each."""
SMALL = ["ability=joke", "renderer.size=64", "qc=[readable,text,duplicate]", "exporter=[llava]", "n=6"]


def changed(key: str, value: object) -> RunConfig:
    config = RunConfig(takes=2, takes_by="readable") if key.startswith("takes") else RunConfig()
    value = 3 if key == "takes" else value
    owner = config
    for part in key.split(".")[:-1]:
        owner = getattr(owner, part)
    setattr(owner, key.split(".")[-1], value)
    return config


def fingerprint(config: RunConfig) -> dict[str, str]:
    return dict(_fingerprint(config, {}, NullWriter(), NullRenderer(), {}))


def keys() -> Iterator[str]:
    return (key for key, _ in _typed_keys(RunConfig()))


@pytest.mark.parametrize("key", sorted(DATA))
def test_a_key_that_changes_the_data_is_part_of_the_fingerprint(key: str) -> None:
    before = RunConfig(takes=2, takes_by="readable") if key.startswith("takes") else RunConfig()
    assert fingerprint(changed(key, DATA[key])) != fingerprint(before)


def test_every_key_of_a_configuration_is_classified() -> None:
    unknown = [k for k in keys() if k not in DATA and k.partition(".")[0] not in OPERATIONAL | OF_PARTS]
    assert unknown == [], "does it change the data? add it to DATA above, or to OPERATIONAL or OF_PARTS in build"
    assert {field.name for field in fields(RunConfig)} >= OPERATIONAL | OF_PARTS


def test_a_key_that_nobody_classified_counts_as_one_that_changes_the_data() -> None:
    @dataclass
    class Newer(RunConfig):
        sharpness: int = 3

    assert fingerprint(Newer(sharpness=4)) == {**fingerprint(RunConfig()), "sharpness": "4"}


@pytest.mark.parametrize("group, name", [(g, n) for g, n in YAMLS if g in ("llm", "renderer")])
def test_an_option_that_nobody_classified_counts_as_one_that_changes_the_data(group: str, name: str) -> None:
    import yaml

    from synthgen.build import _class

    content = yaml.safe_load((Path(__file__).parent.parent / f"conf/{group}/{name}.yaml").read_text())
    target = content.get("_target_")
    cls = _class(target, group) if target else None
    if cls is None:
        pytest.skip("takes its class from another yaml")
    assert issubclass(cls, LLM | Renderer)
    known = {field.name for field in fields(cls)}
    assert cls.operational <= known, "an option that is gone is still called operational"

    @dataclass(frozen=True)
    class Newer(Component):
        operational = cls.operational
        brightness: int = 1

    assert Newer(2).identity() != Newer(1).identity()


@pytest.mark.parametrize(
    "more, line",
    [
        (["seed=5"], "  seed: 0, now 5"),
        (["image.quality=80"], "  image.quality: 95, now 80"),
        (["renderer.size=96"], "  renderer.size: 64, now 96"),
        (["ability.joke.noun=jest"], "  ability.joke: other words of joke"),
        (["ability=[joke,color]", "name=joke"], "  ability.color: new here"),
        (["template.prompt.system=hello"], "  ability.joke: other words of joke"),
    ],
)
def test_another_configuration_is_refused_with_what_differs_and_nothing_is_touched(
    more: list[str], line: str, small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(small)
    assert main([*SMALL, *more]) == 2
    said = capsys.readouterr().err.splitlines()
    assert line in said and "What differs:" in said[0]
    assert tree(small) == before


def test_many_differences_are_told_by_their_number(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    many = ["seed=5", "image.quality=80", "image.format=png", "image.mark=false", "images_per_prompt=2"]
    assert main([*SMALL, *many, "renderer.size=96", "people=unstated"]) == 2
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 8 and said[-1] == "  and 2 more"


def test_what_cannot_change_the_data_is_accepted_and_the_export_is_the_same(small: Path) -> None:
    before = tree(small / "export")
    more = ["engine.workers=1", "engine.hung=60", "max_candidates=9", "budget.tokens=1000000", "budget.usd=5"]
    assert main([*SMALL, *more]) == 0
    assert tree(small / "export") == before


@pytest.fixture
def small(working_folder: Path) -> Path:
    assert main(SMALL) == 0
    return working_folder / "outputs/joke"
