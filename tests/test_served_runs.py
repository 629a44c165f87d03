"""Whole runs against the test server: what its faults, bad replies, quotas and budgets do to the data, and to the bill.

The server runs in a process of its own and counts what it was asked; test_served_runs_slow.py does it at full size.
"""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from functools import partial
from pathlib import Path

import pytest

from synthgen.store import Store
from synthgen.types import Dialogue, Prompt
from tests.chat_server import Answer, Body, Say, Script, error, fetch_seen, serving_apart
from tests.commands.test_generate import tree
from tests.writers import FAULTS, badly, faults, good, writing

PRICE = "llm.price={input:1000,cached_input:1000,output:1000}"
"""Dollars per million tokens: a reply of the test server, of 11 and 7 tokens, costs 1.8 cents."""
CENTS = 0.018
N = 30
"""Samples of a run; twice as many requests."""


def command(url: str, *more: str) -> list[str]:
    """Small pictures and one format: the texts are what these tests are about."""
    server = ["llm=openai", "llm.model=tiny", "llm.api_key_env=null", f"llm.base_url={url}"]
    cheap = ["renderer.size=64", "engine.workers=1", "exporter=[llava]", "name=run"]
    return [sys.executable, "-m", "synthgen", *server, *cheap, *more]


def run(folder: Path, url: str, *more: str) -> subprocess.CompletedProcess[str]:
    folder.mkdir(exist_ok=True)
    return subprocess.run(command(url, *more), cwd=folder, capture_output=True, text=True, timeout=600)


def killed(folder: Path, url: str, *more: str, after: float, asked: int = 0) -> bool:
    """Start a run and kill all its processes once it has asked so much and then for so many seconds; gives whether it
    was still at work."""
    folder.mkdir(exist_ok=True)
    nowhere = subprocess.DEVNULL
    before = len(fetch_seen(url).arrivals) if asked else 0
    process = subprocess.Popen(command(url, *more), cwd=folder, start_new_session=True, stdout=nowhere, stderr=nowhere)
    while asked and process.poll() is None and len(fetch_seen(url).arrivals) < before + asked:
        time.sleep(0.02)
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return True
    return False


def exported(folder: Path) -> dict[str, bytes]:
    """Every file that a user would train on."""
    return tree(folder / "outputs/run/export")


def selected(folder: Path) -> list[dict[str, str | bool | None]]:
    return Store(folder / "outputs/run").read_selection()


def kept(folder: Path) -> set[str]:
    return {str(row["id"]) for row in selected(folder) if row["kept"]}


def asked_for(body: Body) -> str:
    """What a request that comes again has in common with its first time."""
    return json.dumps([body["messages"], body.get("max_completion_tokens")])


def late(share: float, seconds: float, seed: int, script: Script = writing) -> Script:
    """A share of the requests is answered so much later than the others."""
    return partial(_late, share, seconds, seed, script)


def _late(share: float, seconds: float, seed: int, script: Script, body: Body, number: int) -> Answer:
    said = Say(*script(body, number))
    return said._replace(delay=seconds) if random.Random(f"{seed} {number}").random() < share else said


def out_of_quota(at: int, body: Body, number: int) -> Answer:
    """The account is empty for one request; with the next one, somebody has paid."""
    empty = error(429, "You exceeded your current quota.", "insufficient_quota")
    return empty if number == at else writing(body, number)


