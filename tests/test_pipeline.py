import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from synthgen.engine.local import Local
from synthgen.errors import UsageError
from synthgen.lock import Lock
from synthgen.pipeline import Outcome, at_work, generate, reselect
from synthgen.store import Store
from synthgen.types import Picture
from tests.doubles import Silent, Trouble, run_of


def made(run) -> Outcome:  # type: ignore[no-untyped-def]
    with at_work(run) as (store, desk):
        return generate(run, store, desk, Silent())


def fingerprint_of(folder: Path) -> dict[str, str]:
    return {row.id: row.sha256 for row in Store(folder).rows("pictures", "null") if isinstance(row, Picture)}


@pytest.fixture
def renderer(tmp_path: Path) -> Trouble:
    (tmp_path / "notes").mkdir()
    return Trouble(notes=str(tmp_path / "notes"))


def rendered(renderer: Trouble) -> int:
    return sum(len(note.read_text()) for note in Path(renderer.notes).iterdir())


def test_exactly_n_are_kept_when_some_are_rejected(tmp_path: Path, renderer: Trouble) -> None:
    from dataclasses import replace

    outcome = made(run_of(tmp_path / "run", 30, renderer=replace(renderer, reject_every=3)))
    (line,) = outcome.lines
    assert outcome.full and len(outcome.kept) == 30
    assert all(int(id[-9:]) % 3 for id in outcome.kept)
    rows = Store(tmp_path / "run").read_selection()
    assert sum(r["kept"] for r in rows) == 30
    assert len(rows) == len(line.selection.kept) + len(line.selection.rejects)
    assert {r["reason"] for r in rows if not r["kept"]} == {"undrawable"}


def test_a_run_gives_up_after_max_candidates_and_keeps_what_it_has(tmp_path: Path, renderer: Trouble) -> None:
    from dataclasses import replace

    outcome = made(run_of(tmp_path / "run", 10, renderer=replace(renderer, reject_every=1), max_candidates=2))
    assert not outcome.full and outcome.kept == []
    assert len(Store(tmp_path / "run").read_selection()) == 20


def test_the_same_command_again_renders_nothing(tmp_path: Path, renderer: Trouble) -> None:
    run = run_of(tmp_path / "run", 12, renderer=renderer)
    first = made(run)
    second = made(run)
    assert (first.rendered, second.rendered, rendered(renderer)) == (12, 0, 12)
    assert first.kept == second.kept


def test_a_larger_n_extends_the_folder_and_equals_a_fresh_run(tmp_path: Path, renderer: Trouble) -> None:
    made(run_of(tmp_path / "grown", 7, renderer=renderer))
    grown = made(run_of(tmp_path / "grown", 30, renderer=renderer))
    assert grown.rendered == 23
    fresh = made(run_of(tmp_path / "fresh", 30, renderer=renderer, engine=Local(2)))
    assert grown.kept == fresh.kept
    assert fingerprint_of(tmp_path / "grown") == fingerprint_of(tmp_path / "fresh")


def test_pictures_of_one_prompt_share_its_text_across_ranges(tmp_path: Path, renderer: Trouble) -> None:
    for n in (4, 9):
        made(run_of(tmp_path / "run", n, renderer=renderer, images_per_prompt=3))
    texts = [row.text for row in Store(tmp_path / "run").rows("prompts", "null")]  # type: ignore[union-attr]
    assert [texts[i] for i in range(0, 9, 3)] == [texts[i] for i in range(2, 9, 3)]
    assert len(set(texts)) == 3
    assert len(set(fingerprint_of(tmp_path / "run").values())) == 9


def test_who_begins_in_the_folder_while_another_one_waits_for_its_lock_is_not_mixed_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = Store.lock

    def waiting(store: Store, say: Callable[[str], None] | None = None) -> AbstractContextManager[Lock]:
        monkeypatch.setattr(Store, "lock", lock)
        first = run_of(tmp_path, 3, fingerprint={"seed": "1"})
        with at_work(first) as (there, desk):
            generate(first, there, desk, Silent())
        return lock(store, say)

    monkeypatch.setattr(Store, "lock", waiting)
    second = run_of(tmp_path, 3, fingerprint={"seed": "2"})
    with pytest.raises(UsageError, match="seed: 1, now 2"), at_work(second):
        pass
    with Store(tmp_path).lock():
        pass  # it is free again


