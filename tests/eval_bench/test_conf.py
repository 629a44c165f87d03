"""The yaml files of the benchmark: each names every option of its part, under a comment."""

import re
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from omegaconf import OmegaConf

from eval_bench.commands import answer, export, score  # noqa: F401  their keys are known once they are imported
from synthgen.build import _class, build
from synthgen.config import _compose, conf_dir, options
from synthgen.interfaces import Component

ENTRIES = {"model": "answer", "scorer": "score", "harness": "export"}
PARTS = [(group, name) for group in ENTRIES for name in options(group)]
FILES = sorted(path for group in (*ENTRIES, "eval_bench") for path in (conf_dir() / group).glob("*.yaml"))
KEY = re.compile(r"\s*(\w+): \S")
"""With a value: those without one hold others."""


def node(group: str, name: str) -> dict[str, Any]:
    config = _compose(f"eval_bench/{ENTRIES[group]}", [f"{group}={name}"])
    content: Any = OmegaConf.to_container(config[group])
    return dict(content[name] if group == "harness" else content)


@pytest.mark.parametrize(("group", "name"), PARTS)
def test_every_option_of_a_part_stands_in_its_yaml_and_builds_it(group: str, name: str) -> None:
    content = node(group, name)
    cls = _class(content["_target_"], f"{group}.{name}")
    assert set(content) - {"_target_"} == {field.name for field in fields(cls) if field.init}
    build(content, f"{group}.{name}", Component)  # type: ignore[type-abstract]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_comment_says_what_the_file_is_and_one_stands_above_each_key(path: Path) -> None:
    lines = path.read_text().splitlines()
    first = lines[1] if lines[0].startswith("# @package") else lines[0]
    assert first.startswith("# ") and len(first) > 20
    for above, line in zip(lines, lines[1:], strict=False):
        key = KEY.match(line)
        if key and key[1] != "_target_":
            assert above.lstrip().startswith("# ") or "  # " in line, line
