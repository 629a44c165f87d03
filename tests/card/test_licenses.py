"""What holds for a model is told by what is known of it, and never guessed."""

import re
from pathlib import Path

import pytest
import yaml

from synthgen.card import licenses
from synthgen.card.licenses import (
    COMPETING,
    FREE,
    LICENSES,
    NON_COMMERCIAL,
    TRAINED,
    UNKNOWN,
    USES,
    strictest,
    terms_of,
)
from synthgen.interfaces import Model
from synthgen.kit.hub import model_of

CONF = Path(__file__).parents[2] / "conf"


@pytest.mark.parametrize(
    ("name", "license"),
    [
        ("stabilityai/stable-diffusion-xl-base-1.0", "openrail++"),
        ("stabilityai/sdxl-turbo", "sai-nc-community"),
        ("black-forest-labs/FLUX.1-schnell", "apache-2.0"),
        ("black-forest-labs/FLUX.1-dev", "flux-1-dev-non-commercial-license"),
        ("Qwen/Qwen2.5-7B-Instruct", "apache-2.0"),
        ("qwen2.5:7b", "apache-2.0"),
        ("qwen2.5-7b-instruct", "apache-2.0"),
        ("Qwen/Qwen2.5-VL-3B-Instruct", "qwen-research"),
        ("qwen/qwen-2.5-72b-instruct", "qwen"),
        ("Qwen/Qwen3-30B-A3B-Instruct-2507", "apache-2.0"),
        ("meta-llama/llama-3.3-70b-instruct", "llama3.3"),
        ("meta-llama/Llama-3.1-8B-Instruct", "llama3.1"),
        ("llama3.2:3b", "llama3.2"),
        ("meta-llama/Meta-Llama-3-8B-Instruct", "llama3"),
        ("llama3:8b", "llama3"),
        ("meta-llama/Llama-2-7b-chat-hf", "llama2"),
        ("google/gemma-3-12b-it", "gemma"),
        ("google/gemma-4-27b-it", "apache-2.0"),
        ("openai/gpt-oss-20b", "apache-2.0"),
        ("mistralai/Mistral-7B-Instruct-v0.3", "apache-2.0"),
        ("microsoft/Phi-4", "mit"),
        ("anthropic/claude-sonnet-4", "anthropic"),
        ("gemini-2.5-flash", "gemini"),
        ("stabilityai/stable-diffusion-3.5-medium", "stabilityai-ai-community"),
    ],
)
def test_models_by_their_names(name: str, license: str) -> None:
    assert [one.id for one in terms_of(Model(name))] == [license]


@pytest.mark.parametrize(
    "name",
    [
        *("somebody/some-model", "qwen3-max", "my-llm", "mistral-large", "stabilityai/sdxl-turbo-remix", "llama"),
        *("somebody/Qwen2.5-7B-tuned", "somebody/phi-4-tuned", "somebody/Mistral-7B-tuned", "somebody/gemma-4-tuned"),
        "CompVis/stable-diffusion-safety-checker",  # its page: "more information needed"
    ],
)
def test_what_is_not_listed_is_unknown_and_says_where_to_look(name: str) -> None:
    (one,) = terms_of(Model(name))
    assert one.strictness == UNKNOWN and "look up the license" in one.says
    assert one.url == (f"https://huggingface.co/{name}" if "/" in name else "")


def test_what_the_configuration_says_of_an_unlisted_model_is_told_as_such() -> None:
    (one,) = terms_of(Model("somebody/finetune", license="openrail++"))
    assert (one.id, one.strictness) == ("openrail++", USES)
    assert "the configuration says" in one.says
    (other,) = terms_of(Model("somebody/finetune", license="house-rules-1"))
    assert (other.id, other.strictness) == ("house-rules-1", UNKNOWN)
    (unknown,) = terms_of(Model("somebody/finetune", license="unknown"))
    assert unknown.id == "unknown"


def test_a_listed_model_keeps_its_license_whatever_the_preset_said() -> None:
    """renderer=sdxl renderer.model=stabilityai/sdxl-turbo leaves the license of sdxl in the configuration."""
    (one,) = terms_of(Model("stabilityai/sdxl-turbo", license="openrail++"))
    assert one.id == "sai-nc-community"


