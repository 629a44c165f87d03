"""Subjects and questions from a model on a server: to a target, or until it repeats itself; no reply is paid twice."""

import os
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from synthgen.__main__ import main
from synthgen.desk import RunDesk
from synthgen.packs.files import Question, Subject, append, change, items
from tests.chat_server import Answer, Body, Seen, completion, error, serving
from tests.pack_writers import ANIMALS, backend, growing, tired

FILES = ("subjects", "questions")


def expand(url: str, *more: str) -> int:
    return main(["expand", "ability=animal", *backend(url), *more])


def pack() -> dict[str, str]:
    return {name: path.read_text() for name in FILES if (path := Path(f"packs/animal/{name}.yaml")).exists()}


def journal() -> Counter[str]:
    """How often a reply was kept under each key."""
    return Counter(reply.key for reply in RunDesk(Path("packs/animal")).replies())


def test_it_ends_at_the_target_and_says_what_it_cost_and_what_comes_next(
    working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(growing, metered=True) as (url, seen):
        assert expand(url, "subjects=150", "questions=24") == 0
    said = capsys.readouterr()
    assert "subjects: 150 of 150, 109 before" in said.out and "; enough" in said.out
    assert "spent: $0.0" in said.out and "next: python -m synthgen curate ability=animal" in said.out
    assert re.search(r"subjects: 13\d of 150 \(new: 2\d of 40; dropped: known already \d", said.err)
    found = [item.subject for item in items("animal", Subject)]
    assert len(found) == 150 - 109 and set(found) <= set(ANIMALS)
    kinds = Counter(item.kind for item in items("animal", Question))
    assert kinds["conversation"] == kinds["negative"] == 24 and kinds["vqa"] > 20 and "reasoning" not in kinds
    assert {*journal().values()} == {1} and len(journal()) == len(seen.arrivals)


def test_it_ends_when_the_model_repeats_itself_and_asks_nobody_again(
    working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(tired(1.0)) as (url, seen):
        assert expand(url, "questions=0") == 0
        assert "; the model repeats itself: new in its last batches were" in capsys.readouterr().out
        assert expand(url, "questions=0") == 0
        asked, found = len(seen.arrivals), pack()
        assert expand(url, "questions=0") == 0
        assert len(seen.arrivals) == asked < 5 and pack() == found, "the replies were there"


def test_a_person_s_edits_survive_and_what_was_refused_stays_away(working_folder: Path) -> None:
    with serving(growing) as (url, _):
        assert expand(url, "subjects=140", "questions=0") == 0
        path = Path("packs/animal/subjects.yaml")
        first, second = items("animal", Subject)[:2]
        assert change("animal", first, first.model_copy(update={"state": "refused"}))
        by_hand = path.read_text().replace(f"- {{subject: {second.subject},", "# mine\n- {subject: dodo,")
        path.write_text(by_hand + "- {subject: moa, group: forest}   # extinct\n")
        edited = path.read_text()
        assert expand(url, "subjects=190", "questions=0") == 0
    assert path.read_text().startswith(edited)
    found = [item.subject for item in items("animal", Subject)]
    assert len(found) == len(set(found)) and found.count(first.subject) == 1 and second.subject in found
    assert len([item for item in items("animal", Subject) if item.state != "refused"]) == 190 - 109


def test_what_was_kept_but_not_yet_in_the_pack_is_not_paid_again(working_folder: Path) -> None:
    with serving(growing) as (url, seen):
        assert expand(url, "subjects=180", "questions=26") == 0
        whole, asked = pack(), len(seen.arrivals)
        for name, text in whole.items():  # as a crash in the middle leaves it
            half = text.splitlines(keepends=True)
            Path(f"packs/animal/{name}.yaml").write_text("".join(half[: 3 + 27 if name == "subjects" else 3]))
        assert expand(url, "subjects=180", "questions=26") == 0
        assert pack() == whole and len(seen.arrivals) == asked


@pytest.mark.slow
def test_a_kill_in_the_middle_costs_what_was_in_flight_and_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def script(body: Body, number: int) -> Answer:
        time.sleep(0.05)
        return growing(body, number)

    command = ["expand", "ability=animal", "subjects=230", "questions=0"]
    with serving(script) as (url, seen):
        for name in ("calm", "wild"):
            (tmp_path / name).mkdir()
        monkeypatch.chdir(tmp_path / "calm")
        assert main([*command, *backend(url)]) == 0
        calm, asked = pack(), len(seen.arrivals)
        monkeypatch.chdir(tmp_path / "wild")
        kill_when([*command, *backend(url)], seen, asked + 3)
        assert 0 < len(items("animal", Subject)) < 230 - 109
        assert main([*command, *backend(url)]) == 0
    assert pack() == calm and {*journal().values()} == {1}
    assert seen.repeats() <= asked + 1, "each of the calm one's once more, and one that was in flight"


def kill_when(words: Sequence[str], seen: Seen, arrived: int) -> None:
    process = subprocess.Popen([sys.executable, "-m", "synthgen", *words], stderr=subprocess.DEVNULL)
    while process.poll() is None and len(seen.arrivals) < arrived:
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL


def test_ctrl_c_ends_it_and_the_same_command_goes_on(working_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def script(body: Body, number: int) -> Answer:
        if number == 1:
            os.kill(os.getpid(), signal.SIGINT)
        return growing(body, number)

    with serving(script) as (url, seen):
        assert expand(url, "subjects=200", "questions=0") == 130
        assert "interrupted; every reply is kept" in capsys.readouterr().err
        assert 0 < len(items("animal", Subject)) < 60
        assert expand(url, "subjects=200", "questions=0") == 0
    assert seen.repeats() == 0 and {*journal().values()} == {1}


def test_a_cap_holds_over_all_commands_on_a_pack(working_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with serving(growing, metered=True) as (url, seen):
        assert expand(url, "subjects=300", "questions=0", "budget.tokens=4000") == 9
        said = capsys.readouterr()
        assert "budget.tokens=4000 is reached" in said.err and "spent: $" in said.out
        asked = len(seen.arrivals)
        assert main(["bootstrap", "ability=animal", *backend(url), "budget.tokens=4000"]) == 9
        assert len(seen.arrivals) == asked, "the budget was spent"
        assert expand(url, "subjects=200", "questions=0", "budget.tokens=1000000") == 0


@pytest.mark.parametrize(
    ("answer", "code", "said"),
    [
        (error(401, "Incorrect API key"), 4, "key"),
        ((200, completion(None, refusal="No.")), 0, "dropped: refusal 2"),
        ((200, completion("I am a teapot.")), 0, "dropped: not the asked-for form 2"),
    ],
    ids=["key", "refusal", "teapot"],
)
def test_a_server_that_gives_nothing_ends_it(
    working_folder: Path, capsys: pytest.CaptureFixture[str], answer: Answer, code: int, said: str
) -> None:
    with serving(lambda body, number: answer) as (url, _):
        assert expand(url, "questions=0") == code
    assert said in "".join(capsys.readouterr())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["ability=animal"], "expand asks a language model: pass llm=openai"),
        (["ability=animal", "llm=openai_batch"], "expand asks one batch after the other, which would take days"),
        (["ability=animal", "subjects=many"], "subjects=many: expand takes a whole number there, as in subjects=500"),
        (["llm=openai"], "expand needs an ability: python -m synthgen expand ability=animal llm=openai"),
    ],
)
def test_a_wrong_command_line_is_one_line_with_the_fix(
    working_folder: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    assert main(["expand", *words]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert said in line
    assert not Path("packs").exists()


def test_a_pack_with_a_mistake_is_refused_before_anybody_is_asked(
    working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    append("animal", [Subject(subject="okapi", group="jungle")])
    path = Path("packs/animal/subjects.yaml")
    path.write_text(path.read_text().replace("jungle", "jungel"))
    with serving(growing) as (url, seen):
        assert expand(url) == 2
        assert "subjects.yaml:4: unknown group 'jungel'; did you mean jungle?" in capsys.readouterr().err
        assert seen.arrivals == []
