import json
from pathlib import Path

import pytest

from eval_bench.commands.study_simulate import SimulateConfig
from eval_bench.study.options import StudyConfig
from synthgen.build import build_run
from synthgen.config import GROUPS, compose, compose_entry, options, sweep
from synthgen.errors import UsageError
from synthgen.mix.options import MixConfig

STUDY = ("items=benchmarks/generated", "answers=[answers/base]")


def mistakes(*overrides: str) -> list[str]:
    with pytest.raises(UsageError) as error:
        build_run(compose(overrides))
    return list(error.value.mistakes)


def test_the_default_configuration_composes_and_is_named_after_its_ability() -> None:
    config = compose([])
    assert (config.name, config.n, list(config.ability)) == ("joke", 24, ["joke"])


@pytest.mark.parametrize(
    "overrides, name",
    [
        (["ability=color"], "color"),
        (["ability=[color,food]"], "color+food"),
        (["ability=all"], "all"),
        (["ability=color", "name=mine"], "mine"),
    ],
)
def test_the_run_is_named_as_a_person_typed_it(overrides: list[str], name: str) -> None:
    assert compose(overrides).name == name


def test_options_of_parts_are_set_under_their_own_key() -> None:
    config = compose(["ability=[color,joke]", "qc.duplicate.phash_distance=7", "~qc.text", "ability.joke.noun=oddity"])
    assert config.qc["duplicate"]["phash_distance"] == 7
    assert "text" not in config.qc
    assert config.ability["joke"]["noun"] == "oddity"


@pytest.mark.parametrize(
    "override, says",
    [
        ("ability=jok", "unknown ability 'jok'; did you mean joke?"),
        ("ability=[joke,colour]", "unknown ability 'colour'; did you mean color?"),
        ("renderer=skech", "unknown renderer 'skech'; did you mean sketch?"),
        ("seeed=3", "unknown option 'seeed'; did you mean seed?"),
        ("qc.duplicate.phash=3", "did you mean qc.duplicate.phash_distance?"),
        ("llm.pth=x", "unknown option 'llm.pth'"),
        ("n=lots", "n=lots: "),
        ("n=1.5", "n=1.5: "),
        ("n=0", "n=0: it has to be at least 1"),
        ("n=-3", "n=-3: it has to be at least 1"),
        ("images_per_prompt=0", "images_per_prompt=0: it has to be at least 1"),
        ("image.format=gif", "image.format=gif: it has to be jpg, png or webp"),
        ("image.quality=300", "image.quality=300: it has to be 1 to 100"),
        ("name=../up", "is no folder name"),
        ("n", "'n' is not key=value"),
        ("n=1,2", "put -m before it"),
        ("hydra.run.dir=x", "does not take hydra's own settings"),
        ("ability=color,food", "write ability=[color,food], or put -m before it"),
        ("ability=[]", "no ability is named"),
        ("+nonsense=1", "a run takes no such key"),
        ("outputs=s3://bucket/x", "run folders lie on a file system"),
        ("outputs=''", "run folders lie on a file system"),
        ("qc.duplicate.prompt_jaccard=17", "qc.duplicate.prompt_jaccard=17: "),
        ("qc.readable.max_share=-1", "qc.readable.max_share=-1: "),
        ("exporter.llava.file=../../evil.json", "exporter.llava.file='../../evil.json': "),
        ("ability.joke.answers=[]", "ability.joke.answers=[]: "),
        ("ability.joke.questions=['(what']", "does not expand"),
        ("engine.workers=lots", "engine.workers='lots': "),
    ],
)
def test_a_mistake_is_one_line_with_the_fix(override: str, says: str) -> None:
    (line,) = mistakes(override)
    assert says in line and "\n" not in line


def test_several_mistakes_are_reported_together() -> None:
    found = mistakes("ability=jok", "n=lots", "seeed=1", "x")
    assert len(found) == 4


def test_a_sweep_is_one_run_per_combination() -> None:
    assert sweep(["ability=color,food", "n=3"]) == [["ability=color", "n=3"], ["ability=food", "n=3"]]
    assert sweep(["ability=food", "seed=1,2", "n=3"]) == [
        ["ability=food", "seed=1", "n=3", "name='food-seed-1'"],
        ["ability=food", "seed=2", "n=3", "name='food-seed-2'"],
    ]
    names = [run[0] for run in sweep(["ability=glob(*,exclude=all)"])]
    assert "ability=joke" in names and "ability=all" not in names and len(names) == 13
    assert names == [run[0] for run in sweep(["ability=glob(*)"])]


def test_options_of_the_working_folder_are_found(working_folder: Path) -> None:
    own = working_folder / "conf" / "renderer"
    own.mkdir(parents=True)
    (own / "mine.yaml").write_text("# My own\n_target_: mine.Renderer\n")
    assert "mine" in options("renderer")
    assert compose(["renderer=mine"]).renderer == {"_target_": "mine.Renderer"}


def test_local_settings_of_the_working_folder_apply(working_folder: Path) -> None:
    local = working_folder / "conf" / "local"
    local.mkdir(parents=True)
    (local / "default.yaml").write_text("# @package _global_\nn: 77\n")
    assert compose([]).n == 77
    assert compose(["n=5"]).n == 5


@pytest.mark.parametrize("group", GROUPS)
def test_every_option_says_what_it_is_in_its_first_comment(group: str) -> None:
    from synthgen.commands.helping import first_comment

    for name, path in options(group).items():
        assert len(first_comment(path)) > 10, name
    json.dumps(list(options(group)))


@pytest.mark.parametrize(("value", "said"), [("{foo: 1}", "takes: describe, conversation"), ("[vqa]", "its yaml says")])
def test_a_mapping_of_another_form_is_one_line_without_a_next_command_that_fails(value: str, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        compose(["ability=animal", f"ability.animal.kinds={value}"])
    (line,) = caught.value.mistakes
    assert "ability.animal.kinds" in line and said in line and "use +" not in line


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("outputs=größe", "größe"),
        ("outputs='größe'", "größe"),
        ("outputs=mein größter ordner, hier", "mein größter ordner, hier"),
        ("outputs=データ/出力", "データ/出力"),
    ],
)
def test_letters_beyond_english_need_no_quotes(typed: str, value: str) -> None:
    assert compose(["ability=joke", typed]).outputs == value


def test_letters_beyond_english_need_no_quotes_in_lists(working_folder: Path) -> None:
    Path("größe.json").write_text("[]")
    config = compose_entry(["sources=[{path: größe.json, prefix: 'ö, ü', weight: 0.5}]"], "mix", MixConfig)
    assert config.sources == [{"path": "größe.json", "prefix": "ö, ü", "weight": 0.5}]


@pytest.mark.parametrize("kind", [StudyConfig, SimulateConfig])
@pytest.mark.parametrize("number", [0, 3])
def test_a_key_that_is_named_as_a_group_of_another_command_takes_values(
    kind: type[StudyConfig] | type[SimulateConfig], number: int
) -> None:
    entry = "eval_bench/study" if kind is StudyConfig else "eval_bench/study_simulate"
    assert compose_entry([*STUDY, f"calibration={number}"], entry, kind).calibration == number


@pytest.mark.parametrize("typed", ["-1", "5.5", "null", "sketch", "[1]"])
def test_a_wrong_value_of_a_key_that_is_named_as_a_group_is_one_line(typed: str) -> None:
    with pytest.raises(UsageError, match=r"^calibration=") as error:
        compose_entry([*STUDY, f"calibration={typed}"], "eval_bench/study", StudyConfig)
    assert len(error.value.mistakes) == 1
