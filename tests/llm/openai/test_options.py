"""The options: what preflight finds, the presets, what a run with a server costs."""

import json
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from synthgen.__main__ import main
from synthgen.build import build
from synthgen.config import compose
from synthgen.interfaces import LLM
from synthgen.kit.money import Price
from synthgen.llm.openai import OpenAI
from tests.chat_server import fetch_seen, serving
from tests.llm.openai.asking import SECRET, client
from tests.writers import writing

ELSEWHERE = "https://example.org/v1"
PRICE = Price(input=Decimal(1), output=Decimal(2))


def test_without_a_key_preflight_names_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    for nothing in ("", "  "):
        monkeypatch.setenv("OPENAI_API_KEY", nothing)
        [said] = client(ELSEWHERE).preflight()
        assert said == "llm=openai needs a key: export OPENAI_API_KEY=<your key>"
    assert client(ELSEWHERE, api_key_env=None).preflight() == []


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"model": ""}, "llm=openai needs a model: pass llm.model=<its name>"),
        ({"timeout": 0.0}, "llm.timeout=0.0: it has to be above 0"),
        ({"max_outage": -1.0}, "llm.max_outage=-1.0: it has to be above 0"),
        ({"base_url": "example.org/v1"}, "llm.base_url=example.org/v1: an address begins with http:// or https://"),
    ],
)
def test_preflight_finds_what_cannot_work(changes: dict[str, Any], says: str) -> None:
    assert replace(client(ELSEWHERE), **changes).preflight() == [says]


def test_a_server_that_is_up_passes_preflight_and_none_is_asked_elsewhere() -> None:
    with serving(writing) as (url, seen):
        assert client(url).preflight() == []
        assert fetch_seen(url).arrivals == [], "looking at the door is no request"
    assert seen.bodies == [] and client("http://no-such-host.invalid/v1").preflight() == []


def test_it_says_whether_its_replies_have_a_price() -> None:
    assert client(ELSEWHERE).bills == "unknown"
    assert client(ELSEWHERE, reports_cost=True).bills == "dollars"
    assert client(ELSEWHERE, price=PRICE).bills == client(ELSEWHERE, prices={"tiny": PRICE}).bills == "dollars"
    assert client(ELSEWHERE, prices={"other": PRICE}).bills == "unknown"


PRESETS = ["openai", "vllm", "ollama", "sglang", "llamacpp", "openrouter"]


@pytest.mark.parametrize("option", PRESETS)
def test_the_presets_differ_by_yaml_alone(option: str) -> None:
    config = compose([f"llm={option}"])
    part = build(config.llm, "llm", LLM)  # type: ignore[type-abstract]
    assert type(part) is OpenAI and part.name == option and part.model
    assert (part.api_key_env is None) == (option not in ("openai", "openrouter"))
    assert part.base_url is None if option == "openai" else str(part.base_url).endswith("/v1")


@pytest.fixture
def no_key_on_disk(working_folder: Path) -> Iterator[Path]:
    yield working_folder
    for path in working_folder.rglob("*"):
        assert not path.is_file() or SECRET.encode() not in path.read_bytes()


def test_a_whole_run_with_a_server_makes_a_dataset_and_pays_nothing_twice(no_key_on_disk: Path) -> None:
    with serving(writing, metered=True) as (url, seen):
        command = ["ability=color", "n=2", "llm=openai", f"llm.base_url={url}", "name=served", "renderer=sketch"]
        assert main([*command, "engine.workers=1", "llm.concurrency=1"]) == 0
        paid = len(seen.bodies)
        assert main([*command, "engine.workers=1", "llm.concurrency=2"]) == 0
        assert len(seen.bodies) == paid
    rows = json.loads(Path("outputs/served/export/llava/llava.json").read_text())
    assert len(rows) == 2 and seen.keys == [f"Bearer {SECRET}"] * paid