def test_a_folder_of_another_configuration_is_refused_naming_what_differs(tmp_path: Path) -> None:
    first = run_of(tmp_path / "run", 2, fingerprint={"seed": "0", "llm.kind": "x"})
    with at_work(first) as (store, desk):
        generate(first, store, desk, Silent())
    other = run_of(tmp_path / "run", 2, fingerprint={"seed": "1", "llm.kind": "x"})
    with pytest.raises(UsageError, match=r"(?s)holds a run of another.*  seed: 0, now 1$"):
        made(other)


def test_reselecting_renders_nothing(tmp_path: Path, renderer: Trouble) -> None:
    run = run_of(tmp_path / "run", 12, renderer=renderer)
    made(run)
    assert len(reselect(run, Store(tmp_path / "run")).kept) == 12
    assert rendered(renderer) == 12


def test_missing_scores_are_measured_from_the_stored_pictures(tmp_path: Path, renderer: Trouble) -> None:
    from tests.test_select import RULE

    run = run_of(tmp_path / "run", 12, renderer=renderer, checks={"duplicate": RULE})
    first = made(run)
    for path in (tmp_path / "run" / "scores" / "duplicate").glob("*"):
        path.unlink()
    second = made(run)
    assert first.kept == second.kept and second.rendered == 0 and rendered(renderer) == 12
    assert Store(tmp_path / "run").done("scores/duplicate", "null", _note(RULE)) == set(range(12))


def _note(check) -> str:  # type: ignore[no-untyped-def]
    from synthgen.measure import measurement

    return measurement(check)


@pytest.mark.parametrize(
    "wish, code", [(signal.SIGINT, 130), pytest.param(signal.SIGTERM, 130, marks=pytest.mark.slow)]
)
def test_an_interrupted_run_ends_cleanly_and_goes_on(tmp_path: Path, wish: int, code: int) -> None:
    (tmp_path / "notes").mkdir()
    command = [sys.executable, "-m", "tests.slow_run", str(tmp_path / "run"), str(tmp_path / "notes"), "300"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    while len(list((tmp_path / "notes").iterdir())) < 20:
        time.sleep(0.05)
    process.send_signal(wish)
    _, err = process.communicate(timeout=60)
    assert process.returncode == code, err
    assert "Run the same command to go on" in err and "Traceback" not in err
    kept = len(fingerprint_of(tmp_path / "run"))
    assert 0 < kept < 300
    again = subprocess.run(command, capture_output=True, text=True)
    assert again.returncode == 0, again.stderr
    figures = json.loads(again.stdout)
    assert figures == {"kept": 300, "rendered": 300 - kept}


def test_a_driver_killed_at_any_moment_loses_and_repeats_nothing(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    command = [sys.executable, "-m", "tests.slow_run", str(tmp_path / "run"), str(tmp_path / "notes"), "300"]
    for wait in (1.0, 1.6):
        process = subprocess.Popen(command, start_new_session=True, stdout=subprocess.DEVNULL)
        time.sleep(wait)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    done = subprocess.run(command, capture_output=True, text=True)
    assert json.loads(done.stdout)["kept"] == 300, done.stderr
    (tmp_path / "calm").mkdir()
    calm = [*command[:3], str(tmp_path / "other"), str(tmp_path / "calm"), "300"]
    subprocess.run(calm, check=True, capture_output=True)
    assert fingerprint_of(tmp_path / "run") == fingerprint_of(tmp_path / "other")


def test_a_run_whose_folder_is_deleted_ends_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    run = tmp_path / "run"
    command = [sys.executable, "-m", "tests.slow_run", str(run), str(tmp_path / "notes"), "3000"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    while not list(run.glob("pictures/*.parquet")):
        time.sleep(0.05)
    shutil.rmtree(run, ignore_errors=True)  # what workers write meanwhile may stay
    _, err = process.communicate(timeout=25)
    assert process.returncode == 6 and "Traceback" not in err, err
    assert re.fullmatch(rf"{run}(/\w+)* was deleted while (this run was at work|it was written to); .*\n", err), err
