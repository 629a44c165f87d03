"""python -m synthgen status"""

import io
import json
import shlex
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from bench.null import NullAbility
from synthgen.__main__ import main
from synthgen.commands import status as command
from synthgen.kit.living import myself
from synthgen.lookout.sight import look
from synthgen.lookout.view import headline, parts
from synthgen.pipeline import at_work, generate
from synthgen.shards import WorkerState
from synthgen.status import Cost, Rate, Status
from synthgen.store import Store
from tests.doubles import Silent, run_of


@pytest.fixture
def two(working_folder: Path) -> Path:
    """A finished run of two abilities that do nothing."""
    run = run_of(Path("outputs/two"), 4)
    abilities = {name: NullAbility(name) for name in ("animal", "joke")}
    run = replace(run, config=replace(run.config, name="two"), abilities=abilities)
    with at_work(run) as (store, desk):
        generate(run, store, desk, Silent())
        store.write_json("run.json", {"command": ["ability=[animal,joke]", "n=4", "name=two"], "fingerprint": {}})
    (run.folder / "report.html").touch()
    return run.folder


def shown(folder: Path, width: int = 80) -> str:
    console = Console(width=width, soft_wrap=True, file=io.StringIO(), record=True)
    for part in parts(look(folder)):
        console.print(part, highlight=False, markup=False)
    return console.export_text()


