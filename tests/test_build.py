from dataclasses import fields

import pytest

from bench.null import NullRenderer, NullWriter
from synthgen.build import _class, _fingerprint, build, build_run
from synthgen.checks import Check
from synthgen.config import RunConfig, compose, options
from synthgen.errors import UsageError
from synthgen.interfaces import LLM, Component, Renderer
from synthgen.llm.offline import Offline
from synthgen.memory import EPOCH

GROUPS = ("ability", "llm", "renderer", "qc", "embedder", "detector", "exporter", "engine", "monitor")
SEVERAL = ("qc", "exporter", "monitor")
LISTS = ("all", "paper12", "photographs")
"""Yaml files that name others."""
YAMLS = [(group, name) for group in GROUPS for name in options(group) if name not in LISTS]


def refused(node: object, base: type = Component) -> str:
    with pytest.raises(UsageError) as error:
        build(node, "llm", base)
    assert "\n" not in str(error.value)
    return str(error.value)


@pytest.mark.parametrize(
    "target",
    ["os.system", "subprocess.Popen", "builtins.eval", "logging.os.system", "urllib.request.urlretrieve"]
    + ["pathlib.Path", "synthgen.store.Store", "abilities.base.fill", "nowhere.Nothing", "nodots", ""],
)
def test_only_parts_can_be_named(target: str) -> None:
    assert "llm" in refused({"_target_": target, "command": "touch /tmp/never"})


def test_a_part_of_another_group_is_refused() -> None:
    assert "is not a Renderer" in refused({"_target_": "synthgen.llm.offline.Offline"}, Renderer)


def test_an_unknown_or_missing_option_names_what_it_takes() -> None:
    assert "unknown option 'pth'; did you mean path?" in refused(
        {"_target_": "synthgen.llm.replay.Replay", "pth": "x"}, LLM
    )
    assert "option 'action' is missing" in str(
        pytest.raises(UsageError, build, {"_target_": "synthgen.qc.duplicate.Duplicate"}, "qc.duplicate", Check).value
    )


def test_a_node_without_a_class_is_refused() -> None:
    assert "has no _target_" in refused({"path": "x"})
    assert "has no _target_" in refused(None)


@pytest.mark.parametrize("group, name", YAMLS)
def test_every_option_of_a_part_stands_in_its_yaml(group: str, name: str) -> None:
    config = compose([f"{group}=[{name}]" if group in SEVERAL else f"{group}={name}"])
    content = dict(getattr(config, group))
    content = dict(content[name]) if group in ("ability", *SEVERAL) else content
    cls = _class(content.pop("_target_"), f"{group}.{name}")
    assert set(content) == {field.name for field in fields(cls) if field.init}


def test_the_default_run_builds_with_drawable_words_only() -> None:
    run = build_run(compose(["ability=[animal,joke]"]))
    assert set(run.abilities) == {"animal", "joke"}
    assert {"seed", "llm.kind", "renderer.kind", "ability.joke", "image.format"} <= set(run.fingerprint)


@pytest.mark.parametrize(
    "change, same",
    [
        ("n=9", True),
        ("engine.workers=7", True),
        ("qc.duplicate.phash_distance=9", True),
        ("exporter=[llava]", True),
        ("max_candidates=9", True),
        ("seed=1", False),
        ("image.quality=80", False),
        ("image.format=png", False),
        ("image.mark=false", False),
        ("images_per_prompt=2", False),
        ("ability.food.noun=dish", False),
        ("template.prompt.system=hello", False),
        ("renderer.size=256", False),
    ],
)
def test_the_fingerprint_covers_what_changes_the_data_and_nothing_else(change: str, same: bool) -> None:
    before, after = (build_run(compose(["ability=food", *more])).fingerprint for more in ([], [change]))
    assert (before == after) is same


@pytest.mark.parametrize("writer, told", [(NullWriter(), True), (Offline(), False)])
def test_the_epoch_changes_the_data_of_those_alone_who_are_told_what_was_kept(writer: LLM, told: bool) -> None:
    def changed(epoch: int) -> set[tuple[str, str]]:
        some = _fingerprint(RunConfig(epoch=epoch), {}, writer, NullRenderer(), {})
        return set(some) - set(_fingerprint(RunConfig(), {}, writer, NullRenderer(), {}))

    assert changed(512) == ({("epoch", "512")} if told else set())
    assert changed(EPOCH) == set()


def test_all_missing_things_are_reported_together() -> None:
    with pytest.raises(UsageError) as error:
        build_run(compose(["llm=replay", "engine.workers=-1", "n=0", "image.format=gif"]))
    assert len(error.value.mistakes) == 4


@pytest.mark.parametrize(
    "limits, meant",
    [
        ("{default: 0.1, jok: null}", "joke"),
        ("{foood/watercolor: 0.1}", "food"),
        ("{food/oil paintin: 0}", "oil painting"),
    ],
)
def test_a_threshold_for_an_ability_or_a_medium_that_is_misspelled_is_told(limits: str, meant: str) -> None:
    with pytest.raises(UsageError, match=f"^qc.clip.min has a threshold for .*; did you mean {meant}\\?$"):
        build_run(compose(["ability=food", f"qc.clip.min={limits}"]))


@pytest.mark.parametrize("limits", ["{default: 0.1, chalk drawing: 0.2, my own medium: 1}", "0", "null", "-0.5"])
def test_thresholds_for_other_words_are_taken(limits: str) -> None:
    build_run(compose(["ability=food", f"qc.clip.min={limits}"]))


@pytest.mark.parametrize("limit", ["inf", "nan", "true", "abc"])
def test_a_threshold_has_to_be_a_number(limit: str) -> None:
    with pytest.raises(UsageError, match=r"^qc.clip.min=[^\n]*$"):
        build_run(compose(["ability=food", f"qc.clip.min={limit}"]))


@pytest.mark.parametrize("rule", ["quantile=0.1", "top=1"])
def test_a_rule_that_rejects_is_refused_where_the_check_only_reports(rule: str) -> None:
    with pytest.raises(
        UsageError, match=r"^qc.decoy.\w+ rejects, and this check only reports; pass qc.decoy.action=reject$"
    ):
        build_run(compose(["ability=food", f"qc.decoy.{rule}", "qc.decoy.action=report"]))
    build_run(compose(["ability=food", f"qc.decoy.{rule}", "qc.decoy.action=reject"]))