def test_a_service_has_terms_of_its_own() -> None:
    assert [one.id for one in terms_of(Model("gpt-6-luna", service="api.openai.com"))] == ["openai"]
    routed = terms_of(Model("meta-llama/llama-3.3-70b-instruct", service="openrouter.ai"))
    assert [one.id for one in routed] == ["openrouter", "llama3.3"]
    assert [one.id for one in terms_of(Model("Qwen/Qwen2.5-7B-Instruct", service="gpu-17.local"))] == ["apache-2.0"]


def test_a_public_service_that_is_not_listed_has_terms_that_nobody_here_knows() -> None:
    told = terms_of(Model("llama-3.3-70b-versatile", service="api.groq.com"))
    assert [one.id for one in told] == ["unknown", "llama3.3"] and "service" in told[0].says
    assert "groq" not in repr(told)  # a host may be somebody's own
    assert [one.id for one in terms_of(Model("claude-sonnet-4", service="api.anthropic.com"))] == ["anthropic"]
    google = terms_of(Model("models/gemini-2.5-flash", service="generativelanguage.googleapis.com"))
    assert [one.id for one in google] == ["gemini"]


@pytest.mark.parametrize("host", ["", "localhost", "gpu-17", "127.0.0.1", "10.0.0.7", "::1", "box.lan", "a.b.internal"])
def test_a_server_without_a_public_name_is_ones_own(host: str) -> None:
    assert [one.id for one in terms_of(Model("Qwen/Qwen2.5-7B-Instruct", service=host))] == ["apache-2.0"]


def test_what_may_not_train_some_models_is_stricter_than_what_asks_for_a_name() -> None:
    found = strictest([Model("llama3.1:8b"), Model("stabilityai/stable-diffusion-3.5-medium")])
    assert found is not None and found.id == "stabilityai-ai-community"


def test_texts_that_existed_are_under_terms_that_nobody_here_knows() -> None:
    (one,) = terms_of(Model("replay of animal.json"))
    assert one.strictness == UNKNOWN and "their own terms" in one.says


def test_the_strictest_of_several_is_found_and_unknown_is_stricter_than_all() -> None:
    names = ("qwen2.5:7b", "stabilityai/stable-diffusion-xl-base-1.0", "stabilityai/sdxl-turbo")
    free, uses, nc = (Model(name) for name in names)
    for models, id in (([free, uses], "openrail++"), ([uses, nc, free], "sai-nc-community"), ([free], "apache-2.0")):
        found = strictest(models)
        assert found is not None and found.id == id
    unknown = strictest([nc, Model("somebody/some-model")])
    assert unknown is not None and unknown.id == "unknown"
    assert strictest([]) is None


def test_every_entry_has_an_address_and_every_name_a_license_that_is_listed() -> None:
    for one in (*LICENSES.values(), *licenses.SERVICES.values()):
        assert one.url.startswith("https://") and one.says
        assert one.strictness in (FREE, USES, TRAINED, COMPETING, NON_COMMERCIAL)
    for names, license in licenses._MODELS:
        assert license in LICENSES and re.compile(names)


def test_all_models_that_our_own_presets_draw_and_write_with_are_listed() -> None:
    for path in sorted((CONF / "renderer").glob("*.yaml")):
        preset = yaml.safe_load(path.read_text())
        if preset.get("model"):
            (one,) = terms_of(model_of(preset["model"]))
            assert one.id == preset["license"], path
        for lora in preset.get("loras", []):
            assert terms_of(model_of(lora["path"]))[0].id == preset["license"]
    for path in sorted((CONF / "llm").glob("*.yaml")):
        preset = yaml.safe_load(path.read_text())
        if preset.get("model") and path.stem not in ("openai", "openai_batch"):
            assert terms_of(Model(preset["model"]))[0].strictness < UNKNOWN, path


@pytest.mark.parametrize(
    ("text", "model"),
    [
        ("owner/name", Model("owner/name")),
        ("owner/name@abc", Model("owner/name", "abc")),
        ("owner/name@abc/file.safetensors", Model("owner/name", "abc")),
        ("/data/models/mine.safetensors", Model("mine.safetensors")),
        ("~/models/mine", Model("mine")),
        ("./mine", Model("mine")),
    ],
)
def test_where_a_local_model_lies_is_nobodys_business(text: str, model: Model) -> None:
    assert model_of(text) == model
