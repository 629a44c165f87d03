"""What to type next."""

import shlex
from dataclasses import replace
from pathlib import Path

import pytest

from synthgen.lookout.advice import advice
from synthgen.lookout.sight import Sight
from synthgen.status import StageName, StageStatus, State, Status
from synthgen.store import Store

HERE = Path("outputs/joke")


def sight(state: State, said: str = "", words: str = "ability=joke n=4", folder: Path = HERE, host: str = "") -> Sight:
    names: tuple[StageName, ...] = ("prompts", "selection")
    stages = tuple(StageStatus("joke", name, 8, 1, 7) for name in names)
    return Sight(folder, Status("joke", state, said=said, n=4, stages=stages, host=host, pid=7), 1.0, words.split())


def commands(some: Sight) -> list[str]:
    return [command.removeprefix("python -m synthgen ") for _, command in advice(some)]


def test_who_works_is_watched() -> None:
    assert commands(sight("working")) == ["status run=outputs/joke watch=true"]


@pytest.mark.parametrize("state", ["interrupted", "dead", "stopped"])
def test_the_same_command_goes_on(state: State) -> None:
    assert commands(sight(state)) == ["ability=joke n=4"]


def test_a_driver_on_another_machine_is_looked_for_first() -> None:
    (line,) = advice(sight("dead", host="node7"))
    assert line[0] == "to go on, once process 7 on node7 is surely gone"


@pytest.mark.parametrize(
    ("said", "words", "next_one"),
    [
        ("budget.usd=1.5 is reached: $1.51 is spent", "n=4 budget.usd=1.5", "n=4 budget.usd=3"),
        ("budget.tokens=2000000 is reached: much", "n=4 budget.tokens=2000000", "n=4 budget.tokens=4000000"),
        ("budget.gpu_hours=0.25 is reached: much", "n=4", "n=4 budget.gpu_hours=0.5"),
        ("the disk that holds outputs is full", "n=4", "n=4"),
    ],
)
def test_a_run_that_a_cap_stopped_needs_a_larger_one(said: str, words: str, next_one: str) -> None:
    assert commands(sight("stopped", said, words)) == [next_one]


def test_a_folder_elsewhere_is_named_as_it_is_seen_from_here(tmp_path: Path) -> None:
    moved = sight("interrupted", words="ability=joke outputs=there name=other", folder=tmp_path / "my joke")
    (command,) = commands(moved)
    assert shlex.split(command) == ["ability=joke", f"outputs={tmp_path}", "name=my joke"]


def test_too_few_are_more_candidates_or_a_check_less(tmp_path: Path) -> None:
    rows = [
        {"id": f"joke-{i:09d}", "kept": False, "stage": "picture", "reason": "dull", "check": "clip"} for i in (1, 2)
    ]
    Store(tmp_path).write_selection([{"id": "joke-000000000", "kept": True}, *rows])
    words = f"ability=joke n=4 outputs={tmp_path.parent} name={tmp_path.name} max_candidates=2"
    short = sight("finished", words=words, folder=tmp_path)
    without = words.removesuffix(" max_candidates=2")
    assert commands(short) == [f"{words} '~qc.clip'", f"{without} max_candidates=4", f"report run={tmp_path}"]
    Store(tmp_path).write_selection([row | {"stage": "select"} for row in rows])
    assert commands(short)[0] == f"select run={tmp_path} '~qc.clip'"


def test_what_is_whole_is_looked_at(tmp_path: Path) -> None:
    (tmp_path / "report.html").touch()
    whole = sight("finished", folder=tmp_path)
    whole = replace(whole, status=replace(whole.status, n=1))
    assert [command for _, command in advice(whole)] == [f"open {tmp_path}/report.html"]


def test_who_knows_no_command_is_told_so() -> None:
    assert commands(sight("interrupted", words="")) == ["the command that began it, once more"]