@pytest.fixture(scope="module")
def calm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run of N that nothing disturbed."""
    folder = tmp_path_factory.mktemp("calm")
    with serving_apart(writing) as url:
        done = run(folder, url, "ability=color", f"n={N}")
        assert done.returncode == 0, done.stderr
        seen = fetch_seen(url)
    assert seen.repeats() == 0 and seen.outcomes == {"200": len(seen.arrivals)}
    (folder / "requests").write_text(str(len(seen.arrivals)))
    return folder


def requests_of(calm: Path) -> int:
    return int((calm / "requests").read_text())


def test_faults_of_the_line_change_no_byte_and_cost_half_as_many_requests_more_at_most(
    calm: Path, tmp_path: Path
) -> None:
    script = faults(0.3, 7, tuple(FAULTS), late(0.05, 0.3, 7))
    with serving_apart(script) as url:
        done = run(tmp_path, url, "ability=color", f"n={N}", "llm.timeout=1")
        seen = fetch_seen(url)
    assert done.returncode == 0, done.stderr
    assert exported(tmp_path) == exported(calm) and selected(tmp_path) == selected(calm)
    assert len(seen.arrivals) <= 1.5 * requests_of(calm)
    assert len(seen.answered) == requests_of(calm), "an answer that arrived was asked for again"


def bad_ones(folder: Path, bodies: list[Body], ability: str) -> list[str]:
    """Kept prompts and turns that are not what the good writer wrote. The first duplicate of each kind may be.

    How to answer is added to some questions, and turns may have been cut.
    """
    asked: dict[str, set[str]] = {}
    subjects = set[str]()
    for body in bodies:
        wrote = json.loads(good(body))
        if "turns" in wrote:
            for turn in wrote["turns"]:
                asked.setdefault(turn["answer"].strip(), set()).add(turn["question"].strip())
        else:
            subjects.add(wrote["subject"])
    store, ids, found = Store(folder / "outputs/run"), kept(folder), list[str]()
    for row in store.rows("prompts", ability):
        if isinstance(row, Prompt) and row.id in ids and row.fields.subject not in subjects:
            found.append(row.fields.subject)
    for row in store.rows("dialogues", ability):
        for turn in row.turns if isinstance(row, Dialogue) and row.id in ids else ():
            if not turn.question.startswith(tuple(asked.get(turn.answer, ("nobody asked this",)))):
                found.append(f"{turn.question} {turn.answer}")
    return found


def check_bad_replies(folder: Path, url: str, n: int, ability: str) -> list[str]:
    """Run against a writer of bad replies; gives what it kept that the good writer would not have written."""
    done = run(folder, url, f"ability={ability}", f"n={n}")
    assert done.returncode == 0, done.stderr
    rows = selected(folder)
    assert sum(bool(row["kept"]) for row in rows) == n
    assert [row["id"] for row in rows] == [f"{ability}-{i:09d}" for i in range(len(rows))], "asked = kept + rejected"
    assert all(row["stage"] and row["reason"] for row in rows if not row["kept"])
    images = list((folder / "outputs/run/export/llava/images").iterdir())
    assert len(images) == n
    return bad_ones(folder, fetch_seen(url).bodies, ability)


def test_bad_replies_are_rejected_each_for_one_reason_and_n_good_ones_kept(tmp_path: Path) -> None:
    with serving_apart(badly(0.3, 11)) as url:
        found = check_bad_replies(tmp_path, url, 40, "joke")
    # the first of the same dialogues, or prompts, is no duplicate yet
    known = ("red balloon", "paper kite", "It shows a red balloon that somebody", "The painting shows a paper kite")
    assert all(any(words in one for words in known) for one in found), found
    assert len(found) <= 4, found


def test_a_reply_that_talks_of_an_empty_message_is_kept_in_no_kind_of_dialogue(tmp_path: Path) -> None:
    with serving_apart(badly(0.5, 3, ["empty message"])) as url:
        assert check_bad_replies(tmp_path, url, 40, "joke") == []
    reasons = Counter(row["reason"] for row in selected(tmp_path) if not row["kept"])
    known = {"text: mention", "not the asked-for form", "not the ordered subject", "not what was ordered"}
    assert set(reasons) <= known | {
        *("says more than is known", "duplicate prompt", "duplicate dialogue"),
        *("not what is odd about it", "place not as asked", "color not as asked"),  # of true pictures, now and then
    }, reasons


def test_kills_repeat_at_most_what_was_in_flight(calm: Path, tmp_path: Path) -> None:
    luck, kills = random.Random(5), 0
    with serving_apart(late(1, 0.3, 0)) as url:
        for _ in range(2):
            moment = {"asked": luck.randrange(1, N // 2), "after": luck.uniform(0, 0.3)}
            kills += killed(tmp_path, url, "ability=color", f"n={N}", "llm.concurrency=8", **moment)
        done = run(tmp_path, url, "ability=color", f"n={N}", "llm.concurrency=8")
        seen = fetch_seen(url)
    assert done.returncode == 0, done.stderr
    assert kills == 2 and exported(tmp_path) == exported(calm)
    assert seen.repeats(asked_for) <= kills * 8
    assert_nothing_journalled_was_asked_again(tmp_path)


def assert_nothing_journalled_was_asked_again(folder: Path) -> None:
    """Each key of the journal stands there once: a reply that is on disk is found, whatever happened since."""
    keys = Counter(
        json.loads(line.partition(" ")[2])["key"]
        for path in (folder / "outputs/run/replies").glob("*.jsonl")
        for line in path.read_text().splitlines()
        if line.endswith("}")
    )
    assert max(keys.values()) == 1, keys.most_common(3)


def test_an_empty_account_ends_the_run_at_once_and_the_rest_is_all_that_is_paid_later(
    calm: Path, tmp_path: Path
) -> None:
    more = ["ability=color", f"n={N}", "llm.concurrency=8"]
    with serving_apart(partial(out_of_quota, 25)) as url:
        stopped = run(tmp_path, url, *more)
        ended = time.monotonic()
        seen = fetch_seen(url)
        assert stopped.returncode == 4 and "no quota left" in stopped.stderr, stopped.stderr
        assert "Traceback" not in stopped.stderr
        assert ended - seen.times[25] < 5
        assert len(seen.arrivals) <= 25 + 8, "asked on after the error"
        done = run(tmp_path, url, *more)
        seen = fetch_seen(url)
    assert done.returncode == 0, done.stderr
    assert exported(tmp_path) == exported(calm)
    assert len(seen.answered) == requests_of(calm) and seen.repeats() == 0


@pytest.mark.parametrize("cap, small, large", [("usd", 0.36, 100), ("tokens", 360, 10**6)])
def test_a_budget_is_overshot_by_no_more_than_what_was_in_flight(
    calm: Path, tmp_path: Path, cap: str, small: float, large: float
) -> None:
    more = ["ability=color", f"n={N}", PRICE, "llm.concurrency=8"]
    with serving_apart(late(1, 0.2, 0)) as url:
        stopped = run(tmp_path, url, *more, f"budget.{cap}={small}")
        paid = len(fetch_seen(url).answered)
        assert stopped.returncode == 9 and f"budget.{cap}={small} is reached" in stopped.stderr, stopped.stderr
        assert 20 <= paid <= 20 + 8
        bill = json.loads((tmp_path / "outputs/run/run.json").read_text())["ledger"]
        assert bill["tokens_in"] + bill["tokens_out"] == 18 * paid
        assert float(bill["usd"]) == pytest.approx(CENTS * paid)
        again = run(tmp_path, url, *more, f"budget.{cap}={small}")
        assert again.returncode == 9 and len(fetch_seen(url).arrivals) == paid
        done = run(tmp_path, url, *more, f"budget.{cap}={large}")
        seen = fetch_seen(url)
    assert done.returncode == 0, done.stderr
    assert exported(tmp_path) == exported(calm)
    assert len(seen.answered) == requests_of(calm) and seen.repeats() == 0
