"""Ctrl-C and SIGTERM, once and twice, in every phase of a run: it ends soon, says how to go on, and loses nothing."""

import os
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from bench.slow import WORDS, ready
from synthgen.beacon import read_status
from synthgen.kit import signals
from synthgen.store import Store
from tests.chat_server import Answer, Body, Say, fetch_seen, serving_apart
from tests.commands.test_generate import tree
from tests.writers import slow

SMALL = ["ability=vehicle", "n=24", *WORDS]
ONCE, TWICE = 26.0, 2.0
"""Seconds within which a run has to be gone."""
INT, TERM = signal.SIGINT, signal.SIGTERM
Moment = Callable[[Path], bool]


def at_work(folder: Path) -> bool:
    status = read_status(Store(folder))
    return status is not None and any(worker.state == "at work" for worker in status.workers)


def there(pattern: str, folder: Path) -> bool:
    return any(folder.glob(pattern))


PHASES: dict[str, tuple[str, Moment]] = {
    "composing": ("renderer.picture=30", lambda folder: True),
    "opening": ("renderer.opening=600", partial(there, "prompts/*.parquet")),
    "rendering": ("renderer.picture=30", at_work),
    "exporting": ("exporter.slow.record=0.5", partial(there, "export/slow/images/*")),
    "at the end of an export": ("exporter.slow.end=600", partial(there, "export/slow/llava.json")),
}


