"""What a judge makes of whole runs: what is cut, asked again or rejected, what it costs, and what a kill leaves."""

import json
import os
import signal
import subprocess
import sys
import time
from base64 import b64encode
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from synthgen.build import build_run
from synthgen.config import compose
from synthgen.confirming import ASKED, known_of
from synthgen.kit.foils import pairs
from synthgen.measure import measurement
from synthgen.store import Store
from synthgen.types import Dialogue, Fields, Known, Picture, Prompt, Reject, Score
from tests.chat_server import Answer, Body, Script, Seen, serving
from tests.commands.test_generate import tree
from tests.qc.judging import answer, judge, shown_in, statement_of

N = 10
CHEAP = ["ability=[animal,color]", f"n={N}", "name=run", "renderer.size=128", "engine.workers=1", "exporter=[llava]"]
PLAIN = "qc=[readable,subject]"
WHERE = "The scene is"


def command(*more: str) -> list[str]:
    return [sys.executable, "-m", "synthgen", *CHEAP, *more]


def judged(url: str, *more: str) -> list[str]:
    server = ["qc.judge.llm.model=tiny", f"qc.judge.llm.base_url={url}", "qc.judge.llm.api_key_env=null"]
    price = "qc.judge.llm.price={input:1000,output:1000}"
    return command("qc=[readable,subject,judge]", *server, price, "max_candidates=20", *more)


def run(folder: Path, arguments: list[str]) -> subprocess.CompletedProcess[str]:
    folder.mkdir(exist_ok=True)
    return subprocess.run(arguments, cwd=folder, capture_output=True, text=True, timeout=500)


def dialogues(folder: Path) -> list[Dialogue | Reject]:
    store = Store(folder / "outputs/run")
    return [row for name in ("animal", "color") for row in store.rows("dialogues", name)]  # type: ignore[misc]


def judgements(folder: Path, arguments: list[str]) -> list[Score]:
    note, store = measurement(build_run(compose(arguments[3:])).checks["judge"]), Store(folder / "outputs/run")
    return [row for name in ("animal", "color") for row in store.rows("scores/judge", name, note=note)]  # type: ignore[misc]