def test_it_tells_a_person_what_is_there_and_what_to_type(two: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", f"run={two}"]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert said.out.splitlines()[:2] == [f"{two}: finished", "wanted and kept: 4 of each of 2 abilities"]
    assert "next, to look at it: open outputs/two/report.html" in said.out


def test_it_tells_a_script_one_object_and_nothing_else(two: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", f"run={two}", "json=true"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["state"], told["kept"], told["wanted"]) == ("finished", 8, 8)
    for stage in told["stages"]:
        assert stage["asked"] == stage["done"] + stage["rejected"] + stage["waiting"]
    assert main(["status", f"run=[{two},{two}]", "json=true"]) == 0
    both = json.loads(capsys.readouterr().out)["runs"]
    assert [one["name"] for one in both] == ["two", "two"]


def test_a_folder_that_is_none_hides_no_other(two: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for form in ("false", "true"):
        assert main(["status", f"run=[outputs/x,{two}]", f"json={form}"]) == 2
        said = capsys.readouterr()
        assert said.err == "synthgen: there is no folder outputs/x; pass run=outputs/<name>\n"
        assert (
            [run["name"] for run in json.loads(said.out)["runs"]] == ["two"]
            if form == "true"
            else "finished" in said.out
        )


def test_all_mistakes_are_told_a_line_each(working_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", "rn=x", "json=yes"]) == 2
    assert capsys.readouterr().err.splitlines() == [
        "synthgen: status takes no 'rn=x'; did you mean run?",
        "synthgen: json=yes: it has to be true or false",
        "synthgen: status needs the folder of a run: python -m synthgen status run=outputs/joke",
    ]
    assert main(["status", "run=x", "json=true", "watch=true"]) == 2
    assert "leave out watch=true" in capsys.readouterr().err
    assert main(["status", "run=outputs/x"]) == 2
    assert capsys.readouterr().err == "synthgen: there is no folder outputs/x; pass run=outputs/<name>\n"


def test_other_thresholds_are_other_figures(working_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ability=animal", "n=4", "renderer.size=128"]) == 0
    assert main(["select", "run=outputs/animal", "qc.readable.min_contrast=100"]) == 8
    capsys.readouterr()
    assert main(["status", "run=outputs/animal"]) == 0
    said = capsys.readouterr().out
    assert "finished, with fewer than n kept" in said and "picture blank" in said
    selection = look(Path("outputs/animal")).status.total("selection")
    assert selection.asked == selection.done + selection.rejected == 4 and selection.rejected > 0


BUSY = Status(
    "two",
    doing="making",
    n=4000,
    rates={"pictures": Rate(500, 12.25, 11.0), "prompts": Rate(500, 0.05, 0.5)},
    left=7300.0,
    seconds=400.0,
    cost=Cost("1.25", 2, 900, 100_000, 20_000, 1.5),
    workers=tuple(
        WorkerState(f"4711-{i}", f"node{i} cuda:0", f"node{i}", "at work", "animal-000001234", i, 64 * i, 0.4)
        for i in range(20)
    ),
    worker_rates={"4711-1": 3.5},
)


@pytest.mark.parametrize("width", [80, 120])
def test_a_busy_run_fits_a_terminal(two: Path, width: int) -> None:
    store = Store(two)
    before = look(two).status
    with store.lock():
        stuck = replace(BUSY.workers[3], state="starting", silent=77.0)
        workers = (*BUSY.workers[:3], stuck, *BUSY.workers[4:])
        busy = replace(BUSY, stages=before.stages, workers=workers)
        store.write_json("status.json", busy.to_json() | myself())
        text = shown(two, width)
    assert "about 2 h 02 min left" in text and "12.2/s" in text and "3.0/min" in text
    assert "spent: $1.250 and 2 replies of unknown price, 120,000 tokens, 1.50 GPU hours" in text
    rows = [line for line in text.splitlines() if "4711-" in line]
    assert rows[0].startswith("4711-3") and "77 s" in rows[0], "who may need somebody stands first"
    assert "and 4 at work (json=true tells all)" in text
    assert max(map(len, rows)) <= width and len(rows) == 16, "a line each"


def test_a_driver_that_says_nothing_for_long_is_told_apart(two: Path) -> None:
    sight = replace(look(two), age=500.0, status=replace(BUSY, host="vm", pid=7))
    assert headline(sight).endswith("SILENT for 8 min: its process is there, it may hang")
    dead = replace(sight, status=replace(sight.status, state="dead", host="node7"))
    assert headline(dead) == "DEAD, as far as one sees from here: nothing heard of process 7 on node7 for 8 min"


def test_one_who_watches_without_a_terminal_gets_a_line_now_and_then(
    two: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["status", f"run={two}", "watch=true"]) == 0
    assert capsys.readouterr().out == f"{two}: finished; prompts 8/8, pictures 8/8, dialogues 8/8; kept 8 of 8\n"


def test_help_names_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    first = (command.__doc__ or "").splitlines()[0]
    assert f"status     {first}" in capsys.readouterr().out


@pytest.mark.slow
def test_what_it_says_to_type_goes_on_with_a_run_that_was_killed_and_ctrl_c_ends_only_the_look(
    working_folder: Path,
) -> None:
    words = [sys.executable, "-m", "synthgen", "ability=animal", "n=400", "renderer.size=256", "name=hit"]
    with Path("log").open("w") as log:
        driver = subprocess.Popen(words, stderr=log, stdout=log)
    while not Path("outputs/hit/status.json").exists() or not look(Path("outputs/hit")).status.kept:
        assert driver.poll() is None, Path("log").read_text()
        time.sleep(0.05)
    watching = [*words[:3], "status", "run=outputs/hit", "watch=true"]
    looker = subprocess.Popen(watching, stdout=subprocess.PIPE, text=True)
    assert looker.stdout is not None and "working" in looker.stdout.readline()
    looker.send_signal(signal.SIGINT)
    assert looker.wait(30) == 0 and looker.stdout.read() == "" and driver.poll() is None
    looker.stdout.close()
    driver.kill()
    driver.wait()
    json_told = subprocess.run([*watching[:-1], "json=true"], capture_output=True, text=True, check=True)
    told = json.loads(json_told.stdout)
    assert told["state"] == "dead" and json_told.stderr == ""
    again = shlex.split(told["next"][0]["type"])
    assert again == ["python", *words[1:]]
    subprocess.run([sys.executable, *again[1:]], check=True, capture_output=True)
    assert look(Path("outputs/hit")).status.kept == 400
