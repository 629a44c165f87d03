"""The files of deploy/ray, as Ray and we read them; no cloud is asked."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from synthgen.build import build
from synthgen.config import compose
from synthgen.engine.ray import Ray
from synthgen.engine.ray.worker import GRACE, LOOK

DEPLOY = Path(__file__).parents[2] / "deploy" / "ray"


def documents(name: str) -> list[Any]:
    return list(yaml.safe_load_all((DEPLOY / name).read_text()))


def words_of(command: str) -> list[str]:
    """The options of the synthgen command in a line of shell."""
    return command.partition("python -m synthgen ")[2].split("'")[0].split()


def commands(name: str) -> list[str]:
    if name == "kuberay.yaml":
        return [documents(name)[1]["spec"]["entrypoint"]]
    return [line for line in (DEPLOY / name).read_text().splitlines() if "engine=ray" in line]


@pytest.mark.parametrize("name", ["cluster.yaml", "kuberay.yaml"])
def test_the_command_is_one_that_we_understand(name: str) -> None:
    (command,) = commands(name)
    config = compose(words_of(command))
    engine = build(config.engine, "engine", Ray)
    assert engine.address == "auto" and engine.max == 8 and config.renderer["_target_"].endswith("Diffusers")


@pytest.mark.ray
def test_ray_up_takes_its_file(monkeypatch: pytest.MonkeyPatch) -> None:
    from ray.autoscaler._private.util import prepare_config, validate_config

    monkeypatch.setattr("ray.autoscaler._private.aws.config._get_instances_resources", lambda *_: {}, raising=False)
    config = prepare_config(documents("cluster.yaml")[0])
    validate_config(config)
    assert config["available_node_types"]["a10g"]["max_workers"] == config["max_workers"] == 8


def test_the_pods_of_kuberay_share_a_volume_and_have_time_to_leave() -> None:
    claim, job = documents("kuberay.yaml")
    assert claim["spec"]["accessModes"] == ["ReadWriteMany"]
    cluster = job["spec"]["rayClusterSpec"]
    assert cluster["enableInTreeAutoscaling"] and cluster["authOptions"] == {"mode": "token"}
    (group,) = cluster["workerGroupSpecs"]
    for pod in (cluster["headGroupSpec"]["template"]["spec"], group["template"]["spec"]):
        (container,), (volume,) = pod["containers"], pod["volumes"]
        assert volume["persistentVolumeClaim"]["claimName"] == claim["metadata"]["name"]
        assert container["volumeMounts"] == [{"name": volume["name"], "mountPath": "/shared"}]
    pod = group["template"]["spec"]
    env = {one["name"]: one["value"] for one in pod["containers"][0]["env"]}
    drain = float(env["RAY_GRACEFUL_SHUTDOWN_DRAIN_TIMEOUT_S"])
    assert GRACE + LOOK <= drain < pod["terminationGracePeriodSeconds"] == 30
    assert pod["containers"][0]["resources"]["limits"]["nvidia.com/gpu"] == "1"
    assert "outputs=/shared/outputs" in job["spec"]["entrypoint"]
    assert "engine.max=8" in job["spec"]["entrypoint"] and group["maxReplicas"] == 8