@pytest.fixture(scope="module")
def truths(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """By picture, as the judge sees it: what the embedded writer says of it, who is never wrong about a sketch."""
    folder = tmp_path_factory.mktemp("plain")
    done = run(folder, command(PLAIN, "n=100"))
    assert done.returncode == 0, done.stderr
    store, found = Store(folder / "outputs/run"), dict[str, set[str]]()
    eye = judge("http://localhost:9/v1")
    words = build_run(compose(["ability=[animal,color]"])).about.vocabularies
    for name in ("animal", "color"):
        prompts = {row.id: row for row in store.rows("prompts", name)}
        pictures = {row.id: row for row in store.rows("pictures", name) if isinstance(row, Picture)}
        for row in store.rows("dialogues", name):
            prompt = prompts[row.id]
            if isinstance(row, Dialogue) and isinstance(prompt, Prompt):
                part = eye.shown(pictures[row.id].data)
                assert part is not None
                found[b64encode(part.data).decode()] = {p.statement for p in pairs(row.claims, prompt, words[name])}
    return found


@pytest.fixture
def blind_to_places(truths: dict[str, set[str]]) -> Iterator[tuple[str, Seen]]:
    """A judge that knows what is true, but finds no place confirmed."""
    with serving(blind(truths)) as served:
        yield served


def blind(truths: Mapping[str, set[str]]) -> Script:
    def script(body: Body, number: int) -> Answer:
        said = statement_of(body)
        return answer(0.95 if said in truths[shown_in(body)] and not said.startswith(WHERE) else 0.05)

    return script


def test_turns_whose_claims_are_not_confirmed_are_cut_and_nothing_is_asked_twice(
    tmp_path: Path, blind_to_places: tuple[str, Seen]
) -> None:
    url, seen = blind_to_places
    done = run(tmp_path, judged(url))
    assert done.returncode == 0, done.stderr
    rows = dialogues(tmp_path)
    kept = [row for row in rows if isinstance(row, Dialogue)]
    assert len(kept) >= 2 * N
    assert not [row for row in kept for claim in row.claims if claim.type == "place"]
    lost = [row for row in rows if isinstance(row, Reject)]
    assert {row.reason for row in lost} == {"no turn is left whose claims are confirmed"}
    assert all(row.detail.startswith("place") for row in lost)
    scores = judgements(tmp_path, judged(url))
    assert {score.id for score in scores} == {row.id for row in kept}
    assert all(score.values["refuted"] == "" and score.values["unanswered"] == 0 for score in scores)
    asked = len(seen.bodies)
    assert seen.repeats() == 0
    again = run(tmp_path, judged(url))
    assert again.returncode == 0, again.stderr
    assert (len(seen.bodies), dialogues(tmp_path)) == (asked, rows)


def test_a_run_that_is_killed_while_the_judge_is_asked_becomes_the_same_run(
    tmp_path: Path, truths: dict[str, set[str]]
) -> None:
    script = blind(truths)

    def slowly(body: Body, number: int) -> Answer:
        time.sleep(0.05)
        return script(body, number)

    whole, broken = tmp_path / "whole", tmp_path / "broken"
    with serving(script) as (url, seen):
        assert run(whole, judged(url, "n=4")).returncode == 0
        paid = len(seen.bodies)
    broken.mkdir()
    with serving(slowly) as (url, seen):
        for enough in (paid // 4, paid // 2):
            nowhere = subprocess.DEVNULL
            process = subprocess.Popen(
                judged(url, "n=4", "qc.judge.llm.concurrency=4"),
                cwd=broken,
                start_new_session=True,
                stdout=nowhere,
                stderr=nowhere,
            )
            while process.poll() is None and len(seen.bodies) < enough:
                time.sleep(0.02)
            assert process.poll() is None
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        done = run(broken, judged(url, "n=4", "qc.judge.llm.concurrency=4"))
        assert done.returncode == 0, done.stderr
        assert seen.repeats() <= 2 * 4  # what was in flight
    assert dialogues(broken) == dialogues(whole)
    assert tree(broken / "outputs/run/export") == tree(whole / "outputs/run/export")


def test_a_sample_is_rejected_where_the_user_wants_that(tmp_path: Path, blind_to_places: tuple[str, Seen]) -> None:
    done = run(tmp_path, judged(blind_to_places[0], "qc.judge.repair=reject", "n=4"))
    assert done.returncode == 0, done.stderr
    lost = [row for row in dialogues(tmp_path) if isinstance(row, Reject)]
    assert lost
    assert {row.reason for row in lost} == {"a claim is not confirmed"}


def test_without_repair_dialogues_stay_and_the_score_tells(tmp_path: Path, blind_to_places: tuple[str, Seen]) -> None:
    done = run(tmp_path, judged(blind_to_places[0], "qc.judge.repair=null", "n=6"))
    assert done.returncode == 0, done.stderr
    rows = dialogues(tmp_path)
    assert [row for row in rows if isinstance(row, Dialogue) for claim in row.claims if claim.type == "place"]
    scores = judgements(tmp_path, judged(blind_to_places[0]))
    assert any(str(score.values["refuted"]).startswith(WHERE) for score in scores)


def test_the_judge_is_in_the_ledger_under_the_budget_and_in_the_plan(
    tmp_path: Path, blind_to_places: tuple[str, Seen]
) -> None:
    url, seen = blind_to_places
    whole = judged(url, "n=40")
    planned = run(tmp_path, [*whole[:3], "plan", *whole[3:], "json=true"])
    assert planned.returncode == 0, planned.stderr
    rows = json.loads(planned.stdout)["rows"]
    assert {row["purpose"] for row in rows} == {"judge"}
    assert all(row["requests"] > 40 for row in rows)
    done = run(tmp_path, judged(url, "n=4"))
    assert done.returncode == 0, done.stderr
    assert seen.repeats() == 0  # what the pilot asked was found again
    told = json.loads((tmp_path / "outputs/run/run.json").read_text())["ledger"]
    assert {row["purpose"] for row in told["rows"]} == {"judge"}
    assert sum(row["replies"] for row in told["rows"]) == len(seen.bodies)
    assert float(told["usd"]) == pytest.approx(0.018 * len(seen.bodies))
    stopped = run(tmp_path, judged(url, "n=40", f"budget.usd={float(told['usd']) + 0.1}"))
    assert stopped.returncode == 9, stopped.stderr


def test_what_mends_is_in_the_fingerprint_and_what_only_measures_is_not() -> None:
    server = ["qc.judge.llm.model=tiny", "qc.judge.llm.api_key_env=null", "qc.judge.llm.base_url=http://example.org/v1"]

    def fingerprint(*more: str) -> dict[str, str]:
        return dict(build_run(compose(["ability=color", *more])).fingerprint)

    plain = fingerprint("qc=[readable]")
    judge = ["qc=[readable,judge]", *server]
    assert fingerprint(*judge, "qc.judge.repair=null") == plain
    cut = fingerprint(*judge)
    assert {key.split(".")[1] for key in cut.keys() - plain.keys()} == {"judge"}
    for same in ("qc.judge.min=0.4", "qc.judge.action=report", "qc.judge.llm.concurrency=2"):
        assert fingerprint(*judge, same) == cut
    for other in ("qc.judge.confirms=0.2", "qc.judge.repair=reject", "qc.judge.llm.model=large", "qc.judge.votes=5"):
        assert fingerprint(*judge, other) != cut


def test_with_a_judge_a_dialogue_may_say_what_the_prompt_does_but_not_what_is_missing() -> None:
    checks = build_run(
        compose(["ability=color", "qc=[judge]", "qc.judge.llm.model=tiny", "qc.judge.llm.api_key_env=null"])
    ).checks
    little, prompt = Known(frozenset({"subject"})), Prompt("animal-000000000", Fields("cat"), "((cat))")
    assert known_of(little, {}, {}, prompt) == little
    assert known_of(little, checks, {}, prompt).asserts == ASKED
    assert "absence" not in ASKED
    assert "absence" in known_of(Known(frozenset({"absence"})), checks, {}, prompt).asserts
