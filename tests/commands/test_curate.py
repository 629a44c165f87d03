"""A person looks through a pack: at a real terminal, and by lines from a pipe."""

import io
import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from synthgen.__main__ import main
from synthgen.packs.files import PromptExample, Question, Subject, append, items

NEW = [
    Subject(subject="okapi", group="jungle", state="new"),
    Subject(subject="brwn bear", places=("tundra",), state="new"),
    Subject(subject="unicorn", group="forest", state="new"),
    Subject(subject="aardvark", group="savanna", state="new"),
]


@pytest.fixture(autouse=True)
def pack(working_folder: Path) -> None:
    append("animal", NEW)
    append("animal", [Subject(subject="moa", group="forest")])
    append("animal", [Question(question="Who is that?", state="new")])


def states() -> dict[str, str]:
    return {item.text: item.state for form in (Subject, Question) for item in items("animal", form)}


class Terminal:
    """A command at a terminal of its own."""

    def __init__(self, *words: str) -> None:
        self.ours, theirs = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "synthgen", *words],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
        )
        os.close(theirs)
        self.said = ""

    def read_until(self, text: str, seconds: float = 120) -> str:
        """What it says up to and with a text. Raises AssertionError if that does not come."""
        until = time.monotonic() + seconds
        while text not in self.said:
            assert time.monotonic() < until, self.said
            if select.select([self.ours], [], [], 0.2)[0]:
                self.said += os.read(self.ours, 4096).decode()
        before, _, self.said = self.said.partition(text)
        return before + text

    def type(self, keys: str) -> None:
        os.write(self.ours, keys.encode())


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    one = Terminal("curate", "ability=animal")
    yield one
    one.process.kill()
    one.process.wait()
    os.close(one.ours)


def test_one_key_decides_and_is_saved_at_once(terminal: Terminal) -> None:
    assert "subject: okapi" in terminal.read_until("q quit > ")
    terminal.type("a")
    assert "brwn bear" in terminal.read_until("q quit > ")
    assert states()["okapi"] == "accepted", "before the next key"
    terminal.type("m")
    terminal.read_until("subject: ")
    terminal.type("\x15brown bear\n")  # Ctrl-U: the line is empty
    terminal.read_until("group: ")
    terminal.type("\n")
    terminal.read_until("places: ")
    terminal.type(", hill\n")  # goes on where the text ends
    terminal.read_until("companions: ")
    terminal.type("\n")
    assert "[3 of 5; accepted 1, mended 1]" in terminal.read_until("q quit > ")
    assert items("animal", Subject)[1] == Subject(subject="brown bear", places=("tundra", "hill"))
    for no_key in ("\x1b[A", "x"):  # the arrow up ends with a letter
        terminal.type(no_key)
        assert "unicorn" in terminal.read_until("q quit > ")
    assert states()["unicorn"] == "new"
    terminal.type("r")
    assert "aardvark" in terminal.read_until("q quit > ")
    terminal.type("b")
    assert "unicorn" in terminal.read_until("q quit > ")
    terminal.type("s")
    terminal.read_until("q quit > ")
    terminal.type("q")
    assert "1 accepted, 1 mended, 1 refused; 2 are new still" in terminal.read_until("still")
    assert terminal.process.wait(20) == 0
    assert states() == {
        "okapi": "accepted",
        "brown bear": "accepted",
        "unicorn": "refused",
        "aardvark": "new",
        "moa": "accepted",
        "Who is that?": "new",
    }


def test_ctrl_c_loses_nothing_and_the_next_time_goes_on(terminal: Terminal) -> None:
    terminal.read_until("q quit > ")
    terminal.type("r")
    terminal.read_until("q quit > ")
    os.killpg(terminal.process.pid, signal.SIGINT)
    assert terminal.process.wait(20) == 130
    assert states()["okapi"] == "refused" and list(states().values()).count("new") == 4
    again = Terminal("curate", "ability=animal")
    assert "[1 of 4]  subject: brwn bear" in again.read_until("q quit > ")
    again.type("\x04")  # Ctrl-D
    assert again.process.wait(20) == 0
    os.close(again.ours)


def by_lines(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *lines: str, code: int = 0) -> str:
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(line + "\n" for line in lines)))
    assert main(["curate", "ability=animal"]) == code
    return capsys.readouterr().out


def test_lines_from_a_pipe_do_the_same(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    mended = ["m", "", "jungel", "", "", "brown bear", "forest", "", ""]
    said = by_lines(monkeypatch, capsys, "a", *mended, "refuse", "b", "s", "s", "a")
    assert "unknown group 'jungel'; did you mean jungle?" in said
    assert "next: python -m synthgen ability=animal n=1000" in said
    assert items("animal", Subject)[1] == Subject(subject="brown bear", group="forest", places=("tundra",))
    assert states()["unicorn"] == "refused" and states()["aardvark"] == "new"
    assert states()["Who is that?"] == "accepted"
    said = by_lines(monkeypatch, capsys, "a")
    assert "[1 of 1]  subject: aardvark" in said
    said = by_lines(monkeypatch, capsys)
    assert "animal: nothing is new; to find more: python -m synthgen expand ability=animal llm=openai" in said


def test_a_line_that_changed_meanwhile_stays(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = Path("packs/animal/subjects.yaml")

    class Editing(io.StringIO):
        """Somebody edits the file while the question stands there."""

        def readline(self, size: int = -1, /) -> str:  # type: ignore[override]
            path.write_text(path.read_text().replace("group: jungle", "group: forest"))
            return super().readline()

    monkeypatch.setattr(sys, "stdin", Editing("a\nq\n"))
    assert main(["curate", "ability=animal"]) == 0
    assert "its line has changed in the meantime" in capsys.readouterr().out
    assert items("animal", Subject)[0] == Subject(subject="okapi", group="forest", state="new")


def test_two_at_once_are_refused(terminal: Terminal, capsys: pytest.CaptureFixture[str]) -> None:
    terminal.read_until("q quit > ")
    assert main(["curate", "ability=animal"]) == 3
    assert "packs/animal is in use by process" in capsys.readouterr().err


def test_examples_are_shown_whole(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    append("animal", [PromptExample(prompt="((okapi)), jungle, [soft] light", state="new")])
    said = by_lines(monkeypatch, capsys, *"ssssss")
    assert "prompt: ((okapi)), jungle, [soft] light" in said and "kind: describe" in said
    assert main(["curate"]) == 2
    assert "curate needs an ability" in capsys.readouterr().err
