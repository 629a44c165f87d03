"""Every command in the documentation works: run as it is written, or composed where it needs a key, a GPU or hours."""

import re
import shlex
import subprocess
import sys
import venv
from pathlib import Path

import pytest

import eval_bench.__main__
from eval_bench.commands import find, taken_off
from synthgen import commands
from synthgen.__main__ import main
from synthgen.config import _compose, compose, options, sweep

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
NEEDS = re.compile(r"\b(key|GPU|hours|days|published file|person|extra)\b")
OURS = {"python -m synthgen ": main, "python -m eval_bench ": eval_bench.__main__.main}
KEPT = (
    *("run=", "id=", "dry_run=", "from=", "json=", "format=", "data=", "rows=", "out=", "all=", "minutes=", "steps="),
    *("-m", "--help"),
)
"""Words that commands take for themselves."""


def commands_of(page: Path) -> list[tuple[str, bool]]:
    """The lines of the page's bash blocks, and whether each can be run anywhere."""
    blocks = re.findall(r"```bash\n(.*?)```", page.read_text(), re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines() if line.strip()]
    parts = [re.split(r"\s{2,}#", line, maxsplit=1) for line in lines]
    return [(command.strip(), not any(NEEDS.search(comment) for comment in comments)) for command, *comments in parts]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_of_a_page_leads_to_a_file(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)", page.read_text())
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []


def arguments_of(command: str, program: str = "synthgen") -> list[str]:
    return shlex.split(command.partition(f"-m {program}")[2])


def test_the_page_of_the_configuration_names_every_option_of_its_groups() -> None:
    rows = re.findall(r"^\| `(\w+)` \|[^|]*\|([^|]*)\|$", (ROOT / "docs/configuration.md").read_text(), re.MULTILINE)
    told = {group: {*re.findall(r"`(\w+)`", names)} for group, names in rows if (ROOT / "conf" / group).is_dir()}
    del told["ability"]  # thirteen, counted there
    assert len(told) == 10 and told == {group: {*options(group)} for group in told}


def test_the_readme_has_its_two_commands() -> None:
    found = [command for command, _ in commands_of(ROOT / "README.md")]
    assert "pip install -e . && python -m synthgen ability=joke n=24" in found
    assert "pip install -e '.[test]' && pytest" in found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_of_a_page_can_be_composed(page: Path, working_folder: Path) -> None:
    (working_folder / "conf/ability").mkdir(parents=True)
    weather = (ROOT / "conf/ability/scene.yaml").read_text().replace("ability.scene", "ability.weather")
    (working_folder / "conf/ability/weather.yaml").write_text(weather)  # the one that `new` writes
    for command, _ in commands_of(page):
        if "-m eval_bench" in command:
            name, words = taken_off(arguments_of(command, "eval_bench"))
            find(name)  # its keys are known once it is imported
            _compose(f"eval_bench/{name.replace(' ', '_')}", words)
            continue
        words = arguments_of(command) if "-m synthgen" in command else None
        if words is None:
            assert command.startswith(("pip install -e", "export ", "make ", "pytest")), command
            continue
        word = words.pop(0) if words and commands.is_word(words[0]) else "generate"
        assert word in commands.names(), command
        words = [w for w in words if not w.startswith(KEPT) and word not in ("new", "mix")]
        for overrides in sweep(words):
            compose(overrides)


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_of_a_page_runs_as_it_is_written(page: Path, working_folder: Path) -> None:
    for command, anywhere in commands_of(page):
        for program, run in OURS.items():
            if anywhere and command.startswith(program):
                assert run(shlex.split(command.removeprefix(program))) == 0, command


@pytest.mark.slow
def test_the_first_command_of_the_readme_works_in_a_fresh_environment(tmp_path: Path) -> None:
    python = fresh_environment(tmp_path)
    command = "pip install -e . && python -m synthgen ability=joke n=24"
    assert (command, True) in commands_of(ROOT / "README.md")
    here = command.replace("-e .", f"--quiet -e {ROOT}")  # in another folder, to leave the checkout clean
    done = subprocess.run(here, shell=True, cwd=tmp_path, env=path_of(python), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "outputs/joke/export/llava/llava.json").exists()


@pytest.mark.slow
def test_the_second_command_of_the_readme_collects_its_tests() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout
    assert "to run them too: make test-all" in done.stdout.lower()


@pytest.mark.slow
def test_a_wheel_in_another_folder_works_with_its_configuration(tmp_path: Path) -> None:
    python = fresh_environment(tmp_path)
    subprocess.run([sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", tmp_path, ROOT], check=True)
    (wheel,) = tmp_path.glob("*.whl")
    subprocess.run([python, "-m", "pip", "install", "--quiet", wheel], check=True)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for command in (["ability=[style,joke]", "n=3"], ["preview", "ability=food", "n=2"], ["--help"]):
        done = subprocess.run([python, "-m", "synthgen", *command], cwd=elsewhere, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
    assert (elsewhere / "outputs/style+joke/report.html").exists()
    script = subprocess.run([python.parent / "synthgen", "--help"], cwd=elsewhere, capture_output=True, text=True)
    assert "ability=" in script.stdout


def fresh_environment(folder: Path) -> Path:
    venv.create(folder / "venv", with_pip=True)
    return folder / "venv/bin/python"


def path_of(python: Path) -> dict[str, str]:
    import os

    return {**os.environ, "PATH": f"{python.parent}:{os.environ['PATH']}", "VIRTUAL_ENV": str(python.parent.parent)}
