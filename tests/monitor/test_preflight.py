"""What a monitor needs is asked before anything loads, and told with its fix."""

import importlib.util

import pytest

from synthgen.build import build_run
from synthgen.config import compose
from synthgen.errors import UsageError

EXTRA = {"prometheus": "monitor", "opentelemetry": "monitor", "tensorboard": "monitor", "wandb": "wandb"}


def test_every_library_that_is_missing_is_named_with_what_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda module: None)
    with pytest.raises(UsageError) as caught:
        build_run(compose(["ability=joke", f"monitor=[{','.join(EXTRA)}]"]))
    lines = caught.value.mistakes
    assert len(lines) == len(EXTRA)
    for (name, extra), line in zip(EXTRA.items(), lines, strict=True):
        assert line.startswith(f"monitor={name} needs ") and line.endswith(f"pip install 'synthgen[{extra}]'")


def test_a_package_around_it_that_is_missing_is_named_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def find(module: str) -> None:
        raise ModuleNotFoundError(module)

    monkeypatch.setattr(importlib.util, "find_spec", find)
    with pytest.raises(UsageError, match="monitor=opentelemetry needs opentelemetry-sdk"):
        build_run(compose(["ability=joke", "monitor=opentelemetry"]))


def test_several_are_named_in_a_list_and_each_has_its_own_options() -> None:
    changes = ["monitor.prometheus.port=9500", "monitor.tensorboard.pictures=0"]
    config = compose(["monitor=[prometheus,tensorboard]", *changes])
    assert (config.monitor["prometheus"]["port"], config.monitor["tensorboard"]["pictures"]) == (9500, 0)
    assert not compose([]).monitor


@pytest.mark.parametrize(
    "words, said",
    [
        (["monitor=promtheus"], ["unknown monitor 'promtheus'; did you mean prometheus?"]),
        (["monitor.prometheus.prt=1"], ["did you mean monitor.prometheus.port?"]),
        (
            ["monitor.prometheus.every=0", "monitor.prometheus.port=65536", "monitor.tensorboard.pictures=5"],
            ["monitor.prometheus.every=0: ", "monitor.prometheus.port=65536: ", "monitor.tensorboard.pictures=5: "],
        ),
    ],
)
def test_a_mistake_is_one_line(words: list[str], said: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda module: object())
    some = [] if words == ["monitor=promtheus"] else ["monitor=[prometheus,tensorboard]"]
    with pytest.raises(UsageError) as caught:
        build_run(compose([*some, *words]))
    assert len(caught.value.mistakes) == len(said)
    assert all(part in line for part, line in zip(said, caught.value.mistakes, strict=True))
