"""A model of transformers by name: what is missing is told before anything loads, and no pickle is ever fetched."""

import importlib.util
from collections.abc import Iterator
from pathlib import Path

import pytest

from synthgen.errors import UsageError
from synthgen.interfaces import Download
from synthgen.kit.pretrained import Pretrained
from tests.hub_server import COMMIT, Hub, see_only, serving

FILES = ("config.json", "merges.txt", "model.safetensors", "tokenizer.json")
OTHERS = ("README.md", "pytorch_model.bin", "flax_model.msgpack", "onnx/config.json", "model.onnx")


def named(name: str | Path, revision: str | None = None) -> Pretrained:
    return Pretrained("qc.x.model", str(name), revision)


@pytest.fixture
def everything(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every library is there, or seems to be."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: name)


def test_the_libraries_that_are_missing_are_told_with_the_extra_that_has_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name in ("torch", "pyiqa") else name)
    one = Pretrained("qc.x.model", "owner/name", extra="clip", libraries=("torch", "transformers", "pyiqa"))
    assert list(one.mistakes()) == ["qc.x.model needs torch, pyiqa. pip install 'synthgen[clip]'"]


@pytest.mark.parametrize("name", ["nowhere", "a/b/c", "./nothing", "owner/name@"])
def test_a_name_that_is_neither_folder_nor_on_the_hub_is_told(name: str, everything: None) -> None:
    assert list(named(name).mistakes()) == [
        f"qc.x.model={name} is no folder, and no name on the hub (owner/name@commit)"
    ]


@pytest.mark.parametrize("name", ["owner/name", "owner/name@main", f"owner/name@{COMMIT}"])
def test_a_name_on_the_hub_is_no_mistake(name: str, everything: None) -> None:
    assert list(named(name).mistakes()) == []


def test_a_folder_has_to_have_a_configuration_and_weights(tmp_path: Path, everything: None) -> None:
    said = f"qc.x.model={tmp_path}: the folder has no "
    assert list(named(tmp_path).mistakes()) == [f"{said}config.json", f"{said}.safetensors file"]
    (tmp_path / "config.json").write_text("{}")
    (tmp_path / "pytorch_model.bin").write_bytes(b"code")
    assert list(named(tmp_path).mistakes()) == [f"{said}.safetensors file"]
    (tmp_path / "model-00001-of-00002.safetensors").write_bytes(b"")
    assert list(named(tmp_path).mistakes()) == []
    assert named(tmp_path).downloads() == [] and named(tmp_path).folder() == tmp_path


@pytest.mark.torch
class TestOnTheHub:
    @pytest.fixture
    def hub(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
        for name in (*FILES, *OTHERS):
            for folder in ("good", "pickled"):
                file = tmp_path / folder / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text("{}")
        (tmp_path / "pickled/model.safetensors").unlink()
        with serving({f"tiny/{name}": tmp_path / name for name in ("good", "pickled")}) as hub:
            see_only(hub, tmp_path / "cache", monkeypatch)
            yield hub

    def test_its_files_are_fetched_and_no_others(self, hub: Hub) -> None:
        assert named("tiny/good", COMMIT).downloads() == [Download("tiny/good", COMMIT, FILES)]
        folder = named(f"tiny/good@{COMMIT}").folder()
        assert sorted(path.name for path in folder.iterdir()) == sorted(FILES)
        assert not set(hub.sent) & set(OTHERS)

    def test_a_commit_in_the_name_goes_before_that_of_the_options(self, hub: Hub) -> None:
        assert named("tiny/good@main", COMMIT).downloads()[0].revision == "main"

    def test_a_model_of_pickles_is_refused(self, hub: Hub) -> None:
        with pytest.raises(UsageError, match="tiny/pickled has no .safetensors files; pickles are never loaded"):
            named("tiny/pickled").downloads()

    @pytest.mark.parametrize("trouble", [OSError("no\nmore"), KeyError("model_type"), ImportError("sentencepiece\n!")])
    def test_what_goes_wrong_while_it_loads_is_one_line(self, trouble: Exception) -> None:
        with (
            pytest.raises(UsageError, match=r"^qc\.x\.model=tiny/good: transformers \w+") as e,
            named("tiny/good").loading(),
        ):
            raise trouble
        assert "\n" not in str(e.value) and e.value.__cause__ is trouble