@pytest.fixture(scope="module")
def calm(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What nobody disturbed."""
    folder = ready(tmp_path_factory.mktemp("calm"))
    subprocess.run([sys.executable, "-m", "synthgen", *SMALL], cwd=folder, check=True, capture_output=True)
    return tree(folder / "outputs/run/export")


def interrupted(folder: Path, words: list[str], moment: Moment, wishes: list[int]) -> tuple[int, str, float]:
    """The exit code, what was said, and the seconds from the signal that should end it to the end."""
    command = [sys.executable, "-m", "synthgen", *words]
    process = subprocess.Popen(
        command, cwd=folder, text=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
    )
    until = time.monotonic() + 120
    while process.poll() is None and not moment(folder / "outputs/run") and time.monotonic() < until:
        time.sleep(0.02)
    if words[-1].startswith("renderer.picture") and moment is not at_work:
        time.sleep(0.8)  # long enough for Python to begin
    began = 0.0
    for number, wish in enumerate(wishes):
        time.sleep(0.3 if number else 0)
        began = began if number > 1 else time.monotonic()
        if process.poll() is None:
            os.killpg(process.pid, wish)
    _, said = process.communicate(timeout=120)
    return process.returncode, said, time.monotonic() - began


def check(folder: Path, calm: dict[str, bytes], phase: str, wishes: list[int]) -> None:
    word, moment = PHASES[phase]
    code, said, seconds = interrupted(ready(folder), [*SMALL, word], moment, wishes)
    print(phase, wishes, code, f"{seconds:.2f} s", said[-400:])
    assert code == 130 and "Traceback" not in said and "KeyboardInterrupt" not in said, said
    assert seconds < (ONCE if len(wishes) == 1 else TWICE)
    status = read_status(Store(folder / "outputs/run"))
    assert status is None or status.state == "interrupted"
    assert not list((folder / "outputs").rglob("*.damaged"))
    line = next(line for line in said.splitlines() if line.startswith("to go on: "))
    words = [other for other in shlex.split(line.removeprefix("to go on: ")) if other != word]  # but no longer slow
    subprocess.run([sys.executable, *words[1:]], cwd=folder, check=True, capture_output=True)
    assert tree(folder / "outputs/run/export") == calm


@pytest.mark.parametrize("phase, wishes", [("opening", [INT]), ("rendering", [TERM, TERM])])
def test_an_interrupted_run_ends_and_the_command_that_it_tells_goes_on(
    tmp_path: Path, calm: dict[str, bytes], phase: str, wishes: list[int]
) -> None:
    check(tmp_path, calm, phase, wishes)


def test_a_run_whose_words_nobody_reads_any_more_ends_in_good_order(tmp_path: Path) -> None:
    """At Ctrl-C `2>&1 | tee` is gone first."""
    words, (reader, writer) = [*SMALL, "renderer.picture=0.3"], os.pipe()
    command = [sys.executable, "-m", "synthgen", *words]
    process = subprocess.Popen(command, cwd=ready(tmp_path), stdout=writer, stderr=writer, start_new_session=True)
    os.close(writer)
    while process.poll() is None and not at_work(tmp_path / "outputs/run"):
        time.sleep(0.02)
    os.close(reader)
    process.send_signal(INT)
    assert process.wait(60) == 130
    status = read_status(Store(tmp_path / "outputs/run"))
    assert status is not None and (status.state, status.said) == ("interrupted", "")
    assert 0 < status.total("pictures").done < 24, "what was in flight was finished"


@pytest.mark.slow
@pytest.mark.parametrize("wishes", [[INT], [TERM], [INT, INT], [TERM, TERM], [INT, INT, INT]])
@pytest.mark.parametrize("phase", PHASES)
def test_in_every_phase_once_ends_a_run_soon_and_twice_at_once(
    tmp_path: Path, calm: dict[str, bytes], phase: str, wishes: list[int]
) -> None:
    check(tmp_path, calm, phase, wishes)


def _silent_after(first: int, body: Body, number: int) -> Answer:
    return slow(0.2)(body, number) if number < first else Say(fate="hang")


@pytest.mark.slow
@pytest.mark.parametrize("wishes", [[TERM], [INT, INT]])
def test_a_server_that_falls_silent_does_not_hold_a_run_up(tmp_path: Path, wishes: list[int]) -> None:
    with serving_apart(partial(_silent_after, 20)) as url:
        server = ["llm=openai", "llm.model=tiny", "llm.api_key_env=null", f"llm.base_url={url}"]
        asked: Moment = lambda folder: len(fetch_seen(url).arrivals) > 30  # noqa: E731
        code, said, seconds = interrupted(ready(tmp_path), [*SMALL, *server], asked, wishes)
    assert code == 130 and "Traceback" not in said, said
    assert seconds < (ONCE if len(wishes) == 1 else TWICE)


@pytest.mark.parametrize("echo", [TERM, INT])
def test_a_signal_right_after_the_first_is_the_same_wish(echo: int) -> None:
    """Launchers that hear Ctrl-C pass a SIGTERM on; `timeout` signals its child, and then all of its group."""
    code = """
import time
from synthgen.kit import signals
signals.PATIENCE = 3.0
signals.program("dropped")
with signals.listening(lambda: print("asked to end", flush=True)):
    print("up", flush=True)
    time.sleep(2)
print("ended in good order", flush=True)
signals.over(7)
time.sleep(60)
"""
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout and process.stdout.readline() == "up\n"
    process.send_signal(INT)
    assert process.stdout.readline() == "asked to end\n"
    process.send_signal(echo)
    assert process.stdout.readline() == "ended in good order\n"
    out, err = process.communicate(timeout=30)
    assert process.returncode == signals.INTERRUPTED and "dropped" in err, "it had its time"


ENDING = """
import os, signal, sys
from synthgen.__main__ import guarded

class Last:
    def __del__(self):  # when Python takes itself apart
        os.kill(os.getpid(), signal.SIGTERM)

def run(words):
    {body}

sys.argv[1:] = ["n=3"]
sys.exit(guarded(run, None, "synthgen"))
"""


@pytest.mark.parametrize(
    "body, code",
    [
        ("global last; last = Last(); return 0", 0),  # the run has finished: a signal says nothing any more
        ("raise ValueError('a mistake of ours')", 1),
        (INSIDE := "\n    ".join(["try:", " os.kill(os.getpid(), 2)", "except KeyboardInterrupt:", " {}"]), 130),
        (INSIDE.replace("{}", "raise ValueError('broken by it')"), 130),
        ("exec('import os; os.kill(os.getpid(), 2)')", 130),  # Python would kill itself afterwards
    ],
)
def test_the_exit_code_tells_a_signal_from_a_mistake(body: str, code: int) -> None:
    text = ENDING.replace(
        "{body}", body.replace("{}", "from synthgen.errors import UsageError; raise UsageError('hm')")
    )
    ran = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, timeout=60)
    assert ran.returncode == code, ran.stderr
    assert ("Traceback" in ran.stderr) == (code == 1)
    assert ("interrupted; what was finished is kept" in ran.stderr) == (code == 130)


def test_a_process_that_is_not_ours_is_never_ended_for_good() -> None:
    heard: list[str] = []
    with signals.listening(lambda: heard.append("first")):
        os.kill(os.getpid(), TERM)
        assert heard == ["first"]
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), TERM)
            time.sleep(1)
    with pytest.raises(KeyboardInterrupt), signals.listening(lambda: heard.append("again")):
        os.kill(os.getpid(), INT)
        os.kill(os.getpid(), INT)
        time.sleep(1)
    assert heard == ["first", "again"]
