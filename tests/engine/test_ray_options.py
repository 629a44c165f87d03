"""What is said before anything starts."""

import importlib.util
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from bench.null import NullRenderer
from synthgen.build import build_run
from synthgen.config import compose
from synthgen.engine.ray import Ray
from synthgen.errors import DeviceError, UsageError
from synthgen.interfaces import Here
from synthgen.stages import PictureWork
from synthgen.types import Device
from tests.engine.contract import one_node
from tests.engine.test_local import PNG, shards


@dataclass(frozen=True)
class WantsGpu(NullRenderer):
    """Runs on GPUs, of which this machine has none."""

    @property
    def on_gpu(self) -> bool:
        return True

    def preflight(self) -> list[str]:
        return [Here("this machine has no GPU"), "and an option is wrong"]


def test_without_ray_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert Ray().preflight() == ["engine=ray needs ray. pip install 'synthgen[ray]'"]


def test_a_machine_that_only_drives_may_lack_the_gpu(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Ray, "preflight", lambda self: [])
    for address, lacks in (("auto", []), ("local", ["this machine has no GPU"])):
        config = compose(["ability=joke", "engine=ray", f"engine.address={address}"])
        wants = {"_target_": "tests.engine.test_ray_options.WantsGpu"}
        with pytest.raises(UsageError) as refused:
            build_run(replace(config, renderer=wants))
        assert refused.value.mistakes == (*lacks, "and an option is wrong")


def test_its_own_cluster_has_a_worker_per_core_or_gpu_and_as_many_as_are_asked_for() -> None:
    two: Sequence[Device] = [Device("cuda", 0), Device("cuda", 1)]
    assert Ray("local").size(two, on_gpu=True) == 2
    assert Ray("local", gpus=0.5).size(two, on_gpu=True) == 4
    assert Ray("local", max=1).size(two, on_gpu=True) == 1
    assert Ray("local", min=3).size(two, on_gpu=True) == 3


@pytest.mark.ray
@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"address": "127.0.0.1:1"}, "no Ray cluster answers at 127.0.0.1:1"),
        ({"address": "ray://127.0.0.1:1"}, "no Ray cluster answers at ray://127.0.0.1:1"),
        ({"address": "nonsense"}, "is no address"),
        ({"address": "local", "min": 3, "max": 2}, "engine.min=3 is more than engine.max=2"),
    ],
)
def test_what_is_wrong_with_an_address_is_one_line(options: dict[str, object], said: str) -> None:
    (line,) = Ray(**options).preflight()  # type: ignore[arg-type]
    assert said in line and "\n" not in line


@pytest.mark.ray
def test_a_cluster_without_a_gpu_is_one_line_for_a_renderer_that_wants_one(tmp_path: Path) -> None:
    engine = Ray(one_node().address)
    with pytest.raises(DeviceError, match="no node of the Ray cluster has a GPU"):
        next(engine.run(PictureWork(tmp_path, WantsGpu(), {}, PNG), shards(2, 1)))
    engine.close()
